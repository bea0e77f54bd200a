"""What the tests of importing facilities share: a workspace, a table on disk, and the tool run on it."""

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import Listening, run

COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")
OWN = "facility_id;name;type;region;municipality;x;y\n"


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "08").close()
    return path


@pytest.fixture
def table(tmp_path):
    def make(text, name="enheter.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return make


def imported(source, workspace, **more):
    feedback = more.pop("feedback", None) or Listening()
    context = run.kept = QgsProcessingContext()
    outputs = dict.fromkeys(("OUTPUT", "REJECTED", "DUPLICATES", "UNPLACED"), "memory:")
    given = {"INPUT": source, "WORKSPACE": workspace, "SOURCE_DATE": "2026-01-31", **outputs, **more}
    results = processing.run("narvard:importfacilities", given, context=context, feedback=feedback)
    return {**results, "said": feedback.said}


def counts(results):
    return [results[name] for name in COUNTS]


def kept(workspace, name="facilities"):
    with open_workspace(workspace) as store:
        return store.read(name)


def own(workspace):
    return kept(workspace).set_index("facility_id")
