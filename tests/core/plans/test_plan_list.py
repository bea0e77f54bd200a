"""Rows of lists as people keep them: dwellings in ranges, dates, stages in other words, and what is left out and why."""

from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.plan_list import A_SUM, NO_MUNICIPALITY, NO_NAME, TWICE, day_in, headings_at, read_list
from narvard_plugin.sources.plans.words import plan_words

WORDS = plan_words()
CODES = {"Lindhamn": "9901", "9902": "9902"}


def read(*rows, municipality="9901"):
    return read_list(rows, WORDS, CODES.get, municipality)


def test_a_row_becomes_a_case():
    row = {"name": " Kv\tRäven ", "municipality": "Lindhamn", "status": "På samråd", "kind": "Detaljplan", "procedure": "utökat förfarande",
           "dwellings": "ca 120–150", "status_date": "2026-01-05 00:00:00", "care_area_m2": "1 200,5", "url": "https://x.example"}  # fmt: skip
    (one,) = read(row).cases
    assert one.case == {
        "name": "Kv Räven", "municipality": "9901", "status": "samråd", "source_status": "samråd", "kind": "detaljplan",
        "procedure": "utokat", "dwellings_min": 120, "dwellings_max": 150, "status_date": "2026-01-05", "care_area_m2": 1200.5,
        "source_url": "https://x.example",
    }  # fmt: skip


def test_what_is_not_understood_is_left_out_counted_and_a_stage_kept_as_written():
    found = read(
        {"name": "A", "status": "Hos juristen", "dwellings": "150-120", "status_date": "5/1", "url": "javascript:x"}
    )
    (one,) = found.cases
    assert one.case == {"name": "A", "municipality": "9901", "source_status": "Hos juristen"}
    assert set(found.unknown) == {("status", "Hos juristen"), ("dwellings", "150-120"), ("status_date", "5/1")}
    turned = read({"name": "A", "dwellings_min": "9", "dwellings_max": "3"})
    assert "dwellings_min" not in turned.cases[0].case and turned.unknown


def test_rejected_rows_say_why():
    found = read(
        {"name": "", "designation": ""}, {"name": "B", "municipality": "Paris"}, {"name": "C"}, {"name": "c"}, {"purpose": "x"},
        {"name": "  "},
    )  # fmt: skip
    assert [one.row for one in found.cases] == [3]
    assert found.rejected == [(2, NO_MUNICIPALITY, "Paris"), (4, TWICE, "c"), (5, NO_NAME, "")]
    assert read({"name": "A"}, municipality="").rejected == [(1, NO_MUNICIPALITY, "")]


def test_headings_below_a_title_and_sums_that_are_no_plans():
    head = ["Plannamn", "Dnr", "Skede"]
    assert headings_at([["Pågående detaljplaner", "", ""], ["", "", ""], head, ["Räven", "1", "Samråd"]], WORDS) == 2
    assert headings_at([["Plan", "", "Tid"], ["Namn", "Dnr", "Skede"], ["Räven", "1", "Samråd"]], WORDS) == 1
    assert headings_at([head, ["Plan", "Namn", ""], ["x", "y", "z"]], WORDS) == 0
    assert headings_at([head, ["Ärende", "Var", ""]], WORDS, ["Ärende"]) == 1, "those written by hand go first"
    assert headings_at([], WORDS) == 0 and headings_at([["Vad"], ["x"]], WORDS) == 0
    found = read(
        {"name": "Summa", "dwellings": "320"}, {"name": "Totalt:"}, {"name": "Summavägen", "dwellings": "120 st"}
    )
    assert [one.case["name"] for one in found.cases] == ["Summavägen"] and found.cases[0].case["dwellings_max"] == 120
    assert [problem for _, problem, _ in found.rejected] == [A_SUM, A_SUM]


def test_days():
    assert [day_in(text) for text in ("2026-01-05", "2026/01/05", "20260105", "5 januari 2026", "5/1 2026", "5.1.2026",
                                           "2026-02-30", "20261305", "", "våren 2026", "5 januari", "maj 2026")] == [
        *["2026-01-05"] * 6, *[None] * 6,
    ]  # fmt: skip


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(sorted(WORDS.columns)), st.text(max_size=12), max_size=6), max_size=5))
def test_any_table_gives_cases_that_the_register_takes_or_reasons(rows):
    found = read(*rows)
    for one in found.cases:
        assert one.case["name"] and one.case["municipality"] == "9901"
        assert one.case.get("status") in (None, *codes.CASE_STATUSES)
        assert one.case.get("kind") in (None, *codes.CASE_KINDS)
    numbers = [one.row for one in found.cases] + [row for row, *_ in found.rejected]
    assert len(set(numbers)) == len(numbers)
