"""What stands out, the table that regions are compared by, and what may make two figures other things."""

import numpy as np

from narvard_plugin.core.atlas.figures import Figure, Found
from narvard_plugin.core.atlas.summary import differences, summary
from narvard_plugin.core.atlas.table import NEEDED, compared, other_regions, rows_of

from .ground import PLACES, words

BIG = PLACES._replace(people=PLACES.people * 100)


def figure(key, values, people=None, **more):
    people = BIG.population if people is None else np.array(people, float)
    return Figure(key, key, np.array(values, float), people, **{"decimals": 1, **more})


def topics(*figures):
    by_topic = {}
    for one in figures:
        by_topic.setdefault(one.key.split(".")[0], []).append(one)
    return [Found(key, own) for key, own in by_topic.items()]


POPULATION = figure("people.population", BIG.population, decimals=0)
OLD = figure("age.65_plus", [25, 27, 40], unit="%")
NEED = figure("need.index_of_region", [1, 1.5, 0.5], decimals=2)
DRIVE = figure("access.primary.car.median", [10, 10.5, 30], unit="min")
BOTH = figure("need_access.share", [10, 40, 0], unit="%")


def test_health_stands_first_then_care_then_both_and_small_differences_nowhere():
    said = summary(BIG, topics(BOTH, DRIVE, POPULATION, OLD, NEED), 2, words())
    assert [text.split()[0] for text in said] == ["I", "Fler", "Vårdbehovet", "Restiden", "Ingen"]
    assert "50 procent mindre" in said[2] and "30 minuter mot 10" in said[3]
    first = [one.figure.key for one in differences(topics(OLD, DRIVE), 1)]
    assert first == [], "a tenth at least"


def test_figures_of_few_people_are_not_spoken_of():
    thin = figure("age.65_plus", [25, 27, 90], people=[20_000, 15_000, 150], unit="%")
    assert differences(topics(thin), 2) == []


def test_the_region_tells_where_its_areas_differ_most():
    said = summary(BIG, topics(POPULATION, DRIVE), 0, words())
    assert (
        said[1]
        == "Restiden med bil till primärvård är längst i Södra (30,0 minuter i median) och kortast i Norra (10,5 minuter)."
    )


def table(**more):
    found = topics(
        figure("age.65_plus", [25, np.nan, 40], unit="%", why=["", "dold", ""], period="2024", note="a", **more)
    )
    return rows_of(BIG, found, [0, 1, 2], "municipality", "2026-06-20")


def test_the_table_says_why_and_how_many_stand_behind():
    region, north, south = table()
    assert (region.level, region.value, region.status) == ("region", 25, "ok")
    assert (north.value, north.status, north.why, north.people) == (None, "none", "dold", 15_000)
    assert (south.area_code, south.region_value, south.period, south.made) == ("S", 25, "2024", "2026-06-20")
    assert set(NEEDED) <= set(region._fields)


def test_how_many_stand_behind_is_told_by_the_same_rule_as_how_many_there_are():
    thin = figure("access.x", [5, 6, 7], people=[203, 200, 3])
    assert [row.people for row in rows_of(BIG, topics(thin), [0, 1, 2], "", "")] == [203, None, None]


def other(name, **more):
    row = {"region": "98", "region_name": name, "level": "region", "measure": "age.65_plus", "value": 30.0, "unit": "%",
           "period": "2024", "setting": "", "made": "2026"}  # fmt: skip
    (found,) = other_regions([{**row, **more}, {**row, "level": "municipality", "value": 99.0}])
    return found


def test_regions_are_compared_by_key_with_what_differs_told():
    found = topics(OLD)
    (same,) = compared(BIG, found, [other("Same", period="")], words())
    assert dict(same.values) == {"Länet": 25, "Same": 30} and same.caution == ""
    (late,) = compared(
        BIG,
        found,
        [other("Norm", period="", setting="1100"), other("Old", period="2019"), other("Unit", unit="antal")],
        words(),
    )
    assert late.values["Unit"] is None
    assert "Annan enhet: Unit. Värdet visas inte." in late.caution
    assert "Andra inställningar (norm, färdsätt eller definition): Norm." in late.caution
    assert "Andra datum: Old och Unit." in late.caution


def test_a_missing_value_is_told_and_what_nobody_else_has_is_left_out():
    found = topics(OLD, NEED)
    (one,) = compared(BIG, found, [other("Gap", value=None, period=""), other("Else", measure="x")], words())
    assert one.key == "age.65_plus" and one.values["Gap"] is None and "Uppgift saknas: Gap och Else." in one.caution


def test_the_same_region_another_year_is_told_apart():
    (one,) = compared(BIG, topics(OLD), [other("Länet", made="2025"), other("Länet", made="2025")], words())
    assert list(one.values) == ["Länet", "Länet (2025)", "Länet (2025, 3)"]


def test_a_table_of_areas_alone_is_no_region():
    assert other_regions([{"level": "municipality"}]) == []


def test_a_table_of_two_regions_is_two_and_what_is_no_number_is_none():
    row = {
        "level": "region",
        "measure": "age.65_plus",
        "region_name": "A",
        "made": "2026",
        "unit": "%",
        "period": "",
        "setting": "",
    }
    found = other_regions(
        [{**row, "region": "01", "value": "12.5"}, {**row, "region": "02", "region_name": None, "value": "mycket"}]
    )
    assert [(one.name, one.rows["age.65_plus"]["value"]) for one in found] == [("A", 12.5), ("02", None)]
