"""Services and capacity of imported facilities: from cells of their rows, and from sheets of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd

from ... import catalogue
from ...core.facilities.reading import Refused, Words
from ...core.facilities.words import Vocabulary, capacity_words, entry_words, plain
from ...core.figures import Unreadable, read_count, read_number
from ...sources.facility_files import FileTable
from ...sources.facility_sheets import CAPACITY_HEADINGS, CAPACITY_SHEETS, SERVICE_HEADINGS, SERVICE_SHEETS

SERVICE_COLUMNS = (
    "facility_id", "service", "care_form", "urgency", "weekdays", "hours", "beds", "volume", "from_year", "to_year",
)  # fmt: skip
CAPACITY_COLUMNS = ("facility_id", "kind", "value", "date")
_EXAMPLES = ("ja", "yes", "x")


class Details(NamedTuple):
    """Rows for the tables services and capacity; refused ones as (sheet, row, problem, word, cells); example rows.

    ``listed`` are services that cells of facilities name, and nothing more.
    """

    services: list[dict]
    capacity: list[dict]
    refused: list[tuple[str, int, str, str, str]]
    examples: int
    listed: list[dict]


def read_details(
    services: Optional[FileTable], capacity: Optional[FileTable], words: Words, known: Collection[str], renamed: Mapping
) -> Details:
    """What the sheets tell; ``known`` are the ids that may stand there, ``renamed`` leads from merged ids to kept ones."""
    details = Details([], [], [], 0, [])
    care = catalogue.services()
    forms, urgencies = entry_words(care.care_forms.values()), entry_words(care.urgencies.values())
    kinds = capacity_words(catalogue.capacity_kinds())
    details = _read_sheet(
        details, services, SERVICE_SHEETS[0], SERVICE_HEADINGS, known, renamed,
        lambda cells: _service(cells, words, forms, urgencies), details.services,
    )  # fmt: skip
    return _read_sheet(
        details, capacity, CAPACITY_SHEETS[0], CAPACITY_HEADINGS, known, renamed, lambda cells: _amount(cells, kinds),
        details.capacity,
    )  # fmt: skip


def _read_sheet(details, table, sheet, headings, known, renamed, read, rows) -> Details:
    if table is None:
        return details
    at = {plain(heading): place for place, heading in enumerate(table.header)}
    columns = {
        name: next((at[plain(text)] for text in (*texts, name) if plain(text) in at), None)
        for name, texts in headings.items()
    }
    examples, seen = 0, set()
    for number, row in enumerate(table.rows, 1):
        cells = {name: row[place].strip() if place is not None else "" for name, place in columns.items()}
        if not any(cells.values()):
            continue
        if plain(cells["example"]) in _EXAMPLES:
            examples += 1
            continue
        try:
            id_ = renamed.get(cells["facility_id"], cells["facility_id"])
            if id_ not in known:
                raise Refused("unknown_facility", cells["facility_id"])
            made = {"facility_id": id_, **read(cells)}
            key = tuple(value for name, value in made.items() if name not in ("beds", "volume", "to_year", "value"))
            if key in seen:
                raise Refused("repeated")
            seen.add(key)
            rows.append(made)
        except Refused as error:
            raw = " | ".join(f"{heading}: {cell}" for heading, cell in zip(table.header, row) if cell)
            details.refused.append((table.sheet or sheet, number, error.problem, error.word, raw))
    return details._replace(examples=details.examples + examples)


def _service(cells: Mapping[str, str], words: Words, forms: Vocabulary, urgencies: Vocabulary) -> dict:
    service = words.services.find(cells["service"]) or words.service_codes.get(cells["service"])
    if service is None:
        raise Refused("service", cells["service"])
    made = {"service": service}
    for name, vocabulary in (("care_form", forms), ("urgency", urgencies)):
        made[name] = vocabulary.find(cells[name]) if cells[name] else None
        if cells[name] and made[name] is None:
            raise Refused(name, cells[name])
    made.update({name: cells[name] or None for name in ("weekdays", "hours")})
    made["beds"], made["volume"] = _number(cells["beds"], read_count), _number(cells["volume"], read_number)
    for name in ("from_year", "to_year"):
        made[name] = _number(cells[name], read_count)
        if made[name] is not None and not 1600 <= made[name] <= 2200:
            raise Refused("year", cells[name])
    if made["from_year"] and made["to_year"] and made["to_year"] < made["from_year"]:
        raise Refused("to_year", cells["to_year"])
    return made


def _amount(cells: Mapping[str, str], kinds: Vocabulary) -> dict:
    kind = kinds.find(cells["kind"])
    if kind is None:
        raise Refused("kind", cells["kind"])
    value = _number(cells["value"], read_count if catalogue.capacity_kinds()[kind].whole else read_number)
    if value is None:
        raise Refused("value", cells["value"])
    date = cells["date"].replace("/", "-") or None
    if date and pd.isna(pd.to_datetime(date, format="%Y-%m-%d", errors="coerce")):
        raise Refused("date", cells["date"])
    return {"kind": kind, "value": float(value), "date": date}


def _number(text: str, read):
    try:
        value = read(text)
    except Unreadable as error:
        raise Refused("number", text) from error
    if value is not None and value < 0:
        raise Refused("number", text)
    return value


def listed_services(facilities: Sequence, stored: pd.DataFrame, renamed: Mapping[str, str]) -> list[dict]:
    """Services that cells list and the workspace lacks: what stands there already may know hours and beds too."""
    known = set(zip(stored["facility_id"], stored["service"]))
    made = {}
    for facility in facilities:
        id_ = renamed.get(facility.facility_id, facility.facility_id)
        for service in facility.services:
            if (id_, service) not in known:
                made[id_, service] = {**dict.fromkeys(SERVICE_COLUMNS), "facility_id": id_, "service": service}
    return list(made.values())


def listed_capacity(facilities: Sequence, date: Optional[str], renamed: Mapping[str, str]) -> list[dict]:
    """Capacity that columns tell, of the facility's own date; of merged facilities the first tells."""
    made = {}
    for facility in facilities:
        id_ = renamed.get(facility.facility_id, facility.facility_id)
        for kind, value in facility.capacity:
            row = {"facility_id": id_, "kind": kind, "value": value, "date": facility.source_date or date}
            made.setdefault((id_, kind, row["date"]), row)
    return list(made.values())


def write_details(workspace, services: list[dict], listed: list[dict], capacity: list[dict], remove: bool):
    """Refresh both tables; the `Changes` of each. A sheet of services stands instead of those of its facilities."""
    stated = {row["facility_id"] for row in services}
    listed = [row for row in listed if row["facility_id"] not in stated]
    rows = pd.DataFrame([*services, *listed], columns=SERVICE_COLUMNS, dtype=object)
    service_changes = [
        workspace.refresh("services", part, within={"facility_id": sorted(set(part["facility_id"]))}, keep_missing=keep)
        for part, keep in (
            (rows[rows["facility_id"].isin(stated)], not remove),
            (rows[~rows["facility_id"].isin(stated)], True),
        )
        if len(part)
    ]  # fmt: skip
    amounts = pd.DataFrame(capacity, columns=CAPACITY_COLUMNS, dtype=object)
    ids = sorted(set(amounts["facility_id"]))
    capacity_changes = (
        [workspace.refresh("capacity", amounts, within={"facility_id": ids}, keep_missing=True)] if ids else []
    )
    return service_changes, capacity_changes
