"""Words that were said in one meeting find it, wherever in it they stand; a name beside a word means that person."""

from datetime import timedelta

import pytest
from conftest import Onelog
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty

from onelog.core.kinds import Record
from onelog.core.model import PRIVATE, Meeting
from onelog.core.selection import Selection
from onelog.journal import follow_up, log, people
from onelog.markdown.body import notes_of
from onelog.store import meetings
from onelog.store.database import Store
from onelog.store.search import search

pytestmark = pytest.mark.posix

ALL = 10_000


def found(run: Onelog, *words: str) -> list[tuple[str, str, str]]:
    """(kind, person, snippet) of each hit."""
    return [(kind, who, text) for kind, _, _, who, text in map(_fields, run("search", *words).splitlines())]


def _fields(line: str) -> list[str]:
    return line.split("\t")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """A few meetings, with words apart. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    for name, *more in (
        ("Mia Tanaka", "--relation", "report"), ("Ben Okafor", "--alias", "bo"), ("Bea Lang",), ("田中 花子",), ("Zoë Quinn",),
    ):  # fmt: skip
        run("people", "add", name, *more)
    run("log", "mia", "--on", "2026-11-02", "the kestrel flew over the budget\na: draft the osprey plan")
    run("log", "mia", "--on", "2026-11-09", "about the budget\naha: silence is an answer because: the falcon was quiet")
    run("log", "ben", "--on", "2026-11-10", "budget again, and Mia\nc: the heron may leave\na: ask the stork")
    run("log", "田中", "--on", "2026-11-11", "予算の話をした\nd: 採用を始める")
    run("log", "zo", "--on", "2026-11-12", "a plover in the garden\na: @bo count the dunlin")
    run("note", "mia", "bring the wader\nt: the avocet")
    run(
        "log",
        "zo",
        "--on",
        "2026-11-13",
        "the linnet 🎉 and 5 € for it\na: buy a net 🚀\nc: the finch 🔥 left\nx: C:%_\\ is full",
    )
    return run


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        # note and promise, promise and note, three records, a word twice, a phrase, a beginning
        ("kestrel osprey", [("meeting", "Mia Tanaka", "the kestrel flew over the budget … draft the osprey plan")]),
        ("osprey kestrel", [("meeting", "Mia Tanaka", "the kestrel flew over the budget … draft the osprey plan")]),
        ("budget falcon", [("meeting", "Mia Tanaka", "about the budget … silence is an answer the falcon was quiet")]),
        ('"flew over" "osprey plan"', [("meeting", "Mia Tanaka", "the kestrel flew over the budget … draft the osprey plan")]),
        ("kest* ospr*", [("meeting", "Mia Tanaka", "the kestrel flew over the budget … draft the osprey plan")]),
        ("wader avocet", [("meeting", "Mia Tanaka", "bring the wader … the avocet")]),
        ("予算 採用", [("meeting", "田中 花子", "予算の話をした … 採用を始める")]),
        ("予算　採用", [("meeting", "田中 花子", "予算の話をした … 採用を始める")]),
        # a sign: in one record, beside a word in another, beside a name, alone; a mark beside a word is none
        ("linnet 🎉", [("meeting", "Zoë Quinn", "the linnet 🎉 and 5 € for it")]),
        ("linnet 🚀", [("meeting", "Zoë Quinn", "the linnet 🎉 and 5 € for it … buy a net 🚀")]),
        ("zoe 🚀", [("action", "Zoë Quinn", "buy a net 🚀")]),
        ("🚀", [("action", "Zoë Quinn", "buy a net 🚀")]),
        ("5€", [("meeting", "Zoë Quinn", "the linnet 🎉 and 5 € for it")]),
        ("linnet - net", [("meeting", "Zoë Quinn", "the linnet 🎉 and 5 € for it … buy a net 🚀")]),
        ("linnet 🎈", []),
        ("mia 🚀", []),
        ("🔥", []),
        ("linnet 🔥", []),
        # not across meetings, not a phrase across records
        ("falcon osprey", []),
        ('"budget draft"', []),
        ("kestrel stork", []),
        # a name beside a word, however it is written
        ("mia kestrel", [("meeting", "Mia Tanaka", "the kestrel flew over the budget")]),
        ("MIA osprey", [("action", "Mia Tanaka", "draft the osprey plan")]),
        ("osprey tanaka", [("action", "Mia Tanaka", "draft the osprey plan")]),
        ("mia tanaka osprey", [("action", "Mia Tanaka", "draft the osprey plan")]),
        ("bo stork", [("action", "Ben Okafor", "ask the stork")]),
        ("bo dunlin", [("action", "Zoë Quinn", "count the dunlin")]),
        ("田中 予算", [("meeting", "田中 花子", "予算の話をした")]),
        ("zoë plover", [("meeting", "Zoë Quinn", "a plover in the garden")]),
        ("mia kestrel osprey", [("meeting", "Mia Tanaka", "the kestrel flew over the budget … draft the osprey plan")]),
        # the word for word first, then who is meant
        (
            "mia budget",
            [
                ("meeting", "Ben Okafor", "budget again, and Mia"),
                ("meeting", "Mia Tanaka", "about the budget"),
                ("meeting", "Mia Tanaka", "the kestrel flew over the budget"),
            ],
        ),
        # nobody is meant: the beginning of several names, a phrase, a beginning; by a name alone
        ("be stork", []),
        ('"mia" osprey', []),
        ("mi* osprey", []),
        ("mia", [("meeting", "Ben Okafor", "budget again, and Mia")]),
        ("tanaka", []),
        ("mia tanaka", []),
        ("mia ben", [("meeting", "Ben Okafor", "budget again, and Mia")]),
        ("ben osprey", []),
    ],
)  # fmt: skip
def test_what_is_found(team: Onelog, query: str, hits: list[tuple[str, str, str]]) -> None:
    assert found(team, query) == hits


@pytest.mark.parametrize(
    ("query", "hits", "left"),
    [
        ("budget heron", [], "1 concern"),
        ("stork heron", [], "1 concern"),
        ("budget stork", ["budget again, and Mia … ask the stork"], ""),
        ("ben heron", [], "1 concern"),
        ("budget stork heron", [], "1 concern"),
    ],
)
def test_a_private_line_makes_no_meeting_match_and_is_counted(
    team: Onelog, query: str, hits: list[str], left: str
) -> None:
    done = team.run("search", query)
    assert [line.split("\t")[4] for line in done.out.splitlines()] == hits
    said = f"Left out: {left} (--private shows them too).\n" if left else "" if hits else "Nothing fits.\n"
    assert done.err == said


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("budget heron", ["budget again, and Mia … the heron may leave"]),
        ("ben heron", ["the heron may leave"]),
        ("budget stork heron", ["budget again, and Mia … ask the stork … the heron may leave"]),
    ],
)
def test_with_private_it_does(team: Onelog, query: str, hits: list[str]) -> None:
    assert [text for _, _, text in found(team, query, "--private")] == hits


@pytest.mark.parametrize(
    ("options", "n"),
    [
        ("--with mia", 1), ("--with ben", 0), ("--kind meeting", 1), ("--kind action", 0), ("--since 2026-11-02", 1),
        ("--since 2026-11-03", 0), ("--until 2026-11-02", 1), ("--until 2026-11-01", 0), ("--tag birds", 0), ("--limit 1", 1),
    ],
)  # fmt: skip
def test_filters_hold_for_what_stands_apart(team: Onelog, options: str, n: int) -> None:
    assert len(found(team, "kestrel", "osprey", *options.split())) == n


def test_a_tag_of_the_meeting_or_of_a_record_that_holds_a_word_counts(onelog: Onelog) -> None:
    onelog("log", "mia", "--on", "2026-11-02", "the kestrel +birds\na: draft the osprey plan")
    onelog("log", "mia", "--on", "2026-11-03", "the kestrel\nw: the osprey came +birds")
    onelog("log", "mia", "--on", "2026-11-04", "the kestrel\na: the osprey\nw: all is well +birds")
    assert len(found(onelog, "kestrel", "osprey")) == 3
    assert len(found(onelog, "kestrel", "osprey", "--tag", "birds")) == 2


def test_a_name_that_stands_in_a_private_line_alone_finds_no_meeting(onelog: Onelog) -> None:
    onelog("people", "add", "Ben Okafor")
    onelog("log", "ben", "all is well\nc: Ben is tired")
    done = onelog.run("search", "ben okafor")
    assert (done.out, done.err) == ("", "Left out: 1 concern (--private shows them too).\n")
    assert found(onelog, "ben", "okafor", "--private") == [("meeting", "Ben Okafor", "Ben is tired")]


def test_a_japanese_word_with_which_several_names_begin_means_each_of_those_people(onelog: Onelog) -> None:
    for name, day in (("小鳥遊六花", "2026-11-02"), ("小鳥遊十花", "2026-11-03"), ("五十嵐健", "2026-11-04")):
        onelog("log", name, "--new", "--on", day, "予算の話をした")
    assert {who for _, who, _ in found(onelog, "小鳥遊 予算")} == {"小鳥遊六花", "小鳥遊十花"}


def test_json_has_the_keys_of_a_hit_and_the_meeting(team: Onelog) -> None:
    (hit,) = team.json("search", "kestrel osprey")
    assert list(hit) == ["kind", "id", "person", "at", "snippet", "record"]
    assert (hit["kind"], hit["id"], hit["person"]) == ("meeting", hit["record"]["id"], "Mia Tanaka")
    assert hit["at"].startswith("2026-11-02")
    (lonely,) = team.json("search", "budget stork")
    assert [m["kind"] for m in lonely["record"]["moments"]] == []


def test_a_terminal_shows_the_records_that_hold_the_words(team: Onelog) -> None:
    hit = team.json("search", "kestrel osprey")[0]
    action = hit["record"]["actions"][0]["id"]
    assert team.screen("search", "kestrel osprey") == (
        f"Meeting · Mia Tanaka · Mon 2 Nov{hit['id']:>48}\n"
        f"  the kestrel flew over the budget\n"
        f"  Action  draft the osprey plan{action:>49}\n"
    )


def test_one_record_with_all_the_words_comes_before_several_with_some(onelog: Onelog) -> None:
    onelog(
        "log", "mia", "--on", "2026-11-02", "a very long note about many things, the osprey and at its end the kestrel"
    )
    onelog("log", "mia", "--on", "2026-11-09", "kestrel\na: osprey")
    assert [text[:6] for _, _, text in found(onelog, "kestrel osprey")] == ["a very", "kestre"]
    assert len(found(onelog, "kestrel osprey", "--limit", "1")) == 1


# --- a second calculation: all that was said in a meeting, as one text

WORDS = ("kestrel", "osprey", "budget", "plan", "the", "mia", "ben", "okafor")
some = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
label = st.sampled_from(["", "", "a: ", "a: @ben ", "c: ", "x: ", "aha: ", "d: ", "t: ", "w: "])
line = st.tuples(label, some).map("".join)
who = st.sampled_from(["mia", "ben"])
meeting = st.tuples(st.just("log"), who, st.lists(line, min_size=1, max_size=4).map("\n".join))
loose = st.tuples(st.sampled_from(["note", "aha", "concern", "action"]), who, some)


def _do(store: Store, steps: list[tuple[str, str, str]]) -> None:
    for number, (what, with_, text) in enumerate(steps):
        now = BEGIN + timedelta(hours=number)
        if what == "log":
            log.log_meeting(store, with_, text, now)
        elif what == "note":
            log.note_for_next(store, with_, text, now)
        else:
            follow_up.add(store, what, text, now, with_)


def _by_hand(store: Store, query: list[str], *, private: bool) -> set[str]:
    """The uids of the meetings in which every word was said, or means the person."""
    fitting = set()
    for met in [*meetings.newest(store), *meetings.gathered(store)]:
        moments = [moment for moment in met.moments if private or moment.kind not in PRIVATE]
        texts = [one.text for kind in (met.actions, moments, met.topics) for one in kind]
        said = " ".join([notes_of(met.body), *texts]).split()
        spoken = [word for word in query if word in said]
        if spoken and all(word in said or word in met.person.label.lower().split() for word in query):
            fitting.add(met.uid)
    return fitting


def _meeting(record: Record) -> str:
    met = record if isinstance(record, Meeting) else getattr(record, "meeting", None)
    return met.uid if met else ""


@pytest.mark.long
@given(
    st.lists(meeting | loose, min_size=1, max_size=8),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True),
)
@settings(max_examples=30)
def test_the_meetings_that_are_found_are_those_in_which_all_the_words_were_said(
    steps: list[tuple[str, str, str]], query: list[str]
) -> None:
    with empty() as store:
        people.add_person(store, "Mia Tanaka", BEGIN)
        people.add_person(store, "Ben Okafor", BEGIN)
        _do(store, steps)
        for private in (True, False):
            if private:
                hits = search.find_hits(store, " ".join(query), Selection(limit=ALL))
            else:
                hits, _ = search.find_public_hits(store, " ".join(query), Selection(limit=ALL))
            named = {"mia", "ben", "okafor"} & set(query)
            expected = _by_hand(store, query, private=private)
            assert {_meeting(hit.record) for hit in hits} - {""} >= expected
            if not named:  # a name may also mean who promised
                assert {_meeting(hit.record) for hit in hits} - {""} == expected


def test_a_sign_in_a_private_line_is_found_where_it_is_asked_for_and_else_counted(team: Onelog) -> None:
    assert found(team, "🔥", "--private") == [("concern", "Zoë Quinn", "the finch 🔥 left")]
    assert found(team, "%_\\", "--private") == [("private", "Zoë Quinn", "C:%_\\ is full")]
    assert "the finch 🔥 left" in team("search", "linnet 🔥", "--private")
    assert "1 concern" in team.run("search", "🔥").err
    assert team("search", "🚀", "--kind", "topic") == team("search", "🚀", "--until", "2026-11-01") == ""
