"""SCB's area types as published: own for RegSO, inherited by DeSO, and never of another vintage."""

import pytest
from qgis.core import NULL, QgsVectorLayer

from tests.shared import shared_file

from .small_network import refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"


def types(**given):
    given = {"AREA_CODE": "area_code", "OUTPUT": "TEMPORARY_OUTPUT", **given}
    return run("areatypes", **given)


def counts(result, prefix=""):
    found = [row["area_type"] for row in rows(result["OUTPUT"]) if str(row["area_code"]).startswith(prefix)]
    return [found.count(kind) for kind in (1, 2, 3, 4, 5)]


@pytest.fixture
def published():
    """Types of RegSO by name with SCB's footnotes, and the key of names and codes."""
    folder = "data/regso_area_types"
    return {
        "TABLE": str(shared_file(f"{folder}/regso_areatype_2022_with_scb_footnotes.csv")),
        "KEY": str(shared_file(f"{folder}/koppling-deso2018-regso2020.csv")),
    }


def test_types_as_published_and_inherited(published, make_layer):
    key = QgsVectorLayer(published["KEY"], "key", "ogr")
    deso = [(None, row["DeSO_2018"]) for row in rows(key)]
    regso = [(None, code) for code in sorted({row["RegSOkod_2020"] for row in rows(key)})]
    own = types(AREAS=make_layer("area_code:string", regso, kind="None"), AREA_VINTAGE="2020", **published)
    assert counts(own) == [160, 289, 855, 1770, 289]
    assert {(row["area_type_source"], row["area_type_year"]) for row in rows(own["OUTPUT"])} == {("own", 2022)}
    inherited = types(AREAS=make_layer("area_code:string", deso, kind="None"), AREA_VINTAGE="2018", **published)
    assert counts(inherited) == [293, 467, 1365, 3311, 548]
    assert counts(inherited, "08") == [5, 13, 59, 77, 3] and counts(inherited, "05") == [19, 16, 74, 144, 23]
    assert {row["area_type_source"] for row in rows(inherited["OUTPUT"])} == {"inherited"}
    again = types(AREAS=published["KEY"], AREA_CODE="DeSO_2018", **published)  # the field's name says the vintage
    assert sum(row["area_type"] == 1 for row in rows(again["OUTPUT"])) == 293
    refused("RegSO 2020, but RegSO 2025 is needed", "areatypes", AREAS=make_layer("area_code:string", deso, kind="None"),
            AREA_CODE="area_code", AREA_VINTAGE="2025", OUTPUT="memory:", **published)  # fmt: skip


def test_types_by_code_with_their_index(make_layer):
    regso = make_layer("area_code:string,vintage:string", [(SQUARE, "0114R001", "2025"), (SQUARE, "0114R002", "2025"), (SQUARE, "0114R003", "2025")])  # fmt: skip
    deso = make_layer("area_code:string,vintage:string,regsokod:string", [(SQUARE, "0114A0010", "2025", "0114R001"), (SQUARE, "0114A0020", "2025", None)])  # fmt: skip
    named = "Region:string,000008IT 2023:string,000008IU 2023:string,000008IT 2024:string,000008IU 2024:string"
    told = [("0114R001_RegSO2025", "..", "..", "4,5", "5"), ("0114R002_RegSO2025", "..", "..", "..", ".."), ("0114R001", "5,0", "4", "..", "..")]  # fmt: skip
    table = make_layer(named, [(None, *row) for row in told], kind="None")
    shown = ("area_type", "socioeconomic_index", "area_type_source", "area_type_year")
    found = [[row[name] for name in shown] for row in rows(types(AREAS=regso, TABLE=table)["OUTPUT"])]
    assert found == [[5, 4.5, "own", 2024], [NULL, NULL, NULL, 2024], [NULL, NULL, NULL, 2024]]
    found = [
        [row[name] for name in shown] for row in rows(types(AREAS=deso, TABLE=table, REGSO_FIELD="regsokod")["OUTPUT"])
    ]
    assert found == [[5, NULL, "inherited", 2024], [NULL, NULL, NULL, 2024]]  # the index is of RegSO only


def test_an_index_that_holds_types_is_found_out(published, make_layer):
    wrong = str(shared_file("data/regso_area_types/deso_with_areatype_2022.csv"))
    given = {"AREAS": published["KEY"], "AREA_CODE": "DeSO_2018", "KEY": published["KEY"], "TABLE": wrong, "TABLE_AREA": "RegSOkod_2020"}  # fmt: skip
    refused("is the area type, not the index", "areatypes", **given, TYPE_FIELD="socioekonomiskt_index",
            INDEX_FIELD="socioekonomiskt_index", YEAR=2022, OUTPUT="memory:")  # fmt: skip
    assert sum(row["area_type"] == 4 for row in rows(types(**given, YEAR=2022)["OUTPUT"])) == 3311
    refused("Nothing says which vintage.*TABLE", "areatypes", **given, OUTPUT="memory:")
    newer = make_layer("kod:string,vintage:string,regso:string", [(SQUARE, "0114C1010", "2025", "0114R001")])
    refused("types of RegSO 2020, but AREAS is DeSO 2025.*cannot be carried", "areatypes", AREAS=newer, AREA_CODE="kod",
            REGSO_FIELD="regso", TABLE=wrong, TABLE_AREA="RegSOkod_2020", YEAR=2022, OUTPUT="memory:")  # fmt: skip
    kommuner = make_layer("kod:string", [(SQUARE, "0114")])
    refused(
        "area types exist for RegSO", "areatypes", **{**given, "AREAS": kommuner, "AREA_CODE": "kod"}, OUTPUT="memory:"
    )
    refused("Give KEY", "areatypes", **{**given, "KEY": None}, YEAR=2022, OUTPUT="memory:")
    index = make_layer("region:string,typ:string", [(None, "0114R001", "7,3")], kind="None")
    refused("typ of TABLE holds 7.*cannot be", "areatypes", **{**given, "TABLE": index, "TABLE_AREA": "region"}, TYPE_FIELD="typ", YEAR=2022, OUTPUT="memory:")  # fmt: skip
