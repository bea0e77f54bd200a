"""QGIS without a window, with a profile of its own: enable the plugin, list its algorithms, run one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .layout import DEV, NAME, ROOT, link_plugin


@dataclass(frozen=True)
class Headless:
    """``qgis_process`` on the plugin in the folder ``plugins``; settings and enabled plugins live in ``profile``."""

    plugins: Path
    profile: Path
    environment: dict[str, str] = field(default_factory=dict)

    def enable(self) -> Headless:
        """Enable the plugin, once: QGIS counts a second time as a failure."""
        self.profile.mkdir(parents=True, exist_ok=True)
        known = json.loads(self("plugins", "--json").stdout)["plugins"]
        if not known.get(NAME, {}).get("loaded"):
            self("plugins", "enable", NAME)
        return self

    def algorithms(self) -> list[str]:
        """Ids of the plugin's algorithms, without ``narvard:``."""
        providers = json.loads(self("list", "--json").stdout)["providers"]
        return sorted(name.split(":")[1] for name in providers.get("narvard", {}).get("algorithms", {}))

    def run(self, algorithm: str, parameters: dict) -> dict:
        """The results of one run; ``RuntimeError`` with QGIS's own log when it fails.

        A list becomes a repeated parameter; None leaves the parameter at its default.
        """
        given = [
            f"{name}={item}"
            for name, value in parameters.items()
            if value is not None
            for item in (value if isinstance(value, (list, tuple)) else [value])
        ]
        return json.loads(self("run", "--json", algorithm, "--", *given).stdout)["results"]

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess:
        program = _program()
        environment = {
            **environment_of(program, self.plugins),
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.profile),
            **self.environment,
        }
        command = [program, *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf8", check=False)
        if done.returncode:
            raise RuntimeError(f"qgis_process {' '.join(map(str, arguments))} failed:\n{done.stdout}{done.stderr}")
        return done


def checkout() -> Headless:
    """The plugin as it stands in this checkout, enabled."""
    link_plugin(DEV)
    return Headless(DEV, ROOT / "build" / "headless-profile").enable()


def environment_of(program: str, plugins: Path) -> dict[str, str]:
    """The environment in which a QGIS program finds the plugin, and its own Python before any other."""
    path = os.pathsep.join((str(Path(program).parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "QGIS_PLUGINPATH": str(plugins)}


def find_program(*names: str) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _program():
    """Debian's own ``qgis_process`` hands on an option that the program does not know, so the real one comes first."""
    found = find_program("qgis_process.bin", "qgis_process", "qgis_process-qgis-ltr", "qgis_process-qgis")
    if found:
        return found
    raise FileNotFoundError("There is no qgis_process here: install QGIS and put its programs on the PATH.")
