"""The planner's questions as ready-made models: chains of tools in ``resources/models``, with texts in the user's language."""

from __future__ import annotations

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterEnum
from qgis.PyQt.QtGui import QIcon

from ..help_pages import help_url
from ..paths import bundled
from .base import group_name
from .ready_model_texts import texts_of

GROUP = "questions"


class ReadyModel(QgsProcessingModelAlgorithm):
    """The model in ``resources/models/<name>.model3``; its texts come from ``ready_model_texts``, not from the file."""

    def __init__(self, name: str):
        super().__init__()
        self._name, self._texts = name, texts_of(name)
        if not self.fromFile(str(bundled("resources", "models", f"{name}.model3"))):
            raise ValueError(f"the model {name} cannot be read")
        for definition in self.parameterDefinitions():
            label, text = self._texts.parameters.get(definition.name(), (definition.description(), ""))
            definition.setDescription(label)
            definition.setHelp(text)
            if definition.isDestination():
                definition.setCreateByDefault(True)  # some are skipped in the tool itself, but belong to the answer
        self._name_choices()

    def _name_choices(self):
        """A choice that goes to a tool reads as it does there: the model file holds only its words."""
        for child in self.childAlgorithms().values():
            tool = child.algorithm()
            if tool is None:  # of a provider that is switched off; QGIS says so when the model is run
                continue
            for name, sources in child.parameterSources().items():
                own = [self.parameterDefinition(one.parameterName()) for one in sources]
                theirs = tool.parameterDefinition(name)
                if isinstance(theirs, QgsProcessingParameterEnum):
                    for definition in filter(None, own):
                        definition.setMetadata(theirs.metadata())

    def processAlgorithm(self, parameters, context, feedback):
        """Scripts and qgis_process leave out what has a default, which a model does not fill in by itself."""
        defaults = {definition.name(): definition.defaultValue() for definition in self.parameterDefinitions()}
        given = {name: value for name, value in defaults.items() if value is not None}
        return super().processAlgorithm({**given, **parameters}, context, feedback)

    def createInstance(self):
        return ReadyModel(self._name)

    def name(self):
        return self._name

    def displayName(self):
        return self._texts.question

    def group(self):
        return group_name(GROUP)

    def groupId(self):
        return GROUP

    def shortHelpString(self):
        return self._texts.help

    def shortDescription(self):
        return self._texts.help.split("\n")[0]

    def tags(self):
        return list(self._texts.tags)

    def helpUrl(self):
        return help_url(self._name)

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(bundled("resources", "icons", "narvard.svg"))


def ready_models() -> list[ReadyModel]:
    """Every model there is; a file without texts is refused by name."""
    return [ReadyModel(path.stem) for path in sorted(bundled("resources", "models").glob("*.model3"))]
