"""Timetables (GTFS) from Trafiklab: one zip, asked for within a quota, and opened as a timetable before it is believed."""

from __future__ import annotations

import zipfile
import zlib
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple, Optional

from ..core.transit.calendar import span
from ..i18n import tr
from .cache import About, Cache
from .checked_cache import CheckedCache
from .client import Client, Pace
from .credentials import Credentials, unspoken
from .download import Download, download
from .errors import NotThere, Unreadable
from .gtfs import GtfsError, read_feed
from .hostile import checked_zip
from .http import Request, public
from .interface import Fetched
from .new_files import NewFiles, copy_file
from .register import known_sources

REGIONAL, SWEDEN_3, SWEDEN_2 = "regional", "sweden3", "sverige2"
#: Sverige 2 stands at another host than the other two.
SWEDEN_2_URL = "https://api.resrobot.se"
ZIP_TYPES = ("application/zip", "application/octet-stream", "application/x-zip-compressed", "binary/octet-stream")
_REGIONAL_BYTES, _SWEDEN_BYTES = 256 << 20, 2 << 30
#: Of the free keys.
_PACE, _SWEDEN_2_PACE = Pace(10, 60.0), Pace(1, 60.0)
_FEED_INFO = "feed_info.txt"
_MOST_INFO_BYTES = 1 << 20


class Feed(NamedTuple):
    """A feed of an address: where it lies, and what its file is called."""

    path: str
    name: str


def feed_of(kind: str, operator: str) -> Feed:
    return {
        REGIONAL: Feed(f"/gtfs/{operator}/{operator}.zip", operator),
        SWEDEN_3: Feed("/gtfs-sweden/sweden.zip", "sweden"),
        SWEDEN_2: Feed("/gtfs/sweden.zip", "sweden"),
    }[kind]


class Trafiklab:
    """The timetable ``kind`` (of ``operator``, where it is a regional one), younger than ``max_age_days`` or asked for.

    A copy <operator>.zip goes to ``files`` where they are given. The key goes in the query, where the service wants it,
    and nowhere else: what the service says back is rid of it.
    """

    ID = "trafiklab"

    def __init__(
        self,
        url: str,
        key: Credentials,
        operator: str,
        cache: Cache,
        *,
        kind: str = REGIONAL,
        files: Optional[NewFiles] = None,
        max_age_days: float = 1.0,
        today: Optional[date] = None,
    ):
        self._url, self._key, self._cache = url, key, cache
        self._kind, self._feed = kind, feed_of(kind, operator)
        self._files, self._max_age = files, max_age_days
        self._today = today or date.today()
        self._valid: Optional[tuple[str, str]] = None

    def fetch(self, client: Client) -> Fetched:
        with unspoken(self._key):
            kept = self._kept(client)
        if self._valid is None:
            self._valid = self._opened(client, kept.path)
        return Fetched(
            (),
            data_date=_day(kept.about),
            version=kept.about.etag.replace('"', ""),
            url=kept.about.url,
            part=self._feed.name,
            notes=self._notes(kept),
            files=(self._handed_over(client, kept.path),),
        )

    def _kept(self, client: Client) -> Download:
        request = Request(
            self._url + self._feed.path,
            [("key", self._key.secret)],
            most_bytes=_REGIONAL_BYTES if self._kind == REGIONAL else _SWEDEN_BYTES,
        )
        max_age = self._max_age
        if self._kind == SWEDEN_2:
            max_age = self._age_of_newest(client, request, max_age)
        client.pace = _SWEDEN_2_PACE if self._kind == SWEDEN_2 else _PACE
        return download(
            client,
            CheckedCache(self._cache.folder, f"{self._feed.name}.zip", lambda path: self._look(client, path)),
            request,
            source_id=self.ID,
            licence=known_sources()[self.ID].licence,
            types=ZIP_TYPES,
            max_age_days=max_age,
        )

    def _age_of_newest(self, client: Client, request: Request, max_age: float) -> float:
        """Any age will do where the free ``feed_info.txt`` tells the same version as the kept file."""
        kept = self._cache.find(f"{self.ID} {request.place}")
        if kept is None or kept[1].age.total_seconds() < max_age * 86_400:
            return max_age
        asked = Request(f"{self._url}/samtrafiken/gtfs/{_FEED_INFO}", most_bytes=_MOST_INFO_BYTES)
        try:
            newest = client.text(asked)
        except NotThere:
            return max_age
        return float("inf") if newest.split() == _feed_info(kept[0]).split() else max_age

    def _look(self, client: Client, path: Path) -> None:
        self._valid = self._opened(client, path)

    def _opened(self, client: Client, path: Path) -> tuple[str, str]:
        """The first and last day that anything runs, once every table has been read through."""
        checked_zip(path)
        place = public(self._url + self._feed.path)
        try:
            feed = read_feed([str(path)], self._today, lambda share: client.wait(0))
        except GtfsError as error:
            raise Unreadable(place, _words(error)) from error
        valid = span(feed.calendar)
        if valid is None:
            raise Unreadable(place, tr("the timetable has no day on which anything runs"))
        return valid

    def _notes(self, kept: Download) -> tuple[str, ...]:
        first, last = self._valid
        notes = [
            tr("The timetable {name} is valid {first}–{last}.").format(name=self._feed.name, first=first, last=last)
        ]
        if not first <= self._today.isoformat() <= last:
            notes.append(tr("Today is outside those days: choose a day inside them when you compute travel times."))
        if not kept.fresh:
            notes.append(
                tr("Nothing was downloaded: the copy of {day} is young enough, or still the newest.").format(
                    day=kept.about.fetched[:10]
                )
            )
        return tuple(notes)

    def _handed_over(self, client: Client, kept: Path) -> Path:
        if self._files is None:
            return kept
        name = f"{self._feed.name}.zip"
        with self._files.filling() as made:
            copy_file(client, kept, made / name)
        return self._files.folder / name


def _feed_info(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_FEED_INFO).file_size > _MOST_INFO_BYTES:
                return ""
            return archive.read(_FEED_INFO).decode("utf-8-sig", "replace")
    except (KeyError, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error, zipfile.BadZipFile):
        return ""


def _day(about: About) -> Optional[str]:
    """When the file was made, as the service dated it."""
    try:
        return parsedate_to_datetime(about.last_modified).date().isoformat()
    except (TypeError, ValueError):
        return None


def _words(error: GtfsError) -> str:
    if error.reason == "no_calendar":
        return tr("the timetable has neither calendar.txt nor calendar_dates.txt")
    if error.reason in ("no_table", "no_column"):
        return tr("the timetable lacks {name}").format(name=error.name)
    return tr("the timetable is damaged ({name})").format(name=error.name or error.reason)
