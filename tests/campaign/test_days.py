"""Days and moments, written in one time zone and read in another, and on the nights when the clocks are moved."""

from datetime import timedelta

import pandas as pd
import pytest

from narvard_plugin.sources.cache import Cache
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.qgis.small_network import rows, run
from tests.shared import campaign

from .test_tools import ZONES, in_zone
from .writers import WRITERS

NIGHTS = (
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
    "2026-10-24",
    "2026-10-25",
    "2026-10-26",
    "2026-12-31",
    "2024-02-29",
)


def test_a_day_that_is_kept_in_one_zone_is_read_in_every_other(tmp_path, monkeypatch):
    path = str(tmp_path / "arbetsyta.gpkg")
    with in_zone(ZONES[0], monkeypatch), create_workspace(path, "99") as workspace:
        listed = pd.DataFrame({"facility_id": list(NIGHTS), "kind": "listade", "value": 1.0, "date": NIGHTS})
        named = pd.DataFrame({"facility_id": list(NIGHTS), "name": "x", "type": "vardcentral"})
        workspace.write("facilities", named)
        workspace.write("capacity", listed)
        sources = pd.DataFrame({"name": list(NIGHTS), "fetched": pd.to_datetime([f"{one}T02:30:00" for one in NIGHTS])})
        workspace.write("sources", sources)
    seen = []
    for zone in ZONES:
        with in_zone(zone, monkeypatch), open_workspace(path, writable=False) as workspace:
            days = workspace.read("capacity").set_index("facility_id")["date"]
            assert [str(days[one])[:10] for one in NIGHTS] == list(NIGHTS), zone
            seen.append(workspace.read("sources").set_index("name")["fetched"].sort_index())
            layer = rows(workspace.layer_source("capacity"))
            assert {row["date"].toString("yyyy-MM-dd") for row in layer} == set(NIGHTS), zone
    assert all(one.equals(seen[0]) for one in seen)
    assert seen[0].is_monotonic_increasing


@pytest.mark.parametrize("day", NIGHTS[: campaign(3, 8)])
def test_dates_of_a_planremiss_across_a_night_when_the_clocks_are_moved(provider, day, monkeypatch):
    found = []
    for zone in ZONES[: campaign(3, 5)]:
        with in_zone(zone, monkeypatch):
            until = str(pd.Timestamp(day) + pd.Timedelta(days=30))[:10]
            made = run(
                "plandeadlines", RECEIVED=day, ANSWER_BY=until, DEPARTMENTS="halso; kultur", TODAY=day, OUTPUT="memory:"
            )
            found.append(
                [(row["type"], row["date"].toString("yyyy-MM-dd"), row["days_left"]) for row in rows(made["OUTPUT"])]
            )
    assert found[0] and all(one == found[0] for one in found)


def test_a_download_is_as_old_in_every_zone(tmp_path, monkeypatch):
    with in_zone(ZONES[0], monkeypatch):
        WRITERS["sources.cache"].write(tmp_path, 1)
    for zone in ZONES:
        with in_zone(zone, monkeypatch):
            _, about = Cache(tmp_path).find("vägar")
            assert timedelta(0) <= about.age < timedelta(minutes=5), zone
