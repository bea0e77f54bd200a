"""A Markdown page per tool and ready-made model, and a list of them all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import jinja2

from ..help.pages import ToolPage
from ..help.words import WORDS

TEMPLATE = Path(__file__).with_name("tool_page.md")
#: From a page of the one language: the pages of the other, and the pictures.
_BESIDE = {"sv": ("../en/tools/", "bilder/"), "en": ("../../verktyg/", "../../verktyg/bilder/")}


def written(pages: Sequence[ToolPage], language: str, place: str) -> tuple[dict[str, str], list]:
    """File name: content, of every page and of the list; and ``[[group, [file …]] …]`` for the navigation."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(TEMPLATE.read_text("utf8"))
    groups = [(group, list(some)) for group, some in groupby(pages, key=lambda page: page.group)]
    other, pictures = _BESIDE[language]
    common = {"language": language, "words": WORDS[language], "other": other, "pictures": pictures}
    files = {f"{page.id}.md": template.render(page=page, groups=(), **common) for page in pages}
    files["index.md"] = template.render(page=None, groups=groups, **common)
    return files, [[group, [f"{place}/{page.id}.md" for page in some]] for group, some in groups]
