"""Tools that read rows from outside into the workspace, and tell what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFeatureSink

from ..adapters.destination import Destination
from ..adapters.reading import listed
from ..core.figures import ADDED, CHANGED, UNCHANGED
from ..i18n import tr
from .base import NarvardAlgorithm


class ImportingAlgorithm(NarvardAlgorithm):
    """A tool with WORKSPACE; its results are what was read, and what was not."""

    LEFT_OUT = "REJECTED"  # the sink of what could not be imported

    def add_results(self, label: str) -> None:
        """OUTPUT, called ``label``, REJECTED, and how many rows were added, changed, unchanged and rejected."""
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", label))
        self.addParameter(
            QgsProcessingParameterFeatureSink("REJECTED", tr("Rejected rows"), optional=True, createByDefault=False)
        )
        for name, text in (
            ("ADDED_COUNT", tr("Added rows")),
            ("CHANGED_COUNT", tr("Changed rows")),
            ("UNCHANGED_COUNT", tr("Unchanged rows")),
            ("REJECTED_COUNT", tr("Rejected rows")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def checkParameterValues(self, parameters, context):
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        for name in ("OUTPUT", self.LEFT_OUT):
            if workspace and Destination(parameters.get(name)).is_in(workspace):
                return False, tr(
                    "{output} cannot be in the workspace, which is being changed. Choose another file."
                ).format(output=name)
        return super().checkParameterValues(parameters, context)


def counts_of(fates: Sequence[str]) -> dict[str, int]:
    """How many rows were added, changed and unchanged."""
    return {fate: list(fates).count(fate) for fate in (ADDED, CHANGED, UNCHANGED)}


def say_counts(counts: dict[str, int], rejected: Sequence[dict], account, feedback) -> None:
    """Say what became of the rows, and why each of the ``rejected`` (with ``row`` and ``reason``) was."""
    text = tr("{added} rows added, {changed} changed, {unchanged} unchanged, {rejected} rejected.")
    account.say(feedback, text.format(**counts, rejected=len(rejected)), warn=bool(rejected))
    places = defaultdict(list)
    for row in rejected:
        places[row["reason"]].append(row["row"])
    for reason, rows in places.items():
        text = tr("Rejected rows {list}: {reason}").format(list=listed(rows), reason=reason)
        account.say(feedback, text, warn=True)


def as_results(counts: dict[str, int], rejected: int | None = None) -> dict[str, int]:
    """The counts as the tool's outputs; without ``rejected`` the tool has no such number."""
    found = {f"{fate.upper()}_COUNT": count for fate, count in counts.items()}
    return found if rejected is None else {**found, "REJECTED_COUNT": rejected}
