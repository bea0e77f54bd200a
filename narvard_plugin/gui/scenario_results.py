"""Who gains and who loses by a scenario: a sentence, a table by area type, and bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..adapters.live_scenario import Basis
from ..core.drawing.gains import Gains, gains
from ..core.scenarios.live import UNKNOWN, Answer, Group
from ..i18n import tr
from .chart import SvgView
from .fitting_table import FittingTable
from .language import shown
from .plain_text import plain_label

RIGHT = 0x0002 | 0x0080  # AlignRight and AlignVCenter, as the number that every Qt takes from a model


class _Column(NamedTuple):
    name: Callable[[], str]
    text: Callable[[Group], str]
    help: Callable[[], str]


def _change(name: str) -> Callable[[Group], str]:
    return lambda group: shown(group.measures[name].change)


def _minutes(group: Group) -> str:
    mean = group.measures["mean"]
    return f"{shown(mean.before, 1)} → {shown(mean.after, 1)}"


_COLUMNS = (
    _Column(lambda: tr("Area type"), lambda group: group_name(group), lambda: tr("The area type of where people live.")),
    _Column(lambda: tr("Nearer"), _change("gainers"), lambda: tr("People who get a shorter way.")),
    _Column(lambda: tr("Farther"), _change("losers"), lambda: tr("People who get a longer way.")),
    _Column(
        lambda: tr("Mean (min)"), _minutes, lambda: tr("Mean minutes before and after, over those who have reach both times.")
    ),
    _Column(
        lambda: tr("Person-hours"),
        lambda g: shown(g.measures["person_minutes"].change / 60, sign=True),
        lambda: tr("Change of everybody's time for one trip, one way; plus is longer."),
    ),
    _Column(
        lambda: tr("Over 30 min"),
        lambda g: f"{shown(g.far_before)} → {shown(g.far_after)}",
        lambda: tr("People with more than 30 minutes or without reach, before and after."),
    ),
    _Column(lambda: tr("People"), lambda g: shown(g.measures["population"].before), lambda: tr("Who live there.")),
)  # fmt: skip


def group_name(group: Group) -> str:
    if group.name == "all":
        return tr("Everybody")
    return tr("Not known") if group.name == UNKNOWN else tr("Type {n}").format(n=group.name)


class GroupsModel(QAbstractTableModel):
    """One row per area type, and everybody last."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._groups: list[Group] = []

    def show(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        self._groups = list(groups)
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section].name()
        return _COLUMNS[section].help() if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()].text(self._groups[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return RIGHT
        return None


class ResultsView(QWidget):
    """What an answer says; empty until there is one."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.model = GroupsModel(self)
        self.table = FittingTable(self.model, tr("Gainers and losers by area type"))
        self.chart = SvgView()
        self.notes = plain_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.summary, self.table, self.chart, self.notes):
            layout.addWidget(part)
        layout.addStretch()

    def show_answer(self, answer: Answer, about: str, notes: Sequence[str]) -> None:
        self.summary.setText(_summary(answer))
        self.model.show([*answer.groups, answer.everybody])
        label = tr("People who get nearer and farther, by area type")
        changed = any(group.measures[name].change for group in answer.groups for name in ("gainers", "losers"))
        self.chart.show_drawing((lambda width: _drawn(answer, label, width)) if changed else None, label)
        self.chart.setVisible(changed)
        self.notes.setText("\n".join([*notes, about]))


def _summary(answer: Answer) -> str:
    of, everybody = answer.everybody.measures, answer.everybody
    near, far = (f"<b>{shown(of[name].change)}</b>" for name in ("gainers", "losers"))
    said = [tr("{near} people get nearer and {far} farther.").format(near=near, far=far)]
    lost, gained = of["lost_reach"].change, of["gained_reach"].change
    if lost or gained:
        said.append(
            tr("{lost} lose reach altogether, {gained} gain it.").format(lost=shown(lost), gained=shown(gained))
        )
    said.append(
        tr("Mean travel time {before} → {after} minutes ({change}).").format(
            before=shown(of["mean"].before, 1),
            after=shown(of["mean"].after, 1),
            change=shown(of["mean"].change, 2, sign=True),
        )
    )
    said.append(
        tr("{hours} person-hours per trip for all together.").format(
            hours=shown(of["person_minutes"].change / 60, sign=True)
        )
    )
    said.append(
        tr("{before} → {after} people have more than 30 minutes or no reach.").format(
            before=shown(everybody.far_before), after=shown(everybody.far_after)
        )
    )
    return " ".join(said)


def _drawn(answer: Answer, label: str, width: int) -> str:
    groups = answer.groups
    gain, lose = ([group.measures[name].change for group in groups] for name in ("gainers", "losers"))
    names = [group_name(group) for group in groups]
    return gains(Gains(label, names, gain, lose, tr("nearer"), tr("farther"), shown, width))


def about(answer: Answer, basis: Basis, year: int) -> str:
    """What the figures stand for, and what they do not."""
    said = [
        tr("By car to the nearest of {before} facilities before and {after} after, in {year}.").format(
            before=len(answer.places_before.ids), after=len(answer.places_after.ids), year=year
        )
    ]
    if answer.places_after.without:
        said.append(tr("{n} facilities have no place and take no part.").format(n=len(answer.places_after.without)))
    if basis.people_elsewhere:
        said.append(
            tr("Only the own region's people are counted; {n} people of neighbours are not.").format(
                n=shown(basis.people_elsewhere)
            )
        )
    if answer.outcome.later:
        said.append(tr("{n} changes of later years are not in the figures.").format(n=answer.outcome.later))
    if basis.areas.kinds_from:
        said.append(
            tr("Area types of {year}; the data are of {date}.").format(
                year=basis.areas.kinds_from, date=basis.people_dated or "–"
            )
        )
    said.append(tr("One trip for everybody, one way; not how many trips people make, nor whether there is room."))
    return " ".join(said)
