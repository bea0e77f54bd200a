"""The shortest times by law: which one is chosen, and that nothing unread is ever told."""

from datetime import date

import pytest

from narvard_plugin import catalogue
from narvard_plugin.core.located import CatalogueError
from narvard_plugin.core.plans.statutory import appeal_days, last_chance, parse_statutory_times, shortest_time

TIMES = catalogue.statutory_times()
ON = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("stage", "procedure", "impact", "kind", "days", "or_days"),
    [
        ("granskning", "standard", False, "days", 14, None),
        ("granskning", "standard", None, "days", 14, 30),
        ("granskning", "utokat", False, "days", 21, None),
        ("granskning", "utokat", None, "days", 21, 30),
        ("granskning", "utokat", True, "days", 30, None),
        ("granskning", "okant", True, "days", 30, None),
        ("granskning", "okant", None, "unknown", None, None),
        ("granskning", "begransat", None, "not_held", None, None),
        ("samråd", "standard", None, "unregulated", None, None),
        ("samråd", "utokat", None, "unknown", None, None),  # recalled, not read
        ("program", "standard", None, "unknown", None, None),
    ],
)
def test_the_time_of_a_stage(stage, procedure, impact, kind, days, or_days):
    found = shortest_time(TIMES, stage, procedure, impact, ON)
    assert (found.kind, found.days, found.or_days) == (kind, days, or_days)


def test_a_time_holds_between_its_dates():
    assert shortest_time(TIMES, "granskning", "standard", False, date(2014, 12, 31)).kind == "unknown"
    assert appeal_days(TIMES, ON) == 21 and appeal_days(TIMES, date(2010, 1, 1)) is None
    ended = {"id": "a", "stage": "granskning", "procedures": ["standard"], "kind": "days", "days": 10, "law": "x",
             "read": True, "valid_from": "2020-01-01", "valid_to": "2025-12-31"}  # fmt: skip
    now = {**ended, "id": "b", "days": 20, "valid_from": "2026-01-01"}
    del now["valid_to"]
    both = parse_statutory_times({"times": [ended, now]})
    days = [
        shortest_time(both, "granskning", "standard", False, date(*on)).days for on in ((2025, 12, 31), (2026, 1, 1))
    ]
    assert days == [10, 20]


def test_samrad_is_the_last_chance_only_where_no_granskning_follows():
    assert last_chance(TIMES, "samråd", "begransat", ON)
    assert not last_chance(TIMES, "samråd", "standard", ON)
    assert not last_chance(TIMES, "granskning", "begransat", ON)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"stage": "grannskning"}, "times[0].stage"),
        ({"procedures": ["normalt"]}, "times[0].procedures[0]"),
        ({"kind": "veckor"}, "times[0].kind"),
        ({"kind": "unregulated"}, "times[0].days"),
        ({"valid_from": "2015-13-01"}, "times[0].valid_from"),
    ],
)
def test_a_slip_in_the_file_is_refused_by_its_place(change, place):
    row = {"id": "a", "stage": "granskning", "procedures": ["standard"], "kind": "days", "days": 14, "law": "x",
           "read": True, "valid_from": "2015-01-01"}  # fmt: skip
    with pytest.raises(CatalogueError) as refused:
        parse_statutory_times({"times": [{**row, **change}]})
    assert refused.value.path == place


def test_an_id_stands_once():
    row = {"id": "a", "stage": "samråd", "procedures": ["standard"], "kind": "unregulated", "law": "x", "read": True,
           "valid_from": "2015-01-01"}  # fmt: skip
    with pytest.raises(CatalogueError, match="twice"):
        parse_statutory_times({"times": [row, row]})
