"""Numbers of few people in tables that are published together: by hand, and by trying to work them out."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.open_data.protection import People, hide


def people(keys, counts=None, shares=None, rests=None, whole="population", group=None):
    counts, shares, rests = (
        {name: np.array(values, float) for name, values in (part or {}).items()} for part in (counts, shares, rests)
    )
    return People(list(keys), group or [""] * len(keys), counts, shares, rests, whole if whole in counts else "")


def told(hidden, at=0):
    return {name: mask.astype(int).tolist() for name, mask in hidden.fields[at].items()}


def test_a_small_number_takes_the_next_smallest_with_it():
    assert told(hide([people("abcd", {"population": [3, 50, 20, 400]})], 5)) == {"population": [1, 0, 1, 0]}


def test_a_table_without_few_is_told_whole():
    one = people("abc", {"population": [5, 50, 0]}, {"share_old": [0, 0.5, 0]}, {"median_income": [200, 210, np.nan]})
    hidden = told(hide([one], 5))
    assert hidden["population"] == [0, 0, 0]
    assert hidden["share_old"] == [0, 0, 1]  # a share of nobody
    assert hidden["median_income"] == [0, 0, 0]


def test_the_same_number_in_two_tables_is_hidden_in_both():
    areas = people("abc", {"population": [400, 500, 600], "old": [3, 90, 80]})
    again = people("cba", {"people": [600, 500, 400], "aldre": [80, 90, 3]}, whole="people")
    hidden = hide([areas, again], 5)
    assert told(hidden)["old"] == [1, 0, 1]
    assert told(hidden, 1)["aldre"] == [1, 0, 1]


def test_a_total_in_one_table_protects_the_parts_in_another():
    """Of 300 in b, 297 are reached: the three others stand in neither table, and follow from both."""
    areas = people("abc", {"population": [400, 300, 600]})
    reached = people("abc", {"population_reached": [350, 297, 500]}, whole="")
    hidden = hide([areas, reached], 5)
    assert any(told(hidden)["population"]) or any(told(hidden, 1)["population_reached"])
    assert told(hidden)["population"][1] or told(hidden, 1)["population_reached"][1]


def test_parts_are_protected_under_their_total():
    one = people(
        "abc", {"population": [100, 200, 300], "population_own": [97, 150, 200], "population_other": [3, 50, 100]}
    )
    hidden = told(hide([one], 5))
    assert hidden["population_other"][0] and hidden["population_own"][0] + hidden["population"][0]


def test_a_share_that_gives_a_hidden_number_goes_with_it():
    one = people(
        "abc",
        {"population": [400, 500, 600], "old": [3, 90, 80]},
        {"share_old": [0.75, 18, 13.3], "share_other": [40, 41, 42]},
    )
    hidden = told(hide([one], 5))
    assert hidden["old"] == [1, 0, 1]
    assert hidden["share_old"] == [1, 0, 1]
    assert hidden["share_other"] == [0, 0, 0]


def test_a_change_that_gives_a_hidden_number_goes_with_it():
    one = people(
        "abc",
        {"population": [400, 500, 600], "old": [3, 90, 80], "old_before": [9, 70, 60]},
        rests={"change": [-6, 20, 20]},
    )
    hidden = told(hide([one], 5))
    assert hidden["old"][0] and (hidden["change"][0] or hidden["old_before"][0])


def test_a_mean_of_few_is_hidden_and_one_of_many_is_not():
    one = people("abc", {"population": [3, 50, 4]}, rests={"mean_minutes": [12, 13, np.nan]})
    assert told(hide([one], 5))["mean_minutes"] == [1, 0, 0]


def test_tables_of_other_things_do_not_touch_each_other():
    hidden = hide([people("abc", {"population": [3, 4, 90]}), people("xyz", {"population": [30, 40, 90]})], 5)
    assert told(hidden, 1)["population"] == [0, 0, 0]


def test_a_sum_that_nothing_can_be_hidden_with_is_told_of():
    assert hide([people("a", {"population": [3]})], 5).open_sums == [(0, "population")]


def test_tables_without_people_or_rows():
    assert hide([people("ab", shares={"share": [0.1, 0.2]}), people("", {"population": []})], 5).open_sums == []


def test_a_hidden_number_is_not_told_by_its_parts_in_another_table():
    """County 64; 0001 has 3, so 0002's 20 goes with it; of its areas 12 and 8 would sum to it."""
    areas = people(
        ["a1", "a2", "b1", "b2", "c1", "c2"],
        {"old": [3, 0, 12, 8, 20, 21]},
        whole="",
        group=["1", "1", "2", "2", "3", "3"],
    )
    municipalities = people(["1", "2", "3"], {"aldre": [3, 20, 41]}, whole="")
    found = hide([areas, municipalities], 5)
    assert told(found, 1)["aldre"] == [1, 1, 0]
    assert told(found)["old"] == [1, 1, 1, 1, 0, 0]


def test_a_municipality_of_one_area_does_not_open_the_others():
    """The only area of 3 is no company for the 3 in 1, whose own sum is known."""
    one = people("abcd", {"old": [3, 9, 40, 4]}, whole="", group=["1", "1", "1", "3"])
    found = hide([one], 5)
    assert told(found)["old"] == [1, 1, 0, 1]
    assert found.open_sums == [(0, "old")]


counts = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=7)


def worked_out(cells, masks, group):
    """Hidden cells (rows, columns) that the sums of columns within groups, and own + other = all, leave only one value for."""
    at = {place: number for number, place in enumerate(zip(*np.nonzero(masks)))}
    lines = []
    for row in range(len(cells)):
        lines.append({(row, 0): 1.0, (row, 1): 1.0, (row, 2): -1.0})
    for column in range(3):
        for own in set(group):
            lines.append({(row, column): 1.0 for row in range(len(cells)) if group[row] == own})
    equations = np.zeros((len(lines), max(len(at), 1)))
    for number, line in enumerate(lines):
        for place, sign in line.items():
            if place in at:
                equations[number, at[place]] = sign
    _, size, right = np.linalg.svd(equations)
    free = right[int((size > 1e-9).sum()) :]
    return {place for place, number in at.items() if not np.any(np.abs(free[:, number]) > 1e-9)}


@settings(derandomize=True, max_examples=80, deadline=None)
@given(counts, st.lists(st.sampled_from("12"), min_size=7, max_size=7))
def test_no_hidden_few_can_be_worked_out_over_two_tables(rows, groups):
    """People in one table, of whom own and other in a second; sums by municipality are known."""
    own, other = np.array(rows, float).T
    keys, group = [str(number) for number in range(len(rows))], groups[: len(rows)]
    group = ["1"] * len(rows) if min(map(group.count, group)) == 1 else group  # the sum of one is the number itself
    tables = [
        people(keys, {"population": own + other}, group=group),
        people(keys, {"population_own": own, "population_other": other}, whole="", group=group),
    ]
    found = hide(tables, 5)
    names = ["population_own", "population_other", "population"]
    cells = np.column_stack([own, other, own + other])
    masks = np.column_stack([found.fields[1][names[0]], found.fields[1][names[1]], found.fields[0][names[2]]])
    few = (cells > 0) & (cells < 5)
    assert not (few & ~masks).any()
    opened = {name for _, name in found.open_sums}
    told = {(row, column) for row, column in worked_out(cells, masks, group) if few[row, column]}
    assert {names[column] for _, column in told} <= opened


def table(keys, counts, shares=None, rests=None, group=None, parents=(), whole="population"):
    numbers = [
        {name: np.array(values, float) for name, values in (own or {}).items()} for own in (counts, shares, rests)
    ]
    return People(keys, group or [""] * len(keys), *numbers, whole, parents)


def test_a_sum_at_any_level_does_not_tell_the_one_part_that_is_hidden():
    """Small areas in parishes, which are no municipalities: another layer has the parishes' sums."""
    parish = ["n", "n", "s", "s", "s"]
    areas = table("abcde", {"population": [500, 600, 700, 800, 900], "old": [3, 90, 80, 70, 60]}, parents=[parish])
    sums = table("ns", {"population": [1100, 2400], "old": [93, 210]})
    told = hide([areas, sums], 5).fields[0]["old"]
    assert told[0] and told[1]
    assert hide([areas], 5).fields[0]["old"].sum() == 2


def test_a_hidden_sum_of_one_part_hides_the_part():
    areas = table("abc", {"population": [500, 600, 700], "old": [50, 60, 2]}, parents=[["x", "y", "z"]])
    sums = table(["x", "y", "z", "w"], {"population": [500, 600, 700, 40], "old": [50, 60, 2, 40]})
    own, over = (one["old"] for one in hide([areas, sums], 5).fields)
    assert over[2] and own[2] and (own == over[:3]).all()


def test_a_rate_of_few_is_hidden_though_the_number_stands_nowhere():
    rates = {"patients_per_1000": [2.0, 30.0], "fall_per_100000": [200.0, 3000.0]}
    told = hide([table("ab", {"population": [1000, 1000]}, rests=rates)], 5).fields[0]
    assert told["patients_per_1000"].tolist() == told["fall_per_100000"].tolist() == [True, False]


def test_a_small_per_cent_is_read_as_its_name_says():
    told = hide(
        [table("ab", {"population": [1000, 1000]}, {"procent_old": [0.3, 0.9], "share_old": [0.3, 0.9]})], 5
    ).fields[0]
    assert told["procent_old"].tolist() == [True, False] and not told["share_old"].any()


def test_what_hid_a_small_number_before_goes_on_hiding_it():
    areas = table("abc", {"population": [500, 600, 700], "old": [3, 90, 80]})
    first = hide([areas], 5).fields[0]["old"]
    other = np.array([True, True, False])
    assert first.tolist() == [True, False, True]
    told = hide([areas], 5, before=[{"old": other}]).fields[0]["old"]
    assert (told >= other).all()
