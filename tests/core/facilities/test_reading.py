"""Rows as facilities: hand-made rows whose every value is known, what is refused, and what is left open."""

import json

import numpy as np
import pytest

from narvard_plugin.core.facilities.duplicates import near_pairs
from narvard_plugin.core.facilities.presets import parse_presets
from narvard_plugin.core.facilities.reading import Reader, Refused, merged_rows
from narvard_plugin.core.located import CatalogueError
from narvard_plugin.sources.facility_catalogue import facility_presets, facility_words
from tests.shared import ROOT

HSA = {
    "id": "SE2321000131-E000000008388", "name": "Vårdcentralen Ett", "type": "02", "ownership": "Landsting/Region",
    "region": "8", "municipality": "880", "coordinates": "X:6281164 Y:1530250", "services": "1506",
}  # fmt: skip
OWN = {"id": "a", "name": "Ett", "type": "apotek", "x": "583000", "y": "6281000"}


def reader(preset="generic", **more):
    return Reader(facility_presets().presets[preset], facility_words(), **more)


def problem(cells, preset="generic", tags=None):
    with pytest.raises(Refused) as refused:
        reader(preset).facility(1, cells, {}, tags)
    return refused.value.problem, refused.value.word


def test_a_row_of_hsa():
    hsa = reader("hsa")
    one = hsa.facility(1, HSA, {})
    assert (one.facility_id, one.type, one.huvudman, one.driftsform) == (
        HSA["id"],
        "vardcentral",
        "region",
        "egen_regi",
    )
    assert (one.region, one.municipality) == ("08", "0880")
    assert one.place == ("EPSG:3021", 1530250.0, 6281164.0, False)
    assert one.services == ("distriktsskoterska",)
    assert [word for _, word in hsa.notes["padded"]] == ["8", "880"]
    swapped = hsa.facility(2, {**HSA, "coordinates": "X:1530250 Y:6281164"}, {})
    assert swapped.place == ("EPSG:3021", 1530250.0, 6281164.0, True)
    assert hsa.notes["swapped"] == [(2, HSA["id"])]


@pytest.mark.parametrize(
    "id_", ["", "8388", "SE232100013-E1", "SE2321000131E1", "SE2321000131-e1", "SE2321000131-" + "E" * 19]
)
def test_a_malformed_hsa_id_is_refused(id_):
    assert problem({**HSA, "id": id_}, "hsa") == ("id", id_)


def test_open_words_are_left_open_and_told():
    hsa = reader("hsa")
    one = hsa.facility(4, {**HSA, "ownership": "Privat, vårdavtal", "services": "1506;9999"}, {})
    assert (one.huvudman, one.driftsform, one.services) == (None, None, ("distriktsskoterska",))
    assert hsa.notes["ownership_open"] == [(4, "Privat, vårdavtal")] and hsa.notes["service"] == [(4, "9999")]
    own = reader()
    one = own.facility(1, {**OWN, "huvudman": "region;kommun", "driftsform": "vårdval"}, {})
    assert (one.huvudman, one.driftsform) == ("region;kommun", "lov")
    one = own.facility(2, {**OWN, "huvudman": "region;någon", "opened": "förr", "source_date": "2024-02-30"}, {})
    assert (one.huvudman, one.opened, one.source_date) == (None, None, None)
    assert set(own.notes) == {"huvudman", "opened", "source_date"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": " "}, ("no_name", "")), ({"type": ""}, ("no_type", "")), ({"type": "vårdhus"}, ("type", "vårdhus")),
        ({"opened": "2020", "closed": "2019-05-01"}, ("closed", "2020–2019")), ({"y": ""}, ("half", "583000; ")),
        ({"x": "1500000", "y": "7450000"}, ("ambiguous", "1500000; 7450000")),
    ],
)  # fmt: skip
def test_refused(change, expected):
    assert problem({**OWN, **change}) == expected


def test_words_of_a_distance_unit_are_not_a_digital_health_centre():
    assert problem({**HSA, "type": "03"}, "hsa") == ("type", "03")


def test_ids_that_are_made_stay_the_same():
    cells = {"name": "ICA Kvantum Avesta", "type": "Apotek", "address": "Myntgatan 3-5", "postal_code": "774 30"}
    first, again = (reader("pipos").facility(row, cells, {}) for row in (1, 7))
    other = reader("pipos").facility(2, {**cells, "address": "Myntgatan 5"}, {})
    assert first.facility_id == again.facility_id != other.facility_id
    assert first.facility_id.startswith("pipos-") and first.source_id is None
    assert reader("pipos").facility(1, {**cells, "type": "Apoteksombud"}, {}).type == "apoteksombud"


def test_objects_of_openstreetmap():
    osm = reader("osm")
    node = osm.facility(1, {"id": "12"}, {}, {"amenity": "pharmacy", "osm_type": "node"})
    way = osm.facility(2, {"id": "12", "name": "Kronan"}, {}, {"amenity": "clinic", "osm_type": "way"})
    assert (node.facility_id, way.facility_id) == ("osm-node-12", "osm-way-12")
    assert (node.name, way.type) == ("Apotek (utan namn)", "vardcentral")
    assert {kind: len(rows) for kind, rows in osm.notes.items()} == {"nameless": 1, "wide_tag": 1}
    assert problem({"id": "1", "name": "X"}, "osm", {"shop": "optician"})[0] == "type"


def test_a_name_with_a_comma_is_one_service_and_a_list_is_many():
    own = reader()
    name = "Öron-, näs- och halssjukdomar"
    assert own.facility(1, {**OWN, "services": name}, {}).services == ("oron_nasa_hals",)
    listed = own.facility(1, {**OWN, "services": f"{name}|Vaccination;dialys"}, {})
    assert listed.services == ("oron_nasa_hals", "vaccination", "dialys")


def test_capacity():
    own = reader()
    one = own.facility(1, OWN, {"listade": "8 123", "fordon": "", "vardplatser": "många"})
    assert one.capacity == (("listade", 8123.0),) and own.notes["capacity"] == [(1, "många")]


def test_rows_of_one_id():
    own = reader()
    one, same, more = (
        own.facility(row, {**OWN, "services": text}, {}) for row, text in enumerate(("", "", "dialys"), 1)
    )
    kept, refused, joined = merged_rows([one, same, more])
    assert [(facility.row, facility.services) for facility in kept] == [(1, ("dialys",))]
    assert (refused, joined) == ([], 2)
    other = own.facility(4, {**OWN, "name": "Två"}, {})
    kept, refused, _ = merged_rows([one, other])
    assert kept == [] and [(facility.row, why) for facility, why in refused] == [(1, "contradicts"), (4, "contradicts")]


def test_near_pairs():
    xy = np.array([[0, 0], [150, 0], [0, 199.9], [0, 400], [np.nan, np.nan]], float)
    names, types = ["Apoteket Ett", "apoteket-ett", "Apoteket  ETT", "Apoteket Ett", "Apoteket Ett"], ["apotek"] * 5
    assert [pair[:2] for pair in near_pairs(names, types, xy, 200)] == [(0, 1), (0, 2)]
    assert near_pairs(names, ["apotek", "bvc", "mvc", "rehab", "apotek"], xy, 200) == []
    assert near_pairs(names, types, xy, 200)[0].distance == 150


@pytest.mark.parametrize("name", ["default_type", "publisher", "id_pattern"])
def test_a_preset_with_a_number_for_a_text_is_refused_by_its_place(name):
    document = json.loads((ROOT / "resources" / "data" / "facility_presets.json").read_text("utf8"))
    document["presets"][1][name] = 5
    with pytest.raises(CatalogueError, match=rf"presets\[1\]\.{name}"):
        parse_presets(document, (), (), ())
