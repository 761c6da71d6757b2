"""Who is due: the day, the person, how often we meet, when we last did; who is paused, and what was skipped."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.phrases import spoken
from onelog.core.results.common import LEAST, Kept, Standing
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import people

ALL = "onelog next --all"
MARKS = {"overdue": "!", "due": "·", "coming": " ", "paused": "–", "none": " "}
STYLES = {"overdue": "late", "due": "", "coming": "quiet", "paused": "quiet", "none": "quiet"}


def draw(screen: Screen, everybody: Sequence[Standing], today: date, *, whole: bool = False, without: int = 0) -> None:
    """A line a person in the order they come in, and one below it for a reason; `without` a cadence are counted.

    The last line has what became of all meetings that were due lately; with `whole` each person has their own as well.
    """
    if not any(one.due for one in everybody):
        screen.text(*screen.phrase("no_due", screen.say("example.cadence")))
    name = people.widest([one.person.name for one in everybody], people.NAME)
    for one in everybody:
        _draw_one(screen, one, today, name, whole)
    if without:
        screen.row(["  "], screen.phrase("without_cadence", ALL, n=without))
    together = [one.kept for one in everybody if one.kept]
    total = Kept(*(sum(counts) for counts in zip(*together, strict=True))) if together else None
    if total and total.n:
        screen.blank()
        screen.row(["  "], [(f"{screen.say('in_half_a_year')} {kept_text(screen, total)}", "quiet")])


def _draw_one(screen: Screen, one: Standing, today: date, name: int, whole: bool) -> None:
    style = STYLES[one.state]
    lead: list[Words] = [(MARKS[one.state], style), " ", (pad(one.person.name, name), "name"), "  "]
    tail: list[Words] = [(when(screen, one, today), style)]
    screen.row(lead, [(_about(screen, one, today, screen.measure - cells([*lead, *tail]) - 2), "quiet")], tail, most=1)
    below = [reason(screen, one, today)]
    below += [kept_text(screen, one.kept)] if whole and one.kept and one.kept.n else []
    if said := " · ".join(part for part in below if part):
        screen.row([" " * cells(lead)], [(said, "quiet")])


def _about(screen: Screen, one: Standing, today: date, room: int) -> str:
    """How often we meet and when we last did, that in short (`met 2w ago`) or alone where there is less room."""
    person, met = one.person, people.met(screen, one.person, today)
    if screen.width < people.ROOMY or not person.rule:
        return met
    ways = [met]
    if person.last_met and (today - person.last_met).days > 1:
        length = spoken.brief(person.last_met, today, screen.language)
        ways.append(screen.say("met", day=screen.say("team.ago_brief", length=length)))
    said = (f"{spoken.every(person.rule, screen.language)} · {way}" for way in ways)
    return next((both for both in said if cells([both]) <= room), met)


def when(screen: Screen, one: Standing, today: date) -> str:
    """`4 days overdue · Mon 16 Nov`, `in 4 days · Tue 24 Nov` (the day where there is room), `paused until Mon 11 Jan`."""
    if one.until:
        return screen.say("paused", day=spoken.short_day(one.until, today, screen.language))
    if one.due is None:
        return screen.say("no_cadence")
    late = one.state == "overdue"
    away = spoken.late(one.due, today, screen.language) if late else dates.spoken(one.due, today, screen.language)
    if screen.width < people.ROOMY:
        return f"{away} {one.hour or ''}".rstrip()
    return f"{away} · {spoken.short_day(one.due, today, screen.language)} {one.hour or ''}".rstrip()


def reason(screen: Screen, one: Standing, today: date) -> str:
    """`skipped Tue 17 Nov: she was ill`, `moved from Tue 17 Nov`; of a pause when the next one is due and why; "" where nothing was skipped."""
    skip = one.skip
    if skip is None:
        return ""
    if skip.until:
        kind, on = ("next_due", one.due) if one.until else ("paused", skip.until)
        said = screen.say(kind, day=spoken.short_day(on, today, screen.language)) if on else ""
        return screen.colon.join(part for part in (said, skip.why) if part)
    if skip.moved and skip.due:
        day = spoken.short_day(skip.due, today, screen.language)
        return screen.colon.join(part for part in (screen.say("moved_from", day=day), skip.why) if part)
    if skip.due is None:
        return skip.why
    day = spoken.short_day(skip.due, today, screen.language)
    return f"{screen.say('skipped_day', day=day)}{screen.colon}{skip.why or '—'}"


def kept_text(screen: Screen, counts: Kept) -> str:
    """`kept 9 of 11, 82% (1 skipped, 1 missed)`; no percentage of fewer than five."""
    share = f"{screen.say('comma')}{counts.kept / counts.n:.0%}" if counts.n >= LEAST else ""
    rest = [screen.say(f"n_{name}", n=n) for name, n in (("skipped", counts.skipped), ("missed", counts.missed)) if n]
    said = f"{screen.say('kept_of', kept=counts.kept, n=counts.n)}{share}"
    return screen.say("with_rest", said=said, rest=screen.say("comma").join(rest)) if rest else said
