"""One region's facilities (and people near the border) as one file for a neighbour region."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...core import exchange
from ...core.deso.small_numbers import MINIMUM
from ...core.exchange import CAPACITY, FACILITIES, PEOPLE, SERVICES, ExchangeError, Header
from ...i18n import tr
from ...paths import plugin_version
from ...sources.exchange_file import is_exchange, write_exchange
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter
from .exportexchange_rows import border_of, own_rows, people_near

_PLACES, _WITH_PEOPLE = "facilities", "people"


class ExportExchange(NarvardAlgorithm):
    ID = "exportexchange"
    GROUP = "data"
    TAGS = (
        "exchange",
        "neighbour",
        "region",
        "export",
        "share",
        "utbyte",
        "grannregion",
        "grannlän",
        "dela",
        "exportera",
    )

    def displayName(self):
        return tr("Hand over the register to a neighbour region")

    def shortHelpString(self):
        return tr(
            "Writes one file that a neighbour region can read with importexchange, so that access can be reckoned across the border: "
            "facilities with services and capacity of the workspace's own region, with agreed columns, date, licence, contact and checksums. "
            "Rows of other regions are never handed on: they came with a licence of their own.\n\n"
            "WITH people adds the people squares within DISTANCE of the border: of the areas of other regions where the workspace has them, else of the whole outline of "
            "the own region, its coast too. Small numbers are protected: a square of fewer than MINIMUM people is left out, an age group over 0 and under MINIMUM is empty, and so many more "
            "that the square's total tells none. Listed (listade) of fewer than MINIMUM are left out.\n\n"
            "The file is a GeoPackage: a table exchange with a row per table (format, version, region, date, licence, contact, plugin version, number of rows, SHA-256), and the tables "
            "facilities, services, capacity and people in SWEREF 99 TM. Its own metadata describe the format. It is written beside and renamed when whole; only an exchange file is replaced.\n\n"
            "Method: agreed columns, version 1; suppression within each square. Source: the workspace."
        )

    def initAlgorithm(self, config=None):
        self._add(
            workspace_parameter(),
            tr("The register that is handed over. It is only read."),
        )
        self._add(
            QgsProcessingParameterString("REGION", tr("Region (two-digit county code)"), optional=True),
            tr("The workspace's own; blank = that. Another is refused."),
        )
        self._add(
            enum_parameter(
                "WITH",
                tr("What is handed over"),
                {_PLACES: tr("Facilities, services and capacity"), _WITH_PEOPLE: tr("Also people near the border")},
                _PLACES,
            ),
            tr("People are handed over only when you ask for it."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "DISTANCE",
                tr("Distance from the border (m)"),
                QgsProcessingParameterNumber.Type.Double,
                30000,
                minValue=0,
            ),
            tr("Squares within it are handed over, with WITH people."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "MINIMUM", tr("Fewest people told"), defaultValue=MINIMUM, minValue=1, maxValue=1000
            ),
            tr("Numbers over 0 and under this are not told."),
        )
        for name, label, optional, text in (
            (
                "LICENCE",
                tr("Licence"),
                False,
                tr("Under which the neighbour may use the rows, such as CC0 or a decision's reference."),
            ),
            (
                "CONTACT",
                tr("Contact"),
                False,
                tr("Whom to ask about the rows: a function's address, such as planering@region.se."),
            ),
            ("DATE", tr("Date of the rows"), True, tr("Written as 2024-12-31. Blank = today.")),
        ):
            self._add(QgsProcessingParameterString(name, label, optional=optional), text)
        self._add(
            QgsProcessingParameterFileDestination("FILE", tr("Exchange file"), tr("GeoPackage (*.gpkg)")),
            tr("An earlier exchange file there is replaced; anything else is not."),
        )
        for name, label in (
            ("FACILITY_COUNT", tr("Facilities")),
            ("SERVICE_COUNT", tr("Services")),
            ("CAPACITY_COUNT", tr("Rows of capacity")),
            ("PEOPLE_COUNT", tr("People squares")),
            ("HIDDEN_COUNT", tr("Numbers that are not told because they are of few people")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        for name in ("LICENCE", "CONTACT"):
            if not self.parameterAsString(parameters, name, context).strip():
                return False, tr("{name} must be filled in: whoever reads the file needs it.").format(name=name)
        path = self.parameterAsFileOutput(parameters, "FILE", context)
        if path and Path(path).suffix.lower() != ".gpkg":
            return False, tr("FILE must end in .gpkg.")
        try:
            exchange.read_day(self.parameterAsString(parameters, "DATE", context).strip() or "2000-01-01")
        except ExchangeError:
            return False, tr("DATE must be written as 2024-12-31.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        minimum = self.parameterAsInt(parameters, "MINIMUM", context)
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            region = self._region(parameters, context, workspace.region)
            tables = own_rows(workspace, region, account, feedback)
            tables[CAPACITY], few = exchange.protected_capacity(tables[CAPACITY], minimum)
            if self.parameterAsEnumString(parameters, "WITH", context) == _WITH_PEOPLE:
                distance = self.parameterAsDouble(parameters, "DISTANCE", context)
                border = border_of(workspace.read("areas"), region, distance, account, feedback)
                tables[PEOPLE] = people_near(workspace.read("people"), region, border, feedback)
        hidden = few + (self._protect(tables, minimum, account, feedback) if PEOPLE in tables else 0)
        if few:
            text = tr("{n} numbers of listed are under {minimum} people and were left out.")
            account.say(feedback, text.format(n=few, minimum=minimum), warn=True)
        if not len(tables[FACILITIES]):
            raise QgsProcessingException(
                tr(
                    "The workspace has no facilities of its own region {region}, so there is nothing to hand over."
                ).format(region=region)
            )
        header = Header(
            exchange.FORMAT,
            exchange.VERSION,
            region,
            self.parameterAsString(parameters, "DATE", context).strip() or date.today().isoformat(),
            self.parameterAsString(parameters, "LICENCE", context).strip(),
            self.parameterAsString(parameters, "CONTACT", context).strip(),
            plugin_version(),
            minimum,
        )
        path = Path(self.parameterAsFileOutput(parameters, "FILE", context))
        _write(path, header, tables, feedback)
        counts = {name: len(tables.get(name, ())) for name in exchange.TABLES}
        text = tr(
            "{path}: {facilities} facilities, {services} services, {capacity} rows of capacity and {people} people squares of region {region}."
        )
        account.say(feedback, text.format(path=path, region=region, **counts))
        return {
            "FILE": str(path),
            "FACILITY_COUNT": counts[FACILITIES],
            "SERVICE_COUNT": counts[SERVICES],
            "CAPACITY_COUNT": counts[CAPACITY],
            "PEOPLE_COUNT": counts[PEOPLE],
            "HIDDEN_COUNT": hidden,
        }

    def _region(self, parameters, context, own: str) -> str:
        region = self.parameterAsString(parameters, "REGION", context).strip() or own
        if region != own:
            known = catalogue.regions().regions
            name = known[own].name if own in known else own
            raise QgsProcessingException(
                tr("The workspace is that of {own}, so only its rows can be handed over, not those of {region}. Rows of other regions came with a licence of their own: ask that region.")
                .format(own=name, region=region)
            )  # fmt: skip
        return region

    def _protect(self, tables, minimum: int, account, feedback) -> int:
        protected = exchange.protected_people(tables[PEOPLE], minimum)
        tables[PEOPLE] = protected.rows
        text = tr(
            "{n} people squares lie near the border. {out} of them, of fewer than {minimum} people each and {people} in all, were left out; {hidden} numbers of age groups are empty."
        )
        n = len(protected.rows) + protected.out
        text = text.format(n=n, out=protected.out, minimum=minimum, people=protected.people, hidden=protected.hidden)
        account.say(feedback, text)
        return protected.out + protected.hidden


def _write(path: Path, header: Header, tables, feedback) -> None:
    if path.exists() and not is_exchange(path):
        raise QgsProcessingException(
            tr("{path} is something else than an exchange file and was not overwritten. Choose another name.").format(
                path=path
            )
        )
    try:
        if not write_exchange(
            path, header, {name: tables[name] for name in exchange.TABLES if name in tables}, feedback.isCanceled
        ):
            raise Cancelled
    except OSError as error:
        raise QgsProcessingException(
            tr("The file {path} cannot be written: {reason}. Choose another folder.").format(
                path=path, reason=error.strerror
            )
        ) from error
