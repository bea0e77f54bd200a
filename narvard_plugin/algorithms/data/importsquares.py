"""Squares of people (bought 250 m, or open 1 km) into the workspace, each counted in one area and one region."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Outputs
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...core.figures import ADDED, CHANGED, UNCHANGED
from ...core.squares_import import SIDES
from ...i18n import tr
from ...sources.outlines import owners
from ...store.schema import GEOMETRY
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results, say_counts
from ..parameters import enum_parameter, workspace_parameter
from .importsquares_account import say_ages, say_areas, say_beside, say_over, say_removed
from .importsquares_rows import (
    area_columns,
    columns,
    fates_of,
    rejected_columns,
    write_areas,
    write_rejected,
    write_rows,
)
from .importsquares_squares import Squares, people_rows, read_squares, refuse_other_people
from .source_row import note_source
from .workspace_areas import DIVISIONS, one_division, outlines_of

_TABLE = "people"
AS_IDS = "ids"


class ImportSquares(ImportingAlgorithm):
    ID = "importsquares"
    GROUP = "data"
    TAGS = (
        "squares",
        "grid",
        "people",
        "population",
        "import",
        "rutor",
        "befolkning",
        "ruta",
        "invånare",
        "SCB",
        "importera",
    )

    def displayName(self):
        return tr("Import people by square (250 m or 1 km)")

    def shortHelpString(self):
        return tr(
            "Reads squares of people that the region has bought from SCB (250 m), or SCB's open square kilometres from a file, into the workspace's table people: a point in the middle of each square, with its people and ages in groups of five years.\n\n"
            "INPUT is a table or layer. ID_FIELD is SCB's id of 13 digits (easting and northing of the lower left corner, SWEREF 99 TM), or E352000N6860000, 1kmN6860E352; the place comes from the id, so noise in coordinates does no harm. "
            "Without ID_FIELD the middle of each geometry says the square, and SIDE must be chosen. INSPIRE's ids (EPSG:3035) are another grid and are rejected.\n\n"
            "Ages are recognised by name: ald0_4 or age_0_4 to 80–84, and 85 and over from ald85_89 … ald100w or age_85_plus; AGE_PREFIX where they are called something else. A group that is not told whole is empty, not 0.\n\n"
            "Every square belongs to the area of the workspace (DIVISION) that its middle lies in. Squares in no area of the own region are rejected and counted, and so are unreadable ids. A missing or negative population stops the tool.\n\n"
            "SCB protects every number on its own: where an age or a field in PARTS is more than the square's people, it is counted, listed and marked (over_total), and nothing is changed. "
            "The sum is told beside that of the areas, with both dates, and per area in AREAS.\n\n"
            "The squares stand instead of the workspace's people of the region; where those are of another kind of square, REPLACE must be chosen. Importing the same file twice changes nothing.\n\n"
            "Method: the middle of the square in the areas' polygons. Source: SCB, as bought or downloaded by the user."
        )

    def __init__(self):
        super().__init__()
        self._side = 0  # of the squares of this run

    def style_file(self, output: str) -> str:
        """Squares are drawn as large as they are on the ground."""
        return super().style_file(output).replace(".qml", "_1000.qml" if self._side == 1000 else ".qml")

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Squares (table or layer)"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("One row per square."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the squares are kept, in the table people. Its areas say which region and area they are in."),
        )
        self._add(
            QgsProcessingParameterField("ID_FIELD", tr("Id of the square (field)"), None, "INPUT", optional=True),
            tr("Such as rutid_scb. Blank = from the geometry, with SIDE."),
        )
        self.add_field(
            "POPULATION", tr("Number of people (field)"), tr("The square's total."), default="beftotalt", numeric=False
        )
        self._add(
            QgsProcessingParameterString("AGE_PREFIX", tr("What the names of age fields begin with"), optional=True),
            tr("Blank = ald, alder, ålder or age."),
        )
        self.add_field(
            "PARTS",
            tr("Other parts of the people (fields)"),
            tr("Only checked against the total, such as people of 65 and over."),
            optional=True,
            many=True,
        )
        self._add(
            enum_parameter(
                "SIDE",
                tr("Side of the squares"),
                {AS_IDS: tr("The largest that all ids fit"), **{str(side): f"{side} m" for side in reversed(SIDES)}},
                AS_IDS,
            ),
            tr("Told in the log; choose it where few squares are read."),
        )
        self._add(
            enum_parameter(
                "DIVISION",
                tr("Areas of the workspace"),
                {key: name for key, (_, _, name) in DIVISIONS.items()},
                optional=True,
            ),
            tr("Blank = the newest DeSO in the workspace, or RegSO where there is none."),
        )
        for name, label, text in (
            (
                "DATE",
                tr("Date of the squares"),
                tr("Written as 2025-12-31. Blank = from the field referenstid where there is one."),
            ),
            ("SOURCE", tr("Source (text)"), tr("Such as SCB, beställning 12345. Blank = the table's name.")),
            ("LICENCE", tr("Licence"), tr("What the region may do with bought squares.")),
        ):
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        self._add(
            QgsProcessingParameterBoolean("REPLACE", tr("Instead of other people of the region"), False),
            tr("Where the workspace has squares of another side, or points of another kind."),
        )
        self.add_results(tr("Imported squares of people"))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "AREAS", tr("People of squares and areas compared"), optional=True, createByDefault=False
            )
        )
        for name, label in (
            ("REMOVED_COUNT", tr("Removed rows")),
            ("PEOPLE", tr("People in the imported squares")),
            ("AREA_PEOPLE", tr("People in the workspace's areas")),
            ("OVER_TOTAL_COUNT", tr("Squares with a part over their total")),
            ("OUTSIDE_COUNT", tr("Squares in no area of the region")),
            ("SIDE_METRES", tr("Side of the squares (m)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        by_geometry = not self.field(parameters, "ID_FIELD", context)
        if by_geometry and self.parameterAsEnumString(parameters, "SIDE", context) in ("", AS_IDS):
            return False, tr(
                "Name the field of the squares' ids (ID_FIELD), or choose SIDE so that the geometry can say them."
            )
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        for name, told in (("OUTPUT", columns()), ("REJECTED", rejected_columns()), ("AREAS", area_columns())):
            account.name_columns(name, told)
        squares, rejected = read_squares(self, parameters, context, account, feedback)
        self._side = squares.side
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            stored = workspace.read(_TABLE)
            if not self.parameterAsBoolean(parameters, "REPLACE", context):
                refuse_other_people(stored, workspace.region, squares.side)
            areas = one_division(
                workspace.read("areas"), workspace.region, self.parameterAsEnumString(parameters, "DIVISION", context)
            )
            if feedback.isCanceled():
                raise Cancelled
            squares, rejected = self._within(squares, rejected, areas, account, feedback)
            taken = set(stored.loc[stored["region"] != workspace.region, "origin_id"])
            rows = people_rows(squares, workspace.region, taken)
            fates = fates_of(stored[stored["region"] == workspace.region], rows, squares.xy)
            say_counts(fates.counts, rejected, account, feedback)
            over = say_over(squares, account, feedback)
            say_ages(squares, account, feedback)
            beside = say_beside(squares, areas, workspace, account, feedback)
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                write_rows(outputs, rows, squares, fates.each, over)
                write_rejected(outputs, rejected)
                write_areas(outputs, squares, areas.rows.drop(columns=GEOMETRY))
                changes = self._store(workspace, rows, squares, parameters, context)
            say_removed(changes, account, feedback)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            **as_results(
                dict(zip((ADDED, CHANGED, UNCHANGED), (changes.added, changes.changed, changes.unchanged))),
                len(rejected),
            ),
            "REMOVED_COUNT": changes.removed,
            "PEOPLE": int(squares.population.sum()),
            "AREA_PEOPLE": beside,
            "OVER_TOTAL_COUNT": int(over.sum()),
            "OUTSIDE_COUNT": sum(one["outside"] for one in rejected),
            "SIDE_METRES": squares.side,
        }

    def _within(self, squares: Squares, rejected, areas, account, feedback):
        """The squares whose middle lies in an area of the region, and the others among the rejected."""
        outlines = outlines_of(areas.rows)
        owner = owners(squares.xy, outlines)
        inside = np.flatnonzero(owner >= 0)
        outside = np.flatnonzero(owner < 0)
        if not len(inside):
            raise QgsProcessingException(
                tr("Not one of the {n} squares lies in {division} of the workspace's region. Check the workspace, and that the ids are SWEREF 99 TM.").format(n=len(owner), division=areas.name)
            )  # fmt: skip
        say_areas(squares, outside, areas.name, account, feedback)
        reason = tr("Its middle lies in no area of the region; it is a neighbour's, or lies in the sea.")
        rejected = rejected + [
            {"row": int(squares.place[at]), "square": squares.ids[at], "population": str(int(squares.population[at])), "reason": reason, "outside": True}
            for at in outside
        ]  # fmt: skip
        codes = np.array([outline.code for outline in outlines], object)
        return squares.only(inside)._replace(area=codes[owner[inside]]), sorted(rejected, key=lambda one: one["row"])

    def _store(self, workspace, rows: pd.DataFrame, squares: Squares, parameters, context):
        """The rows instead of all people of the own region; neighbours' stay."""
        xy = (squares.xy[:, 0], squares.xy[:, 1])
        changes = workspace.refresh(_TABLE, rows, xy=xy, within={"region": [workspace.region]})
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        told = {
            "data_date": squares.date or None,
            "row_count": len(rows),
            "region": workspace.region,
            "licence": self.parameterAsString(parameters, "LICENCE", context).strip() or None,
            "part": f"{squares.side} m",
        }
        content = hashlib.sha256(rows.to_csv(index=False).encode()).hexdigest()
        note_source(
            workspace, name or self.source(parameters, "INPUT", context).sourceName(), _TABLE, content, changes, **told
        )
        return changes
