"""What an import of facilities tells: sentences, and the tables of what was imported, rejected, doubled and unplaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...adapters.outputs import Column
from ...adapters.reading import listed
from ...core.facilities.coordinates import SYSTEMS
from ...core.facilities.reading import Facility
from ...core.figures import SPACES, Unreadable, read_number
from ...i18n import tr
from .facility_keep import KEPT, MERGED, SKIPPED, Kept, Twin
from .facility_places import INSIDE, NEAR, NEIGHBOUR, OUTSIDE, UNCHECKED_PLACE, UNPLACED, Checked

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WORDS = 12  # shown of unknown words


def harmless(text: str) -> str:
    """Text that a spreadsheet takes for text: what begins as a formula gets an apostrophe before it."""
    if not text.startswith(_FORMULA):
        return text
    try:
        read_number(SPACES.sub("", text).lstrip("+"))
    except Unreadable:
        return f"'{text}"
    return text


def without_apostrophe(text: str) -> str:
    """The text that ``harmless`` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def output_columns() -> list[Column]:
    return [
        Column("facility_id", "text", tr("Facility id")),
        Column("name", "text", tr("Name")),
        Column("type", "text", tr("Facility type")),
        Column("role", "text", tr("Role")),
        Column("huvudman", "text", tr("Principal (huvudman)")),
        Column("driftsform", "text", tr("Form of operation (driftsform)")),
        Column("operator", "text", tr("Operator")),
        Column("region", "text", tr("Region (county code)")),
        Column("municipality", "text", tr("Municipality (code)")),
        Column("opened", "integer", tr("Opened (year)")),
        Column("closed", "integer", tr("Closed (year)")),
        Column("source", "text", tr("Source")),
        Column("source_date", "text", tr("Date of the source")),
        Column("address", "text", tr("Address")),
        Column("postal_code", "text", tr("Postal code")),
        Column("locality", "text", tr("Postal town")),
        Column("placement", "text", tr("Place known by")),
        Column("source_id", "text", tr("Id in the source")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("place_status", "text", tr("How the place agrees with the areas")),
        Column("outside_m", "real", tr("Metres outside the areas")),
        Column("coordinates", "text", tr("Coordinates were read as")),
        Column("swapped", "flag", tr("North and east were swapped")),
        Column("row", "integer", tr("Row of the input")),
    ]


def output_row(one: Kept) -> list:
    checked = one.checked
    place = checked.facility.place if checked else None
    told = [one.values[column.name] for column in output_columns()[:18]]
    return [
        *told, one.fate, checked.status if checked else None, checked.distance if checked else None,
        place.code if place else None, place.swapped if place else None, checked.facility.row if checked else None,
    ]  # fmt: skip


def twin_columns() -> list[Column]:
    return [
        Column("facility_id", "text", tr("Facility id")),
        Column("name", "text", tr("Name")),
        Column("other_id", "text", tr("Id of the likely duplicate")),
        Column("other_name", "text", tr("Name of the likely duplicate")),
        Column("type", "text", tr("Facility type")),
        Column("distance_m", "real", tr("Metres between them")),
        Column("in_workspace", "flag", tr("The first stood in the workspace")),
        Column("done", "text", tr("What was done (kept, skipped, merged)")),
        Column("row", "integer", tr("Row of the input")),
    ]


def twin_row(twin: Twin) -> list:
    return [
        twin.facility_id, harmless(twin.name), twin.other_id, harmless(twin.other_name), twin.type, twin.distance,
        twin.in_workspace, twin.done, twin.row,
    ]  # fmt: skip


def unplaced_columns() -> list[Column]:
    return output_columns()[:3] + output_columns()[13:16] + [output_columns()[8]]


def unplaced_row(one: Kept) -> list:
    return [harmless(one.values[column.name]) if one.values[column.name] else None for column in unplaced_columns()]


def rejected_columns(header: Sequence[str]) -> list[Column]:
    """Row, sheet, reason and word, then the raw columns under their own headings."""
    columns = [
        Column("row", "integer", tr("Row of the input")),
        Column("sheet", "text", tr("Sheet")),
        Column("reason", "text", tr("Reason")),
        Column("word", "text", tr("What stood there")),
    ]
    taken = {"fid", "geom", *(column.name for column in columns)}
    for heading in header:
        name, number = heading or "column", 2
        while name.casefold() in taken:
            name, number = f"{heading or 'column'}_{number}", number + 1
        taken.add(name.casefold())
        columns.append(Column(name, "text", heading))
    return columns


def reason(problem: str) -> str:
    return {
        "no_name": tr("There is no name."),
        "no_type": tr("Nothing says the type. Fill in its column. Give TYPE, if all rows are of one."),
        "type": tr("The type is not known. Say what it means in TYPE_MAP, as word=type."),
        "types": tr("The type can mean several. Say which in TYPE_MAP, as word=type."),
        "id": tr("The HSA-id is missing or malformed: SE, ten digits, a hyphen, then capitals and digits."),
        "coordinates": tr("The coordinates are no numbers."),
        "half": tr("One of the two coordinates is missing."),
        "ambiguous": tr("The coordinates fit several reference systems. Choose CRS."),
        "local_zone": tr("The coordinates look like a local zone of SWEREF 99, of which there are many. Choose CRS."),
        "outside": tr("The coordinates lie outside Sweden in every reference system that is tried. Choose CRS, or correct them."),
        "far": tr("The place lies outside every area, and neither region nor municipality says why."),
        "closed": tr("It closes before it opens."),
        "contradicts": tr("Several rows have this id and tell different things."),
        "cells": tr("The row has more cells than there are headings, so nobody can say which is which."),
        "other_region": tr("It is in another region than those in ONLY_REGIONS."),
        "duplicate": tr("It is a likely duplicate, and DUPLICATES_AS says skip."),
        "unknown_facility": tr("There is no such facility among the imported ones or in the workspace."),
        "repeated": tr("The same row stands earlier in the table."),
        "service": tr("The service is not known."),
        "care_form": tr("The care form is not known."),
        "urgency": tr("It is neither acute nor planned."),
        "number": tr("A figure is not a number, is negative, or has decimals where a whole number stands."),
        "year": tr("The year is not possible."),
        "to_year": tr("It ends before it begins."),
        "kind": tr("The kind of capacity is not known."),
        "value": tr("There is no value."),
        "date": tr("The date is not written as 2024-12-31."),
    }[problem]  # fmt: skip


def say_rejected(refused: Sequence[tuple[str, int, str, str]], account, feedback) -> None:
    """Each reason with its rows, and the words that were not known with how often they stood there."""
    by_reason: dict[tuple[str, str], list] = {}
    for sheet, row, problem, word in refused:
        by_reason.setdefault((sheet, problem), []).append((row, word))
    for (sheet, problem), places in by_reason.items():
        text = tr("Rejected rows {list}: {reason}").format(
            list=listed([row for row, _ in places]), reason=reason(problem)
        )
        words = counted(word for _, word in places if problem not in ("contradicts", "far", "cells", "other_region"))
        text += " " + tr("What stood there: {words}.").format(words=words) if words else ""
        account.say(feedback, f"{sheet}: {text}" if sheet else text, warn=True)


def counted(words) -> str:
    """The most frequent words with their counts."""
    counts = Counter(word for word in words if word)
    shown = "; ".join(f"{word} ({count})" for word, count in counts.most_common(_WORDS))
    more = len(counts) - _WORDS
    return shown if more <= 0 else tr("{shown} … and {n} more").format(shown=shown, n=more)


def say_notes(notes: Mapping[str, list[tuple[int, str]]], account, feedback) -> None:
    """What was put right or left open, kind by kind, with rows."""
    texts = {
        "swapped": tr("{n} rows have north and east in each other's place; they were put right: rows {list}."),
        "padded": tr("{n} codes had lost their leading 0 and got it back."),
        "ownership": tr("{n} rows say of the owner what is not known here; huvudman and driftsform are left empty: {words}."),
        "ownership_open": tr("{n} rows do not tell both huvudman and driftsform, which are not guessed: {words}."),
        "huvudman": tr("{n} rows have a huvudman that is not known; it is left empty: {words}."),
        "driftsform": tr("{n} rows have a driftsform that is not known; it is left empty: {words}."),
        "region": tr("{n} rows have a region that is not known: {words}."),
        "municipality": tr("{n} rows have a municipality that is not known: {words}."),
        "other_county": tr("{n} rows have a municipality in another county than their region: {words}."),
        "opened": tr("{n} years of opening cannot be read and are left empty: {words}."),
        "closed": tr("{n} years of closing cannot be read and are left empty: {words}."),
        "source_date": tr("{n} dates of the source cannot be read and are left empty: {words}."),
        "service": tr("{n} services in cells are not known and were left out: {words}."),
        "capacity": tr("{n} figures of capacity cannot be read and were left out: {words}."),
        "nameless": tr("{n} objects have no name in OpenStreetMap; they are called by their type: {words}."),
        "wide_tag": tr("{n} objects have a tag that other clinics carry too, private ones among them: {words}. Look them over."),
    }  # fmt: skip
    for kind, places in notes.items():
        rows, words = listed([row for row, _ in places]), counted(word for _, word in places)
        text = texts[kind].format(n=len(places), list=rows, words=words)
        account.say(feedback, text, warn=True)


def say_systems(facilities: Sequence[Facility], account, feedback) -> None:
    """In which reference systems the coordinates were, since nobody wrote it in the file."""
    names = {
        "EPSG:3021": "RT 90 2,5 gon V",
        "EPSG:3006": "SWEREF 99 TM",
        "EPSG:4326": "WGS 84",
        "EPSG:3857": "Web Mercator",
    }
    counts = Counter(facility.place.code for facility in facilities if facility.place)
    if counts:
        shown = "; ".join(f"{names.get(code, code)} ({count})" for code, count in counts.most_common())
        several = len([code for code in counts if code in SYSTEMS]) > 1
        account.say(feedback, tr("Coordinates were read as {systems}.").format(systems=shown), warn=several)


def say_regions(regions: Sequence[str | None], own: str, account, feedback) -> None:
    """A file of a neighbour's facilities only may have been meant for another workspace."""
    others = Counter(region for region in regions if region and region != own)
    if others:
        shown = "; ".join(f"{region} ({count})" for region, count in sorted(others.items()))
        text = tr("{n} facilities are of other regions than the workspace's, {own}: {list}.")
        text = text.format(n=sum(others.values()), own=own, list=shown)
        account.say(feedback, text, warn=own not in regions)


def say_places(checked: Sequence[Checked], tolerance: float, account, feedback) -> None:
    """How the places agree with the areas, and every one that does not."""
    groups: dict[str, list[Checked]] = {}
    for one in checked:
        groups.setdefault(one.status, []).append(one)

    def ids(status):
        return listed([one.facility.facility_id for one in groups[status]])

    if INSIDE in groups:
        account.say(feedback, tr("{n} facilities lie inside the areas.").format(n=len(groups[INSIDE])))
    for status, text in (
        (NEAR, tr("{n} facilities lie outside every area but within {tolerance} m, as at a generalised coast; they are kept, by their own code or the nearest area: {list}.")),
        (OUTSIDE, tr("{n} facilities lie more than {tolerance} m outside every area; they are kept for their own municipality code. Check their coordinates: {list}.")),
        (NEIGHBOUR, tr("{n} facilities lie outside the areas and have a neighbour's region code; they are kept as the neighbour's: {list}.")),
        (UNPLACED, tr("{n} facilities have no coordinates. They are imported without a place; place them by hand with placefacility: {list}.")),
    ):  # fmt: skip
        if status in groups:
            text = text.format(n=len(groups[status]), tolerance=round(tolerance), list=ids(status))
            account.say(feedback, text, warn=True)
    if UNCHECKED_PLACE in groups:
        text = tr(
            "{n} places could not be checked against the region: neither REGION_AREAS nor the workspace has areas."
        )
        account.say(feedback, text.format(n=len(groups[UNCHECKED_PLACE])), warn=True)
    differ = [f"{one.facility.facility_id} ({one.other})" for one in checked if one.other]
    if differ:
        text = tr("{n} facilities lie in another area than their own code says, which is kept: {list}.")
        account.say(feedback, text.format(n=len(differ), list=listed(differ)), warn=True)


def say_twins(twins: Sequence[Twin], account, feedback) -> None:
    words = {
        KEPT: tr("{n} pairs of facilities have the same name and type near each other; both are kept: {list}."),
        SKIPPED: tr("{n} likely duplicates were left out: {list}."),
        MERGED: tr("{n} likely duplicates were merged into the earlier facility: {list}."),
    }
    for done, text in words.items():
        pairs = [f"{twin.facility_id} – {twin.other_id}" for twin in twins if twin.done == done]
        if pairs:
            account.say(feedback, text.format(n=len(pairs), list=listed(pairs)), warn=True)
