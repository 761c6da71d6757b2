"""Who and what somebody means by a word: a person, a goal, a record."""

import re
from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from onelog import plain
from onelog.errors import Ambiguous, NotFound, Refused, Resembles
from onelog.model import Goal, Person, Record, Ref, kind_of
from onelog.store import people, records
from onelog.store.file import Store

if TYPE_CHECKING:  # naming somebody is reading; only who makes a person comes with a change to write
    from onelog.store.writing import Writing

_NAME = re.compile(r'^[^\s@"`:][^"`:\n\t]*$')
LONGEST_NAME = 100


def check_name(name: str) -> str:
    """The name as it will be kept, blanks at its ends taken off. Raises `Refused` for what cannot be a name."""
    name = " ".join(name.split())
    if not name:
        raise Refused("A person needs a name.", 'For example: onelog people add "Mia Tanaka"')
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} characters; this one has {len(name)}.", "Use a shorter one.")
    if not _NAME.match(name) or plain.safe(name) != name or name.startswith("-"):
        raise Refused(
            f'{plain.safe(name)[:40]!r} cannot be a name: it holds a control character or one of " ` : or begins with @ or -.',
            "Letters of any language, blanks, dots and hyphens are fine.",
        )
    if name.casefold() in ("me", "them"):
        raise Refused(f"{name!r} has a meaning of its own here (@me, @them).", "Give the person another name.")
    return name


def person(store: Store, word: str) -> Person:
    """The person a word means: by id, alias, name, or the beginning of a word of the name.

    Raises `Ambiguous` with the candidates, `Resembles` with the nearest names, or `NotFound`.
    """
    everybody = people.everybody(store)
    fitting = people.meant(everybody, word)
    if len(fitting) == 1:
        return fitting[0]
    shown = plain.safe(word, newlines=False)[:40]
    if fitting:
        raise Ambiguous(
            f"Several people fit {shown!r}: {', '.join(p.name for p in fitting[:8])}.", "Say more of the name."
        )
    near = people.alike(everybody, word)
    if near:
        raise Resembles(f"Nobody is called {shown!r}.", f"Did you mean {_or([p.name for p in near[:3]])}?")
    raise NotFound(f"Nobody is called {shown!r}.", "onelog people lists everybody; onelog log NAME makes a new person.")


def _or(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _an(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def new_person(change: "Writing", name: str, now: datetime) -> Person:
    """A person by name alone."""
    uid, id_ = change.name("person")
    made = Person(uid, id_, check_name(name), added=now.date())
    change.put(made)
    return made


def meant(store: Store, word: str, *, insist: bool) -> Person | None:
    """The person a word means; None for somebody new: a name that can be one, and that resembles nobody's.

    With `insist` a name may resemble somebody's. Raises `Ambiguous`, `Resembles`, `Refused`.
    """
    try:
        return person(store, word)
    except Resembles as error:
        if not insist:
            raise Resembles(f"{error.message} Nothing was logged.", f"{error.hint} For somebody new: --new") from None
    except NotFound:
        pass
    check_name(word)
    return None


def met_person(store: Store, change: "Writing", word: str, now: datetime, *, insist: bool) -> tuple[Person, bool]:
    """The person a meeting is with, and whether they are new. Raises as `meant`."""
    known = meant(store, word, insist=insist)
    return (known, False) if known else (new_person(change, word, now), True)


def goal(store: Store, word: str) -> Ref:
    """The goal a word means: by id, by its metric (open goals first), or by the beginning of a word of its title or metric.

    Raises `Ambiguous` or `NotFound`.
    """
    refs = records.goal_refs(store)
    exact = [ref for ref, *_ in refs if ref.label == word.lower()]
    if exact:
        return exact[0]
    fitting = _fitting(refs, word.casefold())
    if len(fitting) == 1:
        return fitting[0][0]
    shown = plain.safe(word, newlines=False)[:40]
    if fitting:
        several = ", ".join(f"{ref.label} {title}" for ref, title in fitting[:4])
        raise Ambiguous(f"Several goals fit {shown!r}: {several}.", "Name the goal by its id.")
    raise NotFound(f"No goal fits {shown!r}.", "onelog goals lists them; onelog goals add TITLE makes one.")


def _fitting(refs: Sequence[tuple[Ref, str, str | None, bool]], key: str) -> list[tuple[Ref, str]]:
    """The goals that a word fits best: those of which it is the whole metric (open ones first) before all that it begins."""
    measured = [
        (ref, title, is_open) for ref, title, metric, is_open in refs if key and (metric or "").casefold() == key
    ]
    if best := [one for one in measured if one[2]] or measured:
        return [(ref, title) for ref, title, _ in best]
    return [(ref, title) for ref, title, metric, _ in refs if key and _begins(f"{title} {metric or ''}", key)]


def _begins(text: str, key: str) -> bool:
    return any(part.startswith(key) for part in re.split(r"[\s/.,:;()-]+", text.casefold()))


def record(store: Store, word: str, *kinds: str) -> Record:
    """The record with this id, if it is of one of `kinds` (any, if none is given).

    Raises `NotFound` for an unknown id (with the nearest one), `Refused` for a kind that makes no sense here.
    """
    try:
        found = records.by_id(store, word)
    except NotFound as error:
        given = records.handle(store, word) is not None  # to a record that was deleted: no other one is meant
        near = [] if given else get_close_matches(word.lower(), _open_ids(store), 1, 0.7)
        raise NotFound(error.message, f"Did you mean {near[0]}?" if near else error.hint) from None
    if kinds and kind_of(found) not in kinds:
        meant_for = _or([_an(kind) for kind in kinds])
        raise Refused(f"{found.id} is {_an(kind_of(found))}; this is for {meant_for}.", f"onelog show {found.id}")
    return found


def _open_ids(store: Store) -> list[str]:
    return [a.id for a in records.actions(store)[:500]]


def goal_named(store: Store, word: str) -> Goal:
    """The goal itself, with its check-ins."""
    found = records.by_uid(store, "goal", goal(store, word).uid)
    if not isinstance(found, Goal):
        raise NotFound(f"No goal fits {word[:40]!r}.", "onelog goals lists them.")
    return found


class Names:
    """Answers a reader of documents which names can be taken, and turns them into people and goals afterwards."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.year_start = store.year_start
        self.made: list[Person] = []

    def person(self, word: str) -> str:
        """ "" when `word` is somebody, or somebody new; else why not."""
        everybody = people.everybody(self.store)
        fitting = people.meant(everybody, word)
        if len(fitting) > 1:
            return f"@{word[:20]} could be {_or([p.name for p in fitting[:4]])}"
        near = [] if fitting else people.alike(everybody, word)
        if near:
            return f"nobody is called {word[:20]}; did you mean {near[0].name}"
        try:
            if not fitting:
                check_name(word)
        except Refused as error:
            return error.message
        return ""

    def goal(self, word: str) -> str:
        """ "" when `word` is a goal; else why not."""
        try:
            goal(self.store, word)
        except (Ambiguous, NotFound) as error:
            return error.message
        return ""

    def ref(self, word: str, them: Ref | None, change: "Writing", now: datetime) -> Ref | None:
        """The person of `@word`; None is me. Makes a person who is new."""
        if word.lower() == "me":
            return None
        if word.lower() == "them":
            return them
        fitting = people.meant(people.everybody(self.store), word)
        if fitting:
            return fitting[0].ref
        self.made.append(new_person(change, word, now))
        return self.made[-1].ref
