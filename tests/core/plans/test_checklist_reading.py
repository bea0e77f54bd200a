"""Reading a checklist: every refusal names its exact place in both languages; a region's file says only what is different."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.document import MOST_BYTES, ChecklistError, load_document

from .checklist_steps import SMALL, both, document, small


def refused(texts, list_id="liten", types=("sjukhus",)):
    with pytest.raises(ChecklistError) as caught:
        read_checklist(texts if isinstance(texts, dict) else {"liten": texts}, list_id, types)
    assert caught.value.sentence("sv") != caught.value.sentence("en") or not caught.value.problem.sv.isascii()
    return caught.value.path, caught.value.problem.en


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ("a: 1\nb: 2\na: 3", "liten, 3:1", "the key a occurs twice"),
        ('{"a": {"b": 1, "b": 2}}', "liten", "the key b occurs twice"),
        ("a: &x [1]\nb: *x", "liten, 1:4", "anchors"),
        ("a: !!python/object/apply:os.system [ls]", "liten, 1:4", "tags"),
        ("a: " + "[" * 30, "liten, 1:23", "more than 20 levels"),
        ('{"a": ' + "[" * 30 + "]" * 30 + "}", "liten", "more than 20 levels"),
        ('{"a": ' + "[" * 100_000, "liten", "more than 20 levels"),
        ('{"a": NaN}', "liten", "NaN is no number"),
        ('{"a": 1', "liten, 1:8", "cannot be read as JSON"),
        ("a: [1", "liten, 1:6", "cannot be read as YAML"),
        ("a: \x07", "liten", "cannot be read as YAML"),
        ("- 1", "liten", "an object with keys"),
        ("", "liten", "an object with keys"),
        ("? [a]\n: 1", "liten, 1:3", "a key must be a text"),
        ("a: " + "x" * MOST_BYTES, "liten", "larger than 2 megabytes"),
    ],
)
def test_what_is_no_plain_document(text, path, says):
    where, problem = refused(text)
    assert where.startswith(path) and says in problem


def test_yaml_says_what_it_looks_like():
    found = load_document("a: no\nb: 2026-01-01\nc: 1:30\nd: 012\ne: 1.5\nf: ~\ng: true\nh: -7\n<<: {x: 1}", "")
    assert found == {"a": "no", "b": "2026-01-01", "c": "1:30", "d": "012", "e": 1.5, "f": None, "g": True, "h": -7,
                     "<<": {"x": 1}}  # fmt: skip


RULE, CHECK = "rules[KOL-01]", "rules[KOL-01].check"


@pytest.mark.parametrize(
    ("changes", "path", "says"),
    [
        ({"colour": "red"}, "colour", "no such key here"),
        ({"": "red"}, "''", "no such key here"),
        ({"schema": "narvard-checklist/2"}, "schema", "not known"),
        ({"id": "Stor"}, "id", "not of the form"),
        ({"version": "1"}, "version", "not of the form"),
        ({"title": "Lista"}, "title", "must be an object"),
        ({"title": {"sv": "Lista"}}, "title.en", "is missing"),
        ({"title": {"sv": " ", "en": "List"}}, "title.sv", "is empty"),
        ({"rules": None}, "rules", "is missing"),
        ({"rules.0.id": "KOL-1"}, "rules[KOL-1].id", "not of the form"),
        ({"rules.0.id": None}, "rules[0].id", "is missing"),
        ({"rules.0.stages": []}, f"{RULE}.stages", "is empty"),
        ({"rules.0.stages": ["samråd", "samråd"]}, f"{RULE}.stages[1]", "occurs twice"),
        ({"rules.0.stages": ["remiss"]}, f"{RULE}.stages[0]", "not known"),
        ({"rules.0.severity": "hög"}, f"{RULE}.severity", "not known"),
        ({"rules.0.department": "fastt"}, f"{RULE}.department", "not known"),
        ({"rules.0.also": ["rkm"]}, f"{RULE}.also", "function already"),
        ({"rules.1.also": ["x"]}, "rules[RIS-01].also[0]", "not known"),
        ({"rules.0.sources": []}, f"{RULE}.sources", "is empty"),
        ({"rules.0.sources.0.kind": "blogg"}, f"{RULE}.sources[0].kind", "not known"),
        ({"rules.0.sources.0.read": "ja"}, f"{RULE}.sources[0].read", "true or false"),
        ({"rules.0.sources.0.url": "ftp://x"}, f"{RULE}.sources[0].url", "must begin with https://"),
        ({"rules.0.sources.0.valid_from": "2026-02-30"}, f"{RULE}.sources[0].valid_from", "is no date"),
        ({"rules.0.valid_from": "2026-02-01", "rules.0.valid_to": "2026-01-01"}, f"{RULE}.valid_to", "lies before"),
        ({"rules.0.check": None}, RULE, "neither check nor question"),
        ({"rules.0.check.type": "magic"}, f"{CHECK}.type", "not known"),
        ({"rules.0.check.ok": None}, f"{CHECK}.ok", "is missing"),
        ({"rules.0.check.remark": None, "rules.0.check.fail": None}, CHECK, "neither remark nor fail"),
        ({"rules.0.check.layer": None}, f"{CHECK}.layer", "is needed"),
        ({"rules.0.check.layers": ["stops"]}, f"{CHECK}.layers", "in layer already"),
        ({"rules.0.check.subject": "uses"}, f"{CHECK}.use", "is needed"),
        ({"rules.0.check.output": "X"}, f"{CHECK}.algorithm", "only to the type processing"),
        ({"rules.0.check.params": {"metrik": "x"}}, f"{CHECK}.params.metrik", "no such key here"),
        ({"rules.0.check.params": {"metric": "walk"}}, f"{CHECK}.params.metric", "not known"),
        ({"rules.3.check.layers": None}, "rules[RIS-03].check.layers", "is needed"),
        ({"rules.1.answers": {"ja": "ok", "nej": "brist"}}, "rules[RIS-01].answers", "one of them vet_ej"),
        ({"rules.1.answers.vet_ej": "ok"}, "rules[RIS-01].answers.vet_ej", "not knowing cannot give ok"),
        ({"rules.1.answers.vet_ej": "ej_tillampligt"}, "rules[RIS-01].answers.vet_ej", "not knowing cannot give"),
        ({"rules.0.check.use": ["b"]}, f"{CHECK}.use", "'b' is no use"),
        ({"rules.0.check.type": "use_area", "rules.0.check.use": ["GATA"]}, f"{CHECK}.use", "for letters only"),
        ({"rules.2.check.params": {"underlagstyp": []}}, "rules[RIS-02].check.params", "must be roles or underlagstyp"),
        ({"rules.2.check.params": None}, "rules[RIS-02].check.params", "is missing"),
        ({"rules.2.check.params": {"roles": ["karta"]}}, "rules[RIS-02].check.params.roles", "not known"),
        ({"rules.1.answers.kanske": "ok"}, "rules[RIS-01].answers.kanske", "no such key here"),
        ({"rules.1.question": None}, "rules[RIS-01].answers", "no question"),
        ({"rules.4.facility_types": ["sjukhuset"]}, "rules[RIS-04].facility_types[0]", "not known"),
        ({"params.near_m.value": "400"}, "params.near_m.value", "must be a number"),
        ({"params.near_m.value": True}, "params.near_m.value", "must be a number"),
        ({"params.near_m.unit": None}, "params.near_m.unit", "is missing"),
        ({"params.near_m.confirm": False}, "params.near_m.confirm", "read in their source"),
        ({"params.far_m.placeholder": True}, "params.far_m.confirm", "read in their source"),
        ({"params.far_m.source.read": False}, "params.far_m.confirm", "read in their source"),
        ({"params.Far": {}}, "params.Far", "not of the form"),
        ({"layers.stops.geometry": "circle"}, "layers.stops.geometry", "not known"),
        ({"layers.stops.max_age_days": 0}, "layers.stops.max_age_days", "at least 1"),
        ({"layers.stops.max_age_days": 1.5}, "layers.stops.max_age_days", "whole number"),
        # S1
        ({"rules.1.id": "KOL-01"}, "rules[KOL-01].id", "occurs twice"),
        ({"retired_rule_ids": ["RIS-02"]}, "rules[RIS-02].id", "withdrawn"),
        # S2
        ({"rules.0.id": "BUS-01"}, "rules[BUS-01].id", "no group BUS"),
        # S3
        ({"rules.0.check.layer": "stop"}, f"{CHECK}.layer", "no role stop"),
        ({"rules.0.check.layers": ["rail"]}, f"{CHECK}.layers", "no role rail"),
        ({"rules.0.applies": "intersects('rail')"}, f"{RULE}.applies", "no role rail"),
        # S4
        ({"rules.0.check.ok": "value <= near"}, f"{CHECK}.ok", "unknown name near"),
        ({"rules.0.check.ok": "value <= near_m and"}, f"{CHECK}.ok", "at character 20"),
        ({"rules.0.check.ok": "value + near_m"}, f"{CHECK}.ok", "something true or false"),
        ({"rules.0.check.ok": "has_use('B')"}, f"{CHECK}.ok", "no function has_use here"),
        ({"rules.0.applies": "value > 3"}, f"{RULE}.applies", "unknown name value"),
        ({"rules.0.applies": "eval('1')"}, f"{RULE}.applies", "no function eval"),
        ({"rules.0.applies": "near('stops')"}, f"{RULE}.applies", "takes 2 arguments"),
        ({"rules.0.applies": "near('stops', 'x')"}, f"{RULE}.applies", "distance in metres"),
        ({"rules.0.applies": "intersects(stage)"}, f"{RULE}.applies", "words in quotes"),
        ({"rules.0.applies": "stage == 3"}, f"{RULE}.applies", "same kind"),
        ({"rules.0.check.ok": "value <= load_ok or value_tram <= near_m"}, f"{CHECK}.ok", "value is in m but load_ok in gånger"),
        ({"rules.0.check.ok": "1 == 1"}, f"{CHECK}.ok", "nothing that is measured"),
        ({"rules.0.applies": "has_use('vård')"}, f"{RULE}.applies", "'vård' is no use"),
        ({"rules.0.applies": "procedure == 'begransad'"}, f"{RULE}.applies", "'begransad' is not known"),
        ({"rules.2.applies": "'anmärkning' == verdict('RIS-01')"}, "rules[RIS-02].applies", "'anmärkning' is not known"),
        ({"params.value": SMALL["params"]["near_m"]}, "params.value", "taken by what is measured"),
        # S5
        ({"rules.0.check.remark": "value >= near_m"}, CHECK, "hold at once"),
        ({"params.near_m.value": 600}, CHECK, "conditions for ok and failed hold at once at value = 500.001"),
        # S6
        ({"answer_labels": {"ja": both("Ja"), "vet_ej": both("Vet ej")}}, "rules[RIS-01].answers.nej", "no name"),
        # S7
        ({"rules.0.text.brist.en": "{value:.0f} {speed}"}, f"{RULE}.text.brist.en", "{speed} is unknown"),
        ({"rules.0.text.brist.sv": "{names:.0f}"}, f"{RULE}.text.brist.sv", "takes no format"),
        ({"rules.0.text.brist.sv": "{value.real}"}, f"{RULE}.text.brist.sv", "belongs to no {name}"),
        ({"rules.0.text.brist.sv": "{value:>9}"}, f"{RULE}.text.brist.sv", "there is no format"),
        ({"rules.4.guidance.sv": "{value}"}, "rules[RIS-04].guidance.sv", "{value} is unknown"),
        ({"rules.0.text.kanske": both("x")}, f"{RULE}.text.kanske", "no such key here"),
        # S8
        ({"rules.2.applies": "verdict('RIS-09') == 'ok'"}, "rules[RIS-02].applies", "no rule RIS-09"),
        ({"rules.1.applies": "verdict('RIS-02') == 'ok'"}, "rules[RIS-01]", "RIS-01 → RIS-02 → RIS-01"),
        ({"rules.2.stages": ["program"]}, "rules[RIS-02].applies", "not tested in program"),
    ],
)  # fmt: skip
def test_every_refusal_names_its_place(changes, path, says):
    where, problem = refused(json.dumps(document(**changes)))
    assert where == path
    assert says in problem


def test_what_is_never_used_is_told():
    extra = {"title": both("x"), "value": 1, "unit": "m"}
    found = small(**{"params.lonely": extra, "layers.lonely": {"title": both("x"), "geometry": "point"},
                     "rules.1.check.ok": "value > far_m + 1", "groups.XYZ": both("x")})  # fmt: skip
    said = " ".join(one.en for one in found.warnings)
    assert "parameter lonely" in said and "role lonely" in said and "group XYZ" in said
    assert "RIS-01: no condition holds at value = 50" in said
    assert small().warnings == ()


REGION = """
schema: narvard-checklist/1
id: region_exempel
version: "1.0"
extends: liten
title: {sv: "Exempelregionens lista", en: "The example region's list"}
params:
  far_m: {value: 600}
  near_m: {value: 300, confirm: false, source: {ref: "RS 2026/1 § 4", kind: regional, read: true}}
layers:
  stops: {max_age_days: null}
departments:
  bred: {sv: "Beredskap", en: "Preparedness"}
rules:
  - {id: RIS-04, off: {sv: "Prövas inte här.", en: "Not tested here."}}
  - {id: KOL-01, severity: villkor, applies: null, text: {ok: null, brist: {sv: "För långt.", en: "Too far."}}}
  - id: RIS-03
    check: {params: {minutes: near_m}}
  - id: RIS-09
    title: {sv: "Egen regel", en: "Own rule"}
    sources: [{ref: "Egen", kind: regional, read: true}]
    stages: [samråd]
    department: bred
    severity: info
    question: {sv: "Ja?", en: "Yes?"}
    answers: {ja: ok, vet_ej: oklart}
retired_rule_ids: [RIS-08]
"""


def region(text=REGION, **texts):
    return {"region_exempel": text, "liten": json.dumps(SMALL), **texts}


def test_a_region_says_only_what_is_different():
    found = read_checklist(region(), "region_exempel")
    rules = {rule.id: rule for rule in found.rules}
    assert list(rules) == ["KOL-01", "RIS-01", "RIS-02", "RIS-03", "RIS-04", "RIS-09"]
    assert rules["RIS-04"].off.sv == "Prövas inte här." and rules["RIS-04"].question is not None
    assert (rules["KOL-01"].severity, rules["KOL-01"].applies) == ("villkor", "")
    assert {name: text.en for name, text in rules["KOL-01"].text.items()} == {"brist": "Too far."}
    assert rules["RIS-03"].check.params == {"minutes": "near_m"} and rules["RIS-03"].check.ok == "load_after <= load_ok"
    assert found.layers["stops"].max_age_days is None and found.layers["stops"].title.en == "Stops"
    assert list(found.departments) == ["rkm", "fast", "bred"]
    assert found.retired_rule_ids == ("RIS-08",) and found.based_on == ("liten 1.0",)
    # Its own number without a source does not inherit the law behind the old one; with a source it stands.
    assert (found.params["far_m"].value, found.params["far_m"].confirm, found.params["far_m"].source) == (
        600,
        True,
        None,
    )
    assert (found.params["near_m"].value, found.params["near_m"].confirm) == (300, False)


def test_the_frozen_copy_reads_as_the_same_list():
    found = read_checklist(region(), "region_exempel")
    again = read_checklist({"region_exempel": found.content}, "region_exempel")
    assert again == found and again.sha256 == found.sha256
    other_layout = json.dumps(json.loads(json.dumps(load_document(REGION, ""))), indent=7)
    assert read_checklist(region(other_layout), "region_exempel").sha256 == found.sha256
    changed = read_checklist(region(REGION.replace("600", "601")), "region_exempel")
    assert changed.sha256 != found.sha256


@pytest.mark.parametrize(
    ("texts", "path", "says"),
    [
        (region(liten=json.dumps({**SMALL, "extends": "region_exempel"})), "region_exempel.extends", "in a ring"),
        (region(REGION.replace("extends: liten", "extends: annan")), "region_exempel.extends", "there is no list annan"),
        (region(REGION.replace("id: region_exempel", "id: annan")), "id", "the list is annan"),
        (region(REGION.replace("id: RIS-09", "id: RIS-08")), "rules[RIS-08].id", "withdrawn"),
        (region(REGION.replace("id: RIS-09", "id: RIS-04")), "rules[RIS-04].id", "occurs twice"),
        (region(REGION.replace("near_m: {value: 300", "naer_m: {value: 300")), "params.naer_m.unit", "is missing"),
        (region(REGION.replace("severity: villkor", "severty: villkor")), "rules[KOL-01].severty", "no such key"),
        (region(REGION.replace("params:\n  far_m: {value: 600}", "params:\n  far_m: 600")), "params.far_m", "an object"),
        (region(REGION.replace("value: 300, confirm: false, source: {ref: \"RS 2026/1 § 4\", kind: regional, read: true}", "confirm: false")),
         "params.near_m.confirm", "read in their source"),
    ],
)  # fmt: skip
def test_a_region_s_mistakes_are_refused(texts, path, says):
    where, problem = refused(texts, "region_exempel", None)
    assert where == path and says in problem


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=8), st.just("value > 1"))
_PARTS = st.recursive(
    _SCALARS,
    lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(st.text(max_size=6), part, max_size=3)),
    max_leaves=6,
)
_PLACES = ["title", "params", "params.near_m", "layers", "rules", "rules.0", "rules.0.check", "rules.0.check.ok",
           "rules.0.check.params", "rules.0.text", "rules.1.answers", "rules.0.sources", "groups", "rules.2.applies",
           "params.near_m.source", "extends", "based_on", "retired_rule_ids"]  # fmt: skip


@settings(max_examples=250, derandomize=True, deadline=None)
@given(st.sampled_from(_PLACES), _PARTS)
def test_any_wrong_part_is_a_sentence_and_never_a_crash(place, part):
    text, problem = json.dumps(document(**{place: part if part is not None else []})), None
    try:
        read_checklist({"liten": text}, "liten")
    except ChecklistError as error:
        problem = error
    assert problem is None or (problem.sentence("sv").endswith(".") and problem.problem.en)
