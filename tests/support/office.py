"""An office whose people are known, and what a text becomes there, a line a record."""

from datetime import datetime

from onelog.core import numbers
from onelog.core.conventions import Conventions
from onelog.core.errors import in_language
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.markdown import document
from onelog.markdown.body import Note
from onelog.markdown.parsed import Anything, Item

NOW = datetime.fromisoformat("2026-11-22T14:00+09:00")
APRIL = Conventions(year_start=4, date_order="month-first", holidays="JP")
PEOPLE = [
    Person("1", "", "佐藤健太", reading="さとうけんた"),
    Person("2", "", "田中美香", reading="たなか みか"),
    Person("3", "", "高橋 修", reading="たかはし おさむ"),
    Person("4", "", "林", reading="はやし"),
    Person("5", "", "真殿", reading="まどの"),
    Person("6", "", "小林花子", alias="Hana", more_aliases=("はな",)),
    Person("7", "", "長谷川誠一郎"),
    Person("8", "", "森本葵"),
]


class Office(Anything):
    """A journal that knows the people above."""

    conventions = APRIL

    def named(self, word: str) -> tuple[str, ...]:
        return tuple(one.name for one in name_matching.called_whole(PEOPLE, word))


def lines(text: str) -> str:
    """The records and the note of a text."""
    draft = document.read(text, NOW, Office(), typed=True)
    said = [in_language(what, "ja") for _, what in draft.troubles]
    found = [record_line(line) for line in draft.lines if not isinstance(line, Note) or line.text]
    return " | ".join(found) + "".join(f"\n! {one}" for one in said)


def record_line(line: Note | Item) -> str:
    if isinstance(line, Note):
        return f"note {line.text}"
    keys = {**line.words, **{key: str(day) for key, day in line.days.items()}}
    value = f"{line.goal} {numbers.number_text(line.value)} " if line.value else ""
    return f"{line.kind} {value}{line.text}" + "".join(f" {key}={said}" for key, said in sorted(keys.items()))
