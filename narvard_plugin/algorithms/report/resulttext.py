"""Half a page about any result of the plugin, ready for a tjänsteskrivelse: what was found, how, from what, how sure."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...adapters.reading import Cancelled
from ...adapters.result_text import Told, narratives, result_of, told_of
from ...core.plans.rows import one_line
from ...i18n import tr
from ...reports.document import document_bytes
from ...reports.files import write_whole
from ...reports.result_text import text_document
from ...reports.templates import Templates
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter

#: File parameter → how its name must end.
_SUFFIXES = {"HTML": (".html",), "DOCUMENT": (".odt", ".pdf"), "TEXT_FILE": (".txt",)}
#: Tables whose rows have names → their key.
_NAMED = {"areas": "area_code", "facilities": "facility_id"}
#: Starts a text file, so that every program sees å, ä and ö.
_BYTE_ORDER_MARK = "\ufeff"


class ResultText(NarvardAlgorithm):
    ID = "resulttext"
    GROUP = "report"
    TAGS = (
        "text", "report", "narrative", "explain", "tjänsteskrivelse", "text om resultat", "sammanfattning", "förklara",
        "ODT",
    )  # fmt: skip

    def displayName(self):
        return tr("Text about a result (for a tjänsteskrivelse)")

    def shortHelpString(self):
        return tr(
            "Writes half a page about a result of Närvård, ready to be read through and put into a tjänsteskrivelse: what was asked, the result first with its numbers, how it was computed, the data with their dates, "
            "how sure it is, and what is not measured.\n\n"
            "INPUT is any layer, table or raster that a tool of the plugin made. The layer itself tells which tool, with which settings and data, and what was left out; that account follows a GeoPackage and a raster, but not other "
            "formats. A layer without it, or made by another program, can't be known: then give TOOL, and the text says that it was told by hand.\n\n"
            "HTML is a web page that fetches nothing; DOCUMENT an .odt or .pdf; TEXT (and TEXT_FILE) plain text for copying. LANGUAGE is that of the text, whatever QGIS speaks. With WORKSPACE the sources of the workspace and the dates of their data are told. "
            "The run's own notes are shown in the language that QGIS spoke when it was run.\n\n"
            "Method: the numbers are sums, people-weighted means, shares, and who is first and last, of the result's own rows, by rules in resources/data/narratives.json; nothing is computed anew. A number that is missing is said to be missing, and is never shown as 0. "
            "Source: the result and its account. A person reads the text before it is used."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterMapLayer(
                "INPUT",
                tr("Result (layer or table)"),
                types=[QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeRaster],
            ),
            tr("As a tool of Närvård made it."),
        )
        languages = {"sv": tr("Swedish"), "en": tr("English")}
        self._add(enum_parameter("LANGUAGE", tr("Language of the text"), languages, "sv"), tr("Of the text only."))
        self._add(
            QgsProcessingParameterString("TOOL", tr("Tool (only where the layer does not say)"), optional=True),
            tr("The tool's id, such as nearestfacility. What the layer itself says goes before."),
            advanced=True,
        )
        self._add(
            workspace_parameter(optional=True),
            tr("For the names of the sources, units and areas, and the dates of the data."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterString("REFERENCE", tr("Diarienummer"), optional=True),
            tr("Stands at the head of the document."),
            advanced=True,
        )
        for name, label, endings, made in (
            ("HTML", tr("Text as a web page"), tr("Web page (*.html)"), True),
            ("DOCUMENT", tr("Text as a document"), tr("OpenDocument (*.odt);;PDF (*.pdf)"), False),
            ("TEXT_FILE", tr("Plain text"), tr("Text (*.txt)"), False),
        ):
            self._add(
                QgsProcessingParameterFileDestination(name, label, endings, optional=True, createByDefault=made),
                tr("What stands there is replaced when the new one is whole."),
            )
        self.addOutput(QgsProcessingOutputString("TEXT", tr("Text")))
        self.addOutput(QgsProcessingOutputString("MADE_BY", tr("The tool that made the result")))
        self.addOutput(QgsProcessingOutputNumber("MISSING_COUNT", tr("Fields that numbers were missing from")))

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it reads a layer of the project

    def checkParameterValues(self, parameters, context):
        for name, endings in _SUFFIXES.items():
            path = self._path(parameters, name, context)
            if path and path.suffix.lower() not in endings:
                text = tr("{name} must end in {suffix}.")
                return False, text.format(name=name, suffix=tr(" or ").join(endings))
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        layer = self.parameterAsLayer(parameters, "INPUT", context)
        if not isinstance(layer, (QgsVectorLayer, QgsRasterLayer)):
            raise QgsProcessingException(tr("INPUT is no layer or table that can be read."))
        language = self.parameterAsEnumString(parameters, "LANGUAGE", context)
        tool = self._tool(parameters, context)
        result = result_of(layer, feedback.isCanceled)
        sources, named = self._of_workspace(result.run, parameters, context)
        decimal_sign = "," if language == "sv" else "."
        told = told_of(result, tool, sources, language, date.today().isoformat(), decimal_sign, named)
        if feedback.isCanceled():
            raise Cancelled
        self._tell(told, result.run, tool, feedback)
        files = self._write(told, language, parameters, context)
        feedback.pushInfo(told.answer.text)
        made_by = result.run.tool if result.run else tool
        return {"TEXT": told.answer.text, "MADE_BY": made_by, "MISSING_COUNT": len(told.missing), **files}

    def _tool(self, parameters, context) -> str:
        tool = self.parameterAsString(parameters, "TOOL", context).strip().lower()
        tool = tool[len("narvard:") :] if tool.startswith("narvard:") else tool
        if tool and tool not in narratives().tools:
            raise QgsProcessingException(
                tr("There is no text for a tool called {tool}. There is for: {list}.").format(
                    tool=tool, list=", ".join(sorted(narratives().tools))
                )
            )
        return tool

    def _of_workspace(self, run, parameters, context) -> tuple[list[tuple[str, str]], dict[str, str]]:
        """Name and date of the workspace's sources: of those that fed the tables that the run read, where that is known; and the
        names of its units and areas by their ids."""
        text = self.parameterAsString(parameters, "WORKSPACE", context).strip()
        if not text:
            return [], {}
        with open_workspace(text, writable=False) as workspace:
            rows = workspace.read("sources")
            named = [workspace.read(table)[[key, "name"]].dropna() for table, key in _NAMED.items()]
        rows = rows.astype(object).where(rows.notna(), "")
        given = " ".join(run.parameters.values()) if run else ""
        used = rows["fed"].map(lambda table: bool(table) and f"layername={table}" in given)
        rows = rows[used] if used.any() else rows
        told = dict.fromkeys((str(row["name"]), str(row["data_date"])[:10]) for _, row in rows.iterrows())
        return list(told), {str(key): str(name) for table in named for key, name in table.to_numpy()}

    def _tell(self, told: Told, run, tool: str, feedback) -> None:
        if run is None and not tool:
            feedback.pushWarning(
                tr(
                    "The layer does not say which tool made it, so the text can't tell what its numbers mean. Give TOOL."
                )
            )
        elif run is None:
            feedback.pushWarning(tr("The layer does not say which tool made it; the text goes by TOOL."))
        elif tool and tool != run.tool:
            feedback.pushWarning(
                tr("TOOL is {tool}, but the layer says {made}: the layer's word counts.").format(
                    tool=tool, made=run.tool
                )
            )
        if told.missing:
            feedback.pushWarning(tr("Numbers are missing from: {list}.").format(list=", ".join(told.missing)))

    def _write(self, told: Told, language: str, parameters, context) -> dict[str, str]:
        reference = one_line(self.parameterAsString(parameters, "REFERENCE", context))
        document = text_document(told.answer.title, told.answer.paragraphs, reference)
        templates = Templates(language)
        files = {}
        for name in _SUFFIXES:
            path = self._path(parameters, name, context)
            if path is None:
                continue
            if name == "TEXT_FILE":
                content = (_BYTE_ORDER_MARK + told.answer.text + "\n").encode("utf-8")
            else:
                content = document_bytes(document, path.suffix.lower(), templates)
            write_whole(path, content)
            files[name] = str(path)
        return files

    def _path(self, parameters, name: str, context) -> Optional[Path]:
        if parameters.get(name) in (None, ""):
            return None
        return Path(self.parameterAsFileOutput(parameters, name, context))
