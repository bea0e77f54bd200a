"""Plans of the national geodata platform as the register keeps them: items of a file, or what `fetchplans` stored.

Items are in SWEREF 99 TM whatever GeoJSON says, their names nested or dotted, and their documents lie beside the properties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import pandas as pd
from osgeo import ogr

from ...core.plans import codes
from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...i18n import tr
from .. import strict_json
from ..days import day_of
from ..errors import BadPlanFile
from ..ngp_items import value_of
from .reading import Asked, listing, mapping, municipality_of, plain_text, status_of
from .shapes import TM, Shapes, wkb_of

FORMAT = "ngp"
PLAN = "detaljplan"
_CATALOGUE = "planbestammelsekatalogreferens"
#: The platform's roles of documents, by how much they say: a map that is also a "detaljplan" is a map.
_ROLES = {
    "plankarta": "plankarta", "planbeskrivning": "planbeskrivning", "grundkarta": "grundkarta",
    "planeringsunderlag": "planeringsunderlag", "beslutshandling": "beslutshandling",
}  # fmt: skip


def is_items(told: Mapping) -> bool:
    """Whether a JSON object is a collection of the platform's items."""
    features = told.get("features")
    first = mapping(features[0]) if isinstance(features, list) and features else {}
    return value_of(mapping(first.get("properties")), "feature.typ") is not None


def read_items_file(name: str, told: Mapping, asked: Asked) -> list[PlanContent]:
    """The plans of the JSON object of a file of items, each with its provisions; the whole, or `BadPlanFile`."""
    features = told.get("features")
    if not isinstance(features, list) or not features:
        text = tr("it holds no item. No digital plan was found; that does not mean that there is none.")
        raise BadPlanFile(name, text)
    return read_items([mapping(item) for item in features], name, asked)


def read_stored(rows: pd.DataFrame, asked: Asked) -> list[PlanContent]:
    """The plans of rows of the table ``plan_items``, whose column ``geom`` is WKB."""
    found = []
    for row in rows.to_dict("records"):
        what = tr("item {id}").format(id=row["item_id"])
        shapes = Shapes("plan_items")
        area = None if row["geom"] is None else ogr.CreateGeometryFromWkb(bytes(row["geom"]))
        item = {
            "id": row["item_id"],
            "properties": _stored_json("plan_items", what, row["properties"]),
            "assets": _stored_json("plan_items", what, row["assets"]),
            "collection": row["municipality"],
        }
        areas = [] if area is None else [shapes.sound(area, what)]
        found.append(_plan("plan_items", item, areas, [], shapes, asked))
    return found


def read_items(items: Sequence[Mapping], name: str, asked: Asked) -> list[PlanContent]:
    """The plans among ``items``, each with the provisions that name it. Raises `BadPlanFile`."""
    plans, provisions = {}, {}
    for item in items:
        kind = (plain_text(value_of(mapping(item.get("properties")), "feature.typ")) or "").casefold()
        identity = _identity(item)
        if kind not in (PLAN, *codes.PROVISION_KINDS) or not identity:
            raise BadPlanFile(
                name, tr("it holds an item without kind or id, or of an unknown kind ({kind}).").format(kind=kind)
            )
        if kind != PLAN:
            provisions.setdefault(identity, []).append((kind, item))
        elif identity in plans:
            raise BadPlanFile(name, tr("the objektidentitet {id} stands twice in it.").format(id=identity))
        else:
            plans[identity] = item
    if not plans:
        raise BadPlanFile(name, tr("it holds no plan."))
    lost = sorted(set(provisions) - set(plans))
    if lost:
        text = tr("the provision {id} belongs to a plan that is not in the file ({plan}).")
        raise BadPlanFile(name, text.format(id=_item_id(provisions[lost[0]][0][1]), plan=lost[0]))
    return [_whole_plan(name, item, provisions.get(identity, []), asked) for identity, item in plans.items()]


def _whole_plan(name: str, item: Mapping, provisions: Sequence[tuple[str, Mapping]], asked: Asked) -> PlanContent:
    shapes = Shapes(name)
    what = tr("item {id}").format(id=_item_id(item))
    area = _shape(shapes, item, what)
    if area is not None and area.GetDimension() != 2:
        raise shapes.refused(what, tr("its plan area is no area."))
    rows, seen = [], set()
    for kind, one in provisions:
        row = _provision(shapes, kind, one)
        if row["national_id"] in seen:
            raise BadPlanFile(name, tr("the objektidentitet {id} stands twice in it.").format(id=row["national_id"]))
        seen.add(row["national_id"])
        rows.append(row)
    return _plan(name, item, [] if area is None else [area], rows, shapes, asked)


def _plan(name: str, item: Mapping, areas: list, rows: list[dict], shapes: Shapes, asked: Asked) -> PlanContent:
    properties, notes = mapping(item.get("properties")), []

    def told(key: str) -> Optional[str]:
        return plain_text(value_of(properties, f"{PLAN}.{key}"))

    plan_name = told("namn") or plain_text(properties.get("title")) or told("beteckning") or _item_id(item)
    what = tr("plan {name}").format(name=plan_name)
    if not areas:
        notes.append(tr("{what}: it has no area.").format(what=what))
    case = {
        "kind": "detaljplan",
        "municipality": municipality_of(_municipality(item, told("kommun")), asked, name, what),
        "name": plan_name,
        "designation": told("beteckning"),
        "national_id": _identity(item),
        "status": status_of(told("status"), notes, what),
        "status_date": day_of(told("datumStatusforandring")),
        "purpose": told("syfte"),
        "came_by": "NGP",
        "source": "Lantmäteriet, Nationella geodataplattformen",
    }
    return PlanContent(
        areas=[wkb_of(area) for area in areas],
        provisions=provisions_frame(rows),
        documents=documents_frame(list(_documents(item))),
        case={column: value for column, value in case.items() if value is not None},
        format=FORMAT,
        notes=[*notes, *shapes.notes()],
        usability=told("anvandbarhet"),
        documents_date=day_of(told("datumStatusforandring")),
    )


def _provision(shapes: Shapes, kind: str, item: Mapping) -> dict:
    properties = mapping(item.get("properties"))

    def told(key: str) -> Optional[str]:
        return plain_text(value_of(properties, f"planbestammelse.{key}"))

    what = tr("item {id}").format(id=_item_id(item))
    shape = _shape(shapes, item, what)
    return {
        "national_id": told("objektidentitet") or _item_id(item),
        "kind": kind,
        "catalogue_id": told(_CATALOGUE),
        "wording": told("bestammelseformulering"),
        "use_form": told("anvandningsform"),
        "category": told("kategori"),
        "wkb": None if shape is None else shapes.together([shape], what),
    }


def _shape(shapes: Shapes, item: Mapping, what: str) -> Optional[ogr.Geometry]:
    return None if item.get("geometry") is None else shapes.of_geojson(item["geometry"], TM, what)


def _documents(item: Mapping):
    """The assets of an item: a mapping by name, or a list."""
    assets = item.get("assets")
    for asset in map(mapping, assets.values() if isinstance(assets, dict) else listing(assets)):
        link = plain_text(asset.get("href"))
        title = plain_text(asset.get("title")) or link
        if title:
            roles = {(plain_text(role) or "").casefold() for role in listing(asset.get("roles"))}
            words = {title.casefold(), *roles}
            role = next((role for word, role in _ROLES.items() if word in words), "ovrigt")
            yield {"name": title, "role": role, "url": link}


def _municipality(item: Mapping, told: Optional[str]) -> Optional[str]:
    """The municipality that a plan itself names, else its producer, else the collection that it lies in."""
    producers = [mapping(one) for one in listing(mapping(item.get("properties")).get("providers"))]
    named = [plain_text(one.get("kod")) or plain_text(one.get("name")) for one in producers]
    return told or next(filter(None, named), None) or plain_text(item.get("collection"))


def _identity(item: Mapping) -> Optional[str]:
    """The plan's objektidentitet; of a plan that does not tell it, the item's own id."""
    properties = mapping(item.get("properties"))
    told = plain_text(value_of(properties, f"{PLAN}.objektidentitet"))
    kind = (plain_text(value_of(properties, "feature.typ")) or "").casefold()
    return told or (_item_id(item) if kind == PLAN else None)


def _item_id(item: Mapping) -> Optional[str]:
    return plain_text(item.get("id"))


def _stored_json(name: str, what: str, text) -> dict:
    try:
        return mapping(strict_json.loads(text)) if isinstance(text, str) else {}
    except (ValueError, RecursionError) as error:
        raise BadPlanFile(name, tr("{what}: {why}").format(what=what, why=error)) from error
