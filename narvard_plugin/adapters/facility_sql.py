"""The same choice of facilities as `facility_index` makes, as the filter of a layer that QGIS draws from the store."""

from __future__ import annotations

from collections.abc import Iterable

from .facility_index import UNKNOWN, Wanted


def facility_filter(
    wanted: Wanted, types: Iterable[str] = (), service: str = "", services_table: str = '"services"'
) -> str:
    """SQL that SQLite and PostgreSQL read alike; blank ``types`` and ``service`` ask for nothing.

    The words that were searched for are left out: a map shows what was chosen, not what was typed.
    ``services_table`` is the table's quoted name, with its schema where the database has several.
    """
    year = int(wanted.year)
    parts = [f'("opened" IS NULL OR "opened" <= {year})', f'("closed" IS NULL OR "closed" > {year})']
    types = sorted(types)
    if types:
        parts.append(one_of("type", types))
    if wanted.regions is not None:
        parts.append(one_of("region", sorted(wanted.regions | {UNKNOWN})))
    if wanted.huvudman:
        parts.append("(" + " OR ".join(_answers(value) for value in sorted(wanted.huvudman)) + ")")
    if wanted.driftsform:
        parts.append(one_of("driftsform", sorted(wanted.driftsform)))
    if wanted.service:
        parts.append(_offers(sorted(wanted.service), year, services_table))
    if service:
        parts.append(_offers([service], year, services_table))
    return " AND ".join(parts)


def one_of(column: str, values: Iterable[str]) -> str:
    """``column`` has one of the ``values``; `UNKNOWN` among them stands for a missing one. No values: nothing holds."""
    values = list(values)
    known = [text(value) for value in values if value != UNKNOWN]
    choices = []
    if known:
        choices.append(f'"{column}" IN ({", ".join(known)})')
    if UNKNOWN in values:
        choices.append(_missing(column))
    return "(" + " OR ".join(choices) + ")" if choices else "1 = 0"


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _missing(column: str) -> str:
    return f'COALESCE("{column}", {text("")}) = {text("")}'


def _answers(value: str) -> str:
    """A facility can have several huvudmän, with ``;`` between them."""
    if value == UNKNOWN:
        return _missing("huvudman")
    pattern = value.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"';' || \"huvudman\" || ';' LIKE {text('%;' + pattern + ';%')} ESCAPE '!'"


def _offers(codes: list[str], year: int, table: str) -> str:
    rows = " AND ".join(
        (
            one_of("service", codes),
            f'("from_year" IS NULL OR "from_year" <= {year})',
            f'("to_year" IS NULL OR "to_year" >= {year})',
        )
    )
    return " ".join(('"facility_id" IN (SELECT "facility_id" FROM', table, "WHERE", rows + ")"))
