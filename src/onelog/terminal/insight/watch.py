"""Early warnings by rule: what it is, from which records, and the name by which it is answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from onelog.core.phrases import spoken
from onelog.core.results.watch import FALL, Fired, Warned
from onelog.core.settings import Watch
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen

ANSWER = "onelog watch --seen NAME --why TEXT"
ALL, PRIVATE = "onelog watch --all", "onelog watch --private"
INDENT = "    "


def draw(
    screen: Screen, found: Sequence[Warned], today: date, *, limits: Watch, quiet: int = 0, private: bool = False
) -> None:
    """A heading a rule that says when it warns; below it each warning, its records, and what was answered.

    `quiet` counts those that are not shown; without `private` no words of concerns are here.
    """
    counted = screen.phrase("watch.n_quiet", ALL, n=quiet) if quiet else []
    if not found:
        screen.text(screen.say("watch.no_warnings"), *([" ", *counted] if counted else []))
        return
    for number, (rule, group) in enumerate(groupby(found, key=lambda one: one.rule)):
        here = list(group)
        if number:
            screen.blank()
        screen.heading(screen.say(f"watch.{rule}"), (_when(screen, here[0], limits), "quiet"))
        for one in here:
            _draw_one(screen, one, today)
    if hints := [*_hints(screen, found, private), *([counted] if counted else [])]:
        screen.blank()
        for hint in hints:
            screen.text(*hint)


def _hints(screen: Screen, found: Sequence[Warned], private: bool) -> Iterator[Sequence[Words]]:
    if any(one.answer is None for one in found):
        yield screen.phrase("watch.answer", ANSWER)
    if not private and any(one.rule == "concern" for one in found):
        yield screen.phrase("watch.private", PRIVATE)


def _when(screen: Screen, one: Warned, limits: Watch) -> str:
    """`overdue by 14 days or more`: when the rule of a warning warns, as it is set."""
    if one.rule in ("mood", "seen"):
        fall, falling = spoken.number(FALL), limits.mood_falling
        return screen.say(
            "watch.when_mood", running=limits.mood_running, low=limits.mood_low, falling=falling, fall=fall
        )
    if one.rule == "cadence":
        return screen.say("watch.when_cadence", n=one.n, factor=spoken.number(limits.cadence_factor))
    key, n = {
        "promise": ("watch.when_late", limits.promise_days),
        "waiting": ("watch.when_late", limits.waiting_days),
        "concern": ("watch.when_concern", limits.concern_days),
        "praise": ("watch.when_praise", limits.praise_days),
        "goal": ("watch.when_goal", limits.goal_weeks),
        "skips": ("watch.when_skips", limits.skips_running),
    }[one.rule]
    return screen.say(key, n=n)


def _draw_one(screen: Screen, one: Warned, today: date) -> None:
    quiet = one.answer is not None
    said: list[Words] = [(text, "quiet" if quiet else style) for text, style in _said(screen, one)]
    screen.row([("– ", "quiet") if quiet else ("! ", "late")], said, [(one.name, "quiet")])
    for line in _below(screen, one, today):
        screen.row([INDENT], [(line, "quiet")])
    if one.answer:
        parts = [screen.say("watch.quiet_until", day=spoken.short_day(one.answer.until, today, screen.language))]
        parts += [screen.say("watch.seen_on", day=spoken.short_day(one.answer.at, today, screen.language))]
        parts += [part for part in (one.answer.text, one.answer.id) if part]
        screen.row([INDENT], [(" · ".join(parts), "quiet")])


def _said(screen: Screen, one: Warned) -> list[tuple[str, str]]:
    """Who or what it is about, and the number."""
    name = one.person.label if one.person else ""
    if one.rule == "promise":
        return [(one.text or "", ""), (f" · {screen.first_name(name)}" if name else "", "quiet")]
    if one.rule == "waiting":
        return [(f"{screen.first_name(name)}: ", "name"), (one.text or "", "")]
    if one.rule == "goal":
        number = screen.say("untouched", n=one.number)
        return [(one.text or "", ""), (f" · {screen.first_name(name)}" if name else "", "quiet"), (f" · {number}", "")]
    return [(name, "name"), (f" · {_number(screen, one)}", "")]


def _number(screen: Screen, one: Warned) -> str:
    """`low: 2, 2`, `none in 74 days`, `49 days, the median of 31, 49, 52 · every 4 weeks`."""
    values = screen.say("comma").join(str(fired.value) for fired in one.records if fired.value is not None)
    if one.rule in ("mood", "seen"):
        key = "_".join(("watch.mood", *one.how))
        return screen.say(key, values=values)
    if one.rule == "cadence":
        said = screen.say("watch.gap_days", n=one.number, values=values)
        return f"{said} · {spoken.every(one.text, screen.language)}" if one.text else said
    return screen.say(
        {"concern": "n_times", "praise": "watch.none_in", "skips": "watch.n_running"}[one.rule], n=one.number
    )


def _below(screen: Screen, one: Warned, today: date) -> Iterator[str]:
    """The records, with their days; of what has words that may be shown a line each."""
    if any(fired.text for fired in one.records):
        yield from (f"{_day(screen, fired, today)}{screen.colon}{fired.text}" for fired in one.records)
        return
    first = one.records[0]
    day = spoken.short_day(first.day, today, screen.language) if first.day else ""
    if one.rule in ("promise", "waiting") and first.day:
        yield f"{spoken.late(first.day, today, screen.language)} · {screen.say('due', day=day)}"
    elif one.rule == "goal":
        yield screen.say("watch.last_touched", day=day)
    elif one.rule == "praise":
        yield from _since(screen, one, today)
    else:
        yield from _together([_day(screen, fired, today) for fired in one.records], screen.measure - len(INDENT))


def _together(parts: Sequence[str], width: int) -> Iterator[str]:
    """The parts in lines of at most so many cells where they fit; none is broken, a line that goes on ends in a dot."""
    line, *rest = parts
    for part in rest:
        if cells([f"{line} · {part} ·"]) > width:
            yield f"{line} ·"
            line = part
        else:
            line = f"{line} · {part}"
    yield line


def _since(screen: Screen, one: Warned, today: date) -> Iterator[str]:
    """`last praise Mon 7 Sep k7qf`; `report since …` where that was later."""
    first = one.records[0]
    if one.day and one.day != first.day:
        yield screen.say("since", word=screen.say("report"), day=spoken.short_day(one.day, today, screen.language))
    yield screen.say(
        "watch.last_praise" if first.kind == "praise" else "watch.first_met", day=_day(screen, first, today)
    )


def _day(screen: Screen, fired: Fired, today: date) -> str:
    """`Thu 5 Nov 8h2k`."""
    day = spoken.short_day(fired.day, today, screen.language) if fired.day else ""
    return f"{day} {fired.id}".strip()
