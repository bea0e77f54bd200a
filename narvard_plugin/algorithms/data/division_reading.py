"""The zones of an own division read from polygons, or from a list of codes with areas; and what is odd about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProcessingException

from ...adapters.ground import read_geometries
from ...adapters.reading import listed
from ...adapters.rows import read_rows
from ...adapters.tables import read_columns, texts
from ...adapters.vintages import AreaCodes, area_codes, told_vintages, vintage_field, worded
from ...adapters.zones import Overlap, Zones, overlaps, uncovered, united, usable
from ...core.deso.vintage import (
    DESO,
    MUNICIPALITY,
    REGION,
    REGSO,
    VINTAGES,
    DifferentVintages,
    read_codes,
    vintage_of_field,
    vintages_of,
)
from ...core.deso.zoning import TwoZones, zones_of_areas
from ...i18n import number, tr
from ..deso.vintage_parameters import declared

_SHOWN_OVERLAPS = 5


class Read(NamedTuple):
    """The ``zones`` with the ``regions`` that their areas' codes say ("" = untold), the ``unplaced`` (code, reason), the
    ``name`` of the layer, and the ``areas`` (geometries and system) that the zones were made from."""

    zones: Zones
    regions: list[str]
    unplaced: list[tuple[str, str]]
    name: str
    areas: Optional[tuple[list[Optional[QgsGeometry]], QgsCoordinateReferenceSystem]]


def read_polygons(algorithm, parameters, context, account, feedback) -> Read:
    """The zones of INPUT: its polygons, joined by id."""
    source = algorithm.source(parameters, "INPUT", context)
    field, name = (algorithm.field(parameters, one, context) for one in ("ZONE_ID", "ZONE_NAME"))
    columns = read_columns(source, "INPUT", list(dict.fromkeys(one for one in (field, name) if one)), feedback)
    fids, found = read_geometries(source, "INPUT", feedback)
    ground = usable(fids, found, source.sourceCrs(), context.transformContext(), feedback)
    zone = [own or None for own in texts(columns[field])]
    _say_unusable(ground, zone, account, feedback)
    names = _names(zone, texts(columns[name]) if name else zone)
    geometries = united(ground.geometries, zone, feedback)
    unplaced = [(f"feature {fid}", tr("It has no zone id.")) for fid, own in zip(fids, zone) if not own]
    _say_unplaced(unplaced, tr("{n} polygons have no zone id, and are left out: {list}."), account, feedback)
    count = len(geometries)
    zones = Zones(
        list(geometries),
        [names[one] for one in geometries],
        list(geometries.values()),
        source.sourceCrs(),
        np.full(count, np.nan),
        [None] * count,
    )
    return Read(zones, [""] * count, unplaced, source.sourceName(), None)


def read_listed(algorithm, parameters, context, account, feedback) -> Read:
    """The zones that TABLE lists: the polygons of AREAS, joined by the zone of their code."""
    source = algorithm.source(parameters, "AREAS", context)
    code, people, regso = (
        algorithm.field(parameters, name, context) for name in ("AREA_CODE", "POPULATION", "REGSO_FIELD")
    )
    named = algorithm.field(parameters, "AREA_VINTAGE_FIELD", context)
    told_by = vintage_field(source, named)
    rows = read_rows(source, "AREAS", [one for one in (code, people, regso, told_by) if one], "", feedback)
    table = algorithm.source(parameters, "TABLE", context)
    zone_field, name_field, code_field = (
        algorithm.field(parameters, name, context) for name in ("TABLE_ZONE", "TABLE_NAME", "TABLE_CODE")
    )
    list_told = vintage_field(table, algorithm.field(parameters, "TABLE_VINTAGE_FIELD", context))
    columns = read_columns(
        table,
        "TABLE",
        list(dict.fromkeys(one for one in (zone_field, name_field, code_field, list_told) if one)),
        feedback,
    )
    areas = area_codes(
        rows.columns[code],
        code,
        "AREAS",
        rows.columns.get(told_by),
        declared(algorithm, parameters, "AREA_VINTAGE", context),
        account,
        feedback,
        named=bool(named),
        known=[one for one in read_codes(texts(columns[code_field])).code if one is not None],
    )
    zone = texts(columns[zone_field])
    codes = _listed_codes(algorithm, columns, code_field, list_told, areas, parameters, context, account, feedback)
    rows_of_list = [
        (one, level, own) for one, level, own in zip(codes.code, codes.level, zone) if one is not None and own
    ]
    try:
        regso_of = dict(zip(areas.codes, read_codes(texts(rows.columns[regso])).code)) if regso else None
        zoned = zones_of_areas(areas.codes, areas.level, rows_of_list, regso_of)
    except TwoZones as error:
        raise QgsProcessingException(
            tr("{n} codes of TABLE are listed in several zones: {list}. Each may be in one.").format(
                n=len(error.codes), list=listed(error.codes)
            )
        ) from error
    fids, found = read_geometries(source, "AREAS", feedback)
    ground = usable(fids, found, source.sourceCrs(), context.transformContext(), feedback)
    _say_unusable(ground, areas.codes, account, feedback)
    geometries = united(ground.geometries, zoned.zone, feedback)
    names = _names(zone, texts(columns[name_field]) if name_field else zone)
    counts = rows.counts(people, "AREAS") if people else np.full(len(zoned.zone), np.nan)
    zones = Zones(
        list(geometries),
        [names[one] for one in geometries],
        list(geometries.values()),
        source.sourceCrs(),
        np.array([counts[zoned.zone == one].sum() for one in geometries], float),
        [int((zoned.zone == one).sum()) for one in geometries],
    )
    unplaced = _unplaced(areas, zoned, account, feedback)
    return Read(
        zones,
        _regions(areas, zoned.zone, zones.ids, account, feedback),
        unplaced,
        table.sourceName(),
        (ground.geometries, source.sourceCrs()),
    )


def _listed_codes(algorithm, columns, field, told_by, areas: AreaCodes, parameters, context, account, feedback):
    """The codes of the list; DeSO and RegSO codes must be of the areas' vintage."""
    known = {one for one in areas.codes if one is not None}
    known |= {one[:digits] for one in known for digits in (2, 4)} if areas.level in (*VINTAGES, MUNICIPALITY) else set()
    codes = read_codes(texts(columns[field]), known)
    given = declared(algorithm, parameters, "TABLE_VINTAGE", context)
    for level in VINTAGES:
        if not (codes.level == level).any() or areas.level not in VINTAGES:
            continue
        with worded("TABLE", "AREAS"):
            told = told_vintages(columns.get(told_by), level, False)
            own = VINTAGES[level][VINTAGES[areas.level].index(areas.vintage)]
            found = {name for name in vintages_of(level, codes, told, given or vintage_of_field(level, field)) if name}
            if found != {own}:
                raise DifferentVintages(level, own, sorted(found - {own}))
    return codes


def _names(zones: Sequence, names: Sequence) -> dict[str, Optional[str]]:
    """The one name of each zone."""
    told: dict[str, set[str]] = {}
    for zone, name in zip(zones, names):
        if zone:
            told.setdefault(zone, set()).update({name} - {None, ""})
    several = sorted(zone for zone, found in told.items() if len(found) > 1)
    if several:
        raise QgsProcessingException(
            tr("{n} zones have several names: {list}. Give each zone one name, or one id per name.").format(
                n=len(several), list=listed(several)
            )
        )
    return {zone: next(iter(found), None) for zone, found in told.items()}


def _unplaced(areas: AreaCodes, zoned, account, feedback) -> list[tuple[str, str]]:
    lone = sorted(str(code) for code, zone in zip(areas.codes, zoned.zone) if zone is None)
    found = [(code, tr("TABLE names no zone for this area.")) for code in lone]
    _say_unplaced(found, tr("{n} areas are in no zone: {list}."), account, feedback)
    unused = [(code, tr("AREAS has no area of this code.")) for code in zoned.unused]
    _say_unplaced(unused, tr("{n} codes of TABLE name no area: {list}."), account, feedback)
    return found + unused


def _regions(areas: AreaCodes, zone, ids: Sequence[str], account, feedback) -> list[str]:
    if areas.level not in (DESO, REGSO, MUNICIPALITY, REGION):
        return [""] * len(ids)
    found = [sorted({code[:2] for code in areas.codes[zone == one]}) for one in ids]
    across = [one for one, regions in zip(ids, found) if len(regions) > 1]
    if across:
        text = tr(
            "{n} zones lie in several regions, and are kept with the region where most of their areas are: {list}."
        )
        account.say(feedback, text.format(n=len(across), list=listed(across)), warn=True)
    most = [Counter(code[:2] for code in areas.codes[zone == one]) for one in ids]
    return [min(counts, key=lambda region: (-counts[region], region)) for counts in most]


def tell_overlaps(zones: Zones, context, account, feedback) -> list[Overlap]:
    """Pairs of zones that cover the same land, told with how much."""
    found = overlaps(zones, context.transformContext(), feedback)
    if found:
        largest = sorted(found, key=lambda pair: (-pair.km2, pair.one, pair.other))[:_SHOWN_OVERLAPS]
        text = tr("{n} pairs of zones cover the same land, {km2} km² in all; people there are counted in both: {list}.")
        shown = ", ".join(f"{pair.one} – {pair.other} ({number(round(pair.km2, 3))} km²)" for pair in largest)
        account.say(
            feedback,
            text.format(n=len(found), km2=number(round(sum(pair.km2 for pair in found), 3)), list=shown),
            warn=True,
        )
    return found


def tell_uncovered(algorithm, read: Read, parameters, context, account, feedback) -> None:
    """How much of the areas' land no zone covers, and where."""
    if parameters.get("AREAS") in (None, ""):
        text = tr(
            "Without AREAS nothing says which land the zones should cover, so gaps between them are not looked for."
        )
        account.say(feedback, text)
        return
    source = algorithm.source(parameters, "AREAS", context)
    if read.areas is None:
        fids, found = read_geometries(source, "AREAS", feedback)
        geometries = usable(fids, found, source.sourceCrs(), context.transformContext(), feedback).geometries
    else:
        geometries = read.areas[0]
    left = uncovered(geometries, source.sourceCrs(), read.zones, context.transformContext(), feedback)
    rows = np.flatnonzero(left > 0)
    if len(rows):
        field = algorithm.field(parameters, "AREA_CODE", context)
        has = field and source.fields().indexFromName(field) >= 0
        codes = (
            texts(read_columns(source, "AREAS", [field], feedback)[field])
            if has
            else [str(row) for row in range(len(left))]
        )
        text = tr("{km2} km² of {n} areas are covered by no zone: {list}.")
        shown = listed(sorted(str(codes[row]) for row in rows))
        account.say(feedback, text.format(km2=number(round(left.sum(), 3)), n=len(rows), list=shown), warn=True)


def _say_unusable(ground, ids, account, feedback) -> None:
    for text, at in (
        (tr("{n} polygons are empty or cannot be drawn, and are left out: {list}."), ground.size <= 0),
        (tr("{n} polygons were not valid and have been repaired: {list}."), ground.repaired),
    ):
        if at.any():
            account.say(
                feedback,
                text.format(n=int(at.sum()), list=listed([str(ids[row]) for row in np.flatnonzero(at)])),
                warn=True,
            )


def _say_unplaced(found: Sequence[tuple[str, str]], text: str, account, feedback) -> None:
    if found:
        account.say(feedback, text.format(n=len(found), list=listed([code for code, _ in found])), warn=True)
