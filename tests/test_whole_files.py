"""The name a file has until it is whole."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from narvard_plugin.whole_files import made_whole, name_beside

LONG_AGO = (0, 0)


def test_it_takes_its_name_when_the_block_ends_well(tmp_path):
    path = tmp_path / "svar [1].html"
    path.write_text("förra")
    with made_whole(path) as unfinished:
        unfinished.write_text("nya")
        assert path.read_text() == "förra" and unfinished.suffix == ".html"
    assert path.read_text() == "nya" and list(tmp_path.iterdir()) == [path]


def test_it_is_taken_away_when_the_block_does_not(tmp_path):
    path = tmp_path / "svar.html"
    path.write_text("förra")

    def stop_halfway():
        with made_whole(path) as unfinished:
            unfinished.write_text("halva")
            raise KeyError

    with pytest.raises(KeyError):
        stop_halfway()
    assert path.read_text() == "förra" and list(tmp_path.iterdir()) == [path]


def test_two_threads_never_write_to_the_same_name(tmp_path):
    path = tmp_path / "svar.html"

    def write(turn):
        with made_whole(path) as unfinished:
            for _ in range(200):
                with unfinished.open("a") as file:
                    file.write(f"{turn}\n")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(12)))
    assert len(path.read_text().split()) == 200 and len(set(path.read_text().split())) == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("length", [1, 5, 200, 250, 255])
def test_a_name_may_be_as_long_as_the_disk_takes(tmp_path, length):
    path = tmp_path / ("a" * length if length < 5 else "a" * (length - 5) + ".html")
    with made_whole(path) as unfinished:
        unfinished.write_text("hela")
    assert path.read_text() == "hela"


def test_only_what_was_left_long_ago_is_swept(tmp_path):
    path, other = tmp_path / "svar [1].html", tmp_path / "svar.html"
    young, old, folder, others = name_beside(path), name_beside(path), name_beside(path), name_beside(other)
    foreign = tmp_path / ".svar [1].utkast.part.html"
    folder.mkdir()
    journal = old.with_name(f"{old.name}-journal")
    for left in (young, old, journal, others, foreign):
        left.touch()
    for left in (old, journal, folder, others, foreign):
        os.utime(left, LONG_AGO)
    name_beside(path)
    assert set(tmp_path.iterdir()) == {young, others, foreign}
