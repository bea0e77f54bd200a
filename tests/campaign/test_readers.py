"""Every reader, given spoiled files: one of the errors that it declares, or a right content, and nothing is written."""

import pytest

from tests.shared import campaign

from .readers import READERS
from .ways import in_json, snapshot, spoiled

SEEDS = range(2026, 2026 + campaign(10, 1500))  # ten ways to spoil a file, each with what the seed picks


@pytest.fixture(params=READERS)
def reader(request, provider):
    return READERS[request.param]


@pytest.fixture
def path(reader, tmp_path):
    path = tmp_path / "från nätet" / reader.name
    path.parent.mkdir()
    path.write_bytes(reader.good())
    return path


def read_or_refused(reader, path) -> bool:
    """Whether ``path`` was read; it and all around it are as they were, either way."""
    before = snapshot(path.parent)
    try:
        reader.read(path)
        refusal = None
    except reader.declared as error:
        refusal = str(error)
    assert refusal is None or refusal.strip()
    assert snapshot(path.parent) == before
    return refusal is None


def test_spoiled_bytes(reader, path):
    good = reader.good()
    for seed in SEEDS:
        path.write_bytes(spoiled(good, seed))
        read_or_refused(reader, path)


@pytest.mark.parametrize("reader", [name for name, one in READERS.items() if one.json], indirect=True)
def test_a_tree_with_one_value_of_another_kind(reader, path):
    good = reader.good()
    for seed in SEEDS:
        path.write_bytes(in_json(good, seed))
        read_or_refused(reader, path)
