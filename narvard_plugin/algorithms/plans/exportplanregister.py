"""The plan register as a list for a spreadsheet, and its dates."""

from __future__ import annotations

import codecs
from pathlib import Path

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from ...adapters.municipalities import municipality_names
from ...adapters.reading import Cancelled
from ...core.plans.register_rows import (
    COLUMNS,
    DATE_COLUMNS,
    DATE_LABELS,
    LABELS,
    csv_text,
    date_rows,
    labelled,
    register_rows,
)
from ...core.plans.rows import records
from ...i18n import tr
from ...reports.files import write_whole
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter
from .referral_parameters import reader_words

_EXCEL, _PLAIN = "excel", "plain"
_TABLES = ("plan_cases", "referrals", "partial_answers", "remarks", "statements")


class ExportPlanRegister(NarvardAlgorithm):
    ID = "exportplanregister"
    GROUP = "plans"
    TAGS = ("register", "csv", "export", "detail plan", "planregister", "diarium", "planremiss", "frister", "Excel")

    def displayName(self):
        return tr("Export the plan register (CSV)")

    def shortHelpString(self):
        return tr(
            "Writes the plan register as a list: a row for every planremiss, and for every case that is only watched, with municipality, name, stage, standing, dates, handler, how many parts are open, "
            "how many remarks there are and how many stand open, stance, decision, delegation point, notice and dispatch. DATES_FILE is a list of every date with what it is of.\n\n"
            "FORM excel has semicolons, decimal comma and the mark by which Excel knows UTF-8; plain has commas and decimal points.\n\n"
            "A text that begins with = + - @, a tab or a line break would be run as a formula by a spreadsheet: it gets an apostrophe before it. Codes keep their leading zeros; beside a code such as tillstyrker_med_synpunkter stands a column (stance_text) that says it in your language. What is not known is empty, never 0.\n\n"
            "Method: the tables plan_cases, referrals, partial_answers, remarks, statements and deadlines, joined by id. Source: the workspace."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register. It is only read."))
        forms = {_EXCEL: tr("For Excel (semicolons)"), _PLAIN: tr("For other programs (commas)")}
        self._add(enum_parameter("FORM", tr("Form"), forms, _EXCEL), tr("Both are UTF-8."))
        self._add(
            QgsProcessingParameterFileDestination("OUTPUT_FILE", tr("Plan register"), tr("CSV (*.csv)")),
            tr("What stands there is replaced when the new file is whole."),
        )
        self._add(
            QgsProcessingParameterFileDestination(
                "DATES_FILE", tr("Dates"), tr("CSV (*.csv)"), optional=True, createByDefault=False
            ),
            tr("Every deadline of a planremiss or a case, in order."),
        )
        self.addOutput(QgsProcessingOutputNumber("ROW_COUNT", tr("Rows")))
        self.addOutput(QgsProcessingOutputNumber("DATE_COUNT", tr("Dates")))

    def checkParameterValues(self, parameters, context):
        for name in ("OUTPUT_FILE", "DATES_FILE"):
            if parameters.get(name) not in (None, ""):
                path = self.parameterAsFileOutput(parameters, name, context)
                if path and Path(path).suffix.lower() != ".csv":
                    return False, tr("{name} must end in .csv.").format(name=name)
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        excel = self.parameterAsEnumString(parameters, "FORM", context) == _EXCEL
        dates_wanted = parameters.get("DATES_FILE") not in (None, "")
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            tables = {name: records(workspace.read(name)) for name in (*_TABLES, "deadlines")}
        names, words = municipality_names(), reader_words()
        rows = labelled(register_rows(*(tables[name] for name in _TABLES), names), LABELS, words)
        dates = date_rows(
            tables["deadlines"],
            {row["plan_id"]: row for row in tables["plan_cases"]},
            {row["referral_id"]: row for row in tables["referrals"]},
            names,
        )
        dates = labelled(dates, DATE_LABELS, words)
        if feedback.isCanceled():
            raise Cancelled
        results = {"OUTPUT_FILE": self._write(parameters, "OUTPUT_FILE", context, COLUMNS, rows, excel)}
        if dates_wanted:
            results["DATES_FILE"] = self._write(parameters, "DATES_FILE", context, DATE_COLUMNS, dates, excel)
        feedback.pushInfo(tr("{rows} rows and {dates} dates in the register.").format(rows=len(rows), dates=len(dates)))
        return {**results, "ROW_COUNT": len(rows), "DATE_COUNT": len(dates)}

    def _write(self, parameters, name, context, columns, rows, excel: bool) -> str:
        path = self.parameterAsFileOutput(parameters, name, context)
        text = csv_text(columns, rows, *((";", ",") if excel else (",", ".")))
        write_whole(Path(path), (codecs.BOM_UTF8 if excel else b"") + text.encode("utf-8"))
        return path
