"""What the sample county says of its future, its own division, its needy listed and what its grant was used for."""

import numpy as np
import pandas as pd

from narvard_plugin.core.sample.county import need_by_area
from narvard_plugin.core.sample.dissolve import ring_area
from narvard_plugin.core.sample.horizons import LAST_YEAR, TOTAL, net_migration
from narvard_plugin.core.sample.listings import GRANT_THRESHOLD, index_by_listed


def test_the_forecast_begins_with_todays_people_and_its_ages_sum_to_each_total(county):
    table = county.forecasts.pivot_table(index=["code", "year"], columns="age_group", values="population")
    assert (table.drop(columns=TOTAL).sum(axis=1) == table[TOTAL]).all()
    assert set(table.index.get_level_values("year")) == set(range(2024, LAST_YEAR + 1))
    today = county.geography.squares_250.groupby("municipality")["population"].sum()
    assert (table[TOTAL].xs(2024, level="year") == today).all()


def test_the_county_grows_older(county):
    ages = county.forecasts.pivot_table(index="year", columns="age_group", values="population", aggfunc="sum")
    old = ages[["age_80_84", "age_85_plus"]].sum(axis=1) / ages[TOTAL]
    assert old[2024] < old[2030] < old[2040]


def test_care_rates_are_of_the_forecasts_ages(county):
    groups = set(county.forecasts["age_group"]) - {TOTAL}
    assert all(set(rows["age_group"]) == groups for _, rows in county.care_rates.groupby("service"))


def test_net_migration_is_the_change_that_births_and_deaths_do_not_explain():
    panel = pd.DataFrame(
        {
            "area_code": ["a", "a"],
            "year": [2019, 2024],
            "population": [1000, 1100],
            "under_5": [0, 60],
            "aged_65_plus": [0, 200],
        }
    )
    assert net_migration(panel)["a"] == 79  # 100 more people, of whom 60 born, and 39 have died


def test_divisions_hold_the_municipalities_whole(county):
    place = county.geography

    def area(shapes):
        return sum(ring_area(ring) for shape in shapes for polygon in shape for ring in polygon)

    assert place.divisions["zone_id"].is_unique and set(place.divisions["region"]) == {"99", "98"}
    np.testing.assert_allclose(area(place.division_polygons), area(place.municipality_polygons), rtol=1e-9)


def test_the_bought_index_is_that_of_the_listed(county):
    index = index_by_listed(county.listings, need_by_area(county.panel))
    bought = county.bought_index.set_index("Enhet")
    per_person = bought["CNI per person"].str.replace(",", ".").astype(float)
    ratio = per_person / per_person["99-vardcentral-018"]
    np.testing.assert_allclose(ratio, (index / index["99-vardcentral-018"])[ratio.index], rtol=1e-3)
    points = bought["CNI-poäng"].str.replace(",", ".").astype(float)
    np.testing.assert_allclose(points / bought["Antal listade"], per_person, atol=1e-4)


def test_the_grant_went_to_the_centres_over_the_threshold(county):
    index = index_by_listed(county.listings, need_by_area(county.panel))
    paid = county.grant_followup.groupby("unit_id")["amount"].sum()
    assert ((index[paid.index] > GRANT_THRESHOLD) == (paid > 0)).all()
    assert county.grant_followup["outcome"].isna().any()
