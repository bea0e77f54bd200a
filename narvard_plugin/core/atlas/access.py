"""How long people travel to care, by mode: shares within so many minutes, median, and those out of reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..access.response import Coverage, coverage
from ..deso.small_numbers import MINIMUM
from .content import REACH, Chart, Origin, Table
from .figures import Figure, Found, counted, nothing, plain_value, shares
from .places import Places
from .words import Words

LIMITS = (10, 20, 30)
#: What stands on the page itself; the table beside holds the rest.
_SHOWN = (
    "primary.car.share_20", "primary.car.median", "primary.car.p90", "primary.transit.share_30", "hospital.car.median",
    "emergency.car.median", "ambulance.emergency.median",
)  # fmt: skip
#: The part of the people without a way there from which "half" must say of whom.
_SOME = 0.01
CURVE = tuple(range(5, 65, 5))


class Travel(NamedTuple):
    """Travel of the own region's points (n) to the nearest of one ``goal`` by one ``mode``: ``minutes`` (inf = not reached),
    ``crosses`` (n bool: the nearest lies in another region; None where nobody knows). ``note``: settings it hangs on."""

    goal: str
    mode: str
    minutes: np.ndarray
    crosses: Optional[np.ndarray] = None
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.goal}.{self.mode}"


def covered(places: Places, minutes: np.ndarray, limits: Sequence[float]) -> list[Coverage]:
    """Per place what `coverage` says of its points."""
    return [coverage(minutes[places.of(at)], places.people[places.of(at)], limits) for at in range(places.count)]


def access_topic(
    places: Places, travels: Sequence[Travel], gaps: Sequence[str], date: str, words: Words, origins: Sequence[Origin]
) -> Found:
    """Access by goal and mode. ``gaps``: sentences on what could not be asked (no network, no timetable …)."""
    if not travels:
        return nothing("access", places.count, " ".join(gaps) or words("missing.access"), words, origins)
    figures, found = [], {}
    for travel in travels:
        found[travel.key] = covered(places, travel.minutes, LIMITS)
        figures += _figures(travel, found[travel.key], date, words)
        if travel.crosses is not None:
            figures.append(_crossing(places, travel, date, words))
    told = {one.key: one.values for one in figures}
    text = [_text(at, places, travels, told, gaps, words) for at in range(places.count)]
    curves = {one.key: _curve(places, one.minutes) for one in travels}
    charts = [_charts(at, places, travels, curves, words) for at in range(places.count)]
    tables = [[_table(at, travels, told, words)] for at in range(places.count)]
    return Found(
        "access", figures, text, charts, tables, origins=origins, map="access",
        uncertain=[words("uncertain.access"), *gaps], not_measured=[words("not_measured.access")],
    )  # fmt: skip


def _figures(travel: Travel, found: Sequence[Coverage], date: str, words: Words) -> list[Figure]:
    names = {"goal": words(f"goal.{travel.goal}"), "mode": words(f"mode.{travel.mode}")}
    people = np.array([one.population for one in found])
    hidden = words("why.hidden")
    made = []
    for at, limit in enumerate(LIMITS):
        values, why = shares(np.array([one.within[at] for one in found]), people, hidden, words("why.nobody"))
        label = _label(travel, "share", words, limit=limit, **names)
        made.append(_figure(travel, f"share_{limit}", label, values, people, why, date, "%", 1, "higher"))
    unreachable = np.array([one.unreachable for one in found])
    few = (people - unreachable < MINIMUM) & (people > unreachable)
    for name in ("mean", "median", "p90"):
        values = np.where(few, np.nan, np.array([getattr(one, name) for one in found]))
        why = [hidden if a_few else "" if np.isfinite(value) else words("why.unreached" if size else "why.nobody")
               for a_few, value, size in zip(few, values, people)]  # fmt: skip
        label = _label(travel, name, words, **names)
        made.append(_figure(travel, name, label, values, people, why, date, "min", 1, "lower"))
    unreached, why = counted(unreachable, hidden, words("why.nobody"))
    label = _label(travel, "unreached", words, **names)
    made.append(_figure(travel, "unreached", label, unreached, people, why, date, words("unit.people"), 0, ""))
    return made


def _label(travel: Travel, name: str, words: Words, **values) -> str:
    """What a figure is called: people travel to a goal, but an ambulance comes to them."""
    return words(f"access.{name}_ambulance" if travel.goal == "ambulance" else f"access.{name}", **values)


def _figure(travel, name, label, values, people, why, date, unit, decimals, better) -> Figure:
    key = f"{travel.key}.{name}"
    return Figure(
        f"access.{key}", label, values, people, unit, decimals, better, why, date, note=travel.note, shown=key in _SHOWN
    )


def _crossing(places: Places, travel: Travel, date: str, words: Words) -> Figure:
    """Per cent of people whose nearest lies in another region."""
    part, whole = places.sums(np.where(travel.crosses, places.people, 0.0)), places.population
    values, why = shares(part, whole, words("why.hidden"), words("why.nobody"))
    label = _label(travel, "crossing", words, goal=words(f"goal.{travel.goal}"), mode=words(f"mode.{travel.mode}"))
    return _figure(travel, "crossing", label, values, whole, why, date, "%", 1, "")


def _text(at, places, travels, told, gaps, words) -> list[str]:
    """By car to primary care first, then its other modes, then hospital, emergency department and ambulance."""
    known = [one for one in travels if np.isfinite(told[f"access.{one.key}.median"][at])]
    if not known:
        return [words("access.none", name=places.names[at]), *gaps]
    by_car = [one for one in known if one.mode == "car" and one.goal in ("primary", "hospital", "emergency")]
    first = [
        _sentence(at, one, told, places.population[at], words, places.names[at])
        for one in by_car
        if one.goal == "primary"
    ]
    second = _by_other_modes(at, [one for one in known if one.goal == "primary" and one.mode != "car"], told, words)
    third = [_sentence(at, one, told, places.population[at], words) for one in by_car if one.goal != "primary"]
    third += [_ambulance(at, one, told, words) for one in known if one.goal == "ambulance"]
    paragraphs = [" ".join(first), second, " ".join([*third, *_border(at, places, travels, told, words)])]
    return [*(one for one in paragraphs if one), *gaps]


def _by_other_modes(at, travels, told, words) -> str:
    """One sentence on the modes beside the car; and those whom public transport leaves without."""
    limit = LIMITS[2]
    within = {one.mode: told[f"access.{one.key}.share_{limit}"][at] for one in travels}
    if within and not any(within.values()):
        said = words("access.modes_nobody", limit=limit)
        return said + _without_transit(at, told, words)
    parts = [
        words("access.part", mode=words(f"mode.{mode}"), share=words.percent(share))
        for mode, share in within.items()
        if np.isfinite(share)
    ]
    if not parts:
        return ""
    said = words("access.modes", limit=limit, parts=words.listed(parts))
    return said + _without_transit(at, told, words)


def _without_transit(at, told, words) -> str:
    left = told.get("access.primary.transit.unreached", np.zeros(at + 1))[at]
    return " " + words("access.no_transit", people=words.about(left)) if left > 0 else ""


def _ambulance(at, travel, told, words) -> str:
    share, median = told[f"access.{travel.key}.share_{LIMITS[1]}"], told[f"access.{travel.key}.median"][at]
    if not np.isfinite(share[at]):
        return words("access.ambulance_hidden", median=words.minutes(max(median, 1)))
    return words("access.ambulance", share=words.percent(share[at]), limit=LIMITS[1], median=words.minutes(max(median, 1)),
                 beside=_beside(at, share, words))  # fmt: skip


def _sentence(at, travel, told, people, words, name: str = "") -> str:
    """``name``: of the place, in the first sentence of all."""
    limit = LIMITS[1] if travel.goal == "primary" else LIMITS[2]
    share = told[f"access.{travel.key}.share_{limit}"]
    left = told[f"access.{travel.key}.unreached"][at]
    values = {
        # Where many do not get there, half of the people are not half of those who do.
        "half": words("access.half_reached" if left > _SOME * people else "access.half"), "beside": _beside(at, share, words),
        "goal": words(f"goal.{travel.goal}"), "mode": words(f"mode.{travel.mode}"), "limit": limit, "name": name,
        "share": words.percent(share[at]), "median": words.minutes(max(told[f"access.{travel.key}.median"][at], 1)),
        "p90": words.number(max(told[f"access.{travel.key}.p90"][at], 1)),
    }  # fmt: skip
    key = "access.first" if name else "access.sentence"
    known = np.isfinite(share[at])
    sentence = words(key if known else f"{key}_hidden", **values)
    if name and left > 0:
        sentence += " " + words("access.left", people=words.about(left))
    return sentence


def _beside(at, share, words) -> str:
    return words("access.beside", share=words.percent(share[0])) if at and np.isfinite(share[0]) else ""


def _border(at, places, travels, told, words) -> list[str]:
    """How many have their nearest across the border, where that is not nobody."""
    for travel in travels:
        share = told.get(f"access.{travel.key}.crossing")
        if travel.mode == "car" and share is not None and share[at] > 0:
            across = float(places.people[places.of(at) & travel.crosses].sum())
            return [words("access.across", people=words.about(across), goal=words(f"goal.{travel.goal}"))]
    return []


def _curve(places: Places, minutes: np.ndarray) -> np.ndarray:
    """(p, c) per cent within each of the minutes of `CURVE`, hidden by the same rule as the figures."""
    found = covered(places, minutes, CURVE)
    within, people = np.array([one.within for one in found]), np.array([one.population for one in found])
    return np.stack([shares(column, people, "", "")[0] for column in within.T], axis=1)


def _charts(at, places, travels, curves, words) -> list[Chart]:
    """The share of people within each number of minutes: to primary care by mode, and by car to each goal."""
    if places.population[at] < MINIMUM:
        return []
    charts = []
    for title, chosen, name in (
        ("access.by_mode", [one for one in travels if one.goal == "primary"], "mode"),
        (
            "access.by_goal",
            [one for one in travels if one.mode in ("car", "emergency") and one.goal != "health_centre"],
            "goal",
        ),
    ):
        if not chosen:
            continue
        series = {}
        for travel in chosen:
            series[_capital(words(f"{name}.{getattr(travel, name)}"))] = list(map(plain_value, curves[travel.key][at]))
        charts.append(Chart(REACH, words(title), words("unit.share_of_people"), [str(one) for one in CURVE], series))
    return charts


def _table(at, travels, told, words) -> Table:
    columns = [words("access.column_goal"), words("access.column_mode"), *(words("access.column_within", limit=limit) for limit in LIMITS),
               words("access.column_median"), words("access.column_p90"), words("access.column_left")]  # fmt: skip
    rows = []
    for travel in travels:
        names = (*(f"share_{limit}" for limit in LIMITS), "median", "p90", "unreached")
        numbers = [plain_value(told[f"access.{travel.key}.{name}"][at]) for name in names]
        rows.append([_capital(words(f"goal.{travel.goal}")), words(f"mode.{travel.mode}"), *numbers])
    return Table(words("access.table"), columns, rows, (0, 0, 1, 1, 1, 0, 0, 0), words("access.note"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
