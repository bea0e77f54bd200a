"""Squares of SCB's grid: where they lie, whose they are, and what their ages can't be used for."""

import csv
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.inside import edges_of
from narvard_plugin.core.squares import NotASquare, centres, ids_of
from narvard_plugin.sources import errors
from narvard_plugin.sources.outlines import Outline
from narvard_plugin.sources.scb_grid import Beside, ScbGrid
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.sources.wfs_geometry import rings_of
from tests.shared import shared_file
from tests.sources.impatient import impatient
from tests.sources.servers.base import FAULTS
from tests.sources.servers.scb_wfs import ScbWfs, square_feature


def outline(code, east, north, wide, high):
    """A rectangle of ``wide`` by ``high`` metres."""
    ring = np.array([(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)], float) + np.array([east, north])
    return Outline(code, code[:4], edges_of([ring]))


# West and east of a border at 502 400 E: the square in the middle has its centre just east of it.
AREAS = [outline("0880A0010", 500_000, 6_300_000, 2400, 1000), outline("0880A0020", 502_400, 6_300_000, 1600, 1000)]
SQUARES = {
    "5000006300000": (10, 4, 2), "5010006300000": (3, 3, 3), "5020006300000": (7, 0, 0), "5030006300000": (5, 1, None),
    "5040006300000": (90, 9, 9),
}  # fmt: skip


def features(year=2025):
    return [
        square_feature(year, number, id_, beftotalt=people, ald65_69=young, ald70_74=old)
        for number, (id_, (people, young, old)) in enumerate(SQUARES.items(), 1)
    ]


@pytest.fixture
def server():
    with ScbWfs({"befolkning_1km_2025": features()}) as running:
        yield running


@pytest.fixture
def client():
    return impatient()


def source(server, **more):
    return ScbGrid(server.wfs, 2025, ["08"], AREAS, **{"page": 2, **more})


def test_a_square_belongs_where_its_centre_lies(server, client):
    fetched = source(server, before=["gammal"], beside=Beside(26, "2024", "DeSO 2025")).fetch(client)
    (part,) = fetched.parts
    assert part.rows["origin_id"].tolist() == ["5000006300000", "5010006300000", "5020006300000", "5030006300000"]
    assert part.rows["area_code"].tolist() == ["0880A0010", "0880A0010", "0880A0020", "0880A0020"]
    assert part.rows["population"].sum() == 25
    assert (part.xy[0][0], part.xy[1][0]) == (500_500, 6_300_500)
    assert part.within["origin_id"][-1] == "gammal"
    asked = server.asked[0]
    assert asked.query["bbox"] == "500000.0000,6300000.0000,504000.0000,6301000.0000,EPSG:3006"
    assert part.rows["age_70_74"].tolist() == [2, 3, 0, None]
    assert part.rows["age_0_4"].isna().all() and part.rows["age_85_plus"].isna().all()
    said = "\n".join(fetched.notes)
    assert fetched.data_date == "2025-12-31"
    for words in (
        "4 squares with 25 people (2025-12-31)", "1 squares with 90 people in the box around the region belong to other", "25 people (2025-12-31), DeSO 2025 in the workspace 26 (2024)",
        "65–69, 70–74", "1 squares lack one of these ages", "In 1 squares the ages add up to more than the population (5010006300000)",
    ):  # fmt: skip
        assert words in said


def test_a_square_at_the_edge_waits_until_the_neighbours_are_known(server, client):
    """Areas that end at 503 400 E: the square there has its centre outside, four tenths of its ground within."""
    areas = [AREAS[0], outline("0880A0020", 502_400, 6_300_000, 1000, 1000)]

    def asked(**more):
        fetched = ScbGrid(server.wfs, 2025, ["08"], areas, **more).fetch(client)
        return fetched.parts[0].rows["area_code"].tolist(), "\n".join(fetched.notes)

    codes, said = asked()
    assert codes == ["0880A0010", "0880A0010", "0880A0020"]
    assert "1 squares with 5 people reach into the region" in said
    codes, said = asked(settled=True)
    assert codes == ["0880A0010", "0880A0010", "0880A0020", "0880A0020"]
    assert (
        "3 squares with 20 people (2025-12-31) have their centres" in said
        and "1 squares with 5 people have their centres at sea" in said
    )
    theirs = outline("0780A0010", 503_400, 6_300_000, 5000, 1000)
    codes, said = asked(settled=True, others=[theirs])
    assert codes == ["0880A0010", "0880A0010", "0880A0020"]
    assert "at sea" not in said and "reach into" not in said


def test_a_smaller_square_of_another_region_keeps_its_id(server, client):
    fetched = source(server, taken={"5010006300000", "5990006300000"}).fetch(client)
    assert fetched.parts[0].rows["origin_id"].tolist()[:2] == ["5000006300000", "5010006300000-1km"]
    assert any(note.startswith("1 squares share their id") for note in fetched.notes)


def test_the_oldest_are_one_group_only_when_all_of_it_is_told(client):
    ages = {"ald85_89": 4, "ald90_94": 3, "ald95_99": 2, "ald100w": 1}
    squares = [
        square_feature(2025, 1, "5000006300000", beftotalt=50, **ages),
        square_feature(2025, 2, "5010006300000", beftotalt=50, **{**ages, "ald100w": None}),
    ]
    with ScbWfs({"befolkning_1km_2025": squares}) as server:
        (part,) = source(server).fetch(client).parts
    assert part.rows["age_85_plus"].tolist() == [10, None]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"beftotalt": None}, "no population"), ({"beftotalt": -1}, "beftotalt=-1"), ({"beftotalt": 10**17}, "beftotalt=1000"), ({"beftotalt": 2.5}, "beftotalt=2.5"),
        ({"ald65_69": "3"}, "ald65_69=3"), ({"ald65_69": True}, "ald65_69=True"), ({"referenstid": "20241231"}, "date of 2025"),
        ({"referenstid": None}, "date of 2025"), ({"rutid_scb": 5000006300000}, "no rutid_scb as text"),
        ({"rutid_scb": "5000016300000"}, "5000016300000 does not lie"), ({"rutid_scb": "5990006300000"}, "does not lie where"),
    ],
)  # fmt: skip
def test_a_square_that_cannot_be_stops_it_all(server, client, change, says):
    first = server.layers["befolkning_1km_2025"][0]
    server.layers["befolkning_1km_2025"][0] = {**first, "properties": {**first["properties"], **change}}
    with pytest.raises(errors.Unreadable) as raised:
        source(server, page=100).fetch(client)
    assert says in sentence(raised.value)


def test_no_square_in_the_region_is_no_answer(server, client):
    elsewhere = [outline("0880A0010", 400_000, 6_400_000, 5000, 5000)]
    with pytest.raises(errors.Nothing):
        ScbGrid(server.wfs, 2025, ["08"], elsewhere).fetch(client)
    with pytest.raises(errors.Rejected, match="unknown"):
        ScbGrid(server.wfs, 2031, ["08"], AREAS).fetch(client)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("huge", "too_many")])
def test_a_fault_on_the_third_page_gives_nothing(server, client, fault):
    server.misbehave(fault, times=None, after=2)
    with pytest.raises(errors.SourceError):
        source(server).fetch(client)


@settings(derandomize=True)
@given(st.integers(200, 999), st.integers(6100, 7700), st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_ids_and_centres_meet_whatever_the_noise(east, north, dx, dy):
    id_ = f"{east * 1000}{north * 1000}"
    (centre,) = centres([id_], 1000)
    assert centre.tolist() == [east * 1000 + 500, north * 1000 + 500]
    assert ids_of(centre[None] + [dx, dy], 1000) == [id_]


def test_a_square_of_another_size_is_seen():
    assert centres(["3502506600750"], 250).tolist() == [[350_375, 6_600_875]]
    for id_ in ("3502506600750", "350000660000", "35000066000000", "E00000660000N"):
        with pytest.raises(NotASquare):
            centres([id_], 1000)
    with pytest.raises(NotASquare):
        ids_of(np.array([[350_499.0, 6_600_497.0]]), 1000)


def test_dalarna_as_scb_has_it(client):
    """4 004 squares and 285 587 people; the 65+ of each square stand in one group here, as the derived file has only their sum."""
    deso = json.loads(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson").read_text("utf8"))["features"]
    with shared_file("data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    noisy = np.array([(row["e"], row["n"]) for row in rows], float)
    assert ids_of(noisy, 1000) == [row["rutid"] for row in rows]
    squares = [
        square_feature(
            2025, n, row["rutid"], beftotalt=int(row["befolkning_2025"]), ald65_69=int(row["befolkning_65_plus_2025"])
        )
        for n, row in enumerate(rows)
    ]
    areas = [
        Outline(
            feature["properties"]["desokod"], None,
            edges_of([ring for polygon in rings_of(feature["geometry"]) for ring in polygon]),
        )
        for feature in deso
    ]  # fmt: skip
    with ScbWfs({"befolkning_1km_2025": squares}) as server:
        fetched = ScbGrid(
            server.wfs, 2025, ["20"], areas, beside=Beside(286_546, "2024", "DeSO 2025"), page=1500
        ).fetch(client)
        assert len(server.asked) == 3
    (part,) = fetched.parts
    assert (len(part.rows), part.rows["population"].sum(), part.rows["age_65_69"].sum()) == (4004, 285_587, 75_189)
    assert part.rows["area_code"].tolist() == [row["desokod"] for row in sorted(rows, key=lambda row: row["rutid"])]
    said = "\n".join(fetched.notes)
    assert "In 109 squares the ages add up to more" in said
    assert "285587 people (2025-12-31), DeSO 2025 in the workspace 286546 (2024)" in said
