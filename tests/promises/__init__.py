"""What every public function of core promises, tried with inputs that nobody chose.

A test names the functions that it holds to a promise with `@promise("…", function, …)`; `test_every_function.py` refuses a
public function of core that no promise names. `make test` tries a few inputs with a fixed seed, `make campaign` many.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, settings

from tests.shared import CAMPAIGN, campaign

#: (promise, qualified names of the functions that it is about), one for each test.
PROMISES: list[tuple[str, tuple[str, ...]]] = []


def promise(text: str, *functions: Callable, usual: int = 5, long: int = 300) -> Callable:
    """Hold ``functions`` to what ``text`` says, with ``usual`` inputs in `make test` and ``long`` in `make campaign`."""
    names = tuple(f"{function.__module__}.{function.__qualname__}" for function in functions)

    def hold(test: Callable) -> Callable:
        PROMISES.append((text, names))
        # Not every machine is as quick as the last one: what is slow is measured in the bench, not here.
        quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
        rule = settings(
            max_examples=campaign(usual, long), derandomize=not CAMPAIGN, deadline=None, suppress_health_check=quiet,
            database=None, print_blob=True,
        )  # fmt: skip
        return rule(test)

    return hold
