"""A PxWebApi 2 on loopback, as strict as SCB's: cells, calls per window, mandatory variables, code lists, long queries."""

from __future__ import annotations

import csv
import fnmatch
import io
import re
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable
from itertools import product
from math import prod
from pathlib import Path
from typing import NamedTuple, Optional

from .base import Asked, Reply, Server, as_json

BASE = "/api/v2"
_EXPRESSION = re.compile(r"(top|bottom|from|to|range)\(([^)]*)\)", re.IGNORECASE)


class Variable(NamedTuple):
    """A variable: ``code_lists`` holds the values of each list; ``elimination`` False makes it mandatory."""

    code: str
    label: str
    values: dict[str, str]
    elimination: bool = False
    total: Optional[str] = None
    code_lists: dict[str, list[str]] = {}
    role: str = ""


class Table(NamedTuple):
    """``figure`` gives a number, or a sign such as "..", for one value of every variable; eliminated ones have their total."""

    id: str
    label: str
    variables: list[Variable]
    figure: Callable[..., object]
    updated: str = "2026-02-20T07:00:00Z"


class Refusal(Exception):
    """A problem+json answer."""

    def __init__(self, title: str, status: int = 400):
        super().__init__(title)
        self.reply = as_json(
            {"type": "about:blank", "title": title, "status": status, "detail": None},
            status,
            "application/problem+json",
        )


class Pxweb2Server(Server):
    """Faults of its own: ``too_many_status`` 400 or 403, ``retry_after`` told or not, ``counts`` how many times it counts a cell."""

    def __init__(self, tables: Iterable[Table], *, cells=150_000, calls=30, window=10.0, page_size=20, names_geo=True):
        super().__init__()
        self.tables = {table.id: table for table in tables}
        self.cells, self.calls, self.window, self.page_size, self.names_geo = cells, calls, window, page_size, names_geo
        self.too_many_status, self.retry_after, self.counts = 400, True, 1
        self.csv_encoding = "utf-8-sig"
        self._lately: deque[float] = deque()
        self.turned_away = 0

    @property
    def base(self) -> str:
        return self.url + BASE

    def reply(self, asked: Asked) -> Reply:
        if len(asked.raw_query) > 2048:
            return Reply(404, b"<html><body><h2>404 - File or directory not found.</h2></body></html>", "text/html")
        path = asked.path.rstrip("/").removeprefix(BASE)
        if path == "/config":
            return as_json(self._config())
        if self._too_often():
            self.turned_away += 1
            headers = {"Retry-After": "1"} if self.retry_after else {}
            return Reply(429, b"Too many requests", "text/plain", headers)
        try:
            return self._answer(path, asked)
        except Refusal as refusal:
            return refusal.reply

    def _config(self):
        return {
            "apiVersion": "2.3.2", "appVersion": "1", "defaultLanguage": "sv", "maxDataCells": self.cells,
            "languages": [{"id": "en", "label": "English"}, {"id": "sv", "label": "Svenska"}],
            "maxCallsPerTimeWindow": self.calls, "timeWindow": self.window,
            "license": "https://creativecommons.org/share-your-work/public-domain/cc0/",
            "sourceReferences": [{"language": "sv", "text": "Källa: SCB"}],
            "defaultDataFormat": "json-stat2", "dataFormats": ["json-stat2", "csv"], "features": [],
        }  # fmt: skip

    def _too_often(self) -> bool:
        now = time.monotonic()
        while self._lately and now - self._lately[0] > self.window:
            self._lately.popleft()
        if len(self._lately) >= self.calls:
            return True
        self._lately.append(now)
        return False

    def _answer(self, path: str, asked: Asked) -> Reply:
        if path == "/tables":
            return as_json(self._list(asked.query))
        _, _, table_id, *rest = [*path.split("/"), "", ""]
        if not path.startswith("/tables/") or table_id not in self.tables:
            raise Refusal("Non-existent table", 404)
        table = self.tables[table_id]
        if rest[0] == "metadata":
            return as_json(self._dataset(table, {one.code: list(one.values) for one in table.variables}, figures=False))
        if rest[0] == "data":
            if asked.query.get("outputFormat", "json-stat2") not in ("json-stat2", "csv"):
                raise Refusal("Unsupported output format")
            selection = self._selection(table, asked)
            if prod(map(len, selection.values())) * self.counts > self.cells:
                title = "Too many cells selected" if self.too_many_status == 400 else "Forbiden"
                raise Refusal(title, self.too_many_status)
            if asked.query.get("outputFormat") == "csv":
                return self._csv(table, selection)
            return as_json(self._dataset(table, selection))
        raise Refusal("Non-existent table", 404)

    def _list(self, query):
        words = query.get("query", "").lower()
        found = [table for table in self.tables.values() if words in table.label.lower() or words == table.id.lower()]
        number, size = int(query.get("pageNumber", 1)), int(query.get("pageSize", self.page_size))
        pages = max(-(-len(found) // size), 1)
        if not 1 <= number <= pages:
            raise Refusal("Non-existent page", 404)
        shown = found[(number - 1) * size : number * size]
        here = f"{BASE}/tables/?lang=sv&pagesize={size}&pageNumber="
        links = [{"rel": "next", "hreflang": "sv", "href": f"{here}{number + 1}"}] if number < pages else []
        return {
            "language": "sv",
            "tables": [
                {
                    "id": one.id, "label": one.label, "updated": one.updated, "firstPeriod": _periods(one)[0],
                    "lastPeriod": _periods(one)[-1], "category": "public", "timeUnit": "Annual",
                    "variableNames": [variable.label for variable in one.variables],
                    "links": [{"rel": "metadata", "href": f"{BASE}/tables/{one.id}/metadata?lang=sv"}],
                }
                for one in shown
            ],
            "page": {"pageNumber": number, "pageSize": size, "totalElements": len(found), "totalPages": pages, "links": links},
            "links": [{"rel": "self", "hreflang": "sv", "href": f"{here}{number}"}],
        }  # fmt: skip

    def _selection(self, table: Table, asked: Asked) -> dict[str, list[str]]:
        given = {}
        if asked.method == "POST":
            for one in asked.json.get("selection", []):
                given[one["variableCode"]] = (one["valueCodes"], one.get("codelist"))
        else:
            lists = {name[9:-1]: value for name, value in asked.pairs if name.lower().startswith("codelist[")}
            for name, value in asked.pairs:
                if name.lower().startswith("valuecodes["):
                    given[name[11:-1]] = (value.split(","), lists.get(name[11:-1]))
        if set(given) - {variable.code for variable in table.variables}:
            raise Refusal("Non-existent variable")
        chosen = {}
        for variable in table.variables:
            if variable.code in given:
                chosen[variable.code] = _chosen(variable, *given[variable.code])
            elif not variable.elimination:
                raise Refusal("Missing selection for mandantory variable")
        return chosen

    def _csv(self, table: Table, selection) -> Reply:
        """With texts instead of codes, which PxWeb may write in cp1252."""
        text = io.StringIO()
        rows = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
        rows.writerow([*(one.label for one in table.variables if one.code in selection), table.label])
        whole = [selection.get(one.code, [one.total]) for one in table.variables]
        for key in product(*whole):
            named = [one.values[value] for one, value in zip(table.variables, key) if one.code in selection]
            rows.writerow([*named, table.figure(*key)])
        return Reply(200, text.getvalue().encode(self.csv_encoding), "text/csv")

    def _dataset(self, table: Table, selection, figures=True):
        variables = [one for one in table.variables if one.code in selection]
        dimensions = {one.code: _dimension(one, selection[one.code]) for one in variables}
        role = {"time": [], "metric": [], "geo": []}
        for one in variables:
            if one.role:
                role[one.role].append(one.code)
        if not self.names_geo:
            del role["geo"]
        told = {
            "version": "2.0", "class": "dataset", "label": table.label, "source": "SCB", "updated": table.updated,
            "role": {name: codes for name, codes in role.items() if codes}, "id": list(dimensions),
            "size": [len(selection[code]) for code in dimensions], "dimension": dimensions,
            "extension": {"px": {"tableid": table.id, "decimals": 0, "language": "sv"}}, "value": None,
        }  # fmt: skip
        if not figures:
            return told
        whole = [selection.get(one.code, [one.total]) for one in table.variables]
        cells = [table.figure(*combination) for combination in product(*whole)]
        told["value"] = [None if isinstance(cell, str) else cell for cell in cells]
        signs = {str(at): cell for at, cell in enumerate(cells) if isinstance(cell, str)}
        return {**told, "status": signs} if signs else told


def _periods(table: Table) -> list[str]:
    return next(list(one.values) for one in table.variables if one.role == "time")


def _chosen(variable: Variable, expressions: list[str], code_list: Optional[str]) -> list[str]:
    if code_list is not None and code_list not in variable.code_lists:
        raise Refusal("Non-existent codelist")
    there = variable.code_lists[code_list] if code_list else list(variable.values)
    chosen = [value for expression in expressions for value in _matching(expression, there)]
    return [value for value in there if value in set(chosen)]


def _matching(expression: str, there: list[str]) -> list[str]:
    call = _EXPRESSION.fullmatch(expression)
    if call:
        name, first, *rest = call[1].lower(), *(part.strip() for part in call[2].split(","))
        if name in ("top", "bottom"):
            if not first.isdecimal():
                raise Refusal("Illegal selection expression")
            return there[-int(first) :] if name == "top" else there[: int(first)]
        low, high = (first, rest[0]) if name == "range" else (first, None) if name == "from" else (None, first)
        return [value for value in there if (low is None or value >= low) and (high is None or value <= high)]
    if "*" in expression or "?" in expression:
        found = [value for value in there if fnmatch.fnmatchcase(value.lower(), expression.lower())]
    else:
        found = [value for value in there if value == expression]
    if not found:
        raise Refusal("Non-existent value")
    return found


def _dimension(variable: Variable, values: list[str]):
    # Written backwards: only the position says where a value's figures stand.
    index = {value: at for at, value in reversed(list(enumerate(values)))}
    category = {"index": index, "label": {value: variable.values[value] for value in values}}
    if variable.role == "metric":
        category["unit"] = {value: {"base": "antal", "decimals": 0} for value in values}
    return {
        "label": variable.label,
        "category": category,
        "extension": {
            "elimination": variable.elimination, "eliminationValueCode": variable.total, "show": "value",
            "codelists": [{"id": one, "label": one, "type": "Valueset", "links": []} for one in variable.code_lists],
        },
    }  # fmt: skip


_AGES = {"totalt": "totalt ålder", "-4": "-4 år", "65-69": "65-69 år", "70-74": "70-74 år", "75-79": "75-79 år", "80-": "80+ år"}  # fmt: skip
_SEXES = {"1": "män", "2": "kvinnor", "1+2": "totalt"}
_OLDER, _NEWER = "2018", "2025"


def for_county(folder: Path) -> Pxweb2Server:
    """The made-up county's population (TAB6574, with SCB's false zeros) and area types by RegSO (TAB6586, with its "..")."""
    with sqlite3.connect(f"file:{folder / 'arbetsyta.gpkg'}?mode=ro", uri=True) as store:
        rows = store.execute("SELECT area_code, vintage, variable, year, value, status FROM statistics").fetchall()
    known = {(area, vintage, name, year): value for area, vintage, name, year, value, status in rows if status == "ok"}
    regso = {}
    with sqlite3.connect(f"file:{folder / 'exempellan.gpkg'}?mode=ro", uri=True) as layers:
        for layer, vintage in (("areas_2018", _OLDER), ("areas", _NEWER)):
            for area, whole in layers.execute(f"SELECT area_code, regso FROM {layer}"):  # the two names above
                regso[area, vintage] = whole
    years = sorted({year for _, _, _, year in known})
    return Pxweb2Server([_population(known, regso, years), _area_types(known, regso, years)])


def dalarna(reply: Path) -> Pxweb2Server:
    """TAB6574 for county 20 from SCB's own answer of 2024: 175 codes that are the same in both vintages, 0 in the other."""
    with reply.open(encoding="utf-8-sig", newline="") as file:
        figures = {(row["Region"], row["Alder"]): int(row["000007Y7 2024"]) for row in csv.DictReader(file)}
    newer = sorted({area for area, _ in figures})
    older = [area.split("_")[0] for area in newer]
    ages = {age: _AGES[age] for age in dict.fromkeys(age for _, age in figures)}

    def figure(area, age, sex, contents, year):
        if ("_" in area) != (year == "2024"):
            return 0
        return figures.get((area, age), "..") if sex == "1+2" else ".."

    lists = {"vs_DeSO2018": older, "vs_DeSO2025": newer}
    return Pxweb2Server([_population_table([*older, *newer], lists, ages, ["2023", "2024"], figure)])


def _population(known, regso, years) -> Table:
    def people(area, vintage, name, year):
        inside = [one for one, of in regso if of == vintage and (one.startswith(area) or regso[one, of] == area)]
        return sum(known.get((one, vintage, name, year), 0) for one in inside)

    areas, lists = _areas(regso)

    def figure(area, age, sex, contents, year):
        bare, suffix, vintage = area.partition("_")[0], area.partition("_")[2], _valid(int(year))
        if len(bare) > 4 and (_NEWER if suffix else _OLDER) != vintage:
            return 0
        name = {"totalt": "population", "-4": "under_5"}.get(age, "aged_65_plus")
        count = int(people("" if bare == "00" else bare, vintage, name, int(year)))
        if name == "aged_65_plus":
            at = ["65-69", "70-74", "75-79", "80-"].index(age)
            count = count // 4 + (at < count % 4)
        return {"1": count // 2, "2": count - count // 2, "1+2": count}[sex]

    return _population_table(areas, lists, _AGES, [str(year) for year in years], figure)


def _population_table(areas, lists, ages, years, figure) -> Table:
    return Table(
        "TAB6574",
        "Folkmängd per region efter ålder och kön. År 2010 - 2025",
        [
            Variable("Region", "region", {area: area.split("_")[0] for area in areas}, code_lists=lists, role="geo"),
            Variable("Alder", "ålder", ages),
            Variable("Kon", "kön", _SEXES),
            Variable("ContentsCode", "tabellinnehåll", {"000007Y7": "Antal"}, role="metric"),
            Variable("Tid", "år", {year: year for year in years}, role="time"),
        ],
        figure,
    )


def _area_types(known, regso, years) -> Table:
    contents = {
        "000008IT": ("Socioekonomiskt index", "socioeconomic_index"),
        "000008IU": ("Områdestyp", "area_type"),
        "X1": ("Andelen med förgymnasial utbildning", "share_low_education"),
        "X2": ("Andelen personer med låg ekonomisk standard (oavsett ålder)", "share_low_economic_standard"),
        "X3": ("Andelen med ekonomiskt bistånd och/eller långtidsarbetslösa", "share_long_term_support"),
    }
    areas, lists = _areas(regso)
    areas = [area for area in areas if re.match(r"\d{4}R", area)]
    lists = {name: codes for name, codes in lists.items() if "RegSO" in name}

    def figure(area, code, year):
        bare, _, suffix = area.partition("_")
        vintage = _NEWER if suffix else _OLDER
        if vintage != _valid(int(year)):
            return ".."
        inside = [one for (one, of), whole in regso.items() if of == vintage and whole == bare]
        weights = [known[one, vintage, "population", int(year)] for one in inside]
        values = [known[one, vintage, contents[code][1], int(year)] for one in inside]
        mean = sum(weight * value for weight, value in zip(weights, values)) / sum(weights)
        return round(mean) if code == "000008IU" else round(mean, 2)

    return Table(
        "TAB6586",
        "Socioekonomiskt index och områdestyp per RegSO. År 2011 - 2024",
        [
            Variable("Region", "region", {area: area for area in areas}, code_lists=lists, role="geo"),
            Variable("ContentsCode", "tabellinnehåll", {code: label for code, (label, _) in contents.items()}, role="metric"),
            Variable("Tid", "år", {str(year): str(year) for year in years}, role="time"),
        ],
        figure,
    )  # fmt: skip


def _valid(year: int) -> str:
    return _OLDER if year <= 2023 else _NEWER


def _areas(regso):
    """Every code as SCB writes it, and the code lists."""
    deso = {vintage: sorted(area for area, of in regso if of == vintage) for vintage in (_OLDER, _NEWER)}
    whole = {vintage: sorted({regso[area, vintage] for area in deso[vintage]}) for vintage in deso}
    lists = {
        "vs_DeSO2018": deso[_OLDER],
        "vs_DeSO2025": [f"{area}_DeSO2025" for area in deso[_NEWER]],
        "vs_RegSO2020": whole[_OLDER],
        "vs_RegSO2025": [f"{area}_RegSO2025" for area in whole[_NEWER]],
    }
    municipalities = sorted({area[:4] for area in deso[_NEWER]})
    codes = ["00", *sorted({area[:2] for area in municipalities}), *municipalities]
    return [*codes, *(area for values in lists.values() for area in values)], lists
