"""A secret in every private place, and every command of the program: what comes out is what the tables here allow."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import Run
from inside import Inside
from secret_places import NOW, SECRETS, build

from onelog.cli import COMMANDS
from onelog.cli.app import App
from onelog.cli.main import group
from onelog.formats import FORMATS

pytestmark = pytest.mark.posix

WAYS = ("pipe", "terminal", "json")

LINES: dict[str, tuple[str, ...]] = {
    "": ("",),
    "log": ("log ben 'the rain +rain'", "log mia 'the rain a: draft'", "log mia 'rain c: mist'", "log + rain"),
    "prep": ("prep mia", "prep ben", "prep --all", "prep mia --md"), "team": ("team",), "next": ("next", "next --all"),
    "skip": ("skip mia --why rain",), "move": ("move mia 2026-12-24 --why rain",), "note": ("note mia rain",), "topic": ("topic mia rain",),
    "topics": ("topics", "topics mia"), "actions": ("actions", "actions mia --all"), "actions add": ("actions add rain --with mia",),
    "done": ("done ACTION --why rain", "done CONCERN --why rain", "done ACTION OUTSIDE"), "drop": ("drop ACTION --why rain",),
    "change": (
        "change ACTION due:fri", "change MEETING mood:4", "change CONCERN on:2026-10-01 +calm", "change PRIVATE text:rain", "change FACT because:rain",
        "change last due:fri", "change last mia len:30m",
    ),
    "reopen": ("reopen SETTLED", "reopen DELETED", "reopen LOST", "reopen TASK"), "aha": ("aha rain",), "win": ("win rain",),
    "praise": ("praise rain --with mia",), "growth": ("growth rain --with mia",), "concern": ("concern rain --with mia",),
    "fact": ("fact rain --with mia",), "decision": ("decision rain",),
    "review": (
        "review", "review 2026 --with mia", "review --redact", "review --format html", "review --format md", "review --for manager",
        "review --for hr", "review --for skip", "review --for handover --with mia", "review -o page.html --format html",
    ),
    "nominate": ("nominate mia", "nominate ben"), "stats": ("stats", "stats 2026 --with mia"), "thread": ("thread --all", "thread mia"),
    "watch": ("watch", "watch mia --all", "watch --seen concern:WARNED --why rain"), "feedback": ("feedback", "feedback mia"),
    "skills": ("skills", "skills calm"),
    "timeline": ("timeline", "timeline mia --limit 0", "timeline --kind concern", "timeline --kind meeting", "timeline --tag quincetag"),
    "search": ("search first", "search mild", "search quince*", "search medlar*", "search sloe*", "search quinceone --kind concern", "search 'first OR quince*'",
        "search first -quinceone", "search --saved"),
    "show": (
        "show MEETING", "show MEETING --md", "show OLD", "show COMING", "show CONCERN", "show CONCERN --md", "show PRIVATE", "show FACT", "show SETTLED",
        "show WAS_AHA", "show mia", "show ben", "show ACTION", "show GOAL", "show WIN", "show ANSWER", "show SKIP",
    ),
    "moments": ("moments", "moments mia", "moments --kind concern", "moments --kind private", "moments --kind fact", "moments --tag pager"),
    "export": (
        *(f"export 2026 --with mia --format {name} -o out" for name in FORMATS), *(f"export all --format {name} -o out" for name in FORMATS),
        "export", "export all", "export --by person --ids", "export --format json",
    ),
    "forms": ("forms",), "forms edit": ("forms edit report",),
    "people": ("people", "people --all"), "people add": ("people add Ann",), "people edit": ("people edit mia --every 3w",),
    "people archive": ("people archive mia",), "people merge": ("people merge ben mia",), "goals": ("goals", "goals mia --tree"),
    "goals add": ("goals add rain",), "goals checkin": ("goals checkin bigger 4 rain",), "goals close": ("goals close GOAL --as missed",),
    "goals plan": ("goals plan GOAL",), "ask": ("ask mia", "ask ben"), "guide": ("guide listening",), "discover": ("discover", "discover mia"),
    "spark": ("spark mia", "spark --list"), "explain": ("explain overdue",), "edit": ("edit MEETING", "edit CONCERN"),
    "delete": ("delete CONCERN", "delete FACT", "delete MEETING", "delete ACTION", "delete ANSWER", "delete OUTSIDE --for-good --confirm OUTSIDE"),
    "undo": ("undo", "undo 40"), "redo": ("redo",),
    "history": (
        "history", "history --limit 0", "history MEETING", "history CONCERN", "history FACT", "history OLD", "history WIN", "history WAS_AHA",
        "history DELETED", "history LOST", "history TASK", "history ANSWER", "history SKIP",
    ),
    "import": ("import note.md", "import note.md --dry-run"),
    "recover": ("recover", "recover --show", "recover 1", "recover 2", "recover 3 --with mia", "recover 1 --show", "recover 1 --discard"),
    "status": ("status", "status --short"), "backup": ("backup", "backup --list"), "restore": ("restore 1 --yes",),
    "doctor": ("doctor", "doctor --mend"), "forget": ("forget mia --confirm 'Mia Tanaka'",), "config": ("config", "config reflect off"),
    "config list": ("config list",), "config path": ("config path",), "config get": ("config get reflect",),
    "config set": ("config set reflect off",), "config edit": ("config edit",), "db": ("db info",), "db path": ("db path",),
    "db info": ("db info",), "db schema": ("db schema",), "demo": ("demo",), "help": ("help", "help log"),
}  # fmt: skip
"""Every command, at work. In capitals: an id."""

CONCERN = ("a concern", "its tag")
WHOLE = (*CONCERN, "what led up to it")
CONCERNS = (
    *WHOLE, "how one was settled", "one outside a meeting", "one to come", "an aha that is one", "a promise that is one"
)  # fmt: skip
NOTES = ("a private line", "the tag of a private line", "a private line to come", "a note line that is private")
FACTS = ("a fact", "a fact with its day")
EVERYTHING = (*CONCERNS, *FACTS, *NOTES, "an answer about one", "a reason to skip")
SKIP, ANSWER = ("a reason to skip",), ("an answer about one",)
DRAFTS = ("a draft", "a draft of a concern", "a draft of an edit")

UNASKED: dict[str, dict[str, tuple[str, ...]]] = {
    # what was asked for alone, on a terminal
    "moments --kind concern": {"terminal": CONCERNS}, "timeline --kind concern": {"terminal": CONCERNS},
    "moments --kind private": {"terminal": NOTES}, "moments --kind fact": {"terminal": FACTS}, "search quinceone --kind concern": {"terminal": WHOLE},
    "show CONCERN": {"terminal": WHOLE}, "show CONCERN --md": {"terminal": WHOLE}, "show SETTLED": {"terminal": ("how one was settled",)},
    "show FACT": {"terminal": FACTS[1:]}, "delete FACT": {"terminal": FACTS[1:]},
    "show PRIVATE": {"terminal": ("a private line", "the tag of a private line")}, "show WAS_AHA": {"terminal": ("an aha that is one",)},
    "show ANSWER": {"terminal": ANSWER}, "done CONCERN --why rain": {"terminal": CONCERN}, "change CONCERN on:2026-10-01 +calm": {"terminal": CONCERN},
    "change PRIVATE text:rain": {"terminal": ("a private line", "the tag of a private line")}, "change FACT because:rain": {"terminal": FACTS[1:]},
    "delete CONCERN": {"terminal": CONCERN},
    "done ACTION OUTSIDE": {"terminal": ("one outside a meeting",)}, "reopen DELETED": {"terminal": ("one that was deleted",)},
    "delete ANSWER": {},
    # the whole journal, as the manual says
    "export --format json": dict.fromkeys(WAYS, EVERYTHING), "export": {"json": EVERYTHING},
    # why a meeting was skipped is for the keeper's own screens
    **{line: dict.fromkeys(WAYS, SKIP) for line in ("next", "next --all", "search sloe*", "show SKIP")},
    "prep ben": {"terminal": SKIP, "json": SKIP}, "show ben": {"terminal": SKIP},
    "undo 40": {"json": SKIP}, "history": {"json": SKIP}, "history --limit 0": {"json": SKIP}, "history SKIP": {"json": SKIP},
    "reopen TASK": dict.fromkeys(WAYS, ("a promise that is one",)),  # it is a promise again
    # what was typed, where it is brought back or asked for
    "recover --show": {
        "pipe": (*WHOLE, *FACTS, *NOTES[:2], *DRAFTS), "json": (*WHOLE, *FACTS, *NOTES[:2], *DRAFTS), "terminal": (*WHOLE, *DRAFTS[:2]),
    },
    "recover 1 --show": dict.fromkeys(WAYS, DRAFTS[:1]), "recover 1": {"pipe": DRAFTS[:1], "json": DRAFTS[:1]},
    "recover 2": {"pipe": DRAFTS[2:], "json": DRAFTS[2:]}, "recover 3 --with mia": {"pipe": DRAFTS[1:2], "json": DRAFTS[1:2]},
}  # fmt: skip
"""All that may come out without `--private`, and does: a command line, where to, and the secrets."""


class Kept(NamedTuple):
    folder: Path
    ids: dict[str, str]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("secrets")
    return Kept(folder, build(Inside(folder)))


@pytest.fixture(autouse=True)
def drawn_on_terminals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo, in this process, has everything drawn that comes after it."""
    monkeypatch.setattr(App, "always_draw", False)


def options(name: str) -> set[str]:
    """The options of a command, from the program itself."""
    command: Any = group()
    for word in name.split():
        command = command.commands[word]
    return {option for parameter in command.params for option in parameter.opts}


def done(kept: Kept, folder: Path, line: str, way: str, *more: str, now: str = NOW) -> tuple[Run, list[str]]:
    """What a command did in a copy of the journal, and the secrets in its answer and in the files that it made."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept.folder, folder)
    (folder / "note.md").write_text("---\nwith: mia\nat: 2026-11-01\n---\n\nhello\n", encoding="utf-8")
    before = set(folder.rglob("*"))
    words = [re.sub("[A-Z_]{3,}", lambda found: kept.ids.get(found[0], found[0]), word) for word in shlex.split(line)]
    json_ = ["--json"] if way == "json" else []
    run = Inside(folder)(*words, *json_, *more, terminal=way == "terminal", ONELOG_NOW=now, ONELOG_EDITOR="true")
    made = [
        path for path in folder.rglob("*") if path.is_file() and path not in before and "journal.db" not in str(path)
    ]
    said = "\n".join([run.out, run.err, *(path.read_text(encoding="utf-8") for path in made)])
    return run, [name for name, word in SECRETS.items() if word in said.lower()]


SAID = r"Left out: \d|Without the words of \d|, shown here with --private only|\d open: onelog prep \w+ --private|onelog watch --private shows"
"""How it is said, with a number, that something is not in the answer."""


def left_out(run: Run) -> bool:
    return bool(re.search(SAID, run.out + run.err))


def test_every_command_is_walked() -> None:
    assert set(LINES) == {"", *(row.name for row in COMMANDS)}
    assert set(UNASKED) <= {line for lines in LINES.values() for line in lines}


@pytest.mark.long
@pytest.mark.walk(30)
@pytest.mark.parametrize("name", LINES)
def test_a_secret_comes_out_where_the_table_says_and_is_counted_where_it_does_not(
    kept: Kept, tmp_path: Path, name: str
) -> None:
    has = options(name)
    for line in LINES[name]:
        for way in WAYS if "--json" in has else WAYS[:2]:
            plain, found = done(kept, tmp_path / "here", line, way)
            assert sorted(found) == sorted(UNASKED.get(line, {}).get(way, ())), (line, way, plain)
            if "--private" not in has:
                continue
            asked, more = done(kept, tmp_path / "here", line, way, "--private")
            if asked.code:
                assert more == [], (line, way, asked)
                continue
            assert set(found) <= set(more), (line, way, asked)
            assert not set(more) & set(DRAFTS), (line, way, asked)
            assert left_out(plain) or more == found, (line, way, plain)
            assert not left_out(asked), (line, way, asked)


@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-15"])
@pytest.mark.parametrize(
    "line", ["log mia --more rain", "log mia + 'the rain a: draft'", "log + 'rain mood:4'", "log mia --more --edit"]
)
def test_who_adds_to_a_talk_sees_none_of_its_secrets(kept: Kept, tmp_path: Path, line: str, day: str) -> None:
    """Both talks hold some; what was added is there, and nothing private is said with it."""
    for way in WAYS:
        run, found = done(kept, tmp_path / "here", line, way, now=f"{day}T21:00:00+09:00")
        assert found == [], (line, way, run)
        assert run.code == (1 if "--edit" in line else 0), (line, way, run)


SHOWS = "(--private shows them too)."
COUNTED = {
    ("timeline", "pipe"): f"Left out: 9 concerns, 2 facts and 4 private {SHOWS}",
    ("moments", "terminal"): f"Left out: 9 concerns, 2 facts and 4 private {SHOWS}",
    ("show MEETING", "json"): f"Left out: 1 concern, 2 facts and 1 private {SHOWS}",
    ("show CONCERN", "pipe"): "onelog: CONCERN is a concern, shown here with --private only.",
    ("show ANSWER", "json"): "onelog: ANSWER is an answer about a concern, shown here with --private only.",
    ("prep mia", "json"): "Without the words of 8 concerns and 1 fact (--private shows them).",
    ("prep mia --md", "pipe"): f"Left out: 8 concerns and 1 private {SHOWS}",
    ("review", "pipe"): f"Left out: 9 concerns, 2 facts and 4 private {SHOWS}",
    ("thread --all", "pipe"): "Left out: 9 concerns, 2 facts and 4 private (--private looks at them too).",
    ("watch mia --all", "json"): "Without the words of 1 concern (--private shows them).",
    ("export all --format md -o out", "pipe"): "Left out: 9 concerns, 2 facts and 4 private (--private writes them too).",
    ("export all --format csv -o out", "pipe"): (
        "Left out: 1 answer, 9 concerns, 2 facts, 4 private and 1 reason to skip (--private writes them too)."
    ),
    ("history --limit 0", "terminal"): "Without the words of 13 concerns, 2 facts and 5 private (--private shows them).",
    ("history --limit 0", "json"): "Without the words of 14 concerns, 2 facts and 5 private (--private shows them).",
    ("history CONCERN", "terminal"): "Without the words of 1 concern (--private shows them).",
    ("history WIN", "json"): "Without the words of 1 concern (--private shows them).",
    ("history OLD", "json"): "Without the words of 1 private (--private shows them).",
    ("undo 40", "json"): "Without the words of 13 concerns, 2 facts and 5 private (--private shows them).",
    ("redo", "json"): "Without the words of 1 concern (--private shows them).",
    ("log mia 'rain c: mist'", "json"): "Left out: 1 concern and 1 private (onelog show COMING --private shows them too).",
    ("done CONCERN --why rain", "pipe"): "Without the words of 1 concern (onelog show CONCERN --private shows them).",
    ("delete MEETING", "pipe"): "Without the words of 1 concern, 2 facts and 1 private (onelog history MEETING --private shows them).",
    ("recover", "json"): "Left out: 33 lines of words (--show prints them too).",
}  # fmt: skip
"""What is said of it, on stderr: how much, and what shows it."""


@pytest.mark.parametrize(("line", "way"), COUNTED)
def test_what_is_left_out_is_counted(kept: Kept, tmp_path: Path, line: str, way: str) -> None:
    run, _ = done(kept, tmp_path / "here", line, way)
    said = COUNTED[line, way]
    for name, id_ in kept.ids.items():
        said = re.sub(rf"\b{name}\b", id_, said)
    assert said in run.err.splitlines(), run


def test_on_a_terminal_prep_counts_concerns_in_their_place(kept: Kept, tmp_path: Path) -> None:
    run, _ = done(kept, tmp_path / "here", "prep mia", "terminal")
    assert "Concerns  · 8 open: onelog prep mia --private\n" in run.out
    assert run.err == ""


def test_what_is_typed_now_is_said_back(kept: Kept, tmp_path: Path) -> None:
    run, _ = done(kept, tmp_path / "here", "log mia 'rain c: mist'", "json")
    assert [one["text"] for one in json.loads(run.out)["moments"]] == ["mist"]


@pytest.mark.long
@pytest.mark.parametrize("name", LINES)
def test_tab_offers_no_secret(kept: Kept, name: str) -> None:
    """Wherever an id, a tag or a word is offered: after the command, and after each of its options."""
    for option in ((), *((option,) for option in options(name))):
        run = Inside(kept.folder)(*name.split(), *option, "", ONELOG_NOW=NOW, _ONELOG_COMPLETE="offer_fish")
        assert [place for place, word in SECRETS.items() if word in run.out + run.err] == [], (name, option)
