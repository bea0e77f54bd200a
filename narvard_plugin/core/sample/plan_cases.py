"""Made-up municipal plans at every stage, with the two twins: one noticed late over Midsummer, one early and right."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .geography import Geography

SOURCE = "Exempellän (påhittat)"
LATE, EARLY = "EX-P001", "EX-P002"
#: The plans that load the same health centre as the late twin; each fits alone, all three do not.
CUMULATIVE = (LATE, "EX-P003", "EX-P004")
HOUSEHOLD_SIZE = 2.1
_SECTOR_LENGTH, _SECTOR_START, _SECTOR_END = 1500.0, 30.0, 190.0
_SECTOR_BEARINGS = (245.0, 25.0)


class Case(NamedTuple):
    """One plan case: where it lies (place, km east and north of its centre), what it is and how it came to be known."""

    plan_id: str
    place: str
    offset: tuple[float, float]
    name: str
    status: str
    status_date: str
    procedure: str
    dwellings: int
    care_m2: int
    hectares: float
    came_by: str


# The late twin's place is found from the helipad; its offset here is not used.
# Columns as in `Case`.
_CASES = (
    ("EX-P001", "Lindhamn", (0, 0), "Ekbacken, Lasarettsparken 3 m.fl.",
     "granskning", "2026-06-12", "standard", 180, 0, 4.2, "kommunens karta"),
    ("EX-P002", "Norrhamn", (-1.3, -1.0), "Ekhagen, Hamnängen 7 m.fl.",
     "granskning", "2026-03-02", "standard", 180, 2600, 4.2, "brev"),
    ("EX-P003", "Lindhamn", (-1.1, 0.5), "Kvarnängen, etapp 2",
     "samråd", "2026-04-20", "standard", 170, 0, 5.0, "mejl"),
    ("EX-P004", "Lindhamn", (-1.0, -0.6), "Tegelvreten 12", "antagen", "2026-05-25", "standard", 150, 0, 2.1, "NGP"),
    ("EX-P005", "Ekhamn", (-0.9, 0.4), "Skolhöjden", "planbesked", "2026-03-17", "okant", 60, 0, 3.0, "mejl"),
    ("EX-P006", "Torsvik", (-1.2, 0.6), "Torsviks äng", "program", "2026-02-09", "okant", 420, 3000, 18.0, "brev"),
    ("EX-P007", "Hultaryd", (0.8, 0.7), "Glasbruket", "planuppdrag", "2025-11-24", "utokat", 90, 0, 6.5, "mejl"),
    ("EX-P008", "Mönsvik", (-0.8, 0.3), "Sågverkstomten",
     "påbörjad", "2026-01-15", "standard", 75, 0, 3.4, "kommunens karta"),
    ("EX-P009", "Borgmark", (0.7, -0.5), "Stenvalla", "samråd", "2026-05-11", "standard", 45, 800, 2.9, "brev"),
    ("EX-P010", "Kyrkeborg", (0.5, 0.5), "Nya särskilda boendet",
     "granskning", "2026-05-04", "standard", 0, 5200, 1.8, "brev"),
    ("EX-P011", "Järnboda", (-0.7, 0.6), "Järnvägsgatan 4", "överklagad", "2025-12-08", "standard", 35, 0, 1.1, "NGP"),
    ("EX-P012", "Mosshult", (0.6, 0.5), "Mossens industriområde",
     "laga kraft", "2025-09-30", "standard", 0, 0, 22.0, "NGP"),
    ("EX-P013", "Kvarnlunda", (0.5, -0.5), "Kvarnens trygghetsbostäder",
     "laga kraft", "2024-06-18", "standard", 40, 900, 1.6, "NGP"),
    ("EX-P014", "Norrhamn", (-1.7, 0.9), "Västra infarten", "vilande", "2023-10-02", "utokat", 210, 0, 14.0, "mejl"),
    ("EX-P015", "Lindhamn", (-2.2, 0.8), "Bergtäkten", "tillsyn", "2026-02-20", "utokat", 0, 0, 31.0, "brev"),
    ("EX-P016", "Hagbo", (-0.6, 0.4), "Strandängarna", "bevakad", "2026-04-02", "okant", 25, 0, 4.0, "tidning"),
    ("EX-P017", "Ekhamn", (-0.6, -0.7), "Gamla epidemisjukhuset",
     "upphävd", "2024-03-11", "standard", 0, 0, 2.4, "NGP"),
    ("EX-P018", "Rinkamåla", (0.5, 0.4), "Ringvägen", "avslutad", "2025-04-14", "standard", 30, 0, 1.9, "mejl"),
    ("EX-P019", "Torsvik", (0.4, 0.9), "Översiktsplan Torsvik 2050",
     "samråd", "2026-03-30", "okant", 1800, 0, 900.0, "brev"),
    ("EX-P020", "Lindhamn", (-3.0, -1.5), "Fördjupad översiktsplan Lindhamn södra",
     "granskning", "2026-05-18", "okant", 2400, 12000, 650.0, "brev"),
    ("EX-P021", "Färjesta", (0.6, 0.3), "Brofästet", "samråd", "2026-06-01", "samordnat", 110, 0, 5.5, "mejl"),
    ("EX-P022", "Smedstad", (-0.5, 0.3), "Smedjans äldreboende",
     "antagen", "2026-01-26", "begransat", 0, 4100, 1.5, "NGP"),
)  # fmt: skip

# plan, stage, number, first day, last day, day the region received it, day it noticed it, day it answered, level
_REFERRALS = (
    (LATE, "samråd", 1, "2026-02-02", "2026-03-02", None, "2026-06-12", None, "delegation"),
    (LATE, "granskning", 1, "2026-06-12", "2026-06-26", "2026-06-12", "2026-06-12", None, "utskott"),
    (EARLY, "planbesked", 1, "2025-05-06", "2025-05-27", "2025-05-06", "2025-05-06", "2025-05-20", "delegation"),
    (EARLY, "samråd", 1, "2025-10-06", "2025-11-17", "2025-10-06", "2025-10-06", "2025-11-12", "utskott"),
    (EARLY, "granskning", 1, "2026-03-02", "2026-03-30", "2026-03-02", "2026-03-02", "2026-03-25", "utskott"),
    ("EX-P003", "samråd", 1, "2026-04-20", "2026-05-18", "2026-04-21", "2026-04-21", "2026-05-15", "delegation"),
    ("EX-P006", "program", 1, "2026-02-09", "2026-03-23", "2026-02-10", "2026-02-10", "2026-03-20", "namnd"),
    ("EX-P009", "samråd", 1, "2026-05-11", "2026-06-08", "2026-05-12", "2026-05-12", "2026-06-05", "delegation"),
    ("EX-P010", "granskning", 1, "2026-05-04", "2026-05-25", "2026-05-04", "2026-05-04", "2026-05-22", "delegation"),
    ("EX-P019", "samråd", 1, "2026-03-30", "2026-06-15", "2026-03-30", "2026-03-30", "2026-06-10", "namnd"),
    ("EX-P020", "granskning", 1, "2026-05-18", "2026-07-31", "2026-05-19", "2026-05-19", None, "namnd"),
    ("EX-P021", "samråd", 1, "2026-06-01", "2026-06-29", "2026-06-02", "2026-06-02", None, "delegation"),
)

# plan, stage, department, stance, text: the late twin's departments contradict each other
_ANSWERS = (
    (
        LATE,
        "granskning",
        "rut",
        "tillstyrker",
        "Förtätning i kollektivtrafiknära läge ligger i linje med strukturbilden.",
    ),
    (
        LATE,
        "granskning",
        "akut",
        "avstyrker",
        "Planen ligger i helikopterflygplatsens inflygningssektor; byggnadshöjden kan inte godtas.",
    ),
    (LATE, "granskning", "fast", "avstyrker", "Vårdändamålet D fanns i samrådet och är borttaget utan motivering."),
    (
        LATE,
        "granskning",
        "hs",
        "tillstyrker_med_synpunkter",
        "Hälsocentralen i området överskrider sin norm när de tre planerna räknas ihop.",
    ),
    (LATE, "granskning", "rkm", "tillstyrker", "Hållplatsen Hamntorget har god turtäthet."),
    (EARLY, "granskning", "rut", "tillstyrker", "Regionens synpunkter från den tidiga dialogen är tillgodosedda."),
    (EARLY, "granskning", "akut", "ingen_erinran", "Planen berör ingen flygsektor; räddningsväg finns."),
    (EARLY, "granskning", "fast", "tillstyrker", "Tomt för vård (D) finns kvar, byggrätt 2 600 m²."),
    (EARLY, "granskning", "hs", "tillstyrker", "Hälsocentralen har plats."),
)

# plan, stage → uses (letter, category, m² gross area, highest building in metres)
_USES = {
    (LATE, "samråd"): (("B", "Bostäder", 17000, 16.0), ("D", "Vård", 2400, 12.0)),
    (LATE, "granskning"): (("B", "Bostäder", 19400, 31.0), ("C", "Centrum", 1200, 12.0)),
    (EARLY, "samråd"): (("B", "Bostäder", 17000, 16.0), ("D", "Vård", 2400, 12.0)),
    (EARLY, "granskning"): (("B", "Bostäder", 17000, 16.0), ("D", "Vård", 2600, 12.0)),
}


class PlanCases(NamedTuple):
    """The plan tables; polygons are closed rings (5, 2) in EPSG:3006, one per row of `plans` and of `sectors`."""

    plans: pd.DataFrame
    plan_rings: list[np.ndarray]
    referrals: pd.DataFrame
    provisions: pd.DataFrame
    answers: pd.DataFrame
    sectors: pd.DataFrame
    sector_rings: list[np.ndarray]


def make_plan_cases(geography: Geography, helipad: tuple[float, float], helipad_id: str) -> PlanCases:
    """Every case with its referrals, uses and departments' answers, and the approach sectors of the helipad."""
    places = geography.settlements.set_index("name")
    sectors = [_sector(helipad, bearing) for bearing in _SECTOR_BEARINGS]
    rings, rows = [], []
    for order, case in enumerate(Case(*row) for row in _CASES):
        place = places.loc[case.place]
        centre = (place.x + 1000 * case.offset[0], place.y + 1000 * case.offset[1])
        if case.plan_id == LATE:
            centre = _toward(helipad, _SECTOR_BEARINGS[0], 700.0)
        rings.append(_rectangle(centre, case.hectares, 25.0 * order))
        rows.append(
            {"plan_id": case.plan_id, "municipality": place.municipality, "kind": _kind(case), **case._asdict()}
        )
    plans = pd.DataFrame(rows).drop(columns=["offset", "hectares"]).assign(twin=_twin, source=SOURCE)
    sector_table = pd.DataFrame(
        {"facility_id": helipad_id, "bearing": _SECTOR_BEARINGS, "length_m": _SECTOR_LENGTH, "source": SOURCE}
    )
    return PlanCases(plans, rings, _referrals(), _provisions(), _answers(), sector_table, sectors)


def _kind(case: Case) -> str:
    if "versiktsplan" in case.name:
        return "översiktsplan"
    return {"program": "planprogram", "planbesked": "planbesked"}.get(case.status, "detaljplan")


def _twin(plans: pd.DataFrame) -> pd.Series:
    return plans["plan_id"].map({LATE: "sen", EARLY: "tidig"}).fillna("")


def _referrals() -> pd.DataFrame:
    columns = "plan_id stage number start answer_by received noticed answered level"
    return pd.DataFrame(_REFERRALS, columns=columns.split()).assign(source=SOURCE)


def _answers() -> pd.DataFrame:
    return pd.DataFrame(_ANSWERS, columns=["plan_id", "stage", "department", "stance", "text"]).assign(source=SOURCE)


def _provisions() -> pd.DataFrame:
    """Uses per plan and stage; a plan without a hand-made list has dwellings, and care where it holds care area."""
    rows = [(*key, *use) for key, uses in _USES.items() for use in uses]
    done = {plan for plan, _ in _USES}
    for case in (Case(*row) for row in _CASES):
        if case.plan_id in done or _kind(case) != "detaljplan":
            continue
        if case.dwellings:
            rows.append((case.plan_id, case.status, "B", "Bostäder", case.dwellings * 95, 14.0))
        if case.care_m2:
            rows.append((case.plan_id, case.status, "D", "Vård", case.care_m2, 12.0))
        if not case.dwellings and not case.care_m2:
            rows.append((case.plan_id, case.status, "J", "Industri", 8000, 10.0))
    columns = ["plan_id", "stage", "use", "category", "gross_area_m2", "highest_building_m"]
    return pd.DataFrame(rows, columns=columns).assign(source=SOURCE)


def _rectangle(centre: tuple[float, float], hectares: float, degrees: float) -> np.ndarray:
    """A closed ring, counter-clockwise, half again as long as wide."""
    width = np.sqrt(hectares * 1e4 / 1.5)
    corners = np.array([(-0.75, -0.5), (0.75, -0.5), (0.75, 0.5), (-0.75, 0.5), (-0.75, -0.5)]) * width
    angle = np.radians(degrees)
    turn = np.array([(np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))])
    return np.round(corners @ turn + centre, 1)


def _sector(helipad: tuple[float, float], bearing: float) -> np.ndarray:
    """The approach sector: a wedge from the pad's edge, closed ring, counter-clockwise."""
    ahead = np.array(_toward((0.0, 0.0), bearing, 1.0))
    right = np.array([ahead[1], -ahead[0]])
    near, far = np.array(helipad), np.array(helipad) + ahead * _SECTOR_LENGTH
    ring = [
        near + right * _SECTOR_START,
        far + right * _SECTOR_END,
        far - right * _SECTOR_END,
        near - right * _SECTOR_START,
    ]
    return np.round(np.array([*ring, ring[0]]), 1)


def _toward(start: tuple[float, float], bearing: float, metres: float) -> tuple[float, float]:
    angle = np.radians(bearing)
    return start[0] + metres * float(np.sin(angle)), start[1] + metres * float(np.cos(angle))
