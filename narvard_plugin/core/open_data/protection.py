"""Numbers of few people in tables that are published together: hidden, and with them what would tell them (methods 2.5).

Tables whose rows are of the same things (areas, units) stand side by side as one: a number that two of them tell is one cell,
and a total in one protects the parts in another. Then the rules of `deso.protected_table` hide, until nothing more follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, Optional

import numpy as np

from ..deso.protected_table import Counts, protect
from ..deso.small_numbers import too_few
from .side_by_side import SAME, Column, Family, People, Space
from .what_follows import Sum, hide_what_follows

#: Columns are tried as sums of two others up to here; a table with more is taken as it is named.
_MOST_PAIRED = 60
#: Rates are told of one, a hundred, a thousand or a hundred thousand.
_PER = (1, 100, 1000, 100_000)
_PER_IN_NAME = re.compile(r"(?:^|_)per_(10{2,5})(?:_|$)")
_PERCENT_IN_NAME = re.compile(r"(?:^|_)(?:percent|procent|pct)(?:_|$)")


class Hidden(NamedTuple):
    """Of each table, by field, which rows (n bool) are hidden; ``open_sums`` (table, field) would tell a hidden number all the
    same, since there was nothing to hide with it."""

    fields: list[dict[str, np.ndarray]]
    open_sums: list[tuple[int, str]]


def hide(
    tables: Sequence[People],
    minimum: int,
    ask: Callable[[], None] = lambda: None,
    before: Sequence[Mapping[str, np.ndarray]] = (),
) -> Hidden:
    """What to hide of ``tables`` so that no number over 0 and under ``minimum`` (people) is told, or follows from another.

    ``before`` are the fields (n bool) of each table that were hidden when the same numbers were told before: they stay hidden,
    since another choice of what hides a small number tells it to who has both. ``ask`` is called between steps; what it raises
    stops the work.
    """
    links = _sums_in_other_tables(tables)
    sums = [Sum(whole, row, part, rows) for whole, part, belonging in links for row, rows in belonging]
    spaces = [_space(tables, together) for together in _of_the_same(tables)]
    forced = [{name: np.zeros(len(table.keys), bool) for name in table.counts} for table in tables]
    for own, earlier in zip(forced, before):
        own.update({name: rows.copy() for name, rows in earlier.items() if name in own})
    more = True
    while more:
        found, more = _hide_counts(tables, spaces, minimum, forced, ask), False
        while _force_beside_sums(tables, links, found.fields, forced, minimum) or hide_what_follows(
            tables, spaces, sums, found.fields, forced, minimum
        ):
            ask()
            more = True
            _join(found.fields, forced)
        _join(forced, found.fields)
    for table, own in zip(tables, found.fields):
        own.update(_shares_to_hide(table, own, minimum))
    return found


def _join(into: Sequence[dict[str, np.ndarray]], more: Sequence[Mapping[str, np.ndarray]]) -> None:
    """Hide in the one what is hidden in the other too."""
    for own, others in zip(into, more):
        for name, rows in others.items():
            own[name] |= rows


def _space(tables: Sequence[People], together: list[int]) -> Space:
    row, group, columns = _side_by_side(tables, together)
    wholes = {(at, table.whole) for at, table in enumerate(tables)}
    return Space(row, group, columns, _families(columns, wholes))


def _hide_counts(
    tables: Sequence[People], spaces: list[Space], minimum: int, forced: list[dict[str, np.ndarray]], ask
) -> Hidden:
    """The counts to hide, those that are ``forced`` (by table and field, rows) among them."""
    fields: list[dict[str, np.ndarray]] = [{} for _ in tables]
    open_sums: set[tuple[int, str]] = set()
    for row, group, columns, families in spaces:
        hidden = np.zeros((len(group), len(columns)), bool)
        for number, column in enumerate(columns):
            for at, name in column.places:
                hidden[row[at][forced[at][name]], number] = True
        opened = _hide_together(group, columns, families, minimum, hidden, ask)
        open_sums |= {place for at in opened for place in columns[at].places}
        for column, own in zip(columns, hidden.T):
            for at, name in column.places:
                fields[at][name] = own[row[at]] & np.isfinite(tables[at].counts[name])
    return Hidden(fields, sorted(open_sums))


class _Link(NamedTuple):
    """Numbers (table, field) of larger areas that are sums of a ``part`` (table, field); by each row of ``whole`` its parts'."""

    whole: tuple[int, str]
    part: tuple[int, str]
    rows: list[tuple[int, np.ndarray]]


def _sums_in_other_tables(tables: Sequence[People]) -> list[_Link]:
    """Numbers that another table's rows sum to, by what they belong to: municipalities beside their areas."""
    found = []
    for at, parts in enumerate(tables):
        for over, wholes in enumerate(tables):
            for group in (parts.group, *parts.parents) if at != over else ():
                belonging = _belonging(group, wholes)
                for part, values in parts.counts.items() if belonging else ():
                    sums = np.array([values[rows].sum() for _, rows in belonging])
                    known = [one for one, total in zip(belonging, sums) if np.isfinite(total)]
                    for whole, told in wholes.counts.items():
                        if _alike(np.array([told[row] for row, _ in belonging]), sums):
                            found.append(_Link((over, whole), (at, part), known))
    return found


def _belonging(group: Sequence[str], wholes: People) -> list[tuple[int, np.ndarray]]:
    """Each row of ``wholes`` whose key is in ``group``, and the rows of that group."""
    members: dict[str, list[int]] = {}
    for row, key in enumerate(group):
        members.setdefault(key, []).append(row)
    return [(row, np.array(members[key])) for row, key in enumerate(wholes.keys) if key and key in members]


def _force_beside_sums(tables, links: list[_Link], hidden, forced, minimum: int) -> bool:
    """Add to ``forced`` what a sum would tell: all parts of a hidden one told, or under a told one a single part hidden, or
    few people in those that are; whether any was added."""
    added = False
    for (over, whole), (at, part), belonging in links:
        values, secret = tables[at].counts[part], hidden[at][part]
        for row, rows in belonging:
            told, own = rows[~secret[rows]], rows[secret[rows]]
            if hidden[over][whole][row]:
                wanted = len(own) == 0
            else:
                wanted = len(own) == 1 or (len(own) > 1 and values[own].sum() < minimum)
            if not wanted:
                continue
            if len(told):
                mask, keys = forced[at][part], tables[at].keys
                chosen = min(told, key=lambda one: (values[one] == 0, values[one], keys[one]))
            else:
                mask, chosen = forced[over][whole], row
            added |= not mask[chosen]
            mask[chosen] = True
    return added


def whole_of(table: People) -> Optional[np.ndarray]:
    """How many people each row is of: its whole, else the largest count in it; None without counts."""
    if table.whole:
        return table.counts[table.whole]
    if not table.counts:
        return None
    largest = np.fmax.reduce(list(table.counts.values()))
    return np.asarray(largest, float)


def _of_the_same(tables: Sequence[People]) -> list[list[int]]:
    """Tables with counts, those together whose rows are of the same things: half of the fewer ids are common."""
    spaces: list[tuple[set[str], list[int]]] = []
    for at, table in enumerate(tables):
        if not table.counts:
            continue
        keys, members = set(table.keys), [at]
        apart = []
        for other, theirs in spaces:
            if 2 * len(keys & other) >= max(min(len(keys), len(other)), 1):
                keys, members = keys | other, theirs + members
            else:
                apart.append((other, theirs))
        spaces = [*apart, (keys, members)]
    return [sorted(members) for _, members in spaces]


def _side_by_side(tables, together):
    """The rows of each table among all of them, the group of every row, and the columns, equal ones as one."""
    # By their keys: which of two equal numbers hides a third must not hang on the order of a layer's rows.
    keys = sorted({key for at in together for key in tables[at].keys})
    place = {key: number for number, key in enumerate(keys)}
    row = {at: np.array([place[key] for key in tables[at].keys], int) for at in together}
    named = {key: group for at in together for key, group in zip(tables[at].keys, tables[at].group)}
    group = np.unique(np.array([named[key] for key in keys], str), return_inverse=True)[1]
    columns: list[Column] = []
    for at in together:
        for name, values in tables[at].counts.items():
            whole = np.full(len(keys), np.nan)
            whole[row[at]] = values
            for number, column in enumerate(columns):
                if _alike(column.values, whole):
                    columns[number] = Column(np.fmax(column.values, whole), [*column.places, (at, name)])
                    break
            else:
                columns.append(Column(whole, [(at, name)]))
    return row, _joined_alone(group), columns


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    both = np.isfinite(one) & np.isfinite(other)
    return bool(both.any() and (np.abs(one[both] - other[both]) < SAME).all())


def _joined_alone(group: np.ndarray) -> np.ndarray:
    """Rows that are alone in their group have no other to be hidden with; those of all such groups are one group then."""
    alone = np.bincount(group)[group] == 1 if len(group) else np.zeros(0, bool)
    return np.where(alone, group.max(initial=0) + 1, group)


def _hide_together(
    group, columns: list[Column], families: list[Family], minimum: int, hidden: np.ndarray, ask
) -> set[int]:
    """Add to ``hidden`` (rows, columns) what each family needs, until none needs more; columns whose sums tell all the same."""
    values = np.column_stack([column.values for column in columns])
    opened: set[int] = set()
    order = np.arange(len(values))
    changed = True
    while changed:
        changed = False
        for total, parts in families:
            ask()
            used = [*parts, *([] if total is None else [total])]
            if not _tells_few(values, total, parts, hidden[:, used], minimum):
                continue
            counts = Counts(values[:, parts], None if total is None else values[:, total], group, order)
            found = protect(counts, minimum, hidden[:, used])
            mask = found.parts if total is None else np.hstack([found.parts, found.total[:, None]])
            changed |= bool((mask & ~hidden[:, used]).any())
            hidden[:, used] |= mask
            opened |= {parts[at] if at >= 0 else total for _, at in found.open_columns}
    return opened


def _tells_few(values: np.ndarray, total: Optional[int], parts: list[int], hidden: np.ndarray, minimum: int) -> bool:
    """Whether there is anything to protect among the columns, or in the rest between parts and total."""
    rest = 0.0 if total is None else values[:, total] - values[:, parts].sum(axis=1)
    few = too_few(values[:, parts], minimum).any() or too_few(np.nan_to_num(rest), minimum).any()
    return bool(few or hidden.any() or (total is not None and too_few(values[:, total], minimum).any()))


def _families(columns: list[Column], wholes: set[tuple[int, str]]) -> list[Family]:
    """Each column by itself, age groups under what they are ages of, two that sum to a third, and each beside its whole."""
    values = np.column_stack([column.values for column in columns])
    n = len(columns)
    families: list[Family] = [(None, [at]) for at in range(n)]
    names = [column.places[0][1].lower() for column in columns]
    ages = [at for at, name in enumerate(names) if name.startswith(("age_", "aged_"))]
    if len(ages) > 1:
        families.append((_total_of(values, ages, n), ages))
    whole = [at for at, column in enumerate(columns) if wholes & set(column.places)]
    families += [(at, [part]) for at in whole for part in range(n) if _within(values[:, part], values[:, at])]
    return families + _pairs(values, n)


def _within(part: np.ndarray, whole: np.ndarray) -> bool:
    """Whether ``part`` is never more than ``whole``, and sometimes less."""
    rest = np.nan_to_num(whole - part)
    return bool((rest >= 0).all() and rest.any())


def _total_of(values: np.ndarray, parts: list[int], n: int) -> Optional[int]:
    """The column that comes nearest to the sum of ``parts``, within a tenth: perturbed figures differ a little."""
    summed = np.nansum(values[:, parts], axis=1)
    best, least = None, 0.1 * summed.sum()
    for at in set(range(n)) - set(parts):
        off = np.nansum(np.abs(values[:, at] - summed))
        if off <= least and np.isfinite(values[:, at]).any():
            best, least = at, off
    return best


def _pairs(values: np.ndarray, n: int) -> list[Family]:
    """Two columns that sum to a third in every row."""
    if n > _MOST_PAIRED:
        return []
    found: list[Family] = []
    sums = np.nansum(values, axis=0)
    for one, other in combinations(range(n), 2):
        summed = values[:, one] + values[:, other]
        for total in set(range(n)) - {one, other}:
            if abs(sums[one] + sums[other] - sums[total]) > 0.1 * abs(sums[total]):
                continue
            known = np.isfinite(summed) & np.isfinite(values[:, total])
            if known.any() and (np.abs(summed - values[:, total])[known] < SAME).all() and summed[known].any():
                found.append((total, [one, other]))
    return found


def _shares_to_hide(table: People, hidden: Mapping[str, np.ndarray], minimum: int) -> dict[str, np.ndarray]:
    """Shares of few people, means of few, and what gives a hidden number when it is multiplied or divided."""
    whole = whole_of(table)
    found: dict[str, np.ndarray] = {}
    if whole is None:
        return {name: np.zeros(len(table.keys), bool) for name in (*table.shares, *table.rests)}
    few = np.nan_to_num(whole, nan=0.0) < minimum
    few |= np.all([hidden[name] | ~np.isfinite(table.counts[name]) for name in table.counts], axis=0)
    whole_hidden = hidden[table.whole] if table.whole else np.zeros(len(whole), bool)
    for name, values in table.rests.items():
        own = few | whole_hidden | _few_at_rate(name, values, whole, minimum)
        found[name] = (own | _tells(values, table.counts, hidden, _from_rest)) & np.isfinite(values)
    for name, values in table.shares.items():
        per_cent = _PERCENT_IN_NAME.search(name.lower()) or np.nanmax(np.abs(values), initial=0.0) > 1
        share = values / 100 if per_cent else values
        part = share * whole
        own = few | too_few(np.round(part), minimum) | too_few(np.round(whole - part), minimum)
        found[name] = (own | _tells(share, table.counts, hidden, _from_share)) & np.isfinite(values)
    return found


def _few_at_rate(name: str, values: np.ndarray, whole: np.ndarray, minimum: int) -> np.ndarray:
    """Rows where a rate, so many of each hundred or thousand as its ``name`` says, is of few."""
    per = _PER_IN_NAME.search(name.lower())
    if per is None:
        return np.zeros(len(values), bool)
    return too_few(np.nan_to_num(np.round(values * whole / int(per[1]))), minimum)


def _from_share(share: np.ndarray, told: np.ndarray) -> tuple[np.ndarray, ...]:
    """What a share and a count give: a part of it, the rest, or the whole that it is part of."""
    return share * told, (1 - share) * told, told / share, told / (1 - share)


def _from_rest(value: np.ndarray, told: np.ndarray) -> tuple[np.ndarray, ...]:
    """What a change or a rate gives with a count: before and after, and so many of each hundred, thousand and so on."""
    return told + value, told - value, *(value * told / per for per in _PER)


def _tells(values: np.ndarray, counts: Mapping[str, np.ndarray], hidden: Mapping[str, np.ndarray], ways) -> np.ndarray:
    """Rows where ``values`` and a told count give a hidden one, in one of the ``ways``."""
    found = np.zeros(len(values), bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        for secret in [name for name in counts if hidden[name].any()]:
            for name, told in counts.items():
                if name != secret:
                    gives = np.any([np.abs(one - counts[secret]) <= 0.5 for one in ways(values, told)], axis=0)
                    found |= hidden[secret] & ~hidden[name] & gives
    return found
