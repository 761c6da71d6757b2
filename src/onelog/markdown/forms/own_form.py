"""What a form of one's own says, as values: the lines of a document, and the scales that it asks for."""

from typing import NamedTuple, Self

from onelog.core.errors import Message, Notice
from onelog.core.regexes import pattern
from onelog.core.scales import Scale
from onelog.core.values import value

PERSON = ("person", "相手")
"""In any line: the name of the person."""
INSIDE = r"\{([^{}]*)\}"
"""A place, or a name, in braces."""


@value(frozen=True, slots=True)
class FormLine:
    """One line of a form: words, or a place with how many things it is to have (0: all)."""

    words: str = ""
    place: str = ""
    n: int = 0


@value(frozen=True, slots=True)
class FormAsk:
    """A scale that a form asks for, and the words of the question ("" for the usual ones)."""

    scale: Scale
    words: str = ""


@value(frozen=True, slots=True)
class OwnForm:
    """What a form asks for, and its lines without that."""

    asks: tuple[FormAsk, ...] = ()
    lines: tuple[FormLine, ...] = ()

    @property
    def scales(self) -> tuple[Scale, ...]:
        return tuple(one.scale for one in self.asks)

    def words_for(self, person: str) -> list[str]:
        """The lines that are words, with the name of the person in its place."""
        return [with_name(line.words, person) for line in self.lines if not line.place]


class FormTrouble(NamedTuple):
    """What is wrong with a form, and in which line; line 0 is the file itself."""

    line: int
    what: str

    @classmethod
    def of(cls, line: int, key: str, /, **values: object) -> Self:
        """The trouble with a phrase and what stands in it."""
        return cls(line, Notice(Message(key, **values)))


def with_name(words: str, person: str) -> str:
    """The words with the name of the person in its place."""
    return (
        pattern(INSIDE).sub(lambda m: person if m[1].strip().casefold() in PERSON else m[0], words)
        if "{" in words
        else words
    )
