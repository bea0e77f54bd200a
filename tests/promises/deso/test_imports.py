"""What SCB sells and publishes, read row by row: agreeing scales, types 1–5, and nothing between a number and none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import area_types as types
from narvard_plugin.core.deso import cni_import as cni
from narvard_plugin.core.deso.vintage import VintageError
from narvard_plugin.core.figures import ADDED, CHANGED, UNCHANGED, Unreadable
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried

JUNK = st.one_of(
    st.sampled_from(["", "..", "<5", "x", "-1", "0", "1,25", "2.5", "1e400", "abc", "12 000"]), st.text(max_size=4)
)


@promise("scales that agree are read as they stand, with comma or point and in as many decimals as they are told",
         cni.read_row, cni.steps_of, usual=8, long=600)  # fmt: skip
@given(st.integers(1, 9000), st.floats(0, 30, width=32), st.integers(0, 5), st.integers(0, 4), st.booleans())
def test_agreeing_scales(people, per_person, fine, coarse, comma):
    points = people * per_person
    texts = {cni.PER_PERSON: f"{per_person:.{fine}f}", cni.POINTS: f"{points:.{coarse}f}"}
    texts = {scale: text.replace(".", ",") if comma else text for scale, text in texts.items()}
    steps = cni.steps_of({scale: ["1", text] for scale, text in texts.items()})
    assert steps == {cni.POINTS: pytest.approx(10.0**-coarse), cni.PER_PERSON: pytest.approx(10.0**-fine)}
    row = cni.read_row(3, {"code": "0114A0010", "population": str(people), **texts}, steps, "2018")
    assert row.values == {scale: float(text.replace(",", ".")) for scale, text in texts.items()}
    assert (row.place, row.population, row.status, row.source) == (3, people, "ok", None)
    off = {
        **texts,
        cni.PER_PERSON: f"{per_person + 3 * (steps[cni.POINTS] / people + steps[cni.PER_PERSON]) + 1e-3:.9f}",
    }
    with pytest.raises(Unreadable, match="disagrees"):
        cni.read_row(3, {"code": "a", "population": str(people), **off}, steps)


@promise("a row is refused by its reason or read, and a scale that is hidden or missing has no number", cni.read_row, cni.figures_of,
         long=800)  # fmt: skip
@given(JUNK, JUNK, JUNK, JUNK)
def test_any_row(code, people, per_person, ratio):
    texts = {"code": code, "population": people, cni.PER_PERSON: per_person, cni.RATIO: ratio}
    row, refusal = tried(Unreadable, cni.read_row, 1, texts, {cni.PER_PERSON: 0.01, cni.RATIO: 0.01})
    if refusal:
        assert refusal.problem in ("code", "number", "negative", "nothing", "nobody")
        return
    told = cni.figures_of(row, "deso", "2024-12-31")
    assert [key.scale for key, _ in told] == [cni.PER_PERSON, cni.RATIO] == list(row.values)
    for key, figure in told:
        assert (figure.value is None) == (figure.status != "ok") and key.code == code == row.code
        assert figure.value is None or figure.value >= 0


@promise("codes are of the vintage that is told, those that say another are marked, and an unknown vintage is refused",
         cni.area_codes)  # fmt: skip
@given(st.lists(st.sampled_from(["0114A0010", "0114A0010_DeSO2025", "0180C1000", "0114R001", "01", ""]), max_size=5),
       st.sampled_from(["2025", "2018", "1999"]))  # fmt: skip
def test_area_codes(texts, told):
    try:
        codes, named, other = cni.area_codes(texts, told)
    except VintageError:
        assert told != "2025" and any("A" in text or "C" in text or "R" in text for text in texts)
        return
    suffixed = any("_" in text for text in texts)
    for text, name, strange in zip(texts, named, other):
        has = "A" in text or "C" in text
        assert name == (told if text else None) and len(codes.code) == len(texts)
        assert strange == bool(has and (told == "2018" if "_" in text else suffixed and told == "2025"))


@promise(
    "of rows about one code the first of equals stays, none of those that differ, in the file's order",
    cni.without_repeated,
)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 1)), max_size=8), SEEDS)
def test_repeated(drawn, seed):
    rows = [
        cni.CniRow(place, code, None, {cni.RATIO: float(value)}, {cni.RATIO: "ok"}, None, None)
        for place, (code, value) in enumerate(drawn, 1)
    ]
    kept, left = cni.without_repeated(rows)
    assert sorted([*(row.place for row in kept), *(row.place for row, _ in left)]) == list(range(1, len(rows) + 1))
    assert [row.place for row in kept] == sorted(row.place for row in kept) and len({row.code for row in kept}) == len(
        kept
    )
    torn = {row.code for row in rows if len({other.told for other in rows if other.code == row.code}) > 1}
    assert {row.code for row in kept} == {row.code for row in rows} - torn
    assert all((problem == "contradicts") == (row.code in torn) for row, problem in left)
    again = cni.without_repeated([rows[at] for at in reordered(seed, len(rows))])[0]
    assert {row.code for row in again} == {row.code for row in kept}


@promise(
    "the nation's points per person come back from rows that imply them, and only rows that do not fit are named",
    cni.nation_from,
)
@given(st.floats(0.5, 9), st.lists(st.floats(0.2, 4), min_size=1, max_size=8), st.booleans())
def test_nation(mean, ratios, odd_one):
    steps = {cni.PER_PERSON: 0.001, cni.RATIO: 0.001}
    ratios = [round(one, 3) for one in ratios]
    rows = [
        cni.CniRow(at, f"a{at}", None, {cni.PER_PERSON: mean * one, cni.RATIO: one}, {}, None, None)
        for at, one in enumerate(ratios * 3)
    ]
    rows += [cni.CniRow(99, "odd", None, {cni.PER_PERSON: mean * 2, cni.RATIO: 1.0}, {}, None, None)] * odd_one
    found, odd = cni.nation_from(rows, steps)
    assert found == pytest.approx(mean) and odd == ["odd"] * odd_one
    assert cni.nation_from([row._replace(values={cni.RATIO: 1.0, cni.PER_PERSON: None}) for row in rows], steps) == (
        None,
        [],
    )


@promise("a row that changed anything is changed, one that added anything else added", cni.fate_of)
@given(st.lists(st.sampled_from([ADDED, CHANGED, UNCHANGED]), max_size=4))
def test_fates(fates):
    expected = CHANGED if CHANGED in fates else ADDED if ADDED in fates else UNCHANGED
    assert cni.fate_of(fates) == expected == cni.fate_of(fates[::-1])


NAME = st.sampled_from(["A", "A", "B (c)", " B  (c) ", "Åre", "C"])
TYPE = st.sampled_from(["1", "2", "3", "5", "..", ""])


@promise("published types and indexes are those of the newest year in the table, found by name and never by luck",
         types.choose_columns, types.published, types.without_notes, types.tidy, usual=8, long=600)  # fmt: skip
@given(st.lists(st.tuples(NAME, TYPE, TYPE, st.floats(10, 90, width=16)), min_size=1, max_size=5), st.booleans(), SEEDS)
def test_published_types(rows, headless, seed):
    names = ["område", "Områdestyp 2023", "Områdestyp 2024", "Socioekonomiskt index 2024", "folkmängd"]
    cells = [[name, old, new, f"{index:.3f}".replace(".", ","), "7"] for name, old, new, index in rows]
    notes = [["", "", "", "", ""], ["Fotnot", "", "", "", ""]]
    table = (
        types.Table([f"field_{at + 1}" for at in range(5)], [["", *names[1:]], *cells, *notes])
        if headless
        else types.Table(names, cells + notes)
    )
    found = types.without_notes(table, 0)
    assert found.names[1:] == names[1:] and found.rows == cells and types.without_notes(found, 0) == found
    chosen = types.choose_columns(found, 0)
    assert chosen == (2, 3, 2024) == types.choose_columns(found, 0, year=2024) and types.choose_columns(
        found, 0, year=2023
    ) == (1, None, 2023)
    said = {}
    for name, _, new, _ in rows:
        said.setdefault(types.tidy(name), set()).add(new if new.isdigit() else "none")
    torn = sorted(name for name, kinds in said.items() if len(kinds) > 1)
    if torn:
        with pytest.raises(types.Contradicting) as caught:
            types.published(found, 0, chosen)
        assert caught.value.found == torn
        return
    told = types.published(found, 0, chosen)
    assert told.areas == [types.tidy(name) for name, *_ in rows] == [types.tidy(name) for name in told.areas]
    assert told.types.tolist() == [int(new) if new.isdigit() else 0 for _, _, new, _ in rows]
    assert told.index == pytest.approx([index for *_, index in rows], abs=1e-3)


@promise(
    "whatever else stands in the types' column is refused by what it is",
    types.choose_columns,
    types.published,
    long=400,
)
@given(
    st.lists(st.lists(JUNK, min_size=3, max_size=3), max_size=4), st.sampled_from(["2024", "Områdestyp", "index", "a"])
)
def test_any_table(cells, name):
    table = types.without_notes(types.Table(["område", name, "index"], cells), 0)
    try:
        chosen = types.choose_columns(table, 0)
        told = types.published(table, 0, chosen)
    except types.AreaTypeError:
        return
    assert set(told.types.tolist()) <= {0, *types.TYPES} and not np.isinf(told.index).any()


@promise("an area has its RegSO's type or none, and a RegSO its name as SCB writes it", types.types_at, types.full_name)
@given(st.lists(st.one_of(st.none(), st.sampled_from("abc")), max_size=5), st.dictionaries(st.sampled_from("ab"), st.sampled_from("xy")),
       st.dictionaries(st.sampled_from("xy"), st.integers(1, 5)), st.text(max_size=5))  # fmt: skip
def test_types_of_areas(codes, regso, told, text):
    found, of = types.types_at(codes, regso, told)
    assert of == [regso.get(code) for code in codes]
    assert found.tolist() == [told.get(regso.get(code), 0) for code in codes]
    name = types.full_name(f"  {text} x", "y")
    assert name == types.tidy(name) and name.endswith("x (y)")
