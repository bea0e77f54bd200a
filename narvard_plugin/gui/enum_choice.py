"""A choice among fixed words, shown with labels that people read; saved models and scripts hold the words."""

from processing.gui.wrappers import WidgetWrapper
from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProcessingParameters
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QComboBox

from ..i18n import tr


class EnumChoice(WidgetWrapper):
    """What Processing builds for a parameter of ``enum_parameter``, named in its metadata by dotted text.

    In the modeller it is QGIS's own widget, which also offers model inputs and expressions, with the labels put in.
    """

    def __new__(cls, parameter, dialog, row=0, column=0, labels=None):
        if type(dialog).__name__ == "ModelerParametersDialog":
            return _modeller_widget(parameter, dialog, labels)
        return super().__new__(cls)

    def createWidget(self, labels):
        combo = QComboBox()
        if self.parameterDefinition().flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            combo.addItem(tr("[Not selected]"), None)
        for word in self.parameterDefinition().options():  # in their order, which metadata does not keep
            combo.addItem(labels[word], word)
        combo.currentIndexChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
        return combo

    def setValue(self, value):
        word = QgsProcessingParameters.parameterAsEnumString(self.parameterDefinition(), value, QgsProcessingContext())
        self.widget.setCurrentIndex(self.widget.findData(word or None))

    def value(self):
        return self.widget.currentData()


def _modeller_widget(parameter, dialog, labels):
    widget = QgsGui.processingGuiRegistry().createModelerParameterWidget(
        dialog.model, dialog.childId, parameter, dialog.context
    )
    widget.setDialog(dialog)
    for combo in widget.findChildren(QComboBox):
        for row in range(combo.count()):
            if combo.itemData(row) in labels:
                combo.setItemText(row, labels[combo.itemData(row)])
    return widget
