"""A page from its template: words escaped, drawings and tables as they are; it fetches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import Template


def page(template: str, words: Mapping[str, str], markup: Mapping[str, str]) -> str:
    """The ``template`` (places as ``$name``) filled in: ``words`` as plain text, ``markup`` made by the plugin itself.

    Raises ``KeyError`` where the template has a place that nothing fills.
    """
    plain = {name: escape(text) for name, text in words.items()}
    return Template(template).substitute(plain, **markup)


def paragraphs(sentences: Iterable[str]) -> str:
    """Each sentence as a paragraph; empty ones are left out."""
    return "\n".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)


def table_rows(rows: Iterable[Sequence[str]], texts: int = 1, *, total_last: bool = False) -> str:
    """Rows of a table: the first cell heads its row, the first ``texts`` cells are words and the rest numbers."""
    found = list(rows)
    return "\n".join(_row(cells, texts, total=total_last and at == len(found) - 1) for at, cells in enumerate(found))


def _row(cells: Sequence[str], texts: int, *, total: bool) -> str:
    kind = ' class="total"' if total else ""
    told = "".join(
        f"<td>{escape(cell)}</td>" if at < texts - 1 else f'<td class="number">{escape(cell)}</td>'
        for at, cell in enumerate(cells[1:])
    )
    return f'<tr{kind}><th scope="row">{escape(cells[0])}</th>{told}</tr>'


def head_row(names: Sequence[str], texts: int = 1) -> str:
    """The names of a table's columns; those of numbers stand over them."""
    cells = (
        f'<th scope="col"{"" if at < texts else chr(32) + _NUMBER}>{escape(name)}</th>' for at, name in enumerate(names)
    )
    return f"<tr>{''.join(cells)}</tr>"


_NUMBER = 'class="number"'
