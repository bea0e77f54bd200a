"""PxWeb's first interface on loopback, as Folkhälsomyndigheten has it; shapes as recalled, for none was seen live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import prod
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from .base import Asked, Reply, Server, as_json
from .kolada import municipalities

BASE = "/Folkhalsodata/api/v1/sv"


class Variable(NamedTuple):
    code: str
    text: str
    values: Mapping[str, str]
    elimination: bool = False
    time: bool = False


class Table(NamedTuple):
    """``figure`` gives a number, a sign such as "..", for one value of every variable; "" is an eliminated one."""

    title: str
    variables: Sequence[Variable]
    figure: Callable[..., object]


class Pxweb1Server(Server):
    """``forms`` are the formats that it knows: an older server has no json-stat2."""

    def __init__(self, tables: Mapping[str, Table], *, cells=150_000, forms=("json-stat2", "json-stat")):
        super().__init__()
        self.tables, self.cells, self.forms = dict(tables), cells, forms

    @property
    def base(self) -> str:
        return self.url + BASE

    def reply(self, asked: Asked) -> Reply:
        path = unquote(asked.path.removeprefix(BASE).strip("/"))
        inside = [name for name in self.tables if name.startswith(f"{path}/" if path else "")]
        if path not in self.tables:
            if not inside:
                return Reply(404, b"<html><body>404</body></html>", "text/html")
            nodes = dict.fromkeys(name[len(path) :].strip("/").split("/")[0] for name in inside)
            return as_json([{"id": node, "type": "t" if node.endswith(".px") else "l", "text": node} for node in nodes])
        table = self.tables[path]
        if asked.method == "GET":
            return as_json({"title": table.title, "variables": [_described(one) for one in table.variables]})
        return self._data(table, asked.json)

    def _data(self, table: Table, told) -> Reply:
        form = told["response"]["format"]
        if form not in self.forms:
            return as_json({"error": "Unknown format"}, 400)
        chosen = {one["code"]: one["selection"]["values"] for one in told["query"]}
        for one in table.variables:
            values = chosen.get(one.code)
            if (values is None and not one.elimination) or (values and set(values) - set(one.values)):
                return as_json({"error": f"The request for variable '{one.code}' has an error."}, 400)
        if prod(map(len, chosen.values())) > self.cells:
            return as_json({"error": "Too many values selected"}, 403)
        variables = [one for one in table.variables if one.code in chosen]
        order = {one.code: [value for value in one.values if value in chosen[one.code]] for one in variables}
        cells = [table.figure(*key) for key in product(*(order.get(one.code, [""]) for one in table.variables))]
        dimensions = {
            one.code: {
                "label": one.text,
                "category": {
                    "index": {value: at for at, value in reversed(list(enumerate(order[one.code])))},
                    "label": {value: one.values[value] for value in order[one.code]},
                },
            }
            for one in variables
        }
        values = [None if isinstance(cell, str) else cell for cell in cells]
        status = {str(at): cell for at, cell in enumerate(cells) if isinstance(cell, str)}
        shape = {"id": list(order), "size": [len(ones) for ones in order.values()]}
        if form == "json-stat2":
            told = {"version": "2.0", "class": "dataset", "label": table.title, **shape, "dimension": dimensions}
            return as_json({**told, "value": values, "status": status})
        inner = {**dimensions, **shape, "role": {}}
        return as_json({"dataset": {"label": table.title, "dimension": inner, "value": values, "status": status}})


def _described(one: Variable):
    told = {"code": one.code, "text": one.text, "values": list(one.values), "valueTexts": list(one.values.values())}
    return {**told, **({"elimination": True} if one.elimination else {}), **({"time": True} if one.time else {})}


TABLE = "A_Folkhalsodata/B_Exempel/exempel.px"


def for_county(folder: Path) -> Pxweb1Server:
    """Made-up self-rated health by region and municipality; the title says that it is made up."""
    areas = {"00": "Riket", "99": "Exempellän", **municipalities(folder)}
    variables = [
        Variable("Region", "Region", areas),
        Variable("Ålder", "Ålder", {"1": "16-84 år", "2": "65-84 år"}),
        Variable("Andel", "Andel och konfidensintervall", {"01": "Andel", "02": "Nedre gräns", "03": "Övre gräns"}),
        Variable("Kön", "Kön", {"01": "Totalt", "02": "Kvinnor", "03": "Män"}),
        Variable("År", "År", {"2018": "2018-2021", "2022": "2021-2024"}, time=True),
    ]

    def figure(area, age, share, sex, year):
        at = list(areas).index(area)
        if at % 6 == 5 and sex != "01":
            return ".."
        return 72.0 + at % 5 - 8 * (age == "2") + {"01": 0, "02": -2.5, "03": 2.5}[share] + (sex == "03")

    return Pxweb1Server({TABLE: Table("God självskattad hälsa (påhittat)", variables, figure)})
