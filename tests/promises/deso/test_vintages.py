"""Codes, vintages and the figures joined by them: read without guessing, and never matched across a change of division."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import joining, vintage
from narvard_plugin.core.deso.zoning import TwoZones, zones_of_areas
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, equal, reordered

COUNTY, PLACE = st.sampled_from(["01", "03", "14", "25"]), st.sampled_from(["14", "80", "05"])
MUNICIPAL = st.builds("{}{}".format, COUNTY, PLACE)
DESO = st.builds("{}{}{:04}".format, MUNICIPAL, st.sampled_from("ABC"), st.integers(0, 9999))
REGSO = st.builds("{}R{:03}".format, MUNICIPAL, st.integers(1, 999))
SHAPED = {vintage.DESO: DESO, vintage.REGSO: REGSO, vintage.MUNICIPALITY: MUNICIPAL, vintage.REGION: COUNTY}
CODES = st.one_of(*(st.tuples(st.just(level), codes) for level, codes in SHAPED.items()))
LEVEL = st.sampled_from([vintage.DESO, vintage.REGSO])


@promise("a code says its level by its shape, whatever is written around it; a lost zero comes back only where nothing else is meant",
         vintage.read_codes, vintage.level_of, usual=8, long=400)  # fmt: skip
@given(st.lists(CODES, min_size=1, max_size=6), st.sampled_from(["", " ", "_DeSO2025", "_RegSO_2025", " Någon stans"]))
def test_codes(told, after):
    levels, bare = zip(*told)
    # A name after a code is left out where somebody else knows the code: "20 Dalarnas län" may be a division's own name.
    read = vintage.read_codes([f"{code}{after}" for code in bare], known=bare if after.startswith(" N") else ())
    assert read.code.tolist() == list(bare) and read.level.tolist() == list(levels) and not read.padded.any()
    assert [vintage.level_of(code) for code in bare] == list(levels)
    assert set(read.suffix) == ({"2025"} if "2025" in after else {None})
    again = vintage.read_codes(read.code.tolist())
    assert equal(again.code, read.code) and equal(again.level, read.level)
    lost = vintage.read_codes([code.lstrip("0") for code in bare], known=bare)
    assert lost.code.tolist() == list(bare)
    assert lost.padded.tolist() == [code.startswith("0") for code in bare]
    own = [
        code.lstrip("0") for level, code in told if level in (vintage.MUNICIPALITY, vintage.REGION) and code[0] == "0"
    ]
    assert vintage.read_codes(own).code.tolist() == own  # an own division's number, as far as anybody knows


@promise(
    "what is no code has no level, and any text is read, as often as one likes", vintage.read_codes, vintage.level_of
)
@given(st.lists(st.one_of(st.none(), st.text(max_size=8)), max_size=5))
def test_any_text_as_codes(texts):
    read = vintage.read_codes(texts)
    assert [column.shape for column in read] == [(len(texts),)] * 4
    for text, code, level in zip(texts, read.code, read.level):
        assert (code is None) == (text is None or not text.strip().lstrip("\ufeff")) == (level is None)
        assert code is None or level == vintage.level_of(code)


@promise("areas of one layer are of one level, own codes among them aside", vintage.level_of_areas)
@given(st.lists(st.sampled_from([None, vintage.OTHER, vintage.DESO, vintage.REGION]), max_size=5), SEEDS)
def test_levels_of_layers(levels, seed):
    found = set(levels) - {None, vintage.OTHER}
    levels = np.array([*levels, None], object)[reordered(seed, len(levels) + 1)]
    if len(found) > 1:
        with pytest.raises(vintage.MixedLevels) as caught:
            vintage.level_of_areas(levels)
        assert caught.value.levels == sorted(found)
    else:
        assert vintage.level_of_areas(levels) == (found.pop() if found else vintage.OTHER)


@promise("a vintage is known by any way of writing it, holds the years that it is published for, and has its fellow",
         vintage.vintage_name, vintage.vintage_of_field, vintage.vintage_together, vintage.vintage_of_year, vintage.outside_years)  # fmt: skip
@given(LEVEL, st.integers(2010, 2035), st.sampled_from(["{}", " {} ", "DeSO {}", "RegSO_{}", "{}_v2"]))
def test_names_of_vintages(level, year, form):
    for name in vintage.VINTAGES[level]:
        assert vintage.vintage_name(level, form.format(name)) == name
        assert (
            vintage.vintage_of_field(level, f"{level}kod_{name}")
            == name
            == vintage.vintage_of_field(level, f"{level.upper()}_{name}")
        )
        other = vintage.REGSO if level == vintage.DESO else vintage.DESO
        assert vintage.vintage_of_field(other, f"{level}_{name}") is None
        assert vintage.vintage_together(other, vintage.vintage_together(level, name, other), level) == name
    if str(year) not in vintage.VINTAGES[level]:
        with pytest.raises(vintage.UnknownVintage):
            vintage.vintage_name(level, str(year))
    own = vintage.vintage_of_year(level, year)
    outside = [
        bool(vintage.outside_years(level, name, np.array([year, np.nan]))[0]) for name in vintage.VINTAGES[level]
    ]
    assert outside == [name != own for name in vintage.VINTAGES[level]]
    assert not vintage.outside_years(level, own, np.array([np.nan])).any()
    assert vintage.vintage_of_year(vintage.REGION, year) is None and vintage.vintage_name("own", " a ") == "a"


@promise("a vintage comes from a field, a suffix, a declaration or a year, in that order, and never from nothing",
         vintage.vintages_of, vintage.said_vintages, vintage.one_vintage, long=400)  # fmt: skip
@given(st.lists(st.tuples(DESO, st.sampled_from([None, "2018", "2025"]), st.booleans()), min_size=1, max_size=5),
       st.sampled_from([None, "2018", "2025"]), st.sampled_from([None, 2020, 2024]))  # fmt: skip
def test_where_vintages_come_from(rows, declared, year):
    texts = [f"{code}_DeSO2025" if suffixed else code for code, _, suffixed in rows]
    told, codes = [one for _, one, _ in rows], vintage.read_codes(texts)
    if any(one == "2018" and suffixed for _, one, suffixed in rows):
        with pytest.raises(vintage.Contradiction):
            vintage.vintages_of(vintage.DESO, codes, told, declared)
        return
    said = [one or ("2025" if suffixed else None) for _, one, suffixed in rows]
    assert vintage.said_vintages(vintage.DESO, codes, told).tolist() == said
    bare = (
        "2018"
        if any(suffixed for *_, suffixed in rows)
        else declared or (year and vintage.vintage_of_year(vintage.DESO, year))
    )
    years = None if year is None else np.full(len(rows), float(year))
    if None in said and not bare:
        with pytest.raises(vintage.NoVintage):
            vintage.vintages_of(vintage.DESO, codes, told, declared, years)
        return
    found = vintage.vintages_of(vintage.DESO, codes, told, declared, years)
    assert found.tolist() == [one or bare for one in said]
    if len(set(found)) > 1:
        with pytest.raises(vintage.SeveralVintages):
            vintage.one_vintage(vintage.DESO, found)
    else:
        assert vintage.one_vintage(vintage.DESO, found) == found[0]
    assert not any(vintage.vintages_of(vintage.REGION, codes))


@st.composite
def figures(draw):
    codes = draw(st.lists(st.one_of(st.none(), DESO, MUNICIPAL), max_size=6, unique=True))
    read = vintage.read_codes(codes)
    count = len(codes)
    status = draw(
        st.lists(
            st.sampled_from([joining.OK, joining.ESTIMATED, joining.SUPPRESSED, joining.MISSING]),
            min_size=count,
            max_size=count,
        )
    )
    values, years = (
        np.array(draw(st.lists(one, min_size=count, max_size=count)), float).reshape(count, 1)
        for one in (PEOPLE, st.sampled_from([2020, 2024, np.nan]))
    )
    of = np.array(draw(st.lists(st.sampled_from(["2018", "2025"]), min_size=count, max_size=count)) or [], object)
    return joining.Figures(read.code, read.level, of, values, np.array(status, object).reshape(count, 1), years)


@promise("an area gets its own row's figure or none, hidden and outdated ones are none, every row has a fate, in any order",
         joining.join, joining.unmatched_areas, usual=8, long=450)  # fmt: skip
@given(figures(), st.lists(DESO, max_size=3, unique=True), st.booleans(), st.sampled_from(["2018", "2025"]), SEEDS)
def test_joining(table, more, without, of, seed):
    codes = np.array(
        [
            *(code for code in table.code if code is not None and vintage.level_of(code) == vintage.DESO),
            *more,
            *[None] * without,
            0,
        ],
        object,
    )[:-1]
    codes = np.array([*dict.fromkeys(codes.tolist()), 0], object)[:-1]
    order = reordered(seed, len(table.code))
    try:
        found = joining.join(codes, vintage.DESO, of, table)
    except vintage.VintageError as refusal:
        with pytest.raises(type(refusal)):
            joining.join(codes, vintage.DESO, of, table.of(order))
        return
    for code, value, status, row in zip(codes, found.values[:, 0], found.status[:, 0], found.row):
        rows = [
            at for at, other in enumerate(table.code) if code is not None and other == code and table.vintage[at] == of
        ]
        assert row == (rows[0] if rows else -1)
        if not rows:
            assert np.isnan(value) and status == joining.NO_ROW
            continue
        told, stale = table.status[row, 0], vintage.outside_years(vintage.DESO, of, table.years[row])[0]
        hidden = told not in (joining.OK, joining.ESTIMATED) or (stale and told != joining.ESTIMATED)
        assert np.isnan(value) if hidden else value == table.values[row, 0]
    assert [fate is None for fate in found.fate] == [at in found.row for at in range(len(table.code))]
    reasons = joining.unmatched_areas(codes, vintage.DESO, found, table)
    assert [reason is None for reason in reasons] == (found.row >= 0).tolist()
    assert all(reason == joining.NO_CODE for code, reason in zip(codes, reasons) if code is None)
    again = joining.join(codes, vintage.DESO, of, table.of(order))
    assert equal(again.values, found.values) and equal(again.fate.astype(str), found.fate[order].astype(str))
    assert again[4:] == found[4:]


@promise("a whole's gap is its own figure beside the sum of its known parts", joining.gaps_to_totals, long=400)
@given(figures())
def test_gaps(table):
    found = {(gap.code, gap.level): gap for gap in joining.gaps_to_totals(vintage.DESO, None, table)}
    told = np.isin(table.status[:, 0], (joining.OK, joining.ESTIMATED))
    for code, gap in found.items():
        parts = [at for at, one in enumerate(table.code) if table.level[at] == vintage.DESO and one.startswith(code[0])]
        assert gap.parts == len(parts) and gap.unknown == sum(not told[at] for at in parts)
        assert gap.summed == sum(table.values[at, 0] for at in parts if told[at])
        assert gap.total == table.values[table.code.tolist().index(code[0]), 0]


@promise(
    "a figure is its number, hidden or missing is never 0, and what is neither is refused",
    joining.read_figure,
    long=800,
)
@given(
    st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6, width=32)), st.text("0123456789.,-<x eE+", max_size=7)
)
def test_figures(number, text):
    for written in (str(number), str(number).replace(".", ","), f" {number} ", str(number).replace("-", "\u2212")):
        assert joining.read_figure(written) == (number, joining.OK)
    for mark, status in (
        ("..", joining.MISSING),
        ("", joining.MISSING),
        ("-", joining.MISSING),
        ("<5", joining.SUPPRESSED),
        ("x", joining.SUPPRESSED),
    ):
        value, told = joining.read_figure(mark)
        assert np.isnan(value) and told == status
    try:
        value, told = joining.read_figure(text)
    except ValueError:
        return
    assert np.isfinite(value) if told == joining.OK else np.isnan(value)


@promise("the year stands where SCB writes it, and a category's name is a field's name once and for all",
         joining.year_of_name, joining.year_of, joining.field_name, long=400)  # fmt: skip
@given(st.integers(1900, 2099), st.text("000007Y ", max_size=6), st.text(max_size=8))
def test_names(year, before, text):
    assert joining.year_of_name(f"{before.rstrip('0123456789')} {year}") == year and joining.year_of_name(
        text + "abc"
    ) in (None, joining.year_of_name(text))
    for form in ("{}", " {}-12-31", "{}M12", "{} kv 4"):
        assert joining.year_of(form.format(year)) == year
    assert joining.year_of(f"{year}0") is None and joining.year_of(f"a{year}") is None
    name = joining.field_name(text)
    assert name and joining.field_name(name) == name and name == name.strip("_")
    assert (
        joining.field_name(f"{year - 1900}-{year}") == f"{year - 1900}_{year}"
        and joining.field_name(f"{year}-") == f"{year}_plus"
    )


@promise("an area is in the zone that it, its RegSO, its municipality or its region is listed in, the nearest of these",
         zones_of_areas, usual=8, long=400)  # fmt: skip
@given(
    st.lists(st.one_of(st.none(), DESO), max_size=5),
    st.lists(st.tuples(CODES, st.sampled_from("xyz")), max_size=6),
    SEEDS,
)
def test_zones(codes, listed, seed):
    rows = [(code, level, zone) for (level, code), zone in listed] + [
        (code, vintage.DESO, "w") for code in codes[:1] if code
    ]
    torn = {code for code, level, zone in rows if any(one[:2] == (code, level) and one[2] != zone for one in rows)}
    regso = {code: f"{code[:4]}R001" for code in codes if code}
    order = reordered(seed, len(rows))
    if torn:
        with pytest.raises(TwoZones) as caught:
            zones_of_areas(codes, vintage.DESO, [rows[at] for at in order], regso)
        assert caught.value.codes == sorted(torn)
        return
    found = zones_of_areas(codes, vintage.DESO, [rows[at] for at in order], regso)
    named, used = {(level, code): zone for code, level, zone in rows}, set()
    for code, zone in zip(codes, found.zone):
        keys = (
            [
                (vintage.DESO, code),
                (vintage.REGSO, regso[code]),
                (vintage.MUNICIPALITY, code[:4]),
                (vintage.REGION, code[:2]),
            ]
            if code
            else []
        )
        own = [named[key] for key in keys if key in named]
        used |= {key for key in keys if key in named}
        assert zone == (own[0] if own else None)
    assert found.unused == sorted(code for level, code in set(named) - used)
