"""All that the page of scenarios shows, read from the workspace and the network file at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Optional

from .live_scenario import Basis, read_basis
from .scenario_edit import Row, Scenario, rows_of, scenarios_of


class Loaded(NamedTuple):
    """``chosen``: the scenario whose changes the ``rows`` are; "" where there is none."""

    basis: Basis
    scenarios: list[Scenario]
    chosen: str
    rows: list[Row]

    @property
    def scenario(self) -> Optional[Scenario]:
        return next((one for one in self.scenarios if one.name == self.chosen), None)


def read_scenario(workspace: str, network: str, wish: str, canceled: Callable[[], bool]) -> Loaded:
    """The scenario that is wished for, else the first."""
    known = scenarios_of(workspace)
    names = [one.name for one in known]
    chosen = wish if wish in names else (names[0] if names else "")
    rows = rows_of(workspace, chosen) if chosen else []
    return Loaded(read_basis(workspace, network, canceled), known, chosen, rows)
