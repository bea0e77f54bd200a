"""The service level of places, what each lacks, and the links between them: a structure picture (strukturbild)."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...adapters.crs import measuring_crs
from ...adapters.outputs import NO_GEOMETRY, Outputs, extended, fields_of
from ...adapters.points import PointTable, move_points, people_of, read_points
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, as_text
from ...core.deso.service_levels import belonging, standing, superior
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..travel_account import say_skipped
from .service_level_reading import Given, facility_fields, read_given, read_rules
from .structure_picture import (
    Picture,
    link_columns,
    link_rows,
    missing_columns,
    missing_rows,
    place_columns,
    place_rows,
    summary_columns,
    summary_rows,
    tell,
)

_POINTS, _TABLE = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVector


class ServiceLevels(AreaAlgorithm):
    ID = "servicelevels"
    GROUP = "deso"
    ADDED_TO = "PLACES"
    TAGS = (
        "service level", "structure picture", "nodes", "central place", "strukturbild", "servicenivå", "serviceort",
        "nod", "regioncentrum", "ortsstruktur", "målbild",
    )  # fmt: skip

    def displayName(self):
        return tr("Service levels of places (structure picture)")

    def shortHelpString(self):
        return tr(
            "Gives every place its level of care, says what it lacks, and draws the links between places: the nodes of a structure picture (strukturbild).\n\n"
            "PLACES is points, such as towns and villages (make points of polygons first), FACILITIES the facilities with their type, and SERVICES what they offer "
            "(facility_id, service, care_form, from_year, to_year). A facility belongs to the nearest place within MAX_DISTANCE, in a straight line; those that belong to none are counted and listed. "
            "With YEAR only what stands and is offered that year counts, so that a scenario (Apply a scenario) can be held against today.\n\n"
            "RULES is a file (JSON) that says which functions make each level; blank = the plugin's own example, with five levels: regional centre, subregional centre, "
            "place with local hospital care, service place, and service near home. Which levels there are, and what makes them, is for the region to decide: "
            "copy resources/data/service_levels.json, change it, and choose it here. A mistake in it is named with its place in the file.\n\n"
            "OUTPUT is the places with level (1 = the highest; empty = none), level_name, services (what it has), lacking (what its own level should have besides, and it lacks), "
            "missing (what the next level up would require), facilities, and the nearest place of a higher level (superior_id, superior_name, superior_metres); place_name repeats its name. "
            "LINKS are lines from each place to that place. MISSING has one row per place and function that it lacks, with the nearest place that has it. "
            "SUMMARY counts places and people per level.\n\n"
            "Method: a place has the highest level of which it has every required function; a function is there when a facility of one of its types, or one of its services, is. "
            "Distances are straight, not by road. Opening hours, volume and staffing do not count. "
            "For the catchment of each node, give OUTPUT as FACILITIES to Catchments."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFeatureSource("PLACES", tr("Places (points)"), [_POINTS]),
            tr("Towns and villages, one point each."),
        )
        for name, label, text in (
            ("PLACE_ID", tr("Place id (field; blank = feature id)"), tr("Names the places in links and tables.")),
            ("PLACE_NAME", tr("Place name (field)"), tr("Shown beside the id.")),
        ):
            self.add_field(name, label, text, layer="PLACES", optional=True, numeric=False)
        self.add_field(
            "POPULATION",
            tr("Number of people (field)"),
            tr("People of the place, for SUMMARY. Blank = places only."),
            layer="PLACES",
            optional=True,
        )
        self._add(
            QgsProcessingParameterFeatureSource("FACILITIES", tr("Facilities (points)"), [_POINTS]),
            tr("Facilities with their type; opened and closed (years) are read where the layer has them."),
        )
        for name, label, default, text in (
            ("FACILITY_ID", tr("Facility id (field)"), "facility_id", tr("Joins the services by id.")),
            ("TYPE", tr("Facility type (field)"), "type", tr("Ids of the plugin's list of types, such as vardcentral.")),
        ):  # fmt: skip
            self.add_field(name, label, text, layer="FACILITIES", default=default, numeric=False)
        self._add(
            QgsProcessingParameterFeatureSource("SERVICES", tr("Services (table)"), [_TABLE], optional=True),
            tr("One row per facility and service. Needed where the rules ask for services, as the plugin's own do."),
        )
        self._add(
            QgsProcessingParameterFile("RULES", tr("Rules (JSON file; blank = the plugin's own)"), extension="json", optional=True),
            tr("Which functions make each level. Copy resources/data/service_levels.json of the plugin, and change it."),
        )  # fmt: skip
        kinds = QgsProcessingParameterNumber.Type
        self._add(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE", tr("Farthest from a place (m)"), kinds.Double, 3000, minValue=0
            ),
            tr("A facility belongs to the nearest place within this distance, in a straight line; else to none."),
        )
        self._add(
            QgsProcessingParameterNumber("YEAR", tr("Year. Blank = whatever year"), optional=True, minValue=1900, maxValue=2200),
            tr("Only services and facilities of that year. Blank: also those that have ended, or not begun, count."),
        )  # fmt: skip
        self.add_prefix()
        for name, label in (
            ("NODES_COUNT", tr("Places that have a level")),
            ("UNPLACED_COUNT", tr("Facilities that belong to no place")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        lines = QgsProcessing.SourceType.TypeVectorLine
        for name, label, kind in (
            ("OUTPUT", tr("Service levels of places"), _POINTS),
            ("LINKS", tr("Links to the nearest place of a higher level"), lines),
            ("MISSING", tr("What places lack, and the nearest that has it"), _TABLE),
            ("SUMMARY", tr("Places and people per level"), _TABLE),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, optional=name != "OUTPUT"))

    def added_columns(self, parameters, context):
        return self.prefixed(place_columns(), parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        rules = read_rules(self.parameterAsString(parameters, "RULES", context))
        places, crs = self._places(parameters, context, account, feedback)
        facilities, gives = self._facilities(rules, crs, parameters, context, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        picture = self._picture(rules, places, crs, facilities, gives, parameters, context)
        lost = tell(picture, facilities.ids[gives.open], account, feedback)
        for name, columns in (("LINKS", link_columns()), ("MISSING", missing_columns()), ("SUMMARY", summary_columns())):  # fmt: skip
            account.name_columns(name, columns)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(outputs, picture, parameters, context)
        self.keep(account, outputs.results, context)
        counts = {"NODES_COUNT": int((picture.found.level > 0).sum()), "UNPLACED_COUNT": lost}
        return {**counts, **outputs.results}

    def _write(self, outputs: Outputs, picture: Picture, parameters, context) -> None:
        source = self.source(parameters, "PLACES", context)
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, dict(zip(picture.places.fids, place_rows(picture))))
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(picture.places.fids))
        line = QgsWkbTypes.Type.LineString
        outputs.write("LINKS", fields_of(link_columns()), line, picture.crs, link_rows(picture))
        nowhere = QgsCoordinateReferenceSystem()
        for name, columns, rows in (
            ("MISSING", missing_columns(), missing_rows(picture)),
            ("SUMMARY", summary_columns(), summary_rows(picture)),
        ):
            outputs.write(name, fields_of(columns), NO_GEOMETRY, nowhere, ((None, row) for row in rows))

    def _places(self, parameters, context, account, feedback):
        """The places in the system to measure in, and that system."""
        source = self.source(parameters, "PLACES", context)
        own_id, name, population = (
            self.parameterAsString(parameters, field, context) for field in ("PLACE_ID", "PLACE_NAME", "POPULATION")
        )
        places = read_points(source, "PLACES", own_id, [field for field in (name, population) if field], feedback)
        if not places:
            raise QgsProcessingException(tr("PLACES has no usable point."))
        crs = measuring_crs(source.sourceCrs(), places.xy, context.transformContext())
        places = move_points(places, source.sourceCrs(), crs, context.transformContext())
        say_skipped(places, "PLACES", population, account, feedback)
        return places, crs

    def _facilities(self, rules, crs, parameters, context, account, feedback) -> tuple[PointTable, Given]:
        source = self.source(parameters, "FACILITIES", context)
        own_id, kind = (self.parameterAsString(parameters, name, context) for name in ("FACILITY_ID", "TYPE"))
        facilities = read_points(source, "FACILITIES", own_id, facility_fields(source, kind), feedback)
        facilities = move_points(facilities, source.sourceCrs(), crs, context.transformContext())
        say_skipped(facilities, "FACILITIES", "", account, feedback)
        services = None
        if parameters.get("SERVICES") not in (None, ""):
            services = self.source(parameters, "SERVICES", context)
        year = None
        if parameters.get("YEAR") not in (None, ""):
            year = self.parameterAsInt(parameters, "YEAR", context)
        return facilities, read_given(facilities, kind, services, rules, year, account, feedback)

    def _picture(self, rules, places, crs, facilities, gives: Given, parameters, context) -> Picture:
        name, population = (self.parameterAsString(parameters, field, context) for field in ("PLACE_NAME", "POPULATION"))  # fmt: skip
        limit = self.parameterAsDouble(parameters, "MAX_DISTANCE", context)
        place = belonging(facilities.xy[gives.open], places.xy, places.ids, limit)
        found = standing(rules, gives.functions[:, gives.open], place, len(places.ids))
        named = places.columns[name] if name else places.ids
        names = ["" if value is None else as_text(value) for value in named]
        people = people_of(places, population, "PLACES") if population else None
        return Picture(rules, places, crs, names, people, place, found, superior(places.xy, found.level, places.ids))
