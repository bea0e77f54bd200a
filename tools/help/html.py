"""The pages as HTML files that a browser opens from the plugin's folder, each complete but for its picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import jinja2

from .pages import LANGUAGES, ToolPage
from .words import WORDS

TEMPLATE = Path(__file__).with_name("template.html")


def written(pages: Sequence[ToolPage], language: str) -> dict[str, str]:
    """File name: HTML, of every page and of the list of them all."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(TEMPLATE.read_text("utf8"))
    (other,) = set(LANGUAGES) - {language}
    common = {"language": language, "other": other, "words": WORDS[language]}
    groups = [(group, list(some)) for group, some in groupby(pages, key=lambda page: page.group)]
    files = {f"{page.id}.html": template.render(page=page, groups=(), **common) for page in pages}
    return {**files, "index.html": template.render(page=None, groups=groups, **common)}
