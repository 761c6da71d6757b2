"""What is asked about a text before it is read, where somebody sits at a terminal: a day that is none, whom it is with."""

import re
from datetime import date

from onelog.cli.app import App
from onelog.cli.asking import answers
from onelog.cli.asking.whom import named
from onelog.core.calendar import dates
from onelog.core.calendar.day_words import Unclear
from onelog.core.errors import Message, OnelogError, joined_by_or, stopped
from onelog.core.model import Moment
from onelog.core.names import name_forms, name_matching
from onelog.core.regexes import pattern
from onelog.core.results.common import Changed
from onelog.core.sanitize import quoted_name, safe
from onelog.journal.follow_up import mentioned, whose
from onelog.journal.private_labels import apart, private_label
from onelog.journal.references import Names
from onelog.markdown import document, section_lines
from onelog.markdown.privacy import is_private
from onelog.store import people

_ON = r"(?i)(?<![^\s])on:(\"[^\"]*\"|[^\s\"]\S*)"
_DUE = r"(?i)(?<![^\s])due:(\"[^\"]*\"|[^\s\"]\S*(?:[ \t]+[^\s:]+(?!\S)){0,2})"


def when(app: App, text: str, *, typed: bool = True) -> str:
    """The text with the day of a meeting that was said and not understood, after asking once; Enter keeps today."""
    found = pattern(_ON).search(text.partition("\n\n")[0]) if app.can_ask else None
    if not found or document.read(text, app.now, typed=typed).fields.at:
        return text
    try:
        dates.moment(found[1].strip('"'), app.now, conventions=app.settings.conventions)
    except Unclear as error:
        question = app.said("prompt.when_was_it", said=found[0])
        answer = _near(app, error, found[0], "back", app.today) or _asked(app, question)
    else:
        return text
    return f"{text[: found.start()]}on:{answer}{text[found.end() :]}" if answer else text


def _asked(app: App, question: str) -> str:
    """A time as an ISO one, "" where none is said."""

    def read(said: str) -> str | None:
        try:
            at = app.moment(said)
        except OnelogError as error:
            app.talk(stopped(error.said(app.spoken)))
            return None
        return at.isoformat(timespec="minutes") if at else None

    return answers.until(app, question, read, none="", wants=Message("prompt.wants_day_or_today"))


def due(app: App, text: str, base: date | None = None) -> str:
    """The text with days of promises that were said and not understood, each asked about with the nearest one.

    `base` is the day of the meeting, from which they are counted.
    """
    if not app.can_ask or "due:" not in text.lower():
        return text
    return pattern(_DUE).sub(lambda found: _due(app, found, base or app.today), text)


def _due(app: App, found: re.Match[str], base: date) -> str:
    """`due:` and its day: one that is understood as it is, else the nearest if it is meant."""
    words = found[1].strip('"').split()
    tried = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
    near: dict[str, Unclear] = {}
    for run in tried:
        try:
            dates.day(run, base, conventions=app.settings.conventions)
        except Unclear as error:
            if error.nearest not in (one.nearest for one in near.values()):
                near[run] = error
        except OnelogError:
            continue
        else:
            return found[0]
    run = next((run for run in reversed(near) if near[run].nearest), "")
    day = _near(app, near[run], f"due:{run}", "ahead", base) if run else ""
    return f"due:{day}{found[0].split(run, 1)[1]}" if day and run in found[0] else found[0]


def _near(app: App, error: Unclear, said: str, looking: dates.Looking, base: date) -> str:
    """The day that is meant, as an ISO day; "" where none is."""
    if isinstance(error, dates.TwoDays):
        days = joined_by_or([*map(app.day_text, error.nearest)])
        problem = app.said("prompt.may_be_days", said=said, days=days)
    else:
        problem = app.said("prompt.no_day", said=said)
    day = app.day_meant(problem, error, base, looking)
    return str(day) if day else ""


def owners(app: App, text: str, person: str | None = None, *, kind: str = "", typed: bool = True) -> str:
    """The text in which `@name` of nobody yet stays a word unless it is somebody new, after asking.

    `person` is whom it is with, who may be new as well; a text of a `kind` is one line.
    """
    if not app.can_ask or not re.search("[@＠]", text):
        return text
    known = Names(app.store)
    if not kind:
        document.read(text, app.now, known, typed=typed)
    elif "\n" not in text.strip():
        document.read_item(kind, text.strip(), app.now, known)
    for name in known.new:
        mark = re.compile(rf"(?<!\\)[@＠](?=\"?{re.escape(name)})")
        is_them = person and name_forms.normalize(name) in name_forms.normalize(person).split()
        if mark.search(text) and not is_them and not app.confirm(app.said("prompt.new_owner", name=name)):
            text = mark.sub(r"\\\g<0>", text)
    return text


def private(app: App, kind: str, text: str) -> list[tuple[str, str]]:
    """The kinds that a line becomes and their words: private ones apart, where a label begins them and it is meant."""
    text = text.strip()
    if not app.can_ask or is_private(kind) or "\n" in text or not private_label(text) or section_lines.opens(text):
        return [(kind, text)]
    pieces = apart(kind, text)
    hidden = safe(" · ".join(words for said, words in pieces if is_private(said)), newlines=False)
    is_meant = app.confirm(app.said("prompt.keep_private", words=hidden[:40]))
    return pieces if is_meant else [(kind, text)]


def whom(app: App, kind: str, text: str, who: str | None) -> str | None:
    """Whom a moment is with: as said, else somebody whose name it begins with or who is `@name` in it, after asking."""
    if who or not app.can_ask:
        return who
    offered = [(app.said("prompt.with_this", name=p.name), p.name) for p in whose(app.store, kind, text)]
    return answers.meant(app, offered, lambda said: named(app, said), "prompt.wants_name")


def say_unlinked(app: App, added: Changed) -> None:
    """Says how to link moments that begin with somebody's name and are with nobody."""
    for record in added.records:
        if isinstance(record, Moment) and not (record.person or record.giver or record.receiver):
            everybody = people.everybody(app.store)
            for person in (name_matching.opening(everybody, record.text) or mentioned(everybody, record.text))[:1]:
                app.tell("talk.with_nobody", id=record.id, name=quoted_name(person.name))
