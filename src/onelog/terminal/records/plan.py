"""A goal with the way to it: what must be true by when, and the next step."""

from datetime import date

from onelog.core.phrases import spoken
from onelog.core.phrases.spoken import when_text
from onelog.core.progress import OPTIONS, Plan, Step
from onelog.core.results.common import Changed
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import cells, pad
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import goals, logged


def draw(screen: Screen, plan: Plan, today: date, changed: Changed | None = None) -> None:
    """The tree, the next steps, and the steps of which nothing was said yet; then what was changed."""
    goals.draw_tree(screen, list(goals.placed(plan.tree)), today)
    if plan.next:
        screen.blank()
        screen.heading(screen.say("plan.next"))
        label = entry.label_width(screen, plan.next)
        for record in plan.next:
            screen.draw(entry.lines(screen, record, today, label=label))
    _stale(screen, plan, today)
    _open(screen, plan, [step for step in plan.steps if step.goal is None])
    if changed and changed.records:
        screen.blank()
        said = logged.counted(screen, changed.records)
        screen.text(("✓ ", "kept"), f"{screen.say('did_planned')} ", (plan.goal.id, "strong"), f"{screen.colon}{said}")
        logged.hint(screen)
        logged.troubles(screen, changed.new_people, changed.troubles, changed.mended_in)


def _open(screen: Screen, plan: Plan, steps: list[Step]) -> None:
    """The days that are proposed, and how to say what must be true then."""
    if not steps:
        return
    screen.blank()
    screen.heading(screen.say("plan.open"))
    named = [(_when(screen, step), f"onelog goals plan {plan.goal.id} {_option(step)}") for step in steps]
    width = max(cells([when]) for when, _ in named) + 2
    beside = width + max(cells([command]) for _, command in named) <= screen.measure
    for when, command in named:
        if beside:
            screen.line(pad(when, width), (command, "command"))
        else:
            screen.line(when)
            screen.line("  ", (command, "command"))


def _option(step: Step) -> str:
    """`--half TEXT`; `--at "2028-05-20 TEXT"` of a day that has no option of its own."""
    return f"--{step.when} TEXT" if step.when in OPTIONS else f'--at "{step.day} TEXT"'


def _stale(screen: Screen, plan: Plan, today: date) -> None:
    """Steps whose day is past, or not before the goal's any more, each with the day that is offered."""
    steps = [step for step in plan.steps if step.offered and step.goal]
    if not steps:
        return
    screen.blank()
    screen.heading(screen.say("plan.stale"))
    for step in steps:
        was = spoken.short_day(step.day, today, screen.language)
        goal = step.goal
        screen.row(["  "], [goal.title if goal else "", (f" · {was}", "late")])
        screen.line("  ", (f"onelog change {goal.id if goal else ''} by:{step.offered}", "command"))


def _when(screen: Screen, step: Step) -> str:
    day = spoken.long_day(step.day, screen.language)
    return screen.say("plan.when", when=when_text(step.when, screen.language), day=day)
