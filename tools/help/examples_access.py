"""Examples of care's geography, of scenarios and of siting."""

from __future__ import annotations

from .example import (
    CENTRES,
    NETWORK,
    OPEN,
    OWN,
    PEOPLE,
    REGIONS,
    TIMETABLE,
    TRAVEL,
    WORKSPACE,
    Example,
    Stored,
    layer,
    part,
    result,
)

_HOSPITALS = "type LIKE '%sjukhus' AND type <> 'hemsjukhus'"
_ACUTE = "role = 'akutsjukhus'"
_DRAWN = {"MAX_OFFROAD": 1000, "CELL_SIZE": 500}
_STATIONS = {"STATIONS": layer("facilities", f"type = 'ambulansstation' AND {OPEN}"), "STATION_ID": "facility_id"}
_SPARSE = {"ORIGINS": layer("people_1km"), "ORIGIN_ID": "origin_id"}

EXAMPLES = (
    Example(
        "nearestfacility",
        {
            **TRAVEL,
            **CENTRES,
            **REGIONS,
            "OUTPUT": result("restid"),
            "FACILITY_SUMMARY": result("befolkning_per_enhet"),
        },
    ),
    Example("odmatrix", {**TRAVEL, **CENTRES, "MAX_MINUTES": 30, "OUTPUT": result("restidsmatris")}),
    Example(
        "catchments",
        {
            **TRAVEL,
            **CENTRES,
            **_DRAWN,
            "CELL_SIZE": 1000,
            "BREAKS": "10,20,30,45,60",
            "OVERLAP": "nearest",
            "OUTPUT": result("ansvarsomraden"),
        },
    ),
    Example(
        "traveltimeraster",
        {"NETWORK": NETWORK, **CENTRES, **_DRAWN, "OUTPUT": result("restidsraster", "tif")},
    ),
    Example(
        "comparewithobserved",
        {
            "NETWORK": NETWORK,
            "TRIPS": result("vinterresor"),
            "OBSERVED_MINUTES": "minutes",
            "FROM_ID": "origin_id",
            "TO_ID": "facility_id",
            "ORIGINS": layer("settlements"),
            "ORIGIN_ID": "name",
            **CENTRES,
            "OUTPUT": result("jamforda_resor"),
            "SUMMARY": result("jamforda_resor_samlade"),
            "REPORT": result("jamforda_resor", "html"),
        },
        show=("REPORT",),
        note=(
            "Resorna är här länets egna vägar körda i vinterväglag (86 procent av hastigheten).",
            "The trips are the county's own roads driven in winter conditions (86 per cent of the speed).",
        ),
    ),
    Example(
        "primarycarecapacity",
        {**CENTRES, "CAPACITY": layer("capacity"), "ST_NORM": 550, "OUTPUT": result("platser_per_enhet")},
    ),
    Example(
        "floatingcatchment",
        {
            "ORIGINS": layer("people_1km"),
            "ORIGIN_ID": "origin_id",
            "DEMAND": "population",
            "FACILITIES": result("platser_per_enhet"),
            "FACILITY_ID": "facility_id",
            "SUPPLY": "supply",
            "MATRIX": result("restidsmatris"),
            **REGIONS,
            "OUTPUT": result("platser_per_invanare"),
        },
    ),
    Example(
        "transittimes",
        {
            **CENTRES,
            "NETWORK": NETWORK,
            **PEOPLE,
            "GTFS": TIMETABLE,
            "DATE": "2026-11-18",
            "START_TIME": "07:00",
            "END_TIME": "07:30",
            **REGIONS,
            "OUTPUT": result("restid_kollektivt"),
        },
    ),
    Example(
        "specialtyaccess",
        {
            **TRAVEL,
            **REGIONS,
            "FACILITIES": layer("facilities"),
            "FACILITY_ID": "facility_id",
            "SERVICES": layer("services"),
            "YEAR": 2024,
            "SUMMARY": result("restid_per_specialitet"),
        },
        show=("SUMMARY",),
    ),
    Example(
        "responsecoverage",
        {**TRAVEL, **_STATIONS, **REGIONS, "OUTPUT": result("responstid"), "SUMMARY": result("responstid_andelar")},
    ),
    Example(
        "vulnerability",
        {**TRAVEL, **CENTRES, **REGIONS, "OUTPUT": result("sarbarhet"), "PEOPLE_OUTPUT": result("sarbarhet_invanare")},
    ),
    Example(
        "siteselection",
        {
            "MATRIX": result("orter_till_orter"),
            "ORIGINS": layer("people_1km", OWN),
            "ORIGIN_ID": "origin_id",
            "DEMAND": "population",
            "CANDIDATES": layer("settlements", OWN),
            "CANDIDATE_ID": "name",
            "METHOD": "mclp",
            "P": 12,
            "RADIUS": 20,
            "OUTPUT": result("valda_orter"),
            "ASSIGNMENT": result("valda_orter_vem"),
        },
    ),
    Example(
        "listingflows",
        {
            **TRAVEL,
            "LISTINGS": layer("listings"),
            "AREAS": layer("areas"),
            "AREA_REGION": "region",
            "AREA_MUNICIPALITY": "municipality",
            **CENTRES,
            "FACILITY_REGION": "region",
            "FACILITY_MUNICIPALITY": "municipality",
            "REPORT_REGION": "99",
            "OUTPUT": result("listningsval"),
            "FLOWS": result("listningsfloden"),
            "AREA_MINUTES": result("restid_per_omrade_och_enhet"),
        },
    ),
    Example(
        "vardvalsconsequence",
        {
            "LISTINGS": layer("listings"),
            **CENTRES,
            "CHANGES": result("stangd_halsocentral", "csv"),
            "CAPACITY": layer("capacity"),
            "MATRIX": result("restid_per_omrade_och_enhet"),
            "OUTPUT": result("vardvalskonsekvens"),
            "FLOWS": result("vardvalsfloden"),
        },
        fields=("facility_id", "name", "listed_before", "listed_after", "change", "over_norm_after", "outcome"),
        files={result("stangd_halsocentral", "csv"): "facility_id;action;year\n99-vardcentral-002;close;2028\n"},
    ),
    Example(
        "applyscenario",
        {
            "FACILITIES": layer("facilities"),
            "SERVICES": layer("services"),
            "CAPACITY": layer("capacity"),
            "CHANGES": layer("scenario_changes"),
            "SCENARIO": "C",
            "YEAR": 2028,
            "OUTPUT": result("enheter_efter"),
            "SERVICES_OUTPUT": result("verksamheter_efter"),
            "LEFT_OUT": result("utelamnade"),
        },
        where="scenario_status <> 'unchanged'",
        near=True,
    ),
    Example(
        "comparescenarios",
        {
            "BEFORE": result("akut_fore"),
            "AFTER": result("akut_efter"),
            "POPULATION": "population",
            "AREAS": layer("areas"),
            "AREA_TYPE": "area_type",
            "OUTPUT": result("forandring_restid"),
            "AREA_OUTPUT": result("forandring_restid_omraden"),
            "SUMMARY": result("forandring_restid_samlad"),
        },
        show=("AREA_OUTPUT",),
    ),
    Example(
        "copyscenario",
        {
            "WORKSPACE": WORKSPACE,
            "SCENARIO": "B",
            "NEW_NAME": "B 2040",
            "YEAR": 2040,
            "DESCRIPTION": "Ekhamn B, år 2040",
        },
        show=(Stored("scenarios"),),
        fields=("scenario", "description", "year", "based_on"),
    ),
    Example(
        "targetgap",
        {
            "AREAS": result("restid_per_omrade"),
            "VALUE": "restid_mean",
            "POPULATION": "population",
            "MUNICIPALITY": "municipality",
            "REGION": "region",
            "TARGETS": layer("malvarde"),
            "INDICATOR": "restid_halsocentral",
            "YEAR": 2030,
            "OUTPUT": result("malgap"),
        },
    ),
    Example(
        "caredistribution",
        {
            "PROCEDURES": layer("procedure_capacity"),
            "MATRIX": result("till_sjukhus"),
            **_SPARSE,
            "POPULATION": "population",
            "ORIGIN_REGION": "region",
            "WAITING": layer("waiting_times"),
            "KEEP_LOCAL": "katarakt;0.5",
            "OUTPUT": result("vardfordelning"),
            "SITES": result("vardfordelning_sjukhus"),
            "MOVES": result("vardfordelning_flyttar"),
        },
        show=("OUTPUT",),
    ),
)

_FROM = {"COST": "network", "NETWORK": NETWORK}
#: What some examples ask of other tools first.
BEFORE = {
    "comparewithobserved": (
        Example(
            "buildnetwork",
            {"ROADS": layer("roads"), "WINTER_FACTOR": 0.86, "NETWORK": result("vinterns_vagnat", "npz")},
        ),
        Example(
            "odmatrix",
            {
                "NETWORK": result("vinterns_vagnat", "npz"),
                "ORIGINS": layer("settlements"),
                "ORIGIN_ID": "name",
                **CENTRES,
                "COUNT": 3,
                "OUTPUT": result("vinterresor"),
            },
        ),
    ),
    "siteselection": (
        Example(
            "odmatrix",
            {
                **_FROM,
                "ORIGINS": layer("people_1km", OWN),
                "ORIGIN_ID": "origin_id",
                "FACILITIES": layer("settlements", OWN),
                "FACILITY_ID": "name",
                "MAX_MINUTES": 30,
                "OUTPUT": result("orter_till_orter"),
            },
        ),
    ),
    "comparescenarios": tuple(
        Example(
            "nearestfacility",
            {**TRAVEL, "FACILITIES": facilities, "FACILITY_ID": "facility_id", "OUTPUT": result(name)},
        )
        for name, facilities in (
            ("akut_fore", layer("facilities", _ACUTE)),
            ("akut_efter", part("enheter_efter", _ACUTE)),
        )
    ),
    "caredistribution": (
        Example(
            "odmatrix",
            {
                **_FROM,
                **_SPARSE,
                "FACILITIES": layer("facilities", _HOSPITALS),
                "FACILITY_ID": "facility_id",
                "OUTPUT": result("till_sjukhus"),
            },
        ),
    ),
}
