"""A user name with a password, or a key: kept in QGIS's authentication store, never in a setting, a log or a workspace."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, Optional
from urllib.parse import quote, quote_plus

from .errors import SourceError

#: Shorter than this it could be a part of any word.
_LEAST_SIGNS = 4


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


@contextmanager
def unspoken(given: Optional[Credentials]) -> Iterator[None]:
    """No `SourceError` leaves the block with the secret in it: a service may say back what it was asked."""
    try:
        yield
    except SourceError as error:
        if given is None:
            raise
        shapes = _shapes(given)
        for name, value in vars(error).items():
            setattr(error, name, _silenced(value, shapes))
        error.args = tuple(_silenced(value, shapes) for value in error.args)
        raise error from None


def _shapes(given: Credentials) -> list[str]:
    """The secret in every form that it is sent in, the longest first."""
    secret = given.secret
    shapes = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1]}
    shapes.add(given.basic.partition(" ")[2])
    return sorted((shape for shape in shapes if len(shape) >= _LEAST_SIGNS), key=len, reverse=True)


def _silenced(value, shapes: list[str]):
    if not isinstance(value, str):
        return value
    for shape in shapes:
        value = value.replace(shape, "…")
    return value
