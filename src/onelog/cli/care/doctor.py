"""doctor: whether the journal is whole, private and backed up."""

from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Json
from onelog.core.errors import Wrong, in_language
from onelog.core.results.safety.doctor import Report
from onelog.safety.doctor import examine_journal, repair_journal


def doctor(
    ctx: Ctx,
    mend: Annotated[bool, typer.Option("--mend", help="mend")] = False,
    trust_clock: Annotated[bool, typer.Option("--trust-clock", help="trust_clock")] = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if trust_clock and not mend:
        raise Wrong("command.trust_clock_alone")
    if mend:
        report = repair_journal(app.path, app.now, lambda: _waiting(app), trust_clock=trust_clock)
        app.acted = bool(report.mended)
    else:
        report = examine_journal(app.path, app.now, lambda: _waiting(app))
    _tell(app, report, json)
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def _waiting(app: App) -> None:
    app.tell("talk.waiting_at_work")


def _tell(app: App, report: Report, json: bool) -> None:
    """The report: JSON, a screen, or a line a finding (level, check, message, mend)."""
    drawn = json or app.on_terminal
    for said in () if drawn else report.mended:
        app.talk(in_language(said, app.spoken))
    app.show(report, json)
    if drawn:
        return
    if not report.there:
        app.tell("care.no_journal_at", path=report.journal)
    elif not report.findings:
        app.tell("care.nothing_wrong")
