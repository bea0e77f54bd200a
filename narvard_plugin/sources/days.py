"""Days as sources write them at the beginning of a moment."""

from __future__ import annotations

import re
from datetime import date
from typing import Optional

_BEGINNING = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_of(moment) -> Optional[str]:
    """The ISO day that a text such as 2026-11-01T08:00:00Z begins with; None where it begins with none."""
    found = _BEGINNING.match(moment) if isinstance(moment, str) else None
    try:
        return date.fromisoformat(found.group()).isoformat() if found else None
    except ValueError:  # such as 2026-13-45
        return None
