"""The commands of a page, as one writes them in a terminal."""

from __future__ import annotations

import re
import shlex

_BLOCK = re.compile(r"^( *)```bash\n(.*?)^\1```", re.S | re.M)


def commands(page: str) -> list[tuple[str, dict[str, str]]]:
    """Each ``qgis_process run narvard:tool -- NAME=value …`` of a Markdown page: the tool and what it is given."""
    found = []
    for _, block in _BLOCK.findall(page):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line)
            if words[:2] == ["qgis_process", "run"]:
                given = dict(word.partition("=")[::2] for word in words[words.index("--") + 1 :])
                found.append((words[2].partition(":")[2], given))
    return found
