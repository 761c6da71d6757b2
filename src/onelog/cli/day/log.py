"""log and note: what was said, in one's own words."""

import sys
import time
from dataclasses import replace
from typing import Annotated, NamedTuple

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import whom
from onelog.cli.asking.words import AskedText, apply_words, take_words
from onelog.cli.day import adding
from onelog.cli.options import Json, New, Whom, Words
from onelog.core import model
from onelog.core.calendar import dates
from onelog.core.errors import ToCome, Unnamed, Wrong
from onelog.core.model import Action, Meeting, Ref
from onelog.core.names import name_matching
from onelog.core.names.honorifics import titled
from onelog.core.phrases import say
from onelog.core.results.common import Changed, Logged
from onelog.insight import forms, resolve
from onelog.journal.log import log_meeting, logged_already, note_for_next, with_time
from onelog.markdown import document
from onelog.markdown.document import Fields
from onelog.store import people

When = Annotated[
    str | None,
    typer.Option(metavar="WHEN", help="when_met", show_default=False),
]
Length = Annotated[str | None, typer.Option("--len", metavar="LENGTH", help="how_long", show_default=False)]
Mode = Annotated[str | None, typer.Option(metavar="MODE", help="mode", show_default=False)]
Mood = Annotated[str | None, typer.Option(metavar="1-5", help="mood", show_default=False)]
Seen = Annotated[str | None, typer.Option(metavar="1-5", help="seen", show_default=False)]
Rating = Annotated[str | None, typer.Option(metavar="1-5", help="rating", show_default=False)]
Edit = Annotated[bool, typer.Option("--edit", "-e", help="edit_words")]
Prep = Annotated[bool, typer.Option("--prep", help="prepared")]
File = Annotated[str | None, typer.Option("--file", "-f", metavar="FILE", help="document", show_default=False)]
Live = Annotated[bool, typer.Option("--live", help="live")]
More = Annotated[bool, typer.Option("--more", help="more")]
Raw = Annotated[bool, typer.Option("--raw", help="raw")]


def log(
    ctx: Ctx,
    person: Whom = None,
    words: Words = None,
    on: When = None,
    length: Length = None,
    mode: Mode = None,
    mood: Mood = None,
    seen: Seen = None,
    rating: Rating = None,
    edit: Edit = False,
    prep: Prep = False,
    file: File = None,
    raw: Raw = False,
    live: Live = False,
    more: More = False,
    new: New = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    person, words, more = adding.read_plus(app, person, words, more=more)
    means = Means(raw=raw, edit=edit or prep, prep=prep, file=file, live=live, more=more, json=json)
    means.refuse_together()
    options: dict[str, object] = {"raw": raw, "on": on, "len": length, "mode": mode, "mood": mood, "seen": seen}
    options["rating"] = rating
    person, new = whom.addressed(app, "log", person, words, options, new=new)
    options |= {"person": person, "new": new}

    def check() -> Fields:
        if live and (words or edit or prep or file or not sys.stdin.isatty()):
            raise Wrong("log.live_needs_prompt")
        known(app, person, new)
        return said(app, on, length, mode, mood, seen, rating)

    may_be_second = bool(words) and not (new or on) and means.is_plain and _alone(app, person) is not None
    if more or (may_be_second and adding.is_meant(app, person)):
        fields = check()
        adding.add(app, person, words or [], fields, options=options, file=file, edit=means.edit, raw=raw, json=json)
        return
    app.tell_of_forms(_alone(app, person))
    options["document"] = not means.typed
    template = _template(app, person, check(), new, prep=prep) if means.edit else ""
    begun = time.monotonic() if live else None
    logged = apply_words(
        app,
        "log",
        words or [],
        lambda text: _take(app, person, text, check(), means, new=new, begun=begun),
        options=options,
        file=file,
        edit=means.edit,
        template=template,
        asks=AskedText(raw=raw, begun=begun),
        check=check,
    )
    _show(app, logged, is_typed=bool(words), json=json)


class Means(NamedTuple):
    """How the words of a meeting come, and the answer goes."""

    raw: bool
    edit: bool
    prep: bool
    file: str | None
    live: bool
    more: bool
    json: bool

    @property
    def typed(self) -> bool:
        """Whether they are no document."""
        return not (self.edit or self.file)

    @property
    def is_plain(self) -> bool:
        """Whether they are said in the command, for people to read."""
        return not (self.live or self.prep or self.file or self.json)

    def refuse_together(self) -> None:
        """Raises `Wrong` for options that exclude one another."""
        if self.more and (self.prep or self.live):
            raise Wrong("log.more_alone", option="--prep" if self.prep else "--live")
        if self.prep and (self.raw or self.file):
            raise Wrong("command.prep_or_raw" if self.raw else "command.prep_or_file")


def _take(app: App, person: str, text: str, fields: Fields, means: Means, *, new: bool, begun: float | None) -> Logged:
    """Records the meeting with its words, once its day and owners are clear."""
    if begun is not None:
        fields = lasted(fields, text, app, time.monotonic() - begun)
    if not means.raw:
        day = fields.at.date() if fields.at else None
        text = adding.clear_up(app, text, person, day=day, typed=means.typed)
    return _logged(app, person, text, fields, raw=means.raw, new=new, typed=means.typed)


def _show(app: App, logged: Logged, *, is_typed: bool, json: bool) -> None:
    """The meeting, and what is said after it."""
    logged = app.logged(logged, json)
    if already := logged_already(app.store, logged.meeting):
        app.tell("talk.same_words", id=already, new=logged.meeting.id)
    elif not json and (not app.can_ask or not is_typed):
        adding.say_how(app, logged.meeting)
    if logged.decided and not json and not app.on_terminal:
        app.show(Changed("decided", logged.decided))
    if app.on_terminal and not json:
        _afterwards(app, logged)


def lasted(fields: Fields, text: str, app: App, seconds: float) -> Fields:
    """The fields with the minutes that a talk took, unless its length is said."""
    if fields.minutes is not None or document.read(text, app.now, typed=True).fields.minutes is not None:
        return fields
    return replace(fields, minutes=max(1, round(seconds / 60)))


def _logged(app: App, person: str, text: str, fields: Fields, *, raw: bool, new: bool, typed: bool) -> Logged:
    """Records the meeting; one that is yet to come only after asking."""
    try:
        return log_meeting(app.journal, person, text, app.now, fields, raw=raw, new=new, typed=typed)
    except ToCome as error:
        if not app.confirm(app.said("prompt.log_it", of_day=error.of_day)):
            raise
    return log_meeting(app.journal, person, text, app.now, fields, raw=raw, new=new, typed=typed, to_come=True)


def _afterwards(app: App, logged: Logged) -> None:
    """A hint where somebody got a task and not its why, and three questions after what was typed at the prompt."""
    unsaid = (a for a in logged.meeting.actions if a.owner and not a.why and a.status == "open")
    action = next((a for a in unsaid if _reports(app, a)), None) if app.settings.hints else None
    if action and action.owner:
        app.screen.text(
            "  ",
            *app.screen.phrase(
                "say_why", f"onelog change {action.id} {app.said('why_asked')}", name=action.owner.label
            ),
        )
    _told(app, logged)
    if app.prompted:
        from onelog.cli.asking import reflect  # noqa: PLC0415 - whose words came otherwise is not asked

        reflect.after(app, logged.meeting)


def _told(app: App, logged: Logged) -> None:
    """A milestone, quietly; and how to say whether a spark of this meeting landed."""
    if app.settings.milestones and sys.stderr.isatty():
        from onelog.insight import milestones  # noqa: PLC0415 - only for who sits at a terminal

        reached = milestones.after(app.store, logged.meeting, app.today)
        if reached:
            about = titled(reached.about) if app.language == "ja" and reached.what != "goal" else reached.about
            app.talk(f"  {app.screen.say(f'prompt.milestone_{reached.what}', n=reached.n, about=about)}")
    if app.settings.hints and any(tag.startswith("spark") for topic in logged.meeting.topics for tag in topic.tags):
        from onelog.insight import spark  # noqa: PLC0415 - only where there is one

        for waiting in spark.unsaid(logged.meeting):
            command = f"onelog spark {waiting.id} --landed"
            app.screen.text("  ", *app.screen.phrase("prompt.spark_landed", command, id=waiting.id))


def _reports(app: App, action: Action) -> bool:
    """Whether it was handed to a report; what a manager or a peer promises has its own why."""
    owner = people.by_uid(app.store, action.owner.uid) if action.owner else None
    return owner is not None and owner.relation == "report"


def said(
    app: App,
    on: str | None,
    length: str | None,
    mode: str | None,
    mood: str | None,
    seen: str | None,
    rating: str | None,
) -> Fields:
    """The fields that options say. Raises `Wrong`."""
    return Fields(
        at=app.moment(on),
        minutes=dates.minutes(length) if length else None,
        mode=document.mode(mode) if mode else None,
        mood=document.score("mood", mood) if mood else None,
        seen=document.score("seen", seen) if seen else None,
        rating=document.score("rating", rating) if rating else None,
    )


def known(app: App, person: str | None, new: bool) -> None:
    """Refuses a name that fits several people, or resembles somebody's, before anybody types a long text for it."""
    if person == "":
        raise Unnamed("person.with_whom")
    if person is not None:
        resolve.meant(app.store, person, insist=new)


def _template(app: App, person: str, fields: Fields, new: bool, *, prep: bool) -> str:
    """What stands in the editor at first."""
    return (filled if prep or has_form(app, person) else blank)(app, person, fields, new)


def blank(app: App, person: str, fields: Fields, new: bool) -> str:
    """An empty document for a meeting, for the editor."""
    meant = resolve.meant(app.store, person, insist=new)
    name = meant.name if meant else person
    meeting = Meeting(
        uid="",
        id="",
        person=Ref("", name),
        at=fields.at or app.now,
        minutes=fields.minutes,
        mode=fields.mode,
        mood=fields.mood,
        seen=fields.seen,
        rating=fields.rating,
    )
    return document.write(meeting, app.language, blanks=True, hints=[say(app.language, "document.hand_over")])


def has_form(app: App, person: str) -> bool:
    """Whether there is a form of one's own for somebody, which says what stands in the document."""
    return forms.nearest(_alone(app, person)) is not None


def _alone(app: App, word: str) -> model.Person | None:
    """Whom a word means, where that is one person."""
    fitting = name_matching.fitting(people.everybody(app.store), word)
    return fitting[0] if len(fitting) == 1 else None


def filled(app: App, person: str, fields: Fields, new: bool) -> str:
    """The document that was prepared for a meeting, for the editor: all of it, concerns too."""
    from onelog.journal.prepared import agenda  # noqa: PLC0415 - only for the editor

    meant = resolve.meant(app.store, person, insist=new) or model.Person("", "", person)
    at = with_time(fields, fields.at or app.now)
    return agenda.document_for(
        app.store, meant, app.today, app.language, fields=at, private=True, limits=app.settings.watch
    )


def note(ctx: Ctx, person: Whom = None, words: Words = None, new: New = False, json: Json = False) -> None:
    app = ctx.obj
    person, new = whom.addressed(app, "note", person, words, {}, new=new)
    options: dict[str, object] = {"person": person, "new": new}
    with take_words(app, "note", words or [], options=options, check=lambda: known(app, person, new)) as text:
        text = adding.clear_up(app, text, person, has_days=False)
        noted = note_for_next(app.journal, person, text, app.now, new=new)
    app.logged(noted, json)
