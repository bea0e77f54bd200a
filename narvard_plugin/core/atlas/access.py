"""How long people travel to care, by mode: shares within so many minutes, median, and those out of reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..access.response import Coverage, coverage
from ..deso.small_numbers import MINIMUM, too_few, too_few_in_share
from .content import REACH, Chart, Origin, Table
from .figures import Figure, Found, counted, nothing, plain_value, with_others
from .places import Places
from .words import Words

LIMITS = (10, 20, 30)
#: What stands on the page itself; the table beside holds the rest.
_SHOWN = (
    "primary.car.share_20", "primary.car.median", "primary.car.p90", "primary.transit.share_30", "hospital.car.median",
    "emergency.car.median", "ambulance.emergency.median",
)  # fmt: skip
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
    charts = [_curves(at, places, travels, words) for at in range(places.count)]
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
        within = np.array([one.within[at] for one in found])
        few = with_others(too_few_in_share(within, people), np.minimum(within, people - within))
        values = np.where(few, np.nan, 100 * np.array([one.share[at] for one in found]))
        why = _reasons(values, few, hidden, words("why.nobody"))
        label = words("access.share", limit=limit, **names)
        made.append(_figure(travel, f"share_{limit}", label, values, people, why, date, "%", 1, "higher"))
    few = people < MINIMUM
    for name in ("mean", "median", "p90"):
        values = np.where(few, np.nan, np.array([getattr(one, name) for one in found]))
        why = _reasons(values, few, hidden, words("why.unreached"))
        made.append(
            _figure(travel, name, words(f"access.{name}", **names), values, people, why, date, "min", 1, "lower")
        )
    unreached, why = counted(np.array([one.unreachable for one in found]), hidden, words("why.nobody"))
    label = words("access.unreached", **names)
    made.append(_figure(travel, "unreached", label, unreached, people, why, date, words("unit.people"), 0, "lower"))
    return made


def _reasons(values: np.ndarray, few: np.ndarray, hidden: str, none: str) -> list[str]:
    return [hidden if a_few else "" if np.isfinite(value) else none for a_few, value in zip(few, values)]


def _figure(travel, name, label, values, people, why, date, unit, decimals, better) -> Figure:
    key = f"{travel.key}.{name}"
    return Figure(
        f"access.{key}", label, values, people, unit, decimals, better, why, date, note=travel.note, shown=key in _SHOWN
    )


def _crossing(places: Places, travel: Travel, date: str, words: Words) -> Figure:
    """Per cent of people whose nearest lies in another region."""
    part, whole = places.sums(np.where(travel.crosses, places.people, 0.0)), places.population
    few = too_few(part) | too_few(whole)
    values = np.divide(100 * part, whole, out=np.full(places.count, np.nan), where=(whole > 0) & ~few)
    label = words("access.crossing", goal=words(f"goal.{travel.goal}"), mode=words(f"mode.{travel.mode}"))
    why = _reasons(values, few, words("why.hidden"), words("why.nobody"))
    return _figure(travel, "crossing", label, values, whole, why, date, "%", 1, "")


def _text(at, places, travels, told, gaps, words) -> list[str]:
    """By car to primary care first, then its other modes, then hospital, emergency department and ambulance."""
    known = [one for one in travels if np.isfinite(told[f"access.{one.key}.median"][at])]
    if not known:
        return [words("access.none", name=places.names[at]), *gaps]
    by_car = [one for one in known if one.mode == "car" and one.goal in ("primary", "hospital", "emergency")]
    first = [_sentence(at, one, told, words, places.names[at]) for one in by_car if one.goal == "primary"]
    second = _by_other_modes(at, [one for one in known if one.goal == "primary" and one.mode != "car"], told, words)
    third = [_sentence(at, one, told, words) for one in by_car if one.goal != "primary"]
    third += [_ambulance(at, one, told, words) for one in known if one.goal == "ambulance"]
    paragraphs = [" ".join(first), second, " ".join([*third, *_border(at, places, travels, told, words)])]
    return [*(one for one in paragraphs if one), *gaps]


def _by_other_modes(at, travels, told, words) -> str:
    """One sentence on the modes beside the car; and those whom public transport leaves without."""
    limit = LIMITS[2]
    shares = {one.mode: told[f"access.{one.key}.share_{limit}"][at] for one in travels}
    parts = [
        words("access.part", mode=words(f"mode.{mode}"), share=words.percent(share))
        for mode, share in shares.items()
        if np.isfinite(share)
    ]
    if not parts:
        return ""
    said = words("access.modes", limit=limit, parts=words.listed(parts))
    left = told.get("access.primary.transit.unreached", np.zeros(at + 1))[at]
    return said + (" " + words("access.no_transit", people=words.about(left)) if left > 0 else "")


def _ambulance(at, travel, told, words) -> str:
    share, median = told[f"access.{travel.key}.share_{LIMITS[1]}"], told[f"access.{travel.key}.median"][at]
    if not np.isfinite(share[at]):
        return words("access.ambulance_hidden", median=words.number(median))
    said = words("access.ambulance", share=words.percent(share[at]), limit=LIMITS[1], median=words.number(median))
    return said + _beside(at, share, words) + "."


def _sentence(at, travel, told, words, name: str = "") -> str:
    """``name``: of the place, in the first sentence of all."""
    limit = LIMITS[1] if travel.goal == "primary" else LIMITS[2]
    share = told[f"access.{travel.key}.share_{limit}"]
    values = {
        "goal": words(f"goal.{travel.goal}"), "mode": words(f"mode.{travel.mode}"), "limit": limit, "name": name,
        "share": words.percent(share[at]), "median": words.number(told[f"access.{travel.key}.median"][at]),
        "p90": words.number(told[f"access.{travel.key}.p90"][at]),
    }  # fmt: skip
    key = "access.first" if name else "access.sentence"
    known = np.isfinite(share[at])
    sentence = words(key if known else f"{key}_hidden", **values) + (_beside(at, share, words) if known else "") + "."
    left = told[f"access.{travel.key}.unreached"][at]
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


def _curves(at, places, travels, words) -> list[Chart]:
    """The share of people within each number of minutes: to primary care by mode, and by car to each goal."""
    rows, people = places.of(at), places.people[places.of(at)]
    if people.sum() < MINIMUM:
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
            here = coverage(travel.minutes[rows], people, CURVE)
            few = too_few_in_share(here.within, np.full(len(CURVE), here.population)) & (here.within > 0)
            share = np.where(few & (here.within < here.population), np.nan, 100 * here.share)
            series[_capital(words(f"{name}.{getattr(travel, name)}"))] = [plain_value(one) for one in share]
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
    return Table(words("access.table"), columns, rows, (0, 0, 0, 0, 0, 0, 0, 0), words("access.note"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
