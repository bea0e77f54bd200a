"""Trafiklab on loopback: keys and quotas, ETag and 304, gzip demanded, and the odd rules of GTFS Sverige 2."""

from __future__ import annotations

import csv
import hashlib
import io
import time
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from tests.sources.servers.base import Asked, Reply, Server, as_json

KEY = "5f0e-nyckel+till/Trafiklab=7"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SWEDEN_2, _FEED_INFO = "/gtfs/sweden.zip", "/samtrafiken/gtfs/feed_info.txt"
_MADE = "Sun, 01 Nov 2026 04:12:00 GMT"


class TrafiklabServer(Server):
    """``feeds``: the operator's short name ("otraf"), "sweden3" or "sverige2" -> the zip's bytes. ``left`` is the month's quota."""

    def __init__(self, feeds: Mapping[str, bytes]):
        super().__init__()
        self.feeds = dict(feeds)
        self.left, self.minute = 50, 60.0
        self._last = -1e9

    @property
    def base(self) -> str:
        return self.url

    def reply(self, asked: Asked) -> Reply:
        if asked.path == _FEED_INFO and "sverige2" in self.feeds:
            return Reply(200, self.feed_info("sverige2"), "text/plain; charset=utf-8")
        if asked.path == _SWEDEN_2 and asked.method == "HEAD":
            return Reply(405, b"", headers={"Allow": "GET"})
        if asked.query.get("key") != KEY:
            key = asked.query.get("key", "")
            return as_json({"errorMessage": f'Key "{key}" is invalid'}, 403)
        if "gzip" not in asked.headers.get("accept-encoding", ""):
            return as_json({"errorMessage": "Accept-Encoding must contain gzip"}, 406)
        if self.left <= 0:
            return as_json({"errorMessage": "Quota exceeded for this month"}, 429)
        if asked.path == _SWEDEN_2:
            if time.monotonic() - self._last < self.minute:
                return as_json({"errorMessage": "At most one call a minute"}, 429)
            self._last = time.monotonic()
        feed = self._feed(asked.path)
        if feed is None:
            return as_json({"errorMessage": "The file does not exist"}, 404)
        self.left -= 1
        return self._file(feed, asked, conditional=asked.path != _SWEDEN_2)

    def feed_info(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.feeds[name])) as archive:
            return archive.read("feed_info.txt")

    def _feed(self, path: str) -> bytes | None:
        parts = path.strip("/").split("/")
        if path == _SWEDEN_2:
            return self.feeds.get("sverige2")
        if path == "/gtfs-sweden/sweden.zip":
            return self.feeds.get("sweden3")
        if len(parts) == 3 and parts[0] == "gtfs" and parts[2] == f"{parts[1]}.zip":
            return self.feeds.get(parts[1])
        return None

    def _file(self, feed: bytes, asked: Asked, conditional: bool) -> Reply:
        mark = f'"{hashlib.sha256(feed).hexdigest()[:16]}"'
        headers = {"Last-Modified": _MADE, "Cache-control": "public, max-age=65844"}
        if conditional:
            headers["ETag"] = mark
            if asked.headers.get("if-none-match") == mark:
                return Reply(304, b"", headers=headers)
        return Reply(200, feed, "application/zip", headers)


def without_weekdays(feed: bytes) -> bytes:
    """The same days, as Swedish feeds tell them: validity alone in calendar.txt, every day that runs in calendar_dates.txt."""
    with zipfile.ZipFile(io.BytesIO(feed)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    weekly, single = _rows(files["calendar.txt"]), _rows(files["calendar_dates.txt"])
    runs = {(row["service_id"], row["date"]) for row in single if row["exception_type"] == "1"}
    off = {(row["service_id"], row["date"]) for row in single if row["exception_type"] == "2"}
    for row in weekly:
        day, last = (date.fromisoformat(f"{row[n][:4]}-{row[n][4:6]}-{row[n][6:]}") for n in ("start_date", "end_date"))
        while day <= last:
            if row[_WEEKDAYS[day.weekday()]] == "1":
                runs.add((row["service_id"], day.strftime("%Y%m%d")))
            day += timedelta(days=1)
        row.update(dict.fromkeys(_WEEKDAYS, "0"))
    dates = [{"service_id": s, "date": d, "exception_type": "1"} for s, d in sorted(runs - off)]
    files.update({"calendar.txt": _written(weekly), "calendar_dates.txt": _written(dates)})
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def for_county(folder: Path, weekdays: bool = True) -> TrafiklabServer:
    """The sample county's timetable as operator "exempel", and as all of Sweden."""
    feed = (Path(folder) / "gtfs.zip").read_bytes()
    feed = feed if weekdays else without_weekdays(feed)
    return TrafiklabServer({"exempel": feed, "sweden3": feed, "sverige2": feed})


def _rows(content: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def _written(rows: list[dict]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
