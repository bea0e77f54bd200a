"""What users read of the questions of health's geography."""

from __future__ import annotations

from ..i18n import tr
from .ready_model_parts import ModelTexts, common


def _squares() -> tuple[str, str]:
    return (
        tr("People (points)"),
        tr("With the columns origin_id, population and area_code, as the layers of a Närvård workspace have them."),
    )


def _areas(*more: str) -> tuple[str, str]:
    text = tr(
        "Small areas with the column area_code, all of one vintage. Choose your own region's: what is said of an area is said beside the others."
    )
    return (tr("Areas"), " ".join((text, *more)))  # fmt: skip


def _need_map() -> ModelTexts:
    return ModelTexts(
        tr("Where is the need of care greatest, and where is it far away?"),
        tr(
            "Shows need of care and travel time at once, area by area: who has great need and far to go, how many they are, and in which order the "
            "areas come.\n\n"
            "Everybody's travel time is to the nearest of the facilities in WHICH; an area has the mean over its people. Areas are then put into thirds of the people "
            "by need and by travel time. 3-3 on the map is great need and long travel time. rank says in which order the areas come; the summary says how many people "
            "each pair of classes has. Look at travel time alone, too: the areas farthest away are often other ones.\n\n"
            "Classes and ranks are relative to the areas in AREAS: in every county somebody has the longest way. The mean hides those within an area who have farther than "
            "the others (restid_p90), and those whom no road leads to (restid_population_without) are in no mean. An area where nobody has a travel time gets no class; it is counted and "
            "listed. Travel time is by car: it says nothing of those without one, of opening hours, waiting times, or of whether there is room.\n\n"
            "Method: exact fastest paths; people-weighted mean per area; rank of need times rank of travel time."
        ),
        ("need", "travel time", "priority", "vårdbehov", "restid", "prioritering", "jämlik vård"),
        {
            **common(),
            "PEOPLE": _squares(),
            "WHICH": (
                tr("Which of the facilities (expression)"),
                tr("As it stands: health centres and branches that are not closed."),
            ),
            "AREAS": _areas(tr("With the columns population and NEED.")),
            "NEED": (
                tr("Need of care (field)"),
                tr(
                    "Higher = greater need, such as SCB's socioeconomic index, or cni_per_person from Care Need Index. Not area types, which run the other way."
                ),
            ),
            "nearest:TIMES": (tr("Travel time to the nearest health centre"), ""),
            "both:NEED_AND_TIME": (tr("Need of care and travel time"), ""),
            "both:SUMMARY": (tr("Need of care and travel time, people per class"), ""),
        },
    )


def _who_grew() -> ModelTexts:
    return ModelTexts(
        tr("Where has the population grown?"),
        tr(
            "Tells whether people have become more in areas with great socioeconomic challenges, in areas with very good conditions, or between them, and shows "
            "the change on the map, with a page of bars that can be shown as it is.\n\n"
            "Growth proper keeps every area in the type that it had in the first year. Beside it stands what comes of areas that changed type, which is no "
            "growth of anything. Look at both: a type can swell because areas have moved into it.\n\n"
            "It does not tell births, deaths and moves apart, nor who moved where, and says nothing of the cause. Areas that lack a type or a number of people in either year stand in neither; they are "
            "counted, listed, and have a row of their own. Compare only years with the same borders.\n\n"
            "Method: growth = (after − before) / before, summed per type; effect of reclassification = growth with the type of each year − growth with the "
            "type of the first year."
        ),
        ("population", "growth", "area type", "befolkning", "tillväxt", "områdestyp", "segregation"),
        {
            "AREAS": _areas(tr("With type and people of both years.")),
            "TYPE_BEFORE": (tr("Area type in the first year (field)"), tr("Such as SCB's area type 1–5.")),
            "TYPE_AFTER": (tr("Area type in the last year (field)"), tr("Such as SCB's area type 1–5.")),
            "POPULATION_BEFORE": (tr("People in the first year (field)"), tr("Number of people.")),
            "POPULATION_AFTER": (tr("People in the last year (field)"), tr("Number of people.")),
            "YEAR_BEFORE": (tr("First year"), tr("For the words of the page; changes no number.")),
            "YEAR_AFTER": (tr("Last year"), tr("For the words of the page; changes no number.")),
            "growth:CHANGE": (tr("Population change per area"), ""),
            "growth:BY_TYPE": (tr("Population growth by area type"), ""),
            "growth:FIGURE": (tr("Where the population grew"), ""),
        },
    )


def _who_shares() -> ModelTexts:
    return ModelTexts(
        tr("Who lives in the health centres' catchments?"),
        tr(
            "Gives every place to the health centre that is nearest in time, and tells how many live around each centre, how many of them are old or born abroad, or whatever else the areas "
            "have numbers of.\n\n"
            "The numbers of the areas are spread where people live (the points in PEOPLE) and summed within each catchment: sum_ and the field's name. Shares are computed anew from the sums in RATES. "
            "population_within is the people of the points themselves, each by their own travel time; where sum_population differs much from it, areas and people are of different "
            "dates or borders.\n\n"
            "It tells who lives nearest, not who is listed: many have chosen another centre (see Listing flows). Everybody in an area is taken to be alike: where the old live in one corner of it, "
            "the figure cannot know. Places farther away than MAX_MINUTES, or more than 2 km from a road, belong to no catchment, and the log says how many live there.\n\n"
            "Method: exact fastest paths; dasymetric overlay, counts summed and shares recomputed."
        ),
        ("catchment", "profile", "who lives", "upptagningsområde", "närområde", "vårdcentral", "befolkning", "ålder"),
        {
            **common(),
            "PEOPLE": _squares(),
            "WHICH": (tr("Which of the facilities (expression)"), tr("As it stands: health centres that are not closed.")),
            "MAX_MINUTES": (tr("Longest travel time (minutes)"), tr("Places farther away belong to nobody.")),
            "AREAS": (
                tr("Areas"),
                tr("Small areas with the column area_code and counts, all of one vintage: all that the catchments may reach, also beyond the region's border."),
            ),
            "FIELDS": (tr("Counts (fields)"), tr("Numbers of people; never shares, means or indices.")),
            "RATES": (
                tr("Shares to compute anew (name=part/whole)"),
                tr("Several with ; between. Both are counts of AREAS."),
            ),
            "profile:PROFILE": (tr("Who lives in each catchment"), ""),
        },
    )  # fmt: skip


def _horizon() -> ModelTexts:
    return ModelTexts(
        tr("How many shall we be, and what care is needed 2030–2050?"),
        tr(
            "Shares out the municipalities' forecast by age among small areas, and multiplies each age by what it uses of care: how many people of each age there will be, where, and how much care "
            "their ages ask for, beside today's.\n\n"
            "The map has population_2030 and so on, the ages of each year, and for YEAR the demand for each service and how it stands to the mean per person (1 = the mean). Two tables have the sums of today and "
            "of YEAR. Run it once for each year that you want the care of.\n\n"
            "It assumes that each age uses as much care as today, and that each area keeps its share of its municipality's people of that age. Nobody in the areas grows older in place: where the old live today, the old "
            "are taken to live. New dwellings change that most of all; give them as PLANNED. The farther ahead and the smaller the area, the less the figure says: read several "
            "areas together. What is used today is not what is needed: those who wait or stay away are not in it, and socioeconomic need is not.\n\n"
            "AREAS must hold all the areas of their municipalities: those that are there share the whole forecast. People outside them are counted in the log.\n\n"
            "Method: today's people by age from PEOPLE; forecast shared out by them, age by age; demand = Σ people(age) × use per person(age)."
        ),
        ("forecast", "demand", "2040", "prognos", "framskrivning", "vårdbehov", "målbild", "åldrande"),
        {
            "PEOPLE": (
                tr("People by age (points)"),
                tr("With the columns area_code, population and age_0_4, age_5_9 … age_80_84, age_85_plus, as the layer people of a Närvård workspace has them."),
            ),
            "AREAS": (
                tr("Areas"),
                tr("Small areas with the column area_code, which begins with the municipality's code; whole municipalities, of the same vintage as the people's area_code."),
            ),
            "PLANNED": (
                tr("People that plans add (field)"),
                tr("New people by the last of YEARS, from dwellings in plans. Blank = none."),
            ),
            "FORECAST": (
                tr("Forecast by age (table)"),
                tr("The table forecasts of a workspace, filtered to one forecast: code, year, age_group, population."),
            ),
            "RATES": (
                tr("Use of care by age (table)"),
                tr("From the region's own care data: service, age_group (as the columns of PEOPLE), per_person (a year)."),
            ),
            "SERVICE": (tr("Services (with ; between; blank = all)"), tr("As they are written in RATES.")),
            "YEARS": (tr("Years of the forecast (with ; between)"), tr("Each becomes fields of its own.")),
            "YEAR": (tr("Year of the care"), tr("The year whose care is computed.")),
            "today:TODAY": (tr("Care that the ages ask for, today"), ""),
            "ahead:CARE": (tr("People and care in coming years"), ""),
            "ahead:SUMMARY": (tr("Care that the ages ask for, the year ahead"), ""),
        },
    )  # fmt: skip


def _grant() -> ModelTexts:
    return ModelTexts(
        tr("How is the development grant shared, and who gains by which rule?"),
        tr(
            "Shares the socioeconomic development grant (socioekonomisk utvecklingspeng) among health centres by how many are listed and how great their need is, and sets it beside what they would get by the need of the area "
            "where the centre stands, and by another rule.\n\n"
            "The need of the listed is estimated from where they live. METHOD is the rule, METHOD_2 the one to compare with. POT is needed by proportional, excess and neutral; THRESHOLD by excess, tariff and step; RATE by tariff and step; "
            "SHARE by neutral. None has a default: take them from your region's decision. The map has each centre's amount and the line that explains it; the tables tell the effect by driftsform, and who gains and who loses.\n\n"
            "It is an ecological estimate: those who are listed at a centre may have greater or smaller need than their neighbours. Whoever has bought an index of the listed themselves should import it and use the tool Socioeconomic "
            "development grant on it. Hidden numbers of listed are in no sum, and centres without listed get no amount; both are told in the log. The amounts say what a rule gives, not what the need costs, nor what the money "
            "does.\n\n"
            "Method: index of the listed = Σ listed × index of the area / Σ listed; the rules as in Socioeconomic development grant, in whole kronor."
        ),
        ("development grant", "socioekonomisk utvecklingspeng", "CNI", "ersättning", "vårdval", "listade", "fördelning"),
        {
            **common(),
            "WHICH": (tr("Which of the facilities (expression)"), tr("As it stands: health centres that are not closed.")),
            "REGION": (
                tr("Region whose centres share the grant (code)"),
                tr("The register may hold a neighbouring region's centres, too. They take no part."),
            ),
            "LISTINGS": (
                tr("Listings (table of area and centre)"),
                tr("Rows of area_code, unit_id, number, date and status, of the same vintage as AREAS."),
            ),
            "AREAS": (tr("Areas"), tr("All areas where the listed live, with the column area_code and the index, of one vintage.")),
            "INDEX": (
                tr("Index of the areas (field)"),
                tr("Such as cni_per_person or cni_ratio from Care Need Index. THRESHOLD is on its scale."),
            ),
            "METHOD": (tr("Rule"), tr("How the money is shared. The rule acg needs more fields than the register has: use the tool itself.")),
            "METHOD_2": (tr("Rule to compare with"), tr("Blank = only where the listed live against where the centre stands.")),
            "POT": (tr("Pot (kronor)"), tr("Whole kronor to share. Tariff and step have a price instead.")),
            "THRESHOLD": (tr("Threshold of the index"), tr("The same for both rules.")),
            "RATE": (
                tr("Price (kronor)"),
                tr("For tariff: kronor per listed and index point over the threshold. For step: kronor per listed. The same for both rules."),
            ),
            "SHARE": (tr("Share of the pot by index (0–1)"), tr("For neutral; the rest goes by listed alone.")),
            "grant:GRANT": (tr("Development grant per health centre"), ""),
            "grant:EFFECT": (tr("Development grant by driftsform"), ""),
            "grant:COMPARISON": (tr("Who gains and who loses"), ""),
        },
    )  # fmt: skip


def _segregated() -> ModelTexts:
    return ModelTexts(
        tr("Where do the greatest challenges gather?"),
        tr(
            "Finds where areas with great challenges lie by each other, more than chance would have it, and tells how unevenly a group of people lives among all the "
            "areas.\n\n"
            "The map has the cores: high_high is a high value among high ones, low_low a low one among low, high_low and low_high areas that differ from all around them. A core's neighbours belong to its "
            "cluster though they may not be coloured. In the table, look first at dissimilarity: the share of the group that would have to move for it to be evenly spread; "
            "reading says it in words.\n\n"
            "High is over the mean of the areas in AREAS, each counted once: it is relative, and not_significant does not say that an area has no challenges. With few areas and control of false findings only the strongest "
            "clusters are found. Both answers depend on how the borders are drawn, how large the areas are, and the first on which areas count as neighbours. A group counted among adults only, such as those with short education, has children in its "
            "denominator when TOTAL is everybody. Neither says why people live where they do.\n\n"
            "Method: local Moran with conditional permutation and FDR; measures of segregation as in the open package segregation."
        ),
        ("cluster", "segregation", "Moran", "kluster", "utsatta områden", "socioekonomi", "boendesegregation"),
        {
            "AREAS": _areas(tr("Polygons that meet.")),
            "VALUE": (
                tr("Value (field)"),
                tr("A share, a rate or an index, such as SCB's socioeconomic index; never a count."),
            ),
            "WEIGHTS": (
                tr("Neighbours are"),
                tr("Which areas count as neighbours: the eight nearest, or those that meet. The answer differs; try both."),
            ),
            "GROUP": (
                tr("People of the group (one or several fields)"),
                tr("Numbers of people, not shares. Where somebody can belong to two groups, the measures of all groups at once mean nothing."),
            ),
            "TOTAL": (tr("All people (field)"), tr("Everybody in the area, whether in a group or not.")),
            "clusters:CLUSTERS": (tr("Clusters of great and small challenges"), ""),
            "apart:APART": (tr("How unevenly people live"), ""),
        },
    )  # fmt: skip


HEALTH = {
    "needmap": _need_map,
    "whogrew": _who_grew,
    "whoshares": _who_shares,
    "horizon": _horizon,
    "grantmodel": _grant,
    "segregated": _segregated,
}
