"""What a list or a part of a journal holds: just what was asked for, and enough to be read again."""

import json
from pathlib import Path

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two people; a goal of Ben's, under one of Daniel's, which Mia's records are for."""
    onelog = Onelog(tmp_path_factory.mktemp("made"))
    for name in ("Mia Tanaka", "Ben", "Daniel"):
        onelog("people", "add", name)
    onelog("goals", "add", "One million users", "--with", "daniel", "--metric", "mau", "--from", "0", "--to", "100")
    (top,) = onelog.json("goals")
    onelog("goals", "add", "Ship the search", "--with", "ben", "--metric", "ship", "--under", top["id"])
    onelog("log", "ben", "--on", "2026-11-02", "we met\ng: ship 20 said to ben\nc: too slow\nt: pay +budget")
    onelog(
        "log",
        "mia",
        "--on",
        "2026-11-03",
        "we met\ng: ship 40 said to mia\na: draft it goal:ship\nc: too loud\nt: room",
    )
    return onelog.journal.read_bytes()


@pytest.fixture
def kept(onelog: Onelog, made: bytes) -> Onelog:
    """onelog on a copy of it."""
    onelog.journal.write_bytes(made)
    onelog.journal.chmod(0o600)
    return onelog


def test_a_check_in_is_found_with_the_person_of_its_meeting_else_of_its_goal(kept: Onelog) -> None:
    kept("goals", "checkin", "ship", "50", "said alone")
    found = {
        who: {(hit["record"]["text"], hit["person"]) for hit in kept.json("search", "said", "--with", who)}
        for who in ("mia", "ben", "daniel")
    }
    assert found == {
        "mia": {("said to mia", "Mia Tanaka")},
        "ben": {("said to ben", "Ben"), ("said alone", "Ben")},
        "daniel": set(),
    }


@pytest.mark.parametrize(
    ("tag", "texts"), [("budget", ["pay +budget"]), ("+budget", ["pay +budget"]), ("nosuchtag", [])]
)
def test_topics_of_a_tag(kept: Onelog, tag: str, texts: list[str]) -> None:
    assert [t["text"] for t in kept.json("timeline", "--kind", "topic", "--tag", tag)] == texts


@pytest.fixture(scope="module")
def more(made: bytes, tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """The same with more of everything; for reading only."""
    run = Onelog(tmp_path_factory.mktemp("more"))
    run.journal.write_bytes(made)
    run.journal.chmod(0o600)
    for day, tag in ((4, "+english"), (5, ""), (6, "+english")):
        run("log", "mia", "--on", f"2026-11-0{day}", f"we met\nw: shipped it {tag}\nt: more {tag}")
    run("win", "spoke up +english", "--with", "mia")
    run("win", "spoke again", "--with", "ben")
    run("note", "mia", "ask about pay")
    return run


@pytest.mark.parametrize("asked", [
    "", "--tag english", "--kind meeting", "--kind meeting --tag english", "--kind win", "--kind win --tag english",
    "--kind topic", "--kind topic --tag english", "mia", "mia --tag english", "--since 2026-11-05",
    "mia --kind win --since 2026-11-05", "--until 2026-11-05 --tag english",
])  # fmt: skip
def test_as_many_older_ones_are_said_as_a_longer_list_shows(more: Onelog, asked: str) -> None:
    words = f"timeline {asked}".split()
    every = len(more.json(*words, "--limit", "0"))
    said = more.run(*words, "--limit", "1").err
    assert said == (f"{every - 1} older ones are not shown: --limit 0 shows all.\n" if every > 1 else "")


def part(run: Onelog, *words: str) -> dict[str, list[dict[str, object]]]:
    return json.loads(run("export", *words, "--json"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("asked", [("--with", "mia"), ("2026Q4",), ("2026Q4", "--with", "mia")])
def test_a_part_of_a_journal_leaves_private_kinds_out_and_says_so(kept: Onelog, asked: tuple[str, ...]) -> None:
    assert "too loud" not in json.dumps(part(kept, *asked))
    assert "Left out: " in kept.run("export", *asked, "--json").err
    assert "too loud" in json.dumps(part(kept, *asked, "--private"))
    assert "too loud" in json.dumps(part(kept))


def test_a_part_brings_the_goals_and_people_that_its_records_are_for(kept: Onelog) -> None:
    book = part(kept, "--with", "mia")
    assert [m["person"] for m in book["meetings"]] == ["Mia Tanaka"]
    assert {g["title"] for g in book["goals"]} == {"One million users", "Ship the search"}
    assert {p["name"] for p in book["people"]} == {"Mia Tanaka", "Ben", "Daniel"}
    assert "said to ben" not in json.dumps(book)


@pytest.mark.parametrize("asked", [("--with", "mia"), ("--with", "ben"), ("2026-11-03..2026-11-03",), ("2026-11",)])
def test_a_part_can_be_taken_into_an_empty_journal(kept: Onelog, asked: tuple[str, ...]) -> None:
    file = kept.folder / "part.json"
    file.write_text(kept("export", *asked, "--json"), encoding="utf-8")
    place = kept.folder / "other"
    place.mkdir()
    other = Onelog(place)
    other("import", str(file))
    assert [m["notes"] for m in other.json("timeline", "--kind", "meeting")] == ["we met"] * (
        2 if asked == ("2026-11",) else 1
    )
    assert kept.run("import", str(file)).err.startswith("Imported nothing new; ")


BROKEN = [
    ("actions", "status", "gone", "status is none of open, done, dropped"),
    ("actions", "goal", "bg89", "goal is 'bg89', which this file does not have"),
    ("actions", "tags", 5, "tags is wrong"),
    ("actions", "due", "soon", "due is not a day"),
    ("actions", "text", "", "text is empty"),
    ("actions", "why", ..., "why is missing"),
    ("meetings", "mood", 9, "mood goes from 1 to 5"),
    ("meetings", "minutes", "long", "minutes is wrong"),
    ("meetings", "at", "2026-11-03T10:00", "at is not a time with its offset"),
    ("meetings", "person", "Nobody", "person is 'Nobody', which this file does not have"),
    ("people", "relations", None, "relations is wrong"),
    ("goals", "parent", "bg89", "parent is 'bg89', which this file does not have"),
    ("goals", "start", "0", "start is wrong"),
]


@pytest.mark.parametrize(("group", "key", "value", "said"), BROKEN)
def test_what_is_wrong_in_an_export_is_named(
    kept: Onelog, tmp_path: Path, group: str, key: str, value: object, said: str
) -> None:
    kept("actions", "add", "call her", "--with", "mia")
    book = part(kept)
    book[group][0] |= {key: value}
    if value is ...:
        del book[group][0][key]
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(book), encoding="utf-8")
    error = kept.fails("import", str(file), code=3)
    assert f"{group}, record 1: {said}" in error
    assert "Error" not in error


@pytest.mark.parametrize("command", [("log",), ("note",), ("topic",)])
def test_a_name_that_resembles_somebodys_is_refused_unless_one_insists(kept: Onelog, command: tuple[str]) -> None:
    error = kept.fails(*command, "tanaca", "words")
    assert error == (
        "onelog: Nobody is called 'tanaca'. Nothing was logged.\n  Did you mean Mia Tanaka? For somebody new: --new\n"
    )
    kept(*command, "tanaca", "words", "--new")
    assert "tanaca" in [p["name"] for p in kept.json("people")]


def test_a_deleted_record_is_not_taken_for_a_person_or_another_record(kept: Onelog) -> None:
    (action,) = kept.json("actions")
    kept("delete", action["id"])
    for words in (("show", action["id"]), ("edit", action["id"])):
        assert f"{action['id']} was deleted." in kept.fails(*words)
