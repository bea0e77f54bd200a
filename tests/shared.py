"""Reference data that lies beside the repository and never in it; a test that needs it skips where it is absent."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CAMPAIGN = bool(os.environ.get("NARVARD_CAMPAIGN"))
SHARED = Path(os.environ.get("NARVARD_SHARED", ROOT.parent / "shared"))


def campaign(usual: int, long: int) -> int:
    """How many cases to try: ``usual`` in ``make test``, ``long`` in ``make campaign``."""
    return long if CAMPAIGN else usual


#: For what `make test` shows by a shorter way, and `make campaign` by the long one too.
in_campaign = pytest.mark.skipif(not CAMPAIGN, reason="the long way, for make campaign")


def shared_file(relative: str) -> Path:
    """The path of ``relative`` in the shared reference, or a skipped test that names what is missing."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"the shared reference file {relative} is not here (set NARVARD_SHARED to its folder)")
    return path
