"""The sample county's geography: what the stories need is there, the areas tile, and the same seed gives the same."""

import hashlib
import re

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from narvard_plugin.core.sample.geography import make_geography
from narvard_plugin.core.sample.people import AGE_GROUPS
from tests.shared import in_campaign

AREA_CODE = re.compile(r"^(99(0[1-9]|1[0-2])|980[1-4])[ABC][0-9]{3}[0-9]$")


def own(table):
    return table[table["region"] == "99"]


def rings(multipolygons):
    return [ring for polygons in multipolygons for polygon in polygons for ring in polygon]


def signed_area(ring):
    x, y = (ring - ring[0]).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def border(multipolygons):
    """The directed sides that no other polygon runs along the other way: what is left is the outer border."""
    sides = set()
    for ring in rings(multipolygons):
        for a, b in zip(map(tuple, ring[:-1]), map(tuple, ring[1:])):
            assert (a, b) not in sides, "two polygons lie on the same side of a border: they overlap"
            sides.add((a, b))
    return {(a, b) for a, b in sides if (b, a) not in sides}


def covers(polygons, x, y):
    crossings = 0
    for ring in (ring for polygon in polygons for ring in polygon):
        x1, y1, x2, y2 = *ring[:-1].T, *ring[1:].T
        straddles = (y1 > y) != (y2 > y)
        crossings += int((straddles & (x < x1 + (y - y1) * (x2 - x1) / np.where(y1 == y2, 1, y2 - y1))).sum())
    return crossings % 2 == 1


class FullGraph:
    """Every vertex a node, as a router without any tricks sees the car roads."""

    def __init__(self, geography):
        keys = np.round(geography.road_xy * 1000).astype(np.int64)
        _, first, self.node = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        self.node = self.node.ravel()
        self.xy = geography.road_xy[first]
        inner = np.ones(len(self.node), dtype=bool)
        inner[geography.road_start[1:] - 1] = False
        step = np.flatnonzero(inner)
        link = np.searchsorted(geography.road_start, step, side="right") - 1
        roads = geography.roads
        car = (roads["Vagtr_474"] == 1).to_numpy()[link]
        self.step, self.link = step[car], link[car]
        self.metres = np.hypot(*(geography.road_xy[self.step + 1] - geography.road_xy[self.step]).T)
        self.minutes = self.metres / roads["F_Hogst_225"].to_numpy()[self.link] * 0.06
        self.forward = (roads["F_ForbjudenFardriktning"] == 0).to_numpy()[self.link]
        self.backward = (roads["B_ForbjudenFardriktning"] == 0).to_numpy()[self.link]
        used = np.unique(self.node[self.step])
        # A house is reached from a road one may stop on.
        closed = ((roads["Motorvag"] == 1) | (roads["Farjeled"] == 1)).to_numpy()[self.link]
        open_to_houses = np.setdiff1d(used, self.node[self.step[closed]])
        self._open, self._tree = open_to_houses, cKDTree(self.xy[open_to_houses])

    def matrix(self, weight):
        a, b = self.node[self.step], self.node[self.step + 1]
        f, r = self.forward, self.backward
        rows, columns = np.concatenate([a[f], b[r]]), np.concatenate([b[f], a[r]])
        size = len(self.xy)
        # coo sums parallel sides; the smaller one is what counts, so keep only that.
        order = np.lexsort((np.concatenate([weight[f], weight[r]]), columns, rows))
        rows, columns = rows[order], columns[order]
        values = np.concatenate([weight[f], weight[r]])[order]
        keep = np.append(True, (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1]))
        return coo_matrix((values[keep], (rows[keep], columns[keep])), shape=(size, size)).tocsr()

    def nearest(self, xy):
        return self._open[self._tree.query(xy)[1]]


@pytest.fixture(scope="module")
def graph(geography):
    return FullGraph(geography)


def test_people_and_places_are_those_of_a_county_like_kalmar(geography):
    squares = geography.squares_250
    assert own(squares)["population"].sum() == pytest.approx(252_000, abs=300)
    assert squares["population"].sum() == 312_000
    assert (squares["population"] > 0).all()
    assert len(own(geography.municipalities)) == 12
    places = own(geography.settlements)
    assert places["hospital"].sum() == 3
    assert (places["population"] > 60_000).sum() == 1
    assert (places["kind"] == "town").sum() >= 10


def test_deso_codes_counts_and_sizes_follow_scb(geography):
    for year in ("2018", "2025"):
        areas = own(geography.areas[geography.areas["vintage"] == year])
        assert 140 <= len(areas) <= 165
        assert areas["area_code"].is_unique
        assert areas["population"].between(700, 4000).all()
        assert 1500 < areas["population"].mean() < 1850
    assert all(AREA_CODE.match(code) for code in geography.areas["area_code"])
    assert (geography.areas["kind_letter"] == geography.areas["area_code"].str[4]).all()
    assert geography.areas["regso"].str.match(r"^\d{4}R\d{3}$").all()


def test_the_vintages_differ_and_the_key_leads_from_one_to_the_other(geography):
    codes = {year: set(table["area_code"]) for year, table in geography.areas.groupby("vintage")}
    assert len(codes["2018"] - codes["2025"]) > 15
    assert len(codes["2018"] & codes["2025"]) > 100
    key = geography.area_key
    assert np.allclose(key.groupby("old_code")["share"].sum(), 1.0)
    split = key.groupby("old_code").size()
    merged = key.groupby("new_code").size()
    assert (split > 1).sum() > 5
    assert (merged > 1).sum() > 5
    old = geography.areas[geography.areas["vintage"] == "2018"].set_index("area_code")["population"]
    moved = (key["old_code"].map(old) * key["share"]).groupby(key["new_code"]).sum()
    new = geography.areas[geography.areas["vintage"] == "2025"].set_index("area_code")["population"]
    assert np.allclose(moved.reindex(new.index), new)


def test_areas_municipalities_and_regions_tile_the_same_land(geography):
    land = border(geography.region_polygons)
    assert border(geography.municipality_polygons) == land
    for year in ("2018", "2025"):
        rows = np.flatnonzero(geography.areas["vintage"] == year)
        assert border([geography.area_polygons[i] for i in rows]) == land


def test_rings_are_closed_turn_the_right_way_and_touch_themselves_nowhere(geography):
    for multipolygon in (*geography.area_polygons, *geography.municipality_polygons, *geography.region_polygons):
        for outer, *holes in multipolygon:
            assert signed_area(outer) > 0
            assert all(signed_area(hole) < 0 for hole in holes)
            for ring in (outer, *holes):
                assert (ring[0] == ring[-1]).all()
                assert len(np.unique(ring[:-1], axis=0)) == len(ring) - 1


def test_every_square_lies_in_the_area_it_names(geography):
    squares = geography.squares_250
    for year in ("2018", "2025"):
        rows = np.flatnonzero(geography.areas["vintage"] == year)
        polygons = {geography.areas["area_code"].iloc[i]: geography.area_polygons[i] for i in rows}
        sample = squares.iloc[::7]
        wrong = [s.rutid for s in sample.itertuples() if not covers(polygons[getattr(s, f"area_{year}")], s.x, s.y)]
        assert wrong == []
    assert (squares["area_2025"].str[:4] == squares["municipality"]).all()


def test_squares_lie_on_scbs_grid_and_their_ages_add_up(geography):
    for squares, side in ((geography.squares_250, 250), (geography.squares_1000, 1000)):
        assert squares["rutid"].is_unique
        assert (squares[list(AGE_GROUPS)].sum(axis=1) == squares["population"]).all()
        low_x, low_y = squares["rutid"].str[:6].astype(int), squares["rutid"].str[6:].astype(int)
        assert ((low_x % side == 0) & (low_y % side == 0)).all()
        assert (low_x + side / 2 == squares["x"]).all()
        assert (low_y + side / 2 == squares["y"]).all()
    assert geography.squares_1000["population"].sum() == geography.squares_250["population"].sum()


def test_the_island_doubles_in_july(geography):
    island = own(geography.squares_250).query("on_island")
    assert 15_000 < island["population"].sum() < 25_000
    assert 1.9 < island["population_july"].sum() / island["population"].sum() < 2.1


def test_roads_have_nvdbs_columns_and_the_share_of_kinds_of_a_county(geography):
    roads = geography.roads
    assert 34_000 < len(own(roads)) < 46_000
    assert len(geography.road_start) == len(roads) + 1
    assert geography.road_start[-1] == len(geography.road_xy)
    assert (np.diff(geography.road_start) >= 2).all()
    assert (roads["Shape_Length"] > 0).all()
    assert roads["Farjeled"].sum() == 1
    assert {1, 2, 4} == set(roads["Vagtr_474"])
    assert roads.loc[roads["Vagtr_474"] == 1, "F_Hogst_225"].between(10, 110).all()
    assert (roads["F_ForbjudenFardriktning"] == 1).sum() > 100
    assert not ((roads["F_ForbjudenFardriktning"] == 1) & (roads["B_ForbjudenFardriktning"] == 1)).any()
    motorway_km = roads.loc[roads["Motorvag"] == 1, "Shape_Length"].sum() / 2000
    assert 15 < motorway_km < 40
    assert roads["Namn_130"].notna().mean() > 0.2


def test_the_car_network_hangs_together_except_for_the_skerries(graph):
    _, part = connected_components(graph.matrix(graph.metres), connection="strong")
    largest = np.bincount(part[graph.node[graph.step]]).argmax()
    inside = (part[graph.node[graph.step]] == largest) & (part[graph.node[graph.step + 1]] == largest)
    share = graph.metres[inside].sum() / graph.metres.sum()
    assert 0.97 < share < 1.0


def test_roads_join_inside_lines_and_some_only_cross(geography, graph):
    ends = np.unique(graph.node[np.concatenate([geography.road_start[:-1], geography.road_start[1:] - 1])])
    inner = np.ones(len(graph.node), dtype=bool)
    inner[geography.road_start[:-1]] = inner[geography.road_start[1:] - 1] = False
    assert np.isin(graph.node[inner], ends).sum() > 500
    motorway = np.flatnonzero((geography.roads["Motorvag"] == 1) & (geography.roads["F_Hogst_225"] == 110))
    crossed = 0
    middle = geography.road_xy[(geography.road_start[:-1] + geography.road_start[1:]) // 2]
    tree = cKDTree(middle)
    for i in motorway:
        line = geography.road_xy[geography.road_start[i] : geography.road_start[i + 1]]
        for j in tree.query_ball_point(middle[i], 1500.0):
            other = geography.road_xy[geography.road_start[j] : geography.road_start[j + 1]]
            crossed += j not in motorway and cross(line, other)
    assert crossed >= 3


def cross(line, other):
    a, b, c, d = line[:-1, None], line[1:, None], other[None, :-1], other[None, 1:]

    def side(p, q, r):
        return np.sign((q - p)[..., 0] * (r - p)[..., 1] - (q - p)[..., 1] * (r - p)[..., 0])

    return bool(((side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)).any())


def test_ekhamn_lies_between_two_hospitals_and_serves_its_own_people(geography, graph):
    places = geography.settlements[geography.settlements["hospital"]].set_index("name")
    sources = graph.nearest(places[["x", "y"]].to_numpy())
    km = dijkstra(graph.matrix(graph.metres), indices=sources) / 1000
    order = list(places.index)
    ekhamn, others = order.index("Ekhamn"), [order.index("Lindhamn"), order.index("Norrhamn")]
    assert all(65 < km[ekhamn, sources[i]] < 75 for i in others)
    assert all(65 < km[i, sources[ekhamn]] < 75 for i in others)

    squares = geography.squares_250
    nodes = graph.nearest(squares[["x", "y"]].to_numpy())
    minutes = dijkstra(graph.matrix(graph.minutes).T.tocsr(), indices=sources)[:, nodes]
    nearest = np.where(np.isfinite(minutes).any(axis=0), minutes.argmin(axis=0), -1)
    people = squares["population"].to_numpy()
    assert 25_000 < people[nearest == ekhamn].sum() < 30_000
    inland = (squares["region"] == "99").to_numpy() & (nearest == order.index("Granhult"))
    assert people[inland].sum() > 10_000


def test_weak_areas_lie_in_towns_and_mills_and_strong_ones_on_the_coast(geography):
    areas = own(geography.areas.query("vintage == '2025'"))
    country = areas["kind_letter"] == "A"
    assert areas.loc[(areas["coastal"] | areas["on_island"]) & country, "deprivation"].mean() < -0.6
    assert areas.loc[areas["on_island"], "deprivation"].max() < 0.0
    weakest = areas.nlargest(15, "deprivation")
    assert not (weakest["on_island"] | (weakest["coastal"] & (weakest["kind_letter"] == "A"))).any()
    assert (weakest["kind_letter"] != "A").sum() >= 12
    xy, value = areas[["x", "y"]].to_numpy(), areas["deprivation"].to_numpy()
    near = cKDTree(xy).query(xy, k=6)[1][:, 1:]
    assert np.corrcoef(value, value[near].mean(axis=1))[0, 1] > 0.35


def fingerprint(geography):
    digest = hashlib.sha256()
    for array in (geography.road_xy, geography.road_start, *rings(geography.area_polygons)):
        digest.update(np.ascontiguousarray(array).tobytes())
    for name in ("settlements", "roads", "areas", "squares_250", "squares_1000", "area_key"):
        digest.update(getattr(geography, name).to_csv(index=False).encode())
    return digest.hexdigest()


@in_campaign  # test_content makes all tables of the county twice
def test_the_same_seed_gives_the_same_geography(geography):
    assert fingerprint(make_geography(1, 1)) == fingerprint(geography)


def test_another_seed_gives_another_geography(geography):
    assert fingerprint(make_geography(1, 2)) != fingerprint(geography)


def test_two_counties_are_joined_and_have_codes_of_their_own():
    nation = make_geography(2, 1)
    assert list(nation.regions["code"]) == ["99", "98", "97", "96"]
    assert nation.areas.loc[nation.areas["vintage"] == "2025", "area_code"].is_unique
    assert nation.squares_250["rutid"].is_unique
    assert nation.roads["ROUTE_ID"].nunique() < len(nation.roads)
    graph = FullGraph(nation)
    _, part = connected_components(graph.matrix(graph.metres), connection="strong")
    towns = nation.settlements.query("kind != 'village'")
    assert len(set(part[graph.nearest(towns[["x", "y"]].to_numpy())])) == 1


class StopError(Exception):
    """Raised by a step, as a user's cancel is."""


def test_it_stops_between_any_two_stages():
    asked = []

    def step(share):
        asked.append(share)
        if share > 0.25:
            raise StopError

    with pytest.raises(StopError):
        make_geography(1, 1, step)
    assert asked[0] == 0.0
    assert asked == sorted(asked)
    assert max(np.diff(asked)) <= 0.1 + 1e-9


@pytest.mark.parametrize("scale", [0, 0.5, 26])
def test_an_impossible_scale_is_refused(scale):
    with pytest.raises(ValueError, match="whole number of counties"):
        make_geography(scale)
