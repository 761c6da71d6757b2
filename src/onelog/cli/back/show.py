"""show: one record whole."""

from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Json, Private
from onelog.cli.output import put_told
from onelog.core.errors import Refused, Wrong
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Action, Answer, Checkin, Goal, Meeting, Moment, Person, Topic
from onelog.core.presenter import Listed
from onelog.core.results.common import Holder
from onelog.formats.json_records import held_json
from onelog.insight import goal_links, resolve
from onelog.markdown import privacy
from onelog.store import records
from onelog.store.queries import holders

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="new_file", show_default=False)]
Either = Annotated[str, typer.Argument(metavar="ID|PERSON", help="id_or_name", show_default=False)]

_NAMED = {"concern": "concern", "fact": "fact_about_somebody", "private": "private_note"}


def show(
    ctx: Ctx,
    what: Either,
    md: Annotated[bool, typer.Option("--md", help="as_markdown")] = False,
    private: Private = False,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="show_format", show_default=False)
    ] = None,
    output: Output = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain(*_explained(meant(app, what)), json=json)
        return
    form = _format(format_, output, md=md, json=json)
    found = meant(app, what)
    if form == "html":
        if not isinstance(found, Person):
            raise Wrong("record.no_page", id=found.id, kind=resolve.a_kind(kind_of(found)))
        _of_person().put_page(app, found, output, private=private)
        return
    json = form == "json"
    record, left = _allowed(app, found, private, json)
    if form == "md":
        from onelog.markdown import entities  # noqa: PLC0415 - only for a document

        text = entities.write(record, app.language)
        if output:
            put_told(app.tell, output, lambda out: out.write(text))
        else:
            app.text(text)
    elif isinstance(record, Moment) and record.kind == "concern":
        _show_concern(app, record, json)
    elif isinstance(record, Action) and json:
        app.json(app.as_json(record) | {"handed_over": held_json(_held(app, record))})
    elif isinstance(record, Moment | Topic | Meeting) and json:
        aside = _aside(app, record)
        app.json(app.as_json(record) | {"set_aside": app.as_json(aside) if aside else None})
    else:
        beside = _beside(app, record, json)
        near = beside.get("related", [])
        if not private:
            beside |= {"related": [one for one in near if not privacy.private_kind(one)]} if near else {}
            left = left | Counter(kind for one in near if (kind := privacy.private_kind(one)))
        app.show(record, json, **beside)
    app.left_out(left)


def _format(word: str | None, output: Path | None, *, md: bool, json: bool) -> str:
    """md, html, json, or "" for the screen; into a file it is a document, or a page."""
    asked = {name for name, one in (("md", md), ("json", json)) if one}
    asked |= {{"markdown": "md", "htm": "html"}.get(word.lower(), word.lower())} if word else set()
    if len(asked) > 1:
        raise Wrong("record.one_format", formats=", ".join(sorted(asked)))
    form = asked.pop() if asked else "md" if output else ""
    if form not in ("", "md", "html", "json"):
        raise Wrong("record.unknown_format", format=form[:20])
    if output and form == "json":
        raise Wrong("record.json_into_file")
    return form


def _of_person() -> ModuleType:
    from onelog.cli.back import show_person  # noqa: PLC0415 - only a person has weeks, and a page

    return show_person


def meant(app: App, word: str) -> Record:
    """The record this id was given to, else the person of this name. Raises `NotFound`, also when it was deleted."""
    if records.handle(app.store, word):
        return records.by_id(app.store, word)
    return resolve.person(app.store, word)


def _explained(record: Record) -> tuple[str, ...]:
    """The measures of what is said of a record."""
    if isinstance(record, Person):
        return "due", "met", "kept", "strip", "own-scales", "counts", "away"
    if isinstance(record, Goal | Checkin):
        return "way", "pace", "ahead", "below", "early", "overdue", "away"
    if isinstance(record, Meeting):
        return "length", "mood", "rating", "own-scales", "overdue", "age", "left-out", "away"
    if isinstance(record, Moment) and record.kind == "concern":
        return "age", "follow-ups", "away"
    return ("overdue", "handed-over", "away") if isinstance(record, Action) else ("away",)


def _allowed(app: App, record: Record, private: bool, json: bool) -> tuple[Record, Counter[str]]:
    """The record without what only --private shows, and how much that is. Raises `Refused` where nothing is left."""
    if isinstance(record, Meeting) and not private:
        shown, kinds = privacy.public(record)
        return shown, Counter(kinds)
    kind = privacy.private_kind(record)
    if kind and not app.tells_private(private, True, json):
        what = "answer_about_concern" if isinstance(record, Answer) else _NAMED[kind]
        raise Refused("record.private", id=record.id, kind=resolve.a_kind(what))
    return record, Counter()


def _show_concern(app: App, concern: Moment, json: bool) -> None:
    """A concern with its follow-ups: the texts that say `re:` with its id."""
    from onelog.store.search import search  # noqa: PLC0415 - only a concern is looked for elsewhere

    after = search.follow_ups(app.store, concern.id)
    if json:
        app.json(app.as_json(concern) | {"follow_ups": [app.as_json(hit) for hit in after]})
    elif app.on_terminal:
        app.show(concern, follow_ups=after)
    else:
        app.show(Listed(Moment, [concern, *after]))


def _beside(app: App, record: Record, json: bool) -> dict[str, Any]:
    """What is drawn together with a record."""
    if json or not app.on_terminal:
        return {}
    if isinstance(record, Goal):
        return {
            "related": goal_links.related(app.store, record, private=True),
            "course": goal_links.course_of(app.store, record, app.today),
        }
    if isinstance(record, Person):
        said: dict[str, Any] = _of_person().beside(app, record)
        return said
    if isinstance(record, Action):
        return {"related": goal_links.related(app.store, record), "held": _held(app, record)}
    return {"related": goal_links.related(app.store, record), "aside": _aside(app, record)}


def _aside(app: App, record: Record) -> Answer | None:
    """What keeps a record from coming back today."""
    said = records.set_aside(app.store, record.uid)[-1:]
    return said[0] if said and said[0].until > app.today else None


def _held(app: App, action: Action) -> tuple[Holder, ...]:
    """Who has had a promise; empty where it was never handed over."""
    return holders.holders(app.store, [action]).get(action.uid, ())
