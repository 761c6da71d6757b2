"""What the disk under a journal can promise: permissions of its own, locks that hold, words that outlive a restart."""

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

WITHOUT_MODES = frozenset(("vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuse", "fuseblk", "hfs", "drvfs"))
"""File systems that keep no permissions, or none unless they are mounted so."""
REMOTE = frozenset((
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ncpfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2",
    "fuse.gvfsd-fuse", "fuse.smbnetfs",
))  # fmt: skip  # words in lines
"""File systems of another computer: whether locks and flushes reach it, nobody here can tell."""
IN_MEMORY = frozenset(("tmpfs", "ramfs"))
_MOUNTS = Path("/proc/self/mountinfo")


def find_file_system(path: Path) -> str:
    """The type of the file system that a path lies on; "" where the system does not tell (it does on Linux)."""
    with suppress(OSError):
        return parse_mounts(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"), os.path.realpath(path))
    return ""


def parse_mounts(text: str, path: str) -> str:
    """The type of the file system that a path lies on, by the lines of `mountinfo` (proc(5)); "" where none has it."""
    best, kind = -1, ""
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, types = before.split(" "), after.split(" ")
        if len(fields) < 5 or not types[0]:
            continue
        place = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4]).rstrip("/")
        if (path == place or path.startswith(f"{place}/")) and len(place) >= best:  # a later mount hides an earlier one
            best, kind = len(place), _known(types)
    return kind


def _known(types: list[str]) -> str:
    """The type; a disk of Windows comes to WSL as one of another computer, and says so in its options."""
    is_windows = types[0] == "9p" and "aname=drvfs" in types[-1]
    return "drvfs" if is_windows else types[0]


def is_gone_after_restart(path: Path) -> bool:
    """Whether a path lies in memory, and not where things are only tried."""
    tried = os.path.realpath(tempfile.gettempdir())
    return find_file_system(path) in IN_MEMORY and not Path(os.path.realpath(path)).is_relative_to(tried)
