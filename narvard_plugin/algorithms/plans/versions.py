"""Which versions of which plan a user means: by id, by designation, by stage, or the newest."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingException

from ...adapters.reading import listed
from ...i18n import tr
from ...store.plans.cases import versions_of


def chosen_versions(workspace, plan: str, earlier: str, later: str) -> list[dict]:
    """The rows of the two versions to compare, the earlier first. Raises QgsProcessingException with what is missing."""
    known = None
    if plan:
        known = versions_of(workspace, plan_id_of(workspace, plan)).to_dict("records")
    elif not (earlier and later):
        raise QgsProcessingException(tr("Choose PLAN, or both VERSION_A and VERSION_B."))
    if known is not None and not (earlier and later) and len(known) < 2:
        raise QgsProcessingException(
            tr("{plan} has {n} versions in the register; two are needed to compare. Import the documents of another stage first.")
            .format(plan=plan, n=len(known))
        )  # fmt: skip
    last = _named(workspace, later, known) if later else known[-1]
    if known and last["plan_id"] != known[0]["plan_id"]:
        raise QgsProcessingException(
            tr("The version {version} is of another plan than {plan}. Correct PLAN, or leave it blank.").format(
                version=later, plan=plan
            )
        )
    if earlier:
        first = _named(workspace, earlier, known)
    else:
        before = known[: _place_of(last, known)]
        if not before:
            raise QgsProcessingException(tr("No version of {plan} is older than {version}. Choose VERSION_A.")
                                         .format(plan=plan, version=later))  # fmt: skip
        first = before[-1]
    if first["plan_id"] != last["plan_id"]:
        raise QgsProcessingException(tr("The two versions are of different plans. Choose two versions of one plan."))
    return [_plain(first), _plain(last)]


def plan_id_of(workspace, text: str) -> str:
    """The id of the case that ``text`` names: its id, its national identity, its designation or its name."""
    for column in ("plan_id", "national_id", "designation", "name"):
        found = workspace.read("plan_cases", within={column: [text]})
        if len(found) == 1:
            return str(found["plan_id"].iloc[0])
        if len(found) > 1:
            raise QgsProcessingException(
                tr("{n} cases are called {text}: {list}. Give the id of one of them.")
                .format(n=len(found), text=text, list=listed(list(found["plan_id"])))
            )  # fmt: skip
    raise QgsProcessingException(
        tr("No case in the register has the id, designation or name {text}. Import the plan first, or correct PLAN.")
        .format(text=text)
    )  # fmt: skip


def _named(workspace, text: str, known) -> dict:
    """The version that ``text`` names: an id, or with ``known`` versions a stage with or without its number."""
    stage = re.fullmatch(r"(.*?)\s*(\d*)", text.lower())
    for version in reversed(known or []):
        if version["version_id"] == text:
            return version
        if version["stage"] == stage[1] and stage[2] in ("", str(int(version["number"]))):
            return version
    found = workspace.read("plan_versions", within={"version_id": [text]})
    if not len(found):
        told = [f"{version['stage']} {int(version['number'])}" for version in known or []]
        raise QgsProcessingException(
            tr("There is no version {text} in the register. The plan's versions are: {list}.")
            .format(text=text, list=listed(told) if told else "–")
        )  # fmt: skip
    return found.to_dict("records")[0]


def _place_of(version: dict, known) -> int:
    return [one["version_id"] for one in known].index(version["version_id"])


def _plain(version: dict) -> dict:
    return {name: None if value is None or value != value else value for name, value in version.items()}
