"""An atlas's charts as drawings, with words for who cannot see them and for what has no value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...core.atlas.content import LINES, PYRAMID, REACH, Chart, Compared
from ...core.drawing.bars import Bars, Series, bars
from ...core.drawing.lines import Line, Lines, lines
from ...core.drawing.pyramid import Pyramid, pyramid
from ...core.drawing.ranked import Ranked, ranked
from ...core.plans.rows import one_line
from .shown import Shown, is_known

WIDTH = 420  # of a drawing, in its own units; half a page's width
_LONGEST_WORD, _LONGEST_LABEL = 20, 58  # letters of a name beside a bar
_ALL_TOLD = 16  # values that the words for the blind tell one by one
_MOST_GAPS = 8  # places without a value that are named


class Drawn(NamedTuple):
    """A chart's ``title`` with its unit, its ``svg``, what it shows in words (``alt``), and a ``note`` on gaps and marks."""

    title: str
    svg: str
    alt: str
    note: str


def drawn(chart: Chart, shown: Shown, own: str = "") -> Drawn:
    """The chart; ``own`` is the name of the area that a row of its own name is marked for."""
    unit = one_line(chart.unit)
    title = f"{one_line(chart.title)} ({unit})" if unit else one_line(chart.title)
    alt = shown.phrase("chart_alt", title=title, values=". ".join(_told(chart, shown)) + ".")
    notes = [_gaps(chart, shown)]
    if chart.mark and (chart.kind == PYRAMID or _bars_beside(chart)):
        notes.append(f"{one_line(chart.mark[0])}: {shown.value(chart.mark[1], chart.decimals, chart.unit)}.")
    kinds = {PYRAMID: _pyramid if len(chart.series) >= 2 else _bars, LINES: _lines, REACH: _reach}
    svg = kinds.get(chart.kind, _bars)(chart, shown, alt, own)
    return Drawn(title, svg, alt, " ".join(filter(None, notes)))


def compared_drawing(compared: Compared, shown: Shown, width: int = WIDTH) -> Drawn:
    """The regions' values as bars in order of size; the atlas's own region has an edge."""
    rows = shown.ranked(compared)
    chart = Chart(
        "bars", compared.label, compared.unit, [name for name, *_ in rows],
        {one_line(compared.label): [value for _, value, _ in rows]}, decimals=compared.decimals,
    )  # fmt: skip
    return drawn(chart, shown, shown.atlas.region_name)


def _bars_beside(chart: Chart) -> bool:
    return chart.kind not in (PYRAMID, LINES, REACH) and len(chart.series) != 1


def _values(values: Sequence) -> np.ndarray:
    return np.array([value if is_known(value) else np.nan for value in values], float)


def _bars(chart: Chart, shown: Shown, alt: str, own: str) -> str:
    names = [_name(label) for label in chart.labels]

    def write(value):
        return shown.value(value, chart.decimals) if is_known(value) else shown.words["no_value"]

    if len(chart.series) != 1:
        series = [Series(one_line(name), _values(values)) for name, values in chart.series.items()]
        return bars(Bars(alt, names, series, write, width=WIDTH))
    (values,) = map(_values, chart.series.values())
    notes = ["" if is_known(value) else shown.words["no_value"] for value in values]
    mark_name, mark = chart.mark or ("", np.nan)
    told = f"{one_line(mark_name)}: {shown.value(mark, chart.decimals, chart.unit)}" if chart.mark else ""
    chosen = list(chart.labels).index(own) if own in chart.labels else -1
    drawing = Ranked(
        alt, names, values, notes, write, target=mark, target_name=told, chosen=chosen, width=WIDTH,
    )  # fmt: skip
    return ranked(drawing).svg


def _pyramid(chart: Chart, shown: Shown, alt: str, own: str) -> str:
    (left_name, left), (right_name, right) = list(chart.series.items())[:2]
    return pyramid(
        Pyramid(
            alt, [_name(label) for label in chart.labels], _values(left), _values(right), one_line(left_name),
            one_line(right_name), lambda value: shown.value(value, _decimals(chart, value)), one_line(chart.unit),
            shown.words["no_value"], WIDTH,
        )
    )  # fmt: skip


def _lines(chart: Chart, shown: Shown, alt: str, own: str, **more) -> str:
    mark = (one_line(chart.mark[0]), chart.mark[1]) if chart.mark else None
    return lines(
        Lines(
            alt, [one_line(label) for label in chart.labels],
            [Line(one_line(name), _values(values)) for name, values in chart.series.items()],
            lambda value: shown.value(value, chart.decimals), **{"axis_name": one_line(chart.unit), "mark": mark,
            "not_from_zero": shown.words["not_from_zero"], "width": WIDTH, **more},
        )
    )  # fmt: skip


def _reach(chart: Chart, shown: Shown, alt: str, own: str) -> str:
    return _lines(chart, shown, alt, own, most=100.0, across_name=shown.words["minutes"])


def _decimals(chart: Chart, tick: float) -> int:
    """An axis in whole steps is written without decimals."""
    return 0 if float(tick).is_integer() else max(chart.decimals, 1)


def _name(label: str) -> str:
    """A label with its long words parted, and no longer than there is room for."""
    words = [
        "- ".join(word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD))
        for word in one_line(label).split()
    ]
    text = " ".join(words)
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"


def _told(chart: Chart, shown: Shown) -> list[str]:
    """What the chart shows: every value where they are few, else each series from its first to its last or its extremes."""
    few = sum(len(values) for values in chart.series.values()) <= _ALL_TOLD
    unit = chart.unit if chart.unit == "%" else ""  # any other stands in the title

    def write(value):
        return shown.value(value, chart.decimals, unit) if is_known(value) else shown.words["no_value"]

    found = []
    for name, values in chart.series.items():
        pairs = [(one_line(label), value) for label, value in zip(chart.labels, values)]
        known = [(label, value) for label, value in pairs if is_known(value)]

        if not known:
            found.append(shown.phrase("none_known", series=one_line(name)))
        elif few:
            found.append(f"{one_line(name)} – " + "; ".join(f"{label}: {write(value)}" for label, value in pairs))
        elif chart.kind in (LINES, REACH):
            (first_label, first), (last_label, last) = known[0], known[-1]
            key = "reach_told" if chart.kind == REACH else "first_last"
            found.append(shown.phrase(key, series=one_line(name), first=write(first), first_label=first_label,
                                      last=write(last), last_label=last_label))  # fmt: skip
        else:
            least, most = (choose(known, key=lambda pair: pair[1]) for choose in (min, max))
            found.append(shown.phrase("least_most", series=one_line(name), least=write(least[1]), least_label=least[0],
                                      most=write(most[1]), most_label=most[0]))  # fmt: skip
    return found


def _gaps(chart: Chart, shown: Shown) -> str:
    """The sentence that names what has no value; "" where all have."""
    several = len(chart.series) > 1
    gaps = [
        f"{one_line(label)} ({one_line(name)})" if several else one_line(label)
        for name, values in chart.series.items()
        for label, value in zip(chart.labels, values)
        if not is_known(value)
    ]
    if not gaps:
        return ""
    labels = ", ".join(gaps[:_MOST_GAPS])
    if len(gaps) > _MOST_GAPS:
        labels = shown.phrase("gap_more", labels=labels, number=str(len(gaps) - _MOST_GAPS))
    return shown.phrase("gap", labels=labels)
