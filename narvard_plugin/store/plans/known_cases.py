"""Which case of the register a plan from outside is: by its identity, else its designation, else its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Optional

from ...core.plans.plan_words import same_plan
from ...core.plans.rows import records
from .errors import PlanRefused

_COLUMNS = ("plan_id", "national_id", "municipality", "designation", "name")


class KnownCases:
    """The cases as they were when they were read, and those that were `put` since; letters' case and spaces tell nothing.

    Read inside the transaction that may add a case, so that two who import the same plan at once make one case of it.
    """

    def __init__(self, workspace):
        self._by_id: dict[str, Mapping] = {}
        self._places: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for row in records(workspace.read("plan_cases"), _COLUMNS):
            self.put(row)

    def put(self, case: Mapping) -> None:
        """A case as it is now."""
        case = {name: case.get(name) for name in _COLUMNS}
        self._by_id[case["plan_id"]] = case
        for place in _places(case):
            if case["plan_id"] not in self._places[place]:
                self._places[place].append(case["plan_id"])

    def find(self, told: Mapping) -> Optional[str]:
        """The id of the case that ``told`` (columns of ``plan_cases``) is about, None where there is none.

        Another identity is another plan, though it be called the same; so is another designation, though the names be the same.
        Raises `PlanRefused` (``which_case``) where several cases could be meant.
        """
        if told.get("national_id"):
            same = self._at("national_id", "", told["national_id"], "national_id")
            if same:
                return same[0]
        for column in ("designation", "name"):
            found = [one for one in self._called(told, column) if self._may_be(one, told, column)]
            if len(found) > 1:
                called = told.get("designation") or told.get("name")
                raise PlanRefused("which_case", n=len(found), called=called, municipality=told["municipality"])
            if found:
                return found[0]
        return None

    def alike(self, told: Mapping) -> str:
        """A case of the municipality that is called as a plan that no case was found for: its name and designation, else blank."""
        for column in ("designation", "name"):
            for one in self._called(told, column):
                case = self._by_id[one]
                return " – ".join(filter(None, (case["name"], case["designation"], case["national_id"])))
        return ""

    def _called(self, told: Mapping, column: str) -> list[str]:
        return self._at(column, told.get("municipality") or "", told.get(column), column)

    def _at(self, kind: str, municipality: str, value: Optional[str], column: str) -> list[str]:
        """The cases that have the value now: an earlier name of a case tells nothing."""
        place = (kind, municipality, _words(column, value))
        return [
            one
            for one in self._places.get(place, ())
            if place[2] and _words(column, self._by_id[one][column]) == place[2]
        ]

    def _may_be(self, one: str, told: Mapping, by: str) -> bool:
        case = self._by_id[one]
        contradicting = ["national_id"] if by == "designation" else ["national_id", "designation"]
        return not any(
            told.get(column) and case[column] and same_words(told[column]) != same_words(case[column])
            for column in contradicting
        )


def _words(column: str, value: Optional[str]) -> str:
    return same_plan(value or "") if column == "name" else same_words(value)


def same_words(text: Optional[str]) -> str:
    """A name as people mean it."""
    return " ".join((text or "").split()).casefold()


def _places(case: Mapping):
    yield "national_id", "", same_words(case["national_id"])
    for column in ("designation", "name"):
        yield column, case["municipality"] or "", _words(column, case[column])
