"""Layers made ready to be published: refused where they tell of persons, and with numbers of few people out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.core import QgsProcessingException, QgsProviderRegistry, QgsVectorLayer

from ...adapters.publication import Content, as_numbers, read_content
from ...adapters.reading import Cancelled, as_text, listed
from ...adapters.tables import amounts
from ...core.deso.small_numbers import SUPPRESSED, too_few
from ...core.open_data import protection
from ...core.open_data.licences import Source, sources_in
from ...core.open_data.protection import Hidden, People
from ...core.open_data.roles import (
    PEOPLE,
    PLAIN,
    RESTS,
    SHARE,
    UNKNOWN,
    Named,
    has_identity_numbers,
    holds_numbers,
    personal_fields,
    role_of,
    whole_field,
)
from ...core.open_data.tables import OWN, feature_ids, key_fields
from ...i18n import tr
from ...sources.gpkg_file import is_workspace
from ...sources.register import known_sources
from ...store.register import TABLES
from ...store.workspace import open_workspace

#: Tables of the workspace that may be published; every other is working material, or tells who did what.
_MAY_BE_PUBLISHED = {
    "facilities", "capacity", "services", "areas", "area_key", "people", "statistics", "listings", "waiting_times", "malvarde",
    "divisions", "need_index", "forecasts", "health_figures", "plan_items", "plan_areas", "provisions", "plan_provisions",
    "grant_followup",
}  # fmt: skip
_LISTING = {"area_code", "unit_id", "number"}
_MEASURES = {"measure", "value", "unit", "people"}
_UNITS_OF_PEOPLE = (
    "invånare",
    "listade",
    "personer",
    "patienter",
    "people",
    "inhabitants",
    "listed",
    "persons",
    "patients",
)
_UNITS_OF_SHARES = ("%", "procent", "per cent", "percent")
_SQUARE = "origin_id"
_FACILITY = re.compile(r"(facility|unit|station|hospital)_id|facility", re.IGNORECASE)
_DESO_OR_REGSO = re.compile(r"\d{4}[ABCR]\d{3,4}")
_SOURCE_FIELDS = ("source", "source_id", "kalla", "källa")


class Ready(NamedTuple):
    """A layer as it is published: its ``content`` in the order of ``ids``, and ``people`` for what is hidden in it."""

    layer: str
    content: Content
    ids: list[str]
    people: People
    sources: list[Source]
    tool: str


def make_ready(layer: QgsVectorLayer, named: Named, leave_out: Sequence[str], checked: bool, minimum: int, context, feedback) -> Ready:  # fmt: skip
    """The layer read and judged; `QgsProcessingException` where it must not be published, or where nobody has said what it is."""
    every = [field.name() for field in layer.fields()]
    _refuse_working_material(layer.name(), every)
    content = read_content(layer, leave_out, context, feedback)
    names = [field.name for field in content.fields]
    columns = [list(column) for column in zip(*content.rows)] or [[] for _ in names]
    _refuse_personal(layer.name(), names, columns)
    content = as_numbers(content, _numbers_as_text(content, columns))
    columns = [list(column) for column in zip(*content.rows)] or [[] for _ in names]
    roles = _roles(layer.name(), content, columns, named, checked)
    _refuse_few_places(layer, every, content, columns, roles, minimum)
    _refuse_few_in_measures(layer.name(), names, columns, minimum)
    keys = key_fields(names, columns)
    ids = feature_ids(
        [_key(row, keys) for row in content.rows], [_content_of(*one) for one in zip(content.rows, content.geometries)]
    )
    content = content._replace(fields=[field._replace(role=roles.get(field.name, PLAIN)) for field in content.fields])
    return _in_order(
        Ready(
            layer.name(), content, ids, _people(content, columns, ids), _sources(layer, content, columns), _tool(layer)
        )
    )


def hide_few(ready: Sequence[Ready], minimum: int, before: Sequence[dict[str, np.ndarray]], feedback) -> Hidden:
    """What to hide in all of them, seen together and with what was hidden in the same numbers ``before``."""

    def ask():
        if feedback.isCanceled():
            raise Cancelled

    return protection.hide([one.people for one in ready], minimum, ask, before)


def told_rows(one: Ready, hidden: dict[str, np.ndarray]) -> tuple[Content, list[str] | None]:
    """The content without its hidden numbers, and the names of those hidden in each row (None where nothing is of people)."""
    if not hidden:
        return one.content, None
    at = {field.name: number for number, field in enumerate(one.content.fields)}
    rows = [list(row) for row in one.content.rows]
    names: list[list[str]] = [[] for _ in rows]
    for name in sorted(hidden, key=at.get):
        for row in np.flatnonzero(hidden[name]):
            rows[row][at[name]] = None
            names[row].append(name)
    return one.content._replace(rows=rows), [" ".join(own) for own in names]


def _refuse_working_material(layer: str, names: Sequence[str]) -> None:
    for table in TABLES.values():
        if table.name not in _MAY_BE_PUBLISHED and set(table.column_names) <= set(names):
            raise QgsProcessingException(
                tr("{layer} is the register's table {table}: working material, which may name persons. It is never published. Publish a result instead.")
                .format(layer=layer, table=table.name)
            )  # fmt: skip


def _refuse_personal(layer: str, names, columns) -> None:
    found = personal_fields(names)
    found += [name for name, column in zip(names, columns) if name not in found and has_identity_numbers(column)]
    if found:
        raise QgsProcessingException(
            tr("{layer} has fields that name persons: {fields}. Personal data are not published: leave them out (LEAVE_OUT), or the layer.")
            .format(layer=layer, fields=", ".join(found))
        )  # fmt: skip
    lower = [name.lower() for name in names]
    alike = [name for name in names if lower.count(name.lower()) > 1]
    if alike:
        raise QgsProcessingException(
            tr("{layer} has fields that differ only in capitals: {fields}. A GeoPackage holds one of them: leave the others out (LEAVE_OUT).")
            .format(layer=layer, fields=", ".join(alike))
        )  # fmt: skip
    taken = [name for name in names if name.lower() in OWN]
    if taken:
        raise QgsProcessingException(
            tr("{layer} has fields that the publication itself makes: {fields}. Rename them, or leave them out (LEAVE_OUT).")
            .format(layer=layer, fields=", ".join(taken))
        )  # fmt: skip


def _numbers_as_text(content: Content, columns) -> list[str]:
    return [
        field.name for field, column in zip(content.fields, columns) if field.kind == "text" and holds_numbers(field.name, column)
    ]  # fmt: skip


def _roles(layer: str, content: Content, columns, named: Named, checked: bool) -> dict[str, str]:
    """The role of each field that holds numbers. What nobody has said stops the tool."""
    roles = {}
    for field, column in zip(content.fields, columns):
        if field.kind not in ("integer", "real"):
            continue
        role = role_of(field.name, named)
        if role == PEOPLE and (amounts(column) < 0).any():
            role = RESTS  # a change is no count
        roles[field.name] = role
    unknown = [name for name, role in roles.items() if role == UNKNOWN]
    if unknown and not checked:
        raise QgsProcessingException(
            tr("{layer} has numbers that Närvård does not know: {fields}. Name those that count people in PEOPLE_FIELDS, shares of people in SHARE_FIELDS and means of people in MEAN_FIELDS. Then say in CHECKED that the others tell nothing of few people.")
            .format(layer=layer, fields=listed(unknown))
        )  # fmt: skip
    roles = {name: PLAIN if role == UNKNOWN else role for name, role in roles.items()}
    if PEOPLE not in roles.values() and set(roles.values()) & {SHARE, RESTS} and not checked:
        raise QgsProcessingException(
            tr("{layer} has shares or means of people ({fields}), but no number of the people that they rest on, so nobody can see whether they are few. Join the number first, or say in CHECKED that they are not.")
            .format(layer=layer, fields=listed([name for name, role in roles.items() if role in (SHARE, RESTS)]))
        )  # fmt: skip
    return roles


def _refuse_few_places(layer, every, content: Content, columns, roles, minimum: int) -> None:
    """Places where few live, and listed of an area at a unit: hiding the number would still tell that there are some."""
    names = [field.name for field in content.fields]
    if set(every) >= _LISTING:
        number = columns[names.index("number")] if "number" in names else []
        status = columns[names.index("status")] if "status" in names else []
        if SUPPRESSED in status or too_few(amounts(number), minimum).any() or "number" not in names:
            raise QgsProcessingException(
                tr("{layer} holds listed by area and unit with few in some of them. Such a table is not published, since sums by area and by unit are known elsewhere: publish one of the sums.")
                .format(layer=layer.name())
            )  # fmt: skip
    counts = [name for name, role in roles.items() if role == PEOPLE]
    squares = _SQUARE in every
    points = content.points and counts and not any(_FACILITY.fullmatch(name) for name in every)
    if not squares and not points:
        return
    whole = whole_field(dict.fromkeys(counts, PEOPLE)) or (counts[0] if counts else "")
    few = int(too_few(amounts(columns[names.index(whole)]), minimum).sum()) if whole else len(content.rows)
    if few:
        raise QgsProcessingException(
            tr("{layer} holds places where people live, and {n} of them have fewer than {minimum} people, or do not say how many. The place itself tells of them: publish areas instead (averagebyarea, caredemand, joinstatistics).")
            .format(layer=layer.name(), n=few, minimum=minimum)
        )  # fmt: skip


def _refuse_few_in_measures(layer: str, names, columns, minimum: int) -> None:
    """A table with a row for each measure of each area: its parts and rests cannot be told from one another, to hide them."""
    if not set(names) >= _MEASURES:
        return
    value, people = (amounts(columns[names.index(name)]) for name in ("value", "people"))
    units = [str(unit or "").strip().lower() for unit in columns[names.index("unit")]]
    counted, shared = (
        np.array([unit in words for unit in units], bool) for words in (_UNITS_OF_PEOPLE, _UNITS_OF_SHARES)
    )
    part = value / 100 * people
    few = counted & too_few(np.nan_to_num(np.abs(value)), minimum) | (people > 0) & (people < minimum)
    few |= shared & (
        too_few(np.nan_to_num(np.round(part)), minimum) | too_few(np.nan_to_num(np.round(people - part)), minimum)
    )
    if few.any():
        raise QgsProcessingException(
            tr("{layer} tells of fewer than {minimum} people in {n} of its rows, and a table of measures cannot be protected: the other rows would tell what is hidden. Publish larger areas, or the layers that it is made from.")
            .format(layer=layer, minimum=minimum, n=int(few.sum()))
        )  # fmt: skip


def _key(row: list, keys: list[int]) -> str:
    return "-".join(as_text(row[at]) for at in keys)


def _content_of(row: list, geometry) -> bytes:
    """What a row without a key is known by: its texts and its place, which stay when numbers change."""
    texts = "\x1f".join(value for value in row if isinstance(value, str))
    return texts.encode() + (geometry.asWkt(1).encode() if geometry is not None else b"")


def _in_order(one: Ready) -> Ready:
    """By id, so that the same rows give the same file in whatever order they came."""
    order = sorted(range(len(one.ids)), key=one.ids.__getitem__)
    content, people = one.content, one.people
    content = content._replace(
        rows=[content.rows[at] for at in order], geometries=[content.geometries[at] for at in order]
    )
    ordered = {
        part: {name: values[order] for name, values in getattr(people, part).items()}
        for part in ("counts", "shares", "rests")
    }
    people = people._replace(
        keys=[people.keys[at] for at in order],
        group=[people.group[at] for at in order],
        parents=[[own[at] for at in order] for own in people.parents],
        **ordered,
    )
    return one._replace(content=content, ids=[one.ids[at] for at in order], people=people)


def _people(content: Content, columns, ids: list[str]) -> People:
    by_role = {role: {} for role in (PEOPLE, SHARE, RESTS)}
    for field, column in zip(content.fields, columns):
        if field.role in by_role:
            by_role[field.role][field.name] = amounts(column)
    names = {field.name.lower(): at for at, field in enumerate(content.fields)}
    group = next((columns[names[name]] for name in ("municipality", "kommun") if name in names), None)
    if group is None:
        group = [own[:4] if _DESO_OR_REGSO.match(own) else "" for own in ids]
    whole = whole_field(dict.fromkeys(by_role[PEOPLE], PEOPLE))
    told = ["" if value is None else as_text(value) for value in group]
    parents = _parents(content, columns, ids)
    return People(ids, told, by_role[PEOPLE], by_role[SHARE], by_role[RESTS], whole, parents)


def _parents(content: Content, columns, ids: list[str]) -> list[list[str]]:
    """What the rows may belong to, which another layer may hold the sums of: every field of texts that several rows share."""
    found = [[own[:length] if _DESO_OR_REGSO.match(own) else "" for own in ids] for length in (4, 2)]
    for field, column in zip(content.fields, columns):
        if field.kind == "text" and len(set(column)) < len(column):
            found.append(["" if value is None else value for value in column])
    return found


def _sources(layer: QgsVectorLayer, content: Content, columns) -> list[Source]:
    """What the layer is made from, as its own account, its column of sources and its workspace tell."""
    metadata = layer.metadata()
    told = [layer.name(), metadata.abstract(), *metadata.history(), *metadata.licenses(), *metadata.rights()]
    for field, column in zip(content.fields, columns):
        if field.name.lower() in _SOURCE_FIELDS:
            told += sorted({str(value) for value in column if value is not None})
    known = known_sources()
    found = [Source(known[one].publisher, known[one].licence) for one in sources_in("\n".join(told))]
    return list(dict.fromkeys([*_of_workspace(layer), *found]))


def _of_workspace(layer: QgsVectorLayer) -> list[Source]:
    if layer.providerType() != "ogr":
        return []
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(str(parts.get("path", "")))
    if path.suffix.lower() != ".gpkg" or not path.is_file() or not is_workspace(path):
        return []
    with open_workspace(str(path), writable=False) as workspace:
        rows = workspace.read("sources")
    rows = rows[rows["fed"] == parts.get("layerName")]
    return [Source(row.publisher or row.name or "", row.licence or "") for row in rows.itertuples(index=False)]


def _tool(layer: QgsVectorLayer) -> str:
    """The tool that made the layer, by the layer's own account; "" where none says so."""
    found = re.search(r"\(narvard:([a-z]+)\)", "\n".join([*layer.metadata().history(), layer.metadata().abstract()]))
    return found.group(1) if found else ""
