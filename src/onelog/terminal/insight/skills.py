"""Skills: how often each was seen, quarter by quarter, by whom, and what others see that I have never named."""

from collections.abc import Iterator, Sequence
from datetime import date

from onelog.core.model import Moment
from onelog.core.phrases import spoken
from onelog.core.results.skills import Skill
from onelog.terminal.kit import entry
from onelog.terminal.kit.columns import Grid
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records.record import table

_KINDS = ("praise", "growth", "win", "aha")


def draw(
    screen: Screen, skills: Sequence[Skill] | Skill, today: date, *, tagged: int = 0, n: int = 0, person: str = ""
) -> None:
    """All skills with the counts of each, or one with its evidence.

    `tagged` of `n` pieces of evidence have a tag; `person` is whose skills they are, "" for mine.
    """
    if isinstance(skills, Skill):
        _draw_one(screen, skills, today)
        return
    title = screen.say("feedback.skills_theirs", name=person) if person else screen.say("feedback.skills_mine")
    screen.heading(title, (screen.say("feedback.n_tagged", n=tagged, all=n), "quiet"))
    screen.blank()
    if not skills:
        screen.text(*screen.phrase("feedback.no_skills", screen.say("example.skill")))
        return
    quarters = max((one.quarters for one in skills), key=len)
    grid = Grid(screen, [name for name, _ in quarters], [f"#{one.tag}" for one in skills])
    screen.draw([grid.head()])
    for one in skills:
        screen.draw([grid.row((f"#{one.tag}", "strong"), dict(one.quarters))])
        screen.row(["  "], [(_joined(_counts(screen, one), _people(screen, one)), "quiet")])
        screen.row(["  "], [(_joined(_days(screen, one), _grown(screen, one)), "quiet")])
    _draw_unnamed(screen, [one for one in skills if one.unnamed])


def _joined(*parts: str) -> str:
    """`3 praise · 1 aha · by Aiko, Ben`: what there is to say, on one line."""
    return " · ".join(part for part in parts if part)


def _counts(screen: Screen, skill: Skill) -> str:
    counts = {kind: getattr(skill, kind) for kind in _KINDS}
    return _joined(*(screen.say(f"n_{kind}", n=n) for kind, n in counts.items() if n))


def _people(screen: Screen, skill: Skill) -> str:
    return screen.say("feedback.by_people", names=_names(screen, skill)) if skill.people else ""


def _names(screen: Screen, skill: Skill) -> str:
    known = (screen.say("me") if name == "me" else screen.first_name(name) for name in skill.people)
    return screen.say("comma").join(known)


def _days(screen: Screen, skill: Skill) -> str:
    first, last = (spoken.bare_day(day, screen.language) for day in (skill.first, skill.last))
    return first if first == last else screen.say("first_last", first=first, last=last)


def _grown(screen: Screen, skill: Skill) -> str:
    if not skill.grown:
        return ""
    growth, praise = (spoken.bare_day(day, screen.language) for day in skill.grown)
    return screen.say("feedback.from_growth", growth=growth, praise=praise)


def _draw_unnamed(screen: Screen, skills: Sequence[Skill]) -> None:
    if not skills:
        return
    screen.blank()
    screen.heading(screen.say("feedback.unnamed"))
    for one in skills:
        said = _joined(screen.say("n_praise", n=one.praise), _people(screen, one), _days(screen, one))
        screen.row(["  ", (f"#{one.tag}", "strong"), "  "], [(said, "quiet")])


# --- one skill


def _draw_one(screen: Screen, skill: Skill, today: date) -> None:
    whose = [(f" · {skill.person}", "name")] if skill.person else []
    screen.row((), [(f"#{skill.tag}", "strong"), *whose], [(screen.say("feedback.n_evidence", n=skill.n), "quiet")])
    table(screen, list(_facts(screen, skill)))
    screen.blank()
    grid = Grid(screen, [name for name, _ in skill.quarters], [""])
    screen.draw([grid.head(), grid.row("", dict(skill.quarters))])
    evidence = skill.evidence or ()
    label = entry.label_width(screen, evidence)
    screen.blank()
    for moment in evidence:
        _draw_evidence(screen, moment, today, label)


def _facts(screen: Screen, skill: Skill) -> Iterator[tuple[str, Sequence[Words]]]:
    yield "Evidence", [f"{_counts(screen, skill)} · {_days(screen, skill)}"]
    yield "People", [_names(screen, skill)]
    if skill.grown:
        growth, praise = (spoken.long_day(day, screen.language) for day in skill.grown)
        yield "Growth → praise", [f"{growth} → {praise}"]
    yield "", [screen.say("feedback.unnamed")] if skill.unnamed else []


def _draw_evidence(screen: Screen, moment: Moment, today: date, label: int) -> None:
    """What was said, with whom and in which meeting, and when."""
    lead = entry.lead(screen, moment, today, label)
    ends = [ref.uid for ref in (moment.giver, moment.receiver) if ref]
    person = moment.person if moment.person and moment.person.uid not in ends else None
    notes = [screen.say("with", name=screen.first_name(person.label)) if person else ""]
    notes += [screen.say("feedback.in_meeting", id=moment.meeting.label) if moment.meeting else ""]
    note = "".join(f" · {part}" for part in notes if part)
    day = spoken.short_day(moment.at.date(), today, screen.language) if moment.at else ""
    screen.row(lead, [*entry.body(screen, moment), (note, "quiet")], [day, "  ", (moment.id, "quiet")])
    if why := entry.reason(screen, moment):
        screen.row([" " * cells(lead)], [(why, "quiet")])
