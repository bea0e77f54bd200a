"""Statistics at areas: matched by code and vintage, masked by year, and every gap with its reason."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.joining import (
    ABSENT_CODE,
    ABSENT_REGION,
    NO_ROW,
    OTHER_LEVEL,
    OTHER_VINTAGE,
    OUTSIDE_YEARS,
    Figures,
    field_name,
    gaps_to_totals,
    join,
    read_figure,
    unmatched_areas,
    year_of,
    year_of_name,
)
from narvard_plugin.core.deso.vintage import DESO, DifferentLevels, DifferentVintages, read_codes, vintages_of
from tests.shared import shared_file


def figures(texts, values, years=None, level=DESO, declared=None):
    codes = read_codes(texts)
    years = np.full(len(texts), np.nan) if years is None else np.asarray(years, float)
    vintages = vintages_of(level, codes, declared=declared, years=years)
    values = np.asarray(values, float).reshape(len(texts), -1)
    status = np.where(np.isfinite(values), "ok", "missing").astype(object)
    return Figures(
        codes.code, codes.level, vintages, values, status, np.repeat(years[:, None], values.shape[1], axis=1)
    )


def codes(*texts):
    return np.array(texts, object)


@pytest.mark.parametrize(
    ("text", "read"),
    [("1402", (1402, "ok")), ("1 234,5", (1234.5, "ok")), ("−3", (-3, "ok")), ("1e3", (1000, "ok")), ("..", (None, "missing")),
     ("", (None, "missing")), (".", (None, "missing")), ("-", (None, "missing")), ("<5", (None, "suppressed")), ("x", (None, "suppressed"))],
)  # fmt: skip
def test_a_cell_is_a_number_or_says_why_not(text, read):
    value, status = read_figure(text)
    assert (None if np.isnan(value) else value, status) == read


@pytest.mark.parametrize("text", ["12 st", "1e310"])
def test_a_cell_of_words_or_of_a_number_too_large_to_be_one_is_an_error(text):
    with pytest.raises(ValueError, match=text):
        read_figure(text)


def test_names_and_years_of_columns():
    assert [field_name(text) for text in ("65-69", "80-", "-4", "totalt 1+2", "Högskola")] == ["65_69", "80_plus", "to_4", "totalt_1_2", "högskola"]  # fmt: skip
    assert (year_of_name("000007Y7 2024"), year_of_name("population"), year_of_name("20241")) == (2024, None, None)
    assert (year_of("2024M12"), year_of("2024-12-31"), year_of("20241"), year_of("totalt")) == (2024, 2024, None, None)


def test_a_zero_outside_the_years_is_missing_and_a_zero_inside_them_is_zero():
    told = figures(["0114A0010", "0114A0020_DeSO2025", "0114A0010_DeSO2025"], [[0], [0], [7]], [2024, 2024, 2024])
    found = join(codes("0114A0010", "0114A0020"), DESO, "2025", told)
    assert found.values.ravel().tolist() == [7, 0] and found.status.ravel().tolist() == ["ok", "ok"]
    assert found.fate.tolist() == [OTHER_VINTAGE, None, None]
    older = join(codes("0114A0010", "0114A0020"), DESO, "2018", told)
    assert np.isnan(older.values).all() and older.status.ravel().tolist() == [OUTSIDE_YEARS, NO_ROW]
    assert (older.masked, older.masked_not_zero) == (1, 0)


def test_an_estimated_figure_stays_outside_the_years():
    told = figures(["0114A0010"], [[5]], [2015], declared="2025")
    told.status[:] = "estimated"
    assert join(codes("0114A0010"), DESO, "2025", told).values[0, 0] == 5


def test_other_vintages_and_levels_are_no_match_however_well_the_codes_fit():
    older = figures(["2021A0010", "2021A0020"], [[1], [2]], declared="2018")
    with pytest.raises(DifferentVintages) as error:
        join(codes("2021A0010", "2021A0020"), DESO, "2025", older)
    assert error.value.others == ["2018"]
    with pytest.raises(DifferentLevels) as error:
        join(codes("2021A0010"), DESO, "2025", figures(["2021", "2023"], [[1], [2]]))
    assert error.value.others == ["municipality"]


def test_every_row_and_area_without_the_other_has_a_reason():
    told = figures(["0114A0010", "0114A0099", "2021A0010", "0114"], [[1], [2], [3], [4]], [2020] * 4)
    own = codes("0114A0010", "0114A0020", "0980A0010", None)
    found = join(own, DESO, "2018", told)
    assert found.fate.tolist() == [None, ABSENT_CODE, ABSENT_REGION, OTHER_LEVEL]
    assert unmatched_areas(own, DESO, found, told).tolist() == [None, ABSENT_CODE, ABSENT_REGION, "no_code"]
    nobody = join(own, DESO, "2018", told.of(np.zeros(0, int)))  # a table without rows
    assert np.isnan(nobody.values).all() and (nobody.status == "no_row").all() and (nobody.row == -1).all()


def test_a_total_is_held_against_its_parts_and_never_put_right():
    told = figures(["0114A0010", "0114A0020", "0115A0010", "0114", "01"], [[10, .5], [20, .5], [5, .5], [31, .5], [35, .5]], [2025] * 5)  # fmt: skip
    found = {gap.code: (gap.parts, gap.summed, gap.total) for gap in gaps_to_totals(DESO, "2025", told)}
    assert found == {"0114": (2, 30, 31), "01": (3, 35, 35)}  # shares are not summed
    assert join(codes("0114A0010"), DESO, "2025", told).values[0, 0] == 10


@settings(derandomize=True, max_examples=50)
@given(st.permutations(range(8)), st.lists(st.integers(0, 9), min_size=8, max_size=8))
def test_the_order_of_the_rows_changes_nothing(order, values):
    texts = [f"0114A{number:04d}_DeSO2025" for number in range(8)]
    own = codes(*[text[:9] for text in texts[2:]], "0114B0010")
    plain = join(own, DESO, "2025", figures(texts, values, [2024] * 8))
    mixed = join(own, DESO, "2025", figures([texts[i] for i in order], [values[i] for i in order], [2024] * 8))
    np.testing.assert_array_equal(plain.values, mixed.values)
    assert plain.status.tolist() == mixed.status.tolist()
    assert plain.fate.tolist() == [mixed.fate[order.index(i)] for i in range(8)]


def test_codes_of_the_election_that_match_no_version_are_listed_with_a_reason():
    votes = json.loads(shared_file("data/elections_deso_2022/regionval_2022_deso.json").read_text(encoding="utf-8"))
    path = shared_file("data/regso_area_types/koppling-deso2018-regso2020.csv")
    own = pd.read_csv(path, dtype=str, encoding="utf-8-sig")["DeSO_2018"].to_numpy(object)
    share = {code: parties.get("S", np.nan) for code, parties in votes["partyVotes"].items()}
    told = figures(list(share), list(share.values()), [2022] * len(share))
    found = join(own, DESO, "2018", told)
    assert (found.row >= 0).sum() == 5686
    assert pd.Series(found.fate).value_counts().to_dict() == {ABSENT_CODE: 314}
    reasons = unmatched_areas(own, DESO, found, told)
    assert pd.Series(reasons).value_counts().to_dict() == {ABSENT_CODE: 260, ABSENT_REGION: 38}
    assert {code[:2] for code in own[reasons == ABSENT_REGION]} == {"09"}  # Gotland has no region election
    assert found.fate[list(share).index("0114C1061")] == ABSENT_CODE
