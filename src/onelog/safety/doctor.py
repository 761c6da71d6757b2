"""How the journal is, inside and around it; and mending what can be mended without a guess."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onelog.core.errors import Message, Notice, OnelogError, notice
from onelog.core.model import Meeting
from onelog.core.results.safety.doctor import ADVICE, PROBLEM, Finding, Report
from onelog.markdown import body
from onelog.safety import environment
from onelog.store import private, records
from onelog.store.database import Store, there
from onelog.store.transaction import writing
from onelog.store.vault import erasure, integrity, repair, snapshots
from onelog.store.vault.findings import CLOCK, MEND, Examination
from onelog.store.vault.snapshots import OnWait

OLD = timedelta(days=14)
"""A backup that is older than this is too old, if the journal was changed since."""
_INSIDE = {"file", "records", "search", "tags", "clock"}
"""Checks whose findings are mended in the file itself."""


def examine_journal(journal: Path, now: datetime, waiting: OnWait = None) -> Report:
    """Looks at everything and changes nothing. Raises `Damaged` when the file is no journal (empty, foreign, newer), or is away."""
    look = Examination()
    is_there = there(journal)
    if is_there:
        integrity.inside(journal, now, look, waiting)
    environment.around(journal, look)
    if is_there:
        _backup(journal, now, look)
    return Report(journal, is_there, look.checked, look.findings)


def _backup(journal: Path, now: datetime, look: Examination) -> None:
    kept = [copy for copy in snapshots.listed(journal) if copy.reason != "damaged"]
    look.check("backup", len(kept))
    if not kept:
        look.add("backup", ADVICE, Message("errors.doctor.no_backup"), "onelog backup")
        return
    newest = next(
        (copy for copy in kept if copy.at <= now + integrity.SKEW), kept[0]
    )  # not one that a wrong clock dated
    if now - newest.at > OLD and (look.newest is None or look.newest > newest.at):
        message = Message("errors.doctor.old_backup", day=newest.at.date())
        look.add("backup", ADVICE, message, "onelog backup")
    if newest.sealed:  # what is in it can be read with its passphrase only
        return
    try:
        snapshots.verify(newest.path)
    except OnelogError:
        message = Message("errors.doctor.damaged_backup", path=newest.path)
        look.add("backup", PROBLEM, message, Message("errors.doctor.make_backup"))


# --- mending -------------------------------------------------------------------------------------------------------


def repair_journal(journal: Path, now: datetime, waiting: OnWait = None, *, trust_clock: bool = False) -> Report:
    """Does what is safe, after a backup, and looks again. Raises what `examine` raises.

    With `trust_clock` the clock is right, not what is dated later.
    """
    done: list[str] = []
    before = examine_journal(journal, now, waiting)
    if before.there and integrity.unsettled(journal, waiting):
        repair.settle(journal)
        done.append(notice("doctor.took_back"))
        before = examine_journal(journal, now, waiting)
    asked = (MEND, Notice(CLOCK)) if trust_clock else (MEND,)
    found = {finding.check for finding in before.findings if finding.mend in asked}
    if not found:
        return before._replace(mended=tuple(done))
    done += [*_tightened(journal), *_swept(journal)]
    failed: tuple[Finding, ...] = ()
    if found & {*_INSIDE, "documents", "changes"}:
        try:
            _mend_inside(journal, now, found, done)
        except OnelogError as error:
            failed = (Finding("mend", PROBLEM, notice("doctor.not_mended", error=error), error.hint),)
    after = examine_journal(journal, now, waiting)
    return after._replace(findings=(*map(_cannot_close, after.findings), *failed), mended=tuple(done))


def _mend_inside(journal: Path, now: datetime, found: set[str], done: list[str]) -> None:
    """Mends what is in the file; a backup comes first, and where it cannot be made, nothing is done."""
    done.append(notice("doctor.kept", path=repair.kept(journal, now)))
    done += repair.mend(journal, found & _INSIDE, now)
    if "documents" in found:
        done += _lines_added(journal, now)
    if "changes" in found:
        with Store(journal, write=True) as store:
            erasure.rewrite_file(store, Message("errors.history.erased_out"))
        done.append(notice("doctor.wrote_anew"))


def _tightened(journal: Path) -> list[str]:
    closed = [path for path in environment.ours(journal) if private.is_loose(path) and environment.tighten(path)]
    return [notice("doctor.closed", path=path) for path in closed]


def _cannot_close(finding: Finding) -> Finding:
    """A finding that is there after the mending: the file system keeps no permissions, so `--mend` is no help."""
    return (
        finding._replace(mend=Notice(environment.NO_MODES))
        if (finding.check, finding.mend) == ("private", MEND)
        else finding
    )


def _swept(journal: Path) -> list[str]:
    left = environment.left_aside(journal)
    for path in left:
        path.unlink(missing_ok=True)
    return [notice("doctor.took_away", path=path) for path in left]


def _lines_added(journal: Path, now: datetime) -> list[str]:
    """Gives every record of a meeting its line in the note, at the end of it; a change as any other, with its undo."""
    missing = integrity.without_lines(journal)
    with Store(journal, write=True) as store, writing(store, "doctor --mend", now) as change:
        for id_, inside in missing.items():
            meeting = records.by_id(store, id_)
            assert isinstance(meeting, Meeting)  # noqa: S101 - only meetings have lines
            text = meeting.body
            for one in inside:
                text = body.with_slot(text, one)
            change.put(replace(meeting, body=text))
    return [notice("doctor.gave_line", id=one, meeting=id_) for id_, inside in missing.items() for one in inside]
