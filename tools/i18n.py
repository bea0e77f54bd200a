"""Collect the texts inside tr("…") into i18n/narvard_sv.ts, keep what is translated, and build the .qm.

``python3 -m tools.i18n`` does that; with ``--check`` it changes nothing and fails when something is left to translate.
"""

from __future__ import annotations

import ast
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

from .headless import find_program
from .layout import NAME, ROOT

TS = ROOT / "i18n" / "narvard_sv.ts"
QM = TS.with_suffix(".qm")
CONTEXT = "Narvard"


def collect(package: Path = ROOT / NAME) -> dict[str, list[str]]:
    """Every text to translate and the files that show it. ``ValueError`` lists what is not a literal, by line."""
    texts, wrong = {}, []
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for call in _calls_of_tr(path):
            if isinstance(call.func, ast.Name) and _is_one_literal(call):
                texts.setdefault(call.args[0].value, []).append(place)
            else:
                wrong.append(f"{place}:{call.lineno}")
    if wrong:
        raise ValueError(
            f'Only tr("a literal") can be translated: no f-string, variable or self.tr(). See {", ".join(wrong)}.'
        )
    return texts


def read_ts(path: Path = TS) -> dict[str, str]:
    """Source text -> Swedish, empty where it is unfinished."""
    if not path.exists():
        return {}
    return {
        message.findtext("source"): _finished(message.find("translation"))
        for message in ElementTree.parse(path).iter("message")
    }


def ts_text(texts: dict[str, list[str]], swedish: dict[str, str]) -> str:
    """The content of the .ts: one context, sorted by source text, so that a change shows as few lines."""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!DOCTYPE TS>",
            '<TS version="2.1" language="sv_SE" sourcelanguage="en">',
            "<context>",
            f"    <name>{CONTEXT}</name>",
            *(line for source in sorted(texts) for line in _message(source, swedish.get(source, ""))),
            "</context>",
            "</TS>",
            "",
        )
    )


def problems(texts: dict[str, list[str]], swedish: dict[str, str]) -> list[str]:
    """What keeps the Swedish from being complete, one sentence each."""
    unfinished = [f"Not translated ({texts[text][0]}): {text}" for text in sorted(texts) if not swedish.get(text)]
    vanished = [f"No longer in the code, run `make i18n`: {text}" for text in sorted(swedish.keys() - texts.keys())]
    differing = [
        f"Other placeholders in Swedish than in English ({texts[text][0]}): {text}"
        for text in sorted(texts)
        if swedish.get(text) and placeholders(text) != placeholders(swedish[text])
    ]
    return unfinished + vanished + differing


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def update() -> None:
    """Bring the .ts up to date, and build the .qm when it is older."""
    content = ts_text(collect(), read_ts())
    if not TS.exists() or TS.read_text("utf8") != content:
        TS.write_text(content, "utf8")
    if not QM.exists() or QM.stat().st_mtime < TS.stat().st_mtime:
        compile_qm(QM)


def compile_qm(target: Path) -> None:
    found = find_program("lrelease", "/usr/lib/qt5/bin/lrelease", "lrelease-qt5", "lrelease6")
    if not found:
        raise FileNotFoundError(
            "There is no lrelease here, which builds the Swedish texts: run `make qgis`, or install Qt's tools."
        )
    subprocess.run([found, "-silent", str(TS), "-qm", str(target)], check=True)


def _calls_of_tr(path):
    for node in ast.walk(ast.parse(path.read_text("utf8"), str(path))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", None)) == "tr":
            yield node


def _is_one_literal(call):
    literal = len(call.args) == 1 and not call.keywords and isinstance(call.args[0], ast.Constant)
    return literal and isinstance(call.args[0].value, str)


def _finished(translation):
    return "" if translation.get("type") == "unfinished" else translation.text or ""


def _message(source, swedish):
    translation = f"<translation>{escape(swedish)}" if swedish else '<translation type="unfinished">'
    return (
        "    <message>",
        f"        <source>{escape(source)}</source>",
        f"        {translation}</translation>",
        "    </message>",
    )


def main(arguments: list[str]) -> None:
    try:
        if "--check" not in arguments:
            update()
        elif found := problems(collect(), read_ts()):
            sys.exit("\n".join(found))
    except (ValueError, FileNotFoundError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
