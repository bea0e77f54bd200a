"""What the tests of several sources share: a client that waits for little, and the faults that any service may have."""

import sqlite3
from contextlib import closing

from narvard_plugin.sources.client import Client
from narvard_plugin.sources.errors import SourceError
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.sentences import sentence


class _Impatient(RequestsHttp):
    def send(self, request, cancelled, path=None):
        return super().send(request._replace(idle_seconds=0.5), cancelled, path)


def impatient(**more) -> Client:
    return Client(_Impatient(), pause=0.01, **more)


def told(fetch) -> str:
    """The sentences for the `SourceError` that ``fetch()`` raises; "" where it raises none."""
    try:
        fetch()
    except SourceError as error:
        return sentence(error)
    return ""


def files_in(folder) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def answer_of(path, question: str):
    """The one value that SQL finds in a GeoPackage."""
    with closing(sqlite3.connect(path)) as data:
        return data.execute(question).fetchone()[0]
