"""What mkdocs asks while it builds: the tools' place in the navigation, and formulas as MathML, which needs no script or font."""

import html
import json
import re
from pathlib import Path

from latex2mathml.converter import convert

_NAV = Path(__file__).resolve().parents[2] / "build" / "docs-nav.json"
_FORMULA = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.S)


def on_config(config):
    groups = json.loads(_NAV.read_text("utf8"))
    tools = next(entry for entry in config.nav if "Verktygen" in entry)
    tools["Verktygen"] = ["verktyg/index.md", *({group: files} for group, files in groups)]
    return config


def on_page_content(content, **_):
    return _FORMULA.sub(_as_mathml, content)


def _as_mathml(found):
    display = "block" if found[2] == "[" else "inline"
    formula = convert(html.unescape(found[3]), display=display)
    return f'<div class="narvard-formula">{formula}</div>' if display == "block" else formula
