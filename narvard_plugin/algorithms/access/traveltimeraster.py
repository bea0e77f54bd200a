"""Travel time to the nearest facility as a raster."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ...adapters.provenance import Account
from ...adapters.rasters import write_geotiff
from ...adapters.tables import Cancelled
from ...core.network.cells import grid_over
from ...core.network.travel import MOST_CELLS
from ...i18n import tr
from ..travel import TravelAlgorithm


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
            "EXTENT is the area; blank = the whole network (in a straight line: the facilities and 20 km around). Cells lie "
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

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        question = self.ask(parameters, context, feedback, account)
        size = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        grid = grid_over(*self._extent(parameters, question, context), size)
        if grid.rows * grid.columns > MOST_CELLS:
            raise QgsProcessingException(
                tr("The raster would have {n} million cells. Choose a smaller EXTENT or a larger CELL_SIZE.").format(
                    n=round(grid.rows * grid.columns / 1e6)
                )
            )
        feedback.setProgressText(tr("Searching the network"))
        times = question.travel.cells(grid)
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
        write_geotiff(target, grid, times.minutes, question.crs, account.lines)
        self.keep(account, {"OUTPUT": target}, context, self.note(parameters, context))
        return {"OUTPUT": target}

    def _extent(self, parameters, question, context):
        if parameters.get("EXTENT") not in (None, ""):
            box = self.parameterAsExtent(parameters, "EXTENT", context, question.crs)
            return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        if self.straight(parameters, context):
            around = 20_000
            return (*(question.facilities.xy.min(0) - around), *(question.facilities.xy.max(0) + around))
        margin, xy = question.travel.rules.max_offroad_m, question.travel.network.xy
        return (*(xy.min(0) - margin), *(xy.max(0) + margin))
