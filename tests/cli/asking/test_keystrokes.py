"""Twenty corrections and look-ups of every day: the keys they took before `change`, `last` and the lists, and take now.

Each row is what is typed, a line a step, Enter at the end of each. `vi ` begins what is typed in an editor, which is counted
without these letters; ⎋ and ⏎ are keys. An id that is typed was read in a list, which is counted as well.
"""

import re
import shlex
from statistics import median
from typing import Any, NamedTuple

import pytest
from conftest import Onelog
from test_picker import Screen

pytestmark = pytest.mark.posix

MIA, LIST = "onelog timeline mia", "onelog actions mia"


class Row(NamedTuple):
    """One correction: the steps before and now, and how to see in JSON that it was made."""

    before: tuple[str, ...]
    now: tuple[str, ...]
    look: str
    seen: Any


ROWS = {
    "due day": Row(
        (LIST, "onelog edit PLAN", "vi /due⏎cWdue:mon⎋:wq⏎"), ("onelog change last due:mon",), "show last", ("due", "2026-11-23"),
    ),
    "owner": Row((LIST, "onelog edit PLAN", "vi A @bea⎋:wq⏎"), ("onelog change last @bea",), "show last", ("owner", "Bea")),
    "why": Row(
        (LIST, "onelog edit PLAN", "vi A why:she knows the vendor⎋:wq⏎"), ("onelog change why:she knows the vendor", ""),
        "show last", ("why", "she knows the vendor"),
    ),
    "words": Row(
        (LIST, "onelog edit PLAN", 'vi /draft⏎c3wwrite the offer⎋:wq⏎'), ('onelog change last text:"write the offer"',),
        "show last", ("text", "write the offer"),
    ),
    "goal of a promise": Row(
        ("onelog goals", LIST, "onelog edit PLAN", "vi A goal:GOAL⎋:wq⏎"), ("onelog goals", "onelog change last goal:GOAL"),
        "show last", ("goal", "GOAL"),
    ),
    "tag": Row((LIST, "onelog edit PLAN", "vi A +budget⎋:wq⏎"), ("onelog change last +budget",), "show last", ("tags", ["budget"])),
    "mood": Row(
        (MIA, "onelog edit TALK", "vi /at:⏎omood: 4⎋:wq⏎"), ("onelog change last mia mood:4",), "show TALK", ("mood", 4),
    ),
    "date of a talk": Row(
        (MIA, "onelog edit TALK", "vi /at:⏎WC2026-11-21⎋:wq⏎"), ("onelog change last mia on:-1d",),
        "show TALK", ("at", "2026-11-21T14:00:00+09:00"),
    ),
    "length and mode": Row(
        (MIA, "onelog edit TALK", "vi /at:⏎olen: 45m⏎mode: walk⎋:wq⏎"), ("onelog change last mia len:45m mode:walk",),
        "show TALK", ("mode", "walk"),
    ),
    "person of a talk": Row(
        (MIA, "onelog edit TALK", "vi /with⏎WCBea⎋:wq⏎"), ("onelog change last mia with:bea",), "show TALK", ("person", "Bea"),
    ),
    "target of a goal": Row(
        ("onelog goals", "onelog edit GOAL", "vi /target⏎WC5⎋:wq⏎"), ("onelog change target:5", ""), "show GOAL", ("target", 5),
    ),
    "day of a goal": Row(
        ("onelog goals", "onelog edit GOAL", "vi /by:⏎WC2026-12-31⎋:wq⏎"), ("onelog change GOAL by:eoq",),
        "show GOAL", ("by", "2026-12-31"),
    ),
    "snooze three": Row(
        ("onelog actions", "onelog edit PLAN", "vi A due:2026-12-06⎋:wq⏎", "onelog edit BANK", "vi A due:2026-12-06⎋:wq⏎", "onelog edit CALL",
         "vi A due:2026-12-06⎋:wq⏎"),
        ("onelog actions", "onelog change PLAN BANK CALL due:+2w"), "show BANK", ("due", "2026-12-06"),
    ),
    "tick two of the day": Row(
        ("onelog actions", "onelog done PLAN BANK --on yesterday"), ("onelog done", "  "), "show last", ("status", "done"),
    ),
    "reopen": Row(("onelog actions --all", "onelog reopen CALL"), ("onelog reopen last",), "show CALL", ("status", "open")),
    "line to today's talk": Row(
        (MIA, "onelog edit TALK", "vi Goask about the budget⎋:wq⏎"), ("onelog log + ask about the budget",),
        "search ask budget", ("id", "TALK"),
    ),
    "next talk moved": Row(
        ("onelog people edit mia --on thu", 'onelog skip mia --why moved --until 2026-11-26'), ("onelog move mia thu",),
        "next", ("next_due", "2026-11-26"),
    ),
    "two people are one": Row(
        ("onelog timeline miya", "onelog edit MIYA", "vi /with⏎WCMia⎋:wq⏎", "onelog people archive miya"),
        ("onelog people merge miya mia",), "timeline mia", ("person", "Mia"),
    ),
    "own scale over a year": Row(
        ("onelog export 2026 --with mia -o mia.md", "grep -i energy mia.md"), ("onelog stats 2026 --with mia",),
        "stats 2026 --with mia", ("period", "2026"),
    ),
    "search of every week": Row(
        ('onelog search budget -invite --with mia --since "last quarter"',), ("onelog search :budget",),
        "search :budget", ("person", "Mia"),
    ),
}  # fmt: skip  # a row is read from left to right


def keys(steps: tuple[str, ...]) -> int:
    """An id has four letters; Enter ends each line, and stands in an editor as ⏎."""
    steps = tuple(re.sub(r"\b[A-Z]{4}\b", "k7qf", step) for step in steps)
    return sum(len(step) - 3 if step.startswith("vi ") else len(step) + 1 for step in steps)


def test_twenty_corrections_take_at_most_sixty_percent_of_the_keys() -> None:
    share = {what: keys(row.now) / keys(row.before) for what, row in ROWS.items()}
    table = "\n".join(
        f"{what:<24}{keys(row.before):>5}{keys(row.now):>5}{share[what]:>7.0%}" for what, row in ROWS.items()
    )
    assert len(ROWS) == 20
    assert median(share.values()) <= 0.6, table
    assert max(share.values()) <= 0.8, table
    assert {"why", "target of a goal", "line to today's talk"} <= {
        what for what, part in share.items() if part <= 0.6
    }, table
    assert not [step for row in ROWS.values() for step in row.now if step.startswith("vi ") or " edit " in step]


@pytest.fixture(name="journal")
def _journal(onelog: Onelog) -> tuple[Onelog, dict[str, str]]:
    """A talk of today with promises, a goal, a promise that was done; the plan was changed last."""
    for name in ("Mia", "Bea"):
        onelog("people", "add", name, "--every", "2w")
    onelog("log", "miya", "hello", "--new", "--on", "2026-11-02")
    talk = onelog.json(
        "log", "mia", "about the budget a: call the vendor a: ask the bank a: draft the plan due:2026-11-20"
    )
    goal = onelog.json("goals", "add", "fewer bugs", "--from", "20", "--to", "10", "--by", "2026-12-01")["id"]
    id_ = {one["text"].split()[0]: one["id"] for one in talk["actions"]}
    ids = {"TALK": talk["id"], "GOAL": goal, "CALL": id_["call"], "BANK": id_["ask"], "PLAN": id_["draft"]}
    ids["MIYA"] = onelog.json("timeline miya")[0]["id"]
    onelog("search", "budget", "-invite", "--with", "mia", "--save", "budget")
    onelog("change", ids["PLAN"], "due:2026-11-20", "why:soon")
    return onelog, ids


@pytest.mark.long
@pytest.mark.parametrize("what", ROWS)
def test_each_line_does_what_it_is_for(journal: tuple[Onelog, dict[str, str]], what: str) -> None:
    run, ids = journal
    if what == "reopen":
        run("done", ids["CALL"])

    def named(step: str) -> str:
        return re.sub(r"\b[A-Z]{4}\b", lambda found: ids.get(found[0], found[0]), step)

    steps = [named(step) for step in ROWS[what].now]
    if steps[-1].strip():
        for step in steps:
            run(*shlex.split(step)[1:])
    else:
        screen = Screen(run, *shlex.split(steps[0])[1:])
        screen.drawn()
        screen.press(*steps[1])
        assert screen.end("\r")[0] == 0
    look, (key, value) = named(ROWS[what].look), ROWS[what].seen
    found = run.json(look)
    rows = found if isinstance(found, list) else [found]
    wanted = named(value) if isinstance(value, str) else value
    assert wanted in [row[key] for row in rows]
