"""Backups, newest first: when and before what each was made, how large it is and how much is in it."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.phrases import find, spoken
from onelog.core.results.safety.backups import Backup, Contents
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen

_COUNTED = {
    "people": "n_person",
    "meetings": "n_meeting",
    "actions": "n_action",
    "moments": "n_moment",
    "goals": "n_goal",
    "topics": "n_topic",
    "checkins": "n_checkin",
    "skips": "n_skip",
    "answers": "n_answer",
}


def draw(screen: Screen, backups: Sequence[Backup], today: date, made: bool = False) -> None:
    """The list; then where they are, and how one comes back. Or the one that was just made."""
    if made:
        _draw_made(screen, backups[0])
        return
    if not backups:
        screen.text(*screen.phrase("care.no_backups", "onelog backup"))
        return
    width = len(str(backups[-1].number))
    for one in backups:
        when = f"{_day(screen, one.at.date(), today)} {one.at:%H:%M}"
        lead: list[Words] = [(f"{one.number:>{width}}", "quiet"), "  "]
        said: list[Words] = [(when, "strong")]
        said += [(f" · {word}", "quiet") for word in _about(screen, one)]
        screen.row(lead, said, [(size(one.bytes), "quiet")])
        if not one.encrypted:
            screen.row([" " * cells(lead)], [counted(screen, one.contents)])
    screen.blank()
    screen.text((screen.say("care.in_folder", path=backups[0].path.parent), "quiet"))
    screen.text(*screen.phrase("care.backup_back", "onelog restore 1"))


def _draw_made(screen: Screen, one: Backup) -> None:
    said: list[Words] = [(screen.say("care.backup_made"), "kept")]
    said += [(f" · {word}", "quiet") for word in _about(screen, one)]
    screen.row((), said, [(size(one.bytes), "quiet")])
    screen.text(counted(screen, one.contents))
    screen.text((str(one.path), "quiet"))


def _about(screen: Screen, one: Backup) -> list[str]:
    said = []
    if one.reason:
        key = f"care.before_{one.reason}"
        said.append(screen.say(key) if find(key) else one.reason)
    return [*said, screen.say("care.encrypted")] if one.encrypted else said


def _day(screen: Screen, day: date, today: date) -> str:
    near = abs((day - today).days) <= 1
    return dates.spoken(day, today, screen.language) if near else spoken.short_day(day, today, screen.language)


def counted(screen: Screen, held: Contents | None) -> str:
    """`3 people · 12 meetings · 40 actions`."""
    if held is None:
        return screen.say("care.unreadable")
    counts = [screen.say(key, n=getattr(held, name)) for name, key in _COUNTED.items() if getattr(held, name)]
    return " · ".join(counts) or screen.say("care.no_records")


def size(count: int) -> str:
    """Bytes in a unit that people read: `252 KB`, `3.1 MB`."""
    return (
        f"{count / 1e3:,.0f} KB"
        if count < 1e6
        else f"{count / 1e6:,.1f} MB"
        if count < 1e9
        else f"{count / 1e9:,.1f} GB"
    )
