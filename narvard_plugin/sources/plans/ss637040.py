"""Plans in the older exchange format, XML by SS 637040:2016: northing first, areas built of links to boundaries.

The XML is read by the program itself: OGR finds no layer in it, and would write a file of its own beside the sender's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

from osgeo import ogr
from qgis.PyQt.QtCore import QXmlStreamReader

from ...core.plans.boundaries import OpenRing, rings_of
from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...i18n import tr
from ..days import day_of
from ..errors import BadPlanFile
from ..hostile import checked_xml
from .reading import MOST_BYTES, Asked, municipality_of, plain_text
from .shapes import SYSTEMS, TM, ZONES, Point, Shapes, wkb_of
from .specification41 import json_text

FORMAT = "SS 637040:2016"
NAMESPACE = b"http://www.sis.se/ss637040"
_KINDS = {
    "DP_Anvandningsbestammelse": "användningsbestämmelse",
    "DP_Egenskapsbestammelse": "egenskapsbestämmelse",
    "DP_AdministrativBestammelse": "administrativ bestämmelse",
}
_VALUES = {"DP_VarDecimaltal": "decimaltal", "DP_VarHeltal": "heltal", "DP_VarText": "text"}
_ARCS = ("Arc", "ArcString")
#: Degrees between the points that stand for an arc.
_ARC_STEP = 4.0


@dataclass
class Element:
    name: str
    attributes: Mapping[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def said(self, name: str) -> Optional[str]:
        """The text of the first child called so."""
        return next((plain_text(child.text) for child in self.children if child.name == name), None)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements called so, wherever below, in the order of the file."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    @property
    def id(self) -> Optional[str]:
        return self.attributes.get("id")

    @property
    def link(self) -> str:
        return self.attributes.get("href", "").lstrip("#")


class _File(NamedTuple):
    """What the plans of one file share."""

    name: str
    boundaries: Mapping[str, list[Point]]
    areas: Mapping[str, Element]
    used: set[str]


def is_ss637040(content: bytes) -> bool:
    """Whether XML says near its beginning that it is of the standard, in any encoding with ASCII in it."""
    return NAMESPACE in content[:20_000].replace(b"\0", b"")


def read_ss637040(name: str, content: bytes, asked: Asked) -> list[PlanContent]:
    """The plans of a file called ``name``; the whole of it, or `BadPlanFile` or `HostileFile`."""
    if len(content) > MOST_BYTES:
        raise BadPlanFile(name, tr("it is larger than {n} MB.").format(n=MOST_BYTES >> 20))
    root = _tree(checked_xml(name, content))
    boundaries = {one: _points(name, element) for one, element in _by_id(name, root, "DP_Grans").items()}
    file = _File(name, boundaries, _by_id(name, root, "DP_Omrade"), set())
    plans = list(root.all("DP_Plan"))
    if not plans:
        raise BadPlanFile(name, tr("it holds no plan."))
    found = [_plan(file, plan, asked) for plan in plans]
    unused = sorted(set(file.areas) - file.used)
    if unused:
        note = tr("{n} areas of the file belong to no plan or provision: {ids}").format(
            n=len(unused), ids=", ".join(unused[:20])
        )
        found[0].notes.append(note)
    return found


def _tree(reader: QXmlStreamReader) -> Element:
    root = Element("", {})
    open_elements = [root]
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.StartElement:
            attributes = {attribute.name(): attribute.value() for attribute in reader.attributes()}
            element = Element(reader.name(), attributes)
            open_elements[-1].children.append(element)
            open_elements.append(element)
        elif token == QXmlStreamReader.TokenType.EndElement:
            open_elements.pop()
        elif token == QXmlStreamReader.TokenType.Characters:
            open_elements[-1].text += reader.text()
    return root


def _by_id(name: str, root: Element, kind: str) -> dict[str, Element]:
    found = {}
    for element in root.all(kind):
        if not element.id or element.id in found:
            text = tr("a {kind} has no id, or the id of another ({id}).")
            raise BadPlanFile(name, text.format(kind=kind, id=element.id))
        found[element.id] = element
    return found


def _points(name: str, boundary: Element) -> list[Point]:
    """The points of a boundary as (easting, northing), still in the file's own system."""
    what = tr("boundary {id}").format(id=boundary.id)
    points = []
    for segment in boundary.all("LineStringSegment", "LineString", *_ARCS):
        told = _positions(name, segment, what)
        points += _stroked(name, told, what) if segment.name in _ARCS else told
    points = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    if len(points) < 2:
        raise BadPlanFile(name, tr("{what}: {why}").format(what=what, why=tr("it has fewer than two points.")))
    return points


def _positions(name: str, element: Element, what: str) -> list[Point]:
    numbers = [part for place in element.all("pos", "posList") for part in place.text.split()]
    try:
        told = [float(number) for number in numbers]
    except ValueError:
        told = [math.nan]
    if len(told) % 2 or not all(map(math.isfinite, told)):
        raise BadPlanFile(name, tr("{what}: {why}").format(what=what, why=tr("its coordinates are no list of points.")))
    return list(zip(told[1::2], told[::2]))  # northing stands first


def _stroked(name: str, points: list[Point], what: str) -> list[Point]:
    """Short straight lines in place of arcs through every second point."""
    if len(points) < 3 or len(points) % 2 == 0:
        raise BadPlanFile(name, tr("{what}: {why}").format(what=what, why=tr("its arc has not three points.")))
    arc = ogr.Geometry(ogr.wkbCircularString)
    for x, y in points:
        arc.AddPoint_2D(x, y)
    line = arc.GetLinearGeometry(_ARC_STEP)
    return [line.GetPoint_2D(at) for at in range(line.GetPointCount())]


def _plan(file: _File, plan: Element, asked: Asked) -> PlanContent:
    shapes, notes = Shapes(file.name), []
    plan_name = plan.said("plannamn") or plan.said("planid")
    if not plan_name:
        raise BadPlanFile(file.name, tr("a plan in it has no name."))
    what = tr("plan {name}").format(name=plan_name)
    municipality = municipality_of(plan.said("kommun"), asked, file.name, what)
    links = [child.link for child in plan.children if child.name == "planomrade"]
    system = _system(file, plan, links, municipality, asked, notes, what)
    if not links:
        raise BadPlanFile(file.name, tr("{what}: {why}").format(what=what, why=tr("it has no geometry.")))
    areas = [_area(file, shapes, link, system, notes) for link in links]
    rows = list(_provisions(file, shapes, plan, None, system, notes))
    case = {
        "kind": "detaljplan",
        "municipality": municipality,
        "name": plan_name,
        "designation": plan.said("planid"),
        "national_id": plan.said("uuid"),
        "came_by": "fil",
    }
    return PlanContent(
        areas=[wkb_of(area) for area in areas],
        provisions=provisions_frame(rows),
        documents=documents_frame(),
        case={column: value for column, value in case.items() if value is not None},
        format=FORMAT,
        notes=[*dict.fromkeys(notes), *shapes.notes()],
        documents_date=day_of(plan.said("registreringsdatum")),
    )


def _provisions(
    file: _File, shapes: Shapes, under: Element, use: Optional[str], system: int, notes: list[str]
) -> Iterator[dict]:
    """The provisions below a plan or a use, which regulate that use, from the first to the last."""
    for child in under.children:
        for told in (one for one in child.children if one.name in _KINDS):
            yield _provision(file, shapes, told, use, system, notes)
            yield from _provisions(file, shapes, told, told.said("uuid") or told.id, system, notes)


def _provision(file: _File, shapes: Shapes, told: Element, use: Optional[str], system: int, notes: list[str]) -> dict:
    what = tr("provision {id}").format(id=told.said("uuid") or told.id)
    links = [child.link for child in told.children if child.name == "omrade"]
    values = [
        {"beskrivning": value.said("namn"), "datatyp": _VALUES[value.name], "variabelvarde": value.said("varde")}
        for variable in told.children
        for value in variable.children
        if variable.name == "variabel" and value.name in _VALUES
    ]
    return {
        "national_id": told.said("uuid"),
        "kind": _KINDS[told.name],
        "code": told.said("bestammelsetyp") or told.said("anvandningsslag"),
        "designation": "".join(filter(None, (told.said("beteckning"), told.said("index")))) or None,
        "wording": told.said("precisering"),
        "values_json": json_text(values) if values else None,
        "regulates": json_text([use]) if use else None,
        "wkb": shapes.together([_area(file, shapes, link, system, notes) for link in links], what),
    }


def _area(file: _File, shapes: Shapes, link: str, system: int, notes: list[str]) -> ogr.Geometry:
    """The area that ``link`` names, chained of its boundaries."""
    what = tr("area {id}").format(id=link)
    if link not in file.areas:
        raise shapes.refused(what, tr("the file does not hold it."))
    lines = []
    for child in file.areas[link].children:
        if child.name not in ("plus", "minus"):
            continue
        if child.link not in file.boundaries:
            raise shapes.refused(what, tr("its boundary {id} is not in the file.").format(id=child.link))
        lines.append((file.boundaries[child.link], child.name == "plus"))
    try:
        found = rings_of(lines)
    except OpenRing as error:
        text = tr("its boundaries do not close: {gap} m are open.").format(gap=f"{error.gap:.2f}")
        raise shapes.refused(what, text) from error
    if not found.rings:
        raise shapes.refused(what, tr("it has no geometry."))
    if found.turned:
        notes.append(tr("{what}: {n} boundaries were turned to close it.").format(what=what, n=found.turned))
    file.used.add(link)
    return shapes.of_rings(found.rings, system, what)


def _system(
    file: _File, plan: Element, links: list[str], municipality: str, asked: Asked, notes: list[str], what: str
) -> int:
    """The system of the coordinates: as the user says, else the file, else where they would lie in the municipality."""
    told = plan.said("koordinatsystem")
    named = system_named(told or "")
    if asked.system:
        if named and named != asked.system:
            notes.append(
                tr("{what}: the file says {told}, but CRS says EPSG:{system}, which was used.").format(
                    what=what, told=told, system=asked.system
                )
            )
        return asked.system
    if named:
        return named
    east, north = _middle(file, links)
    likely = asked.systems_at(east, north, municipality)
    if len(likely) != 1:
        raise BadPlanFile(
            file.name,
            tr("{what}: it does not tell its coordinate system ({told}), and ({north}, {east}) does not show it. Say it in CRS.")
            .format(what=what, told=told, north=f"{north:.0f}", east=f"{east:.0f}"),
        )  # fmt: skip
    notes.append(
        tr("{what}: the file tells no coordinate system. EPSG:{system} was taken, in which it lies in its municipality: "
           "look whether it lies right.").format(what=what, system=likely[0])
    )  # fmt: skip
    return likely[0]


def system_named(text: str) -> Optional[int]:
    """The EPSG code of SWEREF99_13_30, SWEREF 99 TM, EPSG:3008 …; None for another name."""
    told = re.search(r"30(0[6-9]|1[0-8])(?!\d)", text)
    if told and "EPSG" in text.upper():
        return int(told[0])
    found = re.search(r"SWEREF[\s_-]*99[\s_-]*(TM|(\d\d)[\s_.-]*(\d\d))", text, re.IGNORECASE)
    if not found:
        return None
    system = TM if found[2] is None else ZONES.get(f"{found[2]} {found[3]}")
    return system if system in SYSTEMS else None


def _middle(file: _File, links: list[str]) -> Point:
    """A point of the first plan area's boundary."""
    area = file.areas.get(links[0]) if links else None
    names = [child.link for child in area.children] if area else []
    points = next((file.boundaries[name] for name in names if name in file.boundaries), None)
    return points[0] if points else (math.nan, math.nan)
