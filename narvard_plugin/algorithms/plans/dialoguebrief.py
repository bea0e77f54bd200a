"""Inför dialogmötet: what the region knows of a municipality before they meet, a page each, as PDF, ODT or HTML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.reading import Cancelled
from ...core.plans.rows import records
from ...i18n import tr
from ...reports.dialogue_brief import brief_document
from ...reports.dialogue_facts import assumed_of
from ...reports.document import FORMATS, document_bytes
from ...reports.files import write_whole
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import parts_of, workspace_parameter
from .deadline_parameters import read_day
from .importplans_places import Places
from .referral_parameters import add_language, templates_of


class DialogueBrief(NarvardAlgorithm):
    ID = "dialoguebrief"
    GROUP = "plans"
    TAGS = (
        "dialogue",
        "meeting",
        "brief",
        "municipality",
        "dialogmöte",
        "inför mötet",
        "kommun",
        "löften",
        "lokalbehov",
        "PDF",
    )

    def displayName(self):
        return tr("Before the dialogue meeting (a page per municipality)")

    def shortHelpString(self):
        return tr(
            "Writes a page for each municipality, to be read before a meeting with it: plans under way with stage and dates, promises "
            "with owner and date (late ones marked), the region's needs of premises, remarks that are still open or not met, the health "
            "centres with listed and specialists, whom to talk to, when it was last spoken with, and where the figures come from. "
            "A small map shows plans, needs and centres.\n\n"
            "The ending of OUTPUT_FILE decides: .pdf, .odt or .html. MUNICIPALITIES chooses some, by code or name; blank = every municipality of the region "
            "that the workspace knows of.\n\n"
            "The plans' people are dwellings times PEOPLE_PER_DWELLING, or the region's confirmed number; where neither is set they are not counted, and the page says so. Dwellings of "
            "comprehensive plans and programmes are shown, and not summed: they come again in the detail plans. Room at a centre is counted only by a norm that the region has "
            "confirmed. A municipality that nobody has spoken with for more than 90 days is marked.\n\n"
            "A plan that nobody told of is not here, and the page says that too.\n\n"
            "Method: templates filled in a sandbox, which a region may change (TEMPLATE). Source: the workspace's register, facilities, capacity and listings."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it draws maps

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register of plans, needs and promises. It is only read."))
        self._add(
            QgsProcessingParameterString("MUNICIPALITIES", tr("Municipalities (codes or names with ;)"), optional=True),
            tr("Blank = every municipality of the region that the workspace knows of."),
        )
        self._add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_FILE", tr("Document"), tr("PDF (*.pdf);;OpenDocument (*.odt);;Web page (*.html)")
            ),
            tr("The ending decides: .pdf, .odt or .html. What stands there is replaced when the new one is whole."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "PEOPLE_PER_DWELLING",
                tr("People per dwelling"),
                QgsProcessingParameterNumber.Type.Double,
                None,
                True,
                0.1,
                20,
            ),
            tr("Blank = the region's confirmed number, else people are not counted."),
        )
        self._add(
            QgsProcessingParameterString("TODAY", tr("Today"), optional=True),
            tr("What is late is told from this day, as 2026-12-07. Blank = today."),
            advanced=True,
        )
        add_language(self)
        self.addOutput(QgsProcessingOutputFile("OUTPUT", tr("Document")))
        self.addOutput(QgsProcessingOutputNumber("MUNICIPALITY_COUNT", tr("Municipalities")))

    def checkParameterValues(self, parameters, context):
        path = self.parameterAsFileOutput(parameters, "OUTPUT_FILE", context)
        if path and Path(path).suffix.lower() not in FORMATS:
            return False, tr("OUTPUT_FILE must end in .pdf, .odt or .html.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        target = Path(self.parameterAsFileOutput(parameters, "OUTPUT_FILE", context))
        templates = templates_of(self, parameters, context)
        today = read_day(self, parameters, context, "TODAY") or date.today()
        given = parameters.get("PEOPLE_PER_DWELLING")
        people = None if given is None else self.parameterAsDouble(parameters, "PEOPLE_PER_DWELLING", context)
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            codes = self._municipalities(parameters, context, workspace)
            document = brief_document(workspace, codes, templates, assumed_of(workspace, people), today)
        if feedback.isCanceled():
            raise Cancelled
        write_whole(target, document_bytes(document, target.suffix.lower(), templates))
        feedback.pushInfo(tr("{n} municipalities, a page each.").format(n=len(codes)))
        return {"OUTPUT": str(target), "OUTPUT_FILE": str(target), "MUNICIPALITY_COUNT": len(codes)}

    def _municipalities(self, parameters, context, workspace) -> list[str]:
        places = Places(workspace)
        told = parts_of(self.parameterAsString(parameters, "MUNICIPALITIES", context))
        found = [places.code_of(one) for one in told]
        strange = [one for one, code in zip(told, found) if code is None]
        if strange:
            raise QgsProcessingException(
                tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=", ".join(strange))
            )
        return list(dict.fromkeys(found)) or _all_of(workspace)


def _all_of(workspace) -> list[str]:
    """Every municipality of the region that something in the workspace is of."""
    known = set()
    for table in ("areas", "plan_cases", "dialogues", "local_needs"):
        rows = workspace.read(table)
        known.update(row["municipality"] for row in records(rows, ["municipality"]) if row["municipality"])
    codes = sorted(code for code in known if code[:2] == workspace.region)
    if not codes:
        raise QgsProcessingException(
            tr("The workspace knows of no municipality of the region. Fetch its areas, or name some in MUNICIPALITIES.")
        )
    return codes
