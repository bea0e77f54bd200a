"""Rows of the register as plain values: what is missing is None, whole numbers are whole, text is text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

import pandas as pd

#: What no text needs and a reader can be fooled by: control characters, marks that turn the reading direction or have no
#: width, and code points that are no letters (half a pair, U+FFFE and U+FFFF).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def plain(text: str) -> str:
    """``text`` from outside without what can't be seen, in lines that end alike; everything else stands as it was."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """``text`` from outside as a name or title: plain, and no line breaks."""
    return " ".join(plain(text).split())


def value(cell):
    """A cell of a table as a plain value: None where missing, text plain, whole numbers whole."""
    if isinstance(cell, str):
        return plain(cell)
    if cell is None or pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.isoformat()
    number = cell.item() if hasattr(cell, "item") else cell
    if isinstance(number, float):
        if not math.isfinite(number):
            return None
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    return number


def records(frame: pd.DataFrame, columns: Iterable[str] = ()) -> list[dict]:
    """Every row as {column: plain value}, of ``columns`` or all but geometry."""
    names = list(columns) or [name for name in frame.columns if name != "geom"]
    return [
        {name: value(cell) for name, cell in zip(names, row)} for row in frame[names].itertuples(index=False, name=None)
    ]


def record(frame: pd.DataFrame) -> dict:
    """The first row as `records` gives it."""
    return records(frame.head(1))[0]
