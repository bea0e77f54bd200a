"""Templates of documents: a region's own before the plugin's, filled in a sandbox where nothing from outside is markup."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape
from qgis.core import QgsProcessingException

from ..core.plans.filling import number
from ..core.plans.rows import plain
from ..i18n import tr
from ..paths import bundled

LANGUAGES = ("sv", "en")
#: A picture of the region's in its own folder, for the letterhead.
LOGOS = ("logo.png", "logo.jpg")
#: The blank between a number and what belongs to it: its unit, or its next three figures.
_FIRM = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|(?:m|m²|m2|m³|km|km²|ha|dBA?|kr|år|min|st|kap)\b|%|§)")


class Templates:
    """The templates and words of one language; ``folder`` ("" = none) holds the region's own.

    ``kind`` is the folder among the plugin's templates: "plans" or "atlas".
    """

    def __init__(self, language: str, folder: str = "", kind: str = "plans"):
        self.language = language
        self._places = [Path(folder)] if folder else []
        if folder and not self._places[0].is_dir():
            raise QgsProcessingException(
                tr("The folder of templates {path} does not exist. Choose another, or leave TEMPLATE blank.").format(
                    path=folder
                )
            )
        self._places.append(bundled("resources", "templates", kind))
        self.words = self._words()
        self._environment = SandboxedEnvironment(
            loader=FileSystemLoader([str(place) for place in self._places], encoding="utf8"),
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(
            lines=_lines,
            paragraphs=_paragraphs,
            number=partial(shown_number, language=language),
        )

    def fill(self, name: str, values: Mapping, filters: Mapping[str, Callable] | None = None) -> str:
        """The template ``name`` with ``values`` in it; every text among them stands as text."""
        environment = self._environment.overlay()
        environment.filters = {**self._environment.filters, **(filters or {})}
        try:
            return environment.get_template(name).render(w=self.words, language=self.language, **values)
        except (TemplateError, LookupError, TypeError, ValueError, AttributeError) as error:
            line = getattr(error, "lineno", None)
            raise QgsProcessingException(
                tr("The template {name} can't be filled in ({detail}). Correct it, or leave TEMPLATE blank.").format(
                    name=f"{name}:{line}" if line else name, detail=error
                )
            ) from error

    def phrase(self, text: str, **values: str) -> str:
        """One of the words' sentences with ``values`` in its places."""
        try:
            return text.format(**values)
        except (LookupError, ValueError, AttributeError) as error:
            raise QgsProcessingException(
                tr('The sentence "{text}" in the words of the templates can\'t be filled in. Correct it.').format(
                    text=text
                )
            ) from error

    def style(self, name: str) -> str:
        """A style sheet as it stands."""
        return self._file(name).read_text(encoding="utf8")

    def logo(self) -> bytes | None:
        """The bytes of the region's picture; None where its folder has none."""
        found = [place / name for place in self._places for name in LOGOS if (place / name).is_file()]
        return found[0].read_bytes() if found else None

    def _file(self, name: str) -> Path:
        return next(place / name for place in self._places if (place / name).is_file())

    def _words(self) -> dict:
        """The plugin's words with the region's own over them, so that a region writes only those that it changes."""
        words: dict = {}
        name = f"words_{self.language}.json"
        for place in reversed(self._places):
            if not (place / name).is_file():
                continue
            try:
                words = _over(words, json.loads((place / name).read_text(encoding="utf8")))
            except (OSError, ValueError, AttributeError, RecursionError) as error:
                raise QgsProcessingException(
                    tr("The words in {path} can't be read ({detail}). Correct the file, or leave TEMPLATE blank.")
                    .format(path=place / name, detail=error)
                ) from error  # fmt: skip
        return words


def shown_number(value: float, language: str = "sv") -> str:
    """A number as a document writes it: a measured figure, not the millimetres of its computing; what is not nought is
    never shown as nought. Decimal comma, spaced thousands and a real minus in Swedish."""
    size = abs(value)
    decimals = 1 if size >= 10 else 2 if size >= 1 or not size else 2 - math.floor(math.log10(size))
    return number(value, decimals, language).rstrip("0").rstrip(",.")


def _over(words: Mapping, own: Mapping) -> dict:
    merged = dict(words)
    for name, text in own.items():
        merged[name] = _over(words[name], text) if isinstance(words.get(name), dict) else text
    return merged


def _paragraphs(text: str) -> Sequence[str]:
    """The paragraphs of a text, which has an empty line between them."""
    return [part.strip("\n") for part in plain(text).split("\n\n") if part.strip()]


def _lines(text: str) -> Markup:
    """A text with its line breaks, and no line that ends between a number and its unit; the rest of it is no markup."""
    return Markup("<br>").join(escape(_FIRM.sub("\u00a0", line)) for line in plain(text).split("\n"))
