"""A later result beside the one that was frozen: what came, went and changed, once every frozen file has been checked."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.frozen_layers import GEOMETRY_COLUMN, read_frozen, table_of
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...adapters.tables import refuse_repeated
from ...core.basis import BasisError, FrozenFile
from ...core.differences import ADDED, CHANGED, REMOVED, SAME, differences, keys_of
from ...i18n import tr
from ...store.frozen_basis import read_manifest, verify
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .comparewithbasis_account import chosen, say_fields, say_problems, say_registered, summary, summary_columns


class CompareWithBasis(NarvardAlgorithm):
    ID = "comparewithbasis"
    GROUP = "data"
    TAGS = (
        "compare",
        "frozen",
        "basis",
        "difference",
        "verify",
        "jämför",
        "fryst",
        "underlag",
        "skillnad",
        "kontrollera",
    )

    def displayName(self):
        return tr("Compare a result with a frozen basis")

    def shortHelpString(self):
        return tr(
            "First checks the SHA-256 of every file of a basis made by freezebasis, and says which have been changed, are missing, or were not there when it was frozen. A basis that has been changed is not compared with; "
            "VERIFY_ONLY stops here and lists the files in OUTPUT. With WORKSPACE the manifest itself is checked too, against the checksum that the workspace keeps.\n\n"
            "Then INPUT, a later result, is compared row by row (by ID_FIELD) with the frozen layer LAYER. Blank = the frozen one of the same name, or the only one with the same fields. "
            "OUTPUT has a row per row that was added or removed, and per value that changed: id, what, field, before, after and difference. Geometry is compared to the millimetre. SUMMARY has per field how many rows changed, the largest difference and the sums before and after. "
            "Fields that only one of them has are told.\n\n"
            "Method: numbers that differ by less than TOLERANCE of the larger are the same number reckoned twice; no value is only like no value. Source: the frozen basis and INPUT."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("BASIS", tr("Frozen basis (folder, or its underlag.json)")),
            tr("As freezebasis made it."),
        )
        self._add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Later result"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr("Needed unless VERIFY_ONLY."),
        )
        self.add_field(
            "ID_FIELD",
            tr("Id (fields)"),
            tr("What a row is known by, in both: one field or several together."),
            numeric=False,
            optional=True,
            many=True,
        )
        self._add(
            QgsProcessingParameterString("LAYER", tr("Frozen layer"), optional=True),
            tr(
                "Its name in the manifest. Blank = the one of the same name as INPUT, or the only one with the same fields."
            ),
        )
        self._add(
            QgsProcessingParameterBoolean("VERIFY_ONLY", tr("Only check that nothing has been changed"), False),
            tr("OUTPUT then lists the files that are not as they were frozen."),
        )
        self._add(
            QgsProcessingParameterString("WORKSPACE", tr("Workspace that it was frozen from"), optional=True),
            tr("Blank = the manifest itself is taken as it is."),
        )
        tolerance = QgsProcessingParameterNumber(
            "TOLERANCE",
            tr("Tolerance (share of the larger number)"),
            QgsProcessingParameterNumber.Type.Double,
            SAME,
            minValue=0,
            maxValue=0.1,
        )
        self._add(tolerance, tr("Numbers that differ by less are the same."), advanced=True)
        tolerance.setMetadata({"widget_wrapper": {"decimals": 12}})
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Differences from the frozen basis")))
        self.addParameter(QgsProcessingParameterFeatureSink("SUMMARY", tr("Differences by field"), optional=True))
        for name, label in (
            ("FILE_PROBLEMS", tr("Files that are not as they were frozen")),
            ("ROWS_BEFORE", tr("Rows in the frozen layer")),
            ("ROWS_AFTER", tr("Rows in the later result")),
            ("ADDED_COUNT", tr("Added rows")),
            ("REMOVED_COUNT", tr("Removed rows")),
            ("CHANGED_COUNT", tr("Changed rows")),
            ("VALUE_COUNT", tr("Changed values")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        if not self.parameterAsBoolean(parameters, "VERIFY_ONLY", context):
            if parameters.get("INPUT") in (None, ""):
                return False, tr("Choose the later result (INPUT), or VERIFY_ONLY.")
            if not self.field_list(parameters, "ID_FIELD", context):
                return False, tr(
                    "Choose the field that a row is known by (ID_FIELD): rows are never matched by their order."
                )
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", columns())
        account.name_columns("SUMMARY", summary_columns())

        def ask():
            if feedback.isCanceled():
                raise Cancelled

        place = self.parameterAsString(parameters, "BASIS", context).strip().strip('"')
        try:
            folder, manifest, checksum = read_manifest(Path(place))
            problems = verify(folder, manifest, ask)
        except BasisError as error:
            raise QgsProcessingException(
                tr("{path} is no frozen basis, or its manifest is damaged ({where}: {problem}).").format(
                    path=place, where=error.path, problem=error.problem
                )
            ) from error
        except OSError as error:
            raise QgsProcessingException(
                tr("The frozen basis {path} cannot be read: {reason}.").format(
                    path=error.filename or place, reason=error.strerror
                )
            ) from error
        text = tr("Frozen basis {reference} {name}, {date}, by {who}: {n} files.")
        account.say(
            feedback,
            text.format(
                reference=manifest.reference,
                name=manifest.name,
                date=manifest.frozen,
                who=manifest.who,
                n=len(manifest.files),
            ),
        )
        workspace = self.parameterAsString(parameters, "WORKSPACE", context).strip()
        if workspace:
            with open_workspace(workspace, writable=False, tool=self.ID) as opened:
                say_registered(opened.read("frozen_bases"), manifest, checksum, account, feedback)
        only = self.parameterAsBoolean(parameters, "VERIFY_ONLY", context)
        say_problems(problems, only, account, feedback)
        if only:
            rows = [[one.file, f"file_{one.what}", None, None, None, None] for one in problems]
            return self._write(rows, [], {"FILE_PROBLEMS": len(problems)}, account, parameters, context, feedback)
        return self._compare(folder, manifest, account, parameters, context, feedback)

    def _compare(self, folder, manifest, account, parameters, context, feedback):
        source = self.source(parameters, "INPUT", context)
        names = [one.name() for one in source.fields() if one.name().lower() != "fid"]
        frozen = chosen(
            manifest, self.parameterAsString(parameters, "LAYER", context).strip(), source.sourceName(), names
        )
        account.say(
            feedback,
            tr("Compared with the frozen layer {title} ({file}).").format(title=frozen.title, file=frozen.file),
        )
        key = self.field_list(parameters, "ID_FIELD", context)
        common = _common_fields(frozen, names, key)
        say_fields(frozen.field_names, names, account, feedback)
        before = read_frozen(folder / frozen.file, frozen.layer, [*key, *common], feedback)
        spatial, degrees = source.wkbType() != NO_GEOMETRY, source.sourceCrs().isGeographic()
        after = table_of(source, [*key, *common], degrees, spatial, feedback)
        for rows, layer in ((before, frozen.title), (after, "INPUT")):
            refuse_repeated(keys_of(rows, key), layer, ", ".join(key))
        fields = list(common)
        if frozen.crs in (None, source.sourceCrs().authid()):
            fields.append(GEOMETRY_COLUMN)
        else:
            text = tr("The frozen layer is in {one} and INPUT in {other}, so their geometries were not compared.")
            account.say(feedback, text.format(one=frozen.crs, other=source.sourceCrs().authid()), warn=True)
        found = differences(before, after, key, fields, self.parameterAsDouble(parameters, "TOLERANCE", context))
        rows = [
            [" – ".join(one.key), one.what, one.field, *_both_shown(one.before, one.after), one.amount] for one in found
        ]
        changed = {one.key for one in found if one.what == CHANGED}
        counts = {
            "FILE_PROBLEMS": 0,
            "ROWS_BEFORE": len(before),
            "ROWS_AFTER": len(after),
            "ADDED_COUNT": sum(one.what == ADDED for one in found),
            "REMOVED_COUNT": sum(one.what == REMOVED for one in found),
            "CHANGED_COUNT": len(changed),
            "VALUE_COUNT": sum(one.what == CHANGED for one in found),
        }
        text = tr(
            "{added} rows were added, {removed} removed and {changed} changed ({values} values); {same} are as they were frozen."
        )
        text = text.format(
            added=counts["ADDED_COUNT"], removed=counts["REMOVED_COUNT"], changed=len(changed), values=counts["VALUE_COUNT"],
            same=len(before) - counts["REMOVED_COUNT"] - len(changed),
        )  # fmt: skip
        account.say(feedback, text)
        return self._write(rows, summary(before, after, fields, found), counts, account, parameters, context, feedback)

    def _write(self, rows, summed, counts, account, parameters, context, feedback):
        nowhere = QgsCoordinateReferenceSystem()
        with Outputs(self, parameters, context, feedback) as outputs:
            outputs.write(
                "OUTPUT", fields_of(columns()), NO_GEOMETRY, nowhere, ((None, row) for row in rows), len(rows)
            )
            outputs.write(
                "SUMMARY", fields_of(summary_columns()), NO_GEOMETRY, nowhere, ((None, row) for row in summed)
            )
        self.keep(account, outputs.results, context)
        return {**outputs.results, **counts}


def _common_fields(frozen: FrozenFile, names: list[str], key: list[str]) -> list[str]:
    missing = [name for name in key if name not in frozen.field_names]
    if missing:
        raise QgsProcessingException(
            tr("The frozen layer {layer} has no field {names}. Its fields are: {fields}.").format(
                layer=frozen.title, names=", ".join(missing), fields=", ".join(frozen.field_names)
            )
        )
    return [name for name in names if name in frozen.field_names and name not in key]


def _both_shown(before, after):
    shown = [_shown(before), _shown(after)]
    if before is not None and shown[0] == shown[1]:  # a number and its text, as in a CSV file: which is which?
        text = tr("{value} (as text)")
        shown = [
            text.format(value=one) if isinstance(value, str) else one for value, one in zip((before, after), shown)
        ]
    return shown


def _shown(value):
    return None if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def columns() -> list[Column]:
    return [
        Column("id", "text", tr("Row (its id), or file")),
        Column("what", "text", tr("What happened (added, changed, removed)")),
        Column("field", "text", tr("Field")),
        Column("before", "text", tr("Before")),
        Column("after", "text", tr("After")),
        Column("difference", "real", tr("Difference (after less before)")),
    ]
