"""Words of registers and the catalogue's ids: found, unknown, or meaning several things."""

import csv

import pytest

from narvard_plugin import catalogue
from narvard_plugin.core.facilities.osm import types_of
from narvard_plugin.core.facilities.words import (
    Vocabulary,
    capacity_words,
    distinct_label,
    entry_words,
    municipality_of,
    plain,
    region_of,
)
from narvard_plugin.sources.facility_catalogue import facility_presets, facility_words, municipalities
from tests.shared import shared_file

WORDS = facility_words()
CARE = WORDS.theme


def test_every_type_is_found_by_its_id_and_both_names():
    for kind in CARE.types.values():
        for word in (kind.id, kind.name.sv, kind.name.en, kind.name.sv.upper(), f"  {kind.id} "):
            assert WORDS.types.find(word) == kind.id, word


def test_every_name_that_the_template_offers_is_understood():
    services, operators = catalogue.services(), catalogue.operators()
    for entries, words in (
        (operators.huvudman, WORDS.huvudman), (operators.driftsform, WORDS.driftsform),
        (catalogue.capacity_kinds(), capacity_words(catalogue.capacity_kinds())),
        (services.care_forms, entry_words(services.care_forms.values())),
        (services.urgencies, entry_words(services.urgencies.values())),
    ):  # fmt: skip
        for entry in entries.values():
            assert {words.find(word) for word in (entry.id, entry.name.sv, entry.name.en)} == {entry.id}
    for entries, words in ((services.services, WORDS.services), (CARE.types, WORDS.types)):
        for entry in entries.values():
            assert {words.find(distinct_label(entry, language, words)) for language in ("sv", "en")} == {entry.id}
    assert WORDS.services.find("Surgery") == "kirurgi" and WORDS.services.find("Kirurgi") == "kirurgi"
    assert distinct_label(services.services["operation"], "en", WORDS.services) == "Operating theatre"
    for region in catalogue.regions().regions.values():
        assert {region_of(word, WORDS.regions) for word in (region.name, region.county, region.short_name)} == {
            region.code
        }
    for code, name in municipalities().items():
        assert {municipality_of(word, WORDS.municipalities) for word in (name, f"{name} kommun", code.lstrip("0"))} == {
            code
        }


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("hälsocentral", "vardcentral"), ("Vårdcentral", "vardcentral"), ("SÄBO", "sarskilt_boende"),
        ("mini-maria", "beroendemottagning"), ("Barnavårdscentral", "bvc"), ("lasarett", "lansdelssjukhus"),
        ("samhällsrum", "samhallsrum"), ("närmottagning", "narmottagning"), ("läkarbil", "lakarbil"),
    ],
)  # fmt: skip
def test_other_words(word, kind):
    assert WORDS.types.find(word) == kind


@pytest.mark.parametrize("word", ["vårdhus", "", "Vårdcentralen Eriksberg", "03", "klinik"])
def test_unknown_types_stay_unknown(word):
    assert WORDS.types.find(word) is None


def test_a_word_for_two_things_means_none_until_it_is_told():
    words = Vocabulary([("enhet", "a"), ("Enhet", "b")])
    assert words.find("ENHET") is None and words.all_of("enhet") == ["a", "b"]
    assert words.with_words({"enhet": "b"}).find("Enhet") == "b"
    assert words.find("enhet") is None  # the first vocabulary is as it was


def test_codes_that_nobody_read_in_a_source_mean_nothing():
    assert WORDS.type_codes == {"01": "sjukhus", "02": "vardcentral"}
    assert WORDS.service_codes == {"1506": "distriktsskoterska"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kalmar län", "08"), ("Dalarnas", "20"), ("Östergötland", "05"), ("Östergötlands", "05"), ("Västra Götalands", "14"),
        ("Region Jönköpings län", "06"), ("8", "08"), ("08", "08"), ("99", "99"), ("Norge", None),
    ],
)  # fmt: skip
def test_regions(text, code):
    assert region_of(text, WORDS.regions) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Österåkers kommun", "0117"), ("Torsås", "0834"), ("Kalmar kommun", "0880"), ("880", "0880"), ("Göteborgs Stad", "1480"),
        ("Habo", "0643"), ("Håbo", "0305"), ("Oslo", None),
    ],
)  # fmt: skip
def test_municipalities(text, code):
    assert municipality_of(text, WORDS.municipalities) == code


def test_the_list_of_municipalities_is_that_of_scb():
    with open(shared_file("data/swedish_geodata_sjbrg/municipalities.csv"), encoding="utf-8-sig", newline="") as file:
        told = {row["municipality_code"]: row["municipality_name_short"] for row in csv.DictReader(file)}
    assert dict(municipalities()) == told


def test_ownership_never_tells_more_than_the_word():
    presets = facility_presets()
    assert presets.ownership_of("Landsting/Region") == ("region", "egen_regi")
    assert presets.ownership_of("Privat, vårdavtal") == (None, None)
    assert presets.ownership_of("privat, enl lag om läkarvårdsersättning") == (None, "nationella_taxan")
    assert presets.ownership_of("Något annat") is None


def test_tags_of_openstreetmap():
    types = CARE.types.values()
    assert types_of({"amenity": "pharmacy"}, types) == (["apotek"], False)
    assert types_of({"amenity": "clinic"}, types) == (["vardcentral"], True)
    assert types_of({"amenity": "clinic", "healthcare:speciality": "paediatrics;general"}, types) == (
        ["vardcentral"],
        False,
    )
    assert types_of({"amenity": "social_facility", "social_facility": "nursing_home"}, types) == (
        ["sarskilt_boende"],
        False,
    )
    assert types_of({"amenity": "clinic", "healthcare": "hospital"}, types)[0] == ["sjukhus", "vardcentral"]
    assert types_of({"shop": "optician"}, types) == ([], False)


def test_the_words_stay_small():
    assert plain("  Vård-central / HÄLSO_central ") == "vård central hälso central"
