"""What municipalities are called: Sweden's by the catalogue, and those of the county that is made up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..core.sample.plan import county_plan
from ..sources import facility_catalogue


@cache
def municipality_names() -> Mapping[str, str]:
    """Name by code of four digits."""
    made_up = {one.code: one.name for one in county_plan().municipalities}
    return {**made_up, **facility_catalogue.municipalities()}
