"""The diary: month by month, a block a meeting, newest first."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import chain, islice

from onelog.core.calendar import dates
from onelog.core.kinds import Record, TimelineEntry
from onelog.core.model import Action, Meeting, Moment, Topic
from onelog.core.phrases import spoken
from onelog.markdown.body import LEAD, Note, lines_of
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, pad
from onelog.terminal.kit.screen import Screen

MARGIN = 8
"""Cells for the day, which stands in the margin as in a diary on paper."""
NARROW = 50
"""On fewer columns than this the margin is two cells, and the day goes into the line."""
GIST = 3
"""Lines of the note that are shown."""


def draw(
    screen: Screen, entries: Sequence[TimelineEntry], today: date, more: int = 0, *, command: str = "--limit 0"
) -> None:
    """The entries in the order they come in; `more` is how many older ones there are."""
    if not entries:
        screen.text(*screen.phrase("no_entries", screen.say("example.log")))
    label = entry.label_width(screen, chain.from_iterable(_records(e) for e in entries))
    previous: TimelineEntry | None = None
    for one in entries:
        _part(screen, previous, one)
        if isinstance(one, Meeting):
            draw_meeting(screen, one, today, label)
        else:
            draw_alone(screen, one, today, label, same_day=previous is not None and _same_day(previous, one))
        previous = one
    if more > 0:
        screen.blank()
        screen.text(("… " + screen.say("older", n=more, command=command), "quiet"))


def _records(one: TimelineEntry) -> Sequence[Record]:
    return one.inside if isinstance(one, Meeting) else [one]


def _same_day(one: TimelineEntry, other: TimelineEntry) -> bool:
    return not isinstance(one, Meeting) and day_of(one) == day_of(other)


def day_of(one: TimelineEntry) -> date | None:
    if isinstance(one, Action | Topic):
        return one.opened if isinstance(one, Action) else one.added
    return one.at.date() if one.at else None


def _part(screen: Screen, before: TimelineEntry | None, one: TimelineEntry) -> None:
    """The heading of a new month, and a blank line around a meeting."""
    months = [_month(screen, e) if e else None for e in (before, one)]
    if before is not None and (months[0] != months[1] or isinstance(before, Meeting) or isinstance(one, Meeting)):
        screen.blank()
    if months[0] != months[1]:
        screen.text((months[1] or "", "head"))
        screen.blank()


def _month(screen: Screen, one: TimelineEntry) -> str:
    day = day_of(one)
    return spoken.month(day, screen.language) if day else screen.say("coming")


# --- a meeting


def draw_meeting(screen: Screen, meeting: Meeting, today: date, label: int) -> None:
    """Day in the margin; person, how it went, the gist of the note, and what came of it."""
    margin = _margin(screen)
    head = [(meeting.person.label, "name"), (f" · {_when(screen, meeting, today)}", "quiet")]
    screen.row([_in_margin(screen, meeting.at, margin)], head, [(meeting.id, "quiet")])
    if facts := facts_of(screen, meeting):
        screen.row([margin], [(facts, "quiet")])
    if gist := gist_of(meeting):
        screen.row([margin], [gist], most=GIST)
    for record in meeting.inside:
        screen.draw(entry.lines(screen, record, today, margin=margin, label=label))


def _margin(screen: Screen) -> str:
    return " " * (MARGIN if screen.width >= NARROW else 2)


def _in_margin(screen: Screen, at: datetime | date | None, margin: str) -> Words:
    if at is None or len(margin) < MARGIN:
        return margin if at is None else ""
    weekday = dates.weekday_text(at, screen.language)
    day = f"{at.day:>2} {weekday}" if screen.language == "ja" else f"{weekday} {at.day:>2}"
    return pad(day, MARGIN), "strong"


def _when(screen: Screen, meeting: Meeting, today: date) -> str:
    if meeting.at is None:
        return screen.say("not_held")
    if screen.width < NARROW:
        return spoken.short_day(meeting.at.date(), today, screen.language)
    return dates.spoken(meeting.at.date(), today, screen.language)


def facts_of(screen: Screen, meeting: Meeting) -> str:
    """`14:00 · video · 45m · mood 4 · theirs 3 · rated 5 · #ops`: what there is of it."""
    at = meeting.at
    facts = [
        f"{at:%H:%M}" if at and at.time() != time() else "",
        screen.say(meeting.mode) if meeting.mode else "",
        spoken.length(meeting.minutes, screen.language) if meeting.minutes else "",
        *(screen.say(name, n=mark) for name in ("mood", "seen", "rating") if (mark := getattr(meeting, name))),
        *map(str, meeting.scales),
    ]
    return " · ".join(fact for fact in facts if fact)


_SENTENCE = r".+?(?:[.!?…]+[\"'”’)]*(?=\s|$)|[。！？]+[」』）]*|$)"
_ENDS = (".", "!", "?", "…", '"', "'", "”", "’", ")", "。", "！", "？", "」", "』", "）", ":", ";")


def gist_of(meeting: Meeting) -> str:
    """The first sentence or two of the note, and … where there is more; a paragraph or a point of a list without a full
    stop is one."""
    gist = ""
    sentences = (s.strip() for part in _paragraphs(meeting.body) for s in re.findall(_SENTENCE, part[:2000]))
    said = filter(None, sentences)
    for sentence in islice(said, 2):
        gap = "" if not gist or gist[-1] in "。！？」』）" else " " if gist.endswith(_ENDS) else " · "
        gist += gap + sentence
    return f"{gist} …" if next(said, "") else gist


def _paragraphs(body: str) -> Iterator[str]:
    """The note in parts that belong together, without list marks and headings."""
    part: list[str] = []
    for line in lines_of(body):
        text = line.text if isinstance(line, Note) else ""
        heading = re.match(r"[ \t]*#+[ \t]", text)
        said = "" if heading else re.sub(rf"^{LEAD}", "", text).strip()
        if not said or said != text.strip():
            yield " ".join(part)
            part = []
        part += [said] if said else []
    yield " ".join(part)


# --- an entry outside a meeting


def draw_alone(screen: Screen, record: Moment | Action | Topic, today: date, label: int, same_day: bool) -> None:
    """One line; the day only where the line before has another one."""
    margin = _margin(screen)
    day = day_of(record)
    notes = [screen.first_name(record.person.label) if record.person else ""]
    notes += [spoken.short_day(day, today, screen.language) if day and len(margin) < MARGIN else ""]
    note = " · ".join(part for part in notes if part)
    lines = entry.lines(screen, record, today, margin=margin, label=label, note=note)
    if not same_day and len(margin) == MARGIN:
        lines[0][0] = (_in_margin(screen, day, margin)[0], "strong") if day else lines[0][0]
    screen.draw(lines)
