"""What every Närvård algorithm shares."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..adapters.provenance import Account
from ..adapters.reading import Cancelled
from ..adapters.styles import load_style
from ..help_pages import help_url
from ..i18n import tr
from ..paths import bundled
from ..store.errors import StoreError
from ..store.sentences import sentence


class NarvardAlgorithm(QgsProcessingAlgorithm):
    """One tool in the Processing Toolbox.

    A subclass sets ``ID`` (never changes: models store it), ``GROUP`` and ``TAGS``, and overrides ``displayName``,
    ``shortHelpString``, ``initAlgorithm`` and ``compute``, which raises ``QgsProcessingException`` with a sentence, and
    ``Cancelled`` when the user stops it.
    """

    ID: str
    GROUP: str
    TAGS: tuple[str, ...] = ()
    FIELDS_OF = "INPUT"  # the layer that most of the tool's field parameters are of

    def __init__(self):
        super().__init__()
        self._prefix = ""  # of the fields that this run adds
        self._needed: list[str] = []  # parameters with a default field, which must not be left blank
        self._kept: list[tuple[str, str, Account, str]] = []  # (output's name, layer, what it is made from, note)

    def name(self):
        return self.ID

    def groupId(self):
        return self.GROUP

    def group(self):
        return group_name(self.GROUP)

    def tags(self):
        return list(self.TAGS)

    def helpUrl(self):
        return help_url(self.ID)

    def icon(self):
        own = bundled("resources", "icons", f"{self.ID}.svg")
        return QIcon(str(own if own.is_file() else bundled("resources", "icons", "narvard.svg")))

    def svgIconPath(self):
        own = bundled("resources", "icons", f"{self.ID}.svg")
        return str(own if own.is_file() else bundled("resources", "icons", "narvard.svg"))

    def createInstance(self):
        return type(self)()

    def checkParameterValues(self, parameters, context):
        blank = [name for name in self._needed if not self.field(parameters, name, context)]
        if blank:
            return False, tr("{names} must name a field.").format(names=", ".join(blank))
        # QGIS takes a required field that a script leaves out for wrong, though it has a default.
        defaults = {definition.name(): definition.defaultValue() for definition in self.parameterDefinitions()}
        given = {name: value for name, value in defaults.items() if value is not None}
        return super().checkParameterValues({**given, **parameters}, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        """Steps of a model skip QGIS's check of their parameters, so it is made here."""
        fine, problem = self.checkParameterValues(parameters, context)
        if not fine:
            raise QgsProcessingException(problem)
        return super().prepareAlgorithm(parameters, context, feedback)

    def processAlgorithm(self, parameters, context, feedback):
        try:
            return {name: _plain(value) for name, value in self.compute(parameters, context, feedback).items()}
        except Cancelled:
            feedback.pushInfo(tr("Cancelled; nothing was written."))
            return {}
        except StoreError as error:
            raise QgsProcessingException(sentence(error)) from error

    def _add(self, parameter, text, advanced=False):
        """Declare a parameter with its help; ``advanced`` ones stand folded in the dialog."""
        parameter.setHelp(text)
        if isinstance(parameter, QgsProcessingParameterNumber):
            parameter.setMetadata({"widget_wrapper": {"decimals": 2}})  # six decimals would promise what nobody knows
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_field(
        self,
        name,
        label,
        text,
        *,
        numeric=True,
        optional=False,
        many=False,
        layer=None,
        default=None,
        advanced=False,
    ):
        """A field of the parameter ``layer`` (blank = ``FIELDS_OF``); ``many`` of them where the parameter takes a list.

        One with a ``default`` is declared as optional, since QGIS fills defaults of fields in for optional ones only; left
        blank it is refused all the same.
        """
        kinds = QgsProcessingParameterField.DataType
        kind = kinds.Numeric if numeric else kinds.Any
        if default:
            self._needed.append(name)
            optional = True
        self._add(
            QgsProcessingParameterField(
                name, label, default, layer or self.FIELDS_OF, kind, allowMultiple=many, optional=optional
            ),
            text,
            advanced=advanced,
        )

    def field(self, parameters, name: str, context) -> str:
        """The field that the parameter names; "" where it is blank."""
        return self.parameterAsString(parameters, name, context)

    def field_list(self, parameters, name: str, context) -> list[str]:
        """The fields that the parameter names; QGIS 3.40 has a new name for asking, and warns of the old one."""
        ask = getattr(self, "parameterAsStrings", None) or self.parameterAsFields
        return ask(parameters, name, context)

    def source(self, parameters, name, context):
        """The feature source of a parameter, or the error that QGIS words for it."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source

    def keep(self, account: Account, layers: dict[str, str], context, note: str = "") -> None:
        """Remember the account of a run, to be written into its results (output name: layer) when they are loaded.

        ``note`` stands in the name of every layer, for what nobody may overlook.
        """
        self._kept = [(name, layer_id, account, note) for name, layer_id in layers.items()]
        for layer_id in layers.values():
            if note and context.willLoadLayerOnCompletion(layer_id):
                details = context.layerToLoadOnCompletionDetails(layer_id)
                details.name = f"{details.name} ({note})"

    def style_file(self, output: str) -> str:
        """The name of the output's style in ``resources/styles``; it need not exist."""
        return f"{self.ID}_{output.lower()}.qml"

    def postProcessAlgorithm(self, context, feedback):
        for name, layer_id, account, note in self._kept:
            layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
            if layer is None:
                continue
            if note:
                layer.setName(f"{layer.name()} ({note})")
            account.write_to(layer)
            style = bundled("resources", "styles", self.style_file(name))
            if style.is_file():
                load_style(layer, style, self._prefix, account.aliases.get(name, {}))
            if isinstance(layer, QgsVectorLayer):
                _show_aliases(layer, account.aliases.get(name, {}))
        return {}


def _show_aliases(layer: QgsVectorLayer, aliases: dict[str, str]) -> None:
    for index, field in enumerate(layer.fields()):
        if field.name() in aliases:
            layer.setFieldAlias(index, aliases[field.name()])


def group_name(group):
    """Every text stands as a literal inside tr(), so that the strings can be collected."""
    return {
        "questions": tr("0 Questions: ready-made models"),
        "data": tr("1 Data and network"),
        "deso": tr("2 Health's geography"),
        "access": tr("3 Care's geography: access and catchments"),
        "scenarios": tr("4 Scenarios and siting"),
        "plans": tr("5 Detail plans"),
        "report": tr("6 Reports"),
    }[group]


def _plain(value):
    """A number of numpy's as Python's own: a model, and ``qgis_process`` as JSON, can't take the other kind."""
    return value.item() if isinstance(value, np.generic) else value
