"""What the tools about the need of plans tell: which plans and centres are in doubt, unknown or out of reach."""

from __future__ import annotations

import numpy as np

from ...adapters.plan_geometry import lying_on_another
from ...adapters.reading import listed
from ...core.plans.need import FROM_RIGHTS, UNKNOWN
from ...i18n import number, tr
from .need_results import BREAKS, statuses

_SHOWN_CENTRES = 10  # in the log; CENTRES has them all


def say_twice(source, points, account, feedback) -> None:
    """Plans that lie on one another: a programme and its detail plan would bring the same people twice."""
    ids = dict(zip(points.fids.tolist(), points.ids))
    pairs = [f"{ids[a]} – {ids[b]}" for a, b in lying_on_another(source, points.fids, feedback)]
    if pairs:
        text = tr("{n} pairs of plans lie on one another, and may tell of the same dwellings: {list}.")
        account.say(feedback, text.format(n=len(pairs), list=listed(pairs)), warn=True)


def say_dwellings(ids, origin, doubtful, assumed, account, feedback) -> None:
    rights, unknown = ids[origin == FROM_RIGHTS], ids[origin == UNKNOWN]
    if len(rights):
        text = tr(
            "{n} plans tell no number of dwellings; it was counted from the building rights at {area} m² gross per flat: {list}."
        )
        account.say(
            feedback,
            text.format(n=len(rights), area=number(assumed.gross_per_flat), list=listed(list(rights))),
            warn=True,
        )
    if doubtful.any():
        text = tr(
            "The building rights of {n} of them are shared with other uses or could not all be counted; the number is in doubt: {list}."
        )
        account.say(feedback, text.format(n=int(doubtful.sum()), list=listed(list(ids[doubtful]))), warn=True)
    if len(unknown):
        text = tr("{n} plans tell neither dwellings nor building rights; they are in no sum: {list}.")
        account.say(feedback, text.format(n=len(unknown), list=listed(list(unknown))), warn=True)


def say_unreached(plans, share, need, account, feedback) -> None:
    lost = np.flatnonzero(~share.any(axis=1))
    if len(lost):
        people = float(np.nansum(need.listed[lost]))
        text = tr("{n} plans, with {people} people to list, have no centre in reach: {list}.")
        account.say(
            feedback,
            text.format(n=len(lost), people=number(round(people)), list=listed(list(plans.ids[lost]))),
            warn=True,
        )


def say_unknown_capacity(question, capacity, added, account, feedback) -> None:
    people = added.sum(axis=0)
    rows = np.flatnonzero((people > 0) & np.isnan(capacity.load))
    if len(rows):
        text = tr(
            "{people} people come to {n} centres whose places or listed people are not known; their load is empty, not 0: {list}."
        )
        names = list(question.facilities.ids[rows])
        account.say(
            feedback,
            text.format(people=number(round(float(people[rows].sum()))), n=len(rows), list=listed(names)),
            warn=True,
        )


def say_result(coming, combinations, cut, account, feedback) -> None:
    people, listed_people, specialists = (
        float(np.nansum(values)) for values in (coming.need.people, coming.need.listed, coming.need.specialists)
    )
    text = tr("{n} plans: {people} inhabitants, {listed} listed, {specialists} full-time specialists.")
    account.say(
        feedback,
        text.format(
            n=len(coming.plans.ids),
            people=number(round(people)),
            listed=number(round(listed_people)),
            specialists=number(round(specialists, 1)),
        ),
    )
    full = np.flatnonzero([status == BREAKS for status in statuses(coming)])
    over = [coming.question.facilities.ids[at] for at in full if coming.left[at] < 0]
    if over:
        text = tr("{n} of the centres that people come to are over the norm before any plan: {list}.")
        account.say(feedback, text.format(n=len(over), list=listed(over)), warn=True)
    for at in full[coming.left[full] >= 0][:_SHOWN_CENTRES]:
        _say_full(coming, at, combinations, account, feedback)
    if cut:
        text = tr("COMBINATIONS lists only the first ones of {n} centres: {list}.")
        account.say(feedback, text.format(n=len(cut), list=listed(cut)), warn=True)


def _say_full(coming, at: int, combinations, account, feedback) -> None:
    """That a centre with places left has too few of them, and for which plans together."""
    centre, people = coming.question.facilities.ids[at], coming.added[:, at]
    fewest = next(row for row in combinations if row[0] == centre)[2]
    text = tr(
        "{centre} has {left} places left and gets {people} people from {n} plans. The fewest plans that are too many together: {plans}."
    )
    told = {"left": number(round(float(coming.left[at]))), "people": number(round(float(people.sum())))}
    told.update(centre=centre, n=int((people > 0).sum()), plans=fewest.replace(";", ", "))
    account.say(feedback, text.format(**told), warn=True)
