"""What feedback was before it was given, as the change log tells: a parked topic, taken out right before it was made."""

from onelog.core.model import Moment, Topic
from onelog.store import changelog_fold, mapping, records
from onelog.store.database import Store

_MADE = """SELECT m.uid FROM change_row t JOIN change_row m ON m.change_n = t.change_n AND m.seq = t.seq + 1
WHERE t.uid = ? AND t.after IS NULL AND m.kind = 'moment' AND m.before IS NULL ORDER BY t.change_n DESC LIMIT 1"""


def topic_of(store: Store, moment: Moment) -> Topic | None:
    """The topic that feedback was, parked; None where it was never one."""
    made = next((line for line in changelog_fold.log_lines(store.db, [moment.uid]) if line.before is None), None)
    if made is None or not made.seq:
        return None
    sql = "SELECT uid FROM change_row WHERE change_n = ? AND seq = ? AND kind = 'topic' AND after IS NULL"
    found = store.db.execute(sql, (made.change, made.seq - 1)).fetchone()
    if found is None:
        return None
    row = changelog_fold.state(store.db, "topic", found[0], made.change - 1)
    if not row or row["becomes"] != moment.kind or row["person_uid"] is None:
        return None
    name = store.db.execute("SELECT name FROM person WHERE uid = ?", (row["person_uid"],)).fetchone()
    return mapping.read_row(Topic, {**row, "meeting_uid": None}, person=name[0]) if name else None


def given_as(store: Store, topic_uid: str) -> Moment | None:
    """The feedback that a topic was given as, where that stands."""
    found = store.db.execute(_MADE, (topic_uid,)).fetchone()
    moment = records.by_uid(store, "moment", found[0]) if found else None
    return moment if isinstance(moment, Moment) else None
