"""An immutable copy of what a decision stands on: workspace, inputs, settings and results, with a checksum for each file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ... import settings
from ...adapters.reading import Cancelled
from ...core import basis
from ...core.basis import MANIFEST, PAGE, SUMMARY, FrozenFile, Manifest
from ...i18n import tr
from ...store.frozen_basis import being_made, sha256_of, write_manifest
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import workspace_parameter
from .freezebasis_files import Wanted, freeze_files, note_in_workspace, versions
from .freezebasis_page import basis_html


class FreezeBasis(NarvardAlgorithm):
    ID = "freezebasis"
    GROUP = "data"
    TAGS = (
        "freeze",
        "archive",
        "basis",
        "hash",
        "underlag",
        "frys",
        "diarienummer",
        "beslut",
        "arkiv",
        "kontrollsumma",
    )

    def displayName(self):
        return tr("Freeze a basis for a decision")

    def shortHelpString(self):
        return tr(
            "Makes a copy that nobody changes of what a decision stands on, so that others can check it years later and compare later results with it (comparewithbasis).\n\n"
            "A folder <reference>_<name> is made in FOLDER with the whole workspace as a GeoPackage (one moment of it, also while others write), INPUTS and RESULTS "
            "(layers as GeoPackage, rasters and files byte for byte), the network, underlag.json and underlag.html. underlag.json tells of every file its SHA-256, size, layer, "
            "number of rows, CRS, fields, source, and how it was made (tool, settings and what was left out, from the layer's own metadata), with the versions of Närvård, QGIS, GDAL and PROJ. underlag.html is a page for the case file. "
            "All files are made read-only. The checksum of underlag.json is kept in the workspace (frozen_bases, to which rows can only be added) and in the method log.\n\n"
            "The folder is filled beside and renamed when whole: stopped in the middle, nothing has its name. A reference and name that have been frozen already are refused. The copy holds what the workspace holds; "
            "keep it where its readers may see that.\n\n"
            "Method: SHA-256 of each file, and of the manifest that lists them. Source: the layers' own sources, as listed in the manifest."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it reads the project's own layers

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("Copied whole, and where it is noted that it was frozen."))
        self._add(
            QgsProcessingParameterString("NAME", tr("Name")),
            tr("Such as Närsjukhus Ekhamn, variant B."),
        )
        self._add(
            QgsProcessingParameterString("REFERENCE", tr("Reference (diarienummer)")),
            tr("The case that it belongs to, such as RS 2026/0123."),
        )
        self._add(
            QgsProcessingParameterFile("FOLDER", tr("Folder"), QgsProcessingParameterFile.Behavior.Folder),
            tr("Where the basis is put, in a folder of its own. It must exist."),
        )
        for name, label, kind, text in (
            (
                "RESULTS",
                tr("Results (layers)"),
                QgsProcessing.SourceType.TypeMapLayer,
                tr("What the decision reads: maps and tables."),
            ),
            (
                "INPUTS",
                tr("Inputs (layers)"),
                QgsProcessing.SourceType.TypeMapLayer,
                tr("What the results were reckoned from, besides the workspace."),
            ),
            (
                "FILES",
                tr("Other files"),
                QgsProcessing.SourceType.TypeFile,
                tr("Pages, reports, timetables: copied byte for byte."),
            ),
        ):
            self._add(QgsProcessingParameterMultipleLayers(name, label, kind, optional=True), text)
        self._add(
            QgsProcessingParameterFile("NETWORK", tr("Network"), extension="npz", optional=True),
            tr("The file that travel times were reckoned on."),
        )
        self._add(
            QgsProcessingParameterString("SETTINGS", tr("Settings (text or JSON)"), multiLine=True, optional=True),
            tr("Of the run, where they do not stand in the results' own metadata."),
        )
        self._add(
            QgsProcessingParameterString("NOTE", tr("Note"), multiLine=True, optional=True),
            tr("What was decided on it, and what a reader should know."),
        )
        for name, label in (
            ("BASIS", tr("Folder of the basis")),
            ("MANIFEST", tr("Manifest")),
            ("SHA256", tr("Checksum of the manifest (SHA-256)")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputNumber("FILE_COUNT", tr("Files")))

    def checkParameterValues(self, parameters, context):
        for name in ("NAME", "REFERENCE"):
            if not basis.safe_name(self.parameterAsString(parameters, name, context)):
                return False, tr("{name} must hold letters or digits, since the folder is called by it.").format(
                    name=name
                )
        if not any(parameters.get(name) for name in ("RESULTS", "INPUTS", "FILES")):
            return False, tr("Choose at least one result, input or file to freeze with the workspace.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        name, reference = (self.parameterAsString(parameters, one, context).strip() for one in ("NAME", "REFERENCE"))
        folder = Path(self.parameterAsString(parameters, "FOLDER", context)).absolute()
        target = folder / basis.folder_name(reference, name)
        if not folder.is_dir():
            raise QgsProcessingException(
                tr("The folder {path} does not exist. Create it first, or choose another place.").format(path=folder)
            )
        if target.exists():
            raise QgsProcessingException(_there_already(target))
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            known = workspace.read("frozen_bases")
            if ((known["name"] == name) & (known["reference"] == reference)).any():
                raise QgsProcessingException(
                    tr("{reference} {name} has been frozen already, which the workspace remembers. Choose another name, such as one with a number of its version.")
                    .format(reference=reference, name=name)
                )  # fmt: skip
            try:
                with being_made(target) as making:
                    manifest = self._fill(parameters, workspace, making.folder, name, reference, context, feedback)
                    checksum = write_manifest(making.folder, manifest)
                    with workspace.transaction():  # the row and the folder's name come together
                        note_in_workspace(workspace, manifest, target, checksum)
                        making.finish()
            except FileExistsError as error:
                raise QgsProcessingException(_there_already(target)) from error
            except OSError as error:
                raise QgsProcessingException(
                    tr("The basis cannot be written in {path}: {reason}. Nothing of it was kept.").format(
                        path=folder, reason=error.strerror or error
                    )
                ) from error
            people = len(workspace.read("plan_contacts"))
        if people:
            text = tr("The frozen copy holds names and addresses of {n} contacts of the plan register, which stay there. Keep it as "
                      "the region's rules on personal data say, and hand out the results instead of the whole copy.")  # fmt: skip
            feedback.pushWarning(text.format(n=people))
        feedback.pushInfo(
            tr("{n} files were frozen in {path}. Checksum of the manifest: {sha256}").format(
                n=len(manifest.files), path=target, sha256=checksum
            )
        )
        return {
            "BASIS": str(target),
            "MANIFEST": str(target / MANIFEST),
            "SHA256": checksum,
            "FILE_COUNT": len(manifest.files),
        }

    def _fill(self, parameters, workspace, folder: Path, name: str, reference: str, context, feedback) -> Manifest:
        """Copy everything into ``folder``, with the page; what the manifest says of it."""

        def ask():
            if feedback.isCanceled():
                raise Cancelled

        wanted = Wanted(
            self.parameterAsLayerList(parameters, "INPUTS", context),
            self.parameterAsLayerList(parameters, "RESULTS", context),
            [Path(path) for path in self.parameterAsFileList(parameters, "FILES", context) if path],
            self.parameterAsFile(parameters, "NETWORK", context),
        )
        manifest = Manifest(
            reference,
            name,
            datetime.now().astimezone().isoformat(timespec="seconds"),
            settings.load().person,
            workspace.region,
            tuple(freeze_files(workspace, wanted, folder, context, feedback, ask)),
            self.parameterAsString(parameters, "NOTE", context).strip(),
            basis.settings_of(self.parameterAsString(parameters, "SETTINGS", context)),
            versions(),
        )
        page = folder / PAGE
        page.write_text(basis_html(manifest), encoding="utf8")
        told = FrozenFile(PAGE, SUMMARY, sha256_of(page, ask), page.stat().st_size)
        return replace(manifest, files=(*manifest.files, told))


def _there_already(target: Path) -> str:
    return tr("There is already a basis at {path}, and a frozen basis is never replaced. Choose another name.").format(
        path=target
    )
