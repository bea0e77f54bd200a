"""What the numbers of access and migration mean in words, and the caution that goes with them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...core.deso.migration import AccessClass, Influence
from ...i18n import number, tr

_NONE, _WEAK, _CLEAR = 0.1, 0.3, 0.5  # from which absolute correlation a word is used; customary, not a law of nature


def caution() -> str:
    return tr(
        "Caution: this is an association between areas, not a cause. It does not show that people move because of care, nor that better access would change where they live. "
        "Jobs, housing, schools, age and distance to a town follow both access and moves, and are not held constant. Areas are not people: those who moved may have other "
        "access than their area's mean. Areas with few people swing by chance from one period to the next."
    )


def reading_of_association(value: float, supply: bool, areas: int) -> str:
    """A correlation in words; ``supply``: the measure of access is the better the higher."""
    if not np.isfinite(value):
        return tr("no correlation can be told: too few areas ({n}), or no variation.").format(n=areas)
    if abs(value) < _NONE:
        return tr("hardly any association between access and net migration ({value}, {n} areas).").format(
            value=_two(value), n=areas
        )
    texts = {
        (True, 0): tr("a weak association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas)."),
        (True, 1): tr("some association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas)."),
        (True, 2): tr("a strong association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas)."),
        (False, 0): tr("a weak association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas)."),
        (False, 1): tr("some association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas)."),
        (False, 2): tr("a strong association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas)."),
    }  # fmt: skip
    poorer_loses = (value > 0) == supply
    strength = sum(abs(value) >= limit for limit in (_WEAK, _CLEAR))
    return texts[poorer_loses, strength].format(value=_two(value), n=areas)


def reading_of_ranks(value: float, supply: bool, areas: int) -> str:
    """A correlation of ranks in words, told apart from that of values."""
    return tr("by ranks: {reading}").format(reading=reading_of_association(value, supply, areas))


def reading_of_influence(moved: Influence, ids: Sequence) -> str:
    text = tr("Without any single area, the correlation lies between {low} and {high}; area {area} moves it most.")
    if moved.lowest * moved.highest < 0:
        text = tr("Without any single area, the correlation lies between {low} and {high}: one area ({area}) can turn its sign, so nothing should be built on it.")  # fmt: skip
    return text.format(low=_two(moved.lowest), high=_two(moved.highest), area=ids[moved.area])


def reading_of_line(slope: float, supply: bool) -> str:
    if not np.isfinite(slope):
        return tr("No line can be drawn: too few areas, or no variation.")
    texts = {
        (True, True): tr("Along the straight line, one unit more of supply goes with a net migration that is {slope} higher per 1 000 people."),
        (True, False): tr("Along the straight line, one unit more of supply goes with a net migration that is {slope} lower per 1 000 people."),
        (False, True): tr("Along the straight line, one unit more of travel time or cost (a minute, say) goes with a net migration that is {slope} higher per 1 000 people."),
        (False, False): tr("Along the straight line, one unit more of travel time or cost (a minute, say) goes with a net migration that is {slope} lower per 1 000 people."),
    }  # fmt: skip
    return texts[supply, slope >= 0].format(slope=number(float(f"{abs(slope):.3g}")))


def reading_of_class(own: AccessClass) -> str:
    if own.people == 0:
        return tr("Fifth {n} by access (5 = the poorest): no area.").format(n=own.number)
    text = tr("Fifth {n} by access (5 = the poorest): net migration {net} people, {rate} per 1 000.")
    return text.format(n=own.number, net=f"{own.net:.0f}", rate=number(round(own.per_1000, 1)))


def _two(value: float) -> str:
    return number(round(value, 2))
