"""The checklist of a planremiss as a tree: functions, and the rules that each answers for."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QFont, QStandardItem, QStandardItemModel

from ...core.plans import codes
from ...core.plans.checklist import Rule
from ...i18n import tr
from ..plain_text import tip
from .dossier_reading import Dossier
from .symbols import sign
from .words import figure, function, spoken, word

RULE = Qt.ItemDataRole.UserRole
TITLE, VERDICT, VALUE, THRESHOLD, LAYER, LAYER_DATE = range(6)


class ChecksModel(QStandardItemModel):
    def show(self, dossier: Optional[Dossier]) -> None:
        self.clear()
        self.setHorizontalHeaderLabels(
            [tr("Rule"), tr("Verdict"), tr("Value"), tr("Threshold"), tr("Layer"), tr("Date of the layer")]
        )
        if dossier is None:
            return
        groups: dict[str, QStandardItem] = {}
        for rule in dossier.rules:
            if rule.department not in groups:
                groups[rule.department] = self._group(dossier, rule.department)
            groups[rule.department].appendRow(_row(dossier, rule))
        for group in groups.values():
            group.setText(f"{group.text()} ({group.rowCount()})")

    def place_of(self, rule_id: str) -> QModelIndex:
        for at in range(self.rowCount()):
            group = self.item(at)
            for row in range(group.rowCount()):
                if group.child(row).data(RULE) == rule_id:
                    return group.child(row).index()
        return QModelIndex()

    def _group(self, dossier: Dossier, department: str) -> QStandardItem:
        item = QStandardItem(function(dossier.checklist, department))
        font = QFont()
        font.setBold(True)
        item.setFont(font)
        item.setEditable(False)
        done = dossier.progress.get(department)
        asked = QStandardItem(tr("{n} of {m} settled").format(n=done.answered, m=done.asked) if done else "")
        asked.setEditable(False)
        self.appendRow([item, asked])
        return item


def verdict_of(dossier: Dossier, rule: Rule) -> str:
    """A rule that has not been run is not judged, never fine."""
    check = dossier.checks.get(rule.id)
    return check["verdict"] if check else codes.NOT_JUDGED


def counted(dossier: Dossier) -> str:
    """How many rules have each verdict, those that need a person first."""
    verdicts = [verdict_of(dossier, rule) for rule in dossier.rules]
    order = (codes.FAIL, codes.REMARK, codes.ERROR, codes.UNCLEAR, codes.NOT_JUDGED, codes.OK, codes.NOT_APPLICABLE)
    return ", ".join(f"{word('verdicts', one)} {verdicts.count(one)}" for one in order if one in verdicts)


def _row(dossier: Dossier, rule: Rule) -> list[QStandardItem]:
    check = dossier.checks.get(rule.id) or {}
    verdict = verdict_of(dossier, rule)
    title, words = dossier.filled(rule.title, spoken()), word("verdicts", verdict)
    if check.get("confirmed_by"):
        words = tr("{verdict}, confirmed").format(verdict=words)
    cells = [
        QStandardItem(sign(verdict), f"{rule.id} {title}"),
        QStandardItem(words),
        QStandardItem(figure(check.get("value"), check.get("unit"))),
        QStandardItem(check.get("threshold") or "–"),
        QStandardItem(check.get("layer") or "–"),
        QStandardItem(check.get("layer_date") or "–"),
    ]
    more = "\n".join(filter(None, (title, words, check.get("explanation"))))
    for cell in cells:
        cell.setEditable(False)
        cell.setData(rule.id, RULE)
        cell.setToolTip(tip(more))
        cell.setAccessibleDescription(words)
    return cells
