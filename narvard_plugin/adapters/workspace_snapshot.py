"""What the dock shows of a workspace, read once in the background: the facilities' index and what health layers there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Optional

import pandas as pd

from ..store.schema import Table
from ..store.workspace import open_workspace
from .dock_layers import LayerKind, dock_layers
from .facility_index import FacilityIndex, Words, index_of
from .reading import Cancelled

#: What is read, in this order; the last ones take longest in a real region.
TABLES = (
    "facilities", "services", "capacity", "sources", "areas", "divisions", "forecasts", "need_index", "health_figures",
    "people", "statistics",
)  # fmt: skip


#: Length of an area's code: 9 is DeSO, 8 RegSO, 4 a municipality, 2 a county; they lie over each other in one table.
DIGITS = "digits"
_CODES = {"areas": "area_code", "statistics": "area_code", "health_figures": "area_code", "need_index": "code"}


class DataLayer(NamedTuple):
    """One layer of health's geography that the workspace holds.

    ``where``: column -> value of its rows; `DIGITS` stands for the length of the area code. ``drawn``: column -> value of the areas that they belong to. ``regions``: number
    of rows by region ("" = unknown). ``missing_places``: rows whose area or facility is not in the workspace.
    """

    kind: LayerKind
    where: Mapping[str, object]
    drawn: Mapping[str, str]
    name: str
    date: str
    regions: Mapping[str, int]
    missing_places: int

    @property
    def key(self) -> str:
        return "/".join((self.kind.id, *(str(self.where[column]) for column in self.kind.split)))

    def rows_in(self, regions: Optional[frozenset]) -> int:
        return sum(n for region, n in self.regions.items() if regions is None or region in regions or not region)


class Snapshot(NamedTuple):
    """A workspace as it was when it was read."""

    workspace: str
    region: str
    index: FacilityIndex
    capacity: pd.DataFrame
    layers: tuple[DataLayer, ...]
    #: ``region year forecast population``: what forecasts say of whole regions.
    forecasts: pd.DataFrame
    #: People by region.
    population: Mapping[str, float]
    sources: pd.DataFrame
    #: What QGIS opens as a layer, by table, and the tables as the schema describes them.
    layer_sources: Mapping[str, str]
    tables: Mapping[str, Table]

    @property
    def regions(self) -> frozenset:
        """Codes of the regions that facilities or people belong to."""
        return frozenset(self.index.facilities["region"]) | frozenset(self.population) - {""}


def read_snapshot(
    text: str,
    words: Callable[[Mapping[str, str]], Words],
    progress: Callable[[float, str], bool] = lambda share, table: True,
) -> Snapshot:
    """Read the workspace that ``text`` names. ``words`` makes the vocabulary of {municipality code: name}.

    ``progress`` is told the share done and the table to come, and answers False to stop, which raises `Cancelled`. Raises
    ``StoreError``.
    """
    with open_workspace(text, writable=False) as workspace:
        read: dict[str, pd.DataFrame] = {}
        for order, name in enumerate(TABLES):
            if not progress(order / len(TABLES), name):
                raise Cancelled
            read[name] = workspace.read(name)
        sources = {name: workspace.layer_source(name) for name in TABLES}
        tables, region = workspace.tables, workspace.region
    for name, column in _CODES.items():
        read[name][DIGITS] = read[name][column].astype(str).str.len()
    names = _municipalities(read["areas"])
    index = index_of(read["facilities"], read["services"], words(names))
    people = read["people"].assign(region=read["people"]["region"].fillna(""))
    return Snapshot(
        text, region, index, read["capacity"],
        tuple(layer for kind in dock_layers().layers.values() for layer in _layers_of(kind, read)),
        _forecasts(read["forecasts"]), people.groupby("region")["population"].sum().to_dict(),
        read["sources"], sources, tables,
    )  # fmt: skip


def _municipalities(areas: pd.DataFrame) -> dict[str, str]:
    """Names of the municipalities that are among the areas."""
    own = areas[areas["area_code"].str.len() == 4].dropna(subset=["name"])
    return dict(zip(own["area_code"], own["name"]))


def _layers_of(kind: LayerKind, read: Mapping[str, pd.DataFrame]) -> list[DataLayer]:
    rows = read[kind.table]
    for column, value in kind.where.items():
        rows = rows[rows[column] == value]
    for column, value in kind.where_not.items():
        rows = rows[rows[column] != value]
    if rows.empty:
        return []
    if not kind.split:
        return [_layer(kind, (), rows, read)]
    values = rows[list(kind.split)].fillna("").astype(str).agg("\t".join, axis=1)
    return [_layer(kind, tuple(text.split("\t")), part, read) for text, part in rows.groupby(values, sort=True)]


def _layer(kind: LayerKind, values: tuple, rows: pd.DataFrame, read: Mapping[str, pd.DataFrame]) -> DataLayer:
    where: dict[str, object] = dict(zip(kind.split, values))
    date = _date_of_table(kind.table, read["sources"])
    if kind.newest and rows[kind.newest].notna().any():
        newest = rows[kind.newest].dropna().max()
        rows = rows[rows[kind.newest] == newest]
        where[kind.newest] = newest if isinstance(newest, str) else int(newest)
        date = str(where[kind.newest])
    drawn, region, missing = {}, rows.get("region"), 0
    if kind.joined:
        drawn, region, missing = _places(kind, where, rows, read)
    counts = pd.Series(region).fillna("").value_counts().to_dict()
    name = str(rows[kind.names].iloc[0] or "") if kind.names else ""
    return DataLayer(kind, {**kind.where, **where}, drawn, name, date, counts, missing)


def _places(kind, where, rows, read):
    """Which of the areas (or facilities) the rows belong to, the region of each row, and how many have no place."""
    places, key, drawn = read[kind.draw], "facility_id" if kind.draw == "facilities" else "area_code", {}
    if "vintage" in places:
        digits = rows[DIGITS].value_counts().index[0]
        vintage = where.get("vintage") or _vintage_of(rows[kind.join], places)
        drawn = {"vintage": vintage, DIGITS: str(digits)}
        places = places[(places["vintage"] == vintage) & (places[DIGITS] == digits)]
    by_code = places.set_index(key)["region"]
    known = rows[kind.join].isin(by_code.index)
    region = rows[kind.join][known].map(by_code)
    return drawn, region, int((~known).sum())


def _vintage_of(codes: pd.Series, areas: pd.DataFrame) -> str:
    """The vintage that knows most of the codes; of several alike, the newest."""
    known = areas[areas["area_code"].isin(codes)].groupby("vintage").size()
    if known.empty:
        return ""
    return str(known[known == known.max()].index.max())


def _date_of_table(table: str, sources: pd.DataFrame) -> str:
    """The newest date of the data that were fetched into the table; "" where no source says that it fed it."""
    dates = (
        sources.loc[sources["fed"] == table, "data_date"].dropna() if "fed" in sources else pd.Series([], dtype=object)
    )
    return str(dates.max()) if len(dates) else ""


def _forecasts(rows: pd.DataFrame) -> pd.DataFrame:
    """People of whole regions by year and forecast: of the municipalities where they are forecast, else of the county."""
    codes = rows["code"].astype(str)
    whole = rows["age_group"].eq("total")
    pieces = []
    for digits in (4, 2):
        of_level = rows[codes.str.len() == digits]
        if whole[of_level.index].any():
            of_level = of_level[whole[of_level.index]]
        of_level = of_level.assign(region=of_level["code"].astype(str).str[:2], digits=digits)
        pieces.append(of_level.groupby(["region", "year", "forecast", "digits"], as_index=False)["population"].sum())
    both = pd.concat(pieces).sort_values("digits", kind="stable", ascending=False)
    found = both.drop_duplicates(["region", "year", "forecast"]).drop(columns="digits")
    return found.astype({"year": int}).reset_index(drop=True)
