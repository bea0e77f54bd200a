"""The pieces that the page is put together from: numbers, tables, maps and drawings, and numbers as Swedes write them."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable
from pathlib import Path

from .maps import Picture


def beside(shown: dict[str, Picture], name: str, text: str) -> str:
    return f'<div class="beside">{figure(shown[name])}<div>{text}</div></div>'


def maps_of(shown: dict[str, Picture], *names: str) -> str:
    return f'<div class="maps">{"".join(figure(shown[name]) for name in names)}</div>'


def figure(picture: Picture) -> str:
    data = base64.b64encode(picture.png.read_bytes()).decode("ascii")
    title, method = html.escape(picture.sheet.title), html.escape(picture.sheet.method)
    image = f'<img src="data:image/png;base64,{data}" alt="Karta: {title}">'
    return f"<figure>{image}<figcaption><b>{title}</b> {method}</figcaption></figure>"


def drawing(page: Path, number: int, caption: str) -> str:
    """One of the drawings on a page that a tool has written, the first being 0."""
    drawn = re.findall("<svg.*?</svg>", page.read_text(encoding="utf-8"), flags=re.DOTALL)[number]
    return f'<figure class="drawing">{drawn}<figcaption>{html.escape(caption)}</figcaption></figure>'


def numbers_row(*pairs: tuple[str, str]) -> str:
    cells = (f"<div><b>{html.escape(value)}</b>{html.escape(label)}</div>" for value, label in pairs)
    return f'<div class="numbers">{"".join(cells)}</div>'


def table(title: str, header: Iterable[str], rows: Iterable[Iterable[str]], marks: Iterable[str] = ()) -> str:
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in header)
    rows = list(rows)
    body = "".join(
        f'<tr class="{mark}">' + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row, mark in zip(rows, list(marks) or [""] * len(rows))
    )
    return f"<table><caption>{html.escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{html.escape(text)}</p>' if kind else f"<p>{html.escape(text)}</p>"


def number(value: float) -> str:
    """Swedish: a narrow space between thousands."""
    return f"{value:,.0f}".replace(",", "\u202f")


def decimal(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def share(part: float, whole: float) -> str:
    return f"{decimal(100 * part / whole)} %"


def signed(per_cent: float) -> str:
    return f"{decimal(per_cent)} %".replace("-", "−") if per_cent < 0 else f"+{decimal(per_cent)} %"
