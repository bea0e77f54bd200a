"""Counts carried to other divisions of the land: nobody is made, nobody is lost in silence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import overlay
from narvard_plugin.core.deso.carry import BadShares, Key, KeyProblem, RepeatedPairs, SharesAboveOne, carry, check_key
from narvard_plugin.core.deso.rates import BadRate, Rate, parse_rates, recompute
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, equal, or_unknown, reordered
from tests.promises.strategies.refusals import tried

LINKS = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(0, 9), max_size=16)


def key_of(links, leaking):
    """The shares of every old area sum to 1, or with ``leaking`` to less."""
    whole = {old: sum(weight for (one, _), weight in links.items() if one == old) + leaking for old, _ in links}
    rows = [(f"o{old}", f"n{new}", weight / whole[old] if whole[old] else 0.0) for (old, new), weight in links.items()]
    old, new, share = zip(*rows) if rows else ((), (), ())
    return Key(np.array(old, object), np.array(new, object), np.array(share, float))


@promise("what is carried and what is left are all people there were; what is unknown stays so, in any order", carry, check_key,
         usual=8, long=600)  # fmt: skip
@given(
    LINKS,
    st.integers(0, 3),
    st.lists(st.tuples(PEOPLE, or_unknown(PEOPLE)), min_size=6, max_size=6),
    st.integers(0, 3),
    SEEDS,
)
def test_people_are_kept(links, leaking, values, without, seed):
    key = key_of(links, leaking)
    check_key(key)
    codes = [None] * without + [f"o{number}" for number in range(without, 6)]
    values = np.array(values, float)
    found = carry(codes, values, key)
    lost_in = found.incomplete  # a part of it is none of ours, so its people are not known
    assert np.isnan(found.values[lost_in]).all()
    if not lost_in.any():
        assert found.values[:, 0].sum() + found.left[0] == pytest.approx(values[:, 0].sum())
        if np.isfinite(values[:, 1]).all():
            assert found.values[:, 1].sum() + found.left[1] == pytest.approx(values[:, 1].sum())
    assert found.codes.tolist() == sorted(found.codes)
    for code, row, sources in zip(found.codes, found.values, found.sources):
        parts = [(values[at, 1], share) for old, new, share in zip(*key) if new == code and share > 0
                 for at in [codes.index(old) if old in codes else -1] if at >= 0]  # fmt: skip
        assert len(parts) == sources and np.isnan(row[1]) == (
            any(np.isnan(value) for value, _ in parts) or np.isnan(row[0])
        )
    rows, areas = reordered(seed, len(key.old)), reordered(seed, 6)
    again = carry([codes[at] for at in areas], values[areas], Key(*(column[rows] for column in key)))
    assert again.codes.tolist() == found.codes.tolist() and again.values == pytest.approx(found.values, nan_ok=True)
    assert equal(again.not_in_key, found.not_in_key[areas]) and equal(again.leaks, found.leaks[areas])


@promise("a key that would lose or make people is refused, and says where", check_key, carry)
@given(LINKS.filter(bool), st.sampled_from(["nan", "above", "negative", "twice", "sum"]))
def test_refused_keys(links, how):
    key = key_of(links, 0)
    old, new, share = (column.copy() for column in key)
    if how == "twice":
        old, new, share = (np.append(column, column[:1]) for column in (old, new, share))
        share[-1] = 0
    elif how == "sum":
        old, new, share = np.append(old, old[0]), np.append(new, "another"), np.append(share, 1.0)
        share[old == old[0]] = 0.7
    else:
        share[0] = {"nan": np.nan, "above": 1.01, "negative": -1e-9}[how]
    kinds = {"twice": RepeatedPairs, "sum": SharesAboveOne}
    with pytest.raises(kinds.get(how, BadShares)) as caught:
        carry(["o0"], np.zeros((1, 1)), Key(old, new, share))
    assert isinstance(caught.value, KeyProblem) and str(old[0]) in " ".join(caught.value.codes)


@st.composite
def gridded(draw):
    """Cells of a grid, each with a weight, in at most one area and in some zones."""
    count, areas, zones = draw(st.integers(0, 12)), draw(st.integers(1, 4)), draw(st.integers(1, 4))
    weight = np.array(draw(st.lists(st.sampled_from([0.0, 1.0, 2.5, 40.0]), min_size=count, max_size=count)))
    area = np.array(draw(st.lists(st.integers(-1, areas - 1), min_size=count, max_size=count)), int)
    inside = np.array(
        draw(st.lists(st.lists(st.booleans(), min_size=zones, max_size=zones), min_size=count, max_size=count)), bool
    )
    cell, zone = np.nonzero(inside.reshape(count, zones))
    here = np.flatnonzero(area >= 0)
    return overlay.Cells(area[here], here, zone, cell, weight), areas, zones, area, inside.reshape(count, zones)


@promise("an area's shares are those of its cells' weight, and where zones do not overlap nobody is counted twice or lost",
         overlay.by_cells, overlay.share_in_any_zone, overlay.share_in_no_area, overlay.sums, overlay.areas_per_zone, long=400)  # fmt: skip
@given(gridded(), st.lists(or_unknown(PEOPLE), min_size=4, max_size=4))
def test_shares_by_cells(grid, counts):
    cells, areas, zones, area, inside = grid
    counts = np.array(counts[:areas], float)
    shares, weighty = overlay.by_cells(cells, areas, zones)
    table = np.zeros((areas, zones))
    table[shares.area, shares.zone] = shares.share
    covered, outside = overlay.share_in_any_zone(cells, areas), overlay.share_in_no_area(cells, zones)
    for one in range(areas):
        own = cells.weight * (area == one)
        assert weighty[one] == (own.sum() > 0)
        assert table[one] == pytest.approx(own @ inside / own.sum() if own.sum() else np.zeros(zones))
        assert covered[one] == pytest.approx(own @ inside.any(1) / own.sum() if own.sum() else np.nan, nan_ok=True)
    for zone in range(zones):
        own = cells.weight * inside[:, zone]
        assert outside[zone] == pytest.approx(own @ (area < 0) / own.sum() if own.sum() else np.nan, nan_ok=True)
    touched = np.ones(zones, bool)
    found, known = overlay.sums(shares, counts, touched), np.isfinite(counts)
    assert np.nansum(found) == pytest.approx((table[known] * counts[known, None]).sum())
    only_unknown = (table[~known] > 0).any(0) & ~(table[known] > 0).any(0)
    assert equal(np.isnan(found), only_unknown) and np.isnan(overlay.sums(shares, counts, ~touched)).all()
    assert overlay.areas_per_zone(shares, known, zones).tolist() == (table[known] > 0).sum(0).tolist()
    if known.all() and (inside.sum(1) <= 1).all():
        assert found.sum() == pytest.approx(counts @ np.nan_to_num(covered))


@promise("ground is shared by its size, never more than whole, and two lists of pairs sum as one", overlay.by_ground,
         overlay.joined, overlay.sums)  # fmt: skip
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0, 30)), max_size=9), SEEDS)
def test_shares_by_ground(pairs, seed):
    area, zone, shared = (np.array(column) for column in zip(*pairs)) if pairs else (np.zeros(0, int),) * 3
    size = np.array([10.0, 20, 30, 25])
    shares = overlay.by_ground(area, zone, shared, size)
    assert ((shares.share >= 0) & (shares.share <= 1)).all()
    assert shares.share * size[area] == pytest.approx(np.minimum(shared, size[area]))
    half = np.random.default_rng(seed).random(len(area)) < 0.5
    both = overlay.joined(shares.where(half), shares.where(~half))
    counts, touched = np.arange(4.0), np.ones(4, bool)
    assert overlay.sums(both, counts, touched) == pytest.approx(overlay.sums(shares, counts, touched))


@promise("a rate is one sum over another, none where nobody is there to divide by or a part is unknown, whatever its name",
         parse_rates, recompute)  # fmt: skip
@given(st.lists(st.tuples(or_unknown(PEOPLE), or_unknown(PEOPLE)), max_size=8), st.text("ab =/;é", max_size=12))
def test_rates(rows, text):
    part, whole = (np.array(column, float) for column in zip(*rows)) if rows else (np.zeros(0), np.zeros(0))
    rates = parse_rates(" share = old / all people ; ;inv=all people/old;", ("old", "all people"))
    assert rates == [Rate("share", "old", "all people"), Rate("inv", "all people", "old")]
    found = recompute(rates, {"old": part, "all people": whole})
    with np.errstate(all="ignore"):
        assert equal(found["share"], np.where(whole != 0, part / whole, np.nan))
        assert equal(found["inv"], np.where(part != 0, whole / part, np.nan))
    read, refusal = tried(BadRate, parse_rates, text)
    if refusal:
        assert refusal.text.strip() == refusal.text and refusal.text in text
        return
    again = ";".join(f"{rate.name}={rate.numerator}/{rate.denominator}" for rate in read)
    assert parse_rates(again) == read
