"""Steps that tests of several fetching tools share: keys in QGIS's authentication store, and what a workspace holds."""

from contextlib import contextmanager

import pandas as pd
import pytest
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from narvard_plugin.sources.client import Client
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import run

NOTHING = "Nothing was stored; what you had is left as it was"


def stored(method: str, **pairs: str) -> str:
    """The id of a new configuration in the authentication store."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("prov", True)
    kept = QgsAuthMethodConfig(method)
    kept.setName("Prov")
    for name, value in pairs.items():
        kept.setConfig(name, value)
    assert manager.storeAuthenticationConfig(kept)
    return kept.id()


def new_workspace(folder, region="99") -> str:
    path = str(folder / "arbetsyta.gpkg")
    create_workspace(path, region).close()
    return path


def rows_of(workspace, *tables) -> dict[str, pd.DataFrame]:
    """Rows of the ``tables``, or of all."""
    with open_workspace(workspace) as store:
        return {name: store.read(name) for name in tables or store.tables}


@contextmanager
def left_alone(workspace):
    """Nothing in the workspace changes within the block."""
    before = rows_of(workspace)
    yield
    after = rows_of(workspace)
    assert before.keys() == after.keys()
    for name, frame in before.items():
        pd.testing.assert_frame_equal(after[name], frame)


def counts(results) -> list[int]:
    return [results[f"{name}_COUNT"] for name in ("ADDED", "CHANGED", "REMOVED", "UNCHANGED")]


class Hearing(QgsProcessingFeedback):
    """Keeps everything that the log would show."""

    def __init__(self):
        super().__init__()
        self.said = ""

    def pushWarning(self, text):
        self.said += text + "\n"

    def pushInfo(self, text):
        self.said += text + "\n"

    def reportError(self, text, fatal=False):
        self.said += text + "\n"


class CancelWhen(QgsProcessingFeedback):
    """Says stop from the moment that ``happened()`` is true, and remembers that it was."""

    def __init__(self, happened):
        super().__init__()
        self._happened, self.came = happened, False

    def isCanceled(self):
        self.came = self.came or bool(self._happened())
        return self.came


def heard(tool, **parameters):
    """The results of a run, and everything that it said."""
    context, feedback = QgsProcessingContext(), Hearing()
    run.kept = context
    results = processing.run(f"narvard:{tool}", parameters, context=context, feedback=feedback)
    return results, feedback.said


def sentence_of(tool, **parameters) -> str:
    """What the user reads when the tool gives up."""
    with pytest.raises(QgsProcessingException) as raised:
        run(tool, **parameters)
    return str(raised.value)


def hurry(monkeypatch, folder) -> None:
    """Downloads are kept in ``folder``, and nobody waits long before a second try."""
    monkeypatch.setenv("NARVARD_CACHE_FOLDER", str(folder))
    monkeypatch.setitem(Client.__init__.__kwdefaults__, "pause", 0.01)
