"""Where points meet the roads, and straight lines: against every segment tried one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.modes import MODES as EVERY_MODE
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.snap import (
    Finder,
    along,
    arriving,
    attach_facilities,
    attach_origins,
    leaving,
    nearest_places,
    offroad_minutes,
    spots,
)
from narvard_plugin.core.network.straight import Straight, nearest_straight, pairs_straight
from tests.promises import promise
from tests.promises.strategies.networks import MODES, networks, places, points
from tests.promises.unchanged import unchanged


def metres_to_links(network, xy):
    """(points, links) metres from each point to the nearest place of each link."""
    table = np.full((len(xy), network.link_count), np.inf)
    for link in range(network.link_count):
        line = network.xy[network.first[link] : network.first[link + 1]]
        for a, b in zip(line[:-1], line[1:]):
            share = np.clip(((xy - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
            table[:, link] = np.minimum(table[:, link], np.hypot(*(xy - a - share[:, None] * (b - a)).T))
    return table


@promise("a point meets the nearest of the allowed roads, at the place it names, or none beyond the limit",
         nearest_places, spots, along, usual=10)  # fmt: skip
@given(networks(), points(), st.data(), st.sampled_from((0.0, 60.0, 1e9)))
def test_nearest_places(network, xy, data, limit):
    links = np.array(data.draw(st.lists(st.booleans(), min_size=network.link_count, max_size=network.link_count)))
    found = unchanged(nearest_places)(network, links, xy, limit)
    metres = np.where(links, metres_to_links(network, xy), np.inf)
    least = metres.min(1, initial=np.inf)
    on = found.link >= 0
    assert (on | ~(least < limit - 1e-6)).all() and not (on & (least > limit + 1e-6)).any()
    assert_allclose(found.offroad_m[on], least[on], atol=1e-6)
    assert np.isinf(found.offroad_m[~on]).all() and not found.share[~on].any() and links[found.link[on]].all()
    at = found.take(on)
    assert_allclose(np.hypot(*(spots(network, at) - xy[on]).T), least[on], atol=1e-6)
    assert ((at.vertex >= network.first[at.link]) & (at.vertex < network.first[at.link + 1] - 1)).all()
    assert not ((at.share == 1) & (at.vertex < network.first[at.link + 1] - 2)).any()  # one name for one place
    everywhere = Finder(network, links).places(xy, limit)  # no road ruled out beforehand
    for one, other in zip(found, everywhere):
        assert_array_equal(one, other)


@promise("facilities stand on roads where one may stop, the main part first", attach_facilities, usual=6)
@given(networks(), points(1), MODES, st.sampled_from((30.0, 500.0)))
def test_attach_facilities(network, xy, mode, limit):
    found = unchanged(attach_facilities)(network, mode, xy, limit)
    allowed, metres = network.stoppable(mode), metres_to_links(network, xy)
    main = np.where(allowed & network.in_main_part(mode), metres, np.inf).min(1)
    other = np.where(allowed & ~network.in_main_part(mode), metres, np.inf).min(1)
    in_main = main <= limit
    assert_allclose(found.places.offroad_m, np.where(in_main, main, np.where(other <= limit, other, np.inf)), atol=1e-6)
    on = found.places.link >= 0
    assert (
        allowed[found.places.link[on]].all()
        and (network.in_main_part(mode)[found.places.link[on]] == in_main[on]).all()
    )
    assert_array_equal(found.outside, ~in_main & (other <= limit))
    assert not (found.nearer_elsewhere & ~(other + 100 < np.where(in_main, main, np.inf) + 1e-6)).any()


@promise("people stand on roads of a part that holds a facility, and on no others", attach_origins, usual=6)
@given(networks(), points(1), points(1, 3), MODES)
def test_attach_origins(network, xy, facility_xy, mode):
    facilities = attach_facilities(network, mode, facility_xy, 300.0).places
    found = unchanged(attach_origins)(network, mode, xy, 300.0, facilities)
    part = network.weak[EVERY_MODE.index(mode)][network.link_from]
    served = np.isin(part, part[facilities.link[facilities.link >= 0]]) & network.stoppable(mode)
    least = np.where(served, metres_to_links(network, xy), np.inf).min(1)
    assert_allclose(found.places.offroad_m, np.where(least <= 300, least, np.inf), atol=1e-6)
    on = found.places.link >= 0
    assert served[found.places.link[on]].all() and not (found.outside & on).any()


@promise("the parts of a road before and after a place make the whole, and what is closed is inf unless one stands at it",
         along, arriving, leaving, usual=6)  # fmt: skip
@given(st.data(), networks(), MODES)
def test_ends_of_links(data, network, mode):
    at, costs = data.draw(places(network)), costs_of(network, mode)
    here, away = (unchanged(way)(network, costs, at) for way in (arriving, leaving))
    open_ahead, open_back = np.isfinite(costs.forward[at.link]), np.isfinite(costs.backward[at.link])
    ahead = here.at_from + away.at_to
    back = here.at_to + away.at_from
    assert_allclose(ahead[open_ahead], costs.forward[at.link][open_ahead], atol=1e-9)
    assert_allclose(back[open_back], costs.backward[at.link][open_back], atol=1e-9)
    for ends in (here, away):
        assert (ends.at_from >= 0).all() and (ends.at_to >= 0).all()
    position = along(at, network.metres)
    for values, is_open, end in (
        (here.at_from, open_ahead, position == 0),
        (away.at_from, open_back, position == 0),
    ):
        assert_array_equal(np.isfinite(values), is_open | end)
    later = at._replace(share=np.minimum(at.share + 0.25, 1))
    assert (along(later, network.metres) >= position).all()


@promise("a leg off the road takes as long as its metres at the speed, and none is inf", offroad_minutes, usual=4)
@given(networks(3), points(1), st.floats(0.5, 30))
def test_offroad_minutes(network, xy, speed):
    at = nearest_places(network, np.ones(network.link_count, bool), xy, 200.0)
    minutes = unchanged(offroad_minutes)(at, speed)
    assert_allclose(minutes * speed * 1000 / 60, at.offroad_m)
    assert_allclose(offroad_minutes(at, 2 * speed) * 2, minutes)


@promise("straight lines: the nearest of all facilities, ties to the lower number, and the pairs within a limit",
         nearest_straight, pairs_straight, usual=8)  # fmt: skip
@given(points(0, 6), points(0, 6), st.integers(1, 4), st.sampled_from((np.inf, 0.0, 0.4, 1.0)))
def test_straight_lines(facilities, people, count, limit):
    straight = Straight(facilities)
    minutes = np.array([[np.hypot(*(one - two)) for two in facilities] for one in people]).reshape(
        len(people), len(facilities)
    )
    minutes /= straight.metres_per_minute
    found = unchanged(nearest_straight)(straight, people, count)
    for row, times in enumerate(minutes):
        order = np.lexsort((np.arange(len(times)), times))[:count]
        filled = len(order)
        assert found.facility[row].tolist() == [*order, *[-1] * (count - filled)]
        assert_allclose(found.minutes[row, :filled], times[order])
        assert np.isinf(found.minutes[row, filled:]).all()
    pairs = unchanged(pairs_straight)(straight, people, limit)
    table = np.full(minutes.shape, np.inf)
    table[pairs.origin, pairs.facility] = pairs.minutes
    assert_allclose(table, np.where(minutes <= limit, minutes, np.inf))
    assert len(pairs.origin) == (minutes <= limit).sum()
    slower = nearest_straight(straight._replace(speed_kmh=30.0), people, count)
    assert_allclose(slower.minutes, found.minutes * 2)
    assert_array_equal(slower.facility, found.facility)
