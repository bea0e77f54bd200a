"""How old a source is by its own limits, and that nothing of the workspace's own sources is left out."""

from datetime import date, timedelta

import pandas as pd
import pytest

from narvard_plugin.gui.sources_model import AGEING, FRESH, NEVER, STALE, UNRATED, sources_of
from narvard_plugin.gui.sources_page import changes_sentence
from narvard_plugin.sources.register import known_sources

TODAY = date(2026, 11, 22)
COLUMNS = ["name", "publisher", "licence", "url", "fetched", "data_date", "source_id"]


def fetched(source, day):
    return [source, "", "CC0", None, f"{day}T08:00:00.000Z", None, source]


@pytest.mark.parametrize(
    ("over", "age"), [((0, 0), FRESH), (("ageing_days", 0), FRESH), (("ageing_days", 1), AGEING),
                      (("stale_days", 0), AGEING), (("stale_days", 1), STALE)],
)  # fmt: skip
def test_age_turns_on_the_day_after_the_sources_own_limit(over, age):
    known = known_sources()["osm"]
    days = (getattr(known, over[0]) if over[0] else 0) + over[1]
    rows = pd.DataFrame([fetched("osm", TODAY - timedelta(days=days))], columns=COLUMNS)
    ages = {source.known.id: source.age for source in sources_of(rows, TODAY) if source.known}
    assert ages.pop("osm") == age
    assert set(ages.values()) == {NEVER} and len(ages) == len(known_sources()) - 1


def test_the_newest_fetch_counts_and_other_sources_stand_last():
    rows = pd.DataFrame(
        [fetched("osm", "2026-11-01"), fetched("osm", "2020-01-01"),
         ["Regionens lista", "Regionen", None, None, "2026-01-01T00:00:00.000Z", "2025-12-31", None]],
        columns=COLUMNS,
    )  # fmt: skip
    found = sources_of(rows, TODAY)
    osm = next(source for source in found if source.known and source.known.id == "osm")
    assert (osm.fetched[:10], osm.age) == ("2026-11-01", FRESH)
    assert (found[-1].name, found[-1].age, found[-1].data_date, found[-1].known) == (
        "Regionens lista", UNRATED, "2025-12-31", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((12, 3, 1), "SCB: 12 new, 3 changed, 1 removed."),
        ((0, 0, 0), "SCB: nothing has changed since last time."),
        ((None, None, None), "SCB is refreshed."),
    ],
)
def test_what_a_refresh_changed_is_said(counts, sentence):
    assert changes_sentence("SCB", dict(zip(("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT"), counts))) == sentence
