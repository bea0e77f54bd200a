"""A plan's walk in the numbers that the twins are compared by."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from narvard_plugin.store.plans import answers, referrals, remarks, statements
from tests.qgis.small_network import run

from .plan_walk import Place, by_rule


class Walked(NamedTuple):
    """A plan's walk in the numbers that the twins are compared by; lists have one for each planremiss."""

    known: int  # days from when the region first heard of it to the last day to answer
    days: list[int]
    workdays: list[int]
    extension: list[str]  # that had to be proposed
    binding: list[dict[str, str]]  # rule -> verdict of what was found of severity villkor and avstyrkan
    lost: str  # uses that are gone since samråd
    stances: set[str]  # of the functions at the end
    contradictions: int
    decided: list[str]
    outcomes: list[str]  # of the remarks of the first planremiss
    said: dict[tuple[str, str], str]  # (file, tool) -> what it told, for FACIT.md


def walked(place: Place, plan: str, asked, heard_of: date, lost: str, said) -> Walked:
    found = [_binding(place, referral) for referral in asked]
    with place.opened(writable=False) as workspace:
        letters = [referrals.read_referral(workspace, referral) for referral in asked]
        assert [row["status"] for row in letters] == ["avslutad"] * len(asked)
        content = [json.loads(statements.statements_of(workspace, referral)[-1]["content"]) for referral in asked]
        history = [row for row in remarks.history(workspace, plan) if row["stage"] == letters[0]["stage"]]
        stances = {part["stance"] for part in answers.parts_of(workspace, asked[-1])}
    told = [run("plandeadlines", WORKSPACE=place.text, REFERRAL=referral, TODAY=row["received"], OUTPUT="memory:")
            for referral, row in zip(asked, letters)]  # fmt: skip
    spans = [[date.fromisoformat(row[name]) for name in ("received", "answer_by")] for row in letters]
    return Walked(
        known=(spans[-1][1] - heard_of).days,
        days=[(last - first).days for first, last in spans],
        workdays=[one["WORKDAYS"] for one in told],
        extension=[one["PROPOSED_EXTENSION"] for one in told],
        binding=found,
        lost=lost,
        stances=stances,
        contradictions=len(content[-1]["contradictions"]),
        decided=[one["stance"] for one in content],
        outcomes=[row["outcome"] for row in history],
        said=said,
    )


def _binding(place: Place, referral: str) -> dict[str, str]:
    return {rule: row["auto_verdict"] for rule, row in by_rule(place, referral).items()
            if row["severity"] in ("villkor", "avstyrkan") and row["auto_verdict"] in ("anmarkning", "brist")}  # fmt: skip
