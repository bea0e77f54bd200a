"""Travel by timetable against the plain search, and what holds of every journey."""

from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.transit.away import search_away
from narvard_plugin.core.transit.clock import MINUTE, milliseconds
from narvard_plugin.core.transit.rides import blocks
from narvard_plugin.core.transit.stops import Changes
from narvard_plugin.core.transit.summary import UNREACHED, journeys_of, nearest_rank, summarise
from narvard_plugin.core.transit.towards import NEVER, RIDE_BIT, pack, search_towards
from narvard_plugin.core.transit.walking import ChangeRules, Walks, make_footpaths, sorted_walks
from tests.core.transit.oracle import Board
from tests.promises import promise
from tests.promises.strategies.timetables import questions
from tests.promises.unchanged import unchanged

SEARCHES = st.sampled_from((search_towards, search_away))


def answered(question, search, most_rides=60):
    """(ms, facility, rides), each (origins, departures)."""
    found = search(question.rides(), question.walks(), question.departures, most_rides)
    parts = list(journeys_of(found, question.walks(), question.origins))
    return tuple(np.concatenate(columns) for columns in zip(*parts))


def expected(question, search, most_rides):
    board, horizon = Board(question.runs, question.by_stop()), 10**12
    rows = []
    for origin in range(question.origins):
        access = [(stop, ms) for at, stop, ms in question.access if at == origin]
        on_foot = [(ms, facility) for at, facility, ms in question.direct if at == origin]
        for depart in question.departures.tolist():
            options = []
            if search is search_towards:
                egress = {}
                for stop, facility, ms in question.ends:
                    egress.setdefault(stop, []).append((ms, facility))
                options.append(board.best(depart, access, egress, on_foot, most_rides, horizon))
            else:
                for facility in range(question.facilities):
                    start = [(stop, ms) for stop, at, ms in question.ends if at == facility]
                    egress = {stop: [(ms, facility)] for stop, ms in access}
                    own = [one for one in on_foot if one[1] == facility]
                    options.append(board.best(depart, start, egress, own, most_rides, horizon))
            best = min(filter(None, options), default=None)
            rows.append((UNREACHED, -1, 0) if best is None else (best[0] - depart, best[2], best[1]))
    return [np.array(column).reshape(question.origins, -1) for column in zip(*rows)]


@promise("every departure of every place gets the first arrival, by the fewest rides, at the lowest facility",
         search_towards, search_away, journeys_of, usual=8, long=1000)  # fmt: skip
@given(questions(), SEARCHES, st.sampled_from((60, 60, 1, 2)))
def test_against_the_plain_search(question, search, most_rides):
    for got, want in zip(answered(question, search, most_rides), expected(question, search, most_rides)):
        assert_array_equal(got, want)


@promise("who sets out later never arrives earlier, and one run more or one ride more never makes it later",
         search_towards, search_away, usual=6)  # fmt: skip
@given(questions(), SEARCHES)
def test_arrivals_are_monotone(question, search):
    ms, facility, rides = answered(question, unchanged(search))
    arrival = np.where(ms < UNREACHED, ms + question.departures, UNREACHED)
    assert (np.diff(arrival, axis=1) >= 0).all()
    assert ((facility >= 0) == (ms < UNREACHED)).all() and (ms >= 0).all() and not rides[facility < 0].any()
    one_ride = answered(question, search, 1)[0]
    assert (ms <= one_ride).all()
    if question.runs:
        assert (ms <= answered(question._replace(runs=question.runs[1:]), search)[0]).all()
    assert (ms <= answered(question._replace(changes=question.changes[1:]), search)[0]).all()


@promise("all clocks an hour later, everybody travels the same", search_towards, search_away, usual=4)
@given(questions(), SEARCHES)
def test_an_hour_later(question, search):
    hour = 60 * MINUTE
    runs = [[(stop, arrive + hour, depart + hour, *may) for stop, arrive, depart, *may in run] for run in question.runs]
    later = question._replace(runs=runs[::-1], departures=question.departures + hour)
    for got, want in zip(answered(later, search), answered(question, search)):
        assert_array_equal(got, want)


PERCENTILES = st.lists(st.integers(1, 100), min_size=1, max_size=4, unique=True).map(sorted)
LONGEST = st.sampled_from((np.inf, 4.0, 0.5))


class AnyEnds(NamedTuple):
    """Stands for a search: any best ``ends`` (s, d) at each stop, which is where the place of its number is."""

    ends: np.ndarray
    departures: np.ndarray

    def after_walks(self, stop, ms):
        return self.ends[stop]

    def direct(self, facility, ms):
        return np.full((len(ms), len(self.departures)), NEVER)


@st.composite
def any_ends(draw):
    """(search, walks, count of places) with rides, facilities and minutes as they come."""
    count, departures = draw(st.integers(1, 4)), draw(st.integers(1, 7))
    end = st.one_of(st.none(), st.tuples(st.integers(0, 10), st.integers(0, 4), st.integers(0, 2)))
    at, ends = np.arange(departures, dtype=np.int64) * MINUTE, np.full((count, departures), NEVER)
    for row in range(count):
        for column in range(departures):
            drawn = draw(end)
            if drawn:
                minutes, rides, facility = drawn
                ends[row, column] = pack(at[column] + minutes * MINUTE // 2, (rides << RIDE_BIT) | facility)
    nothing, places = np.zeros(0, np.int64), np.arange(count)
    return AnyEnds(ends, at), Walks(places, places, 0 * places, *[nothing] * 9), count


@st.composite
def searched(draw):
    """The same of a timetable."""
    question, search = draw(questions()), draw(SEARCHES)
    return search(question.rides(), question.walks(), question.departures), question.walks(), question.origins


@promise("percentiles rise and are times that someone has, shares are of all departures, and unreached is inf and nobody's",
         summarise, journeys_of, nearest_rank, usual=12)  # fmt: skip
@given(any_ends() | searched(), PERCENTILES, LONGEST)
def test_summaries(asked, percentiles, longest):
    search, walks, count = asked
    told = unchanged(summarise)(search, walks, count, 3, percentiles, longest)
    ms, facility, rides = (np.concatenate(parts) for parts in zip(*journeys_of(search, walks, count)))
    within = ms <= (longest * MINUTE if np.isfinite(longest) else UNREACHED - 1)
    assert_array_equal(told.share, within.mean(1))
    assert (told.minutes[:, 1:] >= told.minutes[:, :-1]).all()
    assert ((told.minutes <= longest) | np.isinf(told.minutes)).all()
    for row in range(count):
        times = sorted(ms[row][within[row]] / MINUTE)
        for percent, minutes in zip(percentiles, told.minutes[row]):
            enough = np.ceil(percent * within.shape[1] / 100)
            assert minutes == (times[int(enough) - 1] if enough <= len(times) else np.inf)
        if times:
            names, often = np.unique(facility[row][within[row]], return_counts=True)
            assert told.facility[row] == names[often.argmax()]
            middle = sorted(np.maximum(rides[row][within[row]] - 1, 0))[(len(times) + 1) // 2 - 1]
            assert told.transfers[row] == middle
        else:
            assert told.facility[row] == told.transfers[row] == -1
        assert told.beyond[row] == (not times and (ms[row] < UNREACHED).any())


@promise(
    "a percentile by nearest rank is the first value that so many per cent are no greater than", nearest_rank, usual=8
)
@given(st.integers(1, 100), st.integers(1, 2000))
def test_nearest_rank(percent, count):
    at = nearest_rank(percent, count)
    assert 0 <= at < count and 100 * (at + 1) >= percent * count and 100 * at < percent * count


@promise("an end packed into one number sorts by arrival and then by facility", pack, usual=8)
@given(st.lists(st.tuples(st.integers(-86_400_000, 8 * 86_400_000), st.integers(0, 2**24 - 1)), min_size=1))
def test_pack(ends):
    arrival, facility = (np.array(column) for column in zip(*ends))
    packed = unchanged(pack)(arrival, facility)
    assert [ends[i] for i in np.argsort(packed, kind="stable")] == sorted(ends)
    assert_array_equal(packed >> 32, arrival)
    assert_array_equal(packed & 0xFFFFFF, facility)


@promise(
    "blocks cut the rows into stretches, none left out and none twice, each of the size or of one row", blocks, usual=8
)
@given(st.lists(st.integers(0, 9)), st.integers(1, 12))
def test_blocks(counts, size):
    first = np.concatenate([[0], np.cumsum(counts, dtype=int)])
    cuts = unchanged(blocks)(first, size)
    assert [row for begin, end in cuts for row in range(begin, end)] == list(range(len(counts)))
    assert all(first[end] - first[begin] <= size or end == begin + 1 for begin, end in cuts)


@promise("each walk is sorted under one kind with its own ends, as people go", sorted_walks, milliseconds, usual=6)
@given(
    st.data(),
    st.integers(0, 3),
    st.integers(0, 3),
    st.lists(st.integers(0, 50), max_size=4, unique=True),
    st.booleans(),
)
def test_sorted_walks(data, origins, facilities, stops, towards):
    here, there = origins + len(stops), facilities + len(stops)
    drawn = []
    if here and there:
        cell = st.tuples(st.integers(0, here - 1), st.integers(0, there - 1), st.floats(0, 30))
        drawn = data.draw(st.lists(cell, max_size=12, unique_by=lambda one: one[:2]))
    pairs = Pairs(*(np.array([one[i] for one in drawn], kind) for i, kind in enumerate((int, int, float))))
    walks = unchanged(sorted_walks)(pairs, origins, facilities, np.array(stops, int), towards)
    ms = milliseconds(pairs.minutes)
    assert ms.dtype == np.int64 and (np.abs(ms - pairs.minutes * MINUTE) <= 0.5).all()
    kinds = {"access": [], "direct": [], "end": [], "change": []}
    for (one, two, _), time in zip(drawn, ms.tolist()):
        at, to = (
            (stops[one - origins] if one >= origins else None),
            (stops[two - facilities] if two >= facilities else None),
        )
        if at is None:
            kinds["direct" if to is None else "access"].append((one, two if to is None else to, time))
        elif to is None:
            kinds["end"].append((at, two, time))
        else:
            kinds["change"].append((at, to, time) if towards else (to, at, time))
    rows = [list(zip(*(column.tolist() for column in walks[i : i + 3]))) for i in (0, 3, 6, 9)]
    assert rows[0] == sorted(kinds["access"], key=lambda row: row[:2])
    for got, want in zip(rows[1:], (kinds["direct"], kinds["end"], kinds["change"])):
        assert sorted(got) == sorted(want)


@promise("one may change where one can walk or where a station joins, never faster than the rules, never where forbidden",
         make_footpaths, usual=8)  # fmt: skip
@given(st.data(), st.integers(1, 5), st.sampled_from((0, 2 * MINUTE)))
def test_footpaths(data, stops, least):
    stop = st.integers(0, stops - 1)
    xy = np.array(
        [data.draw(st.sampled_from(((0.0, 0.0), (300.0, 0.0), (4000.0, 0.0), (np.nan, np.nan)))) for _ in range(stops)]
    )
    station = np.array([data.draw(stop) for _ in range(stops)])
    used = np.array([data.draw(st.integers(0, 3)) > 0 for _ in range(stops)])
    alive = np.flatnonzero(used).tolist()
    pair = st.tuples(st.sampled_from(alive), st.sampled_from(alive))
    pairs = data.draw(st.lists(pair, max_size=5, unique=True)) if alive else []
    walked = {one: data.draw(st.integers(1, 5)) * MINUTE for one in pairs if one[0] != one[1]}
    ruled = {
        one: (data.draw(st.sampled_from((0, MINUTE, 9 * MINUTE))), data.draw(st.booleans()))
        for one in data.draw(st.lists(st.tuples(stop, stop), max_size=5, unique=True))
    }
    empty = [np.zeros(0, np.int64)] * 9
    columns = lambda rows, width: [np.array(c, np.int64) for c in (zip(*rows) if rows else [[]] * width)]  # noqa: E731
    walks = Walks(*empty, *columns([(*pair, ms) for pair, ms in walked.items()], 3))
    start, end, ms, possible = columns([(*pair, *rule) for pair, rule in ruled.items()], 4)
    rules = ChangeRules(10 * MINUTE, 100 / MINUTE, least)
    paths = unchanged(make_footpaths)(
        walks, Changes(start, end, ms, possible.astype(bool), 0, 0), xy, station, used, rules
    )
    found = {
        (i, int(to)): int(time)
        for i in range(stops)
        for to, time in zip(*(c[paths.first[i] : paths.first[i + 1]] for c in paths[1:]))
    }
    want = {}
    for one in range(stops):
        for two in range(stops):
            if not (used[one] and used[two]):
                continue
            rule_ms, may = ruled.get((one, two), (0, True))
            if not may:
                continue
            times = [walked[one, two]] if (one, two) in walked else []
            if one == two:
                times = [0]
            elif station[one] == station[two] or (one, two) in ruled:
                gap = np.nan_to_num(np.hypot(*(xy[one] - xy[two])))
                if gap <= 1000:
                    times.append(round(gap / rules.metres_per_ms))
            if times:
                want[one, two] = max(min(times), rule_ms, least)
    assert found == want and len(paths.to) == len(want)
