"""Whoever is forgotten is forgotten: no byte of theirs is left in the journal's folder, and all others stay as they are."""

import fcntl
import json
import os
import re
import shlex
import sqlite3
import subprocess
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import ONELOG, Onelog, Run, with_settings
from inside import Inside
from older import as_version
from test_recover import left_by

from onelog.store.search import tokenizer

pytestmark = pytest.mark.posix

LATIN = [
    "Zyphira", "Quenland", "zyqqa", "brimsette", "vontrask", "quillaroo", "drozzlewick", "fennimarth", "glimborax", "hexlopine",
    "jabberoon", "kwyndolph", "lurkwhistle", "mozzlebarb", "nixtarrow", "ploverdust", "rumpelquist", "snorvelide", "tazzlecrumb",
    "umbrivox", "wexlaturn", "yondermist", "zaffrelock", "blorptide", "cravenquill",
]  # fmt: skip
JAPANESE = [
    *("".join(chr(0x9B80 + 3 * n + k) for k in range(3)) for n in range(18)),
    "ぱぴぷゎゑ", "ヴヰヱヸヺ", "ﾌﾞﾘﾝｸﾞﾁﾞ", "ＱＵＩＸＷＯＴＨ", "Žlürkçåsek", "葛󠄀飾辻邊", "ｶﾞｷﾞｸﾞ龘龘",
]  # fmt: skip
PLANTED = LATIN + JAPANESE
HER = "Zyphira Quenland"
HIM = f"{JAPANESE[0]} {JAPANESE[1]}"


def forms(word: str) -> set[bytes]:
    """How a word may stand in a file: as it is, folded, composed or not, in pairs as in the search index, as JSON has it."""
    ways = {
        word,
        word.casefold(),
        word.upper(),
        *(unicodedata.normalize(f, word) for f in ("NFC", "NFD", "NFKC", "NFKD")),
    }
    ways |= {token for token in tokenizer.index_text(word).split() if len(token) > 1}
    return {form for way in ways for form in (way.encode(), json.dumps(way)[1:-1].encode())}


def traces(folder: Path, planted: list[str] = PLANTED) -> dict[str, list[str]]:
    """The words that are in the bytes or the name of any file below a folder, and where."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = {
        word: [
            path.name for path, data in files.items() if any(f in data or f in str(path).encode() for f in forms(word))
        ]
        for word in planted
    }
    return {word: places for word, places in found.items() if places}


class Quick(Onelog):
    """onelog inside this process, which is quicker: for what is about the journal, not about the process."""

    def run(self, *words: str, input: str | bytes | None = None, **env: str) -> Run:  # noqa: A002 - as Onelog says it
        line = shlex.split(words[0]) if len(words) == 1 else words
        data = input.encode() if isinstance(input, str) else input or b""
        return Inside(self.folder, **env)(*line, input=data)


@pytest.fixture
def onelog(tmp_path: Path) -> Onelog:
    return Quick(tmp_path)


class Story:
    """What happens in a journal; with `them` the two who are to be forgotten are part of it."""

    def __init__(self, folder: Path, *, them: bool) -> None:
        folder.mkdir()
        self.folder = folder
        self.them = them
        self.hours = 0
        self.tools = folder.parent / "tools"
        self.tools.mkdir(exist_ok=True)

    def all(self, *line: str) -> str:
        """A command of every story; what it says."""
        self.hours += 1
        return self.said(*line)

    def theirs(self, *line: str, **env: str) -> str:
        """A command that is about those who will be forgotten."""
        return self.said(*line, **env) if self.them else ""

    def said(self, *line: str, **env: str) -> str:
        env["ONELOG_NOW"] = f"2026-11-20T{self.hours:02}:00:00+09:00"
        done = Inside(self.folder, **env)(*line)
        assert done.code == 0, (line, done)
        return done.out

    def if_them(self, text: str) -> str:
        return text if self.them else ""

    def id(self, *line: str) -> str:
        return str(json.loads(self.theirs(*line, "--json"))["id"]) if self.them else ""

    def editing(self, name: str, script: str) -> str:
        """An editor that changes the document with sed."""
        path = self.tools / name
        path.write_text(f"#!/bin/sh\nsed -i '{script}' \"$1\"\n", encoding="utf-8")
        path.chmod(0o700)
        return shlex.quote(str(path))

    def document(self, name: str, text: str) -> str:
        path = self.tools / name
        path.write_text(text, encoding="utf-8")
        return str(path)


def lived(story: Story) -> None:
    """A few weeks, in which every planted word comes up: in every kind of record, in what was changed and what was deleted."""
    word = iter([*LATIN[2:], *JAPANESE[2:]])

    def w() -> str:
        """The next word that is to be planted."""
        return next(word)

    story.all("people", "add", "Ben Okafor", "--relation", "report")
    story.theirs("people", "add", HER, "--alias", w(), "--relation", "manager", "--every", "2w")
    story.theirs("people", "add", HIM)
    story.all("goals", "add", "read twelve books", "--from", "0", "--to", "12")
    lines = (
        f"she said {w()}\na: draft the {w()} due:fri why: {w()}\naha: {w()} because: {w()}\nw: {w()}\np: {w()} +{w()}\n"
    )
    story.theirs("log", "zyph", f"{lines}gr: {w()}\nc: {w()}\nd: {w()}\nt: {w()}\nx: {w()}\ng: books 3 {w()}")
    theirs = f'\na: @"{HER}" brings the {w()} goal:books\np: {w()} from:zyph'
    story.all("log", "ben", f"we talked about him\na: read it +calm{story.if_them(theirs)}\nd: go on")
    story.theirs("backup")
    with_extra = f"---\nwith: {HER}\ncolour of the room: {w()}\n---\n\n{w()} came up\n"
    story.theirs("log", "zyph", "--file", story.document("a.md", with_extra))
    edited = story.id("log", HIM, f"{w()} and no more")
    story.theirs("edit", edited, ONELOG_EDITOR=story.editing("a", "s/.* and no more/nothing of it/"))
    deleted = story.id("aha", w(), "--with", "zyph")
    story.theirs("delete", deleted)
    story.theirs("log", HIM, f"{w()} a: {w()}")
    story.theirs("undo")
    story.theirs("note", HIM, f"{w()} for the next time")
    goal = story.id(
        "goals", "add", f"reach {w()}", "--with", HIM, "--metric", w(), "--unit", w(), "--from", "0", "--to", "9"
    )
    story.theirs("goals", "checkin", goal, "4", w())
    story.theirs("backup")
    promise = story.id("actions", "add", f"write to {w()}", "--with", HIM)
    story.theirs("done", promise, "--why", w())
    other = story.id("actions", "add", "call them", "--with", "zyph")
    story.theirs("drop", other, "--why", w())
    story.theirs("people", "edit", HIM, "--alias", w())
    story.theirs("people", "edit", HIM, "--alias", "plain")
    story.theirs("topic", HIM, w())
    story.theirs("skip", "zyph", "--why", w(), "--until", "in 3 weeks")
    story.theirs("import", story.document("b.md", f"---\nwith: {HIM}\nat: 2026-10-01\n---\n\n{w()} was brought in\n"))
    story.theirs("concern", w(), "--with", HIM)
    story.all("log", "ben", "all is well a: rest")
    if story.them:
        draft = left_by(Onelog(story.folder), "log", f"words with {w()}", person="zyph", on=w())
        assert draft.exists()
        story.theirs("growth", w(), "--with", HIM)
    rest = list(word)
    story.theirs("log", HIM, f"{' '.join(rest)}")
    story.theirs("backup")


@pytest.fixture
def lives(tmp_path: Path) -> Onelog:
    """A journal in a folder of its own, with everything in it that is to be forgotten."""
    lived(Story(tmp_path / "home", them=True))
    return Onelog(tmp_path / "home")


def without_ids(value: Any) -> Any:
    """An export without what differs between two journals of the same words."""
    if isinstance(value, dict):
        return {
            k: bool(v) if k in ("meeting", "goal", "parent") else without_ids(v)
            for k, v in value.items()
            if k not in ("id", "uid")
        }
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    return re.sub(r"\^\w{4}$", "^", value, flags=re.MULTILINE) if isinstance(value, str) else value


def exported(run: Onelog) -> Any:
    return without_ids(json.loads(run("export", "--format", "json", "--private", "1970-01-01..2030-01-01")))


@pytest.mark.long
def test_no_trace_is_left_of_fifty_words_and_all_others_stay(lives: Onelog, tmp_path: Path) -> None:
    assert len(set(PLANTED)) == 50
    assert traces(lives.folder).keys() == set(PLANTED)
    first, second, *_ = sorted(lives.folder.glob("journal.db.backups/*.db"))
    as_version(first, 1)
    as_version(second, 2)
    lives("forget", HER, "--confirm", HER)
    lives("forget", "plain", "--confirm", HIM)
    assert traces(lives.folder) == {}
    assert lives.json("recover") == []
    assert lives.run("doctor").code == 0
    lived(never := Story(tmp_path / "never", them=False))
    assert exported(lives) == exported(Onelog(never.folder))
    while lives.run("undo", "50").code == 0:
        pass
    assert not any(exported(lives)[kind] for kind in ("people", "meetings", "actions", "moments", "topics", "goals"))


# --- one record ----------------------------------------------------------------------------------------------------


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.long
@pytest.mark.parametrize("before", [(), ("delete",), ("undo",)], ids=["stands", "was deleted", "was undone"])
def test_a_record_goes_for_good_with_what_stands_in_it(onelog: Onelog, before: tuple[str, ...]) -> None:
    onelog("log", "ben", "all is well")
    kept = onelog.json("export", "--format", "json")
    meeting = onelog.json("log", "ben", "about quillaroo 鮀鮁鮂 a: draft the vontrask goal: +hexlopine\naha: ﾌﾞﾘﾝｸﾞﾁﾞ")
    onelog("backup")
    if before:
        onelog(*before, *([meeting["id"]] if before == ("delete",) else []))
    planted = ["quillaroo", "鮀鮁鮂", "vontrask", "hexlopine", "ﾌﾞﾘﾝｸﾞﾁﾞ"]
    assert traces(onelog.folder, planted).keys() == set(planted)
    onelog("delete", meeting["id"], "--for-good", "--confirm", meeting["id"])
    assert traces(onelog.folder, planted) == {}
    assert not any(meeting["uid"].encode() in data for data in state(onelog.folder).values())
    assert onelog.json("export", "--format", "json") == kept
    for again in (f"show {meeting['id']}", f"reopen {meeting['id']}", f"delete {meeting['id']} --for-good --confirm x"):
        assert "was deleted for good" in onelog.fails(again)
    assert onelog.run("doctor").code == 0


def test_a_record_goes_out_of_the_meeting_and_the_goal_that_stay(onelog: Onelog) -> None:
    onelog("people add ben")
    goal = onelog.json("goals add read books --with ben")["id"]
    meeting = onelog.json("log", "ben", "above\na: draft the vontrask goal:read\nbelow")
    onelog("goals", "checkin", goal, "3", "quillaroo")
    action = meeting["actions"][0]["id"]
    onelog("delete", action, "--for-good", "--confirm", action)
    assert onelog.json("show", meeting["id"])["notes"] == "above\nbelow"
    kept = onelog.json("log", "ben", "again a: keep it goal:read")["actions"][0]
    onelog("delete", goal, "--for-good", "--confirm", goal)
    assert onelog.json("show", kept["id"])["goal"] is None
    assert traces(onelog.folder, ["vontrask", "quillaroo"]) == {}
    assert onelog.run("doctor").code == 0


def test_a_person_is_not_a_record_to_be_deleted_but_somebody_to_forget(onelog: Onelog) -> None:
    onelog("log", HER, "quillaroo")
    (her,) = onelog.json("people")
    onelog.fails("delete", her["id"], "--for-good", "--confirm", her["id"])
    onelog("delete", her["id"], "--for-good", "--confirm", HER)
    assert traces(onelog.folder, [*HER.split(), "quillaroo"]) == {}


# --- asking --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("forget", "zyph"), f'--confirm "{HER}"'),
        (("forget", "zyph", "--confirm", "Zyphira"), HER),
        (("forget", "zyph", "--confirm", HER.lower()), HER),
        (("forget", "zyph", "--confirm", ""), HER),
        (("forget", "nobody", "--confirm", HER), "Nobody is called"),
        (("forget", "e", "--confirm", HER), "Nobody is called"),
        (("delete", "zzzz", "--for-good", "--confirm", "zzzz"), "nothing with the id"),
    ],
    ids=str,
)
def test_nothing_goes_unless_the_whole_name_is_given(onelog: Onelog, line: tuple[str, ...], says: str) -> None:
    onelog("log", HER, "quillaroo")
    before = state(onelog.folder)
    assert says in onelog.fails(*line)
    assert state(onelog.folder) == before


def test_the_name_is_typed_on_a_terminal(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    run("log", HIM, "quillaroo")
    told = run("forget", HIM[:2], typed=b"\n", terminal=True)
    assert (told.code, "1 meeting" in told.out, HIM in told.out) == (1, True, True)
    assert traces(tmp_path, ["quillaroo"])
    assert run("forget", HIM[:2], typed=f" {HIM}  \n".encode(), terminal=True).code == 0
    assert traces(tmp_path, ["quillaroo", *HIM.split()]) == {}


def test_a_journal_that_is_not_there_is_not_made(onelog: Onelog) -> None:
    onelog.fails("forget", "zyph", "--confirm", HER)
    onelog("history", "--prune", "1y", "--yes")
    assert state(onelog.folder) == {}


def test_what_goes_is_counted_and_what_is_left_is_named(onelog: Onelog) -> None:
    onelog("log", HER, "a word a: one a: two")
    onelog("log", "ben", "zyphira came up")
    changing = onelog.json("log", "ben", "quenland too")["id"]
    onelog("edit", changing, ONELOG_EDITOR="sh -c 'sed -i s/quenland.too/nothing/ \"$0\"'")
    onelog("backup")
    (backup,) = onelog.folder.glob("journal.db.backups/*.db")
    sealed = backup.with_name(f"{backup.name}.age.tar")
    sealed.write_bytes(b"sealed")
    spoiled = backup.with_name(backup.name.replace("journal-2026", "journal-2025"))
    spoiled.write_bytes(backup.read_bytes()[:-8192])
    told = onelog.json("forget", "zyph", "--confirm", HER)
    assert told["erased"] == {"person": 1, "meeting": 1, "action": 2}
    assert (told["drafts"], told["backups"], told["mentioned_before"]) == (0, 1, 1)
    assert told["mentions"] == [{"word": "Zyphira", "records": 1}]
    assert {(Path(left["path"]).name, left["why"]) for left in told["left"]} == {
        (sealed.name, "encrypted"),
        (spoiled.name, "damaged"),
    }
    assert sealed.read_bytes() == b"sealed"
    assert len(onelog.json("search zyphira")) == 1


SEARCHES = {
    "hers": "search budget --with zyph --save hers",
    "whole": f"search 'hired {HER}' --save whole",
    "zyphira": "search budget --save zyphira",
    "talks": "search quenland --save talks",
    "bens": "search budget --with ben --save bens",
    "plain": "search zyphiras --save plain",
}
"""Saved searches: two for her, two that have a word of her name, two that have nothing of it."""


def test_saved_searches_for_who_is_forgotten_go_and_those_with_a_word_are_named(onelog: Onelog) -> None:
    onelog("log", HER, "the budget")
    onelog("log", "ben", "zyphira and the budget")
    for command in SEARCHES.values():
        onelog(command)
    told = onelog.json("forget", "zyph", "--confirm", HER)
    assert (told["searches"], told["searches_left"]) == (2, ["zyphira", "talks"])
    assert [one["name"] for one in onelog.json("search --saved")] == ["zyphira", "talks", "bens", "plain"]


def test_what_stands_beside_the_settings_is_said_before_and_after(onelog: Onelog) -> None:
    form = with_settings(onelog, "").parent / "forms" / "zyphira quenland.md"
    form.parent.mkdir()
    onelog("log", HER, "the budget")
    onelog("search budget --with zyph --save hers")
    onelog("search quenland --save talks")
    form.write_text("# Talk\n", encoding="utf-8")
    refused = onelog.fails("forget", "zyph")
    assert "1 saved search" in refused
    said = onelog.run("forget", "zyph", "--confirm", HER)
    assert "saved search\t1" in said.out
    assert "1 saved search has a word of the name (:talks)" in said.err
    assert "zyphira quenland.md is a form for them" in said.err


def test_saved_searches_that_cannot_be_read_do_not_hold_it_up(onelog: Onelog) -> None:
    onelog("log", HER, "the budget")
    (with_settings(onelog, "").parent / "searches.txt").write_bytes(b"\xff\xfe\x00")
    told = onelog.json("forget", "zyph", "--confirm", HER)
    assert [(Path(left["path"]).name, left["why"]) for left in told["left"]] == [("searches.txt", "damaged")]


def test_the_log_keeps_a_trace_without_a_name_and_the_commands_of_others(onelog: Onelog) -> None:
    onelog("people", "add", HER, "--alias", "zyqqa")
    onelog("log", "ben", "with a: @zyqqa does it")
    hers = onelog.json("log", "zyphi", "quillaroo a: own one")
    onelog("log", "Quen", "a: @Dan does it")
    own = onelog.json("actions add rest")["id"]
    onelog("done", own, hers["actions"][0]["id"])
    onelog("people", "edit", "zyqqa", "--alias", "other")
    onelog("forget", "quen", "--confirm", HER)
    made = ["forget a person", "done", "actions add", "log", "log ben"]
    assert [change["command"] for change in onelog.json("history")] == made
    assert "actions add" in onelog("undo 4")
    assert onelog.json("export", "--format", "json")["people"] == []
    onelog.fails("undo")


# --- what was somebody else's --------------------------------------------------------------------------------------


def test_a_meeting_that_was_hers_by_mistake_begins_when_it_became_anothers(onelog: Onelog) -> None:
    onelog("people add Ben")
    meeting = onelog.json("log", HER, "brimsette\na: draft it\nquillaroo")["id"]
    onelog("edit", meeting, ONELOG_EDITOR="sh -c 'sed -i s/quillaroo/lemon/ \"$0\"'")
    onelog("edit", meeting, ONELOG_EDITOR="sh -c 'sed -i s/^with:.*/with:\\ Ben/ \"$0\"'")
    onelog("forget", HER, "--confirm", HER)
    now = onelog.json("show", meeting)
    assert (now["person"], "brimsette" in now["notes"], len(now["actions"])) == ("Ben", True, 1)
    assert traces(onelog.folder, [*HER.split(), "quillaroo"]) == {}
    assert onelog.run("doctor").code == 0
    onelog("undo 2")
    assert onelog.json("export", "--format", "json")["meetings"] == []
    onelog("redo 2")
    assert onelog.json("show", meeting) == now


@pytest.mark.long
@pytest.mark.parametrize("first", [HER, "zyphira", "zyqqa"])
def test_who_was_entered_twice_goes_twice(onelog: Onelog, first: str) -> None:
    onelog("log", first, "quillaroo")
    onelog("backup")
    onelog("undo")
    onelog("people", "add", HER, "--alias", first if first != HER else "other")
    onelog("log", HER, "brimsette")
    onelog("forget", "zyphira", "--confirm", HER)
    assert traces(onelog.folder, [*HER.split(), "quillaroo", "brimsette"]) == {}


def test_somebody_deleted_is_forgotten_by_the_full_name(onelog: Onelog) -> None:
    onelog("people", "add", HER)
    onelog("delete", onelog.json("people")[0]["id"])
    onelog("people", "add", f"{HER} Dupont")
    onelog("forget", HER, "--confirm", HER)
    assert [person["name"] for person in onelog.json("people")] == [f"{HER} Dupont"]
    assert [change["command"] for change in onelog.json("history")] == ["forget a person", "people add"]


# --- drafts --------------------------------------------------------------------------------------------------------


def test_drafts_go_with_whom_they_are_for_and_those_for_others_stay(onelog: Onelog) -> None:
    onelog("log", HER, "a word")
    meeting = onelog.json("log", "ben", f'a: @"{HER}" does it')
    hers = [
        left_by(onelog, "log", "quillaroo", person="zyph"),
        left_by(onelog, "aha", "quillaroo", **{"with": HER}),
        left_by(onelog, "edit", "quillaroo", id=meeting["actions"][0]["id"]),
        left_by(onelog, "edit", f"with ^{meeting['actions'][0]['id']}", id=meeting["id"], before="quillaroo"),
        left_by(onelog, "aha", f"quillaroo of {HER}"),
        left_by(onelog, "aha", f"quillaroo of {HER.lower()}"),
    ]
    others = [left_by(onelog, "log", f"{HER} came up", person="ben"), left_by(onelog, "aha", "an own thought")]
    held = left_by(onelog, "log", "quillaroo", person="zyph")
    with held.with_suffix(".json").open("rb") as head:
        fcntl.flock(head, fcntl.LOCK_EX)
        told = onelog.json("forget", "zyph", "--confirm", HER)
        assert (told["drafts"], told["held_drafts"]) == (len(hers), 1)
    assert [path for path in (*hers, *others, held) if path.exists()] == others
    assert not [path for path in hers if path.with_suffix(".json").exists()]


FORGETS = f"{shlex.join(ONELOG)} forget zyph --confirm '{HER}' >told 2>&1; "
SAVES_LATE = 'mkdir -p "${1%/*}"; echo \'quillaroo, late\' > "$1"; touch "$1.swp"; '
GONE = "What these words are about was forgotten meanwhile; they were not taken in, and are not kept."


def editor(run: Onelog, script: str) -> str:
    """An editor that runs a line of shell; "$1" is the file."""
    (run.folder / "editor.sh").write_text(script, encoding="utf-8")
    return f"sh {shlex.quote(str(run.folder / 'editor.sh'))}"


def no_trace(run: Onelog) -> None:
    """No word of hers is left in a draft or anywhere else, and nothing waits."""
    run.folder.joinpath("editor.sh").unlink()
    run.folder.joinpath("told").unlink()
    assert traces(run.folder) == {}
    assert run("recover") == ""
    assert run.json("people") == []


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(
    "then", [SAVES_LATE, "", 'rm -f "$1"', f"{SAVES_LATE} exit 1"], ids=["saves", "leaves", "removes", "fails"]
)
@pytest.mark.parametrize(
    "opens",
    [
        "log zyph --edit",
        "log zyph --edit quillaroo",
        "edit MEETING",
        "edit ACTION",
        "edit zyph",
        "log new --edit --prep",
    ],
)
def test_an_open_editor_keeps_nothing_of_who_is_forgotten(onelog: Onelog, opens: str, then: str) -> None:
    """What is saved late is not taken in, and no draft keeps it where nothing could find it any more."""
    meeting = onelog.json("log", HER, "quillaroo vontrask a: brimsette")
    line = opens.replace("MEETING", meeting["id"]).replace("ACTION", meeting["actions"][0]["id"]).replace("new", "zyph")
    done = onelog.run(line, ONELOG_EDITOR=editor(onelog, FORGETS + then))
    assert "1 running: an open command (an editor?) still has text about this" in (onelog.folder / "told").read_text()
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[-2] == f"onelog: {GONE}"
    no_trace(onelog)


@pytest.mark.long
def test_what_an_editor_saves_after_its_command_is_gone_goes_too(onelog: Onelog) -> None:
    """The window was closed, the terminal with it; the editor is still there and saves."""
    onelog("log", HER, "quillaroo")
    closing_it = editor(onelog, f"{FORGETS} kill -9 $PPID; {SAVES_LATE} touch saved")
    subprocess.run(
        [*ONELOG, "log", "zyph", "--edit"],
        env=onelog.env | {"ONELOG_EDITOR": closing_it},
        cwd=onelog.folder,
        check=False,
    )
    while not (saved := onelog.folder / "saved").exists():
        os.sched_yield()
    saved.unlink()
    assert traces(onelog.folder / "journal.db.drafts")
    said = onelog.run("recover").err
    assert said.startswith("A text was saved after what it is about had been forgotten, and thrown away.\n")
    no_trace(onelog)


@pytest.mark.long
@pytest.mark.parametrize("tells", ["recover", "", "log ben hello"])
def test_an_editor_that_came_back_at_once_and_saves_late(onelog: Onelog, tells: str) -> None:
    onelog("log", HER, "quillaroo")
    onelog.fails("log zyph --edit", ONELOG_EDITOR=editor(onelog, 'echo "$1" >told'))
    (draft,) = onelog.folder.glob("journal.db.drafts/*.md")
    onelog("forget", "zyph", "--confirm", HER)
    assert not draft.exists()
    draft.write_text("quillaroo, late", encoding="utf-8")
    assert "A text was saved after what it is about had been forgotten, and thrown away." in onelog.run(tells).err
    assert not draft.exists()
    (onelog.folder / "editor.sh").unlink()
    (onelog.folder / "told").unlink()
    assert traces(onelog.folder) == {}


def test_what_is_open_for_others_is_taken_in(onelog: Onelog) -> None:
    onelog("log", HER, "quillaroo")
    save = 'echo "a talk" >> "$1"'
    assert onelog.json("log ben --edit", ONELOG_EDITOR=editor(onelog, FORGETS + save))["notes"] == "a talk"
    assert "running" not in (onelog.folder / "told").read_text()


# --- when something goes wrong -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["\ue000 \U000f0000", "\u0378", "★"])
def test_a_name_that_cannot_be_searched_for_goes_like_any_other(onelog: Onelog, name: str) -> None:
    onelog("people", "add", name)
    onelog("log", "mia", f"of {name}")
    assert onelog.json("forget", name, "--confirm", name)["erased"] == {"person": 1}
    assert [person["name"] for person in onelog.json("people")] == ["mia"]


def test_a_backup_that_still_holds_somebody_is_found_by_the_name(onelog: Onelog) -> None:
    """As after a command that was killed when the journal was done and its backup was not."""
    onelog("log", HER, "quillaroo")
    onelog("backup")
    (backup,) = onelog.folder.glob("journal.db.backups/*.db")
    whole = backup.read_bytes()
    onelog("forget", HER, "--confirm", HER)
    backup.write_bytes(whole)
    told = onelog.json("forget", "zyphira", "--confirm", HER)
    assert (told["erased"], told["backups"]) == ({}, 1)
    assert traces(onelog.folder, [*HER.split(), "quillaroo"]) == {}
    onelog.fails("forget", HER, "--confirm", HER)


def cut_short(onelog: Onelog) -> None:
    """Somebody is out of the journal's rows, and the free room of the file was not yet taken away."""
    onelog("log", HER, "quillaroo")
    onelog("forget", HER, "--confirm", HER)
    with closing(sqlite3.connect(onelog.journal, isolation_level=None)) as db:
        db.execute("UPDATE change SET command = command || ' (under way)'")
        db.execute("CREATE TABLE room (text)")
        db.execute("INSERT INTO room VALUES (zeroblob(100000))")
        db.execute("DROP TABLE room")
    assert free_room(onelog)


def free_room(onelog: Onelog) -> int:
    with closing(sqlite3.connect(onelog.journal)) as db:
        return int(db.execute("PRAGMA freelist_count").fetchone()[0])


def test_an_erasure_that_was_cut_short_is_completed_by_the_next(onelog: Onelog) -> None:
    cut_short(onelog)
    assert "An earlier erasure that was interrupted is now complete" in onelog.fails("forget", HER, "--confirm", HER)
    assert free_room(onelog) == 0
    assert [change["command"] for change in onelog.json("history")] == ["forget a person"]


def test_an_erasure_that_was_cut_short_is_found_by_doctor_and_completed_when_told(onelog: Onelog) -> None:
    cut_short(onelog)
    assert "problem\tchanges\tAn erasure was interrupted" in onelog.run("doctor").out
    mended = onelog.run("doctor", "--mend")
    assert mended.code == 0, mended
    assert "Rewrote the file without what was erased." in mended.out + mended.err
    assert free_room(onelog) == 0
    assert [change["command"] for change in onelog.json("history")] == ["forget a person"]


def test_where_no_backup_can_be_made_nothing_is_erased(onelog: Onelog) -> None:
    onelog("log", HER, "quillaroo")
    (onelog.folder / "journal.db.backups").write_text("in the way", encoding="utf-8")
    left_by(onelog, "log", "quillaroo", person="zyph")
    before = state(onelog.folder)
    assert "cannot be used" in onelog.fails("forget", HER, "--confirm", HER)
    onelog.fails("history", "--prune", "2027-01-01", "--yes")
    assert state(onelog.folder) == before


@pytest.mark.long
def test_it_waits_for_another_command_that_writes(onelog: Onelog) -> None:
    onelog("log", HER, "quillaroo")
    with closing(sqlite3.connect(onelog.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with subprocess.Popen(
            [*ONELOG, "forget", HER, "--confirm", HER], env=onelog.env, cwd=onelog.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, encoding="utf-8",
        ) as waiting:  # fmt: skip
            assert waiting.stderr
            assert any("waiting for it" in line for line in waiting.stderr)
            other.execute("ROLLBACK")
            waiting.communicate(timeout=60)
            assert waiting.returncode == 0
    assert traces(onelog.folder, [*HER.split(), "quillaroo"]) == {}


# --- the change log by age -----------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize(
    ("age", "gone"), [("2y", 0), ("1y", 5), ("8w", 5), ("7w", 8), ("2026-10-02", 8), ("2026-10-01", 5), ("2026", 5)]
)
def test_changes_that_are_older_go_and_the_records_stay(onelog: Onelog, age: str, gone: int) -> None:
    for at, text in (("2025-03-01", "lemon"), ("2025-10-01", "lime"), ("2026-10-01", "pear")):
        made = onelog.json("log", "ben", text, ONELOG_NOW=f"{at}T12:00:00+09:00")
        onelog("people", "edit", "ben", "--alias", text, ONELOG_NOW=f"{at}T13:00:00+09:00")
        if text == "lime":  # taken back a year later
            onelog("win", "none of it", ONELOG_NOW=f"{at}T14:00:00+09:00")
            onelog("undo", ONELOG_NOW="2026-10-01T11:00:00+09:00")
    before = exported(onelog)
    assert onelog.json("history", "--prune", age, "--yes")["pruned"] == gone
    assert len(onelog.json("history")) == 8 - gone + bool(gone)
    assert exported(onelog) == before
    assert made["id"] in onelog("timeline")
    assert onelog.run("doctor").code == 0
    undone = 0
    while onelog.run("undo").code == 0:
        undone += 1
    assert undone == {0: 6, 5: 2, 8: 0}[gone]


def test_pruning_asks_first_and_keeps_a_backup(onelog: Onelog, tmp_path: Path) -> None:
    onelog("log", "ben", "lemon", ONELOG_NOW="2025-03-01T12:00:00+09:00")
    before = state(onelog.folder)
    onelog.fails("history", "--prune", "1y")
    onelog.fails("history", "--prune", "long ago", "--yes", code=2)
    onelog.fails("history", onelog.json("people")[0]["id"], "--prune", "1y", "--yes", code=2)
    run = Inside(tmp_path)
    assert run("history", "--prune", "1y", typed=b"n\n", terminal=True).code == 1
    assert state(onelog.folder) == before
    told = run("history", "--prune", "1y", typed=b"y\n", terminal=True)
    assert "Removed 1 change from the log" in told.out
    (kept,) = onelog.json("backup --list")
    assert (kept["reason"], kept["changes"]) == ("prune", 1)
    assert [change["command"] for change in onelog.json("history")] == ["history --prune"]


def test_what_came_after_younger_changes_stays_in_the_log(onelog: Onelog) -> None:
    """A clock that was set wrong: the log is the order in which things were written."""
    for at in ("2025-03-01", "2026-10-01", "2025-03-02"):
        onelog("win", "once", ONELOG_NOW=f"{at}T12:00:00+09:00")
    told = onelog.json("history", "--prune", "1y", "--yes")
    assert (told["pruned"], told["stay"]) == (1, 1)
    onelog("undo 2")
    assert len(onelog.json("moments")) == 1
