"""What an import of listings tells: hidden cells, codes and units that nobody knows, and sums that do not meet."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from qgis.core import QgsProcessingException

from ...adapters.reading import listed
from ...adapters.tables import texts
from ...adapters.vintages import say_padded, worded
from ...core.deso.vintage import VINTAGES, SeveralVintages, read_codes
from ...core.listings_import import FEW, Key, Row, Total, marks
from ...i18n import tr
from ...store.changes import Changes


def bare_codes(given: Sequence[str], areas: pd.DataFrame, account, feedback):
    """The codes (n) without suffix; codes of two vintages, which may name different land, stop the tool."""
    codes = read_codes([text or None for text in texts(given)], set(areas["area_code"]))
    for level, (older, _) in VINTAGES.items():
        here = codes.level == level
        named = {vintage for vintage in codes.suffix[here] if vintage}
        bare = any(vintage is None for vintage in codes.suffix[here])
        found = sorted(named | ({older} if bare and named else set()))  # SCB leaves the older vintage without a suffix
        if len(found) > 1:
            with worded("INPUT"):
                raise SeveralVintages(found)
        missing = named - set(areas["vintage"])
        if missing and len(areas):
            raise QgsProcessingException(
                tr("INPUT has area codes of the vintage {vintage}, but the workspace has areas of {others} only. Fetch the areas of {vintage} first, or carry the listings over with changevintage.")
                .format(vintage=", ".join(sorted(missing)), others=", ".join(sorted(set(areas["vintage"]))))
            )  # fmt: skip
    say_padded(codes, "INPUT", account, feedback)
    stripped = sum(vintage is not None for vintage in codes.suffix)
    if stripped:
        text = tr("{n} area codes had a vintage in their ending (such as _DeSO2025); the bare code is kept.")
        account.say(feedback, text.format(n=stripped))
    return codes.code


def say_areas(rows: Sequence[Row], known: set[str], account, feedback) -> set[str]:
    """The codes that the workspace's areas do not have; where it has none of them, the whole file may be another's."""
    codes = {row.key.area for row in rows}
    if not known:
        account.say(feedback, tr("The workspace has no areas yet, so the area codes were not checked."), warn=True)
        return set()
    strange = codes - known
    if codes and strange == codes:
        raise QgsProcessingException(
            tr("None of the {n} area codes is in the workspace's areas: {list}. Check AREA_FIELD, and that the areas are of the same level and vintage.")
            .format(n=len(codes), list=listed(sorted(strange)))
        )  # fmt: skip
    if strange:
        people = sum(row.told.number or 0 for row in rows if row.key.area in strange)
        text = tr(
            "{n} area codes, with {people} listed, are not in the workspace's areas (a neighbour's, or another vintage); they are kept: {list}."
        )
        text = text.format(n=len(strange), people=people, list=listed(sorted(strange)))
        account.say(feedback, text, warn=True)
    return strange


def say_units(rows: Sequence[Row], names: dict[str, str], account, feedback) -> list[str]:
    """The units that the workspace's facilities do not have."""
    strange = sorted({row.key.unit for row in rows} - set(names))
    if strange:
        people = sum(row.told.number or 0 for row in rows if row.key.unit in set(strange))
        text = tr(
            "{n} units, with {people} listed, are not among the workspace's facilities (a neighbour's, or another id); they are kept: {list}."
        )
        account.say(feedback, text.format(n=len(strange), people=people, list=listed(strange)), warn=True)
    return strange


def say_hidden(rows: Sequence[Row], minimum: int, account, feedback) -> None:
    found = marks(rows)
    few = found.pop(FEW, 0)
    if found:
        shown = ", ".join(tr("{n} written “{mark}”").format(n=n, mark=mark) for mark, n in found.most_common())
        text = tr(
            "{n} cells are hidden in the table: {list}. They are empty in the workspace with the status suppressed, not 0."
        )
        account.say(feedback, text.format(n=sum(found.values()), list=shown), warn=True)
    if few:
        text = tr(
            "{n} numbers over 0 and under {minimum} were hidden by the import, so that the workspace keeps nothing of so few people."
        )
        account.say(feedback, text.format(n=few, minimum=minimum), warn=True)
    missing = sum(row.told.number is None and not row.told.mark for row in rows)
    if missing:
        text = tr(
            "{n} cells are empty; they are kept as missing, not 0. Choose EMPTY_AS if they mean that nobody is listed."
        )
        account.say(feedback, text.format(n=missing), warn=True)


def say_totals(totals: Sequence[Total], account, feedback) -> None:
    """The sums that differ from capacity by more than hidden cells can hold."""
    compared = [one for one in totals if one.known is not None]
    if not compared:
        account.say(feedback, tr("No unit has a capacity of the kind listade in the workspace to compare with."))
        return
    odd = [one for one in compared if not one.explained]
    text = tr(
        "{n} units were compared with their capacity (listade): {same} are the same, {hidden} differ by what hidden cells can hold, {odd} by something else."
    )
    same = sum(one.difference == 0 for one in compared)
    hidden = sum(bool(one.difference and one.explained) for one in compared)
    account.say(feedback, text.format(n=len(compared), same=same, hidden=hidden, odd=len(odd)), warn=bool(odd))
    if odd:
        shown = [f"{one.unit} {one.difference:+.0f} ({one.day or tr('undated')})" for one in odd]
        text = tr("Listed less capacity, with the date of the capacity: {list}. Ask which of the two is right.")
        account.say(feedback, text.format(list=listed(shown)), warn=True)


def say_removed(changes: Changes, stored: dict[Key, tuple], rows: Sequence[Row], account, feedback) -> None:
    """What stood there and is gone, and units whose rows of the same day the table says nothing of."""
    if changes.removed:
        text = tr("{n} rows of the same units and dates are no longer in the table and were removed, such as {list}.")
        shown = listed([" – ".join(map(str, key)) for key in changes.sample["removed"]])
        account.say(feedback, text.format(n=changes.removed, list=shown), warn=True)
    told = {(row.key.unit, row.key.day) for row in rows}
    days = {day for _, day in told}
    silent = sorted({key.unit for key in stored if key.day in days and (key.unit, key.day) not in told})
    if silent:
        text = tr(
            "{n} units have rows of the same dates in the workspace and none in the table; theirs are left as they were: {list}."
        )
        account.say(feedback, text.format(n=len(silent), list=listed(silent)), warn=True)
