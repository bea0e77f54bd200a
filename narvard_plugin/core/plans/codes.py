"""The codes of the plan register and which steps may follow which; the store and the panel both go by them.

Codes are Swedish words without å, ä, ö, except those of the national code list `planstatus` (Detaljplan 4.1), which are
kept as published.
"""

from __future__ import annotations

#: What can come to a region from a municipality, or from the Transport Administration or a neighbour region.
CASE_KINDS = (
    "planbesked",
    "planprogram",
    "detaljplan",
    "andring",
    "upphavande",
    "oversiktsplan",
    "fordjupning",
    "tillagg",
    "bostadsforsorjning",
    "vagplan",
    "jarnvagsplan",
    "markanvisning",
    "grannregion",
)

#: Ways of making a detail plan.
PROCEDURES = ("standard", "utokat", "samordnat", "begransat", "okant")

#: The register's own, before or beside the national ones.
OWN_STATUSES = ("bevakad", "planbesked", "planuppdrag", "program", "vilande")
#: The code list planstatus of Nationell informationsspecifikation Detaljplan 4.1.
NATIONAL_STATUSES = (
    "påbörjad",
    "samråd",
    "granskning",
    "antagen",
    "överklagad",
    "tillsyn",
    "laga kraft",
    "upphävd",
    "avslutad",
)
#: A plan goes back, rests and starts again: any status may follow any other.
CASE_STATUSES = OWN_STATUSES + NATIONAL_STATUSES
#: A plan in one of these is no longer under way.
ENDED_STATUSES = ("laga kraft", "upphävd", "avslutad")

#: The stages that documents belong to and that the region is asked in, in their order.
STAGES = ("planbesked", "program", "samråd", "granskning", "antagen", "övrigt")

#: As what the region is asked; the first and last may lose the right to appeal by silence.
STANDINGS = ("sakagare", "vasentligt_intresse", "bada")

#: Who decides the answer.
LEVELS = ("delegation", "utskott", "namnd")

#: How a case came to be known.
CAME_BY = ("brev", "mejl", "kommunens_karta", "lista", "NGP", "fil", "ritad", "dialog", "tidning", "egen_bevakning")

REFERRAL_STATUSES = (
    "inkommen",
    "fordelad",
    "under_beredning",
    "sammanstallning",
    "for_beslut",
    "beslutad",
    "skickad",
    "aterkopplad",
    "avslutad",
    "avstar",
)
#: While a planremiss stands so, its checks, parts and remarks may still be worked on.
REFERRAL_OPEN = ("inkommen", "fordelad", "under_beredning", "sammanstallning")
REFERRAL_STEPS = (
    ("inkommen", "fordelad"),
    ("inkommen", "avstar"),
    ("fordelad", "under_beredning"),
    ("fordelad", "avstar"),
    ("under_beredning", "sammanstallning"),
    ("under_beredning", "avstar"),
    ("sammanstallning", "under_beredning"),
    ("sammanstallning", "for_beslut"),
    ("for_beslut", "sammanstallning"),
    ("for_beslut", "beslutad"),
    ("beslutad", "skickad"),
    ("skickad", "aterkopplad"),
    ("skickad", "avslutad"),
    ("aterkopplad", "avslutad"),
)

PARTIAL_STATUSES = ("ej_paborjad", "pagar", "svar_lamnat", "komplettering", "godkand", "berors_ej")
PARTIAL_STEPS = (
    ("ej_paborjad", "pagar"),
    ("ej_paborjad", "berors_ej"),
    ("pagar", "svar_lamnat"),
    ("pagar", "berors_ej"),
    ("svar_lamnat", "komplettering"),
    ("svar_lamnat", "godkand"),
    ("komplettering", "svar_lamnat"),
    ("godkand", "komplettering"),
    ("berors_ej", "ej_paborjad"),
)
#: While a part stands so, its stance and words stand still.
PARTIAL_LOCKED = ("svar_lamnat", "godkand", "berors_ej")

STATEMENT_STATUSES = ("utkast", "for_beslut", "beslutat", "skickat")
STATEMENT_STEPS = (
    ("utkast", "for_beslut"),
    ("for_beslut", "utkast"),
    ("for_beslut", "beslutat"),
    ("beslutat", "skickat"),
)
#: A decided statement is frozen: only its status may still move.
STATEMENT_FROZEN = ("beslutat", "skickat")

#: What the region says of a plan, from the mildest.
STANCES = ("ingen_erinran", "tillstyrker", "tillstyrker_med_synpunkter", "avstyrker", "avstar")

OK, REMARK, FAIL = "ok", "anmarkning", "brist"
UNCLEAR, NOT_APPLICABLE, NOT_JUDGED, ERROR = "oklart", "ej_tillampligt", "ej_bedomt", "fel"
VERDICTS = (OK, REMARK, FAIL, UNCLEAR, NOT_APPLICABLE, NOT_JUDGED, ERROR)
#: What a person must look at before a decision.
OPEN_VERDICTS = (UNCLEAR, NOT_JUDGED, ERROR)

#: How much a remark weighs, from the lightest.
SEVERITIES = ("info", "rad", "villkor", "avstyrkan")

#: What became of a remark in the next stage.
OUTCOMES = ("oppen", "tillgodosedd", "delvis", "ej_tillgodosedd", "inaktuell")

#: What the coordinator did with a remark's words.
WORDINGS = ("forslag", "godtagen", "redigerad", "struken")

EVIDENCE_KINDS = ("karta", "matvarde", "tabell", "dokument", "citat", "lager")

DEADLINE_KINDS = (
    "svar_senast",
    "fordelas",
    "delsvar",
    "sammanstallt",
    "namndhandlingar",
    "sammantrade",
    "beslut",
    "skicka",
    "anstand",
    "overklagande",
    "bevakning",
    "lofte",
)

#: What happened in a case that is no change of a row: letters, calls, reminders, dispatch.
EVENT_KINDS = (
    "inkommen_handling",
    "kontakt",
    "paminnelse",
    "anstand_begart",
    "delegationsbeslut_anmalt",
    "expedierat",
    "upptackt",
    "aterkoppling",
    "exporterad",
    "anteckning",
)

DOCUMENT_ROLES = ("missiv", "plankarta", "planbeskrivning", "beslutshandling", "grundkarta", "planeringsunderlag",
                  "samradsredogorelse", "granskningsutlatande", "svar", "ovrigt")  # fmt: skip

NEED_STATUSES = ("identifierat", "beslutat", "framfort", "i_plan", "tillgodosett", "avfort")
PROMISE_STATUSES = ("oppet", "infriat", "brutet", "inaktuellt")
#: Who gave a promise.
PROMISE_OWNERS = ("kommunen", "regionen", "annan")

#: The kinds of provision in Detaljplan 4.1 (feature:typ).
PROVISION_KINDS = ("användningsbestämmelse", "egenskapsbestämmelse", "administrativ bestämmelse")

#: The region's functions (förvaltningar) as they come with the first checklist; a region changes them in its own list.
COORDINATOR = "rut"
