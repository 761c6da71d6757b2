"""The views for other programs, as the migration of version 12 makes them: it is never edited either."""

M012 = """
DROP VIEW timeline;
DROP VIEW open_actions;

CREATE VIEW open_actions AS
SELECT action.id, action.text, coalesce(owner.name, 'me') AS owner, person.name AS person, action.due,
    action.opened, action.why, goal.title AS goal, meeting.id AS meeting,
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = action.uid) AS tags
FROM action
LEFT JOIN person AS owner ON owner.uid = action.owner_uid
LEFT JOIN person ON person.uid = action.person_uid
LEFT JOIN goal ON goal.uid = action.goal_uid
LEFT JOIN meeting ON meeting.uid = action.meeting_uid
WHERE action.status = 'open'
ORDER BY action.due IS NULL, action.due;

CREATE VIEW records AS
SELECT handle.n, meeting.id, 'meeting' AS kind, meeting.at, person.name AS person, (
    WITH RECURSIVE part (line, rest) AS (
        SELECT NULL, meeting.body || char(10)
        UNION ALL
        SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM part WHERE instr(rest, '^')
    ), place (line, rest, lead, slot) AS (
        SELECT line, rest, substr(line, 1, instr(line, '^') - 1), iif(instr(line, '^'), substr(line, instr(line, '^') + 1), '')
        FROM part
    )
    SELECT rtrim(group_concat(coalesce(
        CASE WHEN slot GLOB '????*' AND slot NOT GLOB '*[^2-9a-z]*' AND trim(lead, ' -*+.)0123456789' || char(9)) = '' THEN lead || coalesce(
            (SELECT 'action: ' || text FROM action WHERE id = slot),
            (SELECT kind || ': ' || text FROM moment WHERE id = slot AND kind NOT IN ('concern', 'fact', 'private')),
            (SELECT 'topic: ' || text FROM topic WHERE id = slot),
            (SELECT 'goal: ' || title || coalesce(' ' || iif(value = CAST(value AS INTEGER), CAST(value AS INTEGER), value), '')
                || rtrim(' ' || checkin.text) FROM checkin JOIN goal ON goal.uid = goal_uid WHERE checkin.id = slot)
        ) ELSE line END || char(10), ''
    ) || iif(instr(rest, '^'), '', rest), ''), char(10)) FROM place
) AS text, 0 AS private,
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = meeting.uid) AS tags
FROM meeting JOIN handle ON handle.uid = meeting.uid JOIN person ON person.uid = meeting.person_uid
UNION ALL
SELECT handle.n, moment.id, moment.kind, moment.at, person.name, moment.text, moment.kind IN ('concern', 'fact', 'private'),
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = moment.uid)
FROM moment JOIN handle ON handle.uid = moment.uid LEFT JOIN person ON person.uid = moment.person_uid
UNION ALL
SELECT handle.n, action.id, 'action', action.opened, person.name, action.text, 0,
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = action.uid)
FROM action JOIN handle ON handle.uid = action.uid LEFT JOIN person ON person.uid = action.person_uid
UNION ALL
SELECT handle.n, topic.id, 'topic', topic.added, person.name, topic.text, 0,
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = topic.uid)
FROM topic JOIN handle ON handle.uid = topic.uid LEFT JOIN person ON person.uid = topic.person_uid
UNION ALL
SELECT handle.n, goal.id, 'goal', goal.opened, person.name, goal.title, 0,
    (SELECT coalesce('["' || group_concat(name, '","') || '"]', '[]') FROM tag WHERE uid = goal.uid)
FROM goal JOIN handle ON handle.uid = goal.uid LEFT JOIN person ON person.uid = goal.person_uid
UNION ALL
SELECT handle.n, checkin.id, 'checkin', checkin.at, person.name,
    title || coalesce(' ' || iif(value = CAST(value AS INTEGER), CAST(value AS INTEGER), value), '') || rtrim(' ' || checkin.text), 0, '[]'
FROM checkin JOIN handle ON handle.uid = checkin.uid JOIN goal ON goal.uid = checkin.goal_uid
LEFT JOIN person ON person.uid = goal.person_uid;

CREATE VIEW timeline AS
SELECT at, kind, person, text, id, private, tags FROM records
WHERE at IS NOT NULL AND kind NOT IN ('topic', 'goal', 'checkin')
ORDER BY at DESC;
"""
"""Meetings are in words instead of ids, what is private is marked, tags are JSON, and `records` is there to search in.

Nothing here is a JSON function: not every SQLite takes those for safe in a view. A later migration that makes a table
anew has to drop the views before, and to make them again.
"""
