"""Published plans: every page, nested or dotted, in metres, with their documents; and no hit is never no plan."""

import json
from contextlib import nullcontext

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from narvard_plugin.sources import errors
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.sources.new_files import NewFiles
from narvard_plugin.sources.ngp import Ngp, chosen_stages
from narvard_plugin.sources.ngp_items import read_items, value_of
from narvard_plugin.sources.sentences import sentence
from tests.shared import shared_file
from tests.sources.impatient import files_in, impatient, told
from tests.sources.servers.base import FAULTS
from tests.sources.servers.ngp import KEY, SECRET, NgpServer, plan_uuid

ACCOUNT = Credentials(KEY, SECRET)


def item(number, municipality="9901", status="samråd", kind="detaljplan"):
    x, y = 760000 + 1000 * number, 6300000
    ring = [[x, y], [x + 400, y], [x + 400, y + 300], [x, y + 300], [x, y]]
    identity = plan_uuid(f"{number:03}")
    return {
        "type": "Feature", "id": identity, "collection": municipality, "bbox": [x, y, x + 400, y + 300],
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "title": "Titel", "feature": {"typ": kind},
            "detaljplan": {
                "beteckning": f"P{number}", "namn": f"Kv {number}", "status": status, "typ": "detaljplan",
                "datumPaborjat": "2025-03-01", "datumStatusforandring": "2026-11-01T08:00:00Z", "anvandbarhet": "god",
            },
        },
        "assets": {"a1": {"href": f"{{host}}/distribution/geodatakatalog/nedladdning/v1/asset/{identity}", "title": "Plankarta"}},
    }  # fmt: skip


@pytest.fixture
def server():
    items = [*(item(n) for n in range(5)), item(5, status="laga kraft"), item(6, "9902", "granskning"),
             item(7, kind="användningsbestämmelse")]  # fmt: skip
    with NgpServer(items, ["9901", "9902", "9903"]) as running:
        yield running


def stored(*rows) -> pd.DataFrame:
    """Stored plans of (item_id, source, municipality, status)."""
    frame = pd.DataFrame(rows, columns=["item_id", "source", "municipality", "status"], dtype=object)
    return frame.assign(designation=frame["item_id"])


def fetch(server, client=None, documents=None, **more):
    chosen = {
        "municipalities": ["9901", "9902", "9903"], "sign_in_url": f"{server.url}/oauth2/token", "stored": stored(), **more
    }  # fmt: skip
    with NewFiles(documents) if documents else nullcontext() as files:
        return Ngp(server.base, ACCOUNT, documents=files, **chosen).fetch(client or impatient())


def test_every_plan_with_what_it_is_and_where(server):
    fetched = fetch(server)
    plans, checks = fetched.parts
    assert (plans.table, checks.table) == ("plan_items", "plan_checks")
    assert sorted(plans.rows["designation"]) == ["P0", "P1", "P2", "P3", "P4", "P5", "P6"]
    first = plans.rows.set_index("designation").loc["P3"]
    assert first[["name", "status", "begun", "status_date", "in_force", "usability", "municipality"]].tolist() == [
        "Kv 3", "samråd", "2025-03-01", "2026-11-01", None, "god", "9901",
    ]  # fmt: skip
    assert json.loads(first["assets"])["a1"]["title"] == "Plankarta"
    shape = ogr.CreateGeometryFromWkb(plans.wkb[plans.rows["designation"].tolist().index("P3")])
    assert (shape.GetGeometryName(), shape.GetArea(), shape.GetEnvelope()[0]) == ("MULTIPOLYGON", 120000.0, 763000.0)
    assert dict(zip(checks.rows["municipality"], checks.rows["found"])) == {"9901": 6, "9902": 1, "9903": 0}
    assert "No digital plan was found in 9903. That does not mean that there is none" in fetched.notes[0]
    assert server.tokens_given == 1


@pytest.mark.parametrize("odd", [(), ("links",), ("get_links",), ("caps_pages",), ("caps_pages", "links"), ("dotted",)])
def test_pages_come_in_several_ways_and_names_in_two(server, odd, monkeypatch):
    monkeypatch.setattr("narvard_plugin.sources.ngp._PAGE", 2)
    server.odd.update(odd)
    rows = fetch(server).parts[0].rows
    assert sorted(rows["designation"]) == [f"P{n}" for n in range(7)]
    assert set(rows["status"]) == {"samråd", "laga kraft", "granskning"}


def test_a_service_without_after_id_is_believed_where_its_page_is_not_full(server):
    server.odd.add("ignores_after_id")
    assert len(fetch(server).parts[0].rows) == 7


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        ("ignores_after_id", "gave 2 objects but says that there are 4"),
        ("repeats", "objects but says that there are"),
        ("counts_wrong", "gave 6 objects but says that there are 7"),
        ("lonlat", "EPSG:3006 E,N"),
        ("swapped", "EPSG:3006 E,N"),
        ("other_municipality", "9901 ≠ 9902"),
        ("not_ordered", "refused (code 403): Resource forbidden"),
        ("tokens_die_at_once", "refused (code 401): Missing Credentials"),
        ("link_to_stranger", "it sends the account on to http://localhost:9/search/next"),
        ("page_for_token", "/oauth2/token answered with text/html where application/json was expected: Logga in"),
        ("token_goes_round", "redirects without end"),
    ],
)
def test_an_answer_that_is_not_whole_or_not_what_was_asked_for(server, odd, words, monkeypatch):
    if odd in ("ignores_after_id", "link_to_stranger"):
        monkeypatch.setattr("narvard_plugin.sources.ngp._PAGE", 2)
    server.odd.add(odd)
    assert words in told(lambda: fetch(server, municipalities=["9901"]))


def test_provisions_are_counted_and_left(server):
    server.odd.add("mixed")
    fetched = fetch(server, municipalities=["9901"])
    assert len(fetched.parts[0].rows) == 6
    assert "Left for the plan register, not stored here: 1 användningsbestämmelse." in fetched.notes


def test_stages_are_asked_for_and_stand_instead_of_their_own_alone(server):
    kept = stored(
        (plan_uuid("005"), "ngp", "9901", "samråd"),
        ("borta", "ngp", "9901", "laga kraft"),
        ("annan", "boverket", "9901", "laga kraft"),
        ("kvar", "ngp", "9902", "antagen"),
    )
    fetched = fetch(server, statuses=["laga kraft"], stored=kept)
    plans = fetched.parts[0]
    assert "1 stored plans are no longer in these stages, and are taken out of the table: borta." in fetched.notes[1]
    assert server.asked[-1].json["query"]["detaljplan.status"] == {"eq": "laga kraft"}
    assert plans.rows["designation"].tolist() == ["P5"]
    assert plans.within == {"item_id": sorted([plan_uuid("005"), "borta"])}
    assert len(fetch(server, statuses=["laga kraft", "granskning"]).parts[0].rows) == 2
    some = fetch(server, statuses=["laga kraft"])
    assert set(some.parts[1].rows["source"]) == {"ngp: laga kraft"}
    assert "No digital plan in the stages laga kraft was found in 9902, 9903." in some.notes[0]
    everything = fetch(server, stored=kept)
    assert set(everything.parts[0].within["item_id"]) == {*everything.parts[0].rows["item_id"], "borta", "kvar"}
    assert "2 stored plans are no longer at the source" in everything.notes[1]
    server.odd.add("mixed")
    assert "status: " in told(lambda: fetch(server, statuses=["laga kraft"]))


def test_a_token_that_runs_out_is_asked_for_anew_and_basic_needs_none(server):
    server.life = 2
    assert len(fetch(server).parts[0].rows) == 7
    assert server.tokens_given > 1
    given = server.tokens_given
    assert len(fetch(server, sign_in_url="").parts[0].rows) == 7
    assert server.tokens_given == given
    account, address = Credentials(KEY, "oriktig-hemlighet"), f"{server.url}/token"
    wrong = Ngp(server.base, account, ["9901"], sign_in_url=address, stored=stored())
    words = told(lambda: wrong.fetch(impatient()))
    assert "/token refused (code 401)" in words and "oriktig-hemlighet" not in words


def test_documents_are_fetched_once_and_checked(server, tmp_path):
    fetched = fetch(server, documents=tmp_path / "planer", cache=Cache(tmp_path / "cache"))
    assert len(fetched.files) == 7
    assert {path.suffix for path in fetched.files} == {".pdf"}
    assert all(path.read_bytes().startswith(b"%PDF") for path in fetched.files)
    asked = len([one for one in server.asked if "/asset/" in one.path])
    again = fetch(server, documents=tmp_path / "planer", cache=Cache(tmp_path / "cache"))
    assert again.files == fetched.files
    assert len([one for one in server.asked if "/asset/" in one.path]) == asked, "kept for a month"
    server.odd.add("gone")
    gone = fetch(server, documents=tmp_path / "nya", cache=Cache(tmp_path / "tom"))
    assert gone.files == ()
    assert "7 documents are no longer at the source" in gone.notes[-1]
    server.items[0]["assets"]["a2"] = {"href": "https://example.org/plankarta.pdf"}
    elsewhere = fetch(server, documents=tmp_path / "planer", cache=Cache(tmp_path / "cache"))
    assert "1 documents lie at other hosts" in elsewhere.notes[-1] and len(elsewhere.files) == 7
    server.odd = {"wrong_document"}
    assert "damaged" in told(lambda: fetch(server, documents=tmp_path / "nya", cache=Cache(tmp_path / "tom")))
    assert files_in(tmp_path / "tom") == [] and not (tmp_path / "nya").exists()


@pytest.mark.parametrize("after", [0, 1])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_gives_a_part_of_the_plans(server, fault, after):
    """In the token, and in the first page."""
    server.misbehave(fault, times=None, after=after)
    assert "Nothing was stored" in told(lambda: fetch(server))


@pytest.mark.parametrize("fault", ["cut_off", "failing"])
def test_a_fault_at_any_request_gives_nothing(server, tmp_path, fault, monkeypatch):
    """In the token, in each page of each municipality, on the way to each document, and in the document itself."""
    monkeypatch.setattr("narvard_plugin.sources.ngp._PAGE", 1)
    server.items = sorted([item(0), item(1), item(2, "9902")], key=lambda one: one["id"])

    def attempt(name):
        return fetch(
            server, municipalities=["9901", "9902"], documents=tmp_path / name, cache=Cache(tmp_path / f"c{name}")
        )

    attempt("hela")
    total = len(server.asked)
    assert total == 1 + 3 + 2 + 2 * 3
    for number in range(total):
        server.misbehave(fault, times=None, after=number)
        assert "Nothing was stored" in told(lambda name=str(number): attempt(name)), number
        assert not (tmp_path / str(number)).exists()


def test_cancel_between_pages(server):
    answers = iter([False] * 3)
    with pytest.raises(errors.Stopped):
        fetch(server, impatient(cancelled=lambda: next(answers, True)))


def test_an_item_of_the_platform_as_it_was_described():
    page = json.loads(shared_file("data/detaljplan/ngp_stac_items_SYNTHETIC.json").read_text(encoding="utf-8"))
    plans = read_items(page["features"], "0580", ["samråd"], "https://example.org")
    row = plans.rows.iloc[0]
    assert row[["designation", "name", "status", "plan_type", "begun", "status_date", "purpose"]].tolist() == [
        "0580K-SYN1", "Kv Exemplet", "samråd", "detaljplan", "2025-03-01", "2026-11-01", None,
    ]  # fmt: skip
    assert json.loads(row["assets"])["a1"]["roles"] == ["beslutshandling"]
    assert ogr.CreateGeometryFromWkb(plans.wkb[0]).GetArea() == 400 * 300
    assert plans.left == {"användningsbestämmelse": 1}


@given(
    st.recursive(
        st.text(max_size=3), lambda inner: st.dictionaries(st.text("abc", min_size=1, max_size=2), inner, max_size=3)
    )
)
@settings(derandomize=True, max_examples=80)
def test_nested_and_dotted_names_are_one(value):
    properties = value if isinstance(value, dict) else {"a": value}
    for name, leaf in _leaves(properties):
        assert value_of(properties, name) == value_of({name: leaf}, name) == leaf


def _leaves(properties, before=""):
    for name, value in properties.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


X, Y = 761000, 6300000
RING = [[X, Y], [X + 400, Y], [X + 400, Y + 300], [X, Y + 300], [X, Y]]
HOLE = [[X + 100, Y + 100], [X + 200, Y + 100], [X + 200, Y + 200], [X + 100, Y + 200], [X + 100, Y + 100]]
ISLAND = [[X + 1000, Y], [X + 1100, Y], [X + 1100, Y + 100], [X + 1000, Y + 100], [X + 1000, Y]]
LINE = {"type": "LineString", "coordinates": RING}


def plan_with(geometry):
    return read_items([{**item(1), "geometry": geometry}], "9901", [], "https://example.org")


@pytest.mark.parametrize(
    ("geometry", "area"),
    [
        ({"type": "Polygon", "coordinates": [RING, HOLE]}, 110_000),
        ({"type": "MultiPolygon", "coordinates": [[RING, HOLE], [ISLAND]]}, 120_000),
        ({"type": "MultiPolygon", "coordinates": [[RING], []]}, 120_000),
        ({"type": "Polygon", "coordinates": [RING[:-1]]}, 120_000),
        ({"type": "Polygon", "coordinates": [[[*point, 12.5] for point in RING]]}, 120_000),
        ({"type": "GeometryCollection", "geometries": [LINE, {"type": "Polygon", "coordinates": [RING]}]}, 120_000),
    ],
)
def test_an_area_keeps_its_holes_and_all_its_parts(geometry, area):
    plans = plan_with(geometry)
    shape = ogr.CreateGeometryFromWkb(plans.wkb[0])
    assert (shape.GetGeometryName(), shape.GetCoordinateDimension()) == ("MULTIPOLYGON", 2)
    assert shape.GetArea() == area and shape.IsValid()
    assert plans.without_area == plans.crossing == []


@pytest.mark.parametrize(
    "geometry",
    [None, LINE, {"type": "Point", "coordinates": [X, Y]}, {"type": "Polygon", "coordinates": []}, {"type": "Polygon", "coordinates": None},
     {"type": "Polygon", "coordinates": [RING[:2]]}],
)  # fmt: skip
def test_a_plan_without_an_area_is_kept_and_told(geometry):
    plans = plan_with(geometry)
    assert (len(plans.rows), plans.wkb, plans.without_area) == (1, [None], ["P1"])


def test_an_area_that_crosses_itself_is_kept_and_told(server):
    server.items[0]["geometry"] = {
        "type": "Polygon",
        "coordinates": [[RING[0], RING[2], RING[1], [X, Y + 200], RING[0]]],
    }
    name = server.items[0]["properties"]["detaljplan"]["beteckning"]
    assert f"1 plans have an area that crosses itself, kept as it was published: {name}" in fetch(server).notes


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (15.6, 58.4),
        (58.4, 15.6),
        (1_740_000, 8_050_000),
        (6_300_000, 761_000),
        (150_300, 6_474_000),
        (1_500_000, 6_474_000),
    ],
)
def test_coordinates_of_any_other_system_are_refused(x, y):
    """Degrees either way round, the web's metres, swapped ones, a local zone's, and RT 90's."""
    ring = [[x, y], [x + 0.4, y], [x + 0.4, y + 0.3], [x, y]]
    with pytest.raises(errors.Unreadable, match="EPSG:3006"):
        plan_with({"type": "Polygon", "coordinates": [ring]})


@pytest.mark.parametrize(
    "coordinates", [[[["a", "b"], [1, 2]]], [[[X, Y], [None, None], [X, Y]]], [[[X]]], [[[[[[X]]]]]]]
)
def test_coordinates_that_are_none_are_refused(coordinates):
    with pytest.raises(errors.Unreadable, match="geometry"):
        plan_with({"type": "Polygon", "coordinates": coordinates})


@pytest.mark.parametrize("kind", [None, "", {}, []])
def test_an_item_that_does_not_say_what_it_is_does_not_pass_for_a_plan_that_is_gone(kind):
    odd = item(1)
    odd["properties"]["feature"]["typ"] = kind
    with pytest.raises(errors.Unreadable, match=r"feature\.typ"):
        read_items([odd], "9901", [], "https://example.org")
    odd["properties"]["feature"]["typ"] = "Detaljplan"
    assert len(read_items([odd], "9901", [], "https://example.org").rows) == 1


def test_days_that_are_none_are_left_out_and_kept_among_the_properties():
    odd = item(1)
    odd["properties"]["detaljplan"].update(
        datumPaborjat="2026-13-45", datumStatusforandring=20261101, datumLagakraft="nyss"
    )
    row = read_items([odd], "9901", [], "https://example.org").rows.iloc[0]
    assert row[["begun", "status_date", "in_force"]].tolist() == [None, None, None]
    assert json.loads(row["properties"])["detaljplan"]["datumPaborjat"] == "2026-13-45"


def test_a_municipality_without_a_collection_has_no_digital_plan(server):
    server.odd.add("no_collection")
    fetched = fetch(server, municipalities=["9901", "9904"])
    assert fetched.parts[1].rows["found"].tolist() == [6, 0]
    assert "No digital plan was found in 9904." in fetched.notes[0]
    server.most = 1  # every question is refused now, also of one that has a collection
    assert "does not accept the question" in told(lambda: fetch(server, municipalities=["9901"]))


def test_a_plan_that_another_municipality_gave_before_moves(server):
    kept = stored((plan_uuid("006"), "ngp", "9901", "granskning"))
    assert plan_uuid("006") in fetch(server, municipalities=["9902"], stored=kept).parts[0].within["item_id"]


def test_documents_of_alike_names_are_all_kept(server, tmp_path):
    asset = server.items[0]["assets"].pop("a1")
    others = {name: {**asset, "href": f"{asset['href']}-{number}"} for number, name in enumerate(["a/1", "a 1", "A_1"])}
    server.items = [{**server.items[0], "assets": others}]
    server.items[0]["properties"]["detaljplan"]["beteckning"] = "Ö" * 300
    fetched = fetch(server, documents=tmp_path / "ut", cache=Cache(tmp_path / "cache"))
    assert len(fetched.files) == 3 and len({path.read_bytes() for path in fetched.files}) == 3
    assert len({path.name.casefold() for path in fetched.files}) == 3
    assert files_in(tmp_path / "ut") == sorted(path.name for path in fetched.files)


@pytest.mark.parametrize("sign_in", ["/oauth2/token", ""])
def test_the_secret_is_not_said_back(server, sign_in):
    server.odd.add("says_it_back")
    with pytest.raises(errors.Refused) as raised:
        fetch(server, sign_in_url=sign_in and f"{server.url}{sign_in}")
    said = sentence(raised.value) + repr(raised.value) + str(raised.value.args)
    assert "Unknown: Basic …" in said and ACCOUNT.basic.partition(" ")[2] not in said


def test_stages_are_written_as_the_platform_does():
    assert chosen_stages(["Samråd", "LAGA KRAFT", "samråd"]) == ["samråd", "laga kraft"]
    words = told(lambda: chosen_stages(["samrad", "granskning"]))
    assert words.startswith("samrad are no stages of a plan. There are: påbörjad, samråd, granskning")
