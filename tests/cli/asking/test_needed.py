"""A line that a command needs and was not given is asked for at a terminal: what is pasted then goes to no shell."""

import shlex

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog, with_settings

pytestmark = pytest.mark.posix


@pytest.fixture
def kept(onelog: Onelog) -> Onelog:
    onelog("people add 'Mia Tanaka' --every 1w")
    onelog("goals add 'New users' --with mia --from 100 --to 2000000")
    onelog("log mia 'a: draft the plan'")
    return onelog


class Shell:
    """A command in a shell that says what else it was given to read."""

    def __init__(self, run: Onelog, *line: str, ahead: str = "", **env: str) -> None:
        words = shlex.join([*ONELOG, *line])
        script = f'{words}; echo "ended:$?"; while read -r left; do echo "to the shell: $left"; done'
        self.child = pexpect.spawn(
            "/bin/sh", ["-c", script], env=run.env | UNASKED | env, cwd=str(run.folder), timeout=20, encoding="utf-8"
        )
        self.child.delaybeforesend = 0.05
        if ahead:
            self.child.send(ahead)

    def asked(self, question: str) -> "Shell":
        self.child.expect_exact(question)
        return self

    def end(self, keys: str, code: int = 0) -> str:
        """What is said behind these keys, up to the end of the command; nothing of it may come to the shell."""
        words, key = keys[:-1], keys[-1:]
        if words:
            self.child.send(words)
            drawn = words.replace("\x1b[200~", "").replace("\x1b[201~", "").replace("\r", " ").split()
            if drawn:
                self.child.expect_exact(drawn[-1])
        self.child.send(key)
        self.child.expect(r"ended:\d+")
        said = self.child.before or ""
        assert self.child.after == f"ended:{code}", said
        self.child.sendeof()
        self.child.expect(pexpect.EOF)
        assert "to the shell" not in (self.child.before or "")
        self.child.close()
        return said


def pasted(words: str) -> str:
    return f"\x1b[200~{words}\x1b[201~"


def checkins(run: Onelog) -> list[tuple[float | None, str]]:
    (goal,) = run.json("goals")
    return [(one["value"], one["text"]) for one in goal["checkins"]]


CHECKINS = [
    ("1.2M new page\r", (1200000, "new page")),
    ("1 200 000\r", (1200000, "")),
    ("９５万\r", (950000, "")),
    ("went well\r", (None, "went well")),
    (pasted("950000\rthe new page\r\rhelped") + "\r", (950000, "the new page helped")),
    (pasted("echo rm -rf\rls") + "\r", (None, "echo rm -rf ls")),
    (pasted("1200000") + "\x04", (1200000, "")),
]


@pytest.mark.long
@pytest.mark.parametrize(("keys", "found"), CHECKINS)
def test_a_check_in_without_words_asks_for_them(kept: Onelog, keys: str, found: tuple[float | None, str]) -> None:
    said = Shell(kept, "goals", "checkin", "new").asked("New users now?").end(keys)
    assert checkins(kept) == [found]
    assert "takes it back" in said


@pytest.mark.long
@pytest.mark.parametrize("keys", ["\r", "\x04", "  \r"])
def test_a_check_in_with_nothing_in_it_is_refused(kept: Onelog, keys: str) -> None:
    said = Shell(kept, "goals", "checkin", "new").asked("New users now?").end(keys, code=1)
    assert "A check-in needs a value, some words, or both." in said
    assert checkins(kept) == []
    assert "recover" not in kept.run("log", "mia", "we met").err


def test_ctrl_c_keeps_the_words_of_a_check_in(kept: Onelog) -> None:
    said = Shell(kept, "goals", "checkin", "new").asked("now?").end(pasted("1.2M new page") + "\x03", code=130)
    assert "the words are kept" in said
    assert checkins(kept) == []
    kept("recover 1")
    assert checkins(kept) == [(1200000, "new page")]


@pytest.mark.long
def test_a_number_that_is_none_keeps_its_words(kept: Onelog) -> None:
    said = Shell(kept, "goals", "checkin", "new").asked("now?").end(pasted("c: she is tired") + "\r", code=1)
    assert "onelog recover" in said
    assert kept("recover 1 --show") == "c: she is tired\n"


@pytest.mark.parametrize("goal", ["nothing", "zzz"])
def test_a_goal_that_is_not_there_is_said_before_anybody_types(kept: Onelog, goal: str) -> None:
    assert "now?" not in Shell(kept, "goals", "checkin", goal).end("", code=1)


def test_in_a_pipe_nothing_is_asked(kept: Onelog) -> None:
    assert "A check-in needs a value, some words, or both." in kept.fails("goals checkin new", input="950000")
    assert "requires an argument" in kept.fails("skip mia --why", input="ill", code=2)


REASONS = [
    (("skip", "mia", "--why"), "Why? (Enter: no reason)"),
    (("skip", "mia"), "Why? (Enter: no reason)"),
    (("move", "mia", "thu", "15:00", "--why"), "Why?"),
    (("done", "last", "--why"), "Why?"),
    (("drop", "last", "--why"), "Why?"),
    (("drop", "last"), "Why?"),
]


@pytest.mark.long
@pytest.mark.parametrize(("line", "question"), REASONS)
def test_a_reason_without_words_is_asked_for(kept: Onelog, line: tuple[str, ...], question: str) -> None:
    Shell(kept, *line).asked(question).end(pasted("she is ill\rback on monday") + "\r")
    assert "she is ill back on monday" in kept("history --json")


@pytest.mark.long
@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        ("done zzz2 --why", "zzz2", 1),
        ("drop zzz2", "zzz2", 1),
        ("done last --on 2020-01-01 --why", "was promised on", 1),
        ("done last --on blub --why", "blub", 2),
        ("move nobody thu --why", "nobody", 1),
        ("move mia 2020-01-01 --why", "2020-01-01", 2),
        ("spark zzz2 --landed --why", "zzz2", 1),
        ("thread --end zzz2 --why", "zzz2", 1),
    ],
)
def test_what_cannot_be_is_said_before_anybody_types_a_reason(kept: Onelog, line: str, said: str, code: int) -> None:
    shown = Shell(kept, *line.split()).end("", code=code)
    assert said in shown
    assert "Why?" not in shown


def test_what_has_ended_already_asks_for_no_second_reason(kept: Onelog) -> None:
    id_ = kept.json("actions --json")[0]["id"]
    kept("done", id_)
    shown = Shell(kept, "done", id_, "--why").end("", code=1)
    assert (id_ in shown, "Why?" in shown) == (True, False)


@pytest.mark.long
@pytest.mark.parametrize(("line", "question"), REASONS)
def test_ctrl_c_at_a_reason_changes_nothing_and_keeps_it(kept: Onelog, line: tuple[str, ...], question: str) -> None:
    before = kept("export --format json --private")
    Shell(kept, *line).asked(question).end(pasted("she is ill") + "\x03", code=130)
    assert kept("export --format json --private") == before
    assert kept("recover 1 --show") == "she is ill\n"
    assert "These words are the reason" in kept.fails("recover 1")


@pytest.mark.long
def test_a_reason_that_is_refused_is_kept(kept: Onelog) -> None:
    said = Shell(kept, "done", "last", "--why").asked("Why?").end(pasted("c: she is ill") + "\r", code=1)
    assert "onelog recover" in said
    assert kept("recover 1 --show") == "c: she is ill\n"


@pytest.mark.long
def test_lines_that_come_without_paste_marks_go_to_no_shell(kept: Onelog) -> None:
    Shell(kept, "skip", "mia", "--why").asked("Why?").end("she is ill\recho again\rrm x\r")
    kept_apart = kept("recover --show").replace("\n", " ") if kept("recover") else ""
    whole = kept("history --json") + kept_apart
    assert all(words in whole for words in ("she is ill", "echo again", "rm x"))


@pytest.mark.long
def test_the_questions_are_japanese_too(kept: Onelog) -> None:
    there = {"ONELOG_CONFIG": str(with_settings(kept, 'language = "ja"\n'))}
    Shell(kept, "goals", "checkin", "new", **there).asked("「New users」の今の値は？").end("95万\r")
    Shell(kept, "skip", "mia", **there).asked("理由は？（Enter：理由なし）").end("体調不良\r")
    assert checkins(kept) == [(950000, "")]
