"""What was typed, safe on disk before anything is done with it; and bringing it back when something went wrong."""

import contextlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from onelog.core import files
from onelog.core.errors import Message, NotFound, OnelogError, Refused
from onelog.store import changelog, private
from onelog.store.database import Store
from onelog.store.transaction import uuid7
from onelog.store.vault.atomic_file import move

FORGOTTEN = "forgotten"
"""The command of a draft whose words were taken away while an editor had them: what is saved late goes, too."""
APART = "\f"
"""Between answers that are read each as a text of its own, where one has several lines."""
_REASON = "<!-- onelog: "
_OPEN = 24 * 60 * 60
"""Seconds that an editor may keep a draft open before it goes, if nobody writes in it."""


@dataclass(slots=True)
class SavedDraft:
    """One text on its way into the journal: `path` holds the words, a file beside it what is to be done with them."""

    path: Path
    command: str = ""
    at: str = ""
    options: dict[str, object] = field(default_factory=dict)
    uid: str = ""
    """What the change will be called that brings the words into the journal: so it can be told whether they are in it."""
    number: int = 0
    """What `recover` calls it as long as it waits; 0 until somebody is told of it."""
    lock: int = -1
    left_open: bool = False
    """The editor came back at once and may still have the words in a window."""

    @property
    def head(self) -> Path:
        return self.path.with_suffix(".json")

    def begun(self, now: datetime) -> datetime:
        """When the words were begun, which "yesterday" in them is counted from; `now` where nothing tells it."""
        for told in (self.at, self.path.name[:15]):
            with contextlib.suppress(ValueError):
                found = datetime.fromisoformat(told)
                return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)
        return now

    @property
    def text(self) -> str:
        """The words; what an editor saved in another encoding is read as Latin-1, which knows every byte."""
        data = files.read(self.path, largest=None)
        try:
            text = data.decode()
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        return without_reason(text.replace("\0", "\ufffd"))

    def write(self, text: str) -> None:
        """Replaces the words on disk; they are safe when this returns. Of what was forgotten meanwhile nothing is written."""
        if not self.is_forgotten():
            _replace(self.path, text)

    def discard(self, *, traces: bool = True) -> None:
        """The words are in the journal, or not wanted; with `traces` neither is what an editor left beside them.

        A swap file may hold words that were never saved, so without words of their own `traces` stay. Raises `OSError`.
        """
        for path in (self.path, _aside(self.path), *(self._traces() if traces else ())):
            if path != self.head and not path.is_dir():
                path.unlink(missing_ok=True)
        self.remove_head()
        with contextlib.suppress(OSError):
            self.path.parent.rmdir()

    def remove_head(self) -> None:
        """Removes the file beside the words while it is held, so that no other command takes it in between.

        On Windows nothing that is open can be removed, and another's handle keeps the file there. Raises `OSError`.
        """
        if os.name != "posix":
            self.release()
        self.head.unlink(missing_ok=True)
        self.release()

    def forget(self) -> None:
        """Takes the words away for good, from a running command or an open editor as well; a head without a word tells
        whoever still has them."""
        handle = os.open(self.head, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        try:
            self.command, self.uid, self.options, self.number = FORGOTTEN, "", {}, 0
            self._write_head(handle)
        finally:
            os.close(handle)
        self.take_late()

    def take_late(self) -> None:
        """Takes away what an editor, or a command, saved after the words had been taken away."""
        for path in {self.path, _aside(self.path), *self._traces()} - {self.head}:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def is_forgotten(self) -> bool:
        """Whether another command has forgotten what the words are about."""
        return read(self.path).command == FORGOTTEN

    def check(self) -> None:
        """Raises `Refused` where the words are about what was forgotten meanwhile; then they are gone."""
        if self.is_forgotten():
            self.discard()
            raise Refused("draft.forgotten_meanwhile")

    def _traces(self) -> list[Path]:
        """Copies and swap files of an editor's, which have the name of the draft in theirs."""
        try:
            return [self.path.with_name(name) for name in os.listdir(self.path.parent) if self.path.stem in name]
        except OSError:
            return []

    def leave_open(self, text: str) -> None:
        """Keeps the draft for an editor that may still save in it, and remembers `text`, as it was opened."""
        self.left_open = True
        self.options["opened"] = _fingerprint(text)
        self._write_head(self.lock)

    def take_number(self, number: int) -> None:
        """Keeps its number on disk, where that can be written."""
        self.number = number
        with contextlib.suppress(OSError):
            handle = os.open(self.head, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
            try:
                self._write_head(handle)
            finally:
                os.close(handle)

    def _write_head(self, handle: int) -> None:
        data = self.head_bytes()
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, data)
        os.ftruncate(handle, len(data))

    def head_bytes(self) -> bytes:
        """What is to be done with the words, as the file beside them has it."""
        said: dict[str, object] = {
            "onelog": 1, "command": self.command, "at": self.at, "uid": self.uid, "options": self.options,
        }  # fmt: skip
        said |= {"number": self.number} if self.number else {}
        return json.dumps(said).encode()

    def is_untouched(self) -> bool:
        """Whether nobody has written in it since it was opened in an editor."""
        opened = self.options.get("opened")
        return bool(opened) and _fingerprint(self.text) == opened

    def close(self) -> None:
        """The command is done with it: it goes, unless an editor may still save in it.

        What cannot be tidied away is no error of a command that is done; `waiting` knows it again.
        """
        if not self.left_open:
            with contextlib.suppress(OSError):
                self.discard()
        self.release()

    def release(self) -> None:
        """Leaves the words for `recover`."""
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1


def folder(journal: Path) -> Path:
    """Where the drafts of a journal are: beside it, for its owner alone."""
    return journal.with_name(f"{journal.name}.drafts")


def begin(journal: Path, command: str, now: datetime, options: dict[str, object]) -> SavedDraft:
    """A new draft, held by this process until it is discarded or released. Raises `Refused` (no room, no right)."""
    place = folder(journal)
    path, at = place / f"{now:%Y%m%dT%H%M%S}-{os.urandom(4).hex()}.md", now.isoformat(timespec="seconds")
    draft = SavedDraft(path, command, at, options, uuid7(now, None, os.urandom(10)))
    _sweep(place)
    for _ in range(8):
        try:
            private.make_folder(place, parents=True)
            draft.lock = os.open(draft.head, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), 0o600)
        except FileNotFoundError:  # another command has just tidied the empty folder away
            continue
        except OSError as error:
            raise Refused("draft.place_unusable", place=place, reason=error.strerror) from error
        _hold(draft.lock, wait=True)
        if os.fstat(draft.lock).st_nlink:
            break
        draft.release()  # another command has swept it away before it was held
    else:
        raise Refused("draft.place_unmakable", place=place)
    os.write(draft.lock, draft.head_bytes())
    return draft


def _hold(handle: int, *, wait: bool = False) -> bool:
    """Whether this process holds the file now; where locks are not to be had, it always does."""
    try:
        return files.hold(handle, wait=wait)
    except OSError:
        return True


def _sweep(place: Path) -> None:
    """Takes away what commands left that were killed before a word was typed, and then the empty folder.

    Words that were written aside, and not put in their place any more, become a draft.
    """
    names = _listed(place)
    for name in sorted(names):
        head = place / name
        if head.suffix == ".json" and head.with_suffix(".md").name not in names:
            with contextlib.suppress(OSError):
                _sweep_one(head)
    with contextlib.suppress(OSError):
        if not private.strange(place):
            place.rmdir()


def _listed(place: Path) -> set[str]:
    """The names in the folder of drafts; none where it is not there, or somebody else has made it."""
    try:
        return set() if private.strange(place) else set(os.listdir(place))
    except OSError:
        return set()


def _sweep_one(head: Path) -> None:
    draft = SavedDraft(head.with_suffix(".md"), lock=os.open(head, os.O_RDWR))
    try:
        if not _hold(draft.lock) or draft.path.exists():
            return
        if read(draft.path).command == FORGOTTEN and time.time() - draft.head.stat().st_mtime < _OPEN:
            return
        aside = _aside(draft.path)
        if aside.exists() and aside.stat().st_size:
            aside.replace(draft.path)
        else:  # killed before the first word was on disk
            aside.unlink(missing_ok=True)
            draft.remove_head()
    finally:
        draft.release()


def _aside(path: Path) -> Path:
    """Where words are written before they take their place."""
    return path.with_suffix(".new")


def _replace(path: Path, text: str) -> None:
    """Writes a file so that after a crash there is the old one or the new one, whole."""
    aside = _aside(path)
    try:
        with open(aside, "wb", opener=partial(os.open, mode=0o600)) as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        move(aside, path, replace=True)
    except OSError as error:
        raise Refused("draft.cannot_keep", folder=path.parent, reason=error.strerror) from error


def left(journal: Path, *, untouched: bool = False) -> list[SavedDraft]:
    """The drafts that no running command holds, oldest first: words that never reached the journal.

    `untouched` ones, which were opened in an editor and not written in yet, are among them where that is asked for;
    after a day they go.
    """
    place = folder(journal)
    _sweep(place)
    names = sorted(name for name in _listed(place) if name.endswith(".md"))
    drafts = (read(place / name) for name in names if (place / name).is_file())
    found = [draft for draft in drafts if draft.command != FORGOTTEN]
    free = [draft for draft in found if not _is_held(draft)]
    return free if untouched else [draft for draft in free if not _is_waiting_for_editor(draft)]


def held(journal: Path) -> list[SavedDraft]:
    """The drafts that running commands hold, those without a word on disk among them."""
    heads = _heads_in(folder(journal))
    return [draft for head in heads if _is_held(draft := read(head.with_suffix(".md"))) and draft.command != FORGOTTEN]


def _heads_in(place: Path) -> list[Path]:
    return [place / name for name in sorted(_listed(place)) if name.endswith(".json")]


def take_late(journal: Path) -> int:
    """Takes away what was saved late of what was forgotten; how many texts that were."""
    times = 0
    for head in _heads_in(folder(journal)):
        draft = read(head.with_suffix(".md"))
        if draft.command == FORGOTTEN and draft.path.exists() and not _is_held(draft):
            draft.take_late()
            times += 1
    return times


def _is_waiting_for_editor(draft: SavedDraft) -> bool:
    if not draft.is_untouched():
        return False
    if time.time() - draft.path.stat().st_mtime > _OPEN:
        draft.close()
    return True


def _fingerprint(text: str) -> str:
    """What tells a text from another one, blanks at the ends of lines apart, which editors add and take away."""
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, and only an editor's draft needs it

    bare = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()


def reason(message: str) -> str:
    """A line at the head of a draft that says why it was refused; whoever reads the draft does not see it."""
    return f"{_REASON}{' '.join(message.split()).replace('--', '-')} -->\n"


def without_reason(text: str) -> str:
    while text.startswith(_REASON):
        text = text.partition("\n")[2]
    return text


def _is_held(draft: SavedDraft) -> bool:
    try:
        handle = os.open(draft.head, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _hold(handle)
    finally:
        os.close(handle)


def read(path: Path) -> SavedDraft:
    """A draft from its files; one whose head is spoiled is still words to be saved."""
    draft = SavedDraft(path)
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(files.read(draft.head))
        draft.command, draft.at, draft.options = str(said["command"]), str(said["at"]), dict(said["options"])
        draft.uid = str(said.get("uid", ""))
        draft.number = int(said.get("number", 0))
    return draft


def waiting(store: Store) -> list[SavedDraft]:
    """The drafts whose words are not in the journal, by number. One that is in it, and was not tidied away, goes now."""
    found = []
    for draft in left(store.path):
        if draft.uid and changelog.is_made(store, draft.uid):
            draft.close()
        else:
            found.append(draft)
    return numbered(found)


def numbered(found: list[SavedDraft]) -> list[SavedDraft]:
    """The drafts by number; who has none yet gets the next one, and keeps it."""
    top = max((read(head.with_suffix(".md")).number for head in _heads(found)), default=0)
    taken = set[int]()
    for draft in found:
        if not draft.number or draft.number in taken:
            top += 1
            draft.take_number(top)
        taken.add(draft.number)
    return sorted(found, key=lambda draft: draft.number)


def _heads(found: list[SavedDraft]) -> list[Path]:
    """The heads of all drafts that are there, those of running commands among them."""
    return list(found[0].path.parent.glob("*.json")) if found else []


def chosen(store: Store, number: int) -> SavedDraft:
    """The draft with this number. Raises `NotFound`."""
    drafts = waiting(store)
    for draft in drafts:
        if draft.number == number:
            return draft
    numbers = ", ".join(str(draft.number) for draft in drafts)
    there = Message("errors.draft.waiting", n=len(drafts), numbers=numbers) if drafts else Message("errors.draft.none")
    raise NotFound("draft.unknown", number=number, there=there)


def way_back(draft: SavedDraft, option: str = "") -> Message:
    """Says that the words are kept, and which command brings them back."""
    others = [one for one in left(draft.path.parent.with_suffix("")) if one.path != draft.path]
    numbered([*others, draft])
    return Message("errors.draft.way_back", command=f"onelog recover {draft.number}{option}")


def say_way_back(error: OnelogError, draft: SavedDraft, option: str = "") -> None:
    """Adds `way_back` to the hint of an error."""
    error.also = way_back(draft, option)


@contextlib.contextmanager
def keeping(draft: SavedDraft, *, said_elsewhere: bool = False) -> Iterator[SavedDraft]:
    """Discards the draft when the block ends well; when it fails the words stay on disk.

    `said_elsewhere`: the words stand on the command line or in a file, so a plain refusal leaves no draft behind;
    where it leaves one, its hint names the command that brings it back.
    """
    try:
        yield draft
    except OnelogError as error:
        draft.check()
        if said_elsewhere:
            draft.discard()
            raise
        draft.release()
        if draft.path.exists() and not draft.left_open and "onelog recover" not in error.hint:
            say_way_back(error, draft)
        raise
    except BaseException:
        if draft.is_forgotten():
            draft.discard()
        draft.release()
        raise
    draft.close()
