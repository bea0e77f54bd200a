"""Loaded JSON read with its place in the file, so that whatever is refused is refused by its exact path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_REQUIRED = object()
_KIND_NAMES = {str: "text", bool: "true or false", int: "a whole number", list: "a list", dict: "an object"}


class CatalogueError(ValueError):
    """What is wrong in a catalogue file, and where: ``types[12].parent: 'vardhus' is no known type``."""

    def __init__(self, path: str, problem: str):
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


@dataclass(frozen=True)
class Text:
    """One text in Swedish and English. ``read`` is False when it was recalled and not seen in a source."""

    sv: str
    en: str
    read: bool = True

    def get(self, language: str) -> str:
        """The text for a language code such as ``sv`` or ``sv_SE``; English for all that is not Swedish."""
        return self.sv if language.startswith("sv") else self.en


@dataclass(frozen=True)
class Node:
    """A JSON object and where it stands in its file; its readers name the exact place of what they refuse."""

    value: Mapping
    path: str

    def text(self, key: str) -> str:
        text = self._get(key, str)
        if not text.strip():
            raise CatalogueError(self._at(key), "is empty")
        return text

    def optional_text(self, key: str) -> str | None:
        """The text under ``key``; None where there is no such key, or nothing in it."""
        return None if self.value.get(key) in (None, "") else self.text(key)

    def flag(self, key: str, default=_REQUIRED) -> bool:
        return self._get(key, bool, default)

    def number(self, key: str) -> int:
        return self._get(key, int)

    def texts(self, key: str, default=_REQUIRED) -> tuple[str, ...]:
        items = self._get(key, list, default)
        return tuple(_of_kind(item, str, f"{self._at(key)}[{index}]") for index, item in enumerate(items))

    def text_map(self, key: str | None = None) -> Mapping[str, str]:
        """The object under ``key`` (absent: empty), or this object itself, as text to text."""
        node = self if key is None else self.node(key, {})
        return MappingProxyType({name: node.text(name) for name in node.value})

    def translated(self, key: str) -> Text:
        node = self.node(key)
        return Text(node.text("sv"), node.text("en"), node.flag("read", True))

    def entry(self) -> tuple[str, Text]:
        return self.text("id"), self.translated("label")

    def node(self, key: str, default=_REQUIRED) -> Node:
        return Node(self._get(key, dict, default), self._at(key))

    def nodes(self, key: str, default=_REQUIRED) -> Iterator[Node]:
        for index, item in enumerate(self._get(key, list, default)):
            where = f"{self._at(key)}[{index}]"
            yield Node(_of_kind(item, dict, where), where)

    def refer(self, key: str, ids: str | tuple[str, ...], known: Collection[str], what: str) -> None:
        """Refuse the first of the ids under ``key`` that is not among the known."""
        for index, name in enumerate([ids] if isinstance(ids, str) else ids):
            if name not in known:
                where = self._at(key) if isinstance(ids, str) else f"{self._at(key)}[{index}]"
                raise CatalogueError(where, f"{name!r} is no known {what}")

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _get(self, key: str, kind: type, default=_REQUIRED):
        if key not in self.value:
            if default is _REQUIRED:
                raise CatalogueError(self._at(key), "is missing")
            return default
        return _of_kind(self.value[key], kind, self._at(key))


def root_of(document: Mapping) -> Node:
    """The whole file as a node."""
    return Node(_of_kind(document, dict, "the file"), "")


def by_key(nodes: Iterable[Node], key: str, parse: Callable[[Node], object]) -> Mapping:
    """Parsed nodes by the text under ``key``, in the file's order; a key that comes twice is refused."""
    found = {}
    for node in nodes:
        name = node.text(key)
        if name in found:
            raise CatalogueError(f"{node.path}.{key}", f"{name!r} occurs twice")
        found[name] = parse(node)
    return MappingProxyType(found)


def _of_kind(value, kind: type, path: str):
    # True is an int in Python, but a number in JSON is never true.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise CatalogueError(path, f"must be {_KIND_NAMES[kind]}, not {value!r}")
    return value
