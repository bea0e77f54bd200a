"""The road table: links with the columns of NVDB's homogenised network."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .land import Cells
from .plan import CountyPlan
from .road_lines import Links
from .routes import Level

CAR, CYCLE, FOOT = 1, 2, 4

# level: speed in the country, speed in a locality, functional class (Klass_181)
_LEVEL_FACTS = {
    Level.MOTORWAY: (110, 110, 0),
    Level.RAMP: (70, 70, 2),
    Level.TRUNK: (100, 60, 1),
    Level.BRIDGE: (90, 90, 2),
    Level.NATIONAL: (90, 50, 2),
    Level.COUNTY: (80, 50, 4),
    Level.ARTERIAL: (60, 50, 4),
    Level.COLLECTOR: (50, 40, 5),
    Level.MINOR: (70, 40, 6),
    Level.STREET: (50, 40, 7),
    Level.PRIVATE: (50, 30, 8),
    Level.CYCLE: (0, 0, 9),
    Level.FOOT: (0, 0, 9),
    Level.FERRY: (15, 15, 3),
}
# Kateg_380: 1 European road, 2 national, 3 primary county road, 4 other county road; streets have none.
_CATEGORY = {Level.NATIONAL: 2, Level.BRIDGE: 2, Level.COUNTY: 3, Level.MINOR: 4, Level.FERRY: 2}
_EUROPEAN_ROADS = (96,)
_FIRST_NAMES = (
    "Stor", "Hamn", "Kyrko", "Skol", "Björk", "Ek", "Lind", "Asp", "Rönn", "Tall", "Gran", "Kvarn", "Bruks", "Smed",
    "Fiskar", "Segel", "Ankar", "Fyr", "Mås", "Trut", "Strand", "Sjö", "Berg", "Dal", "Ängs", "Åker", "Hag", "Torp",
    "Prost", "Klockar", "Tings", "Rådhus", "Torg", "Järnvägs", "Stations", "Fabriks", "Såg", "Mjölnar", "Bagar",
    "Garvar", "Repslagar", "Väster", "Öster", "Norr", "Söder", "Slotts", "Trädgårds", "Park", "Idrotts", "Lasaretts",
    "Apotekar", "Syster", "Snickar", "Murar", "Målar", "Kopparslagar", "Linné", "Vallmo", "Blåklints", "Lupin",
    "Hägg", "Syren", "Nypon", "Hassel", "Lärk", "Trast", "Svan", "Tran", "Räv", "Älg", "Hjort", "Bäver", "Utter",
)  # fmt: skip
_LAST_NAMES = ("gatan", "vägen", "gränd", "stigen", "backen")


def road_table(links: Links, cells: Cells, plan: CountyPlan, rng: np.random.Generator) -> pd.DataFrame:
    """One row per link with NVDB's column names; a link's region is that of the cell its middle lies in."""
    middle = (links.start[:-1] + links.start[1:]) // 2
    cell = cKDTree(cells.xy).query(links.xy[middle])[1]
    in_locality = cells.settlement[cell] >= 0
    forward, backward = _forbidden(links, cells, cell, rng)
    speed = _speeds(links, cells, cell, plan)
    region = np.where(cells.in_neighbour[cell], plan.neighbour, plan.region)
    level = links.level
    step = np.hypot(*np.diff(links.xy, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(step)])
    return pd.DataFrame(
        {
            "ROUTE_ID": [f"{plan.region}{road:08d}" for road in links.road],
            "FROM_MEASURE": np.round(links.from_measure, 8),
            "TO_MEASURE": np.round(links.to_measure, 8),
            "Shape_Length": np.round(along[links.start[1:] - 1] - along[links.start[:-1]], 3),
            "F_Hogst_225": speed,
            "B_Hogst_225": speed,
            "Klass_181": np.array([_LEVEL_FACTS[Level(n)][2] for n in range(14)])[level],
            "F_ForbjudenFardriktning": forward.astype(np.int64),
            "B_ForbjudenFardriktning": backward.astype(np.int64),
            "Huvnr_556_1": _with_nulls(links.number),
            "Kateg_380": _with_nulls(_categories(level, links.number, in_locality)),
            "Vagtr_474": np.select([level == Level.CYCLE, level == Level.FOOT], [CYCLE, FOOT], CAR),
            "Farjeled": (level == Level.FERRY).astype(np.int64),
            "Motorvag": np.isin(level, [Level.MOTORWAY, Level.RAMP]).astype(np.int64),
            "Motortrafikled": (level == Level.BRIDGE).astype(np.int64),
            "Namn_130": _street_names(links, in_locality, rng),
            "region": region,
        }
    )


def bridge_rows(bridges: list[np.ndarray], like: pd.DataFrame) -> pd.DataFrame:
    """Rows for bridges that join counties, with the columns and types of another road table."""
    rows = like.iloc[[0] * len(bridges)].reset_index(drop=True)
    speed, _, functional_class = _LEVEL_FACTS[Level.BRIDGE]
    return rows.assign(
        ROUTE_ID=[f"00{i:08d}" for i in range(len(bridges))],
        FROM_MEASURE=0.0,
        TO_MEASURE=1.0,
        Shape_Length=[round(float(np.hypot(*np.diff(line, axis=0).T).sum()), 3) for line in bridges],
        F_Hogst_225=float(speed),
        B_Hogst_225=float(speed),
        Klass_181=functional_class,
        F_ForbjudenFardriktning=0,
        B_ForbjudenFardriktning=0,
        Vagtr_474=CAR,
        Farjeled=0,
        Motorvag=0,
        Motortrafikled=1,
        Namn_130=None,
    )


def _with_nulls(number: np.ndarray) -> pd.arrays.IntegerArray:
    """Whole numbers with null for 0: NVDB leaves out what a link does not have."""
    return pd.arrays.IntegerArray(number.astype(np.int64), number == 0)


def _speeds(links: Links, cells: Cells, cell: np.ndarray, plan: CountyPlan) -> np.ndarray:
    """Speed limit (km/h) per link; nan on cycle and foot paths, which have none."""
    facts = np.array([_LEVEL_FACTS[Level(n)] for n in range(14)], dtype=float)
    in_locality = cells.settlement[cell] >= 0
    speed = np.where(in_locality, facts[links.level, 1], facts[links.level, 0])
    # Numbered roads are slower on some stretches: a whole run of links at a time, as signposted.
    stretch = (links.street * 7 + links.number) % 5 == 0
    slower = stretch & ~in_locality & np.isin(links.level, [Level.TRUNK, Level.NATIONAL, Level.COUNTY])
    speed[slower] -= 10.0
    city = np.array([place.kind == "city" for place in plan.settlements])
    core = in_locality & city[cells.settlement[cell]] & (cells.closeness[cell] < 0.35)
    speed[core & (links.level == Level.STREET)] = 30.0
    villa = in_locality & (links.level == Level.STREET) & (links.street % 4 == 0)
    speed[villa] = 30.0
    speed[np.isin(links.level, [Level.CYCLE, Level.FOOT])] = np.nan
    return speed


def _categories(level: np.ndarray, number: np.ndarray, in_locality: np.ndarray) -> np.ndarray:
    category = np.array([_CATEGORY.get(Level(n), 0) for n in range(14)])[level]
    category[in_locality & (level == Level.MINOR)] = 0
    category[level <= Level.TRUNK] = 2
    category[np.isin(number, _EUROPEAN_ROADS)] = 1
    return category


def _forbidden(links: Links, cells: Cells, cell: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Whether driving along and against each link is forbidden; no one-way street may cut anybody off."""
    count = len(links.start) - 1
    central = (cells.settlement[cell] >= 0) & (cells.closeness[cell] < 0.45)
    chosen = central & (links.level == Level.STREET) & (links.street % 6 == 0)
    against = links.one_way.copy()
    along = np.zeros(count, dtype=bool)
    # A street is one-way in one direction of the compass along its whole length, whichever way it is digitised.
    way = links.xy[links.start[1:] - 1] - links.xy[links.start[:-1]]
    eastward = (way[:, 0] > 0.0) == (links.street % 12 == 0)
    against |= chosen & eastward
    along |= chosen & ~eastward
    for _ in range(20):
        cut_off = _outside_the_largest(links, along, against) & chosen & (along | against)
        if not cut_off.any():
            return along, against
        along[cut_off] = against[cut_off] = False
    raise ValueError("One-way streets still cut off parts of the network after twenty rounds of opening them.")


def _outside_the_largest(links: Links, along: np.ndarray, against: np.ndarray) -> np.ndarray:
    """Links with an end that is not in the largest strongly connected part of the car network."""
    joint, count = _joints(links)
    car = np.flatnonzero(~np.isin(links.level, [Level.CYCLE, Level.FOOT]))
    last = np.zeros(len(links.xy), dtype=bool)
    last[links.start[1:] - 1] = True
    step = np.flatnonzero(~last)
    link = np.searchsorted(links.start, step, side="right") - 1
    drivable = np.isin(link, car)
    step, link = step[drivable], link[drivable]
    go, back = ~along[link], ~against[link]
    rows = np.concatenate([joint[step[go]], joint[step[back] + 1]])
    columns = np.concatenate([joint[step[go] + 1], joint[step[back]]])
    graph = coo_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(count, count))
    _, part = connected_components(graph, directed=True, connection="strong")
    largest = np.bincount(part[joint[links.start[car]]]).argmax()
    return (part[joint[links.start[:-1]]] != largest) | (part[joint[links.start[1:] - 1]] != largest)


def _joints(links: Links) -> tuple[np.ndarray, int]:
    """A number for every distinct vertex position, and how many there are."""
    millimetres = np.round(links.xy * 1000.0).astype(np.int64)
    key = millimetres[:, 0] * 10_000_000_000 + millimetres[:, 1]
    distinct, number = np.unique(key, return_inverse=True)
    return number, len(distinct)


def _street_names(links: Links, in_locality: np.ndarray, rng: np.random.Generator) -> list[str | None]:
    """A name for each street in a locality, the same along its whole length; country roads have none."""
    streets = int(links.street.max()) + 1
    first = rng.integers(0, len(_FIRST_NAMES), streets)
    last = np.minimum(rng.geometric(0.45, streets) - 1, len(_LAST_NAMES) - 1)
    named = in_locality & (links.level >= Level.TRUNK) & (links.level <= Level.STREET) & (links.street >= 0)
    return [
        f"{_FIRST_NAMES[first[s]]}{_LAST_NAMES[last[s]]}" if has_name else None
        for s, has_name in zip(links.street.tolist(), named.tolist())
    ]
