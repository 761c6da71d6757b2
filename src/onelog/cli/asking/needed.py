"""One line that a command needs and was not given, asked for at a terminal: a reason, the value of a check-in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from onelog.cli.app import App
from onelog.journal import drafts


@contextmanager
def line(app: App, command: str, options: Mapping[str, object], question: str) -> Iterator[str]:
    """The line that is typed, "" for Enter alone or Ctrl-D; on disk until the block ends well."""
    from onelog.cli.asking import typed, words  # noqa: PLC0415 - only where somebody is asked

    draft = drafts.begin(app.path, command, app.now, dict(options))
    app.prompted = (command, dict(options))
    with drafts.keeping(draft):
        try:
            said = words.checked_words(app, typed.answer(app, question, draft.write))
        except EOFError:
            said = ""
        except KeyboardInterrupt:
            if draft.text.strip():
                app.tell("talk.not_logged")
            raise
        if not said.strip():
            draft.discard()
        draft.check()
        yield said


@contextmanager
def reason(
    app: App, command: str, given: str | None, *, json: bool, key: str = "prompt.pick_why", left_out: bool = False
) -> Iterator[str | None]:
    """The reason that was given. At a terminal it is asked for where `--why` has no words, or (`left_out`) is not there."""
    is_needed = not given.strip() if given is not None else left_out
    if json or not is_needed or not app.can_ask:
        yield given
        return
    with line(app, command, {}, app.said(key)) as said:
        yield said
