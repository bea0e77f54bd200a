"""Everything that reads a file from outside, as one kind of thing: a good file, how it is read, and the errors that it declares."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import openpyxl
import pandas as pd
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingContext, QgsProcessingException

from narvard_plugin.adapters.plan_layers import Bound, data_date, open_raster, read_bindings
from narvard_plugin.adapters.plan_measures.departures import is_feed
from narvard_plugin.adapters.samplefolder import FilesInTheWayError, check_folder
from narvard_plugin.algorithms.deso.service_level_reading import read_rules
from narvard_plugin.algorithms.plans.importpartialanswer import read_answer_file
from narvard_plugin.core.basis import BasisError
from narvard_plugin.core.exchange import ExchangeError
from narvard_plugin.core.plans.document import ChecklistError
from narvard_plugin.gdal_answers import or_none
from narvard_plugin.paths import bundled
from narvard_plugin.reports.templates import Templates
from narvard_plugin.sources import boverket, exchange_file, trafiklab
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.errors import SourceError
from narvard_plugin.sources.facility_files import FileProblem, read_table
from narvard_plugin.sources.gpkg_file import gpkg_layers, is_workspace
from narvard_plugin.sources.gtfs import GtfsError, read_feed
from narvard_plugin.sources.hostile import checked_xml, unpack
from narvard_plugin.sources.lastkajen_delivery import ABOUT, read_delivery, road_layer
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.sources.plans.letters import UnreadableLetter, read_letter_file
from narvard_plugin.sources.plans.municipal_map import Map, MunicipalMap
from narvard_plugin.sources.plans.plan_file import AUTO, read_plan_file
from narvard_plugin.sources.publication_folder import check_may_be_replaced, read_earlier
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.frozen_basis import read_manifest, verify
from narvard_plugin.store.network_file import NetworkFileError, load_network
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.sources.impatient import impatient
from tests.sources.plans.files import as_bytes, asked, gml, items, specification
from tests.sources.plans.test_municipal_map import NONE as NO_PLANS
from tests.sources.plans.test_municipal_map import plans as map_plans

from .writers import WRITERS

DAY = pd.Timestamp("2026-03-03").date()


class Reader(NamedTuple):
    """``good()`` is a file named ``name`` that ``read(path)`` takes; of a bad one it raises one of ``declared``."""

    name: str
    good: Callable[[], bytes]
    read: Callable[[Path], object]
    declared: tuple[type[Exception], ...]
    #: Whether something but an error comes of no file that is spoiled: "" = any result is a right one.
    json: bool = False


def _written(writer: str, name: str = "") -> bytes:
    """What the plugin's own writer writes; of a folder the file ``name``."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"x{WRITERS[writer].ending}")
        WRITERS[writer].write(path, 1)
        return (path / name if name else path).read_bytes()


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["id", "namn", "x", "y"], ["0880", "Åhamn", 583000.5, 6281000], ["0881", "Ö", 583001, 6281001]):
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _vector(driver: str, ending: str) -> bytes:
    """Two areas, or roads, as OGR's ``driver`` writes them."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"x{ending}")
        made = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(3006)
        layer = made.CreateLayer("vagar", reference, ogr.wkbLineString)
        for name in ("F_Hogst_225", "B_Hogst_225"):
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger))
        for at in range(3):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"LINESTRING({583000 + at} 6281000,{583100 + at} 6281000)"))
            feature.SetField(0, 50)
            layer.CreateFeature(feature)
        del feature, layer, made
        return path.read_bytes()


def _sheet(name: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        made = ogr.GetDriverByName("ODS").CreateDataSource(str(path))
        layer = made.CreateLayer("Enheter")
        for at in range(3):
            layer.CreateField(ogr.FieldDefn(f"f{at}", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, "Åhamn")
        layer.CreateFeature(feature)
        del feature, layer, made
        return path.read_bytes()


def _raster() -> bytes:
    made = gdal.GetDriverByName("GTiff").Create("/vsimem/good.tif", 20, 20, 1, gdal.GDT_Float32)
    made.SetGeoTransform((583000, 10, 0, 6281000, 0, -10))
    made.GetRasterBand(1).Fill(7)
    made = None
    size = gdal.VSIStatL("/vsimem/good.tif").size
    file = gdal.VSIFOpenL("/vsimem/good.tif", "rb")
    content = bytes(gdal.VSIFReadL(1, size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink("/vsimem/good.tif")
    return content


@cache
def _workspace() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "w.gpkg")
        create_workspace(str(path), "99").close()
        return path.read_bytes()


def zipped(**members: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    return kept.getvalue()


def _feed() -> bytes:
    return zipped(
        stops="stop_id,stop_name,stop_lat,stop_lon\na,Å,57.0,15.0\nb,Ö,57.1,15.1\n",
        routes="route_id,route_type,route_short_name\nr,3,1\n",
        trips="route_id,service_id,trip_id\nr,s,t\n",
        stop_times="trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,08:00:00,08:00:00,a,1\nt,08:10:00,08:10:00,b,2\n",
        calendar="service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "s,1,1,1,1,1,1,1,20260101,20261231\n",
        feed_info="feed_publisher_name,feed_start_date\nÅ,20260101\n",
    )


def _letter() -> bytes:
    pdf = base64.b64encode(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>").decode()
    return (
        "From: =?utf-8?b?w4VrZQ==?= <plan@example.test>\r\nSubject: Granskning av detaljplan\r\nDate: Mon, 2 Mar 2026 08:00:00 +0100\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
        "Yttrande senast 2026-04-01. Åäö\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=k.pdf\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{pdf}\r\n--x--\r\n"
    ).encode()  # fmt: skip


def _json(told) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()


def _answer() -> bytes:
    """The outermost of an answer file, which every reading begins with."""
    lists = {name: [] for name in ("checks", "remarks", "questions", "items")}
    return _json({"format": "narvard-delsvar/1", "answer": {"department": "a", "row_version": 1}, **lists})


def _checklist() -> bytes:
    return b"lista: egen\nversion: '1'\nextends: region_grund\nname: {sv: Egen, en: Own}\n" + b"".join(
        b"# %d\n" % at for at in range(20)
    )


def _map() -> bytes:
    return _json({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:3006"}},
                  "features": map_plans()})  # fmt: skip


def _read_map(path: Path):
    chosen = Map(str(path), municipality="0580", name="Kartan")
    return MunicipalMap(chosen, lambda text: None, NO_PLANS).fetch(impatient())


def _read_bound_raster(path: Path):
    dataset, _ = open_raster(Bound("buller", str(path), "gdal", "", "", {}), QgsProcessingContext())
    # What is damaged within the file is told by the tool that reads its cells.
    return or_none(dataset.GetRasterBand(1).Checksum)


def _read_basis(path: Path):
    (path.parent / "sida.html").write_text("x", "utf-8")
    try:
        folder, manifest, _ = read_manifest(path)
        return verify(folder, manifest, lambda: None)
    finally:
        (path.parent / "sida.html").unlink()


def _read_workspace(path: Path):
    with open_workspace(str(path), writable=False) as workspace:
        return [len(workspace.read(name)) for name in ("facilities", "people", "sources")]


def _read_words(path: Path):
    made = Templates("sv", str(path.parent))
    return made.words


def _read_delivery(path: Path):
    told = read_delivery([path])
    assert told.epsg is None or isinstance(told.epsg, int)
    return told


def _read_cache(path: Path):
    """The file as what the cache knows of a download; a good body lies beside it."""
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        WRITERS["sources.cache"].write(Path(folder), 1)
        body, _ = cache.find("vägar")
        (body.parent / "about.json").write_bytes(path.read_bytes())
        return cache.find("vägar")


def _layers(path: Path):
    return gpkg_layers(path), is_workspace(path), road_layer([path], "x")


def _last_change(path: Path):
    return data_date(Bound("x", f"{path}|layername=vagar", "ogr", "", "", {}), None, None)


def _unpacked(path: Path):
    with TemporaryDirectory() as folder:
        return len(unpack(path, Path(folder)))


READERS = {
    "sources.facility_files": Reader("enheter.csv", lambda: "id;namn;x;y\n0880;Åhamn;583000,5;6281000\n0881;Ö;1;2\n".encode() * 3, read_table, (FileProblem, SourceError)),
    "sources.facility_files, Excel": Reader("enheter.xlsx", _workbook, read_table, (FileProblem, SourceError)),
    "sources.facility_files, OpenDocument": Reader("enheter.ods", lambda: _sheet("x.ods"), read_table, (FileProblem, SourceError)),
    "sources.facility_files, JSON": Reader("enheter.json", lambda: _json({"careUnits": [{"namn": "Å", "x": 57.5}, {"namn": None}]}), read_table, (FileProblem, SourceError), True),
    "sources.exchange_file": Reader("utbyte.gpkg", lambda: _written("sources.exchange_file"), exchange_file.read_exchange, (ExchangeError,)),
    "sources.exchange_file, CSV": Reader("grannlän.csv", lambda: (";".join(exchange_file.TABLES["facilities"].names) + "\n1;Åhamn;vardcentral;;;;;98;;1990;;Lista;2026-01-31;500000;6400000\n").encode(), exchange_file.read_csv, (ExchangeError, FileProblem)),
    "sources.gtfs": Reader("gtfs.zip", _feed, lambda path: read_feed([str(path)], DAY), (GtfsError, SourceError)),
    "sources.hostile": Reader("x.zip", _feed, _unpacked, (SourceError,)),
    "sources.hostile, XML": Reader("x.xml", lambda: gml().encode(), lambda path: checked_xml(path.name, path.read_bytes()), (SourceError,)),
    "sources.gpkg_file": Reader("vägar.gpkg", lambda: _vector("GPKG", ".gpkg"), _layers, (SourceError,)),
    "sources.lastkajen_delivery": Reader(ABOUT, lambda: b"Skapad: 2026-01-02\nEPSG:3006\nAntal objekt: 12 345\n", _read_delivery, ()),
    "sources.trafiklab": Reader("gtfs.zip", _feed, lambda path: trafiklab._feed_info(path), ()),
    "sources.boverket": Reader("katalog.json", lambda: _json({"namn": "1", "bestammelser": [{"id": "a", "beteckning": "D"}]}), lambda path: boverket._read(path, "https://kalla.test/"), (SourceError,), True),
    "sources.cache": Reader("about.json", lambda: _json({"source_id": "x", "url": "u", "fetched": "2026-01-01T00:00:00+00:00", "licence": "", "sha256": "a", "size": 1}), _read_cache, (), True),
    "sources.publication_folder": Reader("dcat.rdf", lambda: b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><a rdf:about='x'><b>2</b></a></rdf:RDF>", lambda path: read_earlier(path.parent), (SourceError,)),
    "sources.publication_folder, its list": Reader("SHA256SUMS", lambda: (f"{'0' * 64}  a.csv\n").encode(), lambda path: check_may_be_replaced(path.parent), (SourceError,)),
    "sources.plans.letters": Reader("brev.eml", _letter, read_letter_file, (UnreadableLetter,)),
    "sources.plans.letters, PDF": Reader("brev.pdf", lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF", read_letter_file, (UnreadableLetter,)),
    "sources.plans.checklist_file": Reader("egen.yaml", _checklist, lambda path: open_checklist(str(path)), (ChecklistError,)),
    "sources.plans.municipal_map": Reader("karta.geojson", _map, _read_map, (SourceError,), True),
    "sources.plans.plan_file": Reader("plan.json", lambda: as_bytes(specification()), lambda path: read_plan_file(path.name, path.read_bytes(), AUTO, asked(municipality="9901")), (SourceError,), True),
    "sources.plans.plan_file, GML": Reader("plan.gml", lambda: as_bytes(gml()), lambda path: read_plan_file(path.name, path.read_bytes(), AUTO, asked(municipality="9901")), (SourceError,)),
    "sources.plans.plan_file, items": Reader("plan.json", lambda: as_bytes(items()), lambda path: read_plan_file(path.name, path.read_bytes(), AUTO, asked(municipality="9901")), (SourceError,), True),
    "algorithms.plans.importpartialanswer": Reader("delsvar.json", _answer, read_answer_file, (QgsProcessingException,), True),
    "algorithms.deso.service_level_reading": Reader("nivåer.json", lambda: bundled("resources", "data", "service_levels.json").read_bytes(), lambda path: read_rules(str(path)), (QgsProcessingException,), True),
    "adapters.plan_layers": Reader("lager.json", lambda: _json({"buller": {"source": "a.tif", "date": "2026-01-01"}, "hojd": "h.tif"}), lambda path: read_bindings(str(path), open_checklist()), (QgsProcessingException,), True),
    "adapters.plan_layers, raster": Reader("buller.tif", _raster, _read_bound_raster, (QgsProcessingException,)),
    "adapters.plan_layers, date": Reader("lager.gpkg", lambda: _vector("GPKG", ".gpkg"), _last_change, ()),
    "adapters.plan_measures.departures": Reader("gtfs.zip", _feed, lambda path: is_feed(str(path)), ()),
    "adapters.samplefolder": Reader("exempellan.json", lambda: _json({"made_by": "narvard:samplecounty"}), lambda path: check_folder(path.parent), (FilesInTheWayError,), True),
    "reports.templates": Reader("words_sv.json", lambda: bundled("resources", "templates", "plans", "words_sv.json").read_bytes(), _read_words, (QgsProcessingException,), True),
    "store.geopackage": Reader("w.gpkg", _workspace, _read_workspace, (StoreError,)),
    "store.network_file": Reader("n.npz", lambda: _written("store.network_file"), load_network, (NetworkFileError,)),
    "store.frozen_basis": Reader("underlag.json", lambda: _written("store.frozen_basis", "underlag.json"), _read_basis, (BasisError,), True),
}  # fmt: skip
