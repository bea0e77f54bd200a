"""What users read of each ready-made model, and the order in which the questions stand."""

from __future__ import annotations

from .ready_model_parts import ModelTexts
from .ready_model_texts_care import CARE
from .ready_model_texts_health import HEALTH

_ROOTS = (HEALTH, CARE)  # people and need first, then care


def texts_of(name: str) -> ModelTexts:
    """The texts of the model ``name``, in the user's language. ``KeyError`` where nobody has written any.

    The toolbox sorts by name, so each question begins with its root and its place there: 1.1, 1.2, … 2.1.
    """
    for root, questions in enumerate(_ROOTS, 1):
        if name in questions:
            texts = questions[name]()
            return texts._replace(question=f"{root}.{list(questions).index(name) + 1} {texts.question}")
    raise KeyError(name)
