"""Need beside access, coming years, plans under way and target values for an atlas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Optional

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

from ...adapters.atlas_ground import MUNICIPALITY, Ground, area_of_points
from ...adapters.atlas_health import need_index, small_statistic
from ...adapters.indicator_values import known_indicators
from ...adapters.outputs import Column, fields_of
from ...core.atlas.access import covered
from ...core.atlas.coming import Ahead, Classed, forecast_topic, need_access_topic
from ...core.atlas.content import Origin
from ...core.atlas.figures import Found, counted, failed, nothing, shares
from ...core.atlas.plans import Aim, Plan, aims_by_indicator, plans_topic, targets_topic
from ...core.atlas.words import Words
from ...core.deso.small_numbers import too_few
from ...core.plans.rows import records
from ...core.scenarios.targets import Target, gaps
from ...reports.dialogue_facts import assumed_of, dialogue_facts, plan_areas_of
from ...store.schema import SRID
from ...store.workspace import open_workspace
from .atlas_care import CarePart, Layers
from .children import Tools

_AGES = [f"age_{low}_{low + 4}" for low in range(0, 85, 5)] + ["age_85_plus"]
_OLD = ("age_80_84", "age_85_plus")
_AMBULANCE_MINUTES = 20
#: What a target counted as a part of one is measured in.
_SHARES = ("andel", "share")
#: Units as regions write them that have a word in every language.
_UNITS = {"minuter": "unit.minutes", "minutes": "unit.minutes", "min": "unit.minutes", "invånare": "unit.people"}


def small_areas(ground: Ground, columns: Mapping[str, np.ndarray]) -> QgsVectorLayer:
    """The own region's small areas with ``columns`` (name → a values; NaN = NULL) as a layer in memory."""
    layer = QgsVectorLayer("MultiPolygon", "", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{SRID}"))
    texts = ("area_code", "vintage", "name", "municipality")
    layer.dataProvider().addAttributes(
        list(fields_of([*(Column(one, "text") for one in texts), *(Column(one, "real") for one in columns)]))
    )
    layer.updateFields()
    features = []
    for at, row in enumerate(ground.areas.to_dict("records")):
        feature, geometry = QgsFeature(layer.fields()), QgsGeometry()
        if row["geom"] is not None:
            geometry.fromWkb(bytes(row["geom"]))
            feature.setGeometry(geometry)
        values = [float(one[at]) if np.isfinite(one[at]) else None for one in columns.values()]
        feature.setAttributes([*(None if pd.isna(row[one]) else row[one] for one in texts), *values])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def need_access(ground: Ground, care: CarePart, tools: Tools, words: Words) -> Found:
    """Thirds of need and of mean minutes by car to primary care, by the tools averagebyarea and needandaccess."""
    origins = care.travel_origins(
        "people", "facilities", "statistics", "need_index", timetable=False, method="method.need_access"
    )
    count, index = ground.places.count, need_index(ground, words)
    if care.nearest is None or index is None or not len(ground.areas):
        why = words("gap.network") if care.nearest is None else words("missing.need")
        return nothing("need_access", count, why, words, origins)
    areas = small_areas(ground, {"need": index.values, "population": index.people})
    mean = tools.run("averagebyarea", AREAS=areas, AREA_CODE="area_code", POINTS=care.nearest, POINT_AREA="area_code", VALUE="minutes_1",
                     POPULATION="population", OUTPUT="memory:")  # fmt: skip
    if mean.problem:
        return failed("need_access", count, mean.problem, words, origins)
    found = tools.run("needandaccess", AREAS=tools.layer(mean.results["OUTPUT"]), AREA_CODE="area_code", NEED="need", ACCESS="mean",
                      POPULATION="population", OUTPUT="memory:")  # fmt: skip
    if found.problem:
        return failed("need_access", count, found.problem, words, origins)
    layer = care.drawn["need_access"] = tools.layer(found.results["OUTPUT"])
    columns = tools.columns(layer, ["name", "area_code", "need_class", "access_class", "rank", "mean", "population"])
    whole = [np.array([one or 0 for one in columns[name]], int) for name in ("need_class", "access_class", "rank")]
    minutes, people = (
        np.array([np.nan if one is None else one for one in columns[name]], float) for name in ("mean", "population")
    )
    names = [name or code for name, code in zip(columns["name"], columns["area_code"])]
    return need_access_topic(
        ground.places, Classed(*whole, minutes, people, names), index.period, words, origins, index.scale
    )


def forecast(
    ground: Ground, layers: Layers, horizons: Sequence[int], rates: Optional[QgsVectorLayer], tools: Tools, words: Words
) -> Found:
    """The forecast shared out on small areas by the tool forecast, and the care of the ages by caredemand."""
    rows, origins = ground.tables["forecasts"], ground.origins("forecasts", "people", method=words("method.forecast"))
    count = ground.places.count
    if rows.empty or not len(ground.areas):
        return nothing("forecast", count, words("missing.forecast"), words, origins)
    names = sorted(map(str, rows["forecast"].unique()))
    name = names[-1]
    origins = [Origin(name, "", str(rows.loc[rows["forecast"] == name, "source"].max() or "")), *origins]
    rows = rows[rows["forecast"] == name]
    if not horizons:
        return nothing("forecast", count, words("gap.no_horizon"), words, origins)
    first, last = int(rows["year"].min()), int(rows["year"].max())
    years = [first, *(year for year in sorted(set(horizons)) if first < year <= last)]
    gaps_ = (
        [words("gap.horizon", years=words.listed(late), first=first, last=last)]
        if (late := [one for one in horizons if not first < one <= last])
        else []
    )
    if len(names) > 1:
        gaps_.append(words("gap.forecasts", others=words.listed(names[:-1]), forecast=name))
    if len(years) < 2:
        return nothing("forecast", count, " ".join(gaps_), words, origins)
    ages = _ages_of_small(ground)
    with_ages = (
        np.isfinite(ages).all() and {"total"} < set(rows["age_group"].unique()) and set(_AGES) <= set(rows["age_group"])
    )
    columns = {"population": ages.sum(axis=1) if with_ages else _people_of_small(ground)}
    if with_ages:
        columns.update(zip(_AGES, ages.T))
    table = layers.table("forecasts", "\"forecast\" = '{}'".format(name.replace("'", "''")))
    found = tools.run(
        "forecast", AREAS=small_areas(ground, columns), AREA_CODE="area_code", POPULATION="population", FORECAST=table,
        FORECAST_AGE="age_group", AGE_FIELDS=_AGES if with_ages else [], YEAR=";".join(map(str, years)), OUTPUT="memory:",
    )  # fmt: skip
    if found.problem:
        return failed("forecast", count, found.problem, words, origins)
    layer = tools.layer(found.results["OUTPUT"])
    people = {year: _sums(ground, layer, [f"population_{year}"], tools) for year in years}
    old = {year: _sums(ground, layer, [f"{one}_{year}" for one in _OLD], tools) for year in years} if with_ages else {}
    demand = _demand(ground, layer, rates, years, tools, words, gaps_) if with_ages else {}
    return forecast_topic(ground.places, Ahead(first, people, old, demand, name), gaps_, words, origins)


def _people_of_small(ground: Ground) -> np.ndarray:
    rows = ground.points["small"].to_numpy()
    return np.bincount(
        rows[rows >= 0], ground.points["population"].to_numpy(float)[rows >= 0], len(ground.places.small)
    )


def _ages_of_small(ground: Ground) -> np.ndarray:
    """(a, g) people of each age in the small areas; NaN where any point's are unknown."""
    rows = ground.points["small"].to_numpy()
    return np.stack(
        [
            np.bincount(rows[rows >= 0], ground.points[age].to_numpy(float)[rows >= 0], len(ground.places.small))
            for age in _AGES
        ],
        axis=1,
    )


def _sums(ground: Ground, layer: QgsVectorLayer, names: Sequence[str], tools: Tools) -> np.ndarray:
    """(p) sums of the fields ``names`` over the small areas of each place; NaN where any has none. Rows stand as the areas do."""
    columns = tools.columns(layer, list(names))
    values = sum(np.array([np.nan if one is None else one for one in columns[name]], float) for name in names)
    places = ground.places
    return np.array(
        [values[places.small_of(at)].sum() if places.small_of(at).any() else np.nan for at in range(places.count)]
    )


def _demand(ground, layer, rates, years, tools, words, gaps_) -> dict[str, dict[int, np.ndarray]]:
    """Service → year → care asked for (p)."""
    if rates is None:
        gaps_.append(words("gap.rates"))
        return {}
    by_service: dict[str, dict[int, np.ndarray]] = {}
    for year in years:
        found = tools.run("caredemand", AREAS=layer, AREA_CODE="area_code", AGE_FIELDS=[f"{age}_{year}" for age in _AGES],
                          AGE_SUFFIX=f"_{year}", RATES=rates, PREFIX="care_", OUTPUT="memory:")  # fmt: skip
        if found.problem:
            gaps_.append(words("gap.failed", what=words("forecast.table"), problem=found.problem))
            return {}
        made = tools.layer(found.results["OUTPUT"])
        start = "care_demand_"
        for field in made.fields():
            if field.name().startswith(start) and not field.name().startswith(f"{start}ratio_"):
                by_service.setdefault(field.name()[len(start) :], {})[year] = _sums(ground, made, [field.name()], tools)
    return by_service


def plans(ground: Ground, today: date, words: Words, kinds: Mapping[str, str], stages: Mapping[str, str]) -> Found:
    """Plans under way as the brief before a dialogue meeting tells them, by municipality or by where they lie."""
    with open_workspace(ground.workspace, writable=False) as workspace:
        cases = workspace.read("plan_cases")
        assumed = assumed_of(workspace)
        codes = sorted(code for code in cases["municipality"].dropna().unique() if code[:2] == ground.region)
        told = [(code, one) for code in codes for one in dialogue_facts(workspace, code, assumed, today)["plans"]]
        areas = {one["plan_id"]: plan_areas_of(workspace, [one["plan_id"]]) for _, one in told}
        sources = records(workspace.read("plan_versions"))
    origins = ground.origins("plan_cases", "plan_items", "plan_versions")
    if cases.empty:
        return nothing("plans", ground.places.count, words("missing.plans"), words, origins)
    row = {code: at for at, code in enumerate(ground.places.codes)}
    by_code = ground.division == MUNICIPALITY
    found = []
    for code, one in told:
        shapes = areas[one["plan_id"]]
        place = row.get(code, 0) if by_code else int(area_of_points(ground, shapes[:1])[0]) if shapes else 0
        found.append(
            Plan(place, one["name"], kinds.get(one["kind"], one["kind"]), stages.get(one["status"], one["status"]), one["dwellings"], one["people"], one["counts"],
                 str(one["answer_by"] or "")[:10], bool(one["late"]))
        )  # fmt: skip
    heard = {row.get(code, 0) for code in codes}
    silent = [at for at in range(1, ground.places.count) if at not in heard] if by_code else []
    days = [str(one["stored"] or "")[:10] for one in sources] + [
        str(one or "")[:10] for one in cases["last_seen"].fillna(cases["noticed"])
    ]
    date_of_plans = max(days, default="")
    origins.append(Origin(words("origin.plans"), date_of_plans))
    return plans_topic(ground.places, found, silent, assumed.people_per_dwelling, date_of_plans, words, origins)


def targets(ground: Ground, care: CarePart, found: Sequence[Found], words: Words) -> Found:
    """Decided target values beside what the atlas itself counts."""
    rows = records(ground.tables["malvarde"])
    decided = [str(row["decided_date"] or "")[:10] for row in rows]
    told = [
        Origin(words("origin.targets", who=who), max(decided))
        for who in dict.fromkeys(row["decided_by"] or "–" for row in rows)
    ]
    origins = [*told, *ground.origins("malvarde", "people", "facilities")]
    places, aims = ground.places, []
    codes = [(code, code if len(code) == 4 else None, ground.region) for code in places.codes]
    codes[0] = (None, None, ground.region)
    for (indicator, year), own in aims_by_indicator(rows).items():
        values = _value_of(indicator, ground, care, found)
        unit = str(own[0]["unit"] or "")
        factor = 100 if unit in _SHARES else 1
        by_area = {
            row["area_code"]: Target(
                factor * row["target"], row["better"], row["decided_by"], row["decided_date"], row["unit"]
            )
            for row in own
        }
        known = known_indicators().get(indicator)
        label = getattr(known.label, words.language) if known else indicator
        decimals = 0 if max(abs(row["target"]) for row in own) >= 100 else 1
        why = "" if np.isfinite(values).any() else words("why.not_counted")
        aims.append(
            Aim(
                indicator,
                label,
                "%" if factor == 100 else words(_UNITS[unit]) if unit in _UNITS else unit,
                decimals,
                year,
                values,
                gaps(values, codes, by_area),
                why,
            )
        )
    return targets_topic(places, aims, "", words, origins)


def _value_of(indicator: str, ground: Ground, care: CarePart, found: Sequence[Found]) -> np.ndarray:
    """(p) what the atlas has that the ``indicator`` is about, shares in per cent; NaN where it has nothing."""
    places = ground.places
    none = np.full(places.count, np.nan)
    if indicator == "restid_halsocentral":
        return _figure(found, "access.health_centre.car.mean", none)
    if indicator == "andel_inom_20_min_ambulans":
        minutes = care.minutes.get("ambulance.emergency")
        if minutes is None:
            return none
        covers = covered(places, minutes, [_AMBULANCE_MINUTES])
        within, people = np.array([one.within[0] for one in covers]), np.array([one.population for one in covers])
        return shares(within, people, "", "")[0]  # few are told of here as little as elsewhere
    keys = {"listade_per_specialist": "capacity.listed_per_gp", "cni": "need.index"}
    for key in (keys.get(indicator, ""), f"health.{indicator}", f"need.{indicator}"):
        values = _figure(found, key, none)
        if np.isfinite(values).any():
            return values
    if indicator == "population":
        return counted(places.population, "", "")[0]
    return none


def _figure(found: Sequence[Found], key: str, none: np.ndarray) -> np.ndarray:
    return next((one.values for topic in found for one in topic.figures if one.key == key), none)


def people_map(ground: Ground, words: Words) -> QgsVectorLayer:
    """Small areas with people per square kilometre, and their need index, for the maps of people and need."""
    population, _ = small_statistic(ground, "population")
    index = need_index(ground, words)
    km2 = np.array([_km2(one) for one in ground.areas["geom"]])
    told = ~too_few(population)  # people over ground, times the ground, would tell of few
    density = np.divide(population, km2, out=np.full(len(km2), np.nan), where=(km2 > 0) & told)
    need = index.values if index is not None else np.full(len(km2), np.nan)
    return small_areas(ground, {"density": density, "need": need, "population": population})


def _km2(wkb) -> float:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb) if wkb is not None else b"")
    return geometry.area() / 1e6
