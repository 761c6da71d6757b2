"""import: documents and exports to take in."""

import codecs
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import words
from onelog.cli.back.export import module, named
from onelog.cli.options import Json, With
from onelog.core import files as plain_files
from onelog.core import name_matching
from onelog.core.errors import Damaged, OnelogError, Refused, Resembles, Wrong
from onelog.core.results.common import Brought
from onelog.formats import FORMATS, Format
from onelog.journal import import_documents, import_export
from onelog.journal.import_people import NEW
from onelog.store.database import Store, new_journal, there
from onelog.store.vault.atomic_file import put

Take = Callable[[Store, dict[str, str]], Brought]
LARGEST = 256_000_000
"""Bytes of a file of documents; an export may be as large as its journal was."""
LISTED = 20
"""So many lines and records are named one by one."""


def import_(
    ctx: Ctx,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Documents, folders of documents, or a JSON export.", show_default=False
        ),
    ],
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="md or json; otherwise the file name tells.", show_default=False),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would happen.")] = False,
    who: With = None,
    people: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=PERSON",
            help="Who a name is: 'Aron=Aaron Blythe'; 'Aron=new' is somebody new.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Import documents or a JSON export; a second time changes nothing."""
    app = ctx.obj
    wanted = _readable(named(format_), "This") if format_ else None
    pages: list[import_documents.IncomingDocument] = []
    books: list[import_export.Export] = []
    for path in _files(files):
        form = wanted or _readable(_by_ending(path), str(path))
        text = _text(path, form)
        if form.name == "json":
            books.append(import_export.Export(str(path), module(form, reads=True).read(text, str(path))))
        else:
            pages += module(form, reads=True).read(text, str(path), app.today)
    if books and pages:
        raise Wrong("A JSON export and documents are taken in one after the other.", "Import them in two commands.")

    def take(store: Store, called: dict[str, str]) -> Brought:
        if books:
            return import_export.books(store, books, app.now, rehearse=dry_run, called=called)
        return import_documents.documents(store, pages, app.now, who=who, rehearse=dry_run, called=called)

    _say_what_came(app, _taken(app, take, dry_run, _called(people or [])), dry_run, json)


def _called(pairs: list[str]) -> dict[str, str]:
    """Whose each name is, by the name as it is compared. Raises `Wrong`."""
    called: dict[str, str] = {}
    for pair in pairs:
        name, is_pair, person = (part.strip() for part in pair.partition("="))
        if not (name and is_pair and person):
            raise Wrong(f"{pair[:40]!r} does not say who a name is.", "For example: --people 'Aron=Aaron Blythe'")
        called[name_matching.normalize(name)] = NEW if person.casefold() == NEW else person
    return called


def _taken(app: App, take: Take, dry_run: bool, called: dict[str, str]) -> Brought:
    """Takes in what was read; a name that may be somebody's is asked about on a terminal."""
    try:
        return take(app.journal, called) if there(app.path) else _first(app, take, dry_run, called)
    except Resembles as error:
        if not app.can_ask or not error.names:
            raise
        app.talk(f"{error.word!r} may be {' or '.join(error.names)}.")
        found = next((name for name in error.names if app.confirm(f"Is this {name}?")), NEW)
        return _taken(app, take, dry_run, called | {name_matching.normalize(error.word): found})


def _first(app: App, take: Take, dry_run: bool, called: dict[str, str]) -> Brought:
    """Takes in what a journal begins with. It is made aside, and put in its place when all of it is there: an import
    that is refused leaves no journal behind."""
    path = Path(os.path.realpath(app.path))
    _ = app.settings  # what is wrong with them is said before anything is made
    own_folder = not path.parent.exists()
    try:
        with new_journal(path) as new:
            brought = _taken_aside(app, take, new, path, called)
            if not dry_run:
                put(new, path)
                app.acted = True
                app.tell_of_folder()
        return brought
    except FileExistsError:  # somebody else began it meanwhile
        return take(app.journal, called)
    finally:
        if own_folder:
            with suppress(OSError):  # the journal is in it now
                path.parent.rmdir()


def _taken_aside(app: App, take: Take, new: Path, path: Path, called: dict[str, str]) -> Brought:
    """What came into the journal aside; errors name the one that it is to be."""
    try:
        with Store(new, write=True, conventions=app.settings.conventions) as store:
            return take(store, called)
    except OnelogError as error:
        error.message = error.message.replace(str(new), str(path))
        raise


def _by_ending(path: Path) -> Format:
    """The format that a file's ending says; Markdown where it says nothing."""
    return next((form for form in FORMATS.values() if form.suffix == path.suffix.lower() != ""), FORMATS["md"])


def _readable(form: Format, what: str) -> Format:
    if form.reader:
        return form
    readable = " and ".join(one.name for one in FORMATS.values() if one.reader)
    raise Wrong(f"{what} is {form.about}: onelog writes {form.name}, and does not read it.", f"It reads {readable}.")


def _files(paths: list[Path]) -> list[Path]:
    """The files themselves, and the documents in folders. Raises `Refused` for what is not there."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.glob("*.md") if not (file.name.startswith(".") or file.is_dir()))
        elif path.exists():
            found.append(path)
        else:
            raise Refused(f"There is no file {path}.", "Look at its name.")
    if not found:
        raise OnelogError("There are no documents there.", "A document ends in .md, an export in .json.")
    return found


def _text(path: Path, form: Format) -> str:
    """The text of a file that is to be taken in as it is. Raises `Damaged` where it is none, or there is nothing in it."""
    is_export = form.name == "json"

    def check(block: bytes) -> None:
        if block[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            _check_text(path, block.decode("latin-1"))
            if is_export and len(block) == plain_files.BLOCK and not re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\Z)", block):
                raise Damaged(f"{path} is not an export of onelog.", "onelog export --format json writes one.")

    text = words.read_file(path, Damaged, largest=None if is_export else LARGEST, first=check)
    _check_text(path, text)
    if not text.strip():
        raise Damaged(f"{path} is empty; nothing was taken.", "Write it again, or leave it out.")
    return text


def _check_text(path: Path, text: str) -> None:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Damaged(f"{path}, line {line}: this is no text; nothing was taken.", "Look at what kind of file it is.")


def _say_troubles(app: App, brought: Brought, dry_run: bool) -> None:
    """What was not understood, and where it is mended."""
    for file, line, what in brought.troubles[:LISTED]:
        app.talk(f"{file}, line {line}: {what}")
    if len(brought.troubles) > LISTED:
        app.talk(f"And {len(brought.troubles) - LISTED} more of these.")
    if brought.troubles and dry_run:
        app.talk("Mend it in the file, or with onelog edit when it is here.")
    elif ids := brought.mended_in:
        more = f" (and {len(ids) - LISTED} more records)" if len(ids) > LISTED else ""
        set_right = "sets it right" if len(ids) == 1 else "set it right"
        app.talk(f"{', '.join(f'onelog edit {id_}' for id_ in ids[:LISTED])} {set_right}{more}.")


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
    if names := brought.new_people:
        more = f" and {len(names) - 20} more" if len(names) > 20 else ""
        app.talk(f"New people: {', '.join(names[:20])}{more}.")
    _say_troubles(app, brought, dry_run)
    if not dry_run and (brought.made or brought.changed):
        app.talk("onelog undo takes it back.")
