"""What `watchplans` writes into the register when it is asked to: new plans as watched cases, and what the sources say now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Optional

from qgis.core import QgsGeometry

from ...adapters.plan_geometry import union_of
from ...adapters.reading import Cancelled
from ...core.plans import codes
from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...core.plans.watch import Known, Seen
from ...i18n import tr
from ...sources.ngp_items import SOURCE as NGP
from ...store.plans.cases import add_case, change_case, has_provisions, note_event, store_version, versions_of
from ...store.plans.errors import PlanRefused
from .watch_rows import source_label


def keep(
    workspace,
    new: Sequence[Seen],
    pairs: Sequence[tuple[Known, Seen, bool]],
    gone: Sequence[Known],
    areas: Mapping[str, bytes],
    row_versions: Mapping[str, int],
    today: date,
    feedback,
) -> dict[str, str]:
    """Store it all in one transaction; the ids of new cases by item id. Raises `Cancelled`, and nothing is stored.

    ``pairs``: (case, plan, whether its area moved). A case's own status and name are a person's and stay: what the source
    says is written beside them.
    """
    with workspace.transaction():
        stored = workspace.read("plan_cases")
        if dict(zip(stored["plan_id"], stored["row_version"])) != dict(row_versions):  # somebody else came between
            raise PlanRefused("register_changed")
        made = {}
        for item in new:
            _go_on(feedback)
            made[item.item_id] = _add(workspace, item, areas.get(item.item_id), today)
        for case, item, moved in pairs:
            _go_on(feedback)
            values = {"last_seen": today.isoformat(), "source_status": item.status or None, "vanished": None}
            if (case.last_seen, case.source_status, case.vanished) != (today.isoformat(), item.status, ""):
                change_case(workspace, case.plan_id, values, row_versions[case.plan_id], today)
            if moved:
                _store_area(workspace, case.plan_id, item, areas[item.item_id], known=True)
        for case in gone:
            if not case.vanished:
                values = {"vanished": today.isoformat()}
                change_case(workspace, case.plan_id, values, row_versions[case.plan_id], today)
    return made


def _go_on(feedback) -> None:
    if feedback.isCanceled():
        raise Cancelled


def _add(workspace, item: Seen, area: Optional[bytes], today: date) -> str:
    plan_id = add_case(
        workspace,
        {
            "municipality": item.municipality,
            "name": item.name or item.item_id,
            "designation": item.designation,
            "national_id": item.national_id,
            **({"kind": item.kind} if item.kind else {}),
            "status": "bevakad",
            "source_status": item.status,
            "source": source_label(item.source),
            "came_by": "NGP" if item.source == NGP else "kommunens_karta",
            "last_seen": today.isoformat(),
        },
        today,
    )
    if area is not None:
        _store_area(workspace, plan_id, item, area)
    text = tr("Found by the watch of plans in {source}, stage {stage}.")
    text = text.format(source=source_label(item.source), stage=item.status or tr("not told"))
    note_event(workspace, "upptackt", text, plan_id=plan_id, municipality=item.municipality)
    return plan_id


def _store_area(workspace, plan_id: str, item: Seen, area: bytes, known: bool = False) -> None:
    """The area as it was published, so that a later change of it can be seen.

    Of a case that has a version with provisions the area alone would be a poorer newest version: the difference is told
    until somebody imports the new documents.
    """
    if known and any(has_provisions(workspace, one) for one in versions_of(workspace, plan_id)["version_id"].tail(1)):
        return
    joined: Optional[QgsGeometry] = union_of([area])
    if joined is None:
        return
    content = PlanContent([bytes(joined.asWkb())], provisions_frame(), documents_frame(), format=item.source)
    stage = item.status.casefold() if item.status.casefold() in codes.STAGES else "övrigt"
    store_version(workspace, plan_id, content, stage=stage)
