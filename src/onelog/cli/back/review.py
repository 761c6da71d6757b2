"""review: a period looked back on, for yourself or for somebody who decides."""

from datetime import date
from json import dumps
from pathlib import Path
from typing import Annotated, TextIO

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Period, Private, With
from onelog.cli.output import put_told
from onelog.cli.selecting import selection
from onelog.core.calendar.day_words import months_after
from onelog.core.calendar.periods import Period as Days
from onelog.core.errors import Wrong
from onelog.core.results.blocks import Block
from onelog.core.results.review import HANDOVER, Nomination, Review, YearPage
from onelog.core.selection import Selection
from onelog.core.settings import Settings
from onelog.formats import review_markdown
from onelog.formats.review_document import of_review
from onelog.insight.review.compute import compute_review
from onelog.insight.review.year import compute_year
from onelog.store.database import Store

Redact = Annotated[bool, typer.Option("--redact", help="redact")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="new_file", show_default=False)]
MEASURES = (
    "readers",
    "handover",
    "held",
    "promises",
    "late-by",
    "in-period",
    "strip",
    "mood",
    "rating",
    "mean",
    "before",
    "pace",
    "ahead",
    "early",
    "win-evidence",
    "missing",
    "left-out",
)


Reader = Annotated[str, typer.Option("--for", metavar="READER", help="reader")]
Format = Annotated[str | None, typer.Option("--format", metavar="NAME", help="review_format", show_default=False)]
Year = Annotated[bool, typer.Option("--year", help="year_page")]
Json = Annotated[bool, typer.Option("--json", help="json_format")]


def review(
    ctx: Ctx,
    period: Period = None,
    who: With = None,
    reader: Reader = "me",
    private: Private = False,
    redact: Redact = False,
    format_: Format = None,
    year: Year = False,
    output: Output = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain(*MEASURES, json=json)
        return
    form = _format(format_, json=json)
    if year:
        _check_page(form, named=bool(format_) or json)
        period = period or ["this", "year"]
    asked = (
        app.store,
        app.begun(period or _usual(app, reader)),
        app.today,
        app.settings,
        selection(app, who, private=private),
    )
    if year:
        _put_year(app, output, asked, reader, redact=redact)
        return
    found = compute_review(*asked, profile=reader, redact=redact)
    if form == "html":
        _put_page(app, output, found)
    elif form == "json":
        put_json(app, output, found)
    else:
        put_document(app, output, of_review(found, app.language), drawn=format_ is None)
    _say_beside(app, found, redact=redact)


def _usual(app: App, reader: str) -> list[str] | None:
    """The period that is meant where none is named: this quarter, of a report who is handed over the last year."""
    return [f"{months_after(app.today, -12)}..{app.today}"] if reader.strip().lower() == HANDOVER else None


def _say_beside(app: App, found: Review, *, redact: bool) -> None:
    """What is left out, whose names stand in it, or where else to look."""
    if found.profile == "me":
        app.left_out(dict(found.left_out))
    if found.sections and (redact or found.profile != "me"):
        say_of_names(app)
    elif not any(count.now or count.of for count in found.counts):
        app.tell("talk.another_review", period=found.before.name)


def _format(word: str | None, *, json: bool) -> str:
    if json:
        if word and word.lower() != "json":
            raise Wrong("review.json_or_format", format=word[:20])
        return "json"
    form = {"markdown": "md", "htm": "html", None: "md"}.get(word and word.lower(), (word or "").lower())
    if form not in ("md", "html", "json"):
        raise Wrong("review.unknown_format", format=(word or "")[:20])
    return form


_YearAsked = tuple[Store, Days, date, Settings, Selection]


def _check_page(form: str, *, named: bool) -> None:
    """A year is a page and nothing else; without a format it is meant."""
    if named and form != "html":
        raise Wrong("review.year_is_a_page", format=form)


def _put_year(app: App, output: Path | None, asked: _YearAsked, reader: str, *, redact: bool) -> None:
    page = compute_year(*asked, profile=reader, redact=redact)
    _put_page(app, output, page)
    if redact or page.review.profile != "me":
        say_of_names(app)


def _put_page(app: App, output: Path | None, found: Review | YearPage) -> None:
    from onelog.formats.html import review, year_page  # noqa: PLC0415 - the charts are for the page alone

    def write(out: TextIO) -> None:
        if isinstance(found, YearPage):
            year_page.write_year_page(found, out, app.language)
        else:
            review.write_review_page(found, out, app.today, app.language)

    put_told(app.tell, output, write)


# --- what nominations share


def put_document(app: App, output: Path | None, blocks: list[Block], *, drawn: bool) -> None:
    """Markdown into a file or a pipe; on a terminal the document is drawn, unless Markdown was asked for."""
    if output is None and drawn and app.on_terminal:
        from onelog.terminal.insight.review import draw  # noqa: PLC0415 - Rich is for a terminal alone

        draw(app.screen, blocks)
        return
    text = review_markdown.markdown(blocks)
    put_told(app.tell, output, lambda out: out.write(text))


def put_json(app: App, output: Path | None, value: Review | Nomination) -> None:
    text = dumps(app.as_json(value), indent=2) + "\n"
    put_told(app.tell, output, lambda out: out.write(text))


def say_of_names(app: App) -> None:
    """For what is meant to be handed on."""
    app.tell("talk.names_in_texts")
