"""Picking from a list by typing, on a real terminal: never in a pipe, and nothing typed ahead answers it."""

import re

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog

from onelog.cli.asking.picker import Choice, clipped, narrow
from onelog.cli.asking.terminal import width_of

pytestmark = pytest.mark.posix

UP, DOWN, ESC = "\x1b[A", "\x1b[B", "\x1b"


class Screen:
    """A command at a terminal, whose list is typed at."""

    def __init__(self, run: Onelog, *words: str, size: tuple[int, int] = (24, 80), ahead: str = "", **env: str) -> None:
        self.child = pexpect.spawn(
            ONELOG[0], [*ONELOG[1:], *words], env=run.env | UNASKED | {"COLUMNS": "", "LINES": "", "NO_COLOR": "1"} | env, cwd=str(run.folder),
            timeout=60, encoding="utf-8", dimensions=size,
        )  # fmt: skip
        self.child.delaybeforesend = None
        if ahead:
            self.child.send(ahead)
        self.seen = ""

    def drawn(self, until: str = "Esc leaves") -> list[str]:
        """The lines of the list as it was drawn last."""
        self.child.expect_exact(until)
        self.seen = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", str(self.child.before).rsplit("\x1b[J", 1)[-1]) + until
        return self.seen.replace("\r", "").split("\n")

    def press(self, *keys: str) -> "Screen":
        for key in keys:
            self.child.send(key)
            self.drawn()
        return self

    def end(self, keys: str) -> tuple[int, str]:
        self.child.send(keys)
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus or 0), re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", str(self.child.before))


@pytest.fixture
def owed(onelog: Onelog) -> Onelog:
    """Promises of several days, mine and hers, a topic and a concern."""
    onelog("people", "add", "Mia Tanaka", "--relation", "manager", "--every", "2w")
    onelog("people", "add", "Bea Okafor", "--relation", "report")
    onelog(
        "log",
        "mia",
        "a: draft the plan due:fri a: @them sends the numbers due:mon a: call the bank c: looks tired t: the salary round",
        "--on",
        "-8d",
    )
    onelog("log", "bea", "a: send the invite due:+2w", "--on", "yesterday")
    return onelog


def ids(run: Onelog) -> dict[str, str]:
    return {action["text"]: action["id"] for action in run.json("actions --all")}


def test_done_alone_is_the_tick_list_of_the_day(owed: Onelog) -> None:
    id_ = ids(owed)
    screen = Screen(owed, "done")
    lines = screen.drawn()
    assert lines[0].startswith("What is done?")
    assert lines[1].startswith(f"› ☐ {id_['draft the plan']}  draft the plan")
    assert lines[1].endswith("Mia Tanaka · due Fri 20 Nov")
    assert [line[4:8] for line in lines[1:5]] == [
        id_[text] for text in ("draft the plan", "sends the numbers", "send the invite", "call the bank")
    ]
    assert "Topic: the salary round" in screen.seen
    assert "tired" not in screen.seen
    screen.press(" ", DOWN, " ")
    assert screen.seen.count("☑") == 2
    code, said = screen.end("\r")
    assert code == 0
    assert f"Done {id_['draft the plan']}" in said
    assert [one["text"] for one in owed.json("actions")] == ["sends the numbers", "call the bank"]
    owed("undo")
    assert len(owed.json("actions")) == 4


def test_typing_narrows_and_enter_takes_the_first(owed: Onelog) -> None:
    id_ = ids(owed)
    screen = Screen(owed, "done")
    screen.drawn()
    screen.press("b", "a", "n")
    assert f"{id_['call the bank']}  call the bank" in screen.seen
    assert "draft" not in screen.seen
    assert f"Done {id_['call the bank']}" in screen.end("\r")[1]


@pytest.mark.parametrize(("keys", "code"), [(ESC, 1), ("\x04", 1), ("\x03", 130)])
def test_leaving_the_list_changes_nothing(owed: Onelog, keys: str, code: int) -> None:
    screen = Screen(owed, "done")
    screen.drawn()
    screen.press(" ")
    before = owed.json("actions")
    assert screen.end(keys)[0] == code
    assert owed.json("actions") == before


def test_what_was_typed_before_the_list_was_there_takes_nothing(owed: Onelog) -> None:
    screen = Screen(owed, "done", ahead="\r\r \r")
    screen.drawn()
    assert "☑" not in screen.seen
    assert screen.end(ESC)[0] == 1
    assert len(owed.json("actions")) == 4


def test_a_paste_with_line_ends_takes_nothing_by_itself(owed: Onelog) -> None:
    screen = Screen(owed, "done")
    screen.drawn()
    screen.child.send("one\rtwo\rthree")
    screen.drawn()
    assert screen.end("\x03")[0] == 130
    assert len(owed.json("actions")) == 4


def test_drop_asks_why_and_reopen_lists_what_ended(owed: Onelog) -> None:
    id_ = ids(owed)
    screen = Screen(owed, "drop")
    screen.drawn()
    screen.press("b", "a", "n")
    screen.child.send("\r")
    screen.child.expect_exact("Why?")
    assert screen.end("nobody needs it\r")[0] == 0
    assert next(one for one in owed.json("actions --all") if one["id"] == id_["call the bank"])["status"] == "dropped"
    screen = Screen(owed, "reopen")
    assert f"{id_['call the bank']}  call the bank" in screen.drawn()[1]
    assert screen.end("\r")[0] == 0
    assert len(owed.json("actions")) == 4


def test_change_picks_and_asks_what_changes(owed: Onelog) -> None:
    screen = Screen(owed, "change")
    screen.drawn()
    screen.press("p", "l", "a", "n", DOWN, UP)
    screen.child.send("\r")
    screen.child.expect_exact("What changes?")
    assert screen.end('due:+1w why:"she asked" @bea\r')[0] == 0
    changed = next(one for one in owed.json("actions") if one["text"] == "draft the plan")
    assert (changed["due"], changed["why"], changed["owner"]) == ("2026-11-27", "she asked", "Bea Okafor")
    screen = Screen(owed, "change", "due:none")
    screen.drawn()
    screen.press("p", "l", "a", "n")
    assert "due Fri 27 Nov → none" in screen.end("\r")[1]


@pytest.mark.parametrize("command", ["show", "edit", "delete"])
def test_a_record_that_is_left_out_is_picked_newest_first(owed: Onelog, command: str) -> None:
    screen = Screen(owed, command, ONELOG_EDITOR="true")
    lines = screen.drawn()
    assert lines[0].startswith("Which one?")
    assert "send the invite" in lines[1]
    assert "Concern" in screen.seen
    assert "tired" not in screen.seen
    assert screen.end("\r")[0] == 0


def test_a_person_who_is_left_out_is_picked(owed: Onelog) -> None:
    screen = Screen(owed, "prep")
    lines = screen.drawn()
    assert lines[1:3] == [lines[1], lines[2]]
    assert "Mia Tanaka" in lines[1]
    screen.press("b")
    assert "Bea Okafor" in screen.seen
    assert "Mia Tanaka" not in screen.seen
    code, said = screen.end("\r")
    assert (code, "Bea Okafor · report" in said) == (0, True)


def test_never_in_a_pipe_and_never_with_json(owed: Onelog) -> None:
    for words in (("done",), ("show",), ("prep",), ("change", "due:fri"), ("drop",)):
        assert owed.run(*words).code == 2
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "done", "--json"], env=owed.env, cwd=str(owed.folder), timeout=60, encoding="utf-8"
    )
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, "What is done?" in str(child.before)) == (2, False)


@pytest.mark.parametrize(("size", "language"), [((24, 80), "en"), ((20, 60), "en"), ((20, 60), "ja"), ((6, 30), "ja")])
def test_every_line_fits_the_screen(owed: Onelog, size: tuple[int, int], language: str) -> None:
    config = owed.folder / "size.toml"
    config.write_text(f'language = "{language}"\nreflect = false\n', encoding="utf-8")
    owed("actions", "add", "来週までに計画を書いて、田中さんに見てもらう。長い約束の言葉はここで切れる", "due:today")
    screen = Screen(owed, "done", size=size, ONELOG_CONFIG=str(config))
    lines = screen.drawn("Esc leaves" if language == "en" else "入力で絞り込み")
    assert all(width_of(line) < size[1] for line in lines)
    assert len(lines) < size[0]
    assert "来週" in screen.seen
    assert screen.end("\x03")[0] == 130


def test_where_the_terminal_cannot_draw_a_number_takes_it(owed: Onelog) -> None:
    screen = Screen(owed, "done", TERM="dumb")
    screen.child.expect_exact("Which one?")
    assert screen.end("1\r")[0] == 0
    assert "draft the plan" not in [one["text"] for one in owed.json("actions")]


# --- the list itself


def test_every_word_that_is_typed_must_be_there() -> None:
    choices = [Choice("k7qf", "draft the plan", "Mia"), Choice("c6hh", "call the bank", "Bea")]
    fits = narrow(choices)
    assert [one.value for one in fits("")] == ["k7qf", "c6hh"]
    assert [one.value for one in fits("PLAN mia")] == ["k7qf"]
    assert [one.value for one in fits("c6")] == ["c6hh"]
    assert fits("plan bea") == []


def test_a_line_is_cut_by_cells() -> None:
    assert clipped("計画を書く", 5) == "計画…"
    assert clipped("plan", 4) == "plan"
    assert clipped("a\x1b[2Jb", 20) == "a␛[2Jb"


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("target:5", ["fewer bugs"]),
        ("@bea", ["draft the plan", "send the invite", "call the bank", "sends the numbers"]),
        ("mood:4", ["Meeting", "Meeting"]),
        ("because:soon", ["Topic", "Concern"]),
    ],
)
def test_change_offers_what_its_keys_fit_and_the_last_one_first(owed: Onelog, words: str, offered: list[str]) -> None:
    owed("goals", "add", "fewer bugs", "--from", "20", "--to", "10", "--by", "eoq")
    owed("change", ids(owed)["draft the plan"], "due:mon")
    lines = Screen(owed, "change", words).drawn()[1:-1]
    assert len([line for line in lines if re.match(r"[› ] . \w{4} ", line)]) == len(offered)
    assert all(text in line for text, line in zip(offered[:1], lines, strict=False))


def test_who_has_a_talk_today_is_offered_first(owed: Onelog) -> None:
    owed("people", "add", "Zoe", "--every", "1w")
    owed("people", "add", "Olaf", "--every", "1w")
    owed("log", "olaf", "hello", "--on", "2026-11-02")
    lines = Screen(owed, "prep").drawn()
    assert [line[2:6].strip() for line in lines[1:5]] == ["Zoe", "Olaf", "Mia", "Bea"]
