"""The line of facts under the heading of a meeting: when, how long, where, how it was."""

from datetime import time, timedelta
from typing import Any, NamedTuple

from onelog.core.model import MODES, Meeting
from onelog.core.phrases import LANGUAGES, say
from onelog.core.regexes import pattern
from onelog.core.scales import ScaleValue, read_value, updated
from onelog.formats.digest import times
from onelog.formats.digest.lines import LinePlace
from onelog.markdown.body import ID

_SCORES = ("mood", "seen", "rating")
_LINE = rf"(?:(?P<mark>[_*])(?P<facts>[^_*].*)(?P=mark))?(?: ?\^(?P<id>{ID}))?"


class LineFacts(NamedTuple):
    """What the line says; None and "" are "not said"."""

    clock: time | None = None
    offset: timedelta | None = None
    minutes: int | None = None
    mode: str | None = None
    mood: int | None = None
    seen: int | None = None
    rating: int | None = None
    id: str = ""
    scales: tuple[ScaleValue, ...] | None = None


def write_facts(meeting: Meeting, place: LinePlace) -> str:
    """`_10:30 · 45 min · video · mood 4_`, with the id where ids are wanted."""
    said = [
        times.write_clock(meeting.at, place.offset) if meeting.at else "",
        times.write_minutes(meeting.minutes, place.language) if meeting.minutes else "",
        place.say(meeting.mode) if meeting.mode else "",
        *(place.say(key, n=n) for key in _SCORES if (n := getattr(meeting, key))),
        *map(str, meeting.scales),
    ]
    facts = " · ".join(part for part in said if part)
    return " ".join(part for part in (f"_{facts}_" if facts else "", f"^{meeting.id}" if place.ids else "") if part)


def read_facts(line: str) -> LineFacts | None:
    """What a line of facts says; None for any other line."""
    found = pattern(_LINE).fullmatch(line.strip())
    if not found or not (found["facts"] or found["id"]):
        return None
    facts = LineFacts(id=found["id"] or "")
    for part in found["facts"].split(" · ") if found["facts"] else ():
        if value := read_value(part.strip()):
            facts = facts._replace(scales=updated(facts.scales or (), [value]))
            continue
        known = _fact(part.strip())
        if not known or any(getattr(facts, key) is not None for key in known):
            return None
        facts = facts._replace(**known)
    return facts


def is_facts(line: str) -> bool:
    return line[:1] in "_*" and read_facts(line) is not None


def _fact(part: str) -> dict[str, Any]:
    if clock := times.read_clock(part):
        return {"clock": clock[0]} | ({"offset": clock[1]} if clock[1] is not None else {})
    if minutes := times.read_minutes(part):
        return {"minutes": minutes}
    for language in LANGUAGES:
        for mode in MODES:
            if part.casefold() == say(language, f"digest.{mode}").casefold():
                return {"mode": mode}
        for key in _SCORES:
            if any(part.casefold() == say(language, f"digest.{key}", n=n).casefold() for n in range(1, 6)):
                return {key: int(part[-1])}
    return {}
