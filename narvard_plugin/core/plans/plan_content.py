"""One version of a plan in memory, whatever file it was read from, and the checksum that tells whether it is a new one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import pandas as pd

#: Columns of the table ``provisions`` that a reader fills; ``wkb`` (EPSG:3006, None = nowhere) stands for the geometry.
PROVISION_COLUMNS = (
    "provision_id", "national_id", "kind", "catalogue_id", "code", "designation", "category", "use_form", "wording",
    "values_json", "motive", "regulates", "valid_months", "wkb",
)  # fmt: skip
#: Documents that a file names: ``role`` of `codes.DOCUMENT_ROLES`, ``investigation`` = underlagstyp as published.
DOCUMENT_COLUMNS = ("name", "role", "investigation", "url")

#: The register's own ids say nothing of the content: the same plan read twice has other ones.
_TOLD = tuple(column for column in PROVISION_COLUMNS if column != "provision_id")


@dataclass(frozen=True)
class PlanContent:
    """What the documents of a plan say in one stage.

    ``areas``: multipolygons as little-endian WKB in EPSG:3006. ``provisions``, ``documents``: object columns as above, None
    where the file says nothing; ``provision_id`` may be None until it is stored. ``case``: those columns of ``plan_cases``
    that the file tells. ``notes``: sentences about what was mended, skipped or unknown. ``sha256``: set where the content was
    completed after it was read, so that looking a provision up in a newer catalogue makes no new version of the plan.
    """

    areas: Sequence[bytes]
    provisions: pd.DataFrame
    documents: pd.DataFrame
    case: Mapping[str, object] = field(default_factory=dict)
    format: str = ""
    notes: Sequence[str] = ()
    object_version: Optional[int] = None
    usability: Optional[str] = None
    documents_date: Optional[str] = None  # ISO
    sha256: str = ""


def provisions_frame(rows: Sequence[Mapping] = ()) -> pd.DataFrame:
    """Provisions with every column, None where a row leaves one out. Raises ValueError for a column that is none of theirs."""
    return _frame(rows, PROVISION_COLUMNS)


def documents_frame(rows: Sequence[Mapping] = ()) -> pd.DataFrame:
    """Documents with every column, None where a row leaves one out."""
    return _frame(rows, DOCUMENT_COLUMNS)


def content_sha256(content: PlanContent) -> str:
    """Hexadecimal SHA-256 of areas, provisions and documents as the file told them; their order does not matter."""
    if content.sha256:
        return content.sha256
    told = {
        "areas": sorted(bytes(area).hex() for area in content.areas),
        "provisions": _canonical(content.provisions, _TOLD),
        "documents": _canonical(content.documents, DOCUMENT_COLUMNS),
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _frame(rows: Sequence[Mapping], columns: Sequence[str]) -> pd.DataFrame:
    unknown = {name for row in rows for name in row} - set(columns)
    if unknown:
        raise ValueError(f"Unknown columns: {sorted(unknown)}")
    table = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in columns}
    return pd.DataFrame(table, columns=list(columns))


def _canonical(rows: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    told = rows.reindex(columns=list(columns)).to_numpy(dtype=object)
    return sorted(json.dumps([_plain(value) for value in row], ensure_ascii=False) for row in told)


def _plain(value) -> Optional[str]:
    """The same text for the same value, whether it comes from a file or from the store (7, 7.0 and "7" alike)."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex()
    if value is None or value != value:  # NaN is how a whole number is missing in a table
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
