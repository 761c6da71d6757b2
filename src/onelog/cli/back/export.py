"""export: a period's notes to take away."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.back.export_folder import write_folder
from onelog.cli.options import Private, With
from onelog.cli.output import STDOUT, in_a_folder, put_text
from onelog.cli.selecting import selection
from onelog.core.calendar import dates
from onelog.core.calendar.periods import Period
from onelog.core.errors import Message, Wrong, joined_by_and
from onelog.core.kinds import Record
from onelog.core.model import Person
from onelog.core.phrases import spoken
from onelog.core.results.common import Book, ComingTalk
from onelog.formats import FORMATS, OBSIDIAN_STYLES, OTHER_NAMES, Format
from onelog.formats.tasks.promises import promises
from onelog.insight.collect import collect_book, coming_talks
from onelog.markdown import privacy

_WHOLE = ("json", "jsonl")
"""Formats that hold everything, where no period and nobody is named."""
ALL = ("all", "全部", "すべて")
"""Instead of a period: whatever the journal holds."""


PeriodOption = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PERIOD]", help="export_period", show_default=False),
]
FormatOption = Annotated[str, typer.Option("--format", metavar="NAME", help="export_format")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="PATH", help="export_output", show_default=False),
]
By = Annotated[str | None, typer.Option("--by", metavar="day|person", help="by", show_default=False)]
Ids = Annotated[bool, typer.Option("--ids", help="export_ids")]
Alarm = Annotated[
    str | None,
    typer.Option(metavar="LENGTH", help="alarm", show_default=False),
]
Theirs = Annotated[bool, typer.Option("--theirs", help="as_tasks")]
Obsidian = Annotated[
    str | None,
    typer.Option(
        metavar="emoji|dataview",
        help="obsidian",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="json_format")]


def export(
    ctx: Ctx,
    period: PeriodOption = None,
    who: With = None,
    format_: FormatOption = "md",
    output: Output = None,
    by: By = None,
    ids: Ids = False,
    alarm: Alarm = None,
    private: Private = False,
    theirs: Theirs = False,
    obsidian: Obsidian = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    form = named("json" if json else "folder" if obsidian and format_ == "md" else format_)
    how = _how(form, by, ids, alarm) | _whose(form, theirs) | _style(form, obsidian)
    if form.folder and output in (None, STDOUT):
        raise Wrong("export.folder_without_name")
    everything = form.name in _WHOLE and not period and who is None
    of_all_time = everything or (form.promises and not period)
    span = None if of_all_time or " ".join(period or ()).casefold() in ALL else app.span(period)
    private = form.private and (private or everything)
    selected = selection(app, who, private=private)
    book = collect_book(app.store, span, selected, coming=_coming(app, form, span, selected.person))
    if output and form.folder:
        in_a_folder(output)
        asked = _asked(period or [], selected.person, private=private, obsidian=obsidian)
        write_folder(app, module(form).documents(book, app.language, **how), output, asked)
    else:
        write = partial(module(form).write, book)
        put_text(output, lambda out: write(out, app.today, app.language, **how), marked=form.marked)
    if form.promises:
        app.tell("talk.exported_promises", n=len(promises(book, theirs=theirs)))
    else:
        _say_what_is_in(app, form, book, private)


def _asked(period: list[str], person: Person | None, *, private: bool, obsidian: str | None) -> str:
    """The words of an export, by which a folder is known again."""
    about = f'--with "{person.name}"' if person else ""
    return " ".join(filter(None, (*period, about, "--private" * private, f"--obsidian {obsidian}" * bool(obsidian))))


def _coming(app: App, form: Format, span: Period | None, about: Person | None) -> tuple[ComingTalk, ...]:
    """The 1-on-1s that are to come, for a calendar of a time that is not past."""
    if form.name != "ics" or (span and span.end <= app.today):
        return ()
    return coming_talks(app.store, app.now, about)


def _how(form: Format, by: str | None, ids: bool, alarm: str | None) -> dict[str, object]:
    """How a digest or a calendar is to be written; nothing for another format. Raises `Wrong`."""
    if alarm and form.name != "ics":
        raise Wrong("export.alarm_without_calendar")
    if form.name == "ics" and alarm:
        return {"alarm": dates.minutes(alarm)}
    if by not in (None, "day", "person"):
        raise Wrong("export.unknown_order", order=by[:20])
    if not form.digest:
        if by or ids:
            raise Wrong("export.only_markdown")
        return {}
    return {"by": by or "day", "ids": ids}


def _whose(form: Format, theirs: bool) -> dict[str, object]:
    """Whose promises are written, by a format that holds them alone. Raises `Wrong`."""
    if theirs and not form.promises:
        raise Wrong("export.theirs_without_tasks")
    return {"theirs": theirs} if form.promises else {}


def _style(form: Format, obsidian: str | None) -> dict[str, object]:
    """How the days of tasks are written for Obsidian, in a folder for it. Raises `Wrong`."""
    if not obsidian:
        return {}
    if not form.folder:
        raise Wrong("export.obsidian_without_folder")
    if obsidian not in OBSIDIAN_STYLES:
        raise Wrong("export.unknown_style", word=obsidian[:20])
    return {"obsidian": obsidian}


def named(word: str) -> Format:
    """The format of a name. Raises `Wrong`."""
    form = FORMATS.get(OTHER_NAMES.get(word.lower(), word.lower()))
    if form is None:
        raise Wrong("export.unknown_format", word=word[:20], formats=", ".join(FORMATS))
    return form


def module(form: Format, *, reads: bool = False):  # type: ignore[no-untyped-def]  # a module, which has no type to name
    return import_module(form.reader if reads else form.module)


_WITHOUT = ("md", "folder")
"""Formats that have no place for skips and answers."""


def _named(period: Period) -> Message:
    return Message("talk.of_period", period=partial(spoken.period, period.name, period.start))


def _say_what_is_in(app: App, form: Format, book: Book, private: bool) -> None:
    met = sum(1 for m in book.meetings if m.at)
    coming = sum(not talk.is_cancelled for talk in book.coming)
    period = _named(book.period) if book.period else ""
    goals = Message("talk.and_goals", n=len(book.goals)) if book.goals else ""
    to_come = Message("talk.and_to_come", n=coming) if book.coming else ""
    app.tell("talk.exported", period=period, meetings=Message("n_meeting", n=met), goals=goals, to_come=to_come)
    if book.left_out and form.private:
        nowhere = (privacy.SKIP, "answer") if form.name in _WITHOUT else ()
        app.left_out({kind: n for kind, n in book.left_out.items() if kind not in nowhere}, "talk.left_out_of_file")
    elif private and _has_private(book):
        app.tell("talk.for_your_eyes")
    _say_what_has_no_document(app, form, book)


def _say_what_has_no_document(app: App, form: Format, book: Book) -> None:
    counts = (("skip", len(book.skips)), ("answer", len(book.answers)))
    said = [Message(f"n_{kind}", n=n) for kind, n in counts if n]
    if said and form.name in _WITHOUT:
        app.tell("talk.no_document", listed=joined_by_and(said))


def _has_private(book: Book) -> bool:
    records: tuple[Record, ...] = (*book.meetings, *book.moments)
    return any(privacy.hidden(one) for one in records)
