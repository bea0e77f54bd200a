"""The examples run one after another in one QGIS, in Swedish, with the outside world on this machine."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from tests.sources.servers.county import ACCOUNTS, Services
from tools.help.example import COUNTY, RESULTS, WORKSPACE, Example
from tools.help.examples import BEFORE
from tools.help.examples_data import BASIS

_LAYERS = ("outputVector", "outputRaster")
#: What must not be there already: the files that a parameter names, or a folder.
_NEW = {
    "facilitytemplate": ("FOLDER",),
    "createworkspace": ("WORKSPACE",),
    "fetchregion": ("WORKSPACE",),
    "exportplanrecord": ("TARGET",),
    "freezebasis": (BASIS,),
}
_UNTOUCHED = Path(COUNTY) / "arbetsyta.orörd"


class Done(NamedTuple):
    """What a run left: its results by name, and the context that its layers live in."""

    example: Example
    results: dict
    context: QgsProcessingContext

    def layer(self, name: str) -> QgsMapLayer | None:
        """A result as QGIS would open it, with the tool's own style and aliases."""
        definition = algorithm(self.example.tool).outputDefinition(name)
        value = self.results.get(name) if definition is not None and definition.type() in _LAYERS else None
        found = value and QgsProcessingUtils.mapLayerFromString(str(value), self.context)
        if not found:
            return None
        asked = algorithm(self.example.tool).parameterDefinition(name)  # a model's output has but a name
        found.setName((asked or definition).description())
        return found


def algorithm(tool: str):
    """The registry's own, which lives as long as QGIS; what is run is made anew."""
    return QgsApplication.processingRegistry().algorithmById(f"narvard:{tool}")


class Outside(NamedTuple):
    """The addresses that stand instead of the sources', and the ids of the keys in QGIS's authentication store."""

    addresses: dict[str, str]
    keys: dict[str, str]

    def filled(self, value):
        if not isinstance(value, str):
            return value
        if value == "{every source}":
            return ";".join(f"{name}={url}" for name, url in self.addresses.items() if name != "municipal")
        for name, address in self.addresses.items():
            value = value.replace(f"{{{name}}}", address)
        for name, key in self.keys.items():
            value = value.replace(f"{{key:{name}}}", key)
        return value


def outside(services: Services, municipal: str) -> Outside:
    return Outside({**services.urls, "municipal": municipal}, {name: _kept(*told) for name, told in ACCOUNTS.items()})


def _kept(method: str, pairs: dict) -> str:
    manager = QgsApplication.authManager()
    manager.setMasterPassword("bilder", True)
    kept = QgsAuthMethodConfig(method)
    kept.setName("Bilder")
    for name, value in pairs.items():
        kept.setConfig(name, value)
    if not manager.storeAuthenticationConfig(kept):
        raise RuntimeError("The key could not be stored.")
    return kept.id()


def answered(example: Example, world: Outside, prepare) -> Done:
    """The example run, after what it asks first; ``prepare(tool)`` does what people do in between."""
    if example.tool != "samplecounty":
        shutil.copy(_UNTOUCHED, WORKSPACE)  # a workspace that another example has written into tells its own story
    for first in BEFORE.get(example.tool, ()):
        _ran(first, world)
    prepare(example.tool)
    done = _ran(example, world)
    if example.tool == "samplecounty":
        shutil.copy(WORKSPACE, _UNTOUCHED)
    return done


def _ran(example: Example, world: Outside) -> Done:
    for name, content in example.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf8")
    Path(RESULTS).mkdir(exist_ok=True)
    given = {name: world.filled(value) for name, value in {**example.given, **example.local}.items()}
    for name in _NEW.get(example.tool, ()):
        _away(Path(given.get(name, name)))
    tool = QgsApplication.processingRegistry().createAlgorithmById(f"narvard:{example.tool}")
    context, feedback, project = QgsProcessingContext(), QgsProcessingFeedback(False), QgsProject()
    context.setProject(project)
    fine, why = tool.checkParameterValues(given, context)
    if not fine:
        raise RuntimeError(f"{example.tool}: {why}")
    results, done = tool.run(given, context, feedback)
    if not done:
        raise RuntimeError(f"{example.tool}: {feedback.textLog()}")
    return Done(example, results, context)


def _away(path: Path) -> None:
    if path.is_dir() and path != Path():
        shutil.rmtree(path)
    elif path.is_file():
        path.unlink()


def opened(source: str, name: str) -> QgsVectorLayer:
    """A layer of a file that no output names."""
    found = QgsVectorLayer(source, name, "ogr")
    if not found.isValid():
        raise RuntimeError(f"{source} cannot be opened.")
    return found
