"""A user name with a password, or a key: kept in QGIS's authentication store, never in a setting, a log or a workspace."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple


class Credentials(NamedTuple):
    """``secret`` alone where the source wants one key."""

    user: str
    secret: str

    @property
    def basic(self) -> str:
        """The value of a header ``Authorization``."""
        return "Basic " + b64encode(f"{self.user}:{self.secret}".encode()).decode("ascii")

    def __repr__(self):
        return "Credentials(…)"
