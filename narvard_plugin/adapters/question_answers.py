"""The planner's questions as data, and the text of an answer: half a page with its numbers, for a tjänsteskrivelse."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from html import escape
from typing import NamedTuple

import pandas as pd
from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource

from ..core.answers import TEXT, Rule, Value, numbers_of
from ..core.drawing import numbers
from ..core.located import Text
from ..i18n import tr
from ..paths import bundled, plugin_version
from .reading import Cancelled


class Card(NamedTuple):
    """One question that a ready-made ``model`` answers. ``inputs``: parameter → what it is filled in with; ``own``: what
    the planner has to give; ``shown`` is the result on the printed map."""

    model: str
    root: str
    chapter: Text
    question: Text
    lead: Text
    inputs: Mapping[str, object]
    own: Sequence[Text]
    shown: str
    rules: Sequence[Rule]
    result: Text
    uncertainty: Text
    not_measured: Text

    @property
    def results(self) -> set[str]:
        """The results that numbers are taken from, or the map shows."""
        return {self.shown, *(str(rule["of"]) for rule in self.rules)}

    def fields(self, result: str) -> set[str]:
        """The columns of a result that the numbers need."""
        rules = [rule for rule in self.rules if rule["of"] == result]
        named = {rule.get(key) for rule in rules for key in ("field", "weight", "by")}
        conditions = [one for rule in rules for one in (*rule.get("where", ()), *rule.get("part", ()))]
        return {str(name) for name in named | {one["field"] for one in conditions} if name}


@cache
def cards() -> tuple[Card, ...]:
    """Every question, in the order in which they are shown."""
    document = json.loads(bundled("resources", "data", "questions.json").read_text(encoding="utf-8"))
    return tuple(
        Card(
            card["model"], chapter["root"], Text(**chapter["question"]), Text(**card["question"]), Text(**card["lead"]),
            card["inputs"], tuple(Text(**own) for own in card.get("own", ())), card["map"], card["numbers"],
            Text(**card["result"]), Text(**card["uncertainty"]), Text(**card["not_measured"]),
        )
        for chapter in document["chapters"]
        for card in chapter["cards"]
    )  # fmt: skip


class Answer(NamedTuple):
    """``title`` and paragraphs as (heading, text); numbers are filled in."""

    title: str
    paragraphs: list[tuple[str, str]]

    @property
    def html(self) -> str:
        told = "".join(f"<h3>{escape(head)}</h3><p>{escape(text)}</p>" for head, text in self.paragraphs)
        return f"<h2>{escape(self.title)}</h2>{told}"

    @property
    def text(self) -> str:
        return "\n\n".join([self.title, *(f"{head}\n{text}" for head, text in self.paragraphs)])


class Held(NamedTuple):
    """The rows of a layer for a thread to read: taken in the window's thread, for layers live there."""

    source: QgsVectorLayerFeatureSource
    fields: list[str]


def held(layer: QgsVectorLayer) -> Held:
    return Held(QgsVectorLayerFeatureSource(layer), [field.name() for field in layer.fields()])


def read_numbers(
    card: Card, results: Mapping[str, Held], region: str, canceled: Callable[[], bool] = lambda: False
) -> dict[str, Value]:
    """The numbers of the answer from the results' rows."""
    tables = {name: table_of(rows, card.fields(name), canceled) for name, rows in results.items()}
    return numbers_of(card.rules, tables, region)


def answer_of(
    card: Card, found: Mapping[str, Value], settings: Sequence[tuple[str, str]], sources: Sequence[tuple[str, str]],
    language: str, decimal_sign: str,
) -> Answer:  # fmt: skip
    """The half page. ``settings``: (what, value) as asked; ``sources``: (name, date of the data)."""
    words = {str(rule["name"]): _written(rule, found[str(rule["name"])], decimal_sign) for rule in card.rules}
    told = "; ".join(f"{what}: {value}" for what, value in settings)
    dated = "; ".join(f"{name} ({day})" if day else name for name, day in sources)
    made = tr("Computed with Närvård {version} on {date}.").format(
        version=plugin_version(), date=date.today().isoformat()
    )
    return Answer(
        card.question.get(language),
        [
            (tr("What was asked"), " ".join(filter(None, (card.lead.get(language), f"{told}." if told else "")))),
            (tr("Result"), " ".join(filter(None, (card.result.get(language).format(**words), _dashes(words))))),
            (tr("Uncertainty"), card.uncertainty.get(language)),
            (tr("What is not measured"), card.not_measured.get(language)),
            (
                tr("Sources"),
                " ".join(filter(None, (f"{dated}." if dated else tr("The workspace names no sources."), made))),
            ),
        ],
    )


def _dashes(words: Mapping[str, str]) -> str:
    return tr("A dash (–) stands where the computation gives no number.") if numbers.NOTHING in words.values() else ""


def _written(rule: Rule, value: Value, decimal_sign: str) -> str:
    if rule["do"] == TEXT or isinstance(value, str):
        return value or numbers.NOTHING
    decimals, sign = int(rule.get("decimals", 0)), bool(rule.get("sign"))
    if rule.get("percent"):
        return numbers.percent(value, decimals, decimal_sign)
    return numbers.number(value, decimals, decimal_sign, sign=sign)


def table_of(rows: Held, wanted: set[str], canceled: Callable[[], bool]) -> pd.DataFrame:
    """The ``wanted`` columns that are there, NULL as None."""
    names = [name for name in rows.fields if name in wanted]
    at = [rows.fields.index(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    values = []
    for number, feature in enumerate(rows.source.getFeatures(request)):
        if number % 1000 == 0 and canceled():
            raise Cancelled
        attributes = feature.attributes()
        values.append([None if attributes[one] == NULL else attributes[one] for one in at])
    return pd.DataFrame(values, columns=names)
