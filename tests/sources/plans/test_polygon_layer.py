"""Rows of any layer as plans: what fields tell, parts of one plan, uses, and rows that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from narvard_plugin.sources.plans.polygon_layer import TEXTS, Row, read_rows

from .files import asked


def wkb(x=536000, y=6474000, side=100, kind="POLYGON"):
    ring = f"({x} {y},{x + side} {y},{x + side} {y + side},{x} {y})"
    text = f"{kind} ({ring})" if kind == "POLYGON" else f"{kind} {ring}"
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb(ogr.wkbNDR))


def read(*rows, **more):
    told = [Row(number, fields, shape) for number, (fields, shape) in enumerate(rows, 1)]
    return read_rows("Pågående planer", told, asked(municipality="9901"), "kommunens_karta", **more)


def test_what_fields_tell():
    fields = {
        "name": " Kv  Ek ", "status": "Samråd", "status_date": "2026/06/12", "kind": "Översiktsplan", "procedure": "Utökat förfarande",
        "dwellings_min": "1 200", "dwellings_max": "1500", "care_area_m2": "2500,5", "municipality": "0580",
        "purpose": "", "source_url": "https://kommun.test/ek",
    }  # fmt: skip
    [plan] = read((fields, wkb())).plans
    assert plan.case == {
        "name": "Kv Ek", "municipality": "0580", "status": "samråd", "status_date": "2026-06-12", "kind": "oversiktsplan",
        "procedure": "utokat", "dwellings_min": 1200, "dwellings_max": 1500, "care_area_m2": 2500.5,
        "dwellings_source": "Pågående planer", "source_url": "https://kommun.test/ek", "came_by": "kommunens_karta",
    }  # fmt: skip


def test_rows_of_the_same_designation_are_parts_of_one_plan():
    found = read(
        ({"designation": "1", "name": "Ek"}, wkb()), ({"designation": "2", "name": "Ek"}, wkb(540000)),
        ({"designation": "1", "purpose": "Vård"}, wkb(537000)),
    )  # fmt: skip
    assert [(plan.case["designation"], len(plan.areas)) for plan in found.plans] == [("1", 1), ("2", 1)]
    assert found.plans[0].case["purpose"] == "Vård" and found.plans[0].case["name"] == "Ek"
    assert ogr.CreateGeometryFromWkb(found.plans[0].areas[0]).GetGeometryCount() == 2
    assert len(read(({"name": "a"}, wkb()), ({"name": "b"}, wkb(540000)), as_one=True).plans) == 1


def test_a_closed_line_is_an_area_and_an_open_one_is_not():
    found = read(
        ({}, wkb(kind="LINESTRING")), ({}, bytes(ogr.CreateGeometryFromWkt("LINESTRING (0 0,1 1)").ExportToWkb()))
    )
    assert [plan.case["name"] for plan in found.plans] == ["Pågående planer"]
    assert [number for number, _ in found.rejected] == [2]


@pytest.mark.parametrize(
    ("told", "uses"),
    [("B", ["B"]), ("B, D1", ["B", "D1"]), ("bd", ["B", "D"]), ("GATA", ["GATA"]), ("B;C/GATA", ["B", "C", "GATA"]), ("", []),
     ("TORG", ["TORG"]), ("B B", ["B"])],
)  # fmt: skip
def test_uses_become_provisions(told, uses):
    [plan] = read(({"use": told}, wkb())).plans
    assert plan.provisions["designation"].tolist() == uses


def test_words_that_are_unknown_are_left_out_and_told():
    [plan] = read(
        ({"status": "på gång", "kind": "tavla", "dwellings_max": "många", "dwellings_min": "-3"}, wkb())
    ).plans
    assert set(plan.case) == {"name", "municipality", "came_by"} and len(plan.notes) == 4


@given(st.lists(st.dictionaries(st.sampled_from([*TEXTS, "status", "kind", "procedure", "dwellings_max", "care_area_m2", "use",
                                                 "municipality", "status_date"]), st.text(max_size=12)), max_size=4))  # fmt: skip
@settings(derandomize=True, max_examples=150, deadline=None)
def test_whatever_the_fields_say(told):
    found = read(*((fields, wkb(536000 + 500 * at)) for at, fields in enumerate(told)))
    rows = sum(ogr.CreateGeometryFromWkb(plan.areas[0]).GetGeometryCount() for plan in found.plans)
    assert rows + len(found.rejected) == len(told)
