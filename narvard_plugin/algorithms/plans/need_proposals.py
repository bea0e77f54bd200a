"""Needs of premises that the need of plans gives rise to: one per health centre without room for them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...adapters.crs import transform_xy
from ...adapters.reading import as_text, listed
from ...adapters.tables import has_field, read_columns
from ...core.plans.cumulative import too_many
from ...i18n import number, tr
from ...store.plans.proposals import propose_needs
from ...store.workspace import open_workspace
from .need_results import BREAKS, statuses


class Proposals(NamedTuple):
    """Rows of ``local_needs``, and their points (EPSG:3006) in the plan that most people come from."""

    needs: list[dict]
    xy: list[list[float]]


def proposals(tool, parameters, context, coming, found, account, feedback) -> Proposals:
    """What to propose, read and computed before anything is written. ``found``: the horizons, for the first year."""
    if not tool.parameterAsBoolean(parameters, "PROPOSE", context):
        return Proposals([], [])
    names = _centre_names(tool, parameters, context, feedback)
    municipalities = _municipalities(tool, parameters, context, coming)
    service = tool.parameterAsString(parameters, "SERVICE", context) or "vardcentral"
    needs, xy, lost = [], [], []
    for at in np.flatnonzero([status == BREAKS for status in statuses(coming)]):
        centre, people = coming.question.facilities.ids[at], coming.added[:, at]
        largest = int(people.argmax())
        if municipalities[largest] is None:
            lost.append(centre)
            continue
        place = names.get(centre, centre)
        year = next((one.year for one in found if one.year and too_many(one.added[at], coming.left[at])), None)
        needs.append({
            "municipality": municipalities[largest], "place": place, "service": service, "earliest_year": year,
            "basis": _basis(coming, at, place),
        })  # fmt: skip
        xy.append(coming.plans.xy[largest])
    if lost:
        text = tr(
            "No need is proposed for {n} centres, since the municipality of their plans is not known: {list}. Give the field MUNICIPALITY."
        )
        account.say(feedback, text.format(n=len(lost), list=listed(lost)), warn=True)
    target, points = QgsCoordinateReferenceSystem("EPSG:3006"), np.array(xy, float).reshape(-1, 2)
    return Proposals(needs, transform_xy(points, coming.question.crs, target, context.transformContext()).tolist())


def write_proposals(tool, parameters, context, proposed: Proposals, account, feedback) -> int:
    """Write them into the register; how many were not there already."""
    if not proposed.needs:
        return 0
    with open_workspace(tool.parameterAsString(parameters, "WORKSPACE", context), tool=tool.ID) as workspace:
        written = propose_needs(workspace, proposed.needs, proposed.xy)
    text = tr("{n} needs of premises were proposed: {list}.")
    account.say(feedback, text.format(n=len(written.added), list=listed(written.added) or "–"))
    if written.standing:
        text = tr("{n} needs stand in the register already and were not written again: {list}.")
        account.say(feedback, text.format(n=len(written.standing), list=listed(written.standing)))
    return len(written.added)


def _basis(coming, at: int, place: str) -> str:
    people, left = coming.added[:, at], float(coming.left[at])
    if left < 0:
        text = tr(
            "{plans} add {people} listed people to {centre}, which is {left} over the norm {norm} before any plan."
        )
    else:
        text = tr("{plans} add {people} listed people to {centre}, which has {left} places left by the norm {norm}.")
    return text.format(
        plans=", ".join(coming.plans.ids[people > 0]), people=number(round(float(people.sum()))), centre=place,
        left=number(abs(round(left))), norm=number(coming.assumed.listed_per_gp),
    )  # fmt: skip


def _centre_names(tool, parameters, context, feedback) -> dict[str, str]:
    source = tool.source(parameters, "FACILITIES", context)
    field = tool.parameterAsString(parameters, "FACILITY_ID", context)
    if not field or not has_field(source, "name"):
        return {}
    columns = read_columns(source, "FACILITIES", [field, "name"], feedback)
    rows = zip(columns[field], columns["name"])
    return {as_text(own): as_text(name) for own, name in rows if own is not None and name}


def _municipalities(tool, parameters, context, coming) -> list:
    """The four digits of every plan's municipality, by its field or by the register; None where they are not known."""
    field = tool.parameterAsString(parameters, "MUNICIPALITY", context)
    if field:
        codes = [None if value is None else as_text(value) for value in coming.plans.columns[field]]
    else:
        ids = [str(own) for own in coming.plans.ids]
        with open_workspace(tool.parameterAsString(parameters, "WORKSPACE", context), writable=False) as workspace:
            cases = workspace.read("plan_cases", within={"plan_id": ids})
        known = dict(zip(cases["plan_id"], cases["municipality"]))
        codes = [known.get(own) for own in ids]
    return [code if code and len(code) == 4 and code.isdigit() else None for code in codes]
