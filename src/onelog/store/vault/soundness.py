"""Each record against its checksum and the change log; search index, tags and the lines of notes against the records."""

from onelog.core.model import MOMENT_KINDS
from onelog.core.results.doctor import ADVICE, DAMAGE, PROBLEM
from onelog.markdown.body import Slot, lines_of
from onelog.store.mapping import Row
from onelog.store.search import tokenizer
from onelog.store.transaction import searched
from onelog.store.vault.evidence import DATED, RecordState, Truth, in_step, truth
from onelog.store.vault.findings import MEND, RESTORE, Examination

_LOST = f"onelog show {{id}} shows what is there. {RESTORE}"
_FAULTS = {
    "put back": (DAMAGE, "The {name} is not what was written; the change log still has it.", MEND),
    "brought back": (DAMAGE, "The {name} is missing; the change log still has it.", MEND),
    "sum": (PROBLEM, "The checksum of the {name} is wrong; the record is what the change log says.", MEND),
    "no sum": (PROBLEM, "The {name} has no checksum; the record is what the change log says.", MEND),
    "changed": (DAMAGE, "The {name} is not what was written.", _LOST),
    "missing": (DAMAGE, "The {name} is missing.", RESTORE),
    "foreign": (
        PROBLEM,
        "The {name} was not written by onelog: it has no checksum and is not in the change log.",
        "onelog edit {id}: whatever is changed there gives it one.",
    ),
}
"""What may be wrong with a record, by `Truth.fault`: level, message, mend."""


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
        level, message, mend = _FAULTS[fault]
        if level == DAMAGE:
            self._wrong.add(known.id)
        if fault == "changed" and known.has_no_text:
            message = "A text of the {name} has bytes in it that are no text (UTF-8)."
        self.look.add("records", level, message.format(name=f"{known.kind} {known.id}"), mend.format(id=known.id))

    def _known(self, known: RecordState, true: Truth) -> None:
        """What is made from a record, against what it should be."""
        look, row, name = self.look, true.row, f"{known.kind} {known.id}"
        if own := [id_ for id_ in known.ids if id_ != known.id]:
            look.add("records", DAMAGE, f"The {name} is called {own[0]} elsewhere in the journal.", RESTORE)
        if not in_step(row, known.log, known.columns):
            message = f"The change log of the {name} is not in step with it."
            look.add("changes", PROBLEM, message, f"onelog history {known.id} shows what it tells.")
        self._search(known, row)
        self._tags(known, row)
        if row and known.kind == "meeting":
            look.count("documents")
            lines = slots(str(row["body"]))
            self._lines += [(known.id, id_, id_ in known.inside) for id_ in sorted(known.inside ^ lines, key=str)]
        if row and known.kind == "moment" and row["kind"] not in MOMENT_KINDS:
            message = f"The {name} is of a kind that this onelog does not know: {str(row['kind'])[:20]}."
            look.add("records", PROBLEM, message, "Update onelog: a newer one may know it.")
        if row and str(row.get(DATED.get(known.kind, "")) or "")[:10] > self.far:
            look.add(
                "clock", ADVICE, f"The {name} lies over a year ahead.", f"onelog change {known.id} on:DAY sets its day."
            )

    def _search(self, known: RecordState, row: Row | None) -> None:
        text = searched(known.kind, row)
        if text:
            self.look.count("search")
        if self.searchable and known.text != (tokenizer.index_text(text) if text else None):
            message = f"The search index is not in step with the {known.kind} {known.id}."
            self.look.add("search", PROBLEM, message, MEND)

    def _tags(self, known: RecordState, row: Row | None) -> None:
        tags = str((row or {}).get("tags") or "")
        if tags:
            self.look.count("tags")
        if known.tags != frozenset(tags.split()):
            self.look.add("tags", PROBLEM, f"The tags of the {known.kind} {known.id} are not in step with it.", MEND)

    def end(self) -> None:
        """A line `- ^id` for every record of a meeting, and a record for every such line."""
        for meeting, id_, is_inside in self._lines:
            if id_ in self._wrong:
                continue
            if is_inside:
                message, mend = f"{id_} belongs to the meeting {meeting} and has no line in its note.", MEND
            else:
                message = f"A line in the meeting {meeting} stands for {id_}, which is not in that meeting."
                mend = f"onelog history {id_} tells what became of it; onelog edit {meeting} takes the line out."
            self.look.add("documents", PROBLEM, message, mend)


def slots(body: str) -> frozenset[str]:
    """The ids that have a line in a note."""
    return frozenset(line.id for line in lines_of(body) if isinstance(line, Slot)) if "^" in body else frozenset()
