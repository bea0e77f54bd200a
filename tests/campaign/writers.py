"""Everything that writes a file, as one kind of thing: how it writes its first or second version, and how that is seen."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import openpyxl
import pandas as pd
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from narvard_plugin.adapters import publication
from narvard_plugin.adapters.pages import write_page
from narvard_plugin.adapters.rasters import write_geotiff
from narvard_plugin.adapters.samplefolder import LAYERS, MARK, new_content
from narvard_plugin.core import exchange
from narvard_plugin.core.basis import OTHER, FrozenFile, Manifest
from narvard_plugin.core.network.cells import Grid
from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.reports.files import write_whole
from narvard_plugin.sources import facility_template
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.exchange_file import read_exchange, write_exchange
from narvard_plugin.sources.hostile import unpack
from narvard_plugin.sources.new_files import NewFiles
from narvard_plugin.sources.publication_folder import replacing
from narvard_plugin.store.frozen_basis import being_made, files_in, read_manifest, sha256_of, verify, write_manifest
from narvard_plugin.store.network_file import load_network, save_network
from narvard_plugin.store.workspace import create_workspace, open_workspace
from narvard_plugin.whole_files import made_whole
from tests.core.network.oracle import random_lines

LETTERS = "närvård " * 20_000


class Writer(NamedTuple):
    """``write(path, turn)`` puts the version ``turn`` at ``path``, whose name ends with ``ending``; ``read(path)`` says which is
    there, and fails where it is not whole. ``once``: it never writes over what is there."""

    ending: str
    write: Callable[[Path, int], None]
    read: Callable[[Path], int]
    once: bool = False


def _text(turn: int) -> str:
    return f"{turn}{LETTERS}{turn}"


def _read_text(path: Path) -> int:
    text = path.read_text("utf-8")
    assert text in (_text(1), _text(2)), "half a file"
    return int(text[0])


def _write_raster(path: Path, turn: int) -> None:
    values = np.random.default_rng(turn).random((200, 200))
    values[0, 0] = turn
    about = [f"version {turn}"]
    write_geotiff(
        str(path),
        Grid(500_000.0, 6_400_000.0, 100.0, 200, 200),
        values,
        QgsCoordinateReferenceSystem("EPSG:3006"),
        "x",
        about,
    )


def _read_raster(path: Path) -> int:
    values = gdal.Open(str(path)).ReadAsArray()
    turn = int(values[0, 0])
    wanted = np.random.default_rng(turn).random((200, 200))
    wanted[0, 0] = turn
    assert np.array_equal(values, wanted.astype(np.float32)), "half a raster"
    return turn


_NETWORK = compile_network(random_lines(np.random.default_rng(1)), crs="EPSG:3006", about={}).network


def _write_network(path: Path, turn: int) -> None:
    save_network(replace(_NETWORK, about={"turn": turn, "why": LETTERS}), path)


def _tables(turn: int) -> dict[str, pd.DataFrame]:
    count = 300 * turn

    def table(of, **columns):
        return pd.DataFrame({**dict.fromkeys(exchange.TABLES[of].names), **columns}, index=range(count)).astype(object)

    ids = [f"98-{at}" for at in range(count)]
    named = {"name": "Åhamns hälsocentral", "type": "vardcentral", "region": "98", "y": 6.4e6}
    named["x"] = [5e5 + at for at in range(count)]
    return {
        "facilities": table("facilities", facility_id=ids, **named),
        "services": table("services", facility_id=ids, service="distriktsskoterska"),
        "capacity": table("capacity", facility_id=ids, kind="listade", value=1234.0, date="2024-12-31"),
    }


_HEADER = exchange.Header(exchange.FORMAT, exchange.VERSION, "98", "2024-12-31", "CC0", "a@region.se", "0.5.0", 5)


def _read_exchange(path: Path) -> int:
    return len(read_exchange(path)[1]["services"]) // 300


def _template(turn: int) -> facility_template.Template:
    rows = [{"id": str(turn), "name": f"{at} {LETTERS[:40]}"} for at in range(300)]
    sheet = facility_template.Sheet("Enheter", {"id": "Id", "name": "Namn"}, rows, {})
    return facility_template.Template(0, ["Fyll i"], [sheet])


def _read_workbook(path: Path) -> int:
    rows = list(openpyxl.load_workbook(path)["Enheter"].iter_rows(min_row=2, max_row=301, values_only=True))
    (turn,) = {row[0] for row in rows}
    assert len(rows) == 300
    return int(turn)


def _write_csv(path: Path, turn: int) -> None:
    facility_template.write_csv(path, path.with_suffix(".txt"), _template(turn), {})


def _read_csv(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    (turn,) = {row[0] for row in rows}
    assert len(rows) == 300
    return int(turn)


def _write_files(path: Path, turn: int) -> None:
    with NewFiles(path) as files, files.filling() as made:
        (made / "vägar.txt").write_text(_text(turn), "utf-8")


def _unpack(path: Path, turn: int) -> None:
    """Its zips lie there before: the folder is told no room, and they are not."""
    for one in (1, 2):
        source = path.parent.parent / f"nytt {one}.zip"
        if not source.exists():
            with zipfile.ZipFile(source, "w") as archive:
                archive.writestr("vägar.txt", _text(one))
    source = path.parent.parent / f"nytt {turn}.zip"
    path.mkdir(exist_ok=True)
    unpack(source, path)


def _read_first(path: Path) -> int:
    return _read_text(path / "vägar.txt")


def _publish(path: Path, turn: int) -> None:
    """As the tool does it: a GeoPackage of its own writer, and files beside it."""
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=turn:integer&field=name:string(0)", "x", "memory")
    for at in range(200):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({500000 + at} 6400000)"))
        feature.setAttributes([turn, LETTERS[:400]])
        layer.dataProvider().addFeature(feature)
    content = publication.read_content(layer, (), QgsProcessingContext(), QgsProcessingFeedback())
    with replacing(path) as new:
        ids = [str(at) for at in range(200)]
        publication.write_package(new / "a.gpkg", "a", "A", "A", content, ids, None, QgsProcessingFeedback())
        (new / "dcat.rdf").write_text(_text(turn), "utf-8")


def _read_publication(path: Path) -> int:
    turn = _read_text(path / "dcat.rdf")
    source = ogr.Open(str(path / "a.gpkg"))
    assert [feature["turn"] for feature in source.GetLayerByName("a")] == [turn] * 200, "half a GeoPackage"
    return turn


def _keep(path: Path, turn: int) -> None:
    cache = Cache(path)
    unfinished = cache.unfinished("vägar")
    try:
        unfinished.write_text(_text(turn), "utf-8")
        cache.keep("vägar", unfinished, url="https://kalla.test/", source_id="x", licence="CC0")
    finally:
        unfinished.unlink(missing_ok=True)


def _read_cache(path: Path) -> int:
    found = Cache(path).find("vägar")
    return _read_text(found[0]) if found else 0


def _freeze(path: Path, turn: int) -> None:
    with being_made(path) as making:
        (making.folder / "sida.html").write_text(_text(turn), "utf-8")
        files = tuple(
            FrozenFile(
                name, OTHER, sha256_of(making.folder / name, lambda: None), (making.folder / name).stat().st_size
            )
            for name in files_in(making.folder)
        )
        write_manifest(making.folder, Manifest("RS 1", str(turn), "2026-11-22", "jag", "99", files))
        making.finish()


def _read_basis(path: Path) -> int:
    folder, manifest, _ = read_manifest(path)
    assert verify(folder, manifest, lambda: None) == []
    return _read_text(path / "sida.html")


def _make_county(path: Path, turn: int) -> None:
    with new_content(path) as made:
        (made / LAYERS).write_text(_text(turn), "utf-8")
        (made / MARK).write_text(json.dumps({"made_by": "narvard:samplecounty"}), "utf-8")


def _read_county(path: Path) -> int:
    return _read_text(path / LAYERS)


def _fill_workspace(path: Path, turn: int) -> None:
    rows = pd.DataFrame({"origin_id": [str(at) for at in range(2000)], "population": turn})
    workspace = open_workspace(str(path)) if path.exists() else create_workspace(str(path), "99")
    with workspace, workspace.transaction():
        workspace.write("people", rows, xy=(rows.index + 5e5, rows.index + 6.4e6), mode="replace")


def _count_shown(path: Path, turn: int) -> None:
    """As the window saves a table."""
    with made_whole(path) as unfinished:
        unfinished.write_text(_text(turn), "utf-8")


def _read_workspace(path: Path) -> int:
    with open_workspace(str(path), writable=False) as workspace:
        turns = set(workspace.read("people")["population"])
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return int(turns.pop()) if len(turns) == 1 else 0


def _of_bytes(write) -> Callable[[Path, int], None]:
    return lambda path, turn: write(path, _text(turn).encode())


WRITERS = {
    "reports.files": Writer(".html", _of_bytes(write_whole), _read_text),
    "whole_files": Writer(".csv", _count_shown, _read_text),
    "adapters.pages": Writer(".html", lambda path, turn: write_page(str(path), _text(turn)), _read_text),
    "adapters.rasters": Writer(".tif", _write_raster, _read_raster),
    "sources.facility_template": Writer(
        ".xlsx", lambda path, turn: facility_template.write_workbook(path, _template(turn)), _read_workbook
    ),
    "sources.facility_template, CSV": Writer(".csv", _write_csv, _read_csv),
    "sources.exchange_file": Writer(
        ".gpkg", lambda path, turn: write_exchange(path, _HEADER, _tables(turn)), _read_exchange
    ),
    "store.network_file": Writer(".npz", _write_network, lambda path: load_network(path).about["turn"]),
    "store.geopackage": Writer(".gpkg", _fill_workspace, _read_workspace),
    "sources.new_files": Writer("", _write_files, _read_first),
    "sources.hostile": Writer("", _unpack, _read_first),
    "sources.cache": Writer("", _keep, _read_cache),
    "sources.publication_folder": Writer("", _publish, _read_publication),
    "store.frozen_basis": Writer("", _freeze, _read_basis, once=True),
    "adapters.samplefolder": Writer("", _make_county, _read_county),
}
