"""Files handed over in a folder of the user's: all of them whole, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from .client import Client
from .errors import DiskProblem

_BLOCK = 1 << 20


class NewFiles:
    """What one run puts into ``folder``. Use it in ``with``: leaving by an exception puts everything back as it was.

    So a run whose last step fails, or that is cancelled then, leaves the earlier files where they were.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._hidden: Optional[Path] = None
        self._created = False
        self._moved: list[tuple[Path, Path]] = []

    def __enter__(self) -> NewFiles:
        return self

    def __exit__(self, kind, error, trace) -> None:
        if kind is not None:
            self._put_back()
        if self._hidden is not None:
            shutil.rmtree(self._hidden, ignore_errors=True)
        if self._created and self.folder.exists() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    @contextmanager
    def filling(self) -> Iterator[Path]:
        """A hidden folder; what is made there takes its place in ``folder`` when the block ends well.

        An earlier file of the same name makes way, and comes back if the run does not end well.
        """
        try:
            self._created = not self.folder.exists()
            self.folder.mkdir(parents=True, exist_ok=True)
            self._hidden = Path(tempfile.mkdtemp(prefix=".narvard-", dir=self.folder))
            made, old = self._hidden / "new", self._hidden / "old"
            made.mkdir()
            old.mkdir()
            yield made
            self._take_place(made, old)
        except OSError as error:
            raise DiskProblem(str(self.folder), error.strerror or str(error)) from error

    def _take_place(self, made: Path, old: Path) -> None:
        for file in sorted(made.iterdir()):
            for source, target in ((self.folder / file.name, old / file.name), (file, self.folder / file.name)):
                if source.exists():
                    os.replace(source, target)
                    self._moved.append((source, target))

    def _put_back(self) -> None:
        while self._moved:
            source, target = self._moved.pop()
            os.replace(target, source)


def copy_file(client: Client, source: Path, target: Path) -> None:
    """Copy, looking up between blocks whether the user has cancelled."""
    with open(source, "rb") as file, open(target, "wb") as copy:
        while block := file.read(_BLOCK):
            client.wait(0)
            copy.write(block)
