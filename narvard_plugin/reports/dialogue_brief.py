"""Inför dialogmötet: one page per municipality, for whoever is to meet it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Optional

from qgis.core import QgsFeature, QgsFillSymbol, QgsGeometry, QgsMarkerSymbol, QgsVectorLayer

from ..store.schema import SRID
from .dialogue_facts import Assumed, dialogue_facts, plan_areas_of, service_name
from .document import Document
from .maps import Drawn, Map, remark_map
from .statement import municipality_name, region_name
from .templates import Templates

#: Plans, and rows of all lists, that one page has room for; the rest are counted, and plans named.
_MOST, _ROWS = 8, 10
_SMALL = 0.5  # of the size that a map of a remark has


def brief_document(
    workspace, municipalities: Sequence[str], templates: Templates, assumed: Assumed, today: date
) -> Document:
    """The pages of the municipalities (codes), each with its small map."""
    words, pages, pictures = templates.words["brief"], [], {}
    region = region_name(workspace.region, templates)
    for at, code in enumerate(municipalities):
        facts = dialogue_facts(workspace, code, assumed, today)
        drawn = _map(f"map{at + 1}", workspace, code, facts, templates)
        if drawn:
            pictures[drawn.name] = drawn.png
        values = {
            **facts,
            "b": words,
            "region": region,
            "municipality": municipality_name(code),
            "today": today.isoformat(),
            "assumed": assumed,
            "map": _small(drawn),
            "most": _MOST,
            "few": max(3, _ROWS - len(facts["plans"])),
            "follows": bool(pages),
        }
        filters = {"service": lambda kind: service_name(kind, templates.language)}
        pages.append(templates.fill("dialogue_brief.html", values, filters))
    names = ", ".join(municipality_name(code) for code in municipalities)
    title = f"{words['title']}: {names}" if len(municipalities) < 4 else words["title"]
    return Document(
        title=title, reference=f"{region}, {today.isoformat()}", mark="", body="\n".join(pages), pictures=pictures
    )


def _small(drawn: Optional[Map]) -> Optional[Map]:
    if drawn is None:
        return None
    return drawn._replace(width=round(drawn.width * _SMALL), height=round(drawn.height * _SMALL))


def _map(name: str, workspace, code: str, facts: Mapping, templates: Templates) -> Optional[Map]:
    """Plan areas and needs over the municipality's areas and its health centres; None where nothing has a place."""
    words = templates.words["brief"]
    areas = plan_areas_of(workspace, [plan["plan_id"] for plan in facts["plans"]])
    needs = _places(workspace, "local_needs", {"need_id": [need["need_id"] for need in facts["needs"]]})
    centres = _places(workspace, "facilities", {"municipality": [code], "type": ["vardcentral"]})
    ground = _places(workspace, "areas", {"municipality": [code]})
    background = [
        layer
        for layer in (
            _layer("Point", centres, _centre_symbol, words["centres"]),
            _layer("MultiPolygon", ground, _ground_symbol, municipality_name(code)),
        )
        if layer is not None
    ]
    if not areas and not needs:
        return None
    # The legend and the note beneath tell what is drawn.
    return remark_map(
        name, areas, [(words["needs"], wkb) for wkb in needs], background,
        Drawn(words["plan_areas"], words["needs"], templates.language),
    )  # fmt: skip


def _centre_symbol():
    return QgsMarkerSymbol.createSimple(
        {"name": "square", "color": "#0072b2", "outline_color": "white", "outline_width": "0.3", "size": "2.6"}
    )


def _ground_symbol():
    return QgsFillSymbol.createSimple({"color": "#f0ede2", "outline_color": "#d8d2bf", "outline_width": "0.15"})


def _places(workspace, table: str, within: Mapping) -> list[bytes]:
    if any(not values for values in within.values()):
        return []
    return [bytes(wkb) for wkb in workspace.read(table, within=within)["geom"] if wkb is not None]


def _layer(kind: str, places: Sequence[bytes], symbol, name: str) -> Optional[QgsVectorLayer]:
    if not places:
        return None
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:{SRID}", name, "memory")
    features = []
    for wkb in places:
        geometry, feature = QgsGeometry(), QgsFeature()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.renderer().setSymbol(symbol())
    return layer
