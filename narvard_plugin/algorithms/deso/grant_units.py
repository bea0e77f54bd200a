"""The units that share a development grant, read from a layer, and what is doubtful in it."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsProcessingException

from ...adapters.reading import listed
from ...adapters.rows import Rows, read_rows
from ...adapters.tables import required_amounts, texts
from ...core.deso.grant import OVER_THRESHOLD, STEP, Rule, Units
from ...i18n import number, tr
from ..need_scales import refuse_points, scale_of_field
from .grant_parameters import AREA_BASE, LEAVE_OUT, LISTED_BASE

_FAR = 2.0  # times; the two scales of the Care Need Index lie farther apart


class GrantUnits(NamedTuple):
    """Units (n) with the feature ids ``fids`` and the index by base (NaN = none), as ``units`` that a rule is asked for;
    their driftsform and huvudman (None = not told, or not asked for); and the feature ids of units that were left out."""

    fids: list[int]
    units: Units
    index: dict[str, np.ndarray]
    driftsform: Optional[np.ndarray]
    huvudman: Optional[np.ndarray]
    left_out: list[int]

    def by(self, base: str) -> Units:
        return self.units._replace(index=self.index[base])


def refuse_scales(fields: list[str]) -> str:
    """What to say where the index ``fields`` are sums, or of two scales; else nothing."""
    for field in fields:
        if refuse_points(field):
            return refuse_points(field)
    scales = {scale_of_field(field) for field in fields} - {None}
    if len(scales) > 1:
        text = tr("INDEX and AREA_INDEX are on different scales ({names}). Choose the same scale for both.")
        return text.format(names=", ".join(fields))
    return ""


def read_units(tool, parameters, context, account, feedback) -> GrantUnits:
    """The units of ``tool``'s UNITS; what all amounts depend on stops the tool where it is missing."""
    names = ("LISTED", "INDEX", "AREA_INDEX", "PREVIOUS", "POINTS", "ACG", "DRIFTSFORM", "HUVUDMAN")
    field = {name: tool.field(parameters, name, context) for name in names}
    wanted = [name for name in field.values() if name]
    source = tool.source(parameters, "UNITS", context)
    rows = read_rows(source, "UNITS", wanted, tool.field(parameters, "UNIT_ID", context), feedback)
    every = rows.fids
    if tool.parameterAsEnumString(parameters, "WITHOUT_LISTED", context) == LEAVE_OUT:
        rows = _with_listed(rows, field["LISTED"], account, feedback)
    if not rows.fids:
        raise QgsProcessingException(
            tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(layer="UNITS")
        )
    people = required_amounts(rows.columns[field["LISTED"]], rows.ids, field["LISTED"], "UNITS")
    optional = {name: rows.amounts(field[name]) if field[name] else None for name in ("POINTS", "ACG")}
    previous = rows.counts(field["PREVIOUS"], "UNITS") if field["PREVIOUS"] else None
    points = people if optional["POINTS"] is None else optional["POINTS"]
    index = {LISTED_BASE: rows.amounts(field["INDEX"])}
    if field["AREA_INDEX"]:
        index[AREA_BASE] = rows.amounts(field["AREA_INDEX"])
    kinds = [_names(rows.columns[field[name]]) if field[name] else None for name in ("DRIFTSFORM", "HUVUDMAN")]
    units = Units(rows.ids, people, index[LISTED_BASE], points, optional["ACG"], previous)
    return GrantUnits(rows.fids, units, index, *kinds, sorted(set(every) - set(rows.fids)))


def refuse_incomplete(found: GrantUnits, rule: Rule, base: str, tool, parameters, context) -> None:
    """Stop where a unit with listed lacks, or has below 0, what ``rule`` reads."""
    read = [("INDEX" if base == LISTED_BASE else "AREA_INDEX", found.index[base])]
    if rule.acg_weight:
        read.append(("ACG", found.units.acg))
    if rule.method == STEP:
        read.append(("POINTS", found.units.points))
    some = found.units.listed > 0
    for name, values in read:
        bad = found.units.ids[some & ~((values >= 0) & np.isfinite(values))]
        if len(bad):
            raise QgsProcessingException(
                tr("{n} units with listed have no value, or one below 0, in {field}: {list}. Every unit's share depends on it; correct them first.")
                .format(n=len(bad), field=tool.field(parameters, name, context) or name, list=listed(sorted(bad)))
            )  # fmt: skip


def complete(found: GrantUnits, base: str) -> bool:
    """Whether every unit with listed has an index, of 0 or more, by ``base``."""
    index = found.index[base][found.units.listed > 0]
    return bool(((index >= 0) & np.isfinite(index)).all())


def warn_of_scales(found: GrantUnits, rules: list[tuple[Rule, str]], account, feedback) -> None:
    """Say where index and threshold, or the two indices, lie so far apart that they may be of different scales."""
    means = {base: _mean(index, found.units.listed) for base, index in found.index.items()}
    if AREA_BASE in means and _apart(means[LISTED_BASE], means[AREA_BASE]):
        text = tr("The mean of INDEX is {own} and that of AREA_INDEX {area}. Check that they are on the same scale.")
        text = text.format(own=number(means[LISTED_BASE]), area=number(means[AREA_BASE]))
        account.say(feedback, text, warn=True)
    for rule, base in rules:
        if rule.method in OVER_THRESHOLD and _apart(means[base], rule.threshold):
            text = tr(
                "The threshold {threshold} lies far from the units' mean index {mean}. Check that both are on the same scale: points per person (about 2.5) or ratio (1 = the nation)."
            )
            text = text.format(threshold=number(rule.threshold), mean=number(means[base]))
            account.say(feedback, text, warn=True)


def say_previous(found: GrantUnits, rule: Rule, account, feedback) -> None:
    """Which units the largest change does not hold."""
    if not np.isfinite(rule.max_change):
        return
    had = np.nan_to_num(found.units.previous) > 0
    free, gone = found.units.ids[(found.units.listed > 0) & ~had], found.units.ids[(found.units.listed <= 0) & had]
    if len(free):
        text = tr("{n} units had nothing the year before, and are not held by MAX_CHANGE: {list}.")
        account.say(feedback, text.format(n=len(free), list=listed(sorted(free))), warn=True)
    if len(gone):
        text = tr(
            "{n} units had an amount the year before but have nobody listed, and get 0 whatever MAX_CHANGE says: {list}."
        )
        account.say(feedback, text.format(n=len(gone), list=listed(sorted(gone))), warn=True)  # fmt: skip


def _with_listed(rows: Rows, field: str, account, feedback) -> Rows:
    """The rows that tell how many are listed; the others are told of."""
    known = [at for at, value in enumerate(rows.columns[field]) if value is not None]
    left = sorted(set(rows.ids) - set(rows.ids[known]))
    if left:
        text = tr("{n} units have no number of listed and were left out, without an amount: {list}.")
        account.say(feedback, text.format(n=len(left), list=listed(left)), warn=True)
    columns = {name: [values[at] for at in known] for name, values in rows.columns.items()}
    return Rows([rows.fids[at] for at in known], rows.ids[known], columns)


def _names(values: list) -> np.ndarray:
    """Names of groups (n object), None where the cell is empty."""
    return np.array([name or None for name in texts(values)], object)


def _mean(index: np.ndarray, people: np.ndarray) -> float:
    """The index of all who are listed with units that have one; NaN without any."""
    known = np.isfinite(index) & (people > 0)
    return float(np.average(index[known], weights=people[known])) if known.any() else np.nan


def _apart(first: float, second: float) -> bool:
    return first > 0 and second > 0 and not 1 / _FAR <= first / second <= _FAR
