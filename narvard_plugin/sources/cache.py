"""Downloads kept on disk with where they came from, when, and under which licence; a damaged one is no download."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Optional

from .errors import DiskProblem

_BLOCK = 1 << 20


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
        return datetime.now(timezone.utc) - datetime.fromisoformat(self.fetched)


class Cache:
    """A folder with one folder per download, each named by the hash of its key; a key never holds a secret."""

    def __init__(self, folder: Path):
        self.folder = folder

    def find(self, key: str) -> Optional[tuple[Path, About]]:
        """The kept file and what is known of it; None where there is none, or it is not what was kept."""
        entry = self._entry(key)
        try:
            about = About(**json.loads((entry / "about.json").read_text(encoding="utf-8")))
            whole = sha256_of(entry / "body") == about.sha256
        except (OSError, ValueError, TypeError):
            return None
        return (entry / "body", about) if whole else None

    def unfinished(self, key: str) -> Path:
        """Where to download to before `keep`; what a killed run left there is written over."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DiskProblem(str(self.folder), error.strerror or str(error)) from error
        return self.folder / f"{self._entry(key).name}.{os.getpid()}.part"

    def keep(self, key: str, unfinished: Path, **known) -> tuple[Path, About]:
        """Take the whole file ``unfinished`` in; ``known`` are fields of `About` that only the caller knows."""
        about = About(
            fetched=datetime.now(timezone.utc).isoformat(timespec="seconds"),
            sha256=sha256_of(unfinished),
            size=unfinished.stat().st_size,
            **known,
        )
        entry = self._entry(key)
        made = entry.with_name(f"{entry.name}.{os.getpid()}.new")
        try:
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir(parents=True)
            os.replace(unfinished, made / "body")
            (made / "about.json").write_text(json.dumps(asdict(about), ensure_ascii=False), encoding="utf-8")
            shutil.rmtree(entry, ignore_errors=True)
            os.replace(made, entry)
        except OSError as error:
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
