"""The line below the prompt: what will become of the words, or what was not understood."""

from collections.abc import Iterator
from datetime import date

from onelog.core.errors import in_language
from onelog.core.phrases import say, spoken
from onelog.markdown.document import Fields
from onelog.markdown.preview import Preview, PreviewPiece

SHOWN = 2
"""Days that are told one by one."""


def preview_pieces(found: Preview, today: date, language: str) -> list[PreviewPiece]:
    """`2 actions · 1 aha · due Fri 4 Dec`; what was not understood comes first, in its own style."""
    said: list[PreviewPiece] = [("bar.doubt", _trouble(found, language))] if found.troubles else []
    said += [("", text) for text in _said(found, today, language)]
    out: list[PreviewPiece] = []
    for piece in said:
        out += [("", " · "), piece] if out else [piece]
    return out


def _said(found: Preview, today: date, language: str) -> Iterator[str]:
    for kind, n in found.counts.items():
        yield say(language, f"n_{kind}", n=n)
    for day in found.dues[:SHOWN]:
        yield say(language, "due", day=spoken.short_day(day, today, language))
    if len(found.dues) > SHOWN:
        yield say(language, "and_more", n=len(found.dues) - SHOWN)
    yield from _fields(found.fields, today, language)


def _fields(fields: Fields, today: date, language: str) -> Iterator[str]:
    if fields.at:
        yield f"{spoken.short_day(fields.at.date(), today, language)} {fields.at:%H:%M}"
    if fields.minutes is not None:
        yield spoken.length(fields.minutes, language)
    if fields.mode:
        yield say(language, fields.mode)
    for name in ("mood", "seen", "rating"):
        value = getattr(fields, name)
        if value is not None:
            yield say(language, name, n=value)
    yield from map(str, fields.scales)


def _trouble(found: Preview, language: str) -> str:
    number, text = found.troubles[0]
    return say(language, "trouble", n=number, text=in_language(text, language))


def clock_text(seconds: float, language: str) -> str:
    """How long a talk has lasted: `12m`."""
    return spoken.length(int(seconds // 60), language)
