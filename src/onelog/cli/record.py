"""edit, delete: one record changed in the editor, or taken out."""

from onelog import cards
from onelog.cli import ask
from onelog.cli.app import App, Ctx
from onelog.cli.show import Either, meant
from onelog.cli.words import Id, Json
from onelog.journal import edit as journal_edit
from onelog.journal import trash
from onelog.model import Moment, Record, kind_of


def edit(ctx: Ctx, what: Either, json: Json = False) -> None:
    """Open a record in the editor; just what you change changes."""
    app = ctx.obj
    record = meant(app, what)
    before = cards.write(record, app.language, blanks=True)
    options: dict[str, object] = {"id": record.id, "before": before}
    with ask.words(app, "edit", [], options=options, edit=True, template=before) as text:
        remove = {gone.uid for gone in journal_edit.gone_from(record, text, app.now) if _ask(app, gone)}
        changed = journal_edit.apply(
            app.journal, record, text, app.now, lambda gone: gone.uid in remove, before=before, language=app.language
        )
    if changed.records:
        app.changed(changed, json)
    else:
        app.talk("Nothing was changed.")


def _ask(app: App, gone: Record) -> bool:
    word = gone.kind if isinstance(gone, Moment) else kind_of(gone)
    text = getattr(gone, "text", "")
    return app.confirm(f"The line of {word} {gone.id} is gone ({text[:50]}). Remove it?")


def delete(ctx: Ctx, id_: Id, json: Json = False) -> None:
    """Take a record out; onelog undo brings it back."""
    app = ctx.obj
    app.changed(trash.delete(app.journal, id_, app.now), json)
