"""What a rule's verdict rests on, and the small sums that measuring needs."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.departures import ordinary_weekday, per_day, per_hour
from narvard_plugin.core.plans.inputs import PlanInput, earlier_version, newest_version, stage_of
from narvard_plugin.core.plans.judging import Confirmed
from narvard_plugin.core.plans.obstacle import Surface, margin_of, read_surface
from narvard_plugin.core.plans.plan_content import documents_frame, provisions_frame
from narvard_plugin.core.plans.review_run import Binding, input_sha256, quantile, roles_of
from narvard_plugin.core.transit.calendar import WEEKDAYS, Calendar
from narvard_plugin.core.transit.clock import HOUR
from narvard_plugin.core.transit.timetable import Timetable
from narvard_plugin.sources.plans.checklist_file import open_checklist

LIST = open_checklist()
USE = {"provision_id": "1", "kind": "användningsbestämmelse", "designation": "D", "category": "Vård", "wkb": b"\x01"}
PLAN = PlanInput(
    plan_id="p",
    case={"plan_id": "p", "status": "samråd", "dwellings_max": 10, "row_version": 1},
    stage="samråd",
    areas=(b"area",),
    provisions=provisions_frame([USE]),
    documents=documents_frame([{"name": "Plankarta", "role": "plankarta"}]),
    referral={"referral_id": "r", "stage": "samråd", "received": "2026-04-20", "answer_by": "2026-05-18"},
)
CHANGES = {
    "areas": {"areas": (b"other",)},
    "provisions": {"provisions": provisions_frame([{**USE, "designation": "B", "category": "Bostäder"}])},
    "documents": {"documents": documents_frame([])},
    "case": {"case": {**PLAN.case, "dwellings_max": 11}},
    "referral": {"referral": {**PLAN.referral, "answer_by": "2026-05-19"}},
    "remarks": {"earlier_remarks": ({"remark_id": "x", "outcome": "oppen"},)},
    "previous": {"previous": replace(PLAN, areas=(b"before",))},
}


def sha(rule_id, plan=PLAN, facts=None, bindings=None, confirmed=None, verdicts=None):
    rule = LIST.rule(rule_id)
    bound = {role: Binding("same", "2026-05-15") for role in roles_of(rule, LIST)}
    return input_sha256(rule, LIST, plan, facts or {}, {**bound, **(bindings or {})}, confirmed or {}, verdicts or {})


@pytest.mark.parametrize(
    ("rule_id", "changed"),
    [
        ("FAS-01", {"areas"}),  # the plan area against a layer: nothing else of the plan matters
        ("KOL-04", {"areas", "provisions"}),  # uses
        ("PRO-03", {"areas", "documents"}),
        ("PRO-02", {"areas", "referral", "case"}),
        ("PRO-04", {"areas", "remarks"}),
        ("PRO-05", {"areas", "provisions", "documents", "previous"}),
        ("AKU-03", {"areas", "provisions"}),
        (
            "FAS-03",
            {"areas", "provisions", "documents", "case"},
        ),  # a question: whoever answers it looks at the whole plan
    ],
)
def test_a_rule_rests_on_the_parts_of_the_plan_that_it_reads(rule_id, changed):
    before = sha(rule_id)
    assert {name for name, change in CHANGES.items() if sha(rule_id, replace(PLAN, **change)) != before} == changed


def test_a_plan_that_comes_back_unchanged_in_the_next_stage_is_judged_as_it_was():
    assert sha("FAS-01", replace(PLAN, stage="granskning")) == sha("FAS-01")
    assert sha("VRD-08", facts={"this_year": 2025}) != sha("VRD-08", facts={"this_year": 2026})


def test_a_rule_rests_on_its_layers_their_age_its_parameters_and_other_rules():
    before = sha("RIS-01")
    assert sha("RIS-01") == before
    assert sha("RIS-01", bindings={"dangerous_goods": Binding("edited", "2026-05-15")}) != before
    assert sha("RIS-01", bindings={"dangerous_goods": Binding("same", "2026-05-15", stale=True)}) != before
    assert sha("RIS-01", bindings={"dangerous_goods": None}) != before
    assert sha("FAS-01", confirmed={"neighbour_m": Confirmed(50, "m")}) != sha("FAS-01")
    assert sha("FAS-01", confirmed={"pc_minutes": Confirmed(10, "min")}) == sha("FAS-01")
    assert sha("RIS-02", verdicts={"RIS-01": "ok"}) != sha("RIS-02", verdicts={"RIS-01": "anmarkning"})
    assert sha("VRD-08", facts={"this_year": 2026}) != sha("VRD-08", facts={"this_year": 2027})


def test_when_a_plan_was_last_seen_is_no_change_of_it():
    seen = replace(PLAN, case={**PLAN.case, "last_seen": "2026-06-01", "row_version": 7})
    assert seen.parts == PLAN.parts


def test_the_version_before():
    versions = [
        {"version_id": "a", "stage": "samråd", "number": 1, "previous": None},
        {"version_id": "b", "stage": "granskning", "number": 1, "previous": None},
        {"version_id": "c", "stage": "granskning", "number": 2, "previous": "a"},
    ]
    assert earlier_version(versions, "a") is None
    assert earlier_version(versions, "b") == "a"
    assert earlier_version(versions, "c") == "a"  # it says so itself
    assert newest_version(versions) == "c"
    assert newest_version(versions, "samråd") == "a"
    assert newest_version([], "samråd") is None
    stages = [stage_of({"status": status}) for status in ("påbörjad", "laga kraft", "vilande", "bevakad")]
    assert stages == ["planbesked", "antagen", "övrigt", "planbesked"]
    assert stage_of({"status": "bevakad", "source_status": "granskning"}) == "granskning"


def test_quantile_by_nearest_rank():
    assert [quantile([4, 1, 3, 2], percent) for percent in (0, 25, 50, 51, 90, 100)] == [1, 1, 2, 3, 4, 4]
    assert quantile([1, math.inf], 90) == math.inf
    for bad in (([], 50), ([1], 101)):
        with pytest.raises(ValueError, match="percentile"):
            quantile(*bad)


@settings(derandomize=True, max_examples=60)
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40), st.integers(1, 100))
def test_so_many_percent_are_no_greater(values, percent):
    found = quantile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)
    assert sum(value < found for value in values) * 100 < percent * len(values)


def test_surfaces():
    assert read_surface({"top_height_m": "45,5"}) == Surface(45.5)
    assert read_surface({"start_height_m": 20, "slope": 0.125}) == Surface(20, 0.125)
    assert read_surface({"start_height_m": 20, "slope_percent": 12.5, "origin_x": 1, "origin_y": 2}) == Surface(
        20, 0.125, (1, 2)
    )
    for unknown in (
        {},
        {"start_height_m": 20},
        {"start_height_m": 20, "slope": 12.5},
        {"start_height_m": "?", "slope": 0.1},
    ):
        assert read_surface(unknown) is None
    xy = np.array([(100.0, 0.0), (300.0, 400.0)])
    margins, heights = margin_of(Surface(20, 0.1, (0, 0), starts_m=100), xy, np.array([25.0, 50.0]))
    assert heights.tolist() == [20, 60]
    assert margins.tolist() == [-5, 10]


def test_departures_are_counted_by_station_where_one_may_board():
    # Two platforms (0, 1) of station 2; a run 07:00 at 0 → 07:10 at 3, one 21:00 at 1 → 3, one 08:00 at 0 that takes nobody on.
    stop = np.array([0, 3, 1, 3, 0, 3])
    depart = np.array([7, 7.2, 21, 21.2, 8, 8.2]) * HOUR
    board = np.array([True, True, True, True, False, True])
    timetable = Timetable(stop, depart.astype(int), depart.astype(int), board, board, np.array([0, 2, 4, 6]), 4)
    station = np.array([2, 2, 2, 3])
    assert per_day(timetable, station).tolist() == [2, 2, 2, 0]
    assert per_hour(timetable, station).tolist() == [1 / 14, 1 / 14, 1 / 14, 0]


def test_an_ordinary_weekday_is_near_and_no_holiday():
    weekly = pd.DataFrame({"service_id": ["a", "b"], "start_date": "20260101", "end_date": "20261212"})
    weekly = weekly.assign(**{day: "0" if day.startswith("s") else "1" for day in WEEKDAYS})
    none = pd.DataFrame({"service_id": [], "date": [], "exception_type": []}, dtype=str)
    assert ordinary_weekday(Calendar(weekly, none), date(2026, 6, 15)) == date(2026, 6, 16)
    assert ordinary_weekday(Calendar(weekly, none), date(2026, 1, 6)) == date(2026, 1, 7)  # not on trettondedag jul
    assert ordinary_weekday(Calendar(weekly, none), date(2030, 1, 1)) == date(2026, 12, 10)  # the feed's last
    strike = pd.DataFrame({"service_id": ["a", "b"], "date": ["20260616"] * 2, "exception_type": ["2", "2"]})
    assert ordinary_weekday(Calendar(weekly, strike), date(2026, 6, 15)) == date(2026, 6, 17)
    assert ordinary_weekday(Calendar(weekly[:0], none), date(2026, 6, 15)) is None
