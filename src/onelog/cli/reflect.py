"""Three short questions after a meeting was logged on a terminal: each may be left, and so may all of them."""

import contextlib
import re
import sys
from collections.abc import Iterator

from onelog import grammar
from onelog.cli import ask
from onelog.cli.app import App
from onelog.document import DIFFERENTLY
from onelog.journal import drafts
from onelog.journal import log as journal_log
from onelog.model import Meeting

PASS = "-"  # noqa: S105 - no password: it passes over a question, where Enter alone would leave all of them


def after(app: App, meeting: Meeting) -> None:
    """Asks, and adds what was answered to the meeting, as a change of its own.

    Enter alone leaves all of it where it comes first, later on only that question; the end of the input and Ctrl-C leave
    what is not answered yet. An answer is on disk before the next question is asked.
    """
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - gives the answers their line editing, where the system has it

    draft = drafts.begin(app.path, "reflect", app.now, {"id": meeting.id})
    with drafts.keeping(draft):
        text = ""
        for line in _lines(app, meeting):
            text += f"{line}\n"
            draft.write(text)
        if text:
            app.journal.next_change = draft.uid
            app.changed(journal_log.add_to(app.journal, meeting.id, text, app.now))


def _lines(app: App, meeting: Meeting) -> Iterator[str]:
    """The answers, each as a line of a meeting's text."""
    app.screen.text((f"  {app.screen.say('reflect')}", "quiet"))
    try:
        surprised = _answer(app, "reflect_surprised")
        if not surprised:
            return
        if surprised != PASS:
            yield _said("aha:", surprised)
        differently = _answer(app, "reflect_differently")
        if differently not in ("", PASS):
            yield _said(DIFFERENTLY[app.language], differently)
        if meeting.seen is None and (seen := _score(app)):
            yield f"seen:{seen}"
    except (EOFError, KeyboardInterrupt):
        sys.stdout.write("\n")


def _said(begins: str, answer: str) -> str:
    """An answer as a line of a meeting's text, unless it says itself what it is."""
    return answer if grammar.heading(answer) else f"{begins} {answer}"


def _answer(app: App, key: str) -> str:
    """One line; a meeting that took place already is not moved by it."""
    said = ask.sound(app, input(f"  {app.screen.say(key)} ")).strip()
    return re.sub(r"(?<!\S)(?=on:)", r"\\", said, flags=re.IGNORECASE)


def _score(app: App) -> str:
    """1 to 5, asked once more where it is something else; "" for none."""
    for _ in range(2):
        said = _answer(app, "reflect_seen")
        if said in ("", PASS):
            return ""
        if said in ("1", "2", "3", "4", "5"):
            return said
    return ""
