"""Reading the parts of a checklist's document with their exact place, in two languages; unknown keys are refused."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Optional

from ..located import Text
from .document import ChecklistError

_REQUIRED = object()
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_KINDS = {
    str: Text("en text", "a text"),
    bool: Text("true eller false", "true or false"),
    int: Text("ett heltal", "a whole number"),
    float: Text("ett tal", "a number"),
    list: Text("en lista", "a list"),
    dict: Text("ett objekt", "an object"),
}


@dataclass(frozen=True)
class Part:
    """An object of the document and where it stands."""

    value: Mapping
    path: str

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def refuse(self, key: str, sv: str, en: str) -> ChecklistError:
        """The error to raise about what stands under ``key``."""
        return ChecklistError(self.at(key) if key else self.path, Text(sv, en))

    def only(self, keys: Collection[str]) -> None:
        """Refuse the first key that is not among these: a misspelt key would else be a silent gap."""
        for key in self.value:
            if key not in keys:
                known = ", ".join(keys)
                raise self.refuse(
                    key or repr(key),
                    f"nyckeln finns inte här; de som finns är {known}",
                    f"no such key here; the keys are {known}",
                )

    def text(self, key: str, default=_REQUIRED) -> str:
        found = self._get(key, str, default)
        if key in self.value and not found.strip():
            raise self.refuse(key, "är tom", "is empty")
        return found

    def pattern(self, key: str, pattern: str, default=_REQUIRED) -> str:
        found = self.text(key, default)
        if key in self.value and not re.fullmatch(pattern, found, re.ASCII):
            raise self.refuse(key, f"{found!r} har inte formen {pattern}", f"{found!r} is not of the form {pattern}")
        return found

    def date(self, key: str) -> str:
        found = self.text(key, "")
        if found and not (_DATE.fullmatch(found) and _is_day(found)):
            raise self.refuse(
                key,
                f"{found!r} är inget datum; skriv år-månad-dag som 2026-03-01",
                f"{found!r} is no date; write year-month-day as 2026-03-01",
            )
        return found

    def choice(self, key: str, known: Collection[str], default=_REQUIRED) -> str:
        found = self.text(key, default)
        if key in self.value and found not in known:
            raise ChecklistError(self.at(key), unknown_word(found, known))
        return found

    def choices(self, key: str, known: Optional[Collection[str]] = None, default=_REQUIRED) -> tuple[str, ...]:
        """The list of texts under ``key``: none twice, at least one, all among the ``known`` where those are given."""
        found = []
        for index, item in enumerate(self._get(key, list, default)):
            where = f"{self.at(key)}[{index}]"
            item = of_kind(item, str, where)
            if known is not None and item not in known:
                raise ChecklistError(where, unknown_word(item, known))
            if item in found:
                raise ChecklistError(where, Text(f"{item!r} står två gånger", f"{item!r} occurs twice"))
            found.append(item)
        if key in self.value and not found:
            raise self.refuse(key, "är tom", "is empty")
        return tuple(found)

    def flag(self, key: str, default=_REQUIRED) -> bool:
        return self._get(key, bool, default)

    def whole(self, key: str, default=_REQUIRED) -> Optional[int]:
        return self._get(key, int, default)

    def number(self, key: str) -> float:
        found = float(self._get(key, float, _REQUIRED))
        if not math.isfinite(found):
            raise self.refuse(key, "är inget ändligt tal", "is no finite number")
        return found

    def both(self, key: str, required: bool = True) -> Optional[Text]:
        """A text in Swedish and English."""
        if not required and key not in self.value:
            return None
        part = self.part(key)
        part.only(("sv", "en"))
        return Text(part.text("sv"), part.text("en"))

    def part(self, key: str) -> Part:
        return Part(self._get(key, dict, _REQUIRED), self.at(key))

    def entries(self, key: str, pattern: str, default=_REQUIRED) -> Iterator[tuple[str, Part]]:
        """The objects under ``key``, whose own keys are names of the ``pattern``."""
        group = Part(self._get(key, dict, default), self.at(key))
        for name in group.value:
            if not re.fullmatch(pattern, name, re.ASCII):
                raise group.refuse(name, f"namnet har inte formen {pattern}", f"the name is not of the form {pattern}")
            yield name, group.part(name)

    def texts(self, key: str, known: Collection[str], default=_REQUIRED) -> dict[str, Text]:
        """The object under ``key``: names among the ``known``, each with a text in both languages."""
        if key not in self.value and default is not _REQUIRED:
            return dict(default)
        group = self.part(key)
        group.only(known)
        return {name: group.both(name) for name in group.value}

    def listed(self, key: str, name_of: Callable[[Mapping, int], str]) -> Iterator[Part]:
        """The objects of the list under ``key``; ``name_of`` says what stands for an object in its path."""
        for index, item in enumerate(self._get(key, list, _REQUIRED)):
            value = of_kind(item, dict, f"{self.at(key)}[{index}]")
            yield Part(value, f"{self.at(key)}[{name_of(value, index)}]")

    def _get(self, key: str, kind: type, default):
        if key not in self.value:
            if default is _REQUIRED:
                raise self.refuse(key, "saknas", "is missing")
            return default
        return of_kind(self.value[key], kind, self.at(key))


def of_kind(value, kind: type, path: str):
    """``value`` if it is of the kind, or the error. True is an int in Python, but a number in a list is never true."""
    allowed = (int, float) if kind is float else kind
    if not isinstance(value, allowed) or (kind in (int, float) and isinstance(value, bool)):
        said, name = repr(value)[:60], _KINDS[kind]
        raise ChecklistError(path, Text(f"ska vara {name.sv}, inte {said}", f"must be {name.en}, not {said}"))
    return value


def unknown_word(word: str, known: Collection[str]) -> Text:
    """The problem of a word that is not among the known ones."""
    listed = ", ".join(known)
    return Text(f"{word!r} är okänt; de kända är {listed}", f"{word!r} is not known; the known are {listed}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
