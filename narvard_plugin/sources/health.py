"""What the three health sources share: rows of ``health_figures``, always of the area that the source publishes them for."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from .. import catalogue
from ..i18n import tr
from .errors import Unreadable, WrongChoice
from .interface import Fetched, Part

COUNTRY, REGION, MUNICIPALITY = "country", "region", "municipality"
#: From the smallest.
_SIZES = (MUNICIPALITY, REGION, COUNTRY)
NATION = "00"
TOTAL, WOMEN, MEN = "T", "K", "M"
ALL_SEXES = "all"
TABLE = "health_figures"
#: How many figures one run may ask for; the table is for a region and its municipalities, not for a whole database.
MOST_FIGURES = 200_000


class Area(NamedTuple):
    """Whose a figure is: the code as the workspace writes it, and the kind of area."""

    code: str
    level: str


class Question(NamedTuple):
    """What one run asks: indicators in the source's own form, years, sexes, and the county."""

    county: str
    indicators: str
    years: str = ""
    sex: str = TOTAL


class Figure(NamedTuple):
    """One figure; ``value`` NaN has a ``status`` that says why."""

    indicator: str
    name: str
    area: Area
    period: str
    sex: Optional[str]
    age: Optional[str]
    value: float
    unit: Optional[str]
    status: str


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures of the same key say the same."""
    return one.status == other.status and (one.value == other.value or one.value != one.value)


def area_of(code: str) -> Optional[Area]:
    """The area that a county or municipality code says: 0, 00 and 00000 are the nation; None for other codes."""
    code = code.strip()
    if re.fullmatch(r"0+", code):
        return Area(NATION, COUNTRY)
    level = {2: REGION, 4: MUNICIPALITY}.get(len(code)) if code.isdigit() else None
    return Area(code, level) if level else None


def area_called(code: str, text: str) -> Optional[Area]:
    """The area that a ``code`` says, if what it is called says nothing else; or the region that the ``text`` names.

    A list may number its areas on its own: its 10 is then no Blekinge, nor its 0 the nation.
    """
    area, called = area_of(code), re.sub(r"^\d+\s+", "", text.strip()).lower()
    names = {name: county for county, forms in _region_names().items() for name in forms}
    named = next((county for county, forms in _region_names().items() if called in forms[:2]), None)
    believed = area is not None and (
        area.level == MUNICIPALITY
        or (area.level == COUNTRY and called not in names)
        or (area.level == REGION and _may_be(area.code, called))
    )
    return area if believed else Area(named, REGION) if named else None


def _may_be(county: str, called: str) -> bool:
    """Whether a region may be called so; the made-up ones, after the last of the 21, may be called anything."""
    forms = _region_names().get(county, ())
    return county > max(_region_names()) or not re.search(r"[^\W\d]", called) or any(form in called for form in forms)


@cache
def _region_names() -> Mapping[str, Sequence[str]]:
    """What each region is called: its county and full name first, then shorter forms."""
    return {
        code: (
            region.county.lower(),
            region.name.lower(),
            region.short_name.lower(),
            region.county.lower().removesuffix(" län"),
            region.county.lower().removesuffix(" län").removesuffix("s"),
        )
        for code, region in catalogue.regions().regions.items()
    }


def number_of(value) -> float:
    """A figure of JSON, NaN for none. Raises ``ValueError`` for a text or a truth, of which Python makes numbers, too."""
    if value is None:
        return np.nan
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{value!r} where a number should stand")
    return float(value)


def wanted(area: Optional[Area], county: str) -> bool:
    """The county, its municipalities, and the nation to compare with."""
    return area is not None and (area.level == COUNTRY or area.code.startswith(county))


def sex_of(text: str) -> Optional[str]:
    """T, K or M from what sources call the sexes; None for other words."""
    told = text.strip().lower()
    if told in ("t", "totalt", "total", "samtliga", "alla", "båda könen", "1+2") or ("män" in told and "kvinn" in told):
        return TOTAL
    if told in ("k", "kvinnor", "kvinna", "flickor", "women"):
        return WOMEN
    return MEN if told in ("m", "män", "man", "pojkar", "men") else None


def sexes(chosen: str) -> tuple[str, ...]:
    """The sexes that a choice of SEX means."""
    return (TOTAL, WOMEN, MEN) if chosen == ALL_SEXES else (chosen,)


def smallest(areas: Sequence[Area]) -> str:
    """The smallest kind of area among them."""
    levels = {area.level for area in areas}
    return next((level for level in _SIZES if level in levels), COUNTRY)


def refuse_too_many(count: int, free: Sequence[str] = ()) -> None:
    """Tell a question that nobody meant before it is asked; ``free`` are the variables that could still be chosen."""
    if count <= MOST_FIGURES:
        return
    text = tr("That is about {n} figures, and {most} are the most for one run.").format(n=count, most=MOST_FIGURES)
    more = tr("Fewer years or indicators are fewer figures.")
    if free:
        more = tr("Choose values of {names} in INDICATORS, or fewer years.").format(names=", ".join(free))
    raise WrongChoice(f"{text} {more}")


@contextlib.contextmanager
def reading(place: str) -> Iterator[None]:
    """Whatever is odd in an answer becomes ``Unreadable``."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise Unreadable(place, f"{type(error).__name__}: {str(error)[:120]}") from error


def fetched(source: str, figures: Sequence[Figure], within: Mapping[str, Sequence], **about) -> Fetched:
    """The figures as an answer that stands instead of the stored rows of the ``source`` ``within``."""
    rows = pd.DataFrame(
        {
            "source": source,
            "indicator": [one.indicator for one in figures],
            "indicator_name": [one.name for one in figures],
            "area_code": [one.area.code for one in figures],
            "area_level": [one.area.level for one in figures],
            "period": [one.period for one in figures],
            "sex": [one.sex for one in figures],
            "age": [one.age for one in figures],
            "value": np.array([one.value for one in figures], dtype=float),
            "unit": [one.unit for one in figures],
            "status": [one.status for one in figures],
        }
    )
    years = [int(found[-1]) for found in (re.findall(r"\d{4}", one.period) for one in figures) if found]
    about.setdefault("data_date", f"{max(years)}-12-31" if years else None)
    about.setdefault("smallest_area", smallest([one.area for one in figures]))
    notes = (*about.pop("notes", ()), _of_what(rows, about["smallest_area"]))
    return Fetched((Part(TABLE, rows, {"source": [source], **within}),), notes=notes, **about)


def _of_what(rows: pd.DataFrame, level: str) -> str:
    counts = rows.groupby("area_level")["area_code"].nunique()
    words = {COUNTRY: tr("the nation"), REGION: tr("region"), MUNICIPALITY: tr("municipality")}
    told = ", ".join(f"{words[name]} {counts[name]}" for name in reversed(_SIZES) if name in counts)
    missing = int(rows["value"].isna().sum())
    text = tr(
        "{n} figures ({areas}), of which {missing} are missing or hidden. The smallest area that they exist for is the "
        "{level}: a figure says nothing of smaller areas within it."
    )
    return text.format(n=len(rows), areas=told, missing=missing, level=words[level])
