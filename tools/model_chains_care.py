"""The questions of care's geography: how far, room enough, what happens if, and where one more should stand."""

from __future__ import annotations

from .model_steps import CENTRES, CHOSEN, NOT_CLOSED, ROAD, Input, Of, Step

CARE_QUESTIONS = {
    "primarycareaccess": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", CENTRES),
            Input("CAPACITY", "table"),
            Input("MAX_MINUTES", "number", 30),
        ],
        [
            CHOSEN,
            Step(
                "nearest",
                "narvard:nearestfacility",
                {**ROAD, "FACILITIES": Of("OUTPUT", "chosen"), "FACILITY_ID": "facility_id"},
                {"OUTPUT": "TIMES"},
            ),
            Step(
                "capacity",
                "narvard:primarycarecapacity",
                {"FACILITIES": Of("OUTPUT", "chosen"), "FACILITY_ID": "facility_id", "CAPACITY": Of("CAPACITY")},
                {"OUTPUT": "CENTRES"},
            ),
            Step(
                "staffed",
                "native:extractbyexpression",
                {"INPUT": Of("OUTPUT", "capacity"), "EXPRESSION": '"supply" IS NOT NULL'},
            ),
            Step(
                "matrix",
                "narvard:odmatrix",
                {
                    **ROAD,
                    "FACILITIES": Of("OUTPUT", "staffed"),
                    "FACILITY_ID": "facility_id",
                    "MAX_MINUTES": Of("MAX_MINUTES"),
                },
            ),
            Step(
                "room",
                "narvard:floatingcatchment",
                {
                    "ORIGINS": Of("PEOPLE"),
                    "ORIGIN_ID": "origin_id",
                    "DEMAND": "population",
                    "FACILITIES": Of("OUTPUT", "staffed"),
                    "FACILITY_ID": "facility_id",
                    "SUPPLY": "supply",
                    "MATRIX": Of("OUTPUT", "matrix"),
                    "METHOD": "e2sfca",
                    "THRESHOLD": Of("MAX_MINUTES"),
                },
                {"OUTPUT": "ROOM"},
            ),
        ],
    ),
    "serviceaccess": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("SERVICES", "table"),
            Input("SERVICE", "text", "akutmottagning_dygnet_runt"),
            Input("WHEN", "text", "", optional=True),
            Input("YEAR", "number", None, optional=True),
        ],
        [
            Step(
                "service",
                "narvard:specialtyaccess",
                {
                    **ROAD,
                    "FACILITIES": Of("FACILITIES"),
                    "FACILITY_ID": "facility_id",
                    "SERVICES": Of("SERVICES"),
                    "SERVICE": Of("SERVICE"),
                    "WHEN": Of("WHEN"),
                    "YEAR": Of("YEAR"),
                },
                {"PEOPLE_OUTPUT": "TIMES", "SUMMARY": "SUMMARY"},
            )
        ],
    ),
    "changeofrole": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("SERVICES", "table"),
            Input("CHANGES", "table"),
            Input("SCENARIO", "text", "", optional=True),
            Input("YEAR", "number", 2030),
            Input("SERVICE", "text", "akutmottagning_dygnet_runt"),
            Input("AREAS", "areas"),
            Input("AREA_TYPE", "field of AREAS", optional=True),
        ],
        [
            Step(
                "scenario",
                "narvard:applyscenario",
                {
                    "FACILITIES": Of("FACILITIES"),
                    "FACILITY_ID": "facility_id",
                    "SERVICES": Of("SERVICES"),
                    "CHANGES": Of("CHANGES"),
                    "SCENARIO": Of("SCENARIO"),
                    "YEAR": Of("YEAR"),
                },
                {"OUTPUT": "FACILITIES_AFTER"},
            ),
            *(
                Step(
                    name,
                    "narvard:specialtyaccess",
                    {
                        **ROAD,
                        "FACILITIES": facilities,
                        "FACILITY_ID": "facility_id",
                        "SERVICES": services,
                        "SERVICE": Of("SERVICE"),
                        "YEAR": Of("YEAR"),
                        "METRES": True,
                    },
                )
                for name, facilities, services in (
                    ("before", Of("FACILITIES"), Of("SERVICES")),
                    ("after", Of("OUTPUT", "scenario"), Of("SERVICES_OUTPUT", "scenario")),
                )
            ),
            Step(
                "compared",
                "narvard:comparescenarios",
                {
                    "BEFORE": Of("PEOPLE_OUTPUT", "before"),
                    "AFTER": Of("PEOPLE_OUTPUT", "after"),
                    "ORIGIN_ID": "origin_id",
                    "POPULATION": "population",
                    "AREAS": Of("AREAS"),
                    "AREA_TYPE": Of("AREA_TYPE"),
                },
                {"OUTPUT": "CHANGE", "AREA_OUTPUT": "AREA_CHANGE", "SUMMARY": "SUMMARY"},
            ),
        ],
    ),
    "ambulancecoverage": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("STATIONS", "points"),
            Input("HOSPITALS", "points", optional=True),
            Input("MUNICIPALITY", "field of PEOPLE", optional=True),
            Input("ALARM_MINUTES", "number", 2),
            Input("TURNOUT_MINUTES", "number", 1.5),
            Input("CALLS_PER_1000", "number", 100),
        ],
        [
            Step(
                "response",
                "narvard:responsecoverage",
                {
                    **ROAD,
                    "STATIONS": Of("STATIONS"),
                    "STATION_ID": "facility_id",
                    "HOSPITALS": Of("HOSPITALS"),
                    "HOSPITAL_ID": "facility_id",
                    "ALARM_MINUTES": Of("ALARM_MINUTES"),
                    "TURNOUT_MINUTES": Of("TURNOUT_MINUTES"),
                    "CALLS_PER_1000": Of("CALLS_PER_1000"),
                    "MUNICIPALITY": Of("MUNICIPALITY"),
                },
                {"OUTPUT": "RESPONSE", "SUMMARY": "SUMMARY", "UNITS": "UNITS"},
            )
        ],
    ),
    "onemore": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", NOT_CLOSED),
            Input("CANDIDATES", "points"),
            Input("MORE", "number", 1),
            Input("RADIUS", "number", 20),
        ],
        [
            CHOSEN,
            *(
                Step(
                    f"{name}{field}",
                    "native:fieldcalculator",
                    {"INPUT": source, "FIELD_NAME": field, "FIELD_TYPE": 2, "FIELD_LENGTH": 60, "FORMULA": formula},
                )
                for name, source, field, formula in (
                    ("standing", Of("OUTPUT", "chosen"), "site_id", 'to_string("facility_id")'),
                    ("standing", Of("OUTPUT", "standingsite_id"), "fixed", "'open'"),
                    ("possible", Of("CANDIDATES"), "site_id", "'ny ' || to_string($id)"),
                    ("possible", Of("OUTPUT", "possiblesite_id"), "fixed", "NULL"),
                )
            ),
            Step(
                "sites",
                "native:mergevectorlayers",
                {"LAYERS": [Of("OUTPUT", "standingfixed"), Of("OUTPUT", "possiblefixed")]},
            ),
            Step(
                "matrix",
                "narvard:odmatrix",
                {
                    **ROAD,
                    "FACILITIES": Of("OUTPUT", "sites"),
                    "FACILITY_ID": "site_id",
                    "MAX_MINUTES": Of("RADIUS"),
                },
            ),
            Step(
                "choice",
                "narvard:siteselection",
                {
                    "MATRIX": Of("OUTPUT", "matrix"),
                    "ORIGINS": Of("PEOPLE"),
                    "ORIGIN_ID": "origin_id",
                    "DEMAND": "population",
                    "CANDIDATES": Of("OUTPUT", "sites"),
                    "CANDIDATE_ID": "site_id",
                    "FIXED": "fixed",
                    "METHOD": "mclp",
                    "NEW": Of("MORE"),
                    "RADIUS": Of("RADIUS"),
                },
                {"OUTPUT": "SITES", "ASSIGNMENT": "ASSIGNMENT"},
            ),
        ],
    ),
}
