"""Socialstyrelsen's statistical database: figures of a subject, by region and in some subjects by municipality."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple
from urllib.parse import quote

from ..core.deso.joining import read_figure
from ..i18n import tr
from .client import Client, Pace
from .errors import Incomplete, NotThere, Unreadable, WrongChoice
from .health import (
    MOST_FIGURES,
    Area,
    Figure,
    Question,
    area_called,
    fetched,
    reading,
    refuse_too_many,
    same,
    sex_of,
    sexes,
    wanted,
)
from .http import Request
from .interface import Fetched
from .kolada import same_host
from .selections import read_selection, read_years

#: The subjects that the service had when its list was read.
SUBJECTS = (
    "amning", "diagnoserislutenoppenvard", "diagnoserislutenvard", "diagnoserioppenvard", "drgstatistikislutenvard",
    "dodsorsaker_manad", "dodsorsaker", "graviditeterforlossningarochnyfodda", "lakemedel", "operationerislutenvard",
    "operationerioppenvard", "skadorochskadehandelserisverigeskommunerochlan", "tandhalsa",
    "yttreorsakertillskadorochforgiftningarbarn", "yttreorsakertillskadorochforgiftningar",
)  # fmt: skip
_REGION, _YEAR, _SEX, _AGE, _MEASURE = "region", "ar", "kon", "alder", "matt"
_PER_PAGE = 5000
#: One question for each combination of values, as lists of values are not known to work.
_MOST_QUESTIONS = 400
#: The service tells no limit of its own.
_PACE = Pace(10, 1.0)
_SHOWN = 12


class Value(NamedTuple):
    """A value of a variable: ``id`` as questions and answers write it, its ``code`` and what it is called."""

    id: str
    code: str
    text: str


class Socialstyrelsen:
    """See `interface.Source`. Indicators are a subject and the chosen values: ``dodsorsaker;matt=1;diagnos=I21,I22``."""

    ID = "socialstyrelsen"

    def __init__(self, url: str, question: Question):
        self._url, self._question = url.rstrip("/"), question
        self._subject, _, rest = question.indicators.partition(";")
        self._subject = self._subject.strip().lower()
        self._own = read_selection(rest)

    def fetch(self, client: Client) -> Fetched:
        if not re.fullmatch(r"\w+", self._subject):
            raise WrongChoice(
                tr("Give INDICATORS a subject first, such as dodsorsaker;matt=1. Subjects: {list}.").format(
                    list=", ".join(SUBJECTS)
                )
            )
        client.pace = _PACE
        with reading(f"{self._url}/{self._subject}"):
            values = self._variables(client)
            areas = self._areas(values)
            chosen = self._chosen(values, areas)
        rows = self._rows(client, values, chosen)
        with reading(f"{self._url}/{self._subject}"):
            figures = self._figures(rows, values, chosen, areas)
        within = {
            "indicator": self._indicators(values, chosen),
            "area_code": [area.code for area in areas.values()],
            "period": [value.text for value in chosen[_YEAR]],
            "sex": [sex_of(value.text) for value in chosen[_SEX]] if _SEX in values else [None],
        }
        part = "; ".join(
            [self._subject, *(f"{n}={','.join(v.id for v in vs)}" for n, vs in chosen.items() if n != _REGION)]
        )
        return fetched(self.ID, figures, within, url=f"{self._url}/{self._subject}", part=part)

    def _variables(self, client: Client) -> dict[str, list[Value]]:
        """Every variable of the subject with its values."""
        try:
            told = client.json(Request(f"{self._url}/{quote(self._subject)}"))
        except NotThere as error:
            raise WrongChoice(
                tr("Socialstyrelsen has no subject {subject}. Subjects: {list}.").format(
                    subject=self._subject, list=", ".join(SUBJECTS)
                )
            ) from error
        names = [str(one["namn"]) for one in told]
        unknown = [name for name in self._own if name not in names]
        if unknown:
            raise WrongChoice(
                tr("{subject} has no variable {unknown}. It has: {names}.").format(
                    subject=self._subject, unknown=", ".join(unknown), names=", ".join(names)
                )
            )
        values = {}
        for name in names:
            listed = client.json(Request(f"{self._url}/{quote(self._subject)}/{quote(name)}"))
            values[name] = [Value(str(one["id"]), str(one.get("kod", one["id"])), str(one["text"])) for one in listed]
        for name in (_REGION, _YEAR):
            if not values.get(name):
                raise Unreadable(f"{self._url}/{self._subject}", name)
        return values

    def _areas(self, values: Mapping[str, Sequence[Value]]) -> dict[str, Area]:
        """The areas to ask for by the subject's own ids: 0, "00" and "00000" are all the nation.

        Subjects write areas as "0114", as 1 with the code "01", or with five digits, where only a county's name tells which.
        """
        found = {one.id: area_called(one.code, one.text) for one in values[_REGION]}
        found = {id_: area for id_, area in found.items() if wanted(area, self._question.county)}
        if not any(area.code.startswith(self._question.county) for area in found.values()):
            raise WrongChoice(
                tr("{subject} has no figures for region {region}.").format(
                    subject=self._subject, region=self._question.county
                )
            )
        return found

    def _chosen(self, values: Mapping[str, Sequence[Value]], areas) -> dict[str, list[Value]]:
        """The values that each question names, by variable; of the others all come."""
        chosen = {_REGION: [one for one in values[_REGION] if one.id in areas], _YEAR: self._years(values[_YEAR])}
        for name in values:
            if name in (_REGION, _YEAR):
                continue
            if name in self._own:
                chosen[name] = _known(name, values[name], self._own[name])
            elif name == _SEX:
                chosen[name] = self._of_sex(values[name])
            elif name == _MEASURE and len(values[name]) > 1:
                told = ", ".join(f"{one.id} {one.text}" for one in values[name])
                raise WrongChoice(
                    tr(
                        "Choose a measure in INDICATORS, such as {subject};matt={id}. Measures: {list}. Variables: {names}."
                    ).format(subject=self._subject, id=values[name][0].id, list=told, names=", ".join(values))
                )
        questions = prod(len(ones) for ones in chosen.values())
        if questions > _MOST_QUESTIONS:
            raise WrongChoice(
                tr(
                    "That is {n} questions to Socialstyrelsen, and {most} are the most for one run. Choose fewer years or values."
                ).format(n=questions, most=_MOST_QUESTIONS)
            )
        return chosen

    def _years(self, values: Sequence[Value]) -> list[Value]:
        """Years, or periods by their last year."""
        last = {one: int(re.findall(r"\d{4}", one.text)[-1]) for one in values}
        if not self._question.years.strip():
            return [one for one in values if last[one] == max(last.values())]
        years, _ = read_years(self._question.years, sorted(last.values()))
        if not years:
            raise WrongChoice(
                tr("{subject} has no figures of {years}. It has {first} to {last}.").format(
                    subject=self._subject,
                    years=self._question.years,
                    first=min(values, key=last.get).text,
                    last=max(values, key=last.get).text,
                )
            )
        return [one for one in values if last[one] in years]

    def _of_sex(self, values: Sequence[Value]) -> list[Value]:
        found = [one for one in values if sex_of(one.text) in sexes(self._question.sex)]
        if len(found) < len(sexes(self._question.sex)):
            raise WrongChoice(
                tr("{subject} has other sexes than asked for: {list}.").format(
                    subject=self._subject, list=", ".join(one.text for one in values)
                )
            )
        return found

    def _rows(self, client: Client, values, chosen: Mapping[str, Sequence[Value]]) -> list[dict]:
        """Every row of every question; how many there will be is known from the first answer."""
        questions, rows = list(product(*chosen.values())), []
        for at, question in enumerate(questions):
            path = "/".join(f"{quote(name)}/{quote(one.id, safe='')}" for name, one in zip(chosen, question))
            request = Request(f"{self._url}/{quote(self._subject)}/resultat/{path}", [("per_sida", str(_PER_PAGE))])
            page = 0
            while request is not None:
                told = client.json(request)
                with reading(request.place):
                    page += 1
                    pages, number = int(told["sidor"]), int(told["sida"])
                    if at == 0 and page == 1:
                        most = int(told["per_sida"]) * (pages - 1) + len(told["data"])
                        refuse_too_many(most * len(questions), [name for name in values if name not in chosen])
                    if (number != page and pages) or len(rows) > 2 * MOST_FIGURES:
                        raise Incomplete(request.place, number, page)
                    if page < pages and len(told["data"]) != int(told["per_sida"]):
                        raise Incomplete(request.place, len(told["data"]), int(told["per_sida"]))
                    rows += told["data"]
                    onward = told.get("nasta_sida")
                    if not onward and page < pages:
                        raise Incomplete(request.place, page, pages)
                    request = Request(same_host(self._url, onward)) if onward else None
        return rows

    def _figures(self, rows: list[dict], values, chosen, areas: Mapping[str, Area]) -> list[Figure]:
        by_id = {name: {one.id: one for one in ones} for name, ones in values.items()}
        asked = {name: {one.id for one in ones} for name, ones in chosen.items()}
        figures: dict[tuple, Figure] = {}
        for row in rows:
            told = {name: by_id[name][str(row.get(f"{name}Id", row.get(name)))] for name in values}
            strangers = [name for name, one in told.items() if one.id not in asked.get(name, by_id[name])]
            if strangers:
                raise Unreadable(f"{self._url}/{self._subject}", ", ".join(strangers))
            figure = self._figure(row, told, areas)
            key = figure[:1] + figure[2:6]
            if key in figures and figures[key] != figure and not same(figures[key], figure):
                raise Unreadable(f"{self._url}/{self._subject}", f"{figure.name}, {figure.area.code} x 2")
            figures[key] = figure
        if not figures:
            raise WrongChoice(tr("{subject} has no figures for these choices.").format(subject=self._subject))
        return list(figures.values())

    def _figure(self, row, told: Mapping[str, Value], areas: Mapping[str, Area]) -> Figure:
        text = row.get("varde")
        value, status = read_figure("" if text is None else str(text))
        indicator, name = self._indicator({one: told[one] for one in self._beside(told)})
        sex = sex_of(told[_SEX].text) if _SEX in told else None
        age = told[_AGE].text if _AGE in told else None
        area = areas[told[_REGION].id]
        return Figure(indicator, name, area, told[_YEAR].text, sex, age, value, told[_MEASURE].text if _MEASURE in told else None, status)  # fmt: skip

    def _indicators(self, values, chosen) -> list[str]:
        """The codes of every indicator that the questions may give."""
        names = self._beside(values)
        told = product(*(chosen.get(name, values[name]) for name in names))
        return [self._indicator(dict(zip(names, one)))[0] for one in told]

    def _beside(self, values) -> list[str]:
        """What tells one indicator of the subject from another."""
        return [name for name in values if name not in (_REGION, _YEAR, _SEX, _AGE)]

    def _indicator(self, told: Mapping[str, Value]) -> tuple[str, str]:
        """Code and name."""
        code = ":".join([self._subject, *(f"{name}={one.id}" for name, one in told.items())])
        return code, " – ".join([self._subject, *(one.text for one in told.values())])


def _known(name: str, values: Sequence[Value], asked: Sequence[str]) -> list[Value]:
    """The values that a user means by id, code or text; ``*`` is all of them."""
    if list(asked) == ["*"]:
        return list(values)
    found = []
    for text in asked:
        hits = [one for one in values if text.lower() in (one.id.lower(), one.code.lower(), one.text.lower())]
        if not hits:
            shown = ", ".join(f"{one.code} {one.text}" for one in values[:_SHOWN])
            raise WrongChoice(
                tr("{name} has no value {unknown}. Some of its {n}: {list}.").format(
                    name=name, unknown=text, n=len(values), list=shown
                )
            )
        found += hits[:1]
    return list(dict.fromkeys(found))
