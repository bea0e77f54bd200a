"""Where a file lies: on this computer, or on a server, where SQLite's locks can't be trusted."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_NETWORK_FILE_SYSTEMS = frozenset(
    ("cifs", "smb3", "smbfs", "nfs", "nfs4", "afs", "ceph", "9p", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse")
)  # fmt: skip


def is_on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether the file lies on another computer, as far as this one tells."""
    text = str(path)
    if text.startswith(("//", "\\\\")):
        return True
    if os.name == "nt":
        return ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == _REMOTE_DRIVE
    return mounts.exists() and _file_system(path.resolve(), mounts) in _NETWORK_FILE_SYSTEMS


def _file_system(path: Path, mounts: Path) -> str:
    """The kind of the file system that holds ``path``: the innermost place where one is mounted."""
    kind, innermost = "", -1
    for line in mounts.read_text("utf8", errors="replace").splitlines():
        _, place, found, *_ = line.split(" ")
        mounted = Path(place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if (mounted == path or mounted in path.parents) and len(mounted.parts) >= innermost:
            kind, innermost = found, len(mounted.parts)
    return kind
