"""What onelog says when it cannot do what was asked: one sentence, one hint, one exit code.

An error names its phrase in `core/phrases/errors/` and the values in it; the words are looked up when it is said.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import Self


class Sentence(str):
    """A sentence as it is said, and the hint after it."""

    __slots__ = ("hint",)
    hint: str

    def __new__(cls, sentence: str, hint: str = "") -> Self:
        made = super().__new__(cls, sentence)
        made.hint = hint
        return made


class Message:
    """A phrase with its values, to be said once it is known in which language.

    A value may be a message or an error itself (`{error}` in the phrase is its sentence, `{error.hint}` its hint), several
    names, which are listed with an "or" before the last, or a function that says the value in a language.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        self.key, self.values = key, values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash(self.key)

    def said(self, language: str = "en") -> Sentence:
        """The words in a language; of a phrase of two lines the second is the hint."""
        from onelog.core import phrases  # noqa: PLC0415 - most of what can be said in a run is not

        said = {name: _said(value, language) for name, value in self.values.items()}
        sentence, _, hint = phrases.chosen(language, self.key, said.get("n")).partition("\n")
        return Sentence(sentence.format(**said), hint.format(**said).strip())

    def say_of(self, was: Path, other: Path) -> None:
        """Says of one file what was said of another, which stood in for it."""
        for name, value in self.values.items():
            if isinstance(value, Message | OnelogError):
                value.say_of(was, other)
            elif isinstance(value, str | Path):
                self.values[name] = str(value).replace(str(was), str(other))


class Notice(str):
    """What is noticed in a text, in English; it knows its message, which says it in another language."""

    __slots__ = ("text",)
    text: Message

    def __new__(cls, text: Message) -> Self:
        made = super().__new__(cls, text.said())
        made.text = text
        return made


def notice(key: str, /, **values: object) -> Notice:
    """The notice with a phrase of `core/phrases/errors/` and what stands in it."""
    return Notice(Message(f"errors.{key}", **values))


def in_language(text: Message | str, language: str) -> str:
    """What a text says, in a language if it is a message or a notice."""
    if isinstance(text, Notice):
        return text.text.said(language)
    return text.said(language) if isinstance(text, Message) else text


def stopped(sentence: str) -> str:
    """The sentence with the sign at its end; nothing where there is none."""
    if not sentence or sentence[-1] in ".?!。？":
        return sentence
    return f"{sentence}." if sentence[-1].isascii() else f"{sentence}。"


Doubt = Message | str
"""Why something cannot be taken; "" where it can. A message is said only where it is shown, since most are not."""


def _said(value: object, language: str) -> object:
    if isinstance(value, Message | OnelogError):
        return value.said(language)
    if isinstance(value, Notice):
        return value.text.said(language)
    if callable(value):
        return value(language)
    if isinstance(value, tuple) and value:
        return either([str(_said(one, language)) for one in value], language)
    return value


def fold(key: str, parts: Sequence[object]) -> object:
    """Several values as one, two and two put together by a phrase of `one` and `other`."""
    return reduce(lambda one, other: Message(key, one=one, other=other), parts)


def joined_by_or(names: Sequence[object]) -> object:
    """`mia or ben or ana`."""
    return fold("talk.or", names)


def joined_by_and(parts: Sequence[object]) -> object:
    """`1 concern, 2 facts and 1 private`."""
    *some, last = parts
    return Message("talk.and", one=fold("talk.comma", some), other=last) if some else last


def did_you_mean(names: Sequence[str]) -> Message:
    return Message("errors.command.did_you_mean", names=joined_by_or(names))


def either(names: Sequence[str], language: str = "en") -> str:
    """`Mia, Ben or Ana`, Mia、Ben、Ana."""
    comma, last = ("、", "、") if language == "ja" else (", ", " or ")
    return last.join(filter(None, (comma.join(names[:-1]), names[-1])))


class OnelogError(Exception):
    """Something a user should read: what happened, and what they can do about it.

    `message` never holds the text of a note; `hint` is one line, or empty. Both are English; `said` knows every language.
    """

    exit_code = 1

    def __init__(self, key: str, /, **values: object) -> None:
        """`key` is that of a phrase in `core/phrases/errors/`, as `person.unknown`; `values` are what stands in it."""
        super().__init__(key)
        self.text = Message(f"errors.{key}", **values)
        self.also: Message | None = None
        """What follows the hint."""

    def said(self, language: str = "en") -> Sentence:
        """The sentence and the hint in a language."""
        found = self.text.said(language)
        if not self.also:
            return found
        return Sentence(found, f"{stopped(found.hint)} {self.also.said(language)}".lstrip())

    def say_of(self, was: Path, other: Path) -> None:
        """Says of one file what was said of another, which stood in for it."""
        self.text.say_of(was, other)

    @property
    def message(self) -> str:
        return self.said()

    @property
    def hint(self) -> str:
        return self.said().hint

    def __str__(self) -> str:
        return self.said()


class NotFound(OnelogError):
    """There is no such record, person or file."""


class Resembles(NotFound):
    """Nobody is called so, and somebody has a name that is nearly the same; the hint names them."""

    def __init__(self, key: str, /, *, word: str = "", names: Sequence[str] = (), **values: object) -> None:
        """`word` is the name that was given, `names` are those that it resembles, the nearest first."""
        super().__init__(key, word=word, names=tuple(names), **values)
        self.word, self.names = word, tuple(names)
        because = values.get("error")
        self.plainly = because if isinstance(because, Message | OnelogError) else self.text
        """What is wrong with the name, without what was not done for that."""


class Ambiguous(OnelogError):
    """Several records fit; the hint names them."""

    def __init__(self, key: str, /, *, names: Sequence[str] = (), **values: object) -> None:
        """`names` are those of the people who fit."""
        super().__init__(key, names=tuple(names), **values)
        self.names = tuple(names)


class Refused(OnelogError):
    """Understood, and not done: doing it would lose or spoil something."""


class ToCome(Refused):
    """A meeting that is dated later than today; `of_day` says of its day when it is."""

    def __init__(self, of_day: Message, name: str) -> None:
        super().__init__("value.to_come", of_day=of_day, name=name)
        self.of_day = of_day


class Wrong(OnelogError):
    """The words of the command are off: a date, a number, an option."""

    exit_code = 2


class Untold(OnelogError):
    """Done, and what came of it could not be written: no error to a script, which would do it once more."""

    exit_code = 0


class Unnamed(Refused):
    """Words that come without whom they are with."""


class Damaged(OnelogError):
    """The journal or an input file is damaged, locked, foreign or from a newer onelog."""

    exit_code = 3


class NoHome(Damaged):
    """There is no home folder, in which a journal or settings would be looked for."""


class NotTaken(OnelogError):
    """Several documents or files cannot be taken in; then nothing is."""

    def __init__(self, errors: Sequence[OnelogError]) -> None:
        """`errors` say of each what it is, in the order in which they are read."""
        hinting = [error for error in errors if error.hint] or errors
        super().__init__("import_.not_taken", n=len(errors), error=hinting[0])
        self.errors = tuple(errors)
        self.exit_code = max(error.exit_code for error in errors)


@contextmanager
def kept_in(refused: list[OnelogError]) -> Iterator[None]:
    """Keeps what is said of one part that cannot be taken, so that all of them are said at once."""
    try:
        yield
    except OnelogError as error:
        refused.append(error)


def check_none(refused: Sequence[OnelogError]) -> None:
    """Raises the one error that there is, or `NotTaken` for several."""
    if refused:
        raise refused[0] if len(refused) == 1 else NotTaken(refused)


def each_of(error: OnelogError) -> tuple[OnelogError, ...]:
    """The errors that one says at once; itself where it is one."""
    return error.errors if isinstance(error, NotTaken) else (error,)


class Unreadable(ValueError):
    """A value in the journal that onelog cannot have written; the store makes a sentence of it that names the file."""
