"""Connecting to PostgreSQL, and what it says when something is wrong, as the errors of every workspace."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import psycopg2
from psycopg2 import errors as server

from .connections import StoredConnection
from .errors import (
    AppendOnly,
    Busy,
    ChangedMeanwhile,
    ConnectionLost,
    DiskFull,
    Interrupted,
    NoConnection,
    NotAWorkspace,
    RightMissing,
    StoreError,
    StoreFailed,
)
from .guards import Refusal, error_of, refusal_in
from .schema import Guard

_CONNECT_SECONDS = 10
_APPEND_ONLY = "NV001"
# What libpq says before there is a connection has no code, only words.
_WORDS = {
    "password": ("password", "lösenord", "authentication", "autentisering", "role", "pg_hba"),
    "server": ("refused", "translate host", "timeout", "timed out", "No route", "unreachable", "vägrad", "starting up"),
}


@dataclass
class Stage:
    """How far a transaction has come when the connection is lost."""

    committing: bool = False


def connect(stored: StoredConnection):
    """A connection on which statements stand for themselves until BEGIN."""
    try:
        connection = psycopg2.connect(
            stored.libpq(), connect_timeout=_CONNECT_SECONDS, application_name="Narvard", client_encoding="UTF8"
        )
    except psycopg2.OperationalError as error:
        detail = " ".join(str(error).split())
        raise NoConnection(stored.text, _problem(detail), detail) from error
    except UnicodeDecodeError as error:  # before there is a connection, a server on Windows speaks its own code page
        detail = error.object.decode("cp1252", errors="replace")
        raise NoConnection(stored.text, _problem(detail), detail) from error
    connection.autocommit = True
    return connection


@contextlib.contextmanager
def worded(name: str, busy_seconds: float, connection=None):
    """Turn what psycopg2 raises into a `StoreError`; yields the stage that the caller tells its progress by."""
    stage = Stage()
    try:
        yield stage
    except psycopg2.Error as error:
        raise _error_for(name, busy_seconds, error, connection, stage) from error


def _error_for(name, busy_seconds, error, connection, stage) -> StoreError:
    words = " ".join(str(error).split())
    if isinstance(error, server.LockNotAvailable):
        return Busy(name, busy_seconds)
    if isinstance(error, (server.SerializationFailure, server.DeadlockDetected)):
        return ChangedMeanwhile(name)
    if isinstance(error, (server.InsufficientPrivilege, server.ReadOnlySqlTransaction)):
        user = connection.info.user if connection is not None and not connection.closed else ""
        return RightMissing(name, user, error.diag.message_primary)
    if isinstance(error, (server.DiskFull, server.OutOfMemory)):
        return DiskFull(name)
    if isinstance(error, server.QueryCanceled):
        return Interrupted(name, error.diag.message_primary)
    if refusal_by(error):
        return guard_error(error)
    if error.pgcode == _APPEND_ONLY:
        return AppendOnly(error.diag.message_primary.partition(": ")[2])
    if isinstance(error, (server.UndefinedTable, server.UndefinedColumn)):
        return NotAWorkspace(name, error.diag.message_primary)
    if isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError)) and (
        connection is None or connection.closed
    ):
        return ConnectionLost(name, stage.committing)
    return StoreFailed(name, words)


def refusal_by(error: psycopg2.Error) -> Optional[Refusal]:
    """What a trigger said no to, if that is what the server complains of."""
    return refusal_in(error.diag.message_primary or "")


def guard_error(error: psycopg2.Error, names: Sequence[str] = (), guards: Sequence[Guard] = ()) -> StoreError:
    """The refusal of a trigger, with the values that the server tells in its detail."""
    return error_of(refusal_by(error), *json.loads(error.diag.message_detail), names, guards)


def _problem(detail: str) -> str:
    for problem, words in _WORDS.items():
        if any(word in detail for word in words):
            return problem
    return "database" if 'database "' in detail or 'databasen "' in detail else "other"
