"""What the prompt does while somebody types: its line below, Tab, the clock of a talk; and questions that nothing answers beforehand."""

import shlex

import pexpect
import pyte
import pytest
from at_terminal import type_line
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix

NEVER = 40
CTRL_D = "\x04"


class Screen:
    """A command at a terminal of a size, and what stands on it."""

    def __init__(self, run: Onelog, *command: str, columns: int = 80, rows: int = 24, **env: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.child: pexpect.spawn[str] = pexpect.spawn(
            ONELOG[0], [*ONELOG[1:], *command], env=run.env | UNASKED | {"COLUMNS": "", "LINES": ""} | env, cwd=str(run.folder),
            timeout=NEVER, encoding="utf-8", codec_errors="replace", dimensions=(rows, columns),
        )  # fmt: skip

    def types(self, keys: str) -> "Screen":
        self.child.send(keys)
        return self

    def shows(self, *words: str) -> list[str]:
        """The lines of the screen, once these words stand on it."""
        while not all(word in "\n".join(self.screen.display) for word in words):
            self.stream.feed(self.child.read_nonblocking(65536, timeout=NEVER))
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def enter(self) -> "Screen":
        """Presses Enter alone, and waits until another line has begun."""
        begun = self._lines()
        self.child.send("\r")
        while self._lines() == begun:
            self.stream.feed(self.child.read_nonblocking(65536, timeout=NEVER))
        return self

    def _lines(self) -> int:
        return sum(line.startswith(">") for line in self.screen.display)

    def ends(self) -> None:
        self.child.expect(pexpect.EOF)
        self.child.close()


@pytest.mark.long
@pytest.mark.parametrize("columns", [80, 60])
def test_the_line_below_says_what_will_become_of_the_words(demo: Onelog, columns: int) -> None:
    at = Screen(demo, "log", "mia", columns=columns, rows=20)
    at.shows("> ")
    at.types("a: draft the plan due:fri")
    assert at.shows("1 action")[-1] == "1 action · due Fri 20 Nov"
    at.types("\x7f\x7f\x7fblub")
    assert at.shows("Line 1")[-1].startswith("Line 1: due: ")
    at.types(CTRL_D)
    at.ends()
    assert "due Fri" not in "\n".join(at.screen.display)


def test_what_is_not_read_is_not_coloured_as_if_it_were(demo: Onelog) -> None:
    at = Screen(demo, "log", "mia")
    at.shows("> ")
    at.types("\x1b[200~mood:4 one\r\rmood:4 two\r```\ra: three\r```\ra: four\x1b[201~")
    at.shows("four", "Line 3")
    rows = {line.strip(): at.screen.buffer[n][2].fg for n, line in enumerate(at.screen.display)}
    expected = {"> mood:4 one": "blue", "> mood:4 two": "red", "> a: three": "default", "> a: four": "cyan"}
    assert {line: rows[line] for line in expected} == expected


def test_the_line_below_is_in_the_language_that_is_set(demo: Onelog) -> None:
    (demo.folder / "ja.toml").write_text('language = "ja"\nreflect = false\n', encoding="utf-8")
    at = Screen(demo, "log", "mia", ONELOG_CONFIG=str(demo.folder / "ja.toml"))
    at.shows("> ")
    at.types("宿題: 図を書く due:2026-12-04")
    assert at.shows("宿題1件")[-1] == "宿題1件 · 期限 12月4日(金)"


OFFERED = {
    "ask @ai": ("@aiko", "Aiko Sato"),
    "ask @sat": ("@sato", "Aiko Sato"),
    "act": ("action:", ""),
    "due": ("due:", ""),
    "met ben": ("ben", "Ben Okafor"),
    "g: pres": ("presentations", "Twelve presentations"),
    "goal:pres": ("presentations", ""),
}


@pytest.mark.long
@pytest.mark.parametrize("typed", OFFERED)
def test_tab_completes_labels_people_and_goals(demo: Onelog, typed: str) -> None:
    at = Screen(demo, "log", "mia")
    at.shows("> ")
    at.types(typed)
    at.shows(typed)
    at.types("\t")
    at.shows(OFFERED[typed][0])


def test_tab_completes_tags(demo: Onelog) -> None:
    demo("win", "we shipped +delivery")
    at = Screen(demo, "log", "mia")
    at.shows("> ")
    at.types("good work #deliv")
    at.shows("#deliv")
    at.types("\t")
    at.shows("#delivery")


JAPANESE = {
    "宿題：図 @おお": ["@大久保"], "宿題：図 @たな": ["@田中"], "宿題：図 ＠佐": ["＠佐藤愛", "＠佐藤健太"], "宿題：図＠た": ["図＠田中"], "@佐藤愛": ["@佐藤愛"],
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("typed", JAPANESE)
def test_tab_completes_people_by_their_readings_and_lists_all_who_fit(onelog: Onelog, typed: str) -> None:
    for name, reading in (("大久保", "おおくぼ"), ("田中美香", "たなか みか"), ("佐藤愛", ""), ("佐藤健太", "")):
        onelog(
            "people", "add", name, "--reading", reading, "--new", *(["--alias", "愛さん"] if name == "佐藤愛" else [])
        )
    at = Screen(onelog, "log", "林")
    at.shows("> ")
    at.types(f"{typed}\t")  # in one piece, as quick keys come
    for name in JAPANESE[typed]:
        at.shows(name)


@pytest.mark.long
def test_a_live_talk_keeps_how_long_it_lasted_unless_that_is_said(demo: Onelog) -> None:
    for words, minutes in (("we met", 1), ("len:45m we met", 45)):
        at = Screen(demo, "log", "mia", "--live")
        at.shows("0m")
        at.types(words)
        at.shows(words)
        at.types(CTRL_D)
        at.ends()
        assert demo.json("timeline", "mia")[0]["minutes"] == minutes


@pytest.mark.long
@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("end", ["two empty lines", "ctrl-d"])
def test_one_empty_line_stands_between_topics_of_a_live_talk(demo: Onelog, end: str, columns: int) -> None:
    at = Screen(demo, "log", "mia", "--live", columns=columns)
    assert any("two empty lines end it" in line for line in at.shows("0m · "))
    at.types("the ads move").shows("the ads move")
    at.enter().enter().types("a: plan the launch due:fri")
    assert at.shows("1 action")[-1] == "0m · 1 action · due Fri 20 Nov"
    if end == "two empty lines":
        at.enter().enter().types("\r")
    else:
        at.types(CTRL_D)
    at.ends()
    talk = demo.json("timeline", "mia")[0]
    assert (talk["notes"], talk["minutes"]) == ("the ads move", 1)
    assert [(one["text"], one["due"]) for one in talk["actions"]] == [("plan the launch", "2026-11-20")]


@pytest.mark.long
@pytest.mark.parametrize("end", ["\r\r", CTRL_D])
def test_the_plain_reader_takes_a_live_talk_too(demo: Onelog, end: str) -> None:
    at = Screen(demo, "log", "mia", "--live", TERM="dumb")
    at.shows("two empty lines end it", "> ")
    at.types("the ads move").shows("the ads move")
    at.enter().enter().types("a: plan the launch").shows("a: plan the launch")
    at.enter()
    for key in end:
        at.types(key) if key == end[-1] else at.enter()
    at.ends()
    talk = demo.json("timeline", "mia")[0]
    assert (talk["notes"], talk["minutes"], [one["text"] for one in talk["actions"]]) == (
        "the ads move",
        1,
        ["plan the launch"],
    )


@pytest.mark.long
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_live_talk_that_is_broken_off_is_kept(demo: Onelog, term: str) -> None:
    before = demo.json("timeline", "mia")
    at = Screen(demo, "log", "mia", "--live", TERM=term)
    at.shows("> ")
    at.types("the ads move").shows("the ads move")
    at.enter().types("half a li").shows("half a li")
    at.child.sendintr()
    at.shows("Not logged; the words are kept: onelog recover")
    at.ends()
    assert (at.child.exitstatus, demo.json("timeline", "mia")) == (130, before)
    demo("recover", "1")
    assert demo.json("timeline", "mia")[0]["notes"] == "the ads move\nhalf a li"


@pytest.mark.long
@pytest.mark.parametrize("rest", ["words", "--edit", "--file w.md", "< w.md"])
def test_live_is_for_the_prompt(demo: Onelog, rest: str) -> None:
    (demo.folder / "w.md").write_text("we met\n", encoding="utf-8")
    child: pexpect.spawn[str] = pexpect.spawn(
        "/bin/sh", ["-c", f"{shlex.join([*ONELOG, 'log', 'mia', '--live'])} {rest}"], env=demo.env, cwd=str(demo.folder),
        timeout=NEVER, encoding="utf-8",
    )  # fmt: skip
    child.expect("--live counts while you type at the prompt")
    child.expect(pexpect.EOF)


def test_a_word_of_several_lines_is_one_record(demo: Onelog) -> None:
    at = Screen(demo, "concern", "--with", "mia")
    at.shows("> ")
    type_line(at.child, "she may leave")
    type_line(at.child, "because: of the pay")
    at.types("\r")
    at.ends()
    found = demo.json("moments", "mia", "--kind", "concern", "--private")[0]
    assert (found["text"], found["because"]) == ("she may leave", "of the pay")


QUESTIONS = {
    "forget": (("forget", "ben"), "Type the full name", "Ben Okafor\r"),
    "restore": (("restore", "1"), r"\[y/N\]", "y\r"),
}


@pytest.mark.long
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_was_typed_before_a_question_answers_nothing(demo: Onelog, name: str) -> None:
    demo("backup")
    before = demo("export --format json --private")
    command, question, ahead = QUESTIONS[name]
    child: pexpect.spawn[str] = pexpect.spawn(
        "/bin/sh", ["-c", f"{shlex.join([*ONELOG, *command])}; echo all over"], env=demo.env | UNASKED, cwd=str(demo.folder),
        timeout=NEVER, encoding="utf-8",
    )  # fmt: skip
    child.delaybeforesend = 0
    child.send(ahead)
    child.expect(question)
    child.send("\r")
    child.expect("all over")
    assert demo("export --format json --private") == before, "nobody agreed to anything"
    child.expect(pexpect.EOF)
