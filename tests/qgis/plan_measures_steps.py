"""Small plans and layers whose measures can be worked out by hand, and one check run on them.

Places are metres from (500 000, 6 500 000) in SWEREF 99 TM.
"""

import json
from dataclasses import replace

from qgis.core import QgsFeature, QgsGeometry, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from narvard_plugin.adapters.plan_layers import Bound
from narvard_plugin.adapters.plan_measures.knowledge import Knowledge
from narvard_plugin.adapters.plan_measures.measuring import asked_of, measure
from narvard_plugin.adapters.plan_measures.plan_ground import PlanGround
from narvard_plugin.adapters.plan_measures.surroundings import Surroundings
from narvard_plugin.core.located import Text
from narvard_plugin.core.plans.checklist import Check, LayerRole, Rule, RuleSource
from narvard_plugin.core.plans.inputs import PlanInput
from narvard_plugin.core.plans.judging import RuleContext
from narvard_plugin.core.plans.plan_content import documents_frame, provisions_frame
from narvard_plugin.sources.plans.checklist_file import open_checklist

LIST = open_checklist()
ORIGIN = (500000.0, 6500000.0)
TODAY = "2026-06-15"
USE, PROPERTY = "användningsbestämmelse", "egenskapsbestämmelse"
CATEGORY = {"B": "Bostäder", "D": "Vård", "S": "Skola", "C": "Centrum", "GATA": "Allmän plats"}


def square(x, y, width, height=None):
    """The WKT of a rectangle with its lower left corner at (x, y)."""
    right, top = x + width, y + (height or width)
    return f"POLYGON(({x} {y}, {right} {y}, {right} {top}, {x} {top}, {x} {y}))"


def shape(wkt):
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.translate(*ORIGIN)
    return geometry


def wkb(wkt):
    return None if wkt is None else bytes(shape(wkt).asWkb().data())


def use(letter, wkt, number="u"):
    return {"provision_id": f"{number}{letter}", "kind": USE, "designation": letter, "category": CATEGORY.get(letter),
            "wkb": wkb(wkt)}  # fmt: skip


def limit(own, code, number, wkt, unit="meter"):
    """A property provision with one number."""
    told = [{"datatyp": "decimaltal", "variabelvarde": str(number), "beskrivning": "x", "enhet": unit}]
    return {"provision_id": own, "kind": PROPERTY, "code": code, "wkb": wkb(wkt), "values_json": json.dumps(told)}


def plan(area=None, provisions=(), documents=(), stage="samråd", plan_id="p", **more):
    case = {"plan_id": plan_id, "name": "Planen", "kind": "detaljplan", "status": "samråd", "procedure": "standard",
            "municipality": "9901", **more.pop("case", {})}  # fmt: skip
    found = PlanInput(
        plan_id=plan_id,
        case=case,
        stage=stage,
        areas=() if area is None else (wkb(area),),
        provisions=provisions_frame(provisions),
        documents=documents_frame(documents),
        **more,
    )
    return PlanGround(found, QgsProcessingFeedback())


def layer(fields, rows, crs="EPSG:3006"):
    """A memory layer of (wkt or None, *attributes)."""
    first = next((wkt for wkt, *_ in rows if wkt), "POINT")
    kind = "Multi" + {"POI": "Point", "LIN": "LineString", "MUL": "Polygon", "POL": "Polygon"}[first[:3]]
    kind = kind.replace("Multi", "") if all(wkt is None or not wkt.startswith("MULTI") for wkt, *_ in rows) else kind
    uri = "&".join([f"{kind}?crs={crs}", *(f"field={field}" for field in fields.split(",") if field)])
    made = QgsVectorLayer(uri, "lager", "memory")
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        if wkt:
            feature.setGeometry(shape(wkt) if crs == "EPSG:3006" else QgsGeometry.fromWkt(wkt))
        feature.setAttributes(attributes)
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def surroundings(layers=None, plans=(), bounds=None, roles=None, workspace=None, feedback=None):
    """What a check looks at: role -> memory layer in ``layers``, role -> source or `Bound` in ``bounds``."""
    context = QgsProcessingContext()
    found = {}
    for role, made in (layers or {}).items():
        context.temporaryLayerStore().addMapLayer(made)
        found[role] = Bound(role, made.id(), date="2026-05-01")
    for role, source in (bounds or {}).items():
        found[role] = source if isinstance(source, Bound) else Bound(role, str(source), date="2026-05-01")
    names = {*found, *(roles or ())} - {"network", "timetable"}
    known = {name: LIST.layers.get(name) or LayerRole(name, Text(name, name), "line") for name in names}
    ground = Surroundings(
        replace(LIST, layers={**LIST.layers, **known}),
        found,
        workspace,
        context,
        feedback or QgsProcessingFeedback(),
        plans,
        TODAY,
    )
    ground.held = context  # layers live as long as their context
    return ground


def rule(kind, **check):
    source = RuleSource("Provet", "metod", True)
    return Rule(
        "TST-01", Text("Prov", "Test"), None, (source,), ("samråd", "granskning"), "rut", (), "rad", "",
        Check(kind, **{"ok": "value == 0", **check}), None, {},
    )  # fmt: skip


def measured(kind, on, ground, context=None, **check):
    """What one check finds on a plan."""
    ground.plans = [*ground.plans, on] if on not in ground.plans else ground.plans
    knowledge = Knowledge(on, ground)
    facts = knowledge.facts if ground.workspace is not None else {}
    context = context or RuleContext(on.plan.stage, TODAY, facts, knowledge.functions)
    return measure(asked_of(rule(kind, **check), ground.checklist, context), on, ground)


def drawn(finding):
    """The shape of a finding, moved back to the origin of the tests."""
    geometry = QgsGeometry()
    geometry.fromWkb(finding.wkb)
    geometry.translate(-ORIGIN[0], -ORIGIN[1])
    return geometry
