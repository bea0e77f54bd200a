"""One facility of the workspace placed by hand on the map."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from ...adapters.provenance import Account
from ...core.facilities import coordinates
from ...i18n import tr
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .facility_input import SWEREF
from .facility_keep import BY_HAND, TABLE, stored_facilities
from .facility_places import areas_of_workspace


class PlaceFacility(NarvardAlgorithm):
    ID = "placefacility"
    GROUP = "data"
    TAGS = ("facility", "address", "place by hand", "vårdenhet", "placera", "adress", "koordinater")

    def displayName(self):
        return tr("Place a facility by hand")

    def shortHelpString(self):
        return tr(
            "Gives a facility of the workspace its place on the map: one that was imported without coordinates, or one that lies "
            "wrong.\n\n"
            "FACILITY_ID is its id, as in the table that importfacilities calls UNPLACED. POINT is picked on the map, in any reference "
            "system, and kept in SWEREF 99 TM. The facility then says that its place is known by hand, and a later import leaves it "
            "where it is, unless the source brings coordinates of its own; then the import says that it moved.\n\n"
            "X, Y and how far the place lies outside the workspace's areas (0 = inside; blank = there are no areas) are told.\n\n"
            "Method: one row changed in one transaction. Source: the one who places it."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("WORKSPACE", tr("Workspace (path of a .gpkg)")),
            tr("Whose facility is placed."),
        )
        self._add(
            QgsProcessingParameterString("FACILITY_ID", tr("Facility id")),
            tr("As it stands in the workspace's facilities."),
        )
        self._add(
            QgsProcessingParameterPoint("POINT", tr("Place")),
            tr("Pick it on the map, or write east,north [EPSG:3006]."),
        )
        self.addOutput(QgsProcessingOutputString("NAME", tr("Name")))
        for name, label in (
            ("X", tr("East (metres)")),
            ("Y", tr("North (metres)")),
            ("MOVED_METRES", tr("Metres moved")),
            ("OUTSIDE_METRES", tr("Metres outside the areas")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        id_ = self.parameterAsString(parameters, "FACILITY_ID", context).strip()
        point = self.parameterAsPoint(parameters, "POINT", context, QgsCoordinateReferenceSystem(SWEREF))
        xy = (point.x(), point.y())
        if not (np.isfinite(xy).all() and coordinates.SWEREF.holds(*xy)):
            raise QgsProcessingException(
                tr(
                    "The place does not lie in Sweden. Pick it on the map, or write its reference system after it, as in 16.36,56.66 [EPSG:4326]."
                )
            )
        text = self.parameterAsString(parameters, "WORKSPACE", context)
        # Read and written in one transaction: what a colleague changes of the facility meanwhile is not written over.
        with open_workspace(text, tool=self.ID) as workspace, workspace.transaction():
            stored = stored_facilities(workspace)
            if id_ not in stored.rows:
                raise QgsProcessingException(
                    tr("The workspace has no facility {id}. Its ids stand in the layer facilities.").format(id=id_)
                )
            row, before = {**stored.rows[id_], "placement": BY_HAND}, stored.xy[id_]
            areas = areas_of_workspace(workspace)
            workspace.refresh(
                TABLE,
                pd.DataFrame([row], dtype=object),
                xy=(np.array([xy[0]]), np.array([xy[1]])),
                within={"facility_id": [id_]},
            )
        moved = float(np.hypot(xy[0] - before[0], xy[1] - before[1])) if np.isfinite(before).all() else None
        outside = areas.find(*xy).distance if areas else None
        text = tr("{name} ({id}) now lies at {x}, {y} in SWEREF 99 TM, placed by hand.")
        account.say(feedback, text.format(name=row["name"], id=id_, x=round(xy[0]), y=round(xy[1])))
        if outside:
            text = tr("The place lies {metres} m outside every area of the workspace. Check that it is right.")
            account.say(feedback, text.format(metres=round(outside)), warn=True)
        return {"NAME": row["name"], "X": xy[0], "Y": xy[1], "MOVED_METRES": moved, "OUTSIDE_METRES": outside}
