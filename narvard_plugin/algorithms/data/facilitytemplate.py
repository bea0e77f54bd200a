"""The template that facilities, services and capacity are filled in by hand in."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingParameterFolderDestination,
)

from ... import catalogue
from ...adapters.provenance import Account
from ...core.facilities.words import distinct_label
from ...i18n import tr
from ...sources.facility_catalogue import facility_presets, facility_words, municipalities
from ...sources.facility_template import Template, sheets_of, write_csv, write_workbook
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter

_ALL, _AUTO, _XLSX, _CSV = "all", "auto", "xlsx", "csv"


class FacilityTemplate(NarvardAlgorithm):
    ID = "facilitytemplate"
    GROUP = "data"
    TAGS = ("template", "excel", "facilities", "mall", "vårdenheter", "utbud", "kapacitet", "fylla i")

    def displayName(self):
        return tr("Make a template for facilities")

    def shortHelpString(self):
        return tr(
            "Makes an Excel workbook to fill in facilities, their services and their capacity in, which importfacilities then reads with the "
            "preset Närvård's template.\n\n"
            "TYPE is one type of facility, with its narrower types in the drop-down, or all types. The sheets have drop-downs for type, "
            "huvudman, driftsform, region, municipality, services, care form, urgency and kind of capacity; grey example rows say what a row "
            "looks like, and are left out by the import as long as their first cell says yes. Headings follow your language, and both languages can be read.\n\n"
            "FORMAT auto makes a workbook where Python's openpyxl is installed, else a CSV file with semicolon and UTF-8 and a text with "
            "instructions and the words to choose among. A file of the same name is never overwritten: somebody may have filled it in.\n\n"
            "Method: the lists come from Närvård's catalogue. Source: none; you fill in your own."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")),
            tr("Where the template is put."),
        )
        types = {kind.id: kind.label(_spoken()) for kind in catalogue.care().types.values()}
        self._add(
            enum_parameter("TYPE", tr("Facility type"), {_ALL: tr("All types"), **types}, _ALL),
            tr("One type and its narrower ones, or all."),
        )
        self._add(
            enum_parameter(
                "FORMAT",
                tr("Format"),
                {_AUTO: tr("Excel where possible, else CSV"), _XLSX: tr("Excel workbook"), _CSV: tr("CSV and text")},
                _AUTO,
            ),
            tr("Excel needs Python's openpyxl."),
        )
        self.addOutput(QgsProcessingOutputFile("FILE", tr("Template")))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context))
        kind = self.parameterAsEnumString(parameters, "TYPE", context)
        chosen = self.parameterAsEnumString(parameters, "FORMAT", context)
        if chosen == _XLSX and not _has_openpyxl():
            raise QgsProcessingException(
                tr("Python's openpyxl is not installed here, so no workbook can be made. Choose the format csv.")
            )
        as_book = chosen == _XLSX or (chosen == _AUTO and _has_openpyxl())
        stem = f"narvard_{tr('template')}_{kind}"
        files = [folder / f"{stem}.xlsx"] if as_book else [folder / f"{stem}.csv", folder / f"{stem}.txt"]
        for file in files:
            if file.exists():
                text = tr("{path} is there already, and may have been filled in. Move it, or choose another folder.")
                raise QgsProcessingException(text.format(path=file))
        template = _template(kind)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if as_book:
                write_workbook(files[0], template)
            else:
                write_csv(*files, template, _more_columns(template))
        except OSError as error:
            raise QgsProcessingException(
                tr("{path} cannot be written: {reason}. Choose another folder.").format(
                    path=files[0], reason=error.strerror
                )
            ) from error
        account.say(feedback, tr("The template is {path}.").format(path=files[0]))
        if chosen == _AUTO and not as_book:
            account.say(feedback, tr("It is CSV, because Python's openpyxl is not installed here."), warn=True)
        return {"FOLDER": str(folder), "FILE": str(files[0])}


def _more_columns(template: Template) -> dict[str, str]:
    """Services and kinds of capacity as columns, with what an example row has there."""
    services = catalogue.services().services
    heading = facility_presets().presets["excel"].columns["services"][template.language]
    shown = " | ".join(services[id_].label(_spoken()) for id_ in ("allmanmedicin", "vaccination"))
    kinds = {one.label(_spoken()): "8500" if one.id == "listade" else "" for one in catalogue.capacity_kinds().values()}
    return {heading: shown, **kinds}


def _has_openpyxl() -> bool:
    return importlib.util.find_spec("openpyxl") is not None


def _spoken() -> str:
    return QgsApplication.instance().translation() or QgsApplication.locale()


def _template(kind: str) -> Template:
    care, services, operators = catalogue.care(), catalogue.services(), catalogue.operators()
    spoken, words = _spoken(), facility_words()

    def labels(entries):
        return [entry.label(spoken) for entry in entries]

    types = list(care.types) if kind == _ALL else [kind, *sorted(care.with_narrower(kind) - {kind})]
    yes = tr("yes")
    choices = {
        "example": [yes, tr("no")],
        "type": [distinct_label(care.types[id_], spoken, words.types) for id_ in types],
        "huvudman": labels(operators.huvudman.values()),
        "driftsform": labels(operators.driftsform.values()),
        "region": [region.name for region in catalogue.regions().regions.values()],
        "municipality": sorted(municipalities().values()),
        "service": [distinct_label(service, spoken, words.services) for service in services.services.values()],
        "care_form": labels(services.care_forms.values()),
        "urgency": labels(services.urgencies.values()),
        "kind": labels(catalogue.capacity_kinds().values()),
    }
    id_ = tr("EXAMPLE-1")
    facility = {
        "example": yes, "id": id_, "name": tr("The example unit"), "type": choices["type"][0],
        "huvudman": operators.huvudman["region"].label(spoken), "driftsform": operators.driftsform["egen_regi"].label(spoken),
        "operator": "Region Kalmar län", "region": "Region Kalmar län", "municipality": "Kalmar", "opened": 1998,
        "address": tr("Example street 1"), "postal_code": "392 00", "locality": "Kalmar", "x": 583000, "y": 6281000,
        "source": tr("Own list"), "source_date": "2026-01-31",
    }  # fmt: skip
    unplaced = {
        **facility,
        "id": tr("EXAMPLE-2"),
        "name": tr("The example unit without coordinates"),
        "x": None,
        "y": None,
    }
    service = {
        "example": yes, "facility_id": id_, "service": services.services["allmanmedicin"].label(spoken),
        "care_form": services.care_forms["oppenvard"].label(spoken), "urgency": services.urgencies["planerad"].label(spoken),
        "weekdays": "1-5", "hours": "08:00-17:00", "from_year": 2020,
    }  # fmt: skip
    amount = {
        "example": yes, "facility_id": id_, "kind": catalogue.capacity_kinds()["listade"].label(spoken), "value": 8500,
        "date": "2026-01-31",
    }  # fmt: skip
    language = 0 if spoken.startswith("sv") else 1
    examples = ([facility, unplaced], [service], [amount])
    preset = facility_presets().presets["excel"]
    return Template(language, _instructions(), sheets_of(preset, language, choices, examples))


def _instructions() -> list[str]:
    return [
        tr("Template for facilities, services and capacity"),
        tr("Fill in one row per facility in the first table. Name and type are needed, the rest when you know it. Leave blank what you do not know; never write 0 for it."),
        tr("Grey example rows have yes in their first cell and are left out by the import. Your own rows have nothing there."),
        tr("Give every facility an id that it keeps, such as its HSA-id: the same id in a later file changes the facility instead of adding one."),
        tr("Huvudman is who is responsible for the care by law. Driftsform is how it is run. They are two questions."),
        tr("East and north are metres in SWEREF 99 TM (583000 and 6281000), or degrees (16.36 and 56.66). Without them the facility gets no place, and is put on the map by hand afterwards."),
        tr("Services and capacity have a table each, one row per service or figure, with the facility's id. In a CSV file they are columns; several services have | between them. Weekdays are written 1-5 for Monday to Friday, and hours 08:00-17:00."),
        tr("Source is where the row comes from, and its date is when it was right. Without a date nobody sees how old it is."),
        tr("Then run the tool Import facilities with this file and the preset Närvård's template."),
    ]  # fmt: skip
