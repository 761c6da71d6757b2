"""The editor: what somebody wrote in it, and once more where that was refused."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import TypeVar

from onelog.cli.app import App
from onelog.cli.asking.words import bare, checked_words, decoded, too_large
from onelog.core import files
from onelog.core.errors import Damaged, Message, OnelogError, Refused
from onelog.journal import drafts, saved_draft
from onelog.journal.saved_draft import SavedDraft

AT_ONCE = 1.0
"""Seconds in which nobody opens a document, writes in it and saves it."""
T = TypeVar("T")


def edited(app: App, draft: SavedDraft, text: str) -> str:
    """The text after somebody edited it. Raises `Refused` when the editor fails; the words stay on disk."""
    draft.write(text)
    was, begun = _state(draft.path), time.monotonic()
    try:
        code = run_editor(app, draft.path)
    except Refused:
        draft.discard()
        raise
    draft.check()
    if code == 0 and was and _state(draft.path) == was and time.monotonic() - begun < AT_ONCE:
        _left_open(app, draft, text)
        return text
    after = _after(draft)
    if code != 0:
        if after in (text, None):
            draft.discard(traces=False)
            raise Refused("edit.editor_failed", code=code)
        raise Refused("edit.editor_failed_kept", code=code)
    return checked_words(app, after if after is not None else text)


def _state(path: Path) -> tuple[int, int] | None:
    """What changes when a file is saved."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _left_open(app: App, draft: SavedDraft, text: str) -> None:
    """An editor that comes back at once may have a window open in which somebody is about to write."""
    draft.leave_open(text)
    app.tell("talk.editor_at_once", path=draft.path)


def _after(draft: SavedDraft) -> str | None:
    """What the editor left; None where it removed the file, or put something else in its place."""
    if not draft.path.is_file():
        return None
    try:
        if draft.path.stat().st_size > files.LARGEST:
            raise too_large(Message("errors.edit.saved"))
        data = decoded(draft.path.read_bytes(), Message("errors.edit.saved")).replace("\r\n", "\n")
        text = saved_draft.without_reason(data)
        return text if "\n" in text else text.replace("\r", "\n")  # as Macs once ended their lines
    except Refused as error:
        raise Refused("edit.words_kept", error=error) from error


def run_editor(app: App, path: Path) -> int:
    """Opens a file in the editor; its exit code. Raises `Refused` where it cannot be started."""
    if app.terminal:
        from onelog.cli.asking import typed  # noqa: PLC0415 - only where something was asked before

        typed.leave(app)
    command = editor(app)
    try:
        return subprocess.run([*_split(command), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise Refused("edit.no_editor", command=command) from error


def _split(command: str) -> list[str]:
    """The words of a command as a shell splits them. Raises `ValueError` for a quotation mark that is not closed.

    On Windows a backslash is a letter of a path, and a program that ends in .CMD is found by its whole name alone.
    """
    if os.name == "posix":
        return shlex.split(command)
    lexer = shlex.shlex(command, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
    program, *more = lexer
    return [which(program) or program, *more]


def editor(app: App) -> str:
    """The editor to use: ONELOG_EDITOR, the setting, VISUAL, EDITOR, else one that is there."""
    for name in ("ONELOG_EDITOR", "", "VISUAL", "EDITOR"):
        value = os.environ.get(name, "") if name else app.settings.editor
        if value.strip():
            return value
    return next((e for e in ("nano", "micro", "vim", "vi", "notepad") if which(e)), "vi")


# --- once more


def retried(app: App, draft: SavedDraft, text: str, take: Callable[[str], T]) -> T:
    """What `take` makes of a text, which is edited again where it is refused; raises where nobody mends it."""
    while True:
        try:
            return take(text)
        except OnelogError as error:
            text = _mended(app, draft, text, error)


def mend(app: App, draft: SavedDraft) -> None:
    """Opens the words of a draft in the editor. Raises `Refused` where it fails, or nothing is left; they are kept then."""
    text = draft.text
    code, after = run_editor(app, draft.path), _after(draft)
    draft.check()
    if code or after is None or not after.strip():
        draft.write(text)
        raise Refused("draft.editor_failed", code=code) if code else Refused("draft.left_empty")
    draft.write(checked_words(app, after))


def _mended(app: App, draft: SavedDraft, text: str, error: OnelogError) -> str:
    """The refused text after somebody mended it; raises `error` where nobody can be asked, or it was left as it was."""
    if "onelog recover" not in error.hint:
        drafts.say_way_back(error, draft, " --edit")
    if isinstance(error, Damaged) or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise error
    try:
        draft.write(saved_draft.reason_line(f"{(said := error.text.said(app.language))} {said.hint}") + text)
        code, after = run_editor(app, draft.path), _after(draft)
    except OnelogError:
        draft.write(text)
        raise error from None
    if code or after is None or not after.strip() or bare(after) == bare(text):
        draft.write(text)
        raise error
    draft.check()
    return checked_words(app, after)
