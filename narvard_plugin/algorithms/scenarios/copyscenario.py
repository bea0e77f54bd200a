"""A scenario of the workspace copied under another name, to be changed further."""

from __future__ import annotations

import pandas as pd
from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import workspace_parameter


class CopyScenario(NarvardAlgorithm):
    ID = "copyscenario"
    GROUP = "scenarios"
    TAGS = ("scenario", "copy", "variant", "horizon", "kopiera", "målbild", "arbetsyta")

    def displayName(self):
        return tr("Copy a scenario")

    def shortHelpString(self):
        return tr(
            "Copies a scenario of the workspace with all its changes under a new name, so that a variant can be made of it "
            "in the attribute table of scenario_changes. The new scenario remembers in based_on what it was copied from; the "
            "first one stays as it is.\n\n"
            "YEAR is the year that the new scenario shows, such as 2030, 2040 or 2050. It is a note for people and reports: "
            "the changes keep their own years, and Apply a scenario is told its year.\n\n"
            "A name that is taken is refused. Both tables are written in one transaction: all of the copy or nothing."
        )

    def initAlgorithm(self, config=None):
        for parameter, text in (
            (
                workspace_parameter(),
                tr("A file made by Create workspace."),
            ),
            (QgsProcessingParameterString("SCENARIO", tr("Scenario to copy")), tr("Its name in the table scenarios.")),
            (QgsProcessingParameterString("NEW_NAME", tr("Name of the copy")), tr("A name that no scenario has.")),
            (
                QgsProcessingParameterNumber(
                    "YEAR",
                    tr("Year that the copy shows (blank = as the first)"),
                    defaultValue=None,
                    optional=True,
                    minValue=1600,
                    maxValue=2200,
                ),
                tr("Blank keeps the year of the scenario that is copied."),
            ),
            (
                QgsProcessingParameterString("DESCRIPTION", tr("Description of the copy"), optional=True),
                tr("Blank keeps the description of the scenario that is copied."),
            ),
        ):
            parameter.setHelp(text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString("WORKSPACE", tr("Workspace")))
        self.addOutput(QgsProcessingOutputString("SCENARIO", tr("Name of the copy")))
        self.addOutput(QgsProcessingOutputNumber("CHANGE_COUNT", tr("Number of changes")))

    def compute(self, parameters, context, feedback):
        name, new = (self.parameterAsString(parameters, key, context).strip() for key in ("SCENARIO", "NEW_NAME"))
        if not new:
            raise QgsProcessingException(tr("The copy needs a name in NEW_NAME."))
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            scenarios = workspace.read("scenarios")
            names = scenarios["scenario"].tolist()
            if name not in names:
                raise QgsProcessingException(
                    tr("The workspace has no scenario called {name}. It has: {names}.").format(
                        name=name, names=", ".join(names) or "–"
                    )
                )
            if new in names:
                raise QgsProcessingException(
                    tr("There is already a scenario called {name}. Choose another name; nothing was changed.").format(
                        name=new
                    )
                )
            made = scenarios[scenarios["scenario"] == name].assign(
                scenario=new, based_on=name, created=pd.Timestamp.now(tz="UTC")
            )
            if parameters.get("YEAR") not in (None, ""):
                made["year"] = self.parameterAsInt(parameters, "YEAR", context)
            description = self.parameterAsString(parameters, "DESCRIPTION", context).strip()
            if description:
                made["description"] = description
            changes = workspace.read("scenario_changes")
            copied = changes[changes["scenario"] == name].assign(scenario=new)
            with workspace.transaction():
                workspace.write("scenarios", made)
                workspace.write("scenario_changes", copied)
            feedback.pushInfo(
                tr("The scenario {name} was copied to {new} with {n} changes.").format(
                    name=name, new=new, n=len(copied)
                )
            )
            return {"WORKSPACE": workspace.name, "SCENARIO": new, "CHANGE_COUNT": len(copied)}
