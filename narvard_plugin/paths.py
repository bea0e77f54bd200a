"""Where bundled files are, in an installed plugin and in a checkout alike."""

import configparser
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(*parts: str) -> Path:
    """The path of a file under ``resources/`` or ``i18n/``; the file itself may not exist."""
    for root in (_PACKAGE, _PACKAGE.parent):
        if (root / "metadata.txt").is_file():
            return root.joinpath(*parts)
    raise FileNotFoundError("metadata.txt is neither in nor beside the package")


@lru_cache(maxsize=1)
def plugin_version() -> str:
    metadata = configparser.ConfigParser(interpolation=None)  # the file writes per cent signs doubled
    metadata.read(bundled("metadata.txt"), encoding="utf8")
    return metadata["general"]["version"]
