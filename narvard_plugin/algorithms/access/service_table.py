"""The table of services as Access to each service reads it: who offers what then, and what in the table cannot be used."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ... import catalogue
from ...adapters.points import PointTable
from ...adapters.reading import listed
from ...adapters.tables import has_field, read_columns, texts
from ...core.access.opening import Moment
from ...core.access.services import offered_in, offers, open_then
from ...i18n import tr
from ..service_rows import (
    SERVICES,
    label_of,
    refuse_strangers,
    say_bad_years,
    say_ended,
    say_unknown_ids,
    spans,
    standing_facilities,
)


class Asked(NamedTuple):
    """What is asked of the table: ``services`` (ids or names; empty = all), and, where not None, the ``moment``,
    ``care_form``, ``urgency`` and ``year``."""

    services: tuple[str, ...]
    moment: Moment | None
    care_form: str
    urgency: str
    year: int | None

    @property
    def fields(self) -> list[str]:
        """The table's fields that the question needs."""
        wanted = (
            (["care_form"], self.care_form),
            (["urgency"], self.urgency),
            (["weekdays", "hours"], self.moment is not None),
            (["from_year", "to_year"], self.year is not None),
        )
        return ["facility_id", "service", *(name for names, needed in wanted if needed for name in names)]


class Offered(NamedTuple):
    """For ``services`` (s ids, in their order as text) and facilities (f): which are offered ``then`` (s, f bool), and which
    at any time and in any year (``ever``)."""

    services: np.ndarray
    then: np.ndarray
    ever: np.ndarray


def service_label(service: str) -> str:
    """The service's name as users read it; its id where the catalogue does not know it."""
    known = catalogue.services().services.get(service)
    return label_of(known) if known else service


def read_services(source, asked: Asked, facilities: PointTable, account, feedback) -> Offered:
    """What the facilities offer. Rows that cannot be used are left out, counted and listed; none usable stops the tool."""
    columns = read_columns(source, SERVICES, asked.fields, feedback)
    ids, services = texts(columns["facility_id"]), texts(columns["service"])
    facility = pd.Index(facilities.ids).get_indexer(ids)
    known = (facility >= 0) & np.array([bool(service) for service in services], bool)
    _say_unusable(ids, services, facility, account, feedback)
    refuse_strangers(known, ids, facilities)
    for name, word in (("care_form", asked.care_form), ("urgency", asked.urgency)):
        if word:
            known &= texts(columns[name]) == word
    codes, number = _asked_codes(asked.services, services, known)
    ever = known & (number >= 0)
    then = ever & _at_the_time(source, asked, columns, ids, services, ever, account, feedback)
    shape = (len(codes), len(facilities.ids))
    table = offers(facility, number, then, shape) & _standing(asked.year, facilities, account, feedback)
    return Offered(codes, table, offers(facility, number, ever, shape))


def _say_unusable(ids, services, facility, account, feedback) -> None:
    say_unknown_ids(ids[facility < 0], account, feedback)
    strange = sorted({name for name in services if name} - set(catalogue.services().services))
    blank = sum(not service for service in services)
    if strange:
        text = tr("{n} services of {layer} are not in the plugin's list of services; they are shown by their id: {list}.")  # fmt: skip
        account.say(feedback, text.format(n=len(strange), layer=SERVICES, list=listed(strange)), warn=True)
    if blank:
        account.say(feedback, tr("{n} rows of {layer} name no service and were left out.").format(n=blank, layer=SERVICES), warn=True)  # fmt: skip


def _asked_codes(named, services, known) -> tuple[np.ndarray, np.ndarray]:
    """The services to answer for, as text in order, and the number of each row's service among them (−1 = not asked)."""
    present = {service for service in services if service}
    if named:
        codes = {_code_of(name, present) for name in named}
    else:
        codes = {service for service in services[known] if service}
    codes = np.array(sorted(codes), object)
    if len(codes) == 0:
        raise QgsProcessingException(tr("No facility has a service of that care form and urgency."))
    return codes, pd.Index(codes).get_indexer(services)


def _code_of(name: str, present: set[str]) -> str:
    """The id of a service given by its id or its name; a word that is neither stops the tool."""
    known = catalogue.services().services
    if name in present or name in known:
        return name
    for service in known.values():
        if name.lower() in (service.label("sv").lower(), service.label("en").lower()):
            return service.id
    raise QgsProcessingException(
        tr("SERVICE names {name}, which is no service. Those in {layer} are: {list}.").format(
            name=name, layer=SERVICES, list=", ".join(sorted(present))
        )
    )


def _at_the_time(source, asked: Asked, columns, ids, services, ever, account, feedback) -> np.ndarray:
    """(r bool) rows that are offered at the moment and in the year asked about."""
    names = np.array([f"{one} {two}" for one, two in zip(ids, services)] or [], object)
    then = np.ones(len(ids), bool)
    if asked.moment is not None:
        hours = open_then(texts(columns["weekdays"]).tolist(), texts(columns["hours"]).tolist(), asked.moment)
        then &= hours.open
        unreadable = [f"{names[row]} ({text})" for row, text in hours.unreadable.items() if ever[row]]
        for found, sentence in (
            (names[hours.missing & ever], tr("{n} rows of {layer} have no weekdays or hours. Nobody knows whether they are open then, so they were left out: {list}.")),
            (unreadable, tr("{n} rows of {layer} have weekdays or hours that cannot be read, and were left out: {list}.")),
        ):  # fmt: skip
            if len(found):
                account.say(feedback, sentence.format(n=len(found), layer=SERVICES, list=listed(found)), warn=True)
    if asked.year is not None:
        first, last, bad = spans(columns, ("from_year", "to_year"), len(ids))
        then &= offered_in(first, last, asked.year) & ~bad
        say_bad_years(names[bad & ever], SERVICES, account, feedback)
    elif has_field(source, "to_year"):
        last = read_columns(source, SERVICES, ["to_year"], feedback)["to_year"]
        say_ended(sum(value is not None for value in last), account, feedback)
    return then


def _standing(year: int | None, facilities: PointTable, account, feedback) -> np.ndarray:
    """(f bool) facilities that are open in the year asked about, as far as they have the columns ``opened`` and ``closed``."""
    if year is None:
        return np.ones(len(facilities.ids), bool)
    return standing_facilities(facilities, year, account, feedback)
