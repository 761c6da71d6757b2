"""What a search found, best first: the words around, with the ones looked for made to stand out."""

from collections.abc import Sequence
from datetime import date

from onelog.core.phrases import spoken
from onelog.core.results.search import Hit
from onelog.terminal.kit.layout import Words
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, hits: Sequence[Hit], today: date) -> None:
    """A head and a snippet a hit; of a meeting in which the words stand apart, a snippet a record."""
    if not hits:
        screen.text(*screen.phrase("no_hits", screen.say("example.search")))
    for number, hit in enumerate(hits):
        if number:
            screen.blank()
        screen.row((), _head(screen, hit, today), [(hit.id, "quiet")])
        if hit.parts:
            _draw_parts(screen, hit.parts)
        elif hit.snippet:
            screen.row(["  "], emphasised(hit.snippet, hit.spans))


def _draw_parts(screen: Screen, parts: Sequence[Hit]) -> None:
    for part in parts:
        said = emphasised(part.snippet, part.spans)
        if part.kind == "meeting":
            screen.row(["  "], said)
        else:
            screen.row(["  ", _kind(screen, part)], ["  ", *said], [(part.id, "quiet")])


def _kind(screen: Screen, hit: Hit) -> Words:
    return screen.say(hit.kind), hit.kind if hit.kind in _COLOURED else "quiet"


def _head(screen: Screen, hit: Hit, today: date) -> list[Words]:
    day = spoken.short_day(date.fromisoformat(hit.at[:10]), today, screen.language) if hit.at else ""
    said: list[Words] = [_kind(screen, hit)]
    said += [(f" · {hit.person}", "name")] if hit.person else []
    return [*said, *([(f" · {day}", "quiet")] if day else [])]


_COLOURED = ("decision", "win", "aha", "praise", "growth", "concern", "fact", "private", "topic", "goal", "checkin")


def emphasised(text: str, spans: Sequence[tuple[int, int]]) -> list[Words]:
    """The text with its (start, end) parts standing out."""
    said: list[Words] = []
    at = 0
    for start, end in spans:
        said += [text[at:start], (text[start:end], "hit")]
        at = end
    return [*said, text[at:]]
