"""A municipality's letter or mail into the register: its case, its documents and its planremiss, with the words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.destination import Destination
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...core.plans.document_roles import investigation_of, role_of
from ...core.plans.letter import Found, read_letter
from ...i18n import tr
from ...sources.plans.letters import Letter, UnreadableLetter, read_letter_file
from ...store.plans.cases import read_case
from ...store.plans.letters import Document, Registered, register_letter
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter
from .deadline_parameters import level_labels, read_day, stage_labels
from .importplans_choices import kind_labels
from .importplans_places import Places
from .registerletter_words import (
    Fact,
    columns,
    letter_problem,
    procedure_labels,
    say_outcome,
    say_reading,
    standing_labels,
)

_CASE = ("municipality", "name", "municipality_reference", "kind", "procedure")
_REFERRAL = ("stage", "received", "start", "answer_by", "level", "standing")
_DATES = ("RECEIVED", "START", "ANSWER_BY")
_TEXTS = ("NAME", "MUNICIPALITY_REFERENCE")
_CHOICES = ("STAGE", "KIND", "PROCEDURE", "LEVEL", "STANDING")


class _Read(NamedTuple):
    """A letter, the facts of its text, and what counts of each column after the person's own words."""

    letter: Letter
    facts: list[Fact]
    chosen: Mapping[str, str]


class RegisterLetter(NarvardAlgorithm):
    ID = "registerletter"
    GROUP = "plans"
    TAGS = (
        "letter",
        "mail",
        "planremiss",
        "intake",
        "brev",
        "mejl",
        "missiv",
        "registrera",
        "inkommen",
        "samråd",
        "granskning",
    )

    def displayName(self):
        return tr("Register a letter about a plan")

    def shortHelpString(self):
        return tr(
            "Reads a letter or mail from a municipality (.eml or .pdf) into the register: the case, every document that came "
            "with it, and the planremiss with its dates.\n\n"
            "OUTPUT tells every fact that was found, with the words that it was read from, and whether it was used. Nothing is "
            "guessed: what the letter does not say, or says in two ways, is left out. What you write in the parameters goes "
            "before the letter. Only a day that the letter asks for an answer by counts: not the day of a meeting, a revision, an appeal or an "
            "office that is closed, none before the letter came, and none without a year in an older mail below. Look at OUTPUT before "
            "the dates are relied on. Attached files other than PDF are kept and not read, which is said.\n\n"
            "The case is PLAN, else the one with the municipality's reference (diarienummer), else the one with the same name in "
            "the municipality, else a new one. Without the municipality's date (ANSWER_BY) or the stage no planremiss is made, "
            "and that is said; run it again with them and the rest is filled in. The same letter twice adds nothing. Where an "
            "open planremiss in the same stage has another date nothing is moved: that is said, and a person decides.\n\n"
            "A scanned PDF, or any PDF where the Python package pypdf is not installed, has no text: it is kept as a document, and the "
            "facts are to be written here. A mail of Outlook (.msg) must be saved as .eml first.\n\n"
            "In begränsat förfarande there is no granskning: samråd is the last chance, and that is said.\n\n"
            "Method: words, dates and numbers by the patterns of Swedish planning letters; one transaction. Source: the letter."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFile("INPUT", tr("Letter or mail")),
            tr("A mail saved as .eml with its attachments, or a PDF."),
        )
        self._add(workspace_parameter(), tr("The register that the case stands in."))
        self._add(
            QgsProcessingParameterString("PLAN", tr("Case that it is about (id)"), optional=True),
            tr("Blank = found by reference or name, else a new case."),
        )
        for name, label, text in (
            ("MUNICIPALITY", tr("Municipality (code or name)"), tr("Blank = as the letter says.")),
            ("NAME", tr("Name of the plan"), tr("Blank = as the letter says, else its subject or file name.")),
            ("MUNICIPALITY_REFERENCE", tr("The municipality's reference (diarienummer)"), tr("Blank = as the letter says.")),
            ("RECEIVED", tr("Received"), tr("As 2026-12-07. Blank = the mail's own date, else today.")),
            ("START", tr("First day of the period"), tr("Blank = as the letter says.")),
            ("ANSWER_BY", tr("Answer by (the municipality's date)"), tr("Blank = as the letter says; never moved.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        for name, label, labels, text in (
            ("STAGE", tr("Stage"), stage_labels(), tr("Blank = as the letter says.")),
            ("KIND", tr("Kind of case"), kind_labels(), tr("Blank = as the letter says, else detail plan.")),
            ("PROCEDURE", tr("Procedure"), procedure_labels(), tr("Blank = as the letter says.")),
            ("LEVEL", tr("Level that decides"), level_labels(), tr("Blank = delegation.")),
            ("STANDING", tr("The region's standing"), standing_labels(), tr("Blank = essential interest. A sakägare may lose the right to appeal by silence.")),
        ):  # fmt: skip
            self._add(enum_parameter(name, label, labels, optional=True), text)
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("What the letter says")))
        for name, text in (
            ("PLAN_ID", tr("Id of the case")),
            ("REFERRAL_ID", tr("Id of the planremiss")),
            ("CASE", tr("Case new or known")),
            ("REFERRAL", tr("What became of the planremiss")),
        ):
            self.addOutput(QgsProcessingOutputString(name, text))
        self.addOutput(QgsProcessingOutputNumber("DOCUMENT_COUNT", tr("Added documents")))

    def checkParameterValues(self, parameters, context):
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        if workspace and Destination(parameters.get("OUTPUT")).is_in(workspace):
            return False, tr(
                "{output} cannot be in the workspace, which is being changed. Choose another file."
            ).format(output="OUTPUT")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", columns())
        path = Path(self.parameterAsFile(parameters, "INPUT", context))
        letter = _read(path)
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            places = Places(workspace)
            read = self._facts(letter, parameters, context, places, path)
            say_reading(read.letter, read.chosen, path.name, account, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                done = self._store(workspace, read, parameters, context)
                case = read_case(workspace, done.plan_id)
                say_outcome(done, case, read.chosen, places.name_of(case["municipality"]), account, feedback)
                rows = [(None, list(fact)) for fact in read.facts]
                outputs.write(
                    "OUTPUT", fields_of(columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(rows)
                )
        self.keep(account, outputs.results, context)
        return {**outputs.results, **_results(done)}

    def _facts(self, letter: Letter, parameters, context, places: Places, path: Path) -> _Read:
        """What the letter says with the person's own words over it."""
        given = self._given(parameters, context, places)
        received = given.get("received") or (letter.received or date.today()).isoformat()
        said = read_letter(letter.text, date.fromisoformat(received), places.names, letter.sender)
        facts, chosen = [], {}
        for found in (*_received(letter), *said):
            used = found.column not in given
            facts.append(Fact(found.column, found.value, found.words, int(used)))
            if used:
                chosen[found.column] = found.value
        for column, value in given.items():
            facts.append(Fact(column, value, tr("written by hand"), 1))
            chosen[column] = value
        chosen.setdefault("received", received)
        if "name" not in chosen and not self.parameterAsString(parameters, "PLAN", context).strip():
            name = " ".join(letter.subject.split()) or path.stem
            words = tr("the letter's subject") if letter.subject.strip() else tr("the name of the file")
            facts.append(Fact("name", name, words, 1))
            chosen["name"] = name
        return _Read(letter, facts, chosen)

    def _given(self, parameters, context, places: Places) -> dict[str, str]:
        """What the person wrote, by column."""
        given: dict[str, Optional[str]] = {}
        told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
        if told:
            given["municipality"] = places.code_of(told)
            if given["municipality"] is None:
                raise QgsProcessingException(
                    tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
                )
        for name in _TEXTS:
            given[name.lower()] = self.parameterAsString(parameters, name, context).strip()
        for name in _DATES:
            day = read_day(self, parameters, context, name)
            given[name.lower()] = day.isoformat() if day else ""
        for name in _CHOICES:
            given[name.lower()] = self.parameterAsEnumString(parameters, name, context)
        return {column: value for column, value in given.items() if value}

    def _store(self, workspace, read: _Read, parameters, context) -> Registered:
        case = {column: read.chosen[column] for column in _CASE if column in read.chosen}
        case["came_by"] = "mejl" if read.letter.files[0].media_type == "message/rfc822" else "brev"
        case["source"] = read.letter.sender or read.letter.files[0].name
        referral = {column: read.chosen[column] for column in _REFERRAL if column in read.chosen}
        documents = [
            Document(one.name, one.media_type, one.content, role_of(one.name), investigation_of(one.name))
            for one in read.letter.files
        ]
        documents[0] = documents[0]._replace(role="missiv", investigation=None)
        plan_id = self.parameterAsString(parameters, "PLAN", context).strip() or None
        return register_letter(workspace, case, referral, documents, plan_id=plan_id)


def _read(path: Path) -> Letter:
    try:
        return read_letter_file(path)
    except UnreadableLetter as error:
        raise QgsProcessingException(letter_problem(error, path.name)) from error
    except OSError as error:
        raise QgsProcessingException(
            tr("The file {path} cannot be opened ({detail}).").format(path=path, detail=error.strerror or error)
        ) from error


def _received(letter: Letter) -> list[Found]:
    if letter.received is None:
        return []
    return [Found("received", letter.received.isoformat(), tr("the date of the mail"))]


def _results(done: Registered) -> dict:
    return {
        "PLAN_ID": done.plan_id,
        "REFERRAL_ID": done.referral_id or "",
        "CASE": done.case,
        "REFERRAL": done.referral,
        "DOCUMENT_COUNT": done.documents,
    }
