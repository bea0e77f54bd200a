"""Folkhälsomyndigheten's public health data (PxWeb 1): one table, for a region, its municipalities and the nation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..i18n import tr
from .client import Client
from .errors import Unreadable, WrongChoice
from .health import Area, Figure, Question, area_called, fetched, reading, refuse_too_many, sex_of, sexes, wanted
from .http import public
from .interface import Fetched
from .jsonstat import Dataset
from .pxweb1 import Pxweb1, Variable
from .selections import cells, read_selection, read_years

_AREAS, _SEX, _AGE, _TIME = ("region", "län", "kommun", "regioner", "geografi"), ("kön",), ("ålder",), ("år", "tid", "period")  # fmt: skip
_SHOWN = 12


class Folkhalsomyndigheten:
    """See `interface.Source`. Indicators are a table's path and the chosen values: ``A_Folkhalsodata/…/x.px;Ålder=16-84``."""

    ID = "folkhalsomyndigheten"

    def __init__(self, url: str, question: Question):
        self._url, self._question = url.rstrip("/"), question
        table, _, rest = question.indicators.partition(";")
        self._table, self._own = table.strip().strip("/"), read_selection(rest)

    def fetch(self, client: Client) -> Fetched:
        if not self._table:
            raise WrongChoice(
                tr(
                    "Give INDICATORS the path of a table or folder, such as A_Folkhalsodata; a folder is told with what it holds."
                )
            )
        database, place = Pxweb1(self._url, client), public(f"{self._url}/{self._table}")
        title, variables = database.variables(self._table)
        with reading(place):
            roles = _roles(variables)
            areas = self._areas(variables, roles)
            selection = self._selection(variables, roles, areas)
            free = [one.code for one in variables if one.code not in self._own and one.code not in roles.values()]
            refuse_too_many(cells(selection), free)
        parts = database.data(self._table, selection)
        with reading(place):
            figures = [figure for part in parts for figure in self._figures(part, title, variables, roles, areas)]
        within = {
            "indicator": sorted({one.indicator for one in figures}),
            "area_code": [area.code for area in areas.values()],
            "period": sorted({one.period for one in figures}),
            "sex": sorted({one.sex for one in figures}, key=str),
        }
        part = "; ".join(
            [
                self._table,
                *(f"{code}={','.join(values)}" for code, values in selection.items() if code != roles["area"]),
            ]
        )
        return fetched(self.ID, figures, within, url=f"{self._url}/{self._table}", part=part)

    def _areas(self, variables: Sequence[Variable], roles) -> dict[str, Area]:
        variable = _of(variables, roles["area"])
        found = {value: _area(value, text) for value, text in zip(variable.values, variable.texts)}
        found = {value: area for value, area in found.items() if wanted(area, self._question.county)}
        if not any(area.code.startswith(self._question.county) for area in found.values()):
            raise WrongChoice(
                tr("{table} has no figures for region {region}.").format(
                    table=self._table, region=self._question.county
                )
            )
        twice = [area.code for area, n in Counter(found.values()).items() if n > 1]
        if twice:
            raise Unreadable(public(f"{self._url}/{self._table}"), f"{', '.join(twice)} x 2")
        return found

    def _selection(self, variables: Sequence[Variable], roles, areas) -> dict[str, list[str]]:
        own = {_named(variables, name).code: values for name, values in self._own.items()}
        selection = {}
        for variable in variables:
            if variable.code == roles["area"]:
                selection[variable.code] = list(areas)
            elif variable.code in own:
                selection[variable.code] = _known(variable, own[variable.code])
            elif variable.code == roles["time"]:
                selection[variable.code] = self._periods(variable)
            elif variable.code == roles.get("sex"):
                selection[variable.code] = self._of_sex(variable)
            elif not variable.elimination:
                selection[variable.code] = list(variable.values)
        return selection

    def _periods(self, variable: Variable) -> list[str]:
        last = {
            value: int(re.findall(r"\d{4}", f"{value} {text}")[-1])
            for value, text in zip(variable.values, variable.texts)
        }
        years, _ = read_years(self._question.years, sorted(last.values()))
        if not self._question.years.strip():
            years = [max(last.values())]
        if not years:
            raise WrongChoice(
                tr("{table} has no figures of {years}. It has {first} to {last}.").format(
                    table=self._table, years=self._question.years, first=variable.texts[0], last=variable.texts[-1]
                )
            )
        return [value for value in variable.values if last[value] in years]

    def _of_sex(self, variable: Variable) -> list[str]:
        asked = sexes(self._question.sex)
        found = [value for value, text in zip(variable.values, variable.texts) if sex_of(text) in asked]
        if len(found) < len(asked):
            raise WrongChoice(
                tr("{subject} has other sexes than asked for: {list}.").format(
                    subject=self._table, list=", ".join(variable.texts)
                )
            )
        return found

    def _figures(self, part: Dataset, title: str, variables: Sequence[Variable], roles, areas) -> list[Figure]:
        texts = {one.code: dict(zip(one.values, one.texts)) for one in variables}
        codes = [dimension.code for dimension in part.dimensions]
        beside = [code for code in codes if code not in roles.values()]
        table = self._table.rsplit("/", 1)[-1]
        figures = []
        for at, value in np.ndenumerate(part.figures):
            told = {code: one.values[i] for code, one, i in zip(codes, part.dimensions, at)}
            named = {code: texts.get(code, {}).get(value, value) for code, value in told.items()}
            units = [part.of(code).units.get(told[code]) for code in beside]
            figures.append(
                Figure(
                    ":".join([table, *(f"{code}={told[code]}" for code in beside)]),
                    " – ".join([title, *(named[code] for code in beside)]),
                    areas[told[roles["area"]]],
                    named[roles["time"]],
                    sex_of(named[roles["sex"]]) if roles.get("sex") in named else None,
                    named[roles["age"]] if roles.get("age") in named else None,
                    float(value),
                    next((unit for unit in units if unit), None),
                    str(part.status[at]),
                )
            )
        return figures


def _roles(variables: Sequence[Variable]) -> dict[str, str]:
    """Which variable says the area, the time, the sex and the age, by their names; the first two must be there."""
    found = {"time": next((one.code for one in variables if one.time), "")}
    for role, names in (("area", _AREAS), ("time", _TIME), ("sex", _SEX), ("age", _AGE)):
        hits = [one.code for one in variables if {one.code.lower(), one.text.lower()} & set(names)]
        if hits and not found.get(role):
            found[role] = hits[0]
    if not (found.get("area") and found["time"]):
        told = ", ".join(one.text for one in variables)
        raise WrongChoice(tr("The table has no areas or no years; its variables are {list}.").format(list=told))
    return found


def _area(value: str, text: str) -> Optional[Area]:
    """By the code that its text begins with, or by the value."""
    return area_called(*f"{text.strip()} ".split(" ", 1)) or area_called(value, text)


def _of(variables: Sequence[Variable], code: str) -> Variable:
    return next(one for one in variables if one.code == code)


def _named(variables: Sequence[Variable], name: str) -> Variable:
    for one in variables:
        if name.lower() in (one.code.lower(), one.text.lower()):
            return one
    raise WrongChoice(
        tr("There is no variable {name}. There are: {names}.").format(
            name=name, names=", ".join(one.code for one in variables)
        )
    )


def _known(variable: Variable, asked: Sequence[str]) -> list[str]:
    if list(asked) == ["*"]:
        return list(variable.values)
    by_text = {text.lower(): value for value, text in zip(variable.values, variable.texts)}
    found = [value if value in variable.values else by_text.get(value.lower(), "") for value in asked]
    unknown = [value for value, code in zip(asked, found) if not code]
    if unknown:
        shown = ", ".join(f"{value} {text}" for value, text in list(zip(variable.values, variable.texts))[:_SHOWN])
        raise WrongChoice(
            tr("{name} ({code}) has no value {unknown}. It has: {values}.").format(
                name=variable.text, code=variable.code, unknown=", ".join(unknown), values=shown
            )
        )
    return list(dict.fromkeys(found))
