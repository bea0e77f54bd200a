"""Sharing a development grant: known answers, bounds, whole kronor, and what holds for every county."""

import json

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.grant import (
    ACG,
    EXCESS,
    NEUTRAL,
    OPEN,
    PROPORTIONAL,
    STEP,
    TARIFF,
    BoundsCross,
    NobodyListed,
    NobodyOver,
    NoNeed,
    PotOutside,
    Rule,
    Units,
    allot,
    over_threshold,
    whole_kronor,
)
from narvard_plugin.core.deso.grant_effect import effect, groups_of, moved
from tests.shared import campaign, shared_file

L, I = [8000, 6000, 12000, 3000], [1.55, 1.32, 0.8, 1.0]  # noqa: E741
POT = 1_000_000
POT_RULES = (PROPORTIONAL, EXCESS, NEUTRAL)


def units(listed, index, **more):
    ids = np.array([f"u{place}" for place in range(1, len(listed) + 1)], object)
    given = {name: np.array(values, float) for name, values in more.items()}
    return Units(ids, np.array(listed, float), np.array(index, float), **given)


def share(method, *found, **rule):
    return allot(Rule(method, **rule), units(*found))


def vector(name):
    return json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))


def test_the_worked_case():
    grant = share(PROPORTIONAL, L, I, pot=POT)
    np.testing.assert_allclose(grant.exact, [376670.7168894289, 240583.23207776, 291616.03888214, 91130.01215067])
    assert grant.kronor.tolist() == [376671, 240583, 291616, 91130]
    assert share(EXCESS, L, I, pot=POT, threshold=1).kronor.tolist() == [696203, 303797, 0, 0]
    assert share(TARIFF, [1000, 2000, 500], [3.4, 2.9, 3.0], threshold=3, rate=65).kronor.tolist() == [26000, 0, 0]


def test_floor_and_ceiling_by_hand():
    """Unit 1 at the ceiling, unit 3 at the floor: what remains over 2 000 listed is 50 kronor per listed."""
    bounds = {"pot": 200_000, "floor": 20, "ceiling": 80}
    grant = share(PROPORTIONAL, [1000, 2000, 1000], [2, 1, 0.25], **bounds)
    assert grant.kronor.tolist() == [80_000, 100_000, 20_000]
    assert grant.scale == pytest.approx(50, rel=1e-9)
    assert grant.bound.tolist() == ["ceiling", "", "floor"]
    for bound in ({"floor": 60}, {"ceiling": 45}):
        with pytest.raises(PotOutside) as error:
            share(PROPORTIONAL, [1000, 2000, 1000], [2, 1, 0.25], **{**bounds, **bound})
        smallest, largest = error.value.smallest, error.value.largest
        assert (smallest, largest) == ((240_000, 320_000) if "floor" in bound else (80_000, 180_000))


def test_the_vector_of_examples():
    case = vector("allocation_examples")
    given, found = case["inputs"], case["outputs"]
    listed, index, pot = given["listed"], given["cni"], given["pot"]
    np.testing.assert_allclose(share(PROPORTIONAL, listed, index, pot=pot).exact, found["proportional"], rtol=1e-9)
    np.testing.assert_allclose(share(EXCESS, listed, index, pot=pot, threshold=1).exact, found["excess_over_1"], rtol=1e-9)  # fmt: skip
    vgr = given["vgr"]
    rule = {"threshold": vgr["threshold"], "rate": vgr["sek_per_point"]}
    grant = share(TARIFF, vgr["patients"], vgr["cni_per_patient"], **rule)
    np.testing.assert_allclose(grant.exact, found["vgr_rehab"], rtol=1e-9)


def test_the_vector_of_bounds():
    case = vector("allocation_floor_cap_small_3")
    given, found = case["inputs"], case["outputs"]
    rule = {"pot": given["pot"], "floor": given["floor_per_listed"], "ceiling": given["cap_per_listed"]}
    grant = share(PROPORTIONAL, given["listed"], given["cni"], **rule)
    np.testing.assert_allclose(grant.exact, found["amount"], rtol=1e-9)
    assert grant.scale == pytest.approx(found["lambda_"], rel=1e-9)
    assert found["infeasible_floor_60"] is None and found["infeasible_cap_45"] is None


def test_the_vector_of_variants():
    case = vector("allocation_variants_small_4")
    given, how, found = case["inputs"], case["params"], case["outputs"]
    these = units(given["listed"], given["index"], acg=given["acg"], points=given["points"])
    these = these._replace(ids=np.array(given["unit_ids"], object))
    pot, over = given["pot"], how["threshold"]
    for name, rule in {
        "neutral_share": Rule(NEUTRAL, pot, share=how["neutral_share_s"]),
        "acg_cni": Rule(ACG, pot, acg_weight=how["acg_weight_a"], index_weight=how["cni_weight_b"]),
        "tariff": Rule(TARIFF, threshold=over, rate=how["tariff_sek_per_point"]),
        "step": Rule(STEP, threshold=over, rate=how["step_sek_per_point"]),
        "proportional": Rule(PROPORTIONAL, pot),
    }.items():
        grant = allot(rule, these)
        np.testing.assert_allclose(grant.exact, found[name], rtol=1e-9, err_msg=name)
        if f"{name}_total" in found:
            assert grant.kronor.sum() == round(found[f"{name}_total"])
    whole = {"proportional": "proportional_rounded_largest_remainder", "neutral_share": "neutral_share_rounded"}
    assert allot(Rule(PROPORTIONAL, pot), these).kronor.tolist() == found[whole["proportional"]]
    neutral = allot(Rule(NEUTRAL, pot, share=how["neutral_share_s"]), these).kronor
    assert neutral.tolist() == found[whole["neutral_share"]] and neutral.sum() == found["rounded_sum"]


def test_equal_remainders_go_by_id():
    grant = allot(Rule(PROPORTIONAL, 100), units([1, 1, 1], [1, 1, 1])._replace(ids=np.array(["c", "a", "b"], object)))
    assert grant.kronor.tolist() == [33, 34, 33]
    assert whole_kronor(np.array([0.5, 0.5, 0.0]), 1).tolist() == [1, 0, 0]


def test_an_index_on_the_threshold_is_not_over_it():
    assert over_threshold(np.array([1.15, 0.1 + 0.2, 1.2]), 1.15).tolist() == [0, 0, pytest.approx(0.05)]
    assert over_threshold(np.array([0.1 + 0.2]), 0.3).tolist() == [0]


def test_who_nobody_is_listed_with_gets_nothing():
    grant = share(PROPORTIONAL, [0, 100], [np.nan, 1.2], pot=1000, floor=2, ceiling=20)
    assert grant.kronor.tolist() == [0, 1000] and grant.bound.tolist() == ["", ""]
    these = units([0, 100], [np.nan, 1.2], points=[50, 100])
    assert allot(Rule(STEP, threshold=1, rate=7), these).kronor.tolist() == [0, 700]


def test_the_largest_change_holds_only_those_who_had_something():
    """Unit 1 would have doubled, unit 2 lost half; unit 3 is new and takes what is left."""
    these = units([1000, 1000, 1000], [2, 1, 1], previous=[100_000, 120_000, np.nan])
    grant = allot(Rule(PROPORTIONAL, 300_000, max_change=0.1), these)
    assert grant.kronor.tolist() == [110_000, 108_000, 82_000]
    assert grant.bound.tolist() == ["increase", "decrease", ""]
    with pytest.raises(PotOutside) as error:
        allot(Rule(PROPORTIONAL, 300_000, max_change=0.1), these._replace(previous=np.array([1e5, 1e5, 1e5]) / 2))
    assert error.value.largest == pytest.approx(165_000)
    assert allot(Rule(PROPORTIONAL, 300_000, max_change=0.1), these._replace(previous=np.zeros(3))).bound.tolist() == [""] * 3  # fmt: skip


def test_bounds_hold_for_prices_unit_by_unit():
    grant = share(TARIFF, [100, 100, 100], [1, 2, 9], threshold=1.5, rate=10, floor=2, ceiling=20)
    assert grant.kronor.tolist() == [200, 500, 2000] and grant.bound.tolist() == ["floor", "", "ceiling"]


def test_who_lies_under_the_threshold_gets_the_floor():
    grant = share(EXCESS, [100, 100], [1, 2], pot=1000, threshold=1.5, floor=2)
    assert grant.kronor.tolist() == [200, 800] and grant.bound.tolist() == ["floor", ""]
    with pytest.raises(PotOutside) as error:  # the second unit's ceiling, and nobody else can take more
        share(EXCESS, [100, 100], [1, 2], pot=1000, threshold=1.5, ceiling=5)
    assert (error.value.smallest, error.value.largest) == (0, 500)


@pytest.mark.parametrize(
    ("error", "method", "found", "rule"),
    [
        (NobodyOver, EXCESS, ([10, 0], [1.0, 9.0]), {"threshold": 1.0}),
        (NobodyOver, TARIFF, ([10], [1.0]), {"threshold": 1.0, "rate": 5}),
        (NobodyOver, STEP, ([10], [1.0], {"points": [10]}), {"threshold": 1.0, "rate": 5}),
        (NobodyListed, PROPORTIONAL, ([0, 0], [1, 1]), {}),
        (NoNeed, PROPORTIONAL, ([10], [0]), {}),
        (NoNeed, NEUTRAL, ([10], [0]), {"share": 0.5}),
        (BoundsCross, PROPORTIONAL, ([10], [1], {"previous": [10]}), {"floor": 5, "max_change": 0.1}),
    ],
)
def test_what_cannot_be_followed(error, method, found, rule):
    *columns, more = found if isinstance(found[-1], dict) else (*found, {})
    with pytest.raises(error):
        allot(Rule(method, 100, **rule), units(*columns, **more))


people = st.integers(0, 20_000)
index = st.integers(0, 4000).map(lambda thousandths: thousandths / 1000)
counties = st.lists(st.tuples(people, index), min_size=1, max_size=30)
rules = st.sampled_from(POT_RULES)


@settings(max_examples=campaign(60, 3000), deadline=None, derandomize=True)
@given(counties, rules, st.integers(1, 10**9), st.randoms(use_true_random=False), st.floats(0, 1), st.floats(0, 1))
def test_the_sum_the_bounds_and_the_order(county, method, pot, random, where, slack):
    """Kronor sum to the pot exactly, keep floor and ceiling within a krona, and go to the units whatever their order."""
    these = units(*zip(*county))
    rule = Rule(method, pot, threshold=1.0, share=0.4)
    try:
        free = allot(rule, these)
    except (NobodyListed, NobodyOver, NoNeed):
        assume(False)
    some = these.listed > 0
    assert free.kronor.sum() == pot and (free.kronor[~some] == 0).all()
    assert (np.abs(free.kronor - free.exact) < 1 + 1e-5).all()
    mean = pot / these.listed.sum()
    bounded = rule._replace(floor=where * mean, ceiling=mean * (1 + 3 * slack))
    try:
        grant = allot(bounded, these)
    except PotOutside as error:  # too few have any need to take what the ceiling leaves
        most, bounded, grant = error.largest, rule, free
        assert most < pot and (free.exact[some] == 0).any()
    assert grant.kronor.sum() == pot
    assert (grant.kronor >= bounded.floor * these.listed - 1).all()
    assert (grant.kronor[some] <= bounded.ceiling * these.listed[some] + 1).all()
    shuffled = random.sample(range(len(county)), len(county))
    again = allot(bounded, Units(*(None if column is None else column[shuffled] for column in these)))
    np.testing.assert_array_equal(again.kronor, grant.kronor[shuffled])
    np.testing.assert_array_equal(again.exact, grant.exact[shuffled])


@settings(max_examples=campaign(50, 2000), deadline=None, derandomize=True)
@given(st.lists(index, min_size=2, max_size=20), people.filter(bool), rules, st.integers(1, 10**8), st.integers(2, 50))
def test_need_and_its_scale(indexes, listed, method, pot, scale):
    """Of two with as many listed, the needier never gets less; the scale of the index moves nothing in proportion."""
    these = units([listed] * len(indexes), indexes)
    try:
        grant = allot(Rule(method, pot, threshold=1.0, share=0.4, floor=0.2 * pot / these.listed.sum()), these)
    except (NobodyOver, NoNeed):
        assume(False)
    by_need = np.argsort(these.index, kind="stable")
    assert (np.diff(grant.exact[by_need]) >= -1e-6 * pot).all()
    more = np.diff(grant.exact[by_need]) > 1e-5
    assert (np.diff(grant.kronor[by_need])[more] >= 0).all()
    if method != EXCESS:
        rule = Rule(method, pot, share=0.4)
        scaled = allot(rule, these._replace(index=these.index * scale))
        np.testing.assert_allclose(scaled.exact, allot(rule, these).exact, rtol=1e-9, atol=1e-9)


@settings(max_examples=campaign(50, 2000), deadline=None, derandomize=True)
@given(counties, st.integers(1, 10**8), st.floats(0.01, 0.5), st.floats(-0.9, 0.9))
def test_nobody_changes_more_than_decided(county, pot, change, within):
    these = units(*zip(*county))
    try:
        before = allot(Rule(NEUTRAL, pot, share=0.2), these).kronor.astype(float)
    except (NobodyListed, NoNeed):
        assume(False)
    now = these._replace(index=these.index[::-1].copy(), previous=before)
    pot_now = round(pot * (1 + within * change))
    try:
        grant = allot(Rule(NEUTRAL, pot_now, share=0.9, max_change=change), now)
    except (PotOutside, NoNeed):
        assume(False)
    had = before > 0
    assert grant.kronor.sum() == pot_now
    assert (np.abs(grant.kronor - before)[had] <= change * before[had] + 1).all()


@settings(max_examples=campaign(50, 2000), deadline=None, derandomize=True)
@given(counties, st.sampled_from(OPEN), st.integers(1, 500))
def test_a_price_is_paid_for_what_lies_over_the_threshold(county, method, rate):
    these = units(*zip(*county))._replace(points=np.array([listed for listed, _ in county], float))
    expected = [
        listed * rate * ((i > 1) if method == STEP else max(i - 1, 0)) for listed, i in county
    ]  # fmt: skip
    assume(any(expected))
    grant = allot(Rule(method, threshold=1.0, rate=rate), these)
    np.testing.assert_allclose(grant.exact, expected, rtol=1e-9, atol=1e-9)
    assert (np.abs(grant.kronor - grant.exact) <= 0.5 + 1e-5).all()


def test_groups_and_moves():
    names = np.array(["lov", None, "egen_regi", "lov"], object)
    listed, kronor = np.array([100.0, 50, 150, 100]), np.array([300, 0, 100, 100])
    found = {name: effect(rows, listed, kronor) for name, rows in groups_of(names)}
    assert list(found) == ["egen_regi", "lov", None]
    assert found["lov"] == (2, 2, 200.0, 400, 0.5, 0.8, 1.6)
    assert found[None] == (1, 0, 50.0, 0, 0.125, 0.0, 0.0)
    assert moved(kronor, np.array([200, 50, 100, 150])) == (4, 2, 1, 1, 100, 100)
