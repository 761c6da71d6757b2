"""The options that narrow a list, a search or a report, made into one `Selection`."""

from collections.abc import Collection
from datetime import date, timedelta

from onelog.cli.app import App
from onelog.core.errors import OnelogError, Wrong
from onelog.core.phrases import key_said, say
from onelog.core.selection import Selection
from onelog.markdown.word_forms import composed


def selection(
    app: App,
    person: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    tag: str | None = None,
    closed: bool = False,
    private: bool = False,
    limit: int | None = None,
) -> Selection:
    """What is selected by the words of these options. Raises `OnelogError` for a person or a day that nobody knows."""
    return Selection(
        person=app.person(person),
        since=first_day(app, since),
        before=day_after(app, until),
        kind=kind,
        tag=composed(tag).lstrip("#+").lower() if tag else None,
        closed=closed,
        private=private,
        limit=limit,
    )


def check_kind(kind: str | None, known: Collection[str], refusal: str = "record.unknown_kind") -> str | None:
    """The kind that a word means, in English or as a screen says it: `win`, 成果; None where there is none.

    Raises `Wrong` for one that is none of those that are known.
    """
    if not kind or kind in known:
        return kind or None
    found = key_said(kind, known)
    if not found:
        raise Wrong(refusal, kind=kind[:20], kinds=lambda language: _listed(known, language))
    return found


def _listed(kinds: Collection[str], language: str) -> str:
    """The kinds as they are typed: `win, aha`, 成果、気づき."""
    return ", ".join(kinds) if language == "en" else "、".join(say(language, kind) for kind in kinds)


def first_day(app: App, text: str | None) -> date | None:
    """The first day of a day or a period that somebody names."""
    return _edge(app, text, 0)


def day_after(app: App, text: str | None) -> date | None:
    """The day after the last one of a day or a period that somebody names."""
    return _edge(app, text, 1)


def _edge(app: App, text: str | None, end: int) -> date | None:
    if not text:
        return None
    try:
        period = app.period(text)
        return period.end if end else period.start
    except OnelogError:
        day = app.day(text)
        return day + timedelta(days=end) if day else None
