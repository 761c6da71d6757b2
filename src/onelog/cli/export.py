"""export: a period's notes to take away."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.words import Private, With
from onelog.errors import Refused, Wrong
from onelog.formats import FORMATS, OTHER_NAMES, Format
from onelog.journal import period as journal_period
from onelog.model import PRIVATE
from onelog.periods import Period, quarter
from onelog.views import Book


def export(
    ctx: Ctx,
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERIOD]", help="2026Q3, last month, 2026, 2026-01-01..2026-02-15.", show_default=False
        ),
    ] = None,
    who: With = None,
    format_: Annotated[str, typer.Option("--format", metavar="NAME", help="md or json.")] = "md",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to a file.", show_default=False)
    ] = None,
    private: Private = False,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Write a period's notes as Markdown, or all as JSON.

    The period is the current quarter unless you name one. Concerns and private
    notes stay out unless you say --private. JSON without a period and a person
    is the whole journal, private kinds included.
    """
    app = ctx.obj
    form = named("json" if json else format_)
    everything = form.name == "json" and period is None and who is None
    span = None if everything else _span(app, period)
    book = journal_period.book(app.store, span, app.person(who), private=private or everything)
    if output:
        _write_file(app, form, book, output)
    else:
        module(form).write(book, sys.stdout, app.today, app.language)
    _say_what_is_in(app, book, span, everything, private)


def _span(app: App, period: str | None) -> Period:
    return app.period(period) if period else quarter(app.today, app.settings.fiscal_year_start)


def named(word: str) -> Format:
    """The format of a name. Raises `Wrong`."""
    form = FORMATS.get(OTHER_NAMES.get(word.lower(), word.lower()))
    if form is None:
        raise Wrong(f"There is no format {word[:20]!r}.", f"It is one of {', '.join(FORMATS)}.")
    return form


def module(form: Format):  # type: ignore[no-untyped-def]  # a module, which has no type to name
    from importlib import import_module  # noqa: PLC0415 - beside its one use

    return import_module(form.module)


def _write_file(app: App, form: Format, book: Book, path: Path) -> None:
    """The whole file or none: written aside, synced, then put in its place for its owner alone."""
    if path.exists():
        raise Refused(f"{path} is there already.", "Choose another name, or move it away.")
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(
            os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8", newline="\n"
        ) as out:
            module(form).write(book, out, app.today, app.language)
            out.flush()
            os.fsync(out.fileno())
        os.link(aside, path)
    except OSError as error:
        raise Refused(
            f"{path} cannot be written: {error.strerror}.", "Look at the folder, or choose another one."
        ) from error
    finally:
        aside.unlink(missing_ok=True)


def _say_what_is_in(app: App, book: Book, span: Period | None, everything: bool, private: bool) -> None:
    met = sum(1 for m in book.meetings if m.at)
    what = f"{span.name}: " if span else ""
    goals = f", {len(book.goals)} goal{'' if len(book.goals) == 1 else 's'}" if book.goals else ""
    app.talk(f"{what}{met} meeting{'' if met == 1 else 's'}{goals}.")
    if book.left_out:
        app.left_out(book.left_out, "writes")
    elif (everything or private) and _has_private(book):
        app.talk("Concerns and private notes are in it: it is for your eyes.")


def _has_private(book: Book) -> bool:
    moments = [*book.moments, *(moment for meeting in book.meetings for moment in meeting.moments)]
    return any(moment.kind in PRIVATE for moment in moments)
