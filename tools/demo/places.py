"""Where the demonstration keeps what it asks about and what the tools answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

REGION = "99"
SAMPLE, RESULTS = "exempellan", "resultat"

#: What the demonstration asks about: a name in file names, and which facilities.
CENTRES, EMERGENCY = "halsocentral", "akutmottagning"
_WHICH = {
    CENTRES: '"type" = \'vardcentral\' AND "closed" IS NULL',
    EMERGENCY: '"facility_id" IN (SELECT facility_id FROM services WHERE '
    "service = 'akutmottagning_dygnet_runt' AND to_year IS NULL)",
}
_STATIONS = '"type" = \'ambulansstation\' AND "closed" IS NULL'


class Health(NamedTuple):
    """Where health's geography is: ``need`` per area (Care Need Index), ``growth`` per area type with its ``figure``,
    ``change`` per area, ``clusters``, people by age in the year asked about (``ahead``), and care ``demand`` then and
    ``demand_now``."""

    need: Path
    growth: Path
    figure: Path
    change: Path
    clusters: Path
    ahead: Path
    demand: Path
    demand_now: Path


class Both(NamedTuple):
    """Where need meets access: everyone's ``minutes`` to the nearest health centre or branch; ``areas`` with need, minutes,
    classes and rank; ``classes`` with the people in each; ``equity`` between people and its ``curve``; ``profile``: who
    lives in each health centre's area; ``listed``: the need of each centre's listed; and a ``grant`` by shares
    (``proportional``) and by threshold (``step``)."""

    minutes: Path
    areas: Path
    classes: Path
    equity: Path
    curve: Path
    profile: Path
    listed: Path
    grant: dict[str, Path]


class Data(NamedTuple):
    """Where everything is. ``layers`` is the sample county's GeoPackage; the dictionaries map a name above to a result.

    ``capacity`` and ``room`` tell whether the centres' places are enough, ``response`` and ``response_shares`` how soon
    an ambulance comes.
    """

    layers: Path
    workspace: Path
    network: Path
    health: Health
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
    both: Both


def places(folder: Path) -> Data:
    """The files of a demonstration in ``folder``, made or not."""
    results = folder / RESULTS

    def each(name: str, suffix: str = "gpkg", of: Iterable[str] = tuple(_WHICH)) -> dict[str, Path]:
        return {which: results / f"{name}_{which}.{suffix}" for which in of}

    return Data(
        layers=folder / SAMPLE / "exempellan.gpkg",
        workspace=folder / SAMPLE / "arbetsyta.gpkg",
        network=results / "vagnat.npz",
        health=Health(
            need=results / "vardbehov.gpkg",
            growth=results / "tillvaxt_per_omradestyp.gpkg",
            figure=results / "tillvaxt_per_omradestyp.html",
            change=results / "befolkningsforandring.gpkg",
            clusters=results / "kluster.gpkg",
            ahead=results / "befolkning_framat.gpkg",
            demand=results / "vard_framat.gpkg",
            demand_now=results / "vard_i_dag.gpkg",
        ),
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
        both=Both(
            minutes=results / "narmaste_halsocentral_eller_filial.gpkg",
            areas=results / "behov_och_restid.gpkg",
            classes=results / "behov_och_restid_klasser.gpkg",
            equity=results / "jamlikhet.gpkg",
            curve=results / "jamlikhet.html",
            profile=results / f"profil_{CENTRES}.gpkg",
            listed=results / "behov_hos_listade.gpkg",
            grant=each("utvecklingspeng", of=("proportional", "step")),
        ),
    )


def layer(data: Data, name: str, subset: str = "") -> str:
    """The source of one of the sample county's layers, with an optional filter."""
    return f"{data.layers}|layername={name}" + (f"|subset={subset}" if subset else "")


def own(data: Data, name: str) -> str:
    """The reported region's part of one of the sample county's layers."""
    return layer(data, name, f"region = '{REGION}'")


def own_part(result: Path) -> str:
    """The reported region's part of a result."""
    return f"{result}|layername={result.stem}|subset=region = '{REGION}'"


def facilities(data: Data, which: str) -> str:
    return layer(data, "facilities", _WHICH[which])


def stations(data: Data) -> str:
    return layer(data, "facilities", _STATIONS)
