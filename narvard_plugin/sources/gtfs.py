"""GTFS feeds, from a zip file or a folder, as tables of text. Nothing is unpacked to disk, and only known members are read."""

from __future__ import annotations

import codecs
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple, Optional

import pandas as pd

from ..core.network.limits import Step, no_step
from ..core.transit.calendar import Calendar, services_near
from ..core.transit.feed import COLUMNS, Feed, joined

REQUIRED = ("stops", "trips", "stop_times")
MOST_BYTES = 8 << 30  # unpacked; several times what a whole country needs
SUSPECT_BYTES, SUSPECT_RATIO = 64 << 20, 250  # text shrinks to a tenth; what shrinks this much was made to harm
ROWS_AT_A_TIME = 200_000
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError)
_MARK_IN_LATIN = codecs.BOM_UTF8.decode("latin-1")


class GtfsError(ValueError):
    """A feed that cannot be read. ``reason``: missing, closed, not_a_feed, no_table, no_calendar, no_column, too_large,
    encrypted, damaged; ``path`` and ``name`` say which file and what in it."""

    def __init__(self, reason: str, path, name: str = ""):
        super().__init__(f"{path}: {reason} {name}".strip())
        self.reason, self.path, self.name = reason, str(path), name


class _Table(NamedTuple):
    """A member of a feed: how to ``open`` it and the text ``encoding`` it is written in."""

    name: str
    path: Path
    member: Optional[zipfile.ZipInfo]
    archive: Optional[zipfile.ZipFile]
    encoding: str

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        with open(self.path, "rb") if self.archive is None else self.archive.open(self.member) as stream:
            yield stream


def read_feed(paths: Iterable[str], day: date, step: Step = no_step) -> Feed:
    """What the feeds at ``paths`` tell about ``day``, the day before and the day after, as one feed.

    Stop times are read a part at a time, and only those of trips that run then are kept; ``step`` is called between parts.
    Ids of several feeds are kept apart by the feed's number. ``GtfsError`` where a feed cannot be read.
    """
    return joined([_opened(Path(path), day, step) for path in paths])


def _opened(path: Path, day: date, step: Step) -> Feed:
    try:
        return _read_one(path, day, step)
    except PermissionError as error:
        raise GtfsError("closed", error.filename or path) from error
    except OSError as error:  # such as a path longer than the system takes
        raise GtfsError("missing", path) from error


def _read_one(path: Path, day: date, step: Step) -> Feed:
    with _members(path, step) as found:
        for name in REQUIRED:
            if name not in found:
                raise GtfsError("no_table", path, f"{name}.txt")
        if "calendar" not in found and "calendar_dates" not in found:
            raise GtfsError("no_calendar", path)
        tables = {name: _whole(found.get(name), name, step) for name in COLUMNS if name != "stop_times"}
        calendar = Calendar(tables["calendar"], tables["calendar_dates"])
        near = services_near(calendar, day)
        trips = tables["trips"]
        running = trips[trips["service_id"].isin(set().union(*near.values()))]
        wanted = pd.Index(running["trip_id"].unique())
        parts = [part[part["trip_id"].isin(wanted)] for part in _parts(found["stop_times"], "stop_times", step)]
        stop_times = pd.concat(parts, ignore_index=True) if parts else _empty("stop_times")
        latin = sorted(f"{name}.txt" for name, table in found.items() if table.encoding == "latin-1")
        idle = [] if running["service_id"].isin(near[0]).any() else [str(path)]
        others = {name: tables[name] for name in ("stops", "routes", "frequencies", "transfers")}
        return Feed(calendar=calendar, trips=running, stop_times=stop_times, latin=latin, idle=idle, **others)


@contextmanager
def _members(path: Path, step: Step) -> Iterator[dict[str, _Table]]:
    """The known tables of a feed by name, checked to be of a sane size; a zip stays open inside the block."""
    if path.is_dir():
        files = {name: path / f"{name}.txt" for name in COLUMNS if (path / f"{name}.txt").is_file()}
        _refuse_large(path, sum(file.stat().st_size for file in files.values()))
        yield {name: _with_encoding(_Table(name, file, None, None, ""), step) for name, file in files.items()}
        return
    if not path.is_file():
        raise GtfsError("missing", path)
    try:
        archive = zipfile.ZipFile(path)
    except PermissionError:
        raise
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise GtfsError("not_a_feed", path) from error
    with archive:
        found = _known(archive, path)
        _refuse_large(path, sum(info.file_size for info in found.values()))
        for info in found.values():
            if info.flag_bits & 1:
                raise GtfsError("encrypted", path, info.filename)
            if info.file_size > SUSPECT_BYTES and info.file_size > SUSPECT_RATIO * max(info.compress_size, 1):
                raise GtfsError("too_large", path, info.filename)
        yield {name: _with_encoding(_Table(name, path, info, archive, ""), step) for name, info in found.items()}


def _known(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """Members of known names, in the root or all in the one folder that holds ``stops.txt``."""
    names = {info.filename: info for info in archive.infolist()}
    if len(names) < len(archive.infolist()):
        raise GtfsError("damaged", path)  # two members of one name: nobody could say which is meant
    roots = [name[: -len("stops.txt")] for name in names if name == "stops.txt" or name.endswith("/stops.txt")]
    root = "" if "" in roots or len(roots) != 1 else roots[0]
    return {name: names[f"{root}{name}.txt"] for name in COLUMNS if f"{root}{name}.txt" in names}


def _refuse_large(path: Path, size: int) -> None:
    if size > MOST_BYTES:
        raise GtfsError("too_large", path)


def _with_encoding(table: _Table, step: Step) -> _Table:
    """UTF-8, with or without its mark, as the format demands; else Latin-1, which older feeds are written in."""
    try:
        with table.open() as stream:
            decoder = codecs.getincrementaldecoder("utf-8")()
            while block := stream.read(1 << 20):
                step(0.0)
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return table._replace(encoding="latin-1")
    except PermissionError:
        raise
    except _DAMAGE as error:
        raise GtfsError("damaged", table.path, f"{table.name}.txt") from error
    return table._replace(encoding="utf-8-sig")


def _parts(table: _Table, name: str, step: Step) -> Iterator[pd.DataFrame]:
    """A table part by part: the known columns as text, stripped, blank where the feed has none."""
    wanted = COLUMNS[name]
    try:
        with table.open() as stream:
            reader = pd.read_csv(
                stream, dtype=str, keep_default_na=False, na_filter=False, encoding=table.encoding, index_col=False,
                skipinitialspace=True, usecols=lambda column: _plain(column) in wanted, chunksize=ROWS_AT_A_TIME,
            )  # fmt: skip
            for part in reader:
                step(0.0)
                yield _tidied(part, name, table.path)
    except pd.errors.EmptyDataError:
        return
    except PermissionError:
        raise
    except (pd.errors.ParserError, UnicodeDecodeError, *_DAMAGE) as error:
        raise GtfsError("damaged", table.path, f"{name}.txt") from error


def _plain(column: str) -> str:
    """A column's name without what publishers put around it: blanks, capitals, the mark of UTF-8 in a file of Latin-1."""
    return column.replace(_MARK_IN_LATIN, "").strip().strip('"').strip().lower()


def _tidied(part: pd.DataFrame, name: str, path: Path) -> pd.DataFrame:
    part = part.rename(columns=_plain)
    part = part.loc[:, ~part.columns.duplicated()]
    for column, needed in COLUMNS[name].items():
        if column in part:
            part[column] = part[column].fillna("").str.strip()
        elif needed:
            raise GtfsError("no_column", path, f"{name}.txt: {column}")
        else:
            part[column] = ""
    return part[list(COLUMNS[name])]


def _whole(table: Optional[_Table], name: str, step: Step) -> pd.DataFrame:
    parts = [] if table is None else list(_parts(table, name, step))
    return pd.concat(parts, ignore_index=True) if parts else _empty(name)


def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame({column: pd.Series(dtype=str) for column in COLUMNS[name]})
