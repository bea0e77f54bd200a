"""What a run of the neighbourhoods tells: who is left out or capped, what was found, and whether areas' figures were spread."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from ...adapters.points import PointTable, people_skipped
from ...adapters.reading import listed
from ...core.deso.neighbourhood import Neighbourhoods, evenness
from ...i18n import number, tr

EQUAL = 1e-9  # a share that differs less from the area's own is the area's own


class Cells(NamedTuple):
    """Squares (n) that take part: their ``points``, ``people`` and ``group``, which were ``capped``, the code of each one's
    ``area`` (None where the squares name none), whether the figures were ``given_per_area``, and the feature ids of those
    ``left_out`` for want of one."""

    points: PointTable
    people: np.ndarray
    group: np.ndarray
    capped: np.ndarray
    area: Optional[np.ndarray]
    given_per_area: bool
    left_out: list

    def only(self, rows: np.ndarray) -> Cells:
        """Those of ``rows``; the others are left out."""
        area = None if self.area is None else self.area[rows]
        taken = Cells(
            self.points.take(rows),
            self.people[rows],
            self.group[rows],
            self.capped[rows],
            area,
            self.given_per_area,
            [],
        )
        return taken._replace(left_out=np.setdiff1d(self.points.fids, taken.points.fids).tolist())

    def area_share(self) -> np.ndarray:
        """The group's share in each square's whole area (n); NaN without an area or people."""
        numbers = self.area_numbers()
        own = np.where(numbers < 0, numbers.max(initial=-1) + 1, numbers)
        group, people = (np.bincount(own, values) for values in (self.group, self.people))
        share = np.divide(group, people, out=np.full(len(people), np.nan), where=people > 0)[own]
        return np.where(numbers < 0, np.nan, share)

    def area_numbers(self) -> np.ndarray:
        number_of = {code: at for at, code in enumerate(sorted({code for code in self.area if code is not None}))}
        return np.array([number_of.get(code, -1) for code in self.area], int)


def say_skipped(points: PointTable, total, account, feedback) -> None:
    if points.skipped:
        text = tr("{n} squares with {people} people have no usable place and are left out: {list}.")
        shown = [f"{skipped.id} ({skipped.reason})" for skipped in points.skipped]
        people = number(people_skipped(points, total))
        account.say(feedback, text.format(n=len(shown), people=people, list=listed(shown)), warn=True)


def say_without(points: PointTable, people, known, area, account, feedback) -> None:
    if not known.all():
        text = tr(
            "{n} squares with {people} people lie in areas without a figure. They have no result and are nobody's neighbours: {list}."
        )
        areas = sorted({"–" if code is None else code for code in area[~known]})
        facts = {"n": int((~known).sum()), "people": number(people[~known].sum()), "list": listed(areas)}
        account.say(feedback, text.format(**facts), warn=True)


def say_capped(ids, group, people, capped, account, feedback) -> None:
    if capped.any():
        text = tr(
            "{n} squares have more of the group than people ({over} too many in all); they are counted as all of the people: {list}."
        )
        over = number((group - people)[capped].sum())
        account.say(feedback, text.format(n=int(capped.sum()), over=over, list=listed(ids[capped])), warn=True)


def say_found(found: Neighbourhoods, sizes, cells: Cells, account, feedback) -> None:
    people = cells.people
    text = tr("{n} squares with {people} people; {share} of them belong to the group.")
    share = _percent(cells.group.sum() / people.sum())
    account.say(feedback, text.format(n=len(people), people=number(people.sum()), share=share))
    for at, size in enumerate(sizes):
        if size >= people.sum():
            text = tr(
                "K {k} is everybody in the layer or more ({people} people): every neighbourhood is the whole layer."
            )
            account.say(feedback, text.format(k=size, people=number(people.sum())), warn=True)
            continue
        order = np.argsort(found.share[:, at], kind="stable")
        spread = np.cumsum(people[order]) / people.sum()
        low, high = (found.share[order[np.searchsorted(spread, part)], at] for part in (0.1, 0.9))
        text = tr(
            "The {k} nearest: a tenth of the people have a share under {low}, a tenth over {high}; the farthest neighbour lies {far} m away."
        )
        far = f"{found.radius[:, at].max():.0f}"
        account.say(feedback, text.format(k=size, low=_percent(low), high=_percent(high), far=far))


def say_spread(found: Neighbourhoods, sizes, cells: Cells, account, feedback) -> str:
    """Says where the figures are those of areas; the note that the layer then gets in its name, else nothing."""
    if cells.area is None:
        text = tr(
            "The squares name no area (POINT_AREA), so it cannot be seen whether their figures are those of areas, spread."
        )
        account.say(feedback, text)
        return ""
    even = evenness(cells.group, cells.people, cells.area_numbers())
    if not (cells.given_per_area or even.spread):
        return ""
    if cells.given_per_area:
        text = tr(
            "The figures are those of AREAS, spread on their squares: a neighbourhood smaller than an area only gives back the area."
        )
    else:
        text = tr(
            "The share is the same all over {equal} of {areas} areas: the figures seem to be those of areas, spread on their squares. A neighbourhood smaller than an area only gives back the area. Use counts per square."
        )
        text = text.format(equal=even.equal, areas=even.areas)
    account.say(feedback, text, warn=True)
    own = cells.area_share()
    for at, size in enumerate(sizes):
        only = np.abs(found.share[:, at] - own) <= EQUAL
        text = tr("The {k} nearest: for {share} of the people only the own area's share.")
        share = _percent(cells.people[only].sum() / cells.people.sum())
        account.say(feedback, text.format(k=size, share=share))
    return tr("area figures spread on squares")


def _percent(share: float) -> str:
    return f"{number(round(100 * share, 1))} %"
