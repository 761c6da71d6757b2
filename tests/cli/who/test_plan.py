"""goals plan: from a goal's day backwards to the next step, asked, given or written as a document."""

import json
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pexpect
import pytest
from conftest import ONELOG, Onelog
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.model import Goal, Ref
from onelog.core.progress import Plan, Step
from onelog.core.sanitize import safe
from onelog.journal.goal_plan import PlanLine, line, next_line, read, text_of

pytestmark = pytest.mark.posix

NEVER = 30
CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture(scope="module")
def far_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A journal with a goal three years away, and its id."""
    run = Onelog(tmp_path_factory.mktemp("far"))
    goal = run.json("goals add Lead a group of twenty --by 2029-11-20")["id"]
    return run.journal, goal


@pytest.fixture
def far(far_file: tuple[Path, str], onelog: Onelog) -> Onelog:
    """onelog on a copy of it, on Sunday 22 November 2026."""
    shutil.copy2(far_file[0], onelog.journal)
    onelog.env["GOAL"] = far_file[1]
    return onelog


def goal_of(run: Onelog) -> str:
    return run.env["GOAL"]


def steps(run: Onelog, **env: str) -> list[tuple[str | None, str, str | None]]:
    """(which, day, title) of every step and proposal."""
    seen = run.json("goals", "plan", goal_of(run), **env)
    return [(one["when"], one["day"], one["goal"] and one["goal"]["title"]) for one in seen["steps"]]


def chain(run: Onelog) -> list[tuple[str, str | None, str | None]]:
    """(title, day, title of the goal above) of all goals, the last day first."""
    every = run.json("goals --all")
    titles = {one["id"]: one["title"] for one in every}
    ordered = sorted(every, key=lambda one: one["by"] or "", reverse=True)
    return [(one["title"], one["by"], titles.get(one["parent"])) for one in ordered]


TOP = "Lead a group of twenty"
THREE = ["--half", "三つのチームが動く", "--year", "two leads", "--quarter", "Mia has the case"]


# --- given


def test_every_step_is_a_goal_under_the_one_before_and_all_of_it_one_change(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), *THREE, "--step", "ask for ten minutes due:fri")
    assert chain(far) == [
        (TOP, "2029-11-20", None), ("三つのチームが動く", "2029-05-20", TOP), ("two leads", "2028-11-20", "三つのチームが動く"),
        ("Mia has the case", "2026-12-31", "two leads"),
    ]  # fmt: skip
    (promise,) = far.json("actions")
    (last,) = (one for one in far.json("goals") if one["by"] == "2026-12-31")
    assert (promise["text"], promise["owner"], promise["due"]) == ("ask for ten minutes", "me", "2026-11-27")
    assert (promise["goal"], last["tags"]) == (last["id"], ["plan"])
    far("undo")
    assert (chain(far), far.json("actions")) == ([(TOP, "2029-11-20", None)], [])
    far("redo")
    assert [when for when, _, title in steps(far) if title] == ["half", "year", "quarter"]


def test_again_changes_and_adds_and_makes_nothing_twice(far: Onelog) -> None:
    given = [*THREE[:2], *THREE[4:], "--step", "ask her"]
    far("goals", "plan", goal_of(far), *given)
    before = far.json("goals"), far.json("actions"), far("history")
    far("goals", "plan", goal_of(far), *given)
    assert (far.json("goals"), far.json("actions"), far("history")) == before
    far("goals", "plan", goal_of(far), "--half", "five teams", "--year", "two leads", "--step", "ask Ben")
    assert chain(far) == [
        (TOP, "2029-11-20", None), ("five teams", "2029-05-20", TOP), ("two leads", "2028-11-20", "five teams"),
        ("Mia has the case", "2026-12-31", "two leads"),
    ]  # fmt: skip
    assert [one["text"] for one in far.json("actions")] == ["ask her", "ask Ben"]
    assert far("history").count("goals plan") == 2


def test_what_one_did_not_plan_is_left_alone(far: Onelog) -> None:
    far("goals", "add", "sixty talks", "--by", "2029-05-20", "--from", "0", "--to", "60", "--under", goal_of(far))
    far("goals", "plan", goal_of(far), "--half", "five teams")
    assert [row[0] for row in chain(far)] == [TOP, "sixty talks", "five teams"]


def test_a_quarter_later_the_step_of_the_last_one_stays_what_it_was(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    later = {"ONELOG_NOW": "2027-02-01T09:00:00+09:00"}
    assert steps(far, **later)[4:] == [
        ("30m", "2027-05-20", None), ("quarter", "2027-03-31", None), (None, "2026-12-31", "Mia has the case"),
    ]  # fmt: skip
    far("goals", "plan", goal_of(far), "--quarter", "the budget is agreed", **later)
    assert chain(far)[2:] == [
        ("two leads", "2028-11-20", "三つのチームが動く"), ("the budget is agreed", "2027-03-31", "two leads"),
        ("Mia has the case", "2026-12-31", "the budget is agreed"),
    ]  # fmt: skip


def test_the_quarter_is_the_one_of_the_settings(far: Onelog) -> None:
    settings = far.folder / "config.toml"
    settings.write_text("fiscal_year_start = 2\n")
    assert steps(far, ONELOG_CONFIG=str(settings))[-1] == ("quarter", "2027-01-31", None)


@pytest.mark.parametrize(
    ("more", "person", "text"),
    [
        ((), "Daniel", "the budget goal:{goal}"), (("--with", "mia"), "Mia", "the budget goal:{goal}"), (("--with", "me"), None, "the budget"),
    ],
)  # fmt: skip
def test_the_next_step_goes_to_a_talk_or_is_mine(
    onelog: Onelog, more: tuple[str, ...], person: str | None, text: str
) -> None:
    for name in ("Daniel", "Mia"):
        onelog("people", "add", name)
    goal = onelog.json("goals add twenty people --by 2027-01-20 --with daniel")["id"]
    onelog("goals", "plan", goal, "--step", "the budget", *more)
    onelog("goals", "plan", goal, "--step", "the budget", *more)
    found = [*onelog.json("topics"), *onelog.json("actions")]
    assert [(one["kind"], one["person"], one["text"]) for one in found] == [
        ("topic" if person else "action", person, text.format(goal=goal))
    ]
    if person:
        onelog("log", person, "we met")
        (met,) = onelog.json("timeline")
        assert [one["text"] for one in met["topics"]] == [text.format(goal=goal)]


REFUSED = [
    ("goals add no day", [], 1, "has no day to plan backwards from", "by:2028-03-31 gives it a day"),
    ("goals add it was --by 2026-11-22", [], 1, "is past (2026-11-22)", "gives it a day"),
    ("goals add soon --by 2026-12-20", ["--quarter", "x"], 1, "--quarter has no place", "shows the days"),
    ("goals add year --by 2027-11-22", ["--year", "x"], 1, "--year has no place", "shows the days"),
    ("goals add far --by 2029-11-22", ["--step", "x", "--with", "zoe"], 1, "Nobody is called 'zoe'", "onelog people"),
    ("goals add far --by 2029-11-22", ["--step", "due:fri"], 1, "no words for the next step", "Say what it is"),
    (
        "goals add far --by 2029-11-22",
        ["--half", "x", "--edit"],
        2,
        "one place: options, or --edit",
        "Leave the others",
    ),
]


@pytest.mark.parametrize(("made", "given", "code", "said", "hint"), REFUSED)
def test_what_cannot_be_planned_is_said(
    onelog: Onelog, made: str, given: list[str], code: int, said: str, hint: str
) -> None:
    goal = onelog.json(made)["id"]
    error = onelog.fails("goals", "plan", goal, *given, code=code)
    assert said in error
    assert hint in error


def test_a_goal_that_is_closed_is_not_planned(far: Onelog) -> None:
    far("goals", "close", goal_of(far), "--as", "dropped")
    assert f"{goal_of(far)} is dropped already" in far.fails("goals", "plan", goal_of(far), "--half", "x")


# --- at any horizon, and again


@pytest.mark.parametrize(
    ("by", "proposed"),
    [
        ("2026-12-10", ["month 2026-11-30"]),
        ("2027-01-20", ["quarter 2026-12-31"]),
        ("2027-09-30", ["half 2027-03-30", "quarter 2026-12-31"]),
        (
            "2030-03-31",
            ["half 2029-09-30", "year 2029-03-31", "18m 2028-09-30", "24m 2028-03-31", "30m 2027-09-30", "36m 2027-03-31",
             "quarter 2026-12-31"],
        ),
    ],
)  # fmt: skip
def test_it_plans_at_any_horizon(onelog: Onelog, by: str, proposed: list[str]) -> None:
    goal = onelog.json("goals", "add", "get there", "--by", by)["id"]
    assert [f"{one['when']} {one['day']}" for one in onelog.json("goals", "plan", goal)["steps"]] == proposed


def test_any_day_takes_a_step_and_changes_the_one_that_is_there(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), "--at", "2028-05-20 two teams", "--at", "next fri a talk with Daniel")
    far("goals", "plan", goal_of(far), "--at", "2028-05-20 three teams")
    assert chain(far)[1:] == [("three teams", "2028-05-20", TOP), ("a talk with Daniel", "2026-11-27", "three teams")]
    assert "--at 'someday' is a day" in far.fails("goals", "plan", goal_of(far), "--at", "someday", code=2)
    assert "--at '2028-05-20'" in far.fails("goals", "plan", goal_of(far), "--at", "2028-05-20", code=2)


def test_a_step_that_is_done_stays_and_is_not_made_twice(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    (quarter,) = (one["id"] for one in far.json("goals") if one["title"] == "Mia has the case")
    far("goals", "close", quarter, "--as", "achieved")
    assert ("quarter", "2026-12-31", "Mia has the case") in steps(far)
    far("goals", "plan", goal_of(far), "--at", "2026-12-31 Mia has the case")
    assert len(far.json("goals --all")) == 4
    error = far.fails("goals", "plan", goal_of(far), "--quarter", "something else")
    assert f"'Mia has the case' ({quarter}) is done" in error and '--at "2026-12-31 WORDS"' in error
    change = "assert '> ✓ 2026-12-31 Mia has the case' in s; s = s.replace('two leads', 'three leads')"
    far("goals", "plan", goal_of(far), "--edit", **editing(far, change))
    assert "three leads" in [row[0] for row in chain(far)] and far.json("show", quarter)["status"] == "achieved"


def test_what_does_not_hold_any_more_is_offered_another_day(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    later = {"ONELOG_NOW": "2027-02-01T09:00:00+09:00"}
    seen = far.json("goals", "plan", goal_of(far), **later)["steps"]
    assert [(one["goal"]["title"], one["offered"]) for one in seen if one["offered"]] == [
        ("Mia has the case", "2027-03-31")
    ]
    for columns in (80, 60):
        screen = far.screen("goals", "plan", goal_of(far), columns=columns, rows=60, **later)
        assert "Another day is offered" in screen and "by:2027-03-31" in screen
    far("change", goal_of(far), "by:2029-04-30", **later)
    seen = far.json("goals", "plan", goal_of(far), **later)["steps"]
    assert {one["goal"]["title"] for one in seen if one["offered"]} == {"三つのチームが動く", "Mia has the case"}


# --- shown


PLANNED = """\
☐ {top}  Lead a group of twenty                in 2 years · Tue 20 Nov 2029
│       0 of 2 below done
└─ ☐ {half}  三つのチームが動く                  in 2 years · Sun 20 May 2029
   │       0 of 1 below done
   └─ ☐ {quarter}  Mia has the case                    in 5 weeks · Thu 31 Dec

Next step
☐ me      ask for ten minutes                            due Fri 27 Nov  {step}

Not said yet
A year before, Mon 20 Nov 2028     onelog goals plan {top} --year TEXT
18 months before, Sat 20 May 2028  onelog goals plan {top} --at "2028-05-20 TEXT"
2 years before, Sat 20 Nov 2027    onelog goals plan {top} --at "2027-11-20 TEXT"
30 months before, Thu 20 May 2027  onelog goals plan {top} --at "2027-05-20 TEXT"
Next quarter, Wed 31 Mar 2027      onelog goals plan {top} --at "2027-03-31 TEXT"

✓ Planned {top}: 2 goals, 1 action
  onelog undo takes it back
"""


def test_one_sees_the_tree_afterwards(far: Onelog) -> None:
    given = [*THREE[:2], *THREE[4:], "--step", "ask for ten minutes due:fri"]
    drawn = far.screen("goals", "plan", goal_of(far), *given)
    half, quarter = (one["goal"]["id"] for one in far.json("goals", "plan", goal_of(far))["steps"] if one["goal"])
    expected = PLANNED.format(top=goal_of(far), half=half, quarter=quarter, step=far.json("actions")[0]["id"])
    assert [" ".join(row.split()) for row in drawn.splitlines()] == [
        " ".join(row.split()) for row in expected.splitlines()
    ]
    assert max(len(row) for row in drawn.splitlines()) <= 80
    assert "次の一歩" in _in_japanese(far, "goals", "plan", goal_of(far))


def _in_japanese(run: Onelog, *words: str) -> str:
    settings = run.folder / "config.toml"
    settings.write_text('language = "ja"\n')
    return run.screen(*words, columns=60, rows=20, ONELOG_CONFIG=str(settings))


def test_a_pipe_has_a_line_for_each_and_says_the_way_back(far: Onelog) -> None:
    done = far.run("goals", "plan", goal_of(far), *THREE[:2], "--step", "ask her")
    rows = [row.split("\t") for row in done.out.splitlines()]
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("goal", "2029-11-20", TOP), ("goal", "2029-05-20", "三つのチームが動く"), ("action", "", "ask her"),
    ]  # fmt: skip
    assert done.err == "onelog undo takes it back.\n"
    assert far.run("goals", "plan", goal_of(far)).err == ""


def test_json_tells_what_is_there_and_what_is_open(far: Onelog) -> None:
    seen: dict[str, Any] = far.json("goals", "plan", goal_of(far), *THREE[:2], "--step", "ask her")
    assert (seen["goal"]["title"], [one["text"] for one in seen["next"]]) == (TOP, ["ask her"])
    assert [(one["when"], one["goal"] is None) for one in seen["steps"]] == [
        ("half", False), ("year", True), ("18m", True), ("24m", True), ("30m", True), ("quarter2", True), ("quarter", True),
    ]  # fmt: skip


# --- as a document


def editing(run: Onelog, change: str) -> dict[str, str]:
    """An editor that changes a document `s` by a line of Python."""
    script = run.folder / "editor.py"
    script.write_text(
        f"import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\ns = file.read_text()\n{change}\nfile.write_text(s)\n"
    )
    return {"ONELOG_EDITOR": f"{sys.executable} {script}"}


def test_the_document_is_a_list_of_days_to_be_filled_in(far: Onelog) -> None:
    change = (
        "s = s.replace('- 2028-11-20', '- 2028-11-20 two leads\\n- 2027-06-01 one lead')"
        ".replace('\\n- [ ] ', '\\n- [ ] call Daniel due:fri\\n- topic: the budget')"
    )
    far("people", "add", "Mia")
    far("goals", "plan", goal_of(far), "--edit", "--with", "mia", **editing(far, change))
    assert chain(far)[1:] == [("two leads", "2028-11-20", TOP), ("one lead", "2027-06-01", "two leads")]
    nearest = next(one for one in far.json("goals", "plan", goal_of(far))["steps"] if one["day"] == "2027-06-01")
    assert nearest["when"] == "24m"
    assert [one["text"] for one in far.json("topics")] == [f"the budget goal:{nearest['goal']['id']}"]
    assert [(one["text"], one["goal"]) for one in far.json("actions")] == [("call Daniel", nearest["goal"]["id"])]
    change = "s = s.replace('2028-11-20 two leads', '2028-12-01 three leads').replace('2027-06-01 one lead', '2029-01-01 one lead')"
    far("goals", "plan", goal_of(far), "--edit", **editing(far, change))
    assert chain(far)[1:] == [("one lead", "2029-01-01", TOP), ("three leads", "2028-12-01", "one lead")]


@pytest.mark.parametrize("change", ["", "s += '- 2029-05-20 三つのチームが動く\\n'"], ids=["as it was", "said again"])
def test_a_document_that_says_nothing_new_changes_nothing(far: Onelog, change: str) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    before = far("history"), far.json("goals")
    done = far.run("goals", "plan", goal_of(far), "--edit", **editing(far, change))
    assert done.err == "Nothing was changed.\n"
    assert (far("history"), far.json("goals")) == before


def test_a_line_that_is_taken_out_changes_nothing_and_what_others_changed_holds(far: Onelog) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    half = far.json("goals", "plan", goal_of(far))["steps"][0]["goal"]["id"]
    meanwhile = f"import subprocess; subprocess.run([sys.executable, '-m', 'onelog', 'goals', 'plan', '{goal_of(far)}', '--half', 'ten teams'])"
    change = f"{meanwhile}\ns = '\\n'.join(row for row in s.split('\\n') if 'two leads' not in row).replace('Mia has', 'Mia wants')"
    far("goals", "plan", goal_of(far), "--edit", **editing(far, change))
    assert [row[0] for row in chain(far)] == [TOP, "ten teams", "two leads", "Mia wants the case"]
    assert far.json("show", half)["title"] == "ten teams"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("- someday we have it", "Line 14: 'someday' is not a day"),
        ("we have it", "Line 14 is not understood"),
        ("- 2026-11-21 it is past", "Line 14: 2026-11-21 is past"),
        ("- 2029-11-20 on its day", "Line 14: 2029-11-20 is not before 2029-11-20"),
        ("- win: we did it", "Line 14 is a win; the next step is an action or a topic"),
        ("- topic: for nobody", "A topic is for the next meeting with somebody"),
    ],
)
def test_what_is_not_understood_is_named_and_the_words_are_kept(far: Onelog, wrong: str, said: str) -> None:
    change = f"s = s.replace('- 2028-11-20\\n', '- 2028-11-20 kept\\n').replace('- [ ] \\n', '{wrong}\\n')"
    error = far.fails(
        "goals", "plan", goal_of(far), "--edit", code=1 if "topic" in wrong else 2, **editing(far, change)
    )
    assert said in error
    assert [row[0] for row in chain(far)] == [TOP]
    kept = far("recover", "1", "--show")
    assert "- 2028-11-20 kept\n- 2028-05-20\n" in kept and f"- 2026-12-31\n{wrong}\n" in kept


titles = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
days_ahead = st.dates(date(2026, 11, 22), date(2040, 1, 1))
NOW = datetime.fromisoformat("2026-11-22T14:00:00+09:00")


@given(titles, st.lists(st.tuples(days_ahead, titles | st.none()), max_size=5), st.sampled_from(["en", "ja"]))
def test_the_document_is_read_as_it_was_written(top: str, made: list[tuple[date, str | None]], language: str) -> None:
    whole = tuple(
        Step("", day, Goal(f"u{n}", f"bbb{n + 2}", title, by=day, parent=Ref("t", "tttt")) if title else None)
        for n, (day, title) in enumerate(made)
    )
    text = text_of(Plan(Goal("t", "tttt", top, by=date(2041, 1, 1)), whole), language)
    said = [one[1:] for one in read(text, NOW)]
    shown = [
        (safe(one.goal.title, newlines=False), one) for one in whole if one.goal
    ]  # what cannot be seen is made visible
    assert said == [(title, one.day, one.goal.id, "goal") for title, one in shown if one.goal]


@given(titles.filter(lambda text: bool(text) and not text.startswith("[")), st.booleans())
def test_a_line_is_read_as_it_was_given(words: str, topic: bool) -> None:
    day = NOW.date() + timedelta(days=9)
    assert read(line(day, words, "k7qf"), NOW) == [PlanLine(1, words, day, "k7qf")]
    assert read(next_line(words, topic=topic), NOW) == [PlanLine(1, words, None, "", "topic" if topic else "action")]


# --- asked, at a real terminal


def heeding_ctrl_c() -> None:
    """In the new process: tests that run in the background are born deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Asked:
    """`onelog goals plan ID` at a terminal, waiting for answers."""

    def __init__(self, run: Onelog, *more: str) -> None:
        self.run = run
        self.child = pexpect.spawn(
            ONELOG[0], [*ONELOG[1:], "goals", "plan", goal_of(run), *more], env=run.env, cwd=str(run.folder), timeout=NEVER,
            encoding="utf-8", codec_errors="replace", preexec_fn=heeding_ctrl_c,
        )  # fmt: skip

    def answer(self, question: str, words: str) -> "Asked":
        self.child.expect_exact(question)
        return self.keys(f"{words}\r")

    def keys(self, keys: str) -> "Asked":
        self.child.expect_exact("> ")
        self.child.send(keys)
        return self

    def end(self) -> tuple[int, str]:
        self.child.expect(pexpect.EOF)
        said = self.child.before or ""
        self.child.close()
        assert "Traceback" not in said
        return self.child.exitstatus or 0, said


@pytest.fixture
def asked(far: Onelog) -> Callable[..., Asked]:
    return lambda *more: Asked(far, *more)


@pytest.mark.long
def test_it_asks_step_by_step_and_enter_skips_one(far: Onelog, asked: Callable[..., Asked]) -> None:
    prompt = asked().answer("Half a year before, Sun 20 May 2029: what must be true?", "三つのチーム")
    prompt.answer("A year before, Mon 20 Nov 2028: what must be true?", "")
    for other in ("18 months before", "2 years before", "30 months before", "Next quarter"):
        prompt.answer(other, "")
    prompt.answer("This quarter, Thu 31 Dec 2026: what must be true?", "Mia has the case")
    code, said = prompt.answer("Your next step?", "ask her due:fri").end()
    assert code == 0, said
    assert "Planned" in said
    assert chain(far)[1:] == [("三つのチーム", "2029-05-20", TOP), ("Mia has the case", "2026-12-31", "三つのチーム")]
    assert [(one["text"], one["due"]) for one in far.json("actions")] == [("ask her", "2026-11-27")]
    assert [path.name for path in far.folder.iterdir()] == ["journal.db"]


@pytest.mark.long
def test_what_is_there_is_said_and_kept_by_enter(far: Onelog, asked: Callable[..., Asked]) -> None:
    far("goals", "plan", goal_of(far), *THREE, "--step", "ask her")
    prompt = asked().answer("Already there: 三つのチームが動く (Enter keeps it)", "")
    prompt.answer("Already there: two leads (Enter keeps it)", "three leads")
    for other in ("18 months before", "2 years before", "30 months before", "Next quarter"):
        prompt.answer(other, "")
    prompt.answer("Already there: Mia has the case", "")
    code, said = prompt.answer("· ask her", "").end()
    assert code == 0, said
    assert [row[0] for row in chain(far)] == [TOP, "三つのチームが動く", "three leads", "Mia has the case"]
    assert far("history").count("goals plan") == 2


def test_nothing_said_changes_nothing(far: Onelog, asked: Callable[..., Asked]) -> None:
    code, said = asked().keys(CTRL_D).end()
    assert code == 0, said
    assert TOP in said
    assert "Planned" not in said
    assert far("history").count("goals plan") == 0
    assert [path.name for path in far.folder.iterdir()] == ["journal.db"]


def test_the_end_of_input_leaves_the_other_steps_out(far: Onelog, asked: Callable[..., Asked]) -> None:
    code, said = asked().keys("five teams\r").keys(CTRL_D).end()
    assert code == 0, said
    assert [row[0] for row in chain(far)] == [TOP, "five teams"]


def test_leaving_keeps_the_words_for_recover(far: Onelog, asked: Callable[..., Asked]) -> None:
    code, said = asked().keys("five teams\r").keys("two leads\r").keys(CTRL_C).end()
    assert code == 130, said
    assert "onelog recover" in said
    assert [row[0] for row in chain(far)] == [TOP]
    assert json.loads(far("recover", "--json"))[0]["command"] == f"goals plan {goal_of(far)}"
    far("recover", "1")
    assert chain(far)[1:] == [("five teams", "2029-05-20", TOP), ("two leads", "2028-11-20", "five teams")]
    assert far.json("recover") == []


def test_leaving_before_a_word_leaves_nothing(far: Onelog, asked: Callable[..., Asked]) -> None:
    code, _ = asked().keys(CTRL_C).end()
    assert code == 130
    assert [path.name for path in far.folder.iterdir()] == ["journal.db"]


def test_at_a_terminal_it_asks_for_the_new_day_and_passes_what_is_done(
    far: Onelog, asked: Callable[..., Asked]
) -> None:
    far("goals", "plan", goal_of(far), *THREE)
    (year,) = (one["id"] for one in far.json("goals") if one["title"] == "two leads")
    far("goals", "close", year, "--as", "achieved")
    far.env["ONELOG_NOW"] = "2027-02-01T09:00:00+09:00"
    prompt = asked().answer("Mia has the case was to be true by Thu 31 Dec 2026. By when now?", "2027-03-31")
    prompt.answer("Already there: 三つのチームが動く", "")
    prompt.child.expect_exact("Done: two leads")
    code, said = prompt.keys(CTRL_D).end()
    assert code == 0, said
    assert ("Mia has the case", "2027-03-31") in [row[:2] for row in chain(far)]
