"""What each measure of equity says, in a sentence that needs no statistics: who has more, and whether that is good for them."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from ...core.drawing.numbers import few_digits, number, percent
from ...i18n import number as shown
from ...i18n import tr

BAD, GOOD = "bad", "good"
_NEAR = 0.005  # what two decimals write as 0


class Names(NamedTuple):
    """What the value and the rank are called, whether the value is bad or good, which end of the rank is disadvantaged
    (``highest`` or lowest), and the user's decimal sign."""

    value: str
    rank: str
    bad: bool
    highest: bool
    decimal_sign: str

    @property
    def worst(self) -> str:
        """Who is the most disadvantaged."""
        text = tr("highest {rank}") if self.highest else tr("lowest {rank}")
        return text.format(rank=self.rank)

    def few(self, value: float) -> str:
        return few_digits(value, self.decimal_sign)

    def percent(self, share: float) -> str:
        return percent(share, 0 if share >= 0.1 else 1, self.decimal_sign)


def judgement(names: Names, worst_has_more: bool) -> str:
    """Whether the difference falls on the most disadvantaged: what a bad does is the opposite of what a good does."""
    if names.bad:
        if worst_has_more:
            return tr("A high value is a disadvantage, so this is to the disadvantage of the most disadvantaged.")
        return tr("A high value is a disadvantage, so this is to the advantage of the most disadvantaged.")
    if worst_has_more:
        return tr("A high value is an advantage, so this is to the advantage of the most disadvantaged.")
    return tr("A high value is an advantage, so this is to the disadvantage of the most disadvantaged.")


def ratio_reading(names: Names, fifths: np.ndarray) -> str:
    """What the most and the least disadvantaged fifth have."""
    bottom, top = float(fifths[0]), float(fifths[-1])
    told = tr("{value}: on average {bottom} for the most disadvantaged fifth of the people ({worst}) and {top} for the least disadvantaged fifth.").format(
        value=names.value[:1].upper() + names.value[1:], bottom=names.few(bottom), top=names.few(top), worst=names.worst
    )  # fmt: skip
    if bottom == top or (top and abs(bottom / top - 1) < _NEAR):
        return told + " " + tr("There is practically no difference.")
    more = bottom > top
    if top:
        text = (
            tr("That is {share} more for the most disadvantaged.")
            if more
            else tr("That is {share} less for the most disadvantaged.")
        )
        told += " " + text.format(share=names.percent(abs(bottom / top - 1)))
    told += " " + judgement(names, more)
    if not bottom:
        told += " " + tr("The most disadvantaged fifth has 0, so there is no ratio.")
    return told


def concentration_reading(names: Names, index: float) -> str:
    """The sign of the concentration index, or of one of its corrected forms, in words."""
    if not np.isfinite(index):
        return tr("Cannot be computed: every value is 0.")
    if abs(index) < _NEAR:
        return tr("Close to 0: no clear tilt towards either the most or the least disadvantaged.")
    if index < 0:
        return tr("Negative: the most disadvantaged have more than an equal share.") + " " + judgement(names, True)
    return tr("Positive: the least disadvantaged have more than an equal share.") + " " + judgement(names, False)


def bounded_reading(names: Names, index: float, lower: float, upper: float) -> str:
    """A corrected concentration index, with the bounds it was corrected for."""
    if not np.isfinite(index):
        return tr("Cannot be computed with values between {lower} and {upper}.").format(
            lower=names.few(lower), upper=names.few(upper)
        )
    told = tr("The concentration index for a value that can lie between {lower} and {upper}.")
    return told.format(lower=names.few(lower), upper=names.few(upper)) + " " + concentration_reading(names, index)


def gini_reading(index: float) -> str:
    if not np.isfinite(index):
        return tr("Cannot be computed: every value is 0.")
    return tr(
        "How unequal the value is among people, whoever they are: 0 when all have the same, close to 1 when few have everything."
    )


def theil_reading(names: Names, part: str, found, group: str) -> str:
    """``part`` total, between or within of Theil's index ``found``."""
    if not np.isfinite(found.total):
        return tr("Cannot be computed: every value is 0.")
    if part == "total":
        return tr("How unequal the value is among people, in a form that can be parted: 0 when all have the same.")
    if not group:
        return tr("Needs groups: name a field as GROUP.")
    if found.total < 1e-12:
        return tr("All have the same, so there is nothing to part.")
    share = names.percent(max(getattr(found, part), 0.0) / found.total)
    text = (
        tr("{share} of the inequality lies between the groups of {group}.")
        if part == "between"
        else tr("{share} of the inequality lies within the groups of {group}.")
    )
    return text.format(share=share, group=group)


def palma_reading(ratio: float) -> str:
    if not np.isfinite(ratio):
        return tr("The most disadvantaged four tenths have 0, so there is no ratio.")
    return tr(
        "What the least disadvantaged tenth has on average, over what the most disadvantaged four tenths have on average."
    )


def palma_share_reading(ratio: float) -> str:
    if not np.isfinite(ratio):
        return tr("The most disadvantaged four tenths have 0, so there is no ratio.")
    return tr(
        "What the least disadvantaged tenth has in all, over what the most disadvantaged four tenths have in all: a quarter when all have the same."
    )


def shortfall_reading(names: Names, power: int, value: float, line: float) -> str:
    """FGT 0, 1 or 2 by the ``line``."""
    if power == 0:
        text = (
            tr("{share} of the people have more than {line}.")
            if names.bad
            else tr("{share} of the people have less than {line}.")
        )
        return text.format(share=names.percent(value), line=shown(line))
    if power == 1:
        text = (
            tr(
                "How far above the line, as a share of it, on average over all people (0 for those who are not above it)."
            )
            if names.bad
            else tr(
                "How far below the line, as a share of it, on average over all people (0 for those who are not below it)."
            )
        )
        return text
    return tr("As the distance beyond the line, but squared, so that those farthest from it weigh most.")


def fifth_reading(names: Names, at: int) -> str:
    """The mean of fifth ``at`` (0–4)."""
    places = {
        0: tr("Mean of the most disadvantaged fifth of the people ({worst}).").format(worst=names.worst),
        4: tr("Mean of the least disadvantaged fifth of the people."),
    }
    return places.get(at, tr("Mean of fifth {n} of the people, counted from the most disadvantaged.").format(n=at + 1))


def missing_reading(names: Names, people: float, everybody: float, areas: int, worst: Optional[float]) -> str:
    """Who has no value; ``worst`` is how many of them are among the most disadvantaged fifth of all ranked people."""
    if not areas:
        return tr("Every area with people and a rank has a value.")
    told = tr(
        "{people} people ({share}) live where there is no value (areas: {areas}), for instance because nothing can be reached. They are in no measure, and may have it worst of all."
    )
    text = told.format(
        people=number(people, 0), share=names.percent(people / everybody if everybody else 0.0), areas=areas
    )
    if worst:
        text += " " + tr("{people} of them are in the most disadvantaged fifth.").format(people=number(worst, 0))
    return text


def unranked_reading(people: float, areas: int, unknown: int) -> str:
    """Who cannot be placed: areas with ``people`` but no rank, and areas whose people are ``unknown``."""
    told = []
    if areas:
        text = tr("{people} people live where there is no rank (areas: {areas}), and are in no measure.")
        told.append(text.format(people=number(people, 0), areas=areas))
    if unknown:
        told.append(
            tr("The number of people is not known in some areas ({areas}), which are in no measure.").format(
                areas=unknown
            )
        )
    return " ".join(told) or tr("Every area with people has a rank.")
