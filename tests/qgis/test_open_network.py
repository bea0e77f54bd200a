"""A network file is opened once for all who use it, and the memory it took is free when it gives way to another."""

import os
import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from narvard_plugin.adapters import network as adapter
from narvard_plugin.adapters.network import open_network
from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.prepared import prepared
from narvard_plugin.store.network_file import save_network
from tests.core.network.oracle import random_lines


@pytest.fixture
def path(tmp_path):
    made = compile_network(random_lines(np.random.default_rng(1)), crs="EPSG:3006").network
    save_network(made, tmp_path / "vägar.npz")
    return tmp_path / "vägar.npz"


def test_it_is_the_same_while_the_file_is_the_same(path):
    assert open_network(str(path)) is open_network(str(path))


def test_threads_that_ask_at_once_are_given_the_same(path):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(open_network, [str(path)] * 40))
    assert len({id(one) for one in found}) == 1


def test_the_one_asked_for_last_is_kept(path, tmp_path):
    other = tmp_path / "andra.npz"
    other.write_bytes(path.read_bytes())
    seen = weakref.ref(held := open_network(str(path)))
    open_network(str(other))
    open_network(str(path))
    del held
    assert open_network(str(path)) is seen()


def test_one_as_large_as_a_nation_is_shared_as_long_as_somebody_uses_it(path, monkeypatch):
    monkeypatch.setattr(adapter, "_MOST_LINKS_KEPT", 0)
    held = open_network(str(path))
    assert open_network(str(path)) is held, "a review opens it, and so does each tool that a rule runs"
    seen = weakref.ref(held)
    del held
    assert seen() is None


def test_one_that_gives_way_to_another_is_freed_with_all_that_was_made_of_it(path):
    first = open_network(str(path))
    assert np.isfinite(prepared(first, "car").search(True).minutes).any()
    seen = weakref.ref(first)
    del first
    os.utime(path, (1, 1))
    assert open_network(str(path)) is open_network(str(path))
    assert seen() is None, "without waiting for Python to look for rings"
