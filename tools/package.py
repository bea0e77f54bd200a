"""Build dist/narvard_plugin.<version>.zip, the file that users install, and the list of what it stands on.

The same files give the same bytes, wherever and whenever they were checked out, and whatever rights they have there.
"""

from __future__ import annotations

import configparser
import hashlib
import sys
import zipfile
from pathlib import Path

from .layout import NAME, ROOT, shipped_files

NEEDED = (
    "metadata.txt",
    "LICENSE",
    "i18n/narvard_sv.qm",
    "resources/help/sv/index.html",
    "resources/help/en/index.html",
)
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can hold
LARGEST = 25_000_000  # bytes that the plugin site takes
_EFFORT = 9  # of packing: the same for every zip, whatever Python thinks best


def build(folder: Path) -> Path:
    files = shipped_files()
    missing = sorted(set(NEEDED) - {name for _, name in files})
    if missing:
        raise FileNotFoundError(f"{', '.join(missing)} is missing, so there is no package: run `make i18n help` first.")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}.{version()}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path, name in files:
            member = zipfile.ZipInfo(f"{NAME}/{name}", EARLIEST)
            member.external_attr, member.compress_type, member.create_system = 0o644 << 16, zipfile.ZIP_DEFLATED, 3
            archive.writestr(member, path.read_bytes(), compresslevel=_EFFORT)
    size = target.stat().st_size
    if size > LARGEST:
        target.unlink()
        raise ValueError(f"The package is {size / 1e6:.1f} MB, and the plugin site takes {LARGEST / 1e6:.0f} MB.")
    return target


def version() -> str:
    return read_metadata()["version"]


def read_metadata() -> configparser.SectionProxy:
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf8")
    return metadata["general"]


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    from . import sbom  # which reads this module

    try:
        made = build(ROOT / "dist")
        bill = sbom.write(made)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"{made}  {made.stat().st_size / 1e6:.2f} MB of at most {LARGEST / 1e6:.0f} MB  sha256 {digest(made)}")
    print(bill)


if __name__ == "__main__":
    main()
