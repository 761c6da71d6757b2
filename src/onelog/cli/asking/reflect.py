"""What is asked after a meeting was typed at the prompt: the scales of one's own form, then three short questions.

Each may be left out, and one key ends them all.
"""

import contextlib
import re
import shutil
import unicodedata
from collections.abc import Callable
from functools import partial

from onelog.cli.app import App
from onelog.cli.asking import typed
from onelog.cli.asking.words import checked_words
from onelog.core.model import Meeting
from onelog.core.phrases import say
from onelog.insight import forms
from onelog.journal import drafts, saved_draft
from onelog.journal.log import add_to
from onelog.markdown import labels, section_lines
from onelog.markdown.forms.own_form import FormAsk
from onelog.store import changelog, people

PASS = "-"  # noqa: S105 - no password: it passes over a question, as Enter alone does
_COMMANDS = ("onelog", "cd", "git", "ls", "sudo", "ssh", "vim", "vi", "nano")
"""Words with which no answer begins."""
_BUILT_IN = ("clear", "exit", "logout", "history", "jobs", "fg", "bg", "pwd", "q", "quit")
SLIP = 8
"""Signs that a mistyped score has at most; what is longer is words."""
OFF = "onelog config reflect off"


def after(app: App, meeting: Meeting) -> None:
    """Asks, and adds what was answered to the meeting, as a change of its own.

    Enter alone leaves a question out; Ctrl-D and Ctrl-C end them all. What is typed is on disk at once. Until somebody has
    answered once, it says how to switch the questions off.
    """
    scales = _unsaid(app, meeting)
    if not scales and not app.settings.reflect:
        return
    draft = drafts.begin(app.path, "reflect", app.now, {"id": meeting.id})
    with drafts.keeping(draft):
        answers = _Answers(app, draft)
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            for asked in scales:
                _ask_scale(app, asked, answers)
            if app.settings.reflect:
                _ask(app, meeting, answers)
        answers.keep_apart(meeting)
        draft.check()
        if answers.text:
            draft.write(answers.text)
            app.journal.next_change = draft.uid
            app.changed(add_to(app.journal, meeting.id, answers.text, app.now, "reflect"))


class _Answers:
    """The answers, each as a piece of a meeting's text, those that could not be taken, and the one that is being typed."""

    def __init__(self, app: App, draft: saved_draft.SavedDraft) -> None:
        self.app, self.draft, self.text, self.begun = app, draft, "", ""
        self.refused = ""

    def ask(self, question: str, line: Callable[[str], str]) -> str:
        """One answer, "" for none, on disk while it is typed: as the `line` that it becomes.

        A meeting that took place already is not moved by it.
        """

        def keep(words: str) -> None:
            self.begun = line(_plain(words)) if _plain(words) else ""
            self._write()

        app = self.app
        while True:
            self.begun = ""
            said = checked_words(app, typed.answer(app, f"  {question}", keep, lines=True))
            if not _is_command(said) or app.confirm(f"  {app.screen.say('prompt.reflect_command', said=said)}"):
                break
        self.begun = ""
        return _plain(said)

    def take(self, said: str) -> None:
        """Adds an answer; one that may open a section or a paragraph is read apart from what follows."""
        self.text += f"{said}\n{drafts.APART if _is_block(said) else ''}"
        self._write()

    def refuse(self, said: str) -> None:
        """Keeps an answer that is none here."""
        self.refused += f"{said}\n"
        self._write()

    def forget_slips(self) -> None:
        """Lets go of a score that was mistyped and is said now; words stay."""
        self.refused = "".join(f"{line}\n" for line in self.refused.splitlines() if len(line) > SLIP)

    def _write(self) -> None:
        text = self.text + self.refused + self.begun
        if text:
            self.draft.write(text)
        else:
            self.draft.path.unlink(missing_ok=True)

    def keep_apart(self, meeting: Meeting) -> None:
        """Leaves what was broken off, or could not be taken, for `recover`, and says so."""
        if left := f"{self.refused}{self.begun}".rstrip("\n"):
            apart = drafts.begin(self.app.path, "reflect", self.app.now, {"id": meeting.id})
            apart.write(left)
            apart.release()
            self.app.talk(drafts.way_back(apart).said(self.app.spoken))


def _ask(app: App, meeting: Meeting, answers: _Answers) -> None:
    app.screen.text((f"  {app.screen.say('prompt.reflect')}", "quiet"))
    if not changelog.has_command(app.store, "reflect"):
        app.screen.text("  ", *app.screen.phrase("prompt.reflect_off", OFF))
    for key, begins in (
        ("prompt.reflect_surprised", "aha:"),
        ("prompt.reflect_differently", say(app.language, "document.differently")),
    ):
        line = partial(_said, begins)
        if said := answers.ask(app.screen.say(key), line):
            answers.take(line(said))
    while meeting.seen is None and (said := answers.ask(app.screen.say("prompt.reflect_seen"), _score)):
        if _score(said) != said:
            answers.take(_score(said))
            answers.forget_slips()
            break
        answers.refuse(said)
        app.screen.text("  ", app.screen.say("prompt.reflect_score", said=said.partition("\n")[0]))


def _unsaid(app: App, meeting: Meeting) -> list[FormAsk]:
    """What the form asks for and was not said."""
    form = forms.nearest(people.by_uid(app.store, meeting.person.uid))
    said = {one.key for one in meeting.scales}
    return [one for one in form.form.asks if one.scale.key not in said] if form else []


def _ask_scale(app: App, asked: FormAsk, answers: "_Answers") -> None:
    """Asks until a value can be taken, or nothing is answered."""
    scale = asked.scale
    words = app.screen.say("prompt.ask_scale", name=asked.words or scale.name, low=scale.low, high=scale.high)

    def line(answer: str) -> str:
        said = unicodedata.normalize("NFKC", answer).removesuffix(f"/{scale.high}")
        fits = said.isascii() and said.isdigit() and len(said) < 4 and scale.holds(int(said))
        return f"{scale.name}:{int(said)}" if fits else answer

    while said := answers.ask(words, line):
        if line(said) != said:
            answers.take(line(said))
            answers.forget_slips()
            return
        answers.refuse(said)
        said = said.partition("\n")[0]
        app.screen.text("  ", app.screen.say("prompt.no_value", said=said, low=scale.low, high=scale.high))


def _said(begins: str, answer: str) -> str:
    """An answer as a piece of a meeting's text, unless it says itself what it is."""
    first = answer.partition("\n")[0]
    return (
        answer
        if labels.heading(first) or section_lines.opens(first)
        else f"{begins}{'' if begins[-1] == '：' else ' '}{answer}"
    )


def _is_block(said: str) -> bool:
    return "\n" in said or bool(section_lines.opens(said))


def _plain(answer: str) -> str:
    """An answer, "" for one that passes; none moves the meeting to another day."""
    said = answer.strip().replace(drafts.APART, "")
    return "" if said == PASS else re.sub(r"(?<!\S)(?=on:)", r"\\", said, flags=re.IGNORECASE)


def _is_command(said: str) -> bool:
    """Whether an answer looks like a command for the shell, typed by somebody who did not look at the question."""
    first, *rest = said.split() or [""]
    if first in _COMMANDS or (rest and rest[0][:1] == "-" and shutil.which(first)):
        return True
    return not rest and first.isascii() and (first in _BUILT_IN or bool(shutil.which(first)))


def _score(answer: str) -> str:
    """1 to 5 as a field of the meeting; what is no score stays as it is."""
    score = unicodedata.normalize("NFKC", answer)
    return f"seen:{score}" if score in ("1", "2", "3", "4", "5") else answer
