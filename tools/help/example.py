"""How an example of a tool on the sample county is written down: what a page shows as a command, and its picture as a result."""

from __future__ import annotations

from typing import NamedTuple

COUNTY, RESULTS = "exempellan", "resultat"
WORKSPACE = f"{COUNTY}/arbetsyta.gpkg"
NETWORK = f"{RESULTS}/vagnat.npz"
TIMETABLE = f"{COUNTY}/gtfs.zip"
OWN = "region = '99'"
OPEN = "closed IS NULL"


class Stored(NamedTuple):
    """What a tool put into a workspace: the ``table``, drawn as a map where it has geometry."""

    table: str
    where: str = ""
    workspace: str = WORKSPACE


class Example(NamedTuple):
    """One run in the folder above the sample county.

    ``given`` are the parameters as a user writes them; ``local`` stand instead where the outside world is a server of this
    machine (``{kolada}`` is its address, ``{key:trafiklab}`` the id of its key). ``show`` names what the picture has, top
    first: outputs (``""`` for the tool's first), a ``Stored``, or a file. ``fields`` are the columns of a table, ``where`` the
    rows, ``style`` a variant of the tool's style, ``near`` draws only the surroundings of the result; ``page`` is that of a PDF.
    """

    tool: str
    given: dict
    show: tuple = ("",)
    fields: tuple[str, ...] = ()
    where: str = ""
    style: str = ""
    near: bool = False
    page: int = 1
    local: dict = {}
    files: dict = {}  # small files that the user has: name and content
    note: tuple[str, str] = ("", "")  # what the picture shows that nobody could guess, Swedish and English


def layer(name: str, where: str = "") -> str:
    """One of the sample county's layers, with an optional filter."""
    return f"{COUNTY}/exempellan.gpkg|layername={name}" + (f"|subset={where}" if where else "")


def table(name: str, workspace: str = WORKSPACE) -> str:
    return f"{workspace}|layername={name}"


def result(name: str, suffix: str = "gpkg") -> str:
    return f"{RESULTS}/{name}.{suffix}"


def part(name: str, where: str = OWN) -> str:
    """A part of an earlier result."""
    return f"{result(name)}|layername={name}|subset={where}"


PEOPLE = {"ORIGINS": layer("people_1km"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
TRAVEL = {"NETWORK": NETWORK, **PEOPLE}
REGIONS = {"ORIGIN_REGION": "region", "FACILITY_REGION": "region", "REPORT_REGION": "99"}
CENTRES = {"FACILITIES": layer("facilities", f"type = 'vardcentral' AND {OPEN}"), "FACILITY_ID": "facility_id"}
AREAS = {"AREAS": layer("areas", OWN), "AREA_CODE": "area_code"}
AGES = [*(f"age_{youngest}_{youngest + 4}" for youngest in range(0, 85, 5)), "age_85_plus"]
