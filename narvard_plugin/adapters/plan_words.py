"""What users read of differences between plans and of provisions whose numbers cannot be used."""

from __future__ import annotations

import math

from ..core.plans import building_rights as rights
from ..core.plans import difference, difference_totals
from ..core.plans import provision_values as numbers
from ..i18n import number, tr


def change_word(change: str) -> str:
    return {
        difference.ADDED: tr("Added"),
        difference.REMOVED: tr("Removed"),
        difference.MOVED: tr("Moved border"),
        difference.VALUE: tr("Other value"),
        difference.WORDING: tr("Other wording"),
        difference.AREA: tr("Other area"),
    }[change]


def measure_word(measure: str, use: str = "") -> str:
    """What a figure of `difference_totals` is, of the use or document that it is about."""
    return {
        difference_totals.PLAN_AREA: tr("Plan area"),
        difference_totals.USE_AREA: tr("Area where {use} is allowed"),
        difference_totals.USE_GROSS: tr("Gross floor area that may be used for {use}"),
        difference_totals.UNDER: tr("Gross floor area under ground"),
        difference_totals.ABOVE_GROUND: tr("Greatest height above ground"),
        difference_totals.ABOVE_DATUM: tr("Greatest height above the datum"),
        difference_totals.STOREYS: tr("Storeys (older provision)"),
        difference_totals.LEAST_PLOT: tr("Least size of a plot"),
        difference_totals.MOST_PLOT: tr("Greatest size of a plot"),
        difference_totals.DWELLINGS_TOLD: tr("Dwellings that provisions tell"),
        difference_totals.DOCUMENT_NEW: tr("New document: {use}"),
        difference_totals.DOCUMENT_GONE: tr("Document that is gone: {use}"),
    }[measure].format(use=use)


def reason_word(reason: str) -> str:
    """Why the number of a provision is in no sum."""
    return {
        numbers.NO_MEANING: tr("the provision's code is not known"),
        numbers.NO_VALUE: tr("the provision has no number"),
        numbers.MANY_VALUES: tr("the provision has several numbers"),
        numbers.OTHER_UNIT: tr("its unit is not that of the catalogue"),
        numbers.OTHER_BOUND: tr("it is a most where the catalogue has a least, or the reverse"),
        rights.UNKNOWN_DENOMINATOR: tr(
            "it is per property or per building, and the plan does not tell how many there are"
        ),
        rights.SEVERAL_USES: tr("one number for several areas of use"),
        rights.NO_USE: tr("it lies on no area of use"),
        rights.MANY_PARTS: tr("it lies in several separate areas, and does not tell whether the number is for each"),
        rights.ONLY_FOOTPRINT: tr("it tells the footprint (byggnadsarea), not the gross floor area"),
        rights.TWO_NUMBERS: tr("several provisions limit the same area"),
    }[reason]


def unit_word(unit: str) -> str:
    """A unit as it is written: m² for m2."""
    return unit.replace("m2", "m²")


def described(change: str, before: float, after: float, unit: str) -> str:
    """A change in a few words: what happened, and the figures."""
    if change == difference.ADDED or change == difference.REMOVED:
        return change_word(change)
    if math.isnan(before) and math.isnan(after):
        return change_word(change)
    decimals = _decimals(before, after)
    known = [tr("not told") if math.isnan(value) else number(round(value, decimals)) for value in (before, after)]
    text = tr("{what}: {before} → {after} {unit}")
    return text.format(what=change_word(change), before=known[0], after=known[1], unit=unit_word(unit)).strip()


def _decimals(before: float, after: float) -> int:
    """As many as the figures are measured with, and no fewer than it takes to tell them apart."""
    size = max(abs(value) for value in (before, after) if not math.isnan(value))
    decimals = 0 if size >= 1000 else 1 if size >= 10 else 2
    return decimals if round(before, decimals) != round(after, decimals) else 2
