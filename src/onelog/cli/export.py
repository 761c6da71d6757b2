"""export and import: a period's notes to take away, and documents to take in."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from onelog.cli import ask
from onelog.cli.app import App, Ctx
from onelog.cli.words import Json, With
from onelog.dates import Period, quarter
from onelog.errors import OnelogError, Refused, Wrong
from onelog.formats import FORMATS, OTHER_NAMES, Format
from onelog.journal import bring
from onelog.journal import period as journal_period
from onelog.views import Book, Brought


def export(
    ctx: Ctx,
    period: Annotated[str | None, typer.Argument(metavar="[PERIOD]", help="2026Q3, last month, 2026, 2026-01-01..2026-02-15.", show_default=False)] = None,
    who: With = None,
    format_: Annotated[str, typer.Option("--format", metavar="NAME", help="md or json.")] = "md",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to a file.", show_default=False)] = None,
    private: Annotated[bool, typer.Option("--private", help="With concerns and private notes.")] = False,
) -> None:
    """Write a period's notes as Markdown, or all as JSON.

    The period is the current quarter unless you name one. Concerns and private
    notes stay out unless you say --private. JSON without a period is the whole
    journal, private kinds included.
    """
    app = ctx.obj
    form = named(format_)
    everything = form.name == "json" and period is None
    span = None if everything else _span(app, period)
    book = journal_period.book(app.store, span, app.person(who), private=private or everything)
    if output:
        _write_file(app, form, book, output)
    else:
        _module(form).write(book, sys.stdout, app.today, app.language)
    _say_what_is_in(app, book, span, everything, private)


def _span(app: App, period: str | None) -> Period:
    return app.period(period) if period else quarter(app.today, app.settings.fiscal_year_start)


def named(word: str) -> Format:
    """The format of a name. Raises `Wrong`."""
    form = FORMATS.get(OTHER_NAMES.get(word.lower(), word.lower()))
    if form is None:
        raise Wrong(f"There is no format {word[:20]!r}.", f"It is one of {', '.join(FORMATS)}.")
    return form


def _module(form: Format): # type: ignore[no-untyped-def]  # a module, which has no type to name
    from importlib import import_module  # noqa: PLC0415 - beside its one use

    return import_module(form.module)


def _write_file(app: App, form: Format, book: Book, path: Path) -> None:
    """The whole file or none: written aside, synced, then put in its place for its owner alone."""
    if path.exists():
        raise Refused(f"{path} is there already.", "Choose another name, or move it away.")
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8", newline="\n") as out:
            _module(form).write(book, out, app.today, app.language)
            out.flush()
            os.fsync(out.fileno())
        os.link(aside, path)
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.", "Look at the folder, or choose another one.") from error
    finally:
        aside.unlink(missing_ok=True)


def _say_what_is_in(app: App, book: Book, span: Period | None, everything: bool, private: bool) -> None:
    met = sum(1 for m in book.meetings if m.at)
    what = f"{span.name}: " if span else ""
    goals = f", {len(book.goals)} goal{'' if len(book.goals) == 1 else 's'}" if book.goals else ""
    app.talk(f"{what}{met} meeting{'' if met == 1 else 's'}{goals}.")
    if book.left_out:
        listed = " and ".join(f"{n} {kind}{'' if n == 1 or kind == 'private' else 's'}" for kind, n in sorted(book.left_out.items()))
        app.talk(f"Left out: {listed} (--private writes them too).")
    elif everything or private:
        app.talk("Concerns and private notes are in it: it is for your eyes.")


def import_(
    ctx: Ctx,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Documents, folders of them, or a JSON export.", show_default=False)],
    format_: Annotated[str | None, typer.Option("--format", metavar="NAME", help="md or json; else the file's ending says it.", show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    who: With = None,
    json: Json = False,
) -> None:
    """Take in documents or a JSON export; twice is once."""
    app = ctx.obj
    wanted = named(format_).name if format_ else ""
    pages: list[bring.Page] = []
    books: list[Book] = []
    for path in _files(files):
        text = ask.read_file(path)
        form = wanted or ("json" if path.suffix == ".json" else "md")
        if form == "json":
            books.append(_module(FORMATS["json"]).read(text, str(path)))
        else:
            pages += [bring.Page(str(path), line, part) for line, part in _module(FORMATS["md"]).read(text)]
    if books and pages:
        raise Wrong("A JSON export and documents are taken in one after the other.", "Import them in two commands.")
    if books:
        brought = _together([bring.book(app.journal, book, app.now, rehearse=dry_run) for book in books])
    else:
        brought = bring.documents(app.journal, pages, app.now, who=who, rehearse=dry_run)
    _say_what_came(app, brought, dry_run, json)


def _files(paths: list[Path]) -> list[Path]:
    """The files themselves, and the documents in folders. Raises `Refused` for what is not there."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.glob("*.md"))
        elif path.exists():
            found.append(path)
        else:
            raise Refused(f"There is no file {path}.", "Look at its name.")
    if not found:
        raise OnelogError("There are no documents there.", "A document ends in .md, an export in .json.")
    return found


def _together(all_: list[Brought]) -> Brought:
    made: dict[str, int] = {}
    for one in all_:
        for kind, n in one.made.items():
            made[kind] = made.get(kind, 0) + n
    return Brought(made, sum(b.changed for b in all_), sum(b.same for b in all_))


def _say_what_came(app: App, brought: Brought, dry_run: bool, json: bool) -> None:
    if json:
        app.json(app.as_json(brought))
    plural = {"person": "people"}
    made = ", ".join(f"{n} {kind if n == 1 else plural.get(kind, kind + 's')}" for kind, n in brought.made.items()) or "nothing new"
    also = f"; {brought.changed} changed" if brought.changed else ""
    also += f"; {brought.same} here already" if brought.same else ""
    app.talk(f"{'Would bring' if dry_run else 'Brought'} in {made}{also}.")
    for file, line, what in brought.troubles[:20]:
        app.talk(f"{file}, line {line}: {what}")
    if not dry_run and (brought.made or brought.changed):
        app.talk("onelog undo takes it back.")
