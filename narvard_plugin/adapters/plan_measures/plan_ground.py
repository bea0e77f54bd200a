"""A plan on the ground: its area, the areas of its uses, and what may be built there."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsGeometry

from ...core.plans.building_rights import Rights, building_rights
from ...core.plans.checklist import Check
from ...core.plans.inputs import PlanInput
from ...core.plans.measured import NO_DATA, NOTHING_TO_MEASURE, Unanswerable
from ...core.plans.plan_content import PlanContent
from ...core.plans.provision_values import known_code
from ...core.plans.uses import is_unknown, letters_of
from ...i18n import tr
from ..plan_geometry import ground_of
from .shapes import AREA, from_wkb, parts_of, samples, united

_USE = "användningsbestämmelse"
_STREETS = ("GATA", "LOKALGATA", "HUVUDGATA", "INDUSTRIGATA", "VÄG")


class Use(NamedTuple):
    """One use provision: its ``letters``, its ``words`` (designation and category, upper case), and its place."""

    letters: tuple[str, ...]
    words: tuple[str, ...]
    shape: Optional[QgsGeometry]

    def is_any_of(self, wanted: Sequence[str]) -> bool:
        """Whether it is one of the uses: a letter of the catalogue, or a word such as GATA or PARK."""
        return any(
            one in self.letters if len(one) == 1 else any(word.startswith(one.upper()) for word in self.words)
            for one in wanted
        )


class Subject(NamedTuple):
    """What a check measures: ``whole`` and its single ``parts``. ``note`` says what the reader must know of it."""

    whole: QgsGeometry
    parts: tuple[QgsGeometry, ...]
    note: str = ""

    @property
    def box(self):
        return self.whole.boundingBox()

    def samples(self) -> list[np.ndarray]:
        """Points (n, 2) spread over each part."""
        return [samples(part) for part in self.parts]


@dataclass(eq=False)
class PlanGround:
    """One plan of a review, with the geometry that its checks measure, made when first asked for."""

    plan: PlanInput
    feedback: object

    @cached_property
    def area(self) -> QgsGeometry:
        """The plan area; without one, the ground that its uses cover. A null geometry where nothing is drawn."""
        drawn = [shape for shape in map(from_wkb, self.plan.areas) if shape is not None and shape.type() == AREA]
        return united(drawn or [use.shape for use in self.uses if use.shape is not None])

    @cached_property
    def uses(self) -> list[Use]:
        found = []
        for row in self.plan.provisions.to_dict("records"):
            if row.get("kind") != _USE:
                continue
            words = tuple(str(row[name]).upper() for name in ("category", "designation") if row.get(name))
            shape = from_wkb(row.get("wkb"))
            found.append(Use(letters_of(row), words, shape if shape is not None and shape.type() == AREA else None))
        return found

    @property
    def knows_uses(self) -> bool:
        """Whether the documents tell any use: before that, a plan is only an area."""
        return bool(self.uses)

    @cached_property
    def unknown_uses(self) -> int:
        """How many uses there are that nobody knows what they are: any of them may be the one that is asked for."""
        return sum(is_unknown(row) for row in self.plan.provisions.to_dict("records"))

    def has_use(self, *wanted: str) -> Optional[bool]:
        """Whether the plan has one of the uses; None where one that is not known may be it."""
        if any(use.is_any_of(wanted) for use in self.uses):
            return True
        return None if self.unknown_uses else False

    def require_known_uses(self) -> None:
        """Raise Unanswerable where it is not known what some of the uses are."""
        if self.unknown_uses:
            text = tr(
                "It is not known what {n} of the plan's {all} uses are. Read the plan again with the catalogue of plan provisions."
            )
            raise Unanswerable(NO_DATA, (), text.format(n=self.unknown_uses, all=len(self.uses)))

    @cached_property
    def streets(self) -> Optional[QgsGeometry]:
        """The ground of the streets that the plan lays out, None where it has none."""
        drawn = [use.shape for use in self.uses if use.shape is not None and use.is_any_of(_STREETS)]
        return united(drawn) if drawn else None

    def subject(self, check: Check) -> Subject:
        """What the check measures: without uses named, the whole plan.

        Raises Unanswerable: nothing is drawn, the plan has none of those uses, or some of its uses are not known.
        """
        if check.subject == "plan" or not check.use:
            return self._of_plan()
        if not self.knows_uses:
            note = tr("The plan's uses are not known yet, so its whole area was measured.")
            return self._of_plan()._replace(note=note)
        self.require_known_uses()
        asked = [use for use in self.uses if use.is_any_of(check.use)]
        if not asked:
            text = tr("The plan has no ground for {uses}.").format(uses=", ".join(check.use))
            raise Unanswerable(NOTHING_TO_MEASURE, (), text)
        nowhere = sum(use.shape is None for use in asked)
        if nowhere:
            text = tr("{n} of the plan's {all} areas for {uses} have no place on the map, so they can't be measured.")
            text = text.format(n=nowhere, all=len(asked), uses=", ".join(check.use))
            raise Unanswerable(NO_DATA, (), text)
        # B and C on the same ground are two provisions of one place.
        shapes = list({bytes(use.shape.asWkb().data()): use.shape for use in asked}.values())
        whole = united(shapes)
        parts = (
            [part for shape in shapes for part in parts_of(shape)] if check.subject == "use_part" else parts_of(whole)
        )
        return Subject(whole, tuple(parts))

    def _of_plan(self) -> Subject:
        if self.area.isNull() or self.area.isEmpty():
            raise Unanswerable(NO_DATA, (), tr("The plan has no area on the map, so nothing can be measured."))
        return Subject(self.area, tuple(parts_of(self.area)))

    @cached_property
    def rights(self) -> Rights:
        """What may be built, by use."""
        return self.rights_by("*")

    def rights_by(self, pattern: str) -> Rights:
        """What may be built by the provisions whose codes fit a pattern, where * stands for any text."""
        provisions = self.plan.provisions
        counts = [row["kind"] == _USE or fnmatch.fnmatchcase(known_code(row["code"], row["wording"]), pattern)
                  for row in provisions.to_dict("records")]  # fmt: skip
        return building_rights(provisions[counts], self._ground)

    @cached_property
    def _ground(self):
        return ground_of(self.plan.provisions, self.feedback)

    @cached_property
    def content(self) -> PlanContent:
        return PlanContent(self.plan.areas, self.plan.provisions, self.plan.documents)

    @cached_property
    def words(self) -> str:
        """All that is written about the plan, in small letters."""
        case, documents = self.plan.case, self.plan.documents
        told = [case.get("purpose"), case.get("name")]
        provisions = self.plan.provisions.to_dict("records")
        told += [row.get(name) for row in provisions for name in ("wording", "motive", "category")]
        told += [row.get(name) for row in documents.to_dict("records") for name in ("name", "investigation")]
        texts = [text for text in told if isinstance(text, str) and text.strip()]
        return "\n".join(texts).casefold()

    @property
    def is_described(self) -> bool:
        """Whether its purpose or provisions are in words: a name and a list of files do not tell what a plan is about."""
        told = [self.plan.case.get("purpose"), *self.plan.provisions.get("wording", ())]
        return any(isinstance(text, str) and text.strip() for text in told)
