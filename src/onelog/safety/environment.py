"""Where the journal lies and what lies around it: who may read it, what copies it, what was left behind."""

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from shutil import disk_usage

from onelog.core import files
from onelog.core.errors import Message
from onelog.core.results.safety.doctor import ADVICE, PROBLEM
from onelog.insight import forms
from onelog.journal import drafts, saved_draft
from onelog.safety import file_system
from onelog.store import private
from onelog.store.vault import atomic_file, integrity, snapshots
from onelog.store.vault.findings import MEND, Examination

ROOM = 100_000_000
"""Bytes that should be free, whatever the size of the journal."""

_SYNCED = re.compile(
    r"dropbox(?: \(.*\))?|onedrive(?: ?- ?.*)?|google ?drive.*|my drive|mobile documents|icloud~.*|icloud ?drive|"
    r"com~apple~clouddocs|next-?cloud|owncloud|syncthing|pcloud ?drive|box(?: sync|-box)?|creative cloud files",
    re.IGNORECASE,
)
"""Names of folders that a service copies to other computers."""
NO_MODES = Message("errors.doctor.no_modes")
_SYNC_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
"""What such a service keeps in its folder; and `.sync_*.db`."""


def around(journal: Path, look: Examination) -> None:
    """Looks at everything beside the file; the journal itself need not be there."""
    _private(journal, look)
    _synced(journal, look)
    _links(journal, look)
    _conflicts(journal, look)
    _leftovers(journal, look)
    _room(journal, look)
    _drafts(journal, look)
    _forms(look)


# --- who may read it -----------------------------------------------------------------------------------------------


def ours(journal: Path) -> list[Path]:
    """Every file and folder that is ours, of those that are there."""
    found = [Path(os.path.realpath(journal)), Path(f"{os.path.realpath(journal)}-journal")]
    for folder in (drafts.folder(journal), snapshots.folder(journal)):
        found += [folder, *_listed(folder)]
    return [path for path in found if path.exists() and not path.is_symlink()]


def tighten(path: Path) -> bool:
    """Closes it to others; False where its file system keeps no modes."""
    with contextlib.suppress(OSError):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return not private.is_loose(path)


def _private(journal: Path, look: Examination) -> None:
    found = ours(journal)
    keeps_modes = file_system.find_file_system(_folder(journal)) not in file_system.WITHOUT_MODES
    look.check("private", len(found))
    for path in found:
        if private.is_loose(path):
            mode = f"{path.stat().st_mode & 0o777:04o}"
            look.add(
                "private",
                PROBLEM,
                Message("errors.doctor.open_to_others", path=path, mode=mode),
                MEND if keeps_modes else NO_MODES,
            )
    for one in (drafts.folder(journal), snapshots.folder(journal)):
        if os.path.lexists(one) and (why := private.strange(one)):
            said = Message("errors.journal.folder_strange", place=one, why=Message(f"errors.journal.folder_{why}"))
            look.add("private", PROBLEM, said, f"mv {quote(str(one))} ELSEWHERE")
    folder = _folder(journal)
    if os.name == "posix" and folder.stat().st_mode & 0o022:
        may = Message("errors.doctor.everybody" if folder.stat().st_mode & 0o002 else "errors.doctor.the_group")
        message = Message("errors.doctor.others_may_write", folder=folder, who=may)
        look.add("private", PROBLEM, message, f"chmod go-w {quote(str(folder))}" if keeps_modes else NO_MODES)
    real = Path(os.path.realpath(journal))
    if real.exists() and not os.access(real, os.W_OK):
        look.add("private", ADVICE, Message("errors.doctor.unwritable", path=real), f"chmod u+w {quote(str(real))}")


# --- who copies it -------------------------------------------------------------------------------------------------


def _synced(journal: Path, look: Examination) -> None:
    look.check("synced")
    folder = next((one for one in (_folder(journal), *_folder(journal).parents) if is_synced(one)), None)
    if folder:
        message = Message("errors.doctor.synced", folder=folder)
        how = Message("errors.doctor.move_out")
        look.add("synced", PROBLEM, message, how)
    _disk(journal, look)


def _disk(journal: Path, look: Examination) -> None:
    """Says of a disk that cannot promise what a journal rests on."""
    kind = file_system.find_file_system(_folder(journal))
    how = Message("errors.doctor.keep_here")
    if kind in file_system.REMOTE:
        message = Message("errors.doctor.another_computer", disk=kind)
        look.add("synced", ADVICE, message, how)
    if file_system.is_gone_after_restart(_folder(journal)):
        look.add("synced", PROBLEM, Message("errors.doctor.in_memory", disk=kind), how)
    if "WindowsApps" in sys.base_prefix:
        message = Message("errors.doctor.windows_store")
        look.add("synced", ADVICE, message, how)


def is_synced(folder: Path) -> bool:
    """Whether a folder is one that a service copies to other computers, by its name or by what the service keeps in it."""
    if _SYNCED.fullmatch(folder.name):
        return True
    names = {path.name for path in _listed(folder)}
    return any(mark in names for mark in _SYNC_MARKS) or any(re.fullmatch(r"\._?sync_.+\.db", name) for name in names)


def _links(journal: Path, look: Examination) -> None:
    look.check("links")
    real = Path(os.path.realpath(journal))
    if journal.is_symlink():
        how = Message("errors.doctor.name_itself", path=quote(str(real)))
        look.add("links", ADVICE, Message("errors.doctor.is_a_link", link=journal, path=real), how)
    if real.exists() and _names(real) > 1:
        message = Message("errors.doctor.hard_link", path=real)
        look.add("links", PROBLEM, message, Message("errors.doctor.find_link", path=quote(str(real))))


def _names(path: Path) -> int:
    """How many names a file has, without those that a killed first command left aside."""
    left = [one for one in _listed(path.parent) if atomic_file.is_aside(one.name) and one.samefile(path)]
    return path.stat().st_nlink - len(left)


def _conflicts(journal: Path, look: Examination) -> None:
    look.check("conflicts")
    for path in _listed(_folder(journal)):
        if is_conflict(path.name, journal.name):
            message = Message("errors.doctor.conflict", file=path.name)
            how = f"onelog --journal {quote(str(path))} export --format json -o copy.json; onelog import copy.json"
            look.add("conflicts", PROBLEM, message, how)


def is_conflict(name: str, journal: str) -> bool:
    """Whether a file is called as services call what they cannot bring together with the journal."""
    stem, end = re.escape(Path(journal).stem), re.escape(Path(journal).suffix)
    here = re.escape(os.uname().nodename.partition(".")[0]) if hasattr(os, "uname") else "(?!)"
    called = (
        r" ?\(.*(?:conflicted copy|conflict|競合コピー).*\)",  # Dropbox, Nextcloud
        r"[._]sync-conflict-\d{8}-\d{6}.*",  # Syncthing
        r"_conflict-\d{8}-\d{6}.*",  # ownCloud
        r" \d{1,2}",  # iCloud
        r" ?\(\d{1,2}\)",  # Google Drive
        r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{2,15}(?:-\d+)?",  # OneDrive: the name of a computer
        rf"-(?i:{here})(?:-\d+)?",
    )
    return any(re.fullmatch(f"{stem}{pattern}{end}", name) for pattern in called)


# --- what was left, and what is left -------------------------------------------------------------------------------


def _leftovers(journal: Path, look: Examination) -> None:
    look.check("leftovers")
    for path in left_aside(journal):
        look.add("leftovers", ADVICE, Message("errors.doctor.leftover", path=path), MEND)


def left_aside(journal: Path) -> list[Path]:
    """Files that were made aside by commands that have ended."""
    real = Path(os.path.realpath(journal))
    return [path for folder in (real.parent, snapshots.folder(journal)) for path in atomic_file.left_in(folder)]


def _room(journal: Path, look: Examination) -> None:
    free, size = disk_usage(_folder(journal)).free, journal.stat().st_size if journal.exists() else 0
    look.check("room", free)
    if level := too_little(free, size):
        message = Message("errors.doctor.little_room", free=free / 1e6, size=size / 1e6)
        look.add("room", level, message, Message("errors.doctor.make_room"))


def too_little(free: int, size: int) -> str:
    """How bad it is that so many bytes are free: a backup and a rewriting of the journal need three times its size."""
    return PROBLEM if free < 3 * size else ADVICE if free < ROOM else ""


def _drafts(journal: Path, look: Examination) -> None:
    look.check("drafts")
    count = sum(1 for _ in _waiting(journal))
    if count:
        look.add("drafts", ADVICE, Message("errors.doctor.drafts", n=count), "onelog recover")


def _waiting(journal: Path) -> Iterator[Path]:
    """The drafts that `recover` would list; unlike there, nothing is swept."""
    names = {path.name: path for path in _listed(drafts.folder(journal))}
    for path in names.values():
        words = path.suffix == ".md" or (path.suffix == ".new" and f"{path.stem}.md" not in names)
        head = names.get(f"{path.stem}.json")
        if not words or not path.stat().st_size or (head and (_is_held(head) or _is_in(journal, head))):
            continue
        if not saved_draft.read_draft(path).is_untouched():
            yield path


def _is_held(head: Path) -> bool:
    """Whether a command that runs is at work on a draft."""
    with contextlib.suppress(OSError), files.opened(head) as file:
        return not files.hold(file.fileno())
    return False


def _is_in(journal: Path, head: Path) -> bool:
    """Whether the words of a draft are in the journal, and it was only not tidied away."""
    try:
        uid = json.loads(files.read(head)).get("uid")
    except (OSError, ValueError, AttributeError):
        return False
    return bool(uid) and journal.exists() and integrity.is_made(journal, str(uid))


# --- folders -------------------------------------------------------------------------------------------------------


def _folder(journal: Path) -> Path:
    """The folder that the journal lies in, or will: the nearest that is there."""
    folder = Path(os.path.realpath(journal)).parent
    return next(one for one in (folder, *folder.parents) if one.exists())


def _listed(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def _forms(look: Examination) -> None:
    """The forms of one's own that are broken, and so not used."""
    found = forms.every()
    if found:
        look.check("forms", len(found))
    for one in found:
        if not one.is_sound:
            look.add(
                "forms",
                ADVICE,
                Message("errors.doctor.form_not_used", what=forms.describe_trouble(one)),
                f"onelog forms edit {one.key}",
            )
