"""What the journal's tables are, and how an older file becomes a newer one.

Migrations are never edited once they have been released; a change of the schema is a new one.
"""

import sqlite3
from typing import Any

from onelog.core.regexes import pattern
from onelog.store.checksum import checksum

APPLICATION_ID = 0x6F6E6C67  # "onlg"
VERSION = 10
"""How many migrations there are; `PRAGMA user_version` of an up-to-date journal."""

ABOUT = {
    "handle": "Every id that was ever given, whether its record stands or was deleted; `n` is its number in the search index, `sum` the CRC-32 of the record that stands.",
    "person": "Somebody who is met one at a time; `relations` is the history of the relation and `aliases` those beside `alias` as JSON, `reading` is how the name is said, `rule` is RFC 5545, `hour` the usual one of its days.",
    "meeting": "One 1-on-1 with its note; in `body` a line `- ^k7qf` stands for the record with that id. Without `at` it is to come. `scales` has what was said on scales of one's own, as JSON: name -> [value, lowest, highest].",
    "goal": "Something to be reached by a day, from `start` to `target` where it is measured.",
    "action": "A promise; without `owner_uid` it is the journal keeper's own. `why` is what it is for, `outcome` what came of it.",
    "moment": "Something worth keeping: a decision, win, aha moment, praise, growth, concern or private note.",
    "topic": "Something parked for the next meeting with a person; a standing one has the `rule` (RFC 5545) by which it comes back, and the `next` day on which it does.",
    "checkin": "A look at a goal: a value, a sentence, or both.",
    "tag": "The tags of every record, one a row; the same as in its column `tags`.",
    "change": "One command's change of the journal; `undo` and `redo` are changes too, of the one in `target`.",
    "change_row": "What a change did to one record: its columns before and after, as JSON; only those that differ.",
    "search": "The full-text index (FTS5) over notes, actions, moments, goals and topics; its `rowid` is the `n` of `handle`.",
    "skip": "A meeting that was due on a day and left out, with the reason; `until` is a pause until that day, `moved` the time for which it is planned instead.",
    "answer": "What somebody said to a warning of `watch`; until the day `until` it stays quiet.",
    "source": "What was imported: `key` is which document of which source it was, `hash` what that said, `base` the document that it became, with which later changes of both sides are compared.",
    "open_actions": "Promises that are open, those with the nearest day first.",
    "timeline": "Meetings, moments and actions, newest first.",
}
"""What each table and view is for, in the order of the page about them."""

TABLES = ("person", "meeting", "goal", "action", "moment", "topic", "checkin", "skip", "answer")
FIRST_TABLES = TABLES[:7]
"""Those that there were in versions 1 and 2."""


def tables(version: int) -> tuple[str, ...]:
    """The tables of records that a journal of a version has."""
    return FIRST_TABLES if version < 3 else TABLES


M001 = """
CREATE TABLE handle (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) >= 4),
    kind TEXT NOT NULL,
    uid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE person (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
    alias TEXT UNIQUE COLLATE NOCASE,
    relation TEXT CHECK (relation IN ('manager', 'report', 'peer', 'mentor', 'skip', 'other')),
    every TEXT,
    rule TEXT,
    archived TEXT CHECK (archived IS date(archived)),
    relations TEXT NOT NULL DEFAULT '[]',
    added TEXT NOT NULL CHECK (added IS date(added))
) STRICT;

CREATE TABLE meeting (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid),
    at TEXT,
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
    mode TEXT CHECK (mode IN ('video', 'office', 'phone', 'walk', 'chat')),
    mood INTEGER CHECK (mood BETWEEN 1 AND 5),
    seen INTEGER CHECK (seen BETWEEN 1 AND 5),
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    tags TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_by_person ON meeting (person_uid, at);
CREATE INDEX meeting_by_time ON meeting (at);
CREATE UNIQUE INDEX one_coming_meeting ON meeting (person_uid) WHERE at IS NULL;

CREATE TABLE goal (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    person_uid TEXT REFERENCES person (uid),
    by TEXT CHECK (by IS date(by)),
    metric TEXT,
    start REAL,
    target REAL,
    unit TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'achieved', 'missed', 'dropped')),
    parent_uid TEXT REFERENCES goal (uid),
    opened TEXT NOT NULL CHECK (opened IS date(opened)),
    closed TEXT CHECK (closed IS date(closed)),
    tags TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE action (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    owner_uid TEXT REFERENCES person (uid),
    person_uid TEXT REFERENCES person (uid),
    meeting_uid TEXT REFERENCES meeting (uid),
    goal_uid TEXT REFERENCES goal (uid),
    due TEXT CHECK (due IS date(due)),
    status TEXT NOT NULL CHECK (status IN ('open', 'done', 'dropped')),
    opened TEXT NOT NULL CHECK (opened IS date(opened)),
    closed TEXT CHECK (closed IS date(closed)),
    why TEXT,
    tags TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX action_open ON action (due) WHERE status = 'open';
CREATE INDEX action_by_meeting ON action (meeting_uid);
CREATE INDEX action_by_person ON action (person_uid, opened);
CREATE INDEX action_by_owner ON action (owner_uid) WHERE owner_uid IS NOT NULL;
CREATE INDEX action_by_goal ON action (goal_uid) WHERE goal_uid IS NOT NULL;
CREATE INDEX action_by_day ON action (opened);

CREATE TABLE moment (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
        CHECK (kind IN ('decision', 'win', 'aha', 'praise', 'growth', 'concern', 'private')),
    text TEXT NOT NULL CHECK (text <> ''),
    because TEXT,
    giver_uid TEXT REFERENCES person (uid),
    receiver_uid TEXT REFERENCES person (uid),
    person_uid TEXT REFERENCES person (uid),
    meeting_uid TEXT REFERENCES meeting (uid),
    at TEXT NOT NULL,
    resolved TEXT CHECK (resolved IS date(resolved)),
    tags TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX moment_by_meeting ON moment (meeting_uid);
CREATE INDEX moment_by_kind ON moment (kind, at);
CREATE INDEX moment_by_person ON moment (person_uid, at);
CREATE INDEX moment_by_time ON moment (at);

CREATE TABLE topic (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    person_uid TEXT REFERENCES person (uid),
    meeting_uid TEXT REFERENCES meeting (uid),
    added TEXT NOT NULL CHECK (added IS date(added)),
    status TEXT NOT NULL CHECK (status IN ('parked', 'raised', 'dropped')),
    closed TEXT CHECK (closed IS date(closed)),
    why TEXT,
    tags TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX topic_by_meeting ON topic (meeting_uid);
CREATE INDEX topic_parked ON topic (person_uid, added) WHERE status = 'parked';
CREATE INDEX topic_by_day ON topic (added);

CREATE TABLE checkin (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    goal_uid TEXT NOT NULL REFERENCES goal (uid),
    at TEXT NOT NULL,
    value REAL,
    text TEXT NOT NULL DEFAULT '',
    meeting_uid TEXT REFERENCES meeting (uid)
) STRICT;
CREATE INDEX checkin_by_goal ON checkin (goal_uid, at);
CREATE INDEX checkin_by_meeting ON checkin (meeting_uid);

CREATE TABLE tag (
    name TEXT NOT NULL,
    uid TEXT NOT NULL REFERENCES handle (uid),
    PRIMARY KEY (name, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_record ON tag (uid);

CREATE TABLE change (
    n INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    device TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('do', 'undo', 'redo')),
    target INTEGER REFERENCES change (n),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX change_standing ON change (n) WHERE op = 'do' AND undone = 0;
CREATE INDEX change_undone ON change (n) WHERE op = 'do' AND undone = 1;

CREATE TABLE change_row (
    change_n INTEGER NOT NULL REFERENCES change (n),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    uid TEXT NOT NULL REFERENCES handle (uid),
    before TEXT,
    after TEXT,
    PRIMARY KEY (change_n, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row_by_record ON change_row (uid);

CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIEW open_actions AS
SELECT action.id, action.text, coalesce(owner.name, 'me') AS owner, person.name AS person, action.due,
    action.opened, action.why, goal.title AS goal, meeting.id AS meeting
FROM action
LEFT JOIN person AS owner ON owner.uid = action.owner_uid
LEFT JOIN person ON person.uid = action.person_uid
LEFT JOIN goal ON goal.uid = action.goal_uid
LEFT JOIN meeting ON meeting.uid = action.meeting_uid
WHERE action.status = 'open'
ORDER BY action.due IS NULL, action.due;

CREATE VIEW timeline AS
SELECT meeting.at, 'meeting' AS kind, person.name AS person, meeting.body AS text, meeting.id
FROM meeting JOIN person ON person.uid = meeting.person_uid WHERE meeting.at IS NOT NULL
UNION ALL
SELECT moment.at, moment.kind, person.name, moment.text, moment.id
FROM moment LEFT JOIN person ON person.uid = moment.person_uid
UNION ALL
SELECT action.opened, 'action', person.name, action.text, action.id
FROM action LEFT JOIN person ON person.uid = action.person_uid
ORDER BY 1 DESC;
"""


M002 = """
ALTER TABLE handle ADD COLUMN sum INTEGER;
"""


M003 = """
CREATE TABLE skip (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid),
    at TEXT NOT NULL CHECK (at IS date(at)),
    due TEXT CHECK (due IS date(due)),
    until TEXT CHECK (until IS date(until)),
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX skip_by_person ON skip (person_uid, at);

CREATE TABLE answer (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL CHECK (rule <> ''),
    about_uid TEXT NOT NULL REFERENCES handle (uid),
    at TEXT NOT NULL CHECK (at IS date(at)),
    until TEXT NOT NULL CHECK (until IS date(until)),
    text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX answer_by_rule ON answer (rule, about_uid);
"""


M004 = """
ALTER TABLE person ADD COLUMN aliases TEXT;
ALTER TABLE person ADD COLUMN reading TEXT;
"""

M005 = """
ALTER TABLE action ADD COLUMN outcome TEXT;
ALTER TABLE moment ADD COLUMN outcome TEXT;
ALTER TABLE topic ADD COLUMN outcome TEXT;
"""

M006 = """
DROP VIEW timeline;

CREATE TABLE moment_of_any_kind (
    uid TEXT NOT NULL PRIMARY KEY REFERENCES handle (uid),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    because TEXT,
    giver_uid TEXT REFERENCES person (uid),
    receiver_uid TEXT REFERENCES person (uid),
    person_uid TEXT REFERENCES person (uid),
    meeting_uid TEXT REFERENCES meeting (uid),
    at TEXT NOT NULL,
    resolved TEXT CHECK (resolved IS date(resolved)),
    tags TEXT NOT NULL DEFAULT '',
    outcome TEXT
) STRICT;
INSERT INTO moment_of_any_kind SELECT uid, id, kind, text, because, giver_uid, receiver_uid, person_uid, meeting_uid, at,
    resolved, tags, outcome FROM moment ORDER BY rowid;
DROP TABLE moment;
ALTER TABLE moment_of_any_kind RENAME TO moment;
CREATE INDEX moment_by_meeting ON moment (meeting_uid);
CREATE INDEX moment_by_kind ON moment (kind, at);
CREATE INDEX moment_by_person ON moment (person_uid, at);
CREATE INDEX moment_by_time ON moment (at);

CREATE VIEW timeline AS
SELECT meeting.at, 'meeting' AS kind, person.name AS person, meeting.body AS text, meeting.id
FROM meeting JOIN person ON person.uid = meeting.person_uid WHERE meeting.at IS NOT NULL
UNION ALL
SELECT moment.at, moment.kind, person.name, moment.text, moment.id
FROM moment LEFT JOIN person ON person.uid = moment.person_uid
UNION ALL
SELECT action.opened, 'action', person.name, action.text, action.id
FROM action LEFT JOIN person ON person.uid = action.person_uid
ORDER BY 1 DESC;
"""
"""Makes moments anew once, without the list of their kinds, so that no new kind ever needs that again: `Writing` refuses
what is no kind, and `doctor` finds it."""

M007 = """
CREATE TABLE source (
    key TEXT NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE REFERENCES handle (uid),
    hash TEXT NOT NULL,
    base TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


M008 = """
ALTER TABLE meeting ADD COLUMN scales TEXT;
"""


M009 = """
ALTER TABLE topic ADD COLUMN rule TEXT;
ALTER TABLE topic ADD COLUMN next TEXT;
"""


M010 = """
ALTER TABLE person ADD COLUMN hour TEXT;
ALTER TABLE skip ADD COLUMN moved TEXT;
"""


SCRIPTS = (M001, M002, M003, M004, M005, M006, M007, M008, M009, M010)
"""What each version adds to the one before it."""
_SAME_TO_READERS = (M006,)
"""Migrations that take a rule away, and change nothing that is read."""

_ADDED = r"ALTER TABLE (?P<table>\w+) ADD COLUMN (?P<column>\w+) \w+(?: NOT NULL)?(?: DEFAULT (?P<value>.+))?"
_STANDS = " ".join(
    f"WHEN '{table}' THEN (SELECT 1 FROM main.{table} r WHERE r.uid = handle.uid)" for table in FIRST_TABLES
)
_FILLED = {("handle", "sum"): f"CASE handle.kind {_STANDS} END"}
"""What stands in a column that a migration does not leave empty, for those who read: whether there is a checksum."""


def statements(script: str) -> list[str]:
    """The statements of a script, one by one (none of ours has a semicolon inside)."""
    return [part.strip() for part in script.split(";") if part.strip()]


def create(db: sqlite3.Connection) -> None:
    """Makes all tables on a bare connection: for a journal that lives in memory only."""
    for script in SCRIPTS:
        _run(db, script)


def read_as_new(db: sqlite3.Connection, version: int) -> None:
    """Lets an older journal be read by the SQL of a new one, as it is: not a row of it is read or copied for that.

    A table that came later is an empty temporary one; before a table that has fewer columns stands a temporary view,
    which SQLite resolves first and flattens into each query, so that every index is used. Raises `ValueError` for a
    migration that does anything else.
    """
    columns: dict[str, list[str]] = {}
    made = set[str]()
    scripts = (script for script in SCRIPTS[version:] if script not in _SAME_TO_READERS)
    for statement in (one for script in scripts for one in statements(script)):
        if statement.startswith("CREATE TABLE "):
            db.execute(statement.replace("CREATE TABLE ", "CREATE TEMP TABLE ", 1))
            made.add(statement.split()[2])
        elif added := pattern(_ADDED).fullmatch(statement):
            table, column, value = added.group("table", "column", "value")
            if table in made:
                db.execute(statement.replace("ALTER TABLE ", "ALTER TABLE temp.", 1))
                continue
            columns.setdefault(table, []).append(f"{_FILLED.get((table, column), value or 'NULL')} AS {column}")
        elif not statement.startswith("CREATE INDEX "):
            raise ValueError(statement)
    for table, added_ones in columns.items():
        db.execute(f"CREATE TEMP VIEW {table} AS SELECT *, {', '.join(added_ones)} FROM main.{table}")


def migrate(db: sqlite3.Connection) -> None:
    """Applies the migrations that are due, in one transaction that waits for other writers."""
    from sqlite_utils import Database, Migrations

    steps = Migrations("onelog")

    @steps()
    def m001_first(file: Any) -> None:
        _run(file.conn, M001)

    @steps()
    def m002_sums(file: Any) -> None:
        _run(file.conn, M002)
        _add_sums(file.conn)

    @steps()
    def m003_skips_and_answers(file: Any) -> None:
        _run(file.conn, M003)

    @steps()
    def m004_aliases_and_readings(file: Any) -> None:
        _run(file.conn, M004)

    @steps()
    def m005_outcomes(file: Any) -> None:
        _run(file.conn, M005)

    @steps()
    def m006_kinds_of_moments(file: Any) -> None:
        _run(file.conn, M006)

    @steps()
    def m007_sources(file: Any) -> None:
        _run(file.conn, M007)

    @steps()
    def m008_scales(file: Any) -> None:
        _run(file.conn, M008)

    @steps()
    def m009_standing_topics(file: Any) -> None:
        _run(file.conn, M009)

    @steps()
    def m010_moved_meetings(file: Any) -> None:
        _run(file.conn, M010)

    file = Database(db, execute_plugins=False)
    db.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(file)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _run(db: sqlite3.Connection, script: str) -> None:
    for statement in statements(script):
        db.execute(statement)


def _add_sums(db: sqlite3.Connection) -> None:
    """The checksum of every record, from the records as they are."""
    for table in FIRST_TABLES:
        cursor = db.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        rows = (dict(zip(names, row, strict=True)) for row in cursor)
        db.executemany("UPDATE handle SET sum = ? WHERE uid = ?", ((checksum(row), row["uid"]) for row in rows))
