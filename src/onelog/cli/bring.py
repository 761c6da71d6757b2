"""import: documents and exports to take in."""

from pathlib import Path
from typing import Annotated

import typer

from onelog.cli import ask
from onelog.cli.app import App, Ctx
from onelog.cli.export import module, named
from onelog.cli.words import Json, With
from onelog.errors import OnelogError, Refused, Wrong
from onelog.formats import FORMATS
from onelog.journal import bring, merge
from onelog.views import Book, Brought


def import_(
    ctx: Ctx,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Documents, folders of them, or a JSON export.", show_default=False),
    ],
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="md or json; else the file's ending says it.", show_default=False
        ),
    ] = None,
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
        text = ask.sound(app, ask.read_file(path))
        form = wanted or ("json" if path.suffix == ".json" else "md")
        if form == "json":
            books.append(module(FORMATS["json"]).read(text, str(path)))
        else:
            pages += [bring.Page(str(path), line, part) for line, part in module(FORMATS["md"]).read(text)]
    if books and pages:
        raise Wrong("A JSON export and documents are taken in one after the other.", "Import them in two commands.")
    if books:
        brought = _together([merge.book(app.journal, book, app.now, rehearse=dry_run) for book in books])
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
    made = (
        ", ".join(f"{n} {kind if n == 1 else plural.get(kind, kind + 's')}" for kind, n in brought.made.items())
        or "nothing new"
    )
    also = f"; {brought.changed} changed" if brought.changed else ""
    also += f"; {brought.same} here already" if brought.same else ""
    app.talk(f"{'Would bring' if dry_run else 'Brought'} in {made}{also}.")
    for file, line, what in brought.troubles[:20]:
        app.talk(f"{file}, line {line}: {what}")
    if not dry_run and (brought.made or brought.changed):
        app.talk("onelog undo takes it back.")
