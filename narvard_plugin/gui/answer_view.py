"""The answer to a question: half a page that can be edited, copied and saved, and its printed map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsPrintLayout
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QTextDocument, QTextDocumentWriter
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from ..adapters.question_answers import Answer
from ..i18n import tr
from ..whole_files import made_whole
from .notice import ERROR, Notice
from .plain_text import tell


class AnswerView(QWidget):
    back = pyqtSignal()

    def __init__(self, window, parent=None):
        super().__init__(parent)
        self.iface = window
        self.answer: Answer | None = None
        self.layout_of_map: QgsPrintLayout | None = None
        self.notice = Notice()
        self.text = QTextEdit()
        self.text.setAcceptRichText(True)
        self.text.setAccessibleName(tr("Text of the answer"))
        self.copy, self.save = QPushButton(tr("Copy the text")), QPushButton(tr("Save the text…"))
        self.map, self.all = QPushButton(tr("Open the map page")), QPushButton(tr("All questions"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text.toPlainText()))
        self.save.clicked.connect(self._ask_where)
        self.map.clicked.connect(lambda: self.iface.openLayoutDesigner(self.layout_of_map))
        self.all.clicked.connect(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        layout.addWidget(self.text, 1)
        for pair in ((self.copy, self.save), (self.map, self.all)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            layout.addLayout(row)

    def show_answer(self, answer: Answer, layout: QgsPrintLayout | None) -> None:
        self.answer, self.layout_of_map = answer, layout
        self.notice.clear()
        self.text.setHtml(answer.html)
        self.map.setEnabled(layout is not None)

    def _ask_where(self) -> None:
        kinds = ";;".join((tr("OpenDocument text (*.odt)"), tr("Web page (*.html)"), tr("Plain text (*.txt)")))
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the text"), "", kinds)
        if path:
            self.save_as(path)

    def save_as(self, path: str) -> None:
        """As ODT, HTML or plain text by the ending of ``path``; without one as ODT."""
        path = path if Path(path).suffix else f"{path}.odt"
        document: QTextDocument = self.text.document()
        ending = Path(path).suffix.lower()
        try:
            with made_whole(Path(path)) as unfinished:
                if ending in (".html", ".htm", ".txt"):
                    text = document.toPlainText() if ending == ".txt" else document.toHtml()
                    unfinished.write_text(text, encoding="utf-8")
                elif not QTextDocumentWriter(str(unfinished), b"ODF").write(document):
                    raise OSError(path)
        except OSError as error:
            text = tr("{path} could not be written: {reason}. Choose another folder.")
            self.notice.say(ERROR, text.format(path=path, reason=error.strerror or error))
            return
        tell(self.iface, tr("Saved: {path}").format(path=path), Qgis.MessageLevel.Info)
