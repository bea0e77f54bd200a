"""Which files lie on another computer, where two writers at once can spoil each other's work."""

from pathlib import Path, PureWindowsPath

import pytest

from narvard_plugin.store import geopackage
from narvard_plugin.store.places import is_on_network
from narvard_plugin.store.workspace import create_workspace, open_workspace

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/region /mnt/G\\040gemensam cifs rw,vers=3.0 0 0
/dev/sdb1 /mnt/G\\040gemensam/lokal ext4 rw 0 0
filer:/vol /srv/nfs nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/planner/x.gpkg", False),
        ("/mnt/G gemensam/vård/x.gpkg", True),
        ("/mnt/G gemensam/lokal/x.gpkg", False),
        ("/mnt/G gemensamt/x.gpkg", False),
        ("/srv/nfs/x.gpkg", True),
        ("//server/region/x.gpkg", True),
        (PureWindowsPath(r"\\server\region\x.gpkg"), True),
    ],
)
def test_the_innermost_mount_tells_where_a_file_lies(tmp_path, path, remote):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, "utf8")
    assert is_on_network(Path(path) if isinstance(path, str) else path, mounts) is remote


def test_a_workspace_on_a_server_warns_and_one_here_does_not(path, monkeypatch):
    with create_workspace(str(path), "99") as made:
        assert list(made.warnings) == []
    monkeypatch.setattr(geopackage, "is_on_network", lambda path: True)
    with open_workspace(str(path)) as opened:
        (warning,) = opened.warnings
    assert "PostgreSQL" in warning and str(path) in warning
