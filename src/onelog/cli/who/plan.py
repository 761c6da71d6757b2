"""goals plan: from a goal's day backwards to the next step."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import typed
from onelog.cli.asking.words import apply_words, checked_words
from onelog.cli.options import Explain, Id, Json, With
from onelog.cli.who.goals import EXPLAINED
from onelog.core.calendar import dates
from onelog.core.errors import OnelogError, Refused, Wrong
from onelog.core.phrases import spoken
from onelog.core.progress import Plan, Step
from onelog.core.results.common import Changed
from onelog.journal import drafts, goal_plan, saved_draft

COMMAND = "goals plan"
_RUN = 6
"""More words than any day has."""
SHOWN = 3
"""Promises and topics that are told before the next step is asked for."""


def _what(help_: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar="TEXT", help=help_, show_default=False)
    return option


Half = Annotated[str | None, _what("plan_half")]
Year = Annotated[str | None, _what("plan_year")]
Quarter = Annotated[str | None, _what("plan_quarter")]
StepOption = Annotated[str | None, _what("plan_step")]
At = Annotated[list[str] | None, typer.Option("--at", metavar="'DAY TEXT'", help="plan_at", show_default=False)]
Edit = Annotated[bool, typer.Option("--edit", help="plan_edit")]


def plan(
    ctx: Ctx,
    goal: Id,
    half: Half = None,
    year: Year = None,
    quarter: Quarter = None,
    at: At = None,
    step: StepOption = None,
    who: With = None,
    edit: Edit = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("plan-days", *EXPLAINED, "overdue", json=json)
        return
    seen = goal_plan.make_plan(app.store, goal, app.today)
    person = goal_plan.person_of(app.store, seen.goal, who)
    name = person.name if person else None
    lines = [_line_at(app, seen, words) for words in at or ()]
    said = lines + _said(seen, {"half": half, "year": year, "quarter": quarter}, step, topic=bool(person))
    if said and edit:
        raise Wrong("goal.plan_one_source")
    before = goal_plan.text_of(seen, app.language) if edit else ""

    def take(text: str) -> Changed:
        if not text.strip():
            return Changed("planned")
        return goal_plan.apply_plan(app.journal, seen.goal.id, text, app.now, name, before=before)

    if edit:
        options: dict[str, object] = {"id": seen.goal.id, "with": name, "before": before}
        changed = apply_words(app, COMMAND, [], take, options=options, template=before)
    else:
        with _text(app, seen, said, name, asks=not json) as text:
            changed = take(text)
    app.show(goal_plan.make_plan(app.store, seen.goal.id, app.today), json, changed=changed)
    _say_beside(app, changed, json, edited=edit)


def _say_beside(app: App, changed: Changed, json: bool, *, edited: bool) -> None:
    """The way back, and what was not understood."""
    if changed.records and not app.on_terminal:
        app.way_back(json)
    elif edited and not changed.records:
        app.tell("talk.nothing_changed")
    if not app.on_terminal or json:
        app.talk_of(changed.troubles, changed.new_people, changed.mended_in)


def _said(seen: Plan, steps: dict[str, str | None], step: str | None, *, topic: bool) -> list[str]:
    """What was given as options, as lines of a plan's document. Raises `Refused` for a step that has no place."""
    lines: list[str] = []
    for when, words in steps.items():
        if not words or not words.strip():
            continue
        place = next((one for one in seen.steps if one.when == when), None)
        if place is None:
            raise Refused("goal.plan_no_place", option=when, id=seen.goal.id)
        lines.append(_line(place, words))
    if step and step.strip():
        lines.append(goal_plan.next_line(" ".join(step.split()), topic=topic))
    return lines


def _line_at(app: App, seen: Plan, said: str) -> str:
    """`2028-06-30 two leads` as the line of a plan's document: it changes the step of that day where there is one.

    Raises `Wrong` for what is no day with words behind it.
    """
    words = said.split()
    days = (n for n in range(min(len(words) - 1, _RUN), 0, -1) if _day_of(app, " ".join(words[:n])))
    n = next(days, 0)
    day = _day_of(app, " ".join(words[:n])) if n else None
    if day is None:
        raise Wrong("goal.plan_at_without_words", said=said[:40])
    step = next((one for one in seen.steps if one.day == day and one.goal and not one.is_done), Step("", day))
    return _line(step, " ".join(words[n:]))


def _day_of(app: App, words: str) -> date | None:
    """The day that words mean, None where they are none."""
    try:
        return dates.day(words, app.today, looking="ahead", conventions=app.settings.conventions)
    except OnelogError:
        return None


def _line(step: Step, words: str) -> str:
    return goal_plan.line(step.day, " ".join(words.split()), step.goal.id if step.goal else "")


@contextlib.contextmanager
def _text(app: App, seen: Plan, said: Sequence[str], name: str | None, *, asks: bool) -> Iterator[str]:
    """The plan's document from the options or the questions; empty where nothing is said, and nobody can be asked."""
    options: dict[str, object] = {"id": seen.goal.id, "with": name}
    if said or not (asks and app.on_terminal and sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        yield checked_words(app, "\n".join(said))
    else:
        draft = drafts.begin(app.path, COMMAND, app.now, options)
        app.next_change = draft.uid
        with drafts.keeping(draft):
            text = _asked(app, draft, seen, name)
            draft.check()
            yield text


# --- step by step


def _asked(app: App, draft: saved_draft.SavedDraft, seen: Plan, name: str | None) -> str:
    """What somebody answers, each answer on disk as soon as it is given; Ctrl-D leaves the other steps out."""
    lines: list[str] = []
    _tell(app, f"{seen.goal.title} · {_day(app, seen.goal.by or app.today)}", app.screen.say("plan.skip"))
    try:
        for step in (one for one in seen.steps if one.offered and one.goal):
            _ask_again(app, draft, lines, step)
        for step in (one for one in seen.steps if one.when):
            if step.goal and step.is_done:
                _tell(app, "", app.screen.say("plan.done", text=step.goal.title))
                continue
            there = app.screen.say("plan.there", text=step.goal.title) if step.goal else ""
            _ask(app, draft, lines, partial(_line, step), app.screen.say("plan.ask", when=_when(app, step)), there)
        asks = app.screen.say("plan.ask_with", name=name) if name else app.screen.say("plan.ask_me")
        _ask(app, draft, lines, partial(goal_plan.next_line, topic=bool(name)), asks, *_already(app, seen))
    except EOFError:
        pass
    except KeyboardInterrupt:
        if draft.path.exists():
            app.tell("talk.not_planned")
        else:
            draft.discard()
        raise
    return "\n".join(lines)


def _ask_again(app: App, draft: saved_draft.SavedDraft, lines: list[str], step: Step) -> None:
    """Asks for another day of a step whose own does not hold any more; what is none leaves it as it is."""
    goal = step.goal
    if goal is None or step.offered is None:
        return

    def moved(answer: str) -> str:
        day = _day_of(app, answer)
        return goal_plan.line(day, goal.title, goal.id) if day else ""

    question = app.screen.say("plan.ask_again", text=goal.title, day=_day(app, step.day))
    _ask(app, draft, lines, moved, question, app.screen.say("plan.offers", day=_day(app, step.offered)))
    if lines and not lines[-1]:
        lines.pop()
        _tell(app, app.screen.say("plan.no_day"))


def _already(app: App, seen: Plan) -> list[str]:
    """What is open for the goal, as much as somebody reads before an answer."""
    shown = [f"  · {one.text}" for one in seen.next[:SHOWN]]
    more = len(seen.next) - len(shown)
    if not shown:
        return []
    return [app.screen.say("plan.already"), *shown, *([f"  … {app.screen.say('and_more', n=more)}"] if more else [])]


def _ask(app: App, draft: saved_draft.SavedDraft, lines: list[str], as_line: Callable[[str], str], *said: str) -> None:
    """Adds an answer to the lines, if there is one; all of them are on disk while it is typed."""

    def keep(answer: str) -> None:
        if answer:
            draft.write("\n".join([*lines, as_line(answer)]))

    sys.stderr.write("\n")
    _tell(app, *said)
    answer = " ".join(checked_words(app, typed.answer(app, ">", keep)).split())
    keep(answer)
    if answer:
        lines.append(as_line(answer))


def _tell(app: App, *lines: str) -> None:
    from onelog.terminal.kit.layout import clip  # noqa: PLC0415 - only who is asked waits for it

    for line in lines:
        if line:
            app.talk(clip(line, app.screen.width))


def _when(app: App, step: Step) -> str:
    return app.screen.say("plan.when", when=spoken.when_text(step.when, app.language), day=_day(app, step.day))


def _day(app: App, day: date) -> str:

    return spoken.long_day(day, app.language)
