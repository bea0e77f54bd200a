"""One plan as a review meets it: the version that is judged, what was asked and answered about it before, and their checksums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Optional

import pandas as pd

from . import codes
from .review_run import AREAS, CASE, DOCUMENTS, PREVIOUS, PROVISIONS, REFERRAL, REMARKS, fingerprint

#: The stage in which rules are run for a plan that nobody has sent, by the plan's status.
_STAGE_BY_STATUS = {
    "bevakad": "planbesked",  # of a plan that is only known of, its place can be judged
    "planbesked": "planbesked",
    "planuppdrag": "planbesked",
    "påbörjad": "planbesked",
    "program": "program",
    "samråd": "samråd",
    "granskning": "granskning",
    "antagen": "antagen",
    "överklagad": "antagen",
    "tillsyn": "antagen",
    "laga kraft": "antagen",
}
#: What says nothing of a plan's content: ids and versions of rows, and when something was seen.
_NOT_CONTENT = ("row_version", "last_seen", "noticed", "version_id", "provision_id", "document_id", "sha256", "stored")


@dataclass(frozen=True)
class PlanInput:
    """A plan in one version. Geometry is WKB in EPSG:3006.

    ``case`` and ``referral`` are rows of the register (None = missing; an empty referral = nobody has asked);
    ``provisions`` have the column ``wkb``; ``previous`` is the version of an earlier stage, None where there is none;
    ``earlier_remarks`` are those of the plan's earlier planremisser, None where the region was not asked before.
    """

    plan_id: str
    case: Mapping[str, object] = field(hash=False)
    stage: str
    areas: Sequence[bytes] = field(default=(), hash=False)
    provisions: pd.DataFrame = field(default_factory=pd.DataFrame, hash=False, repr=False)
    documents: pd.DataFrame = field(default_factory=pd.DataFrame, hash=False, repr=False)
    referral: Mapping[str, object] = field(default_factory=dict, hash=False)
    version_id: Optional[str] = None
    previous: Optional[PlanInput] = field(default=None, hash=False, repr=False)
    earlier_remarks: Optional[Sequence[Mapping]] = field(default=None, hash=False, repr=False)

    @property
    def name(self) -> str:
        return str(self.case.get("name") or self.plan_id)

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """Checksum of every part of the plan that a rule can rest on."""
        found = {
            AREAS: fingerprint(sorted(area.hex() for area in self.areas)),
            PROVISIONS: _of_rows(self.provisions),
            CASE: fingerprint(_content(self.case)),
            DOCUMENTS: _of_rows(self.documents),
            REFERRAL: fingerprint({name: self.referral.get(name) for name in _DATES_OF_A_REFERRAL}),
            REMARKS: fingerprint([_content(remark) for remark in self.earlier_remarks or ()]),
        }
        before = self.previous
        found[PREVIOUS] = fingerprint(
            None if before is None else [before.parts[part] for part in (AREAS, PROVISIONS, DOCUMENTS)]
        )
        return found


_DATES_OF_A_REFERRAL = ("stage", "received", "start", "answer_by", "extension_to", "level", "meeting", "standing")


def stage_of(case: Mapping) -> str:
    """The stage in which a plan is judged when nobody has asked: by its status, of a watched one by what its source said
    last; "övrigt" where none fits."""
    told = case.get("source_status") if case.get("status") == "bevakad" else None
    return _STAGE_BY_STATUS.get(told) or _STAGE_BY_STATUS.get(case.get("status"), "övrigt")


def earlier_version(versions: Sequence[Mapping], version_id: str) -> Optional[str]:
    """The version that a later one is compared with, None where there is none.

    The one that it names as ``previous``; else the newest of the stages before its own, or of its own with a lower number.
    """
    this = next(one for one in versions if one["version_id"] == version_id)
    if this.get("previous"):
        return this["previous"]
    place = _place(this)
    before = [one for one in versions if _place(one) < place and one["version_id"] != version_id]
    return max(before, key=_place)["version_id"] if before else None


def newest_version(versions: Sequence[Mapping], stage: str = "") -> Optional[str]:
    """The newest version, of ``stage`` if there is one; None where there is none at all."""
    of_stage = [one for one in versions if one["stage"] == stage] or list(versions)
    return max(of_stage, key=_place)["version_id"] if of_stage else None


def _place(version: Mapping) -> tuple[int, int]:
    return codes.STAGES.index(version["stage"]), int(version["number"])


def _of_rows(rows: pd.DataFrame) -> str:
    return fingerprint(sorted(fingerprint(_content(row)) for row in rows.to_dict("records")))


def _content(row: Mapping) -> dict:
    return {name: _plain(value) for name, value in row.items() if name not in _NOT_CONTENT}


def _plain(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex()
    return None if value is None or value != value else str(value)
