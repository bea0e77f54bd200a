"""What SQLite says when something is wrong, as the errors of every workspace."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Optional

from .errors import Busy, DiskFull, NotAWorkspace, ReadOnlyPlace, StoreError, StoreFailed
from .guards import error_of, refusal_in
from .schema import ROW_KEY, Table

#: How long a writer waits for another one before it gives up with a sentence.
BUSY_SECONDS = 5.0


@contextlib.contextmanager
def worded(path: Path, busy_seconds: float = BUSY_SECONDS):
    """Turn what SQLite raises of the database at ``path`` into a `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise error_for(path, busy_seconds, error) from error
    except UnicodeDecodeError as error:  # a damaged file: what should be text is none
        raise NotAWorkspace(str(path), str(error)) from error


def error_for(path: Path, busy_seconds: float, error: sqlite3.Error) -> StoreError:
    """What ``error`` means for the workspace at ``path``."""
    text = str(error)
    refusal = refusal_in(text)
    if refusal:
        return error_of(refusal)
    if "locked" in text:
        return Busy(str(path), busy_seconds)
    if "readonly" in text or "unable to open" in text:
        return ReadOnlyPlace(str(path))
    if "full" in text:
        return DiskFull(str(path))
    if "not a database" in text or "malformed" in text:
        return NotAWorkspace(str(path), text)
    return StoreFailed(str(path), text)


def broken_rule(table: Table, message: str) -> tuple[str, Optional[str]]:
    """The problem and its column, from SQLite's words for a constraint that failed."""
    kind, _, subject = message.partition(" constraint failed: ")
    if kind == "CHECK":
        problem, _, name = subject.partition(":")
        return (name, None) if problem == "rule" else (problem, name)
    if kind == "NOT NULL":
        return "blank", subject.rpartition(".")[2]
    if kind == "UNIQUE":
        first = subject.partition(",")[0].partition(".")[2]
        if first in table.column_names or first == ROW_KEY:
            return "duplicate", first
        return "duplicate", table.key[0]  # an index where a missing value counts as one has only a name
    return message, None
