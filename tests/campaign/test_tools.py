"""The tools that are used most, where there is no room, no right to write, an odd name, another language or another time of day."""

import ctypes
import gc
import locale
import shutil
import subprocess
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingUtils
from qgis.PyQt.QtCore import QLocale

from tests.full_disk import no_more_than
from tests.qgis.small_network import run
from tests.shared import CAMPAIGN, campaign, in_campaign

from .tools import ADDING, TOOLS, given_in
from .ways import ODD_NAMES, killed_past, read_only, snapshot

ZONES = ("Pacific/Kiritimati", "America/Los_Angeles", "Europe/Stockholm", "Asia/Kathmandu", "UTC")
LANGUAGES = ("sv_SE", "de_DE", "fr_FR")


@pytest.fixture(scope="module")
def given(provider, made_up, tmp_path_factory):
    made = given_in(tmp_path_factory.mktemp("givet"), made_up)
    yield made
    gc.collect()  # its layers end before QGIS does


@pytest.fixture(params=[name for name in TOOLS if CAMPAIGN or name != "regionreport"])  # which takes its time
def tool(request):
    return request.param


@pytest.fixture
def folder(tool, given, tmp_path):
    """Where the tool is to write, with the workspace that it adds to."""
    folder = tmp_path / "mål"
    folder.mkdir()
    if tool in ADDING:
        shutil.copy(given.planremiss[0], folder / "arbetsyta.gpkg")
    return folder


def as_it_was(folder, before) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in before.items():
        (folder / name).write_bytes(content)


def is_sentence(words: str) -> bool:
    """What a user reads, and not where in the program it happened."""
    return len(words) > 20 and "Traceback" not in words


@pytest.mark.parametrize("tool", list(TOOLS), indirect=True)
def test_where_nothing_may_be_written_it_says_so_and_leaves_nothing(tool, given, folder):
    before = snapshot(folder)
    with read_only(folder), pytest.raises(QgsProcessingException) as raised:
        TOOLS[tool](given, folder)
    assert is_sentence(str(raised.value))
    assert snapshot(folder) == before


def test_where_there_is_no_room_it_says_so_and_leaves_nothing_half(tool, given, folder):
    QgsProcessingUtils.tempFolder()
    before, size, refused = snapshot(folder), 200, 0
    while refused < campaign(3, 40):
        with no_more_than(size):
            try:
                TOOLS[tool](given, folder)
                break
            except QgsProcessingException as error:
                words = str(error)
        assert is_sentence(words), (size, words)
        left = {name: content for name, content in snapshot(folder).items() if not name.endswith(("-journal", ".gpkg"))}
        assert left == {name: content for name, content in before.items() if not name.endswith(".gpkg")}, size
        refused, size = refused + 1, size * campaign(12, 2)
    assert refused
    as_it_was(folder, before)
    assert TOOLS[tool](given, folder)


@in_campaign
@pytest.mark.parametrize("tool", [name for name in TOOLS if name != "nearestfacility"], indirect=True)
def test_killed_within_a_write_it_leaves_nothing_half(tool, given, folder):
    """The system ends it in the middle of a file; what stands there then under a name of its own is whole.

    A result that is a layer is written by QGIS itself, and may be left half.
    """
    size, before = 200, snapshot(folder)
    while killed_past(size, lambda: TOOLS[tool](given, folder)):
        new = [path for path in folder.iterdir() if not path.name.startswith(".") and path.name not in before]
        assert [path.name for path in new if not path.name.endswith("-journal") and not _whole_package(path)] == [], (
            size
        )
        as_it_was(folder, before)
        size *= 3
    assert size > 200
    as_it_was(folder, before)
    assert TOOLS[tool](given, folder)


def _whole_package(path: Path) -> bool:
    """The records package has its place before the register says so: killed between the two, it stands whole without a note."""
    return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None


@in_campaign
def test_a_sample_county_without_room_leaves_nothing(tmp_path, provider):
    folder = tmp_path / "exempellän"
    for size in (1_000, 300_000, 3_000_000, 15_000_000):
        with no_more_than(size), pytest.raises(QgsProcessingException) as raised:
            run("samplecounty", FOLDER=str(folder), SCALE=1, SEED=1)
        assert is_sentence(str(raised.value)) and not folder.exists(), size


@pytest.mark.parametrize("name", list(ODD_NAMES)[: campaign(2, 5)])
def test_a_folder_with_an_odd_name_is_a_folder(tool, given, tmp_path, name):
    folder = tmp_path / ODD_NAMES[name]
    folder.mkdir()
    assert TOOLS[tool](given, folder)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(ODD_NAMES[name][:5])] == [ODD_NAMES[name]]


# --- other languages --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def locales(tmp_path_factory):
    """A folder with locales that write a decimal comma, made as a user may."""
    folder = tmp_path_factory.mktemp("locales")
    for name in LANGUAGES[: campaign(1, 3)]:
        try:
            made = subprocess.run(
                ["localedef", "-i", name, "-f", "UTF-8", "--no-warnings=ascii", str(folder / f"{name}.UTF-8")],
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            pytest.skip("there is no localedef here, so no locale with a decimal comma can be made")
        if not (folder / f"{name}.UTF-8").exists():
            pytest.skip(f"no locale could be made: {made.stderr.decode()[:200]}")
    return folder


@contextmanager
def speaking(language, folder, monkeypatch):
    """The whole process, its C library too, in a language that writes 0,5."""
    monkeypatch.setenv("LOCPATH", str(folder))
    before, qt = locale.setlocale(locale.LC_ALL), QLocale()
    locale.setlocale(locale.LC_ALL, f"{language}.UTF-8")
    QLocale.setDefault(QLocale(language))
    try:
        assert _in_c("0,5") == 0.5 and locale.localeconv()["decimal_point"] == ","
        yield
    finally:
        QLocale.setDefault(qt)
        locale.setlocale(locale.LC_ALL, before)


def _in_c(text: str) -> float:
    read = ctypes.CDLL(None).atof
    read.restype, read.argtypes = ctypes.c_double, [ctypes.c_char_p]
    return read(text.encode())


@pytest.mark.parametrize("language", LANGUAGES[: campaign(1, 3)])
def test_a_decimal_comma_changes_no_number(tool, given, tmp_path, locales, monkeypatch, language):
    usual, other = tmp_path / "usual", tmp_path / "other"
    usual.mkdir()
    other.mkdir()
    expected = TOOLS[tool](given, usual)
    with speaking(language, locales, monkeypatch):
        found = TOOLS[tool](given, other)
    assert found == expected


# --- other times of day -----------------------------------------------------------------------------------------


@contextmanager
def in_zone(zone, monkeypatch):
    with monkeypatch.context() as changed:
        changed.setenv("TZ", zone)
        time.tzset()
        try:
            yield
        finally:
            changed.undo()
            time.tzset()


def test_a_time_zone_changes_no_date(tool, given, tmp_path, monkeypatch):
    found = []
    for zone in ZONES[: campaign(2, 5)]:
        folder = tmp_path / zone.replace("/", " ")
        folder.mkdir()
        with in_zone(zone, monkeypatch):
            found.append(TOOLS[tool](given, folder))
    assert all(one == found[0] for one in found)
