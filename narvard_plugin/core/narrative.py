"""The account of a run read back, and a text about its result: what was asked, found, how, from what, and what is unsure.

Which numbers are told of which tool is data (resources/data/narratives.json); the numbers follow the rules of `answers`.
A number that is not there is said to be missing: its sentence is left out where it has no other number, and has a dash else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import NamedTuple, Optional

import pandas as pd

from .answers import Value, value_of
from .drawing import numbers

COLUMN = "column"  # a rule of its own: the part of a column's name that its pattern stands for, such as a year
_TOOL = re.compile(r"\(narvard:([a-z]+)\)")
_VERSION = re.compile(r"Närvård (\d[\w.\-+]*)")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+(?:[+-]\d\d:\d\d|Z)?")
_PARAMETER = re.compile(r"([A-Z][A-Z0-9_]*): (.*)", re.DOTALL)
_FILE_DATE = re.compile(r", [^,;]*?(\d{4}-\d\d-\d\d)T[\d:+\-]+")
_PLACES = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^|{}]*)\|([^|{}]*))?\}")
_ONE = "1"
_A_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_BEFORE_STAR, _AFTER_STAR = re.compile(r"[^*?\[]*"), re.compile(r"[^*?\]]*$")
_STRAIGHT = "straight_"


class Run(NamedTuple):
    """One run as its account tells it. ``parameters``: name → text, those that were blank are not there; ``notes``: what the
    tool said of its result, in the language that QGIS spoke."""

    tool: str
    version: str
    time: str
    parameters: Mapping[str, str]
    notes: Sequence[str]

    @property
    def prefix(self) -> str:
        return self.parameters.get("PREFIX", "")


def read_account(lines: Sequence[str]) -> Optional[Run]:
    """The run whose account these lines are; None where no tool of the plugin stands in the first one."""
    told = _TOOL.search(lines[0]) if lines else None
    if told is None:
        return None
    version, time = _VERSION.search(lines[0]), _TIME.search(lines[0])
    parameters, notes = {}, []
    for line in lines[1:]:
        found = _PARAMETER.fullmatch(line)
        if found and not notes:  # the parameters stand first, a note may look like one
            parameters[found[1]] = found[2]
        else:
            notes.append(line)
    return Run(told[1], version[1] if version else "", time[0] if time else "", parameters, notes)


def input_of(text: str) -> tuple[str, str]:
    """(name, date of its file or "") of a layer or file as an account writes it: no folders, for a text goes to others."""
    dated = _FILE_DATE.search(text)
    named = text[: dated.start()] if dated else text.split("; ")[0]
    path, _, layer = named.partition("|layername=")
    name = re.split(r"[/\\]", path.strip())[-1]
    layer = re.split(r"[|]", layer)[0]
    return (f"{name} ({layer})" if layer else name), (dated[1] if dated else "")


class Resolved(NamedTuple):
    """The column that a rule means (None = there is none), and what its pattern stands for."""

    column: Optional[str]
    star: str = ""


def resolve(named: object, columns: Sequence[str], run: Run) -> Resolved:
    """The column of a result that a rule names: a name, a pattern as of file names (of several the last), ``@PARAMETER`` for the
    field that the run was given, or a list of which the first that is there counts.

    The run's PREFIX may stand before the name, and ``straight_`` after that.
    """
    for one in named if isinstance(named, list) else [named]:
        name = str(one)
        if name.startswith("@"):
            name = run.parameters.get(name[1:], "")
            if name in columns:
                return Resolved(name)
            continue
        for written in (run.prefix + name, run.prefix + _STRAIGHT + name, name):
            fitting = sorted(column for column in columns if fnmatchcase(column, written))
            if fitting:
                return Resolved(fitting[-1], _star(written, fitting[-1]))
    return Resolved(None)


def _star(pattern: str, column: str) -> str:
    before, after = _BEFORE_STAR.match(pattern)[0], _AFTER_STAR.search(pattern)[0]
    return column[len(before) : len(column) - len(after)] if before != pattern else ""


class Part(NamedTuple):
    """What can be said of one output. ``has``: the columns that tell it from the tool's other outputs."""

    output: str
    has: Sequence[object]
    numbers: Sequence[Mapping[str, object]]
    says: Sequence[Mapping[str, str]]


def part_of(parts: Sequence[Part], columns: Sequence[str], run: Run) -> Optional[Part]:
    """The first output that has all its columns among these."""
    return next((one for one in parts if all(resolve(name, columns, run).column for name in one.has)), None)


class Found(NamedTuple):
    """A sentence's numbers as text; the ``values`` themselves; and which fields had nothing to tell."""

    words: Mapping[str, str]
    values: Mapping[str, Value]
    missing: Mapping[str, Sequence[str]]  # number's name → what it lacked; nothing where it need not be there


def read_numbers(
    part: Part, table: pd.DataFrame, run: Run, decimal_sign: str, named: Mapping[str, str] = MappingProxyType({})
) -> Found:
    """The numbers of the output's rows; ``named`` are the names of ids that a text would show."""
    words: dict[str, str] = {}
    values: dict[str, Value] = {}
    missing: dict[str, Sequence[str]] = {}
    for rule in part.numbers:
        name = str(rule["name"])
        bound, lacking = bind(rule, list(table.columns), run)
        values[name] = nothing(rule) if lacking else _value(bound, rule, table, run)
        value = named.get(values[name], values[name]) if isinstance(values[name], str) else values[name]
        words[name] = written(rule, value, decimal_sign)
        if words[name] == numbers.NOTHING:
            named = lacking or [str(bound.get("field") or bound.get("by") or rule["name"])]
            missing[name] = [] if rule.get("optional") else named
    return Found(words, values, missing)


def nothing(rule: Mapping[str, object]) -> Value:
    return "" if rule["do"] in ("text", COLUMN) else math.nan


def _value(bound: Mapping[str, object], rule, table: pd.DataFrame, run: Run) -> Value:
    if rule["do"] == COLUMN:
        return resolve(rule["field"], list(table.columns), run).star
    found = value_of(bound, table, "")
    return "" if found in ("None", "nan", "NULL") else found


def bind(rule: Mapping[str, object], columns: Sequence[str], run: Run) -> tuple[dict, list[str]]:
    """The rule with the result's own columns in place of what it names; and the names that no column answers to."""
    lacking: list[str] = []

    def column(named: object) -> str:
        found = resolve(named, columns, run).column
        if found is None:
            lacking.append(_spoken(named))
        return found or ""

    bound = dict(rule)
    for key in ("field", "weight", "by"):
        if rule.get(key):
            bound[key] = column(rule[key])
    for key in ("where", "part"):
        if rule.get(key):
            bound[key] = [{**one, "field": column(one["field"])} for one in rule[key]]
    return bound, lacking


def _spoken(named: object) -> str:
    first = str(named[0] if isinstance(named, list) else named)
    return first.lstrip("@")


def written(rule: Mapping[str, object], value: Value, decimal_sign: str) -> str:
    """The number as a reader sees it; a dash where there is none."""
    if isinstance(value, str):
        return value or numbers.NOTHING
    decimals, sign = int(rule.get("decimals", 0)), bool(rule.get("sign"))
    value /= float(rule.get("divide", 1))
    if rule.get("percent"):
        return numbers.percent(value, decimals, decimal_sign)
    return numbers.number(value, decimals, decimal_sign, sign=sign)


class Said(NamedTuple):
    """The sentences that have something to tell, and the fields that were missing for the others."""

    text: str
    missing: list[str]


def say(sentences: Sequence[str], found: Found) -> Said:
    """The sentences filled in; one of whose numbers none is there is left out.

    ``{n}`` is the number, and ``{n|area|areas}`` the words after it: the first where it reads 1, else the others.
    """
    told, missing = [], []
    for sentence in sentences:
        names = [name for name, *_ in _PLACES.findall(sentence)]
        absent = [name for name in names if name in found.missing]
        for name in absent:
            missing += [one for one in found.missing[name] if one not in missing]
        if not names or len(set(absent)) < len(set(names)):
            told.append(_PLACES.sub(lambda place: _filled(place, found.words), sentence))
    return Said(" ".join(told), missing)


def _filled(place: re.Match, words: Mapping[str, str]) -> str:
    name, one, more = place.groups()
    if one is None:
        return words[name]
    return one if words[name].lstrip("+−") == _ONE else more


def setting(value: str, decimal_sign: str) -> str:
    """Numbers of an account, which it writes as programs do, as people read them; every other text as it is."""
    parts = [part.strip() for part in value.split(",")]
    if not all(_A_NUMBER.fullmatch(part) for part in parts):
        return value
    return ", ".join(
        numbers.number(float(part), len(part.partition(".")[2].rstrip("0")), decimal_sign) for part in parts
    )
