"""What the plugin site asks of a package, that the same files always give the same one, and the list of what it stands on."""

import configparser
import json
import os
import re
import subprocess
import sys
import uuid
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest

from tests.shared import CAMPAIGN
from tools import i18n, layout, package, sbom
from tools.layout import NAME, ROOT

#: The keys without which the plugin site takes no package.
REQUIRED = "name description version qgisMinimumVersion author email about tracker repository homepage"


@pytest.fixture(scope="module")
def metadata(archive):
    metadata = configparser.ConfigParser()
    metadata.read_string(archive.read(f"{NAME}/metadata.txt").decode("utf8"))
    return metadata["general"]


def test_another_checkout_at_another_time_gives_the_same_bytes(archive, tmp_path, monkeypatch):
    """Copied in another order, under another umask and with other times; and Swedish compiled anew."""
    before = os.umask(0o077)
    try:
        for path, _ in reversed(layout.shipped_files()):
            copy = tmp_path / "utcheckning å" / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1e9, 1e9))
    finally:
        os.umask(before)
    i18n.compile_qm(tmp_path / "narvard_sv.qm")
    same = (tmp_path / "narvard_sv.qm").read_bytes() == archive.read(f"{NAME}/i18n/narvard_sv.qm")
    assert same, "the .qm is not built from the .ts that lies here: run `make i18n`"
    for module in (layout, package):
        monkeypatch.setattr(module, "ROOT", tmp_path / "utcheckning å")
    again = package.build(tmp_path / "dist")
    assert package.digest(again) == package.digest(Path(archive.filename))
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.external_attr >> 16 for member in archive.infolist()} == {0o644}
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


#: What starts a program: ELF, Windows, macOS, Java, WebAssembly, a script's own interpreter.
PROGRAMS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\0asm", b"#!")
ODD = {
    "one folder, by the plugin's name": lambda name, start: not name.startswith(f"{NAME}/"),
    "no backslash, no climbing out": lambda name, start: "\\" in name or ".." in name.split("/") or name.startswith("/"),
    "nothing hidden": lambda name, start: any(part.startswith(".") or part == "__MACOSX" for part in name.split("/")),
    "nothing compiled, no text half translated": lambda name, start: bool(re.search(r"\.py[cod]$|\.ts$|__pycache__", name)),
    "no tests": lambda name, start: bool(re.search(r"/tests?/|/conftest\.py$", name)),
    "no programs": lambda name, start: bool(re.search(r"\.(so|dylib|dll|exe|jar|whl|zip|bat|sh)$", name)) or start.startswith(PROGRAMS),
    "names that every disk can hold": lambda name, start: not re.fullmatch(r"[\w./-]{1,160}", name, re.ASCII),
}  # fmt: skip


@pytest.mark.parametrize("rule", ODD)
def test_the_plugin_site_takes_every_file(archive, rule):
    starts = {member.filename: archive.open(member).read(8) for member in archive.infolist()}
    assert [name for name, start in starts.items() if ODD[rule](name, start)] == []


@pytest.mark.parametrize(
    ("name", "start"),
    [("other/x.py", b""), (f"{NAME}\\x.py", b""), (f"{NAME}/../x.py", b""), (f"{NAME}/.git", b""), (f"{NAME}/x.pyc", b""),
     (f"{NAME}/tests/x.py", b""), (f"{NAME}/x.dll", b""), (f"{NAME}/x", b"\x7fELF"), (f"{NAME}/å.py", b"")],
)  # fmt: skip
def test_a_file_that_it_refuses_would_be_seen(name, start):
    assert any(refuses(name, start) for refuses in ODD.values())


def test_no_two_names_are_one_on_windows(archive):
    assert len({name.lower() for name in archive.namelist()}) == len(archive.namelist())


def test_it_is_small_enough(archive, tmp_path, monkeypatch):
    assert os.path.getsize(archive.filename) <= package.LARGEST == 25_000_000
    monkeypatch.setattr(package, "LARGEST", 1000)
    monkeypatch.setattr(package, "shipped_files", lambda: [(ROOT / name, name) for name in package.NEEDED])
    with pytest.raises(ValueError, match="the plugin site takes"):
        package.build(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_metadata_is_complete(archive, metadata):
    assert [key for key in REQUIRED.split() if not metadata.get(key, "").strip()] == []
    assert all(metadata[key] is not None for key in metadata)  # reading a lone per cent sign is an error
    assert metadata.getboolean("hasProcessingProvider")
    assert archive.filename.endswith(f"{NAME}.{metadata['version']}.zip")
    assert f"{NAME}/{metadata['icon']}" in archive.namelist()


def test_the_metadata_can_be_read_by_the_plugin_site(archive, metadata):
    """A lone per cent sign is an error there, versions are numbers, and links are asked for."""
    raw = archive.read(f"{NAME}/metadata.txt").decode("utf8")
    assert "%" not in raw.replace("%%", "")
    for key in ("version", "qgisMinimumVersion", "qgisMaximumVersion"):
        assert re.fullmatch(r"\d+(\.\d+){1,2}", metadata[key])
    assert all(re.fullmatch(r"https://\S+", metadata[key]) for key in ("tracker", "repository", "homepage"))
    assert re.fullmatch(r"\S+@\S+\.\S+", metadata["email"])
    assert archive.read(f"{NAME}/LICENSE").strip()
    assert f"## {metadata['version']}" in archive.read(f"{NAME}/CHANGELOG.md").decode("utf8").replace("[", "").replace(
        "]", ""
    )


@pytest.fixture(scope="module")
def bill(archive):
    return sbom.bill(Path(archive.filename))


def test_the_bill_of_materials_is_a_sound_cyclonedx(archive, bill):
    """What CycloneDX 1.6 makes mandatory, ids that are one thing's, and references that lead somewhere."""
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert str(uuid.UUID(bill["serialNumber"].removeprefix("urn:uuid:"))) in bill["serialNumber"]
    plugin = bill["metadata"]["component"]
    assert plugin["hashes"] == [{"alg": "SHA-256", "content": package.digest(Path(archive.filename))}]
    every = [plugin, *bill["components"]]
    kinds = {"application", "framework", "library", "platform", "data", "file"}
    for one in every:
        assert one["type"] in kinds and one["name"] and one["bom-ref"]
        assert all(
            set(own["license"]) in ({"id"}, {"name"}) and all(own["license"].values()) for own in one["licenses"]
        )
        assert one.get("scope", "required") in ("required", "optional")
        assert one.get("purl", "pkg:").startswith("pkg:")
        assert all(set(own) == {"name", "value"} and own["value"] for own in one.get("properties", []))
    references = [one["bom-ref"] for one in every]
    assert len(references) == len(set(references))
    (needs,) = bill["dependencies"]
    assert needs["ref"] == plugin["bom-ref"] and set(needs["dependsOn"]) <= set(references)
    assert json.loads(json.dumps(bill)) == bill


def test_the_bill_names_what_the_code_imports_and_the_data_with_their_origin(archive, bill):
    named = {one["name"]: one for one in bill["components"]}
    assert {"QGIS", "Qt", "PyQt", "Python", "GDAL", "numpy", "scipy", "pandas", "psycopg2", "Jinja2", "PyYAML"} <= set(
        named
    )
    assert named["openpyxl"]["scope"] == "optional" and named["numpy"]["scope"] == "required"
    assert set(sbom.MODULES) == set(sbom.imported(ROOT / NAME))  # what is no longer imported goes from the list
    data = {name for name in archive.namelist() if re.match(rf"{NAME}/resources/(data|themes|checklists)/", name)}
    assert {f"{NAME}/{name}" for name, one in named.items() if one["type"] == "data"} == data
    origins = [own["value"] for own in named["resources/data/municipalities.json"]["properties"]]
    assert "code, name: SCB, länskoder och kommunkoder" in origins


def test_an_import_that_the_bill_does_not_name_stops_the_build(tmp_path):
    code = tmp_path / NAME
    code.mkdir()
    (code / "x.py").write_text("import os, numpy.linalg\n\ndef f():\n    from shapely import wkt\n", "utf8")
    assert sbom.imported(code) == {"numpy": f"{NAME}/x.py", "shapely": f"{NAME}/x.py"}
    with pytest.raises(ValueError, match=rf"shapely \({NAME}/x.py\)"):
        sbom.components(sbom.imported(code))


def test_the_oldest_versions_are_no_newer_than_what_the_tests_run_on():
    for module in ("numpy", "scipy", "pandas", "psycopg2", "jinja2", "markupsafe", "yaml", "requests", "urllib3"):
        running = re.match(r"[\d.]+", installed_version(sbom.MODULES[module].name)).group()
        assert sbom._numbers(sbom.MODULES[module].oldest) <= sbom._numbers(running)


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
    """The help pages are made of texts that stand in the code, which is looked through; a campaign reads them, too."""
    left = [] if CAMPAIGN else ["--exclude-files", f"^{NAME}/resources/help/"]
    assert json.loads(scan(plugins, "detect_secrets", "scan", "--all-files", *left, NAME).stdout)["results"] == {}


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
