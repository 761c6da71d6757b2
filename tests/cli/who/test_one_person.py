"""One human is one person: whatever door a name comes through, nobody is made twice in silence."""

import json
import shlex
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix


def names(run: Onelog) -> list[str]:
    return [person["name"] for person in run.json("people")]


def person(run: Onelog, *words: str) -> str:
    """With whom the meeting is that a command logs."""
    return str(run.json(*words)["person"])


@pytest.mark.long
@pytest.mark.parametrize(
    ("known", "word"),
    [
        ("Zoë Quinn", "zoe"), ("Zoë Quinn", "ZOE QUINN"), ("田中美香", "田中さん"), ("田中美香", "美香"), ("田中 美香", "田中美香"),
        ("田中美香", "田中　美香"), ("Mia Tanaka", "tanaka-san"), ("Aiko Mori", "aik"), ("Zoe Quinn", "Zoe Q"),
    ],
)  # fmt: skip
def test_a_name_written_otherwise_is_the_same_person(onelog: Onelog, known: str, word: str) -> None:
    onelog("people", "add", known)
    assert person(onelog, "log", word, "we met") == known
    onelog("note", word, "a note")
    onelog("topic", word, "a topic")
    onelog("win", "done", "--with", word)
    onelog("actions", "add", f'send it @"{word}"')
    assert names(onelog) == [known]
    assert {a["owner"] for a in onelog.json("actions")} == {known}


DOORS = [
    "log {word} 'we met'", "note {word} words", "topic {word} words", "aha words --with {word}", "praise words --with {word}",
    "actions add words --with {word}", "people add {word}",
]  # fmt: skip
NEAR = [
    ("Zoe", "Zoe Quinn"),
    ("Ben", "Benjamin"),
    ("田中", "田中美香"),
    ("Aaron Blythe", "Aron"),
    ("Mia Tanaka", "tanaca"),
]


@pytest.mark.long
@pytest.mark.walk(12)
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("known", "word"), NEAR)
def test_a_name_that_may_be_somebodys_is_refused_with_the_command_that_insists(
    onelog: Onelog, door: str, known: str, word: str
) -> None:
    onelog("people", "add", known)
    command = shlex.split(door.format(word=shlex.quote(word)))
    said = onelog.fails(*command)
    assert known in said
    assert "For somebody new: --new" in said
    assert names(onelog) == [known]
    onelog(*command, "--new")
    assert sorted(names(onelog)) == sorted([known, word])


OTHERS = [
    (["Omar Smith", "Priya Smith"], "Mia Smith"),
    (["Mia Sato"], "Tom Sato"),
    (["佐藤健太"], "佐藤健司"),
]
"""Full names that share a word with somebody's are other people's."""


@pytest.mark.long
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("known", "word"), OTHERS)
def test_a_full_name_that_shares_a_word_is_somebody_new(onelog: Onelog, door: str, known: list[str], word: str) -> None:
    for name in known:
        onelog("people", "add", name)
    onelog(*shlex.split(door.format(word=shlex.quote(word))))
    assert sorted(names(onelog)) == sorted([*known, word])


def test_the_longer_name_can_be_taken(onelog: Onelog) -> None:
    onelog("log zoe 'we met'")
    said = onelog.fails("log", "Zoe Quinn", "we met")
    assert said == (
        "onelog: Nobody is called 'Zoe Quinn'. Nothing was logged.\n"
        '  Did you mean zoe? Their whole name: onelog people edit "zoe" --name "Zoe Quinn". For somebody new: --new\n'
    )
    onelog("people edit zoe --name 'Zoe Quinn'")
    assert person(onelog, "log", "Zoe Quinn", "we met") == "Zoe Quinn"


@pytest.mark.parametrize("word", ["emi,farid", "emi, farid", "emi and farid", "emi/farid", "田中と佐藤"])
def test_two_people_in_one_word_are_nobody(onelog: Onelog, word: str) -> None:
    first, second = ("田中", "佐藤") if word == "田中と佐藤" else ("emi", "farid")
    said = onelog.fails("log", word, "we met")
    assert said == (
        f"onelog: {word!r} names several people; a 1-on-1 is with one.\n"
        f"  Log each of them: onelog log {first} …, onelog log {second} …\n"
    )
    assert names(onelog) == []
    onelog("log", word, "we met", "--new")
    assert names(onelog) == [word]


def test_two_names_to_add_are_two_people(onelog: Onelog) -> None:
    said = onelog.fails("people", "add", "Aaron Blythe", "Bea Ito")
    assert said == (
        "onelog: These are several names; a person has one.\n"
        '  Add each: onelog people add "Aaron Blythe", onelog people add "Bea Ito"\n'
    )
    onelog("people add Mia Tanaka")
    assert names(onelog) == ["Mia Tanaka"]


@pytest.mark.parametrize("word", ["team", "all", "みんな", "everyone"])
def test_nobody_in_particular_is_nobody(onelog: Onelog, word: str) -> None:
    onelog.fails("log", word, "we met")
    assert names(onelog) == []


@pytest.mark.parametrize(
    ("word", "owner"),
    [("@相手", "mia"), ("@them", "mia"), ("@自分", "me"), ("@Me", "me"), ("@THEM", "mia"), ("@私", "me")],
)
def test_an_owner_that_is_me_or_them(onelog: Onelog, word: str, owner: str) -> None:
    meeting = onelog.json("log", "mia", f"a: send the list {word}")
    assert [(a["text"], a["owner"]) for a in meeting["actions"]] == [("send the list", owner)]
    assert names(onelog) == ["mia"]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("@thm", "did you mean @them"), ("@mee", "did you mean @me"), ("@Tehm", "did you mean @them"),
        ("@mai", "did you mean mia"), ("@all", "nobody in particular"), ("@emi,farid", "several people"),
    ],
)  # fmt: skip
def test_an_owner_who_is_not_clear_is_said_and_stays_text(onelog: Onelog, word: str, why: str) -> None:
    done = onelog.run("log", "mia", f"a: send the list {word}")
    assert why in done.err
    assert names(onelog) == ["mia"]
    assert onelog.json("actions")[0]["text"] == f"send the list {word}"


def test_them_is_nobody_where_nobody_is_there(onelog: Onelog) -> None:
    done = onelog.run("actions", "add", "send it @them")
    assert "@them is nobody here: --with PERSON says who" in done.err
    assert onelog.json("actions")[0]["text"] == "send it @them"


def test_a_name_that_is_new_is_made_and_said(onelog: Onelog) -> None:
    done = onelog.run("log", "mia", "we met\na: send it @nobdy, soon\na: and @nobdi too")
    assert "nobdy is new" in done.err
    assert "nobody is called nobdi; did you mean nobdy" in done.err
    assert sorted(names(onelog)) == ["mia", "nobdy"]


def test_the_editor_says_who_is_new(onelog: Onelog) -> None:
    meeting = onelog.json("log", "mia", "we met")
    for word, said in (("nobdy", "nobdy is new"), ("mai", "nobody is called mai; did you mean mia")):
        script = onelog.folder / "editor.sh"
        script.write_text(f'printf "\\n- [ ] send it @{word}\\n" >> "$1"\n', encoding="utf-8")
        done = onelog.run("edit", meeting["id"], ONELOG_EDITOR=f"sh {script}")
        assert done.code == 0, done
        assert said in done.err
    assert sorted(names(onelog)) == ["mia", "nobdy"]


# --- import --------------------------------------------------------------------------------------------------------


def document(folder: Path, name: str, who: str, day: str = "2026-11-10", more: str = "") -> Path:
    file = folder / f"{name}.md"
    file.write_text(f"---\nwith: {who}\nat: {day}\n---\n\nwe met\n{more}", encoding="utf-8")
    return file


def test_an_import_asks_who_a_name_is(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    file = document(onelog.folder, "one", "Aron")
    other = document(onelog.folder, "two", "Arron Blythe")
    said = onelog.fails("import", str(file), str(other))
    assert said == (
        "onelog: 'Aron' may be Aaron Blythe; 'Arron Blythe' may be Aaron Blythe: nothing was imported.\n"
        '  Say who: --people "Aron=Aaron Blythe" --people "Arron Blythe=Aaron Blythe"  Somebody new: --people "Aron=new"\n'
    )
    assert onelog.json("timeline") == []
    onelog("import", str(file), str(other), "--people", "aron=Aaron Blythe", "--people", "Arron Blythe=aaron")
    assert names(onelog) == ["Aaron Blythe"]
    assert len(onelog.json("timeline")) == 2


def test_an_import_takes_a_company_with_two_of_a_family_name(onelog: Onelog) -> None:
    everybody = ["Omar Smith", "Priya Smith", "Mia Smith", "Mia Sato", "Tom Sato", "佐藤健太", "佐藤健司"]
    files = [document(onelog.folder, str(n), who) for n, who in enumerate(everybody)]
    onelog("import", *map(str, files))
    notes = onelog.folder / "notes.md"
    notes.write_text("## 2026-11-12\n\nwe met\n", encoding="utf-8")
    onelog("import", str(notes), "--with", "Bea Sato")
    assert sorted(names(onelog)) == sorted([*everybody, "Bea Sato"])


def test_an_import_takes_somebody_new_who_is_said_to_be(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    file = document(onelog.folder, "one", "Aron")
    done = onelog.run("import", str(file), "--people", "Aron=new")
    assert "New people: Aron." in done.err
    assert sorted(names(onelog)) == ["Aaron Blythe", "Aron"]
    assert onelog.fails("import", str(file), "--people", "Aron", code=2).startswith(
        "onelog: 'Aron' does not say whose name it is"
    )


def test_an_import_into_an_empty_journal_makes_one_person_of_two_spellings(onelog: Onelog) -> None:
    files = [document(onelog.folder, str(n), who, f"2026-11-1{n}") for n, who in enumerate(["Zoë", "zoe", "ＺＯＥ"])]
    onelog("import", *map(str, files))
    assert names(onelog) == ["Zoë"]
    longer = document(onelog.folder, "longer", "Zoe Quinn")
    assert "'Zoe Quinn' may be Zoë" in onelog.fails("import", str(longer))


def test_an_owner_in_an_import_is_whom_a_pair_says(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    file = document(onelog.folder, "one", "Bea", more="- [ ] send it @Aron\n")
    onelog("import", str(file), "--people", "Aron=Aaron Blythe")
    assert onelog.json("actions")[0]["owner"] == "Aaron Blythe"
    assert sorted(names(onelog)) == ["Aaron Blythe", "Bea"]


def test_an_export_of_two_near_people_comes_back_whole(onelog: Onelog, tmp_path: Path) -> None:
    for who in ("Mia", "Mai", "Zoe", "Zoe Quinn", "Zoë"):
        onelog("log", who, "we met", "--new") if who != "Zoë" else None
    for form in ("json", "folder", "md"):
        out = tmp_path / f"out.{form}"
        onelog("export", "--format", form, "-o", str(out), "--private")
        other = Onelog(tmp_path / f"other-{form}")
        other.folder.mkdir()
        other("import", str(out))
        assert sorted(names(other)) == ["Mai", "Mia", "Zoe", "Zoe Quinn"]
        assert sorted(m["person"] for m in other.json("timeline")) == ["Mai", "Mia", "Zoe", "Zoe Quinn"]


def test_an_export_of_another_journal_finds_who_is_here(onelog: Onelog, tmp_path: Path) -> None:
    other = Onelog(tmp_path / "other")
    other.folder.mkdir()
    other("log", "zoë quinn", "we met", ONELOG_SEED="other")
    other("log", "Aron", "we met", ONELOG_SEED="other")
    out = tmp_path / "out.json"
    out.write_text(other("export --format json --private"), encoding="utf-8")
    onelog("people add 'Zoe Quinn'")
    onelog("people add 'Aaron Blythe'")
    assert "'Aron' may be Aaron Blythe" in onelog.fails("import", str(out))
    onelog("import", str(out), "--people", "Aron=Aaron Blythe")
    assert sorted(names(onelog)) == ["Aaron Blythe", "Zoe Quinn"]
    assert {m["person"] for m in onelog.json("timeline")} == {"Aaron Blythe", "Zoe Quinn"}


# --- on a terminal -------------------------------------------------------------------------------------------------


def terminal(run: Onelog, *words: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *words], env=run.env | UNASKED, cwd=str(run.folder), timeout=60, encoding="utf-8"
    )


def answered(child: "pexpect.spawn[str]", *answers: tuple[str, str]) -> str:
    for question, answer in answers:
        child.expect_exact(question)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    return str(child.before)


def test_yes_takes_the_person_who_is_there(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    answered(terminal(onelog, "log", "Aron", "we met"), ("Is this Aaron Blythe?", "y"))
    assert names(onelog) == ["Aaron Blythe"]


def test_no_makes_somebody_new(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    answered(terminal(onelog, "win", "closed it", "--with", "Aron"), ("Is this Aaron Blythe?", "n"))
    assert sorted(names(onelog)) == ["Aaron Blythe", "Aron"]


@pytest.mark.long
@pytest.mark.parametrize(("answer", "name"), [("y", "Zoe Quinn"), ("n", "Zoe")])
def test_the_longer_name_is_offered(onelog: Onelog, answer: str, name: str) -> None:
    onelog("people add Zoe")
    asked = terminal(onelog, "log", "Zoe Quinn", "we met")
    answered(asked, ("Is this Zoe?", "y"), ("Is Zoe Quinn the whole name of Zoe, to be kept?", answer))
    assert names(onelog) == [name]
    assert [m["person"] for m in onelog.json("timeline")] == [name]


def test_somebody_to_be_added_is_asked_about(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    answered(terminal(onelog, "people", "add", "Aron"), ("Is this Aaron Blythe?", "n"))
    assert sorted(names(onelog)) == ["Aaron Blythe", "Aron"]


def test_an_import_is_asked_on_a_terminal(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    file = document(onelog.folder, "one", "Aron")
    answered(terminal(onelog, "import", str(file)), ("Is this Aaron Blythe?", "y"))
    assert names(onelog) == ["Aaron Blythe"]
    assert json.dumps([m["person"] for m in onelog.json("timeline")]) == '["Aaron Blythe"]'


def test_recovered_words_are_asked_about_as_well(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    onelog.fails("log", "Aron", "-", input="we met\n")
    assert "Aaron Blythe" in onelog.fails("recover 1")
    answered(terminal(onelog, "recover", "1"), ("Is this Aaron Blythe?", "y"))
    assert names(onelog) == ["Aaron Blythe"]
    assert [m["notes"] for m in onelog.json("timeline")] == ["we met"]


# --- aliases and readings ------------------------------------------------------------------------------------------


def test_somebody_has_several_aliases_and_a_reading(onelog: Onelog) -> None:
    onelog("people add 田中美香 --alias mika --alias みーちゃん --reading 'たなか みか'")
    for word in ("mika", "みーちゃん", "たなか", "タナカ", "ﾀﾅｶ ﾐｶ", "みか"):
        assert person(onelog, "log", word, "we met") == "田中美香"
    (known,) = onelog.json("people")
    assert (known["alias"], known["aliases"], known["reading"]) == ("mika", ["mika", "みーちゃん"], "たなか みか")
    assert onelog("people").split("\t")[4] == "mika, みーちゃん"
    screen = onelog.screen("show", "mika")
    assert "mika, みーちゃん" in screen
    assert "たなか みか" in screen


def test_an_empty_text_takes_all_aliases_away(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe' --alias aron --alias bo --reading あ")
    onelog("people edit aron --alias bo")
    assert onelog.json("people")[0]["aliases"] == ["bo"]
    onelog("people edit bo --alias '' --reading ''")
    (known,) = onelog.json("people")
    assert (known["alias"], known["aliases"], known["reading"]) == (None, [], None)
    onelog("undo 2")
    assert onelog.json("people")[0]["aliases"] == ["aron", "bo"]


@pytest.mark.parametrize("taken", ["Aron", "ＢＯ", "aaron blythe", "Áaron Blythe"])
def test_an_alias_of_somebody_is_nobody_elses(onelog: Onelog, taken: str) -> None:
    onelog("people add 'Aaron Blythe' --alias aron --alias bo")
    onelog("people add Carla")
    for command in (
        ["people", "edit", "carla", "--alias", taken],
        ["people", "edit", "carla", "--alias", "c", "--alias", taken],
    ):
        assert "is Aaron Blythe's name or alias already" in onelog.fails(*command)
    assert [p["aliases"] for p in onelog.json("people")] == [["aron", "bo"], []]


def test_people_are_listed_by_their_reading(onelog: Onelog) -> None:
    for name, reading in (("渡辺", "わたなべ"), ("田中", "タナカ"), ("阿部", "あべ"), ("佐藤", "さとう")):
        onelog("people", "add", name, "--reading", reading)
    assert names(onelog) == ["阿部", "佐藤", "田中", "渡辺"]


def test_a_document_says_several_aliases_in_every_form(onelog: Onelog) -> None:
    onelog("people add 'Aaron Blythe'")
    uid = onelog.json("people")[0]["id"]
    forms = {
        "alias: aron, bo": ["aron", "bo"], "alias: [aron, bo]": ["aron", "bo"], "aliases:\n  - aron\n  - bo": ["aron", "bo"],
        "alias: aron、bo": ["aron", "bo"], 'alias: "\\"a, b\\", bo"': ["a, b", "bo"], "alias:": [], "alias: bo": ["bo"],
    }  # fmt: skip
    for line, aliases in forms.items():
        file = onelog.folder / "person.md"
        file.write_text(
            f"---\nkind: person\nid: {uid}\nname: Aaron Blythe\n{line}\nreading: アロン\n---\n", encoding="utf-8"
        )
        onelog("import", str(file))
        (known,) = onelog.json("people")
        assert (known["aliases"], known["reading"]) == (aliases, "アロン"), line


@pytest.mark.parametrize("form", ["json", "folder"])
def test_aliases_and_readings_come_back(onelog: Onelog, tmp_path: Path, form: str) -> None:
    onelog("people", "add", "Aaron Blythe", "--alias", "a, b", "--alias", "bo", "--reading", "アロン")
    out = tmp_path / f"out.{form}"
    onelog("export", "all", "--format", form, "-o", str(out))
    other = Onelog(tmp_path / "other")
    other.folder.mkdir()
    other("import", str(out))
    assert [(p["aliases"], p["reading"]) for p in other.json("people")] == [(["a, b", "bo"], "アロン")]


def test_an_export_of_an_older_onelog_has_neither(onelog: Onelog, tmp_path: Path) -> None:
    onelog("people add 'Aaron Blythe' --alias bo")
    older = json.loads(onelog("export --format json"))
    for one in older["people"]:
        del one["aliases"], one["reading"]
    file = tmp_path / "older.json"
    file.write_text(json.dumps(older), encoding="utf-8")
    other = Onelog(tmp_path / "other")
    other.folder.mkdir()
    other("import", str(file))
    assert other.json("people")[0]["aliases"] == ["bo"]


def test_who_is_forgotten_goes_with_every_alias_and_the_reading(onelog: Onelog) -> None:
    onelog("people", "add", "Aaron Blythe", "--alias", "kestrel", "--alias", "hobby", "--reading", "ちょうげんぼう")
    onelog("log hobby 'we met'")
    onelog("people edit kestrel --alias merlin")
    onelog("forget merlin --confirm 'Aaron Blythe'")
    kept = b"".join(path.read_bytes() for path in onelog.folder.rglob("*.db"))
    for word in ("kestrel", "hobby", "merlin", "ちょうげんぼう", "Blythe"):
        assert word.encode() not in kept
