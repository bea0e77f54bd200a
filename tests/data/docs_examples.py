"""What the hand-worked examples of the method pages come to, computed by the plugin's own functions, as the pages write it."""

from datetime import date
from types import SimpleNamespace

import numpy as np

from narvard_plugin.core.access import capacity, floating, response, vulnerability
from narvard_plugin.core.access.decay import BINARY, Decay
from narvard_plugin.core.deso import (
    autocorrelation,
    care_need,
    carry,
    forecast,
    grant,
    growth,
    inequality,
    need_access,
    neighbourhood,
    overlay,
    segregation,
    service_levels,
    small_numbers,
    suppression,
    weights,
)
from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.plans import cumulative, need, workdays
from narvard_plugin.core.siting.choose import choose_sites
from narvard_plugin.core.siting.problem import Question
from narvard_plugin.core.transit.summary import nearest_rank


def _told(value: float, decimals: int = 0) -> str:
    """A number as the pages write it: a comma, and a space between thousands."""
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")


def _all(values, decimals: int = 0) -> list[str]:
    return [_told(float(value), decimals) for value in values]


def cni():
    heads = {
        "under_5": 595, "foreign_born": 1391, "old_alone": 484, "single_parent": 167, "moved": 385, "unemployed": 981,
        "low_education": 632,
    }  # fmt: skip
    found = care_need.care_need({name: np.array([n]) for name, n in heads.items()}, np.array([5912]), 2.47615)
    return [_told(found.points[0], 2), _told(found.per_person[0], 4), _told(found.ratio[0], 4)]


def omradestyper():
    first, last = (np.array(kinds, object) for kinds in (["2", "2", "3"], ["2", "3", "3"]))
    areas = growth.Areas(first, last, np.array([300.0, 400, 100]), np.array([330.0, 380, 100]))
    found = growth.growth_by_type(areas)
    at = found[0].index("2")
    before, fixed, current = (found[column][at] for column in (3, 4, 5))
    rise, seen = 100 * (fixed / before - 1), 100 * (current / before - 1)
    return [_told(fixed), _told(rise, 2), _told(seen, 2), _told(seen - rise, 2)]


def grannskap():
    xy = np.column_stack([100.0 * np.arange(5), np.zeros(5)])
    found = neighbourhood.neighbourhoods(xy, np.array([5.0, 2, 0, 1, 10]), np.full(5, 10.0), [20])
    return [_told(np.asarray(found.share).ravel()[2], 3), _told(np.asarray(found.radius).ravel()[2])]


def kluster():
    beside = weights.of_pairs(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    local = autocorrelation.local_moran(weights.row_standardised(beside), np.array([1.0, 2, 3, 6]))
    return _all(local[[0, 1, 3]] + 0.0, 4)


def segregation_():
    def told(one, other):
        found = segregation.one_group(np.array([one, other], float), np.array([100.0, 100]))
        return found["dissimilarity"], found["isolation"]

    return [*_all(told(100, 0), 1), *_all(told(20, 20), 1), *(f"{value:g}".replace(".", ",") for value in told(30, 10))]


def utvecklingspeng():
    ids = np.array(list("abcd"), object)
    units = grant.Units(ids, np.array([8000.0, 6000, 12000, 3000]), np.array([1.55, 1.32, 0.80, 1.00]))
    shared = grant.allot(grant.Rule("proportional", pot=1_000_000), units).kronor
    over = grant.allot(grant.Rule("excess", pot=1_000_000, threshold=1.0), units).kronor
    few = grant.Units(ids[:3], np.array([1000.0, 2000, 1000]), np.array([2, 1, 0.25]))
    held = grant.allot(grant.Rule("proportional", pot=200_000, floor=20, ceiling=80), few).kronor
    return [*_all(shared), *_all(over[:3]), *_all(held)]


def prognos():
    place = np.zeros(2, int)
    today = forecast.share_out(np.array([300.0, 100]), place, np.array([480.0]))
    planned = forecast.share_out(np.array([300.0, 200]), place, np.array([480.0]))
    care = forecast.care_demand(np.array([[200.0, 100]]), np.array([2.0, 6]))
    return [*_all(today[0]), *_all(planned[0]), *_all(care)]


def argangar():
    key = carry.Key(np.array(["A", "A", "B"], object), np.array(["N1", "N2", "N2"], object), np.array([0.3, 0.7, 1.0]))
    carried = carry.carry(["A", "B"], np.array([[100.0], [50]]), key).values[:, 0]
    cells = overlay.Cells(np.zeros(3, int), np.arange(3), np.array([0]), np.array([0]), np.array([5.0, 0, 5]))
    shares, _ = overlay.by_cells(cells, 1, 1)
    return [*_all(carried), _told(100 * shares.share[0])]


def sma_tal():
    values, lines = np.array([3.0, 7, 12, 20]), np.zeros(4, int)
    none = np.full(4, suppression.NO_LINE)
    cells = suppression.table_cells(values, small_numbers.too_few(values, 5), lines, none, np.arange(4))
    hidden = suppression.suppress(cells, 5).hidden
    assert list(hidden) == [True, True, False, False]
    shares = small_numbers.too_few_in_share(np.array([2.0, 8, 38]), np.full(3, 40.0), 5)
    return [_told(hidden.sum()), _told(shares.sum())]


def restid():
    minutes, people = np.array([5, 10, 10.01, 30, np.inf]), np.array([100.0, 200, 300, 400, 50])
    found = response.coverage(minutes, people, [10, 15, 30])
    return [*_all(found.share, 4), _told(found.mean, 3), _told(found.median, 2), _told(found.p90, 2)]


def flytande():
    minutes = np.array([[1.0, 80, 40], [80, 1, 40], [40, 40, 1]])
    origin, facility = (part.ravel() for part in np.indices((3, 3)))
    weight = Decay(BINARY, 61).of(minutes.ravel())
    pairs = floating.Weighted.where_positive(origin, facility, weight)
    people = np.array([100.0, 50, 10])
    access = floating.by_origin(pairs, floating.two_step(pairs, people, np.array([15.0, 20, 100])).access, 3)
    return [*_all(access, 4), _told(people @ access)]


def kapacitet():
    norm = capacity.Norm(1100, 550)
    found = capacity.capacity_of(np.array([4.0]), np.array([1.0]), np.array([6662.0]), norm)
    return [
        _told(found.supply[0]),
        _told(found.listed_per_gp[0], 1),
        _told(found.load[0], 3),
        _told(found.spare_places[0]),
    ]


def sarbarhet():
    minutes = np.array([[5, 12], [10, 30], [8, np.inf]])
    loss = vulnerability.losses(minutes, minutes, np.array([[0, 1], [0, 1], [0, -1]]), np.array([100.0, 50, 20]), 2)
    return [
        *(_told(part[0]) for part in (loss.affected, loss.stranded, loss.extra_person_minutes)),
        _told(loss.mean_extra_minutes[0], 2),
    ]


def ambulans():
    found = response.vehicle_hours(np.array([1000.0, 40]), np.array([90.0, np.inf]))
    hours = found[2]
    return [_told(hours), _told(hours / response.HOURS_PER_YEAR, 3), _told(found[1])]


def tidtabell():
    times = sorted((15 if start <= 15 else 45) - start + 20 for start in range(30))
    return [_told(times[nearest_rank(percent, 30)]) for percent in (50, 90)]


def lokalisering():
    origin, site = (part.ravel() for part in np.indices((4, 4)))
    nothing = np.zeros(4, bool)
    people = np.array([100.0, 100, 100, 300])
    pairs = Pairs(origin, site, 10.0 * np.abs(origin - site))
    question = Question(pairs, people, nothing, nothing)
    one, two = (choose_sites(question, "pmedian", sites=count).objective for count in (1, 2))
    at_four = float(people @ (10.0 * np.abs(np.arange(4) - 3)))
    covered = choose_sites(question, "mclp", sites=1, radius=10).objective
    return [_told(one), _told(at_four), _told(two), _told(covered)]


def servicenivaer():
    levels = (("akut", "vardcentral"), ("vardcentral", "apotek"), ("apotek",))
    names = ("akut", "vardcentral", "apotek")
    rules = SimpleNamespace(
        functions=dict.fromkeys(names),
        levels=[SimpleNamespace(required=required, expected=()) for required in levels],
    )
    has = [("akut", "vardcentral", "apotek"), ("vardcentral", "apotek"), ("apotek",), ("akut", "apotek")]
    gives = np.array([[name in place for place in has] for name in names])
    return _all(service_levels.standing(rules, gives, np.arange(4), 4).level)


def behov_restid():
    found = need_access.need_and_access(
        np.array([1.0, 2, 3, 4]), np.array([5.0, 20, 10, 15]), np.full(4, 100.0), np.arange(4)
    )
    order = np.argsort(found.rank)
    assert list(order) == [3, 1, 2, 0]
    return [f"{value:g}".replace(".", ",") for value in found.weight[order]]


def jamlikhet():
    values, people = np.array([0.0, 2, 4, 3, 0, 6]), np.array([1000.0, 500, 1500, 800, 700, 500])
    ranked = inequality.pooled(values, people, np.array([3.0, 1, 2, 2, 1, 5]))
    found = (
        inequality.concentration_index(ranked),
        inequality.gini(values, people),
        inequality.theil(values, people).total,
    )
    return _all(found, 4)


def planchecklista():
    flats = np.array([200.0, 150, 150])
    assumed = need.Assumptions(2.1, 2.1, 1.0, 1100, 100)
    found = need.need_of(flats, np.zeros(3), assumed)
    listed, places = np.array([10947.0]), np.array([11792.0])
    after = [cumulative.loads(listed, places, found.listed[:count, None]).after[0] for count in (3, 2)]
    return [_told(found.people.sum()), *_all(after, 3), _told(found.specialists.sum(), 3)]


def frister():
    return [
        _told(workdays.workdays_between(date(2026, 6, 12), date(2026, 6, 26))),
        _told(workdays.workdays_between(date(2025, 12, 31), date(2026, 12, 31))),
    ]


EXAMPLES = {
    "segregation": segregation_,
    **{
        one.__name__: one
        for one in (
            cni, omradestyper, grannskap, kluster, utvecklingspeng, prognos, argangar, sma_tal, restid, flytande, kapacitet,
            sarbarhet, ambulans, tidtabell, lokalisering, servicenivaer, behov_restid, jamlikhet, planchecklista, frister,
        )
    },
}  # fmt: skip
