"""Three short questions after a meeting was typed at the prompt: each may be left out, and one key ends them all."""

import re
import shutil
import unicodedata
from collections.abc import Iterator

from onelog import labels
from onelog.cli import ask, typed
from onelog.cli.app import App
from onelog.document import DIFFERENTLY
from onelog.journal import drafts
from onelog.journal import log as journal_log
from onelog.model import Meeting
from onelog.store import changes

PASS = "-"  # noqa: S105 - no password: it passes over a question, as Enter alone does
_COMMANDS = ("onelog", "cd", "git", "ls", "sudo", "ssh", "vim", "vi", "nano")
"""Words with which no answer begins."""
_BUILT_IN = ("clear", "exit", "logout", "history", "jobs", "fg", "bg", "pwd", "q", "quit")
OFF = "onelog config reflect off"


def after(app: App, meeting: Meeting) -> None:
    """Asks, and adds what was answered to the meeting, as a change of its own.

    Enter alone leaves a question out; Ctrl-D and Ctrl-C end them all. An answer is on disk before the next question is
    asked. Until somebody has answered once, it says how to switch the questions off.
    """
    draft = drafts.begin(app.path, "reflect", app.now, {"id": meeting.id})
    with drafts.keeping(draft):
        text = ""
        for line in _lines(app, meeting):
            text += f"{line}\n"
            draft.write(text)
        if text:
            app.journal.next_change = draft.uid
            app.changed(journal_log.add_to(app.journal, meeting.id, text, app.now, "reflect"))


def _lines(app: App, meeting: Meeting) -> Iterator[str]:
    """The answers, each as a line of a meeting's text."""
    app.screen.text((f"  {app.screen.say('reflect')}", "quiet"))
    if not changes.has_command(app.store, "reflect"):
        app.screen.text("  ", *app.screen.phrase("reflect_off", OFF))
    try:
        if surprised := _answer(app, "reflect_surprised"):
            yield _said("aha:", surprised)
        if differently := _answer(app, "reflect_differently"):
            yield _said(DIFFERENTLY[app.language], differently)
        if meeting.seen is None and (seen := _score(app)):
            yield f"seen:{seen}"
    except (EOFError, KeyboardInterrupt):
        return


def _said(begins: str, answer: str) -> str:
    """An answer as a line of a meeting's text, unless it says itself what it is."""
    return answer if labels.heading(answer) else f"{begins} {answer}"


def _answer(app: App, key: str) -> str:
    """One line, "" for none; a meeting that took place already is not moved by it."""
    said = ask.sound(app, typed.answer(app, f"  {app.screen.say(key)}"))
    while _is_command(said) and not app.confirm(f"  {app.screen.say('reflect_command', said=said)}"):
        said = ask.sound(app, typed.answer(app, f"  {app.screen.say(key)}"))
    return "" if said == PASS else re.sub(r"(?<!\S)(?=on:)", r"\\", said, flags=re.IGNORECASE)


def _is_command(said: str) -> bool:
    """Whether an answer looks like a command for the shell, typed by somebody who did not look at the question."""
    first, *rest = said.split() or [""]
    if first in _COMMANDS or (rest and rest[0][:1] == "-" and shutil.which(first)):
        return True
    return not rest and first.isascii() and (first in _BUILT_IN or bool(shutil.which(first)))


def _score(app: App) -> str:
    """1 to 5, asked until it is one of them; "" for none."""
    while said := _answer(app, "reflect_seen"):
        score = unicodedata.normalize("NFKC", said)
        if score in ("1", "2", "3", "4", "5"):
            return score
        app.screen.text("  ", app.screen.say("reflect_score", said=said))
    return ""
