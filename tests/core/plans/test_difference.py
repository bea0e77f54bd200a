"""Differences between versions: by hand, and the laws that hold for any two versions."""

import json

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.affected import CASE, DOCUMENTS, PLAN, PROVISIONS, affected_inputs, is_affected
from narvard_plugin.core.plans.building_rights import Ground
from narvard_plugin.core.plans.checklist import Check, Rule
from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.difference import (
    ADDED,
    AREA,
    BY_IDENTITY,
    BY_PLACE,
    MOVED,
    REMOVED,
    VALUE,
    WORDING,
    Limits,
    Strips,
    changes,
    matched,
)
from narvard_plugin.core.plans.difference_totals import (
    ABOVE_DATUM,
    ABOVE_GROUND,
    DOCUMENT_GONE,
    DOCUMENT_NEW,
    PLAN_AREA,
    USE_AREA,
    USE_GROSS,
    Version,
    totals,
)
from narvard_plugin.core.plans.plan_content import documents_frame, provisions_frame

from .checklist_steps import shipped_text
from .test_provision_values import GROSS, HIGH, PROPERTY, USE, told


def square(x, y=0, side=100):
    return (x, y, x + side, y + side)


def area_of(box):
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def shared_of(a, b):
    return area_of((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))


def compared(before, after):
    """Changes between two lists of (provision, box)."""
    tables = [provisions_frame([row for row, _ in side]) for side in (before, after)]
    boxes = [[box for _, box in side] for side in (before, after)]
    areas = [np.array([area_of(box) for box in side], float) for side in boxes]
    shared = np.array([[shared_of(a, b) for b in boxes[1]] for a in boxes[0]], float).reshape(
        len(boxes[0]), len(boxes[1])
    )
    pairs = matched(*tables, shared, *areas)

    def strips(pair):
        both = shared[pair.before, pair.after]
        gained, lost = areas[1][pair.after] - both, areas[0][pair.before] - both
        return Strips(*(value if value > 50 else 0.0 for value in (gained, lost)))

    return changes(*tables, pairs, strips, *areas), pairs, tables


def rule(kind="distance", applies="", **more):
    check = Check(kind, ok="value > 0", **more)
    return Rule("AAA-01", None, None, (), ("samråd",), "rut", (), "rad", applies, check, None, {})


def care(name="d", identity=None, **more):
    return {"provision_id": name, "national_id": identity, "kind": USE, "designation": "D", "category": "Vård", **more}


def height(name, metres, identity=None, code=HIGH + "Nockhojd"):
    wording = f"Högsta nockhöjd är {metres} meter"
    return {"provision_id": name, "national_id": identity, "kind": PROPERTY, "code": code, "wording": wording,
            "values_json": told(metres, "meter", "max")}  # fmt: skip


def kinds(found):
    return [change.change for change in found[0]]


def test_a_lost_use_is_removed_even_where_its_identity_lives_on():
    housing = {**care("x", "id-1"), "designation": "B", "category": "Bostäder"}
    found = compared([(care("d", "id-1"), square(0))], [(housing, square(0))])
    assert kinds(found) == [REMOVED, ADDED]


def test_a_height_is_told_in_metres_and_significant_from_one():
    for after, significant in ((12.9, False), (13, True), (11, True)):
        found = compared([(height("a", 12), square(0))], [(height("b", after), square(0))])
        (change,) = found[0]
        assert (change.change, change.before, change.after, change.unit) == (VALUE, 12, after, "m")
        assert change.significant == significant
        assert found[1][0].by == BY_PLACE


def test_another_datum_is_another_provision():
    other = height("b", 90, code=HIGH + "NockhojdNollplan")
    assert kinds(compared([(height("a", 12), square(0))], [(other, square(0))])) == [REMOVED, ADDED]


def test_identity_goes_before_place_and_place_needs_half():
    moved_far = compared([(care("a", "id-1"), square(0))], [(care("b", "id-1"), square(500))])
    assert kinds(moved_far) == [MOVED] and moved_far[1][0].by == BY_IDENTITY
    assert kinds(compared([(care("a"), square(0))], [(care("b"), square(500))])) == [REMOVED, ADDED]
    assert kinds(compared([(care("a"), (0, 0, 100, 100))], [(care("b"), (0, 0, 100, 50))])) == [AREA]
    assert kinds(compared([(care("a"), (0, 0, 100, 100))], [(care("b"), (0, 0, 100, 49))])) == [REMOVED, ADDED]


def test_a_border_that_is_moved_keeps_its_area():
    found = compared([(care("a"), square(0))], [(care("b"), square(20))])
    assert kinds(found) == [MOVED] and found[0][0].significant
    assert kinds(compared([(care("a"), square(0))], [(care("b"), square(0.4))])) == []


def test_words_and_numbers_are_told_apart():
    before = {"provision_id": "a", "kind": PROPERTY, "code": "DP_KM_Eg_Utf_Fasad", "wording": "Fasad av trä"}
    after = {**before, "wording": "Fasad av tegel"}
    assert kinds(compared([(before, square(0))], [(after, square(0))])) == [WORDING]
    text = {**before, "values_json": json.dumps([{"datatyp": "text", "variabelvarde": "trä"}])}
    other = {**before, "values_json": json.dumps([{"datatyp": "text", "variabelvarde": "tegel"}])}
    assert kinds(compared([(text, square(0))], [(other, square(0))])) == [VALUE]
    months = compared(
        [({**care("a"), "valid_months": 60}, square(0))], [({**care("a"), "valid_months": 120}, square(0))]
    )
    assert [(change.before, change.after, change.unit) for change in months[0]] == [(60, 120, "mån")]


def test_a_number_of_an_older_code_is_told_and_its_heights_are_not_clear():
    found = compared(
        *(
            [(height(name, metres, code="DP_KM_Eg_Utform_Nockhojd_Meter"), square(0))]
            for name, metres in (("a", 13), ("b", 20))
        )
    )
    (change,) = found[0]
    assert (change.change, change.before, change.after, change.significant) == (VALUE, 13, 20, True)
    whole = totals(*(Version(1, table, documents_frame(), Ground({}, {})) for table in found[2]))
    assert [figure.clear for figure in whole.figures if figure.measure == ABOVE_GROUND] == [False]


def test_provisions_without_a_place_are_matched_by_what_they_say():
    nowhere = (0, 0, 0, 0)
    before = [(height("a", 12), nowhere), (height("b", 31), nowhere)]
    after = [(height("c", 31), nowhere), (height("d", 14), nowhere)]
    (change,) = compared(before, after)[0]
    assert (change.before, change.after) == (12, 14)


CODES = st.sampled_from([GROSS, HIGH + "Nockhojd", HIGH + "Totalhojd"])
ROWS = st.tuples(
    CODES, st.integers(1, 3), st.sampled_from(["", "i1", "i2", "i3"]), st.integers(0, 3), st.sampled_from(["a", "b"])
)


def version(rows, name):
    return [
        ({"provision_id": f"{name}{at}", "national_id": identity or None, "kind": PROPERTY, "code": code,
          "wording": f"{word} {number}", "values_json": told(number)}, square(60 * place))
        for at, (code, number, identity, place, word) in enumerate(rows)
    ]  # fmt: skip


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.lists(ROWS, max_size=6), st.lists(ROWS, max_size=6))
def test_what_came_one_way_went_the_other(first, second):
    forth, there, _ = compared(version(first, "a"), version(second, "b"))
    back, again, _ = compared(version(second, "b"), version(first, "a"))
    assert {(pair.before, pair.after) for pair in there} == {(pair.after, pair.before) for pair in again}
    turned = {ADDED: REMOVED, REMOVED: ADDED}

    def told_of(found, swap):
        return sorted(
            repr((turned.get(c.change, c.change) if swap else c.change, *((c.row_after, c.row_before) if swap else (c.row_before, c.row_after)),
                  *((c.after, c.before) if swap else (c.before, c.after)), c.unit, c.significant, c.matched_by))
            for c in found
        )  # fmt: skip

    assert told_of(forth, False) == told_of(back, True)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(ROWS, max_size=6))
def test_a_version_has_not_changed_from_itself(rows):
    found, pairs, tables = compared(version(rows, "a"), version(rows, "b"))
    assert found == [] and len(pairs) == len(rows)
    same = Version(1000, tables[0], documents_frame(), Ground({}, {}))
    whole = totals(same, same)
    assert not [figure for figure in whole.figures if figure.significant]
    assert not affected_inputs([], whole, [], [])


def test_totals_tell_uses_heights_and_documents():
    use_b = {"provision_id": "b", "kind": USE, "designation": "B"}
    ground = Ground({"b": [0], "d": [1]}, {0: 6000.0, 1: 3000.0}, own={"e": 6000.0}, shared={("e", 0): 6000.0})
    gross = {"provision_id": "e", "kind": PROPERTY, "code": GROSS, "values_json": told(17000)}
    before = Version(
        9000, provisions_frame([use_b, care(), gross, height("h", 16)]),
        documents_frame([{"name": "PM buller", "role": "planeringsunderlag", "investigation": "bullerutredning"}]), ground,
    )  # fmt: skip
    after = Version(
        9000, provisions_frame([use_b, {**gross, "values_json": told(19400)}, height("h", 31)]),
        documents_frame([{"name": "Plankarta", "role": "plankarta"}]), ground,
    )  # fmt: skip
    found = totals(before, after)
    figures = {(figure.measure, figure.use): figure for figure in found.figures}
    assert found.lost == ("D",) and found.gained == ()
    assert figures[USE_AREA, "D"][2:4] == (3000, 0) and figures[USE_AREA, "D"].significant
    assert figures[USE_GROSS, "B"].delta == 2400 and figures[USE_GROSS, "B"].clear
    assert figures[ABOVE_GROUND, ""].delta == 15 and (ABOVE_DATUM, "") not in figures
    assert not figures[PLAN_AREA, ""].significant and not figures[USE_AREA, "S"].significant
    assert (DOCUMENT_NEW, "plankarta: Plankarta") in figures
    assert (DOCUMENT_GONE, "planeringsunderlag: bullerutredning: PM buller") in figures
    back = totals(after, before)
    assert back.gained == ("D",) and back.lost == ()


def test_only_rules_whose_inputs_changed_are_run_again():
    before, after = [(care("d"), square(0)), (height("a", 12), square(0))], [(height("b", 31), square(0))]
    found, _, tables = compared(before, after)
    versions = [Version(10_000, table, documents_frame(), Ground({}, {})) for table in tables]
    changed = affected_inputs(found, totals(*versions), *(table.to_dict("records") for table in tables))
    assert {"use:D", "uses", f"code:{HIGH}Nockhojd"} <= changed and PLAN not in changed
    assert is_affected(rule("use_area", use=("D",)), changed) and not is_affected(
        rule("use_area", use=("S",)), {"use:D"}
    )
    assert is_affected(rule("provision_value", params={"codes": HIGH + "*"}), changed)
    assert not is_affected(rule("provision_value", params={"codes": "DP_KM_Eg_Utnytt_*"}), changed)
    assert not is_affected(rule("intersects"), changed) and is_affected(rule("intersects"), {PLAN})
    assert is_affected(rule("intersects", applies="has_use('D', 'S')"), changed)
    assert not is_affected(rule("intersects", applies="has_use('B')"), changed)
    assert is_affected(rule("capacity"), {CASE}) and is_affected(rule("intersects", applies="dwellings > 0"), {CASE})
    assert is_affected(rule("document_present"), {DOCUMENTS}) and not is_affected(rule("document_present"), changed)
    assert is_affected(rule("prior_remarks"), set()) and is_affected(rule("processing"), set())
    assert is_affected(rule("intersects", applies="verdict('RIS-01') == 'ok'"), set())


def test_of_the_shipped_list_only_what_leans_on_the_change_is_run_again():
    rules = {one.id: one for one in read_checklist({"region_grund": shipped_text()}, "region_grund").rules}
    higher = {PROVISIONS, f"code:{HIGH}Totalhojd"}
    again = {name for name, one in rules.items() if one.check and is_affected(one, higher)}
    heights = {
        name for name, one in rules.items() if one.check and one.check.type in ("provision_value", "height_surface")
    }
    assert len(heights) >= 2 and heights <= again and len(again) < len(rules) / 2
    moved = {name for name, one in rules.items() if is_affected(one, {PLAN})}
    assert {name for name, one in rules.items() if one.check and one.check.layer} <= moved


def test_limits_can_be_set():
    tables = [provisions_frame([height("a", 12)]), provisions_frame([height("b", 12.5)])]
    one = np.array([[100.0]]), np.array([100.0]), np.array([100.0])
    pairs = matched(*tables, *one)
    found = changes(*tables, pairs, lambda pair: Strips(), *one[1:], Limits(height_m=0.5))
    assert [change.significant for change in found] == [True]
