"""SCB's områdestyp and socioeconomic index, read as published and put on RegSO or DeSO."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ...adapters.area_keys import KeyFields, RegsoKey, read_regso_key, require_vintage
from ...adapters.outputs import Column, Outputs, extended
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, as_text
from ...adapters.rows import read_rows
from ...adapters.tables import read_columns, texts
from ...adapters.vintages import AreaCodes, area_codes, vintage_field, worded
from ...core.deso.area_types import (
    INHERITED,
    OWN,
    AreaTypeError,
    Published,
    Table,
    choose_columns,
    published,
    types_at,
    without_notes,
)
from ...core.deso.vintage import (
    DESO,
    REGSO,
    NoVintage,
    read_codes,
    vintage_of_year,
    vintage_together,
    vintages_of,
)
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter
from .area_type_account import codes_of_names, of_year_only, refuse_other_types, tell, type_sentence
from .area_type_names import scb_names
from .vintage_parameters import add_vintage, declared, vintages


class AreaTypes(AreaAlgorithm):
    ID = "areatypes"
    GROUP = "deso"
    TAGS = (
        "area type",
        "socioeconomic index",
        "RegSO",
        "DeSO",
        "SCB",
        "områdestyp",
        "socioekonomiskt index",
        "segregation",
    )

    def displayName(self):
        return tr("SCB's area types (områdestyp)")

    def shortHelpString(self):
        return tr(
            "Puts SCB's five area types (områdestyp) on areas as they are published: 1 great socioeconomic challenges, 2 "
            "socioeconomic challenges, 3 mixed, 4 good and 5 very good socioeconomic conditions.\n\n"
            "TABLE is SCB's table TAB6586 (socioekonomiskt index), saved as CSV with codes or with names such as Upplands Väsby "
            "(Bollstanäs); notes after the figures are left out. The year of a column's name or of YEAR_FIELD tells the vintage: "
            "RegSO 2020 through 2023, RegSO 2025 from 2024. The columns are found by their names, or chosen.\n\n"
            "SCB sets the types for RegSO. A DeSO inherits the type of the RegSO that it lies in, through KEY (SCB's key file from "
            "DeSO to RegSO, of the same vintage) or the field REGSO_FIELD, and is marked inherited. KEY is also needed where TABLE "
            "has names. The index is not inherited: it exists only for RegSO.\n\n"
            "OUTPUT is AREAS with area_type, area_type_name, socioeconomic_index, area_type_source (own or inherited), regso_code "
            "and area_type_year. What SCB leaves open (..) is empty, never a type. How SCB draws the lines between the types is not "
            "published; own classes from socioeconomicindex are another thing.\n\n"
            "Method: join by code or full name and vintage. Source: SCB, TAB6586 and the key DeSO–RegSO."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas (RegSO or DeSO)"), vector),
            tr("Polygons, or a table of areas."),
        )
        self.add_field(
            "AREA_CODE", tr("Area code (field)"), tr("RegSO or DeSO code."), numeric=False, default="area_code"
        )
        add_vintage(self, "AREA_VINTAGE_FIELD", "AREA_VINTAGE", "AREAS", tr("the areas"))
        self.add_field("REGSO_FIELD", tr("RegSO code of a DeSO (field)"), tr("Such as regsokod in SCB's layers; instead of KEY."), numeric=False, optional=True)  # fmt: skip
        self._add(
            QgsProcessingParameterFeatureSource("TABLE", tr("SCB's table of area types"), vector),
            tr("TAB6586 as a CSV file."),
        )
        for name, label, text, advanced in (
            ("TABLE_AREA", tr("RegSO (field; blank = the first)"), tr("Code, or municipality and name."), False),
            ("TYPE_FIELD", tr("Area type (field; blank = look for it)"), tr("Holds 1–5."), True),
            (
                "INDEX_FIELD",
                tr("Socioeconomic index (field; blank = look for it)"),
                tr("In per cent; higher is worse."),
                True,
            ),
            ("YEAR_FIELD", tr("Year (field)"), tr("For a table with one row per RegSO and year."), True),
        ):
            self.add_field(name, label, text, numeric=False, optional=True, layer="TABLE", advanced=advanced)
        self._add(
            QgsProcessingParameterNumber(
                "YEAR", tr("Year (blank = the newest)"), optional=True, minValue=1990, maxValue=2200
            ),
            tr("Which year's types; also says the year where the table does not."),
        )
        self._add(
            enum_parameter(
                "TABLE_VINTAGE",
                tr("Vintage of the table, where no year or suffix says it"),
                _regso_vintages(),
                None,
                True,
            ),
            tr("RegSO 2020 through 2023, RegSO 2025 from 2024."),
            advanced=True,
        )
        self._add_key(vector)
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Area types (områdestyp)")))
        self.addOutput(QgsProcessingOutputNumber("TYPED_COUNT", tr("Areas with a type")))
        self.addOutput(QgsProcessingOutputNumber("UNTYPED_COUNT", tr("Areas without a type")))

    def _add_key(self, vector):
        self._add(
            QgsProcessingParameterFeatureSource("KEY", tr("Key from DeSO to RegSO (table)"), vector, optional=True),
            tr("SCB's key file, with columns such as Kommunnamn, DeSO_2018, RegSO_2020 and RegSOkod_2020."),
        )
        for name, label in (
            ("KEY_DESO", tr("DeSO code in the key (field; blank = look for it)")),
            ("KEY_REGSO", tr("RegSO code in the key (field; blank = look for it)")),
            ("KEY_REGSO_NAME", tr("Name of RegSO in the key (field; blank = look for it)")),
            ("KEY_MUNICIPALITY_NAME", tr("Name of municipality in the key (field; blank = look for it)")),
        ):
            text = tr("Found by its codes or its name where it is blank.")
            self.add_field(name, label, text, numeric=False, optional=True, layer="KEY", advanced=True)
        self._add(
            enum_parameter(
                "KEY_VINTAGE", tr("Vintage of the key, where its fields' names do not say it"), vintages(), None, True
            ),
            tr("DeSO 2018 goes with RegSO 2020, DeSO 2025 with RegSO 2025."),
            advanced=True,
        )

    def added_columns(self, parameters, context):
        columns = [
            Column("area_type", "integer", tr("Area type (1–5)")),
            Column("area_type_name", "text", tr("Name of the area type")),
            Column("socioeconomic_index", "real", tr("Socioeconomic index (per cent, higher is worse)")),
            Column("area_type_source", "text", tr("Own type, or inherited from its RegSO")),
            Column("regso_code", "text", tr("RegSO code")),
            Column("area_type_year", "integer", tr("Year of the area type")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        areas, rows = self._areas(parameters, context, account, feedback)
        wanted = vintage_together(areas.level, areas.vintage, REGSO)
        key = self._key(parameters, context, wanted, feedback)
        told, year = self._published(parameters, context, account, feedback)
        types, index = self._by_code(told, areas, key, wanted, year, parameters, context, account, feedback)
        found, of = types_at(areas.codes, self._regso(areas, rows, key, parameters, context), types)
        if feedback.isCanceled():
            raise Cancelled
        tell(areas, found, of, types, year, account, feedback)
        names, inherited = scb_names(), areas.level == DESO
        added = {
            fid: [
                int(kind) or None,
                names[str(kind)] if kind else None,
                None if inherited or one not in index or np.isnan(index[one]) else float(index[one]),
                (INHERITED if inherited else OWN) if kind else None,
                one,
                year,
            ]
            for fid, kind, one in zip(rows.fids, found, of)
        }
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            outputs.write(
                "OUTPUT", fields, source.wkbType(), source.sourceCrs(), self.copied(source, added), len(added)
            )
        self.keep(account, outputs.results, context)
        return {**outputs.results, "TYPED_COUNT": int((found > 0).sum()), "UNTYPED_COUNT": int((found == 0).sum())}

    def _areas(self, parameters, context, account, feedback):
        source = self.source(parameters, "AREAS", context)
        code, named, regso = (
            self.field(parameters, name, context) for name in ("AREA_CODE", "AREA_VINTAGE_FIELD", "REGSO_FIELD")
        )
        told_by = vintage_field(source, named)
        rows = read_rows(source, "AREAS", [name for name in (code, told_by, regso) if name], "", feedback)
        areas = area_codes(
            rows.columns[code],
            code,
            "AREAS",
            rows.columns.get(told_by),
            declared(self, parameters, "AREA_VINTAGE", context),
            account,
            feedback,
            named=bool(named),
        )
        if areas.level not in (DESO, REGSO):
            raise QgsProcessingException(
                tr("AREAS is of {division}, but area types exist for RegSO, and DeSO inherit them. Choose RegSO or DeSO areas.").format(
                    division=areas.label
                )
            )  # fmt: skip
        return areas, rows

    def _key(self, parameters, context, wanted: str, feedback) -> RegsoKey | None:
        if parameters.get("KEY") in (None, ""):
            return None
        names = ("KEY_DESO", "KEY_REGSO", "KEY_REGSO_NAME", "KEY_MUNICIPALITY_NAME")
        fields = [self.field(parameters, name, context) for name in names]
        fields.append(declared(self, parameters, "KEY_VINTAGE", context))
        key = read_regso_key(self.source(parameters, "KEY", context), "KEY", KeyFields(*fields), feedback)
        require_vintage(key, wanted, "KEY")
        return key

    def _published(self, parameters, context, account, feedback) -> tuple[Published, int | None]:
        """What TABLE says of its areas, and of which year."""
        source = self.source(parameters, "TABLE", context)
        names = source.fields().names()
        columns = read_columns(source, "TABLE", names, feedback)
        rows = [list(row) for row in zip(*(["" if v is None else as_text(v) for v in columns[name]] for name in names))]
        given = self.field(parameters, "TABLE_AREA", context)
        first = names.index(given) if given else 0
        year = self.parameterAsInt(parameters, "YEAR", context) if parameters.get("YEAR") not in (None, "") else None
        table = without_notes(Table(names, rows), first)
        by_year = self.field(parameters, "YEAR_FIELD", context)
        if by_year:
            table, year = of_year_only(table, names.index(by_year), year, account, feedback)
        try:
            types, index = (self.field(parameters, name, context) for name in ("TYPE_FIELD", "INDEX_FIELD"))
            chosen = choose_columns(table, first, types, index, None if by_year else year)
            found = published(table, first, chosen)
        except AreaTypeError as error:
            raise QgsProcessingException(type_sentence(error)) from error
        year = year or chosen.year
        shown = tr("none") if chosen.index is None else table.names[chosen.index]
        text = tr("Area types from the column {types}, index from {index}, year {year}; {n} rows.")
        account.say(
            feedback, text.format(types=table.names[chosen.types], index=shown, year=year or "–", n=len(found.areas))
        )
        return found, year

    def _by_code(
        self, told: Published, areas: AreaCodes, key, wanted: str, year, parameters, context, account, feedback
    ):
        """Types and indices by RegSO code, of the vintage ``wanted``."""
        codes = read_codes(told.areas)
        given = declared(self, parameters, "TABLE_VINTAGE", context) or None
        coded = codes.level == REGSO
        with worded("TABLE", "AREAS"):
            if coded.any():
                names = vintages_of(REGSO, codes, None, given, np.full(len(coded), year or np.nan, float))
            else:
                of_year = given or (vintage_of_year(REGSO, year) if year else None)
                if of_year is None:
                    raise NoVintage(REGSO)
                names = np.full(len(coded), of_year, object)
        refuse_other_types(areas, wanted, {name for name in names if name})
        regso = codes.code if coded.any() else codes_of_names(told.areas, key, account, feedback)
        kept = [at for at, code in enumerate(regso) if code is not None and names[at] == wanted]
        return ({regso[at]: int(told.types[at]) for at in kept}, {regso[at]: told.index[at] for at in kept})

    def _regso(self, areas: AreaCodes, rows, key: RegsoKey | None, parameters, context) -> dict[str, str]:
        """The RegSO of each area."""
        field = self.field(parameters, "REGSO_FIELD", context)
        if areas.level == REGSO:
            return {code: code for code in areas.codes if code is not None}
        if field:
            return dict(zip(areas.codes, read_codes(texts(rows.columns[field])).code))
        if key is None:
            raise QgsProcessingException(
                tr("Area types are set for RegSO. Give KEY, SCB's key from DeSO to RegSO, or REGSO_FIELD, so that DeSO can inherit them.")
            )  # fmt: skip
        return key.of_deso


def _regso_vintages() -> dict[str, str]:
    return {"2020": "RegSO 2020", "2025": "RegSO 2025"}
