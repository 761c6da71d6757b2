"""The change log without private words: also without those that became private later, or were so once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onelog.core.results.history import Change, ColumnValues, RecordChange
from onelog.markdown import privacy
from onelog.store import mapping
from onelog.store.changelog_fold import log_lines
from onelog.store.database import Store
from onelog.store.records import PRIVATE_KINDS

_KEYS = {"moment": "kind", "answer": "rule"}
"""The kinds of records that can be private, and the column that tells."""
_INSIDE = ("action", "moment", "topic", "checkin")
_SHORT = 4
"""So few characters are words of a private record only where nothing else stands in the line."""

_Words = dict[str, tuple[str, str]]
"""The texts of private records, with the uid and the kind of the record."""


def without_private(store: Store, found: Sequence[Change]) -> tuple[list[Change], Counter[str]]:
    """The changes without private words, and how many records these were of, by kind.

    Of a record that is private, or was, all is left out that it said until it was so last. Where such words stand in
    another record of the meeting, as a note line that became private, they are left out too.
    """
    look = _Redaction(store, found)
    shown = [change._replace(lines=tuple(look.line(change.n, line) for line in change.lines)) for change in found]
    return shown, Counter(look.left.values())


class _Redaction:
    def __init__(self, store: Store, found: Sequence[Change]) -> None:
        self.store = store
        self.left: dict[str, str] = {}
        """The kind of each private record whose words are left out, by its uid."""
        self.pasts: dict[str, _Past] = {}
        self.words: dict[str, _Words] = {}
        """The words that are private in a meeting, by its uid."""
        for change in found:
            self._read(change)

    def past(self, kind: str, uid: str) -> "_Past":
        if uid not in self.pasts:
            self.pasts[uid] = _Past(self.store, kind, uid)
        return self.pasts[uid]

    def _read(self, change: Change) -> None:
        """Finds what private records say in the meetings that a change tells of."""
        for line in change.lines:
            for meeting in _meetings(self.store, line):
                if meeting not in self.words:
                    self.words[meeting] = dict(_standing(self.store, meeting))
        if any(line.kind == "meeting" and line.before and line.after for line in change.lines):
            sql = "SELECT uid, before, after FROM change_row WHERE change_n = ? AND kind = 'moment'"
            for uid, *sides in self.store.db.execute(sql, (change.n,)):
                before, after = (mapping.read_fields(side) for side in sides)
                meeting = str((after or {}).get("meeting_uid") or (before or {}).get("meeting_uid"))
                if meeting in self.words and (kind := self.past("moment", uid).private):
                    self.words[meeting] |= dict.fromkeys(_texts(before, after), (uid, kind))

    def line(self, n: int, line: RecordChange) -> RecordChange:
        """A line of the change with this number without what is private."""
        words = {text: whose for meeting in _meetings(self.store, line) for text, whose in self.words[meeting].items()}
        kinds = self.past(line.kind, line.uid).at(n) if line.kind in _KEYS else ("", "")
        before, after = (
            self._silent(line, fields, kind) if kind else self._plain(fields, words)
            for fields, kind in zip((line.before, line.after), kinds, strict=True)
        )
        return line._replace(before=before, after=after)

    def _silent(self, line: RecordChange, fields: ColumnValues | None, kind: str) -> ColumnValues | None:
        """The fields of a private record, which say nothing."""
        said = [name for name in privacy.WORDS if fields and fields.get(name)]
        if said:
            self.left[line.uid] = kind
        return fields and {name: None if name in said else value for name, value in fields.items()}

    def _plain(self, fields: ColumnValues | None, words: _Words) -> ColumnValues | None:
        """The fields of any other record, without the lines in which a private record stood."""
        if not fields or not words:
            return fields
        return {name: self._without(said, words) if isinstance(said, str) else said for name, said in fields.items()}

    def _without(self, said: str, words: _Words) -> str | None:
        lines = said.split("\n")
        kept = [line for line in lines if not self._is_private(line, words)]
        return said if len(kept) == len(lines) else "\n".join(kept) or None

    def _is_private(self, line: str, words: _Words) -> bool:
        for text, (uid, kind) in words.items():
            if text in line if len(text) > _SHORT else text == line.strip():
                self.left[uid] = kind
                return True
        return False


class _Past:
    """What a record was: private or not, before and after every change."""

    def __init__(self, store: Store, table: str, uid: str) -> None:
        key = _KEYS[table]
        now = store.db.execute(f"SELECT {key} FROM {table} WHERE uid = ?", (uid,)).fetchone()
        kind = str(now[0]) if now else ""
        later = _private(table, kind)
        self._steps: dict[int, tuple[str, str]] = {}
        self.private = ""
        """The private kind that it is now, or was when it was taken out; "" for any other."""
        for n, _, _, _, before, after in reversed(list(log_lines(store.db, [uid]))):
            kind = str((after or {}).get(key) or kind)
            became = later or _private(table, kind)
            kind = str((before or {}).get(key) or kind)
            later = became or _private(table, kind)
            if not self._steps:
                self.private = later if after is None else became
            was_later = self._steps.get(n, ("", ""))
            self._steps[n] = later or was_later[0], became or was_later[1]

    def at(self, n: int) -> tuple[str, str]:
        """The private kind that it was before a change, or later; and after it, or later. "" where it was none."""
        return self._steps[n]


def _private(table: str, said: str) -> str:
    """The private kind of a record by what its row says in the column of `_KEYS`; "" for any other."""
    return privacy.private_kind_of(None, said) if table == "answer" else privacy.private_kind_of(said)


_TEXTS = tuple(name for name in privacy.WORDS if name != "tags")


def _texts(*sides: ColumnValues | None) -> Iterator[str]:
    yield from (str(fields[name]) for fields in sides if fields for name in _TEXTS if fields.get(name))


def _meetings(store: Store, line: RecordChange) -> set[str]:
    """The uids of the meetings that a line of the log is of, or in which the record stands, or stood."""
    if line.kind == "meeting":
        return {line.uid}
    found = {str(fields["meeting_uid"]) for fields in (line.before, line.after) if fields and fields.get("meeting_uid")}
    if not found and line.before and line.after and line.kind in _INSIDE:
        row = store.db.execute(f"SELECT meeting_uid FROM {line.kind} WHERE uid = ?", (line.uid,)).fetchone()
        found = {row[0]} if row and row[0] else found
    return found


def _standing(store: Store, meeting: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the private records say that stand in a meeting."""
    sql = f"SELECT {', '.join(_TEXTS)}, uid, kind FROM moment WHERE meeting_uid = ? AND kind IN {PRIVATE_KINDS}"
    for *texts, uid, kind in store.db.execute(sql, (meeting,)):
        yield from ((text, (uid, kind)) for text in texts if text)
