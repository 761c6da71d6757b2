"""log and note: what was said, in one's own words."""

from typing import Annotated

import typer

from onelog import dates, document
from onelog.cli import ask
from onelog.cli.app import App, Ctx
from onelog.cli.words import Json, New, Person, Words
from onelog.document import Fields
from onelog.journal import log as journal_log
from onelog.journal import names


def log(
    ctx: Ctx,
    person: Person,
    words: Words = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN", help="When it took place: fri, yesterday, 2026-11-20, '12 Nov 14:00'.", show_default=False
        ),
    ] = None,
    length: Annotated[
        str | None, typer.Option("--len", metavar="LENGTH", help="How long: 45m, 1h30m.", show_default=False)
    ] = None,
    mode: Annotated[
        str | None, typer.Option(metavar="MODE", help="video, office, phone, walk or chat.", show_default=False)
    ] = None,
    mood: Annotated[str | None, typer.Option(metavar="1-5", help="My mood.", show_default=False)] = None,
    seen: Annotated[str | None, typer.Option(metavar="1-5", help="Theirs, as I saw it.", show_default=False)] = None,
    rating: Annotated[
        str | None, typer.Option(metavar="1-5", help="How useful the talk was.", show_default=False)
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", "-e", help="Write it in the editor.")] = False,
    file: Annotated[
        str | None, typer.Option("--file", "-f", metavar="FILE", help="Take a document.", show_default=False)
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Keep the words as they are; read no labels.")] = False,
    new: New = False,
    json: Json = False,
) -> None:
    """Record a meeting in your own words.

    Labels pick out what matters; everything else is the note:

    a: an action: a: ask for the numbers @them due:fri why: the board meets
    aha: a discovery, because: what led up to it
    p: praise   gr: growth   c: concern   d: decision   w: win
    t: a topic for next time   g: a goal: g: mau 950000   x: private

    Without WORDS they come from a pipe, else from a prompt, which keeps them
    out of the shell's history.
    """
    app = ctx.obj
    fields = said(app, on, length, mode, mood, seen, rating)
    known(app, person, new)
    options: dict[str, object] = {"person": person, "raw": raw, "new": new, "on": on, "len": length, "mode": mode}
    options |= {"mood": mood, "seen": seen, "rating": rating}
    template = blank(app, person, fields) if edit else ""
    with ask.words(app, "log", words or [], options=options, file=file, edit=edit, template=template) as text:
        logged = journal_log.log_meeting(app.journal, person, text, app.now, fields, raw=raw, new=new)
    app.logged(logged, json)


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


def known(app: App, person: str, new: bool) -> None:
    """Refuses a name that fits several people, or resembles somebody's, before anybody types a long text for it."""
    names.meant(app.store, person, insist=new)


def blank(app: App, person: str, fields: Fields) -> str:
    """An empty document for a meeting, for the editor."""
    from onelog.model import Meeting, Ref  # noqa: PLC0415 - only for the editor

    meant = names.meant(app.store, person, insist=True)
    name = meant.name if meant else person
    meeting = Meeting(
        "",
        "",
        Ref("", name),
        fields.at or app.now,
        fields.minutes,
        fields.mode,
        fields.mood,
        fields.seen,
        fields.rating,
    )
    return document.write(meeting, app.language, blanks=True)


def note(ctx: Ctx, person: Person, words: Words = None, new: New = False, json: Json = False) -> None:
    """Keep something for the next meeting with somebody.

    It has the grammar of log, and becomes part of that meeting's document.
    """
    app = ctx.obj
    known(app, person, new)
    with ask.words(app, "note", words or [], options={"person": person, "new": new}) as text:
        noted = journal_log.note(app.journal, person, text, app.now, new=new)
    app.logged(noted, json)
