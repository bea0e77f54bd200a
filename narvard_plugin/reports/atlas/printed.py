"""An atlas's tables, maps, charts and feet as blocks of a printed page."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtGui import QImage

from ...core.atlas.content import Chapter, Table, Topic
from ...core.plans.rows import one_line, plain
from ..pdf import dots
from .blocks import (
    BETTER,
    QUIET,
    RULE,
    TINT,
    WORSE,
    Beside,
    Boxed,
    Drawing,
    Look,
    Picture,
    Row,
    Rule,
    Space,
    Stack,
    Words,
)
from .charts import Drawn
from .legend import Group, Sign
from .maps import DPI, Map
from .outline import Bookmark
from .pages import HIGHEST_FOOT_MM, WIDTH_MM
from .shown import Figure, Foot, Shown

_HEAD, _CELL, _NUMBER = Look(7, True, QUIET), Look(8.5), Look(8.5, right=True)
_NOTE, _SMALL = Look(7, colour=QUIET), Look(7)
#: Signs that differ in shape as well as in colour.
_VERDICTS = {"better": ("●", BETTER), "worse": ("▲", WORSE), "": ("", QUIET)}
_COLUMNS = 3  # of legends, contents and feet
_SCALES = (1.0, 0.9, 0.8)  # of a chart
_GAP = 4.0  # mm between columns
_NARROW = 27.0  # mm of a table's column that is not made narrower


class Printed:
    """Makes blocks for a ``device``, in the words of ``shown``."""

    side_mm, map_mm, gap_mm = 70.0, 101.0, 8.0
    half_mm = (WIDTH_MM - gap_mm) / 2

    def __init__(self, shown: Shown, device):
        self._shown, self._device = shown, device

    def words(self, text: str, width_mm: float, look: Look, after: float = 0.0) -> Words:
        return Words(self._device, text, dots(width_mm), look, after)

    def picture(self, drawing: Map, width_mm: float) -> Picture:
        return Picture(drawing.png, dots(width_mm))

    def map(self, drawing: Map, chapter: Chapter, topic: Topic, width_mm: float) -> Stack:
        """The map, its legend under it and the line with its sources."""
        _, caption = self._shown.map_words(chapter, topic, drawing.layers)
        groups = list(drawing.legend)
        if drawing.ground:
            word, sign = drawing.ground
            groups.append(Group("", [Sign(self._shown.words[word], sign)]))
        parts = [self.picture(drawing, width_mm), Space(1.5)]
        for group in groups:
            parts += self._legend(group, width_mm)
        return Stack([*parts, self.words(caption, width_mm, _NOTE, 2)])

    def _legend(self, group: Group, width_mm: float) -> list:
        parts = [self.words(group.title, width_mm, Look(7.5, True), 0.5)] if group.title else []
        wide = (width_mm - _GAP * (_COLUMNS - 1)) / _COLUMNS
        longest = max((len(sign.label) for sign in group.signs), default=0)
        columns = _COLUMNS if longest < 26 else 2 if longest < 44 else 1
        wide = (width_mm - _GAP * (columns - 1)) / columns
        signs = [self._sign(sign, wide) for sign in group.signs]
        rows = -(-len(signs) // columns)
        for at in range(rows):  # down the columns, as a legend is read
            parts.append(Beside([(dots((wide + _GAP) * column), one) for column, one in enumerate(signs[at::rows])]))
        return [*parts, Space(0.8)]

    def _sign(self, sign: Sign, width_mm: float) -> Beside:
        if not sign.png:
            return Beside([(0.0, self.words(sign.label, width_mm, Look(7, True), 0.6))])
        wide = QImage.fromData(sign.png).width() * 25.4 / DPI * 0.75
        text = self.words(sign.label, max(width_mm - wide - 1.5, 5.0), _SMALL, 0.6)
        return Beside([(0.0, Picture(sign.png, dots(wide))), (dots(wide + 1.5), text)])

    def charts(self, drawings: Sequence[Drawn], room: float) -> Beside:
        """One or two charts beside each other, a little smaller where only so they have ``room`` (dots)."""
        offsets = (0.0, dots(self.half_mm + self.gap_mm))
        made = [
            Beside(list(zip(offsets, (self.chart(drawing, self.half_mm, scale) for drawing in drawings))))
            for scale in _SCALES
        ]
        return next((block for block in made if block.height <= room), made[0])

    def chart(self, drawing: Drawn, width_mm: float, scale: float = 1.0) -> Stack:
        """The title, the drawing and its note."""
        parts = [self.words(drawing.title, width_mm, Look(9, True), 1.5), Drawing(drawing.svg, dots(width_mm * scale))]
        if drawing.note:
            parts.append(self.words(drawing.note, width_mm, _NOTE))
        return Stack([*parts, Space(4)])

    def figures(self, topic: Topic, chapter: Chapter, width_mm: float) -> list:
        """The rows of a topic's key figures; none where it has none."""
        figures = self._shown.figures(topic, chapter)
        rows = self._figure_rows(figures.key, chapter, width_mm)
        return [*rows, self.words(figures.people, width_mm, _NOTE)] if figures.people else rows

    def more_figures(self, topic: Topic, chapter: Chapter) -> list:
        """The rows of the figures that are not key ones, in two columns."""
        more = self._shown.figures(topic, chapter).more
        if not more:
            return []
        half = -(-len(more) // 2)
        columns = [
            self._figure_rows(some, chapter, self.half_mm, small=True) for some in (more[:half], more[half:]) if some
        ]
        offsets = (0.0, dots(self.half_mm + self.gap_mm))
        pairs = [Beside([(offset, column[at]) for offset, column in zip(offsets, columns) if at < len(column)])
                 for at in range(len(columns[0]))]  # fmt: skip
        title = self.words(self._shown.words["more_figures"], WIDTH_MM, Look(9, True), 1)
        return [Stack([title, *pairs[:2]]), *pairs[2:], Space(4)]

    def _figure_rows(self, figures: Sequence[Figure], chapter: Chapter, width_mm: float, small: bool = False) -> list:
        """The head and a row per figure; ``small`` ones have their notes and verdicts in the line."""
        if not figures:
            return []
        whole = self._shown.is_whole(chapter)
        number = min(width_mm * (0.18 if small else 0.25), 36.0)
        words = self._shown.words
        names = [words["the_region"]] if whole else [words["here"], words["the_region"]]
        columns = [width_mm - len(names) * number, *[number] * len(names)]
        head = self._cells([words["figures"], *names], columns, _HEAD)
        head = Row(head, dots(width_mm), heavy=True)
        make = self._small_figure if small else self._figure
        return [head, *(Row(make(figure, columns, whole), dots(width_mm), head, tight=small) for figure in figures)]

    def _cells(self, texts: Sequence[str], columns: Sequence[float], look: Look) -> Beside:
        """A text per column; all but the first stand to the right."""
        cells = [self.words(text, columns[at] - 2, look._replace(right=at > 0)) for at, text in enumerate(texts)]
        return _placed(cells, columns)

    def _figure(self, figure: Figure, columns: Sequence[float], whole: bool) -> Beside:
        label = [self.words(figure.label, columns[0] - 2, _CELL)]
        if figure.note:
            label.append(self.words(figure.note, columns[0] - 2, _NOTE))
        strong = Look(10, True, right=True) if figure.known else Look(8, colour=QUIET, right=True)
        value = [self.words(figure.value, columns[1] - 2, strong)]
        if figure.verdict:
            value.append(self._verdict(figure, columns[1] - 2))
        cells = [Stack(label), Stack(value)]
        quiet = _NUMBER._replace(colour=QUIET)
        return _placed(cells if whole else [*cells, self.words(figure.region, columns[2] - 2, quiet)], columns)

    def _verdict(self, figure: Figure, width_mm: float) -> Words:
        sign, colour = _VERDICTS[figure.verdict]
        return self.words(f"{sign} {self._shown.words[figure.verdict]}", width_mm, Look(6.5, colour=colour, right=True))

    def _small_figure(self, figure: Figure, columns: Sequence[float], whole: bool) -> Beside:
        label = f"{figure.label} ({figure.note})" if figure.note else figure.label
        return self._cells([label, figure.value, *([] if whole else [figure.region])], columns, Look(7.3))

    def glance(self, glance: Sequence[tuple[Topic, Figure]], chapter: Chapter) -> list:
        """The first figure of each topic in a line of its own, under a heading."""
        whole, words = self._shown.is_whole(chapter), self._shown.words
        names = [one_line(chapter.name), one_line(self._shown.atlas.region_name)][: 1 if whole else 2]
        numbers = [27.0] if whole else [22.0, 14.0, 24.0]
        columns = [46.0, WIDTH_MM - 46.0 - sum(numbers), *numbers]
        heads = [words["glance_topic"], words["measure"], names[0], *(["", names[1]] if not whole else [])]
        head = Row(self._glance_cells(heads, columns, [_HEAD] * 5), dots(WIDTH_MM), heavy=True)
        rows = [
            Row(self._glanced(topic, figure, columns), dots(WIDTH_MM), head, tight=True) for topic, figure in glance
        ]
        return [Stack([self.words(words["glance"], WIDTH_MM, Look(11, True), 1), head, *rows[:1]]), *rows[1:]]

    def _glanced(self, topic: Topic, figure: Figure, columns: Sequence[float]) -> Beside:
        label = f"{figure.label} ({figure.note})" if figure.note else figure.label
        sign, colour = _VERDICTS[figure.verdict]
        verdict = f"{sign} {self._shown.words[figure.verdict]}" if sign else ""
        looks = [
            Look(8, colour=QUIET),
            _CELL,
            Look(9.5, True),
            Look(7.5, colour=colour),
            _NUMBER._replace(colour=QUIET),
        ]
        texts = [one_line(topic.title), label, figure.value, verdict, figure.region]
        return self._glance_cells(texts[: len(columns)], columns, looks)

    def _glance_cells(self, texts: Sequence[str], columns: Sequence[float], looks: Sequence[Look]) -> Beside:
        """A text per column; the value and the region's stand to the right."""
        cells = [
            self.words(text, columns[at] - 2, looks[at]._replace(right=at in (2, 4))) for at, text in enumerate(texts)
        ]
        return _placed(cells, columns)

    def table(self, table: Table, titled: bool = True) -> list:
        """The rows of a table, the first ones with its title; each knows the head that it stands under."""
        shown = self._shown.rows(table)
        widths, right = _columns(table, shown)
        offsets = [dots(sum(widths[:at])) for at in range(len(widths))]

        def row(cells, look, head=None, heavy=False):
            blocks = [self.words(cell, widths[at] - 3, look._replace(right=right[at])) for at, cell in enumerate(cells)]
            return Row(Beside(list(zip(offsets, blocks))), dots(sum(widths)), head, heavy)

        head = row([one_line(column) for column in table.columns], _HEAD, heavy=True)
        rows = [row(cells, _CELL, head) for cells in shown]
        title = [self.words(one_line(table.title), WIDTH_MM, Look(9, True), 1)] if titled else []
        note = [self.words(plain(table.note), WIDTH_MM, _NOTE)] if table.note else []
        return [Stack([*title, head, *rows[:1]]), *rows[1:], *note, Space(5)]

    def foot(self, foot: Foot) -> Stack:
        """Sources, uncertainty and what is not measured, beside each other."""
        wide = (WIDTH_MM - 6 - _GAP * (_COLUMNS - 1)) / _COLUMNS
        columns = [
            (dots(at * (wide + _GAP)), Stack(self._foot_column(heading, sentences, wide)))
            for at, (heading, sentences) in enumerate(self._foot_parts(foot))
        ]
        box = Boxed(Beside(columns), dots(WIDTH_MM), TINT, inside=2.5)
        return Stack([Rule(dots(WIDTH_MM), RULE, 0.25, 0), box])

    def foots(self, foot: Foot) -> tuple[Stack, list]:
        """The foot of a page and what has no room in it: a foot that is too high says its first sentences and the rest
        stands at the end of the topic."""
        block = self.foot(foot)
        if block.height <= dots(HIGHEST_FOOT_MM):
            return block, []
        short = Foot(*(list(sentences)[:2] for sentences in foot))
        rest = [part for heading, sentences in self._foot_parts(foot)
                for part in self._foot_column(heading, sentences, WIDTH_MM)]  # fmt: skip
        return self.foot(short), rest

    def _foot_parts(self, foot: Foot) -> list:
        words = self._shown.words
        return list(zip((words["sources"], words["uncertain"], words["not_measured"]), foot))

    def _foot_column(self, heading: str, sentences: Sequence[str], width_mm: float) -> list:
        return [self.words(heading, width_mm, Look(7, True), 0.5),
                *(self.words(one, width_mm, Look(6.8), 0.7) for one in sentences)]  # fmt: skip

    def contents(self, entries: Sequence[Bookmark]) -> list:
        """The chapters with their topics and the pages that they begin on."""
        chapters: list[list[Bookmark]] = []
        for entry in entries:
            if entry.level == 0:
                chapters.append([])
            chapters[-1].append(entry)
        return [self._contents_of(chapter) for chapter in chapters]

    def _contents_of(self, entries: Sequence[Bookmark]) -> Stack:
        first, *topics = entries
        parts = [self._line(first, WIDTH_MM, Look(10.5, True)), Space(0.6)]
        wide = (WIDTH_MM - _GAP * 2 * (_COLUMNS - 1)) / _COLUMNS
        lines = [self._line(topic, wide, Look(8.5, colour=QUIET)) for topic in topics]
        rows = -(-len(lines) // _COLUMNS)
        for at in range(rows):
            parts.append(
                Beside([(dots((wide + 2 * _GAP) * column), one) for column, one in enumerate(lines[at::rows])])
            )
        return Stack([*parts, Space(1.2), Rule(dots(WIDTH_MM), RULE, 0.2, 2.2)])

    def _line(self, entry: Bookmark, width_mm: float, look: Look) -> Beside:
        number = self.words(str(entry.page + 1), 12, look._replace(right=True))
        return Beside([(0.0, self.words(entry.title, width_mm - 14, look)), (dots(width_mm - 12), number)])


def _placed(cells: Sequence, columns: Sequence[float]) -> Beside:
    """The cells in columns so many millimetres wide, with the room between them before the numbers."""
    return Beside([(dots(sum(columns[:at]) + (2 if at else 0)), cell) for at, cell in enumerate(cells)])


def _columns(table: Table, rows: Sequence[Sequence[str]]) -> tuple[list[float], list[bool]]:
    """The columns' widths (mm) by their longest texts, and which of them are of numbers."""
    right = [all(at >= len(row) or not isinstance(row[at], str) for row in table.rows) and bool(rows)
             for at in range(len(table.columns))]  # fmt: skip
    wanted = []
    for at, column in enumerate(table.columns):
        longest = max((len(row[at]) for row in rows), default=0)
        word = max(map(len, one_line(column).split()), default=0)  # a head may stand in several lines
        wanted.append(max(1.85 * max(longest, word) + 4.5, 14.0))
    free = WIDTH_MM - sum(width for width in wanted if width <= _NARROW)
    wide = sum(width for width in wanted if width > _NARROW)
    if sum(wanted) <= WIDTH_MM:
        return wanted, right
    if free < _NARROW * sum(width > _NARROW for width in wanted):
        return [WIDTH_MM * width / sum(wanted) for width in wanted], right
    return [width if width <= _NARROW else free * width / wide for width in wanted], right
