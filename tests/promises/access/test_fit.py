"""How well known trips fit: what is put into them comes out again, and nothing from outside becomes markup."""

import re
from html import escape

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.access.fit_page import ClassRow, Page, fit_page
from narvard_plugin.core.access.observed import (
    ENOUGH_MINUTES,
    ENOUGH_TRIPS,
    LEAST,
    MOST,
    Comparison,
    attach_trips,
    compare,
    measure_errors,
    propose_factors,
)
from narvard_plugin.core.network.snap import attach_facilities, attach_origins, offroad_minutes
from narvard_plugin.core.network.travel import NO_ROAD, NO_ROUTE, OK
from tests.promises import promise
from tests.promises.strategies.networks import CLASSES, MODES, minutes_between, networks, places, points
from tests.promises.strategies.reach import arrays
from tests.promises.unchanged import assert_same, unchanged

TIME = st.floats(0.5, 120)


@promise("no deviation is no error, the smaller share is within the larger, and weights count by proportion alone", measure_errors,
         usual=8)  # fmt: skip
@given(arrays(TIME, TIME, st.sampled_from((0.0, 1.0, 1.0, 3.0))))
def test_errors(drawn):
    observed, computed, weight = (column.astype(float) for column in drawn)
    found = unchanged(measure_errors)(observed, computed, weight)
    assert found.trips == len(observed) and found.weight == weight.sum()
    if not weight.sum() > 0:
        assert np.isnan(found[2:]).all()
        return
    deviation = computed - observed
    assert found.bias == pytest.approx(np.average(deviation, weights=weight), abs=1e-9)
    assert (
        abs(found.bias) <= found.mean_absolute + 1e-9
        and found.mean_absolute <= np.abs(deviation)[weight > 0].max() + 1e-9
    )
    assert 0 <= found.within_10 <= found.within_20 <= 1 + 1e-12
    assert found.median in deviation and found.p90_absolute in np.abs(deviation)
    again = measure_errors(observed[::-1], computed[::-1], weight[::-1] * 8)
    assert_same(again[2:], found[2:])
    perfect = measure_errors(observed, observed, weight)
    assert perfect[2:] == (0, 0, 0, 0, 0, 1, 1)


@promise("factors that were put into trips come out, within bounds; a class that the trips do not tell of gets the overall one",
         propose_factors, usual=5)  # fmt: skip
@given(st.integers(0, 2**32 - 1), st.lists(st.floats(0.6, 1.9), min_size=1, max_size=3), st.floats(0.1, 3))
def test_factors_come_out(seed, factors, spread):
    rng, true = np.random.default_rng(seed), np.array(factors)
    by_class = rng.uniform(1, 20, (60, len(true) + 1))
    by_class[:, -1] = 0  # nobody drives on the last one
    found = unchanged(propose_factors)(by_class[:, :-1] @ true, by_class, rng.uniform(0.5, 1, 60))
    assert_allclose(found.factor[:-1], true, rtol=1e-3)
    assert found.own.tolist() == [True] * len(true) + [False] and np.isnan(found.error[-1])
    assert found.factor[-1] == found.overall and true.min() - 1e-9 <= found.overall <= true.max() + 1e-9
    noisy = propose_factors(by_class[:, :-1] @ true * rng.lognormal(0, spread, 60), by_class, np.ones(60))
    assert ((noisy.factor >= LEAST) & (noisy.factor <= MOST)).all() and LEAST <= noisy.overall <= MOST


@promise("any trips give factors within bounds, of its own only where a class has enough of them; without time on roads they are refused",
         propose_factors, usual=6)  # fmt: skip
@given(st.integers(1, 40), st.integers(1, 3), st.data())
def test_any_trips(trips, classes, data):
    cell = st.one_of(st.just(0.0), st.floats(0.01, 200))
    rows = data.draw(st.lists(st.lists(cell, min_size=classes, max_size=classes), min_size=trips, max_size=trips))
    by_class, weight = np.array(rows), np.array([data.draw(st.sampled_from((0.0, 1.0, 5.0))) for _ in rows])
    observed = np.array([data.draw(TIME) for _ in rows])
    told = (by_class.sum(1) > 0) & (weight > 0)
    if not told.any():
        with pytest.raises(ValueError, match="time on a road"):
            propose_factors(observed, by_class, weight)
        return
    found = unchanged(propose_factors)(observed, by_class, weight)
    assert ((found.factor >= LEAST) & (found.factor <= MOST)).all()
    assert_array_equal(found.trips, (by_class[told] > 0).sum(0))
    assert_array_equal(found.own, (found.trips >= ENOUGH_TRIPS) & (found.minutes >= ENOUGH_MINUTES))
    assert (found.factor[~found.own] == found.overall).all() and np.isfinite(found.error[found.own]).all()


@promise(
    "trips stand where people and facilities stand in every other question, and each has a status",
    attach_trips,
    usual=5,
)
@given(networks(), points(1, 4), st.data(), MODES, st.booleans())
def test_attach_trips(network, start, data, mode, towards):
    end = np.array([data.draw(st.sampled_from(((0.0, 0.0), (140.0, 140.0), (900.0, 40.0)))) for _ in start])
    found = unchanged(attach_trips)(network, mode, start, end, towards=towards, limit_m=200.0, offroad_kmh=5.0)
    people_xy, facility_xy = (start, end) if towards else (end, start)
    facility = attach_facilities(network, mode, facility_xy, 200.0).places
    people = attach_origins(network, mode, people_xy, 200.0, facility)
    of_people, of_facility = (found.depart, found.arrive) if towards else (found.arrive, found.depart)
    assert_same(of_people, people.places)
    assert_same(of_facility, facility)
    assert_same(found.off_road, offroad_minutes(facility, 5.0) + offroad_minutes(people.places, 5.0))
    lost = people.places.link < 0
    no_road = (lost & ~people.outside) | (facility.link < 0)
    assert_array_equal(found.status, np.where(no_road, NO_ROAD, np.where(lost, NO_ROUTE, OK)))


@promise("trips that took just as long as computed have no errors and need no factors; without a route they count in none", compare,
         usual=4, long=100)  # fmt: skip
@given(st.data(), networks(5), MODES)
def test_compare(data, network, mode):
    depart, arrive = (data.draw(places(network, 4, 4)) for _ in range(2))
    minutes = np.diag(minutes_between(network, mode, depart, arrive))
    assume((minutes[np.isfinite(minutes)] > 0).all())
    off_road = np.array([0.0, 1.0, 2.0, 0.5])
    observed = np.where(np.isfinite(minutes), minutes, 10.0) + off_road
    assume((observed > 0).all())
    found = unchanged(compare)(network, mode, depart, arrive, off_road, observed, np.ones(4))
    assert_allclose(found.computed, minutes + off_road)
    assert found.errors.trips == np.isfinite(minutes).sum()
    for errors in (found.errors, found.errors_after):
        if errors is not None and errors.trips:
            assert errors.mean_absolute == pytest.approx(0, abs=1e-6) and errors.within_10 == 1
    if found.proposal is not None:
        assert mode == "car" and found.proposal.overall == pytest.approx(1)
        assert_allclose(found.proposal.factor, 1.0, rtol=1e-6)
        assert len(found.proposal.factor) == len(CLASSES)


NAME = st.one_of(st.text(max_size=8), st.sampled_from(("<script>alert(1)</script>", "$drawing", "&amp;", "'\"><b>")))


@promise(
    "whatever a name holds, the page says it as text; every trip with a route is drawn, and no number is nan",
    fit_page,
    usual=5,
)
@given(arrays(TIME, st.one_of(TIME, st.just(np.inf))), st.lists(NAME, max_size=3), NAME, st.sampled_from(",."))
def test_fit_page(drawn, names, word, sign):
    observed, computed = (column.astype(float) for column in drawn)
    errors = measure_errors(observed, np.where(np.isfinite(computed), computed, observed), np.ones(len(observed)))
    rows = [
        ClassRow(name, 0.25, 3.0, 2, factor, error)
        for name in names
        for factor, error in ((1.1, 0.02), (1.2, np.nan), (np.nan, np.nan))
    ]
    words = {"verdict": word, "too_few": word, "drawing_label": word, "observed_label": word, "computed_label": word}
    page = Page(words, Comparison(None, computed, errors, None, None, None), observed, rows, sign)
    html = unchanged(fit_page)("<p>$verdict</p>$class_rows|$drawing|$before_bias|$after_bias", page)
    assert html.startswith(f"<p>{escape(word)}</p>")
    allowed = {
        "p",
        "tr",
        "th",
        "td",
        "svg",
        "title",
        "polygon",
        "line",
        "text",
        "g",
        "circle",
        "path",
        "rect",
        "tspan",
        "desc",
    }
    assert set(re.findall(r"</?([A-Za-z!?][\w!]*)", html)) <= allowed
    assert html.count("<circle") == np.isfinite(computed).sum() and html.count("<tr>") == len(rows)
    body = html.replace(escape(word), "")
    assert not re.search(r'="[^"]*(nan|inf)', body)
    with pytest.raises(KeyError):
        fit_page("$nothing_that_there_is", page)
