"""The numbers that the page tells, computed from the tools' results."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from narvard_plugin.core.sample.statistics import cni_per_person

from . import area_layers
from .steps import CENTRES, CHOICE_MINUTES, REGION, Data

FIRST, LAST = 2015, 2024
BREAKS = (10, 20, 30, 45, 60)
WORST = 10
AREA_TYPES = (1, 2, 3, 4, 5)


class Reach(NamedTuple):
    """How far the region's people have: ``within`` maps minutes to people. People without a time are those with no road
    near (``no_road``) and those whose road leads to no facility (``no_route``)."""

    people: int
    within: dict[int, int]
    mean_minutes: float
    no_road: int
    no_route: int
    crossing: int


class Room(NamedTuple):
    """The region's health centres against the norm: all, those ``inside`` it with their ``listed_inside`` and
    ``spare_places``, and all their ``listed`` and ``places``; and its people: those ``with_room``, who have at least one
    place each in reach when everyone shares, and those with ``no_centre`` in reach."""

    centres: int
    inside: int
    listed: int
    listed_inside: int
    places: int
    spare_places: int
    with_room: int
    no_centre: int


class Response(NamedTuple):
    """How soon an ambulance comes to the region's people: ``within`` maps minutes to people, and the minutes in which half
    and nine in ten are reached; people ``crossing`` have the neighbour's station nearest."""

    people: int
    within: dict[int, int]
    median: float
    p90: float
    unreachable: int
    crossing: int


class Figures(NamedTuple):
    """``areas`` holds one row per DeSO with need, people-weighted minutes and the weight of both; ``longest`` and
    ``heaviest`` are its ten first by minutes and by weight, ``in_both`` how many areas stand in both lists."""

    people: int
    aged_80: int
    municipalities: int
    growth: pd.DataFrame
    reclassified: int
    facilities: pd.Series
    reach: dict[str, Reach]
    with_choice: int
    served: pd.DataFrame
    room: Room
    response: Response
    areas: pd.DataFrame
    longest: pd.DataFrame
    heaviest: pd.DataFrame
    in_both: int


def compute(data: Data) -> Figures:
    """All figures; writes the areas' and the squares' results as layers on the way."""
    areas = _own(_table(data.layers, "areas")).set_index("area_code")
    people = _own(_table(data.layers, "people"))
    nearest = {which: _table(path) for which, path in data.nearest.items()}
    result = _need_and_minutes(areas, nearest[CENTRES])
    area_layers.write(data, result)
    longest = result.nlargest(WORST, "minutes")
    heaviest = result.nlargest(WORST, "weight")
    facilities = _own(_table(data.layers, "facilities"))
    served = _table(data.served[CENTRES])
    return Figures(
        people=int(people["population"].sum()),
        aged_80=int(people[["age_80_84", "age_85_plus"]].to_numpy().sum()),
        municipalities=areas["municipality"].nunique(),
        growth=_growth(areas),
        reclassified=int((areas["area_type"] != areas[f"area_type_{FIRST}"]).sum()),
        facilities=facilities.loc[facilities["closed"].isna(), "type"].value_counts(),
        reach={which: _reach(table) for which, table in nearest.items()},
        with_choice=_with_choice(data, nearest[CENTRES]),
        served=served.sort_values("population", ascending=False),
        room=_room(_own(_table(data.capacity)), _table(data.room)),
        response=_response(_table(data.response_shares), _table(data.response)),
        areas=result,
        longest=longest,
        heaviest=heaviest,
        in_both=len(longest.index.intersection(heaviest.index)),
    )


def _reach(nearest: pd.DataFrame) -> Reach:
    people, minutes = nearest["population"], nearest["minutes_1"]
    reached = minutes.notna()
    return Reach(
        people=int(people.sum()),
        within={limit: int(people[minutes <= limit].sum()) for limit in BREAKS},
        mean_minutes=float((people * minutes)[reached].sum() / people[reached].sum()),
        no_road=int(people[nearest["status"] == "no_road"].sum()),
        no_route=int(people[nearest["status"] == "no_route"].sum()),
        crossing=int(people[nearest["crosses_border"] == 1].sum()),
    )


def _room(centres: pd.DataFrame, people: pd.DataFrame) -> Room:
    inside = centres[centres["norm_status"] == "inside"]
    return Room(
        centres=len(centres),
        inside=len(inside),
        listed=int(centres["listed"].sum()),
        listed_inside=int(inside["listed"].sum()),
        places=int(centres["supply"].sum()),
        spare_places=int(inside["spare_places"].sum()),
        with_room=int(people.loc[people["access"] >= 1, "population"].sum()),
        no_centre=int(people.loc[people["status"] == "no_facility_in_reach", "population"].sum()),
    )


def _response(shares: pd.DataFrame, people: pd.DataFrame) -> Response:
    everyone = shares[(shares["group_kind"] == "all") & shares["threshold"].notna()]
    first = everyone.iloc[0]
    return Response(
        people=int(first["population"]),
        within={int(row.threshold): int(row.population_within) for row in everyone.itertuples()},
        median=first["median_minutes"],
        p90=first["p90_minutes"],
        unreachable=int(first["unreachable"]),
        crossing=int(people.loc[people["crosses_border"] == 1, "population"].sum()),
    )


def _need_and_minutes(areas: pd.DataFrame, nearest: pd.DataFrame) -> pd.DataFrame:
    """Care Need Index against the region's mean (1), people-weighted minutes, and both together:
    ``weight`` is the product of the two ranks (0–1), so that neither counts more; the classes are thirds of the areas.
    """
    points = cni_per_person(areas)
    mean = (points * areas["population"]).sum() / areas["population"].sum()
    reached = nearest[nearest["minutes_1"].notna()]
    by_area = reached["area_code"]
    person_minutes = (reached["population"] * reached["minutes_1"]).groupby(by_area).sum()
    lacking = nearest[nearest["minutes_1"].isna()].groupby("area_code")["population"].sum()
    result = areas[["name", "municipality", "population", "area_type", "coastal", "on_island"]].assign(
        growth=100 * (areas["population"] / areas[f"population_{FIRST}"] - 1),
        need=points / mean,
        minutes=person_minutes / reached["population"].groupby(by_area).sum(),
        unreached=lacking.reindex(areas.index).fillna(0).astype(int),
    )
    result["weight"] = result["need"].rank(pct=True) * result["minutes"].rank(pct=True)
    for name in ("need", "minutes"):
        result[f"{name}_class"] = pd.qcut(result[name], 3, labels=False) + 1
    return result


def _growth(areas: pd.DataFrame) -> pd.DataFrame:
    """People per area type in the first and the last year, with the types of each year and with those of the first."""
    before, now = areas[f"area_type_{FIRST}"], areas["area_type"]
    table = pd.DataFrame(
        {
            "before": areas[f"population_{FIRST}"].groupby(before).sum(),
            "now": areas["population"].groupby(now).sum(),
            "now_fixed": areas["population"].groupby(before).sum(),
        }
    ).reindex(AREA_TYPES)
    table["growth"] = 100 * (table["now"] / table["before"] - 1)
    table["growth_fixed"] = 100 * (table["now_fixed"] / table["before"] - 1)
    return table


def _with_choice(data: Data, nearest: pd.DataFrame) -> int:
    """People who have at least two centres within ``CHOICE_MINUTES``."""
    pairs = _table(data.matrix)
    number = pairs[pairs["minutes"] <= CHOICE_MINUTES].groupby("origin_id").size()
    choice = nearest["origin_id"].map(number).fillna(0) >= 2
    return int(nearest.loc[choice, "population"].sum())


def _own(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["region"] == REGION]


def _table(path: Path, name: str = "") -> pd.DataFrame:
    """A table of a GeoPackage without geometry; a result's only table has its file's name."""
    with closing(sqlite3.connect(path)) as file:
        rows = pd.read_sql_query(f'SELECT * FROM "{name or path.stem}"', file)
    return rows.drop(columns=["fid", "geom"], errors="ignore")
