"""The questions of people: where they become more, who lives around the health centres, and how many there will be."""

from __future__ import annotations

from .model_steps import CENTRES, CHOSEN, ROAD, Computed, Input, Of, Step

_AGES = [*(f"age_{youngest}_{youngest + 4}" for youngest in range(0, 85, 5)), "age_85_plus"]
_AGES_OF_YEAR = "array_to_string(array_foreach(array({}), @element || '_' || to_string(@YEAR)), ';')".format(
    ", ".join(f"'{age}'" for age in _AGES)
)
_YEARS = "array_to_string(array_distinct(array_cat(string_to_array(replace(@YEARS, ' ', ''), ';'), array(to_string(@YEAR)))), ';')"


def _gathered(name: str, how: str, kind: int) -> dict:
    """One column of what native:aggregate gathers points into; ``kind`` is Qt's number of a type."""
    return {
        "input": f'"{name}"',
        "aggregate": how,
        "name": name,
        "delimiter": "",
        "type": kind,
        "length": 0,
        "precision": 0,
    }


PEOPLE_QUESTIONS = {
    "whogrew": (
        [
            Input("AREAS", "areas"),
            Input("TYPE_BEFORE", "field of AREAS", "area_type_2015"),
            Input("TYPE_AFTER", "field of AREAS", "area_type"),
            Input("POPULATION_BEFORE", "field of AREAS", "population_2015"),
            Input("POPULATION_AFTER", "field of AREAS", "population"),
            Input("YEAR_BEFORE", "whole", None, optional=True),
            Input("YEAR_AFTER", "whole", None, optional=True),
        ],
        [
            Step(
                "growth",
                "narvard:growthbytype",
                {
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    **{
                        name: Of(name)
                        for name in (
                            "TYPE_BEFORE",
                            "TYPE_AFTER",
                            "POPULATION_BEFORE",
                            "POPULATION_AFTER",
                            "YEAR_BEFORE",
                            "YEAR_AFTER",
                        )
                    },
                },
                {"CHANGE_OUTPUT": "CHANGE", "OUTPUT": "BY_TYPE", "FIGURE": "FIGURE"},
            )
        ],
    ),
    "whoshares": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", CENTRES),
            Input("MAX_MINUTES", "number", 60),
            Input("AREAS", "areas"),
            Input("FIELDS", "fields of AREAS", "population;aged_65_plus;foreign_born"),
            Input(
                "RATES",
                "text",
                "share_aged_65_plus=aged_65_plus/population;share_foreign_born=foreign_born/population",
                optional=True,
            ),
        ],
        [
            CHOSEN,
            Step(
                "catchments",
                "narvard:catchments",
                {
                    **ROAD,
                    "FACILITIES": Of("OUTPUT", "chosen"),
                    "FACILITY_ID": "facility_id",
                    "BREAKS": Of("MAX_MINUTES"),
                    "OVERLAP": "nearest",
                    "MAX_OFFROAD": 2000,  # or the woods between the roads are holes
                },
            ),
            Step(
                "named",
                "native:joinattributestable",
                {
                    "INPUT": Of("OUTPUT", "catchments"),
                    "FIELD": "facility_id",
                    "INPUT_2": Of("OUTPUT", "chosen"),
                    "FIELD_2": "facility_id",
                    "FIELDS_TO_COPY": "name",
                    "METHOD": 1,
                },
            ),
            Step(
                "profile",
                "narvard:catchmentprofile",
                {
                    "ZONES": Of("OUTPUT", "named"),
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    "FIELDS": Of("FIELDS"),
                    "METHOD": "dasymetric",
                    "GRID": Of("PEOPLE"),
                    "GRID_WEIGHT": "population",
                    "RATES": Of("RATES"),
                },
                {"OUTPUT": "PROFILE"},
            ),
        ],
    ),
    "horizon": (
        [
            Input("PEOPLE", "points"),
            Input("AREAS", "areas"),
            Input("PLANNED", "field of AREAS", optional=True),
            Input("FORECAST", "table"),
            Input("RATES", "table"),
            Input("SERVICE", "text", "", optional=True),
            Input("YEARS", "text", "2030;2040;2050"),
            Input("YEAR", "whole", 2040),
        ],
        [
            # It also tells of people outside the areas, and of areas without people.
            Step(
                "counted",
                "narvard:averagebyarea",
                {
                    "AREAS": Of("AREAS"),
                    "AREA_CODE": "area_code",
                    "POINTS": Of("PEOPLE"),
                    "POINT_AREA": "area_code",
                    "VALUE": "population",
                    "POPULATION": "population",
                    "PREFIX": "today_",
                },
            ),
            Step(
                "tidied",
                "native:deletecolumn",
                {
                    "INPUT": Of("OUTPUT", "counted"),
                    "COLUMN": "today_population_without;today_mean;today_median;today_p90",
                },
            ),
            Step(
                "ages",
                "native:aggregate",
                {
                    "INPUT": Of("PEOPLE"),
                    "GROUP_BY": '"area_code"',
                    "AGGREGATES": [
                        _gathered("area_code", "first_value", 10),
                        *(_gathered(age, "sum", 6) for age in _AGES),
                    ],
                },
            ),
            Step(
                "aged",
                "native:joinattributestable",
                {
                    "INPUT": Of("OUTPUT", "tidied"),
                    "FIELD": "area_code",
                    "INPUT_2": Of("OUTPUT", "ages"),
                    "FIELD_2": "area_code",
                    "FIELDS_TO_COPY": ";".join(_AGES),
                    "METHOD": 1,
                },
            ),
            Step(
                "forecast",
                "narvard:forecast",
                {
                    "AREAS": Of("OUTPUT", "aged"),
                    "AREA_CODE": "area_code",
                    "POPULATION": "today_population_with",
                    "AGE_FIELDS": ";".join(_AGES),
                    "PLANNED": Of("PLANNED"),
                    "FORECAST": Of("FORECAST"),
                    "FORECAST_AGE": "age_group",
                    "YEAR": Computed(_YEARS),
                },
            ),
            *(
                Step(
                    name,
                    "narvard:caredemand",
                    {
                        "AREAS": Of("OUTPUT", people),
                        "AREA_CODE": "area_code",
                        "AGE_FIELDS": ages,
                        "AGE_SUFFIX": suffix,
                        "RATES": Of("RATES"),
                        "SERVICE": Of("SERVICE"),
                    },
                    results,
                )
                for name, people, ages, suffix, results in (
                    ("today", "aged", ";".join(_AGES), "", {"SUMMARY": "TODAY"}),
                    (
                        "ahead",
                        "forecast",
                        Computed(_AGES_OF_YEAR),
                        Computed("'_' || to_string(@YEAR)"),
                        {"OUTPUT": "CARE", "SUMMARY": "SUMMARY"},
                    ),
                )
            ),
        ],
    ),
}
