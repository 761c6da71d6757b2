"""Which goal somebody means by a word."""

import re
from collections.abc import Sequence

from onelog.core import sanitize
from onelog.core.errors import Ambiguous, Message, NotFound, Refused
from onelog.core.model import Goal, Ref
from onelog.store import records
from onelog.store.database import Store

Goals = Sequence[tuple[Ref, str, str | None, bool]]
"""The goals to look among: reference, title, metric, and whether it is open."""


def goal(store: Store, word: str) -> Ref:
    """The goal a word means: by id, by its whole title or metric (open goals first), or by the beginning of a word of them.

    Raises `Ambiguous` or `NotFound`.
    """
    fitting = _fitting(records.goal_refs(store), word)
    if len(fitting) == 1:
        return fitting[0][0]
    shown = sanitize.safe(word, newlines=False)[:40]
    if fitting:
        several = ", ".join(f"{ref.label} {title}" for ref, title in fitting[:4])
        raise Ambiguous("goal.several_fit", word=shown, goals=several)
    raise NotFound("goal.unknown_or_new", word=shown)


def ended_already(goal: Goal) -> Refused:
    """What is said of a goal that is closed where an open one is needed."""
    return Refused("goal.ended_already", id=goal.id, status=Message(goal.status), since=goal.closed)


def _fitting(refs: Goals, word: str) -> list[tuple[Ref, str]]:
    """The goals that words fit best: by id, those that are called so (open ones first), else all that they begin."""
    return with_id(refs, word) or called(refs, word) or beginning(refs, word)


def with_id(refs: Goals, word: str) -> list[tuple[Ref, str]]:
    return [(ref, title) for ref, title, *_ in refs if ref.label == word.lower()]


def called(refs: Goals, words: str) -> list[tuple[Ref, str]]:
    key = _key(words)
    named = [one for one in refs if key and key in (_key(one[1]), _key(one[2] or ""))]
    return [(ref, title) for ref, title, *_ in [one for one in named if one[3]] or named]


def beginning(refs: Goals, words: str) -> list[tuple[Ref, str]]:
    begun = re.compile(rf"(?:^|[\s/.,:;()-]){re.escape(_key(words))}")
    return [
        (ref, title) for ref, title, metric, _ in refs if _key(words) and begun.search(_key(f"{title} {metric or ''}"))
    ]


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def goal_named(store: Store, word: str) -> Goal:
    """The goal itself, with its check-ins."""
    found = records.by_uid(store, "goal", goal(store, word).uid)
    if not isinstance(found, Goal):
        raise NotFound("goal.unknown", word=word[:40])
    return found
