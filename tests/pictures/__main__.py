"""``make pictures``: run every tool on the sample county and draw its result for the help page; some by name."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

from narvard_plugin.paths import bundled
from tools.demo import symbols
from tools.demo.qgis_session import qgis_session
from tools.help.example import Example, Stored
from tools.help.examples import examples
from tools.help.texts import english
from tools.i18n import QM
from tools.layout import ROOT

FOLDER = ROOT / "build" / "pictures"
PICTURES = ROOT / "resources" / "help" / "pictures"
FIELDS = ROOT / "tools" / "help" / "fields.json"
#: What a workspace's table is called where a picture shows it.
_TABLES = {
    "people": "Invånare per ruta",
    "areas": "Områden (DeSO 2025)",
    "facilities": "Vårdenheter",
    "divisions": "Kommuner",
    "plan_items": "Planer",
    "roads": "Vägnät (större vägar)",
    "NVDB_homogeniserat": "Vägnät (större vägar)",
    "scenarios": "Arbetsytans scenarier",
    "dialogues": "Dialoger med kommunen",
    "local_needs": "Vårdens lokalbehov",
    "sources": "Arbetsytans källor",
    "plan_provisions": "Boverkets planbestämmelser",
    "statistics": "Statistik per område",
    "health_figures": "Hälsotal",
}
#: And how it is drawn, where the dock has no style for it.
_STYLES = {
    "divisions": "importdivision_output.qml",
    "roads": "samplecounty_roads.qml",
    "NVDB_homogeniserat": "samplecounty_roads.qml",
}
_FEW = 14  # types of facilities that a legend has room for
#: Colours to try, and the bytes that are few enough with them: small print needs its colours, but no picture is large.
_COLOURS = {192: 40_000, 128: 40_000, 96: 50_000, 64: 65_000, 32: 65_000, 16: 65_000}


def main(names: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private:
        os.environ.update(
            QGIS_AUTH_DB_DIR_PATH=private,
            NARVARD_CACHE_FOLDER=str(Path(private) / "hämtat"),
            QT_QPA_PLATFORM="offscreen",
        )
        os.chdir(FOLDER)
        with qgis_session():
            failed = _all(names)
    if failed:
        sys.exit("\n".join(failed))


def _all(names: list[str]) -> list[str]:
    from tests.sources.servers import municipal
    from tests.sources.servers.county import served

    from . import people, running

    written, failed, spoken = _known(), [], _swedish()
    chosen = {name: one for name, one in examples().items() if not names or name in names}
    if "samplecounty" in chosen:
        _draw(running.answered(chosen.pop("samplecounty"), running.Outside({}, {}), lambda tool: None), written)
    with served(Path("exempellan")) as services, municipal.for_county(Path("exempellan")) as map_server:
        services.servers["kolada"].calls = 1000
        world = running.outside(services, map_server.wfs)
        for name, example in chosen.items():
            began = time.monotonic()
            try:
                size = _draw(running.answered(example, world, people.prepare), written)
                print(f"{name:<24} {size / 1000:6.1f} kB  {time.monotonic() - began:5.1f} s", flush=True)
            except Exception as error:  # the others are drawn all the same; what failed is told at the end
                failed.append(f"{name}: {type(error).__name__} {error}"[:600])
                print(f"{name}: FAILED {error}"[:600], flush=True)
    QCoreApplication.removeTranslator(spoken)
    return failed


def _swedish() -> QTranslator:
    """Swedish out of memory: Qt reads the file as it goes, and `make i18n` may write it anew meanwhile."""
    spoken = QTranslator()
    spoken.content = QM.read_bytes()
    if not spoken.loadFromData(spoken.content):
        raise FileNotFoundError(f"{QM} cannot be read: run `make i18n` first.")
    QCoreApplication.installTranslator(spoken)
    return spoken


def _known() -> dict:
    return json.loads(FIELDS.read_text("utf8")) if FIELDS.is_file() else {}


def _draw(done, written: dict) -> int:
    example = done.example
    layers = {definition.name(): done.layer(definition.name()) for definition in _outputs(example)}
    written[example.tool] = {
        name: [[field.name(), english(layer.attributeDisplayName(at)), layer.attributeDisplayName(at)]
               for at, field in enumerate(layer.fields())]
        for name, layer in layers.items()
        if isinstance(layer, QgsVectorLayer) and name in example.given
    }  # fmt: skip
    FIELDS.write_text(_as_lines(written), "utf8")
    image = _picture(done, layers)
    return save(image, PICTURES / f"{example.tool}.png")


def _as_lines(written: dict) -> str:
    """A line for each output, so that a change shows as few."""
    tools = [
        f"{json.dumps(tool)}: {{\n"
        + ",\n".join(
            f" {json.dumps(name)}: {json.dumps(fields, ensure_ascii=False)}" for name, fields in outputs.items()
        )
        + "\n}"
        for tool, outputs in sorted(written.items())
    ]
    return "{\n" + ",\n".join(tools) + "\n}\n"


def _outputs(example: Example):
    from .running import algorithm

    return algorithm(example.tool).outputDefinitions()


def _picture(done, layers) -> QImage:
    from . import maps, sheets
    from .running import algorithm

    example = done.example
    title = algorithm(example.tool).displayName()
    shown, files = [], []
    for wanted in example.show:
        if isinstance(wanted, Stored):
            shown.append(_stored(wanted))
        elif wanted.startswith(("resultat/", "exempellan/")) and "|" in wanted:
            shown.append(_as_in_the_dock(_opened(wanted), wanted.split("layername=")[1].split("|")[0]))
        elif wanted in layers or not wanted:
            name = wanted or next(one for one in example.given if layers.get(one) or one in done.results)
            if layers.get(name):
                shown.append(_plain_without_a_style(layers[name], example.tool, name))
            else:
                files.append(Path(str(done.results[name])))
        else:
            files.append(Path(wanted))
    if example.style:
        _restyled(shown[0], bundled("resources", "styles", f"{example.tool}_output_{example.style}.qml"))
    drawn = [layer for layer in shown if _has_geometry(layer) and not example.fields]
    if drawn:
        return maps.drawn(drawn, example.near, example.where, example.note[0])
    if shown:
        return sheets.table(shown[0], example.fields, example.where)
    (path,) = files[:1]
    if path.is_dir():
        return sheets.folder(path, title)
    if path.suffix == ".gpkg":
        return sheets.contents(path, title)
    if path.suffix == ".pdf":
        return sheets.pdf(path, example.page)
    kinds = {".html": sheets.page, ".png": sheets.image}
    if path.suffix in kinds:
        return kinds[path.suffix](path)
    if path.suffix == ".csv":
        return sheets.of_csv(path, example.fields, title)
    return sheets.text(path, title)


def _plain_without_a_style(found: QgsMapLayer, tool: str, output: str) -> QgsMapLayer:
    from . import maps

    if not bundled("resources", "styles", f"{tool}_{output.lower()}.qml").is_file():
        maps.plain(found)
    return found


def _stored(wanted: Stored) -> QgsVectorLayer:
    where = f"|subset={wanted.where}" if wanted.where else ""
    return _as_in_the_dock(_opened(f"{wanted.workspace}|layername={wanted.table}{where}"), wanted.table)


def _as_in_the_dock(found: QgsVectorLayer, name: str) -> QgsVectorLayer:
    from . import maps

    style = bundled("resources", "styles", _STYLES.get(name, f"dock_{name}.qml"))
    if style.is_file():
        _restyled(found, style)
    elif 0 < len(_types(found)) <= _FEW:
        found.setRenderer(symbols.facility_types(_types(found)))
    elif found.isSpatial():
        maps.plain(found)
    return found


def _opened(source: str) -> QgsVectorLayer:
    from .running import opened

    name = source.split("layername=")[1].split("|")[0]
    return opened(source, _TABLES.get(name, name))


def _types(found: QgsVectorLayer) -> set:
    at = found.fields().indexFromName("type")
    return found.uniqueValues(at) if at >= 0 and found.isSpatial() else set()


def _restyled(layer: QgsVectorLayer, style: Path) -> None:
    """``loadNamedStyle`` would take the style that a workspace's own table carries instead."""
    document = QDomDocument()
    document.setContent(style.read_text("utf8"))
    layer.importNamedStyle(document)


def _has_geometry(layer: QgsMapLayer) -> bool:
    return not isinstance(layer, QgsVectorLayer) or layer.isSpatial()


def save(image: QImage, path: Path) -> int:
    """As few colours as it takes to stay below the size; the number of bytes."""
    from PIL import Image

    image = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels = image.constBits().asstring(image.sizeInBytes())
    whole = Image.frombytes("RGB", (image.width(), image.height()), pixels, "raw", "RGB", image.bytesPerLine())
    for colours, most in _COLOURS.items():
        # Of the methods it is this one that keeps the colour of a single sign beside a whole map in grey.
        whole.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= most:
            break
    return path.stat().st_size


if __name__ == "__main__":
    main(sys.argv[1:])
