"""Plan files of every form: what is read of them, and the sentence for each thing that is wrong in them."""

import json

import pytest
from osgeo import ogr

from narvard_plugin.sources.errors import BadPlanFile, HostileFile
from narvard_plugin.sources.ngp_items import read_items as rows_of_items
from narvard_plugin.sources.plans import reading, shapes
from narvard_plugin.sources.plans.ngp_plans import read_stored
from narvard_plugin.sources.plans.plan_file import AUTO, GML, read_plan_file
from narvard_plugin.sources.plans.ss637040 import system_named
from narvard_plugin.sources.sentences import sentence

from ...shared import shared_file
from .files import CARE, HEIGHT, PLAN, USE, as_bytes, asked, changed, gml, items, specification, square, surface

FEATURE = ("features", 0, "properties")


def read(told, **more):
    return read_plan_file("fil", told if isinstance(told, bytes) else as_bytes(told), AUTO, asked(**more))


def refused(match, told, **more):
    with pytest.raises((BadPlanFile, HostileFile)) as error:
        read(told, **more)
    assert match.lower() in sentence(error.value).lower(), sentence(error.value)


def shape(wkb):
    found = ogr.CreateGeometryFromWkb(bytes(wkb))
    assert found.IsValid() and found.GetCoordinateDimension() == 2
    return found


def areas(plan):
    return [shape(wkb).GetArea() for wkb in plan.areas]


def box(wkb):
    return [round(number) for number in shape(wkb).GetEnvelope()]


def test_the_specification_is_read_whole():
    [plan] = read(specification())
    assert plan.case == {
        "kind": "detaljplan", "municipality": "0580", "name": "Kv Exemplet", "designation": "0580K-SYN1", "national_id": PLAN,
        "municipality_reference": "SBN 2025-1", "status": "samråd", "status_date": "2026-11-01",
        "purpose": "Pröva bostäder och vård.", "implementation_months": 60, "came_by": "fil",
    }  # fmt: skip
    assert areas(plan) == [10000, 10000]  # a plan in two parts is two list items, never a multi-geometry
    assert (plan.object_version, plan.usability, plan.documents_date, plan.notes) == (1, "god", "2026-11-01", [])
    provisions = plan.provisions.set_index("national_id")
    assert provisions.loc[HEIGHT, "kind"] == "egenskapsbestämmelse" and json.loads(
        provisions.loc[HEIGHT, "regulates"]
    ) == [USE, CARE]
    assert (
        json.loads(provisions.loc[HEIGHT, "values_json"])[0]["variabelvarde"] == "92.5"
    )  # a text, as it was published
    assert provisions.loc[USE, ["catalogue_id", "motive", "valid_months"]].tolist() == ["b-id", "Behov.", 120]
    assert plan.documents[["name", "role", "investigation"]].values.tolist() == [
        ["Plankarta", "plankarta", None], ["Grundkarta", "grundkarta", None], ["Planbeskrivning", "planbeskrivning", None],
        ["PM buller", "planeringsunderlag", "bullerutredning"],
    ]  # fmt: skip


@pytest.mark.parametrize("zone", shapes.SYSTEMS)
def test_every_zone_of_sweref_lands_where_it_should(zone):
    """T38: coordinates in the properties, in a local zone. Each zone's central meridian is easting 150 000 by definition."""
    x, y = (500000.0, 6474000.0) if zone == 3006 else (150000.0, 6474000.0)
    [plan] = read(specification(x, y, f"EPSG:{zone}"))
    where = shape(plan.areas[0]).Centroid()
    meridian = {v: k for k, v in shapes.ZONES.items()}.get(zone, "15 00").split()
    degrees = int(meridian[0]) + int(meridian[1]) / 60
    back = shapes.way_to_tm(4326).TransformPoint(degrees, 58.4)  # the same meridian, at about the same latitude
    assert abs(where.GetX() - back[0]) < 2000 and areas(plan)[0] == pytest.approx(10000, rel=0.006)


def test_an_administrative_provision_is_read_though_descriptions_leave_it_out():
    told = changed(specification(), ("features", 3, "properties", "feature:typ"), "administrativ bestämmelse")
    assert read(told)[0].provisions["kind"].tolist()[-1] == "administrativ bestämmelse"


def test_lines_and_points_are_places_too():
    told = specification()
    line = {"typ": "linje", "koordinatsystemPlan": "EPSG:3006",
            "position": {"type": "LineString", "coordinates": [[536000, 6474000], [536010, 6474000, 12.5]]}}  # fmt: skip
    point = {
        "typ": "punkt",
        "koordinatsystemPlan": "EPSG:3006",
        "position": {"type": "Point", "coordinates": [536000, 6474000]},
    }
    places = [{"geometri": one, "geometrimetadata": {}} for one in (line, point)]
    told = changed(told, ("features", 1, "properties", "bestammelsegeometri"), places[:1])
    told = changed(told, ("features", 2, "properties", "bestammelsegeometri"), places[1:])
    told = changed(
        told, ("features", 3, "properties", "bestammelsegeometri"), [*places, surface(square(536000.0, 6474000.0))]
    )
    kinds = [shape(wkb).GetGeometryName() for wkb in read(told)[0].provisions["wkb"]]
    assert kinds == ["MULTILINESTRING", "POINT", "GEOMETRYCOLLECTION"]


@pytest.mark.parametrize(
    ("path", "value", "match"),
    [
        ((*FEATURE, "objektidentitet"), ..., "without objektidentitet"),
        ((*FEATURE, "objektidentitet"), USE, "stands twice"),
        ((*FEATURE, "objektidentitet"), "another", "not in the file"),
        ((*FEATURE, "feature:typ"), "översiktsplan", "unknown kind (översiktsplan)"),
        ((*FEATURE, "feature:typ"), "egenskapsbestämmelse", "no plan"),
        ((*FEATURE, "kommun"), "Atlantis", "Atlantis is no municipality"),
        ((*FEATURE, "kommun"), ..., "MUNICIPALITY"),
        ((*FEATURE, "plangeometri"), ..., "no geometry"),
        ((*FEATURE, "plangeometri"), [], "no geometry"),
        ((*FEATURE, "plangeometri", 0, "geometri", "koordinatsystemPlan"), "EPSG:3857", "coordinate system is unknown"),
        ((*FEATURE, "plangeometri", 0, "geometri", "koordinatsystemPlan"), "EPSG:3008", "outside Sweden"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"), [square(6474000.0, 536000.0)], "outside Sweden"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"), [[[1, 2], [3, 4]]], "outside Sweden"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"), [], "no list of points"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"), [[["a", 1]]], "no list of points"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"), [[[True, False]]], "no list of points"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"),
         [[[536000, 6474000], [536010, 6474000], [536000, 6474000]]], "fewer than three corners"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "coordinates"),
         [[[536000, 6474000], [536010, 6474000], [536020, 6474000], [536000, 6474000]]], "its area is nothing"),
        ((*FEATURE, "plangeometri", 0, "geometri", "position", "type"), "Circle", "Circle"),
        (("features", 1, "properties", "detaljplan"), "99999999-9999-4999-8999-999999999999", "not in the file"),
        (("features", 1, "properties", "bestammelsegeometri"), ..., "no geometry"),
        (("feature:mediatyp",), "application/vnd.lm.detaljplan.v9+json", "v9"),
        (("features",), [], "no plan"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_specification_is_said(path, value, match):
    refused(match, changed(specification(), path, value))


def test_an_unknown_status_is_left_out_and_told():
    [plan] = read(changed(specification(), (*FEATURE, "status"), "på gång"))
    assert "status" not in plan.case and "på gång" in plan.notes[0]


def test_a_ring_that_is_open_is_closed_and_one_that_crosses_itself_mended_and_both_counted():
    bow = [[536000, 6474000], [536100, 6474100], [536100, 6474000], [536000, 6474100]]
    [plan] = read(changed(specification(), (*FEATURE, "plangeometri"), [surface(bow)]))
    assert areas(plan) == [5000] and len(plan.notes) == 2 and all("1" in note for note in plan.notes)


def test_a_hole_stays_a_hole():
    rings = [square(536000.0, 6474000.0), square(536020.0, 6474020.0, 10.0)]
    [plan] = read(changed(specification(), (*FEATURE, "plangeometri"), [surface(*rings)]))
    assert areas(plan) == [9900]


@pytest.mark.parametrize("dotted", [False, True])
def test_items_are_read_nested_or_dotted_with_their_documents_and_in_metres(dotted):
    """T37 and T40: OGR would lose the documents and take the metres for degrees."""
    [plan] = read(items(dotted))
    assert {
        "municipality": "0580",
        "national_id": PLAN,
        "status": "samråd",
        "came_by": "NGP",
    }.items() <= plan.case.items()
    assert box(plan.areas[0]) == [536000, 536100, 6474000, 6474100]
    assert plan.documents[["name", "role", "url"]].values.tolist() == [
        ["Plankarta", "plankarta", "https://plan.test/plankarta.pdf"],
        ["PM buller", "planeringsunderlag", "https://plan.test/buller.pdf"],
    ]
    assert plan.provisions[["national_id", "catalogue_id", "category"]].values.tolist() == [[USE, "b-id", "Bostäder"]]


@pytest.mark.parametrize(
    ("path", "value", "match"),
    [
        (("features", 1, "properties", "detaljplan", "objektidentitet"), "other", "not in the file"),
        (("features", 0, "properties", "feature", "typ"), "karta", "unknown kind"),
        (("features", 0, "geometry", "coordinates"), [square(15.5, 58.4, 0.01)], "outside Sweden"),
    ],
)
def test_what_is_wrong_in_items_is_said(path, value, match):
    refused(match, changed(items(), path, value))


def test_the_same_plan_twice_in_items():
    told = items()
    refused("stands twice", {**told, "features": [told["features"][0]] * 2})


def test_no_item_is_not_no_plan():
    """T39."""
    with pytest.raises(BadPlanFile) as error:
        read_plan_file("fil", as_bytes({"type": "FeatureCollection", "features": []}), "ngp", asked())
    assert "does not mean that there is none" in sentence(error.value)


def test_an_item_without_area_is_a_case_that_is_only_heard_of():
    [plan] = read(changed(items(), ("features", 0, "geometry"), None))
    assert plan.areas == [] and "no area" in plan.notes[0]


def test_what_was_fetched_says_the_same_as_the_file():
    told = items()["features"]
    found = rows_of_items(told[:1], "0580", (), "plats")
    [stored] = read_stored(found.rows.assign(geom=found.wkb), asked())
    [from_file] = read({"type": "FeatureCollection", "features": told[:1]})
    assert stored.case == from_file.case and box(stored.areas[0]) == box(from_file.areas[0])
    assert stored.documents.equals(from_file.documents)


def test_gml_is_chained_of_its_boundaries_northing_first():
    """T43."""
    [plan] = read(gml())
    assert {
        "municipality": "1290",
        "name": "Åbacken",
        "designation": "BN 1",
        "national_id": PLAN,
    }.items() <= plan.case.items()
    assert plan.documents_date == "2017-05-15" and plan.notes == []
    assert areas(plan) == [pytest.approx(20000, abs=20)]
    rows = plan.provisions[["national_id", "kind", "code", "designation", "regulates"]].values.tolist()
    assert rows == [
        [USE, "användningsbestämmelse", "DP_KM_R_A", "D1", None],
        [HEIGHT, "egenskapsbestämmelse", "DP_KM_Eg_Utform_Nockhojd_Meter", None, json.dumps([USE])],
        [CARE, "användningsbestämmelse", "DP_AP_Ko_Gata", "GATA", None],
        ["u4", "administrativ bestämmelse", "DP_PO_Ad_Genomforande", None, None],
    ]
    west, east = (box(plan.provisions["wkb"][at]) for at in (0, 2))
    assert west[0] < east[0] and abs(west[1] - east[0]) <= 3 and west[2] > 6_050_000  # R lies west of the street


def test_gml_without_system_asks_where_it_would_lie():
    told = gml(system="")
    refused("Say it in CRS", told)
    refused("Say it in CRS", told, systems_at=lambda *_: [3007, 3008])  # two are no answer
    [proposed] = read(told, systems_at=lambda east, north, municipality: [3008] if east < north else [])
    assert "EPSG:3008" in proposed.notes[0]
    [said] = read(told, system=3008)
    assert list(said.areas) == list(proposed.areas) == list(read(gml())[0].areas)


def test_what_the_user_says_goes_before_what_the_file_says_and_is_told():
    [plan] = read(gml(), system=3009)
    assert "SWEREF99_13_30" in plan.notes[0] and "EPSG:3009" in plan.notes[0]
    assert box(plan.areas[0])[0] != box(read(gml())[0].areas[0])[0]


@pytest.mark.parametrize(
    ("told", "system"),
    [
        ("SWEREF99_13_30", 3008), ("SWEREF 99 TM", 3006), ("sweref99 1800", 3011), ("EPSG:3018", 3018), ("SWEREF-99 16.30", 3010),
        ("RT 90 2.5 gon V", None), ("SWEREF 99 11 11", None), ("", None), ("EPSG:30067", None),
    ],
)  # fmt: skip
def test_names_of_systems(told, system):
    assert system_named(told) == system


@pytest.mark.parametrize(
    ("before", "after", "match"),
    [
        ('href="#vast"', 'href="#nowhere"', "does not hold it"),
        ('href="#L7"', 'href="#L99"', "boundary L99 is not in the file"),
        ('<plus xlink:href="#L6"/>', "", "do not close: 100.00 m"),
        ('gml:id="L2"', 'gml:id="L1"', "id of another"),
        ("6228000.0 198000.0", "6228000.0", "no list of points"),
        ("6228000.0 198000.0", "nan 198000.0", "no list of points"),
        ("6228000.0 198000.0", "1e999 198000.0", "no list of points"),
        ("6228000.0 198000.0", "198000.0 6228000.0", "do not close"),
        ('<planomrade xlink:href="#plan"/>', "", "no geometry"),
        ("<plannamn>Åbacken</plannamn>", "", ""),
        ("<kommun>1290</kommun>", "<kommun>7777</kommun>", "7777 is no municipality"),
        ("DP_Plan ", "DP_Annat ", "not safe to open"),
        ("</DP_Data>", "", "not safe to open"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_gml_is_said(before, after, match):
    told = gml()
    assert before in told
    if match:
        refused(match, told.replace(before, after, 1 if "L6" not in before else -1))
    else:
        assert read(told.replace(before, after))[0].case["name"] == "BN 1"


def test_arcs_become_short_lines():
    arc = "<gml:Arc><gml:posList>6228000 198100 6228050 198150 6228100 198100</gml:posList></gml:Arc>"
    straight = gml().split('gml:id="cL7"><gml:segments>')[1].split("</gml:segments>")[0]
    [plan] = read(gml().replace(straight, arc))
    half_disc = 3.14159 * 50**2 / 2
    assert areas(plan) == [pytest.approx(20000, abs=20)]
    west = shape(plan.provisions["wkb"][0]).GetArea()
    assert west == pytest.approx(10000 + half_disc, rel=0.005)
    refused("three points", gml().replace(straight, arc.replace(" 6228100 198100", "")))


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, EXTERNAL])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(doctype, encoding):
    head, body = gml().split("\n", 1)
    told = f"{head.replace('utf-8', encoding)}{doctype}{body.replace('Åbacken', '&a;')}"
    refused("not safe to open", told.encode(encoding))


def test_endless_nesting_is_refused():
    refused(
        "nested", gml().replace("<plan>", "<plan>" + "<a>" * 5000).replace("</DP_Data>", "</a>" * 5000 + "</DP_Data>")
    )
    refused("nested far too deep", b'{"feature:mediatyp":' + b"[" * 200_000 + b"]" * 200_000 + b"}")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings(encoding):
    assert read(as_bytes(specification()).decode().encode(encoding))[0].case["name"] == "Kv Exemplet"
    assert read(gml().replace("utf-8", encoding[:6]).encode(encoding))[0].case["name"] == "Åbacken"


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "empty"), (b"\xef\xbb\xbf \n", "empty"), (b"<html><body>Fel</body></html>", "not by SS 637040"),
        ("{}".encode("utf-16-le"), "no whole JSON"), (b'{"a": "\xe5"}', "not in UTF-8"), (b'{"a": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', "stands twice"), (b'{"a": 1e999}', "1e999"), (b'{"a": "\\ud800"}', "no whole JSON"),
        (b'{"feature:mediatyp": "application/vnd.lm.detaljplan.v4+json", "features": 7}', "unknown kind"),
    ],
)  # fmt: skip
def test_files_that_are_none(content, match):
    refused(match, content)


def test_what_may_be_a_layer_is_left_to_be_one():
    assert (
        read(b"PK\x03\x04") == read(b"SQLite format 3\0") == read({"type": "FeatureCollection", "features": []}) == []
    )


@pytest.mark.parametrize("told", [specification(), gml()], ids=["specification", "gml"])
def test_a_file_that_is_far_too_large_is_not_read(told, monkeypatch):
    content = as_bytes(told)
    for module in (reading, __import__("narvard_plugin.sources.plans.ss637040", fromlist=["x"])):
        monkeypatch.setattr(module, "MOST_BYTES", len(content) - 1)
    refused("larger than", content)


def test_more_points_than_any_plan_has(monkeypatch):
    monkeypatch.setattr(shapes, "MOST_POINTS", 20)
    refused("more than 20 points", specification())


def test_the_real_sample():
    """One municipality's plan as a planning program wrote it, by the standard of 2016."""
    content = shared_file("data/detaljplan/plankarta_qgissverige_2018.xml").read_bytes()
    [plan] = read_plan_file("plankarta.xml", content, GML, asked())
    assert plan.case["municipality"] == "1290" and plan.case["name"] == "Oppmanna-Tollarp 2:32 och del av 1:22"
    assert content.count(b"<DP_Grans ") == 25 and content.count(b"<DP_Omrade ") == 12
    assert plan.provisions["kind"].value_counts().to_dict() == {
        "användningsbestämmelse": 7, "egenskapsbestämmelse": 10, "administrativ bestämmelse": 6,
    }  # fmt: skip
    whole = shape(plan.areas[0])
    assert whole.GetArea() == pytest.approx(19548, abs=2)
    uses = plan.provisions[plan.provisions["kind"] == "användningsbestämmelse"]
    parts = {bytes(wkb): shape(wkb) for wkb in uses["wkb"]}  # two uses share an area
    assert sum(part.GetArea() for part in parts.values()) == pytest.approx(whole.GetArea(), abs=1)
    assert all(whole.Buffer(0.01).Contains(shape(wkb)) for wkb in plan.provisions["wkb"])
    assert box(plan.areas[0]) == [455561, 455765, 6225454, 6225690]  # by Oppmannasjön in Kristianstad


def test_the_synthetic_samples():
    folder = "data/detaljplan/"
    [plan] = read(shared_file(folder + "plan_v4_1_SYNTHETIC.json").read_bytes())
    assert (areas(plan), len(plan.provisions), plan.documents["name"].tolist()) == ([120000], 2, ["PM buller"])
    [item] = read(shared_file(folder + "ngp_stac_items_SYNTHETIC.json").read_bytes())
    assert (areas(item), len(item.provisions), item.documents["role"].tolist()) == ([120000], 1, ["plankarta"])
