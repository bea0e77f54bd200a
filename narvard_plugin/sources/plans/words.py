"""The words of ``resources/data/plan_words.json``."""

from __future__ import annotations

import json
from functools import cache

from ...core.plans.plan_words import PlanWords, parse_plan_words
from ...paths import bundled


@cache
def plan_words() -> PlanWords:
    return parse_plan_words(json.loads(bundled("resources", "data", "plan_words.json").read_text(encoding="utf-8")))
