"""The tools' names, as saved models and scripts hold them: what stands in contract.json may be added to, never changed.

``python -m tests.qgis.contract`` writes additions into the file, and refuses everything else.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingParameterDefinition

FILE = Path(__file__).with_suffix(".json")


def of_provider(provider) -> dict:
    """``{algorithm: {"parameters": {name: facts}, "outputs": {name: type}}}``, in the tools' own order."""
    return {algorithm.name(): _of_algorithm(algorithm) for algorithm in sorted(provider.algorithms(), key=_name)}


def frozen() -> dict:
    return json.loads(FILE.read_text("utf8")) if FILE.exists() else {}


def breaks(old: dict, new: dict) -> list[str]:
    """What would stop a saved model or script, one sentence each."""
    found = [f"{name} has vanished" for name in old.keys() - new.keys()]
    for name in old.keys() & new.keys():
        for kind in ("parameters", "outputs"):
            found += _breaks_in(name, kind, old[name][kind], new[name][kind])
    return sorted(found)


def _breaks_in(algorithm, kind, old, new):
    for name in old:
        if name not in new:
            yield f"{algorithm}: {name} has vanished from the {kind}"
        elif not _still_takes(old[name], new[name]):
            yield f"{algorithm}: {name} was {old[name]} and is {new[name]}"
    for name in new.keys() - old.keys():
        if kind == "parameters" and not new[name]["optional"] and new[name]["default"] is None:
            yield f"{algorithm}: {name} is new and has to be given, which no saved model does"


def _still_takes(old, new):
    """More words to choose among break nothing; a parameter that need not be given any more breaks nothing."""
    if isinstance(old, str):
        return old == new
    kept = all(new.get(fact) == old[fact] for fact in ("type", "default"))
    words = set(old.get("options", ())) <= set(new.get("options", ()))
    return kept and words and (new["optional"] or not old["optional"])


def _of_algorithm(algorithm):
    return {
        "parameters": {definition.name(): _of_parameter(definition) for definition in algorithm.parameterDefinitions()},
        "outputs": {output.name(): output.type() for output in algorithm.outputDefinitions()},
    }


def _of_parameter(definition):
    default = definition.defaultValue()
    facts = {
        "type": definition.type(),
        "optional": bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional),
        # An empty text in a model is read as nothing by newer QGIS; a tool is given "" either way.
        "default": None if default == "" else default,
    }
    return facts | ({"options": definition.options()} if definition.type() == "enum" else {})


def _name(algorithm):
    return algorithm.name()


def main() -> None:
    from qgis.analysis import QgsNativeAlgorithms

    from narvard_plugin.provider import add_provider

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())  # the ready-made models use some of them
    provider = add_provider()
    now = of_provider(provider)
    application.exitQgis()
    if broken := breaks(frozen(), now):
        sys.exit("Saved models would break, so nothing was written:\n" + "\n".join(broken))
    FILE.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()
