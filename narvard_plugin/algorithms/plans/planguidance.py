"""The guidance for municipal planners: what care property needs in detail plans, from the region's own checklist."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsProcessingException, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from ... import catalogue
from ...adapters.pages import is_page, page_path, write_page
from ...adapters.reading import Cancelled
from ...core.plans.guidance import Made, Reader, guidance_page, rules_for_guidance
from ...core.plans.judging import unconfirmed
from ...i18n import tr
from ...paths import bundled, plugin_version
from ...store.plans.parameters import confirmed_parameters
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, region_name, workspace_parameter
from .checklist_parameter import checklist_parameter, read_list, spoken

ALL = "alla"


class PlanGuidance(NarvardAlgorithm):
    ID = "planguidance"
    GROUP = "plans"
    TAGS = (
        "guidance", "detail plan", "care property", "municipality", "checklist", "vägledning", "vårdfastigheter",
        "detaljplan", "kommun", "checklista",
    )  # fmt: skip

    def displayName(self):
        return tr("Guidance: what care property needs in detail plans")

    def shortHelpString(self):
        return tr(
            "Writes a page for municipal planners, from the same checklist that reviews their plans: what care property needs of a detail plan, heading by heading, with the numbers that count, "
            "their sources, how much each point weighs and which function of the region judges it.\n\n"
            "FACILITY_TYPE narrows the page to one type of facility and what holds for every type. LANGUAGE is that of the page, whatever QGIS speaks.\n\n"
            "With WORKSPACE the numbers are those that the region has confirmed. A number that is only a proposal is marked with a dagger, a source that nobody has read says so. "
            "Without WORKSPACE every number that a region must confirm counts as a proposal.\n\n"
            "The page is one HTML file that fetches nothing; a browser prints it as PDF. Method: the texts guidance of the rules; source: the checklist, which names that of each rule and number. "
            "Without a list of one's own it is Närvård's base list, which is no region's."
        )

    def initAlgorithm(self, config=None):
        self._add(
            checklist_parameter(),
            tr("A region's own list. Blank: that of the settings, else the one that comes with Närvård."),
        )
        self._add(workspace_parameter(optional=True), tr("For the numbers that the region has confirmed."))
        types = {ALL: tr("Every type"), **{name: kind.label(spoken()) for name, kind in catalogue.care().types.items()}}
        self._add(
            enum_parameter("FACILITY_TYPE", tr("Facility type"), types, ALL),
            tr("The type, and what holds for the broader types that it belongs to."),
        )
        languages = {"sv": tr("Swedish"), "en": tr("English")}
        self._add(enum_parameter("LANGUAGE", tr("Language of the page"), languages, "sv"), tr("Of the page only."))
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Guidance (page)"), tr("Web page (*.html)"))
        )
        for name, label in (
            ("RULE_COUNT", tr("Points of the guidance")),
            ("UNCONFIRMED_COUNT", tr("Numbers that wait for the region")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        if not is_page(page_path(self, parameters, "OUTPUT", context)):
            return False, tr("The name of the page must end in .html.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        checklist = read_list(self.parameterAsString(parameters, "CHECKLIST", context))
        for warning in checklist.warnings:
            feedback.pushWarning(warning.get(spoken()))
        confirmed, region = self._confirmed(parameters, context)
        reader = self._reader(parameters, context)
        if feedback.isCanceled():
            raise Cancelled
        templates = tuple(
            bundled("resources", "templates", name).read_text(encoding="utf8")
            for name in ("guidance_page.html", "page.css")
        )
        made = Made(plugin_version(), date.today().isoformat(), region)
        path = page_path(self, parameters, "OUTPUT", context)
        write_page(path, guidance_page(templates, checklist, confirmed, reader, made))
        rules, waiting = rules_for_guidance(checklist, reader.facility_ids), unconfirmed(checklist, confirmed)
        feedback.pushInfo(tr("The guidance has {n} points.").format(n=len(rules)))
        if waiting:
            text = tr("{n} numbers of the checklist are proposals that the region has not confirmed.")
            feedback.pushWarning(text.format(n=len(waiting)))
        return {"OUTPUT": path, "RULE_COUNT": len(rules), "UNCONFIRMED_COUNT": len(waiting)}

    def _confirmed(self, parameters, context):
        """The region's own numbers, and what the region is called."""
        text = self.parameterAsString(parameters, "WORKSPACE", context).strip()
        if not text:
            return {}, ""
        with open_workspace(text, writable=False) as workspace:
            return confirmed_parameters(workspace), region_name(workspace.region)

    def _reader(self, parameters, context) -> Reader:
        language = self.parameterAsEnumString(parameters, "LANGUAGE", context)
        chosen = self.parameterAsEnumString(parameters, "FACILITY_TYPE", context)
        if chosen == ALL:
            return Reader(language)
        care = catalogue.care()
        if chosen not in care.types:
            raise QgsProcessingException(tr("There is no facility type called {name}.").format(name=chosen))
        return Reader(language, care.types[chosen].label(language), (chosen, *care.ancestors(chosen)))
