"""What the codes of the plan register are called: the words of the documents, and those that only the dock uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Optional

from ...core.plans.checklist import Checklist
from ...core.plans.statement_content import department_name
from ...i18n import tr
from ...reports.templates import LANGUAGES, Templates, shown_number
from ..language import language


def spoken() -> str:
    """The language of documents that comes nearest to the user's."""
    return language() if language() in LANGUAGES else "en"


def word(group: str, code: Optional[str]) -> str:
    """A code of ``group`` (verdicts, stances, severities, stages, outcomes …) in words; "–" where there is none."""
    return _words(spoken()).get(group, {}).get(code, code) if code else "–"


def heading(group: str, code: Optional[str]) -> str:
    """The same with a capital letter, to stand first."""
    text = word(group, code)
    return text[:1].upper() + text[1:]


def words_of(group: str) -> Mapping[str, str]:
    return _words(spoken())[group]


def figure(value: Optional[float], unit: Optional[str] = "") -> str:
    """A measured value with its unit; a dash where nothing was measured."""
    if value is None:
        return "–"
    return " ".join(filter(None, (shown_number(float(value), spoken()), unit)))


def function(checklist: Optional[Checklist], code: str) -> str:
    """A function (förvaltning) by its name in the checklist."""
    return department_name(checklist, code)[spoken()]


def stage_label(stage: str) -> str:
    """A stage that the region is asked in, or how far a plan that nobody sent has come."""
    own = {
        "bevakad": tr("watched"),
        "planuppdrag": tr("commissioned"),
        "vilande": tr("resting"),
    }
    return own.get(stage) or word("stages", stage)


def procedure_label(procedure: str) -> str:
    return {
        "standard": tr("standard procedure"),
        "utokat": tr("extended procedure"),
        "samordnat": tr("coordinated procedure"),
        "begransat": tr("limited procedure (begränsat förfarande)"),
        "okant": tr("unknown procedure"),
    }[procedure]


def wording_label(wording: str) -> str:
    """What has become of a remark's words."""
    return {
        "forslag": tr("proposal"),
        "godtagen": tr("accepted"),
        "redigerad": tr("edited"),
        "struken": tr("struck"),
    }[wording]


def event_label(kind: str) -> str:
    return {
        "inkommen_handling": tr("Document received"),
        "kontakt": tr("Contact"),
        "paminnelse": tr("Reminder"),
        "anstand_begart": tr("Extension asked for"),
        "delegationsbeslut_anmalt": tr("Delegated decision reported"),
        "expedierat": tr("Sent"),
        "upptackt": tr("Discovered"),
        "aterkoppling": tr("Feedback"),
        "exporterad": tr("Exported"),
        "anteckning": tr("Note"),
    }.get(kind, kind)


def days_label(days: Optional[int], state: str) -> str:
    """How much time is left, said so that colour is not needed to read it."""
    if state == "done" or days is None:
        return tr("done")
    if days in (-1, 0, 1):
        return {-1: tr("1 day late"), 0: tr("today"), 1: tr("1 day left")}[days]
    return tr("{n} days left").format(n=days) if days > 0 else tr("{n} days late").format(n=-days)


@lru_cache(maxsize=2)
def _words(spoken_language: str) -> dict:
    return Templates(spoken_language).words
