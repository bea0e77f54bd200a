"""What other systems write: read as it stands, refused by its reason, and never a number where there is none."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core import figures, listings_import, squares, squares_import, waiting
from narvard_plugin.core.figures import Unreadable
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, or_unknown, reordered
from tests.promises.strategies.refusals import tried

TEXT = st.one_of(st.text(max_size=6), st.text("0123456789 .,-−<xeE%+\u00a0", max_size=9))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def grouped(number: int, space: str) -> str:
    return f"{number:,}".replace(",", space)


@promise("a number is read as it is written in Sweden or elsewhere; an empty cell or a mark is no number; the rest is refused",
         figures.read_number, figures.read_count, figures.decimals_of, usual=15, long=1200)  # fmt: skip
@given(st.integers(0, 10**10), st.integers(0, 6), st.booleans(), TEXT)
def test_numbers(whole, decimals, negative, text):
    exact = f"{'-' if negative else ''}{whole / 10**decimals:.{decimals}f}"
    spaced = grouped(whole, "\u00a0")
    for written in (exact, exact.replace(".", ","), f" {exact} ", exact.replace("-", "\u2212")):
        assert figures.read_number(written) == float(exact) and figures.decimals_of(written) == decimals
    assert (
        figures.read_count(spaced)
        == whole
        == figures.read_count(f"{whole},0")
        == figures.read_number(grouped(whole, "\u202f"))
    )
    for empty in ("", "  ", "..", "-", "–", "\u2212", "x", "<5"):
        assert figures.read_number(empty) is None and figures.read_count(empty) is None
    for read in (figures.read_number, figures.read_count):
        number, refusal = tried(Unreadable, read, text)
        if refusal:
            assert refusal.problem == "number"
        else:
            assert number is None or math.isfinite(number)
            assert read is figures.read_number or number is None or (number >= 0 and number == int(number))
    for wrong in ("-1", "1,5", "12345678901", "1e400"):
        with pytest.raises(Unreadable):
            figures.read_count(wrong)


@promise(
    "what is read stands in place of what was known, nothing else is touched, and reading it again changes nothing",
    figures.merge,
)
@given(st.dictionaries(st.integers(0, 5), st.integers(0, 2)), st.dictionaries(st.integers(0, 5), st.integers(0, 2)))
def test_merging(known, read):
    before = dict(known)
    merged, fates = figures.merge(known, read.items())
    assert merged == {**before, **read} and known == before and list(merged)[: len(known)] == list(known)
    for fate, (key, value) in zip(fates, read.items()):
        assert fate == (
            figures.ADDED if key not in known else figures.UNCHANGED if known[key] == value else figures.CHANGED
        )
    assert figures.merge(merged, read.items()) == (merged, [figures.UNCHANGED] * len(read))


@promise("a listed cell is its number, a hidden one is hidden with its mark, and an empty one is 0 only where one says so",
         listings_import.read_cell, listings_import.most_behind, long=600)  # fmt: skip
@given(st.integers(0, 3000), st.sampled_from([0, 5, 10]), TEXT, st.booleans())
def test_cells(number, minimum, text, zero):
    told = listings_import.read_cell(grouped(number, " "), minimum, zero)
    few = 0 < number < minimum
    assert told == ((None, "suppressed", listings_import.FEW) if few else (number, "ok", ""))
    assert listings_import.most_behind(listings_import.FEW, minimum) == minimum - 1
    assert (
        listings_import.most_behind(f"<{number}", minimum) == number - 1
        and listings_import.most_behind("..", minimum) == math.inf
    )
    assert listings_import.read_cell("", minimum, zero) == ((0, "ok", "") if zero else (None, "missing", ""))
    try:
        told = listings_import.read_cell(text, minimum, zero)
    except Unreadable:
        return
    assert (told.number is None) == (told.status != "ok") and told.number != -1
    assert told.number is None or told.number == 0 or told.number >= minimum
    assert not told.mark or told.status == "suppressed"


@promise("a day is that day in any of its forms, a row of sums is refused, and what is no day too", listings_import.read_day,
         listings_import.read_key, long=600)  # fmt: skip
@given(DAYS, TEXT, st.sampled_from(["", "Totalt", " alla ", "0114A0010"]), st.sampled_from(["", "summa", "vc1"]))
def test_days_and_keys(day, text, area, unit):
    for form in ("{}", " {} ", "{}T12:00", "{} 00:00:00"):
        assert listings_import.read_day(form.format(day)) == str(day)
    assert listings_import.read_day(f"{day:%Y%m%d}") == str(day)
    key, refusal = tried(Unreadable, listings_import.read_key, area, unit, text)
    if refusal:
        assert refusal.problem in ("area", "unit", "sum", "date")
    else:
        assert (key.area, key.unit) == ("0114A0010", "vc1") and str(date.fromisoformat(key.day)) == key.day
    for wrong in ("2023-02-29", "20231301", "2024-1-1", ""):
        with pytest.raises(Unreadable, match="date"):
            listings_import.read_day(wrong)


TOLD = st.sampled_from(
    [
        ("0", "ok", ""),
        ("12", "ok", ""),
        ("", "suppressed", "<5"),
        ("", "suppressed", listings_import.FEW),
        ("", "missing", ""),
    ]
)
CELLS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("uv"), st.sampled_from(["2024-01-01", "2024-12-31"]), TOLD),
    max_size=9,
)


@promise("equals stay once and contradictions not at all; marks are counted; a unit's people are its newest day's, none twice",
         listings_import.without_repeated, listings_import.marks, listings_import.totals, usual=10, long=600)  # fmt: skip
@given(
    CELLS,
    st.dictionaries(st.sampled_from("uw"), st.tuples(st.integers(0, 40).map(float), st.just("2024-12-31"))),
    SEEDS,
)
def test_listings(drawn, known, seed):
    rows = [listings_import.Row(place, listings_import.Key(*key), listings_import.Told(int(number) if number else None, status, mark))
            for place, (*key, (number, status, mark)) in enumerate(drawn, 1)]  # fmt: skip
    kept, left = listings_import.without_repeated(rows)
    assert sorted([*kept, *(row for row, _ in left)]) == sorted(rows) and len({row.key for row in kept}) == len(kept)
    torn = {row.key for row in rows if any(other.key == row.key and other.told != row.told for other in rows)}
    assert {row.key for row in kept} == {row.key for row in rows} - torn
    assert all((problem == "contradicts") == (row.key in torn) for row, problem in left)
    assert sum(listings_import.marks(rows).values()) == sum(bool(row.told.mark) for row in rows)
    found = listings_import.totals(kept, known, 5)
    assert found == listings_import.totals([kept[at] for at in reordered(seed, len(kept))], known, 5)
    newest = [row for row in kept if row.key.day == max(one.key.day for one in kept)]
    assert [one.unit for one in found] == sorted({row.key.unit for row in newest})
    assert sum(one.listed for one in found) == sum(row.told.number or 0 for row in newest)
    for one in found:
        behind = [
            listings_import.most_behind(row.told.mark, 5)
            for row in newest
            if row.key.unit == one.unit and row.told.number is None
        ]
        assert (one.hidden, one.most) == (len(behind), sum(behind)) and one.known == known.get(one.unit, (None,))[0]
        assert one.explained == (None if one.known is None else 0 <= one.known - one.listed <= one.most)


SIDE = st.sampled_from(squares_import.SIDES)
CORNERS = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 9999)), min_size=1, max_size=6)


@promise("squares' ids and centres are each other's, through noise of millimetres; another place is refused", squares.centres, squares.ids_of,
         usual=8, long=800)  # fmt: skip
@given(CORNERS, SIDE, st.floats(-0.9, 0.9), st.floats(2, 49))
def test_squares(corners, side, noise, off):
    ids = [f"{east * 1000:06d}{north * 1000:07d}" for east, north in corners]
    xy = squares.centres(ids, side)
    assert squares.ids_of(xy, side) == ids == squares.ids_of(xy + noise, side)
    assert (xy - side / 2).tolist() == [[east * 1000, north * 1000] for east, north in corners]
    for strange in (xy + off, xy * np.nan, -xy, xy + 10**7):
        with pytest.raises(squares.NotASquare):
            squares.ids_of(strange, side)
    for wrong in (ids[0][1:], ids[0] + "0", f"x{ids[0][1:]}", f"{ids[0][:12]}7"):
        with pytest.raises(squares.NotASquare):
            squares.centres([wrong], side)


@promise("one square has one id, however it is written, in ASCII digits; what is no square of the grid is refused", squares_import.read_id,
         squares_import.side_of, long=800)  # fmt: skip
@given(CORNERS, SIDE, TEXT)
def test_ids(corners, side, text):
    east, north = corners[0][0] * 1000, corners[0][1] * 1000
    forms = [
        "{e:06d}{n:07d}",
        " {e:06d}{n:07d} ",
        "E{e:06d}N{n:07d}",
        "n{n:07d}e{e:06d}",
        "CRS3006RES250mN{n:07d}E{e:06d}",
        "{e:06d}{n:07d}-1km",
    ]
    assert {squares_import.read_id(form.format(e=east, n=north)) for form in forms} == {f"{east:06d}{north:07d}"}
    ids = [f"{e * 1000 + side % 1000:06d}{n * 1000:07d}" for e, n in corners]
    found = squares_import.side_of(ids)
    assert all(int(one[:6]) % found == int(one[6:]) % found == 0 for one in ids)
    assert not [
        larger
        for larger in squares_import.SIDES
        if larger > found and all(int(one[:6]) % larger == int(one[6:]) % larger == 0 for one in ids)
    ]
    with pytest.raises(squares.NotASquare):
        squares_import.side_of([*ids, "0000010000000"])
    for told in (text, f"{text}{east:06d}{north:07d}"):
        try:
            read = squares_import.read_id(told)
        except squares.NotASquare:
            continue
        assert len(read) == 13 and read.isascii() and read.isdigit()


@promise("a group of ages is told only where its fields hold everyone of it once; the same field is never used twice", squares_import.age_fields,
         long=600)  # fmt: skip
@given(st.lists(st.sampled_from(["ald0_4", "age_5_9", "ald5-9", "ald80_84", "ald85w", "ald85_89", "age_90_plus", "ald90_94", "ald95w", "ald0_19", "namn", "alder"]),
       max_size=7), SEEDS)  # fmt: skip
def test_ages(names, seed):
    found = squares_import.age_fields(names)
    used = [name for group in found.fields.values() for name in group]
    assert len(set(used)) == len(used) and not set(used) & set(found.unused) and {*used, *found.unused} <= set(names)
    assert set(found.fields) <= set(squares_import.GROUPS)
    assert ("age_0_4" in found.fields) == ("ald0_4" in names)
    old = {"ald85w", "ald85_89", "age_90_plus", "ald90_94", "ald95w"} & set(names)
    oldest = "ald85w" in old or old in ({"ald85_89", "age_90_plus"}, {"ald85_89", "ald90_94", "ald95w"})
    assert ("age_85_plus" in found.fields) == oldest
    again = squares_import.age_fields([names[at] for at in reordered(seed, len(names))])
    assert set(again.fields) == set(found.fields)


@promise(
    "a square is marked where a told part is more than its total, and for nothing that is not told",
    squares_import.over_total,
)
@given(
    st.lists(
        st.tuples(or_unknown(st.integers(0, 9)), or_unknown(st.integers(0, 9)), or_unknown(st.integers(0, 9))),
        max_size=8,
    )
)
def test_parts_over_their_total(rows):
    table = np.array(rows, float).reshape(-1, 3)
    assert squares_import.over_total(table[:, :2], table[:, 2]).tolist() == [
        bool(a > whole or b > whole) for a, b, whole in rows
    ]


@promise(
    "a period is a year, a month or a quarter in one form; anything else is refused", waiting.read_period, long=600
)
@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 4), TEXT)
def test_periods(year, month, quarter, text):
    assert waiting.read_period(f" {year} ") == str(year)
    assert {waiting.read_period(form.format(year, month)) for form in ("{}-{:02}", "{}M{:02}", "{}{:02}")} == {
        f"{year}-{month:02}"
    }
    quarters = {
        waiting.read_period(form.format(year, quarter))
        for form in ("{}-Q{}", "{} kv {}", "{}K{}", "{} kvartal {}", "{}-kv.{}")
    }
    assert quarters == {f"{year}-Q{quarter}"}
    period, refusal = tried(Unreadable, waiting.read_period, text)
    if refusal:
        assert refusal.problem == "period"
    else:
        assert waiting.read_period(period) == period and period.isascii()
    for wrong in (f"{year}-13", f"{year}Q5", f"{year % 100}"):
        with pytest.raises(Unreadable):
            waiting.read_period(wrong)


@promise("a share is between 0 and 1, the same in per cent, and never guessed at", waiting.read_share, long=600)
@given(st.integers(0, 1000), TEXT)
def test_shares(thousandths, text):
    share = thousandths / 1000
    assert waiting.read_share(f"{share:.3f}".replace(".", ","), waiting.SHARE) == share
    assert (
        waiting.read_share(f"{share * 100:.1f} %", waiting.PERCENT)
        == pytest.approx(share)
        == waiting.read_share(f"{share * 100:.1f}", waiting.PERCENT)
    )
    with pytest.raises(Unreadable, match="share_with_percent"):
        waiting.read_share(f"{share} %", waiting.SHARE)
    for written in (waiting.SHARE, waiting.PERCENT):
        assert waiting.read_share("..", written) is None
        with pytest.raises(Unreadable, match="share_outside"):
            waiting.read_share(str(101 + thousandths), written)
        try:
            found = waiting.read_share(text, written)
        except Unreadable:
            continue
        assert found is None or 0 <= found <= 1
