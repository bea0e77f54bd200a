"""A plan file of any form that the register reads by itself: which form it is, and its plans."""

from __future__ import annotations

from ...core.plans.plan_content import PlanContent
from ...i18n import tr
from ..errors import BadPlanFile
from .ngp_plans import is_items, read_items_file
from .reading import Asked, json_of
from .specification41 import is_specification, read_specification
from .ss637040 import is_ss637040, read_ss637040

AUTO, SPECIFICATION, ITEMS, GML, LAYER = "auto", "specification41", "ngp", "ss637040", "layer"
_SPACE = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"


def read_plan_file(name: str, content: bytes, form: str, asked: Asked) -> list[PlanContent]:
    """The plans of a file called ``name`` in ``form``; [] where it is in none that is read here, but may be a layer.

    Raises `BadPlanFile` or `HostileFile`: a file is read whole, or not at all.
    """
    first = content.lstrip(_SPACE)[:1]
    if not first:
        raise BadPlanFile(name, tr("it is empty."))
    if form == GML or (form == AUTO and first == b"<"):
        if form == AUTO and not is_ss637040(content):
            raise BadPlanFile(name, tr("it is XML, but not by SS 637040:2016."))
        return read_ss637040(name, content, asked)
    if form in (SPECIFICATION, ITEMS) or (form == AUTO and first == b"{"):
        told = json_of(name, content)
        if form == SPECIFICATION or (form == AUTO and is_specification(told)):
            return read_specification(name, told, asked)
        if form == ITEMS or is_items(told):
            return read_items_file(name, told, asked)
    return []
