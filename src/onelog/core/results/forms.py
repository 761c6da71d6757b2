"""The forms of one's own, as `onelog forms` lists them."""

from typing import NamedTuple

from onelog.core.presenter import presented


@presented(
    "form",
    listed="records.forms",
    module="forms",
    columns=("name", "", "for whom", "what is wrong", "file", "scales"),
)
class ListedForm(NamedTuple):
    """One form: for whom it is, what it asks for, and what is wrong with it."""

    name: str
    whom: str
    """The relation or the person that it is for, "everybody", or "" for nobody who is in the journal."""
    is_relation: bool
    path: str
    scales: tuple[tuple[str, int, int], ...]
    """(name, lowest, highest)."""
    questions: int
    """Lines that are no heading and no place."""
    troubles: tuple[tuple[int, str], ...] = ()
    """(line, what is wrong with it); line 0 is the file."""
