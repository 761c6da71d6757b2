"""A person's name in several words of a command, quoted or not; and words where no name stands."""

import csv
import json
import shlex

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix


def names(run: Onelog) -> list[str]:
    return [person["name"] for person in run.json("people")]


def answered(run: Onelog, line: str, *answers: tuple[str, str], code: int = 0) -> str:
    """What a command says on a terminal where its questions are answered."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *shlex.split(line)], env=run.env | UNASKED, cwd=str(run.folder), timeout=60, encoding="utf-8"
    )  # fmt: skip
    for question, answer in answers:
        child.expect_exact(question)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code, child.before
    return str(child.before)


@pytest.mark.parametrize(
    ("known", "line", "person", "note"),
    [
        ("Ben Carter, Ben Acme", "ben carter 'words'", "Ben Carter", "words"),
        ("Ben Carter, Ben Acme", "ben carter words of mine", "Ben Carter", "words of mine"),
        ("Ben Carter, Ben Acme", "ben c 'two words'", "Ben Carter", "two words"),
        ("Ben Carter, Ben Acme", "BEN CARTER, 'two words'", "Ben Carter", "two words"),
        ("Zoë Quinn", "zoe quinn 'second talk'", "Zoë Quinn", "second talk"),
        ("Zoë Quinn", "zoe Quin 'second talk'", "Zoë Quinn", "second talk"),
        ("田中 美香", "田中 美香 元気", "田中 美香", "元気"),
        ("Mary Ann Smith", "mary ann 'words'", "Mary Ann Smith", "words"),
        ("Mia", "mia quite tired today", "Mia", "quite tired today"),
        ("Mia", "mia 'Tired and ill'", "Mia", "Tired and ill"),
        ("Mia Tanaka", "mia tanaka was ill", "Mia Tanaka", "was ill"),
        ("Mia Tanaka", "mia t: tanaka", "Mia Tanaka", ""),
        ("Ben Archer", "ben a great talk", "Ben Archer", "a great talk"),
        ("Ben Archer, Ben Cole", "ben archer a great talk", "Ben Archer", "a great talk"),
        ("Guest 1, Guest 2", "guest 2 'two words'", "Guest 2", "two words"),
    ],
)
def test_the_words_of_a_name_are_no_note(onelog: Onelog, known: str, line: str, person: str, note: str) -> None:
    for name in known.split(", "):
        onelog("people", "add", name, "--new")
    meeting = onelog.json("log", *shlex.split(line))
    assert (meeting["person"], meeting["notes"]) == (person, note)
    assert len(names(onelog)) == len(known.split(", "))


@pytest.mark.parametrize(
    ("line", "person", "note"),
    [
        ("mia -- tanaka was ill", "Mia Tanaka", "tanaka was ill"),
        ("ben carter -- words -- of mine", "Ben Carter", "words -- of mine"),
        ("--mood 4 ben --mode walk carter -- --words", "Ben Carter", "--words"),
        ("ben carter words --mode=walk --", "Ben Carter", "words"),
    ],
)
def test_what_stands_behind_two_dashes_is_never_part_of_a_name(
    onelog: Onelog, line: str, person: str, note: str
) -> None:
    for name in ("Mia Tanaka", "Ben Carter", "Ben Acme"):
        onelog("people", "add", name, "--new")
    meeting = json.loads(onelog("log", "--json", *shlex.split(line)))
    assert (meeting["person"], meeting["notes"]) == (person, note)


@pytest.mark.parametrize(
    "command", ["prep", "show", "timeline", "actions", "topics", "next", "ask", "people edit --every 2w"]
)
def test_a_command_for_a_person_alone_takes_all_words_as_the_name(onelog: Onelog, command: str) -> None:
    onelog("people add 'Ben Carter'")
    onelog("people add 'Ben Acme'")
    if command != "next":
        onelog(*command.split(), "ben", "carter")
        assert "Did you mean Ben Carter?" in onelog.fails(*command.split(), "ben", "cartr")


def test_what_cannot_be_a_name_is_one_argument_too_many(onelog: Onelog) -> None:
    assert "unexpected extra argument" in onelog.fails("show", "k7qf", "x3bb", code=2)


def test_topics_and_notes_take_the_words_of_a_name(onelog: Onelog) -> None:
    onelog("people add 'Ben Carter'")
    onelog("people add 'Ben Acme'")
    onelog("topic ben carter 'the deal'")
    onelog("note ben acme 'the house'")
    assert [(topic["person"], topic["text"]) for topic in onelog.json("topics")] == [("Ben Carter", "the deal")]
    assert onelog.json("log ben acme 'we met'")["notes"] == "the house\n\nwe met"


@pytest.mark.parametrize(
    ("known", "line", "name"),
    [
        ("mark", "mark Twain", "mark Twain"),
        ("Zoë", "Zoë Quinn 'second talk'", "Zoë Quinn"),
        ("olga", "olga petrova 'hi there'", "olga petrova"),
        ("Mia Tanaka", "mia Smith 'hi there'", "mia Smith"),
        ("Bea", "Ada Lovelace 'hi there'", "Ada Lovelace"),
        ("Bea", "Ada Lovelace -", "Ada Lovelace"),
    ],
)
def test_a_longer_name_is_no_note_in_silence(onelog: Onelog, known: str, line: str, name: str) -> None:
    onelog("people", "add", known)
    said = onelog.fails("log", *shlex.split(line), input="hi there\n")
    assert said.startswith(f"onelog: {name!r} may be somebody's name, or ")
    assert f'onelog log "{name}" --new …' in said
    assert f"onelog log {name.split()[0]} -- …" in said
    assert onelog.json("timeline") == []
    assert names(onelog) == [known]
    onelog("log", *shlex.split(line), "--new", input="hi there\n")
    assert name in names(onelog)


def test_a_lone_word_in_a_script_is_kept_and_said(onelog: Onelog) -> None:
    onelog("people add mark")
    done = onelog.run("log", "mark", "twain")
    assert (
        "'twain' is taken for what was said. If it belongs to the name: onelog undo, then "
        'onelog log "mark twain" --new …\n'
    ) in done.err
    assert [(m["person"], m["notes"]) for m in onelog.json("timeline")] == [("mark", "twain")]
    answered(onelog, "log mark wahlberg --on 2026-11-20", ("Is mark wahlberg the name? [y/N]", "n"))
    assert names(onelog) == ["mark"]


@pytest.mark.long
def test_a_longer_name_is_asked_about_on_a_terminal(onelog: Onelog) -> None:
    onelog("people add olga")
    answered(onelog, "log olga petrova 'hi there'", ("Is olga petrova the name? [y/N]", "n"))
    onelog("log --on 2026-11-20 olga -- petrova")
    assert [m["notes"] for m in onelog.json("timeline")] == ["petrova hi there", "petrova"]
    asked = ("Is olga petrova the name?", "y"), ("Is this olga?", "y"), ("whole name of olga, to be kept?", "y")
    answered(onelog, "log olga petrova 'hi again'", *asked, ("or a new one?", ""))
    assert names(onelog) == ["olga petrova"]
    assert onelog.json("timeline")[0]["notes"] == "hi again"


SENTENCES = [
    "Talked with olga about money today", "with Olga 'x y'", "met olga", "'Talked with Olga. a: ask HR' now", "We 'had lunch'",
    "'We met for coffee' 'and more'", "'Olga and me were in the garden' x", "今日は元気 でした", "昨日 話した", "'Hanako。元気' x",
]  # fmt: skip


@pytest.mark.parametrize("line", SENTENCES)
def test_words_without_a_name_make_nobody(onelog: Onelog, line: str) -> None:
    onelog("people add Bea")
    said = onelog.fails("log", *shlex.split(line))
    assert "is not a name.\n  Name the person first: onelog log PERSON WORDS." in said
    assert "Your words are kept: onelog recover 1 --with PERSON" in said
    assert names(onelog) == ["Bea"]
    assert onelog.run("recover", "1", "--show").out == " ".join(shlex.split(line)) + "\n"
    onelog("recover 1 --with bea")
    assert [m["person"] for m in onelog.json("timeline")] == ["Bea"]


def test_options_come_back_with_words_without_a_name(onelog: Onelog) -> None:
    onelog("people add Bea")
    onelog.fails("log", "We", "met", "--mood", "4", "--on", "2026-11-20")
    meeting = onelog.json("recover 1 --with bea")
    assert (meeting["mood"], meeting["at"][:10], meeting["notes"]) == (4, "2026-11-20", "We met")


def test_a_sentence_is_refused_before_the_prompt(onelog: Onelog) -> None:
    for number, words in enumerate(("We met for coffee", "Talked with Olga. a: ask HR"), 1):
        assert "Name the person first" in answered(onelog, f"log '{words}'", code=1)
        assert onelog.run("recover", str(number), "--show").out == f"{words}\n"


@pytest.mark.parametrize(
    "name", ["He Wei", "An Nguyen", "Dr. Maria de la Cruz", "J. R. R. Tolkien", "Will", "May", "今日子"]
)
def test_names_that_look_like_words_are_names(onelog: Onelog, name: str) -> None:
    onelog("log", name, "two words")
    assert names(onelog) == [name]


def test_whoever_is_called_so_can_be_made(onelog: Onelog) -> None:
    onelog("log", "Today", "two words", "--new")
    assert names(onelog) == ["Today"]
    onelog("log today 'more words'")


# --- others who are made or meant ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("known", "word"), [("Bea", "bee"), ("Tim", "tom"), ("Kati", "kate")])
def test_a_name_that_differs_in_a_vowel_is_asked_about(onelog: Onelog, known: str, word: str) -> None:
    onelog("people", "add", known)
    assert f"Did you mean {known}?" in onelog.fails("log", word, "two words")
    onelog("log", word, "two words", "--new")


@pytest.mark.parametrize("word", ["ben", "leo", "bo"])
def test_a_name_that_differs_in_more_is_new(onelog: Onelog, word: str) -> None:
    onelog("people add Bea")
    onelog("log", word, "two words")


@pytest.mark.long
def test_an_owner_who_is_new_is_asked_about(onelog: Onelog) -> None:
    onelog("people add Bea")
    answered(onelog, "log bea 'a: buy @starbucks due:fri'", ("Is @starbucks somebody new? [y/N]", "n"))
    answered(onelog, "log bea 'a: send it @farid' --on 2026-11-20", ("Is @farid somebody new?", "y"))
    answered(onelog, "actions add 'call @nobody'", ("Is @nobody somebody new?", "n"))
    answered(onelog, "log bea 'a: send it @bea' --on 2026-11-19")
    assert sorted(names(onelog)) == ["Bea", "farid"]
    assert sorted((a["text"], a["owner"]) for a in onelog.json("actions")) == [
        ("buy @starbucks", "me"), ("call @nobody", "me"), ("send it", "Bea"), ("send it", "farid"),
    ]  # fmt: skip


def test_a_moment_that_mentions_somebody_is_theirs_or_says_how(onelog: Onelog) -> None:
    onelog("people add Bea --relation report")
    done = onelog.run("praise", "great demo @bea")
    assert "It is with nobody yet: onelog change" in done.err
    assert "with:Bea links it" in done.err
    answered(onelog, "praise 'great talk @bea'", ("With Bea?", "y"))
    found = {m["text"]: (m["person"], m["to"]) for m in onelog.json("moments")}
    assert found["great talk @bea"] == ("Bea", "Bea")


# --- a relation that is said later ---------------------------------------------------------------------------------


def ways(run: Onelog) -> dict[str, tuple[str, str]]:
    return {m["text"]: (m["from"], m["to"]) for m in run.json("moments")}


def test_feedback_follows_the_first_relation(onelog: Onelog) -> None:
    onelog("log zoe 'we met p: good questions'")
    onelog("growth 'say it sooner' --with zoe")
    onelog("praise 'calm from:me' --with zoe")
    assert ways(onelog)["good questions"] == ("zoe", "me")
    done = onelog.run("people", "edit", "zoe", "--relation", "report")
    assert "is praise to zoe now; if it is not: onelog change" in done.err
    assert set(ways(onelog).values()) == {("me", "zoe")}
    onelog("undo")
    assert ways(onelog)["good questions"] == ("zoe", "me")
    assert onelog.json("people")[0]["relation"] is None


@pytest.mark.parametrize("relation", ["manager", "peer", "mentor"])
def test_feedback_of_others_stays_theirs(onelog: Onelog, relation: str) -> None:
    onelog("log zoe 'we met p: good questions'")
    onelog("people", "edit", "zoe", "--relation", relation)
    onelog("people edit zoe --relation report")  # a report from today on: what a peer said was said by a peer
    assert ways(onelog)["good questions"] == ("zoe", "me")


# --- two people of one first name, an archived one, the same again -------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("log", "mia", "p: great demo gr: be brief"),
        ("praise", "great demo", "--with", "mia"),
        ("log", "mia", "称賛：発表"),
    ],
)
def test_feedback_with_somebody_of_no_known_relation_is_said_to_be_theirs(
    onelog: Onelog, words: tuple[str, ...]
) -> None:
    """Once a kind, with the command that turns it; nothing is said where it is known, or was said with the words."""
    onelog("people add mia")
    told = "is taken as from mia, whose relation is not known: onelog people edit mia --relation report turns it"
    said = onelog.run(*words).err
    assert [said.count(f"line 1: {kind} {told}") for kind in ("praise", "growth")] == [1, int("gr:" in words[-1])]
    assert {(m["from"], m["to"]) for m in onelog.json("moments")} == {("mia", "me")}
    assert told not in onelog.run("log", "mia", "p: from:me clear talk p: to:me thanks").err
    onelog("people edit mia --relation report")
    assert told not in onelog.run("log", "mia", "p: clear talk").err


def test_two_people_of_one_first_name_are_told_apart(onelog: Onelog) -> None:
    onelog("log --new 'Ben Carter' 'acme a: forecast @them a: call him'")
    onelog("log --new 'Ben Acme' 'the house a: invoice @them'")
    onelog("log Mia 'a: roof @them'")
    screen = answered(onelog, "--color never")
    for said in ("Ben C.: forecast", "call him · Ben C.", "Ben A.: invoice", "Mia: roof"):
        assert said in screen


def test_a_first_name_that_two_share_is_either_in_a_search(onelog: Onelog) -> None:
    onelog("log --new 'Ben Carter' 'acme wants it'")
    onelog("log --new 'Ben Cole' 'acme is late'")
    onelog("log --new 'Mia Tanaka' 'acme again'")
    assert {hit["person"] for hit in onelog.json("search ben acme")} == {"Ben Carter", "Ben Cole"}
    assert {hit["person"] for hit in onelog.json("search carter acme")} == {"Ben Carter"}


def test_nobody_waits_for_somebody_archived(onelog: Onelog) -> None:
    onelog("log bob 'we met a: call back @them a: thank him'")
    onelog("people archive bob")
    today = onelog("")
    assert "call back" not in today
    assert "thank him" in today
    assert "call back" in onelog("actions")


def test_who_is_there_already_is_said_plainly(onelog: Onelog) -> None:
    onelog("people add 'Ben Carter'")
    said = answered(onelog, "people add 'ben carter'", code=1)
    assert "Ben Carter is already in the journal; nobody was added." in said
    assert "onelog show carter" in onelog.fails("people", "carter", code=2)


def test_the_same_words_twice_are_noticed(onelog: Onelog) -> None:
    first = onelog.json("log", "bea", "we met a: send it")["id"]
    done = onelog.run("log", "bea", "we met a: send it")
    assert f"The same words stand in {first} of that day: onelog delete" in done.err
    assert "The same words" not in onelog.run("log", "bea", "we met a: send it", "--on", "2026-11-20").err
    assert "The same words" not in onelog.run("log", "bea", "we met a: send more").err


def test_the_editor_names_each_record_once_and_nobody_new_as_changed(onelog: Onelog) -> None:
    id_ = onelog.json("log", "mia", "we met")["id"]
    script = onelog.folder / "editor.sh"
    script.write_text('printf "\\n- [ ] send it @bob\\n" >> "$1"\n', encoding="utf-8")
    done = onelog.run("edit", id_, ONELOG_EDITOR=f"sh {script}")
    assert [line.split("\t")[0] for line in done.out.splitlines()].count("person") == 0
    assert [line.split("\t")[1] for line in done.out.splitlines()].count(id_) == 1


def test_feedback_of_nobody_is_nobodys_in_every_form(onelog: Onelog) -> None:
    """A pipe, CSV and the page said that it was from me to me, JSON that it was nobody's."""
    onelog("praise", "great demo")
    (seen,) = onelog.json("moments")
    assert (seen["from"], seen["to"]) == (None, None)
    assert onelog("moments").split("\t")[6:8] == ["", ""]
    (row,) = csv.DictReader(onelog("export all --format csv").splitlines())
    assert (row["from"], row["to"]) == ("", "")
    assert "from me" not in onelog("export all --format html")
