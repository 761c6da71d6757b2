"""What was typed, safe on disk before anything is done with it; and bringing it back when something went wrong."""

import contextlib
import os
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from onelog.core import files
from onelog.core.errors import Message, NotFound, OnelogError, Refused
from onelog.journal.saved_draft import FORGOTTEN, SavedDraft, aside_of, read_draft
from onelog.store import changelog, private
from onelog.store.database import Store
from onelog.store.transaction import uuid7

APART = "\f"
"""Between answers that are read each as a text of its own, where one has several lines."""
_OPEN = 24 * 60 * 60
"""Seconds that an editor may keep a draft open before it goes, if nobody writes in it."""


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
        if read_draft(draft.path).command == FORGOTTEN and time.time() - draft.head.stat().st_mtime < _OPEN:
            return
        aside = aside_of(draft.path)
        if aside.exists() and aside.stat().st_size:
            aside.replace(draft.path)
        else:  # killed before the first word was on disk
            aside.unlink(missing_ok=True)
            draft.remove_head()
    finally:
        draft.release()


def left(journal: Path, *, untouched: bool = False) -> list[SavedDraft]:
    """The drafts that no running command holds, oldest first: words that never reached the journal.

    `untouched` ones, which were opened in an editor and not written in yet, are among them where that is asked for;
    after a day they go.
    """
    place = folder(journal)
    _sweep(place)
    names = sorted(name for name in _listed(place) if name.endswith(".md"))
    drafts = (read_draft(place / name) for name in names if (place / name).is_file())
    found = [draft for draft in drafts if draft.command != FORGOTTEN]
    free = [draft for draft in found if not _is_held(draft)]
    return free if untouched else [draft for draft in free if not _is_waiting_for_editor(draft)]


def held(journal: Path) -> list[SavedDraft]:
    """The drafts that running commands hold, those without a word on disk among them."""
    heads = _heads_in(folder(journal))
    return [
        draft for head in heads if _is_held(draft := read_draft(head.with_suffix(".md"))) and draft.command != FORGOTTEN
    ]


def _heads_in(place: Path) -> list[Path]:
    return [place / name for name in sorted(_listed(place)) if name.endswith(".json")]


def take_late(journal: Path) -> int:
    """Takes away what was saved late of what was forgotten; how many texts that were."""
    times = 0
    for head in _heads_in(folder(journal)):
        draft = read_draft(head.with_suffix(".md"))
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


def _is_held(draft: SavedDraft) -> bool:
    try:
        handle = os.open(draft.head, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _hold(handle)
    finally:
        os.close(handle)


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
    top = max((read_draft(head.with_suffix(".md")).number for head in _heads(found)), default=0)
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
