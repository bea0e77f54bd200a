"""What stands on the help page of each tool and model: read from the tool itself, in one of the two languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from narvard_plugin.algorithms import ALGORITHMS
from narvard_plugin.algorithms.ready_models import ready_models

from ..i18n import QM
from ..layout import ROOT
from .example import Example
from .examples import BEFORE, examples
from .texts import swedish
from .words import WORDS

LANGUAGES = ("sv", "en")
PICTURES = ROOT / "resources" / "help" / "pictures"
FIELDS = Path(__file__).with_name("fields.json")
_FLAGS = QgsProcessingParameterDefinition.Flag


class Choice(NamedTuple):
    value: str
    label: str


class Parameter(NamedTuple):
    """What the user gives: ``kind`` and ``default`` in words, ``default`` "" where there is none."""

    name: str
    label: str
    help: str
    kind: str
    default: str
    optional: bool
    advanced: bool
    choices: tuple[Choice, ...]


class Field(NamedTuple):
    name: str
    alias: str


class Result(NamedTuple):
    """What the tool makes; ``fields`` are those that it has on the sample county."""

    name: str
    label: str
    help: str
    kind: str
    optional: bool
    fields: tuple[Field, ...]


class ToolPage(NamedTuple):
    """One help page. ``paragraphs`` are plain text; ``picture`` is a file in ``resources/help/pictures``, "" where there is
    none; ``before`` and ``command`` are lines for a terminal in the folder that holds the sample county."""

    id: str
    is_model: bool
    group: str
    title: str
    paragraphs: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    results: tuple[Result, ...]
    tags: tuple[str, ...]
    picture: str
    note: str
    files: tuple[tuple[str, str], ...]
    before: tuple[str, ...]
    command: str


def tool_pages(language: str) -> list[ToolPage]:
    """The pages in ``language`` (sv or en), in the order of the toolbox. QGIS must run, with the plugin's provider."""
    known = json.loads(FIELDS.read_text("utf8")) if FIELDS.is_file() else {}
    with _spoken(language):
        tools = [*(tool().create() for tool in ALGORITHMS), *(model.create() for model in ready_models())]
        pages = [_page(tool, language, known.get(tool.name(), {})) for tool in tools]
    return sorted(pages, key=lambda page: (page.group, page.title.casefold()))


@contextmanager
def _spoken(language: str) -> Iterator[None]:
    """The tools' texts in ``language``, whatever QGIS itself speaks."""
    spoken, before = _swedish() if language == "sv" else _English(), QgsApplication.instance().translation()
    QCoreApplication.installTranslator(spoken)
    QgsApplication.setTranslation(language)  # which the catalogue of facility types and services goes by
    try:
        yield
    finally:
        QgsApplication.setTranslation(before)
        QCoreApplication.removeTranslator(spoken)


def _swedish() -> QTranslator:
    catalogue = QTranslator()
    if not catalogue.load(str(QM)):
        raise FileNotFoundError(f"{QM} is missing: run `make i18n` first.")
    return catalogue


class _English(QTranslator):
    """Lets the source text stand, though a translator into Swedish is installed beneath."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return text


def _page(tool: QgsProcessingAlgorithm, language: str, known: dict) -> ToolPage:
    words, example = WORDS[language], examples().get(tool.name())
    picture = f"{tool.name()}.png"
    return ToolPage(
        tool.name(),
        tool.groupId() == "questions",
        tool.group(),
        tool.displayName(),
        tuple(filter(None, (part.strip() for part in tool.shortHelpString().split("\n\n")))),
        tuple(_parameter(one, words) for one in tool.parameterDefinitions() if _is_asked(one)),
        tuple(_result(tool, one, words, known, language) for one in tool.outputDefinitions()),
        tuple(tool.tags()),
        picture if (PICTURES / picture).is_file() else "",
        example.note[LANGUAGES.index(language)] if example else "",
        tuple(sorted(example.files.items())) if example else (),
        tuple(command(one) for one in BEFORE.get(tool.name(), ())),
        command(example) if example else "",
    )


def _is_asked(definition) -> bool:
    return not definition.flags() & _FLAGS.FlagHidden and not _makes_a_layer(definition)


def _makes_a_layer(definition) -> bool:
    """Whether it stands among the results, with fields; a file or folder to write is asked for."""
    return definition.type() in ("sink", "vectorDestination", "rasterDestination")


def _parameter(definition, words) -> Parameter:
    choices = _choices(definition)
    return Parameter(
        definition.name(),
        definition.description(),
        definition.help(),
        words["kinds"][definition.type()],
        _default(definition, dict(choices), words),
        bool(definition.flags() & _FLAGS.FlagOptional),
        bool(definition.flags() & _FLAGS.FlagAdvanced),
        choices,
    )


def _choices(definition) -> tuple[Choice, ...]:
    if definition.type() != "enum":
        return ()
    labels = definition.metadata().get("widget_wrapper", {}).get("labels", {})
    return tuple(Choice(value, labels.get(value, value)) for value in definition.options())


def _default(definition, labels, words) -> str:
    value = definition.defaultValue()
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words["yes"] if value else words["no"]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float):
        return f"{value:.9f}".rstrip("0").replace(".", words["decimal"])
    return labels.get(str(value), str(value))


def _result(tool, output, words, known, language) -> Result:
    definition = tool.parameterDefinition(output.name())
    return Result(
        output.name(),
        definition.description() if definition is not None else output.description(),  # a model's output has but a name
        definition.help() if definition is not None else "",
        words["kinds"][output.type()],
        definition is not None and bool(definition.flags() & _FLAGS.FlagOptional),
        tuple(Field(name, _alias(name, *told, language)) for name, *told in known.get(output.name(), ())),
    )


def _alias(name: str, english: str, told: str, language: str) -> str:
    if told == name:  # it has none
        return name
    return swedish().get(english, told) if language == "sv" else english


def command(example: Example) -> str:
    """The run as one writes it in a terminal."""
    given = [
        f'{name}="{item}"'.replace("\\", "/")
        for name, value in example.given.items()
        for item in (value if isinstance(value, list) else [value])
    ]
    tool = example.tool
    return " \\\n  ".join([f"qgis_process run narvard:{tool} --", *given])
