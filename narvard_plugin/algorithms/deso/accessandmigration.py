"""Access to care against net migration, area by area, with caution about cause."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import texts
from ...core.deso import migration
from ...i18n import tr
from ..areas import AreaAlgorithm
from .access_measure import add_access, add_access_is, is_supply, say_below_zero
from .migration_texts import (
    caution,
    reading_of_association,
    reading_of_class,
    reading_of_influence,
    reading_of_line,
    reading_of_ranks,
)

OK, NO_VALUE, NO_PEOPLE, NO_GROUP = "ok", "no_value", "no_people", "no_group"
FEWEST = 10  # areas; a correlation of fewer says nothing


class Areas(NamedTuple):
    """Areas (a): ``access`` as measured, ``net`` migration, ``people`` and ``rate`` per 1 000 people (NaN where there is
    none), ``group`` (a object; None without GROUP) and ``status``."""

    ids: np.ndarray
    fids: list
    access: np.ndarray
    net: np.ndarray
    people: np.ndarray
    rate: np.ndarray
    group: Optional[np.ndarray]
    status: np.ndarray

    @property
    def used(self) -> np.ndarray:
        return np.flatnonzero(self.status == OK)


class Result(NamedTuple):
    """Of the areas used (n): access class and residual; and the rows of SUMMARY."""

    access_class: np.ndarray
    residual: np.ndarray
    summary: list[list]
    overall: migration.Association


class AccessAndMigration(AreaAlgorithm):
    ID = "accessandmigration"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "migration", "moving", "population change", "access", "correlation", "flyttnetto", "inflyttning", "utflyttning",
        "befolkningsutveckling", "restid", "geografisk tillgänglighet", "samband",
    )  # fmt: skip

    def displayName(self):
        return tr("Access and migration")

    def shortHelpString(self):
        return tr(
            "Shows whether areas with poor access to care gain or lose people by moves, and how closely the two follow each other. "
            "It cannot show that one causes the other, and every result says so.\n\n"
            "AREAS has one row per area with a measure of ACCESS (ACCESS_IS time: the more, the poorer; supply: the more, the better), NET_MIGRATION "
            "(those who moved in minus those who moved out, people, over whatever period; not births and deaths), and POPULATION. "
            "GROUP is an optional field, such as area type or municipality: the association is then shown within the groups too, so that differences between them do not count.\n\n"
            "OUTPUT is the areas with net_per_1000 (net migration per 1 000 people, over the whole period), migration_access_class (1–5: fifths of the people; 5 = the poorest access), "
            "residual (net_per_1000 above what the straight line through all areas gives for its access), and migration_status. "
            "SUMMARY has one row per number, with areas, people and a reading in words: the correlation of values (pearson) and of ranks (spearman), "
            "the lowest and highest pearson when any single area is left out, the slope of the line, the same within and in each group, net migration per 1 000 people by fifth of access, and the caution.\n\n"
            "Method: people-weighted correlations and least squares; ranks are people-weighted, and equal values share one. Within groups: deviations from the group's own mean. "
            "Fewer than ten areas get no correlation. No p-value is given: areas lie beside each other and resemble each other, so that the usual test would promise too much.\n\n"
            "An area that lacks a number, or where nobody lives, stands in no number; it is counted and listed. "
            "Where the access is from after the moves, or the population from the end of the period, say so beside the numbers."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("One row per area with access, net migration and people. A table does as well."))
        add_access(self)
        self.add_field(
            "NET_MIGRATION",
            tr("Net migration, people (field)"),
            tr("Those who moved in minus those who moved out; negative where more moved out. People, not per cent."),
        )
        self.add_field("POPULATION", tr("Number of people (field)"), tr("Every area counts as many times as it has people."), default="population")  # fmt: skip
        add_access_is(self)
        self.add_field(
            "GROUP",
            tr("Group to hold apart, such as area type or municipality (field)"),
            tr("Shows the association within the groups too. Differences between groups, such as town and country, then do not count."),
            numeric=False,
            optional=True,
        )  # fmt: skip
        self.add_prefix()
        for name, label in (
            ("PEARSON", tr("Correlation of access and net migration, weighted by people")),
            ("SPEARMAN", tr("Correlation of their ranks, weighted by people")),
            ("AREAS_COUNT", tr("Areas counted")),
            ("LEFT_OUT_COUNT", tr("Areas left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Access and migration")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "SUMMARY", tr("Access and migration, summary"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )

    def added_columns(self, parameters, context):
        columns = [
            Column("net_per_1000", "real", tr("Net migration per 1 000 people")),
            Column("migration_access_class", "integer", tr("Access (1–5; 5 = the poorest)")),
            Column("residual", "real", tr("Net migration per 1 000 above what its access would suggest")),
            Column("migration_status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("SUMMARY", _summary_columns())
        areas = self._read(parameters, context, feedback)
        _tell_left_out(areas, account, feedback)
        say_below_zero(areas.access, self.field(parameters, "ACCESS", context), areas.ids, account, feedback)
        supply = is_supply(self, parameters, context)
        result = _computed(areas, supply)
        # Two rows may share a reading, such as the lowest and the highest correlation.
        for reading, measure in {row[-1]: row[0] for row in result.summary}.items():
            account.say(feedback, reading, warn=measure == "caution")
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            rows = self.copied(source, dict(zip(areas.fids, _attributes(areas, result))))
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(areas.fids))
            rows = [(None, row) for row in result.summary]
            outputs.write("SUMMARY", fields_of(_summary_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context, tr("an association, not a cause"))
        counts = {"AREAS_COUNT": len(areas.used), "LEFT_OUT_COUNT": len(areas.ids) - len(areas.used)}
        pearson, spearman = numbers(result.overall[:2])
        return {"PEARSON": pearson, "SPEARMAN": spearman, **counts, **outputs.results}

    def _read(self, parameters, context, feedback) -> Areas:
        access, net, population, group = (
            self.field(parameters, name, context) for name in ("ACCESS", "NET_MIGRATION", "POPULATION", "GROUP")
        )
        rows = self.read_areas(parameters, context, (access, net, population, group), feedback)
        people = rows.counts(population, "AREAS")
        values = [rows.amounts(name) for name in (access, net)]
        groups = texts(rows.columns[group]) if group else None
        status = np.full(len(rows.ids), OK, object)
        if group:
            status[[not own for own in groups]] = NO_GROUP
        status[~np.isfinite([*values, people]).all(0)] = NO_VALUE
        status[people == 0] = NO_PEOPLE
        if (status == OK).sum() == 0:
            raise QgsProcessingException(
                tr("No area has a number in each of {fields}, and people. Choose other fields.").format(
                    fields=", ".join(filter(None, (access, net, population, group)))
                )
            )
        return Areas(rows.ids, rows.fids, *values, people, migration.per_1000(values[1], people), groups, status)


def _computed(areas: Areas, supply: bool) -> Result:
    used = areas.used
    ids, access, net, people, rate = (
        part[used] for part in (areas.ids, areas.access, areas.net, areas.people, areas.rate)
    )
    number, classes = migration.by_access(-access if supply else access, net, people)
    overall = _association(access, rate, people)
    summary = [
        _row("pearson", None, overall.pearson, overall, reading_of_association(overall.pearson, supply, len(used))),
        _row("spearman", None, overall.spearman, overall, reading_of_ranks(overall.spearman, supply, len(used))),
    ]
    if np.isfinite(overall.pearson):
        moved = migration.influence(access, rate, people)
        text = reading_of_influence(moved, ids)
        summary.append(_row("pearson_lowest_without_one", None, moved.lowest, overall, text))
        summary.append(_row("pearson_highest_without_one", None, moved.highest, overall, text))
    fitted = migration.line(access, rate, people) if len(used) >= FEWEST else migration.Line(np.nan, np.nan)
    summary.append(_row("slope", None, fitted.slope, overall, reading_of_line(fitted.slope, supply)))
    if areas.group is not None:
        summary += _by_group(access, rate, people, areas.group[used], supply)
    for own in classes:
        summary.append(_row("net_per_1000", str(own.number), own.per_1000, own, reading_of_class(own)))
    summary.append(_row("caution", None, np.nan, overall, caution()))
    return Result(number, rate - (fitted.intercept + fitted.slope * access), summary, overall)


def _association(access, rate, people, group=None) -> migration.Association:
    """The association, or none where there are too few areas to speak of one."""
    found = migration.association(access, rate, people, group)
    return found if len(access) >= FEWEST else found._replace(pearson=np.nan, spearman=np.nan)


def _by_group(access, rate, people, group, supply) -> list[list]:
    names, place = np.unique(group.astype(str), return_inverse=True)
    within = _association(access, rate, people, place)
    text = tr("Within groups, all together: {reading}")
    rows = []
    for name, value, reading in (
        ("pearson_within_groups", within.pearson, reading_of_association(within.pearson, supply, within.areas)),
        ("spearman_within_groups", within.spearman, reading_of_ranks(within.spearman, supply, within.areas)),
    ):
        rows.append(_row(name, None, value, within, text.format(reading=reading)))
    text = tr("In the group {group}: {reading}")
    for number, name in enumerate(names):
        here = place == number
        own = _association(access[here], rate[here], people[here])
        reading = text.format(group=name, reading=reading_of_association(own.pearson, supply, own.areas))
        rows.append(_row("pearson_in_group", str(name), own.pearson, own, reading))
    return rows


def _row(measure: str, group, value: float, of, reading: str) -> list:
    """A row of SUMMARY; ``of`` has the areas and people that the number is about."""
    return [measure, group, *numbers([value]), of.areas, of.people, reading]


def _summary_columns():
    return [
        Column("measure", "text", tr("Measure")),
        Column("group_value", "text", tr("Group, or fifth of access (5 = the poorest)")),
        Column("value", "real", tr("Value")),
        Column("areas", "integer", tr("Areas")),
        Column("people", "real", tr("People")),
        Column("reading", "text", tr("Reading")),
    ]


def _attributes(areas: Areas, result: Result) -> list[list]:
    rows = [[rate, None, None, status] for rate, status in zip(numbers(areas.rate), areas.status)]
    for row, number, residual in zip(areas.used, result.access_class, numbers(result.residual)):
        rows[row][1:3] = int(number), residual
    return rows


def _tell_left_out(areas: Areas, account, feedback) -> None:
    for status, text in (
        (NO_VALUE, tr("{n} areas with {people} people lack a number of access, net migration or people, and were left out: {list}.")),
        (NO_PEOPLE, tr("{n} areas have nobody living there, and were left out: {list}.")),
        (NO_GROUP, tr("{n} areas with {people} people have no value in GROUP, and were left out: {list}.")),
    ):  # fmt: skip
        here = areas.status == status
        if here.any():
            facts = {"n": int(here.sum()), "people": f"{np.nansum(areas.people[here]):.0f}"}
            account.say(feedback, text.format(**facts, list=listed(areas.ids[here])), warn=True)
