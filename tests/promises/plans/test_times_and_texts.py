"""Times by law, departures, rings, surfaces, checksums, numbers and texts of a review: told whole or not at all."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from narvard_plugin.core.plans import (
    boundaries,
    codes,
    departures,
    filling,
    guidance,
    obstacle,
    review_run,
    statutory,
)
from narvard_plugin.core.plans.judging import Confirmed
from narvard_plugin.core.transit.calendar import WEEKDAYS, Calendar, services_on
from narvard_plugin.core.transit.clock import HOUR
from narvard_plugin.core.transit.timetable import Timetable
from tests.core.plans.checklist_steps import small
from tests.core.plans.test_boundaries import area
from tests.core.plans.test_guidance import MADE, TEMPLATES
from tests.core.plans.test_review_run import CHANGES, PLAN
from tests.core.plans.test_review_run import LIST as SHIPPED
from tests.core.plans.test_statutory import TIMES
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried
from tests.promises.unchanged import unchanged

LIST = small()
TIME = st.fixed_dictionaries({
    "id": st.just(""), "stage": st.sampled_from(["samråd", "granskning", "antagen"]), "procedures": st.lists(st.sampled_from(["standard", "utokat", "begransat"]), min_size=1, unique=True),
    "kind": st.sampled_from([statutory.DAYS] * 3 + [statutory.UNREGULATED, statutory.NOT_HELD]), "law": st.just("PBL"), "read": st.sampled_from([True, True, False]),
    "valid_from": st.sampled_from(["2020-01-01", "2026-01-01"])}, optional={"significant_impact": st.booleans(), "valid_to": st.just("2025-12-31")})  # fmt: skip
TIMES_TOLD = st.lists(st.tuples(TIME, st.integers(1, 60)), max_size=4).map(lambda rows: [
    {**row, "id": f"t{at}", **({"days": days} if row["kind"] == statutory.DAYS else {})} for at, (row, days) in enumerate(rows)])  # fmt: skip


@promise("a time by law is one that was read, holds on the day for that stage and procedure, and is told with its law; else it is unknown",
         statutory.shortest_time, statutory.parse_statutory_times, statutory.appeal_days, statutory.last_chance, usual=10, long=2000)  # fmt: skip
@given(TIMES_TOLD, st.sampled_from(["samråd", "granskning"]), st.sampled_from(["standard", "begransat", "okant"]), st.sampled_from([True, False, None]),
       st.dates(date(2019, 1, 1), date(2030, 1, 1)))  # fmt: skip
def test_statutory(told, stage, procedure, impact, on):
    times = statutory.parse_statutory_times({"times": told})
    found = statutory.shortest_time(times, stage, procedure, impact, on)
    holding = [one for one in times if one.read and one.holds(stage, procedure, on)]
    assert all(one.valid_from <= on and (one.valid_to is None or on <= one.valid_to) for one in holding)
    if found.kind == statutory.UNKNOWN:
        assert not [one for one in holding if impact or not one.significant_impact] and found.days is None
    else:
        assert (found.kind, found.days, found.law) in {(one.kind, one.days, one.law) for one in holding} and (
            found.days is not None
        ) == (found.kind == statutory.DAYS)
    assert found.or_days is None or impact is None
    days = statutory.appeal_days(times, on)
    assert days == statutory.shortest_time(times, "antagen", "standard", None, on).days
    last = statutory.last_chance(times, "samråd", procedure, on)
    assert last == (
        statutory.shortest_time(times, "granskning", procedure, None, on).kind == statutory.NOT_HELD
    ) and not statutory.last_chance(times, "granskning", procedure, on)
    for name in codes.PROCEDURES:
        real = [
            statutory.shortest_time(TIMES, "granskning", name, one, date(2026, 3, 2)) for one in (True, None, False)
        ]
        lengths = [one.days for one in real if one.days]
        assert lengths == sorted(lengths, reverse=True), "with significant impact never shorter"


LINE_RINGS = st.integers(3, 6).flatmap(
    lambda n: st.tuples(
        st.permutations(range(n)),
        st.lists(st.booleans(), min_size=n, max_size=n),
        st.lists(st.booleans(), min_size=n, max_size=n),
    )
)


@promise("boundaries in any order and direction close to the same ring, a direction told wrong is mended and counted, and one that is missing is told as a gap",
         boundaries.rings_of)  # fmt: skip
@given(LINE_RINGS)
def test_rings(told):
    order, turned, wrong = told
    n = len(order)
    corners = [(100 * math.cos(2 * math.pi * at / n), 100 * math.sin(2 * math.pi * at / n)) for at in range(n)]
    lines = [([corners[at], corners[(at + 1) % n]], True) for at in order]
    lines = [(line[::-1], not along) if turn else (line, along) for (line, along), turn in zip(lines, turned)]
    found = boundaries.rings_of(lines)
    size = n / 2 * 100**2 * math.sin(2 * math.pi / n)
    assert (
        found.turned == 0
        and len(found.rings) == 1
        and found.rings[0][0] == found.rings[0][-1]
        and math.isclose(area(found.rings[0]), size)
    )
    mistaken = boundaries.rings_of([(line, along != miss) for (line, along), miss in zip(lines, wrong)])
    assert (
        len(mistaken.rings) == 1
        and math.isclose(area(mistaken.rings[0]), size)
        and mistaken.turned <= sum(wrong) + (n - sum(wrong)) * any(wrong)
    )
    _, refusal = tried(boundaries.OpenRing, boundaries.rings_of, lines[1:])
    assert 0 < refusal.gap <= 200.001 and refusal.end in corners


@promise("a surface is read only where all that it needs is told; a building that is a metre taller has a metre less, and farther out never less room",
         obstacle.read_surface, obstacle.margin_of)  # fmt: skip
@given(
    st.integers(0, 90),
    st.one_of(st.none(), st.floats(-1, 2)),
    st.booleans(),
    st.lists(st.integers(0, 500), min_size=1, max_size=4),
)
def test_surfaces(start, slope, by_origin, away):
    told = {"start_height_m": start, "slope": slope, **({"origin_x": 0, "origin_y": "0"} if by_origin else {})}
    found = obstacle.read_surface(told)
    assert (found is None) == (slope is None or not 0 <= slope <= 1) and obstacle.read_surface({"slope": slope}) is None
    assert obstacle.read_surface({"top_height_m": start, **told}) == obstacle.Surface(start)
    if found is None:
        return
    xy, tops = np.array([(float(one), 0.0) for one in sorted(away)]), np.zeros(len(away))
    result, refusal = tried(ValueError, unchanged(obstacle.margin_of), found, xy, tops)
    assert (refusal is None) == (by_origin or not slope)
    if result is not None:
        margins, heights = result
        assert (
            (np.diff(heights) >= 0).all()
            and (heights >= start).all()
            and np.allclose(obstacle.margin_of(found, xy, tops + 1)[0], margins - 1)
        )


@promise(
    "so many per cent of the values are no greater than the quantile and it is one of them; nothing and other percentages are refused",
    review_run.quantile,
)
@given(st.lists(st.one_of(st.floats(0, 1e6), st.just(math.inf)), max_size=9), st.floats(-5, 105), SEEDS)
def test_quantile(values, percent, seed):
    found, refusal = tried(ValueError, review_run.quantile, values, percent)
    assert (refusal is None) == (bool(values) and 0 <= percent <= 100)
    if refusal is None:
        assert found in values and sum(one <= found for one in values) * 100 >= percent * len(values) - 1e-6
        assert (
            found
            == review_run.quantile([values[at] for at in reordered(seed, len(values))], percent)
            >= review_run.quantile(values, percent / 2)
        )


BOUND = st.builds(review_run.Binding, st.sampled_from(["a", "b"]), st.sampled_from(["", "2026"]), st.booleans())


@promise("a verdict's checksum is another when what the rule rests on is, and only then; of plain content it is one for one content",
         review_run.input_sha256, review_run.roles_of, review_run.parts_read, review_run.fingerprint, usual=8, long=800)  # fmt: skip
@given(
    st.sampled_from(SHIPPED.rules),
    st.sampled_from(sorted(CHANGES)),
    st.lists(BOUND, min_size=2, max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=3),
)
def test_checksums(rule, part, bound, plain):
    roles = review_run.roles_of(rule, SHIPPED)

    def sha(plan=PLAN, binding=bound[0]):
        return review_run.input_sha256(rule, SHIPPED, plan, {}, dict.fromkeys(roles, binding), {}, {})

    assert len(set(roles)) == len(roles) and len(set(review_run.parts_read(rule))) == len(review_run.parts_read(rule))
    assert sha() == sha() and (sha(replace(PLAN, **CHANGES[part])) != sha()) == (part in review_run.parts_read(rule))
    assert (sha(binding=bound[1]) != sha()) == (bool(roles) and bound[0] != bound[1])
    assert (
        review_run.fingerprint(plain)
        == review_run.fingerprint(dict(reversed(plain.items())))
        != review_run.fingerprint({**plain, "x": None})
    )


@promise("departures are those that one may board, but the last of each run, counted at every stop of the station; an hour's mean is no more than a day's sum",
         departures.per_day, departures.per_hour)  # fmt: skip
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 3), st.integers(0, 26), st.booleans()), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_departures(runs):
    stop, hour, board = (np.array([one[at] for run in runs for one in run]) for at in range(3))
    first = np.concatenate([[0], np.cumsum([len(run) for run in runs])])
    timetable = Timetable(stop, hour * HOUR, hour * HOUR, board, board, first, 4)
    station = np.array([0, 0, 2, 3])
    leaves = [(station[one], h) for run in runs for one, h, may in run[:-1] if may]
    day, per_hour = departures.per_day(timetable, station), departures.per_hour(timetable, station)
    assert day.tolist() == [sum(at == station[one] and h < 24 for at, h in leaves) for one in range(4)]
    assert (
        np.allclose(per_hour * 14, [sum(at == station[one] and 6 <= h < 20 for at, h in leaves) for one in range(4)])
        and (per_hour * 14 <= day + 1e-9).all()
    )


@promise(
    "the ordinary weekday is a workday from Tuesday to Thursday within the timetable on which at least half of the busiest day's services run",
    departures.ordinary_weekday,
)
@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    st.integers(0, 40),
    st.lists(st.integers(0, 40), max_size=6),
    st.dates(date(2025, 6, 1), date(2027, 6, 1)),
)
def test_ordinary(start, length, gone, today):
    end = date.fromordinal(start.toordinal() + length)
    weekly = pd.DataFrame(
        {
            "service_id": ["a", "b"],
            "start_date": f"{start:%Y%m%d}",
            "end_date": f"{end:%Y%m%d}",
            **dict.fromkeys(WEEKDAYS, "1"),
        }
    )
    off = pd.DataFrame(
        {
            "service_id": "a",
            "date": [f"{date.fromordinal(start.toordinal() + n):%Y%m%d}" for n in gone],
            "exception_type": "2",
        },
        dtype=str,
    )
    calendar = Calendar(weekly, off)
    found = departures.ordinary_weekday(calendar, today)
    fit = [
        one
        for one in map(date.fromordinal, range(start.toordinal(), end.toordinal() + 1))
        if one.weekday() in (1, 2, 3) and departures.is_workday(one)
    ]
    assert (found is None) == (not fit) and (found is None or (found in fit and services_on(calendar, found)))


NUMBER = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))


@promise(
    "a number is written as readers of the language do and read back within its decimals, in both languages alike",
    filling.number,
    filling.short_number,
    long=1000,
)
@given(NUMBER, st.integers(0, 3))
def test_numbers(value, decimals):
    for language, text in (
        ("sv", filling.number(value, decimals, "sv_SE")),
        ("en", filling.number(value, decimals, "en")),
    ):
        bare = text.replace("\u00a0", "").replace("−", "-").replace(",", "." if language == "sv" else "")
        assert float(bare) == round(float(value), decimals) + 0.0 and not re.fullmatch("-0(\\.0*)?", bare)
        short = (
            filling.short_number(value, language)
            .replace("\u00a0", "")
            .replace("−", "-")
            .replace(",", "." if language == "sv" else "")
        )
        assert float(short) == pytest.approx(round(value, 3), abs=1e-9) and not ("." in short and short.endswith("0"))


@promise("a text is filled with all its values or is None, what is put in is never read again, and a bad one is refused in both languages", filling.fill, filling.places,
         usual=10, long=2000)  # fmt: skip
@given(st.one_of(st.text("{}v:.0f%d a", max_size=12), st.lists(st.sampled_from(["{v}", "{w:.1f}", "{{", "}}", "å ", "{x}"]), max_size=5).map("".join)),
       st.one_of(st.text("{}v\n", max_size=4), NUMBER, st.none()), NUMBER)  # fmt: skip
def test_filled(template, value, other):
    named, refusal = tried(filling.TemplateError, filling.places, template)
    if refusal:
        assert refusal.problem.sv and refusal.problem.en
        return
    found, refusal = tried(filling.TemplateError, filling.fill, template, {"v": value, "w": other}, "sv")
    if refusal:
        assert isinstance(value, str) and any(one.name == "v" and one.format for one in named)
        return
    names = {one.name for one in named}
    assert (found is None) == bool(names - {"v", "w"} or ("v" in names and value is None))
    if found is not None and isinstance(value, str) and "w" not in names:
        assert (
            found
            == template.replace("{v}", "\0")
            .replace("{{", "{")
            .replace("}}", "}")
            .replace("\0", value.replace("\n", " "))
            or "{{{" in template
            or "}}}" in template
        )


@promise("the guidance has each rule once that is about the types, no markup from outside, and a dagger at each number that is not confirmed",
         guidance.guidance_page, guidance.rules_for_guidance, usual=6, long=200)  # fmt: skip
@given(
    st.sampled_from(["sv", "en"]),
    st.lists(st.sampled_from(["sjukhus", "vardcentral"]), unique=True).map(tuple),
    st.booleans(),
    st.text("<b>&\"'$å", min_size=1, max_size=6),
)
def test_guidance(language, types, confirmed, name):
    own = {"near_m": Confirmed(311, "m", "A", "", name, "2026-03-01")} if confirmed else {}
    rules = guidance.rules_for_guidance(LIST, types)
    assert [rule.id for rule in rules] == (["RIS-04"] if not types or "sjukhus" in types else [])
    tree = html.fromstring(guidance.guidance_page(TEMPLATES, LIST, own, guidance.Reader(language, name, types), MADE))
    said = " ".join(tree.text_content().split())
    assert not tree.findall(".//b") and " ".join(name.split()) in said and not tree.findall(".//script")
    assert (
        len(tree.findall(".//article")) == len(rules)
        and (("311" in said) == bool(confirmed and rules))
        and (("†" in said) == bool(rules and not confirmed))
    )
