"""Every algorithm of the provider; a new one is one more line here."""

from .access.catchments import Catchments
from .access.nearestfacility import NearestFacility
from .access.odmatrix import OdMatrix
from .access.traveltimeraster import TravelTimeRaster
from .access.vulnerability import Vulnerability
from .data.buildnetwork import BuildNetwork
from .data.createworkspace import CreateWorkspace
from .data.samplecounty import SampleCounty

ALGORITHMS = (
    SampleCounty,
    CreateWorkspace,
    BuildNetwork,
    NearestFacility,
    OdMatrix,
    Catchments,
    TravelTimeRaster,
    Vulnerability,
)
