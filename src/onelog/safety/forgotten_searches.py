"""Saved searches, which stand beside the settings: those for somebody who is forgotten, and those that have their name."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from onelog.core.errors import Damaged, NoHome
from onelog.core.names.name_forms import normalize
from onelog.journal import saved_searches


class SearchesOf(NamedTuple):
    """The saved searches that somebody who is forgotten stands in, by their names."""

    gone: tuple[str, ...] = ()
    """Those that look for them: by `--with`, or by the whole name."""
    left: tuple[str, ...] = ()
    """Those that have one word of the name, which others may be called by, too."""
    is_damaged: bool = False
    """The file cannot be read."""


def find(called: Collection[str], words: Collection[str], means: Callable[[str], bool]) -> SearchesOf:
    """Looks through the saved searches: `called` are their whole names, `words` those of them that others may know."""
    try:
        saved = saved_searches.load()
    except NoHome:
        return SearchesOf()
    except Damaged:
        return SearchesOf(is_damaged=True)
    whole, single = ({f" {normalize(name)} " for name in names} for names in (called, words))
    gone, left = [], []
    for name, search in saved.items():
        text = f" {normalize(' '.join((name, *saved_searches.split(search))))} "
        if any(map(means, saved_searches.whom(search))) or any(map(_stands_in(text), whole)):
            gone.append(name)
        elif any(map(_stands_in(text), single)):
            left.append(name)
    return SearchesOf(tuple(gone), tuple(left))


def _stands_in(text: str) -> Callable[[str], bool]:
    """Whether a name stands in a text; a Japanese one has no blanks around it."""
    return lambda name: (name if name.isascii() else name.strip()) in text
