"""Plans in the form of Nationell informationsspecifikation Detaljplan 4.1 (application/vnd.lm.detaljplan.v4+json).

A feature's own geometry is null: areas lie in its properties, one list item for each part, often in a local zone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Optional

from ...core.plans import codes
from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...i18n import tr
from ..days import day_of
from ..errors import BadPlanFile
from .reading import Asked, count_of, listing, mapping, municipality_of, plain_text, status_of
from .shapes import SYSTEMS, Shapes, wkb_of

FORMAT = "detaljplan-4.1"
MEDIA_TYPE = "application/vnd.lm.detaljplan.v4+json"
PLAN = "detaljplan"
_KIND_OF_DECISION = {"antagande om ändring": "andring", "antagande om upphävande": "upphavande"}
_ROLE_OF_CONTENT = {"plankarta": "plankarta"}


def is_specification(told: Mapping) -> bool:
    """Whether a JSON object says that it is of the specification, of whatever version."""
    return str(told.get("feature:mediatyp") or "").startswith("application/vnd.lm.detaljplan")


def read_specification(name: str, told: Mapping, asked: Asked) -> list[PlanContent]:
    """The plans of the JSON object of a file called ``name``, each with its provisions; the whole, or `BadPlanFile`."""
    if told.get("feature:mediatyp") != MEDIA_TYPE:
        text = tr("it is of {found}, and only {known} is read.")
        raise BadPlanFile(name, text.format(found=plain_text(told.get("feature:mediatyp")), known=MEDIA_TYPE))
    plans, provisions = _sorted(name, listing(told.get("features")))
    return [_plan(name, plan, provisions[identity], asked) for identity, plan in plans.items()]


def _sorted(name: str, features: list) -> tuple[dict[str, Mapping], dict[str, list[Mapping]]]:
    """The properties of the plans by their identity, and of each plan's provisions."""
    objects = [mapping(mapping(feature).get("properties")) for feature in features]
    plans, provisions, seen = {}, {}, set()
    for told in objects:
        identity = plain_text(told.get("objektidentitet"))
        kind = plain_text(told.get("feature:typ"))
        if kind not in (PLAN, *codes.PROVISION_KINDS):
            raise BadPlanFile(name, tr("it holds an object of an unknown kind ({kind}).").format(kind=kind))
        if not identity:
            raise BadPlanFile(name, tr("it holds an object without objektidentitet."))
        if identity in seen:
            raise BadPlanFile(name, tr("the objektidentitet {id} stands twice in it.").format(id=identity))
        seen.add(identity)
        if kind == PLAN:
            plans[identity], provisions[identity] = told, []
    if not plans:
        raise BadPlanFile(name, tr("it holds no plan."))
    for told in objects:
        if plain_text(told["feature:typ"]) == PLAN:
            continue
        belongs = plain_text(told.get("detaljplan"))
        if belongs not in plans:
            text = tr("the provision {id} belongs to a plan that is not in the file ({plan}).")
            raise BadPlanFile(name, text.format(id=told["objektidentitet"], plan=belongs))
        provisions[belongs].append(told)
    return plans, provisions


def _plan(name: str, told: Mapping, provisions: list[Mapping], asked: Asked) -> PlanContent:
    shapes, notes = Shapes(name), []
    plan_name = plain_text(told.get("namn")) or plain_text(told.get("beteckning"))
    if not plan_name:
        raise BadPlanFile(name, tr("a plan in it has no name."))
    what = tr("plan {name}").format(name=plan_name)
    areas = [_shape(shapes, item, what, asked.system) for item in _geometries(name, told.get("plangeometri"), what)]
    if any(area.GetDimension() != 2 for area in areas):
        raise shapes.refused(what, tr("its plan area is no area."))
    rows = [_provision(name, shapes, one, asked.system) for one in provisions]
    decision = mapping(next(iter(listing(told.get("beslutsinformation"))), None))
    case = {
        "kind": _KIND_OF_DECISION.get(plain_text(decision.get("beslutstyp")), "detaljplan"),
        "municipality": municipality_of(plain_text(told.get("kommun")), asked, name, what),
        "name": plan_name,
        "designation": plain_text(told.get("beteckning")),
        "national_id": plain_text(told.get("objektidentitet")),
        "municipality_reference": plain_text(decision.get("diarienummerKommun")),
        "status": status_of(plain_text(told.get("status")), notes, what),
        "status_date": day_of(told.get("datumStatusforandring")),
        "purpose": plain_text(told.get("syfte")),
        "implementation_months": count_of(decision.get("genomforandetid")),
        "came_by": "fil",
    }
    return PlanContent(
        areas=[wkb_of(area) for area in areas],
        provisions=provisions_frame(rows),
        documents=documents_frame(list(_documents(told))),
        case={column: value for column, value in case.items() if value is not None},
        format=FORMAT,
        notes=[*notes, *shapes.notes()],
        object_version=count_of(told.get("objektversion")),
        usability=plain_text(told.get("anvandbarhet")),
        documents_date=day_of(told.get("versionGiltigFran")),
    )


def _provision(name: str, shapes: Shapes, told: Mapping, system: Optional[int]) -> dict:
    what = tr("provision {id}").format(id=plain_text(told.get("objektidentitet")))
    items = _geometries(name, told.get("bestammelsegeometri"), what)
    values = [mapping(value) for value in listing(told.get("bestammelsevarde"))]
    regulates = [text for text in map(plain_text, listing(told.get("reglerarAnvandningsbestammelse"))) if text]
    return {
        "national_id": plain_text(told.get("objektidentitet")),
        "kind": plain_text(told["feature:typ"]),
        "catalogue_id": plain_text(told.get("planbestammelsekatalogreferens")),
        "wording": plain_text(told.get("bestammelseformulering")),
        "values_json": json_text(values) if values else None,
        "motive": plain_text(mapping(told.get("planbestammelsebeskrivning")).get("motiv")),
        "regulates": json_text(regulates) if regulates else None,
        "valid_months": count_of(told.get("giltighetstid")),
        "wkb": shapes.together([_shape(shapes, item, what, system) for item in items], what),
    }


def _geometries(name: str, told, what: str) -> list[Mapping]:
    """The list items of plangeometri or bestammelsegeometri; there must be one."""
    items = [mapping(mapping(item).get("geometri")) for item in listing(told)]
    if not items:
        raise BadPlanFile(name, tr("{what}: {why}").format(what=what, why=tr("it has no geometry.")))
    return items


def _shape(shapes: Shapes, item: Mapping, what: str, system: Optional[int]):
    """One list item in EPSG:3006: by the system that it tells, or that the user says instead."""
    told = re.fullmatch(r"EPSG:(\d{4})", plain_text(item.get("koordinatsystemPlan")) or "")
    found = system or (int(told[1]) if told else None)
    if found not in SYSTEMS:
        given = plain_text(item.get("koordinatsystemPlan"))
        raise shapes.refused(what, tr("its coordinate system is unknown ({given}). Say it in CRS.").format(given=given))
    return shapes.of_geojson(item.get("position"), found, what)


def _documents(told: Mapping):
    """What the plan refers to: its map, description, base map and investigations, as rows of documents."""
    for decision in map(mapping, listing(told.get("beslutsinformation"))):
        for item in map(mapping, listing(decision.get("beslutshandling"))):
            contents = [plain_text(text) for text in listing(item.get("innehall"))]
            role = next((_ROLE_OF_CONTENT[text] for text in contents if text in _ROLE_OF_CONTENT), "beslutshandling")
            yield from _document(item.get("dokument"), role)
        for reference in map(mapping, listing(decision.get("grundkarta"))):
            link = plain_text(reference.get("lank"))
            yield {"name": "Grundkarta", "role": "grundkarta", "url": link}
    for item in map(mapping, listing(told.get("planbeskrivning"))):
        yield from _document(item.get("planbeskrivning"), "planbeskrivning")
    for item in map(mapping, listing(told.get("planeringsunderlag"))):
        yield from _document(item.get("underlag"), "planeringsunderlag", plain_text(item.get("underlagstyp")))


def _document(reference, role: str, investigation: Optional[str] = None):
    told = mapping(reference)
    links = [plain_text(mapping(one).get("lank")) for one in listing(told.get("referens"))] or [None]
    for link in dict.fromkeys(links):
        name = plain_text(told.get("namn")) or link
        if name:
            yield {"name": name, "role": role, "investigation": investigation, "url": link}


def json_text(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
