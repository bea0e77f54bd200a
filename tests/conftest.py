"""Fixtures that tests of several folders share, and the order in which the tests' files are taken."""

import gc

from hypothesis import settings

from tests.postgres import postgres, postgres_connection  # noqa: F401

# No test is timed: how long an input takes is the machine's affair, and measured in the bench.
settings.register_profile("närvård", deadline=None)
settings.load_profile("närvård")

#: Files and folders that take longest for each of their tests: begun last, one process would end long after the others.
FIRST = (
    "tests/end_to_end/test_demo.py", "tests/window/", "tests/core/sample/", "tests/promises/sample/", "tests/end_to_end/", "tests/gui/",
    "tests/qgis/test_fetch", "tests/qgis/test_ready_models", "tests/qgis/",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: next((n for n, name in enumerate(FIRST) if item.nodeid.startswith(name)), len(FIRST)))


def pytest_collection_finish():
    """What the tests' modules brought along stays until the end: the collector need not go through it after each test."""
    gc.collect()
    gc.freeze()
