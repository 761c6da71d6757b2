"""A changed field in words: `due Fri 4 Dec → Fri 11 Dec`, `owner me → Ben Okafor`."""

from datetime import date, datetime, time

from onelog.core import scales
from onelog.core.model import FEEDBACK, MODES, Ref
from onelog.core.phrases import say, spoken
from onelog.core.results.common import FieldChange
from onelog.core.scales import ScaleValue

LONGEST = 40
"""Signs of a text that are said."""


def say_change(one: FieldChange, today: date, language: str, *, whole: bool = False) -> str:
    """What a field was and what it is; `whole` texts are not cut."""
    field = say(language, f"change.field_{one.name}")
    if one.before is None and one.after is None and not one.is_me:
        return say(language, "change.not_told", field=field)
    before, after = (_value(one, value, today, language, whole) for value in (one.before, one.after))
    return say(language, "change.became", field=field, before=before, after=after)


def _value(one: FieldChange, value: object, today: date, language: str, whole: bool) -> str:
    if value is None and one.is_me:
        return say(language, "me")
    if value is None or value in ("", ()):
        return say(language, "change.none")
    if isinstance(value, Ref):
        return value.label
    if isinstance(value, datetime):
        return f"{spoken.short_day(value.date(), today, language)}{f' {value:%H:%M}' if value.time() != time() else ''}"
    if isinstance(value, date):
        return spoken.short_day(value, today, language)
    if isinstance(value, float):
        return spoken.number(value)
    if isinstance(value, tuple):
        listed = [part for part in value if isinstance(part, ScaleValue)]
        return scales.listed(listed) if listed else " ".join(f"+{tag}" for tag in value)
    if isinstance(value, int):
        return spoken.length(value, language) if one.name == "minutes" else str(value)
    text = str(value)
    if one.name == "rule":
        return spoken.every(text, language)
    if (one.name == "mode" and text in MODES) or (one.name == "becomes" and text in FEEDBACK):
        return say(language, text)
    return text if whole or len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
