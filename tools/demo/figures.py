"""The numbers that the page tells, read from the tools' results."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .places import CENTRES, REGION, Both, Data, Health
from .questions import AHEAD, CHOICE_MINUTES

BREAKS = (10, 20, 30, 45, 60)
WORST = 10
#: The last class of the map of need.
GREAT_NEED = 1.4
_EVERY_TYPE = "all"
_GREAT_NEED_LONG_WAY = "3-3"


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


class Growth(NamedTuple):
    """People in the first and the last year: ``types`` has a row per area type, with growth in the type of the first year
    and what areas that changed type add to it; ``everyone`` is the row of all; so many areas changed type (``retyped``)."""

    types: pd.DataFrame
    everyone: pd.Series
    retyped: int


class Need(NamedTuple):
    """The area of greatest need, and the people in areas of at least ``GREAT_NEED`` times the region's mean."""

    greatest: pd.Series
    people: int


class Clusters(NamedTuple):
    """Areas of great challenges among their like, with ``name`` and ``population``, and of small ones among theirs."""

    great: pd.DataFrame
    small: pd.DataFrame


class Ahead(NamedTuple):
    """The region in the year asked about: its people, those aged 80 or more, and a row per service of care with what it
    takes ``now`` and ``then``."""

    people: int
    aged_80: int
    care: pd.DataFrame


class NeedAndAccess(NamedTuple):
    """``longest`` and ``heaviest`` are the ten first areas by minutes and by rank of both, ``in_both`` how many stand in
    both lists; ``people`` in so many ``areas`` have great need and long travel, ``share`` of all."""

    longest: pd.DataFrame
    heaviest: pd.DataFrame
    in_both: int
    people: int
    areas: int
    share: float


class Equity(NamedTuple):
    """Mean minutes of the fifths of the people with the greatest and with the least need; the latter over the former
    (``ratio``); and the people in no mean."""

    greatest: float
    least: float
    ratio: float
    without: int


class Figures(NamedTuple):
    """``elderly`` is the share aged 65 or more in each health centre's area, ``grants`` a row per health centre with what
    each rule gives by its listed and by where it stands."""

    people: int
    aged_80: int
    municipalities: int
    growth: Growth
    need: Need
    clusters: Clusters
    ahead: Ahead
    facilities: pd.Series
    reach: dict[str, Reach]
    with_choice: int
    served: pd.DataFrame
    elderly: pd.Series
    room: Room
    response: Response
    together: NeedAndAccess
    equity: Equity
    grants: pd.DataFrame


def compute(data: Data) -> Figures:
    areas = _own(_table(data.layers, "areas"))
    people = _own(_table(data.layers, "people"))
    nearest = {which: _table(path) for which, path in data.nearest.items()}
    facilities = _own(_table(data.layers, "facilities"))
    served = _table(data.served[CENTRES])
    return Figures(
        people=int(people["population"].sum()),
        aged_80=int(people[["age_80_84", "age_85_plus"]].to_numpy().sum()),
        municipalities=areas["municipality"].nunique(),
        growth=_growth(data.health),
        need=_need(_own(_table(data.health.need))),
        clusters=_clusters(_own(_table(data.health.clusters))),
        ahead=_ahead(data.health),
        facilities=facilities.loc[facilities["closed"].isna(), "type"].value_counts(),
        reach={which: _reach(table) for which, table in nearest.items()},
        with_choice=_with_choice(data, nearest[CENTRES]),
        served=served.sort_values("population", ascending=False),
        elderly=_elderly(_table(data.both.profile), facilities),
        room=_room(_own(_table(data.capacity)), _table(data.room)),
        response=_response(_table(data.response_shares), _table(data.response)),
        together=_need_and_access(data.both),
        equity=_equity(_table(data.both.equity).set_index("measure")["value"]),
        grants=_grants(data.both),
    )


def _growth(found: Health) -> Growth:
    rows = _table(found.growth).set_index("type")
    return Growth(
        types=rows.drop(index=_EVERY_TYPE).sort_index(),
        everyone=rows.loc[_EVERY_TYPE],
        retyped=int(_table(found.change)["type_changed"].sum()),
    )


def _need(areas: pd.DataFrame) -> Need:
    great = areas["cni_ratio"] >= GREAT_NEED
    return Need(areas.loc[areas["cni_ratio"].idxmax()], int(areas.loc[great, "population"].sum()))


def _clusters(areas: pd.DataFrame) -> Clusters:
    return Clusters(*(areas[areas["cluster"] == kind] for kind in ("high_high", "low_low")))


def _ahead(found: Health) -> Ahead:
    people = _table(found.ahead)
    now, then = (_table(path).set_index("service")["demand"] for path in (found.demand_now, found.demand))
    return Ahead(
        people=int(people[f"population_{AHEAD}"].sum().round()),
        aged_80=int(people[[f"age_80_84_{AHEAD}", f"age_85_plus_{AHEAD}"]].to_numpy().sum().round()),
        care=pd.DataFrame({"now": now, "then": then}),
    )


def _elderly(profile: pd.DataFrame, facilities: pd.DataFrame) -> pd.Series:
    """The share aged 65 or more by the name of the region's health centres, lowest first."""
    names = facilities.set_index("facility_id")["name"]
    shares = profile.set_index("facility_id")["share_65_plus"].dropna().sort_values()
    return shares[shares.index.isin(names.index)].rename(names)


def _need_and_access(found: Both) -> NeedAndAccess:
    areas = _table(found.areas).set_index("area_code")
    longest, heaviest = areas.nlargest(WORST, "restid_mean"), areas.nsmallest(WORST, "rank")
    worst = _table(found.classes).set_index("combined_class").loc[_GREAT_NEED_LONG_WAY]
    return NeedAndAccess(
        longest=longest,
        heaviest=heaviest,
        in_both=len(longest.index.intersection(heaviest.index)),
        people=int(worst["people"]),
        areas=int(worst["areas"]),
        share=float(worst["share"]),
    )


def _equity(measures: pd.Series) -> Equity:
    return Equity(
        greatest=measures["q1"],
        least=measures["q5"],
        ratio=measures["quintile_ratio"],
        without=int(measures["people_without_value"]),
    )


def _grants(found: Both) -> pd.DataFrame:
    shared, step = (_table(found.grant[rule]).set_index("facility_id") for rule in ("proportional", "step"))
    amounts = ["amount_listed", "amount_area"]
    return shared[["name", "listed", "index_listed", "index_area", *amounts]].join(step[amounts], rsuffix="_step")


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
