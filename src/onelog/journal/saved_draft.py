"""One text on its way into the journal: its words on disk, and beside them what is to be done with them."""

import contextlib
import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from onelog.core import files
from onelog.core.errors import Refused
from onelog.store.vault.atomic_file import move

FORGOTTEN = "forgotten"
"""The command of a draft whose words were taken away while an editor had them: what is saved late goes, too."""
_REASON = "<!-- onelog: "


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
            replace_words(self.path, text)

    def discard(self, *, traces: bool = True) -> None:
        """The words are in the journal, or not wanted; with `traces` neither is what an editor left beside them.

        A swap file may hold words that were never saved, so without words of their own `traces` stay. Raises `OSError`.
        """
        for path in (self.path, aside_of(self.path), *(self._traces() if traces else ())):
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
        for path in {self.path, aside_of(self.path), *self._traces()} - {self.head}:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def is_forgotten(self) -> bool:
        """Whether another command has forgotten what the words are about."""
        return read_draft(self.path).command == FORGOTTEN

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
            "onelog": 1,
            "command": self.command,
            "at": self.at,
            "uid": self.uid,
            "options": self.options,
        }
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


def aside_of(path: Path) -> Path:
    """Where words are written before they take their place."""
    return path.with_suffix(".new")


def replace_words(path: Path, text: str) -> None:
    """Writes a file so that after a crash there is the old one or the new one, whole."""
    aside = aside_of(path)
    try:
        with open(aside, "wb", opener=partial(os.open, mode=0o600)) as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        move(aside, path, replace=True)
    except OSError as error:
        raise Refused("draft.cannot_keep", folder=path.parent, reason=error.strerror) from error


def _fingerprint(text: str) -> str:
    """What tells a text from another one, blanks at the ends of lines apart, which editors add and take away."""
    bare = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return files.sha256(bare.encode("utf-8", "surrogatepass")).hex()


def reason_line(message: str) -> str:
    """A line at the head of a draft that says why it was refused; whoever reads the draft does not see it."""
    return f"{_REASON}{' '.join(message.split()).replace('--', '-')} -->\n"


def without_reason(text: str) -> str:
    while text.startswith(_REASON):
        text = text.partition("\n")[2]
    return text


def read_draft(path: Path) -> SavedDraft:
    """A draft from its files; one whose head is spoiled is still words to be saved."""
    draft = SavedDraft(path)
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(files.read(draft.head))
        draft.command, draft.at, draft.options = str(said["command"]), str(said["at"]), dict(said["options"])
        draft.uid = str(said.get("uid", ""))
        draft.number = int(said.get("number", 0))
    return draft
