"""Sample county: the made-up Exempellän as files, to learn the tools on and to test them with."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...adapters import samplefolder as files
from ...adapters.reading import Cancelled
from ...core.sample.county import County, make_county
from ...core.sample.facilities import SOURCE, SOURCE_DATE
from ...core.sample.plan import COUNTY
from ...gdal_answers import told_of
from ...i18n import tr
from ...store.workspace import Workspace, create_workspace
from ..base import NarvardAlgorithm
from .samplecounty_plans import fill_plans

# The same county has the same content whenever it is made.
_MADE = pd.Timestamp(SOURCE_DATE, tz="UTC")
_AREA_KEY = {"old_code": "from_code", "new_code": "to_code"}


class SampleCounty(NarvardAlgorithm):
    ID = "samplecounty"
    GROUP = "data"
    TAGS = ("sample", "example", "demo", "test", "made up", "exempel", "påhittat", "län", "övning")

    FOLDER, SCALE, SEED = "FOLDER", "SCALE", "SEED"
    LAYERS = {
        "ROADS": "roads",
        "PEOPLE": "people",
        "FACILITIES": "facilities",
        "SERVICES": "services",
        "AREAS": "areas",
    }
    GTFS, PLANS, WORKSPACE = "GTFS", "PLANS", "WORKSPACE"

    def displayName(self):
        return tr("Sample county (made up)")

    def shortHelpString(self):
        return tr(
            "Writes the made-up county Exempellän into a folder: roads, people, small areas, facilities with services "
            "and capacity, listings, waiting times, ten years of statistics, a timetable (GTFS), municipal plans, data "
            "gone wrong on purpose, and a workspace with all of it in place. Nothing in it is real, and every layer "
            "and file says so.\n\n"
            "The same scale and seed give the same county. Scale 1 is a county of about 250 000 people with a strip of "
            "its neighbour; 25 is as large as a nation and takes minutes. The timetable and the plans are those of the "
            "one county whatever the scale.\n\n"
            "An earlier sample county in the folder is replaced only once the new one is complete; any other file of the same "
            "name stops the tool before anything is written. Coordinates are SWEREF 99 TM (EPSG:3006)."
        )

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder")))
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.SCALE, tr("Scale (number of counties)"), whole, 1, False, 1, 25)
        )
        self.addParameter(QgsProcessingParameterNumber(self.SEED, tr("Seed"), whole, 1, False, 0, 1_000_000))
        for name, label, kind in (
            ("ROADS", tr("Roads"), QgsProcessing.SourceType.TypeVectorLine),
            ("PEOPLE", tr("People"), QgsProcessing.SourceType.TypeVectorPoint),
            ("FACILITIES", tr("Facilities"), QgsProcessing.SourceType.TypeVectorPoint),
            ("SERVICES", tr("Services"), QgsProcessing.SourceType.TypeVector),
            ("AREAS", tr("Areas"), QgsProcessing.SourceType.TypeVectorPolygon),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label, kind))
        self.addOutput(QgsProcessingOutputFile(self.GTFS, tr("Timetable (GTFS)")))
        self.addOutput(QgsProcessingOutputFile(self.PLANS, tr("Plan cases")))
        self.addOutput(QgsProcessingOutputString(self.WORKSPACE, tr("Workspace")))

    def compute(self, parameters, context, feedback):
        folder = Path(self.parameterAsFileOutput(parameters, self.FOLDER, context))
        scale = self.parameterAsInt(parameters, self.SCALE, context)
        seed = self.parameterAsInt(parameters, self.SEED, context)
        try:
            files.check_folder(folder)
            with files.new_content(folder) as hidden:
                county = make_county(scale, seed, _part(feedback, 0, 55))
                with told_of(folder):
                    files.write_county(hidden, county, scale, seed, _part(feedback, 55, 90))
                _fill_workspace(hidden / files.WORKSPACE, county, _part(feedback, 90, 100))
        except files.FilesInTheWayError as error:
            raise QgsProcessingException(_in_the_way(folder, error.names)) from error
        except OSError as error:
            raise QgsProcessingException(_not_written(folder, error)) from error
        feedback.pushInfo(_summary(county, folder))
        layers = {name: f"{folder / files.LAYERS}|layername={layer}" for name, layer in self.LAYERS.items()}
        return {
            self.FOLDER: str(folder),
            **layers,
            self.GTFS: str(folder / files.FEED),
            self.PLANS: str(folder / files.PLANS),
            self.WORKSPACE: str(folder / files.WORKSPACE),
        }


def _part(feedback, first: float, last: float):
    """Progress from ``first`` to ``last`` per cent; raises `Cancelled` between steps when the user has cancelled."""

    def step(share: float) -> None:
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgress(first + (last - first) * share)

    return step


def _fill_workspace(path: Path, county: County, step) -> None:
    """A new workspace with the county's tables, all in one transaction."""
    with create_workspace(str(path), COUNTY, note=SOURCE) as workspace, workspace.transaction():
        _write_places(workspace, county)
        step(0.5)
        key = county.geography.area_key.rename(columns=_AREA_KEY).assign(from_vintage="2018", to_vintage="2025")
        tables = {
            "capacity": county.capacity,
            "services": county.services,
            "area_key": key,
            "statistics": county.statistics,
            "listings": county.listings,
            "waiting_times": county.waiting,
            "scenarios": county.scenarios.assign(created=_MADE),
            "scenario_changes": county.changes,
            "malvarde": county.targets,
            "need_index": county.need_index,
            "forecasts": county.forecasts,
            "grant_followup": county.grant_followup,
            "health_figures": county.health_figures,
            "sources": _sources(county),
        }
        for order, (name, rows) in enumerate(tables.items()):
            workspace.write(name, _known(workspace, name, rows))
            step(0.5 + 0.45 * (order + 1) / len(tables))
        fill_plans(workspace, county)
        step(1.0)


def _write_places(workspace: Workspace, county: County) -> None:
    for name, rows in (("facilities", county.facilities), ("people", county.people)):
        xy = rows["x"].to_numpy(float), rows["y"].to_numpy(float)
        workspace.write(name, _known(workspace, name, rows), xy=xy)
    areas = county.geography.areas
    for vintage in areas["vintage"].unique():
        rows = areas[areas["vintage"] == vintage]
        workspace.write("areas", _known(workspace, "areas", rows), wkb=files.area_wkb(county, vintage))
    zones = county.geography.divisions.assign(source=SOURCE, source_date=SOURCE_DATE)
    workspace.write("divisions", _known(workspace, "divisions", zones), wkb=files.division_wkb(county))


def _known(workspace: Workspace, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The columns that the register has; the sample's own extras stay in its layers."""
    columns = [column for column in workspace.tables[name].column_names if column in rows]
    return rows[columns].replace("", None)


def _sources(county: County) -> pd.DataFrame:
    tables = {
        "Vårdenheter och utbud": ("facilities", county.facilities),
        "Befolkning per ruta": ("people", county.people),
        "Statistik per område": ("statistics", county.statistics),
        "Hälsa per kommun": ("health_figures", county.health_figures),
        "Listningar": ("listings", county.listings),
        "Väntetider": ("waiting_times", county.waiting),
    }
    return pd.DataFrame(
        {
            "name": [f"{name}: {SOURCE}" for name in tables],
            "fed": [table for table, _ in tables.values()],
            "region": COUNTY,
            "publisher": SOURCE,
            "licence": "CC0",
            "fetched": _MADE,
            "data_date": SOURCE_DATE,
            "row_count": [len(rows) for _, rows in tables.values()],
        }
    )


def _in_the_way(folder: Path, names: list[str]) -> str:
    return tr(
        "The folder {folder} already holds {names}, which no sample county wrote. "
        "Choose another folder, or move them away; nothing was written."
    ).format(folder=folder, names=", ".join(names))


def _not_written(folder: Path, error: OSError) -> str:
    return tr(
        "The sample county could not be written to {folder}, and what was there is as before: {detail}. If its layers "
        "are open in QGIS, remove them from the project first; else check that the folder can be written to."
    ).format(folder=folder, detail=error)


def _summary(county: County, folder: Path) -> str:
    return tr(
        "Wrote the made-up county with {people} people, {roads} road links, {facilities} facilities and {stops} stops "
        "to {folder}."
    ).format(
        people=int(county.people["population"].sum()),
        roads=len(county.geography.roads),
        facilities=len(county.facilities),
        stops=len(county.timetable["stops"]),
        folder=folder,
    )
