"""A need of premises into the register: where, for what, how large and by when."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...i18n import tr
from ...sources.plans.shapes import in_sweden
from ...store.plans.needs import add_need
from ...store.schema import SRID
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter
from .deadline_parameters import read_day
from .importplans_places import Places

_REAL, _WHOLE = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
_NUMBERS = ("RADIUS", "FLOOR_AREA", "PLOT", "EARLIEST", "LATEST")
_COLUMN = {
    "RADIUS": "radius_m", "FLOOR_AREA": "floor_area_m2", "PLOT": "plot_m2", "EARLIEST": "earliest_year", "LATEST": "latest_year",
}  # fmt: skip


class AddLocalNeed(NarvardAlgorithm):
    ID = "addlocalneed"
    GROUP = "plans"
    TAGS = ("need", "premises", "facility", "lokalbehov", "lokal", "tomt", "vårdcentral", "plan")

    def displayName(self):
        return tr("Write down a need of premises")

    def shortHelpString(self):
        return tr(
            "Writes a place where the region will need premises into the register: which service, floor area, plot and years, and how far "
            "the matter has come. Rules of the checklist ask for such needs near a plan, and the page that dialoguebrief makes shows them.\n\n"
            "POINT is the middle of the place, and RADIUS how far from it a plan may lie and still be of use. A need that is decided (STATUS beslutat) must say who decided it and when: a "
            "need that nobody decided is only identified, and is never told to a municipality as the region's decision.\n\n"
            "The same need again is not written twice.\n\n"
            "Method: one row in the table local_needs. Source: the region's own planning of premises."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register that it is written into."))
        services = {kind.id: kind.name.sv for kind in catalogue.care().types.values()}
        statuses = {
            "identifierat": tr("Identified"),
            "beslutat": tr("Decided"),
            "framfort": tr("Put to the municipality"),
            "i_plan": tr("In a plan"),
            "tillgodosett": tr("Met"),
            "avfort": tr("Dropped"),
        }
        for name, label, text in (
            ("MUNICIPALITY", tr("Municipality (code or name)"), tr("Where the place lies.")),
            ("PLACE", tr("Place"), tr("What the place is called, such as Kvarnängen.")),
        ):
            self._add(QgsProcessingParameterString(name, label), text)
        self._add(
            enum_parameter("SERVICE", tr("Service (facility type)"), services, "vardcentral"),
            tr("What the premises are for."),
        )
        self._add(
            QgsProcessingParameterPoint("POINT", tr("Middle of the place"), optional=True),
            tr("Blank = no place on the map; rules that ask for needs near a plan then never find it."),
        )
        for name, label, kind, least, most, text in (
            ("RADIUS", tr("Search radius (m)"), _REAL, 0, 100_000, tr("How far from the point a plan may lie.")),
            ("FLOOR_AREA", tr("Floor area (m² gross)"), _REAL, 0, 1_000_000, tr("Blank = not known.")),
            ("PLOT", tr("Plot (m²)"), _REAL, 0, 10_000_000, tr("Blank = not known.")),
            ("EARLIEST", tr("Earliest (year)"), _WHOLE, 1900, 2200, tr("Blank = not known.")),
            ("LATEST", tr("Latest (year)"), _WHOLE, 1900, 2200, tr("Blank = not known.")),
        ):
            self._add(QgsProcessingParameterNumber(name, label, kind, None, True, least, most), text)
        self._add(enum_parameter("STATUS", tr("Status"), statuses, "identifierat"), tr("How far the matter has come."))
        for name, label, text in (
            ("DECIDED_BY", tr("Decided by"), tr("Needed where STATUS is beslutat.")),
            ("DECIDED_DATE", tr("Date of the decision"), tr("As 2026-12-07. Needed where STATUS is beslutat.")),
            ("PLAN", tr("Case that it belongs to (id)"), tr("Blank = none.")),
            ("BASIS", tr("Basis"), tr("What the need rests on.")),
        ):
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        self.addOutput(QgsProcessingOutputString("NEED_ID", tr("Id of the need")))

    def compute(self, parameters, context, feedback):
        decided = read_day(self, parameters, context, "DECIDED_DATE")
        need = {
            "place": self.parameterAsString(parameters, "PLACE", context).strip(),
            "service": self.parameterAsEnumString(parameters, "SERVICE", context),
            "status": self.parameterAsEnumString(parameters, "STATUS", context),
            "decided_by": self.parameterAsString(parameters, "DECIDED_BY", context).strip(),
            "decided_date": decided.isoformat() if decided else None,
            "plan_id": self.parameterAsString(parameters, "PLAN", context).strip(),
            "basis": self.parameterAsString(parameters, "BASIS", context).strip(),
        }
        for name in _NUMBERS:
            if parameters.get(name) is not None:
                read = self.parameterAsInt if name in ("EARLIEST", "LATEST") else self.parameterAsDouble
                need[_COLUMN[name]] = read(parameters, name, context)
        xy = self._point(parameters, context)
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
            need["municipality"] = Places(workspace).code_of(told)
            if need["municipality"] is None:
                raise QgsProcessingException(
                    tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
                )
            need_id = add_need(workspace, need, xy)
        feedback.pushInfo(tr("The need at {place} is in the register.").format(place=need["place"]))
        return {"NEED_ID": need_id}

    def _point(self, parameters, context):
        if parameters.get("POINT") in (None, ""):
            return None
        point = self.parameterAsPoint(parameters, "POINT", context, QgsCoordinateReferenceSystem.fromEpsgId(SRID))
        if not in_sweden(point.x(), point.y()):
            raise QgsProcessingException(tr("POINT does not lie in Sweden. Check its coordinate reference system."))
        return point.x(), point.y()
