"""The migrations: what each version of a journal's file adds to the one before it, as SQL.

They are never edited once they have been released; a change of the schema is a new row at the end.
"""

from onelog.store.views import M012

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

M011 = """
ALTER TABLE topic ADD COLUMN becomes TEXT;
"""

SUMS, KINDS_OF_MOMENTS, WORDED_VIEWS = "m002_sums", "m006_kinds_of_moments", "m012_worded_views"
MIGRATIONS = (
    ("m001_first", M001),
    (SUMS, M002),
    ("m003_skips_and_answers", M003),
    ("m004_aliases_and_readings", M004),
    ("m005_outcomes", M005),
    (KINDS_OF_MOMENTS, M006),
    ("m007_sources", M007),
    ("m008_scales", M008),
    ("m009_standing_topics", M009),
    ("m010_moved_meetings", M010),
    ("m011_feedback_to_give", M011),
    (WORDED_VIEWS, M012),
)
"""Each by the name that is kept of it in the file."""
