"""What the watch tells apart: the same plan under another name, a plan that is gone, and a municipality that is silent."""

from datetime import date

from narvard_plugin.core.plans.watch import (
    Change,
    Known,
    Seen,
    changes,
    contacts,
    match,
    new_plans,
    nobody_sent,
    told_apart,
    vanished,
)

TODAY = date(2026, 12, 7)


def case(plan_id, designation="", name="", status="samråd", **more):
    return Known(plan_id, "9901", designation, name, **{"national_id": "", "status": status, **more})


def item(item_id, designation="", name="", status="samråd", **more):
    return Seen(item_id, "karta", more.pop("municipality", "9901"), designation, name, status, **more)


def pairs(matched):
    return {(one.plan_id, other.item_id) for one, other in matched.pairs}


def test_a_plan_is_known_by_id_then_designation_then_name():
    cases = [
        case("by id", "P1", "Eken", national_id="u-1"),
        case("by item id", national_id="u-2"),
        case("by designation", "P 3", "Boken"),
        case("by name", "", "Kv.  Alen"),
        case("alone", "P9", "Granen"),
    ]
    items = [
        item("a", "P7", "Something else", national_id="u-1"),
        item("u-2"),
        item("c", "p 3", "Another name"),
        item("d", "P4", "kv. alen"),
        item("e", "P9", "Granen", municipality="9902"),
    ]
    matched = match(cases, items)
    assert pairs(matched) == {("by id", "a"), ("by item id", "u-2"), ("by designation", "c"), ("by name", "d")}
    assert [one.item_id for one in matched.unknown] == ["e"]
    assert [one.plan_id for one in matched.missing] == ["alone"]


def test_the_words_before_a_name_make_no_other_plan_but_a_change_of_a_plan_is_another():
    cases = [case("letter", name="Bryggan"), case("list", name="Förslag till ny detaljplan för  Kajen")]
    items = [
        item("a", name="Detaljplan för Bryggan"),
        item("b", name="kajen"),
        item("c", name="Ändring av detaljplan för Kajen"),
    ]
    matched = match(cases, items)
    assert pairs(matched) == {("letter", "a"), ("list", "b")} and [one.item_id for one in matched.unknown] == ["c"]
    assert not [change for one, other in matched.pairs for change in changes(one, other)]


def test_a_name_that_two_plans_share_tells_neither():
    matched = match(
        [case("x", "", "Centrum")], [item("a", "", "Centrum"), item("b", "", "Centrum"), item("c", "P1", "Torget")]
    )
    assert pairs(matched) == set()
    new, _ = new_plans(matched)
    assert [one.item_id for one in told_apart(new, matched)] == ["c"]
    national = [item("a", "", "Centrum", national_id="u"), item("b", "", "Centrum")]
    matched = match([], national)
    assert told_apart(national, matched) == national[:1]


def test_another_identity_is_another_plan_though_it_be_called_the_same():
    matched = match([case("x", "P1", "Eken", national_id="u-1")], [item("a", "P1", "Eken", national_id="u-2")])
    assert pairs(matched) == set() and [one.item_id for one in matched.unknown] == ["a"]


def test_two_sources_tell_of_one_plan_and_the_later_stage_counts():
    for known in (case("x", "P1", "Eken", national_id="u-1"), case("x", "P1", "Eken")):
        items = [
            item("u-1", "P1", "Eken", "samråd", national_id="u-1")._replace(source="ngp"),
            item("k7", "p1", "", "granskning"),
        ]
        matched = match([known], items)
        assert len(matched.pairs) == 1 == len(matched.again) and not matched.unknown and not matched.missing
        assert [stage for _, _, stage in nobody_sent(matched, {"x": {"samråd"}})] == ["granskning"]
        matched = match([known], [*items, item("k8", "P1")])  # which of the two in the map it is nobody knows
        assert len(matched.unknown) == 2


def test_plans_in_force_are_not_new_and_are_counted():
    matched = match([], [item("a", "P1"), item("b", "P2", status="Laga kraft"), item("c", "P3", status="")])
    new, left_out = new_plans(matched)
    assert [one.item_id for one in new] == ["a", "c"] and left_out == 1


def test_what_changed_is_told_with_before_and_after():
    known = case("x", "P1", "Eken")
    assert changes(known, item("a", "P1", "EKEN ", "Samråd")) == []
    assert changes(known, item("a", "P1", "Ekbacken", "granskning"), 120.4) == [
        Change("status", "samråd", "granskning"),
        Change("name", "Eken", "Ekbacken"),
        Change("area", "", "120"),
    ]
    assert changes(known, item("a", "P1", "", "")) == []  # a source that tells nothing contradicts nothing
    back = known._replace(vanished="2026-05-01")
    assert changes(back, item("a", "P1", "Eken")) == [Change("back", "2026-05-01", "")]


def test_a_watched_case_is_compared_with_what_its_source_said_before():
    watched = case("x", "P1", "Eken", status="bevakad")
    assert changes(watched, item("a", "P1", "Eken", "granskning")) == []
    watched = watched._replace(source_status="samråd")
    assert changes(watched, item("a", "P1", "Eken", "granskning")) == [Change("status", "samråd", "granskning")]
    stands = case("x", "P1", "Eken", status="granskning", source_status="samråd")  # a person was first
    assert changes(stands, item("a", "P1", "Eken", "granskning")) == []


def test_gone_is_what_a_source_told_of_before_and_was_asked_about_again():
    matched = match(
        [
            case("gone", source="karta"),
            case("by letter", source="brev"),
            case("ended", source="karta", status="laga kraft"),
            case("seen before", source="brev", last_seen="2026-01-01"),
            case("elsewhere", source="karta")._replace(municipality="9902"),
        ],
        [],
    )
    assert [one.plan_id for one in vanished(matched, {"9901": {"karta"}})] == ["gone", "seen before"]
    assert vanished(matched, {}) == []
    seen = {"source": "ngp", "last_seen": "2026-01-01"}
    found = match([
        case("platform", came_by="NGP", **seen), case("map", came_by="kommunens_karta", **{**seen, "source": "karta mars"}),
        case("in force by its source", status="bevakad", source_status="Laga kraft", **seen),
    ], [])  # fmt: skip
    told = {source: [one.plan_id for one in vanished(found, {"9901": {source}})] for source in ("ngp", "karta april")}
    assert told == {"ngp": ["platform"], "karta april": ["map"]}


def test_a_stage_that_nobody_asked_about():
    cases = [
        case("asked", "P1"),
        case("moved on", "P2"),
        case("not in a source", "P3", status="granskning"),
        case("rest", "P4", status="vilande"),
    ]
    items = [item("a", "P1"), item("b", "P2", status="Granskning"), item("new", "P8")]
    found = nobody_sent(match(cases, items), {"asked": {"samråd"}, "moved on": {"samråd"}})
    told = {(one.plan_id if one else "", other.item_id if other else "", stage) for one, other, stage in found}
    assert told == {("", "new", "samråd"), ("moved on", "b", "granskning"), ("not in a source", "", "granskning")}


def test_every_municipality_is_told_of_and_red_after_the_limit():
    spoken = [
        ("9901", date(2026, 9, 8), "dialogue"),  # 90 days ago
        ("9901", date(2027, 1, 1), "dialogue"),  # only planned
        ("9902", date(2026, 9, 7), "contact"),  # 91 days ago
        ("9902", date(2025, 9, 7), "referral"),
    ]
    checks = [
        ("9901", date(2026, 12, 1), "ngp", 0),
        ("9901", date(2026, 11, 1), "karta", 7),
        ("9903", date(2026, 12, 1), "ngp", 2),
    ]
    found = {one.municipality: one for one in contacts(["9903", "9901", "9902"], spoken, checks, TODAY, 90)}
    assert list(found) == ["9901", "9902", "9903"]
    assert [(one.days, one.how, one.silent) for one in found.values()] == [
        (90, "dialogue", False), (91, "contact", True), (None, "", True),
    ]  # fmt: skip
    assert (found["9901"].checked, found["9901"].sources, found["9901"].found) == (
        date(2026, 12, 1),
        ("karta", "ngp"),
        0,
    )
    assert found["9902"].checked is None and found["9902"].found is None
