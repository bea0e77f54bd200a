"""Plans of the rows of any layer of areas: a municipality's own list, a drawing, areas drawn by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Optional

from osgeo import ogr

from ...core.figures import Unreadable, read_count, read_number
from ...core.plans import codes
from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...core.plans.uses import use_letters
from ...gdal_answers import or_none
from ...i18n import tr
from ..days import day_of
from ..errors import BadPlanFile
from .reading import Asked, municipality_of, plain_text, status_of
from .shapes import TM, Shapes, wkb_of

FORMAT = "layer"
#: Columns of ``plan_cases`` that a field may tell as text; ``use`` makes a provision of each row.
TEXTS = ("name", "designation", "municipality_reference", "purpose", "source_url")
_COUNTS = ("dwellings_min", "dwellings_max")
_DATES = ("status_date",)
#: Other words for codes of procedures, in plain letters.
_PROCEDURES = {
    "standardforfarande": "standard", "utokat forfarande": "utokat", "samordnat forfarande": "samordnat",
    "begransat forfarande": "begransat",
}  # fmt: skip
_PLAIN_LETTERS = str.maketrans("åäö", "aao")


class Row(NamedTuple):
    """One feature: its ``number`` for messages, what its fields say (column -> text) and its geometry in EPSG:3006."""

    number: object
    told: Mapping[str, str]
    wkb: Optional[bytes]


class LayerPlans(NamedTuple):
    """Plans, and the rows that were left out, as (number, reason)."""

    plans: list[PlanContent]
    rejected: list[tuple[object, str]]


def read_rows(name: str, rows: Iterable[Row], asked: Asked, came_by: str, as_one: bool = False) -> LayerPlans:
    """Plans of the ``rows`` of the layer called ``name``; those that tell the same plan are its parts.

    ``as_one``: all rows are parts of one plan, whatever they are called. A plan without a name gets the layer's.
    """
    parts: dict[tuple, list[tuple[Row, ogr.Geometry, dict, list[str]]]] = {}
    rejected = []
    shapes = Shapes(name)
    for row in rows:
        what, notes = tr("row {n}").format(n=row.number), []
        try:
            case = _case(name, what, row, asked, notes)
            area = _area(shapes, row, what)
        except BadPlanFile as error:
            rejected.append((row.number, error.text))
            continue
        key = () if as_one else (case["municipality"], case.get("designation") or case["name"])
        parts.setdefault(key, []).append((row, area, case, notes))
    plans = [_plan(shapes, found, came_by) for found in parts.values()]
    if plans:
        plans[0] = PlanContent(**{**vars(plans[0]), "notes": [*plans[0].notes, *shapes.notes()]})
    return LayerPlans(plans, rejected)


def _plan(shapes: Shapes, parts: list, came_by: str) -> PlanContent:
    """One plan of its parts; the first that tells something is believed."""
    case = {}
    for _, _, told, _ in parts:
        case = {**told, **case}
    provisions = [
        {"kind": codes.PROVISION_KINDS[0], "designation": use, "wkb": wkb_of(area)}
        for row, area, _, _ in parts
        for use in _uses(row.told.get("use"))
    ]
    whole = shapes.together([area for _, area, _, _ in parts], case["name"])
    return PlanContent(
        areas=[whole],
        provisions=provisions_frame(provisions),
        documents=documents_frame(),
        case={**case, "came_by": came_by},
        format=FORMAT,
        notes=list(dict.fromkeys(note for _, _, _, notes in parts for note in notes)),
    )


def _case(name: str, what: str, row: Row, asked: Asked, notes: list[str]) -> dict:
    told = {column: plain_text(value) for column, value in row.told.items()}
    case = {column: told.get(column) for column in TEXTS}
    case["name"] = case["name"] or case["designation"] or name
    case["municipality"] = municipality_of(told.get("municipality"), asked, name, what)
    case["status"] = status_of(told.get("status"), notes, what)
    case["kind"] = _code(told.get("kind"), codes.CASE_KINDS, {}, what, notes)
    case["procedure"] = _code(told.get("procedure"), codes.PROCEDURES, _PROCEDURES, what, notes)
    for column in _DATES:
        case[column] = day_of((told.get(column) or "").replace("/", "-"))
    for column in _COUNTS:
        case[column] = _number(read_count, told.get(column), what, notes)
    case["care_area_m2"] = _number(read_number, told.get("care_area_m2"), what, notes)
    if case["dwellings_min"] is not None or case["dwellings_max"] is not None:
        case["dwellings_source"] = name
    return {column: value for column, value in case.items() if value is not None}


def _code(told: Optional[str], known: tuple[str, ...], words: Mapping[str, str], what: str, notes: list[str]):
    """A code of ``known``, also by a word for it; what is neither is left out and told."""
    text = (told or "").casefold().translate(_PLAIN_LETTERS)
    found = words.get(text, text)
    if text and found not in known:
        notes.append(tr("{what}: {told} is not known, and was left out.").format(what=what, told=told))
    return found if found in known else None


def _number(read, told: Optional[str], what: str, notes: list[str]):
    try:
        found = read(told or "")
    except Unreadable:
        found = -1
    if found is not None and found < 0:
        notes.append(tr("{what}: {told} is not known, and was left out.").format(what=what, told=told))
        return None
    return found


def _area(shapes: Shapes, row: Row, what: str) -> ogr.Geometry:
    """The area of a row; lines that close, as in drawings, are areas too."""
    shape = None if row.wkb is None else or_none(ogr.CreateGeometryFromWkb, bytes(row.wkb))
    if shape is None or shape.IsEmpty():
        raise shapes.refused(what, tr("it has no geometry."))
    polygons = list(_rings(ogr.Geometry(wkb=bytes(shape.GetLinearGeometry().ExportToWkb()))))
    if not polygons:
        raise shapes.refused(what, tr("its plan area is no area."))
    return shapes.area(polygons, TM, what)


def _rings(shape: ogr.Geometry):
    """The polygons of a geometry and its closed lines, each as a list of rings."""
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    if kind == ogr.wkbPolygon:
        yield [_points(shape.GetGeometryRef(at)) for at in range(shape.GetGeometryCount())]
    elif kind == ogr.wkbLineString:
        points = _points(shape)
        if len(points) > 3 and points[0] == points[-1]:
            yield [points]
    else:
        for at in range(shape.GetGeometryCount()):
            yield from _rings(shape.GetGeometryRef(at))


def _points(ring: ogr.Geometry) -> list[tuple[float, float]]:
    return [ring.GetPoint_2D(at) for at in range(ring.GetPointCount())]


def _uses(told: Optional[str]) -> list[str]:
    """Designations of uses: ``B, C1`` and ``BC1`` are two, ``GATA`` one."""
    uses = []
    for part in re.split(r"[\s,;/+]+", (told or "").strip()):
        letters = re.findall(r"[A-ZÅÄÖ]\d*", part.upper()) if use_letters(None, part.upper()) else [part]
        uses += [letter for letter in letters if letter]
    return list(dict.fromkeys(uses))
