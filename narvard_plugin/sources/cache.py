"""Downloads kept on disk with where they came from, when, and under which licence; a damaged one is no download."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Optional
from uuid import uuid4

from .errors import DiskProblem

_BLOCK = 1 << 20
_CLOCKS_DIFFER = timedelta(minutes=5)
#: A file that is still unfinished after this long was left by a run that was killed.
_LEFT_BEHIND_SECONDS = 86_400.0


@dataclass(frozen=True)
class About:
    """What is known of a download. ``url`` is as it may be shown."""

    source_id: str
    url: str
    fetched: str
    licence: str
    sha256: str
    size: int
    etag: str = ""
    last_modified: str = ""

    @property
    def age(self) -> timedelta:
        """How old it is; as old as can be where it would be from the future, as when the clock was wrong."""
        age = datetime.now(timezone.utc) - datetime.fromisoformat(self.fetched)
        return age if age >= -_CLOCKS_DIFFER else timedelta.max


_PUTTING = threading.Lock()


class Cache:
    """A folder with one folder per download, each named by the hash of its key; a key never holds a secret."""

    def __init__(self, folder: Path):
        self.folder = folder

    def find(self, key: str) -> Optional[tuple[Path, About]]:
        """The kept file and what is known of it; None where there is none, or it is not what was kept."""
        entry = self._entry(key)
        try:
            about = About(**json.loads((entry / "about.json").read_text(encoding="utf-8")))
            whole = about.age is not None and sha256_of(entry / "body") == about.sha256
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return (entry / "body", about) if whole else None

    def unfinished(self, key: str) -> Path:
        """Where to download to before `keep`: a file of its own, since two may be fetching the same at once."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
        except OSError as error:
            raise DiskProblem(str(self.folder), error.strerror or str(error)) from error
        return self.folder / f"{self._entry(key).name}.{uuid4().hex}.part"

    def _sweep(self) -> None:
        """Remove what runs that were killed left behind."""
        for left in [*self.folder.glob("*.part"), *self.folder.glob("*.new")]:
            with suppress(OSError):  # another run may be removing it, too
                if time.time() - left.stat().st_mtime > _LEFT_BEHIND_SECONDS:
                    shutil.rmtree(left) if left.is_dir() else left.unlink()

    def keep(self, key: str, unfinished: Path, **known) -> tuple[Path, About]:
        """Take the whole file ``unfinished`` in; ``known`` are fields of `About` that only the caller knows."""
        about = About(
            fetched=datetime.now(timezone.utc).isoformat(timespec="seconds"),
            sha256=sha256_of(unfinished),
            size=unfinished.stat().st_size,
            **known,
        )
        entry = self._entry(key)
        made = entry.with_name(f"{entry.name}.{uuid4().hex}.new")
        try:
            made.mkdir(parents=True)
            os.replace(unfinished, made / "body")
            (made / "about.json").write_text(json.dumps(asdict(about), ensure_ascii=False), encoding="utf-8")
            with _PUTTING:  # two that finish at once: the last one stays
                shutil.rmtree(entry, ignore_errors=True)
                os.replace(made, entry)
        except OSError as error:
            shutil.rmtree(made, ignore_errors=True)
            raise DiskProblem(str(entry), error.strerror or str(error)) from error
        return entry / "body", about

    def _entry(self, key: str) -> Path:
        return self.folder / hashlib.sha256(key.encode()).hexdigest()[:24]


def sha256_of(path: Path) -> str:
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
