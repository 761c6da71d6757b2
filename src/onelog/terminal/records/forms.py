"""The forms of one's own: a line each, and what is wrong with one below it."""

from collections.abc import Sequence
from datetime import date

from onelog.core.errors import in_language
from onelog.core.phrases import spoken
from onelog.core.results.forms import ListedForm
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, forms: Sequence[ListedForm], today: date) -> None:
    """Name, for whom, what it asks for; without any how one begins."""
    width = max((cells([one.name]) for one in forms), default=0) + 2
    for one in forms:
        screen.row([(pad(one.name, width), "command")], [_whom(screen, one)], [(_asks(screen, one), "quiet")])
        for line, what in one.troubles:
            key = "forms.broken" if line else "forms.broken_file"
            screen.row(["  ", ("! ", "late")], [screen.say(key, line=line, what=in_language(what, screen.language))])
    if forms:
        screen.blank()
        screen.text(*screen.phrase("forms.mend", "onelog forms edit NAME"))
    else:
        screen.text(*screen.phrase("forms.none", "onelog forms edit report"))


def _whom(screen: Screen, one: ListedForm) -> str:
    if one.is_relation:
        return spoken.relation(one.whom, screen.language)
    return screen.say(f"forms.{one.whom or 'nobody'}") if one.whom in ("", "everybody") else one.whom


def _asks(screen: Screen, one: ListedForm) -> str:
    scales: Words = screen.say("comma").join(f"{name} {low}–{high}" for name, low, high in one.scales)
    asked = screen.say("lesson.n_question", n=one.questions) if one.questions else ""
    return " · ".join(part for part in (str(scales), asked) if part)
