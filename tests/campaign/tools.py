"""The tools that are used most, each with all that it writes in one folder, and what of its result is the same everywhere."""

from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from narvard_plugin.store.network_file import load_network
from narvard_plugin.store.workspace import open_workspace
from tests.qgis.small_network import ROADS, common, rows, run
from tests.qgis.test_planresponse import decided, made
from tests.sources.plans.files import as_bytes, specification


class Given(NamedTuple):
    """What the tools read: layers in memory, and files in a folder of their own."""

    roads: QgsVectorLayer
    people: QgsVectorLayer
    centres: QgsVectorLayer
    network: str
    region: str
    planremiss: tuple[str, str]
    decided: str
    plan: Path


def given_in(folder: Path, region: str) -> Given:
    """Made anew in ``folder``; ``region`` is the workspace of the atlas's own tests."""
    plan, network = folder / "plan.json", str(folder / "roads.npz")
    plan.write_bytes(as_bytes(specification()))
    roads = _layer("LineString", "speed:double,way:string", *ROADS)
    _build(roads, network)
    people = _layer("Point", "id:string,n:integer", ("POINT(100 30)", "one", 10), ("POINT(1500 0)", "two", 20))
    day = QDate(2026, 3, 29)  # on which the clocks are moved
    centres = _layer(
        "Point",
        "code:string,opened:date,metres:double",
        ("POINT(1000 0)", "B", day, 1234567.25),
        ("POINT(0 500)", "N", day, 0.1),
    )
    centres.setName("Vårdcentraler")
    planremiss = made(folder / "planremiss.gpkg")
    answered = str(shutil.copy(planremiss[0], folder / "besvarad.gpkg"))
    decided(answered, planremiss[1])
    return Given(roads, people, centres, network, region, planremiss, answered, plan)


def _layer(kind: str, fields: str, *rows_: tuple) -> QgsVectorLayer:
    layer = QgsVectorLayer(
        "&".join([f"{kind}?crs=EPSG:3006", *(f"field={one}" for one in fields.split(","))]), "x", "memory"
    )
    for wkt, *attributes in rows_:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(attributes)
        assert layer.dataProvider().addFeature(feature)
    return layer


def _build(roads: QgsVectorLayer, path: str) -> None:
    run(
        "buildnetwork",
        ROADS=roads,
        PRESET="fields",
        SPEED_FIELD="speed",
        ONEWAY_FIELD="way",
        FORWARD_VALUE="F",
        NETWORK=path,
    )


def _copy(source: str, folder: Path) -> str:
    """The workspace in the folder; one that is there already, as where nothing may be written, stays."""
    target = folder / "arbetsyta.gpkg"
    return str(target if target.exists() else shutil.copy(source, target))


def _create(given: Given, folder: Path):
    path = str(folder / "ny arbetsyta.gpkg")
    run("createworkspace", WORKSPACE=path, REGION="99")
    with open_workspace(path, writable=False) as workspace:
        return workspace.region


def _import(given: Given, folder: Path):
    path = _copy(given.planremiss[0], folder)
    run("importplans", WORKSPACE=path, INPUT=str(given.plan), MUNICIPALITY="9901", OUTPUT="memory:")
    with open_workspace(path, writable=False) as workspace:
        cases = workspace.read("plan_cases")
        return sorted(map(str, cases["status_date"])), len(workspace.read("provisions"))


def _compile(given: Given, folder: Path):
    path = str(folder / "nät.npz")
    _build(given.roads, path)
    return load_network(path).metres.tolist()


def _nearest(given: Given, folder: Path):
    path = str(folder / "nära.gpkg")
    run("nearestfacility", **{**common(given.network, given.people, given.centres), "OUTPUT": path})
    return [(row["id"], row["minutes_1"]) for row in rows(path)]


def _publish(given: Given, folder: Path):
    target = folder / "öppna data"
    said = {
        "BASE_IRI": "https://www.region.se/a/",
        "PUBLISHER": "Region",
        "EMAIL": "a@region.se",
        "CONTACT": "A",
        "LICENCE": "cc-by",
    }
    run("publish", LAYERS=[given.centres], FOLDER=str(target), OUTPUT="memory:", **said)
    return {path.name: path.read_bytes() for path in target.glob("*.csv")}


def _freeze(given: Given, folder: Path):
    path = _copy(given.planremiss[0], folder)
    made_ = run(
        "freezebasis", WORKSPACE=path, NAME="Underlag", REFERENCE="RS 1", FOLDER=str(folder), RESULTS=[given.centres]
    )
    manifest = json.loads(Path(made_["BASIS"], "underlag.json").read_text("utf-8"))
    return sorted(one["file"] for one in manifest["files"])


def _answer(given: Given, folder: Path):
    target = folder / "svar.html"
    run("planresponse", WORKSPACE=given.planremiss[0], REFERRAL=given.planremiss[1], OUTPUT_FILE=str(target))
    return re.sub(
        r"Datum: [-0-9]{10}", "", target.read_text("utf-8")
    )  # the day on which it is written, where it is written


def _report(given: Given, folder: Path):
    page = folder / "atlas.html"
    asked = {"WORKSPACE": given.region, "NETWORK": given.network, "TODAY": "2026-06-20", "OUTPUT": "memory:"}
    results = run("regionreport", OUTPUT_HTML=str(page), **asked)
    assert page.read_text("utf-8").rstrip().endswith("</html>")
    return [(row["area_code"], row["measure"], row["value"]) for row in rows(results["OUTPUT"])]


def _register(given: Given, folder: Path):
    target = folder / "register.csv"
    run("exportplanregister", WORKSPACE=given.planremiss[0], OUTPUT_FILE=str(target))
    text = target.read_text("utf-8-sig")
    return [cell for row in csv.reader(text.splitlines(), delimiter=";") for cell in row if any(map(str.isdigit, cell))]


def _record(given: Given, folder: Path):
    target = folder / "arkiv.zip"
    run("exportplanrecord", WORKSPACE=given.decided, REFERRAL=given.planremiss[1], TARGET=str(target))
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return sorted(archive.namelist())


def _template(given: Given, folder: Path):
    made_ = run("facilitytemplate", FOLDER=str(folder), FORMAT="csv")
    return len(Path(made_["FILE"]).read_text("utf-8-sig").splitlines())


TOOLS: dict[str, Callable[[Given, Path], object]] = {
    "createworkspace": _create, "importplans": _import, "buildnetwork": _compile, "nearestfacility": _nearest,
    "publish": _publish, "freezebasis": _freeze, "planresponse": _answer, "regionreport": _report,
    "exportplanregister": _register, "exportplanrecord": _record, "facilitytemplate": _template,
}  # fmt: skip
#: Those that add to a workspace in the folder; it lies there before the folder is closed or filled up.
ADDING = ("importplans", "freezebasis")
