"""People in coming years and the care that they ask for, as users run the tools."""

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingException

from .small_network import CancelAfter, Listening, refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
FORECAST = "code:string,year:integer,age_group:string,population:double"


@pytest.fixture
def areas(make_layer):
    return make_layer(
        "area_code:string,population:integer,young:integer,old:integer,planned:integer",
        [
            (SQUARE, "9901A0010", 100, 80, 20, 0),
            (SQUARE, "9901A0020", 200, 50, 150, 100),
            (SQUARE, "9902A0010", 50, 50, 0, 0),
            (SQUARE, "9801A0010", 70, 30, 40, 0),
        ],
    )


@pytest.fixture
def forecast(make_layer):
    def series(code, year, young, old):
        rows = (("young", young), ("old", old), ("total", young + old))
        return [(None, code, year, group, number) for group, number in rows]

    found = [*series("9901", 2030, 130, 200), *series("9901", 2040, 100, 300), *series("9902", 2030, 30, 5)]
    return make_layer(FORECAST, [*found, *series("9902", 2040, 20, 9), *series("99", 2030, 999, 9)], kind="None")


def totals(forecast):
    layer = forecast.clone()
    layer.setSubsetString("\"age_group\" = 'total'")
    return layer


def ahead(areas, forecast, **more):
    given = {"AREAS": areas, "AREA_CODE": "area_code", "POPULATION": "population", "FORECAST": forecast, "YEAR": "2030"}
    return run("forecast", **{**given, "FORECAST_AGE": "age_group", "OUTPUT": "TEMPORARY_OUTPUT", **more})


def column(result, name):
    return [None if row[name] == NULL else row[name] for row in rows(result["OUTPUT"])]


def test_the_areas_of_a_municipality_sum_to_its_forecast(areas, forecast):
    result = ahead(areas, forecast, YEAR="2030;2035")
    assert column(result, "population_2030") == pytest.approx([110, 220, 35, None])
    assert column(result, "population_2035") == pytest.approx([365 / 3, 730 / 3, 32, None])


def test_planned_dwellings_draw_people(areas, forecast):
    assert column(ahead(areas, forecast, PLANNED="planned"), "population_2030") == pytest.approx(
        [82.5, 247.5, 35, NULL]
    )


def test_each_age_is_shared_out_by_itself(areas, forecast):
    result = ahead(areas, forecast, AGE_FIELDS=["young", "old"])
    assert column(result, "young_2030") == pytest.approx([80, 50, 30, None])
    assert column(result, "old_2030") == pytest.approx([200 * 20 / 170, 200 * 150 / 170, None, None])
    assert sum(column(result, "population_2030")[:2]) == pytest.approx(330)
    # 5 old people will live in 9902, where none do today: no 0 of them, and no total without them.
    assert column(result, "population_2030")[2] is None


def test_what_is_left_out_is_said(areas, forecast):
    feedback = Listening()
    given = {"AREAS": areas, "AREA_CODE": "area_code", "POPULATION": "population", "FORECAST": forecast}
    given |= {"FORECAST_AGE": "age_group", "AGE_FIELDS": ["young", "old"], "YEAR": "2035", "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.run("narvard:forecast", given, feedback=feedback)
    assert "1 areas lie in no place of the forecast and have no value: 9801A0010" in feedback.said
    assert "2035 is not in the forecast of 2 places" in feedback.said
    assert (
        "7 forecast people of 1 places have nobody today to be shared out by, and their areas have no value: 9902"
        in feedback.said
    )


def test_sentences(areas, forecast, make_layer):
    with pytest.raises(QgsProcessingException, match="goes from 2030 to 2040 and says nothing of 2050"):
        ahead(areas, forecast, YEAR="2050")
    with pytest.raises(QgsProcessingException, match="filter it to one forecast"):
        ahead(areas, forecast, FORECAST_AGE=None)
    with pytest.raises(QgsProcessingException, match="FORECAST has no rows for planned"):
        ahead(areas, forecast, AGE_FIELDS=["planned"])
    with pytest.raises(QgsProcessingException, match="several with ; between"):
        ahead(areas, forecast, YEAR="soon")
    strangers = make_layer(FORECAST, [(None, "1280", 2030, "total", 5.0)], kind="None")
    with pytest.raises(QgsProcessingException, match="begins with one of FORECAST"):
        ahead(areas, strangers)


def test_two_vintages_in_one_layer_would_share_the_forecast_twice(county, forecast):
    areas = f"{county.workspace}|layername=areas"
    with pytest.raises(QgsProcessingException, match="vintages"):
        ahead(areas, forecast)


def test_cancel_writes_nothing(areas, forecast, tmp_path):
    target = tmp_path / "ahead.gpkg"
    given = {"AREAS": areas, "AREA_CODE": "area_code", "POPULATION": "population", "FORECAST": forecast}
    given |= {"FORECAST_AGE": "age_group", "YEAR": "2030", "OUTPUT": str(target)}
    assert not processing.run("narvard:forecast", given, feedback=CancelAfter(3)).get("OUTPUT")
    assert not target.exists()


@pytest.fixture
def rates(make_layer):
    table = [("visits", "young", 1.0), ("visits", "old", 3.0), ("days", "young", 0.1), ("days", "old", 2.0)]
    return make_layer("service:string,age_group:string,per_person:double", [(None, *row) for row in table], kind="None")


def test_demand_of_the_ages(areas, rates):
    result = run(
        "caredemand", AREAS=areas, AREA_CODE="area_code", AGE_FIELDS=["young", "old"], RATES=rates, SERVICE="visits",
        OUTPUT="TEMPORARY_OUTPUT", SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert column(result, "demand_visits") == pytest.approx([140, 500, 50, 150])
    mean = 840 / 420
    assert column(result, "demand_ratio_visits") == pytest.approx([1.4 / mean, 2.5 / mean, 1 / mean, 15 / 7 / mean])
    assert [list(row.values()) for row in rows(result["SUMMARY"])] == [["visits", 840, 420, 2000]]


def test_demand_refuses_ages_without_rates(areas, rates, make_layer):
    bare = make_layer("service:string,age_group:string,per_person:double", [(None, None, "young", 1.0)], kind="None")
    refused("lack a service or an age group: [?] – young", "caredemand", AREAS=areas, AGE_FIELDS=["young"], RATES=bare,
            OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip
    refused("differ: old", "caredemand", AREAS=areas, AGE_FIELDS=["young"], RATES=rates, OUTPUT="TEMPORARY_OUTPUT")
    refused(
        "RATES has no service births", "caredemand", AREAS=areas, AGE_FIELDS=["young", "old"], RATES=rates,
        SERVICE="births", OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip


def test_the_sample_county_ages(county):
    """Squares under the municipalities' forecast by age: the sums are the forecast's, and care grows faster than people."""
    ages = [f"age_{low}_{low + 4}" for low in range(0, 85, 5)] + ["age_85_plus"]
    ahead = run(
        "forecast", AREAS=county.layer("people"), AREA_CODE="origin_id", PLACE_CODE="municipality", POPULATION="population",
        AGE_FIELDS=ages, FORECAST=county.layer("forecasts", "age_group <> 'total'"), FORECAST_AGE="age_group", YEAR="2040",
        OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    told = county.layer("forecasts", "age_group = 'total' AND year = 2040")
    everybody = sum(row["population"] for row in rows(told))
    assert sum(column(ahead, "population_2040")) == pytest.approx(everybody, rel=1e-9)
    demand = {
        suffix: rows(
            run(
                "caredemand", AREAS=ahead["OUTPUT"], AGE_FIELDS=[age + suffix for age in ages], AGE_SUFFIX=suffix,
                RATES=county.layer("care_rates"), SERVICE="varddygn_slutenvard", OUTPUT="TEMPORARY_OUTPUT",
                SUMMARY="TEMPORARY_OUTPUT",
            )["SUMMARY"]
        )[0]
        for suffix in ("", "_2040")
    }  # fmt: skip
    growth = {name: demand["_2040"][name] / demand[""][name] for name in ("demand", "population")}
    assert growth["demand"] > growth["population"] > 1
