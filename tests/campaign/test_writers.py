"""Every writer, in every kind of trouble: the earlier file or the next one, whole, and a sentence where nothing was written."""

import gc
import os
import shutil
import time

import pytest
from qgis.core import QgsProcessingException

from narvard_plugin.sources.errors import SourceError
from narvard_plugin.sources.sentences import sentence as source_sentence
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.sentences import sentence as store_sentence
from tests.full_disk import no_more_than
from tests.shared import CAMPAIGN, campaign

from .ways import ODD_NAMES, killed_at, killed_past, read_only, snapshot
from .writers import WRITERS

NAMES, DATABASE = list(WRITERS), "store.geopackage"
MOST_STEPS = campaign(2, 60)


@pytest.fixture(params=NAMES)
def writer(request, provider):
    return WRITERS[request.param]


def is_database(writer) -> bool:
    """SQLite takes back by itself, when the file is opened next, what did not come to its end."""
    return writer is WRITERS[DATABASE]


@pytest.fixture
def place(writer, tmp_path):
    """A folder of its own with the first version at a name in it; ``None`` stands where a writer never writes over."""
    path = tmp_path / "mål" / f"fil{writer.ending}"
    path.parent.mkdir()
    if not writer.once:
        writer.write(path, 1)
        assert writer.read(path) == 1
    return path


def there(writer, path) -> int:
    return writer.read(path) if path.exists() else 0


def told(work) -> str:
    """The sentence with which it says no, whoever of its callers puts it into words."""
    try:
        work()
    except SourceError as error:
        return source_sentence(error)
    except StoreError as error:
        return store_sentence(error)
    except QgsProcessingException as error:
        return str(error)
    except OSError as error:  # its callers say it: "… cannot be written: {reason}. Choose another folder."
        return error.strerror or str(error)
    return ""


@pytest.mark.parametrize("writer", [name for name in NAMES if name != DATABASE], indirect=True)
def test_killed_at_any_step_it_leaves_one_whole_version(writer, place):
    had, step, seen = there(writer, place), 0, set()
    while killed_at(place.parent, step, lambda: writer.write(place, 2)):
        seen.add(there(writer, place))
        step += 1 if CAMPAIGN or step < MOST_STEPS else 1 + step // 2
    assert step and seen <= {had, 2, 0 if writer.ending == "" else had}
    if not place.exists() or there(writer, place) != 2:
        if writer.once and place.exists():
            shutil.rmtree(place)
        writer.write(place, 2)
    assert writer.read(place) == 2, "and the next run is not in the way of what was left"


def test_killed_within_a_write_it_leaves_one_whole_version(writer, place):
    had, size, seen = there(writer, place), 200, set()
    while killed_past(size, lambda: writer.write(place, 2)):
        assert there(writer, place) in (had, 2)
        seen.add(size)
        size = size * campaign(8, 2) + 1
    assert len(seen) >= 2, "it was in the middle of its work"
    assert there(writer, place) == 2


def test_where_there_is_no_room_it_says_so_and_leaves_what_was(writer, place):
    had, before, size, refused = there(writer, place), snapshot(place.parent), 200, 0
    while True:
        with no_more_than(size):
            words = told(lambda: writer.write(place, 2))
        if not words:
            break
        assert len(words) > 8 and (is_database(writer) or snapshot(place.parent) == before), size
        assert there(writer, place) == had
        refused, size = refused + 1, size * campaign(8, 2) + 1
    assert refused >= 2 and writer.read(place) == 2
    gc.collect()  # half-written sheets end here, and not in the middle of another writer's trouble


def test_where_nothing_may_be_written_it_says_so_and_leaves_what_was(writer, place):
    before = snapshot(place.parent)
    with read_only(place.parent):
        words = told(lambda: writer.write(place, 2))
    assert len(words) > 8 and snapshot(place.parent) == before


@pytest.mark.parametrize("name", list(ODD_NAMES)[: campaign(2, 5)])
def test_a_name_is_only_a_name(writer, name, tmp_path):
    name = ODD_NAMES[name]
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}{writer.ending}"
    writer.write(path, 2)
    assert writer.read(path) == 2
    assert len([one for one in folder.iterdir() if one.suffix != ".txt"]) == 1


def test_two_at_once_leave_the_version_of_one(writer, place):
    for _ in range(campaign(1, 30)):
        if writer.once and place.exists():
            shutil.rmtree(place)
        start = time.monotonic() + 0.05
        children = [_copy(writer, place, turn, start) for turn in (1, 2)]
        ends = [os.WEXITSTATUS(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in ends and writer.read(place) in (1, 2), ends


def _copy(writer, place, turn, start) -> int:
    """A copy of this process that writes at the moment ``start``; it ends with 1 where it was told no in words, 2 where not."""
    child = os.fork()
    if child == 0:
        status = 2
        try:
            time.sleep(max(start - time.monotonic(), 0))
            status = 1 if told(lambda: writer.write(place, turn)) else 0
        finally:
            os._exit(status)
    return child
