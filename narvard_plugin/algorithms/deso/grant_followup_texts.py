"""What users read in the follow-up of a development grant: column names, and each row in words."""

from __future__ import annotations

from ...adapters.outputs import Column
from ...core.deso.grant_followup import (
    IMPROVED,
    MEASURED,
    NO_OUTCOME,
    NO_ROWS,
    NO_YEAR_BEFORE,
    ONE_YEAR_ONLY,
    ONLY_BEFORE,
    UNCHANGED,
    WORSENED,
    Line,
    Total,
)
from ...i18n import number, tr

_FEW = 5  # units; below this one odd unit decides a mean


def line_columns() -> list[Column]:
    """In the order of ``Line``, and the line in words."""
    return [
        Column("unit_id", "text", tr("Unit id")),
        Column("effort", "text", tr("Effort")),
        Column("indicator", "text", tr("Indicator")),
        Column("role", "text", tr("Role (granted, comparison, unclear)")),
        Column("status", "text", tr("Status")),
        Column("better", "text", tr("Better is (lower, higher)")),
        Column("first_year", "integer", tr("Year of the outcome before")),
        Column("last_year", "integer", tr("Year of the outcome after")),
        Column("amount", "real", tr("Kronor in all years")),
        Column("amount_until_last", "real", tr("Kronor until the outcome after")),
        Column("years_without_amount", "integer", tr("Years whose amount is not told")),
        Column("outcome_before", "real", tr("Outcome before")),
        Column("outcome_after", "real", tr("Outcome after")),
        Column("change", "real", tr("Change")),
        Column("direction", "text", tr("Direction (better, worse, unchanged)")),
        Column("change_per_100000", "real", tr("Change per 100 000 kronor")),
        Column("comparison_change", "real", tr("Mean change of units without a grant, same years")),
        Column("comparison_units", "integer", tr("Units without a grant, same years")),
        Column("difference_in_change", "real", tr("Change beyond that of units without a grant")),
        Column("explanation", "text", tr("In words")),
    ]


def summary_columns() -> list[Column]:
    """In the order of ``Total``, and the row in words."""
    return [
        Column("effort", "text", tr("Effort")),
        Column("indicator", "text", tr("Indicator")),
        Column("better", "text", tr("Better is (lower, higher)")),
        Column("units", "integer", tr("Units with money")),
        Column("amount", "real", tr("Kronor (never added over indicators)")),
        Column("units_measured", "integer", tr("Units with a measured change")),
        Column("units_better", "integer", tr("Units that became better")),
        Column("units_worse", "integer", tr("Units that became worse")),
        Column("units_unchanged", "integer", tr("Units unchanged")),
        Column("units_no_year_before", "integer", tr("Units measured only since the money began")),
        Column("mean_change", "real", tr("Mean change")),
        Column("weighted_change", "real", tr("Mean change weighted by kronor")),
        Column("units_compared", "integer", tr("Units compared with units without a grant")),
        Column("comparison_units", "integer", tr("Units without a grant, at most")),
        Column("comparison_change", "real", tr("Mean change of units without a grant, same years")),
        Column("difference_in_change", "real", tr("Mean change beyond that of units without a grant")),
        Column("difference_direction", "text", tr("Direction of that difference (better, worse, unchanged)")),
        Column("units_amount_untold", "integer", tr("Units with years whose amount is not told")),
        Column("explanation", "text", tr("In words")),
    ]


def caution() -> str:
    return tr(
        "A change after the grant is not proof that the grant caused it: units with great need get money, and extreme values often move towards the mean by themselves."
    )


def status_text(line: Line) -> str:
    """A line in words: what changed, or why nothing is known."""
    if line.status not in (MEASURED, NO_YEAR_BEFORE):
        return {
            NO_OUTCOME: tr("Not measured: no year has an outcome."),
            ONE_YEAR_ONLY: tr("Not measured: only one year has an outcome."),
            ONLY_BEFORE: tr("Not measured: no outcome in or after the first year with money."),
            NO_ROWS: tr("Not measured: the unit is not in the follow-up."),
        }[line.status]
    facts = {
        "first": line.first_year,
        "last": line.last_year,
        "before": number(line.before),
        "after": number(line.after),
    }
    parts = [
        tr("From {before} ({first}) to {after} ({last}): {direction}.").format(direction=_word(line.direction), **facts)
    ]
    if line.status == NO_YEAR_BEFORE:
        parts.append(tr("There is no outcome from before the money."))
    if line.amount_until is None:
        text = tr("The amount of {n} years is not told, so the change is not divided by kronor.")
        parts.append(text.format(n=line.untold))
    if line.difference is not None:
        text = tr("Units without a grant changed by {change} over the same years ({n} units).")
        parts.append(text.format(change=number(line.comparison), n=line.comparison_units))
    return " ".join(parts)


def summary_text(total: Total) -> str:
    """An effort's outcome in words, and what cannot be said of it."""
    bare = total.units - total.measured
    parts = [
        tr("{measured} of {units} units have a measured change.").format(measured=total.measured, units=total.units)
    ]
    if bare:
        parts.append(tr("{n} are not measured.").format(n=bare))
    if total.untold:
        text = tr("For {n} units the amount of some year is not told, so there were at least so many kronor.")
        parts.append(text.format(n=total.untold))
    if total.better and total.measured:
        text = tr("{better} became better, {worse} worse and {unchanged} unchanged.")
        parts.append(text.format(better=total.improved, worse=total.worsened, unchanged=total.unchanged))
    if total.mean_difference is None:
        parts.append(tr("There are no units without a grant to compare with over the same years."))
    else:
        text = tr("Beyond the change of units without a grant (at most {n}), the mean change of {compared} units was {difference}: {direction}.")  # fmt: skip
        facts = {"n": total.comparison_units, "compared": total.compared, "difference": number(total.mean_difference)}
        parts.append(text.format(direction=_word(total.difference_direction), **facts))
    if total.measured:
        few = min(total.measured, total.comparison_units or total.measured) < _FEW
        parts += [tr("So few units that chance may explain it.")] if few else []
        parts.append(caution())
    return " ".join(parts)


def _word(direction) -> str:
    return {
        IMPROVED: tr("better"),
        WORSENED: tr("worse"),
        UNCHANGED: tr("unchanged"),
        None: tr("not told whether that is better"),
    }[direction]
