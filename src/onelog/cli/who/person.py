"""people add, edit, archive: who somebody is."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.asking import whom
from onelog.cli.options import Json, New, Person
from onelog.core.errors import Message, Refused, fold
from onelog.core.results.common import Changed
from onelog.journal import merge_people, people

Alias = Annotated[
    list[str] | None,
    typer.Option(metavar="WORD", help="alias", show_default=False),
]
Reading = Annotated[
    str | None,
    typer.Option(metavar="KANA", help="reading", show_default=False),
]
Relation = Annotated[str | None, typer.Option(metavar="WHO", help="relation", show_default=False)]
Every = Annotated[str | None, typer.Option(metavar="CADENCE", help="cadence", show_default=False)]
OnDay = Annotated[
    str | None,
    typer.Option("--on", metavar="WEEKDAY", help="weekday", show_default=False),
]
Hour = Annotated[str | None, typer.Option("--at", metavar="HH:MM", help="hour", show_default=False)]


def add(
    ctx: Ctx,
    name: Annotated[list[str], typer.Argument(metavar="NAME...", show_default=False)],
    alias: Alias = None,
    reading: Reading = None,
    relation: Relation = None,
    every: Every = None,
    on: OnDay = None,
    hour: Hour = None,
    new: New = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if len(name) > 1 and any(" " in word.strip() or "\u3000" in word.strip() for word in name):
        each = ", ".join(f'onelog people add "{word}"' for word in name[:3])
        raise Refused("person.several_names", each=each)
    added = people.add_person(
        app.journal,
        " ".join(name),
        app.now,
        aliases=alias,
        reading=reading,
        relation=relation,
        every=every,
        on=on,
        hour=hour,
        usual=app.settings.cadences,
        new=whom.is_new(app, " ".join(name), new),
    )
    app.changed(added, json)


def edit(
    ctx: Ctx,
    person: Person,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="new_name", show_default=False)] = None,
    alias: Alias = None,
    reading: Reading = None,
    relation: Relation = None,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="relation_since", show_default=False)] = None,
    every: Every = None,
    on: OnDay = None,
    hour: Hour = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    changed = people.edit_person(
        app.journal,
        person,
        app.now,
        name=name,
        aliases=alias,
        reading=reading,
        relation=relation,
        every=every,
        on=on,
        hour=hour,
        since=app.day(since),
        usual=app.settings.cadences,
    )
    app.changed(changed, json)
    for moment in changed.turned:
        name = moment.receiver and moment.receiver.label
        app.tell("talk.feedback_to_now", id=moment.id, kind=Message(f"errors.record.this_{moment.kind}"), name=name)


def archive(
    ctx: Ctx,
    person: Person,
    back: Annotated[bool, typer.Option("--back", help="back")] = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    app.changed(people.archive_person(app.journal, person, app.now, back=back), json)


def merge(ctx: Ctx, person: Person, into: Person, json: Json = False) -> None:
    app = ctx.obj
    merged = merge_people.merge(app.journal, person, into, app.now)
    app.changed(Changed("merged", (merged.person,)), json)
    counts = [Message(f"n_{kind.replace('-', '')}", n=n) for kind, n in merged.counts.items()]
    if counts:
        app.tell("talk.is_now_with", was=merged.was, name=merged.person.name, counts=fold("talk.comma", counts))
    else:
        app.tell("talk.is_now", was=merged.was, name=merged.person.name)
    for moment in merged.to_themselves:
        app.tell(
            "talk.to_themselves",
            id=moment.id,
            kind=Message(f"errors.record.this_{moment.kind}"),
            name=merged.person.name,
        )
