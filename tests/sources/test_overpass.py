"""OpenStreetMap's facilities: what the map says, what it does not, and a service that gives up half way."""

import numpy as np
import pandas as pd
import pytest

from narvard_plugin import catalogue
from narvard_plugin.sources import errors
from narvard_plugin.sources.facility_catalogue import facility_words
from narvard_plugin.sources.overpass import Overpass, in_box, query_of
from narvard_plugin.sources.overpass_elements import principal_of, read_elements, to_degrees, to_sweref
from narvard_plugin.sources.overpass_matching import known_as
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.store.geometry import blobs_from_xy, wkb_from_blob
from tests.shared import shared_file
from tests.sources.impatient import impatient
from tests.sources.servers import overpass as servers
from tests.sources.servers.base import FAULTS
from tests.sources.servers.overpass import node, way
from tests.sources.test_grid import outline

COLUMNS = [
    "facility_id", "name", "type", "huvudman", "driftsform", "operator", "municipality", "region", "address", "postal_code",
    "locality", "source", "source_date",
]  # fmt: skip
LON, LAT = 15.0, 56.85  # 500 000 E


def register(*rows):
    """The table facilities: (id, name, type, source, x, y)."""
    frame = pd.DataFrame(
        [dict(zip(("facility_id", "name", "type", "source"), row)) for row in rows], columns=COLUMNS, dtype=object
    )
    frame["region"] = "08"
    x, y = (np.array([row[at] for row in rows], float) for at in (4, 5))
    return frame.assign(geom=[wkb_from_blob(blob) for blob in blobs_from_xy(x, y, 3006)])


def beside(number, metres, **tags):
    """A node so many metres east of the first place."""
    ((x, y),) = to_sweref([(LON, LAT)])
    ((lon, lat),) = to_degrees([(x + metres, y)])
    return node(number, lon, lat, **tags)


ELEMENTS = [
    beside(1, 0, amenity="pharmacy", name="Apoteket Kronan", addr__street="Storgatan", addr__housenumber="1", addr__postcode="380 01"),
    way(2, LON, LAT, amenity="pharmacy", name="Apoteket kronan", building="yes"),
    beside(3, 2000, amenity="clinic", name="Hälsocentralen Berga", operator="Region Kalmar län", operator__type="public"),
    beside(4, 4000, amenity="hospital", operator="Region Kalmar län"),
    beside(5, 6000, amenity="clinic", healthcare="physiotherapist", name="Rehab Syd", operator="Rehab Syd AB"),
    beside(6, 8000, amenity="hospital;pharmacy", name="Både och"),
    beside(7, 8100, healthcare="psychotherapist", name="Samtal"),
    {"type": "way", "id": 8, "tags": {"amenity": "pharmacy"}, "_middle": {"lat": LAT, "lon": LON}},
    beside(9, 9000, amenity="social_facility", social_facility="nursing_home", name="Ekbacken", operator="Kalmar kommun"),
    node(10, 0.5, 51.4, amenity="dentist", name="London"),
]  # fmt: skip


@pytest.fixture
def server():
    with servers.Overpass({"SE-H": ELEMENTS}) as running:
        yield running


@pytest.fixture
def client():
    return impatient()


def source(server, stored=None, iso="SE-H", **more):
    stored = register() if stored is None else stored
    return Overpass(server.interpreter, "08", iso, facility_words(), stored, **more)


def test_the_question_is_one_that_overpass_reads(server, client):
    source(server).fetch(client)
    assert server.queries == [
        '[out:json][timeout:180];area["ISO3166-2"="SE-H"]->.a;('
        'nwr["amenity"~"(^|;) *(clinic|dentist|doctors|hospice|hospital|pharmacy|social_facility) *(;|$)"](area.a);'
        'nwr["emergency"~"(^|;) *(ambulance_station) *(;|$)"](area.a);nwr["healthcare"](area.a););out center;'
    ]
    types = catalogue.care().types.values()
    assert "1.0,2.0,3.0,4.0" in query_of(types, "1.0,2.0,3.0,4.0")


def test_the_map_is_read_by_the_catalogue(server, client):
    fetched = source(server).fetch(client)
    (part,) = fetched.parts
    rows = part.rows.set_index("facility_id")
    assert rows["type"].to_dict() == {
        "osm-node-1": "apotek", "osm-node-3": "vardcentral", "osm-node-4": "sjukhus", "osm-node-5": "rehab",
        "osm-node-9": "sarskilt_boende",
    }  # fmt: skip
    assert rows.loc["osm-node-1", ["address", "postal_code", "source", "source_id", "source_date", "placement", "region"]].tolist() == [
        "Storgatan 1", "380 01", "OpenStreetMap", "node/1", "2026-11-20", "source", "08",
    ]  # fmt: skip
    assert rows["huvudman"].to_dict() == {
        "osm-node-1": None, "osm-node-3": "region", "osm-node-4": "region", "osm-node-5": None, "osm-node-9": "kommun",
    }  # fmt: skip
    assert rows.loc["osm-node-4", "name"] == "Sjukhus (utan namn)"
    assert (fetched.data_date, fetched.version, fetched.licence) == ("2026-11-20", "2026-11-20T04:00:00Z", "ODbL 1.0")
    assert any("OpenStreetMap is incomplete, most of all for health centres" in note for note in fetched.notes), "T30"
    said = "\n".join(fetched.notes)
    for words in (
        "© OpenStreetMap contributors, ODbL 1.0", "incomplete, most of all for health centres", "1 came without a place and were left out: way/8",
        "1 lie outside Sweden and were left out: node/10", "healthcare=psychotherapist", "1 have tags of several types, and were left out: amenity=hospital;pharmacy",
        "1 were drawn twice", "Of 2 neither huvudman", "Apotek 1", "1 have only a wide tag",
    ):  # fmt: skip
        assert words in said, words


def test_what_lies_abroad_is_left_out():
    read = read_elements(ELEMENTS, facility_words())
    assert read.left_out["abroad"] == ["node/10"]
    assert read.left_out["twice"] == ["way/2"]


@pytest.mark.parametrize(
    ("odd", "error", "says"),
    [
        ("timed_out", errors.Remark, "Query timed out"), ("out_of_memory", errors.Remark, "at least 513 MB"),
        ("half", errors.Remark, "Query timed out"), ("remark_in_xml", errors.Remark, "Query timed out"),
        ("syntax", errors.Rejected, 'line 10: parse error: Invalid parameter for print: "centre"'),
        ("syntax_200", errors.Rejected, "parse error"), ("busy", errors.ServerFailed, "too busy"),
        ("no_date", errors.Unreadable, "which date"), ("no_list", errors.Unreadable, "no list"), ("strange", errors.Unreadable, "area"),
        ("null_name", errors.Unreadable, "name=None"),
    ],
)  # fmt: skip
def test_giving_up_half_way_is_no_answer(server, client, odd, error, says):
    server.odd = odd
    with pytest.raises(error) as raised:
        source(server).fetch(client)
    assert says in sentence(raised.value)


@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if fault not in ("huge", "too_many", "cut_off", "closed", "failing")]
)
def test_each_fault_gives_nothing(server, client, fault):
    server.misbehave(fault, times=None)
    with pytest.raises(errors.SourceError):
        source(server).fetch(client)


@pytest.mark.parametrize("fault", ["too_many", "failing", "closed", "cut_off"])
def test_a_busy_service_is_waited_for(server, client, fault):
    server.misbehave(fault, times=2)
    assert len(source(server).fetch(client).parts[0].rows) == 5


def test_a_county_that_the_map_does_not_know_is_no_empty_county(server, client):
    with pytest.raises(errors.Nothing, match="no facility in region 08"):
        source(server, iso="SE-ZZ").fetch(client)


def test_within_the_areas_of_the_workspace(server, client):
    ((x, y),) = to_sweref([(LON, LAT)])
    areas = [outline("0880A0010", x - 500, y - 500, 3000, 1000), outline("0881A0010", x + 2500, y - 500, 2000, 1000)]
    fetched = source(server, iso="", areas=areas).fetch(client)
    rows = fetched.parts[0].rows.set_index("facility_id")
    assert rows["municipality"].to_dict() == {"osm-node-1": "0880", "osm-node-3": "0880", "osm-node-4": "0881"}
    assert "area[" not in server.queries[0]
    with_iso = source(server, areas=areas).fetch(client).parts[0].rows.set_index("facility_id")
    assert with_iso["municipality"].to_dict() == {
        **rows["municipality"].to_dict(),
        "osm-node-5": None,
        "osm-node-9": None,
    }


def test_the_box_in_degrees_holds_the_areas():
    area = outline("2580A0010", 700_000, 7_400_000, 200_000, 200_000)
    _, box = in_box([area])
    south, west, north, east = map(float, box.split(","))
    corners = to_degrees([(x, y) for x in np.linspace(7e5, 9e5, 21) for y in np.linspace(7.4e6, 7.6e6, 21)])
    assert west <= corners[:, 0].min() and corners[:, 0].max() <= east
    assert south <= corners[:, 1].min() and corners[:, 1].max() <= north


def test_the_own_register_goes_first(server, client):
    ((x, y),) = to_sweref([(LON, LAT)])
    own = register(
        ("08-apotek-1", "Kronan", "apotek", "Register", x + 100, y), ("08-vc-1", "Berga HC", "vardcentral", "Register", x + 2200, y),
        ("08-vc-2", "Hälsocentralen Berga", "vardcentrum", None, x + 2900, y), ("08-sjh-1", "Länssjukhuset", "lanssjukhus", "Register", x + 4140, y),
        ("osm-node-5", "Rehab", "rehab", "© OpenStreetMap contributors", x + 60_000, y),
        ("osm-node-77", "Gammalt", "apotek", "OpenStreetMap", x + 50_000, y), ("osm-node-78", "Med utbud", "apotek", "OpenStreetMap", x + 70_000, y),
    )  # fmt: skip
    fetched = source(server, own, needed=["osm-node-78"]).fetch(client)
    (part,) = fetched.parts
    assert part.rows["facility_id"].tolist() == ["osm-node-9"]
    assert part.within == {"facility_id": ["osm-node-77", "osm-node-9"]}
    said = "\n".join(fetched.notes)
    assert "3 are probably in your register already and were left out" in said
    for pair in ("(osm-node-1 = 08-apotek-1)", "(osm-node-3 = 08-vc-2)", "(osm-node-4 = 08-sjh-1)"):
        assert pair in said
    assert (
        "1 were imported from a file before" in said
        and "have services or capacity here, so they are kept: osm-node-78" in said
    )
    everything = source(server, own, only_missing=False).fetch(client)
    assert len(everything.parts[0].rows) == 4
    assert "now stand there twice" in "\n".join(everything.notes)


def test_one_name_in_two_towns_is_two_facilities():
    words = facility_words()
    ((x, y),) = to_sweref([(LON, LAT)])
    found = read_elements(
        [beside(1, 0, amenity="pharmacy", name="Apoteket Hjärtat"), beside(2, 120, amenity="dentist")], words
    ).facilities
    own = register(("a", "Apoteket Hjärtat", "apotek", "R", x + 1001, y), ("b", "Bup", "bup", "R", x, y))
    assert known_as(found, own, words.theme.types) == ["", ""]
    assert known_as(found, own.iloc[:0], words.theme.types) == ["", ""]


def test_the_date_is_that_of_the_last_change(server, client):
    first = source(server).fetch(client).parts[0]
    stored = first.rows.assign(geom=[wkb_from_blob(blob) for blob in blobs_from_xy(*first.xy, 3006)])
    server.base = "2026-12-01T04:00:00Z"
    server.elements["SE-H"][3] = beside(4, 4000, amenity="hospital", name="Länssjukhuset")
    rows = source(server, stored).fetch(client).parts[0].rows.set_index("facility_id")
    assert rows["source_date"].to_dict() == {
        "osm-node-1": "2026-11-20", "osm-node-3": "2026-11-20", "osm-node-4": "2026-12-01", "osm-node-5": "2026-11-20",
        "osm-node-9": "2026-11-20",
    }  # fmt: skip


def test_huvudman_is_told_only_by_a_whole_name():
    words = facility_words()
    told = {
        "Region Kalmar län": ("region", "egen_regi"), "Region Östergötland": ("region", "egen_regi"), "Kalmar kommun": ("kommun", "egen_regi"),
        "Capio": (None, None), "Apoteket AB": (None, None), "Kalmar": (None, None), "Praktikertjänst Region Kalmar": (None, None), "": (None, None),
        "Atlantis kommun": (None, None), "Region Nordpolen": (None, None),
    }  # fmt: skip
    assert {operator: principal_of(operator, words) for operator in told} == told


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [
        ("query_timed_out", errors.Remark, "timed out in"), ("run_out_memory", errors.Remark, "513 MB"),
        ("generic_error", errors.Remark, "FAKE error"), ("bad_query", errors.Rejected, "Invalid parameter for print"),
        ("empty_osm_file", errors.WrongContent, ""), ("error_decode_utf8", errors.WrongContent, ""),
    ],
)  # fmt: skip
def test_recorded_bodies(server, client, name, error, says):
    path = shared_file(f"data/overpass_bodies/{name}.xml")
    server.page = servers.read_body(path, "application/osm3s+xml")
    with pytest.raises(error) as raised:
        source(server).fetch(client)
    assert says in sentence(raised.value)
