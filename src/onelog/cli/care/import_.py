"""import: notes and exports to take in."""

import codecs
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import words
from onelog.cli.back.export import module, named
from onelog.cli.care.imported import (
    ImportOptions,
    guessed,
    import_notes,
    refuse,
    say_what_came,
    taken,
    write_report,
)
from onelog.cli.options import Json, With
from onelog.cli.output import STDOUT, check_new
from onelog.core import settings
from onelog.core.calendar import dates
from onelog.core.errors import (
    Damaged,
    OnelogError,
    Refused,
    Resembles,
    Wrong,
    check_none,
    each_of,
    in_language,
    joined_by_and,
    kept_in,
)
from onelog.core.files import BLOCK, opened
from onelog.core.names import name_forms
from onelog.core.results.common import Brought
from onelog.core.results.incoming import ImportReport, IncomingFile
from onelog.formats import FORMATS, OTHER_NAMES, Format
from onelog.journal.imports import import_export
from onelog.journal.imports.import_people import NEW
from onelog.sources import SOURCES, recognize
from onelog.sources.import_rules import ImportRules, read_rules
from onelog.sources.report import whole
from onelog.store.database import Store

_EXPORTS = ("json", "jsonl")
_LOOKED_AT = 64_000
"""So many bytes of a file may say that it is an export."""


def _list_sources(wanted: bool) -> None:
    """Lists what can be read, and ends."""
    if wanted:
        rows = [*((form.name, form.about) for form in FORMATS.values() if form.reader and form.name not in SOURCES)]
        for name, about in [*((row.name, row.about) for row in SOURCES.values()), *rows]:
            typer.echo(f"{name}\t{in_language(about, settings.spoken())}")
        raise typer.Exit


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="import_files",
        show_default=False,
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="import_format", show_default=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="dry_run")]
On = Annotated[str | None, typer.Option(metavar="WHEN", help="import_on", show_default=False)]
Undated = Annotated[
    str | None,
    typer.Option(metavar="today", help="undated", show_default=False),
]
People = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=PERSON",
        help="import_people",
        show_default=False,
    ),
]
Rules = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="rules", show_default=False),
]
GuessRules = Annotated[bool, typer.Option("--guess-rules", help="guess_rules")]
Report = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="import_report", show_default=False),
]
List = Annotated[bool, typer.Option("--list", help="import_list", is_eager=True, callback=_list_sources)]


def import_(
    ctx: Ctx,
    files: Files,
    format_: FormatOption = None,
    dry_run: DryRun = False,
    who: With = None,
    on: On = None,
    undated: Undated = None,
    people: People = None,
    rules: Rules = None,
    guess_rules: GuessRules = False,
    report: Report = None,
    list_: List = False,  # noqa: ARG001 - its callback ends the command
    json: Json = False,
) -> None:
    app = ctx.obj
    asked = ImportOptions(
        dry_run=dry_run,
        who=who or "",
        on=_when(app, on, undated),
        is_today=bool(undated),
        called=_called(people or []),
        report=report,
        json=json,
        wanted=_wanted(format_),
        rules=_rules(rules),
    )
    if guess_rules:
        typer.echo(guessed(app, files), nl=False)
        return
    if report and report != STDOUT:
        check_new(report)
    exports = [path for path in files if str(path) != "-" and _is_export(path, asked.wanted)]
    if exports and len(exports) < len(files):
        raise Wrong("import_.export_and_documents")
    if exports:
        _import_exports(app, exports, asked)
    else:
        import_notes(app, files, asked)


def _rules(path: Path | None) -> ImportRules | None:
    """The rules in a file. Raises `Refused`, `Damaged`, `Wrong`."""
    if path is None:
        return None
    if not path.exists():
        raise Refused("file.missing", path=path)
    return read_rules(words.read_file(path, Damaged), str(path))


def _wanted(name: str | None) -> str:
    """The source or format that was asked for by name; "" to recognise it. Raises `Wrong`."""
    if not name or OTHER_NAMES.get(name.lower(), name.lower()) in SOURCES:
        return OTHER_NAMES.get(name.lower(), name.lower()) if name else ""
    return _readable(named(name), "This").name


def _when(app: App, on: str | None, undated: str | None) -> datetime | None:
    """When a meeting was that does not say it. Raises `Wrong`."""
    if undated not in (None, "today"):
        raise Wrong("import_.undated_today", said=undated[:20])
    if on and undated:
        raise Wrong("import_.two_days")
    if on:
        return dates.moment(on, app.now, looking="back", conventions=app.settings.conventions)
    return app.now if undated else None


def _is_export(path: Path, wanted: str) -> bool:
    """Whether a file that is named is to be an export of onelog: it is said so, or its ending says so."""
    if wanted:
        return wanted in _EXPORTS
    if path.is_dir():
        return False
    beginning = _beginning(path)
    if re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"onelog"\s*:', beginning):
        return True
    is_named_so = path.suffix.lower() in (".json", ".jsonl")
    return is_named_so and not recognize.is_sure(beginning.decode("utf-8", "ignore"), path.name)


def _beginning(path: Path) -> bytes:
    """What stands first in a file; nothing where that cannot be read."""
    try:
        with opened(path) as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""


def _form_of(text: str) -> Format:
    """The format of an export, which its first line says."""
    return FORMATS["jsonl" if re.match(r'\ufeff?\s*\{\s*"onelog"\s*:\s*\d+\s*\}[ \t\r]*(?:\n|\Z)', text) else "json"]


def _import_exports(app: App, paths: list[Path], asked: ImportOptions) -> None:
    """Takes whole exports in, or says all that is wrong with them."""
    books: list[import_export.Export] = []
    lines: dict[str, int] = {}
    refused: list[OnelogError] = []
    for path in paths:
        with kept_in(refused):
            if not path.exists():
                raise Refused("file.missing", path=path)
            text = _text(path)
            lines[str(path)] = text.count("\n") + (not text.endswith("\n"))
            books.append(import_export.Export(str(path), module(_form_of(text), reads=True).read(text, str(path))))

    def take(store: Store, called: dict[str, str]) -> Brought:
        return import_export.books(store, books, app.now, rehearse=asked.dry_run, called=called)

    files = [IncomingFile(str(path), "json", lines.get(str(path), 0)) for path in paths]
    refused = [one for error in refused for one in each_of(error)]
    try:
        check_none(refused)
        brought = taken(app, take, asked.dry_run, asked.called)
    except Resembles:
        raise
    except OnelogError as error:
        refuse(app, files, each_of(error), asked)
        raise
    write_report(ImportReport(brought, tuple(whole(file, brought) for file in files)), asked)
    if asked.json:
        app.json(app.as_json(brought))
    say_what_came(app, brought, asked.dry_run)


def _called(pairs: list[str]) -> dict[str, str]:
    """Whose each name is, by the name as it is compared. Raises `Wrong`."""
    called: dict[str, str] = {}
    for pair in pairs:
        name, is_pair, person = (part.strip() for part in pair.partition("="))
        if not (name and is_pair and person):
            raise Wrong("import_.not_a_pair", pair=pair[:40])
        called[name_forms.normalize(name)] = NEW if person.casefold() == NEW else person
    return called


def _readable(form: Format, what: str) -> Format:
    if form.reader:
        return form
    readable = joined_by_and([one.name for one in FORMATS.values() if one.reader])
    raise Wrong("import_.only_written", path=what, about=form.about, name=form.name, readable=readable)


def _text(path: Path) -> str:
    """The text of an export. Raises `Damaged` where it is none, or there is nothing in it."""

    def check(block: bytes) -> None:
        if block[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            _check_text(path, block.decode("latin-1"))
            if len(block) == BLOCK and not re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\Z)", block):
                raise Damaged("import_.no_export", path=path)

    text = words.read_file(path, Damaged, largest=None, first=check)
    _check_text(path, text)
    if not text.strip():
        raise Damaged("import_.empty", path=path)
    return text


def _check_text(path: Path, text: str) -> None:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Damaged("import_.no_text", path=path, line=line)
