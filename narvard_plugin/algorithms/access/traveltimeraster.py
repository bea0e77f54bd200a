"""Travel time to the nearest facility as a raster."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ...adapters.provenance import Account
from ...adapters.rasters import write_geotiff
from ...adapters.reading import Cancelled
from ...core.network.cells import TooManyCells, grid_over
from ...i18n import tr
from ..travel import TravelAlgorithm
from ..travel_account import too_many_cells


class TravelTimeRaster(TravelAlgorithm):
    ID = "traveltimeraster"
    TAGS = ("raster", "travel time", "isochrone", "accessibility surface", "restid", "restidsraster")
    HAS_ORIGINS = False
    MAX_OFFROAD = 500
    ADDED_TO = None

    def displayName(self):
        return tr("Travel time raster")

    def shortHelpString(self):
        return tr(
            "Makes a raster of minutes to the nearest facility: the least of the time along the roads plus a straight leg of "
            "at most MAX_OFFROAD metres at OFFROAD_SPEED to the cell's centre. Cells that nothing reaches hold no data.\n\n"
            "EXTENT is the area; blank = the whole network (in a straight line: the facilities and MAX_MINUTES, or 20 km, around). Cells lie "
            "on whole multiples of CELL_SIZE in the network's coordinate system, so rasters of the same size align and can "
            "be subtracted. MAX_MINUTES leaves out what is farther. FACILITIES, NETWORK, MODE, DIRECTION and the rest work as "
            "in Nearest facility.\n\n"
            "Method: minimum over places along the roads at most half a cell apart, not the nearest junction's time."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        self.addParameter(
            QgsProcessingParameterExtent("EXTENT", tr("Extent (blank = the whole network)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "CELL_SIZE", tr("Cell size (m)"), QgsProcessingParameterNumber.Type.Double, 250, minValue=1
            )
        )
        self.add_travel()
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Travel time (minutes)")))

    def checkParameterValues(self, parameters, context):
        target = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        if target and Path(target).suffix.lower() not in (".tif", ".tiff"):
            return False, tr("The name of the raster must end in .tif.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        question = self.ask(parameters, context, feedback, account)
        size = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        try:
            grid = grid_over(*self._extent(parameters, question, context), size)
        except TooManyCells as error:
            raise QgsProcessingException(too_many_cells(size)) from error
        feedback.setProgressText(tr("Searching the network"))
        times = question.travel.cells(grid, self.step(feedback))
        if feedback.isCanceled():
            raise Cancelled
        reached = np.isfinite(times.minutes)
        account.say(
            feedback,
            tr("{reached} of {cells} cells are reached, in {crs}.").format(
                reached=int(reached.sum()), cells=reached.size, crs=question.crs.userFriendlyIdentifier()
            ),
            warn=not reached.any(),
        )
        target = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        what = self.time_name("minutes", parameters, context)
        write_geotiff(target, grid, times.minutes, question.crs, what, account.lines)
        self.keep(account, {"OUTPUT": target}, context, self.note(parameters, context))
        return {"OUTPUT": target}

    def _extent(self, parameters, question, context):
        if parameters.get("EXTENT") not in (None, ""):
            box = self.parameterAsExtent(parameters, "EXTENT", context, question.crs)
            return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        if self.straight(parameters, context):
            radius = question.travel.radius_m
            around = radius if np.isfinite(radius) else 20_000
            return (*(question.facilities.xy.min(0) - around), *(question.facilities.xy.max(0) + around))
        margin, xy = question.travel.rules.max_offroad_m, question.travel.network.xy
        return (*(xy.min(0) - margin), *(xy.max(0) + margin))
