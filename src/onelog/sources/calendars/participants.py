"""Whom an event of a calendar was with: the one other person, or the one whom its title names."""

from typing import Any

from onelog.core.errors import notice
from onelog.core.names.likely_names import is_name
from onelog.core.results.incoming import Hints
from onelog.sources.found_people import cleaned, is_me, read_title

_ROOMS = ("ROOM", "RESOURCE")
_MOST = 2


class NoOneOnOne(Exception):
    """An event that is no 1-on-1; says why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def other_of(said: Any, hints: Hints) -> str:
    """The person with whom an event was. Raises `NoOneOnOne`."""
    if _declined(said):
        raise NoOneOnOne(notice("import_.was_declined"))
    names = _people(said)
    others = [name for name in names if not is_me(name, hints)]
    title = read_title(" ".join(str(said.get("SUMMARY", "")).split()), hints)
    if len(others) == 1 and (len(names) > 1 or title.is_one_on_one):
        return _spelled(others[0], title.people)
    is_unclear = len(names) == len(others) == _MOST  # none of the two is known to be the keeper
    if not names or is_unclear:
        if title.is_one_on_one and len(title.people) == 1:
            return title.people[0]
        if hints.who:
            return hints.who
    if is_unclear:
        raise NoOneOnOne(notice("import_.who_are_you"))
    raise NoOneOnOne(notice("import_.with_several") if len(others) > 1 else notice("import_.no_meeting"))


def _spelled(name: str, titled: tuple[str, ...]) -> str:
    """The name of somebody who takes part; as the title has it where that is longer and says the same."""
    said = titled[0] if len(titled) == 1 else ""
    return said if said and name.casefold() in said.casefold().split() else name


def _people(said: Any) -> list[str]:
    """All who take part, whoever asked them among them, but for rooms."""
    found: dict[str, str] = {}
    for key in ("ORGANIZER", "ATTENDEE"):
        for one in listed(said, key):
            if str(one.params.get("CUTYPE", "")).upper() in _ROOMS:
                continue
            address = str(one).lower().removeprefix("mailto:")
            called = str(one.params.get("CN", "")).strip("\"' ")
            name = cleaned(called) if called and "@" not in called else cleaned(address)
            if name and (is_name(name) or address not in found):
                found[address] = name
    return [*dict.fromkeys(found.values())]


def _declined(said: Any) -> bool:
    """Whether somebody who was to take part said no."""
    answers = (str(one.params.get("PARTSTAT", "")).upper() for one in listed(said, "ATTENDEE"))
    return "DECLINED" in answers and len(_people(said)) <= _MOST


def listed(said: Any, key: str) -> list[Any]:
    """All that an event says under a key: icalendar has one alone as itself, several as a list."""
    found = said.get(key, [])
    return found if isinstance(found, list) else [found]
