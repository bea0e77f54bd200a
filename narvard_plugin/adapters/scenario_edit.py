"""A scenario of the workspace as it is edited: read, stored in one transaction, and never over what another has stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd

from ..i18n import tr
from ..store.register import TABLES
from ..store.workspace import Workspace, open_workspace

TOOL = "scenario"  # what the audit calls it
CHANGES, SCENARIOS = "scenario_changes", "scenarios"

#: One row of the table scenario_changes: what it says, by column; columns it says nothing of are left out.
Row = Mapping[str, object]


class EditRefused(ValueError):
    """Why a scenario could not be stored, as a sentence for the user; nothing was changed."""


class Scenario(NamedTuple):
    """``year``: the year that it shows, None where nobody has said."""

    name: str
    description: str
    year: Optional[int]


def scenarios_of(workspace: str) -> list[Scenario]:
    with open_workspace(workspace, writable=False) as opened:
        rows = opened.read(SCENARIOS).to_dict("records")
    return [
        Scenario(row["scenario"], row["description"] or "", None if pd.isna(row["year"]) else int(row["year"]))
        for row in rows
    ]


def rows_of(workspace: str, scenario: str) -> list[Row]:
    """The changes of a scenario, in the order in which they were made."""
    with open_workspace(workspace, writable=False) as opened:
        return _own(opened, scenario)


def store_rows(workspace: str, scenario: str, expected: Sequence[Row], rows: Sequence[Row]) -> None:
    """Let the scenario have the changes ``rows``, in one transaction.

    Raises `EditRefused` where its changes are no longer ``expected``: someone else has stored others meanwhile.
    """
    with open_workspace(workspace, tool=TOOL) as opened, opened.transaction():
        if not _same(_own(opened, scenario), expected):
            raise EditRefused(
                tr("The scenario {name} was changed by someone else meanwhile. Nothing of theirs was overwritten; it is read again, and your last step is left out.")
                .format(name=scenario)
            )  # fmt: skip
        opened.refresh(CHANGES, _frame(rows, scenario), within={"scenario": [scenario]})


def create_scenario(workspace: str, name: str, year: int, description: str = "") -> None:
    """A scenario without changes."""
    with open_workspace(workspace, tool=TOOL) as opened, opened.transaction():
        _refuse_taken(opened, name)
        made = {"scenario": name, "description": description or None, "year": year, "created": _now()}
        opened.write(SCENARIOS, pd.DataFrame([made]))


def copy_scenario(workspace: str, name: str, new: str, year: Optional[int] = None) -> None:
    """As the tool Copy a scenario: all its changes under a ``new`` name, or nothing."""
    with open_workspace(workspace, tool=TOOL) as opened, opened.transaction():
        _refuse_taken(opened, new)
        known = opened.read(SCENARIOS)
        made = known[known["scenario"] == name].assign(scenario=new, based_on=name, created=_now())
        if made.empty:
            raise EditRefused(tr("The workspace has no scenario called {name}.").format(name=name))
        opened.write(SCENARIOS, made if year is None else made.assign(year=year))
        opened.write(CHANGES, _frame(_own(opened, name), new))


def _refuse_taken(opened: Workspace, name: str) -> None:
    if not name.strip():
        raise EditRefused(tr("The scenario needs a name."))
    if name in opened.read(SCENARIOS)["scenario"].tolist():
        raise EditRefused(
            tr("There is already a scenario called {name}. Choose another name; nothing was changed.").format(name=name)
        )


def _own(opened: Workspace, scenario: str) -> list[Row]:
    rows = opened.read(CHANGES)
    return [_told(row) for row in rows[rows["scenario"] == scenario].to_dict("records")]


def _told(row: Mapping) -> Row:
    """What the row says; whole numbers as such, and without the scenario's name, so that copies are alike."""
    found = {}
    for name, value in row.items():
        if name in ("scenario", "fid") or value is None or value == "" or value != value:
            continue
        found[name] = int(value) if name == "year" else value
    return found


def _same(one: Sequence[Row], other: Sequence[Row]) -> bool:
    return [_told(row) for row in one] == [_told(row) for row in other]


def _frame(rows: Sequence[Row], scenario: str) -> pd.DataFrame:
    columns = [column.name for column in TABLES[CHANGES].columns if column.name != "scenario"]
    frame = pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=columns)
    return frame.assign(scenario=scenario)


def _now() -> pd.Timestamp:
    return pd.Timestamp.now(tz="UTC")
