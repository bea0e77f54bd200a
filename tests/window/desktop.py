"""A real QGIS window on a virtual screen, driven by a script that runs inside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shared import ROOT
from tools.headless import environment_of, find_program
from tools.layout import link_plugin

PICTURES = ROOT / "build" / "window"
NEEDED = ("Xvfb", "openbox")
SIZE = "1600x1000x24"


def drive(
    script: Path, folder: Path, *, language: str = "sv", theme: str = "default", scale: float = 1, seconds: int = 150,
    **told,
) -> dict:  # fmt: skip
    """What ``script`` found in a window of its own profile in ``folder``; ``told`` reaches it as ``TOLD[name]``."""
    qgis = find_program("qgis.bin", "qgis")
    missing = [name for name in NEEDED if shutil.which(name) is None] + ([] if qgis else ["qgis"])
    if missing:
        pytest.skip(f"a real window needs {', '.join(missing)}")
    plugins, answer = folder / "plugins", folder / "answer.json"
    link_plugin(plugins)
    PICTURES.mkdir(parents=True, exist_ok=True)
    _write_profile(folder / "profile", language, theme)
    environment = {name: value for name, value in environment_of(qgis, plugins).items() if name != "QT_QPA_PLATFORM"}
    told = {"pictures": str(PICTURES), **told, "answer": str(answer)}
    environment |= {"NARVARD_TOLD": json.dumps(told), "QT_SCALE_FACTOR": str(scale), "PYTHONPATH": str(ROOT)}
    command = [qgis, "--noversioncheck", "--nologo", "--profiles-path", str(folder / "profile"), "--lang", language]
    with _screen() as display:
        done = subprocess.run(
            [*command, "--code", str(script)], env={**environment, "DISPLAY": display}, timeout=seconds, check=False,
            capture_output=True, encoding="utf8", errors="replace",
        )  # fmt: skip
    if not answer.exists():
        pytest.fail(f"QGIS ended with {done.returncode} and no answer:\n{(done.stdout + done.stderr)[-4000:]}")
    return json.loads(answer.read_text(encoding="utf8"))


def _write_profile(folder: Path, language: str, theme: str) -> None:
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"[PythonPlugins]\nnarvard_plugin=true\n[qgis]\ncheckVersion=false\n[UI]\nUITheme={theme}\n"
        f"[locale]\nuserLocale={language}\noverrideFlag=true\n",
        encoding="utf8",
    )


@contextmanager
def _screen():
    """A virtual screen with a window manager, which chooses a free number itself; both end with the block."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.5)
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait(10)
    finally:
        screen.terminate()
        screen.wait(10)
