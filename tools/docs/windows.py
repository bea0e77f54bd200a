"""Beside each command of the tutorial, what to fill in where in the tool's window: the tool's own labels, in Swedish."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from ..help.pages import ToolPage
from .commands import commands

_TERMINAL = re.compile(r'^\?\?\? example "Samma sak i en terminal"\n(?:(?: {4}.*)?\n)+', re.M)


def with_windows(text: str, tools: Mapping[str, ToolPage]) -> str:
    """The page with a table before each block of commands."""
    return _TERMINAL.sub(lambda found: _tables(found[0], tools) + found[0], text)


def _tables(block: str, tools: Mapping[str, ToolPage]) -> str:
    said = []
    for tool, given in commands(block):
        page = tools[tool]
        asked = {one.name: one for one in (*page.parameters, *page.results)}
        rows = "".join(
            f"| {_cell(asked[name].label)} | {_value(asked[name], value)} |\n" for name, value in given.items()
        )
        said.append(f"| {_cell(page.title)} | Ange |\n| --- | --- |\n{rows}\n")
    return "".join(said)


def _value(asked, value: str) -> str:
    labels = {choice.value: choice.label for choice in getattr(asked, "choices", ())}
    if value in labels:
        return _cell(labels[value])
    source, *parts = value.split("|")
    named = dict(part.split("=", 1) for part in parts)
    if not named:
        return f"`{value}`"
    chosen = f"lagret *{named['layername']}* i `{source}`"
    return chosen + (f", filtrerat: `{named['subset']}`" if "subset" in named else "")


def _cell(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "&#124;").replace("*", "&#42;")
