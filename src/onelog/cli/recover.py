"""recover: words that never reached the journal."""

from typing import Annotated

import typer

from onelog.cli import log
from onelog.cli.app import App, Ctx
from onelog.cli.words import With
from onelog.errors import NotFound, Wrong
from onelog.journal import drafts, edit, follow
from onelog.journal import log as journal_log
from onelog.journal.drafts import Draft
from onelog.model import MOMENT_KINDS
from onelog.store import records
from onelog.views import Changed


def recover(
    ctx: Ctx,
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="Which of the listed ones.", show_default=False)
    ] = None,
    who: With = None,
    show: Annotated[bool, typer.Option("--show", help="Print the words only.")] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Throw the words away.")] = False,
) -> None:
    """Bring back words that never reached the journal."""
    app = ctx.obj
    if number is None:
        _list(app)
        return
    draft = drafts.chosen(app.path, number)
    if show:
        app.write(draft.text + "\n")
    elif discard:
        draft.discard()
        app.talk("Thrown away.")
    else:
        _bring_back(app, draft, who)


def _list(app: App) -> None:
    waiting = drafts.left(app.path)
    for number, draft in enumerate(waiting, 1):
        first = next((line for line in draft.text.split("\n") if line.strip() and line.strip() != "---"), "")
        app.write(
            f"{number}\t{draft.at or draft.path.name}\t{draft.command or '?'}\t{draft.options.get('person') or draft.options.get('id') or ''}\t{first[:60]!r}\n"
        )
    if waiting:
        app.talk("onelog recover N brings one back; --show prints it, --discard throws it away.")
    else:
        app.talk("No words are waiting.")


def _bring_back(app: App, draft: Draft, who: str | None) -> None:
    said = draft.options
    person = who or said.get("person")
    kind = draft.command
    with drafts.keeping(draft):
        if kind in ("log", "note", "") or (who and kind == "edit"):
            _log_again(app, draft, person, note=kind == "note")
        elif kind == "edit":
            record = records.by_id(app.store, str(said.get("id")))
            app.changed(edit.apply(app.journal, record, draft.text, app.now))
        elif kind == "topic":
            app.changed(follow.park(app.journal, str(person), draft.text, app.now))
        elif kind in MOMENT_KINDS or kind == "actions add":
            added: Changed = follow.add(
                app.journal,
                kind if kind in MOMENT_KINDS else "action",
                draft.text,
                app.now,
                _text(who or said.get("with")),
            )
            app.changed(added)
        else:
            raise NotFound(
                f"These words came from {kind!r}, which is not known here.", "onelog recover N --with PERSON logs them."
            )


def _log_again(app: App, draft: Draft, person: object, *, note: bool) -> None:
    if not person:
        raise Wrong("Whom were these words for?", "onelog recover N --with PERSON")
    said = {k: _text(draft.options.get(k)) for k in ("on", "len", "mode", "mood", "seen", "rating")}
    at = app.moment(said["on"] or draft.at) if draft.at else None
    fields = log.said(app, None, said["len"], said["mode"], said["mood"], said["seen"], said["rating"])
    if note:
        app.logged(journal_log.note(app.journal, str(person), draft.text, app.now))
        return
    if not document_says_when(draft.text):
        fields = journal_log.at(fields, at)
    raw, new = bool(draft.options.get("raw")), bool(draft.options.get("new"))
    app.logged(journal_log.log_meeting(app.journal, str(person), draft.text, app.now, fields, raw=raw, new=new))


def document_says_when(text: str) -> bool:
    """Whether the words say themselves when the meeting was."""
    from onelog import document  # noqa: PLC0415 - only after something went wrong
    from onelog.dates import now  # noqa: PLC0415 - as above

    return document.read(text, now()).fields.at is not None


def _text(value: object) -> str | None:
    return str(value) if value else None
