"""One function's part as a file that is edited anywhere, and merged back by id and version (`narvard-delsvar/1`)."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

from .codes import SEVERITIES, STANCES, VERDICTS
from .rows import plain

FORMAT = "narvard-delsvar/1"
#: What a text in a package may hold, and what a whole package may be.
MOST_LETTERS, MOST_BYTES, MOST_ROWS = 20_000, 20 << 20, 5_000
_MOST_FIGURES = 20

ANSWER, CHECK, REMARK = "answer", "check", "remark"
_LISTS = {CHECK: "checks", REMARK: "remarks"}
#: What may be changed in a file, by kind of row.
EDITABLE = {
    ANSWER: ("status", "handler", "stance", "summary"),
    CHECK: ("answer", "verdict", "reason", "final_text", "confirmed_by"),
    REMARK: ("text", "severity", "rule_id"),
}
#: What a file may write or change, and not take away: that is done in the register.
_KEPT = {ANSWER: ("status",), CHECK: ("answer", "verdict", "confirmed_by"), REMARK: ("text", "severity", "rule_id")}
_ALLOWED = {
    (ANSWER, "status"): ("ej_paborjad", "pagar", "svar_lamnat", "komplettering", "godkand", "berors_ej"),
    (ANSWER, "stance"): STANCES,
    (CHECK, "verdict"): VERDICTS,
    (REMARK, "severity"): SEVERITIES,
}


@dataclass
class PackageError(ValueError):
    """What is wrong in a package: a ``problem`` (json, format, missing, kind, value, long, many, duplicate, removed, rule)
    and where."""

    problem: str
    where: str
    detail: str = ""

    def __str__(self):
        return f"{self.where}: {self.problem} {self.detail}".strip()


class Row(NamedTuple):
    """One row of a package: ``values`` as edited, ``exported`` as they were; a new remark has no id and no version."""

    kind: str
    id: str
    row_version: Optional[int]
    values: Mapping[str, Optional[str]]
    exported: Mapping[str, Optional[str]]

    @property
    def edited(self) -> dict[str, Optional[str]]:
        """What was changed in the file."""
        return {name: text for name, text in self.values.items() if text != self.exported.get(name)}


class Package(NamedTuple):
    referral_id: str
    department: str
    rows: tuple[Row, ...]


class Conflict(NamedTuple):
    """A field that both the file and somebody in the register have changed."""

    kind: str
    id: str
    field: str
    register: Optional[str]
    file: Optional[str]


class Merge(NamedTuple):
    """What a package means for the register: rows to change or add, rows that say nothing new, and what conflicts."""

    changes: tuple[tuple[Row, dict], ...]
    additions: tuple[Row, ...]
    unchanged: int
    conflicts: tuple[Conflict, ...]


def package_row(kind: str, row_id: str, row: Mapping, shown: Mapping) -> dict:
    """A row as it stands in the file: what is shown, what may be edited, and what that was."""
    values = {name: row[name] for name in EDITABLE[kind]}
    return {
        "id": row_id,
        "row_version": row["row_version"],
        "shown": dict(shown),
        "values": values,
        "exported": dict(values),
    }


def read_package(text: str) -> Package:
    """A package from the text of its file. Raises `PackageError` for whatever is not as it should be."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise PackageError("many", "$", str(MOST_BYTES >> 20))
    try:
        told = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        if isinstance(error, PackageError):
            raise
        raise PackageError("json", "$", str(error)[:200]) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise PackageError("format", "$.format", FORMAT)
    rows = [_row(ANSWER, _part(told, "answer", dict), "$.answer")]
    for kind, name in _LISTS.items():
        given = _part(told, name, list)
        if len(given) > MOST_ROWS:
            raise PackageError("many", f"$.{name}", str(MOST_ROWS))
        rows += [_row(kind, one, f"$.{name}[{at}]") for at, one in enumerate(given)]
    seen = set()
    for row in rows:
        if row.id and (row.kind, row.id) in seen:
            raise PackageError("duplicate", f"$.{row.kind}", row.id)
        seen.add((row.kind, row.id))
    return Package(_word(told, "referral_id", "$"), _word(told, "department", "$"), tuple(rows))


def merge_package(package: Package, register: Mapping[tuple[str, str], Mapping], take: Collection[str] = ()) -> Merge:
    """Compare a package with the ``register`` (kind, id -> row with ``row_version``).

    A row that was edited in the file and not in the register is changed; one that was edited in both is a conflict,
    field by field where the values differ, and nothing of it is merged unless its id is in ``take``: then the file's
    values go in. A row whose ``row_version`` in the register is None conflicts whenever it was edited. Raises
    `PackageError` for a row that the register does not have (missing), and for what a file can't take away (removed) or
    give an old remark (rule).
    """
    changes, additions, conflicts, unchanged = [], [], [], 0
    for row in package.rows:
        if not row.id:
            additions.append(row)
            continue
        stored = register.get((row.kind, row.id))
        if stored is None:
            raise PackageError("missing", f"$.{row.kind}", row.id)
        wanted = {name: text for name, text in row.edited.items() if (stored[name] or None) != text}
        _check_wanted(row, wanted, stored)
        if not wanted:
            unchanged += 1
        elif _as_exported(row, stored) or row.id in take:
            changes.append((row, wanted))
        else:
            conflicts += [Conflict(row.kind, row.id, name, stored[name], text) for name, text in wanted.items()]
    return Merge(tuple(changes), tuple(additions), unchanged, tuple(conflicts))


def _as_exported(row: Row, stored: Mapping) -> bool:
    """Whether nobody has changed in the register what the file can change; a new number or place is no such change."""
    if stored["row_version"] is None:
        return False
    same = all((stored[name] or None) == row.exported.get(name) for name in EDITABLE[row.kind])
    return stored["row_version"] == row.row_version or same


def _check_wanted(row: Row, wanted: Mapping[str, Optional[str]], stored: Mapping) -> None:
    for name, text in wanted.items():
        if text is None and name in _KEPT[row.kind]:
            raise PackageError("removed", f"$.{row.kind}.{name}", stored[name])
        if (row.kind, name) == (REMARK, "rule_id"):
            raise PackageError("rule", f"$.{row.kind}.{name}", text)


def _row(kind: str, told, where: str) -> Row:
    if not isinstance(told, dict):
        raise PackageError("kind", where)
    version = told.get("row_version")
    row_id = told.get("id") or ""
    if not isinstance(row_id, str) or len(row_id) > 100:
        raise PackageError("kind", f"{where}.id")
    if row_id and (isinstance(version, bool) or not isinstance(version, int) or not 0 < version < 2**53):
        raise PackageError("kind", f"{where}.row_version")
    if not row_id and kind != REMARK:
        raise PackageError("missing", f"{where}.id")
    values = _values(kind, _part(told, "values", dict, where), f"{where}.values")
    exported = _values(kind, _part(told, "exported", dict, where), f"{where}.exported") if row_id else {}
    if not row_id and not values.get("text"):
        raise PackageError("missing", f"{where}.values.text")
    return Row(kind, row_id, version if row_id else None, values, exported)


def _values(kind: str, told: Mapping, where: str) -> dict[str, Optional[str]]:
    unknown = [name for name in told if name not in EDITABLE[kind]]
    if unknown:
        raise PackageError("value", f"{where}.{unknown[0][:40]}")
    found = {}
    for name, text in told.items():
        place = f"{where}.{name}"
        if text is not None and not isinstance(text, str):
            raise PackageError("kind", place)
        if text is not None and len(text) > MOST_LETTERS:
            raise PackageError("long", place, str(MOST_LETTERS))
        found[name] = (plain(text).strip() or None) if text is not None else None
        if found[name] is not None and found[name] not in _ALLOWED.get((kind, name), (found[name],)):
            raise PackageError("value", place, found[name][:60])
    return found


def _part(told: Mapping, name: str, kind: type, where: str = "$"):
    if not isinstance(told.get(name), kind):
        raise PackageError("missing" if told.get(name) is None else "kind", f"{where}.{name}")
    return told[name]


def _word(told: Mapping, name: str, where: str) -> str:
    text = _part(told, name, str, where)
    if not text or len(text) > 100:
        raise PackageError("value", f"{where}.{name}")
    return text


def _object(pairs: Sequence[tuple]) -> dict:
    told: dict = {}
    for name, value in pairs:
        if name in told:
            raise PackageError("duplicate", "$", name[:60])
        told[name] = value
    return told


def _whole(text: str) -> int:
    """A whole number no longer than any that belongs here: one of a million figures would take an hour to read."""
    if len(text) > _MOST_FIGURES:
        raise PackageError("json", "$", f"{text[:20]}…")
    return int(text)


def _refuse_constant(text: str) -> float:
    raise PackageError("json", "$", text if not math.isnan(float(text)) else "NaN")
