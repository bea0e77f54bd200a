"""The edit that the form describes, as the rows of the scenario that then stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..adapters.live_scenario import Basis
from ..adapters.scenario_edit import Row
from ..core.scenarios.changes import CHANGE_ROLE, CLOSE, MOVE, OPEN
from ..core.scenarios.editing import NewFacility, changed_role, closed, moved, new_id, opened
from ..i18n import tr
from .scenario_form import EditForm


class NotYet(ValueError):
    """What the form still lacks, as a sentence."""


def edited(
    form: EditForm, rows: Sequence[Row], year: int, basis: Optional[Basis], service: str
) -> tuple[list[Row], str]:
    """The rows after the edit, and what the step is called. ``service``: what an opened facility is to offer, "" for none."""
    _refuse_unfinished(form)
    name = form.facility.currentText()
    if form.action == OPEN:
        return _opened(form, rows, year, basis, service), tr("add {name}").format(name=form.name.text())
    if form.action == MOVE:
        return moved(rows, form.facility_id, year, form.place), tr("move {name}").format(name=name)
    if form.action == CLOSE:
        return closed(rows, form.facility_id, year), tr("close {name}").format(name=name)
    after = changed_role(rows, form.facility_id, year, form.kind_id, form.role.text().strip())
    return after, tr("change the role of {name}").format(name=name)


def _refuse_unfinished(form: EditForm) -> None:
    if form.action != OPEN and not form.facility_id:
        raise NotYet(tr("Choose a facility first, in the list or on the map."))
    if not form.kind_id and (form.action == OPEN or (form.action == CHANGE_ROLE and not form.role.text().strip())):
        raise NotYet(tr("Choose what type it becomes."))
    if form.action in (OPEN, MOVE) and not all(form.place):
        raise NotYet(tr("Click on the map, or write the place east and north."))


def _opened(form: EditForm, rows: Sequence[Row], year: int, basis: Optional[Basis], service: str) -> list[Row]:
    taken = {str(row.get("facility_id")) for row in rows} | set(basis.known.facilities if basis else ())
    region = basis.region if basis else ""
    new = NewFacility(form.kind_id, form.name.text().strip(), region, service)
    return opened(rows, new_id(form.kind_id, region, taken), year, form.place, new)
