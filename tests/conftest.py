"""Fixtures that tests of several folders share."""

from tests.postgres import postgres, postgres_connection  # noqa: F401
