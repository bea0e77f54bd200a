"""The letters of use in detail plans: B for dwellings, D for care and the others of Boverket's catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Optional

from ..located import Text

USE = "användningsbestämmelse"

#: Letters by the catalogue's categories (lower case); the code of care has not been seen, so it is never matched on.
_BY_CATEGORY = {
    "bostäder": "B",
    "centrum": "C",
    "vård": "D",
    "tekniska anläggningar": "E",
    "flygtrafik": "F",
    "drivmedel": "G",
    "detaljhandel": "H",
    "industri": "J",
    "kontor": "K",
    "odling och djurhållning": "L",
    "friluftsliv och camping": "N",
    "tillfällig vistelse": "O",
    "parkering": "P",
    "besöksanläggningar": "R",
    "skola": "S",
    "trafik": "T",
    "hamn": "V",
    "verksamheter": "Z",
}
_LETTERS = "".join(_BY_CATEGORY.values())
_DESIGNATION = re.compile(rf"\(?((?:[{_LETTERS}][0-9#₀-₉]*)+)\)?")
_PUBLIC = ("TORG",)  # a public place that is spelt with letters of use alone
_WORD = re.compile(r"[^\W\d_]{3,}\d*")  # GATA, PARK1: public places have words for designations
_ASKED = re.compile(r"[A-ZÅÄÖ]{3,12}")
_NO_PLOTS = ("DP_AP_", "DP_VO_")  # codes of public places and water


def use_letters(
    category: Optional[str],
    designation: Optional[str],
    use_form: Optional[str] = None,
    wording: Optional[str] = None,
) -> tuple[str, ...]:
    """The letters of one use provision: by its category, else by its designation (``BC1D``, ``R#``), else by a wording that is
    the name of a category; none for public places and water. ``use_form`` is the catalogue's användningsform."""
    if use_form and not use_form.lower().startswith("kvartersmark"):
        return ()
    letter = _BY_CATEGORY.get((category or "").strip().lower())
    if letter:
        return (letter,)
    text = (designation or "").strip().replace(" ", "")
    if not text:
        named = _BY_CATEGORY.get((wording or "").strip().rstrip(".").lower())
        return (named,) if named else ()
    found = _DESIGNATION.fullmatch(text)
    if not found or text in _PUBLIC:
        return ()
    letters = re.findall(f"[{_LETTERS}]", found[1])
    return tuple(letters) if len(set(letters)) == len(letters) else ()


def letters_of(row: Mapping) -> tuple[str, ...]:
    """The `use_letters` of a provision as a row of the register; none for what is no use."""
    if row.get("kind") != USE:
        return ()
    return use_letters(*(_text(row.get(name)) for name in ("category", "designation", "use_form", "wording")))


def is_use(text: str) -> bool:
    """Whether a checklist may ask for it: a letter of the catalogue, or a word in capitals (GATA, PARK, VÅRD)."""
    return text in _BY_CATEGORY.values() if len(text) == 1 else bool(_ASKED.fullmatch(text))


def not_a_use(text: str) -> Text:
    """What is said of a text that is no use (`is_use`)."""
    letters = ", ".join(_BY_CATEGORY.values())
    return Text(
        f"{text!r} är ingen användning; skriv {letters} eller ett ord med versaler som GATA",
        f"{text!r} is no use; write {letters} or a word in capitals such as GATA",
    )


def is_unknown(row: Mapping) -> bool:
    """Whether a row is a use whose letter nobody knows, as of a file without designations before its references are looked up
    in the catalogue. Public places and water are known to have none."""
    if row.get("kind") != USE or letters_of(row):
        return False
    if (_text(row.get("code")) or "").startswith(_NO_PLOTS):
        return False
    form = _text(row.get("use_form"))
    if form and not form.lower().startswith("kvartersmark"):
        return False
    return not _WORD.fullmatch((_text(row.get("designation")) or "").replace(" ", ""))


def _text(value) -> Optional[str]:
    return None if value is None or value != value else str(value)
