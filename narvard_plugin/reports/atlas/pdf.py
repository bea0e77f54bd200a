"""An atlas as PDF: A4 pages with a contents of page numbers, a chapter's opening and a topic's pages, each with its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QPainter

from ...core.atlas.content import BOTH, CARE, HEALTH, Atlas, Chapter, Compared, Topic
from ...core.plans.rows import one_line, plain
from ..pdf import dots, pdf_writer
from .blocks import QUIET, WORSE, Beside, Boxed, Look, Rule, Space, Stack, Words
from .charts import compared_drawing, drawn
from .maps import WHOLE_PAGE, AtlasMaps
from .outline import Bookmark, with_outline
from .pages import WIDTH_MM, Flow, Running, draw_page
from .printed import Printed
from .shown import Shown

ACCENTS = {HEALTH: QColor("#17635a"), CARE: QColor("#08519c"), BOTH: QColor("#6a3d9a")}
_PLAIN = QColor("#08519c")
_GREY, _BAR = QColor("#ececec"), QColor("#8a8a8a")
_WIDTH = dots(WIDTH_MM)
_LEAD, _TEXT, _NOTE = Look(11.5), Look(9.2), Look(7.5, colour=QUIET)


def pdf_bytes(atlas: Atlas, maps: Optional[AtlasMaps] = None) -> bytes:
    """The atlas on pages; without ``maps`` it has none."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer, one_line(atlas.title))
    shown = Shown(atlas)
    book = _Book(atlas, maps, shown, writer)
    pages = book.pages()
    running = Running(
        one_line(atlas.region_name), shown.phrase("made", date=one_line(atlas.made)), one_line(atlas.title),
        shown.words["page_of"],
    )  # fmt: skip
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # few colours: half the size of a photograph
    for at, page in enumerate(pages, start=1):
        if at > 1:
            writer.newPage()
        draw_page(painter, page, at, len(pages), running)
    painter.end()
    buffer.close()
    return with_outline(bytes(kept), book.entries, atlas.language)


class _Book:
    """Lays an atlas out on pages."""

    def __init__(self, atlas: Atlas, maps: Optional[AtlasMaps], shown: Shown, device):
        self._atlas, self._maps, self._shown, self._device = atlas, maps, shown, device
        self._printed = Printed(shown, device)
        self.entries: list[Bookmark] = []  # of the whole book, once its pages are laid out

    def pages(self) -> list:
        """The cover, the contents and the chapters."""
        body = Flow()
        for chapter in self._atlas.chapters:
            self._chapter(body, chapter)
        if self._atlas.compared:
            self._compared(body)
        # The contents are as long whatever the numbers are: laid out once to count their pages, and then with numbers.
        before = len(self._front(body.entries).pages)
        self.entries = [entry._replace(page=entry.page + before) for entry in body.entries]
        return [*self._front(self.entries).pages, *body.pages]

    def _words(self, text: str, look: Look, after: float = 0.0, width: float = _WIDTH) -> Words:
        return Words(self._device, text, width, look, after)

    def _front(self, entries: Sequence[Bookmark]) -> Flow:
        flow = Flow()
        self._cover(flow)
        words, shown = self._shown.words, self._shown
        flow.page(words["contents"], _PLAIN)
        flow.add(self._words(words["contents"], Look(20, True), 4))
        for block in self._printed.contents(entries):
            flow.add(block)
        flow.add(Space(6))
        for heading, sentences in ((words["how_to_read"], words["reading"]), (words["about"], self._atlas.notes)):
            told = [self._words(plain(one), _TEXT, 1.5) for one in sentences]
            if told:
                flow.add(Stack([self._words(heading, Look(11, True), 1.5), told[0]]))
            for block in told[1:]:
                flow.add(block)
        flow.add(self._words(shown.words["printed_with"], _NOTE))
        return flow

    def _cover(self, flow: Flow) -> None:
        atlas, shown = self._atlas, self._shown
        flow.page("", _PLAIN, bare=True)
        flow.add(Rule(_WIDTH, _PLAIN, 4, 18))
        flow.add(self._words(shown.words["atlas"], Look(11, True, _PLAIN), 3))
        flow.add(self._words(one_line(atlas.title), Look(30, True), 5))
        flow.add(self._words(one_line(atlas.region_name), Look(15, True), 3))
        division = shown.phrase("division", division=one_line(atlas.division)) if atlas.division else ""
        for line in filter(None, (division, shown.phrase("made", date=one_line(atlas.made)))):
            flow.add(self._words(line, Look(11, colour=QUIET), 1))
        drawing = self._maps.locator(atlas, atlas.chapters[0]) if self._maps and atlas.chapters else None
        if drawing:
            flow.add(Space(8))
            flow.add(self._printed.picture(drawing, 110))

    def _chapter(self, flow: Flow, chapter: Chapter) -> None:
        self._opening(flow, chapter)
        waiting: list[Topic] = []  # topics without data, told where the next page begins
        for topic in chapter.topics:
            if self._shown.missing(topic):
                waiting.append(topic)
                continue
            self._topic(flow, chapter, topic, waiting)
            waiting = []
        if waiting:
            flow.page(one_line(chapter.name), ACCENTS[waiting[0].part])
            self._missing(flow, waiting)

    def _opening(self, flow: Flow, chapter: Chapter) -> None:
        shown, name = self._shown, one_line(chapter.name)
        glance = shown.glance(chapter)
        foot = self._printed.foot(shown.foot(chapter.topics)) if glance else None
        flow.page(name, _PLAIN, foot)
        flow.enter(0, name)
        flow.add(self._words(one_line(self._atlas.region_name), Look(9, True, _PLAIN), 1))
        flow.add(self._words(name, Look(24, True), 4))
        whole = shown.is_whole(chapter)
        drawing = self._maps.locator(self._atlas, chapter) if self._maps and not whole else None
        free = WIDTH_MM - 56 if drawing else WIDTH_MM
        told = [self._words(plain(one), _LEAD if at == 0 else _TEXT, 2.2, dots(free))
                for at, one in enumerate(chapter.summary)]  # fmt: skip
        summary = Stack(told)
        if drawing and summary.height < flow.room() / 2:
            flow.add(Beside([(0.0, summary), (dots(WIDTH_MM - 48), self._printed.picture(drawing, 48))]))
        else:
            for block in told:
                flow.add(block)
        if glance:
            flow.add(Space(4))
            for block in self._printed.glance(glance, chapter):
                flow.add(block)

    def _topic(self, flow: Flow, chapter: Chapter, topic: Topic, waiting: Sequence[Topic]) -> None:
        shown, printed = self._shown, self._printed
        accent, name, title = ACCENTS[topic.part], one_line(chapter.name), one_line(topic.title)
        again = [self._words(shown.phrase("continued", title=title), Look(11, True, QUIET), 3)]
        foot, rest = printed.foots(shown.foot([topic]))
        flow.page(name, accent, foot, again)
        self._missing(flow, waiting)
        part = self._words(f"{shown.words['parts'][topic.part]} · {name}", Look(8, True, accent), 0.8)
        flow.add(Stack([part, self._words(title, Look(17, True), 2.5)]))
        flow.enter(1, title)
        self._told(flow, chapter, topic)
        for block in printed.more_figures(topic, chapter):
            flow.add(block)
        charts = [drawn(chart, shown, chapter.name) for chart in topic.charts]
        for at in range(0, len(charts), 2):
            flow.add(printed.charts(charts[at : at + 2], flow.left))
        for table in topic.tables:
            for block in printed.table(table):
                flow.add(block)
        for block in rest:
            flow.add(block)

    def _told(self, flow: Flow, chapter: Chapter, topic: Topic) -> None:
        """The text, the map and the figures of a topic: the figures beside the map, or else beside the text."""
        printed = self._printed
        drawing = self._maps.topic_map(self._atlas, chapter, topic) if self._maps else None
        wide = topic.map in WHOLE_PAGE
        beside = drawing is not None and not wide
        side = printed.side_mm if beside else printed.half_mm
        figures = printed.figures(topic, chapter, side)
        narrow = bool(figures) and not beside
        width = dots(printed.half_mm) if narrow else _WIDTH
        text = [self._words(plain(one), _LEAD if at == 0 else _TEXT, 2, width) for at, one in enumerate(topic.text)]
        if narrow:
            self._side_by_side(flow, text, figures, WIDTH_MM - side)
        else:
            for block in text:
                flow.add(block)
        if drawing:
            map_blocks = [printed.map(drawing, chapter, topic, WIDTH_MM if wide else printed.map_mm)]
            if beside and figures:
                self._side_by_side(flow, map_blocks, figures, WIDTH_MM - side)
            else:
                flow.add(map_blocks[0])
        elif topic.map and self._maps:
            flow.add(self._words(self._shown.words["map_missing"], _NOTE))
        flow.add(Space(3))

    def _side_by_side(self, flow: Flow, left: Sequence, right: Sequence, offset_mm: float) -> None:
        """Both beside each other; one after the other where a page is too low for that."""
        pair = Beside([(0.0, Stack(left)), (dots(offset_mm), Stack(right))])
        for block in [pair] if pair.height <= flow.room() else [*left, *right]:
            flow.add(block)

    def _missing(self, flow: Flow, topics: Sequence[Topic]) -> None:
        """A grey box for each topic without data."""
        words = self._shown.words
        inside = _WIDTH - dots(8)
        for topic in topics:
            part = self._words(words["parts"][topic.part], Look(7.5, True, ACCENTS[topic.part]), 0.5, inside)
            title = self._words(one_line(topic.title), Look(11, True), 1, inside)
            told = self._words(f"{words['missing']}. {self._shown.missing(topic)}", Look(9), 0, inside)
            flow.add(Boxed(Stack([part, title, told]), _WIDTH, _GREY, _BAR))
            flow.enter(1, one_line(topic.title))
            flow.add(Space(5))

    def _compared(self, flow: Flow) -> None:
        words = self._shown.words
        again = [self._words(self._shown.phrase("continued", title=words["compared"]), Look(11, True, QUIET), 3)]
        flow.page(words["compared"], _PLAIN, self._printed.foot(self._shown.compared_foot()), again)
        flow.enter(0, words["compared"])
        flow.add(self._words(words["compared"], Look(24, True), 4))
        flow.add(self._words(words["compared_told"], _LEAD, 4))
        for compared in self._atlas.compared:
            self._one_compared(flow, compared)

    def _one_compared(self, flow: Flow, compared: Compared) -> None:
        """The drawing, the caution and the table of one measure, together where there is room."""
        shown, printed = self._shown, self._printed
        drawing = printed.chart(compared_drawing(compared, shown), 110)
        blocks = [drawing]
        if compared.caution:
            told = f"{shown.words['caution']}. {plain(compared.caution)}"
            box = Boxed(self._words(told, Look(9), 0, _WIDTH - dots(8)), _WIDTH, QColor("#fdf3ea"), WORSE, 2.0)
            blocks += [box, Space(3)]
        table = printed.table(shown.compared_table(compared), titled=False)
        whole = Stack([*blocks, *table, Space(7)])
        for block in [whole] if whole.height <= flow.room() else [*blocks, *table, Space(7)]:
            flow.add(block)
