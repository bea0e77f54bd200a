"""What the dock's pages share: the chosen workspace, region, horizon and facility, each with a signal when it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import catalogue
from .. import settings as stored
from ..adapters.facility_index import Wanted
from ..adapters.workspace_snapshot import Snapshot

NOW = "now"
HORIZONS = (NOW, "2030", "2040", "2050")


class Session(QObject):
    """The choices are remembered in the settings as they are made; `facility` and `scenario` last as long as the window."""

    changed = pyqtSignal()  # workspace, region, neighbours or horizon
    data_changed = pyqtSignal()  # what the workspace holds: it has to be read again
    snapshot_changed = pyqtSignal()  # it has been read, or there is none any more
    facility_changed = pyqtSignal(str)
    scenario_changed = pyqtSignal(str)
    scenario_change_wanted = pyqtSignal(str, str)  # facility id and one of SCENARIO_ACTIONS
    told = pyqtSignal(str, int)  # a sentence for the message area, and a Qgis.MessageLevel

    def __init__(self, parent=None):
        super().__init__(parent)
        self.settings = stored.load()
        self.facility = ""
        self.scenario = ""
        #: The workspace as it was last read; None until then.
        self.snapshot: Optional[Snapshot] = None

    @property
    def year(self) -> int:
        """The horizon as a year; now is the year that it is."""
        return date.today().year if self.settings.horizon == NOW else int(self.settings.horizon)

    @property
    def region(self) -> str:
        """The chosen region, else the one whose register the workspace is."""
        return self.settings.region or (self.snapshot.region if self.snapshot else "")

    @property
    def regions(self) -> Optional[frozenset]:
        """The chosen region and, where they are to be shown, its neighbours; None = everywhere.

        A region that is none of the 21, as the sample county, has whatever stands in the workspace as neighbours.
        """
        if not self.region:
            return None
        if not self.settings.neighbours:
            return frozenset((self.region,))
        known = catalogue.regions().regions.get(self.region)
        beside = known.neighbours if known else (self.snapshot.regions if self.snapshot else ())
        return frozenset((self.region, *beside))

    def wanted(self) -> Wanted:
        """The facilities of region and horizon, with no filter."""
        return Wanted(self.year, self.regions)

    def choose(self, **choices) -> None:
        """Change some fields of the settings, remember them, and tell."""
        chosen = replace(self.settings, **choices)
        if chosen != self.settings:
            stored.save(chosen)
            self.settings = chosen
            self.changed.emit()

    def hold(self, snapshot: Optional[Snapshot]) -> None:
        self.snapshot = snapshot
        self.snapshot_changed.emit()

    def select_facility(self, facility_id: str) -> None:
        if facility_id != self.facility:
            self.facility = facility_id
            self.facility_changed.emit(facility_id)

    def select_scenario(self, name: str) -> None:
        if name != self.scenario:
            self.scenario = name
            self.scenario_changed.emit(name)
