"""The sources: those that the plugin can fetch from, and whatever else the workspace says that its data come from."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, Optional

import pandas as pd
from qgis.PyQt.QtCore import QAbstractTableModel, Qt

from ..i18n import tr
from ..paths import bundled
from ..sources.register import Known, known_sources
from . import plain_text
from .icons import icon
from .language import language
from .session import Session

FRESH, AGEING, STALE, NEVER, UNRATED = "fresh", "ageing", "stale", "never", "unrated"
NAME, AGE, DATA_DATE, FETCHED, LICENCE = range(5)


class Source(NamedTuple):
    """``known`` None: a row of the workspace that no source of the register fed. Dates are ISO texts, "" = unknown."""

    known: Optional[Known]
    name: str
    publisher: str
    licence: str
    url: str
    data_date: str
    fetched: str
    age: str


class SourcesModel(QAbstractTableModel):
    """A source a row; its checkbox switches it off, which every fetch tool obeys."""

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self.sources: list[Source] = []
        session.snapshot_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.beginResetModel()
        snapshot = self._session.snapshot
        self.sources = sources_of(snapshot.sources if snapshot else None, date.today())
        self.endResetModel()

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self.sources)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Source"), tr("Age"), tr("Date of the data"), tr("Fetched"), tr("Licence"))[section]
        return None

    def flags(self, index):
        flags = super().flags(index)
        if index.column() == NAME and self.sources[index.row()].known is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        source, column = self.sources[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            day, fetched = source.data_date or tr("unknown"), source.fetched[:10] or "–"
            return (source.name, age_word(source.age), day, fetched, source.licence or tr("unknown"))[column]
        if role == Qt.ItemDataRole.DecorationRole and column == AGE and source.age != UNRATED:
            return icon(f"state_{source.age}")
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME and source.known is not None:
            off = self._session.settings.is_off(source.known.id)
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_text.tip(about(source))
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        source = self.sources[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or source.known is None:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self._session.choose(sources_off=self._session.settings.switched(source.known.id, on).sources_off)
        self.dataChanged.emit(index, index, [role])
        return True


def sources_of(rows: Optional[pd.DataFrame], today: date) -> list[Source]:
    """Known sources with the newest row that they fed the workspace with, then the workspace's other sources."""
    newest = _newest(rows) if rows is not None else {}
    found = [_of_known(known, newest.pop(known.id, None), today) for known in _known()]
    return found + [_of_row(row) for row in newest.values()]


def age_of(known: Known, fetched: str, today: date) -> str:
    """How the age of a copy is by the source's own limits: a source that changes yearly ages slowly."""
    if not fetched:
        return NEVER
    days = (today - datetime.fromisoformat(fetched[:10]).date()).days
    return STALE if days > known.stale_days else AGEING if days > known.ageing_days else FRESH


def age_word(age: str) -> str:
    return {
        FRESH: tr("fresh"),
        AGEING: tr("getting old"),
        STALE: tr("old"),
        NEVER: tr("never fetched"),
        UNRATED: tr("imported"),
    }[age]


def about(source: Source) -> str:
    """What a table has no room for."""
    fetched = tr("Fetched {day}").format(day=source.fetched[:10]) if source.fetched else ""
    licence = tr("Licence: {name}").format(name=source.licence) if source.licence else tr("Licence: unknown")
    lines = [source.name, source.publisher, source.url, " · ".join(filter(None, (fetched, licence)))]
    if source.known is not None:
        lines.append(source.known.note.get(language()) or source.known.note.get("en", ""))
        if not source.known.read:
            lines.append(tr("Not every fact about this source was read in the source itself."))
    return "\n".join(line for line in lines if line)


def _known() -> list[Known]:
    return list(known_sources().values()) if bundled("resources", "data", "sources.json").is_file() else []


def _newest(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The newest row by source id, or by name where no source of the register fed it."""
    rows = rows.fillna("").sort_values("fetched", kind="stable")
    return {row["source_id"] or row["name"]: row for _, row in rows.iterrows()}


def _of_known(known: Known, row: Optional[pd.Series], today: date) -> Source:
    name = known.name.get(language()) or known.name.get("en", known.id)
    day, fetched = ("", "") if row is None else (row["data_date"], row["fetched"])
    return Source(known, name, known.publisher, known.licence, known.url, day, fetched, age_of(known, fetched, today))


def _of_row(row: pd.Series) -> Source:
    return Source(
        None, row["name"], row["publisher"], row["licence"], row["url"], row["data_date"], row["fetched"], UNRATED
    )
