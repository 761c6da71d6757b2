"""The questions for the next talk with somebody: `prep`, its document and `ask` all choose them here."""

from datetime import date

from onelog.core.model import Person
from onelog.core.results.lessons import Question
from onelog.core.settings import Watch
from onelog.insight.talk import questions
from onelog.insight.talk.person_state import person_states
from onelog.store.database import Store

QUESTIONS = 2
"""So many stand in `prep` and in its document."""
_OPENINGS = 12
"""So many are looked through for those that do not speak of a talk before."""


def next_questions(
    store: Store, person: Person, today: date, language: str, limits: Watch, n: int = QUESTIONS
) -> list[Question]:
    """The first `n` that fit how it stands with somebody and were not asked lately.

    Before a first talk they are such as one can begin with.
    """
    own = questions.own_file()
    states = person_states(store, person, today, limits)
    if person.last_met:
        return questions.suggest(store, person, today, n, None, language, own, states=states)
    found = questions.suggest(store, person, today, max(_OPENINGS, n), "opening", language, own, states=states)
    return sorted(found, key=lambda one: questions.speaks_of_before(one.text))[:n]
