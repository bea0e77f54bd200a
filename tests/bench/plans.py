"""The checklist over many plans: the made-up county's plans copied about it, half of them in samråd, half in granskning."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from qgis.core import QgsGeometry

from narvard_plugin.core.plans.codes import ENDED_STATUSES
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.store.workspace import open_workspace

from .qgis_session import run
from .timing import Figure, seconds

PLANS, MOST_SECONDS = 200, 300
TODAY = "2026-06-15"
_STEP_M, _REACH_M = (137, 211), 700


def figures(folder: Path) -> Iterator[Figure]:
    """Every rule of the bundled list on 200 plans under way, layers, network and timetable read anew."""
    place = folder / "plans"
    run("narvard:samplecounty", FOLDER=str(place), SCALE=1, SEED=1)
    network = str(place / "roads.npz")
    run("narvard:buildnetwork", ROADS=f"{place / 'exempellan.gpkg'}|layername=roads", PRESET="nvdb", NETWORK=network)
    workspace = str(place / "arbetsyta.gpkg")
    with open_workspace(workspace) as store:
        _confirm(store)
        _fill(store)
    asked = {"WORKSPACE": workspace, "PLAN": "*", "LAYERS": str(place / "planunderlag" / "granskningslager.json"),
             "NETWORK": network, "GTFS": str(place / "gtfs.zip"), "TODAY": TODAY, "OUTPUT": "memory:", "FINDINGS": "memory:"}  # fmt: skip
    counted = {}
    taken, runs = seconds(lambda: counted.update(run("narvard:reviewplan", **asked)), runs=1, warm=False)
    rules = len(open_checklist().rules)
    what = f"reviewplan, {PLANS} plans × {rules} rules ({counted['RULE_COUNT']} verdicts in their stages)"
    yield Figure(what, taken, "s", MOST_SECONDS, runs=runs)


def _confirm(store) -> None:
    """Every number of the list confirmed, so that every condition is judged."""
    told = [
        {"parameter": name, "value": one.value, "unit": one.unit.sv, "who": "bench", "decision": "bench",
         "time": "2026-01-01T00:00:00.000Z", "decision_date": "2026-01-01"}
        for name, one in open_checklist().params.items()
    ]  # fmt: skip
    store.write("parameter_decisions", pd.DataFrame(told))


def _fill(store) -> None:
    """Copies of the plans that have provisions, each moved some hundred metres, until so many are under way."""
    cases, versions = store.read("plan_cases"), store.read("plan_versions")
    areas, provisions = store.read("plan_areas"), store.read("provisions")
    newest = versions.sort_values("stored", kind="stable").drop_duplicates("plan_id", keep="last")
    patterns = newest[newest["version_id"].isin(provisions["version_id"])].to_dict("records")
    missing = PLANS - int((~cases["status"].isin(ENDED_STATUSES)).sum())
    made = {name: [] for name in ("plan_cases", "plan_versions", "plan_areas", "provisions", "referrals")}
    for number in range(missing):
        pattern, own = patterns[number % len(patterns)], f"BENCH-{number:03d}"
        stage = ("samråd", "granskning")[number % 2]
        case = cases[cases["plan_id"] == pattern["plan_id"]].iloc[0].to_dict()
        made["plan_cases"].append({**case, "plan_id": own, "designation": own, "national_id": None, "status": stage})
        made["plan_versions"].append(
            {**pattern, "version_id": own, "plan_id": own, "stage": stage, "number": 1, "previous": None}
        )
        for name, key, rows in (("plan_areas", "area_id", areas), ("provisions", "provision_id", provisions)):
            copied = rows[rows["version_id"] == pattern["version_id"]].to_dict("records")
            made[name] += [
                {**row, "version_id": own, key: str(uuid.uuid4()), "geom": _moved(row["geom"], number // len(patterns))}
                for row in copied
            ]
        made["referrals"].append(
            {"referral_id": own, "plan_id": own, "version_id": own, "stage": stage, "standing": "vasentligt_intresse",
             "received": "2026-06-01", "start": "2026-06-01", "answer_by": "2026-06-26", "level": "delegation",
             "status": "under_beredning"}
        )  # fmt: skip
    with store.transaction():
        for name, rows in made.items():
            frame = pd.DataFrame(rows)
            wkb = list(frame.pop("geom")) if "geom" in frame else None
            store.write(name, frame.drop(columns="row_version", errors="ignore"), wkb=wkb)


def _moved(wkb, times: int):
    if wkb is None:
        return None
    shape = QgsGeometry()
    shape.fromWkb(bytes(wkb))
    across, up = (step * (times + 1) % (2 * _REACH_M) - _REACH_M for step in _STEP_M)
    shape.translate(across, up)
    return bytes(shape.asWkb().data())
