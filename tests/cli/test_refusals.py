"""What cannot be done is said in one sentence and one hint, on stderr, and nothing in the journal is touched by it."""

import json
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Onelog


class Refusal(NamedTuple):
    """A command line (ids by name in braces), its exit code, and what its message and its hint say."""

    command: str
    code: int
    message: str
    hint: str
    input: str | None = None


NAMES = (
    Refusal("actions zoltan", 1, "Nobody is called 'zoltan'", "onelog people lists everybody"),
    Refusal("actions tanaca", 1, "Nobody is called 'tanaca'", "Did you mean Mia Tanaka?"),
    Refusal("actions mia", 1, "Several people fit 'mia': Mia Suzuki, Mia Tanaka", "Say more of the name"),
    Refusal("timeline mia", 1, "Several people fit 'mia'", "Say more of the name"),
    Refusal("show zzzz", 1, "zzzz", "onelog people"),
    Refusal("log tanaca 'we met'", 1, "Nobody is called 'tanaca'", "Did you mean Mia Tanaka? For somebody new: --new"),
    Refusal("log tanaca", 1, "Nothing was logged", "Did you mean Mia Tanaka?", "we met"),
    Refusal("note mia 'we met'", 1, "Several people fit 'mia'", "Say more of the name"),
    Refusal("topic bne pay", 1, "Nobody is called 'bne'", "Did you mean Ben?"),
    Refusal("log '' hello", 1, "Say whom it is with", "onelog log PERSON"),
    Refusal("log me 'to myself'", 1, "'me' already means something", "another name"),
    Refusal("people add Ben", 1, "'Ben' is Ben's name or alias already", "Choose another one"),
    Refusal("people add Carla --alias ben", 1, "'ben' is Ben's name or alias already", "Choose another one"),
    Refusal("people add @x", 1, "cannot be a name", "Letters of any language"),
    Refusal("people add -- -Ben", 1, "cannot be a name", "Letters of any language"),
    Refusal("people edit ben", 1, "Nothing about Ben is different", "people edit --help"),
    Refusal("people archive ben --back", 1, "Ben is not archived", "people --all"),
    Refusal("goals --with", 2, "--with", "--help"),
)
IDS = (
    Refusal("done zzzz", 1, "There is nothing with the id 'zzzz'", "onelog search"),
    Refusal("done {open} zzzz", 1, "There is nothing with the id 'zzzz'", "onelog search"),
    Refusal("done {done}", 1, "{done} is done already (since 2026-11-20)", "onelog reopen {done}"),
    Refusal("done {meeting}", 1, "{meeting} is a meeting", "onelog show {meeting}"),
    Refusal("done {aha}", 1, "{aha} is an aha moment", "onelog show {aha}"),
    Refusal("done {deleted}", 1, "{deleted} was deleted", "onelog history {deleted}"),
    Refusal("show {deleted}", 1, "{deleted} was deleted", "onelog history {deleted}"),
    Refusal("edit {deleted}", 1, "{deleted} was deleted", "onelog history {deleted}"),
    Refusal("done {open} --on 2026-01-01", 1, "cannot end before that", "Name a later --on day"),
    Refusal("reopen {open}", 1, "{open} is open already", "onelog show {open}"),
    Refusal("drop {open}", 2, "Say why you drop it.", "onelog drop {open} --why"),
    Refusal("drop {open} --why ' '", 2, "Say why you drop it.", "onelog drop {open} --why"),
    Refusal("drop {done} --why 'too late'", 1, "{done} is done already", "onelog reopen {done}"),
    Refusal("delete zzzz", 1, "There is nothing with the id 'zzzz'", "onelog search"),
    Refusal("delete {person}", 1, "Ben stands in 4 records", "onelog people archive"),
    Refusal("history zzzz", 1, "There is nothing with the id 'zzzz'", "onelog search"),
    Refusal("goals close mau", 2, "How did it end?", "--as achieved, missed or dropped"),
    Refusal("goals close mau --as forgotten", 2, "cannot end as 'forgotten'", "--as achieved, missed or dropped"),
    Refusal("goals close {closed} --as missed", 1, "{closed} is achieved already", "onelog reopen {closed}"),
    Refusal("goals checkin zebra 3", 1, "No goal fits 'zebra'", "onelog goals lists them"),
    Refusal("goals checkin mau", 1, "A check-in needs a value, some words, or both", "goals checkin mau 950000"),
    Refusal("goals add A --under zebra", 1, "No goal fits 'zebra'", "onelog goals lists them"),
    Refusal("actions --goal m", 1, "Several goals fit 'm'", "by its id"),
    Refusal("redo", 1, "There is nothing to redo", "onelog history"),
    Refusal("recover 1", 1, "There is no draft 1", "onelog recover lists them"),
)
VALUES = (
    Refusal("log ben --mode train 'we met'", 2, "There is no mode 'train'", "video, office, phone, walk, chat"),
    Refusal("log ben --mood 6 'we met'", 2, "mood goes from 1 to 5", "mood:4"),
    Refusal("log ben --rating good 'we met'", 2, "rating goes from 1 to 5", "rating:4"),
    Refusal("log ben --len long 'we met'", 2, "long", "45m"),
    Refusal("log ben --on someday 'we met'", 2, "someday", "yesterday 9:30"),
    Refusal("log ben --on 2026-02-30 'we met'", 2, "2026-02-30", ""),
    Refusal("done {open} --on someday", 2, "someday", "today, fri"),
    Refusal("goals add A --by never", 2, "never", "3 days ago"),
    Refusal("goals add A --from few", 2, "'few' is not a number", "950000"),
    Refusal("export Q9", 2, "Q9", "2026Q3"),
    Refusal("export sometimes", 2, "sometimes", "2026Q3"),
    Refusal(
        "export --format docx",
        2,
        "There is no format 'docx'",
        "md, html, json, jsonl, csv, ics, todo, taskwarrior, folder",
    ),
    Refusal("timeline --kind idea", 2, "There is no kind 'idea'", "meeting, action, topic"),
    Refusal("moments --kind idea", 2, "There is no kind of moment 'idea'", "decision, win, aha"),
    Refusal("search plan --kind idea", 2, "There is no kind 'idea'", "meeting, action"),
    Refusal("timeline --since someday", 2, "someday", "today, fri"),
    Refusal("people add Zoe --relation chum", 2, "There is no relation 'chum'", "manager, report, peer"),
    Refusal("people add Zoe --every often", 2, "often", "2w"),
    Refusal("people add Zoe --on tue", 2, "needs to know how often", "--every 2w --on tue"),
    Refusal("actions --mine --theirs", 2, "exclude each other", "Leave both out"),
    Refusal("--color blue timeline", 2, "--color is auto, always or never, not 'blue'", "--color never"),
    Refusal("timeline --limit few", 2, "--limit", "onelog timeline --help"),
    Refusal("undo 0", 2, "[N]", "onelog undo --help"),
)
WORDS = (
    Refusal("log ben", 1, "There are no words", "through a pipe or at the prompt", ""),
    Refusal("log ben '   '", 1, "There are no words", "through a pipe or at the prompt"),
    Refusal("log ben -", 1, "There are no words", "through a pipe or at the prompt", " \n\n"),
    Refusal("log ben - --file x.md", 2, "one place", "Leave the others out", "we met"),
    Refusal("log ben --file nowhere.md", 1, "nowhere.md cannot be read", "name and permissions"),
    Refusal("log ben --file {latin}", 1, "is not UTF-8 text (line 2)", "iconv"),
    Refusal("log ben --file {other}", 1, "The document says it is with 'Mia Tanaka', and you said Ben", "with:"),
    Refusal("note ben --", 1, "There are no words", "through a pipe or at the prompt", ""),
    Refusal("note ben 'on:fri we met'", 1, "has no day of its own", "onelog log PERSON"),
    Refusal("aha ''", 1, "There are no words", "through a pipe or at the prompt", ""),
    Refusal("aha 'because: nobody'", 1, "There are no words for this aha", "not only its keys"),
    Refusal("actions add @ben due:fri", 1, "There are no words for this action", "not only its keys"),
    Refusal("actions add -", 1, "This action is one line, and there are 2", "onelog note PERSON", "one\ntwo"),
    Refusal("goals add ' '", 1, "A goal needs a title", "onelog goals add"),
)
USAGE = (
    Refusal("timeline ben mia", 1, "Nobody is called 'ben mia'", "Did you mean Ben?"),
    Refusal("lgo ben hello", 2, "No such command 'lgo'", "log"),
    Refusal("timelin", 2, "No such command 'timelin'", "timeline"),
    Refusal("log", 1, "There are no words", "through a pipe"),
    Refusal("topic", 1, "There are no words", "through a pipe"),
    Refusal("done", 2, "Missing argument 'ID...'", "onelog done --help"),
    Refusal("search", 2, "Say what to look for.", "onelog search budget"),
    Refusal("people add", 2, "Missing argument 'NAME...'", "onelog people add --help"),
    Refusal("import", 2, "Missing argument 'FILE...'", "onelog import --help"),
    Refusal("timeline --sinec fri", 2, "No such option: --sinec", "onelog timeline --help"),
    Refusal("timeline --since", 2, "requires an argument", "--help"),
)
FILES = (
    Refusal("import nowhere.md", 1, "There is no file nowhere.md", "Look at its name"),
    Refusal("import {nonsense}", 1, "does not say whom it is with", "with: NAME"),
    Refusal("import {binary}", 3, "is not UTF-8 text", "iconv"),
    Refusal("import {cut}", 3, "is not an export of onelog: line", "Export again"),
    Refusal("import {newer}", 3, "is from a newer onelog", "Update onelog"),
    Refusal("import {list}", 3, "is not an export of onelog", "onelog export --format json"),
    Refusal("import {short}", 3, "people, record 1: uid is missing", "Export again"),
    Refusal("import {wrong}", 3, "meetings, record 1:", "Export again"),
    Refusal("import {kind}", 3, "line 1: there is no kind of document 'poem'", "meeting, aside, goal or person"),
    Refusal("import {folder}", 1, "There is nothing there to import", "import --list"),
    Refusal("export -o {there}", 1, "is there already", "Choose another name"),
    Refusal("export -o {folder}/no/such/folder.md", 1, "There is no folder", "another one"),
    Refusal("--journal {there} timeline", 3, "is not a journal", "--journal"),
    Refusal("--journal {blank} timeline", 3, "is empty: this is not a journal", "move the file away"),
)
ALL = (*NAMES, *IDS, *VALUES, *WORDS, *USAGE, *FILES)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Onelog, dict[str, str]]:
    """A journal with one of each, and what the rows above call by name: ids and files."""
    run = Onelog(tmp_path_factory.mktemp("kept"))
    run("people add Mia Tanaka --relation manager")
    run("people add Mia Suzuki")
    run("people add Ben")
    run("goals add mau to a million")
    goal = run.json("goals add more talks")["id"]
    run(f"goals close {goal} --as achieved --on fri")
    met = run.json("log", "ben", "we met a: draft the plan a: @them sends it aha: faster", "--on", "fri")
    opened, done = (a["id"] for a in met["actions"])
    deleted = run.json("aha gone")["id"]
    run(f"delete {deleted}")
    run(f"done {done} --on fri")
    names = {
        "open": opened, "done": done, "meeting": met["id"], "aha": met["moments"][0]["id"], "deleted": deleted, "closed": goal,
        "person": run.json("show ben")["id"],
    }  # fmt: skip
    return run, names | _files(run)


def _files(run: Onelog) -> dict[str, str]:
    whole = run("export --format json")
    meeting = json.loads(whole)
    meeting["meetings"][0]["person"] = "Nobody Known"
    short = json.loads(whole)
    del short["people"][0]["uid"]
    texts = {
        "latin": b"one\nna\xefve\n", "other": b"---\nwith: Mia Tanaka\n---\n\nwe met\n", "nonsense": b"no front matter\n",
        "binary": b"\x00\xff\xfe\x01", "cut.json": whole[:-200].encode(), "newer.json": b'{"onelog": 2, "people": []}',
        "list.json": b"[1, 2]", "short.json": json.dumps(short).encode(), "wrong.json": json.dumps(meeting).encode(),
        "kind": b"---\nkind: poem\nwith: Mia Tanaka\n---\n\nwe met\n", "there": b"words of mine\n" * 20, "blank": b"",
    }  # fmt: skip
    place = run.folder / "files"
    (place / "folder").mkdir(parents=True)
    for name, text in texts.items():
        (place / name).write_bytes(text)
    return {name.removesuffix(".json"): str(place / name) for name in [*texts, "folder"]}


@pytest.mark.long
@pytest.mark.parametrize("row", ALL, ids=lambda row: row.command)
def test_it_is_refused_in_two_lines_and_nothing_is_touched(kept: tuple[Onelog, dict[str, str]], row: Refusal) -> None:
    run, names = kept
    before = _state(run.folder)
    words = [word.format(**names) for word in shlex.split(row.command)]
    done = run.run(*words, input=row.input)
    assert (done.code, done.out) == (row.code, ""), done
    message, *hints = done.err.removesuffix("\n").split("\n")
    assert message.startswith("onelog: ")
    assert row.message.format(**names) in message
    assert 1 <= len(hints) <= 2
    assert row.hint.format(**names) in " ".join(hints)
    assert "Traceback" not in done.err
    assert _state(run.folder) == before


def _state(folder: Path) -> dict[str, bytes]:
    """Every file in a folder; words that were typed and not taken wait as a draft, and are thrown away here."""
    for draft in folder.glob("journal.db.drafts/*"):
        draft.unlink()
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


BAD_CLOCKS = ("yesterday", "2026-11-22", "2026-11-22T14:00:00", "", "2026-13-01T00:00:00+09:00")


@pytest.mark.parametrize("clock", BAD_CLOCKS[:3] + BAD_CLOCKS[4:])
@pytest.mark.parametrize("command", ["--color never", "log ben 'we met'", "timeline --since fri"])
def test_a_clock_that_is_no_time_is_refused(onelog: Onelog, command: str, clock: str) -> None:
    done = onelog.run(command, ONELOG_NOW=clock)
    assert (done.code, done.out) == (2, "")
    assert "ONELOG_NOW" in done.err
    assert len(done.err.splitlines()) == 2
    assert not onelog.journal.exists()


def test_words_of_arguments_that_were_refused_leave_nothing(onelog: Onelog) -> None:
    onelog("people add Mia Tanaka")
    onelog.fails("aha because: nobody")
    assert [p.name for p in onelog.folder.iterdir()] == ["journal.db"]


def test_an_id_that_was_never_given_may_be_another_and_one_that_was_deleted_is_itself(onelog: Onelog) -> None:
    (onelog.folder / "m.md").write_text(
        "---\nwith: Mia\nat: 2026-11-20T10:00+09:00\n---\n\n- [ ] one ^k7qf\n- [ ] two ^k7qg\n", encoding="utf-8"
    )
    onelog("import m.md")
    assert "k7q" in onelog.fails("done k7qh").splitlines()[-1]
    onelog("delete k7qf")
    said = onelog.fails("done k7qf")
    assert "k7qf was deleted" in said
    assert "k7qg" not in said
