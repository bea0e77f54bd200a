"""PxWeb's first interface, which Folkhälsomyndigheten speaks: a table described, and asked for by POST.

The form was recalled and not read from a live answer, so it is read with tolerance. Its limits are told nowhere; above
the cell limit it is said to answer 403, and then the question is divided.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from ..i18n import tr
from .client import JSON_TYPES, Client, Pace
from .errors import Incomplete, NotThere, Refused, Rejected, Unreadable, WrongChoice
from .health import reading
from .http import Request
from .jsonstat import Dataset, read_dataset
from .selections import cells, split

_TYPES = (*JSON_TYPES, "application/json-stat+json", "text/plain")  # some servers name no type of their own
_FORMS = ("json-stat2", "json-stat")
#: A first guess; a server that allows less says so.
_CELLS, _PACE = 100_000, Pace(10, 10.0)
_MOST_REFUSALS, _SHOWN = 12, 20


class Variable(NamedTuple):
    """A variable of a table; without ``elimination`` it must be chosen from."""

    code: str
    text: str
    values: tuple[str, ...]
    texts: tuple[str, ...]
    elimination: bool
    time: bool


class Pxweb1:
    """One database at the address ``url``, through ``client``."""

    def __init__(self, url: str, client: Client):
        self._url, self._client = url.rstrip("/"), client
        client.pace = _PACE

    def variables(self, table: str) -> tuple[str, list[Variable]]:
        """The title and variables of the table with the path ``table``; a folder is told with what it holds."""
        request = self._request(table)
        try:
            told = self._client.json(request, _TYPES)
        except NotThere as error:
            raise WrongChoice(
                tr("There is no table {table} at {place} ({detail}).").format(
                    table=table, place=error.place, detail=error.detail
                )
            ) from error
        with reading(request.place):
            if isinstance(told, list):
                inside = ", ".join(f"{one['id']} ({one['text']})" for one in told[:_SHOWN])
                raise WrongChoice(tr("{path} is a folder. It holds: {list}.").format(path=table, list=inside))
            return str(told["title"]), [_variable(one) for one in told["variables"]]

    def data(self, table: str, selection: Mapping[str, Sequence[str]]) -> list[Dataset]:
        """The whole selection, in parts where the server wants it."""
        waiting, got, refusals = split(selection, _CELLS), [], 0
        while waiting:
            part = waiting.pop(0)
            try:
                got.append(self._part(table, part))
            except Refused as error:
                refusals += 1
                if error.status != 403 or cells(part) == 1 or refusals > _MOST_REFUSALS:
                    raise
                limit = max(cells(part) // 2, 1)
                waiting = [small for one in (part, *waiting) for small in split(one, limit)]
        return got

    def _part(self, table: str, part: Mapping[str, Sequence[str]]) -> Dataset:
        query = [
            {"code": code, "selection": {"filter": "item", "values": list(values)}} for code, values in part.items()
        ]
        request = self._request(table)._replace(headers={"Content-Type": "application/json"})
        for form in _FORMS:
            body = json.dumps({"query": query, "response": {"format": form}}, ensure_ascii=False).encode()
            try:
                told = self._client.json(request._replace(body=body), _TYPES)
                break
            except Rejected:
                if form == _FORMS[-1]:
                    raise
        dataset = read_dataset(told, request.place)
        inside = {dimension.code: dimension.values for dimension in dataset.dimensions}
        for code, values in part.items():
            if code not in inside:
                raise Unreadable(request.place, f"no {code} in the answer")
            if sorted(inside[code]) != sorted(values):
                raise Incomplete(request.place, len(inside[code]), len(values))
        return dataset

    def _request(self, table: str) -> Request:
        return Request(f"{self._url}/{quote(table.strip().strip('/'))}")


def _variable(told) -> Variable:
    values = tuple(str(value) for value in told["values"])
    texts = tuple(str(text) for text in told.get("valueTexts") or values)
    if len(texts) != len(values):
        raise ValueError(f"{told['code']}: {len(values)} values, {len(texts)} texts")
    code = str(told["code"])
    return Variable(
        code, str(told.get("text") or code), values, texts, bool(told.get("elimination")), bool(told.get("time"))
    )
