"""Start QGIS on the checkout, in a profile of its own where the plugin is enabled; options are passed on to QGIS."""

from __future__ import annotations

import os
import subprocess
import sys

from .headless import Headless, environment_of, find_program
from .layout import DEV, ROOT, link_plugin

PROFILE = ROOT / "build" / "dev-profile"


def main(options: list[str]) -> int:
    program = find_program("qgis.bin", "qgis", "qgis-ltr-bin", "qgis-bin")
    if program is None:
        sys.exit("There is no QGIS here: run `make qgis`, or put QGIS's programs on the PATH.")
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        sys.exit("QGIS needs a display and there is none: log in to a desktop, or run `xvfb-run make dev`.")
    link_plugin(DEV)
    Headless(DEV, PROFILE).enable()
    environment = environment_of(program, DEV)
    if environment.get("QT_QPA_PLATFORM") == "offscreen":  # the Makefile's choice for everything without a window
        del environment["QT_QPA_PLATFORM"]
    command = [program, "--noversioncheck", "--nologo", "--profiles-path", str(PROFILE), *options]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
