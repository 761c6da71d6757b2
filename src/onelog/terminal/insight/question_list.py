"""Questions to ask, each with its theme and when it was asked last; or the themes there are."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.results.lessons import PersonState, Question, Theme
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, values: "Sequence[Question] | Sequence[Theme]", today: date, *, listed: bool = False) -> None:
    """Two lines a question; one a theme."""
    if listed:
        _list(screen, [value for value in values if isinstance(value, Theme)])
        return
    asked = [value for value in values if isinstance(value, Question)]
    if not asked:
        screen.text(*screen.phrase("lesson.no_questions", "onelog ask --list"))
    for number, question in enumerate(asked):
        if number:
            screen.blank()
        screen.row((), [(question.text, "strong")])
        screen.row(["  "], [(" · ".join(_about(screen, question, today)), "quiet")])
        if question.state:
            screen.row(["  "], [(_because(screen, question.state, today), "quiet")])


def _about(screen: Screen, question: Question, today: date) -> list[str]:
    if question.person is None:
        return [question.title]
    if question.asked is None:
        return [question.title, screen.say("lesson.not_asked")]
    return [question.title, screen.say("lesson.asked", day=dates.spoken(question.asked, today, screen.language))]


def _because(screen: Screen, state: PersonState, today: date) -> str:
    """Why a question was chosen: how it stands, with its numbers; nothing of what a concern says."""
    name = "first" if state.name == "new" and not state.n else state.name
    day = dates.spoken(state.since, today, screen.language) if state.since else ""
    return screen.say(f"lesson.because_{name}", n=state.n, day=day, moods=" ".join(map(str, state.moods)))


def _list(screen: Screen, themes: Sequence[Theme]) -> None:
    width = max((cells([theme.title]) for theme in themes), default=0) + 2
    for theme in themes:
        said: list[Words] = [screen.say("lesson.n_question", n=theme.n)]
        if theme.asked:
            said.append((f" · {screen.say('lesson.n_asked', n=theme.asked)}", "quiet"))
        screen.row([(pad(theme.title, width), "command")], said)
    screen.blank()
    screen.text(*screen.phrase("lesson.one_theme", "onelog ask --about THEME"))
