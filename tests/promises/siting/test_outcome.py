"""What a redistribution means: regions, units and moves tell the same story and add up to each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.siting.outcome import (
    AS_BEFORE,
    LIMITED,
    MET,
    SHORT,
    balance_points,
    met_everywhere,
    move_rows,
    pareto_row,
    region_rows,
    unit_rows,
    verdict,
    waiting_over_90_days,
)
from narvard_plugin.core.siting.patients import person_minutes
from narvard_plugin.core.siting.redistribution import Plan, balance, highest_ratio
from narvard_plugin.core.siting.waiting import list_in_a_year, over_90_days
from tests.promises import promise
from tests.promises.strategies.sites import procedures
from tests.promises.unchanged import unchanged


@st.composite
def plans(draw):
    """A procedure group and any moves at all of its patients."""
    procedure, _ = draw(procedures())
    moves = np.zeros((len(procedure.unit),) * 2)
    for unit, patients in enumerate(procedure.group.need):
        for other in range(len(moves)):
            left = int(patients - moves[unit].sum())
            if other != unit and left > 0:
                moves[unit, other] = draw(st.integers(0, left))
    return procedure, Plan(moves, True)


def total(rows, name):
    return sum(row[name] for row in rows)


@promise(
    "units add up to regions, what leaves one comes to another, and shares are shares",
    region_rows,
    unit_rows,
    move_rows,
    usual=6,
)
@given(plans())
def test_rows_add_up(drawn):
    procedure, plan = drawn
    group = procedure.group
    regions, units, moves = (
        unchanged(region_rows)(procedure, plan, MET),
        unchanged(unit_rows)(procedure, plan),
        unchanged(move_rows)(procedure, plan),
    )
    assert [row["region"] for row in regions] == sorted(set(procedure.region)) and len(units) == len(group.need)
    assert total(regions, "moved_out") == total(regions, "moved_in")
    assert total(regions, "moved_out") + total(regions, "moved_within") == total(moves, "patients") == plan.moves.sum()
    assert [row["patients"] for row in moves] == sorted((row["patients"] for row in moves), reverse=True)
    for name in ("volume_before", "volume_after", "capacity"):
        assert total(regions, name) == pytest.approx(total(units, name))
    assert total(regions, "need") == total(units, "demand_before") == total(units, "demand_after") == group.need.sum()
    for row in regions:
        own = [unit for unit in units if unit["region"] == row["region"]]
        assert row["need"] == total(own, "demand_before")
        assert row["need"] - row["moved_out"] + row["moved_in"] == total(own, "demand_after")
        if row["capacity"] > 0:
            assert row["load_after"] == pytest.approx(total(own, "demand_after") / row["capacity"])
        else:
            assert np.isnan(row["load_before"]) and np.isnan(row["load_after"])
        for name in [name for name in row if name.startswith(("share_over", "waiting_share"))]:
            assert np.isnan(row[name]) or -1e-9 <= row[name] <= 1 + 1e-9, name
        assert row["volume_after"] <= row["capacity"] + 1e-9 and row["verdict"] == MET
    for row in units:
        assert row["under_floor"] == (row["volume_after"] < row["floor"])
    extra, unknown = person_minutes(plan.moves, procedure.areas.extra)
    assert total(regions, "moved_unknown") == unknown
    assert sum(0 if np.isnan(row["person_minutes"]) else row["person_minutes"] for row in regions) == pytest.approx(
        extra
    )
    told = [row for row in moves if not np.isnan(row["extra_minutes"])]
    assert sum(row["patients"] * row["extra_minutes"] for row in told) == pytest.approx(extra)


@promise("a plan's row counts its moves and all beyond capacity, and waiting is today's and a year's of the lists that are known", pareto_row,
         waiting_over_90_days, usual=6)  # fmt: skip
@given(plans())
def test_pareto_and_waiting(drawn):
    procedure, plan = drawn
    group, load = procedure.group, plan.load(procedure.group.need)
    row = unchanged(pareto_row)(procedure, plan, "here")
    assert row["moved"] == plan.moves.sum() and row["units"] == (load > 0).sum() and row["point"] == "here"
    assert row["highest_load"] == highest_ratio(load, group.capacity)
    assert row["beyond_capacity"] == pytest.approx(sum(max(a - b, 0) for a, b in zip(load, group.capacity)))
    assert row["beyond_capacity"] >= group.need.sum() - group.capacity.sum() - 1e-9
    assert np.isnan(row["waiting_share_after"]) or 0 <= row["waiting_share_after"] <= 1
    today, later = unchanged(waiting_over_90_days)(procedure, load)
    known = ~np.isnan(procedure.number)
    assert today == pytest.approx((procedure.number * procedure.share)[known].sum())
    waiting = list_in_a_year(procedure.number, load, group.capacity)[known]
    assert later == pytest.approx(over_90_days(waiting, load[known]).sum())


@promise("the word for a plan is short just where all units together cannot do what is needed, else says what held it back", verdict,
         met_everywhere, usual=8)  # fmt: skip
@given(plans(), st.sampled_from((0.0, 3.0)))
def test_verdict(drawn, lacking):
    procedure, plan = drawn
    group = procedure.group
    word = unchanged(verdict)(procedure, plan, lacking)
    assert (word == SHORT) == (group.need.sum() > group.capacity.sum())
    if word != SHORT:
        assert word == (LIMITED if lacking else MET if plan.moves.any() else AS_BEFORE)
    load = plan.load(group.need)
    met = unchanged(met_everywhere)(group, load)
    if (load <= group.capacity).all():
        assert met
    elif group.capacity.sum() > 0:
        even = group.capacity * group.need.sum() / group.capacity.sum()
        assert met == (np.abs(load - even).max() <= 1 + 1e-6)
    else:
        assert not met


@promise(
    "from today to the full balance no quarter of the moves more makes the highest ratio higher",
    balance_points,
    usual=3,
    long=100,
)
@given(procedures())
def test_balance_points(drawn):
    procedure, _ = drawn
    best = balance(procedure.group, 20)
    rows = unchanged(balance_points)(procedure, best, 20)
    moved = [row["moved"] for row in rows]
    assert moved == sorted(moved) and {row["point"] for row in rows} == {
        "today",
        "within_capacity",
        "25 %",
        "50 %",
        "75 %",
        "chosen",
    }
    at = {row["point"]: row for row in rows}
    assert at["today"]["moved"] == 0 and at["chosen"]["moved"] == best.moves.sum()
    for quarter in (25, 50, 75):
        assert at[f"{quarter} %"]["moved"] <= best.moves.sum() * quarter // 100
    peaks = [at[point]["highest_load"] for point in ("today", "25 %", "50 %", "75 %")]
    assert all(later <= earlier + 1e-6 for earlier, later in zip(peaks, peaks[1:]))
    assert at["within_capacity"]["beyond_capacity"] <= min(row["beyond_capacity"] for row in rows) + 1e-6
