"""Results as open data: GeoPackage and CSV with a catalogue that portals harvest, and no number of few people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import listed
from ...core.deso.small_numbers import MINIMUM
from ...core.open_data import licences
from ...core.open_data.catalogue import FREQUENCIES, PUBLISHER_TYPES, Contact, Publisher
from ...i18n import tr
from ...sources.errors import SourceError
from ...sources.publication_folder import check_may_be_replaced, put_right, read_earlier, replacing
from ...sources.sentences import sentence
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter
from . import publish_settings
from .publish_content import Ready, hide_few, make_ready
from .publish_earlier import hidden_too_late, told_before
from .publish_files import CATALOGUE, Wanted, slug_of, write_publication
from .publish_settings import FieldNames, Refused, Told
from .publish_words import tell, tell_too_late

_REQUIRED = ("PUBLISHER", "CONTACT", "LICENCE")


class Publish(NarvardAlgorithm):
    ID = "publish"
    GROUP = "report"
    TAGS = (
        "open data",
        "publish",
        "DCAT",
        "DCAT-AP-SE",
        "CSV",
        "GeoPackage",
        "öppna data",
        "publicera",
        "dataportal",
        "katalog",
        "licens",
    )

    def displayName(self):
        return tr("Publish results as open data")

    def shortHelpString(self):
        return tr(
            "Makes a folder for the region's website with each layer as GeoPackage and CSV, a description of every column (Table Schema), a page in Swedish, checksums, and a catalogue by DCAT-AP-SE 3 "
            "as RDF/XML (dcat.rdf, which portals harvest) and Turtle. Licence, publisher and contact are required.\n\n"
            "Small numbers: counts of people over 0 and under MINIMUM are hidden, and whatever would tell them: other numbers of the column and the row, the same number in another layer, totals and parts in different layers, "
            "shares and means of few, and rates that give a hidden number. A hidden number is empty, and hidden_fields says which of a row are. "
            "Which fields count people is known of Närvård's own names; of other numbers you must say it, or nothing is published. What an earlier publication in the same folder hid of the same numbers stays hidden. Numbers published elsewhere can still tell: compare with protectsmallnumbers (PREVIOUS).\n\n"
            "Refused: places where few people live, listed by area and unit with few, fields that name persons, and working material of the register. Texts are published as they are: read them first.\n\n"
            "Addresses stay the same between exports: they are made of BASE_IRI and the layer's name (or an id of your own). Another run into the same folder keeps the first day of issue, and the day of change where no file has changed. "
            "The folder is replaced whole when everything is written; a run that fails leaves the earlier publication.\n\n"
            "Method: primary and secondary suppression over all layers together; DCAT-AP-SE 3.0.1 (DIGG). Source: the layers. Check the folder before it is put on the website, and the catalogue in the portal's own validator."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it reads the project's own layers

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterMultipleLayers("LAYERS", tr("Layers and tables"), QgsProcessing.SourceType.TypeVector),
            tr("Each becomes a dataset, called as the layer. Together they are protected together: publish at once what belongs together."),
        )  # fmt: skip
        self._add(
            QgsProcessingParameterFile("FOLDER", tr("Folder"), QgsProcessingParameterFile.Behavior.Folder),
            tr("Of the publication alone: new, empty, or an earlier publication, which is replaced."),
        )
        for name, label, text in (
            ("BASE_IRI", tr("Address of the folder on the website"),
             tr("Such as https://www.region.se/oppnadata. All identifiers begin with it: choose one that lasts.")),
            ("PUBLISHER", tr("Publisher"), tr("The region's name, as it stands in the portal.")),
            ("CONTACT", tr("Contact"), tr("A function, such as Enheten för analys; no person's name.")),
            ("EMAIL", tr("E-mail address of the contact"), tr("Of a function, such as oppnadata@region.se.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label), text)
        self._add(
            enum_parameter("LICENCE", tr("Licence"), dict(licences.NAMES)),
            tr("Of the data and of the catalogue. There is no default: it is your decision. You are told what the licences of your sources ask for."),
        )  # fmt: skip
        self._add(
            QgsProcessingParameterNumber("MINIMUM", tr("Fewest people that are told"), defaultValue=MINIMUM, minValue=2, maxValue=1000),
            tr("Counts over 0 and under this are hidden."),
        )  # fmt: skip
        for name, label, text in (
            ("PEOPLE_FIELDS", tr("Fields that count people"),
             tr("Besides those that Närvård knows, with ; between, as field or layer:field.")),
            ("SHARE_FIELDS", tr("Fields that are shares of people"),
             tr("Between 0 and 1, or per cent where one is over 1, with ; between.")),
            ("MEAN_FIELDS", tr("Fields that are means of people"),
             tr("Such as incomes and travel times per inhabitant, with ; between.")),
            ("LEAVE_OUT", tr("Fields that are left out"), tr("With ; between, as field or layer:field.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        self._add(
            QgsProcessingParameterBoolean("CHECKED", tr("The other numbers tell nothing of few people"), False),
            tr("Say it only when you have looked at every number field that you are asked about."),
        )
        self._add_descriptions()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Receipt")))
        self.addOutput(QgsProcessingOutputString("CATALOGUE", tr("Catalogue (RDF/XML)")))
        self.addOutput(QgsProcessingOutputNumber("DATASET_COUNT", tr("Datasets")))
        self.addOutput(QgsProcessingOutputNumber("HIDDEN_COUNT", tr("Hidden numbers")))

    def _add_descriptions(self):
        kinds = {
            "RegionalAuthority": tr("Region"),
            "LocalAuthority": tr("Municipality"),
            "NationalAuthority": tr("State authority"),
            "NonProfitOrganisation": tr("Organisation without profit"),
        }
        self._add(
            enum_parameter("PUBLISHER_TYPE", tr("Kind of publisher"), {kind: kinds[kind] for kind in PUBLISHER_TYPES}, PUBLISHER_TYPES[0]),
            tr("As the catalogue tells it."),
            advanced=True,
        )  # fmt: skip
        often = {
            "ANNUAL": tr("Every year"), "ANNUAL_2": tr("Twice a year"), "QUARTERLY": tr("Every quarter"),
            "MONTHLY": tr("Every month"), "WEEKLY": tr("Every week"), "BIENNIAL": tr("Every second year"),
            "TRIENNIAL": tr("Every third year"), "IRREG": tr("At no fixed times"), "NEVER": tr("Never"),
        }  # fmt: skip
        self._add(
            enum_parameter("FREQUENCY", tr("How often the data are renewed"), {one: often[one] for one in FREQUENCIES}, optional=True),
            tr("Blank = not told."),
            advanced=True,
        )  # fmt: skip
        for name, label, default, text in (
            ("ORGANISATION_NUMBER", tr("Organisation number"), "", tr("Then the publisher gets the address that the national portal knows it by. Blank = an address of your own.")),
            ("TITLE", tr("Title of the catalogue"), "", tr("Blank = Öppna data från, and the publisher.")),
            ("DESCRIPTION", tr("Description of the catalogue"), "", tr("In Swedish. Blank = one that says what it is.")),
            ("THEMES", tr("Themes"), "HEAL;REGI", tr("Codes of data.europa.eu with ; between: HEAL is health, REGI regions and cities.")),
            ("PERIOD", tr("Period of the data"), "", tr("Written as 2024, 2020/2024 or 2024-01-01/2024-12-31. Blank = not told.")),
            ("PLACE", tr("Address of the place"), "", tr("Such as the county's at sws.geonames.org. Blank = only the rectangle around each layer is told.")),
            ("METADATA", tr("Texts for each layer (JSON)"), "", tr("Such as {\"Restider\": {\"id\": \"restider\", \"title\": \"Restider till akutsjukhus\", \"description\": \"…\", \"keywords\": [\"restid\"]}}; also period, place, frequency and themes.")),
        ):  # fmt: skip
            parameter = QgsProcessingParameterString(
                name, label, default or None, multiLine=name == "METADATA", optional=True
            )
            self._add(parameter, text, advanced=True)

    def checkParameterValues(self, parameters, context):
        for name in _REQUIRED:
            if parameters.get(name) is None or not self.parameterAsString(parameters, name, context).strip():
                return False, tr("{name} must be filled in.").format(name=name)
        try:
            self._wanted(parameters, context)
        except Refused as refused:
            return False, str(refused)
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        wanted = self._wanted(parameters, context)
        folder = _real(Path(self.parameterAsString(parameters, "FOLDER", context)).absolute())
        layers = self.parameterAsLayerList(parameters, "LAYERS", context)
        _refuse_others(layers)
        try:
            put_right(folder)
            check_may_be_replaced(folder)
            earlier = read_earlier(folder)
            _refuse_new_address(earlier.iri, wanted.base)
            said = self._field_names(parameters, context)
            _refuse_unknown(said, wanted, layers)
            checked = self.parameterAsBoolean(parameters, "CHECKED", context)
            ready = []
            for layer in layers:
                _refuse_inside(layer, folder)
                named, leave_out = said.of(layer.name())
                ready.append(make_ready(layer, named, leave_out, checked, wanted.minimum, context, feedback))
            _refuse_same_names(ready, wanted)
            names = [slug_of(one, wanted.told.get(one.layer, Told())) for one in ready]
            before = told_before(folder, ready, names)
            hidden = hide_few(ready, wanted.minimum, [one.hidden for one in before], feedback)
            tell_too_late(ready, hidden_too_late(before, hidden.fields), account, feedback)
            with Outputs(self, parameters, context, feedback) as outputs, replacing(folder) as new:
                published = write_publication(new, wanted, ready, hidden, earlier, context, feedback)
                tell(ready, layers, hidden, published, earlier, wanted, account, feedback)
                columns = _columns()
                account.name_columns("OUTPUT", columns)
                rows = [(None, _receipt(one)) for one in published]
                outputs.write(
                    "OUTPUT",
                    fields_of(columns),
                    NO_GEOMETRY,
                    QgsCoordinateReferenceSystem(),
                    rows,
                )
        except SourceError as error:
            raise QgsProcessingException(sentence(error)) from error
        except OSError as error:
            raise QgsProcessingException(
                tr(
                    "The publication cannot be written in {path}: {reason}. What was published before stands as it was."
                ).format(path=folder, reason=error.strerror or error)
            ) from error
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "CATALOGUE": str(folder / CATALOGUE),
            "DATASET_COUNT": len(published),
            "HIDDEN_COUNT": sum(one.hidden for one in published),
        }

    def _wanted(self, parameters, context) -> Wanted:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        base = publish_settings.base_address(text("BASE_IRI"))
        kind = self.parameterAsEnumString(parameters, "PUBLISHER_TYPE", context)
        number = publish_settings.organisation_number(text("ORGANISATION_NUMBER"))
        publisher = Publisher(publish_settings.publisher_address(number, base), text("PUBLISHER"), kind, number)
        common = Told(
            themes=publish_settings.themes(text("THEMES") or "HEAL;REGI"),
            frequency=self.parameterAsEnumString(parameters, "FREQUENCY", context),
            period=publish_settings.period(text("PERIOD")),
            place=publish_settings.place(text("PLACE")),
        )
        title = text("TITLE") or f"Öppna data från {publisher.name}"
        description = (
            text("DESCRIPTION")
            or f"Resultat om vårdens och hälsans geografi som {publisher.name} lämnar ut som öppna data."
        )
        return Wanted(
            base, publisher, Contact(f"{base}/contact", text("CONTACT"), publish_settings.email_address(text("EMAIL"))),
            self.parameterAsEnumString(parameters, "LICENCE", context), title, description, common,
            publish_settings.layer_texts(text("METADATA")), self.parameterAsInt(parameters, "MINIMUM", context),
        )  # fmt: skip

    def _field_names(self, parameters, context) -> FieldNames:
        texts = (
            self.parameterAsString(parameters, name, context)
            for name in ("PEOPLE_FIELDS", "SHARE_FIELDS", "MEAN_FIELDS", "LEAVE_OUT")
        )
        return publish_settings.field_names(*texts)


def _columns() -> list[Column]:
    return [
        Column("dataset", "text", tr("Dataset")),
        Column("title", "text", tr("Title")),
        Column("layer", "text", tr("Layer")),
        Column("rows", "integer", tr("Rows")),
        Column("hidden", "integer", tr("Hidden numbers")),
        Column("iri", "text", tr("Identifier (IRI)")),
        Column("issued", "text", tr("First published")),
        Column("modified", "text", tr("Last changed")),
        Column("files", "text", tr("Files")),
    ]


def _receipt(one) -> list:
    dataset = one.dataset
    return [
        dataset.identifier, dataset.title, one.layer, one.rows, one.hidden, dataset.iri, dataset.issued, dataset.modified,
        "; ".join(one.files),
    ]  # fmt: skip


def _real(folder: Path) -> Path:
    """Where a link leads: the folder there is replaced, and the link stays."""
    return folder.resolve() if folder.is_symlink() or ".." in folder.parts else folder


def _refuse_others(layers) -> None:
    for layer in layers:
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            raise QgsProcessingException(tr("{layer} is no vector layer or table.").format(layer=layer.name()))


def _refuse_new_address(earlier: str, base: str) -> None:
    if earlier and earlier != f"{base}/catalog":
        raise QgsProcessingException(
            tr("The publication in the folder has the address {earlier}, and BASE_IRI is {base}: every identifier would change, and links to them break. Choose another folder, or the same BASE_IRI.")
            .format(earlier=earlier.rpartition("/")[0], base=base)
        )  # fmt: skip


def _refuse_unknown(names: FieldNames, wanted: Wanted, layers) -> None:
    """A field or layer that is spelt wrong would not be protected, and nobody would know."""
    every = {(layer.name(), field.name()) for layer in layers for field in layer.fields()}
    fields = {name for _, name in every}
    said = [name for own in names for name in own]
    wrong = [name for name in said if (tuple(name.rsplit(":", 1)) not in every if ":" in name else name not in fields)]
    wrong += [name for name in wanted.told if name not in {layer.name() for layer in layers}]
    if wrong:
        raise QgsProcessingException(
            tr(
                "None of the layers is or has {names}. Correct PEOPLE_FIELDS, SHARE_FIELDS, MEAN_FIELDS, LEAVE_OUT or METADATA."
            ).format(names=listed(wrong))
        )


def _refuse_inside(layer, folder: Path) -> None:
    path = Path(layer.source().split("|")[0])
    if layer.providerType() != "memory" and folder in path.absolute().parents:
        raise QgsProcessingException(
            tr("{layer} lies in the folder that is replaced. Choose the layer that it was made from.").format(
                layer=layer.name()
            )
        )


def _refuse_same_names(ready: list[Ready], wanted: Wanted) -> None:
    slugs = [slug_of(one, wanted.told.get(one.layer, Told())) for one in ready]
    unnamed = [one.layer for one, own in zip(ready, slugs) if not own]
    twice = [one.layer for one, own in zip(ready, slugs) if Counter(slugs)[own] > 1]
    if unnamed or twice:
        raise QgsProcessingException(
            tr(
                "These layers would get the same address, or none: {layers}. Give each an id of its own in METADATA, or another name."
            ).format(layers=", ".join(unnamed or twice))
        )
