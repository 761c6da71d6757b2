"""Promises: what is overdue first, grouped by who owes."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from onelog.core.model import Action
from onelog.core.phrases import spoken
from onelog.core.results.common import Holder
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen


def draw(
    screen: Screen, actions: Sequence[Action], today: date, held: Mapping[str, Sequence[Holder]] = MappingProxyType({})
) -> None:
    """Open promises by owner, mine first; closed ones after them. `held` says who had those that were handed over."""
    if not actions:
        screen.text(*screen.phrase("no_actions", screen.say("example.action")))
        return
    for number, (title, group) in enumerate(_groups(screen, actions)):
        if number:
            screen.blank()
        screen.heading(title, *_count(screen, group, today))
        for action in group:
            draw_one(screen, action, today, held.get(action.uid, ()))


def _groups(screen: Screen, actions: Sequence[Action]) -> list[tuple[str, list[Action]]]:
    still = [a for a in actions if a.status == "open"]
    owners = sorted({a.owner for a in still if a.owner}, key=lambda ref: (ref.label.casefold(), ref.uid))
    groups = [(screen.say("i_owe"), [a for a in still if a.owner is None])]
    groups += [(screen.say("owes", name=ref.label), [a for a in still if a.owner == ref]) for ref in owners]
    nearest = [(title, sorted(group, key=_nearest_first)) for title, group in groups]
    ended = [a for a in actions if a.status != "open"]
    return [(title, group) for title, group in [*nearest, (screen.say("closed"), ended)] if group]


def _nearest_first(action: Action) -> tuple[bool, date]:
    return action.due is None, action.due or date.max


def _count(screen: Screen, group: Sequence[Action], today: date) -> list[Words]:
    """`4 open · 2 overdue`, the second part so that the eye finds it."""
    late = sum(a.overdue(today) for a in group)
    still = sum(a.status == "open" for a in group)
    counts: list[Words] = [(screen.say("n_open", n=still), "quiet")] if still else []
    return [*counts, *([(" · ", "quiet"), (screen.say("n_overdue", n=late), "late")] if late else [])]


def draw_one(screen: Screen, action: Action, today: date, holders: Sequence[Holder] = ()) -> None:
    """Mark, id, words and with whom; at the right the day; why, and who had it before, on lines of their own."""
    sign = entry.mark(action, today)
    style = sign[1] if action.overdue(today) else ""
    lead: list[Words] = [sign, " ", (action.id, "quiet"), "  "]
    screen.row(
        lead,
        [(action.text, "strong" if style else ""), *_with(screen, action)],
        [_day(screen, action, today)],
    )
    if why := entry.reason(screen, action):
        screen.row([" " * cells(lead)], [(why, "quiet")])
    if handed := entry.held(screen, action, holders, today):
        screen.row([" " * cells(lead)], [(handed, "quiet")])


def _with(screen: Screen, action: Action) -> list[Words]:
    """The other person, where that is not the owner."""
    other = action.person
    if action.status != "open" and action.owner:
        other = action.owner
    elif other and action.owner and other.uid == action.owner.uid:
        other = None
    return [(f" · {screen.say('with', name=screen.first_name(other.label))}", "quiet")] if other else []


def _day(screen: Screen, action: Action, today: date) -> Words:
    if action.status != "open":
        return entry.ended(screen, action.status, action.closed, today), "quiet"
    if action.due is None:
        return screen.say("no_day"), "quiet"
    near = abs((action.due - today).days) <= 1
    style = "late" if action.overdue(today) else "strong" if near else ""
    return spoken.both(action.due, today, screen.language), style
