"""What Boverket's catalogue of provisions tells of a plan's provisions: designation, category, form of use.

The catalogue says the letter B of one release and another id in the next, so a provision is followed over the releases.
The code of care (D) has not been seen in any release that was read, so nothing here leans on what codes mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, Optional

import pandas as pd

from .plan_content import PlanContent, content_sha256

_INHERITED = ("designation", "category", "use_form")
_FILLED = ("code", *_INHERITED, "wording")


class Matched(NamedTuple):
    """Content with what the catalogue tells filled in, and which provisions it does not tell a category of (positions)."""

    content: PlanContent
    filled: int
    unknown: tuple[int, ...]


def match(content: PlanContent, catalogue: pd.DataFrame) -> Matched:
    """Fill in what the file leaves out of each provision; what it says itself is never changed.

    ``catalogue`` has the columns of the table ``plan_provisions`` (no rows = no catalogue is stored). A provision is found by
    its id, else by its code; where its row is missing or says nothing, by the row that stands instead of it.
    """
    known = _Catalogue(catalogue)
    rows, filled, unknown = [], 0, []
    for at, row in enumerate(content.provisions.to_dict("records")):
        missing = [name for name in _FILLED if row[name] is None]
        for told in known.rows_of(row["catalogue_id"], row["code"]):
            for name in missing:
                row[name] = row[name] if row[name] is not None else told.get(name)
        filled += any(row[name] is not None for name in missing)
        if row["category"] is None:
            unknown.append(at)
        rows.append(row)
    frame = pd.DataFrame(rows, columns=content.provisions.columns, dtype=object)
    completed = PlanContent(**{**vars(content), "provisions": frame, "sha256": content_sha256(content)})
    return Matched(completed, filled, tuple(unknown))


class _Catalogue:
    """The stored releases, looked up by id and by code; of a provision in several releases the newest counts."""

    def __init__(self, table: pd.DataFrame):
        columns = ["provision_id", *_FILLED, "replaces", "replaced_by", "counterpart", "release"]
        table = table.reindex(columns=columns).sort_values("release", ascending=False, kind="stable")
        table = table.astype(object).where(table.notna(), None)
        self._by_id: dict[str, Mapping] = {}
        self._by_code: dict[str, str] = {}
        self._after: dict[str, list[str]] = {}
        for row in table.to_dict("records"):
            one = row["provision_id"]
            self._by_id.setdefault(one, row)
            if row["code"]:
                self._by_code.setdefault(row["code"], one)
            for before in _ids(row["replaces"]):
                self._after.setdefault(before, []).append(one)
            self._after.setdefault(one, []).extend((*_ids(row["counterpart"]), *_ids(row["replaced_by"])))

    def rows_of(self, provision_id: Optional[str], code: Optional[str]) -> list[Mapping]:
        """What is told of a provision, the nearest first: its own row, then what those that stand instead of it agree on.

        A successor has words of its own, so it tells only what kind of provision it is; of a provision that was split nobody
        knows which half it became.
        """
        one = provision_id or (self._by_code.get(code) if code else None)
        found = [self._by_id[one]] if one in self._by_id else []
        ahead, seen = [one], {one}
        while ahead:
            ahead = list(dict.fromkeys(after for each in ahead for after in self._after.get(each, ())))
            ahead = [after for after in ahead if after not in seen]
            seen |= set(ahead)
            rows = [self._by_id[each] for each in ahead if each in self._by_id]
            found += [_agreed(rows)] if rows else []
        return found


def _agreed(rows: list[Mapping]) -> dict:
    """What all rows that say something say alike."""
    said = {name: {row[name] for row in rows if row[name] is not None} for name in _INHERITED}
    return {name: values.pop() for name, values in said.items() if len(values) == 1}


def _ids(text: Optional[str]) -> list[str]:
    return [part.strip() for part in re.split("[;,]", text or "") if part.strip()]
