"""Care's geography for an atlas: the travel tools run on the workspace's layers, places at health centres, and waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsVectorLayer

from ... import catalogue
from ...adapters.atlas_ground import Ground, area_of_points
from ...adapters.atlas_health import date_of
from ...adapters.workspace_layers import open_layer
from ...core.access.capacity import LISTED, Capacity, Norm
from ...core.atlas.access import Travel, access_topic
from ...core.atlas.care import Centres, Lost, Waiting, capacity_topic, vulnerability_topic, waiting_topic
from ...core.atlas.content import Origin
from ...core.atlas.figures import Found, failed, nothing
from ...core.atlas.services import Service, services_topic
from ...core.atlas.words import Words
from .children import Tools, numbers_in_order

EMERGENCY = "akutmottagning_dygnet_runt"
#: Services that are told of when none is named, as far as the workspace has them.
USUAL_SERVICES = (
    EMERGENCY, "forlossning", "barnakut", "psykiatrisk_akut", "primarvardsjour", "rontgen", "dialys", "stralbehandling",
    "modrahalsovard", "barnhalsovard",
)  # fmt: skip


class Asked(NamedTuple):
    """What the atlas is asked with: ``network`` and ``timetable`` ("" = none), the ``day`` travelled by timetable, the ``year``
    whose facilities stand, the types of ``primary`` care, ``services`` (blank = the usual), and the ``norm`` with whose it is."""

    network: str
    timetable: str
    day: str
    year: int
    primary: Sequence[str]
    services: Sequence[str]
    norm: Norm
    decided: str


class Layers:
    """The workspace's tables opened as layers, only the rows that stand in the year that is asked about."""

    def __init__(self, ground: Ground, year: int):
        self._ground, self._standing = (
            ground,
            f'("opened" IS NULL OR "opened" <= {year}) AND ("closed" IS NULL OR "closed" > {year})',
        )

    def table(self, name: str, subset: str = "") -> QgsVectorLayer:
        return open_layer(self._ground.layers[name], name, subset)

    def facilities(self, types: Sequence[str] = (), own: bool = False) -> QgsVectorLayer:
        where = [self._standing]
        if types:
            where.append('"type" IN ({})'.format(", ".join("'" + one.replace("'", "''") + "'" for one in types)))
        if own:
            where.append(f"\"region\" = '{self._ground.region}'")
        return self.table("facilities", " AND ".join(where))

    def people(self) -> QgsVectorLayer:
        return self.table("people", f"\"region\" = '{self._ground.region}'")


class CarePart:
    """The topics access, services, capacity, waiting and vulnerability; what several need is travelled once."""

    def __init__(self, ground: Ground, asked: Asked, tools: Tools, words: Words):
        self._ground, self._asked, self._tools, self._words = ground, asked, tools, words
        self.layers = Layers(ground, asked.year)
        rows = ground.tables["facilities"]
        self._names = dict(zip(rows["facility_id"], rows["name"]))
        self._regions = dict(zip(rows["facility_id"], rows["region"]))
        self.gaps: list[str] = []
        #: Points with minutes by car to the nearest primary care, for maps and for need × access; None where it was not travelled.
        self.nearest: Optional[QgsVectorLayer] = None
        self.minutes: dict[str, np.ndarray] = {}
        #: Results to draw: role → layer.
        self.drawn: dict[str, QgsVectorLayer] = {}

    def access(self) -> Found:
        words, asked = self._words, self._asked
        travels: list[Travel] = []
        hospitals = [code for code, kind in catalogue.care().types.items() if "sjukhus" in (code, kind.parent)]
        if asked.network:
            for goal, mode, types in (
                ("primary", "car", asked.primary), ("primary", "bike", asked.primary), ("primary", "walk", asked.primary),
                ("health_centre", "car", ["vardcentral"]), ("hospital", "car", hospitals),
            ):  # fmt: skip
                travels += self._nearest(goal, mode, types)
            travels += self._emergency() + self._ambulance()
        else:
            self.gaps.append(words("gap.network"))
        if asked.timetable and asked.network:
            travels += self._transit("primary", asked.primary) + self._transit("hospital", hospitals)
        elif asked.network:
            self.gaps.append(words("gap.timetable"))
        for travel in travels:
            self.minutes[travel.key] = travel.minutes
        origins = self.travel_origins("people", "facilities", "services")
        order = {"primary": 0, "health_centre": 1, "hospital": 2, "emergency": 3, "ambulance": 4}
        travels.sort(key=lambda one: order[one.goal])
        return access_topic(self._ground.places, travels, self.gaps, self._date, words, origins)

    def travel_origins(self, *tables: str, timetable: bool = True, method: str = "method.travel") -> list[Origin]:
        """The sources of the ``tables``, and the files that people travel by."""
        asked, files = self._asked, []
        if asked.network:
            files.append(Origin(self._words("origin.network", file=Path(asked.network).name)))
        if asked.network and asked.timetable and timetable:
            files.append(Origin(self._words("origin.timetable", file=Path(asked.timetable).name), asked.day))
        return [*self._ground.origins(*tables, method=self._words(method)), *files]

    @property
    def _date(self) -> str:
        return date_of(self._ground, "facilities")

    def _places(self, **more) -> dict:
        return {
            "NETWORK": self._asked.network, "ORIGINS": self.layers.people(), "ORIGIN_ID": "origin_id", "POPULATION": "population",
            "FACILITY_ID": "facility_id", "ORIGIN_REGION": "region", "FACILITY_REGION": "region", **more,
        }  # fmt: skip

    def _nearest(self, goal: str, mode: str, types: Sequence[str]) -> list[Travel]:
        facilities = self.layers.facilities(types)
        if not facilities.featureCount():
            self.gaps.append(self._words("gap.no_facility", goal=self._words(f"goal.{goal}")))
            return []
        found = self._tools.run("nearestfacility", **self._places(FACILITIES=facilities, MODE=mode, OUTPUT="memory:"))
        if found.problem:
            return self._failed(goal, mode, found.problem)
        layer = self._tools.layer(found.results["OUTPUT"])
        if (goal, mode) == ("primary", "car"):
            self.nearest = self.drawn["access"] = layer
        return [self._travel(goal, mode, layer, "minutes_1", note="+".join(types) if goal != "hospital" else "")]

    def _travel(self, goal: str, mode: str, layer: QgsVectorLayer, field: str, note: str = "") -> Travel:
        columns = self._tools.columns(layer, ["origin_id", field, "crosses_border"])
        ids = self._ground.points["origin_id"]
        crosses = numbers_in_order(
            columns["origin_id"], [None if one is None else float(one) for one in columns["crosses_border"]], ids, 0.0
        )
        return Travel(goal, mode, numbers_in_order(columns["origin_id"], columns[field], ids), crosses > 0, note)

    def _failed(self, goal: str, mode: str, problem: str) -> list:
        what = f"{self._words(f'goal.{goal}')} {self._words(f'mode.{mode}')}"
        self.gaps.append(self._words("gap.failed", what=what, problem=problem))
        return []

    def _emergency(self) -> list[Travel]:
        found = self._services_of([EMERGENCY])
        return [Travel("emergency", "car", one.minutes, None, EMERGENCY) for one in found]

    def _ambulance(self) -> list[Travel]:
        stations = self.layers.facilities(["ambulansstation"])
        if not stations.featureCount():
            self.gaps.append(self._words("gap.no_facility", goal=self._words("goal.ambulance")))
            return []
        given = self._places(STATIONS=stations, STATION_ID="facility_id", OUTPUT="memory:")
        del given["FACILITY_ID"]
        found = self._tools.run("responsecoverage", **given)
        if found.problem:
            return self._failed("ambulance", "emergency", found.problem)
        return [self._travel("ambulance", "emergency", self._tools.layer(found.results["OUTPUT"]), "response_minutes")]

    def _transit(self, goal: str, types: Sequence[str]) -> list[Travel]:
        given = self._places(
            FACILITIES=self.layers.facilities(types), GTFS=self._asked.timetable, DATE=self._asked.day, OUTPUT="memory:"
        )
        found = self._tools.run("transittimes", **given)
        if found.problem:
            return self._failed(goal, "transit", found.problem)
        note = f"{self._asked.day} 07:00–09:00"
        return [self._travel(goal, "transit", self._tools.layer(found.results["OUTPUT"]), "minutes_p50", note)]

    def services(self) -> Found:
        words, ground = self._words, self._ground
        there = set(ground.tables["services"]["service"])
        wanted = list(self._asked.services) or [one for one in USUAL_SERVICES if one in there]
        absent = [one for one in wanted if one not in there]
        why = words("gap.services", services=words.listed(absent)) if absent else ""
        if not self._asked.network:
            why = words("gap.network")
        chosen = [one for one in wanted if one in there] if self._asked.network else []
        found = self._services_of(chosen) if chosen else []
        if chosen and not found:
            why = self.gaps[-1]
        origins = self.travel_origins("people", "facilities", "services", timetable=False)
        return services_topic(ground.places, found, why, self._date, words, origins)

    def _services_of(self, codes: Sequence[str]) -> list[Service]:
        there = set(self._ground.tables["services"]["service"])
        codes = [one for one in codes if one in there]
        if not codes:
            return []
        given = self._places(
            FACILITIES=self.layers.facilities(), SERVICES=self.layers.table("services"), SERVICE=";".join(codes), YEAR=self._asked.year,
            REPORT_REGION=self._ground.region, OUTPUT="memory:", SUMMARY="memory:",
        )  # fmt: skip
        found = self._tools.run("specialtyaccess", **given)
        if found.problem:
            self.gaps.append(self._words("gap.failed", what=self._words("title.services"), problem=found.problem))
            return []
        columns = self._tools.columns(
            self._tools.layer(found.results["OUTPUT"]), ["origin_id", "service", "facility_id", "minutes"]
        )
        counts = self._tools.columns(
            self._tools.layer(found.results["SUMMARY"]), ["service", "name", "facilities_own", "facilities_other"]
        )
        service = np.array(columns["service"], object)
        made = []
        for at, code in enumerate(counts["service"]):
            rows = np.flatnonzero(service == code)
            ids = [columns["origin_id"][row] for row in rows]
            minutes = numbers_in_order(ids, [columns["minutes"][row] for row in rows], self._ground.points["origin_id"])
            nearest = {str(one): columns["facility_id"][row] for one, row in zip(ids, rows)}
            names = np.array(
                [self._names.get(nearest.get(str(one)), "") or "" for one in self._ground.points["origin_id"]], object
            )
            label = (
                getattr(catalogue.services().services[code].name, self._words.language)
                if code in catalogue.services().services
                else code
            )
            made.append(
                Service(
                    code,
                    label,
                    minutes,
                    names,
                    int(counts["facilities_own"][at] or 0),
                    int(counts["facilities_other"][at] or 0),
                )
            )
        return sorted(made, key=lambda one: codes.index(one.code))

    def capacity(self) -> Found:
        words, ground = self._words, self._ground
        origins = ground.origins("facilities", "capacity", "listings")
        layer = self.layers.facilities(["vardcentral"], own=True)
        if not layer.featureCount() or not len(ground.tables["capacity"]):
            return nothing("capacity", ground.places.count, words("missing.capacity"), words, origins)
        given = {"FACILITIES": layer, "FACILITY_ID": "facility_id", "CAPACITY": self.layers.table("capacity"), "NORM": "own",
                 "OWN_NORM": self._asked.norm.per_specialist, "ST_NORM": self._asked.norm.per_trainee, "OUTPUT": "memory:"}  # fmt: skip
        listed = LISTED in set(ground.tables["capacity"]["kind"])
        if not listed and len(ground.tables["listings"]):
            given["LISTINGS"] = self.layers.table("listings")
        found = self._tools.run("primarycarecapacity", **given)
        if found.problem:
            return failed("capacity", ground.places.count, found.problem, words, origins)
        result = self.drawn["capacity"] = self._tools.layer(found.results["OUTPUT"])
        fields = ["gp_fte", "st_fte", "supply", "listed", "listed_per_gp", "load", "spare_places"]
        extra = ["hidden_cells"] if "LISTINGS" in given else []
        columns = self._tools.columns(result, ["name", "norm_status", *fields, *extra])
        numbers = [np.array([np.nan if one is None else one for one in columns[name]], float) for name in fields]
        shapes = [bytes(one.geometry().asWkb()) if one.hasGeometry() else None for one in result.getFeatures()]
        hidden = np.array(columns["hidden_cells"] if extra else [0] * len(shapes), int)
        capacity = Capacity(*numbers, np.array(columns["norm_status"], object))
        centres = Centres(columns["name"], area_of_points(ground, shapes), capacity, hidden)
        date = str(ground.tables["capacity"]["date"].dropna().max() or "")[:10]
        return capacity_topic(ground.places, centres, self._asked.norm, self._asked.decided, date, words, origins)

    def vulnerability(self) -> Found:
        words, ground = self._words, self._ground
        origins = self.travel_origins("people", "facilities", timetable=False)
        if not self._asked.network:
            return nothing("vulnerability", ground.places.count, words("gap.network"), words, origins)
        given = self._places(FACILITIES=self.layers.facilities(self._asked.primary),
                             REPORT_REGION=ground.region, OUTPUT="memory:", PEOPLE_OUTPUT="memory:")  # fmt: skip
        found = self._tools.run("vulnerability", **given)
        if found.problem:
            return failed("vulnerability", ground.places.count, found.problem, words, origins)
        result = self.drawn["vulnerability"] = self._tools.layer(found.results["OUTPUT"])
        names = ["name", "population_affected", "population_stranded", "mean_extra_minutes", "next_facility"]
        columns = self._tools.columns(result, names)
        affected, stranded, extra = (
            np.array([np.nan if one is None else one for one in columns[name]], float) for name in names[1:4]
        )
        shapes = [bytes(one.geometry().asWkb()) if one.hasGeometry() else None for one in result.getFeatures()]
        people = self._tools.columns(
            self._tools.layer(found.results["PEOPLE_OUTPUT"]), ["origin_id", "minutes_1", "minutes_2"]
        )
        ids = ground.points["origin_id"]
        first, second = (
            numbers_in_order(people["origin_id"], people[name], ids) for name in ("minutes_1", "minutes_2")
        )
        lost = Lost(
            columns["name"], area_of_points(ground, shapes), np.nan_to_num(affected), np.nan_to_num(stranded), extra,
            [self._names.get(one, "") or "" for one in columns["next_facility"]], first, second,
        )  # fmt: skip
        return vulnerability_topic(ground.places, lost, self._date, words, origins, "+".join(self._asked.primary))


def waiting(ground: Ground, words: Words, labels: Mapping[str, str]) -> Found:
    """Waiting for planned care in the newest period, at the units that stand in each place. ``labels``: what codes are called."""
    rows = ground.tables["waiting_times"]
    rows = rows[rows["region"] == ground.region]
    origins = ground.origins("waiting_times")
    if rows.empty:
        return waiting_topic(ground.places, [], words, origins)
    facilities = ground.tables["facilities"]
    place = dict(zip(facilities["facility_id"], area_of_points(ground, list(facilities["geom"]))))
    found = []
    for (measure, specialty), part in rows.groupby(["measure", "specialty"]):
        part = part[part["period"] == part["period"].max()]
        number, share = np.full(ground.places.count, np.nan), np.full(ground.places.count, np.nan)
        units = part[part["unit"].fillna("") != ""]
        whole = part[part["unit"].fillna("") == ""]
        for at in range(ground.places.count):
            own = (
                (whole if len(whole) else units)
                if at == 0
                else units[[place.get(one, 0) == at for one in units["unit"]]]
            )
            number[at], share[at] = _together(own)
        found.append(
            Waiting(
                measure, labels.get(measure, measure.replace("_", " ")), specialty, labels.get(specialty, specialty.replace("_", " ").capitalize()),
                number, 100 * share, str(part["period"].max()), str(part["source"].iloc[0] or ""),
            )
        )  # fmt: skip
    return waiting_topic(ground.places, found, words, origins)


def _together(rows) -> tuple[float, float]:
    """How many wait, and the share over 90 days of them; NaN where a number is missing."""
    number, share = rows["number"].to_numpy(float), rows["share_over_90d"].to_numpy(float)
    if not len(rows) or not np.isfinite(number).all() or not np.isfinite(share[number > 0]).all():
        return np.nan, np.nan
    total = number.sum()
    return total, float((number * np.nan_to_num(share)).sum() / total) if total > 0 else np.nan
