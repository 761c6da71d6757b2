"""What is picked from a list where an id or a person is left out, or several fit, and somebody sits at a terminal."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from onelog.cli.app import App
from onelog.cli.asking import answers, terminal
from onelog.cli.asking.picker import Choice, Fits, ListWords, Picker, narrow
from onelog.core import attendance
from onelog.core.errors import OnelogError, Refused, Unnamed
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.core.phrases import find, say, spoken
from onelog.store import people
from onelog.store.queries import choices, last_changed
from onelog.store.queries.choices import ChoiceRow

SEVERAL = ("done", "drop", "reopen", "change")
"""The commands for which several records may be marked."""
_GOALS = ("checkin", "close", "plan")


def pick_ids(app: App, command: str, kinds: Sequence[str] = ()) -> list[str]:
    """The ids that are picked for a command; raises `Unnamed` for none, `Refused` where there is nothing to pick from.

    With `kinds` only records of these are offered, what was made or changed last first.
    """
    rows = _of_kinds(app, kinds) if kinds else _rows(app, command)
    if not rows:
        raise Refused("change.nothing_there")
    key = command if command in SEVERAL else "goal" if command in _GOALS else "record"
    return _picked(app, f"prompt.pick_{key}", narrow([_choice(app, row) for row in rows]), several=command in SEVERAL)


def pick_person(app: App, key: str = "person", among: Sequence[str] = ()) -> str:
    """The name that is picked, of all who are not archived or `among` some. Raises `Unnamed` for none."""
    everybody = [one for one in people.everybody(app.store) if not one.archived or one.name in among]
    everybody = [one for one in everybody if not among or one.name in among]
    if not everybody:
        raise Refused("change.nobody_there")
    ordered = sorted(everybody, key=lambda one: _likely(one, app.today))

    def fits(typed: str) -> Sequence[Choice]:
        fitting = name_matching.fitting(everybody, typed) if typed.strip() else ordered
        return [_person(app, one) for one in fitting]

    return _picked(app, f"prompt.pick_{key}", fits)[0]


def pick_or_type(app: App) -> str:
    """The name of somebody who is picked, or what was typed where it fits nobody; "" for nothing."""
    everybody = [one for one in people.everybody(app.store) if not one.archived]
    ordered = sorted(everybody, key=lambda one: _likely(one, app.today))

    def fits(typed: str) -> Sequence[Choice]:
        fitting = name_matching.fitting(everybody, typed) if typed.strip() else ordered
        new = Choice(typed.strip(), typed.strip(), say(app.language, "prompt.somebody_new"), shows=False)
        return [_person(app, one) for one in fitting] or [new]

    return next(iter(_asked(app, "prompt.pick_person", fits) or [""]))


def _rows(app: App, command: str) -> list[ChoiceRow]:
    store = app.store
    if command in ("done", "drop"):
        rows = choices.open_rows(store, app.today)
        return [row for row in rows if command == "done" or row.kind != "concern"]
    if command == "reopen":
        return choices.closed_rows(store)
    return choices.goal_rows(store) if command in _GOALS else choices.newest_rows(store)


def _of_kinds(app: App, kinds: Sequence[str]) -> list[ChoiceRow]:
    rows = [row for row in choices.newest_rows(app.store) if row.kind in kinds]
    with suppress(OnelogError):
        last = last_changed.last_record(app.store, kinds)
        rows.sort(key=lambda row: row.id != last)
    return rows


def _choice(app: App, row: ChoiceRow) -> Choice:
    """A line of the list: the words, or the kind of what has none; with whom, and the day."""
    key = row.kind
    kind = say(app.language, key) if find(key) else key
    is_bare = row.kind in ("action", "goal") and row.text
    text = row.text if is_bare else f"{kind}: {row.text}" if row.text else kind
    day = spoken.short_day(date.fromisoformat(row.day), app.today, app.language) if row.day else ""
    said = say(app.language, "due", day=day) if row.is_due else day
    return Choice(row.id, text, " · ".join(part for part in (row.person, said) if part))


def _person(app: App, one: Person) -> Choice:
    met = say(app.language, "met", day=spoken.short_day(one.last_met, app.today, app.language)) if one.last_met else ""
    relation = spoken.relation(one.relation, app.language) if one.relation else ""
    return Choice(one.name, one.name, " · ".join(part for part in (relation, met) if part), shows=False)


def _likely(one: Person, today: date) -> tuple[int, int]:
    """Who has a talk today comes first, then those who are overdue, the longest first, those who are due, those met last."""
    due = attendance.due(one, today) if not attendance.paused(one, today) else None
    if due is not None and due <= today:
        return (0 if due == today else 1), (due - today).days
    away = (today - one.last_met).days if one.last_met else 10_000
    return (2, (due - today).days) if due is not None else (3, away)


def _picked(app: App, question: str, fits: Fits, *, several: bool = False) -> list[str]:
    """What was picked. Raises `Unnamed` for nothing."""
    if picked := _asked(app, question, fits, several=several):
        return picked
    raise Unnamed("change.nothing_picked")


def _asked(app: App, question: str, fits: Fits, *, several: bool = False) -> list[str] | None:
    """Asks with a list, or by numbers where the terminal cannot draw one."""
    if not can_draw(app) or app.terminal is None:
        return _by_number(app, fits)
    language = app.language
    words = ListWords(
        say(language, question),
        say(language, "prompt.pick_keys_many" if several else "prompt.pick_keys_one"),
        say(language, "prompt.pick_nothing"),
        lambda n: "… " + say(language, "and_more", n=n),
    )
    color = app.color == "always" or (app.color == "auto" and not os.environ.get("NO_COLOR"))
    return Picker(app.terminal, words, fits, several=several, color=color).run()


def can_draw(app: App) -> bool:
    """Whether a list can be drawn at the terminal, which is held from now on."""
    app.terminal = app.terminal or terminal.hold()
    return app.terminal is not None and os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def _by_number(app: App, fits: Fits) -> list[str] | None:
    """One of the first ones by its number, or as it is typed."""
    shown = fits("")[:20]

    def read(said: str) -> str | None:
        found = fits(said)
        return found[0].value if len(found) == 1 else None

    offered = [
        " ".join(part for part in (one.value if one.shows else "", one.text, one.aside) if part) for one in shown
    ]
    said = answers.choose(app, offered, read)
    return [shown[offered.index(said)].value if said in offered else said] if said else None
