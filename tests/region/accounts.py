"""``qgis_process`` with an authentication store of its own, that holds the keys and accounts of the made-up county."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tools.headless import Headless

MASTER = "huvudnyckel"
_STORE = """
import json, sys
from qgis.core import QgsApplication, QgsAuthMethodConfig
application = QgsApplication([], False)
application.initQgis()
manager = QgsApplication.authManager()
if not manager.setMasterPassword(sys.argv[1], True):
    sys.exit("no master password")
for name, (method, pairs) in json.loads(sys.argv[2]).items():
    kept = QgsAuthMethodConfig(method)
    kept.setName(name)
    for key, value in pairs.items():
        kept.setConfig(key, value)
    if not manager.storeAuthenticationConfig(kept):
        sys.exit("not stored: " + name)
    print("account", name, kept.id())
application.exitQgis()
"""


def with_accounts(
    narvard: Headless, folder: Path, accounts: Mapping[str, tuple[str, dict]]
) -> tuple[Headless, dict[str, str]]:
    """``narvard`` with the ``accounts`` (name: method and pairs) stored under ``folder``, and their ids by name."""
    folder.mkdir(parents=True, exist_ok=True)
    password = folder / "lösenord.txt"
    password.write_text(MASTER)
    given = {
        "QGIS_AUTH_DB_DIR_PATH": str(folder),
        "QGIS_AUTH_PASSWORD_FILE": str(password),
        "NARVARD_CACHE_FOLDER": str(folder / "hämtat"),
    }
    environment = {**os.environ, **given, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _STORE, MASTER, json.dumps(accounts)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"the accounts were not stored:\n{done.stdout}{done.stderr}")
    rows = (line.split() for line in done.stdout.splitlines() if line.startswith("account "))
    ids = {name: id_ for _, name, id_ in rows}
    return replace(narvard, environment={**narvard.environment, **given}), ids
