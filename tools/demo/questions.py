"""What the demonstration asks the tools: each run as (algorithm, parameters, what to tell meanwhile).

Neighbours take part wherever people cross the border; the own region is reported.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from .places import CENTRES, EMERGENCY, REGION, Data, facilities, layer, own, own_part, stations

Question = tuple[str, dict, str]

FIRST, LAST, AHEAD = 2015, 2024, 2040
CHOICE_MINUTES = 20
#: How far, in minutes, people share the places of health centres: the last step of E2SFCA.
ROOM_MINUTES = 30
#: People that may be listed per full-time specialist in general practice and per doctor in training.
NORM, ST_NORM = 1100, 550
#: From the call until the ambulance is sent, and until it leaves, in minutes; then the response times asked about.
ALARM_MINUTES, TURNOUT_MINUTES = 2, 1.5
THRESHOLDS = (10, 15, 20, 30)
#: Kronor to share out by the need of the listed; or kronor per listed at centres whose need is above the threshold.
POT, STEP_KRONOR, STEP_THRESHOLD = 20_000_000, 400, 1.15
#: Neighbours of an area when clusters are looked for, and how often the map is shuffled.
NEIGHBOURS, PERMUTATIONS = 8, 9999

_CALLED = {CENTRES: "hälsocentral", EMERGENCY: "akutmottagning"}
_AGES = [*(f"age_{youngest}_{youngest + 4}" for youngest in range(0, 85, 5)), "age_85_plus"]
#: How far from a road, in metres, areas and rasters are drawn.
_DRAWN = {"MAX_OFFROAD": 1000}
#: Gaps smaller than this, far from any road, get no border of their own.
_GAP_M2 = 30_000_000


def network(data: Data) -> Iterator[Question]:
    yield "narvard:buildnetwork", {"ROADS": layer(data, "roads"), "NETWORK": data.network}, "Skapar vägnätsfilen"


def health(data: Data) -> Iterator[Question]:
    """Where people grew more, what is coming, and what a grant would give for the need of each centre's listed."""
    found = data.health
    growth = {
        "AREAS": own(data, "areas"),
        "AREA_CODE": "area_code",
        "TYPE_BEFORE": f"area_type_{FIRST}",
        "TYPE_AFTER": "area_type",
        "POPULATION_BEFORE": f"population_{FIRST}",
        "POPULATION_AFTER": "population",
        "YEAR_BEFORE": FIRST,
        "YEAR_AFTER": LAST,
        "OUTPUT": found.growth,
        "CHANGE_OUTPUT": found.change,
        "FIGURE": found.figure,
    }
    yield "narvard:growthbytype", growth, "Var befolkningen växte, efter områdestyp"
    clusters = {
        "AREAS": layer(data, "areas"),
        "AREA_CODE": "area_code",
        "VALUE": "socioeconomic_index",
        "WEIGHTS": "knn",
        "NEIGHBOURS": NEIGHBOURS,
        "PERMUTATIONS": PERMUTATIONS,
        "OUTPUT": found.clusters,
    }
    yield "narvard:clusters", clusters, "Kluster av stora och små utmaningar"
    yield from _ahead(data)
    yield from _grant(data)


def _ahead(data: Data) -> Iterator[Question]:
    """People by age and place in the year asked about, and the care that they and today's people take."""
    people, found = own(data, "people"), data.health
    forecast = {
        "AREAS": people,
        "AREA_CODE": "origin_id",
        "POPULATION": "population",
        "AGE_FIELDS": _AGES,
        "PLACE_CODE": "area_code",
        "FORECAST": layer(data, "forecasts"),
        "FORECAST_AGE": "age_group",
        "YEAR": AHEAD,
        "OUTPUT": found.ahead,
    }
    yield "narvard:forecast", forecast, f"Befolkning {AHEAD}"
    rates = {"AREA_CODE": "origin_id", "RATES": layer(data, "care_rates"), "OUTPUT": "TEMPORARY_OUTPUT"}
    now = {**rates, "AREAS": people, "AGE_FIELDS": _AGES, "SUMMARY": found.demand_now}
    yield "narvard:caredemand", now, "Vård i dag"
    of_year = f"_{AHEAD}"
    ages = {"AGE_FIELDS": [f"{age}{of_year}" for age in _AGES], "AGE_SUFFIX": of_year}
    then = {**rates, "AREAS": found.ahead, **ages, "SUMMARY": found.demand}
    yield "narvard:caredemand", then, f"Vård {AHEAD}"


def need(data: Data) -> Iterator[Question]:
    """The Care Need Index per area, the neighbour's too, over the region's mean, which the points of a first run give."""
    areas = {"AREAS": layer(data, "areas"), "AREA_CODE": "area_code"}
    points = data.health.need.with_name("vardbehov_poang.gpkg")
    yield "narvard:careneedindex", {**areas, "OUTPUT": points}, "Vårdbehov, poäng per område"
    given = {**areas, "NATIONAL_MEAN": _per_person(points), "OUTPUT": data.health.need}
    yield "narvard:careneedindex", given, "Vårdbehov mot länets medelvärde"


def _per_person(points: Path) -> float:
    with closing(sqlite3.connect(points)) as file:
        of_region = "SELECT sum(cni_points) / sum(population) FROM vardbehov_poang WHERE region = ?"
        return file.execute(of_region, [REGION]).fetchone()[0]


def _grant(data: Data) -> Iterator[Question]:
    need = {
        "UNITS": layer(data, "facilities", f"type = 'vardcentral' AND closed IS NULL AND region = '{REGION}'"),
        "UNIT_ID": "facility_id",
        "LISTINGS": layer(data, "listings"),
        "AREAS": data.health.need,
        "AREA_CODE": "area_code",
        "INDEX": "cni_ratio",
        "OUTPUT": data.both.listed,
    }
    yield "narvard:listedneed", need, "Vårdbehov hos hälsocentralernas listade"
    units = {
        "UNITS": data.both.listed,
        "UNIT_ID": "facility_id",
        "LISTED": "listed",
        "INDEX": "index_listed",
        "AREA_INDEX": "index_area",
        "DRIFTSFORM": "driftsform",
    }
    rules = {"proportional": {"POT": POT}, "step": {"THRESHOLD": STEP_THRESHOLD, "RATE": STEP_KRONOR}}
    for method, rule in rules.items():
        given = {**units, "METHOD": method, **rule, "OUTPUT": data.both.grant[method]}
        yield "narvard:developmentgrant", given, "Socioekonomisk utvecklingspeng"


def distances(data: Data) -> Iterator[Question]:
    """How far it is, whether the places are enough, and how soon the ambulance comes."""
    network = {"NETWORK": data.network}
    for which, count in ((CENTRES, 2), (EMERGENCY, 1)):
        asked = {**_travel(data), **_places(data, which), "COUNT": count}
        outputs = {"OUTPUT": data.nearest[which], "FACILITY_SUMMARY": data.served[which]}
        yield "narvard:nearestfacility", {**asked, **outputs}, f"Restid till närmaste {_CALLED[which]}"
        yield (
            "narvard:traveltimeraster",
            {**network, **_places(data, which), **_DRAWN, "OUTPUT": data.raster[which]},
            f"Restidsraster, {_CALLED[which]}",
        )
    # Everybody competes for the places, the neighbour's people too, so the matrix has them all.
    centres = _places(data, CENTRES)
    shared = {**network, **_people(data), **centres, "MAX_MINUTES": ROOM_MINUTES, "OUTPUT": data.matrix}
    yield "narvard:odmatrix", shared, f"Alla hälsocentraler inom {ROOM_MINUTES} minuter"
    norm = {"NORM": NORM, "ST_NORM": ST_NORM}
    staffed = {**centres, **norm, "CAPACITY": layer(data, "capacity"), "OUTPUT": data.capacity}
    yield "narvard:primarycarecapacity", staffed, "Platser och listade per hälsocentral"
    room = {
        "ORIGINS": layer(data, "people"),
        "ORIGIN_ID": "origin_id",
        "DEMAND": "population",
        "FACILITIES": data.capacity,
        "FACILITY_ID": "facility_id",
        "SUPPLY": "supply",
        "MATRIX": data.matrix,
        "METHOD": "e2sfca",
        **_regions(),
        "OUTPUT": data.room,
    }
    yield "narvard:floatingcatchment", room, "Listningsplatser per invånare"
    response = {
        **_travel(data),
        "STATIONS": stations(data),
        "STATION_ID": "facility_id",
        "ALARM_MINUTES": ALARM_MINUTES,
        "TURNOUT_MINUTES": TURNOUT_MINUTES,
        "THRESHOLDS": ",".join(map(str, THRESHOLDS)),
        "OUTPUT": data.response,
        "SUMMARY": data.response_shares,
    }
    yield "narvard:responsecoverage", response, "Ambulansens responstid"


def reaches(data: Data) -> Iterator[Question]:
    """How far care reaches, and who lives in each health centre's area."""
    drawn = {**_travel(data), **_DRAWN, "BREAKS": "10,20,30,45,60"}
    rings = {**drawn, **_places(data, CENTRES), "OVERLAP": "nearest", "OUTPUT": data.areas[CENTRES]}
    yield "narvard:catchments", rings, "Ansvarsområden"
    dissolved = data.owners.with_name("hela_ansvarsomraden.gpkg")
    whole = {"INPUT": data.areas[CENTRES], "FIELD": "facility_id", "OUTPUT": dissolved}
    yield "native:dissolve", whole, "Ansvarsområdenas gränser"
    filled = {"INPUT": dissolved, "MIN_AREA": _GAP_M2, "OUTPUT": data.owners}
    yield "native:deleteholes", filled, "Ansvarsområdenas gränser utan små luckor"
    # Without a region to report: the area within reach of any of them, the neighbour's too.
    everywhere = {**drawn, "ORIGIN_REGION": None, "FACILITY_REGION": None, "REPORT_REGION": None}
    merged = {
        **everywhere,
        **_places(data, EMERGENCY),
        "OVERLAP": "merged",
        "OUTPUT": data.areas[EMERGENCY],
    }
    yield "narvard:catchments", merged, "Områden inom 10–60 minuter från en akutmottagning"
    profile = {
        "ZONES": data.owners,
        "AREAS": own_part(data.health.need),
        "AREA_CODE": "area_code",
        "FIELDS": ["population", "aged_65_plus"],
        "RATES": "share_65_plus=aged_65_plus/population",
        "METHOD": "dasymetric",
        "GRID": own(data, "people"),
        "GRID_WEIGHT": "population",
        "OUTPUT": data.both.profile,
    }
    yield "narvard:catchmentprofile", profile, "Vilka som bor i ansvarsområdena"


def need_and_access(data: Data) -> Iterator[Question]:
    """Minutes per area, who has great need and long travel, and how travel time is shared between people."""
    found = data.both
    either = layer(data, "facilities", "type IN ('vardcentral', 'narmottagning') AND closed IS NULL")
    asked = {**_travel(data), "FACILITIES": either, "FACILITY_ID": "facility_id", "OUTPUT": found.minutes}
    yield "narvard:nearestfacility", asked, "Restid till närmaste hälsocentral eller filial"
    areas = data.health.need.with_name("vardbehov_och_restid.gpkg")
    mean = {
        "AREAS": own_part(data.health.need),
        "AREA_CODE": "area_code",
        "POINTS": found.minutes,
        "POINT_AREA": "area_code",
        "VALUE": "minutes_1",
        "POPULATION": "population",
        "PREFIX": "restid_",
        "OUTPUT": areas,
    }
    yield "narvard:averagebyarea", mean, "Restid per område"
    both = {
        "AREAS": areas,
        "AREA_CODE": "area_code",
        "NEED": "cni_ratio",
        "ACCESS": "restid_mean",
        "POPULATION": "population",
        "OUTPUT": found.areas,
        "SUMMARY": found.classes,
    }
    yield "narvard:needandaccess", both, "Behov × restid"
    equity = {
        "AREAS": found.areas,
        "AREA_CODE": "area_code",
        "VALUE": "restid_mean",
        "POPULATION": "population",
        "RANK": "cni_ratio",
        "RANK_ORDER": "descending",
        "VALUE_IS": "bad",
        "VALUE_NAME": "restid (minuter)",
        "RANK_NAME": "vårdbehov",
        "OUTPUT": found.equity,
        "CURVE": found.curve,
    }
    yield "narvard:equity", equity, "Hur restiden fördelas mellan invånarna"


def _people(data: Data) -> dict:
    return {"ORIGINS": layer(data, "people"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}


def _regions() -> dict:
    return {"ORIGIN_REGION": "region", "FACILITY_REGION": "region", "REPORT_REGION": REGION}


def _travel(data: Data) -> dict:
    return {"NETWORK": data.network, **_people(data), **_regions()}


def _places(data: Data, which: str) -> dict:
    return {"FACILITIES": facilities(data, which), "FACILITY_ID": "facility_id"}
