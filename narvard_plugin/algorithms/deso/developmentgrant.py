"""A socioeconomic development grant shared among health centres: rule, bounds, whole kronor, and each unit's line."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...core.deso.grant import OPEN, Grant, GrantError, Rule, allot
from ...core.deso.grant_effect import moved
from ...i18n import tr
from .grant_lines import explained, kronor, sentence_of
from .grant_parameters import AREA_BASE, LISTED_BASE, SECOND, GrantParameters, way_name
from .grant_tables import Compared, comparison_columns, comparison_rows, effect_columns, effect_rows
from .grant_units import (
    GrantUnits,
    complete,
    read_units,
    refuse_incomplete,
    refuse_scales,
    say_previous,
    warn_of_scales,
)


class _Shared(NamedTuple):
    """What the deciding rule gives, by each base it could be computed for (None = not); and the second rule."""

    rule: Rule
    base: str
    by_base: dict[str, Optional[Grant]]
    rule_2: Optional[Rule]
    base_2: str
    grant_2: Optional[Grant]

    @property
    def grant(self) -> Grant:
        return self.by_base[self.base]


class DevelopmentGrant(GrantParameters):
    ID = "developmentgrant"
    GROUP = "deso"
    TAGS = (
        "development grant",
        "allocation",
        "care need index",
        "listed",
        "socioekonomisk utvecklingspeng",
        "vårdpeng",
        "CNI",
        "ersättning",
        "fördelning",
        "vårdval",
    )

    def __init__(self):
        super().__init__()
        self._points = True

    def displayName(self):
        return tr("Socioeconomic development grant")

    def shortHelpString(self):
        return tr(
            "Shares a socioeconomic development grant (socioekonomisk utvecklingspeng) among health centres by how many are listed and how great their need is, and explains each unit's line.\n\n"
            "METHOD is the rule. proportional: POT by listed × index. excess: POT by listed × what the index has over THRESHOLD. neutral: SHARE of POT by listed × index, the rest by listed. "
            "acg: POT by ACG, by index and by listed. These sum to POT exactly. tariff: RATE per listed and index point over THRESHOLD. step: RATE per point where the index is over THRESHOLD. "
            "These two have a price and no pot, so their TOTAL is open. Take rule, threshold and price from your region's decision; none has a default.\n\n"
            "FLOOR and CEILING are kronor per listed. MAX_CHANGE is the largest change from PREVIOUS, as a share. With a pot, what a bound takes or gives is shared among the others by the same rule, so that "
            "the sum is still POT; it is not cut off and scaled afterwards, which would break the bounds. A unit at index 0 or under the threshold gets the floor. Bounds that leave no way to share the pot stop the tool, with the smallest and largest "
            "possible pot. With a price the bounds hold unit by unit. In whole kronor a bound may be passed by less than one krona.\n\n"
            "BASE says which index decides: where the listed live, or where the unit stands. With AREA_INDEX both are shown side by side: amount_listed, amount_area and area_minus_listed. A centre in a good area may have listed with "
            "great need. Both indices must be on the same scale, and so must THRESHOLD.\n\n"
            "OUTPUT is the units with amount (whole kronor), per_listed, bound (floor, ceiling, decrease or increase, where one of them decides) and explanation. EFFECT shows listed, kronor and shares for all units, and by driftsform and "
            "huvudman. METHOD_2 is another rule to compare with: amount_2, difference and COMPARISON, with who gains and loses.\n\n"
            "A unit with 0 listed gets 0. An empty number of listed, or an empty index of a unit with listed, stops the tool, because every unit's share depends on it.\n\n"
            "The amounts say what the rule gives, not what the need costs. Method: amount = listed · clip(λ · weight, floor, ceiling), with λ by bisection so that the sum is POT; largest remainder to whole kronor, ties by unit id. "
            "Source: the region's own decision; indices as in Care Need Index (CNI)."
        )

    def initAlgorithm(self, config=None):
        self.add_units()
        self.add_rule()
        self.add_details()
        self.add_second_rule()
        self.add_missing()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Development grant")))
        for name, label in (("EFFECT", tr("Effect by driftsform")), ("COMPARISON", tr("Who gains and who loses"))):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
        self.addOutput(QgsProcessingOutputNumber("TOTAL", tr("Total (kronor)")))
        self.addOutput(QgsProcessingOutputNumber("TOTAL_2", tr("Total by the second rule (kronor)")))

    def checkParameterValues(self, parameters, context):
        fields = [self.field(parameters, name, context) for name in ("INDEX", "AREA_INDEX")]
        problem = self.check_rules(parameters, context) or refuse_scales([field for field in fields if field])
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("amount", "integer", tr("Development grant (kronor)")),
            Column("per_listed", "real", tr("Kronor per listed")),
            Column("bound", "text", tr("The bound that decides (floor, ceiling, decrease, increase)")),
            Column("explanation", "text", tr("How the amount came about")),
        ]
        if self.field(parameters, "PREVIOUS", context):
            columns.append(Column("change", "real", tr("Change from last year (kronor)")))
        if self.field(parameters, "AREA_INDEX", context):
            columns += [
                Column("amount_listed", "integer", tr("Kronor by where the listed live")),
                Column("amount_area", "integer", tr("Kronor by where the unit stands")),
                Column("area_minus_listed", "integer", tr("By where the unit stands minus by where the listed live")),
            ]
        if self.parameterAsEnumString(parameters, f"METHOD{SECOND}", context):
            columns += [
                Column("amount_2", "integer", tr("Kronor by the second rule")),
                Column("difference", "integer", tr("Second rule minus first (kronor)")),
                Column("explanation_2", "text", tr("How the second rule's amount came about")),
            ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        for name, columns in (
            ("OUTPUT", self.added_columns(parameters, context)),
            ("EFFECT", effect_columns()),
            ("COMPARISON", comparison_columns()),
        ):
            account.name_columns(name, columns)
        found = read_units(self, parameters, context, account, feedback)
        shared = self._share(found, parameters, context, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        compared = _compared(shared)
        _tell(found, shared, compared, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_units(outputs, found, shared, parameters, context)
            others = [shared.by_base.get(LISTED_BASE), shared.by_base.get(AREA_BASE), shared.grant_2]
            others = [grant.kronor if grant else None for grant in others]
            _write_table(outputs, "EFFECT", effect_columns(), effect_rows(found, shared.grant.kronor, others))
            _write_table(outputs, "COMPARISON", comparison_columns(), comparison_rows(found, compared))
        self.keep(account, outputs.results, context)
        second = int(shared.grant_2.kronor.sum()) if shared.grant_2 else None
        return {**outputs.results, "TOTAL": int(shared.grant.kronor.sum()), "TOTAL_2": second}

    def style_file(self, output):
        return super().style_file(output) if self._points else "none"

    def _share(self, found: GrantUnits, parameters, context, account, feedback) -> _Shared:
        rule, rule_2 = (self.rule(parameters, context, end) for end in ("", SECOND))
        base, base_2 = (self.base(parameters, context, end) for end in ("", SECOND))
        asked = [(rule, base)] + ([(rule_2, base_2)] if rule_2 else [])
        unused = self.unused(parameters, context)
        if unused:
            text = tr("{names} is given, but the chosen rule does not use it.")
            account.say(feedback, text.format(names=", ".join(unused)), warn=True)
        for one, its_base in asked:
            refuse_incomplete(found, one, its_base, self, parameters, context)
        warn_of_scales(found, asked, account, feedback)
        say_previous(found, rule, account, feedback)
        by_base = {base: _allot(rule, found, base)}
        for other in found.index.keys() - {base}:
            by_base[other] = _beside(rule, found, other, account, feedback)
        grant_2 = _allot(rule_2, found, base_2) if rule_2 else None
        return _Shared(rule, base, by_base, rule_2, base_2, grant_2)

    def _write_units(self, outputs: Outputs, found: GrantUnits, shared: _Shared, parameters, context) -> None:
        source = self.source(parameters, "UNITS", context)
        shape = QgsWkbTypes.geometryType(source.wkbType())
        self._points = shape == QgsWkbTypes.GeometryType.PointGeometry
        columns = self.added_columns(parameters, context)
        attributes = _attributes(found, shared, bool(self.field(parameters, "PREVIOUS", context)))
        added = {**dict(zip(found.fids, attributes)), **{fid: [None] * len(columns) for fid in found.left_out}}
        rows = self.copied(source, added)
        fields = extended(source.fields(), columns)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))


def _allot(rule: Rule, found: GrantUnits, base: str) -> Grant:
    try:
        return allot(rule, found.by(base))
    except GrantError as error:
        raise QgsProcessingException(sentence_of(error)) from error


def _beside(rule: Rule, found: GrantUnits, base: str, account, feedback) -> Optional[Grant]:
    """What the rule gives by the index that does not decide; None, and said, where it cannot tell."""
    name = "INDEX" if base == LISTED_BASE else "AREA_INDEX"
    if complete(found, base):
        try:
            return allot(rule, found.by(base))
        except GrantError as error:
            problem = sentence_of(error)
    else:
        problem = tr("Units with listed have no value, or one below 0.")
    text = tr("What the rule gives by {name} is not shown: {problem}")
    account.say(feedback, text.format(name=name, problem=problem), warn=True)
    return None


def _attributes(found: GrantUnits, shared: _Shared, with_change: bool) -> list[list]:
    grant, people = shared.grant, found.units.listed
    base = shared.base if len(found.index) > 1 else ""
    columns = [
        grant.kronor.tolist(),
        [float(money / count) if count > 0 else None for money, count in zip(grant.kronor, people)],
        [bound or None for bound in grant.bound],
        explained(shared.rule, found.by(shared.base), grant, base),
    ]
    if with_change:
        change = grant.kronor - found.units.previous
        columns.append([float(one) if np.isfinite(one) else None for one in change])
    if len(found.index) > 1:
        both = [shared.by_base[name] for name in (LISTED_BASE, AREA_BASE)]
        shown = [one.kronor.tolist() if one else [None] * len(people) for one in both]
        columns += [*shown, [None if None in pair else pair[1] - pair[0] for pair in zip(*shown)]]
    if shared.grant_2:
        lines = explained(shared.rule_2, found.by(shared.base_2), shared.grant_2, base and shared.base_2)
        columns += [shared.grant_2.kronor.tolist(), (shared.grant_2.kronor - grant.kronor).tolist(), lines]
    return [list(row) for row in zip(*columns)]


def _compared(shared: _Shared) -> list[Compared]:
    found = []
    if shared.grant_2:
        ways = (shared.rule.method, shared.base), (shared.rule_2.method, shared.base_2)
        found.append(Compared("rules", *ways, shared.grant.kronor, shared.grant_2.kronor))
    if all(shared.by_base.get(base) for base in (LISTED_BASE, AREA_BASE)):
        ways = ((shared.rule.method, base) for base in (LISTED_BASE, AREA_BASE))
        both = (shared.by_base[base].kronor for base in (LISTED_BASE, AREA_BASE))
        found.append(Compared("base", *ways, *both))
    return found


def _tell(found: GrantUnits, shared: _Shared, compared: list[Compared], account, feedback) -> None:
    total, pot = int(shared.grant.kronor.sum()), shared.rule.pot
    text = tr("{n} of {all} units get {total} kronor in all.")
    paid = int((shared.grant.kronor > 0).sum())
    account.say(feedback, text.format(n=paid, all=len(found.fids), total=kronor(total)))
    if shared.rule.method in OPEN and pot and total > pot:
        text = tr("The price comes to {over} kronor more than the pot of {pot}.")
        account.say(feedback, text.format(over=kronor(total - pot), pot=kronor(pot)), warn=True)
    bounds = shared.grant.bound.tolist()
    if any(bounds):
        text = tr(
            "A bound decides for {n} units: floor {floor}, ceiling {ceiling}, largest fall {decrease}, largest rise {increase}."
        )
        counts = {name: bounds.count(name) for name in ("floor", "ceiling", "decrease", "increase")}
        account.say(feedback, text.format(n=sum(counts.values()), **counts))  # fmt: skip
    for one in compared:
        change = moved(one.kronor, one.kronor_2)
        text = tr("From {first} to {second}: {gain} units gain {gained} kronor and {lose} lose {lost}.")
        facts = {"gain": change.gain, "gained": kronor(change.gained), "lose": change.lose, "lost": kronor(change.lost)}
        account.say(feedback, text.format(first=way_name(*one.first), second=way_name(*one.second), **facts))
        if change.gained != change.lost:
            text = tr(
                "The two totals differ ({first} and {second} kronor), so gains and losses are not only moved money."
            )
            both = {"first": kronor(one.kronor.sum()), "second": kronor(one.kronor_2.sum())}
            account.say(feedback, text.format(**both))


def _write_table(outputs: Outputs, name: str, columns: list[Column], rows: list[list]) -> None:
    nowhere = QgsCoordinateReferenceSystem()
    outputs.write(name, fields_of(columns), NO_GEOMETRY, nowhere, ((None, row) for row in rows), len(rows))
