"""What the plugin site asks of a package, and that the same checkout always gives the same one."""

import configparser
import json
import re
import subprocess
import sys

import pytest

from tools import layout, package
from tools.layout import NAME, ROOT

#: The keys without which the plugin site takes no package.
REQUIRED = "name description version qgisMinimumVersion author email about tracker repository homepage"


@pytest.fixture(scope="module")
def metadata(archive):
    metadata = configparser.ConfigParser()
    metadata.read_string(archive.read(f"{NAME}/metadata.txt").decode("utf8"))
    return metadata["general"]


def test_the_same_checkout_gives_the_same_bytes(archive, tmp_path):
    first, second = (package.build(tmp_path / name).read_bytes() for name in "ab")
    assert first == second
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.namelist() == sorted(archive.namelist())


def test_it_holds_what_the_plugin_needs_and_nothing_else(archive):
    names = set(archive.namelist())
    parts = {part.name for part in (ROOT / NAME).iterdir() if (part / "__init__.py").is_file()}
    needed = {
        "LICENSE",
        "metadata.txt",
        "__init__.py",
        "i18n/narvard_sv.qm",
        *(f"{part}/__init__.py" for part in parts),
    }
    assert {f"{NAME}/{name}" for name in needed} <= names
    assert {name.split("/")[0] for name in names} == {NAME}
    odd = re.compile(r"\.(pyc|ts|so|pyd|dll|exe)$|\\|/\.|__pycache__|/tests?/")
    assert [name for name in names if odd.search(name)] == []


def test_it_is_small_enough(archive):
    assert sum(member.compress_size for member in archive.infolist()) < 25_000_000


def test_the_metadata_is_complete(archive, metadata):
    assert [key for key in REQUIRED.split() if not metadata.get(key, "").strip()] == []
    assert all(metadata[key] is not None for key in metadata)  # reading a lone per cent sign is an error
    assert metadata.getboolean("hasProcessingProvider")
    assert archive.filename.endswith(f"{NAME}.{metadata['version']}.zip")
    assert f"{NAME}/{metadata['icon']}" in archive.namelist()


def test_a_package_without_swedish_is_refused(tmp_path, monkeypatch):
    without = [pair for pair in layout.shipped_files() if not pair[1].endswith(".qm")]
    monkeypatch.setattr(package, "shipped_files", lambda: without)
    with pytest.raises(FileNotFoundError, match=r"narvard_sv\.qm is missing.*make i18n"):
        package.build(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_an_unknown_kind_is_refused(tmp_path, monkeypatch):
    for name in (NAME, "resources", "i18n"):
        (tmp_path / name).mkdir()
    (tmp_path / "resources" / "county.gpkg").write_bytes(b"")
    (tmp_path / "resources" / ".DS_Store").write_bytes(b"")
    monkeypatch.setattr(layout, "ROOT", tmp_path)
    with pytest.raises(ValueError, match=r"county\.gpkg.*\.gpkg"):
        layout.shipped_files()


def scan(plugins, *command):
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=plugins, capture_output=True, encoding="utf8", check=False
    )


def test_bandit_finds_nothing(plugins):
    report = json.loads(scan(plugins, "bandit", "-q", "-r", "-f", "json", "--ignore-nosec", NAME).stdout)
    assert report["errors"] == []
    assert [f"{found['filename']}:{found['line_number']} {found['issue_text']}" for found in report["results"]] == []
    assert report["metrics"]["_totals"]["loc"] > 1000


def test_detect_secrets_finds_nothing(plugins):
    assert json.loads(scan(plugins, "detect_secrets", "scan", "--all-files", NAME).stdout)["results"] == {}


def test_flake8_with_the_rules_for_qgis_finds_nothing(plugins):
    """Mistakes and QGIS's own rules; how lines look is ruff's to decide."""
    assert "flake8-qgis" in scan(plugins, "flake8", "--version").stdout
    assert scan(plugins, "flake8", "--config", str(ROOT / ".flake8"), "--select", "E9,F,QGS", NAME).stdout == ""


@pytest.mark.parametrize(
    ("scanner", "code"),
    [
        (("bandit", "-q", "-r", "-f", "txt"), "assert 1 == 1\n"),
        (("detect_secrets", "scan", "--all-files"), "key = 'AKIA" + "IOSFODNN7" + "EXAMPLQ'\n"),
        (("flake8", "--isolated", "--select", "QGS"), "from PyQt5.QtCore import Qt\n"),
    ],
    ids=["bandit", "detect-secrets", "flake8"],
)
def test_a_finding_would_be_seen(tmp_path, scanner, code):
    (tmp_path / "bad.py").write_text(code, "utf8")
    assert "bad.py" in scan(tmp_path, *scanner, ".").stdout
