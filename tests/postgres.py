"""A real PostgreSQL with PostGIS on the loopback, made for the tests and gone with them."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from qgis.core import QgsDataSourceUri, QgsProviderRegistry

_BINARIES = "/usr/lib/postgresql"
_OWNER = "postgres"
PASSWORD = "åäö's \\ secret"


class Server:
    """One server in a folder of its own; ``superuser`` is libpq's text for its first database."""

    def __init__(self, folder: Path, binaries: Path):
        self._binaries, self._data, self._log = binaries, folder / "data", folder / "log"
        self.port = _free_port()
        secret = folder / "password"
        secret.write_text(PASSWORD, "utf8")
        _give_to_owner(secret)
        self._run("initdb", "-D", self._data, "-U", _OWNER, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    def libpq(self, database: str = "postgres", user: str = _OWNER, password: str = PASSWORD) -> str:
        return psycopg2.extensions.make_dsn(
            host="127.0.0.1", port=self.port, dbname=database, user=user, password=password
        )

    def start(self) -> None:
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories='' -c max_connections=40"
            # What is proved here is that nothing is lost when a process ends, not when a disk does.
            " -c fsync=off"
        )
        self._run("pg_ctl", "-D", self._data, "-l", self._log, "-w", "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", self._data, "-m", how, "-w", "stop")

    def execute(self, statement: str, database: str = "postgres", parameters=None, **who) -> list[tuple]:
        """Run one statement outside a transaction; the rows it gives."""
        with contextlib.closing(psycopg2.connect(self.libpq(database, **who))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement, parameters)
                return cursor.fetchall() if cursor.description else []

    def new_database(self, name: str, postgis: bool = True) -> str:
        self.execute(f'CREATE DATABASE "{name}"')
        if postgis:
            self.execute("CREATE EXTENSION postgis", name)
        return name

    def _run(self, program, *arguments):
        command = [str(self._binaries / program), *map(str, arguments)]
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            command = ["setpriv", "--reuid", _OWNER, "--regid", _OWNER, "--clear-groups", "--", *command]
        run = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=self._data.parent, check=False
        )
        if run.returncode:
            raise RuntimeError(f"{program}: {run.stderr} {self._log.read_text() if self._log.exists() else ''}")


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A server for as long as the block lasts; skips the test where PostgreSQL or PostGIS is not installed."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="narvard-postgres-"))
    try:
        folder.chmod(0o755)
        _give_to_owner(folder)
        server = Server(folder, binaries)
        try:
            yield server
        finally:
            _end(folder / "data" / "postmaster.pid")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _end(pid_file: Path):
    """Stop the server that we started, by its process id, however the tests left it."""
    if not pid_file.exists():
        return
    pid = int(pid_file.read_text().split()[0])
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)  # fast shutdown
        while pid_file.exists():
            os.kill(pid, 0)
            time.sleep(0.05)


def _binaries() -> Path:
    found = sorted(Path(_BINARIES).glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name))
    if not found:
        pytest.skip("PostgreSQL is not installed (tools/install.sh tests)")
    share = Path("/usr/share/postgresql", found[-1].parents[1].name, "extension", "postgis.control")
    if not share.exists():
        pytest.skip("PostGIS is not installed (tools/install.sh tests)")
    return found[-1].parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _give_to_owner(path: Path):
    if os.getuid() == 0:
        owner = pwd.getpwnam(_OWNER)
        os.chown(path, owner.pw_uid, owner.pw_gid)


@pytest.fixture(scope="session")
def postgres():
    """One server for the tests of this process."""
    with running_server() as server:
        yield server


@contextlib.contextmanager
def stored_connection(server: Server, name: str, database: str, user: str = _OWNER, password: str = PASSWORD):
    """Keep a connection in the QGIS settings of the tests for as long as the block lasts."""
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(server.port), database, user, password)
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    provider.saveConnection(
        provider.createConnection(uri.uri(False), {"saveUsername": True, "savePassword": True}), name
    )
    try:
        yield name
    finally:
        provider.deleteConnection(name)


@pytest.fixture(scope="session")
def postgres_connection(postgres, qgis_app):
    """The name of a connection in QGIS to a database called region, with PostGIS."""
    with stored_connection(postgres, f"Region Öst {postgres.port}", postgres.new_database("region")) as name:
        yield name
