"""A neighbour region's exchange file into the workspace: checked, told, and never over the own region's rows."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.differences import ADDED, CHANGED, REMOVED
from ...core.exchange import FACILITIES, PEOPLE, ExchangeError
from ...i18n import tr
from ...sources.facility_files import FileProblem
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm
from ..parameters import workspace_parameter
from .facility_input import file_sentence
from .importexchange_rows import changes_between, read_file, say_contents, store
from .importexchange_sentences import sentence


class ImportExchange(ImportingAlgorithm):
    ID = "importexchange"
    GROUP = "data"
    LEFT_OUT = "OUTPUT"
    TAGS = ("exchange", "neighbour", "region", "import", "utbyte", "grannregion", "grannlän", "importera", "gräns")

    def displayName(self):
        return tr("Take in a neighbour region's register")

    def shortHelpString(self):
        return tr(
            "Reads the file that a neighbour region has made with exportexchange into the workspace, so that its facilities (and people near the border) count across the border.\n\n"
            "The file's format, version, columns, region and the checksum of each table are checked first: a file that is damaged or has been edited is refused, with what is wrong. "
            "The own region's rows are never touched: a file of the own region, or with an id that an own facility has, is refused; people squares that the own region has too are left out and listed.\n\n"
            "The file's rows stand instead of the workspace's rows of that region: a facility that the neighbour no longer has is removed, with its services and capacity. A file without people "
            "leaves people as they are. OUTPUT lists every difference: table, key, what (added, changed, removed), column, before and after. Taking in the same file twice changes nothing.\n\n"
            "A CSV file of facilities with the agreed columns and x, y in SWEREF 99 TM is taken too, but then nobody has vouched for date, licence or content. Services and capacity are then left as they are, but for facilities that are removed.\n\n"
            "Method: agreed columns, version 1, SHA-256; one transaction, or nothing. Source: the neighbour region, as the file says."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFile("FILE", tr("Exchange file"), fileFilter=tr("Exchange files (*.gpkg *.csv)")),
            tr("Made by the neighbour with exportexchange."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the neighbour's rows are kept, beside the own region's."),
        )
        self._add(
            QgsProcessingParameterString("REGION", tr("Region (two-digit county code)"), optional=True),
            tr(
                "The neighbour that you expect the file to be of. Blank = whichever the file says; a CSV file needs it."
            ),
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("What the exchange file changed")))
        for name, label in (
            ("ADDED_COUNT", tr("Added rows")),
            ("CHANGED_COUNT", tr("Changed rows")),
            ("REMOVED_COUNT", tr("Removed rows")),
            ("UNCHANGED_COUNT", tr("Unchanged rows")),
            ("LEFT_OUT_COUNT", tr("People squares left out, which the own region has")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        for name, label in (("DATE", tr("Date of the rows")), ("LICENCE", tr("Licence")), ("CONTACT", tr("Contact"))):
            self.addOutput(QgsProcessingOutputString(name, label))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", columns())
        path = Path(self.parameterAsFile(parameters, "FILE", context))
        wanted = self.parameterAsString(parameters, "REGION", context).strip()
        try:
            header, tables = read_file(path, wanted)
        except ExchangeError as error:
            raise QgsProcessingException(sentence(error, path.name)) from error
        except FileProblem as error:
            raise QgsProcessingException(file_sentence(error)) from error
        except OSError as error:
            raise QgsProcessingException(
                tr("The file {path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
            ) from error
        if feedback.isCanceled():
            raise Cancelled
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            region = _refuse_own(header.region, workspace.region)
            say_contents(header, tables, account, feedback)
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                stored = {name: workspace.read(name) for name in ("facilities", "services", "capacity", "people")}
                _refuse_own_ids(stored[FACILITIES], tables[FACILITIES], region)
                left = _leave_out_own_squares(stored[PEOPLE], tables, region, account, feedback)
                found = changes_between(stored, tables, region)
                rows = (
                    (None, [table, " – ".join(one.key), one.what, one.field, *map(_shown, (one.before, one.after))])
                    for table, one in found
                )
                outputs.write(
                    "OUTPUT", fields_of(columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(found)
                )
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                totals = store(workspace, stored, tables, header, content)
                text = tr("{added} rows added, {changed} changed, {removed} removed, {unchanged} unchanged.")
                account.say(feedback, text.format(**totals), warn=bool(totals[REMOVED]))
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "ADDED_COUNT": totals[ADDED],
            "CHANGED_COUNT": totals[CHANGED],
            "REMOVED_COUNT": totals[REMOVED],
            "UNCHANGED_COUNT": totals["unchanged"],
            "LEFT_OUT_COUNT": left,
            "DATE": header.date,
            "LICENCE": header.licence,
            "CONTACT": header.contact,
        }


def _refuse_own(region: str, own: str) -> str:
    if region == own:
        raise QgsProcessingException(
            tr("The file is of region {region}, which is the workspace's own. Its rows are never overwritten from an exchange file; choose a neighbour's.").format(region=region)
        )  # fmt: skip
    return region


def _refuse_own_ids(facilities: pd.DataFrame, new: pd.DataFrame, region: str) -> None:
    taken = facilities[facilities["region"] != region]
    clash = sorted(set(taken["facility_id"]) & set(new["facility_id"]))
    if clash:
        raise QgsProcessingException(
            tr("{n} facilities of the file have an id that a facility of another region (or of none) has in the workspace: {list}. Nothing was taken in; agree with the neighbour on whose they are.")
            .format(n=len(clash), list=listed(clash))
        )  # fmt: skip


def _leave_out_own_squares(people: pd.DataFrame, tables, region: str, account, feedback) -> int:
    """Squares that stand in another region in the workspace are that region's."""
    if PEOPLE not in tables:
        return 0
    taken = set(people[people["region"] != region]["origin_id"])
    clash = tables[PEOPLE]["origin_id"].isin(taken)
    if clash.any():
        ids = tables[PEOPLE]["origin_id"][clash].tolist()
        text = tr(
            "{n} people squares of the file are already in the workspace as another region's, and were left out so that nobody counts twice: {list}."
        )
        account.say(feedback, text.format(n=len(ids), list=listed(ids)), warn=True)
        tables[PEOPLE] = tables[PEOPLE][~clash].reset_index(drop=True)
    return int(clash.sum())


def _shown(value):
    return None if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def columns() -> list[Column]:
    return [
        Column("table", "text", tr("Table")),
        Column("key", "text", tr("Row (its key)")),
        Column("what", "text", tr("What happened (added, changed, removed)")),
        Column("column", "text", tr("Column")),
        Column("before", "text", tr("Before")),
        Column("after", "text", tr("After")),
    ]
