"""The sample's plan register in its workspace: cases, versions, planremisser, dialogue, and the values its region has decided."""

from __future__ import annotations

import pandas as pd

from ...adapters.sampleplans import register_geometry
from ...core.sample.county import County
from ...core.sample.plan_register import HANDLER, register_tables
from ...sources.plans.checklist_file import open_checklist
from ...store.plans.deadline_rows import recompute
from ...store.workspace import Workspace

_DECISION, _DECIDED = "RS 2025/88 § 14 (påhittat)", "2025-04-08"
#: Where the made-up region has decided otherwise than the list proposes: what its twins were planned by.
_OWN_VALUES = {
    "persons_flat": 2.1,
    "persons_house": 2.1,
    "care_bta_m2": 2500.0,
    "care_plot_m2": 4000.0,
    "need_index": 13.7,
}


def fill_plans(workspace: Workspace, county: County) -> None:
    tables = register_tables(county.plans, county.drawings)
    for name, (rows, shapes) in tables.items():
        workspace.write(name, rows, **register_geometry(rows, shapes))
    for referral_id in tables["referrals"][0]["referral_id"]:
        recompute(workspace, referral_id)
    workspace.write("parameter_decisions", _decisions())


def _decisions() -> pd.DataFrame:
    """Every number of the bundled list that a region must decide on itself."""
    parameters = [parameter for parameter in open_checklist("").params.values() if parameter.confirm]
    return pd.DataFrame(
        {
            "parameter": [parameter.name for parameter in parameters],
            "value": [_OWN_VALUES.get(parameter.name, float(parameter.value)) for parameter in parameters],
            "unit": [parameter.unit.sv for parameter in parameters],
            "who": HANDLER,
            "time": pd.Timestamp(_DECIDED, tz="UTC"),
            "decision": _DECISION,
            "decision_date": _DECIDED,
        }
    )
