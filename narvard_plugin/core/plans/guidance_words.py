"""The guidance page's own words, in Swedish and English."""

from __future__ import annotations

from ..located import Text
from .parameter_states import CONFIRMED, SOURCED, UNCONFIRMED

SEVERITIES = {
    "info": Text("Upplysning", "For information"),
    "rad": Text("Råd", "Advice"),
    "villkor": Text("Villkor", "Condition"),
    "avstyrkan": Text("Kan leda till avstyrkan", "Can lead to opposition"),
}
KINDS = {
    "lag": Text("Lag", "Act"),
    "forordning": Text("Förordning", "Ordinance"),
    "foreskrift": Text("Föreskrift", "Regulation"),
    "allmant_rad": Text("Allmänna råd", "General advice"),
    "vagledning": Text("Vägledning", "Guidance"),
    "regional": Text("Regionalt", "Regional"),
    "lokal_parameter": Text("Lokalt", "Local"),
    "metod": Text("Metod", "Method"),
}
WORDS = {
    "title": Text(
        "Vägledning: vårdfastigheters behov i detaljplan", "Guidance: what care property needs in detail plans"
    ),
    "for_type": Text("Enhetstyp: {type}", "Facility type: {type}"),
    "for_all": Text("För alla slags vårdfastigheter", "For every kind of care property"),
    "lead": Text(
        "Så granskar regionen detaljplaner, och det här behöver vården av dem. Sidan är till för kommunens planerare, tidigt i arbetet.",
        "This is how the region reviews detail plans, and what care needs of them. The page is for municipal planners, early in their work.",
    ),
    "early_heading": Text("Hör av er tidigt", "Get in touch early"),
    "early": Text(
        "Berätta för regionen om planen redan vid planbeskedet: antal bostäder, tidplan och om mark för vård är möjlig. "
        "I ett begränsat förfarande är samrådet sista tillfället.",
        "Tell the region about the plan as early as the first notice: number of dwellings, times, and whether land for care "
        "is possible. In a limited procedure the consultation is the last chance.",
    ),
    "waiting": Text(
        "{n} av {all} tal är förslag som regionen inte har fastställt. De är märkta med † och kan ändras.",
        "{n} of {all} numbers are proposals that the region has not confirmed. They are marked with † and may change.",
    ),
    "numbers_heading": Text("Talen och varifrån de kommer", "The numbers and where they come from"),
    "numbers_note": Text(
        "Samma tal används när regionen granskar planen.", "The same numbers are used when the region reviews the plan."
    ),
    "number": Text("Vad", "What"),
    "value": Text("Värde", "Value"),
    "where": Text("Beslut eller källa", "Decision or source"),
    "state": Text("Läge", "Status"),
    CONFIRMED: Text("fastställt av regionen", "confirmed by the region"),
    UNCONFIRMED: Text("förslag, inte fastställt", "proposal, not confirmed"),
    SOURCED: Text("läst i källan", "read in the source"),
    "unread": Text("inte kontrollerad mot källan", "not checked against the source"),
    "own_choice": Text("eget val, ingen läst källa", "a choice of its own, no source read"),
    "no_source": Text("Ingen källa: ett förslag för regionen att pröva", "No source: a proposal for the region to try"),
    "asks": Text("bedöms av {who}", "judged by {who}"),
    "limits_heading": Text("Om sidan", "About this page"),
    "origin": Text(
        "Lagar och föreskrifter gäller som de står i sina källor; sidan ersätter dem inte. Varje plan bedöms för sig.",
        "Acts and regulations hold as they stand in their sources; the page does not replace them. Every plan is judged by itself.",
    ),
    "list": Text(
        "Ur checklistan {title} ({id} {version}, {sha}).", "From the checklist {title} ({id} {version}, {sha})."
    ),
    "made": Text("Framtagen med Närvård {version}, {date}.", "Made with Närvård {version}, {date}."),
    "made_for": Text(
        "Framtagen för {region} med Närvård {version}, {date}.", "Made for {region} with Närvård {version}, {date}."
    ),
}
