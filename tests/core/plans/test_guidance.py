"""The guidance for municipal planners: the numbers in force, what is only proposed, and nothing of outside that is markup."""

import pytest
from lxml import html

from narvard_plugin import catalogue
from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.guidance import Made, Reader, guidance_page, rules_for_guidance
from narvard_plugin.core.plans.judging import Confirmed, leans_on_unconfirmed, parameter_values
from narvard_plugin.core.plans.parameter_states import CONFIRMED, SOURCED, UNCONFIRMED, parameter_states
from narvard_plugin.paths import bundled

from .checklist_steps import shipped_text, small

LIST = read_checklist({"region_grund": shipped_text()}, "region_grund", catalogue.care().types)
TEMPLATES = tuple(bundled("resources", "templates", n).read_text("utf8") for n in ("guidance_page.html", "page.css"))
EVERYTHING = {name: Confirmed(value, LIST.params[name].unit.sv, "Anna", "", "RS § 4", "2026-03-01")
              for name, value in parameter_values(LIST, {}).items()}  # fmt: skip


MADE = Made("1.0", "2026-11-22")
SWEDISH = Reader("sv")


def page(checklist=LIST, confirmed=EVERYTHING, reader=SWEDISH, made=MADE):
    text = guidance_page(TEMPLATES, checklist, confirmed, reader, made)
    assert "http" not in text.replace("https://", "") and "<script" not in text and " src=" not in text
    return html.fromstring(text)


def words(tree):
    return " ".join(tree.text_content().split())


def test_the_same_numbers_as_the_rules_judge_by():
    own = {**EVERYTHING, "walk_stop_m": Confirmed(350, "m", "Anna", "", "RS 2026/1 <§ 4>", "2026-03-01")}
    said = words(page(confirmed=own))
    assert "högst 350 m gångväg till en hållplats" in said and "400" not in said
    assert "RS 2026/1 <§ 4>, 2026-03-01" in said and "fastställt av regionen" in said
    assert "†" not in said and "förslag som regionen" not in said


def test_a_proposal_carries_a_dagger_and_an_unread_source_says_so():
    tree = page(confirmed={})
    said = words(tree)
    assert "högst 400 m† gångväg" in said and "minst 1 avgång i timmen" in said
    assert "inom 150 m från en led för farligt gods" in said  # read in its source: no dagger
    waiting = [row for row in tree.findall(".//tbody/tr") if "†" in row.text_content()]
    assert f"{len(waiting)} av {len(tree.findall('.//tbody/tr'))} tal är förslag" in said
    assert "PBL 2 kap. 6 § (inte kontrollerad mot källan)" in said
    assert "PBL 5 kap. 11 § (kända sakägare)" in said


@pytest.mark.parametrize(
    ("facility", "inside", "outside"),
    [
        ("sjukhus", {"FAS-02", "AKU-01", "RIS-04", "BUL-03", "FAS-07"}, {"VRD-06", "VRD-04", "VRD-01"}),
        ("vardcentral", {"VRD-01", "VRD-04", "KOL-06", "RIS-01"}, {"FAS-02", "AKU-01", "VRD-06"}),
        ("sarskilt_boende", {"VRD-06", "FAS-04", "FOL-01"}, {"AKU-02", "RIS-04"}),
        ("ambulansstation", {"AKU-06", "AKU-07", "FAS-04"}, {"VRD-06", "KOL-06"}),
    ],
)
def test_by_facility_type_with_its_broader_types(facility, inside, outside):
    ids = (facility, *catalogue.care().ancestors(facility))
    found = {rule.id for rule in rules_for_guidance(LIST, ids)}
    assert inside <= found and not outside & found
    tree = page(reader=Reader("sv", "Namn & <b>", ids))
    assert "Enhetstyp: Namn & <b>" in words(tree) and tree.find(".//b") is None
    assert len(tree.findall(".//article")) == len(found)
    links = {link.get("href")[1:] for link in tree.findall(".//a")}
    assert links == {section.get("id") for section in tree.findall(".//section")} == {rule_id[:3] for rule_id in found}


def test_in_english_and_without_rules_that_are_off():
    said = words(page(reader=Reader("en"), made=Made("1.0", "2026-11-22", "Region X")))
    assert "Guidance: what care property needs" in said and "Made for Region X with Närvård 1.0" in said
    assert "walking distance" in said.lower() and "gångväg" not in said
    off = small(**{"rules.4.off": {"sv": "Nej", "en": "No"}})
    assert rules_for_guidance(off, ()) == [] and len(rules_for_guidance(small(), ("sjukhus",))) == 1
    assert rules_for_guidance(small(), ("vardcentral",)) == []


def test_the_states_of_numbers():
    states = parameter_states(LIST, {"pc_minutes": Confirmed(20, "min"), "load_ok": Confirmed(1, "procent")})
    by_name = {one.parameter.name: one for one in states}
    assert (by_name["pc_minutes"].state, by_name["pc_minutes"].value) == (CONFIRMED, 20)
    assert by_name["load_ok"].state == UNCONFIRMED and by_name["load_ok"].decision is None  # another unit
    assert by_name["dg_m"].state == SOURCED and by_name["dg_m"].rules == ("RIS-01", "RIS-02")
    assert by_name["heli_far_m"].rules == ("AKU-01", "AKU-02")
    order = [one.state == UNCONFIRMED for one in states]
    assert order == sorted(order, reverse=True) and len(states) == len(LIST.params)
    assert leans_on_unconfirmed(LIST.rule("RIS-01"), LIST, {}) == ()
    assert leans_on_unconfirmed(LIST.rule("AKU-02"), LIST, {}) == ("crane_margin_m", "heli_far_m")
