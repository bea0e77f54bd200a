"""Words that municipalities use of their plans (stages, kinds, headings), and the codes and columns that they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from ..facilities.words import Vocabulary, plain

#: Before a word these turn it into something else: "ej antagen" is not adopted.
_TURNING = re.compile(r"\b(ej|inte|inför|före|innan|ännu|utan)\b")

#: What stands before the name of a plan in one source and not in another. A change of a plan is not the plan: its words stay.
_BEFORE_NAME = re.compile(r"(?:förslag till )?(?:ny )?(?:detaljplan|dp)(?:en)? (?:för|avseende|gällande) ")

_BARE = str.maketrans("åäöé", "aaoe")


class PlanWords(NamedTuple):
    """Vocabularies of codes, and the headings of columns (column -> words, the likeliest first)."""

    statuses: Vocabulary
    kinds: Vocabulary
    procedures: Vocabulary
    columns: Mapping[str, Sequence[str]]
    #: The words of each status, for finding one within a longer text.
    status_words: Mapping[str, Sequence[str]]


def parse_plan_words(told: Mapping) -> PlanWords:
    """Of the content of ``plan_words.json``."""

    def vocabulary(name: str) -> Vocabulary:
        return Vocabulary((word, code) for code, words in told[name].items() for word in (code, *words))

    return PlanWords(
        vocabulary("statuses"), vocabulary("kinds"), vocabulary("procedures"), told["columns"], told["statuses"]
    )


def same_plan(name: str) -> str:
    """A plan's name as people mean it, whichever source writes it: "Detaljplan för Bryggan" is Bryggan."""
    name = " ".join(name.split()).casefold()
    return _BEFORE_NAME.sub("", name, count=1) if _BEFORE_NAME.match(name) else name


def status_of(text: str, words: PlanWords) -> Optional[str]:
    """The status that a text says: the whole of it, or the only one named in it; None where it is not known.

    A text that says that something is not so, or not yet, is known only as a whole.
    """
    found = words.statuses.find(text)
    if found or _TURNING.search(plain(text)):
        return found
    named = {
        status
        for status, all_of_it in words.status_words.items()
        if any(re.search(rf"\b{re.escape(plain(word))}\b", plain(text)) for word in (status, *all_of_it))
    }
    return named.pop() if len(named) == 1 else None


def columns_of(headings: Sequence[str], words: PlanWords) -> dict[str, str]:
    """Which heading tells which column; each heading tells one, and the likelier word goes first."""
    by_word: dict[str, str] = {}
    for heading in headings:
        by_word.setdefault(_bare(heading), heading)
    found: dict[str, str] = {}
    for column, known in words.columns.items():
        heading = next((by_word[_bare(word)] for word in known if _bare(word) in by_word), None)
        if heading is not None and heading not in found.values():
            found[column] = heading
    return found


def _bare(heading: str) -> str:
    """A heading as databases write it: without å, ä, ö and blanks."""
    return plain(heading).translate(_BARE).replace(" ", "")
