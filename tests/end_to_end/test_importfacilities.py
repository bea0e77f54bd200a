"""The file of a register as ``qgis_process`` asks: story 7 in the county's own workspace, and a template made and read."""

import shutil

from narvard_plugin.store.workspace import open_workspace

from .test_real_data import table


def test_swapped_rows_of_hsa_reach_the_register(checkout, county):
    workspace = shutil.copy(county.folder / "arbetsyta.gpkg", county.folder / "kopia.gpkg")
    imported, twins = county.folder / "imported.gpkg", county.folder / "twins.csv"
    given = {
        "INPUT": county.folder / "felaktiga_data" / "hsa_omkastade_rt90.csv", "WORKSPACE": workspace, "PRESET": "hsa",
        "SOURCE_DATE": "2026-01-31", "OUTPUT": imported, "DUPLICATES": twins,
    }  # fmt: skip
    out = checkout.run("narvard:importfacilities", given)
    assert (out["ADDED_COUNT"], out["SWAPPED_COUNT"], out["REJECTED_COUNT"], out["DUPLICATE_COUNT"]) == (47, 6, 0, 47)
    read = table(imported)
    assert read.loc[read["swapped"].astype(bool), "row"].tolist() == [1, 2, 3, 4, 5, 6]
    with open_workspace(str(workspace)) as store:
        kept = store.read("facilities").set_index("facility_id")
    assert kept.loc[read["facility_id"], "source_date"].eq("2026-01-31").all()
    again = checkout.run(
        "narvard:importfacilities", {**given, "OUTPUT": county.folder / "again.gpkg", "DUPLICATES": None}
    )
    assert (again["ADDED_COUNT"], again["CHANGED_COUNT"], again["UNCHANGED_COUNT"]) == (0, 0, 47)


def test_a_template_is_made_and_a_facility_placed(checkout, county):
    made = checkout.run(
        "narvard:facilitytemplate", {"FOLDER": county.folder / "mall", "TYPE": "apotek", "FORMAT": "csv"}
    )
    with open(made["FILE"], "a", encoding="utf-8", newline="") as file:
        file.write(";P1;Apoteket Ett;apotek\r\n")
    workspace = county.folder / "egen.gpkg"
    checkout.run("narvard:createworkspace", {"WORKSPACE": workspace, "REGION": "08"})
    out = checkout.run(
        "narvard:importfacilities",
        {"FILE": made["FILE"], "WORKSPACE": workspace, "PRESET": "excel", "OUTPUT": county.folder / "egen_ut.gpkg"},
    )
    assert (out["ADDED_COUNT"], out["UNPLACED_COUNT"], out["EXAMPLE_COUNT"]) == (1, 1, 2)
    placed = checkout.run(
        "narvard:placefacility", {"WORKSPACE": workspace, "FACILITY_ID": "P1", "POINT": "583000,6281000 [EPSG:3006]"}
    )
    assert (placed["X"], placed["Y"]) == (583000, 6281000)
