"""Pages of A4 that blocks flow onto: a running head, and a foot that stands on every page of its topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen

from ..pdf import dots, text_font
from .blocks import QUIET, RULE, Space
from .outline import Bookmark

LEFT, RIGHT, TOP, BOTTOM = 16.0, 16.0, 22.0, 14.0  # mm
WIDTH_MM, _PAGE_MM, _HEIGHT_MM = 210.0 - LEFT - RIGHT, 210.0, 297.0
_HEAD_MM = 10.0
#: The most of a page that a foot may take; a higher one is told on pages of its own.
HIGHEST_FOOT_MM = 120.0


@dataclass
class Page:
    """What stands where (block, x, y in dots), with what stands in the head: the ``chapter``, and its part's ``accent``."""

    chapter: str
    accent: QColor
    items: list = field(default_factory=list)
    bare: bool = False  # without a head, as a cover is


class Flow:
    """Blocks one after the other, on as many pages as they need."""

    def __init__(self):
        self.pages: list[Page] = []
        self.entries: list[Bookmark] = []
        self._y = self._limit = 0.0
        self._foot = None
        self._again: Sequence = ()

    def page(self, chapter: str, accent: QColor, foot=None, again: Sequence = (), bare: bool = False) -> None:
        """Begin a page with this ``foot``; the blocks ``again`` stand first on each page that follows it."""
        self.pages.append(Page(chapter, accent, bare=bare))
        self._foot, self._again = foot, again
        self._y = dots(TOP)
        self._limit = dots(_HEIGHT_MM - BOTTOM)
        if foot is not None:
            self._limit -= foot.height
            self.pages[-1].items.append((foot, dots(LEFT), self._limit))
            self._limit -= dots(3)

    def enter(self, level: int, title: str) -> None:
        """Name what was put last in the contents."""
        self.entries.append(Bookmark(level, title, len(self.pages) - 1))

    def fits(self, block) -> bool:
        return block.height <= self.left

    @property
    def left(self) -> float:
        """How high a block may be that is to stand on this page, in dots."""
        return self._limit - self._y

    def room(self) -> float:
        """The height of a fresh page of this kind, in dots."""
        return self._limit - dots(TOP) - sum(block.height for block in self._again)

    def add(self, block) -> None:
        """Put the block below the last one; on a new page of the same kind where it has no room."""
        if isinstance(block, Space) and not self.fits(block):
            return  # room is for what follows on the same page
        if not self.fits(block) and self._y > dots(TOP):
            last = self.pages[-1]
            self.page(last.chapter, last.accent, self._foot, self._again)
            for again in self._again:
                self._put(again)
            head = getattr(block, "head", None)
            if head is not None:
                self._put(head)
        self._put(block)

    def _put(self, block) -> None:
        self.pages[-1].items.append((block, dots(LEFT), self._y))
        self._y += block.height


@dataclass(frozen=True)
class Running:
    """What stands on every page: the region, the day it was made, the title, and "page {page} of {pages}"."""

    region: str
    made: str
    title: str
    page_of: str


def draw_page(painter: QPainter, page: Page, number: int, pages: int, running: Running) -> None:
    """The page's blocks, and its head where it has one."""
    if not page.bare:
        _draw_head(painter, page, running, running.page_of.format(page=number, pages=pages))
    # From the top, so that a page's text is read in its order: its foot was put first.
    for block, x, y in sorted(page.items, key=lambda item: item[2]):
        block.draw(painter, x, y)


def _draw_head(painter: QPainter, page: Page, running: Running, number: str) -> None:
    where = QRectF(dots(LEFT), dots(_HEAD_MM), dots(WIDTH_MM), dots(5))
    painter.fillRect(QRectF(0, 0, dots(_PAGE_MM), dots(3)), page.accent)
    told = f"{running.region} · {page.chapter}" if page.chapter != running.region else running.region
    painter.setPen(QUIET)
    painter.setFont(text_font(8, bold=True))
    aside = f"{running.made} · {number}"
    free = where.width() - painter.fontMetrics().horizontalAdvance(aside) - dots(6)
    painter.drawText(
        where,
        int(Qt.AlignmentFlag.AlignLeft),
        painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(free)),
    )
    painter.setFont(text_font(8))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignRight), aside)
    painter.setPen(QPen(RULE, dots(0.2)))
    painter.drawLine(QPointF(where.left(), where.bottom() + dots(1)), QPointF(where.right(), where.bottom() + dots(1)))
