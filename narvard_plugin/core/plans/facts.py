"""The names that a rule's expressions and texts may use: what each kind of check measures, what is known of a plan, functions.

The measuring gives exactly these names and the reading of a list refuses every other, so neither drifts from the other.
A fact that is not known is None or left out, never 0: what depends on it cannot be judged.
"""

from __future__ import annotations

from typing import NamedTuple

from ..located import Text

#: Kinds: any number; never negative; whole and never negative; true or false; words.
NUMBER, AMOUNT, COUNT, FLAG, WORDS = "number", "amount", "count", "flag", "words"


class Fact(NamedTuple):
    """One name: its ``kind``, what it is called in a sentence, its own unit where it has another than the check, and what is
    said of a flag that is false."""

    kind: str
    label: Text
    unit: Text = Text("", "")
    denied: Text = Text("", "")


_M2 = Text("m²", "m²")
_METRES = Text("m", "m")
_YEARS = Text("år", "years")
_VALUE = Fact(NUMBER, Text("", ""))
_AMOUNT = Fact(AMOUNT, Text("", ""))
_NAMES = Fact(WORDS, Text("vad som berörs", "what is concerned"))

#: What each type of check gives. `value_<role>` is added for every further role of `layers` (see `names_of_check`).
FACTS: dict[str, dict[str, Fact]] = {
    "distance": {"value": _AMOUNT, "names": _NAMES},
    "intersects": {"value": _AMOUNT, "names": _NAMES},
    "overlap": {"value": _AMOUNT, "names": _NAMES},
    "travel_time": {"value": _AMOUNT, "names": _NAMES},
    "use_present": {
        "found": Fact(
            FLAG,
            Text("användningen finns", "the use is present"),
            denied=Text("användningen finns inte", "the use is not present"),
        )
    },
    "use_area": {
        "area": Fact(AMOUNT, Text("tomtarea", "plot area"), _M2),
        "bta": Fact(AMOUNT, Text("byggrätt (BTA)", "building right (gross floor area)"), _M2),
    },
    "provision_value": {"value": _VALUE, "names": _NAMES},
    "capacity": {
        "value": _AMOUNT,
        "load_before": Fact(AMOUNT, Text("belastning före", "load before")),
        "load_after": Fact(AMOUNT, Text("belastning efter", "load after")),
        "names": _NAMES,
    },
    "raster_stat": {"value": _VALUE},
    "height_surface": {
        "margin": Fact(NUMBER, Text("marginal", "margin"), _METRES),
        "height": Fact(NUMBER, Text("höjd", "height"), _METRES),
        "surface": Fact(NUMBER, Text("hinderyta", "obstacle surface"), _METRES),
    },
    "attribute": {"value": _VALUE, "names": _NAMES},
    "document_present": {
        "missing": Fact(COUNT, Text("saknade handlingar", "missing documents")),
        "missing_list": Fact(WORDS, Text("saknade handlingar", "missing documents")),
    },
    "date_interval": {
        "value": _VALUE,
        "min": Fact(NUMBER, Text("minsta tid", "shortest time")),
        "proposed": Fact(WORDS, Text("föreslaget datum", "proposed date")),
    },
    "change": {
        "changes": Fact(COUNT, Text("ändringar", "changes")),
        "changes_list": Fact(WORDS, Text("ändringar", "changes")),
    },
    "prior_remarks": {
        "open": Fact(COUNT, Text("öppna synpunkter", "open remarks")),
        "partly": Fact(COUNT, Text("delvis tillgodosedda synpunkter", "partly met remarks")),
        "numbers": Fact(WORDS, Text("öppna synpunkters nummer", "numbers of open remarks")),
        "partly_numbers": Fact(WORDS, Text("delvis tillgodosedda synpunkters nummer", "numbers of partly met remarks")),
    },
    "expression": {"value": _VALUE},
    "processing": {"value": _VALUE},
}

#: The fact that stands as the value of a verdict, where it is not ``value``.
MAIN_FACT = {
    "use_present": "found",
    "use_area": "bta",
    "capacity": "load_after",
    "height_surface": "margin",
    "document_present": "missing",
    "change": "changes",
    "prior_remarks": "open",
}

#: Members of a check's ``params`` that are expressions, computed in this order; each is a fact for those after it.
FORMULAS = {"capacity": ("dwellings", "persons", "gp"), "expression": ("expr",)}

#: What the ``params`` of each type of check may hold; a `processing` check's are its algorithm's own parameters.
PARAMS: dict[str, tuple[str, ...]] = {
    "distance": (
        "metric", "percentile", "filter", "min_departures_per_hour", "drivable_width_m", "planned_streets",
    ),
    "intersects": ("filter",),
    "overlap": ("filter",),
    "travel_time": ("modes", "filter", "percentile", "direction"),
    "use_present": (),
    "use_area": ("provisions",),
    "provision_value": ("codes", "aggregate"),
    "capacity": ("filter", "dwellings", "persons", "gp", "minutes", "include_ongoing_plans_m"),
    "raster_stat": ("stat",),
    "height_surface": ("codes",),
    "attribute": ("field", "filter", "of", "max_m"),
    "document_present": ("roles", "underlagstyp"),
    "date_interval": ("from", "to", "workdays", "min_by_procedure", "proposed_workdays"),
    "change": ("area_m2", "height_m", "share"),
    "prior_remarks": (),
    "expression": ("expr",),
}  # fmt: skip
METRICS = ("euclid", "network_walk", "farthest_point")
MODES = ("gang", "cykel", "kollektivtrafik", "bil", "utryckning")

#: What is known of the plan itself, whatever the check.
PLAN_FACTS: dict[str, Fact] = {
    "stage": Fact(WORDS, Text("skede", "stage")),
    "procedure": Fact(WORDS, Text("förfarande", "procedure")),
    "kind": Fact(WORDS, Text("slag av ärende", "kind of case")),
    "significant_impact": Fact(
        FLAG,
        Text("betydande miljöpåverkan", "significant environmental impact"),
        denied=Text("ingen betydande miljöpåverkan", "no significant environmental impact"),
    ),
    "dwellings": Fact(COUNT, Text("bostäder", "dwellings")),  # the most that the case states
    "dwellings_house": Fact(COUNT, Text("småhus", "houses")),  # those of them that are houses
    "bta_housing": Fact(AMOUNT, Text("byggrätt för bostäder", "building right for housing"), _M2),
    "bta_care": Fact(AMOUNT, Text("byggrätt för vård", "building right for care"), _M2),
    "implementation_months": Fact(COUNT, Text("genomförandetid", "implementation time"), Text("månader", "months")),
    "temporary_provisions": Fact(COUNT, Text("tidsbegränsade bestämmelser", "time-limited provisions")),
    "this_year": Fact(COUNT, Text("året", "the year")),
    # Of the needs of premises (local_needs, not struck off) that the plan touches, all of them told: the first year that one
    # begins, the last years of the most and the least urgent, and the sums.
    "need_earliest_year": Fact(COUNT, Text("behovets första år", "first year of the need")),
    "need_soonest_year": Fact(
        COUNT, Text("det mest brådskande behovets sista år", "last year of the most urgent need")
    ),
    "need_latest_year": Fact(COUNT, Text("behovets sista år", "last year of the need")),
    "need_floor_area_m2": Fact(AMOUNT, Text("behövd lokalarea", "floor area needed"), _M2),
    "need_plot_m2": Fact(AMOUNT, Text("behövd tomt", "plot needed"), _M2),
}

#: Kinds of argument: a layer role, the id of another rule, words, any value.
ROLE, RULE, TEXT, VALUE = "role", "rule", "text", "value"


class Function(NamedTuple):
    """A function's arguments: those that it must have, and the kind of any further ones (blank = none)."""

    arguments: tuple[str, ...]
    more: str = ""


#: The functions of every expression. The first six are given by the measuring (`RuleContext.functions`) and answer None
#: where it cannot be known: `has_use` where no uses are known yet, `has_keyword` where there are no words to search.
FUNCTIONS: dict[str, Function] = {
    "has_use": Function((TEXT,), TEXT),
    "has_keyword": Function((TEXT,), TEXT),
    "intersects": Function((ROLE,)),
    "touches": Function((ROLE,)),
    "near": Function((ROLE, VALUE)),
    "need": Function((TEXT,)),
    "verdict": Function((RULE,)),
    "first": Function((VALUE,), VALUE),  # the first of them that is known
}
#: Further functions inside the formula of an ``expression`` check.
FORMULA_FUNCTIONS: dict[str, Function] = {
    "nearest_attr": Function((ROLE, TEXT)),
    "weighted_mean": Function((ROLE, TEXT, TEXT)),
}


def names_of_check(kind: str, further_roles: tuple[str, ...] = ()) -> dict[str, Fact]:
    """The facts that a check of type ``kind`` may give; ``further_roles`` are those of its ``layers``."""
    found = dict(FACTS[kind])
    found.update({f"value_{role}": Fact(AMOUNT, Text(role, role)) for role in further_roles if "value" in found})
    found.update({name: Fact(AMOUNT, Text(name, name)) for name in FORMULAS.get(kind, ()) if name != "expr"})
    return found
