"""The report that adds up: every file and every line of it is taken, same, skipped (with the reason) or not understood."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from onelog.core.results.common import Brought, IncomingDocument
from onelog.core.results.incoming import (
    SAME,
    SKIPPED,
    STATES,
    TAKEN,
    UNREAD,
    FileReport,
    ImportReport,
    IncomingFile,
    Stretch,
)

_STATE_OF = {"taken": TAKEN, "changed": TAKEN, "same": SAME, "kept": SAME}
_Ended = tuple[str, str]


def account(files: Sequence[IncomingFile], brought: Brought, *, with_documents: bool = False) -> ImportReport:
    """What became of the files by what became of their documents; `brought` of nothing where all was refused."""
    ended = {(one.file, one.line): (_STATE_OF[one.state], one.why) for one in brought.documents}
    troubles: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for name, line, what in brought.troubles:
        troubles[name].setdefault(line, what)
    reports = tuple(_file(file, ended, troubles[file.name]) for file in files)
    pages = tuple(page for file in files for page in file.documents if _is_new(page, ended)) if with_documents else ()
    return ImportReport(brought, reports, pages)


def whole(file: IncomingFile, brought: Brought) -> FileReport:
    """What became of an export, which is taken as a whole: same, where none of its records was new."""
    state = TAKEN if brought.made or brought.changed else SAME
    return FileReport(file.name, file.source, state, file.lines, (Stretch(1, file.lines, state),))


def _is_new(page: IncomingDocument, ended: Mapping[tuple[str, int], _Ended]) -> bool:
    return ended.get((page.file, page.line_of(1)), (TAKEN, ""))[0] == TAKEN


def _file(file: IncomingFile, ended: Mapping[tuple[str, int], _Ended], troubles: Mapping[int, str]) -> FileReport:
    if file.refusals:
        state: _Ended = (UNREAD, file.refusals[0].message)
    else:
        state = (SKIPPED, file.why) if file.why or not file.documents else (TAKEN, "")
    lines = [state] * file.lines
    if not file.refusals and not file.why:
        for first, last, how in _documents(file, ended):
            lines[first - 1 : last] = [how] * (last - first + 1)
        for stretch in file.stretches:
            lines[stretch.first - 1 : stretch.last] = [(stretch.state, stretch.why)] * (
                stretch.last - stretch.first + 1
            )
        lines = [(UNREAD, troubles[n]) if n in troubles and how[0] == TAKEN else how for n, how in enumerate(lines, 1)]
    states = {how[0] for how in lines[: file.lines]} or {state[0]}
    whole = next(one for one in (TAKEN, SAME, UNREAD, SKIPPED) if one in states) if not file.refusals else UNREAD
    stretches = tuple(_stretches(lines[: file.lines]))
    return FileReport(
        name=file.name, source=file.source, state=whole, lines=file.lines, stretches=stretches, why=state[1]
    )


def _documents(file: IncomingFile, ended: Mapping[tuple[str, int], _Ended]) -> Iterator[tuple[int, int, _Ended]]:
    """(first line, last line, how it ended) of each document; what stands above the first one goes with it."""
    pages = sorted(file.documents, key=lambda page: page.line_of(1))
    starts = [1, *(max(page.heading or page.line, 1) for page in pages[1:]), file.lines + 1]
    for page, first, following in zip(pages, starts[:-1], starts[1:], strict=True):
        last = min(page.last or following - 1, file.lines)
        if first <= last:
            yield first, last, ended.get((page.file, page.line_of(1)), (TAKEN, ""))


def _stretches(lines: Sequence[_Ended]) -> Iterator[Stretch]:
    at = 1
    for (state, why), group in groupby(lines):
        many = len(list(group))
        yield Stretch(at, at + many - 1, state, why)
        at += many


def written(report: ImportReport) -> str:
    """The whole report as plain lines: sums, files, then every stretch of lines; columns are parted by tabs."""
    sums = report.sums
    head = [f"{len(report.files)} files\t{sum(sums.values())} lines"]
    head += [f"{state}\t{len(report.of_state(state))} files\t{sums[state]} lines" for state in STATES]
    rows = []
    for file in report.files:
        rows.append("\t".join((file.name, file.state, file.source, f"{file.lines} lines", file.why)))
        rows += [f"{file.name}:{s.first}-{s.last}\t{s.state}\t\t\t{s.why}" for s in file.stretches]
    return "\n".join([*head, "", *rows, ""])
