"""Tools that fetch from a source into the workspace: the whole answer or nothing, with its date, licence and what changed."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterString,
)

from .. import settings
from ..adapters.provenance import Account
from ..adapters.qgis_http import QgisHttp, credentials
from ..adapters.reading import Cancelled
from ..i18n import tr
from ..sources.cache import Cache
from ..sources.client import Client
from ..sources.credentials import Credentials
from ..sources.errors import KeyMissing, SourceError, Stopped, SwitchedOff
from ..sources.interface import Fetched, Source
from ..sources.register import Known, known_sources
from ..sources.sentences import sentence
from ..store.changes import Changes
from ..store.workspace import Workspace, open_workspace
from .base import NarvardAlgorithm
from .parameters import region_parameter, workspace_parameter

_COUNTS = ("added", "changed", "removed", "unchanged")


class FetchingAlgorithm(NarvardAlgorithm):
    """A tool with WORKSPACE, REGION, BASE_URL and, where its source wants one, AUTH.

    A subclass sets ``SOURCE`` (or overrides `source_id`) and overrides `ask`, which sets up the source for one run.
    """

    GROUP = "data"
    SOURCE: str

    def add_common(self) -> None:
        """WORKSPACE, REGION, BASE_URL, AUTH, and the counts as outputs; a tool adds its own before or after."""
        self._add(workspace_parameter(), tr("Where what is fetched is kept, in the table that the help names."))
        self._add(
            region_parameter(optional=True),
            tr("Blank = the region of the workspace. Another region's data stand beside your own."),
        )
        self._add(
            QgsProcessingParameterString("BASE_URL", tr("Address of the source"), optional=True),
            tr("Blank = the source's own address, or the one that your IT department has set."),
            advanced=True,
        )
        if any(known.credentials != "none" for known in known_sources().values() if known.tool == self.ID):
            self._add(
                QgsProcessingParameterAuthConfig("AUTH", tr("Key or account"), optional=True),
                tr(
                    "Kept in QGIS's authentication store (Settings, Options, Authentication); only its id stands in the log."
                ),
            )
        self.add_counts()

    def add_counts(self) -> None:
        """What changed in the workspace, as outputs."""
        for name, text in (
            ("ADDED_COUNT", tr("Added rows")),
            ("CHANGED_COUNT", tr("Changed rows")),
            ("REMOVED_COUNT", tr("Removed rows")),
            ("UNCHANGED_COUNT", tr("Unchanged rows")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString("DATA_DATE", tr("Date of the data")))
        self.addOutput(QgsProcessingOutputString("OUTPUT", tr("Table or layer in the workspace, or file")))

    def source_id(self, parameters, context) -> str:
        """The id in ``sources.json``; a tool over several sources asks its parameters."""
        return self.SOURCE

    def known(self, parameters, context) -> Known:
        """What is known of the source; a tool whose source stands in no list says it itself."""
        return known_sources()[self.source_id(parameters, context)]

    def ask(self, parameters, context, asking: Asking) -> Source:
        """The source, set up with what this run asks of it."""
        raise NotImplementedError

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        known = self.known(parameters, context)
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            asking = self._asking(known, parameters, context, workspace)
            client = Client(QgisHttp(), cancelled=feedback.isCanceled)
            try:
                if settings.load().is_off(known.id):
                    raise SwitchedOff(_name_of(known))
                fetched = self.ask(parameters, context, asking).fetch(client)
            except Stopped as stop:
                raise Cancelled from stop
            except SourceError as error:
                raise QgsProcessingException(sentence(error)) from error
            if feedback.isCanceled():
                raise Cancelled
            changes = keep(workspace, known, fetched, asking.region)
            _say(account, feedback, known, fetched, changes)
            return {**_results(changes), "DATA_DATE": fetched.data_date or "", "OUTPUT": _place(workspace, fetched)}

    def _asking(self, known: Known, parameters, context, workspace: Workspace) -> Asking:
        chosen = settings.load()
        url = self.parameterAsString(parameters, "BASE_URL", context).strip() or chosen.url_of(known.id) or known.url
        authcfg = self.parameterAsString(parameters, "AUTH", context) if self.parameterDefinition("AUTH") else ""
        given = credentials(authcfg)
        if authcfg and given is None:
            raise QgsProcessingException(
                tr("There is no key or account {id} in QGIS's authentication store. Choose another.").format(id=authcfg)
            )
        region = self.parameterAsEnumString(parameters, "REGION", context) or workspace.region
        return Asking(_name_of(known), url.rstrip("/"), region, given, cache(), workspace)


class Asking:
    """What a source is set up with: its address, the region, the key, the cache, and the workspace to look things up in."""

    def __init__(self, name: str, url: str, region: str, given: Credentials | None, kept: Cache, workspace: Workspace):
        self.name, self.url, self.region = name, url, region
        self.given, self.cache, self.workspace = given, kept, workspace

    @property
    def credentials(self) -> Credentials:
        """The key or account, or the error that says how to get one."""
        if self.given is None:
            raise KeyMissing(self.name)
        return self.given


def cache() -> Cache:
    """The folder of downloads: chosen in the settings, or one in the QGIS profile."""
    chosen = settings.load().cache_folder
    return Cache(Path(chosen) if chosen else Path(QgsApplication.qgisSettingsDirPath()) / "narvard" / "cache")


def keep(workspace: Workspace, known: Known, fetched: Fetched, region: str) -> list[Changes]:
    """Everything that was fetched into the workspace, and where it came from, in one transaction."""
    with workspace.transaction():
        changes = [
            workspace.refresh(
                part.table, part.rows, xy=part.xy, wkb=part.wkb, within=part.within, keep_missing=part.keep_missing
            )
            for part in fetched.parts
        ]
        workspace.write("sources", _source_row(known, fetched, region, changes))
    return changes


def _source_row(known: Known, fetched: Fetched, region: str, changes: list[Changes]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": [known.name["sv"]],
            "publisher": known.publisher,
            "licence": fetched.licence or known.licence or None,
            "url": fetched.url or known.url,
            "fetched": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:23] + "Z",
            "data_date": fetched.data_date,
            "row_count": sum(len(part.rows) for part in fetched.parts),
            "source_id": known.id,
            "fed": ";".join(part.table for part in fetched.parts) or None,
            "part": fetched.part or None,
            "region": region,
            "version": fetched.version or None,
            "smallest_area": fetched.smallest_area or known.smallest_area,
            "added": sum(change.added for change in changes),
            "changed": sum(change.changed for change in changes),
            "removed": sum(change.removed for change in changes),
        }
    )


def _say(account: Account, feedback, known: Known, fetched: Fetched, changes: list[Changes]) -> None:
    if changes:
        counts = {name: sum(getattr(change, name) for change in changes) for name in _COUNTS}
        text = tr("{source}: {added} rows added, {changed} changed, {removed} removed, {unchanged} unchanged.")
        account.say(feedback, text.format(source=_name_of(known), **counts))
    for note in fetched.notes:
        account.say(feedback, note, warn=True)


def _results(changes: list[Changes]) -> dict[str, int]:
    return {f"{name.upper()}_COUNT": sum(getattr(change, name) for change in changes) for name in _COUNTS}


def _place(workspace: Workspace, fetched: Fetched) -> str:
    if fetched.parts:
        return workspace.layer_source(fetched.parts[0].table)
    return ";".join(str(file) for file in fetched.files)


def _name_of(known: Known) -> str:
    return known.name["sv" if QgsApplication.locale().startswith("sv") else "en"]
