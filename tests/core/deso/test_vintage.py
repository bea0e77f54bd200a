"""What codes, suffixes, fields and years say of an area's vintage, and what they leave open."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.vintage import (
    DESO,
    MUNICIPALITY,
    NATION,
    OTHER,
    REGION,
    REGSO,
    Contradiction,
    MixedLevels,
    NoVintage,
    SeveralVintages,
    UnknownVintage,
    level_of,
    level_of_areas,
    one_vintage,
    outside_years,
    read_codes,
    vintage_name,
    vintage_of_year,
    vintages_of,
)
from tests.shared import shared_file


@pytest.mark.parametrize(
    ("code", "level"),
    [("0114A0010", DESO), ("0114R001", REGSO), ("0114", MUNICIPALITY), ("01", REGION), ("00", NATION),
     ("114", OTHER), ("0114D0010", OTHER), ("0114A001", OTHER), ("0114A00100", OTHER), ("Norra länsdelen", OTHER)],
)  # fmt: skip
def test_the_shape_of_a_code_says_its_level(code, level):
    assert level_of(code) == level


def test_a_suffix_is_taken_off_and_kept_beside():
    read = read_codes(["2021A0010_DeSO2025", " 0114R001_RegSO2025", "2021a0010", None, "", "a_b"])
    assert read.code.tolist() == ["2021A0010", "0114R001", "2021A0010", None, None, "a_b"]
    assert read.suffix.tolist() == ["2025", "2025", None, None, None, None]
    assert read.level.tolist() == [DESO, REGSO, DESO, None, None, OTHER]


def test_a_label_of_scb_gives_its_code():
    read = read_codes(["0114R001 Upplands Väsby (Bollstanäs)", "20 Dalarnas län", "2080 Falun", "00 Riket"])
    assert read.code.tolist() == ["0114R001", "20", "2080", "00"]
    zones = ["01 Norra", "01 Södra"]  # an own division's names are no codes
    assert read_codes(zones).code.tolist() == zones
    assert read_codes(["20 Dalarnas län"], known=["20"]).code.tolist() == ["20"]


def test_a_lost_zero_comes_back_only_where_one_reading_is_possible():
    read = read_codes(["114A0010", "114R001", "114", "1"])
    assert read.code.tolist() == ["0114A0010", "0114R001", "114", "1"]
    assert read.padded.tolist() == [True, True, False, False]
    against = read_codes(["114", "1", "580"], known=["0114", "01", "0580", "580"])
    assert against.code.tolist() == ["0114", "01", "580"]  # a zone 580 of its own is on the other side
    assert against.padded.tolist() == [True, True, False]


def test_the_ways_that_vintages_are_written():
    assert [vintage_name(DESO, text) for text in ("2025_v2", "DeSO 2018", "DeSO_2025", "2018")] == ["2025", "2018", "2025", "2018"]  # fmt: skip
    assert vintage_name(REGSO, "2020_v3") == "2020"
    assert vintage_name(OTHER, "hösten 2022") == "hösten 2022"
    for level, text in ((DESO, "2020"), (REGSO, "2018"), (DESO, "v1.0")):
        with pytest.raises(UnknownVintage):
            vintage_name(level, text)


def test_years_are_told_by_the_vintage_and_never_by_the_value():
    years = np.array([2015, 2023, 2024, 2025, np.nan])
    assert outside_years(DESO, "2018", years).tolist() == [False, False, True, True, False]
    assert outside_years(DESO, "2025", years).tolist() == [True, True, False, False, False]
    assert outside_years(REGSO, "2020", years).tolist() == [False, False, True, True, False]
    assert not outside_years(MUNICIPALITY, None, years).any()
    assert (vintage_of_year(REGSO, 2023), vintage_of_year(DESO, 2024)) == ("2020", "2025")


def test_field_then_suffix_then_declaration_then_year():
    bare, suffixed = read_codes(["2021A0010", "2021A0020"]), read_codes(["2021A0010_DeSO2025", "2021A0010", "2080"])
    assert vintages_of(DESO, bare, told=["2018_v3", None], declared="2025").tolist() == ["2018", "2025"]
    assert vintages_of(DESO, bare, declared="2018", years=np.array([2024, 2024])).tolist() == ["2018", "2018"]
    assert vintages_of(DESO, bare, years=np.array([2024.0, 2025])).tolist() == ["2025", "2025"]
    # A bare code beside suffixed ones is SCB's older vintage, whatever is declared for the table.
    assert vintages_of(DESO, suffixed, declared="2025").tolist() == ["2025", "2018", None]


def test_what_is_not_told_is_not_guessed():
    bare = read_codes(["2021A0010", "2021A0020"])
    with pytest.raises(NoVintage) as error:
        vintages_of(DESO, bare, years=np.array([2023.0, 2024]))
    assert error.value.years == [2023, 2024]
    with pytest.raises(NoVintage):
        vintages_of(DESO, bare)
    with pytest.raises(Contradiction, match="2021A0010"):
        vintages_of(DESO, read_codes(["2021A0010_DeSO2025"]), told=["2018"])
    with pytest.raises(SeveralVintages):
        one_vintage(DESO, np.array(["2018", "2025"], object))
    with pytest.raises(MixedLevels):
        level_of_areas(np.array([DESO, MUNICIPALITY, OTHER, None], object))
    assert level_of_areas(np.array([DESO, OTHER, None], object)) == DESO


@settings(derandomize=True, max_examples=60)
@given(
    st.lists(st.integers(1, 2599), min_size=1, max_size=20), st.sampled_from("ABC"), st.randoms(use_true_random=False)
)
def test_a_code_without_its_zero_and_with_a_suffix_is_the_same_code(numbers, letter, random):
    whole = [f"{number:04d}{letter}{number:04d}" for number in numbers]
    spelt = [code.lstrip("0") if code[0] == "0" and code[1] != "0" else code for code in whole]
    spelt = [f"{code}_DeSO2025" if random.random() < 0.5 else code for code in spelt]
    assert read_codes(spelt).code.tolist() == whole


def test_every_published_code_has_its_level():
    key = pd.read_csv(
        shared_file("data/regso_area_types/koppling-deso2018-regso2020.csv"), dtype=str, encoding="utf-8-sig"
    )
    assert set(read_codes(key["DeSO_2018"]).level) == {DESO}
    assert set(read_codes(key["RegSOkod_2020"]).level) == {REGSO}
    lost = pd.read_csv(shared_file("data/regso_area_types/deso_with_areatype_2022.csv"))["Kommun"].astype(str)
    read = read_codes(lost, known=set(key["Kommun"]))
    assert (read.code == key["Kommun"]).all() and read.padded.sum() == (key["Kommun"].str[0] == "0").sum() > 2000
