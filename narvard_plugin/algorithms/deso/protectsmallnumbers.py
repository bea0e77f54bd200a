"""Numbers of few people taken out of a table before it is shown, and what would tell them too."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Column, Outputs, copied_attributes, extended
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, listed
from ...adapters.rows import Rows, read_rows
from ...adapters.tables import texts
from ...core.deso.protected_table import Counts, Protected, protect, rests
from ...core.deso.rates import BadRate, Rate, parse_rates
from ...core.deso.small_numbers import MINIMUM, MISSING, OK, SUPPRESSED, too_few, too_few_in_share
from ...i18n import tr
from ..extending import ExtendingAlgorithm


class ProtectSmallNumbers(ExtendingAlgorithm):
    ID = "protectsmallnumbers"
    GROUP = "deso"
    ADDED_TO = "INPUT"
    TAGS = ("small numbers", "disclosure", "suppression", "sekretess", "röjandekontroll", "små tal", "publicering")

    def displayName(self):
        return tr("Protect small numbers before a table is shown")

    def shortHelpString(self):
        return tr(
            "Takes numbers of few people out of a table before it is published or shown, and whatever would tell them.\n\n"
            "Numbers over 0 and under MINIMUM are hidden. So is the next smallest number of every column (within ROW_GROUP, such as the municipality), and of "
            "every row with a TOTAL_FIELD, where one hidden number could be worked out from the sum and the others; where the hidden ones together are "
            "few; and where several sums together would tell. Zeros stay, unless nothing else can be hidden.\n\n"
            "OUTPUT is the table with hidden numbers empty, never 0, and a field <name>_status for each: ok, suppressed or missing. It does not tell which "
            "were hidden for their own sake, since that would help to work them out. SHARES, written share_old=old/population, names share fields to hide with the counts that "
            "they are made of, also where the rest of the population is few. PREVIOUS is the same table as published before: a number that has "
            "changed by fewer than MINIMUM people is hidden, so that the two together do not tell of them.\n\n"
            "Where parts are more than their total they overlap, or have been perturbed by their source (as the figures of Statistics Sweden are from the "
            "reference year 2025). This is told and nothing is repaired: take totals from the total. A rest between parts and total is then not protected as a number of its own.\n\n"
            "MINIMUM is 5 unless you say otherwise; your own rules for disclosure decide. Other tables of the same people can still tell what is hidden here.\n\n"
            "Method: primary and secondary suppression; no hidden number can be worked out by subtraction in rows and columns, and what cannot be protected is "
            "listed."
        )

    def initAlgorithm(self, config=None):
        table = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Table or layer"), table),
            tr("One row per area, unit or group."),
        )
        for name, label, numeric, optional, many, text in (
            ("FIELDS", tr("Numbers of people (fields)"), True, False, True, tr("Counts that are to be shown.")),
            ("TOTAL_FIELD", tr("Their total in each row (field)"), True, True, False,
             tr("Where it is shown too. The rest between the numbers and the total is protected as well.")),
            ("ROW_GROUP", tr("Rows whose sums are known (field)"), False, True, False,
             tr("Such as the municipality of each area, when its numbers are published elsewhere. Blank = the sum of all rows is known.")),
            ("ID", tr("Id of the rows (field; blank = feature id)"), False, True, False,
             tr("For messages, for ties, and to find the rows of PREVIOUS.")),
        ):  # fmt: skip
            kind = QgsProcessingParameterField.DataType.Numeric if numeric else QgsProcessingParameterField.DataType.Any
            field = QgsProcessingParameterField(name, label, None, "INPUT", kind, allowMultiple=many, optional=optional)
            self._add(field, text)
        whole = QgsProcessingParameterNumber.Type.Integer
        self._add(
            QgsProcessingParameterNumber("MINIMUM", tr("Fewest people that are told"), whole, MINIMUM, False, 2, 1000),
            tr("Numbers over 0 and under this are hidden."),
        )
        self._add(
            QgsProcessingParameterString("SHARES", tr("Shares made of the numbers"), optional=True),
            tr("Such as share_old=old/population, with ; between. Both counts must be in the table."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("PREVIOUS", tr("The table as published before"), table, optional=True),
            tr("With the same fields. Needs ID."),
            advanced=True,
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Protected table")))
        self.addOutput(QgsProcessingOutputNumber("SUPPRESSED_COUNT", tr("Hidden numbers")))

    def checkParameterValues(self, parameters, context):
        fields, total = self._fields(parameters, context), self.parameterAsString(parameters, "TOTAL_FIELD", context)
        if total in fields:
            return False, tr("TOTAL_FIELD cannot be one of FIELDS: it is their sum.")
        if parameters.get("PREVIOUS") not in (None, "") and not self.parameterAsString(parameters, "ID", context):
            return False, tr("PREVIOUS needs ID, so that each row finds its earlier numbers.")
        try:
            self._shares(parameters, context)
        except BadRate as error:
            return False, tr("SHARES cannot be read at “{text}”. Write it as share_old=old/population.").format(
                text=error.text
            )
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        names = [*self._counted(parameters, context), *(share.name for share in self._shares(parameters, context))]
        columns = [Column(f"{name}_status", "text", tr("{name}: told or not").format(name=name)) for name in names]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        minimum = self.parameterAsInt(parameters, "MINIMUM", context)
        names, shares = self._counted(parameters, context), self._shares(parameters, context)
        rows = self._rows(parameters, context, names, shares, feedback)
        counts = {name: rows.counts(name, "INPUT") for name in [*names, *_parts(shares)]}
        table = self._table(parameters, context, rows, counts)
        also = self._changed_little(parameters, context, rows, counts, minimum, account, feedback)
        also |= _few_left(names, shares, counts, minimum)
        found = protect(table, minimum, also)
        hidden = dict(zip(names, np.hstack([found.parts, found.total[:, None]]).T))
        status = {name: _status(counts[name], hidden[name]) for name in names}
        for share in shares:
            status[share.name] = _share_status(share, counts, hidden, rows.amounts(share.name), minimum)
        self._tell(found, rows, table, status, parameters, context, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "INPUT", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            told = _told(source, rows, status)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), told, len(rows.fids))
        self.keep(account, outputs.results, context)
        return {**outputs.results, "SUPPRESSED_COUNT": sum(int((own == SUPPRESSED).sum()) for own in status.values())}

    def _fields(self, parameters, context) -> list[str]:
        return self.field_list(parameters, "FIELDS", context)

    def _counted(self, parameters, context) -> list[str]:
        """FIELDS, and the total last."""
        total = self.parameterAsString(parameters, "TOTAL_FIELD", context)
        return [*self._fields(parameters, context), *([total] if total else [])]

    def _shares(self, parameters, context) -> list[Rate]:
        return parse_rates(self.parameterAsString(parameters, "SHARES", context))

    def _rows(self, parameters, context, names, shares, feedback) -> Rows:
        group, key = (self.parameterAsString(parameters, name, context) for name in ("ROW_GROUP", "ID"))
        wanted = [*names, *([group] if group else []), *(share.name for share in shares), *_parts(shares)]
        return read_rows(self.source(parameters, "INPUT", context), "INPUT", wanted, key, feedback)

    def _table(self, parameters, context, rows: Rows, counts) -> Counts:
        fields, total = self._fields(parameters, context), self.parameterAsString(parameters, "TOTAL_FIELD", context)
        group = self.parameterAsString(parameters, "ROW_GROUP", context)
        codes = [code or "" for code in texts(rows.columns[group])] if group else [""] * len(rows.ids)
        place = np.unique(np.array(codes, str), return_inverse=True)[1] if codes else np.zeros(0, int)
        order = np.argsort(np.argsort(rows.ids.astype(str), kind="stable"), kind="stable")
        parts = np.column_stack([counts[name] for name in fields])
        return Counts(parts, counts[total] if total else None, place, order)

    def _changed_little(self, parameters, context, rows, counts, minimum, account, feedback):
        """Which numbers (rows, names) differ from those published before by few people; none without PREVIOUS."""
        names, key = self._counted(parameters, context), self.parameterAsString(parameters, "ID", context)
        if parameters.get("PREVIOUS") in (None, ""):
            return np.zeros((len(rows.ids), len(names)), bool)
        earlier = read_rows(self.source(parameters, "PREVIOUS", context), "PREVIOUS", names, key, feedback)
        at = {own: row for row, own in enumerate(earlier.ids)}
        row = np.array([at.get(own, -1) for own in rows.ids] or [], int)
        if len(row) and not (row >= 0).any():
            raise QgsProcessingException(
                tr("No row of PREVIOUS has an id of INPUT. Choose the same table as published before.")
            )
        found = []
        for name in names:
            before = np.append(earlier.counts(name, "PREVIOUS"), np.nan)[row]
            found.append(too_few(np.abs(counts[name] - before), minimum))
        changed = np.column_stack(found)
        text = tr("{n} numbers have changed by fewer than {minimum} people since PREVIOUS.")
        account.say(feedback, text.format(n=int(changed.sum()), minimum=minimum))
        return changed

    def _tell(self, found: Protected, rows, table, status, parameters, context, account, feedback):
        hidden = sum(int((own == SUPPRESSED).sum()) for own in status.values())
        text = tr("{n} of {all} numbers are hidden, {few} of them for their own sake.")
        account.say(feedback, text.format(n=hidden, all=sum(map(len, status.values())), few=found.few))
        names = self._fields(parameters, context)
        if found.open_columns:
            shown = [names[at] if at >= 0 else "TOTAL_FIELD" for _, at in found.open_columns]
            text = tr(
                "{n} sums of a column within its group would tell a hidden number, since there is no other to hide with it ({list}). "
                "Do not publish those sums, or join groups."
            )
            account.say(feedback, text.format(n=len(shown), list=listed(sorted(set(shown)))), warn=True)
        if found.open_rows:
            text = tr(
                "{n} totals would tell a hidden number of their row: {list}. Hide those rows, or add their parts."
            )
            account.say(
                feedback, text.format(n=len(found.open_rows), list=listed(rows.ids[found.open_rows])), warn=True
            )
        if len(found.perturbed):
            text = tr(
                "The parts are more than their total in {n} rows: they overlap, or the figures have been perturbed by their source. Nothing is repaired; take "
                "totals from the total. Rests between parts and total are not protected as numbers of their own. Rows: {list}."
            )
            account.say(
                feedback, text.format(n=len(found.perturbed), list=listed(rows.ids[found.perturbed])), warn=True
            )
        elif table.total is not None:
            gap = rests(table)
            short = np.flatnonzero(gap > 0)
            if len(short):
                text = tr(
                    "The parts do not sum to the total in {n} rows, by {people} people together; the rest counts as a number of its own."
                )
                account.say(feedback, text.format(n=len(short), people=f"{gap[short].sum():.0f}"))
        source = self.source(parameters, "INPUT", context)
        told = {name.lower() for name in status}
        left = [
            field.name()
            for field in source.fields()
            if field.isNumeric() and field.name().lower() not in {*told, "fid"}
        ]
        if left:
            text = tr(
                "These fields are shown as they are: {names}. Leave them out if the hidden numbers follow from them."
            )
            account.say(feedback, text.format(names=listed(left)), warn=True)


def _parts(shares) -> list[str]:
    return list(dict.fromkeys(name for share in shares for name in (share.numerator, share.denominator)))


def _few_left(names, shares, counts, minimum: int) -> np.ndarray:
    """Which numbers (rows, names) leave few people of the whole of a share: beside it they would tell the rest."""
    found = np.zeros((len(counts[names[0]]), len(names)), bool)
    for share in shares:
        if share.numerator in names:
            rest = counts[share.denominator] - counts[share.numerator]
            found[:, names.index(share.numerator)] |= too_few(rest, minimum) & (counts[share.numerator] > 0)
    return found


def _status(values: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    return np.select([np.isnan(values), hidden], [MISSING, SUPPRESSED], OK).astype(object)


def _share_status(share: Rate, counts, hidden, values, minimum: int) -> np.ndarray:
    """A share goes with the counts that it is made of, and where the part, the rest or the whole is few."""
    whole = np.zeros(len(values), bool)
    few = too_few_in_share(counts[share.numerator], counts[share.denominator], minimum)
    with_counts = hidden.get(share.numerator, whole) | hidden.get(share.denominator, whole)
    return _status(values, few | with_counts)


def _told(source, rows: Rows, status):
    """The features with hidden numbers empty, and each one's status."""
    row = {fid: at for at, fid in enumerate(rows.fids)}
    kept = [field.name() for field in source.fields() if field.name().lower() != "fid"]
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        at = row[feature.id()]
        values = copied_attributes(feature, source.fields())
        for name, own in status.items():
            if own[at] == SUPPRESSED:
                values[kept.index(name)] = None
        yield feature.geometry(), [*values, *(own[at] for own in status.values())]
