"""A checklist from a file: the one that comes with the plugin, or a region's own that extends it or a list beside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ... import catalogue, settings
from ...core.located import Text
from ...core.plans.checklist import Checklist
from ...core.plans.checklist_reading import read_checklist
from ...core.plans.document import MOST_BYTES, ChecklistError
from ...paths import bundled

#: The list that comes with the plugin.
BASE = "region_grund"
SUFFIXES = (".yaml", ".yml", ".json")


def open_checklist(path: str = "") -> Checklist:
    """The list in the file ``path``; blank = that of the settings, else the bundled one.

    Lists that it extends are the bundled ones and those that lie beside it.

    Raises `ChecklistError` with the place and what is wrong there.
    """
    path = path.strip() or settings.load().checklist.strip()
    if not path:
        return _bundled()
    file = Path(path.strip('"'))
    if file.suffix.lower() not in SUFFIXES:
        raise ChecklistError(
            str(file), Text("filen ska sluta på .yaml eller .json", "the file must end in .yaml or .json")
        )
    beside = {
        one.stem: one for one in sorted(file.parent.glob("*")) if one.suffix.lower() in SUFFIXES and one.is_file()
    }
    texts = _Lazy({**_bundled_files(), **beside, file.stem: file})
    return read_checklist(texts, file.stem, catalogue.care().types)


@lru_cache(maxsize=1)
def _bundled() -> Checklist:
    return read_checklist(_Lazy(_bundled_files()), BASE, catalogue.care().types)


def _bundled_files() -> dict[str, Path]:
    return {file.stem: file for file in bundled("resources", "checklists").glob("*.yaml")}


class _Lazy(dict):
    """Files by the id of their list, read when they are asked for: a broken file that nothing extends does no harm."""

    def __getitem__(self, list_id: str) -> str:
        return _text_of(super().__getitem__(list_id))


def _text_of(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ChecklistError(
                file.name, Text("filen är för stor för en checklista", "the file is too large for a checklist")
            )
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ChecklistError(
            file.name, Text("filen är inte sparad som UTF-8", "the file is not saved as UTF-8")
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ChecklistError(
            str(file), Text(f"filen går inte att läsa ({reason})", f"the file cannot be read ({reason})")
        ) from error
