"""What users read of the questions of care's geography."""

from __future__ import annotations

from ..i18n import tr
from .ready_model_parts import ModelTexts, common


def _primary_care() -> ModelTexts:
    return ModelTexts(
        tr("How far is it to primary care, and is there room?"),
        tr(
            "Travel time to the nearest health centre, listed people per doctor at each centre, and how many people the region's norm "
            "has room for per inhabitant where people live.\n\n"
            "Read the three results together. Travel time shows distance alone. Listed per specialist shows where a centre has more "
            "listed than the norm. Listable per inhabitant (E2SFCA: near centres count more, and a centre is shared by all who "
            "can reach it) is 1 where the norm is met, lower where many share few doctors, and 0 where no staffed centre is within the "
            "longest travel time.\n\n"
            "It needs the capacity of each centre (full-time specialists and ST). Centres without a known capacity have a travel time but "
            "no room, and are listed in the log. It does not show waiting times, opening hours or where people are listed.\n\n"
            "Method: exact fastest paths; enhanced two-step floating catchment with steps 1, 0.68 and 0.22 within 30 minutes."
        ),
        ("primary care", "capacity", "norm", "hälsocentral", "vårdcentral", "listade", "restid"),
        {
            **common(),
            "WHICH": (tr("Which of the facilities (expression)"), tr("As it stands: health centres that are not closed.")),
            "CAPACITY": (tr("Capacity (table)"), tr("Rows of facility_id, kind (heltid_specialist, heltid_st, listade), value and date.")),
            "MAX_MINUTES": (tr("Room counts within (minutes)"), tr("How far a health centre may be away to count as room.")),
            "nearest:TIMES": (tr("Travel time to the nearest health centre"), ""),
            "capacity:CENTRES": (tr("Listed per doctor and spare places"), ""),
            "room:ROOM": (tr("Listable per inhabitant"), ""),
        },
    )  # fmt: skip


def _service() -> ModelTexts:
    return ModelTexts(
        tr("How far is it to a function or specialty, and when?"),
        tr(
            "Travel time to the nearest facility that offers one service, at a weekday and hour, in a year. A hospital that lacks the "
            "service is passed by.\n\n"
            "The map shows minutes where people live; the summary tells how many facilities offer it, how many people reach it "
            "within 30, 60 and 90 minutes, and who is nearest where nobody near offers it.\n\n"
            "It does not show waiting times, or whether the facility takes patients from another region.\n\n"
            "Method: exact fastest paths to the facilities that have a row for the service in the table of services."
        ),
        ("specialty", "service", "emergency department", "specialitet", "utbud", "akutmottagning", "restid"),
        {
            **common(),
            "WHEN": (tr("When (weekday and hour, such as sat 03:00). Blank = any time"), ""),
            "YEAR": (tr("Year. Blank = whatever year"), ""),
            "service:TIMES": (tr("Travel time to the service"), ""),
            "service:SUMMARY": (tr("Access to each service, summary"), ""),
        },
    )


def _change_of_role() -> ModelTexts:
    return ModelTexts(
        tr("What happens if a facility closes or changes role?"),
        tr(
            "Compares travel time to one service before and after the changes of a scenario: who gets nearer, who farther, and by how "
            "much, per point and per area, by age and area type.\n\n"
            "The changes are rows with facility_id, action (open, close, move, change_role, add_service, remove_service, capacity) "
            "and year; those up to YEAR are made. Before is the register as it stands that year without them.\n\n"
            "It shows minutes and kilometres of one visit for everybody, whether or not they need one. It does not show whether the next "
            "facility has room, and nothing about health.\n\n"
            "Method: the same exact fastest paths twice; people who lose or gain reach are counted apart."
        ),
        ("scenario", "closure", "before and after", "scenario", "omvandling", "stängning", "före och efter"),
        {
            **common(),
            "CHANGES": (
                tr("Changes (table)"),
                tr("The table scenario_changes of a workspace, or another with its columns."),
            ),
            "SCENARIO": (tr("Scenario (its name; needed where the table holds several)"), ""),
            "YEAR": (tr("Year"), tr("Changes up to and including this year are made.")),
            "AREAS": (tr("Areas"), tr("Small areas with the column area_code.")),
            "AREA_TYPE": (
                tr("Area type (field; blank = no groups of areas)"),
                tr("Groups the summary, such as area type 1–5."),
            ),
            "scenario:FACILITIES_AFTER": (tr("Facilities in the scenario"), ""),
            "compared:CHANGE": (tr("Change in travel time"), ""),
            "compared:AREA_CHANGE": (tr("Change in travel time per area"), ""),
            "compared:SUMMARY": (tr("Summary of the comparison"), ""),
        },
    )


def _ambulances() -> ModelTexts:
    return ModelTexts(
        tr("How soon does the ambulance come?"),
        tr(
            "Alarm, turn-out and drive from the nearest station, the share of people reached within 10, 15, 20 and 30 minutes, by "
            "municipality where MUNICIPALITY is named, and what one station fewer would mean. With hospitals it also tells how long the vehicle is away.\n\n"
            "People whom no vehicle reaches stay in the denominator of every share.\n\n"
            "Every vehicle is assumed to stand ready at its station: two calls at once are not modelled. Compare the times with the "
            "region's own log (Compare with known trips) before deciding on them.\n\n"
            "Method: exact fastest paths for emergency vehicles from the stations."
        ),
        ("ambulance", "response time", "coverage", "ambulans", "responstid", "täckning", "station"),
        {
            **common(),
            "STATIONS": (tr("Ambulance stations"), tr("Points with the column facility_id.")),
            "HOSPITALS": (tr("Hospitals that receive"), tr("Blank = only the way to the patient.")),
            "MUNICIPALITY": (
                tr("Municipality of the people (field; blank = no shares by municipality)"),
                tr("The municipality where each point lies."),
            ),
            "ALARM_MINUTES": (tr("From call to alarm (minutes)"), ""),
            "TURNOUT_MINUTES": (tr("From alarm to departure (minutes)"), ""),
            "CALLS_PER_1000": (tr("Calls per 1 000 people and year"), tr("Only for the vehicle hours.")),
            "response:RESPONSE": (tr("Response time"), ""),
            "response:SUMMARY": (tr("Coverage and vehicle hours"), ""),
            "response:UNITS": (tr("One station more or fewer"), ""),
        },
    )


def _one_more() -> ModelTexts:
    return ModelTexts(
        tr("Where should one more stand?"),
        tr(
            "Chooses, among candidate places, the one (or several) that brings most people within a travel time of a facility, when all "
            "that stand today remain. WHICH says which facilities those are: of the same kind as the new one, and not closed.\n\n"
            "The map shows which places are chosen and how many people each serves. The table tells where every point goes: not_served "
            "has a candidate within the travel time that was not chosen, no_route has none. Both are counted in the log.\n\n"
            "Only distance decides here: price, plot and staff do not. Look at the next best places, too, by taking the "
            "chosen one out of the candidates.\n\n"
            "Method: maximal covering, solved exactly where the size allows; the log says which."
        ),
        ("siting", "one more", "maximal covering", "placering", "ny enhet", "lokalisering", "restid"),
        {
            **common(),
            "WHICH": (
                tr("Which of the facilities (expression)"),
                tr(
                    "As it stands: those that are not closed. Where FACILITIES is the whole register, say their kind, too, such as \"type\" = 'ambulansstation'."
                ),
            ),
            "CANDIDATES": (tr("Candidate places"), tr("Any points, such as settlements.")),
            "MORE": (tr("How many more"), ""),
            "RADIUS": (tr("Covered within (minutes)"), ""),
            "choice:SITES": (tr("Chosen places"), ""),
            "choice:ASSIGNMENT": (tr("Where everyone goes"), ""),
        },
    )


CARE = {
    "primarycareaccess": _primary_care,
    "serviceaccess": _service,
    "changeofrole": _change_of_role,
    "ambulancecoverage": _ambulances,
    "onemore": _one_more,
}
