"""The QGIS project: named, styled and grouped layers, health first, and a map theme for every map."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsLayerTreeModel,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)

from narvard_plugin import catalogue
from narvard_plugin.paths import bundled

from . import oldest, symbols
from .places import CENTRES, EMERGENCY, REGION, Data, layer, own_part, stations
from .questions import FIRST, LAST
from .sheets import BASE, NEED_TIME, SHEETS

MADE_UP = "Påhittat län – exempeldata"
FILE = "exempellan.qgz"
ORIENTATION, HEALTH, CARE, BOTH, GROUND = (
    "Gränser och hav",
    "Hälsans geografi",
    "Vårdens geografi",
    "Behov × tillgång",
    "Underlag",
)
UNITS = "Vårdenheter"
_ALIASES = {
    "facility_1": "Närmaste vårdenhet",
    "minutes_1": "Restid till närmaste enhet (min)",
    "facility_2": "Näst närmaste enhet",
    "minutes_2": "Restid till näst närmaste enhet (min)",
    "crosses_border": "Närmaste enhet ligger i en annan region",
    "offroad_m": "Avstånd till väg (m)",
    "population": "Antal invånare",
    "population_within": "Antal invånare inom restiden",
    "from_minutes": "Från (min)",
    "to_minutes": "Till (min)",
    "mean_minutes": "Restid, medel (min)",
    "gp_fte": "Heltidsarbetande specialister",
    "st_fte": "Heltidsarbetande ST-läkare",
    "supply": "Listningsplatser enligt normen",
    "listed": "Listade",
    "listed_per_gp": "Listade per heltidsarbetande specialist",
    "load": "Listade delat med platser (1 = normen)",
    "spare_places": "Lediga platser (minus = över normen)",
    "norm_status": "Mot normen",
    "access": "Listningsplatser per invånare",
    "access_own": "varav på egna länets hälsocentraler",
    "access_other": "varav på grannlänets hälsocentraler",
    "station_id": "Närmaste ambulansstation",
    "drive_minutes": "Körtid (min)",
    "response_minutes": "Responstid (min)",
    "station_region": "Stationens region",
    "age_80_plus": "80 år och äldre",
    "area_code": "Områdeskod (DeSO)",
    "area_type": "Områdestyp",
    "cni_points": "CNI, poäng",
    "cni_per_person": "CNI per invånare",
    "cni_ratio": "Vårdbehov (CNI, länet = 1)",
    "cni_national_mean": "CNI per invånare, länets medelvärde",
    "cni_status": "Vårdbehov: uppgift",
    "change": "Befolkningsförändring (antal)",
    "growth": "Befolkningsförändring (andel)",
    "type_changed": "Bytte områdestyp",
    "cluster": "Kluster",
    "socioeconomic_index": "Socioekonomiskt index (högt = stora utmaningar)",
    "restid_mean": "Restid, medel (min)",
    "restid_median": "Restid, median (min)",
    "restid_p90": "Restid, nio av tio inom (min)",
    "combined_class": "Vårdbehov–restid (3-3 = stort behov, lång restid)",
    "need_class": "Vårdbehov (1–3, 3 = störst)",
    "access_class": "Restid (1–3, 3 = längst)",
    "rank": "Ordning efter behov och restid (1 = först)",
    "weight": "Behov × restid (0–1)",
    "index_listed": "Vårdbehov hos de listade (länet = 1)",
    "index_area": "Vårdbehov där hälsocentralen ligger (länet = 1)",
    "amount": "Utvecklingspeng (kr)",
    "per_listed": "Kronor per listad",
    "amount_listed": "Utvecklingspeng efter de listade (kr)",
    "amount_area": "Utvecklingspeng efter området (kr)",
    "explanation": "Så är beloppet räknat",
}


class Plan(NamedTuple):
    """The project and its layers by key; ``extent`` is the reported region with some of its neighbour."""

    project: QgsProject
    layers: dict[str, QgsMapLayer]
    extent: QgsRectangle


def make(folder: Path, data: Data) -> Plan:
    """Build the project in memory; layout and saving come after."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    project.setTitle(f"Exempellän – {MADE_UP}")
    project.writeEntryBool("Paths", "/Absolute", False)
    layers: dict[str, QgsMapLayer] = {}
    for title, add in ((ORIENTATION, _orientation), (HEALTH, _health), (CARE, _care), (BOTH, _both), (GROUND, _ground)):
        _Group(project, project.layerTreeRoot().addGroup(title), layers, add(data)).fill()
    _draw_bridges_over_the_sea(project, layers)
    regions = layers["sea"]
    own = QgsRectangle()
    for feature in regions.getFeatures(f"\"code\" = '{REGION}'"):
        own.combineExtentWith(feature.geometry().boundingBox())
    plan = Plan(project, layers, own.buffered(3000))
    _add_themes(plan)
    return plan


def _draw_bridges_over_the_sea(project: QgsProject, layers: dict[str, QgsMapLayer]) -> None:
    """The sea covers what rasters spill over the shore; bridges, ferries and what stands by the water come above it."""
    root = project.layerTreeRoot()
    named = ("county", "municipalities", "served", "capacity", "stations", "grant")
    above = [found for key, found in layers.items() if key in named or key[:6] == "units_"]
    above.append(layers["roads"])
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder([*above, *(found for found in root.layerOrder() if found not in above)])


def save(plan: Plan, folder: Path) -> Path:
    """Write the project with the first map's theme shown."""
    _show(plan, SHEETS[0].layers)
    view = QgsReferencedRectangle(plan.extent, plan.project.crs())
    plan.project.viewSettings().setDefaultViewExtent(view)
    target = folder / FILE
    if not plan.project.write(str(target)):
        raise RuntimeError(f"QGIS could not write the project {target}: {plan.project.error()}")
    return target


def _orientation(data: Data):
    yield "county", _vector(layer(data, "regions"), "Länsgräns", symbols.outline("#3c3c3c", 0.5))
    yield "municipalities", _vector(layer(data, "municipalities"), "Kommungränser", symbols.outline("#6e6e6e", 0.18))
    yield "sea", _vector(layer(data, "regions"), "Hav och land utanför exemplet", symbols.outside())


def _health(data: Data):
    squares = symbols.classes(
        "population",
        (5, 20, 100, 500, 2000),
        symbols.PEOPLE,
        ("1–5 invånare", "6–20", "21–100", "101–500", "501–2 000", "över 2 000"),
        "#00000000",
    )
    yield "people", _vector(layer(data, "squares_1km"), "Befolkning per km²-ruta", squares)
    squares_of_oldest = symbols.classes(
        "age_80_plus",
        (0, 5, 20, 50, 150),
        symbols.OLD,
        ("ingen", "1–5 invånare", "6–20", "21–50", "51–150", "över 150"),
        "#00000000",
    )
    yield "oldest", _vector(oldest.path_of(data), "80 år och äldre per km²-ruta", squares_of_oldest)
    yield "types", _styled(layer(data, "areas"), "Områdestyp (DeSO 2025)", "samplecounty_areas")
    change = f"Befolkningsförändring {FIRST}–{LAST} (DeSO)"
    yield "change", _styled(data.health.change, change, "growthbytype_change_output")
    need = _styled(own_part(data.health.need), "Vårdbehov (CNI, länet = 1)", "careneedindex_output_ratio")
    yield "need", _against_the_county(need)
    clusters = _styled(own_part(data.health.clusters), "Kluster av stora och små utmaningar (DeSO)", "clusters_output")
    yield "clusters", clusters


def _care(data: Data):
    yield UNITS, [(f"units_{c.id}", c.label("sv"), _facilities(data, c.id)) for c in _categories()]
    served = _styled(data.served[CENTRES], "Befolkning per hälsocentral", "nearestfacility_facility_summary")
    yield "served", served
    owners = _vector(data.owners, "Ansvarsområden, hälsocentraler", symbols.outline("#222222", 0.35))
    yield "owners", owners
    yield "centre_areas", _styled(data.areas[CENTRES], "Restid inom ansvarsområdet", "catchments_output")
    capacity = "Hälsocentraler: listade mot normen"
    yield "capacity", _clear_of_names(_styled(data.capacity, capacity, "primarycarecapacity_output"))
    room = "Listningsplatser per invånare och ruta (1 = platserna räcker)"
    yield "room", _squares(_styled(data.room, room, "floatingcatchment_output"))
    crossing = f'{data.nearest[EMERGENCY]}|subset="crosses_border" = 1'
    title = "Invånare med närmaste akutmottagning i en annan region"
    yield "crossing", _vector(crossing, title, symbols.dots("#00b894", 0.9))
    merged = "Inom 10–60 minuter från en akutmottagning"
    yield "emergency_areas", _unclipped(_styled(data.areas[EMERGENCY], merged, "catchments_output"))
    for which, title in ((CENTRES, "hälsocentral"), (EMERGENCY, "akutmottagning dygnet runt")):
        points = f"Restid till närmaste {title}, per bebodd ruta"
        yield f"minutes_{which}", _styled(data.nearest[which], points, "nearestfacility_output")
        yield f"raster_{which}", _raster(data.raster[which], f"Restid till närmaste {title}, raster")
    bases = _vector(stations(data), "Ambulansstationer", symbols.facility_types(("ambulansstation",), 5.0))
    yield "stations", _clear_of_names(bases)
    response = "Ambulansens responstid per ruta"
    yield "response", _squares(_styled(data.response, response, "responsecoverage_output"))
    yield "roads", _styled(layer(data, "roads"), "Vägnät", "samplecounty_roads")


def _both(data: Data):
    yield NEED_TIME, _styled(data.both.areas, "Vårdbehov och restid (DeSO)", "needandaccess_output")
    title = "Socioekonomisk utvecklingspeng, kronor per listad"
    yield "grant", _clear_of_names(_styled(data.both.grant["proportional"], title, "developmentgrant_output"))
    need = _styled(own_part(data.health.need), "Vårdbehov i gråskala (länet = 1)", "careneedindex_output_ratio")
    yield "quiet_need", _in_grey(_against_the_county(need))


def _ground(data: Data):
    places = _vector(layer(data, "settlements"), "Orter", symbols.settlements())
    symbols.place_names(places)
    yield "places", places
    yield "land", _vector(layer(data, "regions"), "Land utan värde i kartan", symbols.land())


def _categories():
    return sorted(catalogue.care().categories.values(), key=lambda category: category.order)


def _facilities(data: Data, category: str) -> QgsVectorLayer | None:
    """The open facilities of one category; None where the county has none."""
    kinds = [kind.id for kind in catalogue.care().types.values() if kind.category == category]
    quoted = ", ".join(f"'{kind}'" for kind in kinds)
    found = QgsVectorLayer(layer(data, "facilities", f'"type" IN ({quoted}) AND "closed" IS NULL'), category, "ogr")
    present = found.uniqueValues(found.fields().indexFromName("type"))
    if not present:
        return None
    found.setRenderer(symbols.facility_types(present))
    return found


def _vector(source, name: str, renderer=None) -> QgsVectorLayer:
    found = QgsVectorLayer(str(source), name, "ogr")
    if not found.isValid():
        raise RuntimeError(f"The layer {name!r} cannot be opened: {source}")
    if renderer is not None:
        found.setRenderer(renderer)
    for field, alias in _ALIASES.items():
        index = found.fields().indexFromName(field)
        if index >= 0:
            found.setFieldAlias(index, alias)
    return found


def _styled(source, name: str, style: str) -> QgsVectorLayer:
    return _with_style(_vector(source, name), style)


def _against_the_county(found: QgsVectorLayer) -> QgsVectorLayer:
    """The style speaks of the country, whose mean is the one that the tool is usually given; here it is the county's."""
    for rule in found.renderer().rootRule().descendants():
        rule.setLabel(rule.label().replace("riket", "länet"))
    return found


def _in_grey(found: QgsVectorLayer) -> QgsVectorLayer:
    """The same classes beneath circles in colour."""
    classes = [rule for rule in found.renderer().rootRule().descendants() if rule.symbol()]
    for rule, colour in zip(classes, symbols.QUIET):
        rule.setSymbol(symbols.fill(colour, "#ffffff"))
    return found


def _unclipped(found: QgsVectorLayer) -> QgsVectorLayer:
    """Polygons with holes beyond the map, clipped by QGIS, give a PDF with empty paths that readers complain of."""
    for symbol in found.renderer().symbols(QgsRenderContext()):
        symbol.setClipFeaturesToExtent(False)
    return found


def _squares(found: QgsVectorLayer) -> QgsVectorLayer:
    symbols.squares_at_least(found, 0.9)
    return found


def _clear_of_names(found: QgsVectorLayer) -> QgsVectorLayer:
    symbols.keep_names_off(found)
    return found


def _raster(source: Path, name: str) -> QgsRasterLayer:
    return _with_style(QgsRasterLayer(str(source), name), "traveltimeraster_output")


def _with_style(found, style: str):
    message, ok = found.loadNamedStyle(str(bundled("resources", "styles", f"{style}.qml")))
    if not ok:
        raise RuntimeError(message)
    return found


class _Group(NamedTuple):
    """A group of the layer tree and what goes into it: (key, layer), or (title, [(key, name, layer)]) for a subgroup."""

    project: QgsProject
    group: QgsLayerTreeGroup
    layers: dict[str, QgsMapLayer]
    content: object

    def fill(self) -> None:
        for key, content in self.content:
            if isinstance(content, list):
                inner = self.group.addGroup(key)
                for name, title, found in content:
                    if found is not None:
                        found.setName(title)
                        self._add(inner, name, found)
            else:
                self._add(self.group, key, content)

    def _add(self, group: QgsLayerTreeGroup, key: str, found: QgsMapLayer) -> None:
        metadata = found.metadata()
        metadata.setRights([MADE_UP])
        found.setMetadata(metadata)
        self.layers[key] = self.project.addMapLayer(found, False)
        group.addLayer(found).setExpanded(False)


def _add_themes(plan: Plan) -> None:
    root = plan.project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    themes = plan.project.mapThemeCollection()
    for sheet in SHEETS:
        _show(plan, sheet.layers)
        themes.insert(sheet.title, QgsMapThemeCollection.createThemeFromCurrentState(root, model))


def _show(plan: Plan, keys) -> None:
    root = plan.project.layerTreeRoot()
    shown = {plan.layers[key].id() for key in (*BASE, *keys)}
    for node in root.findLayers():
        node.setItemVisibilityChecked(node.layerId() in shown)
        node.setExpanded(node.layerId() in shown)
    for group in root.findGroups():
        group.setItemVisibilityChecked(True)
