"""Hostile text at every door: whatever takes a text keeps it or refuses it with a sentence, and shows it without a trick."""

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import NOW, Run
from hostile import ONE_LINERS, TEXTS, leaks, obeyed, some
from inside import Inside

from onelog.markdown import body

pytestmark = [pytest.mark.trust, pytest.mark.posix]

A_WEEK_AFTER = "2026-11-29T14:00:00+09:00"
ROUNDS = 4
"""Rounds through all doors, in a pipe and on a terminal, each with another text at every door; `--full` sends every text
through every door."""

DOORS = """
log mia T
log mia T --raw
log mia - --raw
log mia -
log mia --file text.md
log mia --file text.md --raw
log mia --edit
log T words
log T words --new
log mia words --on T
log mia words --len T
log mia words --mode T
log mia words --mood T
log mia words --seen T
log mia words --rating T
note mia T
note mia -
note T words --new
topic mia T
topic mia -
topic T words --new
topics T
actions add T
actions add T --with mia
actions add -
actions add words --with T --new
actions T
actions --goal T
actions --since T
done a1 --why T
done a2 --on T
done T
drop a3 --why T
drop T --why words
reopen T
aha T
win T
praise T --with mia
growth T
concern T
decision T --with mia
aha -
win words --with T
timeline T
timeline --since T
timeline --until T
timeline --kind T
timeline --tag T
search T
search T words
search words --with T
search words --kind T
search words --since T
search words --until T
search words --tag T
show T
show T --md
moments T
moments --kind T
moments --tag T
moments --since T
people add T
people add Ann --alias T
people add Bob --relation T
people add Cid --every T
people add Dan --every 2w --on T
people edit mia --alias T
people edit mia --relation T
people edit mia --relation peer --since T
people edit mia --every T
people edit T --relation peer
people archive T
goals T
goals add T
goals add measured --metric T --unit T
goals add due --by T
goals add shared --with T
goals add from --from T
goals add to --to T
goals add under --under T
goals checkin g1 T
goals checkin g1 5 T
goals checkin T 5
goals close g2 --as T
goals close T --as missed
goals close g2 --as missed --on T
edit m1
edit T
delete T
history T
undo T
redo T
export T
export --with T
export --format T
export --format T -o out
export -o T
import T
import text.md
import note.md
import text.json
import note.md --with T
import note.md --format T
recover T
recover 1 --show
recover 1 --with T
backup T
restore T
forget T
forget T --confirm T
delete T --for-good
db T
T
--color T timeline
--journal T timeline
--journal T log mia words
review T
review --for T
review --with T
review --format T
review -o T
review --for hr --format html -o T
nominate T
nominate mia T
nominate mia -o T
stats T
stats --with T
thread T
thread --since T
thread --until T
discover T
spark T
spark --list T
spark mia --take T
spark mia --take 1
spark mia --take 1 --on T
spark s1 --landed --why T
spark s2 --missed --why T
spark T --landed
explain T
people edit mia --name T
"""
"""`T` is the text; `-` has it come through a pipe, `text.md` is a file of it, `--edit` an editor that writes it."""

SCREENS = """
--color never
timeline --limit 0
timeline --kind aha
actions --all
moments
topics
goals
people
next
prep mia
search words
search before
history
history --limit 0
show mia
show m1
show m1 --md
show g1
show a1
export 2026 --private
export 2026 --format html --private
export 2026 --format csv --private
export 2026 --format ics
review 2026 --private
review 2026 --for hr
review 2026 --format html --private
nominate mia 2026
nominate 2026
stats 2026
thread --all --private
discover
spark mia
spark --list
doctor
backup --list
recover
db info
"""
"""Where it comes to light again."""

LATER = """
--color never
prep mia
discover
discover mia
spark mia
"""
"""Where it comes back a week after."""


class Kept(NamedTuple):
    """A journal with some of everything in it, and its ids by the names that the tables above use."""

    file: Path
    ids: dict[str, str]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    run = Inside(tmp_path_factory.mktemp("kept"))

    def made(*words: str) -> Any:
        return json.loads(run(*words, "--json").out)

    made("people", "add", "Mia Tanaka", "--alias", "mia", "--relation", "manager")
    met = made("log", "mia", "words\na: one thing\na: another thing\na: a third thing\naha: less is more")
    ids = {"m1": met["id"], **{f"a{n}": action["id"] for n, action in enumerate(met["actions"], 1)}}
    ids |= {name: made("goals", "add", f"goal {name}", "--from", "0", "--to", "9")["id"] for name in ("g1", "g2")}
    ids |= {name: made("topic", "mia", f"bring {name} +spark")["id"] for name in ("s1", "s2")}
    run("note", "mia", "words for the next time t: a topic")
    run("aha", "-", input=b"two lines\nof one moment")  # refused, so it waits
    return Kept(run.journal, ids)


class Journal:
    """A copy of it, on whose doors hostile texts knock."""

    def __init__(self, kept: Kept, folder: Path, terminal: bool) -> None:
        self.inside = Inside(folder)
        self.ids, self.terminal = kept.ids, terminal
        self.inside.journal.write_bytes(kept.file.read_bytes())
        self.inside.journal.chmod(0o600)
        shutil.copytree(f"{kept.file}.drafts", folder / "journal.db.drafts")
        (folder / "editor.sh").write_text(f"cat '{folder}/text.md' >> \"$1\"\n", encoding="utf-8")

    def through(self, door: str, text: str, *more: str, **env: str) -> Run:
        folder, data = self.inside.folder, text.encode("utf-8")
        if "text." in door or "edit" in door:
            (folder / "text.md").write_bytes(data)
            (folder / "text.json").write_bytes(data)
        elif "note.md" in door:
            (folder / "note.md").write_bytes(b"---\nwith: mia\nat: 2026-11-20\n---\n\nwords\n" + data + b"\n")
        words = [self.ids.get(word, text if word == "T" else word) for word in door.split(" ")]
        return self.inside(
            *words, *more, input=data if "-" in words[1:] else b"", typed=b"n\n" * 100 if words[0] == "edit" else None,
            terminal=self.terminal, ONELOG_EDITOR=f"sh '{folder}/editor.sh'", **env,
        )  # fmt: skip

    def bytes(self) -> bytes:
        return self.inside.journal.read_bytes()


def possible(door: str, text: str) -> bool:
    """Whether a process can be called so: an argument ends at a NUL."""
    return not ("T" in door.split(" ") and "\0" in text)


def calm(done: Run, what: object, *, drawn: bool = True) -> None:
    """What was said is clean, and if it was a refusal, it was one sentence and a hint. A document that is not `drawn` may
    have signs in it that cannot be seen: it is what was typed."""
    is_document = not drawn and re.search(r"export|--md|recover \d+ --show", str(what))
    shown = done.out.replace("\r\n", "\n") if "csv" in str(what) or "ics" in str(what) else done.out
    if isinstance(what, tuple) and what[1] == "--help":
        shown = re.sub(r"\x1b\[[\d;]*m", "", shown)  # the help itself is bold
    for out, found in ((shown, obeyed if is_document else leaks), (done.err, leaks)):
        assert found(out) == [], (what, done)
        assert "Traceback" not in out, (what, done)
    assert "inside onelog" not in done.err, (what, done)
    assert done.code in (0, 1, 2, 3), (what, done)
    if done.code:
        said = [line for line in done.err.splitlines() if "not reached the journal" not in line]
        assert sum(line.startswith("onelog:") for line in said) == 1, (what, done)
        most = 12 if drawn else 3  # a terminal breaks a sentence into lines
        assert len(said) <= most or "is gone" in done.err, (what, done)


def round_of(doors: dict[str, str], journal: Journal) -> None:
    """One text at every door, then all that shows what became of them."""
    for door, text in doors.items():
        before = journal.bytes()
        done = journal.through(door, text)
        calm(done, (door, text), drawn=journal.terminal)
        if done.code:
            assert journal.bytes() == before, (door, text, done)
    screens = [
        (screen, day) for some, day in ((SCREENS, NOW), (LATER, A_WEEK_AFTER)) for screen in some.strip().splitlines()
    ]
    for screen, now in screens:
        before = journal.bytes()
        calm(journal.through(screen, "", ONELOG_NOW=now), screen, drawn=journal.terminal)
        assert journal.bytes() == before, screen


def everything_comes_back(journal: Journal) -> None:
    """The journal as documents changes nothing in it; as JSON it makes the same journal elsewhere."""
    inside = journal.inside
    all_ = inside("export", "--format", "json")
    assert all_.out.isascii()
    inside("export", "1970..2050", "--private", "--format", "folder", "-o", "all")
    again = inside("import", "all")
    assert (again.code, "Imported nothing new" in again.err, "changed" in again.err) == (0, True, False), again
    (inside.folder / "all.json").write_text(all_.out, encoding="utf-8")
    other: dict[str, Any] = {"ONELOG_JOURNAL": str(inside.folder / "other.db")}
    assert inside("import", "all.json", **other).code == 0
    assert inside("export", "--format", "json", **other).out == all_.out


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whole rounds of one text each with --full; else some rounds in which every door meets another text."""
    if "doors" in metafunc.fixturenames:
        full = metafunc.config.getoption("--full")
        rounds = TEXTS if full else {f"round {n}": "" for n in range(ROUNDS)}
        metafunc.parametrize("doors", [_doors(name, text) for name, text in rounds.items()], ids=list(rounds))
    if "text" in metafunc.fixturenames:
        chosen = TEXTS if metafunc.config.getoption("--full") else some(TEXTS, 40)
        metafunc.parametrize("text", chosen.values(), ids=list(chosen))


def _doors(name: str, text: str) -> dict[str, str]:
    chance = random.Random(name)  # noqa: S311 - chance that has to repeat itself
    texts = list(TEXTS.values())
    met = {door: text or chance.choice(texts) for door in DOORS.strip().splitlines()}
    return {door: text for door, text in met.items() if possible(door, text)}


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize("terminal", [False, True], ids=["in a pipe", "on a terminal"])
def test_every_door_keeps_or_refuses_it_and_nothing_leaks(
    kept: Kept, tmp_path: Path, doors: dict[str, str], terminal: bool
) -> None:
    journal = Journal(kept, tmp_path, terminal)
    round_of(doors, journal)
    everything_comes_back(journal)


# --- what is asked, and what is offered ------------------------------------------------------------------------------

LINES = tuple(text for text in ONE_LINERS.values() if leaks(text) and text.strip())


@pytest.mark.long
def test_a_question_about_a_line_that_is_gone_is_clean(tmp_path: Path) -> None:
    inside = Inside(tmp_path)
    note = "words\n" + "".join(f"- [ ] x {line}\n" for line in LINES)
    met = json.loads(inside("log", "mia", "-", "--json", input=note.encode()).out)
    assert len(met["actions"]) == len(LINES)
    (tmp_path / "editor.sh").write_text("sed -i '/^- /d' \"$1\"", encoding="utf-8")
    done = inside("edit", met["id"], typed=b"n\n" * len(LINES), terminal=True, ONELOG_EDITOR="sh editor.sh")
    assert (done.code, done.err.count("is gone")) == (0, len(LINES)), done
    assert leaks(done.err) == []


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("command", ["done", "log"])
def test_what_the_shell_offers_after_tab_is_clean(tmp_path: Path, shell: str, command: str) -> None:
    inside = Inside(tmp_path)
    for line in LINES:
        inside("actions", "add", "-", input=f"x {line}".encode())
        inside("people", "add", line.replace("\0", ""))
    pressed: dict[str, Any] = {
        "_TYPER_COMPLETE_ARGS": f"onelog {command} ",
        "COMP_WORDS": f"onelog {command} ",
        "COMP_CWORD": "2",
    }
    pressed |= {"_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_WORD_TO_COMPLETE": ""}
    done = inside(_ONELOG_COMPLETE=f"complete_{shell}", **pressed)
    assert len(done.out.splitlines()) >= (len(LINES) if command == "done" else 1), done
    assert leaks(done.out.replace("\r\n", "\n")) == []


# --- word for word ---------------------------------------------------------------------------------------------------

NOTES = ("log ben - --raw", "log ben --file text.md --raw", "log ben T --raw")
FIELDS = (
    ("done a1 --why T", "outcome"), ("drop a2 --why T", "outcome"), ("goals add T", "title"), ("goals add measured --metric T", "metric"),
    ("goals add counted --unit T", "unit"), ("goals checkin g1 5 T", "text"), ("people add T", "name"),
    ("people add Ann --alias T", "alias"), ("people edit mia --name T", "name"),
)  # fmt: skip


@pytest.mark.long
@pytest.mark.walk(8)
def test_what_is_no_grammar_is_kept_as_it_was_typed(kept: Kept, tmp_path: Path, text: str) -> None:
    journal = Journal(kept, tmp_path, terminal=False)
    for door in (door for door in NOTES if possible(door, text)):
        done = journal.through(door, text, "--json")
        if done.code:
            assert "no words" in done.err or text.startswith("-"), done
            continue
        given = text.strip() if "T" in door else text
        assert json.loads(done.out)["notes"] == tidied(given), door
    for door, field in (row for row in FIELDS if possible(row[0], text)):
        done = journal.through(door, text, "--json")
        if not done.code and done.out.startswith("{"):
            value = json.loads(done.out)[field] or ""
            assert value.split() == text.split() or field in ("text", "unit", "metric", "alias"), (door, done)
    everything_comes_back(journal)


def tidied(text: str) -> str:
    """A text as a journal keeps it: nothing in it that no file can hold, one kind of line end, no blank edges."""
    return body.tidy(text.replace("\0", "\ufffd").removeprefix("\ufeff").replace("\r\n", "\n"))
