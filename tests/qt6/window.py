"""One application with Qt 6 for the smoke run; what goes wrong inside a slot fails the test that pressed the button."""

import os
import shutil
import sys
import traceback
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.qt6 import mapping

mapping.install()

from qgis.PyQt.QtCore import QSettings, QtMsgType, qInstallMessageHandler  # noqa: E402 - which Qt has to be said first

from tests.qt6 import stand_in  # noqa: E402

stand_in.install()

#: What a screen that nobody sees says of itself.
SCREEN = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


@pytest.fixture(scope="session")
def application():
    return stand_in.QgsApplication([])


@pytest.fixture
def workspace(tmp_path):
    """The sample county's register, which QGIS with Qt 5 has made beforehand."""
    return shutil.copy(Path(os.environ["NARVARD_QT6_COUNTY"], "arbetsyta.gpkg"), tmp_path / "arbetsyta.gpkg")


@pytest.fixture(autouse=True)
def settings(tmp_path):
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture(autouse=True)
def wrong(application, monkeypatch):
    """What is raised in slots, and what Qt itself complains about; empty when the test ends."""
    found = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: found.append(_told(error)))
    serious = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtWarningMsg)
    qInstallMessageHandler(
        lambda kind, where, text: found.append(text) if kind in serious and text not in SCREEN else None
    )
    yield found
    qInstallMessageHandler(None)
    assert not found, "\n\n".join(found)


def _told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
