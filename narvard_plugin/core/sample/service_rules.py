"""What each type of facility does in the sample county: services with hours, and the hospitals one by one."""

from __future__ import annotations

from typing import NamedTuple

ALWAYS, DAY, EVENING = ("1-7", "00:00-24:00"), ("1-5", "08:00-17:00"), ("1-7", "08:00-22:00")
# Plans of a hospital are made by what it does, from day-and-night emergency care to specialties by appointment.
_ACUTE = (
    "akutmottagning_dygnet_runt", "iva", "kirurgjour", "medicinjour", "ortopedjour", "strokeenhet", "trombolys",
    "operation", "rontgen", "datortomografi", "laboratorium",
)  # fmt: skip
_BASE_SPECIALTIES = (
    "internmedicin",
    "kardiologi",
    "kirurgi",
    "ortopedi",
    "anestesi_intensivvard",
    "geriatrik",
    "radiologi",
)
_COUNTY_SPECIALTIES = (
    *_BASE_SPECIALTIES, "lungsjukdomar", "gastroenterologi", "endokrinologi", "njurmedicin", "hematologi",
    "reumatologi", "infektion", "neurologi", "rehabiliteringsmedicin", "hud", "onkologi", "urologi", "gynekologi",
    "ogon", "oron_nasa_hals", "barnmedicin", "klinisk_fysiologi", "klinisk_kemi", "smartlindring",
)  # fmt: skip
_UNIVERSITY_SPECIALTIES = (
    *_COUNTY_SPECIALTIES, "karlkirurgi", "handkirurgi", "plastikkirurgi", "thoraxkirurgi", "neurokirurgi",
    "barnkirurgi", "allergologi", "rattspsykiatri", "klinisk_mikrobiologi", "klinisk_patologi", "palliativ_medicin",
)  # fmt: skip


class Hospital(NamedTuple):
    """A hospital's functions and specialties, its beds and theatres, people it answers for, and dated changes."""

    functions: tuple[str, ...]
    specialties: tuple[str, ...]
    beds: int
    theatres: int
    people: int
    years: dict[str, tuple]


HOSPITALS = {
    "Lindhamn": Hospital(
        (*_ACUTE, "barnakut", "forlossning", "neonatalvard", "hjartintensivvard", "pci", "dagkirurgi", "dialys",
         "lakemedelsbehandling_cancer", "magnetkamera", "mammografi", "psykiatrisk_akut"),
        _COUNTY_SPECIALTIES, 380, 14, 150_000, {"pci": (2012, None)},
    ),
    "Ekhamn": Hospital(
        (*_ACUTE, "forlossning", "dagkirurgi", "dialys", "magnetkamera"),
        (*_BASE_SPECIALTIES, "ogon", "gynekologi", "urologi"), 105, 5, 28_000, {"forlossning": (1968, 2008)},
    ),
    "Norrhamn": Hospital(
        (*_ACUTE, "forlossning", "hjartintensivvard", "dagkirurgi", "dialys", "lakemedelsbehandling_cancer",
         "magnetkamera"),
        (*_BASE_SPECIALTIES, "gynekologi", "barnmedicin", "urologi", "lungsjukdomar", "gastroenterologi", "hud"),
        150, 6, 62_000, {"forlossning": (1971, 2028), "barnmedicin": (1975, 2028)},
    ),
    "Granhult": Hospital(
        (*_ACUTE, "barnakut", "forlossning", "neonatalvard", "hjartintensivvard", "pci", "dagkirurgi", "dialys",
         "lakemedelsbehandling_cancer", "stralbehandling", "magnetkamera", "mammografi", "psykiatrisk_akut"),
        _UNIVERSITY_SPECIALTIES, 560, 22, 190_000, {},
    ),
    "Klavrebo": Hospital(
        (*_ACUTE, "forlossning", "hjartintensivvard", "dagkirurgi", "dialys", "magnetkamera"),
        (*_BASE_SPECIALTIES, "gynekologi", "urologi", "ogon", "oron_nasa_hals"), 240, 9, 120_000, {},
    ),
    "Brännhult": Hospital(
        ("akutmottagning_dagtid", "narvardsplatser", "rontgen", "laboratorium", "dialys", "dagkirurgi"),
        ("internmedicin", "geriatrik", "rehabiliteringsmedicin"), 40, 2, 18_000,
        {"akutmottagning_dagtid": (2016, None), "narvardsplatser": (2016, None)},
    ),
}  # fmt: skip
DISTRICT = Hospital((*_ACUTE, "forlossning", "dagkirurgi", "dialys"), _BASE_SPECIALTIES, 150, 6, 60_000, {})

# Functions that are inpatient care, day care or care before the hospital; every other one is outpatient.
FORMS = {
    **dict.fromkeys(
        ("forlossning", "neonatalvard", "iva", "hjartintensivvard", "strokeenhet", "trombolys", "pci", "kirurgjour",
         "medicinjour", "ortopedjour", "operation", "narvardsplatser", "vardavdelning"), "slutenvard"),
    **dict.fromkeys(("dagkirurgi", "dialys", "lakemedelsbehandling_cancer", "stralbehandling"), "dagvard"),
}  # fmt: skip
PLANNED = {
    "dagkirurgi",
    "mammografi",
    "lakemedelsbehandling_cancer",
    "dialys",
    "operation",
    "magnetkamera",
    "stralbehandling",
}
BED_SHARE = {
    "iva": 0.03,
    "hjartintensivvard": 0.03,
    "strokeenhet": 0.07,
    "forlossning": 0.06,
    "neonatalvard": 0.03,
    "narvardsplatser": 0.7,
}
BED_SHARE_SPECIALTY = {
    "internmedicin": 0.22,
    "kirurgi": 0.16,
    "ortopedi": 0.14,
    "geriatrik": 0.12,
    "kardiologi": 0.08,
    "infektion": 0.05,
    "barnmedicin": 0.05,
    "gynekologi": 0.03,
}
PER_1000 = {
    "akutmottagning_dygnet_runt": 320,
    "akutmottagning_dagtid": 190,
    "forlossning": 9.5,
    "dialys": 60,
    "iva": 5,
    "operation": 35,
    "dagkirurgi": 45,
    "pci": 3.4,
    "rontgen": 420,
    "datortomografi": 160,
    "mammografi": 150,
}

#: type → rows of (service, care form, urgency, weekdays, hours)
SIMPLE = {
    "vardcentral": (
        ("allmanlakarmottagning", "oppenvard", "planerad", *DAY),
        ("allmanmedicin", "oppenvard", "akut", *DAY),
        ("distriktsskoterska", "oppenvard", "planerad", *DAY),
        ("provtagning", "oppenvard", "planerad", "1-5", "07:30-15:00"),
        ("samtalsstod", "oppenvard", "planerad", *DAY),
        ("vaccination", "oppenvard", "planerad", "2,4", "09:00-11:30"),
    ),
    "vardcentrum": (
        ("allmanlakarmottagning", "oppenvard", "planerad", *DAY),
        ("rontgen", "oppenvard", "planerad", *DAY),
        ("fysioterapi", "oppenvard", "planerad", *DAY),
        ("geriatrik", "oppenvard", "planerad", "3", "08:00-16:00"),
    ),
    "primarvardscentrum": (
        ("allmanlakarmottagning", "oppenvard", "planerad", *DAY),
        ("fysioterapi", "oppenvard", "planerad", *DAY),
        ("barnhalsovard", "oppenvard", "planerad", "1-4", "08:00-16:00"),
    ),
    "narmottagning": (
        ("distriktsskoterska", "oppenvard", "planerad", "1,3,5", "08:00-15:00"),
        ("allmanlakarmottagning", "oppenvard", "planerad", "3", "08:30-15:00"),
        ("provtagning", "oppenvard", "planerad", "1,3", "07:30-09:30"),
    ),
    "digital_vardcentral": (("videobesok", "distans", "planerad", "1-7", "07:00-22:00"),),
    "narakut": (("primarvardsjour", "oppenvard", "akut", *EVENING), ("rontgen", "oppenvard", "akut", *EVENING)),
    "jourmottagning": (("primarvardsjour", "oppenvard", "akut", "6-7", "10:00-16:00"),),
    "specialistmottagning": (
        ("hud", "oppenvard", "planerad", *DAY),
        ("oron_nasa_hals", "oppenvard", "planerad", "1-4", "08:00-16:00"),
        ("ogon", "oppenvard", "planerad", *DAY),
    ),
    "narvardsavdelning": (
        ("narvardsplatser", "slutenvard", "akut", *ALWAYS),
        ("geriatrik", "slutenvard", "planerad", *ALWAYS),
    ),
    "narvardsplatser": (("narvardsplatser", "slutenvard", "planerad", *ALWAYS),),
    "aldremottagning": (("geriatrik", "oppenvard", "planerad", *DAY),),
    "ssih": (
        ("avancerad_hemsjukvard", "hemsjukvard", "akut", *ALWAYS),
        ("palliativ_vard", "hemsjukvard", "planerad", *ALWAYS),
    ),
    "hemsjukhus": (("avancerad_hemsjukvard", "hemsjukvard", "akut", *ALWAYS),),
    "smo_mottagning": (("allmanlakarmottagning", "oppenvard", "planerad", "1-4", "08:00-16:00"),),
    "habilitering": (("fysioterapi", "oppenvard", "planerad", *DAY), ("arbetsterapi", "oppenvard", "planerad", *DAY)),
    "rehab": (("fysioterapi", "oppenvard", "planerad", *DAY),),
    "horcentral": (("horsel", "oppenvard", "planerad", *DAY),),
    "bup": (("barnpsykiatri", "oppenvard", "planerad", *DAY), ("barnpsykiatri", "oppenvard", "akut", *DAY)),
    "forsta_linjen": (("samtalsstod", "oppenvard", "planerad", *DAY), ("samtalsstod", "distans", "akut", *DAY)),
    "vuxenpsykiatri": (("psykiatri", "oppenvard", "planerad", *DAY),),
    "beroendemottagning": (("beroendemedicin", "oppenvard", "planerad", "1-4", "09:00-17:00"),),
    "barnahus": (("barnpsykiatri", "oppenvard", "akut", *DAY),),
    "familjecentral": (
        ("barnhalsovard", "oppenvard", "planerad", *DAY),
        ("modrahalsovard", "oppenvard", "planerad", *DAY),
    ),
    "bvc": (("barnhalsovard", "oppenvard", "planerad", "1-4", "08:00-16:00"),),
    "mvc": (("modrahalsovard", "oppenvard", "planerad", *DAY),),
    "ungdomsmottagning": (("samtalsstod", "oppenvard", "planerad", "1-4", "12:00-18:00"),),
    "folktandvard": (
        ("tandvard", "oppenvard", "planerad", *DAY),
        ("tandvard", "oppenvard", "akut", "1-5", "08:00-10:00"),
    ),
    "mobil_tandvard": (("tandvard", "oppenvard", "planerad", "1-4", "08:00-16:00"),),
    "apotek": (("receptexpedition", "oppenvard", "planerad", "1-6", "09:00-18:00"),),
    "apoteksombud": (("receptexpedition", "oppenvard", "planerad", "1-5", "10:00-17:00"),),
    "korttidsboende": (("distriktsskoterska", "hemsjukvard", "planerad", *ALWAYS),),
    "sarskilt_boende": (("distriktsskoterska", "hemsjukvard", "planerad", *ALWAYS),),
    "halsorum": (
        ("provtagning", "oppenvard", "planerad", "2", "09:00-12:00"),
        ("egenmatning", "oppenvard", "planerad", *EVENING),
    ),
    "virtuellt_halsorum": (
        ("egenmatning", "oppenvard", "planerad", *EVENING),
        ("videobesok", "distans", "planerad", *DAY),
    ),
    "virtuellt_akutrum": (("videobesok", "distans", "akut", *ALWAYS),),
    "samhallsrum": (("videobesok", "distans", "planerad", *DAY),),
    "mobilt_team": (("avancerad_hemsjukvard", "hemsjukvard", "akut", "1-7", "08:00-21:00"),),
    "lakarbil": (("bedomningsbil", "prehospital", "akut", *ALWAYS),),
    "mammografibuss": (("mammografi", "oppenvard", "planerad", "1-4", "08:00-16:00"),),
    "ambulansstation": (("ambulans", "prehospital", "akut", *ALWAYS),),
    "helikopterbas": (("ambulanshelikopter", "prehospital", "akut", *ALWAYS),),
    "laboratorium": (("laboratorium", "oppenvard", "planerad", *DAY),),
}

AMBULANCES = {"Lindhamn": 4, "Norrhamn": 3, "Ekhamn": 2, "Torsvik": 2, "Granhult": 3}
BEDS = {"narvardsavdelning": 22, "narvardsplatser": 6, "ssih": 24, "hemsjukhus": 30}
