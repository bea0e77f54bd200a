"""The start page "Frågor": the planner's questions, each a ready-made model, a printed map and half a page of text."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..adapters.layer_group import LayerGroup
from ..adapters.layouts import Sheet, answer_layout
from ..adapters.project_results import made_by
from ..adapters.question_answers import Card, answer_of, cards, held, read_numbers
from ..adapters.question_inputs import Ground, input_layer, read_ground
from ..i18n import tr
from .answer_view import AnswerView
from .background import Background
from .changes_view import ChangesView
from .language import decimal_sign, language
from .notice import EMPTY, ERROR, LOADING, Notice
from .plain_text import plain_label
from .tool_dialogs import tool
from .vocabulary import service_label, type_label

_LAYERS = (
    "people", "facilities", "services", "capacity", "changes", "listings", "forecasts", "stations", "hospitals", "areas_own",
    "areas_all",
)  # fmt: skip


def root_words() -> dict[str, str]:
    return {"health": tr("Geography of health"), "care": tr("Geography of care"), "both": tr("Need × access")}


def input_words() -> dict[str, str]:
    return {
        "network": tr("network file"),
        "people": tr("people"),
        "facilities": tr("facilities"),
        "services": tr("services"),
        "capacity": tr("capacity"),
        "changes": tr("a scenario"),
        "listings": tr("listings"),
        "forecasts": tr("forecast"),
        "stations": tr("ambulance stations"),
        "hospitals": tr("hospitals"),
        "areas_own": tr("small areas"),
        "areas_all": tr("small areas"),
    }


class QuestionCard(QFrame):
    """One question with what one gets, and what is lacking to answer it."""

    def __init__(self, card: Card, parent=None):
        super().__init__(parent)
        self.card = card
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        title = QLabel(card.question.get(language()))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        lead = QLabel(card.lead.get(language()))
        self.lacks = plain_label()
        for label in (title, lead):
            label.setWordWrap(True)
        self.open = QPushButton(tr("Answer"))
        self.open.setAccessibleName(tr("Answer: {question}").format(question=card.question.get(language())))
        layout = QVBoxLayout(self)
        for label in (title, lead, self.lacks):
            layout.addWidget(label)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell([])

    def tell(self, lacking: list[str]) -> None:
        """Say what the planner has to give or make; the question can be opened all the same."""
        said = []
        if lacking:
            said.append(tr("Lacking in the workspace: {list}.").format(list=", ".join(dict.fromkeys(lacking))))
        if self.card.own:
            said.append(tr("You give: {list}.").format(list=", ".join(one.get(language()) for one in self.card.own)))
        self.lacks.setText(" ".join(said))
        self.lacks.setVisible(bool(said))


class QuestionsPage(QWidget):
    """``answered`` when the text of an answer is shown."""

    answered = pyqtSignal()

    def __init__(self, session, window, parent=None):
        super().__init__(parent)
        self.session, self.iface = session, window
        self.ground: Ground | None = None
        self.dialog = None
        self._unread, self._context = True, None
        self._reader, self._counter = Background(self), Background(self)
        self._reader.answered.connect(self._loaded)
        self._reader.failed.connect(lambda text: self.notice.say(ERROR, text, tr("Read again"), self.read))
        self._counter.answered.connect(self._show_answer)
        self._counter.failed.connect(lambda text: self.notice.say(ERROR, text))
        self._build()
        session.changed.connect(self.read)
        session.data_changed.connect(self.read)
        session.scenario_changed.connect(lambda name: self._tell())

    def showEvent(self, event):
        super().showEvent(event)
        if self._unread:
            self.read()

    def stop(self) -> None:
        self._reader.stop()
        self._counter.stop()
        self.changes.stop()

    def _build(self) -> None:
        self.notice = Notice()
        self.cards: list[QuestionCard] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        root = chapter = ""
        for card in cards():
            if card.root != root:
                column.addWidget(_heading(root_words()[card.root].upper(), 0.9))
                root = card.root
            if card.chapter.sv != chapter:
                column.addWidget(_heading(card.chapter.get(language()), 1.25))
                chapter = card.chapter.sv
            shown = QuestionCard(card)
            shown.open.clicked.connect(lambda _=False, card=card: self.ask(card))
            self.cards.append(shown)
            column.addWidget(shown)
        column.addWidget(_heading(tr("What changed since last time?"), 1.25))
        self.history = QPushButton(tr("Show what changed"))
        self.history.clicked.connect(self._show_changes)
        column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        self.answer = AnswerView(self.iface)
        self.answer.back.connect(lambda: self.views.setCurrentIndex(0))
        self.changes = ChangesView(self.session)
        back = QPushButton(tr("All questions"))
        back.clicked.connect(lambda: self.views.setCurrentIndex(0))
        changed = QWidget()
        layout = QVBoxLayout(changed)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.changes, 1)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.views = QStackedWidget()
        for view in (scroll, self.answer, changed):
            self.views.addWidget(view)
        outer = QVBoxLayout(self)
        outer.addWidget(self.notice)
        outer.addWidget(self.views, 1)

    # Reading

    def read(self) -> None:
        self._unread = not self.isVisible()
        if self._unread:  # a page that nobody looks at reads when it is shown
            return
        workspace = self.session.settings.workspace
        if not workspace:
            self.ground = None
            self._tell()
            self.notice.say(
                EMPTY,
                tr(
                    "Choose a workspace, and the questions are asked with its layers. Without one you choose every layer yourself."
                ),
            )
            return
        self.notice.say(LOADING, tr("Reading what the workspace can answer…"))
        self._reader.ask(tr("Närvård: read the workspace"), lambda canceled: read_ground(workspace))

    def _loaded(self, ground: Ground) -> None:
        self.ground = ground
        self.notice.clear()
        self._tell()
        if self.views.currentIndex() == 2:
            self.changes.read()

    def _tell(self) -> None:
        for shown in self.cards:
            shown.tell(self._lacking(shown.card) if self.ground else [])

    def _lacking(self, card: Card) -> list[str]:
        words = input_words()
        wanted = [one for one in card.inputs.values() if isinstance(one, str)]
        found = [words[one] for one in wanted if one in words and not self._has(one)]
        return found

    def _has(self, name: str) -> bool:
        return bool(self.session.settings.network) if name == "network" else self.ground.has(name)

    # Asking

    def parameters_of(self, card: Card) -> dict:
        """The model's parameters, as far as the workspace and the window know them."""
        given = {name: self._value(wanted) for name, wanted in card.inputs.items()}
        if "SCENARIO" in given and self.ground:  # before its own year a scenario changes nothing
            given["YEAR"] = max(given["YEAR"], self.ground.scenario_years.get(given["SCENARIO"], 0))
        return {name: value for name, value in given.items() if value not in (None, "")}

    def _value(self, wanted):
        areas = self.ground.areas if self.ground else None
        years = {"first_year": areas and areas.first_year, "last_year": areas and areas.last_year}
        if isinstance(wanted, Mapping):
            value = wanted["value"]
            return value.format(**years) if isinstance(value, str) else value
        if wanted in _LAYERS:
            return input_layer(self.ground, wanted).id() if self.ground and self.ground.has(wanted) else None
        return {
            "network": self.session.settings.network,
            "region": self.ground.region if self.ground else "",
            "year": self.session.year,
            "scenario": self.session.scenario,
            **years,
        }[wanted]

    def ask(self, card: Card) -> None:
        """Open the model's own dialog, filled in; what comes of it is told when it has run."""
        from qgis import processing  # the window's own; qgis_process has it not yet when it loads the plugin

        dialog = self.dialog = processing.createAlgorithmDialog(f"narvard:{card.model}", self.parameters_of(card))
        if dialog is None:
            text = tr("The model {name} is not in this QGIS. Switch the provider Närvård on under Processing.")
            self.notice.say(ERROR, text.format(name=card.model))
            return
        dialog.algorithmFinished.connect(lambda worked, results: worked and self.conclude(card, results, dialog))
        dialog.show()
        dialog.raise_()

    def conclude(self, card: Card, results: Mapping, dialog=None) -> None:
        """Read the numbers of the ``results`` beside the window, then show text and map."""
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        layers = self._named_layers(card, results)
        self._settings = _settings(dialog) if dialog is not None else []
        self._card, self._layer_id = card, layers[card.shown].id() if card.shown in layers else ""
        if card.shown in layers:
            LayerGroup(QgsProject.instance()).lift_over_areas(layers[card.shown])
        rows = {name: held(layer) for name, layer in layers.items() if name in card.results}
        region = self.ground.region if self.ground else self.session.region
        self.notice.say(LOADING, tr("Writing the answer…"))
        self._counter.ask(
            tr("Närvård: the answer's numbers"), lambda canceled: read_numbers(card, rows, region, canceled)
        )

    def _named_layers(self, card: Card, results: Mapping) -> dict[str, QgsVectorLayer]:
        """The results that are layers, called what the model says that they are: in the tree and in a legend nobody
        understands NEED_AND_TIME."""
        found = {}
        for definition in tool(card.model).parameterDefinitions():
            made = results.get(definition.name()) if definition.isDestination() else None
            layer = QgsProcessingUtils.mapLayerFromString(str(made), self._context) if made else None
            if isinstance(layer, QgsVectorLayer):
                layer.setName(definition.description())
                found[definition.name()] = layer
        return found

    def _show_answer(self, found) -> None:
        card, spoken = self._card, language()
        self.notice.clear()
        inputs = [one for one in card.inputs.values() if isinstance(one, str)]
        sources = self.ground.sources_of(inputs) if self.ground else []
        answer = answer_of(card, found, self._settings, sources, spoken, decimal_sign())
        self.answer.show_answer(answer, self._layout(card, answer))
        self.views.setCurrentWidget(self.answer)
        self.answered.emit()

    def _layout(self, card: Card, answer):
        project = QgsProject.instance()
        layer = project.mapLayer(self._layer_id) if self._layer_id else None
        if layer is None:  # it was not opened after the run
            return None
        sheet = Sheet(
            card.question.get(language()), root_words()[card.root], card.lead.get(language()),
            answer.paragraphs[1][1], " ".join((answer.paragraphs[-1][1], tr("What is not measured:"), answer.paragraphs[3][1])),
        )  # fmt: skip
        beneath = [one for one in project.layerTreeRoot().checkedLayers() if not made_by(one)]
        return answer_layout(project, sheet, layer, beneath)

    def _show_changes(self) -> None:
        self.views.setCurrentIndex(2)
        self.changes.read()


def _settings(dialog) -> list[tuple[str, str]]:
    """What was asked, of the parameters that are numbers, words and choices."""
    given, found = dialog.createProcessingParameters(), []
    for definition in dialog.algorithm().parameterDefinitions():
        value = given.get(definition.name())
        kinds = (QgsProcessingParameterNumber, QgsProcessingParameterString, QgsProcessingParameterEnum)
        if isinstance(definition, kinds) and value not in (None, ""):
            found.append(
                (
                    definition.description().split(" (")[0],
                    f"{value:g}" if isinstance(value, float) else _word(str(value)),
                )
            )
    return found


def _word(code: str) -> str:
    """What a service or type is called; another word as it stands."""
    return service_label(type_label(code))


def _heading(text: str, size: float) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * size)
    font.setBold(True)
    label.setFont(font)
    return label
