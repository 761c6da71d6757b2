"""edit, delete: one record changed in the editor, or taken out."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import words
from onelog.cli.back.show import Either, meant
from onelog.cli.options import Id, Json
from onelog.core.errors import Message, ToCome, joined_by_and
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Moment
from onelog.core.results.common import Changed
from onelog.journal.delete import delete_records
from onelog.journal.edit import apply_edit, gone_from
from onelog.markdown import entities


def edit(ctx: Ctx, what: Either, json: Json = False) -> None:
    app = ctx.obj
    record = meant(app, what)
    before = entities.write(record, app.language, blanks=True)
    options: dict[str, object] = {"id": record.id, "before": before}
    stay = list[Record]()

    def take(text: str) -> Changed:
        decimal = app.settings.conventions.decimal
        gone_ = gone_from(record, text, app.now, decimal)
        remove = {gone.uid for gone in gone_ if _ask(app, gone)}
        stay[:] = [gone for gone in gone_ if gone.uid not in remove]
        apply = partial(
            apply_edit,
            app.journal,
            record,
            text,
            app.now,
            lambda gone: gone.uid in remove,
            before=before,
            language=app.language,
        )
        try:
            return apply()
        except ToCome as error:
            if not app.confirm(app.said("prompt.keep_day", of_day=error.of_day)):
                raise
        return apply(to_come=True)

    changed = words.apply_words(app, "edit", [], take, options=options, template=before)
    if changed.records:
        app.changed(changed, json)
    else:
        app.tell("talk.nothing_changed")
    say_stay(app, stay)


def say_stay(app: App, stay: Sequence[Record]) -> None:
    """Says which records stay although their lines are gone, and what takes them away."""
    ids = [one.id for one in stay]
    if len(ids) == 1:
        app.tell("talk.line_gone", id=ids[0])
    elif ids:
        app.tell("talk.lines_gone", ids=joined_by_and(ids))


def _ask(app: App, gone: Record) -> bool:
    word = gone.kind if isinstance(gone, Moment) else kind_of(gone)
    text = getattr(gone, "text", "")
    return app.confirm(
        app.said("prompt.line_gone", kind=Message(f"errors.record.this_{word}"), id=gone.id, text=text[:50])
    )


def delete(
    ctx: Ctx,
    id_: Id,
    for_good: Annotated[bool, typer.Option("--for-good", help="for_good")] = False,
    confirm: Annotated[
        str | None,
        typer.Option(metavar="ID", help="confirm_id", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    if for_good:
        from onelog.cli.care import forget  # noqa: PLC0415 - only where it is for good

        forget.for_good(app, id_, confirm, json)
    else:
        app.changed(delete_records(app.journal, id_, app.now), json)
