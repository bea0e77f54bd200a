"""Plans written into a workspace the way an import does it, from WKT."""

import json

from qgis.core import QgsGeometry

from narvard_plugin.core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from narvard_plugin.store.plans.cases import add_case, store_version
from narvard_plugin.store.workspace import create_workspace

USE, PROPERTY = "användningsbestämmelse", "egenskapsbestämmelse"
E0, N0 = 536_000, 6_474_000
GROSS = "DP_KM_Eg_Utnytt_StorstaAreaKvm_Brutto"
HIGH = "DP_KM_Eg_Hojd_HogstaHojd_Nockhojd"


def box(x, y, width, height, more=""):
    """WKT of a rectangle, metres from the corner of the plan."""
    west, south = E0 + x, N0 + y
    east, north = west + width, south + height
    return f"MULTIPOLYGON((({west} {south},{east} {south},{east} {north},{west} {north},{west} {south})){more})"


def wkb(wkt):
    return None if wkt is None else bytes(QgsGeometry.fromWkt(wkt).asWkb())


def use(letter, wkt, category=None, **more):
    return {
        "kind": USE,
        "designation": letter,
        "category": category,
        "use_form": "Kvartersmark",
        "wkb": wkb(wkt),
        **more,
    }


def number(code, value, unit, wkt, **more):
    told = [{"datatyp": "decimaltal", "variabelvarde": str(value), "enhet": unit, "beskrivning": "värde"}]
    return {"kind": PROPERTY, "code": code, "values_json": json.dumps(told), "wkb": wkb(wkt), **more}


def content(*provisions, area=None, documents=()):
    areas = [wkb(area or box(0, 0, 400, 300))]
    return PlanContent(areas, provisions_frame(provisions), documents_frame(documents), format="test")


def plan(workspace, *versions, case=None):
    """A case with its versions (stage, content), and the ids of all."""
    told = {"municipality": "9901", "name": "Provplanen", "designation": "PROV 1", "came_by": "fil", **(case or {})}
    plan_id = add_case(workspace, told)
    dates = [f"2026-0{at + 1}-01" for at in range(len(versions))]
    return plan_id, [
        store_version(workspace, plan_id, one, stage=stage, documents_date=date)
        for (stage, one), date in zip(versions, dates)
    ]


def workspace_at(path):
    return create_workspace(str(path), "99")
