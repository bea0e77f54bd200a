"""The maps of the demonstration, in the order in which the result is told: health, care, both together."""

from __future__ import annotations

from typing import NamedTuple

from .places import CENTRES
from .questions import ALARM_MINUTES, FIRST, LAST, NEIGHBOURS, POT, ROOM_MINUTES, TURNOUT_MINUTES


class Sheet(NamedTuple):
    """One map: what it is called, which layers it shows (keys of the project), and those whose legend it has.

    ``method`` says in a sentence or two what the colours mean and what they are counted from, ``ground`` what land
    without a colour means.
    """

    name: str
    chapter: str
    title: str
    layers: tuple[str, ...]
    legend: tuple[str, ...]
    method: str
    ground: str = ""


NEED_TIME = "need_time"
BASE = ("places", "county", "municipalities", "sea", "land")
_HEALTH, _CARE, _BOTH = "Hälsans geografi", "Vårdens geografi", "Behov × tillgång"
_CAR = "Bil enligt skyltad hastighet, dörr till dörr längs vägnätet."
_OUTSIDE = "Ingen bor här, eller grannlänet som inte redovisas"
_ALARM, _TURNOUT = (f"{minutes:n}".replace(".", ",") for minutes in (ALARM_MINUTES, TURNOUT_MINUTES))

SHEETS = (
    Sheet(
        "01_befolkning",
        _HEALTH,
        "Var bor människorna?",
        ("people",),
        ("people",),
        "Antal invånare per ruta om 1 km².",
        "Ingen bor här",
    ),
    Sheet(
        "02_aldre",
        _HEALTH,
        "Var bor de äldsta?",
        ("oldest",),
        ("oldest",),
        "Antal invånare som är 80 år eller äldre per ruta om 1 km².",
        "Ingen bor här",
    ),
    Sheet(
        "03_omradestyp",
        _HEALTH,
        "Hur skiljer sig livsvillkoren?",
        ("types",),
        ("types",),
        "Områdestyp 1–5 per DeSO, härledd ur låg ekonomisk standard, låg utbildning och långvarigt stöd.",
    ),
    Sheet(
        "04_forandring",
        _HEALTH,
        "Var har befolkningen ökat?",
        ("change",),
        ("change",),
        f"Befolkningens förändring per DeSO {FIRST}–{LAST}. Områden med mörk kant har bytt områdestyp.",
        "Grannlänet redovisas inte",
    ),
    Sheet(
        "05_vardbehov",
        _HEALTH,
        "Var är vårdbehovet störst?",
        ("need",),
        ("need",),
        "Care Need Index per invånare och DeSO. 1 är länets medelvärde; mer betyder större förväntat behov.",
        "Grannlänet redovisas inte",
    ),
    Sheet(
        "06_kluster",
        _HEALTH,
        "Var samlas stora och små utmaningar?",
        ("clusters",),
        ("clusters",),
        f"Socioekonomiskt index per DeSO jämfört med de {NEIGHBOURS} närmaste, även i grannlänet (lokal Moran, FDR 5 %). Hög = stora "
        "utmaningar.",
        "Grannlänet redovisas inte",
    ),
    Sheet(
        "07_enheter",
        _CARE,
        "Var finns vården?",
        ("units_sjukhus", "units_primarvard", "units_akut_ambulans", "roads"),
        ("units_sjukhus", "units_primarvard", "units_akut_ambulans", "roads"),
        "Sjukhus, primärvård och ambulans. I projektet finns alla enhetstyper.",
    ),
    Sheet(
        "08_restid_halsocentral",
        _CARE,
        "Hur långt är det till hälsocentralen?",
        ("served", f"raster_{CENTRES}"),
        (f"raster_{CENTRES}", "served"),
        f"{_CAR} Rutor om 250 m; grått ligger mer än 1 km från väg. Cirklarna: invånare med vårdenheten som närmaste.",
    ),
    Sheet(
        "09_ansvarsomraden",
        _CARE,
        "Vilken hälsocentral är närmast?",
        ("owners", "centre_areas"),
        ("centre_areas", "owners"),
        f"{_CAR} Varje plats hör till den hälsocentral som är närmast i tid, även över länsgränsen.",
        "Närmast grannlänets hälsocentral, eller mer än 1 km från väg",
    ),
    Sheet(
        "10_platser",
        _CARE,
        "Räcker platserna?",
        ("capacity", "room"),
        ("room", "capacity"),
        f"Platser för listade per invånare när alla inom {ROOM_MINUTES} min med bil delar på dem (E2SFCA); mörkgrå rutor når "
        "ingen hälsocentral på den tiden. Cirklarna: listade mot normen.",
        _OUTSIDE,
    ),
    Sheet(
        "11_akutmottagning",
        _CARE,
        "Hur långt är det till akuten?",
        ("units_sjukhus", "crossing", "emergency_areas"),
        ("emergency_areas", "crossing", "units_sjukhus"),
        f"{_CAR} Akutmottagning dygnet runt, grannlänets medräknade.",
        "Mer än 60 min, eller mer än 1 km från väg",
    ),
    Sheet(
        "12_ambulans",
        _CARE,
        "Hur snart kommer ambulansen?",
        ("stations", "response"),
        ("response", "stations"),
        f"Larmtid {_ALARM} min, anspänningstid {_TURNOUT} min och körtid enligt skyltad hastighet från närmaste station, "
        "grannlänets medräknade.",
        _OUTSIDE,
    ),
    Sheet(
        "13_behov_restid",
        _BOTH,
        "Var möts stort behov och lång restid?",
        (NEED_TIME,),
        (NEED_TIME,),
        "Vårdbehov (CNI) och restid till närmaste hälsocentral eller filial per DeSO, i klasser med lika många invånare. "
        "Siffrorna är de tio första i ordning.",
        "Grannlänet redovisas inte",
    ),
    Sheet(
        "14_utvecklingspeng",
        _BOTH,
        "Vart går en utvecklingspeng?",
        ("grant", "quiet_need"),
        ("grant", "quiet_need"),
        f"{POT // 1_000_000} miljoner kronor delade efter listade gånger de listades vårdbehov. Cirkelns yta är beloppet.",
        "Grannlänet redovisas inte",
    ),
)
