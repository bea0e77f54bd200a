"""The sentences of an atlas in one language, filled with numbers as a reader of it writes them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Optional

from ..plans.filling import number


class Words:
    """``texts``: key → sentence with ``{named}`` places, the same keys in every language."""

    def __init__(self, texts: Mapping[str, str], language: str):
        self._texts, self.language = texts, language

    def __call__(self, key: str, **values) -> str:
        """The sentence ``key`` with ``values`` in its places. A key that is not there is a `KeyError`: nothing is left out."""
        return self._texts[key].format(**values)

    def with_texts(self, texts: Mapping[str, str]) -> Words:
        """The same sentences with these ``texts`` for some of them."""
        return Words({**self._texts, **texts}, self.language)

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def starting(self, *starts: str) -> Mapping[str, str]:
        """Sentences whose keys begin with one of ``starts``, by the rest of the key: what codes are called."""
        return {key.split(".", 1)[1]: text for key, text in self._texts.items() if key.startswith(starts)}

    def number(self, value: Optional[float], decimals: int = 0) -> str:
        """A number as it is read; a dash where there is none."""
        if value is None or not math.isfinite(value):
            return "–"
        return number(float(value), decimals, self.language)

    def percent(self, value: float) -> str:
        """A share of people in running text: what is not all is never rounded to all, nor what is not nobody to nobody."""
        if 0 < value < 0.5:
            return self("under_one")
        if 99.5 <= value < 100:
            return self("over_99")
        return self.number(value)

    def minutes(self, value: float) -> str:
        """A time as it is said, in whole minutes."""
        n = round(value)
        return self("under_minute") if n < 1 else self("minute") if n == 1 else self("minutes", n=self.number(n))

    @staticmethod
    def paragraphs(sentences: Sequence[str], first: int = 1) -> list[str]:
        """The first sentences, which are the result, as a paragraph of their own; the rest in a second one."""
        return [" ".join(part) for part in (sentences[:first], sentences[first:]) if part]

    def many(self, key: str, n: int, **values) -> str:
        """The sentence ``key``, or ``key_one`` where there is one of it."""
        return self(f"{key}_one" if n == 1 else key, n=self.number(n), **values)

    def about(self, value: float) -> str:
        """A number of people in running text: exact below a hundred, then to two or three figures that count."""
        size = abs(value)
        step = 1 if size < 100 else 10 if size < 10_000 else 100 if size < 100_000 else 1000
        return self.number(round(value / step) * step)

    @staticmethod
    def inside(name: str) -> str:
        """A name that stands inside a sentence: without its first capital, unless it is an abbreviation."""
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]

    def listed(self, names: Sequence[str]) -> str:
        """``a, b och c``."""
        names = [str(name) for name in names]
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('and')} {names[-1]}"
