"""A first meeting, logged with no set-up, and everything that then shows it: whole outputs, piped, in JSON and drawn."""

from typing import Any

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

TEXT = "talked about the ads move a: me draft the plan due:fri aha: a small team decides faster mood:4"

ACTION_LINE = "action\tz487\t2026-11-27\tmia\tme draft the plan\topen\t\tme\t2026-11-22\t\t\t2r7y\t\t\n"
AHA_LINE = "aha\tgvsn\t2026-11-22\tmia\ta small team decides faster\t\t\t\t\t2r7y\t\n"
MEETING_LINE = "meeting\t2r7y\t2026-11-22\tmia\ttalked about the ads move\t2026-11-22T14:00:00+09:00\t\t\t4\t\t\t\n"
PERSON_LINE = "person\th446\t2026-11-22\tmia\t\t\t\t\t\t\t\t\n"
HISTORY_LINE = "change\t1\t2026-11-22\t\tlog mia\t2026-11-22T14:00:00+09:00\tdo\t\tperson:h446 action:z487 moment:gvsn meeting:2r7y\n"
DOCUMENT = """\
---
id: 2r7y
with: mia
at: 2026-11-22T14:00+09:00
mood: 4
---

talked about the ads move

- [ ] me draft the plan due:2026-11-27 ^z487
- **Aha:** a small team decides faster ^gvsn
"""

DIGEST = """\
# 2026Q4 · 1-on-1 notes

1 Oct – 31 Dec 2026, as of 22 Nov 2026. 1 meeting with mia. I made 1 promise: 1 open. 1 aha moment.

*Times are UTC+9.*

## Sun 22 Nov 2026 · mia

_14:00 · mood 4_

talked about the ads move

- [ ] me draft the plan — due 27 Nov
- **Aha:** a small team decides faster
"""

PIPED = {
    "--color auto": ACTION_LINE,
    "actions": ACTION_LINE,
    "actions mia": ACTION_LINE,
    "actions --mine": ACTION_LINE,
    "actions --theirs": "",
    "actions --overdue": "",
    "timeline mia": MEETING_LINE + ACTION_LINE + AHA_LINE,
    "timeline": MEETING_LINE + ACTION_LINE + AHA_LINE,
    "timeline --until yesterday": "",
    "search plan": "action\tz487\t2026-11-22\tmia\tme draft the plan\n",
    "search ads move": "meeting\t2r7y\t2026-11-22\tmia\ttalked about the ads move\n",
    "search zebra": "",
    "show 2r7y": MEETING_LINE + ACTION_LINE + AHA_LINE,
    "show z487": ACTION_LINE,
    "show mia": PERSON_LINE,
    "show 2r7y --md": DOCUMENT,
    "people": PERSON_LINE,
    "topics": "",
    "goals": "",
    "moments": AHA_LINE,
    "moments --kind win": "",
    "history": HISTORY_LINE,
    "history z487": HISTORY_LINE.replace("person:h446 action:z487 moment:gvsn meeting:2r7y", "action:z487"),
    "export Q4": DIGEST,
    "export": DIGEST,
    "export 2026-11 --format markdown": DIGEST.replace("2026Q4", "2026-11").replace("1 Oct – 31 Dec", "1 Nov – 30 Nov"),
    "export Q3": "",
}

PERSON: dict[str, Any] = {
    "id": "h446", "uid": "", "kind": "person", "name": "mia", "alias": None, "aliases": [], "reading": None, "relation": None, "every": None, "rule": None, "hour": None,
    "last_met": "2026-11-22", "next_due": None, "overdue": False, "archived": False,
}  # fmt: skip
ACTION: dict[str, Any] = {
    "id": "z487", "uid": "", "kind": "action", "text": "me draft the plan", "owner": "me", "person": "mia", "meeting": "2r7y",
    "goal": None, "due": "2026-11-27", "status": "open", "overdue": False, "opened": "2026-11-22", "closed": None, "why": None,
    "tags": [], "outcome": None,
}  # fmt: skip
AHA: dict[str, Any] = {
    "id": "gvsn", "uid": "", "kind": "aha", "text": "a small team decides faster", "because": None, "from": None, "to": None,
    "person": "mia", "meeting": "2r7y", "at": "2026-11-22T14:00:00+09:00", "resolved": None, "tags": [],
    "outcome": None,
}  # fmt: skip
MEETING: dict[str, Any] = {
    "id": "2r7y", "uid": "", "kind": "meeting", "person": "mia", "at": "2026-11-22T14:00:00+09:00", "minutes": None, "mode": None,
    "mood": 4, "seen": None, "rating": None, "tags": [], "notes": "talked about the ads move", "actions": [ACTION],
    "moments": [AHA], "topics": [], "checkins": [], "scales": {},
}  # fmt: skip
HIT = {
    "kind": "action", "id": "z487", "person": "mia", "at": "2026-11-22", "snippet": "me draft the plan", "record": ACTION,
}  # fmt: skip
TODAY = {
    "day": "2026-11-22",
    "due": [],
    "days": [],
    "mine": [ACTION],
    "theirs": [],
    "goals": [],
    "moment": None,
    "warnings": 0,
}

IN_JSON: dict[str, Any] = {
    "--color auto": TODAY, "actions": [ACTION], "actions --theirs": [], "timeline mia": [MEETING], "search plan": [HIT],
    "search zebra": [], "show 2r7y": MEETING | {"set_aside": None}, "show z487": ACTION | {"handed_over": []}, "show gvsn": AHA | {"set_aside": None}, "show mia": PERSON, "people": [PERSON],
    "topics": [], "moments": [AHA], "goals": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """onelog after the first meeting; for reading only."""
    run = Onelog(tmp_path_factory.mktemp("met"))
    run("log", "mia", TEXT)
    return run


def told(value: Any) -> Any:
    """JSON with the order of its keys, and without uids (which are random, and of their shape)."""
    if isinstance(value, dict):
        return [(k, "" if k == "uid" else told(v)) for k, v in value.items()]
    return [told(v) for v in value] if isinstance(value, list) else value


def test_logging_says_what_it_made_and_the_journal_is_for_its_owner_alone(onelog: Onelog) -> None:
    done = onelog.run("log", "mia", TEXT)
    assert done.out == MEETING_LINE + ACTION_LINE + AHA_LINE
    assert done.err == "mia is new: onelog people edit mia says who they are.\nonelog undo takes it back.\n"
    assert onelog.journal.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in onelog.folder.iterdir()] == ["journal.db"]


def test_logging_prints_the_meeting_in_json(onelog: Onelog) -> None:
    assert told(onelog.json("log", "mia", TEXT)) == told(MEETING)


@pytest.mark.long
@pytest.mark.parametrize("command", PIPED)
def test_in_a_pipe_every_command_shows_it_whole(met: Onelog, command: str) -> None:
    assert met(command) == PIPED[command]


@pytest.mark.parametrize("command", IN_JSON)
def test_in_json_all_keys_are_there_in_order(met: Onelog, command: str) -> None:
    assert told(met.json(command)) == told(IN_JSON[command])


def test_history_in_json_has_every_field_as_it_became(met: Onelog) -> None:
    (change,) = met.json("history")
    assert list(change) == ["n", "at", "command", "device", "op", "target", "undone", "records"]
    assert {k: v for k, v in change.items() if k != "records"} == {
        "n": 1, "at": "2026-11-22T14:00:00+09:00", "command": "log mia", "device": "desk", "op": "do", "target": None, "undone": False,
    }  # fmt: skip
    assert [(r["kind"], r["id"], r["before"]) for r in change["records"]] == [
        ("person", "h446", None), ("action", "z487", None), ("moment", "gvsn", None), ("meeting", "2r7y", None),
    ]  # fmt: skip
    assert change["records"][3]["after"]["body"] == "talked about the ads move\n\n- ^z487\n- ^gvsn"


EMPTY = """\
This journal is empty. To begin:

  After a 1-on-1  onelog log Mia a: send the notes due:fri
  A person        onelog people add Mia --every 2w
  Notes you have  onelog import notes/ --dry-run
  A look around   onelog demo
"""
DRAWN = {
    ("timeline mia", 80): """\
November 2026

Sun 22  mia · today                                                         2r7y
        14:00 · mood 4
        talked about the ads move
        ☐ me      me draft the plan                         due Fri 27 Nov  z487
        Aha       a small team decides faster                               gvsn
""",
    ("timeline mia", 60): """\
November 2026

Sun 22  mia · today                                     2r7y
        14:00 · mood 4
        talked about the ads move
        ☐ me      me draft the plan     due Fri 27 Nov  z487
        Aha       a small team decides faster           gvsn
""",
    ("actions", 80): """\
I owe                                                                     1 open
☐ z487  me draft the plan · with mia                      in 5 days · Fri 27 Nov
""",
    ("actions", 60): """\
I owe                                                 1 open
☐ z487  me draft the plan · with mia  in 5 days · Fri 27 Nov
""",
    ("search plan", 80): """\
Action · mia · Sun 22 Nov                                                   z487
  me draft the plan
""",
    ("moments", 80): """\
Aha       a small team decides faster · with mia                Sun 22 Nov  gvsn
""",
    ("--color never", 80): """\
Sun 22 Nov 2026

I owe
  ☐ z487  me draft the plan · mia                         in 5 days · Fri 27 Nov
""",
}


@pytest.mark.parametrize(("command", "columns"), DRAWN)
def test_on_a_terminal_it_is_drawn(met: Onelog, command: str, columns: int) -> None:
    assert met.screen(command, columns=columns) == DRAWN[command, columns]


@pytest.mark.parametrize("columns", [80, 60])
def test_an_empty_journal_says_in_six_lines_how_to_begin_and_makes_no_file(onelog: Onelog, columns: int) -> None:
    assert onelog.screen("--color never", columns=columns) == EMPTY
    assert not onelog.journal.exists()


@pytest.mark.parametrize(
    "command", ["actions", "timeline", "people", "topics", "moments", "goals", "history", "search plan", "export Q4"]
)
def test_reading_an_empty_journal_finds_nothing_and_makes_no_file(onelog: Onelog, command: str) -> None:
    assert onelog(command) == ""
    assert not list(onelog.folder.iterdir())


def test_after_undo_nothing_shows_it_and_after_redo_everything_does(onelog: Onelog) -> None:
    onelog("log", "mia", TEXT)
    assert onelog("undo") == "1\tlog mia\th446, z487, gvsn, 2r7y\n"
    assert [onelog(command) for command in ("timeline", "actions", "people", "search plan", "export")] == [""] * 5
    assert onelog("redo") == "1\tlog mia\th446, z487, gvsn, 2r7y\n"
    assert onelog("timeline mia") == MEETING_LINE + ACTION_LINE + AHA_LINE


def test_what_a_record_says_stays_one_line_a_record_in_a_pipe_whatever_is_in_it(onelog: Onelog) -> None:
    onelog("log", "mia", "-", input="one\ttab and\ntwo lines \x1b[31m\u202e\n- [ ] an action\twith one\n")
    lines = onelog("timeline").splitlines()
    assert [line.split("\t")[4] for line in lines] == ["one\\ttab and\\ntwo lines ␛[31m\\u202e", "an action\\twith one"]
