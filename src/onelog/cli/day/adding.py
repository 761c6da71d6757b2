"""log --more: another word for a meeting of today."""

from collections.abc import Mapping
from datetime import date, timedelta

from onelog.cli.app import App
from onelog.cli.asking import answers
from onelog.cli.asking.words import AskedText, apply_words
from onelog.core.errors import Ambiguous, Message, NotFound, Refused, Wrong
from onelog.core.model import Meeting
from onelog.core.results.common import Changed, Logged
from onelog.core.sanitize import quoted_name
from onelog.core.selection import Selection
from onelog.insight import resolve
from onelog.journal.log import add_to
from onelog.markdown import document
from onelog.markdown.document import Fields
from onelog.store import meetings

PLUS = ("+", "＋")
"""What says that the words behind it are more of a meeting of today."""


def meeting_of_today(app: App, name: str) -> Meeting | None:
    """The last meeting of today with somebody; None where there was none."""
    found = meetings.on_day(app.store, resolve.person(app.store, name).uid, app.today)
    return found[0] if found else None


def read_plus(
    app: App, person: str | None, words: list[str] | None, *, more: bool
) -> tuple[str | None, list[str] | None, bool]:
    """The person, the words, and whether they are more of a meeting of today, which a lone `+` before them says as well.

    `log + WORDS` is with whom today's meeting was; raises `NotFound` where there was none, `Ambiguous` where there were several.
    """
    if person is not None and person.strip() in PLUS:
        return _of_today(app), words, True
    if words and words[0].strip() in PLUS:
        return person, words[1:], True
    return person, words, more


def _of_today(app: App) -> str:
    today = Selection(since=app.today, before=app.today + timedelta(days=1))
    met = list(dict.fromkeys(one.person.label for one in meetings.newest(app.store, today)))
    if not met:
        raise NotFound("log.nobody_today")
    if len(met) == 1:
        return met[0]
    if app.can_ask and app.on_terminal:
        from onelog.cli.asking import picks  # noqa: PLC0415 - only where somebody can be asked

        return picks.pick_person(app, among=met)
    raise Ambiguous("log.several_today", names=met, quoted=quoted_name(met[0]))


def add(
    app: App,
    name: str,
    words: list[str],
    fields: Fields,
    *,
    options: Mapping[str, object],
    file: str | None,
    edit: bool,
    raw: bool,
    json: bool,
) -> None:
    """Adds words, from any door, to the meeting of today. Raises `Refused` where there was none, `Wrong` for another day."""
    if fields.at:
        raise Wrong("log.more_has_day")
    meeting = meeting_of_today(app, name)
    if meeting is None:
        person = resolve.person(app.store, name)
        raise Refused("log.none_today", name=person.name, quoted=quoted_name(person.name))
    typed, day = not (edit or file), meeting.at.date() if meeting.at else app.today

    def take(text: str) -> Changed:
        text = text if raw else clear_up(app, text, meeting.person.label, day=day, typed=typed)
        return add_to(app.journal, meeting.id, text, app.now, fields=fields, typed=typed, raw=raw)

    kept: dict[str, object] = {**options, "more": meeting.id, "document": not typed}
    changed = apply_words(app, "log", words, take, options=kept, file=file, edit=edit, asks=AskedText(raw=raw))
    (record,) = changed.records
    if json and isinstance(record, Meeting):
        app.logged(Logged(record, changed.new_people, changed.troubles), json)
    else:
        app.changed(changed._replace(verb="added"))


def clear_up(
    app: App, text: str, person: str, *, day: date | None = None, has_days: bool = True, typed: bool = True
) -> str:
    """The text of a meeting after asking about its day, the days of promises, and people, where somebody can be asked.

    `day` is None where the text may say when it was; without `has_days` only people are asked about.
    """
    if not app.can_ask:
        return text
    from onelog.cli.asking import clarify  # noqa: PLC0415 - only for somebody who can be asked

    if has_days and day is None:
        text = clarify.when(app, text, typed=typed)
        at = document.read(text, app.now, typed=typed).fields.at
        day = at.date() if at else None
    text = clarify.due(app, text, day) if has_days else text
    return clarify.owners(app, text, person, typed=typed)


def is_meant(app: App, name: str) -> bool:
    """Whether a second talk of the day is more of the first one, after asking; no where nobody can be asked."""
    meeting = meeting_of_today(app, name) if app.can_ask and app.on_terminal else None
    if meeting is None or meeting.at is None:
        return False

    def read(said: str) -> bool | None:
        return {"a": True, "add": True, "n": False, "new": False}.get(said.strip().casefold())

    question = app.screen.say("prompt.add_or_new", time=f"{meeting.at:%H:%M}")
    return answers.until(app, question, read, none=False, wants=Message("prompt.wants_add_or_new"))


def say_how(app: App, meeting: Meeting) -> None:
    """Says of a second meeting of the day how its words would have gone to the first one."""
    day = meeting.at.date() if meeting.at else None
    others = meetings.on_day(app.store, meeting.person.uid, day) if day == app.today else []
    first = next((one for one in others if one.uid != meeting.uid and one.at), None)
    if first and first.at:
        name = quoted_name(meeting.person.label)
        app.tell("prompt.second_today", time=f"{first.at:%H:%M}", command=f"onelog log {name} --more")
