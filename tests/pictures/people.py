"""What people do between the tools: they stand by what was found, take the answers together, and decide."""

from __future__ import annotations

import json
from pathlib import Path

from narvard_plugin.core.plans.rows import records
from narvard_plugin.store.plans import answers, checks, referrals
from narvard_plugin.store.workspace import open_workspace
from tests.end_to_end import plan_walk
from tests.qgis.conftest import County
from tools.help.example import COUNTY, NETWORK, RESULTS, WORKSPACE
from tools.help.examples import examples
from tools.help.examples_plans import REFERRAL

_ANSWERED = ("planresponse", "planfindings", "exportplanrecord")


def prepare(tool: str) -> None:
    """The register as the tool finds it when it is that tool's turn."""
    if tool == "importpartialanswer":
        _fill_in(Path(examples()[tool].given["FILE"]))
    if tool not in _ANSWERED:
        return
    place = plan_walk.Place(WORKSPACE, County(Path(COUNTY), NETWORK), Path(RESULTS))
    with place.opened() as workspace:
        for check in records(checks.latest_checks(workspace, REFERRAL)):
            if check["verdict"] in ("brist", "anmarkning"):
                checks.confirm(
                    workspace,
                    check["check_id"],
                    plan_walk.FUNCTIONS.get(check["department"], plan_walk.COORDINATOR),
                    check["row_version"],
                )
    plan_walk.merged(place, REFERRAL, "Planen tar bort vården och bryter helikopterns yta.")
    if tool == "exportplanrecord":
        with place.opened() as workspace:
            version = referrals.read_referral(workspace, REFERRAL)["row_version"]
            referrals.change_referral(workspace, REFERRAL, {"level": "delegation"}, version)
        plan_walk.decided_and_sent(place, REFERRAL, "avstyrker", "2026-06-24", "plan@9901.example")


def _fill_in(path: Path) -> None:
    """A function answers in the file that it was sent; meanwhile somebody confirms one of its checks in the register."""
    told = json.loads(path.read_text("utf8"))
    told["answer"]["values"].update(summary="Byggnadshöjden kan inte godtas i inflygningssektorn.")
    for check in told["checks"]:
        if check["shown"]["auto_verdict"] in ("brist", "anmarkning"):
            check["values"].update(confirmed_by=plan_walk.FUNCTIONS["akut"])
    told["remarks"].append({"values": {"text": "Vändplats för ambulans behövs.", "severity": "rad"}})
    path.write_text(json.dumps(told), "utf8")
    with open_workspace(WORKSPACE, who=plan_walk.COORDINATOR) as workspace:
        part = next(one for one in answers.parts_of(workspace, REFERRAL) if one["department"] == "akut")
        answers.ask_completion(workspace, part["answer_id"], "Vilken höjd kan godtas?", part["row_version"])
        check = next(one for one in records(checks.latest_checks(workspace, REFERRAL)) if one["rule_id"] == "AKU-02")
        checks.confirm(workspace, check["check_id"], plan_walk.COORDINATOR, check["row_version"])
