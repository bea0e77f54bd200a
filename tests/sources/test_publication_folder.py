"""A publication's folder is replaced whole, or not at all: also where the run is killed."""

import os
import signal

import pytest

from narvard_plugin.sources.errors import HostileFile, WrongChoice
from narvard_plugin.sources.publication_folder import (
    CATALOGUE,
    NOTHING,
    SUMS,
    check_may_be_replaced,
    put_right,
    read_earlier,
    replacing,
)


def publish(folder, content):
    with replacing(folder) as new:
        (new / "a.csv").write_text(content, "utf-8")
        (new / CATALOGUE).write_text("<x/>", "utf-8")


def killed(step):
    """Run ``step`` in a process of its own, which is killed at its end without a chance to tidy up."""
    child = os.fork()
    if child == 0:
        try:
            step()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.fixture
def folder(tmp_path):
    publish(tmp_path / "öppna data", "first")
    return tmp_path / "öppna data"


def test_it_is_replaced_whole(folder):
    publish(folder, "second")
    assert (folder / "a.csv").read_text("utf-8") == "second"
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    assert [line[64:] for line in (folder / SUMS).read_text("utf-8").splitlines()] == ["  a.csv", f"  {CATALOGUE}"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be split here")
def test_killed_while_it_is_filled_the_earlier_stays(folder):
    def fill():
        with replacing(folder) as new:
            (new / "a.csv").write_text("half", "utf-8")
            os.kill(os.getpid(), signal.SIGKILL)

    killed(fill)
    assert (folder / "a.csv").read_text("utf-8") == "first"
    publish(folder, "second")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be split here")
def test_killed_between_two_names_the_earlier_comes_back(folder):
    def swap():
        with replacing(folder) as new:
            (new / "a.csv").write_text("whole", "utf-8")
            os.rename(folder, folder.with_name(f".{folder.name}.narvard-earlier"))
            os.kill(os.getpid(), signal.SIGKILL)

    killed(swap)
    assert not folder.exists()
    put_right(folder)
    assert (folder / "a.csv").read_text("utf-8") == "first"
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_what_is_no_publication_is_never_replaced(folder, tmp_path):
    (folder / "mitt.txt").write_text("x", "utf-8")
    with pytest.raises(WrongChoice, match=r"mitt\.txt"):
        publish(folder, "second")
    assert (folder / "a.csv").read_text("utf-8") == "first"
    (folder / "mitt.txt").rename(folder / "a.csv-wal")
    with pytest.raises(WrongChoice, match=r"a\.csv .* is open"):
        publish(folder, "second")
    with pytest.raises(WrongChoice, match="is a file"):
        check_may_be_replaced(folder / "a.csv")
    with pytest.raises(WrongChoice, match="does not exist"):
        publish(tmp_path / "saknas" / "x", "second")


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "ny").mkdir()
    publish(tmp_path / "ny", "first")
    assert (tmp_path / "ny" / "a.csv").is_file()


@pytest.mark.parametrize(
    ("content", "reason"), [(b"<x", "damaged"), (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "entities"), (b"<x>" * 300, "too_deep")]
)  # fmt: skip
def test_a_catalogue_that_is_no_sound_xml_is_refused(folder, content, reason):
    (folder / "dcat.rdf").write_bytes(content)
    with pytest.raises(HostileFile) as error:
        read_earlier(folder)
    assert error.value.reason == reason


def test_a_catalogue_of_another_hand_says_little(folder):
    assert read_earlier(folder) == NOTHING
    (folder / "dcat.rdf").write_bytes(b"<x><y>z</y></x>")
    assert read_earlier(folder) == NOTHING


def test_checksums_of_something_else_make_no_publication(tmp_path):
    """A downloaded file with its own SHA256SUMS, and a folder or a link that a publication's checksums name."""
    foreign = tmp_path / "arkiv"
    foreign.mkdir()
    (foreign / "disk.iso").write_text("x", "utf-8")
    (foreign / SUMS).write_text(f"{'0' * 64}  disk.iso\n", "utf-8")
    own = tmp_path / "eget"
    publish(own, "first")
    (own / "foton").mkdir()
    with (own / SUMS).open("a", encoding="utf-8") as sums:
        sums.write(f"{'0' * 64}  foton\n")
    for folder in (foreign, own):
        before = sorted(folder.iterdir())
        with pytest.raises(WrongChoice, match="no publication's"):
            publish(folder, "second")
        assert sorted(folder.iterdir()) == before


def test_a_whole_disk_is_never_replaced(tmp_path):
    with pytest.raises(WrongChoice, match="whole disk"):
        check_may_be_replaced(type(tmp_path)(tmp_path.anchor))
