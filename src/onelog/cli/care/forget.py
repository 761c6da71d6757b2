"""forget, delete --for-good: real erasure, after the name was typed."""

import sys
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Json, Person
from onelog.core.errors import Message, Refused, fold
from onelog.core.results.safety.forgotten import Erasure
from onelog.core.sanitize import one_line
from onelog.safety.forget import Aim, aim_at_person, aim_at_record, carry_out, complete, is_name
from onelog.store.vault import erasure

Confirm = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="confirm_name", show_default=False),
]


def forget(ctx: Ctx, person: Person, confirm: Confirm = None, json: Json = False) -> None:
    app = ctx.obj
    _complete(app)
    _carry_out(app, aim_at_person(app.store, person), "forget a person", confirm, json)


def for_good(app: App, id_: str, confirm: str | None, json: bool) -> None:
    """Erases one record, and what stands in it."""
    _complete(app)
    aim = aim_at_record(app.store, id_)
    command = "forget a person" if aim.kind == "person" else "delete for good"
    _carry_out(app, aim, command, confirm, json)


def _complete(app: App) -> None:
    """Does what is left of an erasure that was interrupted."""
    if erasure.is_under_way(app.store.db):
        complete(app.journal)
        app.tell("care.erased_completed")


def _carry_out(app: App, aim: Aim, command: str, confirm: str | None, json: bool) -> None:
    if app.on_terminal and not json:
        app.show(aim.told)
    else:
        app.tell("care.for_good", title=aim.title, counts=_counts(aim.told))
    _confirmed(app, aim, confirm)
    done = carry_out(app.journal, aim, command, app.now)
    app.acted = True
    if json or app.on_terminal:
        app.show(done, json)
    else:
        for kind, n in _numbers(done).items():
            app.write(f"{kind}\t{n}\n")
        for path, why in done.left:
            app.write(f"left\t{one_line(str(path))}\t{why}\n")
        _talk(app, done)


def _confirmed(app: App, aim: Aim, confirm: str | None) -> None:
    """Raises `Refused` unless the name was given as an option or is typed now."""
    what = Message("errors.history.full_name" if aim.kind == "person" else "errors.history.an_id")
    if confirm is None:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            raise Refused("history.erase_unasked", what=what, title=aim.title)
        confirm = app.ask_briefly(app.said("prompt.type_to_erase", what=what))
    if not is_name(confirm, aim):
        raise Refused("history.erase_another", what=what, title=aim.title)


def _numbers(done: Erasure) -> dict[str, int]:
    more = {"deleted before": done.deleted, "draft": done.drafts, "saved search": done.searches, "backup": done.backups}
    return {kind: n for kind, n in {**done.records, **more}.items() if n}


def _counts(told: Erasure) -> object:
    names = {"deleted before": "deleted", "saved search": "saved_search"}
    counts = [Message(f"n_{names.get(kind, kind)}", n=n) for kind, n in _numbers(told).items()]
    return fold("talk.comma", counts) if counts else Message("care.nothing_itself")


def _talk(app: App, done: Erasure) -> None:
    """What is left elsewhere, said in a pipe as well."""
    for path, why in done.left:
        app.tell("care.left_why", path=path, why=Message(f"care.why_{why}"))
    if done.held:
        app.tell("care.held_running", n=done.held)
    for word, n in done.mentions:
        app.tell("care.has_the_word", n=n, word=word, command=f"onelog search {word}")
    if done.older:
        app.tell("care.had_it_once", n=done.older)
    if done.searches_left:
        app.tell(
            "care.searches_have", n=len(done.searches_left), names=", ".join(f":{one}" for one in done.searches_left)
        )
    app.tell("care.beyond_reach")
