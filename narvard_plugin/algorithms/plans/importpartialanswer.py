"""A function's filled-in part of the answer back into the register, with a list of what conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.reading import Cancelled
from ...core.plans.answer_package import (
    ANSWER,
    CHECK,
    MOST_BYTES,
    REMARK,
    Conflict,
    Package,
    PackageError,
    read_package,
)
from ...i18n import tr
from ...store.plans.packages import merge_answer_package
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm
from ..parameters import parts_of, workspace_parameter
from .referral_parameters import reader_words

#: The words of the codes that a conflict can be about.
_GROUPS = {
    (ANSWER, "status"): "part_statuses",
    (ANSWER, "stance"): "stances",
    (CHECK, "verdict"): "verdicts",
    (CHECK, "answer"): "answers",
    (REMARK, "severity"): "severities",
}


class ImportPartialAnswer(ImportingAlgorithm):
    ID = "importpartialanswer"
    GROUP = "plans"
    TAGS = ("partial answer", "import", "merge", "delsvar", "svarspaket", "konflikt", "förvaltning", "funktion")

    def displayName(self):
        return tr("Read in a partial answer (delsvar)")

    def shortHelpString(self):
        return tr(
            "Reads a function's filled-in answer file (from exportpartialanswer) into the register. Every row is known again by its id and row_version.\n\n"
            "What was changed only in the file goes in. What was changed in the register too since the export is a conflict: both values stand in OUTPUT, and nothing of that row goes in. Write its id in TAKE to let the file's "
            "values in; leave it out to keep the register's. A remark without id is added as a new one of the function's own. A locked part takes nothing: ask for a completion (komplettering) first.\n\n"
            "Answers to questions give the verdict that the frozen checklist says; another verdict than the program's needs a reason, and every judgement a name (confirmed_by). "
            "Read in twice, the second time changes nothing.\n\n"
            "Method: compared row by row with what was exported; one transaction. Source: the answer file."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register that the planremiss stands in."))
        self._add(
            QgsProcessingParameterFile("FILE", tr("Answer file"), extension="json"),
            tr("As it came from exportpartialanswer, filled in."),
        )
        self._add(
            QgsProcessingParameterString("TAKE", tr("Conflicting rows to take from the file"), optional=True),
            tr("Ids from OUTPUT with ; between. Blank = none: the register's values stay."),
        )
        self._add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Conflicts")),
            tr("A row for every field that both have changed."),
        )
        for name, label in (
            ("CHANGED_COUNT", tr("Changed rows")),
            ("ADDED_COUNT", tr("Added rows")),
            ("UNCHANGED_COUNT", tr("Unchanged rows")),
            ("CONFLICT_COUNT", tr("Conflicting rows")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def compute(self, parameters, context, feedback):
        package = read_answer_file(Path(self.parameterAsFile(parameters, "FILE", context)))
        take = parts_of(self.parameterAsString(parameters, "TAKE", context))
        strange = [one for one in take if one not in {row.id for row in package.rows}]
        if strange:
            raise QgsProcessingException(
                tr("TAKE names rows that are not in the file: {list}.").format(list=", ".join(strange))
            )
        text = self.parameterAsString(parameters, "WORKSPACE", context)
        with open_workspace(text, tool=self.ID) as workspace, workspace.transaction():
            if feedback.isCanceled():
                raise Cancelled
            merged = merge_answer_package(workspace, package, take)
            words = reader_words()
            rows = [(None, _conflict(one, words)) for one in merged.conflicts]
            with Outputs(self, parameters, context, feedback) as outputs:
                crs = QgsCoordinateReferenceSystem()
                outputs.write("OUTPUT", fields_of(_columns()), NO_GEOMETRY, crs, rows, len(rows))
        conflicts = len({one.id for one in merged.conflicts})
        told = tr("{changed} rows changed, {added} added, {unchanged} unchanged, {conflicts} in conflict.").format(
            changed=merged.changed, added=merged.added, unchanged=merged.unchanged, conflicts=conflicts
        )
        (feedback.pushWarning if conflicts else feedback.pushInfo)(told)
        return {
            **outputs.results,
            "CHANGED_COUNT": merged.changed,
            "ADDED_COUNT": merged.added,
            "UNCHANGED_COUNT": merged.unchanged,
            "CONFLICT_COUNT": conflicts,
        }


def read_answer_file(path: Path) -> Package:
    """A package from its file. Raises `QgsProcessingException` with a sentence."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PackageError("many", "$", str(MOST_BYTES >> 20))
        return read_package(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise QgsProcessingException(
            tr("The file {path} can't be read as text in UTF-8. Choose the answer file as it was exported.").format(
                path=path
            )
        ) from error
    except PackageError as error:
        raise QgsProcessingException(_sentence(error)) from error


def _sentence(error: PackageError) -> str:
    reasons = {
        "json": tr("is no JSON ({detail})"),
        "format": tr("is no answer file ({detail} is wanted)"),
        "missing": tr("is missing {detail}"),
        "kind": tr("is of the wrong kind {detail}"),
        "value": tr('has a value that is not allowed: "{detail}"'),
        "long": tr("is longer than {detail} letters"),
        "many": tr("is more than {detail}"),
        "duplicate": tr('stands there twice: "{detail}"'),
    }
    reason = reasons[error.problem].format(detail=error.detail).strip()
    return tr("The answer file was not read in, and nothing was changed: {where} {reason}.").format(
        where=error.where, reason=reason
    )


def _conflict(one: Conflict, words: Mapping) -> list:
    """The two values as they stand, and what they mean where they are codes."""
    meaning = words.get(_GROUPS.get((one.kind, one.field)), {})
    said = [meaning.get(value, value) for value in (one.register, one.file)]
    return [one.id, _kind(one.kind), one.field, one.register, said[0], one.file, said[1]]


def _kind(kind: str) -> str:
    return {"answer": tr("Partial answer"), "check": tr("Check"), "remark": tr("Remark")}[kind]


def _columns() -> list[Column]:
    return [
        Column("row_id", "text", tr("Id")),
        Column("kind", "text", tr("Kind")),
        Column("field", "text", tr("Field")),
        Column("register", "text", tr("In the register")),
        Column("register_text", "text", tr("In the register, in words")),
        Column("file", "text", tr("In the file")),
        Column("file_text", "text", tr("In the file, in words")),
    ]
