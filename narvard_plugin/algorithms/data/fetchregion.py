"""A whole region fetched in one run: one tool after the other, each source whole or not at all, and a table of how it went."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import Qt

from ... import settings
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...i18n import tr
from ...sources.errors import KeyMissing, SwitchedOff
from ...sources.register import known_sources
from ...sources.sentences import sentence
from ..base import NarvardAlgorithm
from ..parameters import parts_of, region_parameter, workspace_parameter

FETCHED, FAILED, NO_ACCOUNT, OFF, NOT_ASKED = "fetched", "failed", "no_account", "switched_off", "not_asked"
#: What the region's network file is called in FOLDER.
NETWORK = "vagnat.npz"
_HEALTH = ("socialstyrelsen", "folkhalsomyndigheten", "kolada")


class _Step(NamedTuple):
    """One tool's run: the source it asks, what it is given, and which parameter of this tool holds its account."""

    source: str
    tool: str
    parameters: dict
    auth: str = ""


class _Done(NamedTuple):
    step: _Step
    status: str
    results: dict
    said: str


class FetchRegion(NarvardAlgorithm):
    ID = "fetchregion"
    GROUP = "data"
    TAGS = ("fetch", "download", "region", "all sources", "refresh", "hämta", "uppdatera", "källor", "hela regionen")

    def displayName(self):
        return tr("Fetch a whole region")

    def shortHelpString(self):
        return tr(
            "Fetches what the open sources have on a region, from nothing or as a refresh: areas (DeSO, RegSO), people by square, statistics and health, "
            "facilities in OpenStreetMap, timetables, roads, published detail plans, borders and the catalogue of plan provisions. The workspace is made if "
            "it is not there.\n\n"
            "Each source is asked by its own tool, which keeps the whole of what it fetched or nothing. A source that fails does not stop the others: OUTPUT has a row "
            "for each with what changed, or the sentence that says what happened and what to do. Run it again when that is mended; what has not "
            "changed is left untouched.\n\n"
            "Sources with a key or an account (timetables, roads, plans, borders) are asked when one is chosen here. Sources that are switched off in the "
            "Närvård panel are left out. Files (timetable, roads, borders) are kept in FOLDER, where the roads are also compiled into a network file for the travel "
            "time tools.\n\n"
            "Method and sources: see the help of each tool that is named in OUTPUT."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("Made if it is not there."))
        self._add(region_parameter(), tr("The region that everything is fetched for."))
        self._add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for files")),
            tr("Where the timetable, the roads, the network file and the borders are kept."),
        )
        self._add(
            QgsProcessingParameterString("SOURCES", tr("Sources, with ; between"), optional=True),
            tr("Blank = all. Ids: {ids}.").format(ids=", ".join(known_sources())),
        )
        self._add(
            QgsProcessingParameterBoolean("NEIGHBOURS", tr("The areas of neighbouring regions, too"), False),
            tr("So that what lies just across the border can be computed."),
        )
        for name, text in (
            ("SOCIALSTYRELSEN", tr("Socialstyrelsen: subject and values")),
            ("FOLKHALSOMYNDIGHETEN", tr("Folkhälsomyndigheten: table and values")),
            ("KOLADA", tr("Kolada: ids of key figures")),
        ):
            self._add(
                QgsProcessingParameterString(name, text, optional=True),
                tr('As INDICATORS of "Fetch health". Blank = this source is not asked.'),
            )
        self._add(
            QgsProcessingParameterString("OPERATOR", tr("Operator (short name at Trafiklab)"), optional=True),
            tr("Blank = the region's own public transport."),
            advanced=True,
        )
        for name, text in (
            ("AUTH_TRAFIKLAB", tr("Trafiklab: key")),
            ("AUTH_LASTKAJEN", tr("Lastkajen: account")),
            ("AUTH_LANTMATERIET", tr("Lantmäteriet: account")),
        ):
            self._add(
                QgsProcessingParameterAuthConfig(name, text, optional=True),
                tr("Kept in QGIS's authentication store. Blank = this source is not asked."),
            )
        self._add(
            QgsProcessingParameterString("SOURCE_URLS", tr("Other addresses of sources"), optional=True),
            tr("id=address with ; between, for mirrors. Blank = each source's own, or those in the settings."),
            advanced=True,
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("How it went, by source")))
        self.addOutput(QgsProcessingOutputNumber("FAILED_COUNT", tr("Sources that failed")))
        self.addOutput(QgsProcessingOutputFile("NETWORK", tr("Network file")))

    def checkParameterValues(self, parameters, context):
        unknown = [name for name in self._chosen(parameters, context) if name not in known_sources()]
        if unknown:
            return False, tr("SOURCES holds {names}, which is no source. The sources are {known}.").format(
                names=", ".join(unknown), known=", ".join(known_sources())
            )
        urls = parts_of(self.parameterAsString(parameters, "SOURCE_URLS", context))
        strange = [part for part in urls if part.partition("=")[0].strip() not in known_sources()]
        if strange:  # else the source itself would be asked, and nobody would know
            return False, tr("SOURCE_URLS holds {parts}: write id=address. The sources are {known}.").format(
                parts=", ".join(strange), known=", ".join(known_sources())
            )
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        folder = _folder(Path(self.parameterAsString(parameters, "FOLDER", context)))
        self._make_workspace(parameters, context, feedback)
        steps = self._steps(folder, parameters, context)
        parts = QgsProcessingMultiStepFeedback(len(steps) + 2, feedback)
        done = []
        for at, step in enumerate(steps):
            parts.setCurrentStep(at)
            done.append(self._fetch(step, parameters, context, parts))
            if feedback.isCanceled():
                return _stopped(done, feedback)
        parts.setCurrentStep(len(steps))
        network = self._compile(done, folder / NETWORK, context, parts, account)
        if feedback.isCanceled():
            return _stopped(done, feedback)
        failed = sum(one.status == FAILED for one in done)
        _say(account, feedback, done)
        parts.setCurrentStep(len(steps) + 1)
        with Outputs(self, parameters, context, parts) as outputs:
            rows = ((None, _row(one)) for one in done)
            fields = fields_of(_columns())
            outputs.write("OUTPUT", fields, NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(done))
        self.keep(account, outputs.results, context)
        return {**outputs.results, "FAILED_COUNT": failed, "NETWORK": network}

    def _chosen(self, parameters, context) -> list[str]:
        return parts_of(self.parameterAsString(parameters, "SOURCES", context))

    def _steps(self, folder: Path, parameters, context) -> list[_Step]:
        """In the order in which one needs what another fetched."""
        around = {"NEIGHBOURS": self.parameterAsBoolean(parameters, "NEIGHBOURS", context)}
        files = {"FOLDER": str(folder)}
        operator = {"OPERATOR": self.parameterAsString(parameters, "OPERATOR", context)}
        health = {name: self.parameterAsString(parameters, name.upper(), context) for name in _HEALTH}
        return [
            _Step("scb_areas", "fetchareas", {"VERSION": "deso2025;regso2025", **around}),
            _Step("scb_grid", "fetchgrid", around),
            _Step("scb_statistics", "fetchstatistics", {"TABLE": "population"}),
            *(_Step(name, "fetchhealth", {"SOURCE": name, "INDICATORS": asked}) for name, asked in health.items()),
            _Step("osm", "fetchfacilities", {}),
            _Step("trafiklab", "fetchtimetable", {**files, **operator}, "AUTH_TRAFIKLAB"),
            _Step("lastkajen", "fetchroads", files, "AUTH_LASTKAJEN"),
            _Step("ngp", "fetchplans", {}, "AUTH_LANTMATERIET"),
            _Step("lantmateriet_stac", "fetchgeodata", files, "AUTH_LANTMATERIET"),
            _Step("boverket", "fetchprovisions", {}),
        ]

    def _make_workspace(self, parameters, context, feedback) -> None:
        asked = {name: parameters[name] for name in ("WORKSPACE", "REGION")}
        _, problem = _run("createworkspace", asked, context, feedback)
        if problem is not None:
            raise QgsProcessingException(problem)

    def _compile(self, done: list[_Done], network: Path, context, feedback, account: Account) -> str:
        """The path of the network file made of the roads that were fetched; "" where there are none."""
        roads = next((one.results["OUTPUT"] for one in done if one.step.tool == "fetchroads" and one.results), None)
        if roads is None:
            return ""
        asked = {"ROADS": roads, "PRESET": "nvdb", "NETWORK": str(network)}
        results, problem = _run("buildnetwork", asked, context, feedback)
        if problem is not None:
            text = tr("The roads were fetched, but not compiled into a network file: {problem}")
            account.say(feedback, text.format(problem=problem), warn=True)
        return results.get("NETWORK", "")

    def _fetch(self, step: _Step, parameters, context, feedback) -> _Done:
        chosen = self._chosen(parameters, context)
        auth = self.parameterAsString(parameters, step.auth, context) if step.auth else ""
        if chosen and step.source not in chosen:
            return _Done(step, NOT_ASKED, {}, "")
        if settings.load().is_off(step.source):
            return _Done(step, OFF, {}, sentence(SwitchedOff(_name_of(step.source))))
        if step.auth and not auth:
            return _Done(step, NO_ACCOUNT, {}, sentence(KeyMissing(_name_of(step.source))))
        if step.parameters.get("INDICATORS") == "":
            return _Done(step, NOT_ASKED, {}, tr("No indicator was chosen."))
        asked = {"WORKSPACE": parameters["WORKSPACE"], "REGION": parameters["REGION"], **step.parameters}
        asked["BASE_URL"] = self._url_of(step.source, parameters, context)
        asked |= {"AUTH": auth} if auth else {}
        results, problem = _run(step.tool, asked, context, feedback)
        return _Done(step, FETCHED, results, "") if problem is None else _Done(step, FAILED, {}, problem)

    def _url_of(self, source: str, parameters, context) -> str:
        return settings.Settings(source_urls=self.parameterAsString(parameters, "SOURCE_URLS", context)).url_of(
            source
        ) or settings.load().url_of(source)


def _folder(folder: Path) -> Path:
    """The folder, made if it is not there, once a file has been written in it: before an hour of fetching, not after."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        text = tr("Nothing can be written in the folder {folder} ({problem}). Choose another; nothing was fetched.")
        raise QgsProcessingException(text.format(folder=folder, problem=error.strerror or error)) from error


def _stopped(done: list[_Done], feedback) -> dict:
    """What a user who stops half way has got: each source that was finished stays."""
    kept = [_name_of(one.step.source) for one in done if one.status == FETCHED]
    feedback.pushInfo(
        tr("Cancelled. What had been fetched before is kept: {sources}.").format(sources=", ".join(kept) or "–")
    )
    return {}


def _name_of(source: str) -> str:
    return known_sources()[source].name["sv" if QgsApplication.locale().startswith("sv") else "en"]


def _run(tool: str, parameters: dict, context, feedback) -> tuple[dict, Optional[str]]:
    """The tool's results, and the sentence that it failed with; None where it did not."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"narvard:{tool}").create()
    listening = _Listening(feedback)
    fine, problem = algorithm.checkParameterValues(parameters, context)
    if not fine:
        return {}, problem
    results, fine = algorithm.run(parameters, context, listening)
    return (results, None) if fine else ({}, " ".join(listening.errors) or tr("It failed without saying why."))


class _Listening(QgsProcessingFeedback):
    """Hands everything on to the run's own log, and remembers what failed."""

    def __init__(self, feedback):
        super().__init__(False)
        self._to = feedback
        self.errors: list[str] = []
        # At once: in the thread of a tool nobody takes up a signal that waits in a queue.
        feedback.canceled.connect(self.cancel, Qt.ConnectionType.DirectConnection)
        self.progressChanged.connect(feedback.setProgress)

    def reportError(self, error, fatalError=False):  # noqa: N803 (QGIS names it)
        self.errors.append(error)
        self._to.pushWarning(error)

    def pushWarning(self, warning):
        self._to.pushWarning(warning)

    def pushInfo(self, info):
        self._to.pushInfo(info)

    def setProgressText(self, text):
        self._to.setProgressText(text)


def _say(account: Account, feedback, done: list[_Done]) -> None:
    for one in done:
        text = (
            tr("{source}: {status}. {said}")
            .format(source=_name_of(one.step.source), status=_word(one.status), said=one.said)
            .strip()
        )
        account.say(feedback, text, warn=one.status == FAILED)


def _word(status: str) -> str:
    return {
        FETCHED: tr("fetched"),
        FAILED: tr("failed"),
        NO_ACCOUNT: tr("not asked, no key or account was chosen"),
        OFF: tr("not asked, switched off"),
        NOT_ASKED: tr("not asked"),
    }[status]


def _row(one: _Done) -> list:
    counts = [one.results.get(f"{name}_COUNT") for name in ("ADDED", "CHANGED", "REMOVED", "UNCHANGED")]
    known = known_sources()[one.step.source]
    return [
        one.step.source, known.publisher, one.step.tool, one.status, *counts,
        one.results.get("DATA_DATE") or None, str(one.results.get("OUTPUT") or "") or None, one.said or None,
    ]  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column("source", "text", tr("Source")),
        Column("publisher", "text", tr("Publisher")),
        Column("tool", "text", tr("Tool")),
        Column("status", "text", tr("How it went")),
        Column("added", "integer", tr("Added rows")),
        Column("changed", "integer", tr("Changed rows")),
        Column("removed", "integer", tr("Removed rows")),
        Column("unchanged", "integer", tr("Unchanged rows")),
        Column("data_date", "text", tr("Date of the data")),
        Column("place", "text", tr("Table or layer in the workspace, or file")),
        Column("said", "text", tr("What happened, and what to do")),
    ]
