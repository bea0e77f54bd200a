"""The source of imported facilities: how old it is, and its row in the table ``sources``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Optional

from ...adapters.reading import listed
from ...core.facilities.presets import Preset
from ...i18n import tr
from .facility_input import Given
from .facility_keep import Kept
from .source_row import note_source

_OLD_DAYS = 2 * 365


def say_age(kept: Sequence[Kept], account, feedback) -> None:
    """A register of two years ago tells of facilities that have moved and closed since."""
    today = date.today()
    dated = [(one.values["source_date"], one) for one in kept if one.checked is not None and one.values["source_date"]]
    old = [(day, one) for day, one in dated if (today - date.fromisoformat(day)).days > _OLD_DAYS]
    if old:
        oldest = min(day for day, _ in old)
        text = tr(
            "{n} facilities have a source of {date}, {years} years ago: units have opened, moved and closed since. Ask for a newer file before it is planned with."
        )
        years = (today - date.fromisoformat(oldest)).days // 365
        account.say(feedback, text.format(n=len(old), date=oldest, years=years), warn=True)
    later = [
        one.values["facility_id"] for day, one in dated if one.values["opened"] and one.values["opened"] > int(day[:4])
    ]
    if later:
        text = tr("{n} facilities opened after the date of their source, so that date cannot be right: {list}.")
        account.say(feedback, text.format(n=len(later), list=listed(later)), warn=True)
    undated = sum(one.checked is not None and not one.values["source_date"] for one in kept)
    if undated:
        text = tr("{n} facilities have no date of the source. Give SOURCE_DATE, so that others see how old they are.")
        account.say(feedback, text.format(n=undated), warn=True)


def keep_source(workspace, kept: Sequence[Kept], name: str, day: Optional[str], given: Given, preset: Preset, changes):
    """One row about the file in the table ``sources``; none when the same file is imported again and nothing changed."""
    dates = [one.values["source_date"] for one in kept if one.checked is not None and one.values["source_date"]]
    note_source(
        workspace,
        name,
        "facilities",
        given.sha256,
        changes,
        publisher=preset.publisher or None,
        licence=preset.licence or None,
        data_date=max(dates) if dates else day,
        row_count=sum(one.checked is not None for one in kept),
        source_id=preset.id,
        part=given.name,
        region=workspace.region,
        smallest_area="unit",
    )
