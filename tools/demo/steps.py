"""The tools' part of the demonstration, asked as a user's script would ask them."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from ..one_qgis import OneQgis
from . import plans, questions
from .places import Data, places


def run(folder: Path, narvard: OneQgis, tell) -> Data:
    """Make the sample county and ask the tools about it."""
    data = places(folder)
    data.network.parent.mkdir(parents=True, exist_ok=True)
    tell("Hittar på Exempellän")
    narvard.run("narvard:samplecounty", {"FOLDER": data.layers.parent})
    asked = chain(
        questions.network(data),
        questions.need(data),
        questions.distances(data),
        questions.need_and_access(data),
        questions.health(data),
        questions.reaches(data),
        plans.questions(data),
    )
    for algorithm, parameters, text in asked:
        tell(text)
        narvard.run(algorithm, parameters)
    return data
