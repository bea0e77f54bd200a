"""No reader, writer or source without a test of its kind, and no number in the README that is not so."""

import ast
from functools import cache

from tests.shared import ROOT

from .__main__ import BEGIN, END, table
from .held import KINDS, NOT_FROM_OUTSIDE, READERS_ELSEWHERE, SOURCES, THROUGH, modules_of
from .places import reading_modules, sources, writing_modules
from .readers import READERS
from .writers import WRITERS


def test_every_module_that_reads_files_is_given_spoiled_ones():
    held = modules_of(READERS) | set(READERS_ELSEWHERE) | set(NOT_FROM_OUTSIDE)
    assert reading_modules() - held == set()
    assert set(NOT_FROM_OUTSIDE) <= reading_modules(), "a reason for what reads nothing any more"


def test_every_module_that_writes_files_is_killed_filled_up_and_closed():
    held = modules_of(WRITERS)
    assert writing_modules() - held - set(THROUGH) == set()
    assert set(THROUGH.values()) <= held
    assert set(THROUGH) <= writing_modules(), "a way for what writes nothing any more"


def test_every_source_fails_in_every_way():
    assert sources() - set(SOURCES) == set()


@cache
def functions_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_is_there():
    named = {one for kind in KINDS for one in kind.tests} | set(READERS_ELSEWHERE.values())
    assert {one for one in named if one.partition("::")[2] not in functions_in(one.partition("::")[0])} == set()


def test_the_readme_tells_the_numbers_that_are():
    text = (ROOT / "README.md").read_text("utf-8")
    if BEGIN in text:
        assert text.partition(BEGIN)[2].partition(END)[0].strip() == table()
