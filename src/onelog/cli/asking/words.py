"""Where the words come from: arguments, a pipe, the prompt, a file or the editor. They are on disk before they are read."""

import codecs
import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from onelog.cli.app import App
from onelog.core import files
from onelog.core.errors import Ambiguous, Message, NotFound, OnelogError, Refused, Unnamed, Wrong
from onelog.core.values import value
from onelog.journal import drafts
from onelog.journal.saved_draft import SavedDraft

REPLACED = "\ufffd"
T = TypeVar("T")


@value(frozen=True, slots=True)
class AskedText:
    """What is asked for at a terminal."""

    phrase: str = "prompt.ask_words"
    kind: str = ""
    """The kind of record that the words become, which are one line then."""
    raw: bool = False
    """The words are kept as they are."""
    begun: float | None = None
    """When a talk began that lasts while they are typed, in seconds of the monotonic clock."""


ANY = AskedText()


@contextlib.contextmanager
def take_words(
    app: App,
    command: str,
    given: Sequence[str],
    *,
    options: dict[str, object] | None = None,
    file: str | None = None,
    edit: bool = False,
    template: str = "",
    asks: AskedText = ANY,
    check: Callable[[], object] = bool,
) -> Iterator[str]:
    """The text for a command, kept on disk until the block ends well; `onelog recover` has it when it does not.

    `check` raises for a name or an option that cannot be taken: before anybody types, but behind words that come by
    themselves, which are safe on disk then. Raises `Refused` when there are no words or they are not UTF-8, `Wrong`
    when they come from two places at once.
    """
    options = dict(options or {})
    with _kept_words(app, command, given, options, file, edit, template, asks, check) as (_, text):
        yield text


def apply_words(
    app: App,
    command: str,
    given: Sequence[str],
    take: Callable[[str], T],
    *,
    options: dict[str, object],
    file: str | None = None,
    edit: bool = True,
    template: str = "",
    asks: AskedText = ANY,
    check: Callable[[], object] = bool,
) -> T:
    """What `take` makes of the text for a command; as `words`, and what it refuses opens again in the editor.

    On a terminal, that is, with the reason on top; elsewhere the draft can be mended through `onelog recover N --edit`.
    """
    with _kept_words(app, command, given, options, file, edit, template, asks, check) as (draft, text):
        if not edit:
            return take(text)
        from onelog.cli.asking import editing  # noqa: PLC0415 - only for the editor

        return editing.retried(app, draft, text, take)


@contextlib.contextmanager
def _kept_words(
    app: App,
    command: str,
    given: Sequence[str],
    options: dict[str, object],
    file: str | None,
    edit: bool,
    template: str,
    asks: AskedText,
    check: Callable[[], object],
) -> Iterator[tuple[SavedDraft, str]]:
    """The draft and its words; the one goes when the block ends well."""
    piped = list(given) == ["-"]
    typed = " ".join(given).strip() if given and not piped else ""
    if sum((bool(typed), piped, file is not None)) > 1:
        raise Wrong("log.one_source")
    through_pipe = not edit and not typed and file is None and (piped or not sys.stdin.isatty())
    waits = edit or not (typed or through_pipe or file is not None)
    app.store  # noqa: B018 - a journal that cannot be used is refused before anybody types
    if waits:
        check()
    draft = drafts.begin(app.path, command, app.now, {**options, "typed": bool(typed)})
    app.next_change = draft.uid
    with drafts.keeping(draft, said_elsewhere=not (waits or through_pipe)):
        text = _text(app, draft, typed, through_pipe, file, edit, template, asks)
        draft.check()
        if not waits:
            _checked(check, draft, said_elsewhere=not through_pipe)
        yield draft, text


def _checked(check: Callable[[], object], draft: SavedDraft, *, said_elsewhere: bool) -> None:
    """Raises what `check` does; of a name it says that the words can go to another one."""
    try:
        check()
    except (Ambiguous, NotFound, Unnamed) as error:
        if not said_elsewhere:
            drafts.say_way_back(error, draft, " --with PERSON")
        raise


def _text(
    app: App, draft: SavedDraft, typed: str, piped: bool, file: str | None, edit: bool, template: str, asks: AskedText
) -> str:
    if edit:
        from onelog.cli.asking import editing  # noqa: PLC0415 - only for the editor

        text = editing.edited(app, draft, checked_words(app, template + typed))
        return _changed(text, draft, template)
    if file is not None:
        return _needed(_kept(draft, checked_words(app, read_file(Path(file)))), draft)
    if typed:
        return _needed(_kept(draft, checked_words(app, typed)), draft)
    if piped:
        return _needed(_kept(draft, checked_words(app, _piped())), draft)
    return _needed(_prompted(app, draft, asks), draft)


def _kept(draft: SavedDraft, text: str) -> str:
    draft.write(text)
    return text


def _needed(text: str, draft: SavedDraft) -> str:
    """The text, unless there is nothing in it; then nothing is worth keeping either."""
    if text.strip():
        return text
    draft.discard()
    raise Refused("log.no_words")


def _changed(text: str, draft: SavedDraft, template: str) -> str:
    """What came out of the editor, unless it is empty, or a new document that nobody wrote in."""
    id_ = draft.options.get("id")
    if text.strip() and (id_ or bare(text) != bare(template)):
        return text
    if not draft.left_open:
        draft.discard(traces=False)
    if id_:
        raise Refused("edit.left_empty", id=id_)
    raise Refused(
        "edit.left_untouched", how=Message("errors.edit.as_it_was" if text.strip() else "errors.edit.as_empty")
    )


def bare(text: str) -> list[str]:
    """The lines without what editors add and take away by themselves: blanks at their ends, empty ones at the end."""
    return [line.rstrip() for line in text.strip().split("\n")]


def checked_words(app: App, text: str) -> str:
    """The text without what no file can hold (NUL, halves of characters); it is said when something was replaced."""
    sound = "".join(REPLACED if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text) if _unsound(text) else text
    if sound != text:
        app.tell("talk.bad_characters")
    return sound


def _unsound(text: str) -> bool:
    if "\0" in text:
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _piped() -> str:
    data = sys.stdin.buffer.read(files.LARGEST + 1)
    if len(data) > files.LARGEST:
        raise too_large(Message("errors.file.pipe"))
    return decoded(data, Message("errors.file.pipe"))


def too_large(what: object, largest: int = files.LARGEST) -> Refused:
    return Refused("file.too_large", what=what, megabytes=largest // 1_000_000)


def read_file(
    path: Path,
    wrong: type[OnelogError] = Refused,
    *,
    largest: int | None = files.LARGEST,
    first: Callable[[bytes], object] = bool,
) -> str:
    """A text file. Raises `Refused` where it cannot be read, is no file or has more than `largest` bytes, `wrong` where
    it is not UTF-8. `first` raises for a first block that cannot be right: then the rest is not read."""

    def check(block: bytes, is_all: bool) -> None:
        decoded(block, str(path), wrong, whole=is_all)
        first(block)

    try:
        return decoded(files.read(path, largest, check), str(path), wrong)
    except files.NotAFile as error:
        raise Refused("file.not_a_file", path=path) from error
    except files.TooLarge as error:
        raise too_large(str(path), largest or 0) from error
    except OSError as error:
        raise Refused("file.unreadable", path=path, reason=error.strerror) from error


def decoded(data: bytes, what: object, wrong: type[OnelogError] = Refused, *, whole: bool = True) -> str:
    """The text in UTF-8, or in UTF-16 where it says so itself; what is neither raises `wrong`.

    Of what is not the `whole`, the last character may be cut.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, whole)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise wrong("import_.not_utf8", file=what, line=line) from error


def _prompted(app: App, draft: SavedDraft, asks: AskedText) -> str:
    from onelog.cli.asking import typed  # noqa: PLC0415 - only where somebody sits at a terminal

    return checked_words(app, typed.text(app, draft, asks.phrase, kind=asks.kind, raw=asks.raw, begun=asks.begun))
