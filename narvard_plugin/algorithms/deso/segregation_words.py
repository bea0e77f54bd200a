"""What the measures of segregation mean in words, and what the map could not tell."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import listed
from ...i18n import number, tr


def reading(measure: str, value: float, share: float, found: dict[str, float]) -> str:
    """What ``value`` says, for a group that is ``share`` of all people; ``found`` are all measures of the same group."""
    if not np.isfinite(value):
        return _why_none(measure, share)
    words = {
        "dissimilarity": tr("{value} of the group would have to move to another area for it to be evenly spread."),
        "isolation": tr("Where a member of the group lives, on average {value} of the people belong to it; of all people {share}."),
        "exposure": tr("Where a member of the group lives, on average {value} of the people do not belong to it; of all people {rest}."),
        "eta2": tr("Isolation beyond what an even spread would give: {value} of the way from even to wholly apart."),
        "entropy": tr("The areas are on average {value} less mixed than all people together."),
        "gini": tr("Difference in share between any two areas, weighted by their people: {value} of the way from even to wholly apart."),
        "morrill": tr("Dissimilarity ({dissimilarity}) less the mean difference between areas that touch ({less}). Near dissimilarity: like areas lie side by side."),
        "delta": tr("{value} of the group would have to move for it to be equally many per km² everywhere."),
        "minmax": tr("Dissimilarity D on another scale, 2D/(1+D): {value} of the way from even to wholly apart."),
        "wong": tr("Dissimilarity ({dissimilarity}) less the mean difference between areas, by how much border they share ({less})."),
        "multigroup_d": tr("As many would have to move for every area to be mixed alike as {value} of those who would if the groups lived wholly apart."),
        "multigroup_h": tr("The areas are on average {value} less mixed than all people together."),
        "multigroup_exposure": tr("How much the groups keep to themselves beyond an even spread: {value} of the way to wholly apart."),
    }  # fmt: skip
    even = found.get("dissimilarity", value)
    own = 0.0 if np.isnan(share) else share  # measures of all groups at once name none
    return words[measure].format(
        value=_percent(value),
        share=_percent(own),
        rest=_percent(1 - own),
        dissimilarity=number(round(even, 3)),
        less=number(round(even - value, 3)),
    )


def _why_none(measure: str, share: float) -> str:
    if measure.startswith("multigroup"):
        return tr("No value: the groups are more than all people, or everybody belongs to the same.")
    if not 0 < share < 1:
        return tr("No value: nobody or everybody belongs to the group.")
    if measure == "delta":
        return tr("No value: the areas' size is not known.")
    return tr("No value: there are no polygons that touch.")


def _percent(share: float) -> str:
    return f"{number(round(100 * share, 1))} %"


def say_ground(size: np.ndarray | None, land: np.ndarray | None, ids: np.ndarray, account, feedback) -> None:
    """``size`` (a, km²) is that of the polygons, None where AREAS has none; ``land`` that of LAND_AREA."""
    if size is None:
        account.say(feedback, tr("AREAS has no polygons: morrill and wong are left out."), warn=True)
        if land is None:
            account.say(feedback, tr("Neither polygons nor LAND_AREA: delta is left out."), warn=True)
    elif np.isnan(size).any():
        text = tr("{n} areas have no polygon; in morrill and wong they touch no other area: {list}.")
        account.say(feedback, text.format(n=int(np.isnan(size).sum()), list=listed(ids[np.isnan(size)])), warn=True)
    used = size if land is None else land
    if used is not None and np.isnan(used).any():
        text = tr("{n} areas have no size, so delta is left out: {list}.")
        account.say(feedback, text.format(n=int(np.isnan(used).sum()), list=listed(ids[np.isnan(used)])), warn=True)
    elif used is not None and land is None:
        text = tr(
            "delta uses the whole area of the polygons ({km2} km²). Polygons of DeSO and RegSO reach into the sea: give LAND_AREA for land only."
        )
        account.say(feedback, text.format(km2=number(round(size.sum(), 1))))
