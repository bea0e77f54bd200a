"""The questions of need: where it is great and far away, where it gathers, and how money follows it."""

from __future__ import annotations

from .model_steps import CENTRES, CHOSEN, NOT_CLOSED, ROAD, Computed, Input, Of, Step

_CENTRES_AND_BRANCHES = f"\"type\" IN ('vardcentral', 'narmottagning') AND ({NOT_CLOSED})"


def _where_read(number: str, of: str, *rules: str) -> Computed:
    """The number where the rule ``of`` is one that reads it; else nothing, so that the tool does not warn of it."""
    names = ", ".join(f"'{rule}'" for rule in rules)
    return Computed(f"if(@{of} IN ({names}), @{number}, NULL)")


_THRESHOLD, _RATE, _SHARE = (
    ("THRESHOLD", ("excess", "tariff", "step")),
    ("RATE", ("tariff", "step")),
    ("SHARE", ("neutral",)),
)

NEED_QUESTIONS = {
    "needmap": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", _CENTRES_AND_BRANCHES),
            Input("AREAS", "areas"),
            Input("NEED", "field of AREAS", "socioeconomic_index"),
        ],
        [
            CHOSEN,
            Step(
                "nearest",
                "narvard:nearestfacility",
                {**ROAD, "FACILITIES": Of("OUTPUT", "chosen"), "FACILITY_ID": "facility_id"},
                {"OUTPUT": "TIMES"},
            ),
            Step(
                "mean",
                "narvard:averagebyarea",
                {
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    "POINTS": Of("OUTPUT", "nearest"),
                    "POINT_AREA": "area_code",
                    "VALUE": "minutes_1",
                    "POPULATION": "population",
                    "PREFIX": "restid_",
                },
            ),
            Step(
                "both",
                "narvard:needandaccess",
                {
                    "AREAS": Of("OUTPUT", "mean"),
                    "AREA_CODE": "area_code",
                    "NEED": Of("NEED"),
                    "ACCESS": "restid_mean",
                    "POPULATION": "population",
                },
                {"OUTPUT": "NEED_AND_TIME", "SUMMARY": "SUMMARY"},
            ),
        ],
    ),
    "grantmodel": (
        [
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", CENTRES),
            Input("REGION", "text"),
            Input("LISTINGS", "table"),
            Input("AREAS", "areas"),
            Input("INDEX", "field of AREAS", "cni_per_person"),
            Input("METHOD", "choice of narvard:developmentgrant METHOD", "proportional"),
            Input("METHOD_2", "choice of narvard:developmentgrant METHOD", None, optional=True),
            Input("POT", "number", None, optional=True),
            Input("THRESHOLD", "number", None, optional=True),
            Input("RATE", "number", None, optional=True),
            Input("SHARE", "number", None, optional=True),
        ],
        [
            CHOSEN,
            Step(
                "own",
                "native:extractbyattribute",
                {"INPUT": Of("OUTPUT", "chosen"), "FIELD": "region", "OPERATOR": 0, "VALUE": Of("REGION")},
            ),
            Step(
                "need",
                "narvard:listedneed",
                {
                    "UNITS": Of("OUTPUT", "own"),
                    "UNIT_ID": "facility_id",
                    "LISTINGS": Of("LISTINGS"),
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    "INDEX": Of("INDEX"),
                },
            ),
            Step(
                "grant",
                "narvard:developmentgrant",
                {
                    "UNITS": Of("OUTPUT", "need"),
                    "UNIT_ID": "facility_id",
                    "LISTED": "listed",
                    "INDEX": "index_listed",
                    "AREA_INDEX": "index_area",
                    "BASE": "listed",
                    "DRIFTSFORM": "driftsform",
                    "WITHOUT_LISTED": "leave_out",
                    "METHOD": Of("METHOD"),
                    "METHOD_2": Of("METHOD_2"),
                    "POT": Of("POT"),
                    **{
                        f"{name}{end}": _where_read(name, f"METHOD{end}", *rules)
                        for name, rules in (_THRESHOLD, _RATE, _SHARE)
                        for end in ("", "_2")
                    },
                },
                {"OUTPUT": "GRANT", "EFFECT": "EFFECT", "COMPARISON": "COMPARISON"},
            ),
        ],
    ),
    "segregated": (
        [
            Input("AREAS", "areas"),
            Input("VALUE", "field of AREAS", "socioeconomic_index"),
            Input("WEIGHTS", "choice of narvard:clusters WEIGHTS", "knn"),
            Input("GROUP", "fields of AREAS", "low_education"),
            Input("TOTAL", "field of AREAS", "population"),
        ],
        [
            Step(
                "clusters",
                "narvard:clusters",
                {
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    "VALUE": Of("VALUE"),
                    "METHOD": "moran",
                    "WEIGHTS": Of("WEIGHTS"),
                    "PERMUTATIONS": 9999,
                },
                {"OUTPUT": "CLUSTERS"},
            ),
            Step(
                "apart",
                "narvard:segregation",
                {"AREAS": Of("AREAS"), "AREA_CODE": "area_code", "GROUP": Of("GROUP"), "TOTAL": Of("TOTAL")},
                {"OUTPUT": "APART"},
            ),
        ],
    ),
}
