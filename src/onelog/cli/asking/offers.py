"""What Tab offers at the prompt: labels and keys, people, tags, goals."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onelog.cli.app import App
from onelog.core.names import name_forms, name_matching
from onelog.core.sanitize import safe
from onelog.markdown import families, grammar
from onelog.store import offered, people, records


class Suggestion(NamedTuple):
    """A word that may take the place of what is typed so far, and what to know about it."""

    so_far: str
    whole: str
    about: str = ""


def at_the_prompt(app: App, before: str) -> Iterator[Suggestion]:
    """What the last word of a line may become."""
    word = re.split(r"[\s（(「、。]", before)[-1]
    goal = re.search(r"(?:\bg(?:oal)?[:：]\s*|目標[:：]\s*)(\S*)$", before, re.IGNORECASE)
    if goal:
        offers = _goals(app, goal[1])
    elif owner := re.search(r"^[@＠].*|＠.*", word):
        word = owner[0]
        offers = (
            Suggestion(word, f"{word[0]}{grammar.owner(name)[1:]}", about) for name, about in _names(app, word[1:])
        )
    elif word[:1] in "#+＃＋" and word:
        offers = (Suggestion(word, word[0] + tag) for tag, _ in offered.tags(app.store) if _begins(tag, word[1:]))
    else:
        offers = _words(app, word)
    yield from offers


def _begins(whole: str, so_far: str) -> bool:
    return whole.casefold().startswith(so_far.casefold())


def _words(app: App, word: str) -> Iterator[Suggestion]:
    tokens = [
        *(label for label in families.KIND_OF_LABEL if len(label) > 2 or not label.isascii()),
        "due",
        "why",
        "because",
    ]
    tokens += families.FIELDS
    yield from (Suggestion(word, f"{token}:") for token in dict.fromkeys(tokens) if _begins(token, word))
    if word:
        yield from (Suggestion(word, name, about) for name, about in _names(app, word))


def _names(app: App, so_far: str) -> Iterator[tuple[str, str]]:
    """How each person whose name, alias or reading begins so is called, and who that is.

    By a word that begins as it was typed and means them alone, else by one that means them alone, else by the whole name.
    """
    everybody = people.everybody(app.store, archived=False)
    typed = name_forms.normalize(so_far.strip('"'))
    for person in everybody:
        ways = [
            *dict.fromkeys((*person.aliases, *person.name.split(), *name_forms.form(person.name).parts, person.name))
        ]
        begun = [way for way in ways if name_forms.normalize(way).startswith(typed)]
        reading = name_forms.normalize(person.reading or "")
        if not begun and not any(word.startswith(typed) for word in (reading, *reading.split())):
            continue
        name = next((way for way in (*begun, *ways) if name_matching.fitting(everybody, way) == [person]), person.name)
        yield name.lower() if name.isascii() and " " not in name else name, safe(person.name, newlines=False)


def _goals(app: App, so_far: str) -> Iterator[Suggestion]:
    for goal in records.goals(app.store):
        name = goal.metric if goal.metric and not re.search(r"\s", goal.metric) else goal.id
        if any(_begins(word, so_far) for word in (name, goal.id, *goal.title.split())):
            yield Suggestion(so_far, name, safe(goal.title, newlines=False)[:50])
