"""An atlas of a region, a chapter per area: everything that the workspace knows, in words, figures and maps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...adapters.atlas_ground import MUNICIPALITY
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.tables import has_field
from ...core.access.capacity import Norm
from ...core.atlas.table import KINDS, NEEDED, Row, other_regions
from ...i18n import tr
from ...reports.atlas.html import html_bytes
from ...reports.atlas.maps import AtlasMaps
from ...reports.atlas.pdf import pdf_bytes
from ...reports.files import refusal, write_whole
from ...store.plans.parameters import confirmed_parameters
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..data.importdivision import kinds
from ..parameters import enum_parameter, parts_of, workspace_parameter
from ..plans.deadline_parameters import read_day
from .atlas_care import Asked
from .atlas_making import Made, Wanted, make_atlas, words_of
from .children import Tools

_NATIONAL_NORM = 1100.0
_TABLE = [QgsProcessing.SourceType.TypeVector]


class RegionReport(NarvardAlgorithm):
    ID = "regionreport"
    GROUP = "report"
    TAGS = (
        "atlas", "report", "region", "municipality", "comparison", "PDF", "HTML",
        "rapport", "kommun", "närområde", "underlag", "jämförelse", "tjänsteskrivelse", "politiker",
    )  # fmt: skip

    def displayName(self):
        return tr("Atlas of the region (report per area)")

    def shortHelpString(self):
        return tr(
            "Makes an atlas of the region with a chapter for the whole and one for each municipality, or each area of one of the workspace's own divisions: people, ages, "
            "need, health, travel time by mode and service, room at the health centres, waiting, what a lost health centre would mean, who has both great need and long "
            "travel, coming years, plans under way, and targets with what is left to them; health first, then care, then both. Every chapter has a summary, texts that "
            "can be put in a tjänsteskrivelse, figures beside the region's, charts and maps, with sources, dates, what is uncertain and what is not measured.\n\n"
            "OUTPUT_HTML is one page that needs no other file, OUTPUT_PDF the same on paper. OUTPUT has a row per area and measure: value, unit, people behind it, period, "
            "source, setting, and why there is none. Keys in measure stay the same, so that COMPARE can set regions and years beside each other: give tables that this tool wrote for "
            "other regions.\n\n"
            "The numbers come from the plugin's own tools, run on the workspace's tables: nearestfacility, transittimes, specialtyaccess, responsecoverage, primarycarecapacity, vulnerability, "
            "averagebyarea, needandaccess, forecast and caredemand. Without NETWORK there is no travel time, without TIMETABLE no public transport, and the atlas says so: "
            "what is unknown is never nought. Only the own region's people are told of; neighbours' facilities may be the nearest. "
            "Numbers of fewer than five people are not shown.\n\n"
            "Method and sources: see each tool's help, and the sources on each page of the atlas."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it draws maps

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("What the atlas is made from. It is only read."))
        labels = {MUNICIPALITY: tr("Municipality"), **kinds()}
        self._add(
            enum_parameter("DIVISION", tr("A chapter for each"), labels, MUNICIPALITY),
            tr("Municipalities, or the areas of a division that the workspace has (table divisions)."),
        )
        self._add(
            QgsProcessingParameterFile("NETWORK", tr("Network file"), extension="npz", optional=True),
            tr("Made by Compile road network. Blank = no travel times."),
        )
        every = tr("All files") + " (*)"
        self._add(
            QgsProcessingParameterFile(
                "TIMETABLE", tr("Timetable (GTFS zip file or folder)"), fileFilter=every, optional=True
            ),
            tr("Blank = no public transport. Needs TIMETABLE_DATE."),
        )
        self._add(
            QgsProcessingParameterString("TIMETABLE_DATE", tr("Day of the timetable (YYYY-MM-DD)"), optional=True),
            tr("An ordinary weekday; departures 07:00–09:00."),
        )
        self._add(
            QgsProcessingParameterMultipleLayers(
                "COMPARE", tr("Other regions to compare with (tables)"), _TABLE[0], optional=True
            ),
            tr("Tables that this tool wrote as OUTPUT in other regions, or of another year."),
        )
        self._add(
            enum_parameter("LANGUAGE", tr("Language"), {"sv": tr("Swedish"), "en": tr("English")}, "sv"),
            tr("Of the atlas; what people wrote stays as they wrote it."),
        )
        self._add_finer()
        for name, label, kind in (
            ("OUTPUT_HTML", tr("Atlas as a web page"), tr("Web page (*.html)")),
            ("OUTPUT_PDF", tr("Atlas as PDF"), tr("PDF (*.pdf)")),
        ):
            self._add(
                QgsProcessingParameterFileDestination(
                    name, label, kind, optional=True, createByDefault=name == "OUTPUT_HTML"
                ),
                tr("What stands there is replaced when the new one is whole."),
            )
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("The atlas's figures"), QgsProcessing.SourceType.TypeVector)
        )
        self.addOutput(QgsProcessingOutputNumber("CHAPTER_COUNT", tr("Chapters")))
        self.addOutput(QgsProcessingOutputNumber("MISSING_COUNT", tr("Topics without data in the region's chapter")))

    def _add_finer(self):
        whole = QgsProcessingParameterNumber.Type.Integer
        real = QgsProcessingParameterNumber.Type.Double
        for name, label, default, text in (
            ("ONLY", tr("Only these areas (codes with ;)"), None, tr("Blank = all. The others still count in the region.")),
            ("SERVICES", tr("Services (with ;)"), None, tr("Ids from the list of services, such as forlossning;dialys. Blank = some that most people know, as far as the workspace has them.")),
            ("PRIMARY", tr("Facility types that are primary care (with ;)"), "vardcentral;narmottagning", tr("Types whose nearest is told of as primary care.")),
            ("HORIZONS", tr("Horizons (years with ;)"), "2030;2040;2050", tr("Years of the forecast that are told of.")),
            ("TODAY", tr("Today"), None, tr("The day of the atlas, as 2026-12-07; late answers are told from it. Blank = today.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, default, optional=True), text, advanced=True)
        self._add(
            QgsProcessingParameterNumber(
                "YEAR", tr("Year whose facilities and services stand"), whole, None, True, 1900, 2200
            ),
            tr("Blank = the year of TODAY."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterNumber(
                "LISTED_PER_GP", tr("Norm: listed per full-time specialist"), real, None, True, 1, 10000
            ),
            tr(
                "Blank = the region's confirmed number, else 1 100 (Socialstyrelsen, April 2022). Doctors in training count half."
            ),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterFeatureSource("RATES", tr("Use of care by age (table)"), _TABLE, optional=True),
            tr(
                "As in the tool caredemand: service, age_group and per_person. Blank = the care of coming years is not counted."
            ),
            advanced=True,
        )

    def checkParameterValues(self, parameters, context):
        if parameters.get("TIMETABLE") and not self.parameterAsString(parameters, "TIMETABLE_DATE", context).strip():
            return False, tr("TIMETABLE needs TIMETABLE_DATE: the day whose timetable is travelled.")
        if parameters.get("TIMETABLE") and not parameters.get("NETWORK"):
            return False, tr("TIMETABLE needs NETWORK: people walk to the stops along its roads.")
        for name, known in (("SERVICES", catalogue.services().services), ("PRIMARY", catalogue.care().types)):
            strange = [one for one in parts_of(self.parameterAsString(parameters, name, context)) if one not in known]
            if strange:
                return False, tr("{name} holds {codes}, which is not in the catalogue.").format(
                    name=name, codes=", ".join(strange)
                )
        years = parts_of(self.parameterAsString(parameters, "HORIZONS", context))
        if not all(year.isdigit() and len(year) == 4 for year in years):
            return False, tr("HORIZONS must be years with ; between them, such as 2030;2040.")
        if not parts_of(self.parameterAsString(parameters, "PRIMARY", context)):
            return False, tr("PRIMARY must name at least one facility type.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        files = {name: self._file(parameters, name, context) for name in ("OUTPUT_HTML", "OUTPUT_PDF")}
        tools = Tools(context, feedback)

        def progress(share: float, text: str) -> None:
            feedback.setProgress(share)
            feedback.setProgressText(text)

        made = make_atlas(self._wanted(parameters, context, account, feedback), tools, progress)
        for text in made.atlas.notes:
            account.say(feedback, text)
        missing = [topic for topic in made.atlas.chapters[0].topics if topic.missing]
        for topic in missing:
            account.say(feedback, f"{topic.title}: {topic.missing}", warn=True)
        contents = self._contents(made, files, tools, progress)
        tools.ask()
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, list(row)) for row in made.rows)
            outputs.write(
                "OUTPUT", fields_of(_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(made.rows)
            )
            for name, content in contents.items():
                write_whole(files[name], content)
        self.keep(account, outputs.results, context)
        text = tr("{n} chapters, {rows} figures; {missing} topics have no data in the workspace.")
        feedback.pushInfo(text.format(n=len(made.atlas.chapters), rows=len(made.rows), missing=len(missing)))
        written = {name: str(files[name]) for name in contents}
        return {**outputs.results, **written, "CHAPTER_COUNT": len(made.atlas.chapters), "MISSING_COUNT": len(missing)}

    def _file(self, parameters, name, context) -> Path | None:
        """Where a document goes; refused before an hour's work where its folder is not there."""
        if parameters.get(name) in (None, ""):
            return None
        path = Path(self.parameterAsFileOutput(parameters, name, context))
        if not path.parent.is_dir():
            raise refusal(path, OSError())
        return path

    def _contents(self, made: Made, files, tools: Tools, progress) -> dict[str, bytes]:
        """The asked documents, whole, before anything is written."""
        maps = AtlasMaps(made.layers, made.outlines, tools.ask)
        contents = {}
        for at, (name, draw) in enumerate((("OUTPUT_HTML", html_bytes), ("OUTPUT_PDF", pdf_bytes))):
            if files[name] is not None:
                tools.ask()
                progress(80 + 10 * at, tr("Laying out {file}").format(file=files[name].name))
                contents[name] = draw(made.atlas, maps)
        return contents

    def _wanted(self, parameters, context, account, feedback) -> Wanted:
        text = self.parameterAsString(parameters, "WORKSPACE", context)
        today = read_day(self, parameters, context, "TODAY") or date.today()
        day = read_day(self, parameters, context, "TIMETABLE_DATE")
        language = self.parameterAsEnumString(parameters, "LANGUAGE", context)
        year = today.year if parameters.get("YEAR") is None else self.parameterAsInt(parameters, "YEAR", context)
        norm, decided = self._norm(parameters, context, text, language)
        others, gaps = self._others(parameters, context, language, account, feedback)
        rates = None
        if parameters.get("RATES") not in (None, ""):
            rates = self.parameterAsVectorLayer(parameters, "RATES", context)
            if rates is None:
                raise QgsProcessingException(self.invalidSourceError(parameters, "RATES"))
        asked = Asked(
            self.parameterAsFile(parameters, "NETWORK", context), self.parameterAsFile(parameters, "TIMETABLE", context),
            day.isoformat() if day else "", year,
            parts_of(self.parameterAsString(parameters, "PRIMARY", context)),
            parts_of(self.parameterAsString(parameters, "SERVICES", context)), norm, decided,
        )  # fmt: skip
        return Wanted(
            text, self.parameterAsEnumString(parameters, "DIVISION", context),
            parts_of(self.parameterAsString(parameters, "ONLY", context)), asked,
            [int(one) for one in parts_of(self.parameterAsString(parameters, "HORIZONS", context))], rates, others, gaps, language, today,
        )  # fmt: skip

    def _norm(self, parameters, context, workspace: str, language: str) -> tuple[Norm, str]:
        """The norm, and whose it is as a sentence of the atlas."""
        words = words_of(language)
        if parameters.get("LISTED_PER_GP") not in (None, ""):
            given = self.parameterAsDouble(parameters, "LISTED_PER_GP", context)
            if not np.isfinite(given):
                raise QgsProcessingException(tr("{name} must be a number.").format(name="LISTED_PER_GP"))
            return Norm(given, given / 2), words("norm.given")
        with open_workspace(workspace, writable=False) as opened:
            confirmed = confirmed_parameters(opened).get("listed_per_gp")
        if confirmed is not None:
            return Norm(confirmed.value, confirmed.value / 2), words("norm.region", who=confirmed.decision)
        return Norm(_NATIONAL_NORM, _NATIONAL_NORM / 2), words("norm.national")

    def _others(self, parameters, context, language: str, account, feedback):
        """The regions of COMPARE, and sentences on tables that are none of an atlas."""
        words, others, gaps = words_of(language), [], []
        for layer in self.parameterAsLayerList(parameters, "COMPARE", context):
            lacks = [name for name in NEEDED if not has_field(layer, name)]
            if lacks:
                gaps.append(words("gap.compare", file=layer.name(), columns=", ".join(lacks)))
                account.say(feedback, gaps[-1], warn=True)
                continue
            found = other_regions(Tools(context, feedback).records(layer, NEEDED))
            if not found:
                gaps.append(words("gap.compare_region", file=layer.name()))
                account.say(feedback, gaps[-1], warn=True)
                continue
            others += found
        return others, gaps


def _columns() -> list[Column]:
    aliases = {
        "region": tr("Region (county code)"),
        "region_name": tr("Name of the region"),
        "level": tr("Kind of area"),
        "area_code": tr("Area code"),
        "area_name": tr("Area"),
        "topic": tr("Topic"),
        "measure": tr("Measure (key)"),
        "label": tr("Measure"),
        "value": tr("Value"),
        "unit": tr("Unit"),
        "better": tr("Which is better (lower, higher)"),
        "people": tr("People behind the figure"),
        "region_value": tr("The region's value"),
        "period": tr("Period or date of the data"),
        "source": tr("Source"),
        "setting": tr("Setting that it hangs on"),
        "status": tr("Status (ok, none)"),
        "why": tr("Why there is no value"),
        "decimals": tr("Decimals"),
        "made": tr("Day of the atlas"),
    }
    return [Column(name, KINDS.get(name, "text"), aliases[name]) for name in Row._fields]
