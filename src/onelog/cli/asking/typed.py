"""Asking somebody at a terminal for a text or an answer: on disk while it is typed, and nobody else's to read."""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING

from onelog.cli.app import App
from onelog.cli.asking.answers import yes_or_no
from onelog.cli.asking.terminal import Lines, Terminal, hold, plain_text
from onelog.core.model import MOMENT_KINDS
from onelog.core.phrases import say
from onelog.journal import drafts
from onelog.journal.private_labels import private_label
from onelog.journal.saved_draft import SavedDraft
from onelog.markdown import labels, privacy, section_lines
from onelog.terminal.kit.layout import cells

if TYPE_CHECKING:
    from onelog.cli.asking.prompt import Editor, Help

NAMED = ("log", "note", "topic")
"""The commands whose words are with the person that they name first."""
OF_WORDS = (*NAMED, "actions add", *MOMENT_KINDS)
"""The commands whose words are typed at the prompt where they are not given."""
NARROW = 20
"""Cells for an answer beside its question; with fewer it goes below."""


def text(
    app: App, draft: SavedDraft, title: str, *, kind: str = "", raw: bool = False, begun: float | None = None
) -> str:
    """A text from the prompt; of a `kind` of record that is one line, its lines are joined where they are one.

    `begun` is when a talk began that lasts while this is typed (seconds of the monotonic clock).
    Raises `KeyboardInterrupt` and `SystemExit`; the words stay in the draft.
    """
    app.prompted = (draft.command, draft.options)
    terminal = _held(app)

    def keep(words: str) -> None:
        words = sound(one_line(words, kind) if kind else words).rstrip()
        if words:
            draft.write(words)

    if terminal is None:
        return _by_lines(title, keep)

    ends = "prompt.ask_ends" if begun is None else "prompt.ask_ends_live"
    terminal.write(f"{say(app.language, ends, what=say(app.language, title))}\n")
    from onelog.cli.asking.assist import Assist  # noqa: PLC0415 - as above

    ahead, terminal.late = plain_text(terminal.late), ""  # typed before a question that came first
    editor = _editor(app, terminal, keep, Assist(app, kind, begun, raw=raw), start=ahead, live=begun is not None)
    try:
        found = editor.run()
        terminal.drain()
    except KeyboardInterrupt:
        _left(app, draft, keep, editor.text)
        raise
    except (SystemExit, Exception):
        keep(_with_rest(editor.text, terminal))
        raise
    found = _with_rest(found, terminal)
    keep(found)
    return one_line(found, kind) if kind else found


def _with_rest(text: str, terminal: Terminal) -> str:
    """The text with what came right behind it."""
    rest, terminal.late = plain_text(terminal.late), ""
    return f"{text.rstrip()}\n\n{rest}" if rest else text


def _left(app: App, draft: SavedDraft, keep: Callable[[str], None], text: str) -> None:
    """Keeps what was typed before Ctrl-C, and says so."""
    if app.terminal:
        app.terminal.drain()
        text = _with_rest(text, app.terminal)
    keep(text)
    if text.strip():
        app.tell("talk.not_logged")
    else:
        draft.discard()


def joined(text: str) -> str:
    """The lines of a text as one."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


def one_line(text: str, kind: str) -> str:
    """The lines of a text as the one line of a record; those that are private in it, and would not be, stay lines."""
    lines = text.strip().split("\n") if not privacy.is_private(kind) else []
    hides = len(lines) > 1 and any(
        privacy.is_private(section_lines.opens(line)) or private_label(line) for line in lines
    )
    return text.strip() if hides else joined(text)


def _unwrapped(text: str) -> str:
    """Prose that was wrapped as one line; a text with paragraphs, labels, headings or lists as it is."""
    lines = text.strip().split("\n")
    is_prose = all(
        line.strip()
        and not re.match(r"[\s>#|`~*+・･•■□-]", line)
        and len(labels.split_inline(line)) == 1
        and not labels.heading(line)
        and not section_lines.opens(line)
        for line in lines
    )
    return joined(text) if is_prose else text.strip()


def sound(text: str) -> str:
    """The text without what no file can hold: NUL, and bytes that are not UTF-8."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def answer(app: App, question: str, keep: Callable[[str], None] | None = None, *, lines: bool = False) -> str:
    """One line after a question; nothing that was typed before it was there answers it.

    With `lines` those of a paste stay lines, but for prose that was wrapped; else they are one. What is not finished goes to `keep`, or is kept apart. Raises `EOFError` for Ctrl-D, `KeyboardInterrupt`.
    """
    terminal = _held(app)
    if terminal is None:
        return input(f"{question} ")
    if terminal.ended:
        raise EOFError
    terminal.drain()
    if cells([question]) > app.screen.width - NARROW:
        terminal.write(f"{question}\n")
        question = ">"
    whole = _unwrapped if lines else joined
    editor = _editor(
        app, terminal, lambda words: keep(sound(whole(words))) if keep else None, begin=f"{question} ", lines=lines
    )
    try:
        found = whole(editor.run())
    except (KeyboardInterrupt, SystemExit, Exception):
        if keep:
            keep(sound(whole(editor.text)))
        else:
            terminal.late += editor.text
        raise
    terminal.ended = editor.ended
    if not found and editor.ended:
        raise EOFError
    return found


def leave(app: App) -> None:
    """Gives the terminal back. What was typed and belongs to no text is kept, and that is said."""
    terminal, app.terminal = app.terminal, None
    late = sound(terminal.release()) if terminal else ""
    if not late or (not app.prompted and all(yes_or_no(line) is not None for line in late.split())):
        return
    command, options = app.prompted or app.awaited
    draft = drafts.begin(app.path, command, app.now, options)
    draft.write(late)
    draft.release()
    if app.prompted:
        app.tell("talk.kept_apart")
    else:
        app.tell("talk.typed_kept", way_back=drafts.way_back(draft, " --show"))


def keep_ahead(app: App, command: str, given: Sequence[str], flags: Container[str]) -> None:
    """After an error: what was typed ahead for a command that takes words, and was given none, goes to no shell.

    `flags` are its options that have no value.
    """
    values = [given[n + 1] for n, word in enumerate(given[:-1]) if word == "--with"]
    words = [word for n, word in enumerate(given) if word[:1] != "-" and not _is_value(given, n, flags)]
    named = command in NAMED
    if len(words) > named or "-" in given or any(word in ("-f", "--file") for word in given) or not app.can_ask:
        return
    who = words[:1] if named else values[:1]
    app.awaited = (command, {"person" if named else "with": who[0]} if who else {})
    app.terminal = app.terminal or hold()


def _is_value(given: Sequence[str], n: int, flags: Container[str]) -> bool:
    """Whether a word belongs to the option before it."""
    before = given[n - 1] if n else ""
    return before[:1] == "-" and "=" not in before and before not in flags


def _held(app: App) -> Terminal | None:
    if app.terminal is None:
        app.terminal = hold()
    return app.terminal


def _editor(
    app: App,
    terminal: Terminal,
    keep: Callable[[str], None],
    help_: "Help | None" = None,
    begin: str = "> ",
    start: str = "",
    *,
    lines: bool = False,
    live: bool = False,
) -> "Editor | Lines":
    """The editor for a text with its help, else for an answer; the plain reader where the terminal cannot draw it."""
    if os.environ.get("TERM", "") not in ("", "dumb", "unknown"):
        with contextlib.suppress(ImportError):
            from onelog.cli.asking.prompt import Editor  # noqa: PLC0415 - it takes longer than all of onelog

            return Editor(
                terminal,
                keep,
                help_,
                answer=help_ is None,
                lines=lines,
                live=live,
                begin=begin,
                start=start,
                color=_colored(app),
            )
    return Lines(terminal, keep, answer=help_ is None, lines=lines, live=live, begin=begin, start=start)


def _colored(app: App) -> bool:
    return app.color == "always" or (app.color == "auto" and not os.environ.get("NO_COLOR"))


def _by_lines(title: str, keep: Callable[[str], None]) -> str:
    """Lines until an empty one, on a system without such terminals."""
    sys.stderr.write(f"{title}:\n")
    lines: list[str] = []
    with contextlib.suppress(EOFError):
        while line := input("> "):
            lines.append(line)
            keep("\n".join(lines))
    return "\n".join(lines)
