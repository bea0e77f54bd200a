"""Where a limit ends, and how a long computation lets its caller report progress or stop it."""

from __future__ import annotations

from collections.abc import Callable

# Limits are inclusive, and sums of minutes are rounded: thirty minutes of road are within thirty minutes.
WITHIN = 1 + 1e-9

# Called with the share done (0–1), at least once a second; it stops the computation by raising.
Step = Callable[[float], None]


def no_step(share: float) -> None:
    """For callers who neither report nor stop."""
