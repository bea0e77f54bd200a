"""What holds for every tool of the provider, and the frozen names that saved models hold."""

import copy
import re

import pytest
from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtGui import QIcon

from narvard_plugin.algorithms import ALGORITHMS
from narvard_plugin.algorithms.base import group_name

from . import contract

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture(params=ALGORITHMS, ids=lambda algorithm: algorithm.ID)
def algorithm(request, provider):
    return provider.algorithm(request.param.ID)


def test_its_name_group_and_tags(algorithm):
    assert re.fullmatch(r"[a-z][a-z0-9]*", algorithm.name())
    assert algorithm.id() == f"narvard:{algorithm.name()}"
    assert algorithm.group() == group_name(algorithm.groupId())
    assert algorithm.displayName().strip() not in ("", algorithm.name())
    assert len(set(algorithm.tags())) == len(algorithm.tags()) >= 3


def test_its_module_is_called_as_the_tool(algorithm):
    assert type(algorithm).__module__ == f"narvard_plugin.algorithms.{algorithm.groupId()}.{algorithm.name()}"


def test_its_icon_is_drawn(algorithm):
    image = QIcon(algorithm.svgIconPath()).pixmap(32, 32).toImage()
    assert image == algorithm.icon().pixmap(32, 32).toImage()
    assert len({image.pixel(x, y) for x in range(0, 32, 4) for y in range(0, 32, 4)}) > 1


def test_its_parameters_are_named_and_described(algorithm):
    for definition in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]:
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())
        assert definition.description().strip() not in ("", definition.name())


def test_its_help_says_what_every_parameter_is_for(algorithm):
    help_text = algorithm.shortHelpString()
    assert len(help_text) > 200
    unexplained = [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination() and not _is_explained(definition, help_text)
    ]
    assert not unexplained, "the help does not mention " + ", ".join(unexplained)


def _is_explained(definition, help_text):
    """By its own help, or in the tool's: by its name, or by its description up to a bracket."""
    label = definition.description().split(" (")[0].lower()
    return bool(definition.help()) or label in help_text.lower() or re.search(rf"\b{definition.name()}\b", help_text)


def test_every_result_but_the_main_one_may_be_left_out(algorithm):
    required = {
        definition.name()
        for definition in algorithm.destinationParameterDefinitions()
        if definition.type() in ("sink", "vectorDestination") and not definition.flags() & OPTIONAL
    }
    assert required <= {"OUTPUT"}


def test_its_choices_are_words(algorithm):
    for definition in algorithm.parameterDefinitions():
        if definition.type() == "enum":
            assert definition.usesStaticStrings(), definition.name()
            assert definition.checkValueIsAcceptable(definition.defaultValue() or definition.options()[0])
            labels = definition.metadata().get("widget_wrapper", {}).get("labels", {})
            assert not labels or sorted(labels) == sorted(definition.options())


def test_it_can_be_made_anew(algorithm):
    assert type(algorithm.create()) is type(algorithm)


def test_no_saved_model_breaks(provider):
    assert contract.breaks(contract.frozen(), contract.of_provider(provider)) == []


def test_what_is_new_stands_in_the_contract(provider):
    assert contract.of_provider(provider) == contract.frozen(), "run `python -m tests.qgis.contract`"


BROKEN = [
    (lambda tool: tool["parameters"].pop("MODE"), "MODE has vanished"),
    (lambda tool: tool["outputs"].pop("COUNT"), "COUNT has vanished"),
    (lambda tool: tool["parameters"]["MODE"].update(type="string"), "MODE was"),
    (lambda tool: tool["parameters"]["MODE"].update(default="bike"), "MODE was"),
    (lambda tool: tool["parameters"]["MODE"].update(options=["car"]), "MODE was"),
    (lambda tool: tool["parameters"]["MODE"].update(optional=False), "MODE was"),
    (lambda tool: tool["parameters"].update(NEW={"type": "string", "optional": False, "default": None}), "NEW is new"),
]


@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_a_break_would_be_seen(change, words):
    mode = {"type": "enum", "optional": True, "default": "car", "options": ["car", "bike"]}
    old = {"tool": {"parameters": {"MODE": mode}, "outputs": {"COUNT": "outputNumber"}}}
    new = copy.deepcopy(old)
    change(new["tool"])
    assert [sentence for sentence in contract.breaks(old, new) if words in sentence]


def test_additions_break_nothing():
    old = {"tool": {"parameters": {}, "outputs": {}}}
    new = copy.deepcopy(old) | {"second": {"parameters": {}, "outputs": {}}}
    new["tool"]["parameters"]["MODE"] = {"type": "enum", "optional": False, "default": "car", "options": ["car"]}
    assert contract.breaks(old, new) == []
    assert contract.breaks(new, old) == ["second has vanished", "tool: MODE has vanished from the parameters"]
