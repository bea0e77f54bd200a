"""The checksum of what a plan says: the same for the same words, another for every change."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.plan_content import (
    PROVISION_COLUMNS,
    PlanContent,
    content_sha256,
    documents_frame,
    provisions_frame,
)

ROWS = [
    {"kind": "användningsbestämmelse", "designation": "B", "wkb": b"\x01\x02"},
    {"kind": "egenskapsbestämmelse", "designation": "e1", "valid_months": 60, "wkb": b"\x03"},
    {"kind": "användningsbestämmelse", "designation": "D", "wkb": None},
]


def content(rows=ROWS, areas=(b"b", b"a"), **more):
    return PlanContent(list(areas), provisions_frame(rows), documents_frame([{"name": "PM", "role": "ovrigt"}]), **more)


@given(st.permutations(ROWS))
@settings(derandomize=True, max_examples=10, deadline=None)
def test_order_and_own_ids_do_not_matter(rows):
    with_ids = [{**row, "provision_id": str(at)} for at, row in enumerate(rows)]
    assert content_sha256(content(with_ids, (b"a", b"b"))) == content_sha256(content())


def test_numbers_come_back_from_the_store_in_another_form():
    stored = content()
    stored.provisions["valid_months"] = [float("nan"), 60.0, float("nan")]
    assert content_sha256(stored) == content_sha256(content())


@pytest.mark.parametrize("column", [name for name in PROVISION_COLUMNS if name != "provision_id"])
def test_every_other_column_matters(column):
    changed = content([{**ROWS[0], column: b"9" if column == "wkb" else "9"}, *ROWS[1:]])
    assert content_sha256(changed) != content_sha256(content())


def test_areas_and_documents_matter_and_the_case_does_not():
    assert content_sha256(content(areas=(b"a",))) != content_sha256(content())
    without = replace(content(), documents=documents_frame())
    assert content_sha256(without) != content_sha256(content())
    assert content_sha256(content(case={"name": "Annat"})) == content_sha256(content())


def test_a_value_never_passes_for_its_neighbour():
    one = content([{"kind": "k", "wording": "a", "motive": None}])
    other = content([{"kind": "k", "wording": None, "motive": "a"}])
    assert content_sha256(one) != content_sha256(other)


def test_an_unknown_column_is_a_fault_of_the_reader():
    with pytest.raises(ValueError, match="beteckning"):
        provisions_frame([{"beteckning": "B"}])
