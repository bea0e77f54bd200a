"""What a check found before anybody judged it: the meeting place of the measuring and the judging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

MEASURED, MISSING_LAYER, NO_DATA, FAILED = "measured", "missing_layer", "no_data", "failed"
#: The plan has nothing that the check is about, such as no ground of the uses that it measures.
NOTHING_TO_MEASURE = "nothing_to_measure"


class LayerUsed(NamedTuple):
    """A layer that a check looked at: its role, name, date of its data (ISO, blank = unknown) and checksum or count."""

    role: str
    name: str
    date: str = ""
    count: Optional[int] = None


class Finding(NamedTuple):
    """One thing that can be shown on a map: what it is, where (WKB in EPSG:3006, None = nowhere) and its figures."""

    heading: str
    wkb: Optional[bytes]
    data: Mapping = {}


@dataclass(frozen=True)
class Measured:
    """The facts of one check.

    ``state``: ``measured`` (also when a further, optional role has no layer: it then stands in ``missing`` and its fact is
    left out); ``missing_layer`` (``missing`` names the roles that no layer is bound to); ``no_data`` (it could be run, but
    the data do not allow an answer: ``explanation`` says why); ``failed`` (an error: ``explanation``).
    ``facts``: the names that conditions and texts may use, as `facts.FACTS` lists them: numbers, flags or text; a distance
    to nothing is ``inf``, what is not known is left out. ``layers``: every layer that was looked at, by its role. ``doubt``: why it may be worse than the facts tell, so
    that they can show a fault and never that all is well.
    """

    state: str = MEASURED
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    layers: tuple[LayerUsed, ...] = ()
    missing: tuple[str, ...] = ()
    explanation: str = ""
    findings: tuple[Finding, ...] = field(default=(), hash=False)
    inputs_sha256: str = ""
    doubt: str = ""


class Unanswerable(Exception):
    """A question about the plan's surroundings that the bound layers can't answer; never the same as "no".

    ``state`` is ``missing_layer`` (``roles`` names the roles that no layer is bound to), ``no_data`` or ``failed``.
    """

    def __init__(self, state: str, roles: tuple[str, ...] = (), explanation: str = ""):
        super().__init__(explanation or ", ".join(roles))
        self.state, self.roles, self.explanation = state, roles, explanation
