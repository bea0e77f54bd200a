"""What an import of squares tells: parts over totals, ages that are not told, and sums beside the areas' with both dates."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import listed
from ...core.squares_import import GROUPS, over_total
from ...i18n import tr
from ...store.changes import Changes
from .importsquares_squares import Squares


def say_areas(squares: Squares, outside: np.ndarray, division: str, account, feedback) -> None:
    """Squares that lie in no area of the region."""
    if len(outside):
        people = int(squares.population[outside].sum())
        text = tr(
            "{n} squares with {people} people lie in no area of the region ({division}) and were left out: they are a neighbour's, or lie in the sea."
        )
        account.say(feedback, text.format(n=len(outside), people=people, division=division), warn=True)


def say_over(squares: Squares, account, feedback) -> np.ndarray:
    """Which squares (n bool) have an age or another part over their total, or ages that sum to more."""
    parts = np.hstack([squares.ages, squares.parts])
    over = over_total(parts, squares.population) | (np.nansum(squares.ages, axis=1) > squares.population)
    if over.any():
        text = tr(
            "In {n} squares a part (an age, or ages together) is more than the total: SCB protects each number on its own. Nothing was changed; shares must be capped at 100 per cent, and are safe only for larger areas: {list}."
        )
        account.say(feedback, text.format(n=int(over.sum()), list=listed(squares.ids[over].tolist())), warn=True)
    return over


def say_ages(squares: Squares, account, feedback) -> None:
    told = np.isfinite(squares.ages)
    missing = [group for group, any_told in zip(GROUPS, told.any(axis=0)) if not any_told]
    if len(missing) == len(GROUPS):
        account.say(feedback, tr("The squares tell no ages; the age groups are empty, not 0."), warn=True)
    elif missing:
        text = tr("These age groups are not told and are empty, not 0: {list}.")
        account.say(feedback, text.format(list=listed([_span(group) for group in missing])), warn=True)
    some = told.any(axis=0) & ~told.all(axis=0)
    if some.any():
        blank = int((~told[:, some]).any(axis=1).sum())
        account.say(
            feedback,
            tr("{n} squares lack one of the ages that others have; it is empty there.").format(n=blank),
            warn=True,
        )


def say_beside(squares: Squares, areas, workspace, account, feedback):
    """The sum of the squares and of the areas, each with its date; the areas' sum, or None."""
    people = int(squares.population.sum())
    date = squares.date or tr("date not told")
    population = areas.rows["population"]
    if not population.notna().any():
        text = tr(
            "{people} people in {n} squares ({date}). The areas of the workspace have no population to compare with."
        )
        account.say(feedback, text.format(people=people, n=len(squares.ids), date=date))
        return None
    other = int(population.sum())
    sources = workspace.read("sources")
    days = sources.loc[sources["fed"] == "areas", "data_date"].dropna()
    text = tr(
        "The squares hold {people} people ({date}), {division} in the workspace {other} ({when}). These are two counts, each protected on its own: never mix them in one figure."
    )
    account.say(
        feedback,
        text.format(
            people=people, date=date, division=areas.name, other=other, when=max(days, default=tr("date not told"))
        ),
    )
    return other


def say_removed(changes: Changes, account, feedback) -> None:
    if changes.removed:
        text = tr("{n} points with people of the region are not in the file and were removed, such as {list}.")
        shown = listed([key[0] for key in changes.sample["removed"]])
        account.say(feedback, text.format(n=changes.removed, list=shown), warn=True)


def _span(group: str) -> str:
    return group[4:].replace("_plus", "+").replace("_", "–")
