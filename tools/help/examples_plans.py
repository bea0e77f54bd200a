"""Examples of detail plans: from the watch to the answer, and what goes out of the register."""

from __future__ import annotations

from .example import CENTRES, NETWORK, RESULTS, TIMETABLE, WORKSPACE, Example, Stored, layer, result

LATE, REFERRAL = "EX-P001", "4a76ab20-b2cb-55c7-b738-6083edbc339a"
_PAPERS = "exempellan/planunderlag"
_REGISTER = {"WORKSPACE": WORKSPACE}
_OURS = {**_REGISTER, "REFERRAL": REFERRAL}
_REVIEW = {
    **_OURS,
    "LAYERS": f"{_PAPERS}/granskningslager.json",
    "NETWORK": NETWORK,
    "GTFS": TIMETABLE,
    "TODAY": "2026-06-15",
}
_LOAD = {
    **_REGISTER,
    "TODAY": "2026-06-15",
    "HOUSEHOLD_SIZE": 2.1,
    "NETWORK": NETWORK,
    **CENTRES,
    "CAPACITY": layer("capacity"),
    "MAX_MINUTES": 15,
    "DISTRIBUTION": "room",
}
_LIST = "Plannamn;Dnr;Kommun;Skede;Bostäder\nKvarteret Räven;KS 2026/12;9901;Samråd;120–150\nBryggan;0012;9901;Granskning;64\n"
_ANSWER = result("delsvar", "json")

EXAMPLES = (
    Example(
        "importplans",
        {
            "INPUT": f"{_PAPERS}/ekbacken_samrad.json",
            "WORKSPACE": result("egna_planer"),
            "OUTPUT": result("inlasta_planer"),
            "PROVISIONS": result("planbestammelser"),
        },
        show=("PROVISIONS",),
        near=True,
    ),
    Example("plandeadlines", {**_OURS, "TODAY": "2026-06-12", "OUTPUT": result("plandatum")}),
    Example(
        "watchplans",
        {**_REGISTER, "TODAY": "2026-06-12", "OUTPUT": result("planbevakning"), "FOUND": result("planbevakning_karta")},
        where="kind <> 'due'",
    ),
    Example(
        "plandifference",
        {**_REGISTER, "PLAN": LATE, "OUTPUT": result("planandringar"), "TABLE": result("planandringar_tabell")},
        show=("TABLE",),
    ),
    Example(
        "planneed",
        {**_LOAD, "OUTPUT": result("planers_vardbehov"), "CENTRES": result("planers_halsocentraler")},
        show=("CENTRES",),
    ),
    Example("cumulativeplans", {**_LOAD, "PLAN": LATE, "OUTPUT": result("planer_tillsammans")}),
    Example(
        "fetchmunicipalplans",
        {
            **_REGISTER,
            "URL": "https://karta.kommunen.example/geoserver/wfs",
            "MUNICIPALITY": "Lindhamn",
            "SOURCE": "Lindhamns karta",
        },
        show=(Stored("plan_items"),),
        fields=("name", "municipality", "designation", "status", "status_date"),
        local={"URL": "{municipal}"},
        note=(
            "Bilden visar Lindhamns karta i Exempellän, hämtad från en efterbildning på den egna datorn.",
            "The picture shows Lindhamn's map in the sample county, fetched from an imitation on this computer.",
        ),
    ),
    Example(
        "importplanlist",
        {
            "INPUT": result("planlista", "csv"),
            "WORKSPACE": result("egna_planer"),
            "MUNICIPALITY": "9901",
            "OUTPUT": result("planlista_inlast"),
        },
        files={result("planlista", "csv"): _LIST},
    ),
    Example(
        "dialoguebrief",
        {**_REGISTER, "MUNICIPALITIES": "9901", "TODAY": "2026-06-12", "OUTPUT_FILE": result("dialogunderlag", "pdf")},
    ),
    Example(
        "adddialogue",
        {
            **_REGISTER,
            "MUNICIPALITY": "9901",
            "DATE": "2026-09-15",
            "PARTICIPANTS": "Planchefen, regionens samhällsplanerare",
            "QUESTIONS": "Hur växer Lindhamn söderut?",
            "PROMISES": "Kommunen skickar planprogrammet;kommunen;2026-11-01",
        },
        show=(Stored("dialogues"),),
        fields=("municipality", "date", "participants", "questions"),
    ),
    Example(
        "addlocalneed",
        {
            **_REGISTER,
            "MUNICIPALITY": "9901",
            "PLACE": "Lindhamn, Södra hamnen",
            "SERVICE": "vardcentral",
            "RADIUS": 1500,
            "FLOOR_AREA": 2400,
            "EARLIEST": 2030,
            "LATEST": 2034,
        },
        show=(Stored("local_needs"),),
        fields=("municipality", "place", "service", "floor_area_m2", "earliest_year", "latest_year", "status"),
    ),
    Example(
        "registerletter",
        {**_REGISTER, "INPUT": f"{_PAPERS}/underrattelse_ekbacken.eml", "OUTPUT": result("brevet")},
    ),
    Example(
        "reviewplan",
        {**_REVIEW, "OUTPUT": result("granskning"), "FINDINGS": result("granskning_fynd")},
        fields=("rule_id", "title", "verdict", "severity", "value", "unit"),
        where="verdict IN ('brist', 'anmarkning')",
    ),
    Example(
        "confirmplanparameter",
        {
            **_REGISTER,
            "VALUES": "persons_flat=1.9",
            "DECISION": "RS 2026/88 § 14",
            "DECISION_DATE": "2026-05-20",
            "WHO": "Regionstyrelsen",
            "OUTPUT": result("planparametrar"),
        },
    ),
    Example("planresponse", {**_OURS, "OUTPUT_FILE": result("yttrande", "pdf")}),
    Example(
        "planfindings",
        {
            **_OURS,
            "OUTPUT": result("fynd_punkter"),
            "LINES": result("fynd_linjer"),
            "AREAS": result("fynd_ytor"),
        },
        show=("OUTPUT", "LINES", "AREAS"),
        near=True,
    ),
    Example("planguidance", {**_REGISTER, "FACILITY_TYPE": "vardcentral", "OUTPUT": result("vagledning", "html")}),
    Example("exportpartialanswer", {**_OURS, "DEPARTMENT": "akut", "FILE": _ANSWER}),
    Example("importpartialanswer", {**_REGISTER, "FILE": _ANSWER, "OUTPUT": result("delsvar_inlast")}),
    Example(
        "exportplanregister",
        {**_REGISTER, "OUTPUT_FILE": result("planregister", "csv"), "DATES_FILE": result("plandatum", "csv")},
        fields=("name", "municipality", "kind", "stage", "received", "answer_by", "status"),
    ),
    Example(
        "exportplanrecord",
        {**_OURS, "TARGET": f"{RESULTS}/diariet"},
        show=(f"{RESULTS}/diariet",),
    ),
)

_STORED = Example("reviewplan", {**_REVIEW, "STORE": True, "OUTPUT": result("granskning_lagrad")})
BEFORE = {
    "importplans": (Example("createworkspace", {"WORKSPACE": result("egna_planer"), "REGION": "99"}),),
    "planresponse": (_STORED,),
    "planfindings": (_STORED,),
    "exportpartialanswer": (_STORED,),
    "importpartialanswer": (_STORED, next(one for one in EXAMPLES if one.tool == "exportpartialanswer")),
    "exportplanrecord": (_STORED,),
}
