"""A journal that is not where its path leads: what is missing because something is away is not new."""

import os
from collections.abc import Mapping
from pathlib import Path

from onelog.core.errors import Damaged

MOUNTS = {"/media": 2, "/run/media": 2, "/mnt": 1, "/Volumes": 1}
"""Folders under which disks are mounted, and how deep at most: /media/USER/DISK."""


def check(path: Path) -> None:
    """Raises `Damaged` where nothing is at `path` since a link on the way leads nowhere, or a disk is not mounted."""
    for link in (path, *path.parents):
        if link.is_symlink() and not link.exists():
            raise Damaged("journal.link_leads_nowhere", path=path, link=link, target=os.path.realpath(link))
    if disk := unmounted(Path(os.path.realpath(path))):
        raise Damaged("journal.not_mounted", path=path, disk=disk)


def unmounted(path: Path, mounts: Mapping[str, int] = MOUNTS) -> Path | None:
    """The place on the way to `path` where a disk would be mounted and none is; None where there is no such place.

    A folder that somebody uses without mounting anything has something in it.
    """
    root = next((one for one in mounts if path.is_relative_to(one)), "")
    inside = [one for one in reversed(path.parents) if root and one.is_relative_to(root)]
    if len(inside) < 2 or any(os.path.ismount(one) for one in inside):
        return None
    places = inside[1 : 1 + mounts[root]]
    away = next((one for one in places if not one.exists()), places[-1])
    return None if away.is_dir() and any(away.iterdir()) else away
