"""Reference data that lies beside the repository and never in it; a test that needs it skips where it is absent."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: The share of the long runs' cases to try; 0 in `make test`.
SHARE = float(os.environ.get("NARVARD_CAMPAIGN") or 0)
CAMPAIGN = SHARE > 0
SHARED = Path(os.environ.get("NARVARD_SHARED", ROOT.parent / "shared"))


def campaign(usual: int, long: int) -> int:
    """How many cases to try: ``usual`` in `make test`, ``long`` in `make campaign`, between them where that has a ``SHARE``."""
    if not CAMPAIGN:
        return usual
    return max(usual, round(long * min(SHARE, 1))) if long > usual else long


#: For what `make test` shows by a shorter way, and `make campaign` by the long one too.
in_campaign = pytest.mark.skipif(not CAMPAIGN, reason="the long way, for make campaign")


def shared_file(relative: str) -> Path:
    """The path of ``relative`` in the shared reference, or a skipped test that names what is missing."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"the shared reference file {relative} is not here (set NARVARD_SHARED to its folder)")
    return path
