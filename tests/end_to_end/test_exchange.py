"""Two regions' workspaces as a script asks for them: one hands over, the other takes in, freezes it, and compares later."""

import json
import shutil

from osgeo import ogr


def table(path):
    source = ogr.Open(str(path))
    return [feature.items() for feature in source.GetLayer(0)]


def test_from_a_neighbours_register_to_a_frozen_basis(checkout, county):
    folder = county.folder
    neighbour, own = folder / "grannlän.gpkg", folder / "eget.gpkg"
    # The sample county's own register is handed over to its neighbour, whose workspace is new.
    shutil.copy(folder / "arbetsyta.gpkg", own)
    checkout.run("narvard:createworkspace", {"WORKSPACE": neighbour, "REGION": "08"})
    told = {"LICENCE": "CC0", "CONTACT": "planering@region.se", "WITH": "people", "DISTANCE": 3000}
    checkout.run("narvard:importlistings", {
        "INPUT": folder / "felaktiga_data" / "listade_dolda_celler.csv", "WORKSPACE": own, "OUTPUT": folder / "listade.gpkg",
    })  # fmt: skip
    handed = checkout.run("narvard:exportexchange", {"WORKSPACE": own, "FILE": folder / "utbyte.gpkg", **told})
    assert handed["FACILITY_COUNT"] == 418
    assert handed["PEOPLE_COUNT"] > 0
    taken = checkout.run(
        "narvard:importexchange",
        {"WORKSPACE": neighbour, "FILE": folder / "utbyte.gpkg", "REGION": "99", "OUTPUT": folder / "ändringar.gpkg"},
    )
    counted = [handed[name] for name in ("FACILITY_COUNT", "SERVICE_COUNT", "CAPACITY_COUNT", "PEOPLE_COUNT")]
    assert taken["ADDED_COUNT"] == sum(counted) == len(table(folder / "ändringar.gpkg"))
    again = checkout.run(
        "narvard:importexchange",
        {"WORKSPACE": neighbour, "FILE": folder / "utbyte.gpkg", "OUTPUT": folder / "igen.gpkg"},
    )
    assert (again["ADDED_COUNT"], again["CHANGED_COUNT"], again["REMOVED_COUNT"]) == (0, 0, 0)

    archive = folder / "arkiv"
    archive.mkdir()
    frozen = checkout.run(
        "narvard:freezebasis",
        {
            "WORKSPACE": neighbour, "NAME": "Grannens vårdenheter", "REFERENCE": "RS 2026/7", "FOLDER": archive,
            "RESULTS": [folder / "ändringar.gpkg"], "NETWORK": county.network, "SETTINGS": '{"DISTANCE": 3000}',
        },
    )  # fmt: skip
    manifest = json.loads((archive / "RS_2026-7_Grannens_vårdenheter" / "underlag.json").read_text("utf8"))
    assert {one["role"] for one in manifest["files"]} == {"workspace", "result", "network", "page"}
    assert any("narvard:importexchange" in line for one in manifest["files"] for line in one["provenance"])
    compared = checkout.run(
        "narvard:comparewithbasis",
        {
            "BASIS": frozen["BASIS"], "INPUT": folder / "ändringar.gpkg", "ID_FIELD": ["table", "key"], "WORKSPACE": neighbour,
            "OUTPUT": folder / "skillnader.gpkg",
        },
    )  # fmt: skip
    assert (compared["ROWS_BEFORE"], compared["VALUE_COUNT"], compared["FILE_PROBLEMS"]) == (taken["ADDED_COUNT"], 0, 0)
