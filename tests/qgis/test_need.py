"""Need indices as users get them: from head counts, bought, of the listed, and own ones with derived types."""

import shutil

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

HEADS = ("under_5", "foreign_born", "old_alone", "single_parent", "moved", "unemployed", "low_education")
FIELDS = ",".join(["id:string", *(f"{name}:double" for name in HEADS), "population:double"])
ENHET_1 = (595, 1391, 484, 167, 385, 981, 632, 5912)
ENHET_2 = (293, 330, 215, 80, 240, 300, 210, 2407)
SQUARES = [f"POLYGON(({x} 0,{x + 10} 0,{x + 10} 10,{x} 10,{x} 0))" for x in (0, 10, 20, 30)]
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")
SHARES = ["share_low_economic_standard", "share_low_education", "share_long_term_support"]


def heard(name, **parameters):
    """The results, and what was warned of."""
    feedback = Listening()
    run.kept = QgsProcessingContext()
    given = {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    return processing.run(f"narvard:{name}", given, context=run.kept, feedback=feedback), feedback.said


@pytest.fixture
def units(make_layer):
    def make(*features):
        return make_layer(FIELDS, [(None, *row) for row in features], kind="None")

    return make


class TestCareNeedIndex:
    def test_scbs_example_on_all_its_scales(self, units):
        layer = units(("Enhet 1", *ENHET_1), ("Enhet 2", *ENHET_2))
        found = by_id(
            run("careneedindex", AREAS=layer, NATIONAL_MEAN=2.47615, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"], "id"
        )
        expected = {"Enhet 1": (22709.42, 3.841242, 1.5513), "Enhet 2": (7869.74, 3.269522, 1.3204)}
        for unit, scales in expected.items():
            told = [found[unit][f"cni_{scale}"] for scale in ("points", "per_person", "ratio")]
            assert told == pytest.approx(scales, abs=5e-5)
            assert (found[unit]["cni_status"], found[unit]["cni_national_mean"]) == ("ok", 2.47615)

    def test_gaps_stay_gaps_and_are_named(self, units):
        layer = units(
            ("nobody", *[0] * 8), ("unknown", *ENHET_1[:7], None), ("gap", *ENHET_1[:2], None, *ENHET_1[3:]),
            ("fine", *ENHET_1),
        )  # fmt: skip
        results, said = heard("careneedindex", AREAS=layer, AREA_CODE="id")
        found = by_id(results["OUTPUT"], "id")
        assert [row["cni_status"] for row in found.values()] == ["no_population"] * 2 + ["missing_variable", "ok"]
        for bare in ("nobody", "unknown", "gap"):
            assert [found[bare][f"cni_{scale}"] for scale in ("points", "per_person", "ratio")] == [NULL] * 3
        assert found["fine"]["cni_ratio"] == NULL and found["fine"]["cni_per_person"] == pytest.approx(
            3.841242, abs=5e-5
        )
        assert "2 areas have no people in population and no index: nobody, unknown" in said
        assert "1 areas have no number in old_alone and no index: gap" in said

    def test_the_scale_is_told_where_the_numbers_are(self, units):
        results, _ = heard("careneedindex", AREAS=units(("a", *ENHET_1)), NATIONAL_MEAN=2.47615)
        layer = results["OUTPUT"]
        alias = {field.name(): field.alias() for field in layer.fields()}
        assert "points per person" in alias["cni_per_person"] and "ratio" in alias["cni_ratio"]
        assert any("cni_ratio is cni_per_person over 2.47615" in line for line in layer.metadata().history())

    def test_what_is_refused(self, units):
        refused("more people in moved than in population: b", "careneedindex", OUTPUT="TEMPORARY_OUTPUT", AREA_CODE="id",
                AREAS=units(("a", *ENHET_1), ("b", 1, 1, 1, 1, 9, 1, 1, 8)))  # fmt: skip
        refused("negative value in moved", "careneedindex", OUTPUT="TEMPORARY_OUTPUT", AREAS=units(("a", *ENHET_1[:4], -1, *ENHET_1[5:])))  # fmt: skip
        refused("NATIONAL_MEAN is 0", "careneedindex", OUTPUT="TEMPORARY_OUTPUT", AREAS=units(), NATIONAL_MEAN=0)

    def test_what_looks_wrong_is_told(self, units):
        shares = (5.5, 20.1, 3, 2, 7, 9, 8, 100)
        assert "Not whole people in foreign_born, under_5" in heard("careneedindex", AREAS=units(("a", *shares)))[1]
        said = heard("careneedindex", AREAS=units(("a", *ENHET_1)), NATIONAL_MEAN=1)[1]
        assert "Check that it is the nation's points per person" in said

    def test_an_empty_layer_has_no_rows(self, units):
        assert rows(run("careneedindex", AREAS=units(), OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]) == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "CNI, poäng per person"),
        ({"NATIONAL_MEAN": 2.5}, "CNI, kvot mot riket (1 = riket)"),
        ({"PREFIX": "x_"}, "CNI, poäng per person"),
    ],
)
def test_the_legend_names_the_scale(make_layer, more, words):
    layer = make_layer(FIELDS, [(SQUARES[0], "a", *ENHET_1)])
    results, _ = heard("careneedindex", AREAS=layer, **more)
    labels = [item.label() for item in results["OUTPUT"].renderer().legendSymbolItems()]
    assert labels[0] == words


@pytest.fixture
def areas(make_layer):
    codes = [("A", 1.0), ("B", 3.0), ("C", None), ("D", 2.0)]
    return make_layer("area_code:string,cni_per_person:double", [(s, *row) for s, row in zip(SQUARES, codes)])


@pytest.fixture
def centres(make_layer):
    places = {
        "north": "POINT(5 5)",
        "border": "POINT(10 5)",
        "away": "POINT(99 99)",
        "gap": "POINT(25 5)",
        "small": "POINT(35 5)",
    }
    return make_layer("facility_id:string", [(place, name) for name, place in places.items()])


def listings(make_layer, *cells):
    return make_layer("area_code:string,unit_id:string,number:string", [(None, *cell) for cell in cells], kind="None")


class TestListedNeed:
    def test_a_share_of_few_listed_is_not_told(self, make_layer, areas, centres):
        """97 of 100 listed where the index is known: the share would tell of the 3 others. With 30 and 2 the mean of two
        areas and the sum would."""
        cells = [
            ("A", "north", "90"),
            ("B", "north", "7"),
            ("C", "north", "3"),
            ("A", "border", "30"),
            ("B", "border", "2"),
        ]
        results, said = heard(
            "listedneed", UNITS=centres, LISTINGS=listings(make_layer, *cells), AREAS=areas, INDEX="cni_per_person"
        )
        found = by_id(results["OUTPUT"])
        north, border = found["north"], found["border"]
        assert (north["listed"], north["covered_share"], north["listed_status"]) == (100, NULL, "incomplete")
        assert (border["listed"], border["index_listed"], border["listed_status"]) == (NULL, NULL, "suppressed")
        assert "would tell of few people; they are not shown: border" in said

    def test_listings_of_another_vintage_are_refused(self, make_layer, centres):
        fields = "area_code:string,unit_id:string,number:string"
        table = make_layer(fields, [(None, "0114A0010_DeSO2025", "north", "30")], kind="None")
        areas = make_layer("area_code:string,v:double,vintage:string", [(None, "0114A0010", 1.0, "2018")], kind="None")
        refused("LISTINGS is of DeSO 2025, but AREAS is of DeSO 2018", "listedneed", UNITS=centres, LISTINGS=table,
                AREAS=areas, INDEX="v", OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip

    def test_need_follows_the_listed_home(self, make_layer, areas, centres):
        cells = [("A", "north", "30"), ("B", "north", "10"), ("B", "border", "50"), ("C", "border", "50"),
                 ("D", "border", ".."), ("C", "gap", "20"), ("A", "small", "4"), ("Z", "border", "100"), ("A", "none", "7")]  # fmt: skip
        results, said = heard(
            "listedneed", UNITS=centres, LISTINGS=listings(make_layer, *cells), AREAS=areas, INDEX="cni_per_person"
        )
        told = {
            unit: [row[name] for name in ("listed", "index_listed", "index_area", "covered_share", "hidden_listings", "listed_status")]
            for unit, row in by_id(results["OUTPUT"]).items()
        }  # fmt: skip
        assert told == {
            "north": [40, 1.5, 1.0, 1.0, 0, "ok"],
            "border": [200, 3.0, 1.0, 0.25, 1, "incomplete"],
            "away": [NULL, NULL, NULL, NULL, 0, "missing"],
            "gap": [20, NULL, NULL, NULL, 0, "missing"],
            "small": [NULL, NULL, 2.0, NULL, 0, "suppressed"],
        }
        assert {row["index_scale"] for row in rows(results["OUTPUT"])} == {"per_person"}
        assert results["HIDDEN_LISTINGS"] == 1
        for words in ("1 ids of LISTINGS, with 7 listed, are not in UNITS", "with 100 listed, are not in AREAS: Z",
                      "1 areas have no index: C", "stand in no area and have no index_area: away",
                      "so few listed that they are not shown: small"):  # fmt: skip
            assert words in said

    def test_areas_in_another_system_and_as_a_table(self, make_layer, areas, centres):
        cells = listings(make_layer, ("A", "north", "30"), ("B", "border", "9"))
        given = {"UNITS": centres, "LISTINGS": cells, "INDEX": "cni_per_person"}
        moved = processing.run("native:reprojectlayer", {"INPUT": areas, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"})  # fmt: skip
        found = by_id(heard("listedneed", AREAS=moved["OUTPUT"], **given)[0]["OUTPUT"])
        assert (found["north"]["index_area"], found["gap"]["index_area"], found["small"]["index_area"]) == (1, NULL, 2)
        table = make_layer("area_code:string,cni_per_person:double", [(None, "A", 1.0), (None, "B", 3.0)], kind="None")
        found = by_id(heard("listedneed", AREAS=table, **given)[0]["OUTPUT"])
        assert [found[unit]["index_listed"] for unit in ("north", "border")] == [1, 3]
        assert {row["index_area"] for row in found.values()} == {NULL}

    def test_scales_are_told_and_never_mixed(self, make_layer, areas, centres):
        cells = listings(make_layer, ("A", "north", "30"))
        table = make_layer("area_code:string,cni_points:double,own:double", [(None, "A", 900.0, 1.1)], kind="None")
        given = {"UNITS": centres, "LISTINGS": cells, "AREAS": table, "OUTPUT": "TEMPORARY_OUTPUT"}
        refused("cni_points is a sum of points", "listedneed", **given, INDEX="cni_points")
        results, said = heard("listedneed", **given, INDEX="own")
        assert "Nothing says which scale own is on" in said
        assert {row["index_scale"] for row in rows(results["OUTPUT"])} == {NULL}
        assert "look like ratio to the nation" in heard("listedneed", **given, INDEX="own", SCALE="per_person")[1]
        given["AREAS"] = areas
        said = heard("listedneed", **given, INDEX="cni_per_person", SCALE="ratio")[1]
        assert "named as points per person" in said

    def test_cancel_leaves_nothing(self, make_layer, areas, centres, provider, tmp_path):
        target = tmp_path / "need.gpkg"
        given = {"UNITS": centres, "LISTINGS": listings(make_layer, ("A", "north", "30")), "AREAS": areas,
                 "INDEX": "cni_per_person", "OUTPUT": str(target)}  # fmt: skip
        stop = 0
        while True:
            results, fine = (
                provider.algorithm("listedneed").create().run(given, QgsProcessingContext(), CancelAfter(stop))
            )
            assert fine
            if results:
                break
            assert not target.exists(), f"written after {stop} questions"
            stop += 1
        assert stop > 15 and target.exists()


def test_story_three_of_the_sample_county(county):
    own = rows(run("careneedindex", AREAS=county.layer("areas", "region = '99'"), OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])
    mean = sum(row["cni_points"] for row in own) / sum(row["population"] for row in own)
    index = run("careneedindex", AREAS=county.layer("areas"), NATIONAL_MEAN=mean, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    results, said = heard(
        "listedneed", UNITS=county.layer("facilities", "type = 'vardcentral'"), UNIT_ID="facility_id",
        LISTINGS=county.layer("listings"), AREAS=index, INDEX="cni_ratio",
    )  # fmt: skip
    found = by_id(results["OUTPUT"])
    assert found["99-vardcentral-026"]["index_area"] == pytest.approx(0.746, abs=5e-4)
    assert found["99-vardcentral-026"]["index_listed"] == pytest.approx(1.290, abs=5e-4)
    assert found["99-vardcentral-018"]["index_listed"] == pytest.approx(1.143, abs=5e-4)
    over = [row for row in found.values() if row["region"] == "99" and row["index_listed"] > 1.15]
    assert len([row for row in over if row["index_listed"] != NULL]) == 8
    assert "5 units have no listed in LISTINGS" in said


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "08").close()
    return path


@pytest.fixture
def bought(make_layer):
    def make(*cells):
        fields = ",".join(f"{name}:string" for name in ("enhet", "summa", "per_person", "kvot", "listade"))
        return make_layer(fields, [(None, *cell) for cell in cells], kind="None")

    return make


def imported(layer, workspace, **more):
    fields = {"CODE_FIELD": "enhet", "POINTS_FIELD": "summa", "PER_PERSON_FIELD": "per_person", "RATIO_FIELD": "kvot",
              "POPULATION_FIELD": "listade"}  # fmt: skip
    given = {"INPUT": layer, "WORKSPACE": workspace, "DATE": "2024-12-31", "SOURCE": "SCB 2025", **fields}
    return {**given, "OUTPUT": "TEMPORARY_OUTPUT", "REJECTED": "TEMPORARY_OUTPUT", **more}


def kept(workspace):
    with open_workspace(workspace) as store:
        return store.read("need_index")


SCB = [("E1", "22 709", "3,841242", "1,5513", "5 912"), ("E2", "7869", "3.269522", "1.3204", "2407")]


class TestImportCni:
    def test_twice_changes_nothing_and_a_new_figure_replaces(self, bought, workspace):
        hidden = ("E3", "..", "..", "..", "<5")
        results, said = heard("importcni", **imported(bought(*SCB, hidden), workspace))
        assert [results[name] for name in COUNTS] == [3, 0, 0, 0]
        assert "4 cells are hidden" in said
        first = kept(workspace)
        names = ["level", "code", "measure", "scale", "value", "population", "date", "status", "source"]
        assert first[names].iloc[:2].values.tolist() == [
            ["unit", "E1", "cni", "points", 22709, 5912, "2024-12-31", "ok", "SCB 2025"],
            ["unit", "E1", "cni", "per_person", 3.841242, 5912, "2024-12-31", "ok", "SCB 2025"],
        ]
        third = first[first["code"] == "E3"]
        assert third["value"].isna().all() and set(third["status"]) == {"suppressed"} and len(third) == 3
        results, _ = heard("importcni", **imported(bought(*SCB, hidden), workspace))
        assert [results[name] for name in COUNTS] == [0, 0, 3, 0]
        assert kept(workspace).equals(first)
        results, _ = heard("importcni", **imported(bought((*SCB[0][:3], "1,5514", "5912"), SCB[1]), workspace))
        assert [row["import_status"] for row in rows(results["OUTPUT"])] == ["changed", "unchanged"]
        assert len(kept(workspace)) == 9
        heard("importcni", **imported(bought(*SCB), workspace, DATE="2023-12-31"))
        assert len(kept(workspace)) == 15

    def test_rejected_rows_have_their_reason_and_the_nation_is_told(self, bought, workspace):
        layer = bought(
            *SCB, (None, "1", "1", "1", "1"), ("E3", "hög", "1", "1", "1"), ("E4", "22709", "1,5513", "1,5513", "5912"),
            ("E5", None, None, None, "7"), SCB[0], ("E6", "200", "2", "0,8", "100"), ("E6", "300", "3", "1,2", "100"),
        )  # fmt: skip
        results, said = heard("importcni", **imported(layer, workspace))
        assert [results[name] for name in COUNTS] == [2, 0, 0, 7]
        words = {3: "no unit id", 4: "not a number", 5: "are not the points per person", 6: "no index on any scale",
                 7: "stands earlier", 8: "different figures", 9: "different figures"}  # fmt: skip
        reasons = {row["row"]: row["reason"] for row in rows(results["REJECTED"])}
        assert reasons.keys() == words.keys() and all(words[row] in reasons[row] for row in words)
        assert "2 rows added, 0 changed, 0 unchanged, 7 rejected" in said and "Rejected rows 8, 9" in said
        history = results["OUTPUT"].metadata().history()
        assert any("the nation has 2.47615 points" in line for line in history)

    def test_a_scale_called_another_is_told_and_never_converted(self, bought, workspace):
        swapped = {"PER_PERSON_FIELD": "kvot", "RATIO_FIELD": "per_person", "POINTS_FIELD": None}
        refused("Exchange the two fields", "importcni", **imported(bought(*SCB), workspace, **swapped))
        assert len(kept(workspace)) == 0
        alone = {**swapped, "RATIO_FIELD": None}  # a region poorer or richer than the nation could look like this
        said = heard("importcni", **imported(bought(*SCB), workspace, **alone))[1]
        assert "kvot is said to be points per person" in said
        assert kept(workspace).set_index(["code", "scale"])["value"]["E1", "per_person"] == 1.5513

    def test_areas_keep_their_vintage(self, bought, workspace):
        area = [("0114A0010_DeSO2025", *SCB[0][1:]), ("114A0020_DeSO2025", *SCB[1][1:])]
        given = imported(bought(*area, ("0114A0010", *SCB[0][1:])), workspace, LEVEL="area")
        refused("Give VINTAGE", "importcni", **given)
        refused("there are only 2018, 2025", "importcni", **given, VINTAGE="2019")
        results, said = heard("importcni", **given, VINTAGE="DeSO 2025")
        assert [results[name] for name in COUNTS] == [2, 0, 0, 1]
        assert kept(workspace)[["code", "vintage"]].drop_duplicates().values.tolist() == [
            ["0114A0010", "2025"], ["0114A0020", "2025"],
        ]  # fmt: skip
        assert "of another vintage" in said and "had lost their leading zero" in said

    def test_what_is_refused(self, bought, workspace, tmp_path):
        layer, name = bought(*SCB), "importcni"
        none = {"POINTS_FIELD": None, "PER_PERSON_FIELD": None, "RATIO_FIELD": None}
        refused("Name the field of the sum", name, **imported(layer, workspace, **none))
        refused("read from the same field", name, **imported(layer, workspace, RATIO_FIELD="per_person"))
        refused("DATE must be a day", name, **imported(layer, workspace, DATE="2024"))
        refused("has no rows", name, **imported(bought(), workspace))
        refused("There is no workspace", name, **imported(layer, str(tmp_path / "none.gpkg")))
        refused("OUTPUT cannot be in the workspace", name, **imported(layer, workspace, OUTPUT=workspace))
        assert len(kept(workspace)) == 0

    def test_a_cancelled_import_changes_nothing(self, bought, workspace, provider):
        given, stop = imported(bought(*SCB), workspace), 0
        while True:
            results, fine = (
                provider.algorithm("importcni").create().run(given, QgsProcessingContext(), CancelAfter(stop))
            )
            assert fine
            if results:
                break
            assert len(kept(workspace)) == 0, f"written after {stop} questions"
            stop += 1
        assert stop > 3 and len(kept(workspace)) == 6

    def test_the_samples_bought_file_is_in_its_workspace_already(self, county, tmp_path):
        workspace = str(tmp_path / "arbetsyta.gpkg")
        shutil.copy(county.workspace, workspace)
        before = kept(workspace)
        fields = {"CODE_FIELD": "Enhet", "POINTS_FIELD": "CNI-poäng", "PER_PERSON_FIELD": "CNI per person",
                  "RATIO_FIELD": None, "POPULATION_FIELD": "Antal listade", "SOURCE_FIELD": "Källa"}  # fmt: skip
        results, said = heard("importcni", **imported(str(county.folder / "cni_per_enhet.csv"), workspace, **fields))
        assert [results[name] for name in COUNTS] == [0, 0, len(before) // 2, 0]
        assert "not in the workspace" not in said
        assert kept(workspace).equals(before)


class TestSocioeconomicIndex:
    def index(self, layer, **more):
        return heard("socioeconomicindex", **{"AREAS": layer, "VARIABLES": ["a", "b", "c"], **more})

    @pytest.fixture
    def areas(self, make_layer):
        values = [("one", 10, 8, 4, 100), ("two", 60, 40, 20, 300), ("gap", 20, None, 5, 50), ("low", 1, 1, 1, 600)]
        return make_layer(
            "id:string,a:double,b:double,c:double,n:integer", [(s, *row) for s, row in zip(SQUARES, values)]
        )

    def test_scbs_formula_and_types_that_say_they_are_derived(self, areas):
        results, said = self.index(areas, AREA_CODE="id", REFERENCE_MEAN=11, REFERENCE_DEVIATION=4.2)
        found = by_id(results["OUTPUT"], "id")
        assert [found[one]["index"] for one in ("one", "two", "gap", "low")] == [pytest.approx(22 / 3), 40, NULL, 1]
        assert [found[one]["area_type"] for one in found] == [4, 1, NULL, 5]
        assert [found[one]["area_type_source"] for one in found] == ["derived", "derived", NULL, "derived"]
        assert found["gap"]["index_status"] == "missing_variable"
        assert "1 areas have no number in b and no index: gap" in said
        layer = results["OUTPUT"]
        alias = {field.name(): field.alias() for field in layer.fields()}
        assert "derived, not official" in alias["area_type"] and "derived, not official" in alias["index"]
        assert layer.name().endswith("(derived, not official)")

    def test_people_weigh_where_they_are_given(self, areas):
        own = by_id(self.index(areas)[0]["OUTPUT"], "id")
        weighed = by_id(self.index(areas, POPULATION="n")[0]["OUTPUT"], "id")
        mean = (22 / 3 * 100 + 40 * 300 + 600) / 1000
        assert own["two"]["index_deviation"] == pytest.approx(1.398, abs=5e-4)
        variance = sum(n * (i - mean) ** 2 for n, i in ((100, 22 / 3), (300, 40), (600, 1))) / 1000
        assert weighed["two"]["index_deviation"] == pytest.approx((40 - mean) / variance**0.5)
        assert (own["two"]["area_type"], own["low"]["area_type"]) == (2, 4)

    def test_weights_turn_variables_and_cuts_move_types(self, areas):
        results, _ = self.index(areas, VARIABLES=["a", "c"], WEIGHTS="-1;0,5", STANDARDISE="zscore", CUTS="-1,5;-1;0;9")
        found = by_id(results["OUTPUT"], "id")
        assert found["low"]["index"] > found["two"]["index"] and found["two"]["area_type"] == 5
        assert max(row["area_type"] for row in found.values()) == 5

    def test_ranks_are_of_people(self, areas):
        results, _ = self.index(areas, VARIABLES=["a"], STANDARDISE="rank", POPULATION="n")
        found = by_id(results["OUTPUT"], "id")
        assert [found[one]["index"] for one in ("low", "one", "gap", "two")] == [
            pytest.approx(share / 1050) for share in (300, 650, 725, 900)
        ]

    def test_no_spread_gives_no_type_and_a_sentence(self, make_layer):
        layer = make_layer("a:double,b:double,c:double", [(SQUARES[0], 0.1, 0.2, 0.3), (SQUARES[1], 0.3, 0.2, 0.1)])
        results, said = self.index(layer)
        assert {row["area_type"] for row in rows(results["OUTPUT"])} == {NULL} and "there are no types" in said
        refused("has no z-score", "socioeconomicindex", AREAS=layer, VARIABLES=["a", "b"], STANDARDISE="zscore", OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip

    def test_what_is_refused(self, areas):
        given = {"AREAS": areas, "VARIABLES": ["a", "b"], "OUTPUT": "TEMPORARY_OUTPUT"}
        for words, more in (
            ("3 numbers for 2 variables", {"WEIGHTS": "1;2;3"}),
            ("WEIGHTS has a 0", {"WEIGHTS": "1;0"}),
            ("no number: 1; två", {"WEIGHTS": "1;två"}),
            ("four rising numbers", {"CUTS": "1,0,2,3"}),
            ("Give both REFERENCE_MEAN", {"REFERENCE_MEAN": 11}),
            ("values as they are", {"REFERENCE_MEAN": 1, "REFERENCE_DEVIATION": 1, "STANDARDISE": "rank"}),
        ):
            refused(words, "socioeconomicindex", **given, **more)

    def test_one_unit_must_not_rule_unseen(self, make_layer):
        layer = make_layer("a:double,b:double,c:double", [(SQUARES[0], 1, 2, 300), (SQUARES[1], 2, 1, 200)])
        assert "c varies 100 times as much as" in self.index(layer)[1]

    def test_the_samples_types_from_the_nations_mean_and_spread(self, county):
        results, _ = heard(
            "socioeconomicindex", AREAS=county.layer("areas"), AREA_CODE="area_code", VARIABLES=SHARES, PREFIX="own_",
            REFERENCE_MEAN=11, REFERENCE_DEVIATION=4.2,
        )  # fmt: skip
        found = rows(results["OUTPUT"])
        # The sample rounds its index before it is classed.
        on_cut = [row for row in found if abs(row["own_index_deviation"] - round(row["own_index_deviation"])) < 0.002]
        other = [row for row in found if row["own_area_type"] != row["area_type"]]
        assert len(found) > 150 and len(on_cut) < 5 and all(row in on_cut for row in other)
        for row in found:
            assert row["own_index"] == pytest.approx(row["socioeconomic_index"], abs=0.006)
