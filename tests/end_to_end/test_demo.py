"""The demonstration, run as `make demo` runs it; then its folder is moved and looked at as a planner's QGIS would."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsFeature,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from tests.shared import ROOT
from tools.demo.sheets import SHEETS

STYLES = ROOT / "resources" / "styles"
CHAPTERS = ["Hälsans geografi", "Vårdens geografi", "Behov × tillgång"]
MINUTES = ["0–5 min", "5–10 min", "10–15 min", "15–20 min", "20–30 min", "30–45 min", "45–60 min", "över 60 min"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The folder of a whole demonstration, moved from where it was made; and what it printed."""
    made = tmp_path_factory.mktemp("made") / "demo"
    command = [sys.executable, "-m", "tools.demo", str(made)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    moved = tmp_path_factory.mktemp("moved") / "demo med å"
    shutil.move(made, moved)
    return moved, done.stdout


@pytest.fixture(scope="module")
def project(demo, qgis_app):
    project = QgsProject()
    assert project.read(str(demo[0] / "exempellan.qgz"))
    yield project
    project.clear()


@pytest.fixture(scope="module")
def page(demo):
    return (demo[0] / "resultat.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_it_ends_by_saying_where_to_look(demo):
    for name in ("resultat.html", "exempellan.qgz", "kartor", "exempellan/arbetsyta.gpkg"):
        assert (demo[0] / name).exists()
        assert f"made0/demo/{name}" in demo[1]
    assert "Öppna projektet i QGIS" in demo[1]


@pytest.mark.slow
def test_the_moved_project_finds_every_layer_beside_itself(demo, project):
    layers = project.mapLayers().values()
    assert len(layers) > 25
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert layer.source().startswith(str(demo[0])), layer.source()
        assert "påhittat" in " ".join(layer.metadata().rights()).lower()
        assert not re.search(r"_|\.gpkg|^[a-z]", layer.name()), f"{layer.name()} is a file's name"


@pytest.mark.slow
def test_groups_tell_health_before_care_before_both(project):
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert [name for name in groups if name in CHAPTERS] == CHAPTERS
    assert all(project.layerTreeRoot().findGroup(name).findLayers() for name in groups)


@pytest.mark.slow
def test_each_map_is_a_theme_and_a_layout_with_what_a_map_needs(project):
    assert set(project.mapThemeCollection().mapThemes()) == {sheet.title for sheet in SHEETS}
    layouts = project.layoutManager().layouts()
    assert len(layouts) == len(SHEETS)
    for layout in layouts:
        kinds = {type(item) for item in layout.items()}
        assert {QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar, QgsLayoutItemPicture} <= kinds
        texts = " ".join(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))
        assert "Påhittat län – exempeldata" in texts
        assert re.search(r"Källa: .+ Kartan gjord \d{4}-\d\d-\d\d", texts)


@pytest.mark.slow
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_maps_are_drawn(demo, sheet):
    _, shares = np.unique(_map_pixels(demo[0] / "kartor" / f"{sheet.name}.png"), return_counts=True)
    assert (shares > shares.sum() * 1e-3).sum() >= 8, "fewer colours than a map has"
    assert shares.max() < 0.7 * shares.sum(), "mostly one colour"
    assert (demo[0] / "kartor" / f"{sheet.name}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_the_page_tells_the_result_in_order_and_says_that_it_is_made_up(page):
    text = re.sub(r"data:image/png;base64,[A-Za-z0-9+/=]+", "", page)
    assert "Påhittat län – exempeldata" in text
    assert re.findall(r"<h2>(.+?)</h2>", text)[:3] == CHAPTERS
    assert page.count("data:image/png;base64,") == len(SHEETS)
    assert "http" not in text, "the page needs nothing from elsewhere"
    assert not re.search(r"(?<!geografisk )(?<!telefon)tillgänglighet", text, re.IGNORECASE)


@pytest.mark.slow
@pytest.mark.parametrize("which", ["halsocentral", "akutmottagning"])
def test_the_page_has_the_numbers_of_the_results(demo, page, which):
    with closing(sqlite3.connect(demo[0] / "resultat" / f"narmaste_{which}.gpkg")) as file:
        select = f"SELECT sum(population) FROM narmaste_{which} WHERE "
        wanted = {
            condition: file.execute(select + condition).fetchone()[0]
            for condition in ("minutes_1 <= 20", "minutes_1 <= 30", "crosses_border = 1")
        }
    for condition, people in wanted.items():
        assert people > 0, condition
        assert f"{people:,.0f}".replace(",", "\u202f") in page, condition


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "amount", "condition"),
    [
        ("platser_per_halsocentral", "sum(listed)", "region = '99' AND listed <= 1100 * gp_fte + 550 * st_fte"),
        ("platser_per_halsocentral", "sum(supply - listed)", "region = '99' AND listed < supply"),
        ("platser_per_halsocentral", "sum(listed - supply)", "region = '99'"),
        ("platser_per_invanare", "sum(population)", "access >= 1"),
        ("platser_per_invanare", "sum(population)", "access = 0"),
        ("responstid_ambulans", "sum(population)", "drive_minutes + 3.5 <= 10"),
        ("responstid_ambulans", "sum(population)", "drive_minutes + 3.5 <= 20"),
        ("responstid_ambulans", "sum(population)", "drive_minutes IS NULL"),
        ("responstid_ambulans", "sum(population)", "crosses_border = 1"),
    ],
)
def test_the_page_tells_whether_places_are_enough_and_how_soon_the_ambulance_comes(
    demo, page, table, amount, condition
):
    with closing(sqlite3.connect(demo[0] / "resultat" / f"{table}.gpkg")) as file:
        (found,) = file.execute(f"SELECT {amount} FROM {table} WHERE {condition}").fetchone()
    assert found > 0
    assert f"{found:,.0f}".replace(",", "\u202f") in page


@pytest.mark.slow
def test_the_page_tells_story_1_health_first(demo, page):
    """The numbers of tests/samples/FACIT.md, as Swedes write them."""
    for growth in ("+7,9 %", "+2,4 %", "−1,2 %", "−0,8 %", "+9,7 %"):
        assert growth in page
    assert "13 områden har bytt typ" in page and "35,5 procentenheter" in page
    areas = _table(demo, "behov_och_restid").set_index("area_code")
    longest, heaviest = areas.nlargest(10, "restid_mean"), areas.nsmallest(10, "rank")
    assert longest["area_type"].ge(4).all() and longest["cni_ratio"].mean() == pytest.approx(0.738, abs=0.01)
    assert heaviest["cni_ratio"].mean() == pytest.approx(1.46, abs=0.005)
    assert "0,74 i medeltal" in page and "är behovet 1,46" in page
    assert "1 av 10 områden står i båda listorna" in page and page.count('<tr class="both">') == 2
    first = re.search(r"väger tyngst ihop</caption>.+?<tbody>(.+?)</tbody>", page, re.DOTALL)[1]
    assert re.findall(r"\((\d{4}[A-Z]\d{4})\)", first) == heaviest.index.tolist()
    worst = areas[areas["combined_class"] == "3-3"]
    people = f"{worst['population'].sum():,.0f}".replace(",", "\u202f")
    assert f"{people} invånare (" in page and f"i {len(worst)} områden har både stort vårdbehov" in page


@pytest.mark.slow
def test_the_page_tells_story_3_who_wins_by_each_rule(demo, page):
    assert "Hagbos hälsocentral ligger i ett område med litet behov (0,75)" in page
    assert "1\u202f068\u202f100 kronor efter sina listade mot 603\u202f882 efter området" in page
    assert "Mosshults hälsocentral har 1,14 och får inget när tröskeln är 1,15" in page
    assert "Efter listade når 8 hälsocentraler tröskeln, efter område 13" in page
    shared = _table(demo, "utvecklingspeng_proportional")
    assert shared["amount_listed"].sum() == shared["amount_area"].sum() == 20_000_000


@pytest.mark.slow
def test_the_page_tells_how_travel_time_is_shared_and_what_lies_ahead(demo, page):
    measures = _table(demo, "jamlikhet").set_index("measure")["value"]
    ratio = f"{measures['quintile_ratio']:.1f}".replace(".", ",")
    assert f"{ratio} gånger så lång tid" in page and measures["quintile_ratio"] > 2
    now, then = (_table(demo, name).set_index("service")["demand"] for name in ("vard_i_dag", "vard_framat"))
    for service, growth in (then / now - 1).items():
        assert f"+{100 * growth:.1f} %".replace(".", ",") in page, service
    drawings = re.findall(r"<svg.+?</svg>", page, re.DOTALL)
    assert len(drawings) == 2 and all(re.search(r'aria-label="(Stap|Konc)', drawn) for drawn in drawings), "in Swedish"


@pytest.mark.slow
def test_challenges_gather_on_the_estates_and_in_the_mill_places(demo, page):
    areas = _table(demo, "kluster")
    great = areas[(areas["region"] == "99") & (areas["cluster"] == "high_high")]
    assert great["area_type"].le(3).all()  # an area among its like may itself be mixed
    assert {"Hultaryd centrum", "Emmaboryd", "Lindhamn väster 2"} <= set(great["name"])
    assert all(name in page for name in great["name"])


@pytest.mark.slow
def test_places_are_shared_with_the_neighbour_and_reported_for_the_region(demo):
    results = demo[0] / "resultat"
    with closing(sqlite3.connect(results / "platser_per_halsocentral.gpkg")) as file:
        regions = {region for (region,) in file.execute("SELECT DISTINCT region FROM platser_per_halsocentral")}
    assert regions == {"98", "99"}
    for name, other in (("platser_per_invanare", "access_other > 0"), ("responstid_ambulans", "crosses_border = 1")):
        with closing(sqlite3.connect(results / f"{name}.gpkg")) as file:
            assert file.execute(f"SELECT DISTINCT region FROM {name}").fetchall() == [("99",)]
            assert file.execute(f"SELECT count(*) FROM {name} WHERE {other}").fetchone()[0] > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("layer", "fields"),
    [
        ("Hälsocentraler: listade mot normen", ("supply", "listed", "load", "spare_places", "norm_status")),
        ("Listningsplatser per invånare och ruta (1 = platserna räcker)", ("access", "access_own", "access_other")),
        ("Ambulansens responstid per ruta", ("station_id", "drive_minutes", "response_minutes", "crosses_border")),
    ],
)
def test_columns_of_the_care_maps_are_called_something_in_swedish(project, layer, fields):
    (found,) = project.mapLayersByName(layer)
    assert found in [node.layer() for node in project.layerTreeRoot().findGroup(CHAPTERS[1]).findLayers()]
    for field in fields:
        alias = found.fields().field(field).alias()
        assert alias[:1].isupper() or alias.startswith("varav"), field
        assert "_" not in alias


@pytest.mark.parametrize(
    ("minutes", "status", "label"),
    [
        (0.0, "ok", "0–5 min"),
        (5.0, "ok", "0–5 min"),
        (5.01, "ok", "5–10 min"),
        (60.0, "ok", "45–60 min"),
        (61.0, "ok", "över 60 min"),
        (None, "no_road", "nås inte på väg"),
        (None, "no_route", "nås inte på väg"),
        (None, "beyond_limit", "längre än längsta restid"),
        (None, None, "restid saknas i lagret"),
    ],
)
@pytest.mark.parametrize("field", ["minutes_1", "straight_minutes_1"])
def test_every_minute_and_every_missing_minute_has_its_class(minutes, status, label, field, qgis_app):
    layer = QgsVectorLayer(f"Point?crs=EPSG:3006&field={field}:double&field=status:string", "x", "memory")
    layer.loadNamedStyle(str(STYLES / "nearestfacility_output.qml"))
    assert _class_of(layer, [minutes, status]) == [label]


def test_a_ring_is_called_by_its_upper_end(qgis_app):
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:3006&field=to_minutes:double", "x", "memory")
    layer.loadNamedStyle(str(STYLES / "catchments_output.qml"))
    assert [_class_of(layer, [end]) for end in (10.0, 20.0, 90.0)] == [
        ["högst 10 min"],
        ["högst 20 min"],
        ["över 60 min"],
    ]


def test_raster_and_points_show_minutes_alike(qgis_app):
    text = (STYLES / "traveltimeraster_output.qml").read_text(encoding="utf-8")
    items = re.findall(r"<item (.+?)/>", text)
    raster = {re.search(r'label="(.+?)"', item)[1]: re.search(r'color="(.+?)"', item)[1] for item in items}
    points = QgsVectorLayer("Point?crs=EPSG:3006", "x", "memory")
    points.loadNamedStyle(str(STYLES / "nearestfacility_output.qml"))
    rules = points.renderer().rootRule().children()
    colours = {rule.label(): rule.symbol().color().name() for rule in rules}
    for label in [*MINUTES, "nås inte på väg"]:
        assert raster[label] == colours[label]
    assert 'nodataColor="166,166,166,255"' in text


def _table(demo, name):
    with closing(sqlite3.connect(demo[0] / "resultat" / f"{name}.gpkg")) as file:
        return pd.read_sql_query(f'SELECT * FROM "{name}"', file)


def _map_pixels(path):
    """One number per pixel of the map on an A4 page, without what stands beside it."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width() / 210, image.height() / 297
    part = image.copy(round(9 * width), round(28 * height), round(130 * width), round(256 * height))
    bits = part.constBits()
    bits.setsize(part.sizeInBytes())
    return np.frombuffer(bits, dtype=np.uint32).copy()  # the picture's memory goes with it


def _class_of(layer, attributes):
    """Labels of the rules that draw a feature with these values."""
    feature, context, renderer = QgsFeature(layer.fields()), QgsRenderContext(), layer.renderer().clone()
    feature.setAttributes(attributes)
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return [rule.label() for rule in layer.renderer().rootRule().children() if rule.ruleKey() in keys]
