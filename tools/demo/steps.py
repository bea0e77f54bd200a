"""The tools' part of the demonstration, each run in ``qgis_process`` as a user's script would run it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ..headless import Headless
from . import plans, questions
from .places import Data, places

#: The tools' words, in tables and pictures, are those that a Swedish user reads.
_SWEDISH = {"LC_ALL": "sv_SE.UTF-8"}


def run(folder: Path, narvard: Headless, tell) -> Data:
    """Make the sample county and ask the tools about it."""
    narvard = replace(narvard, environment={**narvard.environment, **_SWEDISH})
    data = places(folder)
    data.network.parent.mkdir(parents=True, exist_ok=True)
    tell("Hittar på Exempellän")
    narvard.run("narvard:samplecounty", {"FOLDER": data.layers.parent})
    _beside_each_other(narvard, tell, questions.network(data), questions.need(data))
    _beside_each_other(
        narvard,
        tell,
        chain(questions.distances(data), questions.need_and_access(data)),
        chain(questions.health(data), questions.reaches(data), plans.questions(data)),
    )
    return data


def _beside_each_other(narvard: Headless, tell, *tracks) -> None:
    """Run each track's tools in their order; the tracks, which don't wait for each other, at the same time."""

    def ask(track) -> None:
        for algorithm, parameters, text in track:
            tell(text)
            narvard.run(algorithm, parameters)

    with ThreadPoolExecutor(len(tracks)) as pool:
        for asked in [pool.submit(ask, track) for track in tracks]:
            asked.result()
