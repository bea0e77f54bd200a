"""The facilities of the sample county, placed by rule near streets where people live."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .facility_rules import (
    OPENED,
    OPENED_OTHERWISE,
    PRIVATE_CENTRES,
    PRIVATE_OPERATORS,
    RULES,
    THIRD_NAME,
    THIRD_REGION,
    YEARS,
    Rule,
)
from .geography import Geography
from .plan import COUNTY, NEIGHBOUR
from .roadgraph import RoadGraph

SOURCE = "Exempellän (påhittat)"
SOURCE_DATE = "2024-12-31"
DISTRICTS = (
    "Kvarnbacken", "Nyhem", "Söderport", "Björkvången", "Hamntorget", "Ängsgärdet", "Västerlid", "Ekliden",
    "Stallbacken", "Rosenlund", "Lugnet", "Fältet", "Bruksbacken", "Solhöjden", "Tegelvreten", "Lyckeberg",
)  # fmt: skip
_CHAINS = ("Apotek Linnea", "Apotek Svalan", "Medikus apotek")
_ROLES = {
    "universitetssjukhus": "akutsjukhus",
    "lanssjukhus": "akutsjukhus",
    "lansdelssjukhus": "akutsjukhus",
    "narsjukhus": "närsjukhus",
    "vardcentral": "listning i vårdvalet",
    "narmottagning": "filial till hälsocentral",
    "mobilt_team": "bas för mobil enhet",
    "lakarbil": "bas för mobil enhet",
    "mammografibuss": "bas för mobil enhet",
    "mobil_tandvard": "bas för mobil enhet",
}


def make_facilities(geography: Geography, graph: RoadGraph, rng: np.random.Generator) -> pd.DataFrame:
    """One row per facility with the register's columns and x, y (metres, EPSG:3006).

    Rules by size hold for every place; places named in a rule are those of the hand-made county and its neighbour.
    A generated county gets a lansdelssjukhus wherever its plan has an acute hospital.
    """
    places = _Places(geography, graph, rng)
    rows = []
    for rule in RULES:
        for place in geography.settlements.itertuples():
            count = _count(rule, place)
            if count:
                rows += _at_place(rule, place, places.spots(place, count, rule.central))
    table = pd.DataFrame(rows)
    table["facility_id"] = _ids(table)
    return _finish(table, geography, rng)


def _count(rule: Rule, place) -> int:
    """How many facilities of the rule's type stand in the place."""
    by_hand = place.region in (COUNTY, NEIGHBOUR)
    if by_hand and place.name in rule.places:
        return 1
    if not by_hand and place.hospital and rule.type in ("lansdelssjukhus", "laboratorium", "ambulansstation"):
        return 1
    if rule.per and place.population >= rule.least:
        return max(1, round(place.population / rule.per))
    return 0


def _at_place(rule: Rule, place, spots: np.ndarray) -> list[dict]:
    rows = []
    for order, (x, y) in enumerate(spots):
        alone = len(spots) == 1
        name = rule.name.format(place=_genitive(place.name, rule) if alone else _district(order, rule))
        rows.append(
            {
                "name": name if alone else f"{name}, {place.name}",
                "type": rule.type,
                "role": _ROLES.get(rule.type, ""),
                "huvudman": rule.huvudman,
                "driftsform": rule.other if _is_private(rule, place, order) else rule.driftsform,
                "region": rule.region or place.region,
                "municipality": f"{rule.region}01" if rule.region else place.municipality,
                "place": place.name,
                "x": round(float(x), 1),
                "y": round(float(y), 1),
            }
        )
    return rows


def _is_private(rule: Rule, place, order: int) -> bool:
    if rule.type == "vardcentral":
        return order % 2 == 1 or place.name in PRIVATE_CENTRES
    return rule.private > 0 and (order + len(place.name)) % 10 < 10 * rule.private


def _genitive(name: str, rule: Rule) -> str:
    """The name as the rule's text needs it: "Helgenäs" stays, where "Ekhamn" gets its s."""
    return name[:-1] if "{place}s " in rule.name and name.endswith("s") else name


def _district(order: int, rule: Rule) -> str:
    lap, place = divmod(order, len(DISTRICTS))
    return DISTRICTS[place] if lap == 0 else f"{DISTRICTS[place]} {lap + 1}"


def _ids(table: pd.DataFrame) -> pd.Series:
    number = table.groupby(["region", "type"]).cumcount() + 1
    return table["region"] + "-" + table["type"] + "-" + number.astype(str).str.zfill(3)


def _finish(table: pd.DataFrame, geography: Geography, rng: np.random.Generator) -> pd.DataFrame:
    """Operators, years and provenance."""
    regions = {**dict(zip(geography.regions["code"], geography.regions["name"])), THIRD_REGION: THIRD_NAME}
    municipalities = dict(zip(geography.municipalities["code"], geography.municipalities["name"]))
    table["operator"] = [_operator(row, regions, municipalities) for row in table.itertuples()]
    span = np.array([OPENED.get(kind, OPENED_OTHERWISE) for kind in table["type"]])
    opened = rng.integers(span[:, 0], span[:, 1] + 1)
    years = [YEARS.get(name, (int(year), None)) for name, year in zip(table["name"], opened)]
    table["opened"] = pd.array([year[0] for year in years], dtype="Int64")
    table["closed"] = pd.array([year[1] for year in years], dtype="Int64")
    table["source"], table["source_date"] = SOURCE, SOURCE_DATE
    columns = (
        "facility_id name type role huvudman driftsform operator region municipality opened closed source source_date"
    )
    return table[[*columns.split(), "place", "x", "y"]]


def _operator(row, regions: dict, municipalities: dict) -> str:
    if row.type in ("apotek", "apoteksombud"):
        return _CHAINS[row.Index % len(_CHAINS)]
    if row.driftsform != "egen_regi":
        return PRIVATE_OPERATORS[row.Index % len(PRIVATE_OPERATORS)]
    if row.huvudman.startswith("kommun"):
        return f"{municipalities[row.municipality]} kommun"
    return f"Region {regions[row.region]}"


class _Places:
    """Finds spots in a place: beside a street, spread over where its people live."""

    def __init__(self, geography: Geography, graph: RoadGraph, rng: np.random.Generator):
        squares = geography.squares_250
        self._xy = squares[["x", "y"]].to_numpy(float)
        self._people = squares["population"].to_numpy(float)
        self._squares = cKDTree(self._xy)
        self._streets = graph.xy[graph.street]
        self._street_tree = cKDTree(self._streets)
        self._rng = rng

    def spots(self, place, count: int, central: bool) -> np.ndarray:
        """``count`` points, shape (count, 2), a few metres from a street."""
        centre = np.array([place.x, place.y])
        near = np.array(self._squares.query_ball_point(centre, 350 + 11 * np.sqrt(place.population)), dtype=int)
        if central or len(near) == 0:
            wanted = np.repeat(centre[None], count, axis=0)
        else:
            wanted = self._xy[near[self._spread(near, centre, count)]]
        wanted = wanted + self._rng.uniform(-90, 90, wanted.shape)
        streets = self._streets[self._street_tree.query(wanted)[1]]
        angle = self._rng.uniform(0, 2 * np.pi, count)
        away = self._rng.uniform(12, 35, count)
        return streets + np.column_stack([np.cos(angle), np.sin(angle)]) * away[:, None]

    def _spread(self, near: np.ndarray, centre: np.ndarray, count: int) -> list[int]:
        """Squares drawn one by one, where many live and none was drawn close by (k-means++)."""
        xy, people = self._xy[near], self._people[near]
        far = np.exp(-np.hypot(*(xy - centre).T) / 1500.0) * people + 1e-9
        chosen = [self._draw(far)]
        gap = np.hypot(*(xy - xy[chosen[0]]).T)
        while len(chosen) < count:
            chosen.append(self._draw(people * gap**2 + 1e-9))
            gap = np.minimum(gap, np.hypot(*(xy - xy[chosen[-1]]).T))
        return chosen

    def _draw(self, weight: np.ndarray) -> int:
        return int(np.searchsorted(np.cumsum(weight / weight.sum()), self._rng.random()).clip(max=len(weight) - 1))
