"""Municipalities' own maps of plans from outside: the same plans from ArcGIS, WFS and GeoJSON, whole or not at all."""

import contextlib
import json
from datetime import datetime, timezone

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from narvard_plugin.core.plans.plan_words import columns_of, status_of
from narvard_plugin.sources import errors
from narvard_plugin.sources.plans.map_features import geojson_features, system_of
from narvard_plugin.sources.plans.map_gml import gml_features
from narvard_plugin.sources.plans.municipal_map import ARCGIS, GEOJSON, WFS, Map, MunicipalMap, form_of
from narvard_plugin.sources.plans.words import plan_words
from narvard_plugin.sources.sentences import sentence
from tests.sources.impatient import impatient
from tests.sources.servers.base import FAULTS
from tests.sources.servers.municipal import Municipal

NONE = pd.DataFrame(columns=["item_id", "source", "municipality", "name"])
NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
FORMS = {ARCGIS: "arcgis", WFS: "wfs", GEOJSON: "geojson"}


def box(number, side=200, hole=False):
    x, y = 536_000 + 1000 * number, 6_474_000
    rings = [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]
    if hole:
        rings.append([[x + 50, y + 50], [x + 50, y + 100], [x + 100, y + 100], [x + 100, y + 50], [x + 50, y + 50]])
    return {"type": "Polygon", "coordinates": rings}


def plan(number, status="Samråd", geometry=None, **more):
    told = {
        "PLANNAMN": f"Plan {number}",
        "DNR": f"KS 2026/{number:03}",
        "SKEDE": status,
        "UPPDATERAD": "2026-06-01",
        **more,
    }
    return {"type": "Feature", "properties": told, "geometry": geometry or box(number, hole=number == 2)}


def plans():
    return [plan(1), plan(2, "Utställning"), plan(3, "Laga kraft"), plan(4, "Hos konsulten"), plan(5, "Ej påbörjad"),
            plan(6, "Granskning pågår"), plan(7, "Antagen 2026-01-02")]  # fmt: skip


@pytest.fixture
def server():
    with Municipal(plans()) as running:
        yield running


@pytest.fixture
def client():
    return impatient()


def fetched(server, client, form, stored=NONE, **more):
    asked = Map(getattr(server, FORMS[form]), **{"municipality": "0580", "name": "Kartan", **more})
    return MunicipalMap(asked, lambda text: {"Linköping": "0580", "Mjölby": "0586"}.get(text), stored, NOW).fetch(
        client
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_the_same_plans(server, client, form):
    items, checks = fetched(server, client, form).parts
    rows = items.rows.set_index("name")
    assert rows["status"].to_dict() == {
        "Plan 1": "samråd", "Plan 2": "granskning", "Plan 3": "laga kraft", "Plan 4": "Hos konsulten", "Plan 5": "planuppdrag",
        "Plan 6": "granskning", "Plan 7": "antagen",
    }  # fmt: skip
    assert set(rows["status_date"]) == {"2026-06-01"}, "the day in Sweden, whatever the service counts from"
    areas = [ogr.CreateGeometryFromWkb(wkb) for wkb in items.wkb]
    assert [round(area.GetArea()) for area in areas] == [40000, 37500, *[40000] * 5], "the second has a hole"
    assert areas[0].GetEnvelope() == (537_000, 537_200, 6_474_000, 6_474_200)
    assert set(rows["municipality"]) == {"0580"} and set(rows["source"]) == {"Kartan"}
    assert json.loads(rows.loc["Plan 1", "properties"])["DNR"] == "KS 2026/001"
    assert checks.rows[["municipality", "source", "found"]].values.tolist() == [["0580", "Kartan", 7]]
    again = fetched(server, client, form).parts[0].rows
    assert list(again["item_id"]) == list(items.rows["item_id"])


@pytest.mark.parametrize("form", FORMS)
def test_notes_say_how_it_was_read_and_which_words_are_not_known(server, client, form):
    notes = " ".join(fetched(server, client, form).notes)
    assert "name = PLANNAMN" in notes and "municipality_reference = DNR" in notes and "status = SKEDE" in notes
    assert "1 words are not known" in notes and "status = Hos konsulten" in notes


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found_is_a_check_too(server, client, form):
    server.features = []
    found = fetched(server, client, form)
    items, checks = found.parts
    assert items.rows.empty and checks.rows["found"].tolist() == [0]
    assert "does not mean that there are none" in " ".join(found.notes)


@pytest.mark.parametrize(
    ("form", "oddity"),
    [(ARCGIS, "no_paging"), (ARCGIS, "map_server"), (WFS, "no_json"), (WFS, "no_total"), (WFS, "no_total no_hits")],
)
def test_services_that_answer_in_their_own_way_give_the_whole_too(server, client, form, oddity):
    server.odd = set(oddity.split())
    assert len(fetched(server, client, form).parts[0].rows) == 7


@pytest.mark.parametrize(
    ("form", "oddity", "error", "says"),
    [
        (ARCGIS, "counts_too_many", errors.Incomplete, "8"),
        (ARCGIS, "ignores_offset", errors.Incomplete, ""),
        (ARCGIS, "numbers_again", errors.Incomplete, ""),
        (ARCGIS, "other_crs", errors.Unreadable, "3857"),
        (ARCGIS, "token_required", errors.Rejected, "Token Required"),
        (WFS, "counts_too_many", errors.Incomplete, "8"),
        (WFS, "ignores_start", errors.Incomplete, ""),
        (WFS, "no_total no_hits ignores_start", errors.Incomplete, ""),
        (WFS, "several_layers", errors.WrongChoice, "plan:gallande"),
        (WFS, "north_first_json", errors.Unreadable, "EPSG:3006"),
        (GEOJSON, "north_first_json", errors.Unreadable, "EPSG:3006"),
    ],
)
def test_an_answer_that_may_not_be_believed_gives_nothing(server, client, form, oddity, error, says):
    server.odd = set(oddity.split())
    with pytest.raises(error) as raised:
        fetched(server, client, form)
    assert says in sentence(raised.value)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("huge", "too_many", "slow")])
def test_a_fault_at_any_request_gives_nothing(server, client, form, fault):
    fetched(server, client, form)
    for number in range(len(server.asked)):
        server.misbehave(fault, times=None, after=number)
        with pytest.raises(errors.SourceError) as raised:
            fetched(server, client, form)
        assert len(sentence(raised.value)) > 60


def test_a_whole_arcgis_service_and_a_field_that_is_not_there(server, client):
    asked = Map(server.arcgis[:-2], municipality="0580")
    with pytest.raises(errors.WrongChoice, match="0 Pågående planer; 1 Gällande"):
        MunicipalMap(asked, lambda text: None, NONE, NOW).fetch(client)
    with pytest.raises(errors.WrongChoice, match=r"no field NAMN.*PLANNAMN"):
        fetched(server, client, WFS, mapping={"name": "NAMN"})
    with pytest.raises(errors.WrongChoice, match="Write it in MUNICIPALITY"):
        fetched(server, client, WFS, municipality="")


def test_a_map_of_several_municipalities_joined_parts_and_what_is_left_out(server, client):
    server.features = [
        plan(1, KOMMUN="Linköping"), plan(2, KOMMUN="Mjölby"), plan(1, KOMMUN="Linköping", geometry=box(9)),
        plan(3, KOMMUN="Paris"), {**plan(4, KOMMUN="Mjölby"), "geometry": None}, plan(5, KOMMUN="Mjölby", PLANNAMN=None),
    ]  # fmt: skip
    found = fetched(server, client, GEOJSON, municipality="")
    items, checks = found.parts
    assert items.rows["name"].tolist() == ["Plan 1", "Plan 2", "Plan 4"]
    assert ogr.CreateGeometryFromWkb(items.wkb[0]).GetArea() == pytest.approx(80000) and items.wkb[2] is None
    assert checks.rows[["municipality", "found"]].values.tolist() == [["0580", 1], ["0586", 2]]
    notes = " ".join(found.notes)
    assert "1 objects lie in another municipality" in notes and "1 plans came without an area" in notes
    assert "1 objects have neither name" in notes and "were joined with it" in notes
    only = fetched(server, client, GEOJSON, municipality="0586").parts[0].rows
    assert set(only["municipality"]) == {"0586"} and len(only) == 2


def test_only_this_maps_plans_of_the_municipality_are_replaced(server, client):
    stored = pd.DataFrame(
        {"item_id": ["gone", "ngp", "other"], "source": ["Kartan", "ngp", "Kartan"], "municipality": ["0580", "0580", "0586"],
         "name": ["Borta", "N", "O"]}
    )  # fmt: skip
    found = fetched(server, client, GEOJSON, stored=stored)
    within = set(found.parts[0].within["item_id"])
    assert "gone" in within and not within & {"ngp", "other"}
    assert "no longer at the source" in " ".join(found.notes) and "Borta" in " ".join(found.notes)


@pytest.mark.parametrize(
    ("crs", "point", "inside"),
    [
        (None, [15.6, 58.4], True),  # degrees, as the standard has it
        (None, [536000, 6474000], True),  # nothing else can have such numbers
        ("urn:ogc:def:crs:OGC:1.3:CRS84", [15.6, 58.4], True),
        ("urn:ogc:def:crs:EPSG::3010", [100000, 6474000], True),
        ("EPSG:3857", [1736000, 8050000], True),
        (None, [150000, 6474000], False),  # a local zone that nobody named
        ("urn:ogc:def:crs:EPSG::3006", [6474000, 536000], False),
        ("urn:ogc:def:crs:EPSG::3010", [536000, 6474000], False),
        ("urn:ogc:def:crs:LOCAL", [536000, 6474000], False),
    ],
)
def test_coordinate_systems_of_geojson(crs, point, inside):
    x, y = point
    step = 0.01 if x < 180 else 100
    ring = [[x, y], [x + step, y], [x + step, y + step], [x, y]]
    told = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}],
    }
    if crs:
        told["crs"] = {"type": "name", "properties": {"name": crs}}
    if not inside:
        with pytest.raises(errors.Unreadable):
            geojson_features(told, "karta")
        return
    (found,) = geojson_features(told, "karta")
    west, _, south, _ = found.area.GetEnvelope()
    assert 400_000 < west < 700_000 and 6_400_000 < south < 6_550_000


def test_names_of_coordinate_systems_and_forms_of_addresses():
    assert [system_of(name) for name in ("EPSG:3006", "http://www.opengis.net/def/crs/EPSG/0/3010", "CRS84", "RT90")] == [
        3006, 3010, 4326, None,
    ]  # fmt: skip
    assert form_of("https://karta.example/arcgis/rest/services/P/MapServer/3") == ARCGIS
    assert form_of("https://karta.example/geoserver/ows?service=WFS") == WFS
    assert form_of("https://karta.example/planer.json") == GEOJSON


def test_days_as_text_and_as_milliseconds_of_a_swedish_midnight(tmp_path):
    told = [
        1767567600000,
        "1782856800000",
        1767567600000.0,
        "2026-01-05T00:00:00",
        "5 januari 2026",
        20260105,
        "våren",
        -1,
        None,
    ]
    path = tmp_path / "k.geojson"
    features = [
        {"type": "Feature", "properties": {"NAMN": f"P{at}", "STATUSDATUM": day}} for at, day in enumerate(told)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    fetched = MunicipalMap(Map(str(path), municipality="9901"), lambda told: told, NONE).fetch(None)
    days = dict(zip(fetched.parts[0].rows["name"], fetched.parts[0].rows["status_date"]))
    assert [days[f"P{at}"] for at in range(len(told))] == [
        "2026-01-05", "2026-07-01", "2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05", None, None, None,
    ]  # fmt: skip
    assert any("status_date = våren" in note for note in fetched.notes), "what is not understood is told"


def test_stages_in_the_municipalities_own_words():
    words = plan_words()
    told = {"Samråd": "samråd", "EFTER GRANSKNING": "granskning", "Inför samråd": "påbörjad", "Vunnit laga kraft": "laga kraft",
            "Ej antagen": None, "Samråd och granskning": None, "": None, "Överklagad till MÖD": "överklagad"}  # fmt: skip
    assert {text: status_of(text, words) for text in told} == told
    assert columns_of(["ÄRENDE", "Skede", "Plannamn", "Namn", "x"], words) == {
        "municipality_reference": "ÄRENDE", "name": "Plannamn", "status": "Skede",
    }  # fmt: skip


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
                        ["type", "features", "geometry", "coordinates", "properties", "id", "crs"]), inner, max_size=4), max_leaves=25))  # fmt: skip
def test_any_json_is_a_collection_or_refused(told):
    for value in (
        told,
        {"type": "FeatureCollection", "features": told},
        {"type": "FeatureCollection", "features": [told]},
    ):
        with contextlib.suppress(errors.SourceError):
            geojson_features(value, "karta")


def test_any_bytes_are_gml_or_refused(server):
    whole = server._gml(plans(), 0).encode()
    for at in range(0, len(whole), 37):
        for broken in (whole[:at], whole[:at] + b"<a>" + whole[at:], whole[:at] + b"7" + whole[at + 1 :]):
            with contextlib.suppress(errors.SourceError):
                gml_features(broken, "karta")
