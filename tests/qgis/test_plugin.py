"""The plugin as QGIS loads it, each time in a QGIS of its own: whole, without a package, twice, in Swedish."""

import json
import os
import subprocess
import sys

import pytest

from narvard_plugin import classFactory
from narvard_plugin.algorithms import ALGORITHMS
from tools import i18n
from tools.layout import ROOT
from tools.models import MODELS

TOOLS = sorted(f"narvard:{name}" for name in [*(algorithm.ID for algorithm in ALGORITHMS), *MODELS])

START = """
import json, sys
from importlib.machinery import PathFinder
from qgis.core import QgsApplication, QgsSettings

class WithoutPackages(PathFinder):
    hidden = set()

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.split(".")[0] in cls.hidden else super().find_spec(name, path, target)

def hide(*names):
    WithoutPackages.hidden = set(names)
    for name in names:  # newer QGIS has brought numpy itself
        sys.modules.pop(name, None)
    sys.meta_path[sys.meta_path.index(PathFinder)] = WithoutPackages

def tools():
    return sorted(a.id() for a in QgsApplication.processingRegistry().algorithms() if a.id().startswith("narvard:"))

application = QgsApplication([], False)
application.initQgis()
logged = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: tag == "Närvård" and logged.append(text))
"""


@pytest.fixture
def in_fresh_qgis(tmp_path):
    """Run code in a new QGIS without window or settings; gives what it left in ``told``."""

    def run(code):
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
            "LC_ALL": "C.UTF-8",
        }
        code = START + code + "\nprint(json.dumps(told))\napplication.exitQgis()"
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf8", check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_it_registers_every_tool_without_a_window(in_fresh_qgis):
    told = in_fresh_qgis("""
from narvard_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
told = [tools(), logged]
""")
    assert told == [TOOLS, []]


@pytest.mark.parametrize("hidden", [("pandas",), ("scipy",), ("pandas", "scipy", "numpy")], ids="+".join)
def test_without_a_package_it_says_one_sentence_and_registers_nothing(in_fresh_qgis, hidden):
    found, logged, imported = in_fresh_qgis(f"""
hide(*{hidden!r})
before = set(sys.modules)  # newer QGIS brings numpy itself
from narvard_plugin import classFactory
plugin = classFactory(None)
plugin.initGui()
told = [tools(), logged, [name for name in {hidden!r} if name in set(sys.modules) - before]]
plugin.unload()
""")
    assert (found, imported) == ([], [])
    assert len(logged) == 1
    assert all(name in logged[0] and f"python3-{name}" in logged[0] for name in hidden)


def test_without_a_package_the_window_shows_the_sentence(in_fresh_qgis):
    told = in_fresh_qgis("""
from qgis.gui import QgsMessageBar
hide("pandas")

class Window:
    bar = QgsMessageBar()

    def messageBar(self):
        return self.bar

from narvard_plugin import classFactory
classFactory(Window()).initGui()
told = [[item.text() for item in Window.bar.items()], logged]
""")
    assert told[0] == told[1]
    assert len(told[0]) == 1


def test_it_can_be_unloaded_twice_and_loaded_again(in_fresh_qgis):
    told = in_fresh_qgis("""
from narvard_plugin import classFactory
told = []
for _ in range(2):
    plugin = classFactory(None)
    plugin.initGui()
    told.append(tools())
    plugin.unload()
    plugin.unload()
    told.append(tools())
    for name in [name for name in sys.modules if name.startswith("narvard_plugin")]:
        del sys.modules[name]  # as QGIS does when it reloads a plugin
""")
    assert told == [TOOLS, [], TOOLS, []]


def test_it_speaks_swedish_where_qgis_does_and_stops_when_unloaded(in_fresh_qgis):
    text = "1 Data and network"
    swedish = i18n.read_ts()[text]
    assert swedish, f"not translated: {text}"
    assert i18n.QM.is_file(), "run `make i18n`"
    told = in_fresh_qgis(f"""
QgsSettings().setValue("locale/overrideFlag", True)
QgsSettings().setValue("locale/userLocale", "sv_SE")
from narvard_plugin import classFactory
from narvard_plugin.i18n import tr
plugin = classFactory(None)
plugin.initProcessing()
told = [tr({text!r})]
plugin.unload()
told.append(tr({text!r}))
""")
    assert told == [swedish, text]


def test_a_provider_that_is_already_there_stays(provider):
    second = classFactory(None)
    second.initProcessing()
    assert second.provider is None
    second.unload()
    assert provider.algorithms()
