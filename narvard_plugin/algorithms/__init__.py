"""Every algorithm of the provider; a new one is one more line here."""

from .access.catchments import Catchments
from .access.comparewithobserved import CompareWithObserved
from .access.floatingcatchment import FloatingCatchment
from .access.nearestfacility import NearestFacility
from .access.odmatrix import OdMatrix
from .access.primarycarecapacity import PrimaryCareCapacity
from .access.responsecoverage import ResponseCoverage
from .access.specialtyaccess import SpecialtyAccess
from .access.transittimes import TransitTimes
from .access.traveltimeraster import TravelTimeRaster
from .access.vulnerability import Vulnerability
from .data.buildnetwork import BuildNetwork
from .data.comparewithbasis import CompareWithBasis
from .data.createworkspace import CreateWorkspace
from .data.exportexchange import ExportExchange
from .data.facilitytemplate import FacilityTemplate
from .data.fetchareas import FetchAreas
from .data.fetchfacilities import FetchFacilities
from .data.fetchgeodata import FetchGeodata
from .data.fetchgrid import FetchGrid
from .data.fetchhealth import FetchHealth
from .data.fetchplans import FetchPlans
from .data.fetchprovisions import FetchProvisions
from .data.fetchregion import FetchRegion
from .data.fetchroads import FetchRoads
from .data.fetchstatistics import FetchStatistics
from .data.fetchtimetable import FetchTimetable
from .data.freezebasis import FreezeBasis
from .data.importcni import ImportCni
from .data.importdivision import ImportDivision
from .data.importexchange import ImportExchange
from .data.importfacilities import ImportFacilities
from .data.importgrants import ImportGrants
from .data.importlistings import ImportListings
from .data.importsquares import ImportSquares
from .data.importwaitingtimes import ImportWaitingTimes
from .data.placefacility import PlaceFacility
from .data.samplecounty import SampleCounty
from .deso.accessandmigration import AccessAndMigration
from .deso.areatypes import AreaTypes
from .deso.averagebyarea import AverageByArea
from .deso.caredemand import CareDemand
from .deso.careneedindex import CareNeedIndex
from .deso.catchmentprofile import CatchmentProfile
from .deso.changevintage import ChangeVintage
from .deso.clusters import Clusters
from .deso.developmentgrant import DevelopmentGrant
from .deso.equity import Equity
from .deso.forecast import Forecast
from .deso.grantfollowup import GrantFollowUp
from .deso.growthbytype import GrowthByType
from .deso.joinstatistics import JoinStatistics
from .deso.listedneed import ListedNeed
from .deso.needandaccess import NeedAndAccess
from .deso.neighbourhood import Neighbourhood
from .deso.protectsmallnumbers import ProtectSmallNumbers
from .deso.segregation import Segregation
from .deso.servicelevels import ServiceLevels
from .deso.socioeconomicindex import SocioeconomicIndex
from .plans.adddialogue import AddDialogue
from .plans.addlocalneed import AddLocalNeed
from .plans.confirmplanparameter import ConfirmPlanParameter
from .plans.cumulativeplans import CumulativePlans
from .plans.dialoguebrief import DialogueBrief
from .plans.exportpartialanswer import ExportPartialAnswer
from .plans.exportplanrecord import ExportPlanRecord
from .plans.exportplanregister import ExportPlanRegister
from .plans.fetchmunicipalplans import FetchMunicipalPlans
from .plans.importpartialanswer import ImportPartialAnswer
from .plans.importplanlist import ImportPlanList
from .plans.importplans import ImportPlans
from .plans.plandeadlines import PlanDeadlines
from .plans.plandifference import PlanDifference
from .plans.planfindings import PlanFindings
from .plans.planguidance import PlanGuidance
from .plans.planneed import PlanNeed
from .plans.planresponse import PlanResponse
from .plans.registerletter import RegisterLetter
from .plans.reviewplan import ReviewPlan
from .plans.watchplans import WatchPlans
from .report.publish import Publish
from .report.regionreport import RegionReport
from .report.resulttext import ResultText
from .report.structuremap import StructureMap
from .scenarios.applyscenario import ApplyScenario
from .scenarios.caredistribution import CareDistribution
from .scenarios.comparescenarios import CompareScenarios
from .scenarios.copyscenario import CopyScenario
from .scenarios.listingflows import ListingFlows
from .scenarios.siteselection import SiteSelection
from .scenarios.targetgap import TargetGap
from .scenarios.vardvalsconsequence import VardvalsConsequence

ALGORITHMS = (
    SampleCounty,
    CreateWorkspace,
    BuildNetwork,
    FetchRegion,
    FetchAreas,
    FetchGrid,
    FetchFacilities,
    FetchRoads,
    FetchTimetable,
    FetchGeodata,
    FetchPlans,
    FetchProvisions,
    FacilityTemplate,
    ImportFacilities,
    PlaceFacility,
    ImportWaitingTimes,
    ImportListings,
    ImportSquares,
    ExportExchange,
    ImportExchange,
    FreezeBasis,
    CompareWithBasis,
    ImportDivision,
    ImportGrants,
    ImportCni,
    FetchStatistics,
    FetchHealth,
    CareNeedIndex,
    SocioeconomicIndex,
    ListedNeed,
    JoinStatistics,
    ChangeVintage,
    AreaTypes,
    ProtectSmallNumbers,
    AverageByArea,
    Forecast,
    CareDemand,
    GrowthByType,
    Equity,
    Neighbourhood,
    Segregation,
    CatchmentProfile,
    DevelopmentGrant,
    GrantFollowUp,
    NearestFacility,
    OdMatrix,
    Catchments,
    TravelTimeRaster,
    CompareWithObserved,
    FloatingCatchment,
    TransitTimes,
    SpecialtyAccess,
    ResponseCoverage,
    Vulnerability,
    SiteSelection,
    PrimaryCareCapacity,
    ListingFlows,
    VardvalsConsequence,
    ApplyScenario,
    CompareScenarios,
    CopyScenario,
    TargetGap,
    Clusters,
    CareDistribution,
    NeedAndAccess,
    AccessAndMigration,
    ServiceLevels,
    ImportPlans,
    PlanDeadlines,
    WatchPlans,
    PlanDifference,
    PlanNeed,
    FetchMunicipalPlans,
    ImportPlanList,
    DialogueBrief,
    AddDialogue,
    AddLocalNeed,
    RegisterLetter,
    ReviewPlan,
    ConfirmPlanParameter,
    CumulativePlans,
    PlanResponse,
    PlanFindings,
    PlanGuidance,
    ExportPartialAnswer,
    ImportPartialAnswer,
    ExportPlanRegister,
    ExportPlanRecord,
    RegionReport,
    Publish,
    StructureMap,
    ResultText,
)
