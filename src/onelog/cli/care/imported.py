"""Taking notes in: what is read, what is said of it, and the journal that they may begin."""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from onelog.cli.app import App
from onelog.cli.asking import words
from onelog.cli.care.import_progress import shown
from onelog.cli.output import put_text
from onelog.core import files
from onelog.core.errors import Message, NotTaken, OnelogError, Resembles, fold, joined_by_or, notice
from onelog.core.names import name_forms
from onelog.core.results.common import Brought, IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, ImportReport, IncomingFile, Stretch, TextFile
from onelog.formats.digest import reading
from onelog.journal.imports import import_documents
from onelog.journal.imports.import_people import NEW
from onelog.sources import NOTES
from onelog.sources.guessed_headings import guess_headings
from onelog.sources.import_rules import ImportRules
from onelog.sources.intake import read_all, read_text
from onelog.sources.own_documents import margin, shown_sum
from onelog.sources.recognize import recognize
from onelog.sources.report import account, written
from onelog.sources.tables.guessed_rules import guess
from onelog.sources.walk import find_files
from onelog.store import people
from onelog.store.database import Store, new_journal, there
from onelog.store.vault.atomic_file import put

Take = Callable[[Store, dict[str, str]], Brought]
_FEW = 5
"""So many parts of files that were left out for one reason are named one by one."""
LISTED = 20
"""So many lines and records are named one by one."""


class ImportOptions(NamedTuple):
    """What was asked for with an import."""

    dry_run: bool
    who: str
    on: datetime | None
    is_today: bool
    """The day of those that say none is today, by `--undated`."""
    called: dict[str, str]
    report: Path | None
    json: bool
    wanted: str
    """The source, where it was named."""
    rules: ImportRules | None = None
    """What the columns of a table are."""


def import_notes(app: App, paths: Sequence[Path], asked: ImportOptions) -> None:
    """Reads everything that was named, takes the meetings in, and says what became of all of it."""
    found = _read(app, paths, asked)
    _say_code_pages(app, found)
    pages = [page for file in found for page in file.documents]

    def take(store: Store, called: dict[str, str]) -> Brought:
        with shown(app) as progress:
            return import_documents.documents(
                store,
                pages,
                app.now,
                who=asked.who or None,
                rehearse=asked.dry_run,
                called=called,
                on=asked.on,
                counted=progress.taking,
            )

    refused = [error for file in found for error in file.refusals]
    if refused:
        refuse(app, found, [*refused, *_refused_by_journal(app, pages, asked)], asked)
    if not pages:
        _say_skipped(app, account(found, Brought()))
        raise OnelogError("import_.no_documents")
    try:
        brought = taken(app, take, asked.dry_run, asked.called)
    except NotTaken as error:
        refuse(app, found, error.errors, asked)
        raise
    report = account(found, brought, with_documents=asked.dry_run)
    write_report(report, asked)
    if asked.json:
        app.json(app.as_json(report))
    elif asked.dry_run:
        put_text(None, lambda out: out.write("\n".join(map(_rehearsed, report.documents))))
    _say_skipped(app, report)
    _say_unused(app, found, asked)
    say_what_came(app, brought, asked.dry_run)


def _read(app: App, paths: Sequence[Path], asked: ImportOptions) -> list[IncomingFile]:
    """Every file that is named, or in a folder or a zip that is, as its source understood it."""

    def own(text: str, name: str) -> list[IncomingDocument] | None:
        return reading.read(text, name, app.today) if reading.is_ours(text) else None

    hints = _hints(app, asked)
    files_named = [path for path in paths if str(path) != "-"]
    piped = _piped() if len(files_named) < len(paths) else None
    with shown(app) as progress:
        return [*progress.reading(read_all(files_named, piped, hints, own, asked.wanted))]


def _hints(app: App, asked: ImportOptions) -> Hints:
    """What is known besides the sources: options, settings, and the names in the journal."""
    store = app.store if there(app.path) else None
    known = {name for person in (people.everybody(store) if store else ()) for name in name_forms.names(person)}
    known |= {name for pair in asked.called.items() for name in pair if name != NEW}

    def read_meeting(lines: Sequence[str], first: int, person: str, day: date, clock: str) -> IncomingDocument:
        return reading.read_meeting(lines, first, person, day, clock, app.today)

    return Hints(
        now=app.now,
        read_meeting=read_meeting,
        who=asked.who,
        on=asked.on,
        is_today=asked.is_today,
        me=app.settings.me,
        people=frozenset(map(name_forms.normalize, known)),
        conventions=app.settings.conventions,
        rules=asked.rules,
        is_rehearsed=asked.dry_run,
    )


def guessed(app: App, paths: Sequence[Path]) -> str:
    """A first draft of the rules for the first table that is named, else for all the notes. Raises `Refused` where none are."""
    hints = _hints(
        app, ImportOptions(dry_run=True, who="", on=None, is_today=False, called={}, report=None, json=False, wanted="")
    )
    notes: list[TextFile] = []
    for found in (one for path in paths for one in find_files(path) if one.data):
        with suppress(OnelogError):
            file = TextFile(found.name, found.key, read_text(found), found.parts, found.is_named)
            source = recognize(file.text, file.name).name
            if source == "csv":
                return guess(file, hints, app.language)
            notes += [file] if source in NOTES else []
    if notes:
        return guess_headings(notes, hints, app.language)
    raise OnelogError("import_.no_documents")


def _piped() -> bytes:
    data = sys.stdin.buffer.read(files.LARGEST + 1)
    if len(data) > files.LARGEST:
        raise words.too_large(Message("errors.file.pipe"))
    return data


def _refused_by_journal(app: App, pages: Sequence[IncomingDocument], asked: ImportOptions) -> list[OnelogError]:
    """What the journal refuses of the other documents, so that all refusals are said at once."""

    def rehearse(store: Store, called: dict[str, str]) -> Brought:
        return import_documents.documents(
            store, pages, app.now, who=asked.who or None, rehearse=True, called=called, on=asked.on
        )

    try:
        rehearse(app.journal, asked.called) if there(app.path) else _first(app, rehearse, True, asked.called)
    except NotTaken as error:
        return [*error.errors]
    except OnelogError as error:
        return [error]
    return []


def refuse(app: App, found: Sequence[IncomingFile], errors: Sequence[OnelogError], asked: ImportOptions) -> None:
    """Says all that cannot be taken, and raises it."""
    write_report(account([_untaken(file, errors) for file in found], Brought()), asked)
    if len(errors) == 1:
        raise errors[0]
    for error in errors[:LISTED]:
        app.talk(error.said(app.spoken))
    if len(errors) > LISTED:
        app.tell("talk.import_more", n=len(errors) - LISTED)
    raise NotTaken(errors)


def _untaken(file: IncomingFile, errors: Sequence[OnelogError]) -> IncomingFile:
    """A file as it ends where all was refused: by what is wrong in it, or for what is wrong in others."""
    own = tuple(error for error in errors if error.text.values.get("file") == file.name)
    if file.refusals or file.why:
        return file
    return file._replace(refusals=own) if own else file._replace(documents=(), why=notice("import_.others_refused"))


def write_report(report: ImportReport, asked: ImportOptions) -> None:
    if asked.report:
        put_text(asked.report, lambda out: out.write(written(report)))


def _rehearsed(page: IncomingDocument) -> str:
    """A document with the place beside each line that it comes from; saved and edited it can be imported instead."""
    lines = page.text.rstrip("\n").split("\n")
    shown = [f"{line}{margin(page.place_of(n))}" if line.strip() else line for n, line in enumerate(lines, 1)]
    at = min(3, lines.index("---", 1)) if "---" in lines[1:] else 3
    if page.promise:
        shown.insert(at, f"promise: {page.promise}")
    if page.origin:
        shown.insert(at, f"source: {page.origin.key}.{page.origin.hash}.{shown_sum(page.text)}")
    return "\n".join([*shown, ""])


def _say_skipped(app: App, report: ImportReport) -> None:
    """Says what was left out, and why: files by their reasons, lines of the others one by one."""
    whys: defaultdict[str, list[str]] = defaultdict(list)
    for file in report.of_state(SKIPPED):
        whys[file.why].append(file.name)
    for why, names in whys.items():
        app.tell("talk.import_files_left_out", n=len(names), why=why, names=", ".join(names[:3]), more=_more(names))
    parts: defaultdict[str, list[tuple[str, Stretch]]] = defaultdict(list)
    for file in report.files:
        for part in file.stretches if file.state != SKIPPED else ():
            parts[part.why] += [(file.name, part)] if part.state == SKIPPED else []
    for why, found in parts.items():
        _say_parts(app, why, found)


def _more(names: Sequence[str], shown: int = 3) -> Message | str:
    """How many names stay unnamed behind the first of them, for a sentence."""
    return Message("talk.import_and_more", n=len(names) - shown) if len(names) > shown else ""


def _say_parts(app: App, why: str, parts: Sequence[tuple[str, Stretch]]) -> None:
    """Says which lines were left out for one reason: each by itself, or so many where they are many."""
    if len(parts) > _FEW:
        lines = sum(part.last - part.first + 1 for _, part in parts)
        names = [*dict.fromkeys(name for name, _ in parts)]
        app.tell("talk.import_parts_left_out", n=lines, why=why, names=", ".join(names[:3]), more=_more(names))
        return
    for name, part in parts:
        where = Message("talk.import_line", line=part.first)
        if part.last != part.first:
            where = Message("talk.import_lines", first=part.first, last=part.last)
        app.tell("talk.import_lines_left_out", file=name, lines=where, why=part.why)


def _say_code_pages(app: App, found: Sequence[IncomingFile]) -> None:
    """Says which files were read in the code page of a Windows, as no mark in them says that they are."""
    for page in sorted({file.code_page for file in found if file.code_page}):
        names = [file.name for file in found if file.code_page == page]
        app.tell("talk.import_code_page", page=page.upper(), names=", ".join(names[:3]), more=_more(names))


def _say_unused(app: App, found: Sequence[IncomingFile], asked: ImportOptions) -> None:
    """Says which headings of the rules stand nowhere: what was to be left out may have come in under another name."""
    met = {heading for file in found for heading in file.ruled}
    if asked.rules and (unused := [heading for heading in asked.rules.headings if heading not in met]):
        app.tell("talk.import_rule_unused", headings=joined_by_or([repr(heading) for heading in unused]))


def taken(app: App, take: Take, dry_run: bool, called: dict[str, str]) -> Brought:
    """Takes in what was read; a name that may be somebody's is asked about on a terminal."""
    try:
        return take(app.journal, called) if there(app.path) else _first(app, take, dry_run, called)
    except Resembles as error:
        if not app.can_ask or not error.names:
            raise
        app.tell("errors.person.may_be", name=error.word, names=joined_by_or(error.names))
        asked = (name for name in error.names if app.confirm(app.said("prompt.is_this", name=name)))
        found = next(asked, NEW)
        return taken(app, take, dry_run, called | {name_forms.normalize(error.word): found})


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
        error.say_of(new, path)
        raise


def _say_troubles(app: App, brought: Brought, dry_run: bool) -> None:
    """What was not understood, and where it is mended."""
    for file, line, what in brought.troubles[:LISTED]:
        app.tell("talk.in_file_line", file=file, line=line, what=what)
    if len(brought.troubles) > LISTED:
        app.tell("talk.import_more", n=len(brought.troubles) - LISTED)
    if brought.troubles and dry_run:
        app.tell("talk.import_mend_in_file")
    elif ids := brought.mended_in:
        more = Message("talk.import_more_records", n=len(ids) - LISTED) if len(ids) > LISTED else ""
        commands = ", ".join(f"onelog edit {id_}" for id_ in ids[:LISTED])
        app.tell("talk.import_set_right", n=len(ids), commands=commands, more=more)


def say_what_came(app: App, brought: Brought, dry_run: bool) -> None:
    """Says in numbers what came, who is new, and what was not understood."""
    counts = [Message(f"n_{kind.replace('-', '')}", n=n) for kind, n in brought.made.items()]
    made = fold("talk.comma", counts) if counts else Message("talk.import_nothing_new")
    changed = Message("talk.import_changed", n=brought.changed) if brought.changed else ""
    same = Message("talk.import_same", n=brought.same) if brought.same else ""
    app.tell("talk.import_would_bring" if dry_run else "talk.import_brought", made=made, changed=changed, same=same)
    if names := brought.new_people:
        app.tell("talk.import_new_people", names=", ".join(names[:LISTED]), more=_more(names, LISTED))
    for one in [one for one in brought.documents if one.state == "kept"][:LISTED]:
        app.tell("talk.import_kept", file=one.file, line=one.line, why=one.why, id=one.id)
    _say_troubles(app, brought, dry_run)
    if not dry_run and (brought.made or brought.changed):
        app.tell("talk.undo")
