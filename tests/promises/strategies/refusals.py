"""What a function answers, or how it refuses."""

from __future__ import annotations

from collections.abc import Callable


def tried(kind: type[Exception], function: Callable, *args, **more) -> tuple:
    """The answer and None, or None and the refusal; an error of any other ``kind`` is nobody's promise, and stops the test."""
    try:
        return function(*args, **more), None
    except kind as refusal:
        return None, refusal
