"""Each record against its checksum and the change log; search index, tags and the lines of notes against the records."""

from onelog.core.errors import Message
from onelog.core.kinds import KINDS
from onelog.core.model import MOMENT_KINDS
from onelog.core.results.safety.doctor import ADVICE, DAMAGE, PROBLEM
from onelog.markdown.body import Slot, lines_of
from onelog.store.mapping import Row
from onelog.store.search import tokenizer
from onelog.store.transaction import searched
from onelog.store.vault.evidence import DATED, RecordState, Truth, in_step, truth
from onelog.store.vault.findings import MEND, RESTORE, Examination

_FAULTS = {
    "put back": (DAMAGE, "put_back"),
    "brought back": (DAMAGE, "brought_back"),
    "sum": (PROBLEM, "bad_sum"),
    "no sum": (PROBLEM, "no_sum"),
    "changed": (DAMAGE, "changed"),
    "missing": (DAMAGE, "missing"),
    "foreign": (PROBLEM, "foreign"),
}
"""What may be wrong with a record, by `Truth.fault`: how bad it is, and the phrase."""


def _mend(fault: str, id_: str) -> Message | str:
    if fault == "changed":
        return Message("errors.doctor.mend_changed", id=id_, restore=RESTORE)
    if fault == "foreign":
        return Message("errors.doctor.mend_foreign", id=id_)
    return RESTORE if fault == "missing" else MEND


def _name(known: RecordState) -> Message:
    kind = Message(f"errors.record.this_{known.kind}") if known.kind in KINDS.values() else known.kind
    return Message("errors.doctor.name", kind=kind, id=known.id)


class Round:
    """One round over all records, one after the other."""

    def __init__(self, look: Examination, far: str, *, searchable: bool) -> None:
        """`far` is an ISO day after which hardly anything lies; `searchable`, whether the search index can be read."""
        self.look, self.far, self.searchable = look, far, searchable
        self._wrong: set[str] = set()
        """The ids of records that are not as they should be; what does not fit to them is no finding of its own."""
        self._lines: list[tuple[str, str, bool]] = []
        """(id of a meeting, id, whether a record of that id is in it) where the lines of the note tell otherwise."""

    def one(self, known: RecordState) -> None:
        if known.row is not None or known.sum is not None:
            self.look.count("records")
        true = truth(known)
        if true.fault:
            self._fault(known, true.fault)
        if true.known:
            self._known(known, true)

    def _fault(self, known: RecordState, fault: str) -> None:
        level, said = _FAULTS[fault]
        if level == DAMAGE:
            self._wrong.add(known.id)
        if fault == "changed" and known.has_no_text:
            said = "bytes"
        message = Message(f"errors.doctor.record_{said}", name=_name(known))
        self.look.add("records", level, message, _mend(fault, known.id))

    def _known(self, known: RecordState, true: Truth) -> None:
        """What is made from a record, against what it should be."""
        look, row, name = self.look, true.row, _name(known)
        if own := [id_ for id_ in known.ids if id_ != known.id]:
            look.add("records", DAMAGE, Message("errors.doctor.called_elsewhere", name=name, other=own[0]), RESTORE)
        if not in_step(row, known.log, known.columns):
            message = Message("errors.doctor.log_off", name=name)
            look.add("changes", PROBLEM, message, Message("errors.doctor.mend_log", id=known.id))
        self._search(known, row)
        self._tags(known, row)
        if row and known.kind == "meeting":
            look.count("documents")
            lines = slots(str(row["body"]))
            self._lines += [(known.id, id_, id_ in known.inside) for id_ in sorted(known.inside ^ lines, key=str)]
        if row and known.kind == "moment" and row["kind"] not in MOMENT_KINDS:
            message = Message("errors.doctor.unknown_kind", name=name, kind=str(row["kind"])[:20])
            look.add("records", PROBLEM, message, Message("errors.doctor.update"))
        if row and str(row.get(DATED.get(known.kind, "")) or "")[:10] > self.far:
            far = Message("errors.doctor.far_ahead", name=name)
            look.add("clock", ADVICE, far, Message("errors.doctor.set_day", id=known.id))

    def _search(self, known: RecordState, row: Row | None) -> None:
        text = searched(known.kind, row)
        if text:
            self.look.count("search")
        if self.searchable and known.text != (tokenizer.index_text(text) if text else None):
            self.look.add("search", PROBLEM, Message("errors.doctor.search_off", name=_name(known)), MEND)

    def _tags(self, known: RecordState, row: Row | None) -> None:
        tags = str((row or {}).get("tags") or "")
        if tags:
            self.look.count("tags")
        if known.tags != frozenset(tags.split()):
            self.look.add("tags", PROBLEM, Message("errors.doctor.tags_off", name=_name(known)), MEND)

    def end(self) -> None:
        """A line `- ^id` for every record of a meeting, and a record for every such line."""
        for meeting, id_, is_inside in self._lines:
            if id_ in self._wrong:
                continue
            if is_inside:
                self.look.add("documents", PROBLEM, Message("errors.doctor.no_line", id=id_, meeting=meeting), MEND)
            else:
                message = Message("errors.doctor.stray_line", id=id_, meeting=meeting)
                mend = Message("errors.doctor.mend_stray_line", id=id_, meeting=meeting)
                self.look.add("documents", PROBLEM, message, mend)


def slots(body: str) -> frozenset[str]:
    """The ids that have a line in a note."""
    return frozenset(line.id for line in lines_of(body) if isinstance(line, Slot)) if "^" in body else frozenset()
