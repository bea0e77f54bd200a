"""The columns that the layers of a structure map keep of the results they are drawn from."""

from __future__ import annotations

from ...adapters.outputs import Column
from ...i18n import tr
from ..deso.structure_picture import link_columns

__all__ = ["catchment_columns", "link_columns", "node_columns"]


def node_columns() -> list[Column]:
    return [
        Column("place_name", "text", tr("Place")),
        Column("level", "integer", tr("Service level (1 = the highest)")),
        Column("level_name", "text", tr("Service level, name")),
        Column("population", "real", tr("People")),
    ]


def catchment_columns() -> list[Column]:
    return [
        Column("facility_id", "text", tr("Facility")),
        Column("from_minutes", "real", tr("From (min)")),
        Column("to_minutes", "real", tr("To (min)")),
        Column("population", "real", tr("People in the ring")),
    ]
