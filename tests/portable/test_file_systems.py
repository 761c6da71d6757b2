"""What the disk under a journal is, by what Linux says of its mounts."""

from pathlib import Path

import pytest

from onelog.safety.file_system import IN_MEMORY, REMOTE, WITHOUT_MODES, find_file_system, parse_mounts

pytestmark = pytest.mark.posix

MOUNTS = """\
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
25 24 0:23 / /run/mem rw,relatime - tmpfs tmpfs rw,size=24684084k
43 27 0:40 / /media/my\\040stick rw,relatime - vfat /dev/sdb1 rw,umask=022
44 27 7:0 / /mnt/c rw,noatime - 9p C:\\134 rw,dirsync,aname=drvfs;path=C:\\;uid=1000;symlinkroot=/mnt/
45 27 7:0 / /mnt/share rw - 9p share rw,trans=virtio
46 27 0:50 / /home/mia/nas rw - nfs4 nas:/mia rw
47 46 0:51 / /home/mia/nas/usb rw - fuseblk /dev/sdc1 rw
48 27 0:52 / /over rw - cifs //x/y rw
49 27 0:53 / /over rw - xfs /dev/z rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/mia/journal.db", "ext4"), ("/", "ext4"), ("/run/mem", "tmpfs"), ("/run/memx", "ext4"),
        ("/media/my stick/journal.db", "vfat"), ("/mnt/c/Users/mia", "drvfs"), ("/mnt/share/x", "9p"), ("/mnt", "ext4"),
        ("/home/mia/nas/x", "nfs4"), ("/home/mia/nas/usb/x", "fuseblk"), ("/over/x", "xfs"),
    ],
)  # fmt: skip
def test_the_nearest_mount_has_a_path(path: str, kind: str) -> None:
    assert parse_mounts(MOUNTS, path) == kind


def test_nothing_is_known_without_mounts() -> None:
    assert parse_mounts("", "/home") == ""


def test_no_kind_is_of_two_families() -> None:
    assert len(REMOTE | WITHOUT_MODES | IN_MEMORY) == len(REMOTE) + len(WITHOUT_MODES) + len(IN_MEMORY)


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="only Linux says so")
def test_this_disk_has_a_kind(tmp_path: Path) -> None:
    assert find_file_system(tmp_path)
