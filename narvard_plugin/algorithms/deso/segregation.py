"""Segregation: how unevenly groups of people live among areas, in numbers and in words."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...adapters.contiguity import centres, shared_borders
from ...adapters.ground import geometries_of, measuring_crs_of, on_ground
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows
from ...core.deso.borders import Borders
from ...core.deso.segregation import delta, morrill, one_group, several_groups, wong
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from .same_place import say_same_place
from .segregation_words import reading, say_ground

_ORDER = (
    "dissimilarity", "isolation", "exposure", "eta2", "entropy", "gini", "morrill", "delta", "minmax", "wong",
)  # fmt: skip
_MULTI = ("multigroup_d", "multigroup_h", "multigroup_exposure")


class Ground(NamedTuple):
    """What the map tells of the areas (a): ``area`` (a, km²), and which are ``near`` each other; None = not known."""

    area: Optional[np.ndarray]
    near: Optional[Borders]


class Counts(NamedTuple):
    """People at one time: ``groups`` {field: people in each area (a)} and everybody, ``total`` (a)."""

    groups: dict[str, np.ndarray]
    total: np.ndarray

    def take(self, rows) -> Counts:
        return Counts({name: count[rows] for name, count in self.groups.items()}, self.total[rows])


class Segregation(AreaAlgorithm):
    ID = "segregation"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "segregation", "dissimilarity", "isolation", "exposure", "evenness", "olikhetsindex", "boendesegregation",
        "segregationsindex", "grupper", "DeSO",
    )  # fmt: skip

    def displayName(self):
        return tr("Segregation of groups among areas")

    def shortHelpString(self):
        return tr(
            "Measures how unevenly one or several groups of people live among areas, all areas together.\n\n"
            "AREAS is a layer or table with the number of people of each GROUP and of all people (TOTAL). OUTPUT is a table with a row for "
            "each measure and group: measure, value, group, share (the group's share of all people), people, areas, and reading, which "
            "says in words what the value means.\n\n"
            "Look at dissimilarity first: the share of the group that would have to move to another area for it to be evenly spread. "
            "isolation and exposure tell whom a member of the group has around; eta2, entropy, gini and minmax are other measures of evenness, 0 = even and 1 = "
            "wholly apart. morrill and wong lower dissimilarity by how much neighbouring areas differ, and need polygons. delta "
            "compares with the areas' size. multigroup_d, multigroup_h and multigroup_exposure take all groups at once: nobody may belong to two of them, and those who belong "
            "to none are a group of their own, the rest. With one GROUP they are the group and the rest.\n\n"
            "With GROUP_BEFORE and TOTAL_BEFORE, the same areas at an earlier date, the table also has before and change. Only areas with "
            "numbers at both dates count. Areas whose borders have changed must not be compared.\n\n"
            "The values depend on how large the areas are: compare only the same kind of areas. Where a group has few people per area, "
            "it is unevenly spread by chance alone. Areas without a number are left out and listed; a negative number stops the tool. Where nobody or everybody "
            "belongs to a group, its measures are empty. An area without people has no part, but in morrill and wong its share is 0, and its "
            "land counts in delta. The polygons of DeSO and RegSO reach out into the sea: give LAND_AREA.\n\n"
            "Method: the measures of the open package segregation (PySAL), whose figures they reproduce."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas with numbers of people. A table does as well, without the measures that need a map."))
        self.add_field("GROUP", tr("People of the group (one or several fields)"), many=True,
                       text=tr("Numbers of people, not shares. Several groups are measured one by one and all at once."))  # fmt: skip
        self.add_field("TOTAL", tr("All people (field)"), tr("Everybody in the area, whether in a group or not."))
        self.add_field("GROUP_BEFORE", tr("People of the group at an earlier date (fields)"), many=True, optional=True, advanced=True,
                       text=tr("As many fields as GROUP, in the same order."))  # fmt: skip
        self.add_field("TOTAL_BEFORE", tr("All people at an earlier date (field)"), optional=True, advanced=True,
                       text=tr("Everybody in the area at the date of GROUP_BEFORE."))  # fmt: skip
        self.add_field("LAND_AREA", tr("Land area, km² (field; blank = the polygon's whole area)"), optional=True, advanced=True,
                       text=tr("For delta. The polygons may hold sea and lakes."))  # fmt: skip
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Segregation"), QgsProcessing.SourceType.TypeVector)
        )

    def checkParameterValues(self, parameters, context):
        groups, before = (self._fields(parameters, name, context) for name in ("GROUP", "GROUP_BEFORE"))
        if not groups:
            return False, tr("{names} must name a field.").format(names="GROUP")
        if bool(before) != bool(self.field(parameters, "TOTAL_BEFORE", context)) or len(before) not in (0, len(groups)):
            return False, tr(
                "Give GROUP_BEFORE as many fields as GROUP, in the same order, and TOTAL_BEFORE; or neither of them."
            )
        return super().checkParameterValues(parameters, context)

    def _fields(self, parameters, name, context) -> list[str]:
        return list(dict.fromkeys(self.field_list(parameters, name, context)))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        source = self.source(parameters, "AREAS", context)
        names = {name: self.field(parameters, name, context) for name in ("TOTAL", "TOTAL_BEFORE", "LAND_AREA")}
        groups, earlier = (self._fields(parameters, name, context) for name in ("GROUP", "GROUP_BEFORE"))
        rows = self.read_areas(parameters, context, [*groups, *earlier, *names.values()], feedback)
        now = _counts(rows, groups, groups, names["TOTAL"])
        before = _counts(rows, groups, earlier, names["TOTAL_BEFORE"]) if earlier else None
        kept = _kept(rows, [now, before] if earlier else [now], account, feedback)
        ids = rows.ids[kept]
        now = _capped(now.take(kept), ids, account, feedback)
        before = _capped(before.take(kept), ids, account, feedback) if earlier else None
        fids = [rows.fids[row] for row in kept]
        land = rows.counts(names["LAND_AREA"], "AREAS")[kept] if names["LAND_AREA"] else None
        ground = self._ground(source, fids, ids, land, context, account, feedback)
        feedback.setProgress(80)
        found = _table(now, before, ground, len(ids), account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        columns = _columns(bool(earlier))
        account.name_columns("OUTPUT", columns)
        with Outputs(self, parameters, context, feedback) as outputs:
            lines = [(None, line) for line in found]
            outputs.write("OUTPUT", fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), lines)
        self.keep(account, outputs.results, context)
        return outputs.results

    def _ground(self, source, fids, ids, land, context, account, feedback) -> Ground:
        if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
            say_ground(None, land, ids, account, feedback)
            return Ground(land, None)
        shapes = geometries_of(source, "AREAS", fids, feedback)
        crs, transforms = source.sourceCrs(), context.transformContext()
        say_same_place(ids, centres(shapes, crs, transforms), "AREAS", account, feedback)
        size = _square_km(shapes, crs, transforms, feedback)
        say_ground(size, land, ids, account, feedback)
        near = shared_borders(shapes, crs, transforms, feedback) if np.isfinite(size).any() else None
        return Ground(size if land is None else land, near)


def _columns(compared: bool) -> list[Column]:
    return [
        Column("measure", "text", tr("Measure")),
        Column("value", "real", tr("Value")),
        *([Column("before", "real", tr("Value before")), Column("change", "real", tr("Change"))] if compared else []),
        Column("group", "text", tr("Group")),
        Column("share", "real", tr("Share of all people")),
        Column("people", "real", tr("People")),
        Column("areas", "integer", tr("Areas with people")),
        Column("reading", "text", tr("What it means")),
    ]


def _counts(rows: Rows, names, fields, total) -> Counts:
    """The people of ``fields``, called ``names``."""
    return Counts(
        {name: rows.counts(field, "AREAS") for name, field in zip(names, fields)}, rows.counts(total, "AREAS")
    )


def _kept(rows: Rows, times, account, feedback) -> np.ndarray:
    """The rows with every number, by rising id, so that their order in the layer changes nothing."""
    known = np.ones(len(rows.ids), bool)
    for counts in times:
        known &= np.isfinite([counts.total, *counts.groups.values()]).all(0)
    if not known.all():
        text = tr("{n} areas lack a number of people and are left out: {list}.")
        account.say(feedback, text.format(n=int((~known).sum()), list=listed(rows.ids[~known])), warn=True)
    kept = np.flatnonzero(known)
    for counts in times:
        if not counts.total[kept].sum() > 0:
            raise QgsProcessingException(
                tr("Nobody lives in the areas, so there is nothing to compare. Choose other fields or areas.")
            )
    return kept[np.argsort(rows.ids[kept], kind="stable")]


def _capped(counts: Counts, ids, account, feedback) -> Counts:
    """No group larger than all people: SCB perturbs small numbers."""
    for name, count in counts.groups.items():
        over = count > counts.total
        if over.any():
            text = tr(
                "{n} areas have more people in {field} than in all ({over} too many); they are counted as all: {list}."
            )
            excess = number((count - counts.total)[over].sum())
            text = text.format(n=int(over.sum()), field=name, over=excess, list=listed(ids[over]))
            account.say(feedback, text, warn=True)
    return counts._replace(groups={name: np.minimum(count, counts.total) for name, count in counts.groups.items()})


def _table(now: Counts, before: Counts | None, ground: Ground, areas: int, account, feedback) -> list[list]:
    """The rows of OUTPUT: each group's measures, then those of all groups at once."""
    lines = []
    inhabited, people = int((now.total > 0).sum()), float(now.total.sum())
    for name, count in now.groups.items():
        found = _measures(count, now.total, ground)
        earlier = None if before is None else _measures(before.groups[name], before.total, ground)
        share = float(count.sum() / people)
        lines += _lines(_ORDER, found, earlier, [name, share, float(count.sum()), inhabited], share)
    found, label = _all_groups(now, account, feedback)
    earlier = None if before is None else _all_groups(before, account, feedback)[0]
    lines += _lines(_MULTI, found, earlier, [label, None, people, inhabited], np.nan)
    text = tr("{n} areas with {people} people; {empty} areas have none.")
    account.say(feedback, text.format(n=inhabited, people=number(people), empty=areas - inhabited))
    return lines


def _lines(order, found, earlier, about, share) -> list[list]:
    lines = []
    for measure in order:
        value = found[measure]
        compared = []
        if earlier is not None:
            compared = numbers([earlier[measure], value - earlier[measure]])
        lines.append([measure, *numbers([value]), *compared, *about, reading(measure, value, share, found)])
    return lines


def _measures(group, total, ground: Ground) -> dict[str, float]:
    return {
        **one_group(group, total),
        "delta": np.nan if ground.area is None else delta(group, total, ground.area),
        "morrill": np.nan if ground.near is None else morrill(group, total, ground.near),
        "wong": np.nan if ground.near is None else wong(group, total, ground.near),
    }


def _all_groups(counts: Counts, account, feedback) -> tuple[dict[str, float], str]:
    """The multigroup measures, and what they are of; those in no group are one of their own."""
    groups, label = np.column_stack(list(counts.groups.values())), ", ".join(counts.groups)
    rest = counts.total - groups.sum(1)
    if (rest < 0).any():
        text = tr(
            "In {n} areas the groups are more than all people ({over} too many): somebody belongs to two of them, or SCB's "
            "perturbed numbers do not add up. The multigroup measures are empty. Where nobody belongs to two, give the "
            "groups' sum as TOTAL."
        )
        over = number(-rest[rest < 0].sum())
        account.say(feedback, text.format(n=int((rest < 0).sum()), over=over), warn=True)
        return dict.fromkeys(_MULTI, np.nan), label
    if rest.any():
        if len(counts.groups) > 1:
            text = tr(
                "{people} people belong to none of the groups; they are a group of their own, the rest. If somebody can belong to two of the groups, the multigroup measures mean nothing."
            )
            account.say(feedback, text.format(people=number(rest.sum())))
        groups, label = np.column_stack([groups, rest]), tr("{groups} and the rest").format(groups=label)
    return several_groups(groups), label


def _square_km(shapes, crs, transforms, feedback) -> np.ndarray:
    """The area of each polygon (a) on the ground, in km²; NaN where there is none."""
    target = measuring_crs_of(shapes, crs, transforms)
    if target is None:
        return np.full(len(shapes), np.nan)
    found = on_ground(range(len(shapes)), shapes, QgsCoordinateTransform(crs, target, transforms), feedback)
    return np.where(found.size > 0, found.size / 1e6, np.nan)
