"""A dialogue meeting with a municipality into the register, with what was promised there."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ...core.plans import codes
from ...i18n import tr
from ...store.plans.dialogues import (
    add_dialogue,
    add_promise,
    change_dialogue,
    dialogues_of,
    find_dialogue,
    promises_of,
)
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import workspace_parameter
from .deadline_parameters import read_day
from .importplans_places import Places


class _Promise(NamedTuple):
    text: str
    owner: str
    due: Optional[str]


class AddDialogue(NarvardAlgorithm):
    ID = "adddialogue"
    GROUP = "plans"
    TAGS = ("dialogue", "meeting", "promise", "dialogmöte", "löfte", "kommun", "tidig dialog")

    def displayName(self):
        return tr("Write down a dialogue meeting")

    def shortHelpString(self):
        return tr(
            "Writes a meeting with a municipality into the register: who took part, which questions were up, and what was promised by whom "
            "until when. It counts as contact with the municipality, and the promises stand on the page that dialoguebrief makes.\n\n"
            "PROMISES has one promise on each line: the promise; who gave it (kommunen, regionen or annan); the last day. The day may be "
            "left out, as in: Skicka skyfallskartering; kommunen; 2026-12-01. A line that can't be read stops the tool.\n\n"
            "PLAN is the case that the promises are about; those with a day are then deadlines of the case too. The same meeting again (municipality and day) gets "
            "what is new: other texts and promises that it does not have.\n\n"
            "Method: one transaction. Source: whoever was at the meeting."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register that it is written into."))
        for name, label, optional, several, text in (
            ("MUNICIPALITY", tr("Municipality (code or name)"), False, False, tr("Whom the meeting was with.")),
            ("DATE", tr("Date"), False, False, tr("As 2026-12-07.")),
            ("PARTICIPANTS", tr("Participants"), True, False, tr("Names and functions.")),
            ("QUESTIONS", tr("Questions"), True, True, tr("What was up.")),
            ("NOTES", tr("Notes"), True, True, tr("What else was said.")),
            ("PROMISES", tr("Promises (one on each line)"), True, True, tr("The promise; kommunen, regionen or annan; last day.")),
            ("PLAN", tr("Case that the promises are about (id)"), True, False, tr("Blank = of no case.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=optional, multiLine=several), text)
        self.addOutput(QgsProcessingOutputString("DIALOGUE_ID", tr("Id of the meeting")))
        self.addOutput(QgsProcessingOutputNumber("PROMISE_COUNT", tr("Added promises")))

    def compute(self, parameters, context, feedback):
        day = read_day(self, parameters, context, "DATE").isoformat()
        promises = _promises(self.parameterAsString(parameters, "PROMISES", context))
        texts = {
            name.lower(): self.parameterAsString(parameters, name, context).strip() or None
            for name in ("PARTICIPANTS", "QUESTIONS", "NOTES")
        }
        plan_id = self.parameterAsString(parameters, "PLAN", context).strip() or None
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
            municipality = Places(workspace).code_of(told)
            if municipality is None:
                raise QgsProcessingException(
                    tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
                )
            with workspace.transaction():
                known = find_dialogue(workspace, municipality, day)
                dialogue_id = known or add_dialogue(workspace, municipality, day, **texts)
                if known:
                    _complete(workspace, municipality, dialogue_id, texts)
                stored = [one for one in promises_of(workspace, municipality) if one["dialogue_id"] == dialogue_id]
                standing = {(one["text"], one["owner"], one["due"]) for one in stored}
                new = [one for one in dict.fromkeys(promises) if tuple(one) not in standing]
                for one in new:
                    add_promise(workspace, dialogue_id, one.text, one.owner, due=one.due, plan_id=plan_id)
        text = tr("The meeting on {date} is in the register, with {n} new promises.")
        feedback.pushInfo(text.format(date=day, n=len(new)))
        return {"DIALOGUE_ID": dialogue_id, "PROMISE_COUNT": len(new)}


def _complete(workspace, municipality: str, dialogue_id: str, texts: dict) -> None:
    """New texts of a meeting that stands there already; what is not told stays."""
    row = next(one for one in dialogues_of(workspace, municipality) if one["dialogue_id"] == dialogue_id)
    values = {name: text for name, text in texts.items() if text and text != row[name]}
    if values:
        change_dialogue(workspace, dialogue_id, values, row["row_version"])


def _promises(text: str) -> list[_Promise]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(";")]
        words, owner, due = [*parts, "", ""][:3]
        fine = 2 <= len(parts) <= 3 and words and owner.casefold() in codes.PROMISE_OWNERS and (not due or _is_day(due))
        if not fine:
            example = "Skicka skyfallskartering; kommunen; 2026-12-01"
            raise QgsProcessingException(
                tr("PROMISES, line {n}: {line}. Write it as: {example}. Who promised is one of {owners}.").format(
                    n=number, line=line.strip(), example=example, owners=", ".join(codes.PROMISE_OWNERS)
                )
            )
        found.append(_Promise(words, owner.casefold(), due or None))
    return found


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text) is not None
    except ValueError:
        return False
