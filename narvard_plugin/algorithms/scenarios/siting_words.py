"""What the choice of sites says to users, and the words that it takes for open and closed."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import as_text
from ...core.siting.problem import EXACT, HEURISTIC, Answer
from ...i18n import number, tr

_STATES = {
    "open": ("open", "öppen", "1", "true"),
    "closed": ("closed", "stängd", "-1"),
    "free": ("", "0", "false"),
}


def fixed_state(value) -> str | None:
    """``open``, ``closed`` or ``free`` for what stands in the field FIXED; None where it is none of the known words."""
    word = "" if value is None else as_text(value).lower()
    return next((state for state, words in _STATES.items() if word in words), None)


def how_found(answer: Answer, seconds: float) -> str:
    """Whether the choice is proven best, and else how far from the best it may be."""
    if answer.how == EXACT:
        return tr("Exact: proven to be the best choice.")
    if np.isnan(answer.gap):
        if answer.how == HEURISTIC:
            return tr("Heuristic: a good choice, but how far from the best is unknown.")
        return tr("Exact method stopped at the time limit ({seconds} s): how far from the best is unknown.").format(
            seconds=number(seconds)
        )
    percent = number(round(100 * answer.gap, 2))
    if answer.how == HEURISTIC:
        return tr("Heuristic: a good choice, at most {percent} % from the best.").format(percent=percent)
    return tr("Exact method stopped at the time limit ({seconds} s): at most {percent} % from the best.").format(
        seconds=number(seconds), percent=percent
    )


def objective_sentence(method: str, objective: float) -> str:
    """The value of the choice in the method's own unit."""
    if np.isnan(objective):
        return tr("Nobody can be served, so the choice has no value.")
    value = number(round(objective, 4))
    return {
        "pmedian": tr("Demand × travel time: {value} person-minutes in all."),
        "capacitated": tr("Demand × travel time: {value} person-minutes in all."),
        "pcenter": tr("Longest travel time: {value} minutes."),
        "mclp": tr("Demand covered within RADIUS: {value}."),
        "lscp": tr("Sites needed: {value}."),
    }[method].format(value=value)
