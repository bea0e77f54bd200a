"""Names and manifests of frozen bases: what is written is read, and a manifest that points outside its folder is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core import basis
from narvard_plugin.core.basis import BasisError, FrozenFile, Manifest, folder_name, is_inside, safe_name

SHA = "0" * 64
MANIFEST = Manifest(
    "RS 2026/0123", "Närsjukhus Ekhamn", "2026-11-22T12:00:00+01:00", "Planerare", "99",
    (FrozenFile("resultat/01_restid.gpkg", basis.RESULT, SHA, 10, "restid", "restid", 3, fields=[{"name": "id", "type": "String"}]),),
    "Till nämnden", {"MODE": "car"}, {"QGIS": "3.22"},
)  # fmt: skip


def test_names_of_folders():
    assert folder_name("RS 2026/0123", "Närsjukhus Ekhamn: variant B") == "RS_2026-0123_Närsjukhus_Ekhamn-_variant_B"
    assert folder_name("RS 1", " ../..\\ ") == ""
    assert safe_name("a\u030akern") == "åkern"
    assert safe_name("CON") == "CON_"


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=120))
def test_a_safe_name_stays_in_its_folder(text):
    name = safe_name(text)
    assert not name or is_inside(name)
    assert safe_name(name) == name or len(name) > 58
    assert len(name) <= 61
    assert not set(name) & set('<>:"/\\|?*')


def test_what_is_written_is_read():
    assert basis.parse(basis.as_json(MANIFEST)) == MANIFEST
    assert [one.title for one in MANIFEST.tables] == ["restid"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"format": "annat"}, "format"), ({"version": 2}, "version"), ({"reference": None}, "reference"), ({"files": []}, "files"),
        ({"file": "../hemligt"}, "files[0].file"), ({"file": "/etc/passwd"}, "files[0].file"), ({"file": "C:/x"}, "files[0].file"),
        ({"file": "a/./b"}, "files[0].file"), ({"sha256": "kort"}, "files[0].sha256"), ({"bytes": -1}, "files[0].bytes"),
        ({"role": "annat"}, "files[0].role"), ({"fields": [1]}, "files[0].fields"),
    ],
)  # fmt: skip
def test_manifests_that_are_refused(change, path):
    told = json.loads(basis.as_json(MANIFEST))
    (told["files"][0] if path.startswith("files[") else told).update(change)
    with pytest.raises(BasisError) as raised:
        basis.parse(json.dumps(told))
    assert raised.value.path == path
    with pytest.raises(BasisError):
        basis.parse("{")


def test_settings_are_json_where_they_can_be():
    assert basis.settings_of('{"a": 1}') == {"a": 1}
    assert basis.settings_of("fritt") == "fritt"
    assert basis.settings_of("12") == "12"
    assert basis.settings_of(" ") is None
