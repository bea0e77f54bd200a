"""Every example, in an order in which each finds the results that it reads."""

from __future__ import annotations

from . import examples_access, examples_data, examples_models, examples_need, examples_plans, examples_report
from .example import Example

_MODULES = (examples_data, examples_need, examples_access, examples_plans, examples_report, examples_models)
#: Results that others read are made first; the rest comes as it is written.
_FIRST = (
    "samplecounty", "buildnetwork", "createworkspace", "nearestfacility", "odmatrix", "careneedindex", "averagebyarea",
    "freezebasis",
)  # fmt: skip

BEFORE: dict[str, tuple[Example, ...]] = {**examples_data.BEFORE, **examples_access.BEFORE, **examples_plans.BEFORE}


def examples() -> dict[str, Example]:
    """The example of each tool and model, by its id."""
    written = {one.tool: one for module in _MODULES for one in module.EXAMPLES}
    return {name: written[name] for name in (*_FIRST, *(name for name in written if name not in _FIRST))}
