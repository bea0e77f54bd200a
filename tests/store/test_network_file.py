"""The network file: whole or refused, never half-written, and never a door for code."""

import io
import json
import signal
import subprocess
import sys
import zipfile
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.store.network_file import NetworkFileError, load_network, save_network
from tests.core.network.oracle import random_lines

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def network():
    about = {"source": "vägar i Östergötland", "made": "2026-01-01", "skipped": 3, "account": ["en", "två"]}
    return compile_network(random_lines(np.random.default_rng(1)), crs="EPSG:3006", about=about).network


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "Region Östergötland #1 100%"
    folder.mkdir()
    return folder / "vägnät åäö.npz"


def same(one, two):
    """Every field alike, to the last array and its type, however deep it lies."""
    for name in (field.name for field in fields(one)):
        a, b = getattr(one, name), getattr(two, name)
        if is_dataclass(a):
            same(a, b)
        elif isinstance(a, np.ndarray):
            assert_array_equal(a, b, err_msg=name)
            assert a.dtype == b.dtype, name
        else:
            assert a == b, name
    return True


def refused(path, reason):
    with pytest.raises(NetworkFileError) as caught:
        load_network(path)
    assert caught.value.reason == reason and caught.value.path == str(path)
    return True


def members(path):
    with np.load(path) as file:
        return {name: file[name] for name in file if name != "label"}


def rewrite(path, **changed):
    """The file with some members replaced; None takes one out."""
    with np.load(path) as file:
        arrays = dict(file)
    arrays.update(changed)
    np.savez(path, **{name: array for name, array in arrays.items() if array is not None})


def relabel(path, **changed):
    with np.load(path) as file:
        label = json.loads(bytes(file["label"]).decode())
    label.update(changed)
    label = {key: value for key, value in label.items() if value is not None}
    rewrite(path, label=np.frombuffer(json.dumps(label).encode(), np.uint8))


def test_it_comes_back_as_it_was_and_alone(network, path):
    save_network(network, path)
    assert same(load_network(path), network)
    assert same(load_network(str(path)), network)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_missing_file_and_a_folder_are_missing(path):
    assert refused(path, "missing")
    path.mkdir()
    assert refused(path, "missing")


@pytest.mark.parametrize(
    "content",
    [b"", b"not a network", b"PK\x03\x04", b"\x93NUMPY\x01\x00v\x00", json.dumps({"mark": "narvard-network"}).encode()],
)
def test_foreign_bytes_are_refused(path, content):
    path.write_bytes(content)
    assert refused(path, "foreign")


def test_other_peoples_archives_are_refused(network, path):
    np.savez(path, x=np.arange(3))
    assert refused(path, "foreign")
    with open(path, "wb") as file:
        np.save(file, np.arange(3))
    assert refused(path, "foreign")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("label.npy", "no array")
    assert refused(path, "foreign")
    save_network(network, path)
    relabel(path, mark="somebody-else")
    assert refused(path, "foreign")
    for label in (b"[]", b"null", b"7", b"{", b"\xff\xfe"):
        rewrite(path, label=np.frombuffer(label, np.uint8))
        assert refused(path, "foreign")


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.99, 0.9999])
def test_a_file_that_was_cut_off_is_refused(network, path, share):
    save_network(network, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert refused(path, "foreign")


def test_a_byte_that_changed_on_the_way_is_refused_or_does_no_harm(network, path):
    """Whatever byte is damaged: the network comes back as it was, or the file is refused by its own error."""
    save_network(network, path)
    whole = path.read_bytes()
    rng = np.random.default_rng(4)
    refusals = 0
    for at in rng.integers(0, len(whole), 300):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << int(rng.integers(0, 8))
        path.write_bytes(damaged)
        try:
            same(load_network(path), network)
        except NetworkFileError:
            refusals += 1
    assert refusals > 200


@pytest.mark.parametrize("version", [0, 1, 3, "2", None])
def test_another_version_is_refused_as_such(network, path, version):
    save_network(network, path)
    relabel(path, version=version)
    assert refused(path, "version")


def test_a_pickled_object_inside_is_never_run(network, path):
    class Trap:
        def __reduce__(self):
            return (exec, (f"open({str(path.with_name('sprung'))!r}, 'w')",))

    save_network(network, path)
    for name in ("label", "metres"):
        with np.load(path) as file:
            arrays = dict(file)
        trap = np.empty(len(arrays[name]), object)
        trap[:] = Trap()
        arrays[name] = trap
        held = io.BytesIO()
        np.savez(held, **arrays)
        path.with_name("trap.npz").write_bytes(held.getvalue())
        assert refused(path.with_name("trap.npz"), "foreign")
    assert not path.with_name("sprung").exists()


def test_a_missing_array_and_one_of_another_length_or_kind_are_refused(network, path):
    save_network(network, path)
    for name, array in members(path).items():
        for wrong in (None, array[..., :-1], array[:0], np.float64(3), array.astype(str)):
            if wrong is None or wrong.shape != array.shape or wrong.dtype != array.dtype:
                save_network(network, path)
                rewrite(path, **{name: wrong})
                assert refused(path, "foreign"), name


@pytest.mark.parametrize("name", ["crs", "about"])
def test_a_label_that_lacks_something_is_refused(network, path, name):
    save_network(network, path)
    relabel(path, **{name: None})
    assert refused(path, "foreign")


@pytest.mark.parametrize("value", [2**30, -7])
def test_numbers_that_point_outside_are_refused(network, path, value):
    """A search in compiled code would follow them out of its memory."""
    save_network(network, path)
    pointing = {n: a for n, a in members(path).items() if a.dtype.kind == "i" and a.dtype.itemsize > 1 and n != "weak"}
    assert {"link_from", "link_to", "first"} < set(pointing)
    accepted = []
    for name, array in pointing.items():
        if array.size:
            array.flat[array.size // 2] = value
            save_network(network, path)
            rewrite(path, **{name: array})
            try:
                load_network(path)
                accepted.append(name)
            except NetworkFileError:
                continue
    assert not accepted


def test_a_class_without_a_name_is_refused(network, path):
    """A table by class would be read beyond its end."""
    names = replace(network, about={**network.about, "road_classes": ["", "1"]}, road_class=network.road_class + 1)
    save_network(names, path)
    assert same(load_network(path), names)
    save_network(replace(names, road_class=names.road_class + 1), path)
    assert refused(path, "foreign")
    save_network(replace(network, road_class=names.road_class), path)
    assert refused(path, "foreign")


def test_a_write_that_fails_leaves_the_earlier_file(network, path):
    save_network(network, path)
    unwritable = replace(network, about={"made": object()})  # JSON cannot hold it
    with pytest.raises(TypeError):
        save_network(unwritable, path)
    assert same(load_network(path), network)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


WRITER = """
import sys
from dataclasses import replace
import numpy as np
from narvard_plugin.store.network_file import load_network, save_network

network = load_network(sys.argv[1])
network = replace(network, about={"turn": 2}, metres=np.arange(3e6))
print("writing", flush=True)
while True:
    save_network(network, sys.argv[1])
"""


def test_a_killed_writer_leaves_the_earlier_file(network, path):
    save_network(network, path)
    before = path.read_bytes()
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    with process.stdout:
        assert process.stdout.readline() == "writing\n"
        while not any(file.stat().st_size > 100_000 for file in path.parent.glob(".*.part.*")):
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    assert list(path.parent.glob(".*.part.*")), "it was not in the middle of its work"
    assert path.read_bytes() == before
    assert same(load_network(path), network)
