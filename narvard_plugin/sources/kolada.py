"""Kolada, version 3: key figures by municipality and region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from urllib.parse import urlsplit

import numpy as np

from ..core.deso.small_numbers import MISSING, OK
from ..i18n import tr
from .client import Client, Pace
from .errors import TooMany, Unreadable, WrongChoice
from .health import (
    COUNTRY,
    MUNICIPALITY,
    NATION,
    REGION,
    Area,
    Figure,
    Question,
    fetched,
    number_of,
    reading,
    refuse_too_many,
    same,
    sexes,
)
from .http import Request
from .interface import Fetched
from .selections import read_years

#: The service's own limits: ids of each kind in a call, calls a second, rows on a page.
_MOST_IDS, _PACE, _PER_PAGE = 25, Pace(5, 1.0), 5000
_MOST_PAGES = 400
#: Without years the newest of these many is kept.
_YEARS_BACK = 6
_PATIENCE = 60.0  # seconds, where a 429 doesn't say how many
_REGION_TYPE, _MUNICIPALITY_TYPE = "L", "K"


class Kolada:
    """See `interface.Source`. Indicators are ids such as N00001 with ; between."""

    ID = "kolada"

    def __init__(self, url: str, question: Question, today: date | None = None):
        self._url, self._question = url.rstrip("/"), question
        self._this_year = (today or date.today()).year

    def fetch(self, client: Client) -> Fetched:
        client.pace = _PACE
        indicators = _ids(self._question.indicators)
        with reading(self._url):
            titles, areas = self._titles(client, indicators), self._areas(client)
        newest = not self._question.years.strip()
        text = f"{self._this_year - _YEARS_BACK}-{self._this_year}" if newest else self._question.years
        years, _ = read_years(text, range(1970, 2101))
        refuse_too_many(len(titles) * len(areas) * len(years) * len(sexes(self._question.sex)))
        with reading(f"{self._url}/data"):
            figures, deleted = self._figures(client, titles, areas, years)
        if newest:
            figures = _newest(figures)
        _refuse_empty(indicators, figures, years)
        notes = [tr("{n} figures are marked as deleted by Kolada, and left out.").format(n=deleted)] if deleted else []
        silent = [one for one in indicators if not any(figure.indicator == one for figure in figures)]
        if silent:
            notes.append(tr("{list} have no figures for these areas, years and sexes.").format(list=", ".join(silent)))
        within = {
            "indicator": indicators,
            "area_code": [area.code for area in areas.values()],
            "period": sorted({figure.period for figure in figures} if newest else {str(year) for year in years}),
            "sex": list(sexes(self._question.sex)),
        }
        part = "; ".join([",".join(indicators), self._question.years.strip() or "newest", self._question.sex])
        return fetched(self.ID, figures, within, url=self._url, part=part, notes=tuple(notes))

    def _titles(self, client: Client, indicators: list[str]) -> dict[str, str]:
        found = {}
        for ids in _groups(indicators):
            for one in self._pages(client, f"kpi/{','.join(ids)}"):
                found[str(one["id"])] = str(one["title"])
        unknown = [one for one in indicators if one not in found]
        if unknown:
            raise WrongChoice(
                tr("Kolada has no key figure {list}. Look for ids, such as N00001, at kolada.se.").format(
                    list=", ".join(unknown)
                )
            )
        return found

    def _areas(self, client: Client) -> dict[str, Area]:
        """The county's own ids at Kolada: its municipalities, its region (0008, not the municipality 0880), the nation."""
        county, found = self._question.county, {}
        for one in self._pages(client, "municipality"):
            id_, kind = str(one["id"]), one.get("type")
            if kind == _MUNICIPALITY_TYPE and id_.startswith(county):
                found[id_] = Area(id_, MUNICIPALITY)
            elif kind == _REGION_TYPE and id_ == f"00{county}":
                found[id_] = Area(county, REGION)
            elif id_ == "0000":
                found[id_] = Area(NATION, COUNTRY)
        if not any(area.code.startswith(county) for area in found.values()):
            raise WrongChoice(tr("Kolada has no areas of region {region}.").format(region=county))
        return found

    def _figures(self, client, titles, areas, years) -> tuple[list[Figure], int]:
        figures, deleted, kept = {}, 0, sexes(self._question.sex)
        for ids, places, periods in product(_groups(list(titles)), _groups(list(areas)), _groups(years)):
            path = f"data/kpi/{','.join(ids)}/municipality/{','.join(places)}/year/{','.join(map(str, periods))}"
            for row in self._pages(client, path):
                area = areas.get(str(row["municipality"]))
                if area is None or str(row["kpi"]) not in titles or int(row["period"]) not in years:
                    raise Unreadable(f"{self._url}/data", f"{row['kpi']}, {row['municipality']}, {row['period']}")
                for one in row["values"]:
                    if one.get("isdeleted", False) not in (False, True):
                        raise Unreadable(f"{self._url}/data", f"isdeleted={one['isdeleted']!r}")
                    if one.get("isdeleted"):
                        deleted += 1
                    elif one["gender"] in kept:
                        figure = _figure(row, one, titles, area)
                        key = figure.indicator, area, figure.period, figure.sex
                        if not same(figures.setdefault(key, figure), figure):
                            raise Unreadable(f"{self._url}/data", f"{', '.join([key[0], area.code, *key[2:]])} x 2")
        return list(figures.values()), deleted

    def _pages(self, client: Client, path: str) -> Iterator[dict]:
        """Every row of an answer, from page to page."""
        request = Request(f"{self._url}/{path}", [("per_page", str(_PER_PAGE))])
        for _ in range(_MOST_PAGES):
            told = _patient(client, request)
            try:
                yield from told["values"]
                onward = told.get("next_url")
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise Unreadable(request.place, f"{type(error).__name__}: {error}") from error
            if not onward:
                return
            request = Request(same_host(self._url, onward))
        raise Unreadable(request.place, "pages without end")


def same_host(url: str, onward: str) -> str:
    """The address of a next page, with the scheme and port that the source is asked at.

    Services behind a proxy write http, or leave the port out. Raises ``Unreadable`` for another host.
    """
    here, there = urlsplit(url), urlsplit(onward)
    if there.hostname and there.hostname != here.hostname:
        raise Unreadable(url, f"next page at {there.hostname}")
    return there._replace(scheme=here.scheme, netloc=here.netloc).geturl()


def _patient(client: Client, request: Request):
    """Kolada's 429 may leave out how long to wait: a minute is enough."""
    try:
        return client.json(request)
    except TooMany as error:
        if error.seconds:
            raise
        client.wait(_PATIENCE)
        return client.json(request)


def _ids(text: str) -> list[str]:
    ids = [part.strip().upper() for part in text.replace(",", ";").split(";") if part.strip()]
    if not ids:
        raise WrongChoice(tr("Give INDICATORS the ids of key figures, such as N00001, with ; between."))
    wrong = [one for one in ids if not one.isalnum()]
    if wrong:
        raise WrongChoice(tr("{list} are no ids of key figures; they look like N00001.").format(list=", ".join(wrong)))
    return list(dict.fromkeys(ids))


def _groups(values: Sequence) -> Iterator[list]:
    for at in range(0, len(values), _MOST_IDS):
        yield list(values[at : at + _MOST_IDS])


def _figure(row, told, titles, area: Area) -> Figure:
    number = number_of(told["value"])
    indicator = str(row["kpi"])
    return Figure(
        indicator, titles[indicator], area, str(row["period"]), told["gender"], None, number, None,
        MISSING if np.isnan(number) else OK,
    )  # fmt: skip


def _newest(figures: list[Figure]) -> list[Figure]:
    """Of each indicator the newest year that has a figure at all."""
    last: dict[str, str] = {}
    for one in figures:
        if one.status == OK:
            last[one.indicator] = max(one.period, last.get(one.indicator, ""))
    return [one for one in figures if one.period == last.get(one.indicator)]


def _refuse_empty(indicators: list[str], figures: list[Figure], years: list[int]) -> None:
    if not any(one.status == OK for one in figures):
        raise WrongChoice(
            tr("Kolada has no values for {list} in the years {years}, for these areas and sexes.").format(
                list=", ".join(indicators), years=f"{years[0]}–{years[-1]}"
            )
        )
