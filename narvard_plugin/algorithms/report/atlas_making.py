"""An atlas put together: its topics over all places, the chapters, the figures as a table, and other regions beside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from qgis.core import QgsMapLayer, QgsVectorLayer

from ... import catalogue
from ...adapters.atlas_ground import Ground, read_ground
from ...adapters.atlas_health import health_part
from ...core.atlas.content import TOPICS, Atlas, Chapter
from ...core.atlas.figures import Found
from ...core.atlas.places import split_small
from ...core.atlas.summary import summary
from ...core.atlas.table import Other, Row, compared, rows_of
from ...core.atlas.words import Words
from ...core.deso.small_numbers import MINIMUM
from ...paths import bundled
from ...reports.statement import region_name
from ...reports.templates import Templates
from .atlas_both import forecast, need_access, plans, targets
from .atlas_care import Asked, CarePart, waiting
from .atlas_maps import map_layers
from .children import Tools


class Wanted(NamedTuple):
    """What the atlas is of and about: the ``workspace``, ``division`` and ``only`` its codes; how it is ``asked``; ``horizons``; the
    table of ``rates`` (None = none), ``others`` regions beside, and the ``language``. ``today``: the day that lateness is told from."""

    workspace: str
    division: str
    only: Sequence[str]
    asked: Asked
    horizons: Sequence[int]
    rates: Optional[QgsVectorLayer]
    others: Sequence[Other]
    gaps: Sequence[str]
    language: str
    today: date


class Made(NamedTuple):
    """An ``atlas``, its figures as ``rows``, and what its maps are drawn from."""

    atlas: Atlas
    rows: Sequence[Row]
    layers: Mapping[str, Sequence[QgsMapLayer]]
    outlines: Mapping[str, bytes]


def words_of(language: str) -> Words:
    path = bundled("resources", "templates", "atlas", f"content_{language}.json")
    return Words(json.loads(path.read_text(encoding="utf-8")), language)


def _spoken(wanted: Wanted) -> Words:
    """The sentences, where primary care is called by the types that were asked for."""
    words = words_of(wanted.language)
    types = [getattr(catalogue.care().types[one].name, wanted.language) for one in wanted.asked.primary]
    if set(wanted.asked.primary) == {"vardcentral", "narmottagning"}:
        return words
    goal = words("goal.primary_of", types=f" {words('or')} ".join(words.inside(one) for one in types))
    return words.with_texts({"goal.primary": goal})


def make_atlas(wanted: Wanted, tools: Tools, progress: Callable[[float, str], None]) -> Made:
    """Raises `Cancelled`, and `QgsProcessingException` where there is nobody or no area to tell of."""
    words, templates = _spoken(wanted), Templates(wanted.language)
    progress(0, words("title.people"))
    ground = read_ground(
        wanted.workspace,
        wanted.division,
        wanted.only,
        lambda code: region_name(code, templates),
        tools.feedback.isCanceled,
    )
    found, care = _topics(ground, wanted, templates, tools, progress, words)
    shown = [
        0,
        *(at for at in range(1, ground.places.count) if not wanted.only or ground.places.codes[at] in wanted.only),
    ]
    made = wanted.today.isoformat()
    chapters = [
        Chapter(ground.places.codes[at], ground.places.names[at], [one.topic(at, words) for one in found],
                summary(ground.places, found, at, words))
        for at in shown
    ]  # fmt: skip
    atlas = Atlas(
        words("atlas.title", region=ground.region_name), ground.region, ground.region_name, words(f"division.{ground.division}"), made,
        wanted.language, chapters, compared(ground.places, found, wanted.others, words),
        [*_notes(ground, wanted, care, words), *wanted.gaps],
    )  # fmt: skip
    tools.ask()
    layers = map_layers(ground, care, wanted.asked.primary, words)
    return Made(atlas, rows_of(ground.places, found, shown, ground.division, made), layers, ground.outlines)


def _topics(
    ground: Ground, wanted: Wanted, templates: Templates, tools: Tools, progress, words: Words
) -> tuple[list[Found], CarePart]:
    """Every topic over all places, in the order of `TOPICS`; cancel is asked between them."""
    care = CarePart(ground, wanted.asked, tools, words)
    known = {one.key: one for one in health_part(ground, words)}
    labels = words.starting("measure.", "specialty.")
    makers: Mapping[str, Callable[[], Found]] = {
        "access": care.access,
        "services": care.services,
        "capacity": care.capacity,
        "waiting": lambda: waiting(ground, words, labels),
        "vulnerability": care.vulnerability,
        "need_access": lambda: need_access(ground, care, tools, words),
        "forecast": lambda: forecast(ground, care.layers, wanted.horizons, wanted.rates, tools, words),
        "plans": lambda: plans(ground, wanted.today, words, templates.words["kinds"], templates.words["case_statuses"]),
        "targets": lambda: targets(ground, care, list(known.values()), words),
    }
    for at, key in enumerate(makers):
        tools.ask()
        progress(10 + 70 * at / len(makers), words(f"title.{key}"))
        known[key] = makers[key]()
    return [known[key] for key in TOPICS], care


def _notes(ground: Ground, wanted: Wanted, care: CarePart, words: Words) -> list[str]:
    """What was left out of the whole, and why."""
    places, said = ground.places, [words("gap.neighbours")]
    outside = float(places.people[places.member == 0].sum())
    if outside:
        few = outside < MINIMUM
        said.append(words("gap.few_no_area") if few else words("gap.no_area", people=words.about(outside)))
    split = split_small(places.member, places.people, ground.points["small"].to_numpy(), len(places.small))
    if len(split):
        said.append(words.many("gap.split", len(split)))
    if wanted.only:
        said.append(words("gap.only"))
    return [*said, *care.gaps]
