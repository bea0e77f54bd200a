"""A text about any result of the plugin: its account and numbers read from the layer, its words from narratives.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProcessingException, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime

from ..catalogue import regions, services
from ..core.located import Text
from ..core.narrative import Part, Run, Said, input_of, part_of, read_account, read_numbers, say, setting
from ..core.narrative import bind as bound_to
from ..gdal_answers import or_none
from ..i18n import tr
from ..paths import bundled
from .question_answers import Answer, cards, held, table_of

#: Notes of the run that a half page has room for.
_MOST_NOTES = 6
#: Stands among the columns of a layer that has geometry, where a table of the same columns has none.
GEOMETRY = "$geometry"


class Narrative(NamedTuple):
    """What is told of the results of some tools."""

    title: Text
    asked: Text
    method: Text
    parts: Sequence[Part]
    uncertainty: Text
    not_measured: Text


class Narratives(NamedTuple):
    """``words``: headings and sentences of every text; ``inputs`` and ``settings``: what parameters are called (a setting has
    {value} in it); ``values``: what choices are called; ``tools``: tool → what is told of it."""

    words: Mapping[str, Text]
    inputs: Mapping[str, Text]
    settings: Mapping[str, Text]
    values: Mapping[str, Text]
    tools: Mapping[str, Narrative]


@cache
def narratives() -> Narratives:
    document = json.loads(bundled("resources", "data", "narratives.json").read_text(encoding="utf-8"))
    told = [
        {name: Text(**one) for name, one in document[kind].items()}
        for kind in ("words", "inputs", "settings", "values")
    ]
    tools = {tool: _narrative(entry) for entry in document["narratives"] for tool in entry["tools"]}
    return Narratives(*told, tools)


def _narrative(entry: Mapping) -> Narrative:
    parts = tuple(
        Part(part["output"], tuple(part.get("has", ())), tuple(part["numbers"]), tuple(part["says"]))
        for part in entry["results"]
    )
    title, asked, method = (Text(**entry[name]) for name in ("title", "asked", "method"))
    return Narrative(title, asked, method, parts, _caution(entry, "uncertainty"), _caution(entry, "not_measured"))


def _caution(entry: Mapping, name: str) -> Text:
    """The entry's own words, or those of the planner's question that it names."""
    if "card" not in entry[name]:
        return Text(**entry[name])
    return getattr(next(card for card in cards() if card.model == entry[name]["card"]), name)


class Result(NamedTuple):
    """A result that is to be told of: its ``name``, the ``run`` that made it (None = not known), its ``columns``, a way to
    read some of them, and what users read above them (``aliases``)."""

    name: str
    run: Optional[Run]
    columns: list[str]
    rows: int
    read: Callable[[set[str]], pd.DataFrame]
    aliases: Mapping[str, str]


def result_of(layer: QgsMapLayer, canceled: Callable[[], bool]) -> Result:
    """The layer's account, and its attributes; the cells of a raster stand as rows with minutes and km2."""
    run = read_account(layer.metadata().history() or layer.metadata().abstract().split("\n"))
    if isinstance(layer, QgsRasterLayer):
        cells, lines = _cells(layer)
        return Result(
            layer.name(), run or read_account(lines), list(cells.columns), len(cells), lambda names: cells, {}
        )
    rows = held(layer)
    columns = [*rows.fields, *([GEOMETRY] if layer.isSpatial() else [])]
    aliases = {field.name(): field.alias() for field in layer.fields() if field.alias()}

    def read(names: set[str]) -> pd.DataFrame:
        return _plain(table_of(rows, names, canceled))

    return Result(layer.name(), run, columns, _count(layer), read, aliases)


def _count(layer: QgsVectorLayer) -> int:
    """Some formats do not tell how many rows they have."""
    told = layer.featureCount()
    return told if told >= 0 else sum(1 for _ in layer.getFeatures())


def _cells(layer: QgsRasterLayer) -> tuple[pd.DataFrame, list[str]]:
    """A row of minutes and km2 for each cell that has a value, and the account that the file itself keeps."""
    dataset = or_none(gdal.Open, layer.source())
    if dataset is None:
        raise QgsProcessingException(tr("The raster {name} can't be read.").format(name=layer.name()))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float).ravel()
    values = values[np.isfinite(values) & (values != band.GetNoDataValue())]
    size = abs(dataset.GetGeoTransform()[1] * dataset.GetGeoTransform()[5]) / 1e6
    about = dataset.GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION") or ""
    return pd.DataFrame({"minutes": values, "km2": np.full(len(values), size)}), about.split("\n")


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """Dates as text."""
    for name in table.columns:
        if table[name].map(lambda value: isinstance(value, (QDate, QDateTime))).any():
            table[name] = table[name].map(_day)
    return table


def _day(value):
    if isinstance(value, QDateTime):
        value = value.date()
    return value.toString("yyyy-MM-dd") if isinstance(value, QDate) else value


class Told(NamedTuple):
    """The text; whether the tool is known and has words; and the fields that numbers were missing from."""

    answer: Answer
    known: bool
    missing: list[str]


def told_of(
    result: Result,
    tool: str,
    sources: Sequence[tuple[str, str]],
    language: str,
    made: str,
    decimal_sign: str,
    named: Mapping[str, str] = MappingProxyType({}),
) -> Told:
    """The half page about a result. ``tool`` is told by hand where the account does not say; ``sources`` of the workspace as
    (name, date of the data), and what its ids are ``named``; ``made``: the day of the text."""
    texts = narratives()
    run = result.run or Run(tool, "", "", {}, [])
    narrative = texts.tools.get(run.tool)
    words = {name: text.get(language) for name, text in texts.words.items()}
    basis = _basis(run, result, sources, texts, words, language, made)
    if narrative is None:
        told = [
            (
                words["result"],
                words["unknown"].format(
                    name=result.name, rows=result.rows, columns=len({*result.columns} - {GEOMETRY})
                ),
            )
        ]
        return Told(Answer(result.name, [*told, (words["basis"], basis)]), False, [])
    said = _said(narrative, result, run, language, decimal_sign, words, named)
    settings = _settings(run, texts, words, language, decimal_sign)
    method = " ".join(filter(None, (narrative.method.get(language), settings)))
    paragraphs = [
        (words["asked"], narrative.asked.get(language)),
        (words["result"], said.text),
        (words["method"], method),
        (words["basis"], basis),
        (words["uncertainty"], narrative.uncertainty.get(language)),
        (words["not_measured"], narrative.not_measured.get(language)),
    ]
    if run.notes:
        paragraphs.append((words["notes"], _notes(run, words)))
    return Told(Answer(narrative.title.get(language), paragraphs), result.run is not None, said.missing)


def _said(narrative: Narrative, result: Result, run: Run, language: str, sign: str, words, named) -> Said:
    """The sentences of the output that this is, and one on what they lack."""
    part = part_of(narrative.parts, result.columns, run)
    if part is None:
        outputs = ", ".join(dict.fromkeys(one.output for one in narrative.parts))
        text = words["other_output"].format(name=result.name, rows=result.rows, outputs=outputs)
        return Said(text, [])
    table = result.read(_wanted(part, result, run))
    found = read_numbers(part, table, run, sign, _names(language) | dict(named))
    said = say([one[language] for one in part.says], found)
    missing = [f"{result.aliases[one]} ({one})" if one in result.aliases else one for one in said.missing]
    extra = words["missing"].format(fields=", ".join(missing)) if missing else ""
    straight = words["straight"] if any("straight_" in column for column in result.columns) else ""
    return Said(" ".join(filter(None, (said.text, straight, extra))), said.missing)


def _wanted(part: Part, result: Result, run: Run) -> set[str]:
    names = set()
    for rule in part.numbers:
        bound, _ = bound_to(rule, result.columns, run)
        conditions = [*bound.get("where", ()), *bound.get("part", ())]
        names |= {bound.get(key) for key in ("field", "weight", "by")} | {one["field"] for one in conditions}
    return names - {None, ""} or set(result.columns[:1])


def _names(language: str) -> dict[str, str]:
    """What the services and kinds of facilities are called."""
    return {one: service.name.get(language) for one, service in services().services.items()}


def _settings(run: Run, texts: Narratives, words: Mapping[str, str], language: str, sign: str) -> str:
    told = []
    for name, text in texts.settings.items():
        value = run.parameters.get(name)
        if value is not None:
            known = texts.values.get(value)
            shown = (
                known.get(language) if known else _region(value) if name == "REPORT_REGION" else setting(value, sign)
            )
            told.append(text.get(language).format(value=shown))
    return words["settings"].format(list=", ".join(told)) if told else ""


def _region(code: str) -> str:
    region = regions().regions.get(code)
    return region.name if region else code


def _basis(run, result: Result, sources, texts: Narratives, words, language: str, made: str) -> str:
    inputs = []
    for name, text in texts.inputs.items():
        value = run.parameters.get(name)
        if value:
            given, day = input_of(value)
            inputs.append(f"{text.get(language)}: {given} ({day})" if day else f"{text.get(language)}: {given}")
    dated = [f"{name} ({day})" if day else name for name, day in sources]
    told = [words["files"].format(list="; ".join(inputs))] if inputs else []
    told.append(words["sources"].format(list="; ".join(dated)) if dated else words["no_dates"])
    if run.time:
        told.append(words["computed"].format(version=run.version, date=run.time[:10], layer=result.name))
    else:
        told.append(words["by_hand" if run.tool else "no_account"].format(layer=result.name))
    told.append(words["written"].format(date=made))
    return " ".join(told)


def _notes(run: Run, words: Mapping[str, str]) -> str:
    kept = [note.strip() for note in run.notes if note.strip()]
    text = " ".join(kept[:_MOST_NOTES])
    more = len(kept) - _MOST_NOTES
    return f"{text} {words['more_notes'].format(n=more)}" if more > 0 else text
