"""PxWebApi version 2: a statistical database asked within the limits that it tells itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional
from urllib.parse import quote

from ..i18n import tr
from .client import JSON_TYPES, Client, Pace
from .errors import Incomplete, NotThere, Refused, Rejected, Unreadable, WrongChoice
from .http import Request
from .jsonstat import Dataset, read_dataset
from .selections import cells, split

_LANGUAGE = "sv"
_STAT_TYPES = (*JSON_TYPES, "application/json-stat+json", "application/vnd.json-stat+json")
#: More parts than this is a whole database, which nobody meant to ask for.
_MOST_PARTS = 300
_MOST_PAGES = 200


class Limits(NamedTuple):
    """What the server itself says that it allows."""

    cells: int
    pace: Pace
    licence: str


class Asked(NamedTuple):
    """Values by variable, the code list that a variable's values are of, and wildcards that say the same values shorter."""

    values: Mapping[str, Sequence[str]]
    code_lists: Mapping[str, str] = {}
    wildcards: Mapping[str, Sequence[str]] = {}


class Found(NamedTuple):
    """A table in the database's own list."""

    id: str
    label: str
    first: str
    last: str


class Pxweb2:
    """One database at the address ``url``, through ``client``, whose pace it sets to what the server allows."""

    def __init__(self, url: str, client: Client):
        self._url, self._client = url.rstrip("/"), client
        self.limits = self._read_limits()
        client.pace = self.limits.pace

    def _read_limits(self) -> Limits:
        request = self._request("config")
        told = self._client.json(request)
        try:
            most, calls = int(told["maxDataCells"]), int(told["maxCallsPerTimeWindow"])
            window, licence = float(told["timeWindow"]), str(told.get("license") or "")
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(request.place, f"config: {error}") from error
        if min(most, calls, window) <= 0:
            raise Unreadable(request.place, f"config: {most}, {calls}, {window:g}")
        return Limits(most, Pace(calls, window), "CC0" if "cc0" in licence.lower() else licence)

    def metadata(self, table: str) -> Dataset:
        """What the table's variables and values are; raises ``WrongChoice`` where there is no such table."""
        request = self._request(f"tables/{quote(table, safe='')}/metadata", lang=_LANGUAGE)
        try:
            return read_dataset(self._client.json(request, _STAT_TYPES), request.place, figures=False)
        except NotThere as error:
            raise WrongChoice(
                tr("There is no table {table} at {place} ({detail}).").format(
                    table=table, place=error.place, detail=error.detail
                )
            ) from error

    def find(self, text: str) -> list[Found]:
        """The tables that the database finds for ``text``, from all pages of its list.

        Pages are asked for by number: the links of the list forget what was looked for.
        """
        tables: list[Found] = []
        for number in range(1, _MOST_PAGES + 1):
            request = self._request("tables", lang=_LANGUAGE, query=text, pageNumber=str(number))
            told = self._client.json(request)
            try:
                tables += [
                    Found(one["id"], one["label"], one.get("firstPeriod") or "", one.get("lastPeriod") or "")
                    for one in told["tables"]
                ]
                total, pages = int(told["page"]["totalElements"]), int(told["page"]["totalPages"])
            except (KeyError, TypeError, ValueError) as error:
                raise Unreadable(request.place, f"tables: {error}") from error
            if number >= pages:
                if len(tables) != total:
                    raise Incomplete(request.place, len(tables), total)
                return tables
        raise Unreadable(request.place, "tables: pages without end")

    def data(self, table: str, asked: Asked, region: Optional[str] = None) -> list[Dataset]:
        """The whole selection, in as many parts as the limit on cells wants; ``region`` is divided last.

        Raises ``WrongChoice`` where that would be hundreds of parts, and ``Incomplete`` for a part with too little in it.
        """
        limit, got = self.limits.cells, []
        waiting = split(asked.values, limit, last=region)
        while waiting:
            if len(waiting) + len(got) > _MOST_PARTS:
                raise WrongChoice(
                    tr("{table} would be fetched in {n} parts, as {cells} figures were asked for.").format(
                        table=table, n=len(waiting) + len(got), cells=cells(asked.values)
                    )
                )
            part = waiting.pop(0)
            dataset = self._part(table, asked, part)
            if dataset is not None:
                got.append(dataset)
                continue
            # Counted right, and still too much for the server: it may count otherwise than its own configuration says.
            limit = max(cells(part) // 2, 1)
            waiting = [small for one in (part, *waiting) for small in split(one, limit, last=region)]
        return got

    def _part(self, table: str, asked: Asked, part: Mapping[str, Sequence[str]]) -> Optional[Dataset]:
        """One part, or None where the server finds it too large."""
        request = self._request(f"tables/{quote(table, safe='')}/data", lang=_LANGUAGE, outputFormat="json-stat2")
        body = json.dumps({"selection": _selection(asked, part)}, ensure_ascii=False).encode()
        request = request._replace(body=body, headers={"Content-Type": "application/json"})
        try:
            told = self._client.json(request, _STAT_TYPES)
        except (Rejected, Refused) as error:
            if cells(part) > 1 and _too_many_cells(error):
                return None
            raise
        dataset = read_dataset(told, request.place)
        _check_whole(dataset, part, request.place)
        return dataset

    def _request(self, path: str, **query: str) -> Request:
        return Request(f"{self._url}/{path}", list(query.items()))


def _selection(asked: Asked, part: Mapping[str, Sequence[str]]) -> list[dict]:
    selection = []
    for name, values in part.items():
        undivided = len(values) == len(asked.values[name])
        short = asked.wildcards.get(name) if undivided else None
        one = {"variableCode": name, "valueCodes": list(short or values)}
        if name in asked.code_lists:
            one["codelist"] = asked.code_lists[name]
        selection.append(one)
    return selection


def _too_many_cells(error) -> bool:
    """400 or 403 for too many cells (the specification calls the latter "Forbiden")."""
    words = error.detail.lower()
    return "too many cells" in words or (error.status == 403 and "forbid" in words)


def _check_whole(dataset: Dataset, part: Mapping[str, Sequence[str]], place: str) -> None:
    """The answer has every value that was asked for, once; what it adds is of no use and is an error as well."""
    told = {dimension.code: dimension.values for dimension in dataset.dimensions}
    for name, values in part.items():
        if name not in told:
            raise Unreadable(place, f"no {name} in the answer")
        if sorted(told[name]) != sorted(values):
            raise Incomplete(place, len(told[name]), len(values))
    others = [name for name, values in told.items() if name not in part and len(values) != 1]
    if others:
        raise Unreadable(place, f"{', '.join(others)} in the answer")
