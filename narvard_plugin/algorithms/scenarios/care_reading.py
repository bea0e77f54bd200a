"""Need, capacity, floors, waiting and people, read from layers into the procedure groups that are shared out."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ...adapters.matrix import read_matrix
from ...adapters.points import PointTable, people_of, people_skipped, read_points
from ...adapters.reading import listed
from ...adapters.tables import amount, has_field, read_columns, refuse_repeated, required_amounts, texts
from ...core.siting.outcome import Procedure
from ...core.siting.patients import People, areas_of
from ...core.siting.redistribution import Group
from ...i18n import number, tr
from .care_parameters import kept_local

NEEDED = ["region", "unit", "specialty", "need_per_year", "capacity_per_year"]


def read_need(source, groups: set[str], feedback, account) -> pd.DataFrame:
    """PROCEDURES as a table; amounts that are missing stop the tool, needs are whole patients."""
    optional = [name for name in ("on_call_floor", "service") if has_field(source, name)]
    columns = read_columns(source, "PROCEDURES", [*NEEDED, *optional], feedback)
    table = pd.DataFrame({name: texts(columns[name]) for name in NEEDED[:3]})
    if table.empty:
        raise QgsProcessingException(tr("{layer} is empty.").format(layer="PROCEDURES"))
    if table.isna().any(axis=None):
        raise QgsProcessingException(tr("PROCEDURES has rows without region, unit or specialty. Fill them in first."))
    keys = list(zip(table["unit"], table["specialty"]))
    refuse_repeated(keys, "PROCEDURES", "unit, specialty")
    names = [" – ".join(key) for key in keys]
    for name in NEEDED[3:]:
        table[name] = required_amounts(columns[name], names, name, "PROCEDURES")
    floors = [0 if value in (None, "") else value for value in columns.get("on_call_floor", [None] * len(table))]
    table["on_call_floor"] = required_amounts(floors, names, "on_call_floor", "PROCEDURES")
    table["service"] = texts(columns["service"]) if "service" in columns else table["specialty"]
    if unknown := sorted(groups - set(table["specialty"])):
        raise QgsProcessingException(
            tr("PROCEDURES has no procedure group called {names}.").format(names=listed(unknown))
        )
    whole = table["need_per_year"].round()
    if not np.allclose(whole, table["need_per_year"]):
        account.say(feedback, tr("Needs that were not whole patients were rounded."), warn=True)
    table["need_per_year"] = whole
    return table[table["specialty"].isin(groups)] if groups else table


def read_waiting(source, measure: str, feedback, account) -> pd.DataFrame:
    """Number waiting and share over 90 days per unit and specialty in the newest period (an empty table without a source)."""
    names = ["unit", "specialty", "period", "number", "share_over_90d"]
    if source is None:
        return pd.DataFrame(
            columns=["number", "share_over_90d"], index=pd.MultiIndex.from_arrays([[], []]), dtype=float
        )
    with_measure = has_field(source, "measure")
    columns = read_columns(source, "WAITING", [*names, *(["measure"] if with_measure else [])], feedback)
    table = pd.DataFrame({name: texts(columns[name]) for name in names[:3]})
    for name in names[3:]:
        table[name] = _known_amounts(columns[name])
    if with_measure and measure:
        measures = texts(columns["measure"])
        if measure not in set(measures):
            known = listed(sorted({one for one in measures if one})) or "–"
            raise QgsProcessingException(
                tr("WAITING has no measure called {measure}. It has: {known}. Choose one in WAITING_MEASURE.").format(
                    measure=measure, known=known
                )
            )
        table = table[measures == measure]
    newest = table["period"].dropna().max() if len(table) else None
    table = table[table["period"] == newest]
    refuse_repeated(list(zip(table["unit"], table["specialty"])), "WAITING", "unit, specialty")
    _refuse_impossible_waiting(table)
    account.say(feedback, tr("Waiting as of {period}.").format(period=newest))
    return table.set_index(["unit", "specialty"])[names[3:]]


def _known_amounts(values) -> np.ndarray:
    """Numbers (n), NaN where nothing stands; what stands there and is no number becomes infinite, to be refused."""
    return np.array(
        [np.nan if value in (None, "") else np.nan_to_num(amount(value), nan=np.inf) for value in values], float
    )


def _refuse_impossible_waiting(table: pd.DataFrame) -> None:
    number, share = table["number"].to_numpy(float), table["share_over_90d"].to_numpy(float)
    wrong = (number < 0) | np.isinf(number) | (share < 0) | (share > 1)
    if wrong.any():
        names = [" – ".join(map(str, key)) for key in table.loc[wrong, ["unit", "specialty"]].to_numpy(object)]
        raise QgsProcessingException(
            tr("{n} rows of WAITING have a number below 0, or a share_over_90d that is not from 0 to 1: {list}. Correct them first.")
            .format(n=len(names), list=listed(names))
        )  # fmt: skip


def read_people(source, matrix, id_field, population, region, units, feedback, account) -> tuple[PointTable, People]:
    """The points, and their people and minutes to ``units``."""
    points = read_points(source, "ORIGINS", id_field, [name for name in (population, region) if name], feedback)
    if not points:
        raise QgsProcessingException(tr("{layer} is empty.").format(layer="ORIGINS"))
    if points.skipped:
        ids = [one.id for one in points.skipped]
        account.say(
            feedback,
            tr("{n} features of ORIGINS with {people} people have no usable point and were left out: {list}.").format(
                n=len(ids), people=number(people_skipped(points, population)), list=listed(ids)
            ),
            warn=True,
        )
    if not population:
        account.say(feedback, tr("No population field was named: every point counts as one person."))
    people = people_of(points, population, "ORIGINS")
    pairs = read_matrix(matrix, points.ids, units, account, feedback)
    minutes = np.full((len(people), len(units)), np.inf)
    minutes[pairs.origin, pairs.facility] = pairs.minutes
    alone = units[~np.isfinite(minutes).any(0)]
    if len(alone):
        account.say(
            feedback,
            tr("{n} units of PROCEDURES have no row in MATRIX, so nobody can be moved there: {list}.").format(
                n=len(alone), list=listed(alone)
            ),
            warn=True,
        )
    return points, People(minutes, people, texts(points.columns[region]) if region else None)


def procedures_of(table: pd.DataFrame, waiting: pd.DataFrame, people: People, units, local_text: str, training: float):
    """One ``Procedure`` per procedure group, in the order of the table."""
    local = kept_local(local_text, set(table["specialty"]) | set(table["service"].dropna()))
    place = pd.Index(units)
    for specialty, rows in table.groupby("specialty", sort=False):
        column = place.get_indexer(rows["unit"])
        region, unit = rows["region"].to_numpy(object), rows["unit"].to_numpy(object)
        areas = areas_of(people, column, region)
        share = rows["service"].map(lambda service, name=specialty: local.get(name, local.get(service, local[""])))
        group = Group(
            rows["need_per_year"].to_numpy(float),
            rows["capacity_per_year"].to_numpy(float),
            np.maximum(rows["on_call_floor"].to_numpy(float), training),
            share.to_numpy(float),
            areas.extra,
            areas.reach,
        )
        known = waiting.reindex(pd.MultiIndex.from_arrays([unit, [specialty] * len(unit)]))
        yield Procedure(
            specialty, unit, region, column, group, areas,
            known["number"].to_numpy(float), known["share_over_90d"].to_numpy(float),
        )  # fmt: skip
