"""What Service levels reads: the rules, the places, and what each facility gives in the year asked about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ... import catalogue
from ...adapters.points import PointTable
from ...adapters.reading import listed
from ...adapters.tables import has_field, read_columns, texts
from ...core.access.services import offered_in
from ...core.catalogue import CatalogueError
from ...core.deso.service_levels import Rules, given, parse_rules
from ...i18n import tr
from ...paths import bundled
from ..service_rows import (
    SERVICES,
    refuse_strangers,
    say_bad_years,
    say_ended,
    say_unknown_ids,
    spans,
    standing_facilities,
)


class Given(NamedTuple):
    """Of facilities (f): ``functions`` (functions, f bool) that each gives, and which stand, ``open`` (f bool)."""

    functions: np.ndarray
    open: np.ndarray


def read_rules(path: str) -> Rules:
    """The rules of a file; the bundled ones where ``path`` is empty. What is wrong in it is named with its place."""
    file = Path(path) if path else bundled("resources", "data", "service_levels.json")
    try:
        document = json.loads(file.read_text("utf-8-sig"))
        return parse_rules(document, catalogue.care().types, catalogue.services())
    except OSError as error:
        problem = error.strerror or str(error)
    except UnicodeDecodeError:
        problem = tr("it is not text in UTF-8")
    except json.JSONDecodeError as error:
        problem = tr("it is not JSON (line {line}: {problem})").format(line=error.lineno, problem=error.msg)
    except (CatalogueError, ValueError, RecursionError) as error:
        problem = str(error)
    raise QgsProcessingException(
        tr("The rules in {file} cannot be used: {problem}. Correct the file, or leave RULES blank for the plugin's own.")
        .format(file=file.name, problem=problem)
    )  # fmt: skip


def facility_fields(source, kind: str) -> list[str]:
    """The fields of FACILITIES that are read: the type, and the years where the layer has them."""
    return [kind, *(name for name in ("opened", "closed") if has_field(source, name))]


def read_given(facilities: PointTable, kind: str, services, rules: Rules, year, account, feedback) -> Given:
    """``services`` is the source of SERVICES, or None where it is blank; ``year`` None = whatever year."""
    is_open = _standing(facilities, year, account, feedback)
    kinds = texts(facilities.columns[kind])
    _say_unknown_types(facilities.ids, kinds, account, feedback)
    offered: list[list[tuple]] = [[] for _ in facilities.ids]
    if rules.ask_services:
        if services is None:
            raise QgsProcessingException(
                tr("The rules ask for services, so SERVICES is needed: the table with facility_id and service.")
            )
        offered = _offered(services, facilities, rules, year, account, feedback)
    return Given(given(rules, kinds, offered), is_open)


def _standing(facilities: PointTable, year, account, feedback) -> np.ndarray:
    if year is None:
        _, closed, _ = spans(facilities.columns, ("opened", "closed"), len(facilities.ids))
        ended = facilities.ids[np.isfinite(closed)]
        if len(ended):
            text = tr("{n} facilities have a year of closing. Without YEAR they count as open: {list}.")
            account.say(feedback, text.format(n=len(ended), list=listed(ended)), warn=True)
        return np.ones(len(facilities.ids), bool)
    return standing_facilities(facilities, year, account, feedback)


def _offered(source, facilities: PointTable, rules: Rules, year, account, feedback) -> list[list[tuple]]:
    """Per facility the (service, care form) that it offers."""
    dated = [name for name in ("from_year", "to_year") if has_field(source, name)]
    names = ["facility_id", "service", *(["care_form"] if rules.ask_care_forms else []), *dated]
    columns = read_columns(source, SERVICES, names, feedback)
    ids, services = texts(columns["facility_id"]), texts(columns["service"])
    forms = texts(columns["care_form"]) if rules.ask_care_forms else [None] * len(ids)
    facility = pd.Index(facilities.ids).get_indexer(ids)
    if len(ids):
        refuse_strangers(facility >= 0, ids, facilities)
    say_unknown_ids(ids[facility < 0], account, feedback)
    _say_unknown_services(services, account, feedback)
    counts = (facility >= 0) & _in_year(columns, ids, services, year, account, feedback)
    offered: list[list[tuple]] = [[] for _ in facilities.ids]
    for row in np.flatnonzero(counts):
        offered[facility[row]].append((services[row], forms[row]))
    return offered


def _in_year(columns, ids, services, year, account, feedback) -> np.ndarray:
    """(r bool) rows of SERVICES that hold in the year asked about."""
    first, last, bad = spans(columns, ("from_year", "to_year"), len(ids))
    if year is None:
        say_ended(int(np.isfinite(last).sum()), account, feedback)
        return np.ones(len(ids), bool)
    say_bad_years([f"{ids[row]} {services[row]}" for row in np.flatnonzero(bad)], SERVICES, account, feedback)
    return offered_in(first, last, year) & ~bad


def _say_unknown_types(ids, kinds, account, feedback) -> None:
    strange = [f"{own} ({kind or '–'})" for own, kind in zip(ids, kinds) if kind not in catalogue.care().types]
    if strange:
        text = tr("{n} facilities have no type of the plugin's list, and count only by their services: {list}.")
        account.say(feedback, text.format(n=len(strange), list=listed(strange)), warn=True)


def _say_unknown_services(names, account, feedback) -> None:
    """The rules know services by the plugin's list alone, so that a word of one's own makes no level."""
    strange = sorted({name or "–" for name in names if name not in catalogue.services().services})
    if strange:
        text = tr("{n} words in {layer} are no services of the plugin's list, and count nowhere: {list}.")
        account.say(feedback, text.format(n=len(strange), layer=SERVICES, list=listed(strange)), warn=True)
