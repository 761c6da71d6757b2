"""A document in blocks, which becomes a screen, Markdown or a page."""

from typing import NamedTuple


class Heading(NamedTuple):
    level: int
    text: str


class Text(NamedTuple):
    text: str


class Table(NamedTuple):
    """The first cell of each row, and of the head, names what the others hold."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ListItem(NamedTuple):
    """One line of a list, and what stands below it."""

    text: str
    """In the words of the journal."""
    about: tuple[str, ...] = ()
    """What is said of it."""
    source: str = ""
    """Its day, its id and its meeting."""
    label: str = ""
    """Stands before the text: what led up to it, a day."""
    state: str = ""
    """Done, late, open or dropped, ahead or behind: how it is drawn."""
    strong: bool = False
    below: "tuple[ListItem, ...]" = ()


Block = Heading | Text | Table | ListItem
