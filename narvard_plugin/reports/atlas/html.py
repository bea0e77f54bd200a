"""An atlas as one web page with its maps and charts in itself: it fetches nothing and needs no script."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Optional

from qgis.PyQt.QtGui import QImage

from ...core.atlas.content import Atlas, Chapter, Compared, Table, Topic
from ...core.plans.rows import one_line, plain
from ..document import Trusted
from .charts import compared_drawing, drawn
from .legend import Group
from .maps import WHOLE_PAGE, AtlasMaps, Map
from .shown import Shown

_SIGN_SCALE = 200 / 110  # a sign's pixels per pixel of the page


def html_bytes(atlas: Atlas, maps: Optional[AtlasMaps] = None) -> bytes:
    """The atlas as a page; without ``maps`` it has none."""
    page = _Page(atlas, maps)
    return page.filled().encode("utf-8")


class _Page:
    """The values of the page's template."""

    def __init__(self, atlas: Atlas, maps: Optional[AtlasMaps]):
        self._atlas, self._maps = atlas, maps
        self._shown = Shown(atlas)

    def filled(self) -> str:
        atlas, shown = self._atlas, self._shown
        values = {
            "title": one_line(atlas.title),
            "style": Trusted(shown.templates.style("page.css")),
            "region_name": one_line(atlas.region_name),
            "division": shown.phrase("division", division=one_line(atlas.division)) if atlas.division else "",
            "made": shown.phrase("made", date=one_line(atlas.made)),
            "locator": self._locator(atlas.chapters[0]) if atlas.chapters else None,
            "notes": [plain(note) for note in atlas.notes],
            "chapters": [self._chapter(at, chapter) for at, chapter in enumerate(atlas.chapters, start=1)],
            "compared_foot": shown.compared_foot(),
            "compared": [self._compared(one) for one in atlas.compared],
        }
        return shown.templates.fill("page.html", values)

    def _chapter(self, at: int, chapter: Chapter) -> dict:
        shown = self._shown
        name, ident = one_line(chapter.name), f"chapter-{at}"
        whole = shown.is_whole(chapter)
        glance = [
            {"id": f"{ident}-{topic.key}", "title": one_line(topic.title), "figure": figure}
            for topic, figure in shown.glance(chapter)
        ]
        return {
            "id": ident,
            "name": name,
            "whole": whole,
            "summary": [plain(one) for one in chapter.summary],
            "glance": glance,
            "foot": shown.foot(chapter.topics),
            "locator": None if whole else self._locator(chapter),
            "parts": [self._part(ident, chapter, key, list(some)) for key, some in groupby(chapter.topics, _part_of)],
            "back": shown.phrase("to_chapter", name=name),
        }

    def _part(self, chapter_id: str, chapter: Chapter, key: str, topics: Sequence[Topic]) -> dict:
        words = self._shown.words
        return {
            "id": f"{chapter_id}-part-{key}",
            "key": key,
            "title": words["parts"][key],
            "told": words["parts_told"][key],
            "topics": [self._topic(f"{chapter_id}-{topic.key}", chapter, topic) for topic in topics],
        }

    def _topic(self, ident: str, chapter: Chapter, topic: Topic) -> dict:
        shown = self._shown
        missing = shown.missing(topic)
        drawing = self._maps.topic_map(self._atlas, chapter, topic) if self._maps and not missing else None
        name, title = one_line(chapter.name), one_line(topic.title)
        return {
            "id": ident,
            "title": title,
            "missing": missing,
            "text": [plain(one) for one in topic.text],
            "own_name": name,
            "whole": shown.is_whole(chapter),
            "figures": shown.figures(topic, chapter),
            "columns_of_more": _halves(shown.figures(topic, chapter).more),
            "figures_caption": shown.phrase("figures_of", name=name, topic=title),
            "map": self._map(drawing, topic.map in WHOLE_PAGE, *shown.map_words(chapter, topic, drawing.layers))
            if drawing
            else None,
            "map_missing": bool(topic.map) and self._maps is not None and drawing is None,
            "charts": [_chart(drawn(chart, shown, chapter.name)) for chart in topic.charts],
            "tables": [self._table(table) for table in topic.tables],
            "foot": shown.foot([topic]),
        }

    def _map(self, drawing: Map, wide: bool, alt: str, caption: str) -> dict:
        groups = [_group(group) for group in drawing.legend]
        if drawing.ground:
            word, sign = drawing.ground
            groups.append({"title": "", "signs": [_sign(self._shown.words[word], sign)]})
        return {
            "address": _address(drawing.png),
            "width": drawing.width,
            "height": drawing.height,
            "alt": alt,
            "caption": caption,
            "legend": groups,
            "wide": wide,
        }

    def _locator(self, chapter: Chapter) -> Optional[dict]:
        drawing = self._maps.locator(self._atlas, chapter) if self._maps else None
        alt = self._shown.phrase("locator_alt", name=one_line(chapter.name))
        return self._map(drawing, False, alt, alt) if drawing else None

    def _table(self, table: Table) -> dict:
        numeric = [all(not isinstance(row[at], str) for row in table.rows if at < len(row))
                   for at in range(len(table.columns))]  # fmt: skip
        return {
            "title": one_line(table.title),
            "columns": [one_line(column) for column in table.columns],
            "rows": self._shown.rows(table),
            "numeric": numeric,
            "note": plain(table.note),
        }

    def _compared(self, compared: Compared) -> dict:
        drawing = compared_drawing(compared, self._shown)
        return {
            **_chart(drawing),
            "table": self._table(self._shown.compared_table(compared)),
            "caution": plain(compared.caution),
        }


def _halves(rows: Sequence) -> list[Sequence]:
    """The rows as two lists to stand beside each other; none where there are none."""
    half = -(-len(rows) // 2)
    return [some for some in (rows[:half], rows[half:]) if some]


def _part_of(topic: Topic) -> str:
    return topic.part


def _chart(drawing) -> Mapping:
    return {"title": drawing.title, "svg": Trusted(drawing.svg), "note": drawing.note}


def _group(group: Group) -> dict:
    return {"title": group.title, "signs": [_sign(sign.label, sign.png) for sign in group.signs]}


def _sign(label: str, png: bytes) -> dict:
    if not png:
        return {"label": label, "address": ""}
    size = QImage.fromData(png).size() / _SIGN_SCALE
    return {"label": label, "address": _address(png), "width": size.width(), "height": size.height()}


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
