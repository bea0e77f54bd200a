"""The bundled catalogue as users meet it: complete, consistent with itself, true to the words of planning."""

import itertools
import re

import pytest

from narvard_plugin import catalogue
from tests.shared import ROOT

# The list that the project was asked for, one name each; a label may hold two of them.
ASKED_FOR = """
universitets-, regionsjukhus, länssjukhus, länsdelssjukhus, närsjukhus, hemsjukhus, vårdcentral, hälsocentral,
vårdcentrum, primärvårdscentrum, filial, närmottagning, digital vårdcentral, närakut, jourmottagning,
specialistmottagning, närvårdsavdelning, närvårdsplatser, äldremottagning, ssih, palliativ enhet, smo-mottagning,
habilitering, rehabilitering, hörcentral, bup, första linjen, en väg in, vuxenpsykiatri, beroendemottagning,
mini-maria, barnahus, familjecentral, bvc, mvc, ungdomsmottagning, folktandvård, mobil tandvårdsbuss, apotek,
apoteksombud, särskilt boende, korttidsboende, lss-boende, hälsorum, virtuellt hälsorum, virtuellt akutrum,
samhällsrum, trygghetspunkt, mobilt team, mammografibuss, läkarbil, bedömningsbil, ambulansstation, helikopterbas,
laboratorium
"""
WHITE_CONTRAST = 4.5


def all_types():
    return [kind for theme in catalogue.themes().values() for kind in theme.types.values()]


def luminance(colour):
    """Relative luminance after WCAG 2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear))


def test_every_type_asked_for_is_there():
    labels = [kind.label("sv").lower() for kind in catalogue.care().types.values()]
    names = {name.strip() for label in labels for name in re.split("[/,(]", label)}
    wanted = [name.strip() for name in ASKED_FOR.replace("\n", " ").split(",")]
    assert [name for name in wanted if name not in names] == []
    assert len(labels) == 49


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("theme", catalogue.themes().values(), ids=lambda theme: theme.id)
def test_no_two_types_of_a_theme_share_a_label(theme, language):
    labels = [kind.label(language).lower() for kind in theme.types.values()]
    assert sorted(labels) == sorted(set(labels))


def test_care_centre_health_centre_and_branch_lie_under_each_other():
    care = catalogue.care()
    assert care.ancestors("narmottagning") == ("vardcentral", "vardcentrum")
    assert {"vardcentrum", "vardcentral", "narmottagning"} <= care.with_narrower("vardcentrum")
    assert care.with_narrower("apoteksombud") == {"apoteksombud"}
    assert "narsjukhus" in care.with_narrower("sjukhus")


def test_health_centre_is_called_what_the_region_calls_it():
    health_centre = catalogue.care().types["vardcentral"]
    assert health_centre.label_in("08", "sv") == "Hälsocentral"
    assert health_centre.label_in("05", "sv") == "Vårdcentral/hälsocentral"
    assert health_centre.label_in("08", "en") == "Health centre"
    unread = [region for region, local in health_centre.local_names.items() if not local.read]
    assert unread == ["22"]


def test_what_was_recalled_and_not_read_says_so():
    unread = {kind.id for kind in all_types() if not kind.definition.read}
    assert unread == {"hemsjukhus", "primarvardscentrum", "halsorum", "virtuellt_akutrum", "trygghetspunkt"}
    assert [code.read for code in catalogue.care().types["digital_vardcentral"].hsa] == [False]
    assert not catalogue.regions().regions["22"].transport.read
    assert catalogue.regions().regions["08"].transport.read


def test_emergency_departments_are_services_and_not_types():
    assert not [kind.id for kind in all_types() if "akutmottagning" in kind.label("sv").lower()]
    services = catalogue.services().services
    assert services["akutmottagning_dygnet_runt"].urgencies == ("akut",)
    assert services["akutmottagning_dagtid"].kind == "function"
    assert services["geriatrik"].kind == "specialty"


def test_services_asked_for_are_there():
    services = catalogue.services().services
    asked = "forlossning iva kirurgjour medicinjour ortopedjour narvardsplatser barnakut operation dialys rontgen"
    assert set(asked.split()) | {"datortomografi", "laboratorium", "ambulans", "allmanmedicin"} <= set(services)
    assert sum(service.kind == "specialty" for service in services.values()) >= 40


def test_responsibility_and_form_of_running_are_two_lists():
    operators = catalogue.operators()
    assert list(operators.huvudman) == ["region", "kommun", "stat"]
    assert list(operators.driftsform) == ["egen_regi", "lov", "lou", "nationella_taxan", "iop", "privat_utan_avtal"]


def test_capacity_is_counted_in_the_agreed_kinds():
    kinds = catalogue.capacity_kinds()
    assert list(kinds) == [
        "listade",
        "heltid_specialist",
        "heltid_st",
        "vardplatser",
        "narvardsplatser",
        "fordon",
        "operationssalar",
        "boendeplatser",
    ]
    assert [kind.id for kind in kinds.values() if not kind.whole] == ["heltid_specialist", "heltid_st"]


def test_another_field_is_only_another_file():
    culture = catalogue.themes()["kultur"]
    assert culture.label("en") == "Culture"
    assert type(culture) is type(catalogue.care())
    assert culture.with_narrower("bibliotek") == {"bibliotek", "meroppet_bibliotek", "bokbuss"}
    assert not culture.types["meroppet_bibliotek"].staffed


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.id)
def test_symbol_exists_takes_a_colour_and_shows_on_white(kind):
    drawing = catalogue.symbol_file(kind).read_text(encoding="utf-8")
    assert all(f"param({name})" in drawing for name in ("fill", "fill-opacity", "outline", "outline-width"))
    assert 'viewBox="0 0 24 24"' in drawing
    assert 1.05 / (luminance(kind.colour) + 0.05) >= WHITE_CONTRAST


def test_every_symbol_is_used():
    files = {file.stem for file in (ROOT / "resources" / "icons" / "types").glob("*.svg")}
    assert files == {kind.symbol for kind in all_types()}


def test_types_with_the_same_symbol_differ_in_colour():
    for one, other in itertools.combinations(catalogue.care().types.values(), 2):
        assert (one.symbol, one.colour) != (other.symbol, other.colour), (one.id, other.id)


def test_an_import_can_tell_pharmacies_from_agents_and_hospitals_from_health_centres():
    types = catalogue.care().types
    assert types["apotek"].pipos == ("Apotek",)
    assert types["apoteksombud"].pipos == ("Apoteksombud",)
    business_types = {code.value: kind.id for kind in types.values() for code in kind.hsa}
    assert business_types == {"01": "sjukhus", "02": "vardcentral", "03": "digital_vardcentral"}
    assert {"amenity": "social_facility", "social_facility": "nursing_home"} in types["sarskilt_boende"].osm


def test_no_set_of_osm_tags_means_two_types():
    for theme in catalogue.themes().values():
        rules = [tuple(sorted(tags.items())) for kind in theme.types.values() for tags in kind.osm]
        assert len(rules) == len(set(rules))


def test_words_that_users_misread_are_not_used():
    """ "Tillgänglighet" alone means waiting time to some and travel time to others; a hospital is not downgraded."""
    files = [*(ROOT / "resources" / "data").glob("*.json"), *(ROOT / "resources" / "themes").glob("*.json")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert re.findall(r'"tillgänglighet"|nedgrader\w*', text, flags=re.IGNORECASE) == []
