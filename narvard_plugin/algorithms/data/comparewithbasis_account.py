"""What a comparison with a frozen basis tells: files that were changed, which layer it is, and each field's sums."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from qgis.core import QgsProcessingException

from ...adapters.frozen_layers import GEOMETRY_COLUMN
from ...adapters.outputs import Column
from ...adapters.reading import listed
from ...core.basis import RESULT, FrozenFile, Manifest
from ...core.differences import CHANGED, Difference, plain
from ...i18n import tr
from ...store.frozen_basis import CHANGED as FILE_CHANGED
from ...store.frozen_basis import MISSING, UNTOLD, Problem


def say_problems(problems: Sequence[Problem], only: bool, account, feedback) -> None:
    """The files that are not as they were; they stop a comparison, and ``only`` a check tells them."""
    if not problems:
        account.say(feedback, tr("Every file is as it was frozen."))
        return
    words = {
        FILE_CHANGED: tr("Changed since they were frozen: {list}."),
        MISSING: tr("Missing: {list}."),
        UNTOLD: tr("Put there afterwards: {list}."),
    }
    told = [
        text.format(list=listed([one.file for one in problems if one.what == what]))
        for what, text in words.items()
        if any(one.what == what for one in problems)
    ]
    if not only:
        raise QgsProcessingException(
            tr("The basis is not as it was frozen, so nothing is compared with it. {problems} Take the folder back from the archive.").format(problems=" ".join(told))
        )  # fmt: skip
    for text in told:
        account.say(feedback, text, warn=True)


def say_registered(bases: pd.DataFrame, manifest: Manifest, checksum: str, account, feedback) -> None:
    """Whether the manifest is the one that the workspace noted; another one stops the tool."""
    own = bases[(bases["name"] == manifest.name) & (bases["reference"] == manifest.reference)]
    if not len(own):
        raise QgsProcessingException(
            tr("The workspace knows of no frozen basis {reference} {name}. Choose the workspace that it was frozen from, or leave WORKSPACE blank.")
            .format(reference=manifest.reference, name=manifest.name)
        )  # fmt: skip
    if own.iloc[0]["sha256"] != checksum:
        raise QgsProcessingException(
            tr("The manifest of {reference} {name} is not the one that was frozen: its checksum is {found}, but the workspace noted {noted}. Take the folder back from the archive.")
            .format(reference=manifest.reference, name=manifest.name, found=checksum, noted=own.iloc[0]["sha256"])
        )  # fmt: skip
    account.say(feedback, tr("The manifest is the one that the workspace noted when it was frozen."))


def chosen(manifest: Manifest, wanted: str, name: str, fields: Sequence[str]) -> FrozenFile:
    """The frozen layer that is compared with: the one ``wanted``, else of the same ``name``, else the only one with the same fields."""
    if wanted:
        found = [one for one in manifest.tables if wanted in (one.title, one.layer, one.file)]
    else:
        found = [one for one in manifest.tables if one.title == name]
        found = found or [one for one in manifest.tables if set(one.field_names) == set(fields)]
    if len(found) > 1:  # an input may have been frozen among the results, too
        found = [one for one in found if one.role == RESULT] or found
    if len(found) == 1:
        return found[0]
    known = listed([f"{one.title} ({one.file})" for one in manifest.tables])
    if not found:
        raise QgsProcessingException(
            tr("No frozen layer is called {name}. Choose LAYER among: {list}.").format(name=wanted or name, list=known)
        )
    raise QgsProcessingException(
        tr("Several frozen layers may be meant. Choose LAYER among: {list}.").format(list=known)
    )


def say_fields(before: Sequence[str], after: Sequence[str], account, feedback) -> None:
    gone, new = [name for name in before if name not in after], [name for name in after if name not in before]
    if gone:
        account.say(feedback, tr("Fields that only the frozen layer has: {list}.").format(list=listed(gone)), warn=True)
    if new:
        account.say(feedback, tr("Fields that only the later result has: {list}.").format(list=listed(new)), warn=True)


def summary(
    before: pd.DataFrame, after: pd.DataFrame, fields: Sequence[str], found: Sequence[Difference]
) -> list[list]:
    """Per field: changed rows, the largest difference and whose it is, and sums before and after where it holds numbers."""
    rows = []
    for field in fields:
        own = [one for one in found if one.what == CHANGED and one.field == field]
        sized = [one for one in own if one.amount is not None]
        largest = max(sized, key=lambda one: abs(one.amount), default=None)
        sums = [_sum(table[field]) if field != GEOMETRY_COLUMN else None for table in (before, after)]
        difference = None if None in sums else sums[1] - sums[0]
        whose = " – ".join(largest.key) if largest else None
        rows.append([field, len(own), largest.amount if largest else None, whose, *sums, difference])
    return rows


def _sum(values: pd.Series):
    numbers = [value for value in plain(values) if value is not None]
    if not numbers or any(isinstance(value, (str, bool)) for value in numbers):
        return None
    return float(sum(numbers))


def summary_columns() -> list[Column]:
    return [
        Column("field", "text", tr("Field")),
        Column("changed", "integer", tr("Changed rows")),
        Column("largest_difference", "real", tr("Largest difference")),
        Column("largest_id", "text", tr("Row of the largest difference")),
        Column("sum_before", "real", tr("Sum before")),
        Column("sum_after", "real", tr("Sum after")),
        Column("sum_difference", "real", tr("Difference of the sums")),
    ]
