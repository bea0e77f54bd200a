"""The tools' part of the demonstration, each run in ``qgis_process`` as a user's script would run it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..headless import Headless

REGION = "99"
SAMPLE, RESULTS = "exempellan", "resultat"

#: What the demonstration asks about: a name in file names, and which facilities.
CENTRES, EMERGENCY = "halsocentral", "akutmottagning"
_WHICH = {
    CENTRES: '"type" = \'vardcentral\' AND "closed" IS NULL',
    EMERGENCY: '"facility_id" IN (SELECT facility_id FROM services WHERE '
    "service = 'akutmottagning_dygnet_runt' AND to_year IS NULL)",
}
_CALLED = {CENTRES: "hälsocentral", EMERGENCY: "akutmottagning"}
CHOICE_MINUTES = 20
#: How far, in minutes, people share the places of health centres: the last step of E2SFCA.
ROOM_MINUTES = 30
#: People that may be listed per full-time specialist in general practice and per doctor in training.
NORM, ST_NORM = 1100, 550
#: From the call until the ambulance is sent, and until it leaves, in minutes; then the response times asked about.
ALARM_MINUTES, TURNOUT_MINUTES = 2, 1.5
THRESHOLDS = (10, 15, 20, 30)
_STATIONS = '"type" = \'ambulansstation\' AND "closed" IS NULL'
#: How far from a road, in metres, areas and rasters are drawn.
_DRAWN = {"MAX_OFFROAD": 1000}
#: Gaps smaller than this, far from any road, get no border of their own.
_GAP_M2 = 30_000_000


class Data(NamedTuple):
    """Where everything is. ``layers`` is the sample county's GeoPackage; the dictionaries map a name above to a result.

    ``capacity`` and ``room`` tell whether the centres' places are enough, ``response`` and ``response_shares`` how soon
    an ambulance comes.
    """

    layers: Path
    workspace: Path
    network: Path
    nearest: dict[str, Path]
    served: dict[str, Path]
    areas: dict[str, Path]
    raster: dict[str, Path]
    owners: Path
    matrix: Path
    capacity: Path
    room: Path
    response: Path
    response_shares: Path


def places(folder: Path) -> Data:
    """The files of a demonstration in ``folder``, made or not."""
    results = folder / RESULTS

    def each(name: str, suffix: str = "gpkg") -> dict[str, Path]:
        return {which: results / f"{name}_{which}.{suffix}" for which in _WHICH}

    return Data(
        layers=folder / SAMPLE / "exempellan.gpkg",
        workspace=folder / SAMPLE / "arbetsyta.gpkg",
        network=results / "vagnat.npz",
        nearest=each("narmaste"),
        served=each("befolkning_per"),
        areas=each("upptagningsomrade"),
        raster=each("restid", "tif"),
        owners=results / f"ansvarsomraden_{CENTRES}.gpkg",
        matrix=results / f"restidsmatris_{CENTRES}.gpkg",
        capacity=results / f"platser_per_{CENTRES}.gpkg",
        room=results / "platser_per_invanare.gpkg",
        response=results / "responstid_ambulans.gpkg",
        response_shares=results / "responstid_andelar.gpkg",
    )


def run(folder: Path, narvard: Headless, tell) -> Data:
    """Make the sample county and ask the tools about it."""
    data = places(folder)
    data.network.parent.mkdir(parents=True, exist_ok=True)
    tell("Hittar på Exempellän")
    narvard.run("narvard:samplecounty", {"FOLDER": data.layers.parent})
    tell("Skapar vägnätsfilen")
    narvard.run("narvard:buildnetwork", {"ROADS": layer(data, "roads"), "NETWORK": data.network})
    for algorithm, parameters, text in _questions(data):
        tell(text)
        narvard.run(algorithm, parameters)
    return data


def layer(data: Data, name: str, subset: str = "") -> str:
    """The source of one of the sample county's layers, with an optional filter."""
    return f"{data.layers}|layername={name}" + (f"|subset={subset}" if subset else "")


def facilities(data: Data, which: str) -> str:
    return layer(data, "facilities", _WHICH[which])


def stations(data: Data) -> str:
    return layer(data, "facilities", _STATIONS)


def _questions(data: Data):
    """Each run as algorithm, parameters and what to tell. Neighbours take part, the own region is reported."""
    network = {"NETWORK": data.network}
    people = {"ORIGINS": layer(data, "people"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
    regions = {"ORIGIN_REGION": "region", "FACILITY_REGION": "region", "REPORT_REGION": REGION}
    travel = {**network, **people, **regions}
    centres = {"FACILITIES": facilities(data, CENTRES), "FACILITY_ID": "facility_id"}
    emergency = {"FACILITIES": facilities(data, EMERGENCY), "FACILITY_ID": "facility_id"}
    for which, places, count in ((CENTRES, centres, 2), (EMERGENCY, emergency, 1)):
        asked = {**travel, **places, "COUNT": count}
        outputs = {"OUTPUT": data.nearest[which], "FACILITY_SUMMARY": data.served[which]}
        yield "narvard:nearestfacility", {**asked, **outputs}, f"Restid till närmaste {_CALLED[which]}"
        yield (
            "narvard:traveltimeraster",
            {**network, **places, **_DRAWN, "OUTPUT": data.raster[which]},
            f"Restidsraster, {_CALLED[which]}",
        )
    drawn = {**travel, **_DRAWN, "BREAKS": "10,20,30,45,60"}
    rings = {**drawn, **centres, "OVERLAP": "nearest", "OUTPUT": data.areas[CENTRES]}
    yield "narvard:catchments", rings, "Ansvarsområden"
    dissolved = data.owners.with_name("hela_ansvarsomraden.gpkg")
    whole = {"INPUT": data.areas[CENTRES], "FIELD": "facility_id", "OUTPUT": dissolved}
    yield "native:dissolve", whole, "Ansvarsområdenas gränser"
    filled = {"INPUT": dissolved, "MIN_AREA": _GAP_M2, "OUTPUT": data.owners}
    yield "native:deleteholes", filled, "Ansvarsområdenas gränser utan små luckor"
    # Without a region to report: the area within reach of any of them, the neighbour's too.
    everywhere = {**drawn, "ORIGIN_REGION": None, "FACILITY_REGION": None, "REPORT_REGION": None}
    merged = {**everywhere, **emergency, "OVERLAP": "merged", "OUTPUT": data.areas[EMERGENCY]}
    yield "narvard:catchments", merged, "Områden inom 10–60 minuter från en akutmottagning"
    # Everybody competes for the places, the neighbour's people too, so the matrix has them all.
    shared = {**network, **people, **centres, "MAX_MINUTES": ROOM_MINUTES, "OUTPUT": data.matrix}
    yield "narvard:odmatrix", shared, f"Alla hälsocentraler inom {ROOM_MINUTES} minuter"
    norm = {"NORM": NORM, "ST_NORM": ST_NORM}
    staffed = {**centres, **norm, "CAPACITY": layer(data, "capacity"), "OUTPUT": data.capacity}
    yield "narvard:primarycarecapacity", staffed, "Platser och listade per hälsocentral"
    room = {
        "ORIGINS": people["ORIGINS"],
        "ORIGIN_ID": people["ORIGIN_ID"],
        "DEMAND": people["POPULATION"],
        "FACILITIES": data.capacity,
        "FACILITY_ID": "facility_id",
        "SUPPLY": "supply",
        "MATRIX": data.matrix,
        "METHOD": "e2sfca",
        **regions,
        "OUTPUT": data.room,
    }
    yield "narvard:floatingcatchment", room, "Listningsplatser per invånare"
    response = {
        **travel,
        "STATIONS": stations(data),
        "STATION_ID": "facility_id",
        "ALARM_MINUTES": ALARM_MINUTES,
        "TURNOUT_MINUTES": TURNOUT_MINUTES,
        "THRESHOLDS": ",".join(map(str, THRESHOLDS)),
        "OUTPUT": data.response,
        "SUMMARY": data.response_shares,
    }
    yield "narvard:responsecoverage", response, "Ambulansens responstid"
