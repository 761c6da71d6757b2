"""What onelog says when it cannot do what was asked: one sentence, one hint, one exit code."""

from collections.abc import Sequence


class OnelogError(Exception):
    """Something a user should read: what happened, and what they can do about it.

    `message` never holds the text of a note; `hint` is one line, or empty.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFound(OnelogError):
    """There is no such record, person or file."""


class Resembles(NotFound):
    """Nobody is called so, and somebody has a name that is nearly the same; the hint names them."""

    def __init__(self, message: str, hint: str = "", word: str = "", names: Sequence[str] = ()) -> None:
        """`word` is the name that was given, `names` are those that it resembles, the nearest first."""
        super().__init__(message, hint)
        self.word, self.names = word, tuple(names)


class Ambiguous(OnelogError):
    """Several records fit; the hint names them."""

    def __init__(self, message: str, hint: str = "", names: Sequence[str] = ()) -> None:
        """`names` are those of the people who fit."""
        super().__init__(message, hint)
        self.names = tuple(names)


class Refused(OnelogError):
    """Understood, and not done: doing it would lose or spoil something."""


class ToCome(Refused):
    """A meeting that is dated later than today."""


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
        hints = [*dict.fromkeys(error.hint for error in errors if error.hint)]
        super().__init__(f"{len(errors)} documents cannot be taken in; nothing was taken.", hints[0] if hints else "")
        self.errors = tuple(errors)
        self.exit_code = max(error.exit_code for error in errors)


class Unreadable(ValueError):
    """A value in the journal that onelog cannot have written; the store makes a sentence of it that names the file."""
