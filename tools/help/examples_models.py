"""Examples of the ready-made models: the planner's questions asked of the sample county."""

from __future__ import annotations

from .example import NETWORK, OPEN, OWN, Example, layer, part, result

_ROADS = {"NETWORK": NETWORK, "PEOPLE": layer("people_1km")}
_FACILITIES = {"FACILITIES": layer("facilities")}

EXAMPLES = (
    Example(
        "needmap",
        {
            **_ROADS,
            **_FACILITIES,
            "AREAS": part("vardbehov"),
            "NEED": "cni_per_person",
            "both:NEED_AND_TIME": result("fraga_behov"),
            "both:SUMMARY": result("fraga_behov_klasser"),
            "nearest:TIMES": result("fraga_behov_restid"),
        },
        show=("both:NEED_AND_TIME",),
    ),
    Example(
        "whogrew",
        {
            "AREAS": layer("areas", OWN),
            "YEAR_BEFORE": 2015,
            "YEAR_AFTER": 2024,
            "growth:BY_TYPE": result("fraga_tillvaxt"),
            "growth:CHANGE": result("fraga_tillvaxt_omraden"),
            "growth:FIGURE": result("fraga_tillvaxt", "html"),
        },
        show=("growth:FIGURE",),
    ),
    Example(
        "segregated",
        {
            "AREAS": layer("areas"),
            "apart:APART": result("fraga_isar"),
            "clusters:CLUSTERS": result("fraga_kluster"),
        },
        show=("clusters:CLUSTERS",),
    ),
    Example(
        "horizon",
        {
            "PEOPLE": layer("people_1km", OWN),
            "AREAS": layer("areas", OWN),
            "FORECAST": layer("forecasts"),
            "RATES": layer("care_rates"),
            "ahead:CARE": result("fraga_framat"),
            "ahead:SUMMARY": result("fraga_framat_samlat"),
            "today:TODAY": result("fraga_idag"),
        },
        show=("ahead:SUMMARY",),
    ),
    Example(
        "grantmodel",
        {
            **_FACILITIES,
            "REGION": "99",
            "LISTINGS": layer("listings"),
            "AREAS": result("vardbehov"),
            "POT": 20_000_000,
            "grant:GRANT": result("fraga_peng"),
            "grant:EFFECT": result("fraga_peng_effekt"),
        },
        show=("grant:GRANT",),
    ),
    Example(
        "primarycareaccess",
        {
            **_ROADS,
            **_FACILITIES,
            "CAPACITY": layer("capacity"),
            "nearest:TIMES": result("fraga_restid"),
            "capacity:CENTRES": result("fraga_platser"),
            "room:ROOM": result("fraga_rum"),
        },
        show=("room:ROOM",),
    ),
    Example(
        "serviceaccess",
        {
            **_ROADS,
            **_FACILITIES,
            "SERVICES": layer("services"),
            "SERVICE": "forlossning",
            "WHEN": "sön 03:00",
            "YEAR": 2024,
            "service:TIMES": result("fraga_forlossning"),
            "service:SUMMARY": result("fraga_forlossning_samlat"),
        },
        show=("service:TIMES",),
    ),
    Example(
        "ambulancecoverage",
        {
            **_ROADS,
            "MUNICIPALITY": "municipality",
            "STATIONS": layer("facilities", f"type = 'ambulansstation' AND {OPEN}"),
            "HOSPITALS": layer("facilities", "role = 'akutsjukhus'"),
            "response:RESPONSE": result("fraga_ambulans"),
            "response:SUMMARY": result("fraga_ambulans_andelar"),
            "response:UNITS": result("fraga_ambulans_enheter"),
        },
        show=("response:RESPONSE",),
    ),
    Example(
        "whoshares",
        {**_ROADS, **_FACILITIES, "AREAS": layer("areas"), "profile:PROFILE": result("fraga_vilka")},
    ),
    Example(
        "onemore",
        {
            **_ROADS,
            "PEOPLE": layer("people_1km", OWN),
            "FACILITIES": layer("facilities", f"type = 'ambulansstation' AND {OPEN}"),
            "CANDIDATES": layer("settlements", OWN),
            "MORE": 1,
            "RADIUS": 15,
            "choice:SITES": result("fraga_en_till"),
            "choice:ASSIGNMENT": result("fraga_en_till_vem"),
        },
        show=("choice:SITES",),
    ),
    Example(
        "changeofrole",
        {
            **_ROADS,
            **_FACILITIES,
            "SERVICES": layer("services"),
            "CHANGES": layer("scenario_changes"),
            "SCENARIO": "A",
            "YEAR": 2028,
            "AREAS": layer("areas"),
            "AREA_TYPE": "area_type",
            "scenario:FACILITIES_AFTER": result("fraga_enheter"),
            "compared:CHANGE": result("fraga_forandring"),
            "compared:AREA_CHANGE": result("fraga_forandring_omraden"),
            "compared:SUMMARY": result("fraga_forandring_samlat"),
        },
        show=("compared:AREA_CHANGE",),
    ),
)
