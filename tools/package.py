"""Build dist/narvard_plugin.<version>.zip, the file that users install; the same checkout gives the same bytes."""

from __future__ import annotations

import configparser
import sys
import zipfile
from pathlib import Path

from .layout import NAME, ROOT, shipped_files

NEEDED = ("metadata.txt", "LICENSE", "i18n/narvard_sv.qm")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can hold


def build(folder: Path) -> Path:
    files = shipped_files()
    missing = sorted(set(NEEDED) - {name for _, name in files})
    if missing:
        raise FileNotFoundError(f"{', '.join(missing)} is missing, so there is no package: run `make i18n` first.")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}.{version()}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path, name in files:
            member = zipfile.ZipInfo(f"{NAME}/{name}", EARLIEST)
            member.external_attr, member.compress_type, member.create_system = 0o644 << 16, zipfile.ZIP_DEFLATED, 3
            archive.writestr(member, path.read_bytes())
    return target


def version() -> str:
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf8")
    return metadata["general"]["version"]


if __name__ == "__main__":
    try:
        print(build(ROOT / "dist"))
    except (FileNotFoundError, ValueError) as error:
        sys.exit(str(error))
