"""SCB's population by square kilometre: every square belongs to the area that its centre lies in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from ..core.squares import NOISE, NotASquare, centres
from ..i18n import tr
from . import wfs
from .client import Client
from .errors import Nothing, Unreadable
from .http import public
from .interface import Fetched, Part
from .outlines import Outline, box_of, owners
from .wfs_geometry import WrongGeometry, rings_of

SIDE = 1000
PAGE = 5000
#: The register's age groups, and the fields of the layer that make each.
AGES: Mapping[str, Sequence[str]] = {
    **{f"age_{low}_{low + 4}": (f"ald{low}_{low + 4}",) for low in range(0, 85, 5)},
    "age_85_plus": ("ald85_89", "ald90_94", "ald95_99", "ald100w"),
}
#: After the id of a square where a smaller square of another region has the same lower left corner.
MARK = "-1km"
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_SHOWN = 5
#: Nowhere in the world do so many live on a square kilometre.
_MOST_PEOPLE = 1_000_000


#: A point for every hectare of a square, from its centre.
_LATTICE = np.stack(np.meshgrid(*[np.arange(-450, 500, 100)] * 2), -1).reshape(1, -1, 2)


class Beside(NamedTuple):
    """The population that the workspace has for the same areas: its sum, and when it was counted ("" = not told)."""

    people: int
    when: str
    division: str


class _Square(NamedTuple):
    id: str
    people: int
    ages: Mapping[str, Optional[int]]
    date: str


class ScbGrid:
    """The squares of ``year`` in ``areas``, which are of ``regions``.

    ``before``: ids of the stored points that they stand instead of; ``taken``: ids of stored points that are another place.
    ``others``: areas of other regions; ``settled``: every region that borders on these is among them.
    """

    ID = "scb_grid"

    def __init__(
        self,
        url: str,
        year: int,
        regions: Sequence[str],
        areas: Sequence[Outline],
        before: Sequence[str] = (),
        taken: Collection[str] = (),
        others: Sequence[Outline] = (),
        settled: bool = False,
        beside: Optional[Beside] = None,
        page: int = PAGE,
    ):
        self._url, self._year, self._regions, self._areas = url, year, regions, areas
        self._before, self._taken, self._beside, self._page = before, frozenset(taken), beside, page
        self._others, self._settled = others, settled

    def fetch(self, client: Client) -> Fetched:
        query = wfs.Query(f"stat:befolkning_1km_{self._year}", "rutid_scb", bbox=box_of(self._areas))
        found = wfs.features(client, self._url, query, self._page)
        squares = [self._read(feature) for feature in found]
        xy = self._centres(squares, found)
        owner, edge = self._owners(xy)
        ours = np.flatnonzero(owner >= 0)
        if not len(ours):
            raise Nothing(
                public(self._url),
                tr("No square's centre lies in the areas of region {region}.").format(region=", ".join(self._regions)),
            )
        kept = [squares[row] for row in ours]
        rows = self._rows(kept, owner[ours])
        ids = sorted({*rows["origin_id"], *self._before})
        part = Part("people", rows, {"origin_id": ids}, xy=(xy[ours, 0], xy[ours, 1]))
        date = max(square.date for square in kept)
        beyond, at_edge = owner < 0, np.isin(np.arange(len(squares)), edge)
        told = [
            [square for square, chosen in zip(squares, group) if chosen]
            for group in (beyond & ~at_edge, beyond & at_edge, ~beyond & at_edge)
        ]
        return Fetched(
            (part,),
            data_date=date,
            version=str(self._year),
            url=public(self._url),
            smallest_area="unit",
            part=f"befolkning_1km_{self._year}",
            notes=tuple(self._notes(kept, *told, found, date)),
        )

    def _read(self, feature: dict) -> _Square:
        told = feature["properties"]
        id_, date = told["rutid_scb"], _DATE.fullmatch(str(told.get("referenstid")))
        people = self._count(id_, told, "beftotalt")
        if people is None or date is None or int(date[1]) != self._year:
            raise self._unreadable(
                tr("the square {id} has no population or date of {year}").format(id=id_, year=self._year)
            )
        ages = {group: self._sum(id_, told, names) for group, names in AGES.items()}
        return _Square(id_, people, ages, "-".join(date.groups()))

    def _sum(self, id_: str, told: dict, names: Sequence[str]) -> Optional[int]:
        counts = [self._count(id_, told, name) for name in names]
        return None if None in counts else sum(counts)

    def _count(self, id_: str, told: dict, name: str) -> Optional[int]:
        value = told.get(name)
        if value is None:
            return None
        whole = type(value) in (int, float) and value == int(value)
        if not whole or not 0 <= value <= _MOST_PEOPLE:
            raise self._unreadable(
                tr("the square {id} has {value} where whole people stand").format(id=id_, value=f"{name}={value}")
            )
        return int(value)

    def _centres(self, squares: Sequence[_Square], found: Sequence[dict]) -> np.ndarray:
        """Centres (n, 2) by the ids, once the polygons have said that they lie there."""
        try:
            xy = centres([square.id for square in squares], SIDE)
            for (east, north), feature in zip(xy, found):
                corners = np.concatenate([ring for rings in rings_of(feature.get("geometry")) for ring in rings])
                if np.abs((corners.min(0) + corners.max(0)) / 2 - (east, north)).max() > NOISE:
                    raise NotASquare(feature["properties"]["rutid_scb"])
        except NotASquare as error:
            raise self._unreadable(tr("{id} does not lie where its id says").format(id=error.what)) from error
        except WrongGeometry as error:
            raise self._unreadable(str(error)) from error
        return xy

    def _owners(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The row of the area that each square belongs to (-1 = none of these), and the squares at the edge: in these regions
        with some of their ground, but with their centres in no area that is known.

        Those lie at sea or in another country once every neighbour is known, and belong to the area with most of their ground.
        """
        known = [*self._areas, *self._others]
        owner = owners(xy, known)
        lost = np.flatnonzero(owner < 0)
        ground = owners((xy[lost, None] + _LATTICE).reshape(-1, 2), known).reshape(len(lost), _LATTICE.shape[1])
        most = np.array([np.bincount(row[row >= 0]).argmax() if (row >= 0).any() else -1 for row in ground], int)
        mine = (most >= 0) & (most < len(self._areas))
        edge = lost[mine]
        if self._settled:
            owner[edge] = most[mine]
        return np.where(owner < len(self._areas), owner, -1), edge

    def _rows(self, kept: Sequence[_Square], owner: np.ndarray) -> pd.DataFrame:
        known = {
            "origin_id": [square.id + MARK * (square.id in self._taken) for square in kept],
            "population": [square.people for square in kept],
            "region": [self._areas[row].code[:2] for row in owner],
            "area_code": [self._areas[row].code for row in owner],
        }
        # As objects: a group that is not told becomes NULL, never 0.
        ages = {group: pd.Series([square.ages[group] for square in kept], dtype=object) for group in AGES}
        return pd.DataFrame({**known, **ages})

    def _unreadable(self, detail: str) -> Unreadable:
        return Unreadable(public(self._url), detail)

    def _notes(self, kept, beyond, straddling, taken_in, found, date):
        people = _people(kept)
        text = tr("{n} squares with {people} people ({date}) have their centres in region {region}.")
        yield text.format(
            n=len(kept) - len(taken_in), people=people - _people(taken_in), date=date, region=", ".join(self._regions)
        )
        if beyond:
            text = tr(
                "{n} squares with {people} people in the box around the region belong to other regions, and were left out."
            )
            yield text.format(n=len(beyond), people=_people(beyond))
        if taken_in:
            text = tr(
                "{n} squares with {people} people have their centres at sea or abroad; they are counted where most of their "
                "ground in Sweden is."
            )
            yield text.format(n=len(taken_in), people=_people(taken_in))
        if straddling:
            text = tr(
                "{n} squares with {people} people reach into the region but have their centres outside its areas. They were left out: "
                "they may be a neighbour's. Fetch the areas of the neighbouring regions, too, and the question is settled."
            )
            yield text.format(n=len(straddling), people=_people(straddling))
        marked = sum(square.id in self._taken for square in kept)
        if marked:
            text = tr(
                "{n} squares share their id with a smaller square of another region in the workspace; here they are called "
                "by it and {mark}."
            )
            yield text.format(n=marked, mark=MARK)
        yield self._note_beside(people, date)
        yield from _age_notes(kept, found)

    def _note_beside(self, people: int, date: str) -> str:
        if self._beside is None:
            return tr("The areas of the workspace have no population to compare with.")
        text = tr(
            "The squares hold {people} people ({date}), {division} in the workspace {other} ({when}). These are two counts, each protected on its own: "
            "never mix them in one figure."
        )
        return text.format(
            people=people, date=date, division=self._beside.division, other=self._beside.people,
            when=self._beside.when or tr("date not told"),
        )  # fmt: skip


def _people(squares: Sequence[_Square]) -> int:
    return sum(square.people for square in squares)


def _age_notes(kept: Sequence[_Square], found: Sequence[dict]):
    told = [group for group in AGES if any(square.ages[group] is not None for square in kept)]
    if len(told) < len(AGES):
        names = ", ".join(group[4:].replace("_plus", "+").replace("_", "–") for group in told)
        yield tr("Ages that the layer tells: {ages}. The other age groups are empty, not 0.").format(ages=names or "-")
    blank = sum(any(square.ages[group] is None for group in told) for square in kept)
    if blank:
        yield tr("{n} squares lack one of these ages; it is empty there.").format(n=blank)
    over = [square.id for square in kept if sum(square.ages[group] or 0 for group in told) > square.people]
    if over:
        text = tr(
            "In {n} squares the ages add up to more than the population ({list}): each number is protected on its own. Shares of "
            "them must be capped at 100 per cent, and are safe only for larger areas."
        )
        yield text.format(n=len(over), list=", ".join(over[:_SHOWN]) + (" …" if len(over) > _SHOWN else ""))
