"""Ways to harm a writer or a file: killed at a step or within a write, no room, no right to write, spoiled bytes."""

from __future__ import annotations

import contextlib
import ctypes
import io
import json
import os
import random
import re
import resource
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QThreadPool

_FILE_STEPS = ("open", "os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect")
_DAC_OVERRIDE = 1  # root's right to write where the permissions say no

#: Names that people give, and that mean something in an address, a template or a shell; Windows allows all of them.
ODD_NAMES = {
    "signs": "50 % #1 & 'vård' {län}", "200 letters": "l" * 200, "letters": "Region Östergötland ÅÄÖ",
    "dots": "punkt. .på slutet", "shell": "+tecken=~$(x)`;^@!",
}  # fmt: skip


def killed_at(folder: Path, step: int, work: Callable[[], None]) -> bool:
    """Whether a copy of this process that does ``work`` got as far as its file operation ``step``, where it was killed."""

    def arm() -> None:
        left = [step]

        def kill(event, args):
            if event in _FILE_STEPS and str(folder) in str(args):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)

    return _copy_that(arm, work) == signal.SIGKILL


def killed_past(size: int, work: Callable[[], None]) -> bool:
    """Whether a copy of this process that does ``work`` wrote more than ``size`` bytes into a file: there the system kills it."""

    def arm() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

    return _copy_that(arm, work) == signal.SIGXFSZ


def _copy_that(arm: Callable[[], None], work: Callable[[], None]) -> int:
    """The signal that ended a copy of this process; 0 where its work was done."""
    QThreadPool.globalInstance().waitForDone()  # the copy would wait for ever for threads that it has not
    child = os.fork()
    if child == 0:
        status = 1
        try:
            arm()
            work()
            status = 0
        finally:
            os._exit(status)
    _, told = os.waitpid(child, 0)
    assert os.WIFSIGNALED(told) or os.WEXITSTATUS(told) == 0, "the work failed instead of being killed"
    return os.WTERMSIG(told) if os.WIFSIGNALED(told) else 0


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Inside the block this thread may read what lies in ``folder`` and below, and change nothing there."""
    inside = [folder, *(path for path in folder.rglob("*") if not path.is_symlink())]
    before = [(path, path.stat().st_mode) for path in inside]
    with _without_the_rights_of_root():
        try:
            for path, mode in before:
                path.chmod(mode & 0o555)
            yield
        finally:
            for path, mode in before:
                path.chmod(mode)


@contextlib.contextmanager
def _without_the_rights_of_root() -> Iterator[None]:
    if not sys.platform.startswith("linux"):
        pytest.skip("rights are taken away as Linux does it")
    system = ctypes.CDLL(None, use_errno=True)
    header, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert system.capget(header, rights) == 0
    had = rights[0] & 1 << _DAC_OVERRIDE
    rights[0] &= ~(1 << _DAC_OVERRIDE)
    assert system.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] |= had
        assert system.capset(header, rights) == 0


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, hidden ones too, and what is in it; a folder ends with a stroke."""
    return {
        f"{path.relative_to(folder)}{'/' if path.is_dir() else ''}": b"" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


# --- spoiled bytes ----------------------------------------------------------------------------------------------


def spoiled(good: bytes, seed: int) -> bytes:
    """``good`` as it may come out of a bad cable, another program or a bad will; the same for the same ``seed``."""
    rng = random.Random(seed)
    ways = (
        _flipped, _cut, _pieces, _other_encoding, _huge_numbers, _swapped_cells, _deep, _laughing, _bomb, _emptied,
    )  # fmt: skip
    return ways[seed % len(ways)](good, rng)


def _flipped(good: bytes, rng) -> bytes:
    changed = bytearray(good)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(good))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(good: bytes, rng) -> bytes:
    return good[: rng.randrange(len(good))]


def _pieces(good: bytes, rng) -> bytes:
    """Pieces lost, doubled and put elsewhere."""
    for _ in range(rng.randint(1, 4)):
        start, end = sorted(rng.randrange(len(good) + 1) for _ in range(2))
        at = rng.randrange(len(good) + 1)
        good = rng.choice((good[:start] + good[end:], good[:at] + good[start:end][:5000] + good[at:])) or b"x"
    return good


def _other_encoding(good: bytes, rng) -> bytes:
    text = good.decode("utf-8", "replace").replace("a", "å")
    return text.encode(rng.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "cp437", "utf-8-sig")), "replace")


def _huge_numbers(good: bytes, rng) -> bytes:
    huge = rng.choice(
        (b"1e999", b"9" * 5000, b"-1", b"NaN", b"1" + b"0" * 400, b"-0", b"1,5", b"1e-999", b"2147483648")
    )
    return re.sub(rb"\d+", lambda found: huge if rng.random() < 0.4 else found[0], good)


def _swapped_cells(good: bytes, rng) -> bytes:
    """Cells, members and lines in another order."""
    mark = rng.choice((b";", b",", b"\n", b'"', b":"))
    parts = good.split(mark)
    for _ in range(rng.randint(1, 6)):
        one, other = (rng.randrange(len(parts)) for _ in range(2))
        parts[one], parts[other] = parts[other], parts[one]
    return mark.join(parts)


def _deep(good: bytes, rng) -> bytes:
    """JSON, and brackets of other kinds, within itself without end."""
    return rng.choice((
        b"[" * 200_000, b'{"a":' * 200_000, b"[" * 90_000 + b"]" * 90_000, b"<a>" * 50_000, b'{"x": ' + good + b"}",
        b"[" + good + b"]", b"a: " * 5000, b"&a [*a,*a]\n" * 20, b"(" * 100_000,
    ))  # fmt: skip


def _laughing(good: bytes, rng) -> bytes:
    """A billion laughs as XML and as YAML, and a file from outside."""
    xml = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yaml = "a0: &a0 [ha]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    return rng.choice((
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{xml}]><a>&l9;</a>'.encode(), yaml.encode(),
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ))  # fmt: skip


def _bomb(good: bytes, rng) -> bytes:
    """A zip that swells: the members of ``good`` where it is one, each a thousand times as large."""
    names = ["a.txt"]
    with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(good)) as archive:
        names = archive.namelist()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names[: rng.randint(1, 3)]:
            archive.writestr(name, bytes(8 << 20))
    return packed.getvalue()


def _emptied(good: bytes, rng) -> bytes:
    return rng.choice(
        (b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"null", b"{}", b"[]", b"\n\n", good.lower(), good + good)
    )


def in_json(good: bytes, seed: int) -> bytes:
    """JSON with one of its values, anywhere, of another kind, lost or doubled: what flipped bytes seldom reach."""
    rng, told = random.Random(seed), json.loads(good)
    places = list(_places(told))
    holder, key = rng.choice(places)
    odd = (
        None,
        True,
        -1,
        10**30,
        1e308,
        "",
        "å" * 300,
        "\0",
        [],
        {},
        [[]],
        {"a": 1},
        "2026-02-30",
        "file:///etc/passwd",
    )
    way = rng.randrange(4)
    if way == 0:
        del holder[key]
    else:
        holder[key] = rng.choice(odd) if way < 3 else [holder[key]]
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _places(told) -> Iterator[tuple]:
    for key, value in list(enumerate(told) if isinstance(told, list) else told.items()):
        yield told, key
        if isinstance(value, (list, dict)):
            yield from _places(value)
