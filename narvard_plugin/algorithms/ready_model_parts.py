"""What the texts of a ready-made model are, and those that several models share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..i18n import tr


class ModelTexts(NamedTuple):
    """``parameters``: name → (label, help), results by their ``step:NAME`` included."""

    question: str
    help: str
    tags: tuple[str, ...]
    parameters: Mapping[str, tuple[str, str]]


def common() -> dict[str, tuple[str, str]]:
    return {
        "NETWORK": (tr("Network file"), tr("A file made by Compile road network.")),
        "PEOPLE": (
            tr("People (points)"),
            tr("With the columns origin_id and population, as the layers of a Närvård workspace have them."),
        ),
        "FACILITIES": (
            tr("Facilities"),
            tr("The register of facilities, with the columns facility_id, type and closed."),
        ),
        "SERVICES": (
            tr("Services (table)"),
            tr("The table of services: facility_id, service, hours, from and to year."),
        ),
        "SERVICE": (
            tr("Function or specialty"),
            tr("Its id, such as akutmottagning_dygnet_runt, forlossning or ortopedi."),
        ),
    }
