"""What a comparison of two scenarios reads: the points that both layers have, their times, and the areas they lie in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsProcessingException

from ...adapters.points import PointTable, people_of, read_points
from ...adapters.reading import UNCHECKED, listed
from ...adapters.tables import amounts, has_field, read_columns, refuse_repeated, required_amounts, texts
from ...adapters.vintages import Coded, refuse_other_vintages
from ...core.deso.classes import people_classes
from ...core.scenarios.compare import Trips
from ...i18n import tr

UNKNOWN = "unknown"  # the group of people whose area has no type or index
AGE = "age_"  # what fields of people by age begin with
SIDES = ("BEFORE", "AFTER")


class Compare(NamedTuple):
    """What was read: the points of BEFORE that AFTER has too (n), trips before and after, ``people`` and ``visits``; why
    there are no kilometres, or ``""``; the fields of people by age, and the area code of each point, or None."""

    points: PointTable
    before: Trips
    after: Trips
    people: np.ndarray
    visits: np.ndarray
    why_no_km: str
    ages: list[str]
    area_codes: np.ndarray | None


class Areas(NamedTuple):
    """Areas (a): ``fids``, ``codes``, ``names`` (or None), ``kinds`` (text or None) and ``fifths`` (1–5, 0 unknown; None
    without an index); ``of`` is the area of each point (n; −1 = none)."""

    fids: list
    codes: np.ndarray
    names: list | None
    kinds: np.ndarray | None
    fifths: np.ndarray | None
    of: np.ndarray


def read_comparison(algorithm, parameters, context, account, feedback) -> Compare:
    """The points, joined by id; points that only one layer has are counted and listed."""
    named = {
        name: algorithm.parameterAsString(parameters, name, context)
        for name in ("ORIGIN_ID", "MINUTES_BEFORE", "MINUTES_AFTER", "POPULATION", "VISITS", "ORIGIN_AREA")
    }
    _say_straight(named["MINUTES_BEFORE"], named["MINUTES_AFTER"], account, feedback)
    sources = [algorithm.source(parameters, side, context) for side in SIDES]
    metres, why = _metres(algorithm, parameters, sources, context)
    ages = [field.name() for field in sources[0].fields() if field.name().startswith(AGE) and field.isNumeric()]
    area = named["ORIGIN_AREA"] if parameters.get("AREAS") not in (None, "") else ""
    own = [named["MINUTES_BEFORE"], metres[0], named["POPULATION"], named["VISITS"], area, *ages]
    points = read_points(sources[0], "BEFORE", named["ORIGIN_ID"], [name for name in own if name], feedback)
    _say_skipped(points, account, feedback)
    wanted = [named["MINUTES_AFTER"], metres[1]]
    if named["POPULATION"] and has_field(sources[1], named["POPULATION"]):
        wanted.append(named["POPULATION"])
    later, after_ids = _read_after(sources[1], named["ORIGIN_ID"], wanted, feedback)
    people = people_of(points, named["POPULATION"], "BEFORE")
    kept, at = _joined(points, after_ids, people, account, feedback)
    points, people = points.take(kept), people[kept]
    _say_other_people(later.get(named["POPULATION"]), at, people, account, feedback)
    visits = people
    if named["VISITS"]:
        visits = required_amounts(points.columns[named["VISITS"]], points.ids, named["VISITS"], "BEFORE")
    _say_weight(named["POPULATION"], named["VISITS"], account, feedback)
    before = _minutes(points.columns[named["MINUTES_BEFORE"]], points.ids, named["MINUTES_BEFORE"], "BEFORE")
    after = _minutes([later[named["MINUTES_AFTER"]][row] for row in at], points.ids, named["MINUTES_AFTER"], "AFTER")
    km = [None, None]
    if not why:
        km = [amounts(points.columns[metres[0]]) / 1000, amounts([later[metres[1]][row] for row in at]) / 1000]
        lacking = np.isfinite(before) & np.isfinite(after) & ~(np.isfinite(km[0]) & np.isfinite(km[1]))
        if lacking.any():
            why, km = tr("{n} points have minutes but no metres").format(n=int(lacking.sum())), [None, None]
    if why:
        account.say(feedback, tr("Kilometres are left empty: {reason}.").format(reason=why), warn=True)
    codes = texts(points.columns[area]) if area else None
    return Compare(points, Trips(before, km[0]), Trips(after, km[1]), people, visits, why, ages, codes)


def read_areas(algorithm, parameters, read: Compare, context, account, feedback) -> Areas | None:
    """The areas, and which of them each point lies in by its code; None where no AREAS are given."""
    if read.area_codes is None:
        return None
    source = algorithm.source(parameters, "AREAS", context)
    code, kind, index = (
        algorithm.parameterAsString(parameters, name, context) for name in ("AREA_CODE", "AREA_TYPE", "AREA_INDEX")
    )
    people = Coded(
        algorithm.source(parameters, "BEFORE", context),
        "BEFORE",
        algorithm.parameterAsString(parameters, "ORIGIN_AREA", context),
    )
    refuse_other_vintages(Coded(source, "AREAS", code), [people], feedback)
    name = "name" if has_field(source, "name") else ""
    wanted = list(dict.fromkeys(field for field in (code, kind, index, name) if field))
    columns = read_columns(source, "AREAS", wanted, feedback)
    fids = [feature.id() for feature in source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([]), UNCHECKED)]
    codes = texts(columns[code])
    refuse_repeated(codes.tolist(), "AREAS", code)
    of = pd.Index(codes).get_indexer(read.area_codes)
    of[np.array([own is None for own in read.area_codes], bool)] = -1
    _say_outside(of, read, codes, account, feedback)
    kinds = texts(columns[kind]) if kind else None
    fifths = None
    if index:
        people = np.bincount(of[of >= 0], weights=read.people[of >= 0], minlength=len(codes))
        fifths = people_classes(amounts(columns[index]), people)
    return Areas(fids, codes, columns[name] if name else None, kinds, fifths, of)


def groups_of(read: Compare, areas: Areas | None, account, feedback):
    """Kind and name of each group of the summary, and the people and visits (n) that belong to it."""
    yield "all", "all", read.people, read.visits
    for kind, of_area in (("area_type", areas and areas.kinds), ("quintile", areas and areas.fifths)):
        if of_area is None:
            continue
        names = np.array([UNKNOWN if value in (None, 0, "") else str(value) for value in of_area] + [UNKNOWN], object)
        own = names[areas.of]  # −1 is the last: unknown
        for name in sorted(set(own)):
            yield kind, name, read.people * (own == name), read.visits * (own == name)
    for name in read.ages:
        people = amounts(read.points.columns[name])
        bad = read.points.ids[~(people >= 0)]
        if len(bad):
            text = tr("{n} points have no number in {field} and count as nobody of that age: {list}.")
            account.say(feedback, text.format(n=len(bad), field=name, list=listed(bad)), warn=True)
        people = np.where(people >= 0, people, 0.0)
        yield "age", name[len(AGE) :], people, people


def _metres(algorithm, parameters, sources, context):
    """The metres' fields, and why there are none, or ``""``. A default that the layer lacks is not missed."""
    names = [algorithm.parameterAsString(parameters, f"METRES_{side}", context) for side in SIDES]
    for name, source, side in zip(names, sources, SIDES):
        if not name or (name == "metres_1" and not has_field(source, name)):
            return ["", ""], tr("{layer} has no metres").format(layer=side)
    return names, ""


def _read_after(source, id_field, names, feedback):
    later = read_columns(source, "AFTER", list(dict.fromkeys(name for name in (id_field, *names) if name)), feedback)
    ids = texts(later[id_field])
    if any(id is None for id in ids):
        raise QgsProcessingException(
            tr("Some rows of {layer} have no value in {field}. Give each its own id.").format(
                layer="AFTER", field=id_field
            )
        )
    refuse_repeated(ids.tolist(), "AFTER", id_field)
    return later, ids


def _minutes(values, ids, field, layer):
    minutes = amounts(values)
    bad = [id for id, value, number in zip(ids, values, minutes) if value is not None and not 0 <= number < np.inf]
    if bad:
        raise QgsProcessingException(
            tr("{n} points of {layer} have minutes in {field} that are no time: {list}.").format(
                n=len(bad), layer=layer, field=field, list=listed(bad)
            )
        )
    return minutes


def _joined(points, after_ids, people, account, feedback):
    """Rows of BEFORE that AFTER has too, and where they stand there; the others are counted and listed."""
    at = pd.Index(after_ids).get_indexer(points.ids)
    kept = np.flatnonzero(at >= 0)
    if len(kept) == 0:
        raise QgsProcessingException(
            tr("BEFORE and AFTER have no id in common. Choose the same id field as when the layers were made. Their first ids are {before} and {after}.")
            .format(before=listed(points.ids[:3]), after=listed(after_ids[:3]))
        )  # fmt: skip
    alone = points.ids[at < 0]
    if len(alone):
        text = tr("{n} points with {people} people are only in BEFORE and were left out: {list}.")
        account.say(
            feedback, text.format(n=len(alone), people=round(people[at < 0].sum()), list=listed(alone)), warn=True
        )
    new = after_ids[~np.isin(np.arange(len(after_ids)), at[kept])]
    if len(new):
        text = tr("{n} points are only in AFTER and were left out: {list}.")
        account.say(feedback, text.format(n=len(new), list=listed(new)), warn=True)
    return kept, at[kept]


def _say_straight(before, after, account, feedback):
    if ("straight_" in before) != ("straight_" in after):
        raise QgsProcessingException(
            tr("One of the layers holds straight lines and the other travel along roads. Compare two of the same kind.")
        )
    if "straight_" in before:
        account.say(feedback, tr("The times are of straight lines, not of travel along roads."), warn=True)


def _say_skipped(points, account, feedback):
    if points.skipped:
        text = tr("{n} features of BEFORE have no usable point and were left out: {list}.")
        ids = [skipped.id for skipped in points.skipped]
        account.say(feedback, text.format(n=len(ids), list=listed(ids)), warn=True)


def _say_other_people(later, at, people, account, feedback):
    """Two layers of other years, or seasons, may have other people at the same place; only the time's change is shown."""
    if later is None:
        return
    there = amounts([later[row] for row in at])
    other = ~(np.abs(there - people) <= 1e-9 * np.maximum(people, 1))
    if other.any():
        text = tr(
            "{n} points have another number of people in AFTER ({after} in all, {before} in BEFORE); those of BEFORE are used."
        )
        facts = {"n": int(other.sum()), "after": round(np.nansum(there)), "before": round(people.sum())}
        account.say(feedback, text.format(**facts), warn=True)


def _say_weight(population, visits, account, feedback):
    if not population:
        account.say(feedback, tr("No population field was named: every point counts as one person."))
    text = tr("Minutes, km and shares are weighted by {field}.")
    account.say(feedback, text.format(field=visits or population or tr("the number of points")))


def _say_outside(of, read, codes, account, feedback):
    if not (of >= 0).any():
        raise QgsProcessingException(
            tr("No point of BEFORE lies in an area of AREAS by its code. Choose the fields of the same codes: {points} and {areas}.")
            .format(points=listed(read.area_codes[:3]), areas=listed(codes[:3]))
        )  # fmt: skip
    if (of < 0).any():
        text = tr("{n} points with {people} people have no area in AREAS, and are in no area's sums: {list}.")
        ids, people = read.points.ids[of < 0], round(read.people[of < 0].sum())
        account.say(feedback, text.format(n=len(ids), people=people, list=listed(ids)), warn=True)
