"""The numbers that the sample county's stories promise, measured on its tables and its road graph alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse.csgraph import dijkstra

from narvard_plugin.core.sample import stories
from narvard_plugin.core.sample.county import County, make_county, need_by_area
from narvard_plugin.core.sample.listings import index_by_listed, minutes_to_facilities
from narvard_plugin.core.sample.plan_cases import CUMULATIVE, EARLY, HOUSEHOLD_SIZE, LATE
from narvard_plugin.core.sample.roadgraph import RoadGraph, road_graph

FACIT = Path(__file__).resolve().parents[2] / "samples" / "FACIT.md"
_ROW = re.compile(r"^\| (\d [^|]+?) \| ([^|]*) \| ([-\d.]+) \|$", re.MULTILINE)
ACUTE = ("universitetssjukhus", "lanssjukhus", "lansdelssjukhus")
MIDSUMMER_EVE = date(2026, 6, 19)


class Measured(NamedTuple):
    """Story and name → number, and the ids behind some of them."""

    numbers: dict[str, float]
    worst_by_time: pd.DataFrame
    worst_by_need_and_time: pd.DataFrame


def measure(county: County) -> Measured:
    place = county.geography
    graph = road_graph(place.roads, place.road_xy, place.road_start)
    need = need_by_area(county.panel)
    by_time, by_both, first = _health_first(county, graph, need)
    numbers = {
        **_growth(county),
        **first,
        **_conversion(county, graph),
        **_grant(county, graph, need),
        **_twins(county),
        **_waiting(county),
        **_july(county),
        **_spoiled(county),
    }
    return Measured(numbers, by_time, by_both)


def promised() -> dict[str, str]:
    """Story and name → the measured number as FACIT.md writes it."""
    return {name: number for name, _, number in _ROW.findall(FACIT.read_text("utf8"))}


def written(number: float, as_before: str) -> str:
    """A number with as many decimals as ``as_before`` has."""
    return f"{number:.{len(as_before.partition('.')[2])}f}"


def _growth(county: County) -> dict:
    panel = county.panel[county.panel["area_code"].str.startswith("99")]
    then, now = (panel[panel["year"] == year].set_index("area_code") for year in (2015, 2024))
    base = then.groupby("area_type")["population"].sum()
    fixed = now["population"].groupby(then["area_type"]).sum() / base - 1
    current = now.groupby("area_type")["population"].sum() / base - 1
    numbers = {f"1 growth of type {kind}, fixed class": fixed[kind] for kind in range(1, 6)}
    numbers.update({f"1 reclassification of type {kind}": (current - fixed)[kind] for kind in range(1, 6)})
    numbers["1 areas that changed type"] = int((then["area_type"] != now["area_type"]).sum())
    return numbers


def _health_first(county: County, graph: RoadGraph, need: pd.Series):
    """The ten worst areas by minutes to staffed primary care, and by rank of need times rank of minutes.

    Everybody goes to the one nearest to them; an area's minutes are the mean over its people.
    """
    open_now = county.facilities["closed"].isna() | (county.facilities["closed"] > 2024)
    primary = county.facilities[county.facilities["type"].isin(["vardcentral", "narmottagning"]) & open_now]
    areas = county.geography.areas
    areas = areas[(areas["vintage"] == "2025") & (areas["region"] == "99")].set_index("area_code")
    table = areas.assign(minutes=_mean_minutes_to_nearest(county, graph, primary), need=need)
    table = table.join(county.panel[county.panel["year"] == 2024].set_index("area_code")["area_type"])
    table["by_shore"] = table["on_island"] | table["coastal"] | _near_coastal_place(county, table)
    table["both"] = table["minutes"].rank(pct=True) * table["need"].rank(pct=True)
    by_time, by_both = table.nlargest(10, "minutes"), table.nlargest(10, "both")
    numbers = {
        "1 worst ten by time: on coast or island": int(by_time["by_shore"].sum()),
        "1 worst ten by time: type 4 or 5": int((by_time["area_type"] >= 4).sum()),
        "1 worst ten by time: mean need": by_time["need"].mean(),
        "1 worst ten by need × time: mean need": by_both["need"].mean(),
        "1 the same in both lists": len(by_time.index.intersection(by_both.index)),
    }
    return by_time, by_both, numbers


def _mean_minutes_to_nearest(county: County, graph: RoadGraph, facilities: pd.DataFrame) -> pd.Series:
    squares = county.geography.squares_250
    targets = graph.nearest(facilities[["x", "y"]].to_numpy(float))
    minutes = dijkstra(graph.turned, indices=targets, min_only=True)[graph.nearest(squares[["x", "y"]].to_numpy(float))]
    reached = squares.assign(minutes=minutes)[np.isfinite(minutes)]
    reached["minutes"] *= reached["population"]
    sums = reached.groupby("area_2025")[["minutes", "population"]].sum()
    return sums["minutes"] / sums["population"]


def _near_coastal_place(county: County, table: pd.DataFrame) -> np.ndarray:
    """Whether the settlement nearest to where the area's people are is a coastal one."""
    places = county.geography.settlements
    gap = np.hypot(*(table[["x", "y"]].to_numpy()[:, None] - places[["x", "y"]].to_numpy()[None]).transpose(2, 0, 1))
    return places["coastal"].to_numpy()[gap.argmin(axis=1)]


def _conversion(county: County, graph: RoadGraph) -> dict:
    hospitals = county.facilities[county.facilities["type"].isin(ACUTE)].set_index("place")
    node = dict(zip(hospitals.index, graph.nearest(hospitals[["x", "y"]].to_numpy(float))))
    km = {other: _kilometres(graph, node["Ekhamn"], node[other]) for other in ("Lindhamn", "Norrhamn")}
    squares = county.geography.squares_250
    at = graph.nearest(squares[["x", "y"]].to_numpy(float))
    minutes = pd.DataFrame({place: graph.minutes_to(target, 200.0)[at] for place, target in node.items()})
    people, own = squares["population"], squares["region"] == "99"
    nearest = minutes.idxmin(axis=1)
    left = minutes.drop(columns="Ekhamn").min(axis=1)[nearest == "Ekhamn"]
    actions = county.changes.groupby("scenario").size()
    return {
        "2 km Ekhamn–Lindhamn": km["Lindhamn"],
        "2 km Ekhamn–Norrhamn": km["Norrhamn"],
        "2 people with Ekhamn nearest": int(people[nearest == "Ekhamn"].sum()),
        "2 own people with Granhult nearest": int(people[own & (nearest == "Granhult")].sum()),
        "2 mean minutes more when Ekhamn is gone": float(
            np.average(left - minutes["Ekhamn"][left.index], weights=people[left.index])
        ),
        **{f"2 changes in variant {name}": int(actions[name]) for name in "ABC"},
    }


def _kilometres(graph: RoadGraph, start: int, end: int) -> float:
    return float(np.hypot(*np.diff(graph.xy[graph.path(start, end)], axis=0).T).sum() / 1000)


def _grant(county: County, graph: RoadGraph, need: pd.Series) -> dict:
    centres = county.facilities[(county.facilities["type"] == "vardcentral") & county.facilities["closed"].isna()]
    own = centres[centres["region"] == "99"]
    nearest = minutes_to_facilities(county.geography, graph, centres, 120.0).idxmin(axis=1)
    rows = county.listings[county.listings["area_code"].str.startswith("99")]
    at_nearest = rows["number"][rows["unit_id"] == rows["area_code"].map(nearest)].sum()
    index = index_by_listed(county.listings, need)
    stands = need[_area_of(county, centres, county.good_area_centre)]
    return {
        "3 health centres": len(own),
        "3 private": int((own["driftsform"] != "egen_regi").sum()),
        "3 share not at the nearest": 1 - at_nearest / rows["number"].sum(),
        "3 need where the good-area centre stands": stands,
        "3 need of the good-area centre's listed": index[county.good_area_centre],
        "3 need of the just-below centre's listed": index[county.just_below_centre],
        "3 centres over the threshold by listed": int((index[own["facility_id"]] > 1.15).sum()),
    }


def _area_of(county: County, centres: pd.DataFrame, facility_id: str) -> str:
    centre = centres.set_index("facility_id").loc[facility_id]
    squares = county.geography.squares_250
    return squares["area_2025"].iloc[
        int(np.hypot(squares["x"] - centre.x, squares["y"] - centre.y).to_numpy().argmin())
    ]


def _twins(county: County) -> dict:
    referrals = county.plans.referrals.set_index(["plan_id", "stage"])
    late = referrals.loc[(LATE, "granskning")]
    start, end = (date.fromisoformat(late[name]) for name in ("received", "answer_by"))
    days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    uses = county.plans.provisions.groupby(["plan_id", "stage"])["use"].agg(set)
    stances = county.plans.answers[county.plans.answers["plan_id"] == LATE]["stance"]
    capacity = county.capacity[county.capacity["facility_id"] == county.full_centre].set_index("kind")["value"]
    spare = stories.NORM_SPECIALIST * capacity["heltid_specialist"] - capacity["listade"]
    plans = county.plans.plans.set_index("plan_id")
    coming = [plans.loc[plan, "dwellings"] * HOUSEHOLD_SIZE for plan in CUMULATIVE]
    return {
        "4 days to answer, late twin": (end - start).days,
        "4 workdays to answer, late twin": sum(day.weekday() < 5 and day != MIDSUMMER_EVE for day in days),
        "4 uses lost since samråd, late twin": len(uses[LATE, "samråd"] - uses[LATE, "granskning"]),
        "4 uses lost since samråd, early twin": len(uses[EARLY, "samråd"] - uses[EARLY, "granskning"]),
        "4 different stances, late twin": stances.nunique(),
        "4 places left at the centre": round(spare),
        "4 people from all three plans": round(sum(coming)),
        "4 people from the largest two": round(sum(sorted(coming)[-2:])),
    }


def _waiting(county: County) -> dict:
    capacity = county.procedure_capacity.groupby(["region", "specialty"])[["need_per_year", "capacity_per_year"]].sum()
    ratio = (capacity["capacity_per_year"] / capacity["need_per_year"]).unstack("specialty")
    last = county.waiting[(county.waiting["period"] == "2024-12") & (county.waiting["measure"] == "vantar_operation")]
    hips = (
        last[last["specialty"] == "hoftprotes"]
        .groupby("region")
        .apply(lambda rows: np.average(rows["share_over_90d"], weights=rows["number"]))
    )
    total = capacity.groupby("specialty").sum()
    return {
        "5 regions": county.waiting["region"].nunique(),
        "5 hips: capacity over need, own region": ratio.loc["99", "hoftprotes"],
        "5 hips: capacity over need, neighbour": ratio.loc["98", "hoftprotes"],
        "5 hips: share over 90 days, own region": hips["99"],
        "5 hips: share over 90 days, neighbour": hips["98"],
        "5 hips: capacity over need, all three": (total["capacity_per_year"] / total["need_per_year"])["hoftprotes"],
        "5 prolapse: capacity over need, all three": (total["capacity_per_year"] / total["need_per_year"])["prolaps"],
    }


def _july(county: County) -> dict:
    island = county.geography.squares_250["on_island"].to_numpy()
    people = county.people
    return {
        "6 people on the island": int(people["population"][island].sum()),
        "6 in July over the year": people["population_july"][island].sum() / people["population"][island].sum(),
    }


def _spoiled(county: County) -> dict:
    hsa = county.spoiled["hsa_omkastade_rt90"]["geographicalCoordinates"].str.extract(r"X:(\d+) Y:(\d+)").astype(int)
    numbers = county.spoiled["listade_dolda_celler"]["number"]
    return {
        "7 swapped coordinates": int((hsa[0] < hsa[1]).sum()),
        "7 hidden cells <5": int((numbers == "<5").sum()),
        "7 hidden cells ..": int((numbers == "..").sum()),
    }


def _rewrite() -> None:
    numbers = measure(make_county(scale=1, seed=1)).numbers
    text = _ROW.sub(
        lambda row: f"| {row[1]} | {row[2]} | {written(numbers[row[1]], row[3])} |", FACIT.read_text("utf8")
    )
    FACIT.write_text(text, "utf8")


if __name__ == "__main__":
    _rewrite()
