"""Parameters that say what areas' codes are, and of which vintage."""

from __future__ import annotations

from ...i18n import tr
from ..parameters import enum_parameter


def add_vintage(algorithm, field_name: str, name: str, layer: str, label: str) -> None:
    """The field and, for a layer without one, the declared vintage of the codes in ``layer``, which users know as ``label``."""
    algorithm.add_field(
        field_name,
        tr("Vintage of {layer} (field; blank = vintage or version)").format(layer=label),
        tr("Says of which vintage each code is, such as 2018, 2025 or SCB's 2025_v2."),
        numeric=False,
        optional=True,
        layer=layer,
    )
    algorithm._add(
        enum_parameter(
            name, tr("Vintage of {layer}, where no field says it").format(layer=label), vintages(), None, True
        ),
        tr("Bare codes look the same in two vintages. Declare the vintage where neither a field nor a suffix says it."),
    )


def vintages() -> dict[str, str]:
    return {"2018": "DeSO 2018", "2020": "RegSO 2020", "2025": tr("DeSO 2025 or RegSO 2025")}


def declared(algorithm, parameters, name: str, context) -> str:
    """The declared vintage; "" where it is blank."""
    return algorithm.parameterAsEnumString(parameters, name, context) if parameters.get(name) not in (None, "") else ""
