"""What a live scenario needs, read from a workspace and a network file once, and its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsProject

from .. import catalogue
from ..core.network.network import Network
from ..core.network.travel import TravelRules
from ..core.scenarios.changes import FACILITY_COLUMNS, MOVE, OPEN, SERVICE_COLUMNS, Change, Facility, Outcome, Service
from ..core.scenarios.live import Answer, Known, People, Wanted, answer
from ..store.geometry import xy_from_wkb
from ..store.workspace import open_workspace
from .crs import crs_from_text, transform_xy
from .network import open_network
from .reading import Cancelled

STORED = "EPSG:3006"  # what a workspace's places are in
AREA_TYPE = "area_type"


class AreaTable(NamedTuple):
    """The areas that people are counted in, in one order: ``codes``, ``names``, ``wkb`` in the workspace's system, their type
    (None unknown), and the year and vintage that the types are of."""

    codes: list
    names: list
    wkb: list
    kinds: np.ndarray
    kinds_from: str


class Basis(NamedTuple):
    """All that is read once: the register, the own region's people and their areas, and the network.

    The network is None where none is chosen: then only the register can be asked about.

    ``places``: where the facilities stand, in the workspace's system. ``people_elsewhere`` live in other regions and are in
    no figure.
    """

    workspace: str
    region: str
    network: Optional[Network]
    known: Known
    places: Mapping[str, tuple[float, float]]
    people: People
    areas: AreaTable
    people_elsewhere: float
    people_dated: str

    def ask(
        self, changes: Sequence[Change], year: int, wanted: Wanted, canceled: Callable[[], bool]
    ) -> Answer | Outcome:
        """The answer for the own region's people by car, or only what stands where there is no network.

        Raises `Cancelled` when nobody waits for it any more, and `ChangesRefused`.
        """

        def step(share):
            if canceled():
                raise Cancelled

        step(0.0)
        moved = self.placed(changes)
        if self.network is None:
            return self.known.outcome(moved, year)
        return answer(self.network, TravelRules(), self.known, self.people, moved, year, wanted, step)

    def placed(self, changes: Sequence[Change]) -> list[Change]:
        """The changes with their places in the network's system."""
        return [
            change if change.place is None else change._replace(place=self.there(change.place)) for change in changes
        ]

    def there(self, place: tuple[float, float]) -> tuple[float, float]:
        """A place of the workspace in the network's system."""
        x, y = _mover(self.network)(np.array([place], float))[0]
        return float(x), float(y)


def read_basis(workspace: str, network: str, canceled: Callable[[], bool] = lambda: False) -> Basis:
    """Read the register, people and areas of the ``workspace`` and open the ``network`` ("" = none)."""
    compiled = open_network(network) if network else None
    with open_workspace(workspace, writable=False) as opened:
        region = opened.region
        tables = {}
        for name in ("facilities", "services", "people", "areas", "statistics", "sources"):
            if canceled():
                raise Cancelled
            tables[name] = opened.read(name)
    move = _mover(compiled)
    register = tables["facilities"]
    known = _known(register, tables["services"], move)
    stand = zip(register["facility_id"], _xy(register).tolist())
    places = {id: (x, y) for id, (x, y) in stand if np.isfinite([x, y]).all()}
    own, elsewhere = _of_region(tables["people"], region)
    areas = _areas(tables["areas"], tables["statistics"], set(own["area_code"].dropna()))
    at = pd.Index(areas.codes).get_indexer(own["area_code"].to_numpy(object))
    at[own["area_code"].isna().to_numpy()] = -1
    people = People(move(_xy(own)), own["population"].to_numpy(float), at, areas.kinds)
    usable = np.isfinite(people.xy).all(1)
    people = People(people.xy[usable], people.number[usable], at[usable], areas.kinds)
    return Basis(workspace, region, compiled, known, places, people, areas, elsewhere, _dated(tables["sources"]))


def changes_from(rows: Sequence[Mapping]) -> list[Change]:
    """Rows of the table scenario_changes as changes, places in the workspace's system."""
    found = []
    for number, row in enumerate(rows, 1):
        told = {name: value for name, value in row.items() if not _blank(value)}
        place = (float(told["x"]), float(told["y"])) if {"x", "y"} <= set(told) else None
        year = told.get("year")
        found.append(
            Change(
                number,
                told.get("facility_id"),
                told.get("action"),
                None if year is None else int(year),
                place if told.get("action") in (OPEN, MOVE) else None,
                told.get("service"),
                None if "capacity" not in told else float(told["capacity"]),
                {name: str(told[name]) for name in (*FACILITY_COLUMNS, *SERVICE_COLUMNS) if name in told},
            )
        )
    return found


def _known(facilities: pd.DataFrame, services: pd.DataFrame, move) -> Known:
    xy = move(_xy(facilities))
    ids = facilities["facility_id"].tolist()
    held = {
        id: Facility(id, row, opened, closed)
        for row, (id, opened, closed) in enumerate(zip(ids, _whole(facilities["opened"]), _whole(facilities["closed"])))
    }
    given = [
        Service(
            row["facility_id"],
            row["service"],
            number,
            {name: row[name] for name in SERVICE_COLUMNS if not _blank(row[name])},
            None if _blank(row["from_year"]) else int(row["from_year"]),
            None if _blank(row["to_year"]) else int(row["to_year"]),
        )
        for number, row in enumerate(services.to_dict("records"))
    ]
    types, names = facilities["type"].tolist(), facilities["name"].tolist()
    kinds = frozenset(catalogue.capacity_kinds())
    return Known(held, xy, types, names, given, kinds, _only_forms())


def _only_forms() -> dict[str, dict[str, str]]:
    """What the catalogue knows as a service's only care form and urgency."""
    return {
        name: {
            column: words[0]
            for column, words in (("care_form", service.care_forms), ("urgency", service.urgencies))
            if len(words) == 1
        }
        for name, service in catalogue.services().services.items()
    }


def _of_region(people: pd.DataFrame, region: str) -> tuple[pd.DataFrame, float]:
    """The own region's people, and how many live elsewhere; everybody where nobody has the region's code."""
    own = (people["region"] == region).to_numpy(bool)
    if not own.any():
        return people, 0.0
    return people[own], float(people.loc[~own, "population"].sum())


def _areas(areas: pd.DataFrame, statistics: pd.DataFrame, lived_in: set) -> AreaTable:
    """The areas of the newest vintage in which people live, with their newest area type."""
    shared = areas[areas["area_code"].isin(lived_in)]
    vintages = shared.groupby("vintage")["area_code"].nunique().sort_index()
    vintage = "" if vintages.empty else vintages[vintages == vintages.max()].index[-1]
    chosen = shared[shared["vintage"] == vintage]
    types = statistics[(statistics["variable"] == AREA_TYPE) & (statistics["vintage"] == vintage)]
    types = types[types["value"].notna()]
    year = None if types.empty else int(types["year"].max())
    of = types[types["year"] == year].set_index("area_code")["value"]
    kinds = [None if pd.isna(value) else str(int(value)) for value in of.reindex(chosen["area_code"])]
    return AreaTable(
        chosen["area_code"].tolist(),
        [None if _blank(name) else name for name in chosen["name"]],
        chosen["geom"].tolist(),
        np.array(kinds, object),
        "" if year is None else f"{year} ({vintage})",
    )


def _mover(network: Optional[Network]):
    """What moves places (n, 2; NaN stays) from the workspace's system to the network's."""
    stored = QgsCoordinateReferenceSystem(STORED)
    wanted = stored if network is None else crs_from_text(network.crs)
    transforms = QgsProject.instance().transformContext()

    def move(xy):
        known, moved = np.isfinite(xy).all(1), np.full(xy.shape, np.nan)
        if known.any():
            moved[known] = transform_xy(xy[known], stored, wanted, transforms)
        return moved

    return move


def _xy(rows: pd.DataFrame) -> np.ndarray:
    return np.column_stack(xy_from_wkb(rows["geom"].tolist())).reshape(-1, 2)


def _whole(values: pd.Series) -> list[Optional[int]]:
    return [None if _blank(value) else int(value) for value in values]


def _dated(sources: pd.DataFrame) -> str:
    """The newest date of the sources' data."""
    dates = sources["data_date"].dropna()
    return "" if dates.empty else str(dates.max())[:10]


def _blank(value) -> bool:
    return value is None or value == "" or (isinstance(value, float) and np.isnan(value)) or value is pd.NaT
