"""The catalogue of what onelog says: whole in both languages, each phrase once, and nothing in it that nobody says."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import onelog as package
from onelog.core import errors, phrases
from onelog.core.errors import OnelogError
from onelog.core.kinds import KINDS
from onelog.core.model import ACTION_STATES, MOMENT_KINDS, PRIVATE, TOPIC_STATES
from onelog.core.phrases import COMMON, Entry, Pair, Phrase, area, find, say, spellings
from onelog.markdown.families import KIND_OF_HEADING
from onelog.markdown.parsed import HEADINGS
from onelog.markdown.parsing import private_headings

SOURCE = Path(package.__file__).parent
PLACE = SOURCE / "core" / "phrases"
AREAS = sorted(
    ".".join(part for part in path.relative_to(PLACE).with_suffix("").parts if part != "insight")
    for path in PLACE.rglob("*.py")
    if path.stem not in ("__init__", "spoken")
)
ROWS: dict[str, Entry] = {
    key if name == COMMON else f"{name}.{key}": row for name in AREAS for key, row in area(name).items()
}


@cache
def code() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if PLACE not in path.parents or path.stem == "spoken"
    }


WING = "errors."
STILL_ENGLISH = 0
"""So many phrases have no Japanese yet. The number only becomes smaller."""
MADE = re.compile(r"thread\.\w+:\w+|review\.(manager|skip|hr|handover)_\w+|team\.\w+_short|watch\.mood_low_falling")
"""Keys that are put together of data: a feature, a reader, a width, two signs."""


def texts(phrase: Phrase | None) -> tuple[str, ...]:
    return () if phrase is None else (phrase,) if isinstance(phrase, str) else phrase


def places(phrase: Phrase | None) -> set[str]:
    """The names of the places; `{error.hint}` is a place of `error`."""
    return {name.partition(".")[0] for text in texts(phrase) for _, name, _, _ in Formatter().parse(text) if name}


def constants() -> set[str]:
    return {
        node.value
        for tree in code().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def composed() -> Iterator[re.Pattern[str]]:
    """The keys that an f-string may make, where it says more of them than their area."""
    for tree in code().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
                if re.fullmatch(r"(\w+\.)*[\w:]{2,}", "".join(map(str, parts))):
                    yield re.compile(r"[\w :-]+".join(re.escape(str(part)) for part in _apart(node)))


def _apart(node: ast.JoinedStr) -> list[str]:
    out = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            out[-1] += str(part.value)
        else:
            out.append("")
    return out


@pytest.mark.parametrize("key", ROWS)
def test_a_phrase_has_the_same_places_in_both_languages(key: str) -> None:
    pair = find(key)
    assert pair
    en, ja = pair
    assert ja is None or places(en) == places(ja)
    assert all(places(text) <= places(en) for text in texts(en))


def test_ever_fewer_phrases_have_no_japanese() -> None:
    assert len([key for key, row in ROWS.items() if isinstance(row, tuple) and row[1] is None]) <= STILL_ENGLISH


ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, OnelogError)} | {
    "Unclear"
}
RAISED_BY = ERRORS | {"type", "kind", "wrong", "refuse", "Off", "notice"}
"""An error is made by its class, by that of another error, or by what takes its key."""
WHOLE = {"Message", "tell", "said", "_Broken", "_wrong"}
"""What takes a key with the name of its wing."""


def called(node: ast.Call) -> str:
    """The name of what is called; of `type(error)(…)` that is `type`."""
    func = node.func.func if isinstance(node.func, ast.Call) else node.func
    return getattr(func, "id", getattr(func, "attr", ""))


def messages() -> Iterator[tuple[str, ast.Call, str]]:
    """Each making of an error or a message whose key is written there: where, the call, and the whole key."""
    for name, tree in code().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or called(node) not in RAISED_BY | WHOLE:
                continue
            for first in node.args[:2]:
                for key in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(key, ast.Constant) and re.fullmatch(r"(\w+\.)+\w+", str(key.value)):
                        where = f"{name}:{node.lineno}"
                        yield where, node, str(key.value) if called(node) in WHOLE else f"{WING}{key.value!s}"


def test_an_error_has_the_values_of_its_phrase() -> None:
    """What a type checker would say: the phrase is there, each of its places is given, and nothing else is."""
    kept = {"names", "word", "error", "nearest", "n"}
    """What an error keeps for who can ask, or says one thing or several by."""
    found = [(where, call, key, find(key)) for where, call, key in messages()]
    assert [f"{where}: {key}" for where, _, key, pair in found if not pair] == []
    for where, call, key, pair in found:
        given = {word.arg for word in call.keywords}
        assert (where, key, given - kept) == (where, key, places(pair[0] if pair else None) - kept)
        assert places(pair[0] if pair else None) <= given, where
    assert len(found) > 300


def test_no_error_is_worded_where_it_is_raised() -> None:
    assert [
        f"{name}:{node.lineno}: {one.value!s}"
        for name, tree in code().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in ERRORS
        for first in node.args
        for one in ast.walk(first)
        if isinstance(one, ast.Constant) and " " in str(one.value)
    ] == []


def test_no_phrase_stands_twice() -> None:
    keys = defaultdict[Pair, list[str]](list)
    for key, row in ROWS.items():
        if not isinstance(row, str):
            keys[row].append(key)
    assert [names for names in keys.values() if len(names) > 1] == []


SEVERAL_WORDS = {
    "all": "a theme of all, and the sum of a column",
    "a person": "who is offered to meet, and a record",
    "because {text}": "the reason of an action, and what led to a moment",
    "closed": "the day of one, and a heading over several",
    "comes back": "a moment that is remembered, and how often a topic returns",
    "due": "the day of an action, and a narrow column of meetings",
    "encrypted": "a state, and a clause before 'so'",
    "from": "who gave feedback, and what a number is counted over",
    "growth": "written into documents by the digest, which reads it back",
    "i owe": "a narrow column, and a heading",
    "meeting": "a label, and a record in a sentence",
    "meetings": "a label of a person's record, and a heading",
    "missed": "a meeting, a goal and a spark",
    "next": "a heading over what is to come, and the next meeting",
    "next meeting": "written into documents by the digest, which reads it back",
    "none": "a sentence, and a label",
    "open": "a concern that is not settled, and an action that is not done",
    "parked": "the day of a topic, and its state",
    "person": "a label of a column, and a record in a sentence",
    "seen": "a mood, and a warning",
    "theirs": "actions of somebody else, and their mood",
    "they owe": "a heading, and a narrow column",
    "topic": "a label that stands for the next meeting, and a record in a sentence",
    "topics": "a heading, and a narrow column",
    "with {name}": "a head, a question, and words in a sentence",
    "{n} meetings": "written into documents by the digest, which reads it back",
    "{n} open": "goals in a document, and actions",
    "{n} overdue": "people in a prompt, and actions",
    "why": "a question, and the label of a reason",
    ": ": "before what is said of a word, and before counts",
    "added": "what was done, and the day of it beside a person",
    "{n} of {of}": "meetings have a counter of their own",
    "{value} of {n}": "meetings have a counter of their own",
}
"""One English phrase that is two things, and has two Japanese ones for that. Every other has one."""


def bare(phrase: Phrase) -> str:
    """A phrase without the sign at its end, in small letters."""
    return texts(phrase)[-1].rstrip(".:!?。：？").casefold()


def test_one_english_phrase_is_one_japanese_one() -> None:
    found = defaultdict[str, set[str]](set)
    for row in ROWS.values():
        if not isinstance(row, str) and row[1]:
            found[bare(row[0])].add(bare(row[1]))
    assert {english: said for english, said in found.items() if len(said) > 1 and english not in SEVERAL_WORDS} == {}
    assert {english for english in SEVERAL_WORDS if len(found[english]) < 2} == set(), "what is one now is not listed"


def test_what_documents_write_before_a_line_is_what_screens_call_it() -> None:
    for language, kinds in HEADINGS.items():
        called = {kind: say(language, kind) for kind in kinds if kind not in LONGER}
        assert called == {kind: word for kind, word in kinds.items() if kind not in LONGER}


LONGER = {"checkin"}
"""A check-in stands under its goal, and is called by it."""


@pytest.mark.parametrize("part", ["topics", "mine", "theirs", "concerns", "questions", "notes"])
def test_a_heading_of_a_prepared_document_makes_nothing_private_or_of_a_kind_but_concerns(part: str) -> None:
    """What is written under a heading keeps what its own label says; only concerns make private what stands there."""
    for heading in spellings(f"document.{part}"):
        kind = KIND_OF_HEADING.get(private_headings.name(heading.strip("# ")), "")
        assert (kind in PRIVATE) == (part == "concerns"), heading


def test_what_refers_to_a_phrase_names_the_phrase_itself() -> None:
    assert [key for key, row in ROWS.items() if isinstance(row, str) and not isinstance(ROWS.get(row), tuple)] == []


def test_every_phrase_is_said() -> None:
    said, made = constants(), list(composed())
    assert [
        key
        for key in ROWS
        if not MADE.fullmatch(key)
        and not names_of(key) & said
        and not any(form.fullmatch(name) for form in made for name in names_of(key))
    ] == []


def names_of(key: str) -> set[str]:
    """What a key is called where it is said: by an error without the name of the wing, elsewhere without its area, too."""
    return {key, key.removeprefix(WING)} if key.startswith(WING) else {key, key.rpartition(".")[2]}


def test_every_phrase_that_is_said_is_there() -> None:
    asked = {"say", "phrase", "spellings", "find"}
    for name, tree in code().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) in asked
                and "aside" not in ast.unparse(node.func)
            ):
                first = node.args[1:2] if ast.unparse(node.func) in asked - {"find", "spellings"} else node.args[:1]
                for one in first:
                    if isinstance(one, ast.Constant):
                        key = str(one.value)
                        assert find(key) or any(key in area(other) for other in AREAS), f"{name}: {key}"


def test_an_area_says_what_the_common_words_do_not() -> None:
    """A key without its area is looked up among the common words, so none stands there and says the same."""
    assert [key for key, row in ROWS.items() if "." in key and area(COMMON).get(key.rpartition(".")[2]) == row] == []


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [("en", 0, "0 actions"), ("en", 1, "1 action"), ("en", 2, "2 actions"), ("ja", 1, "宿題1件")],
)
def test_one_thing_and_several(language: str, n: int, expected: str) -> None:
    assert say(language, "n_action", n=n) == expected


def test_what_people_wrote_is_never_a_format() -> None:
    assert say("en", "why", text="{n} {0} {text}") == "why: {n} {0} {text}"


def test_a_phrase_that_is_not_there_is_no_phrase() -> None:
    assert find("nothing of the kind") is None
    with pytest.raises(KeyError):
        say("en", "review.nothing_of_the_kind")


def test_both_languages_are_those_of_the_settings() -> None:
    assert phrases.LANGUAGES == ("en", "ja")


@pytest.mark.parametrize("kind", [*KINDS.values(), *MOMENT_KINDS])
def test_every_kind_of_record_has_its_names(kind: str) -> None:
    """Keys that are made of a kind are found by no search for keys: one was missing, and a command ended in an error."""
    for key in (f"errors.record.a_{kind}", f"errors.record.this_{kind}", f"n_{kind}"):
        assert all(say(language, key, n=2) for language in ("en", "ja"))


def test_every_state_that_ends_a_record_has_its_words() -> None:
    for status in (*ACTION_STATES, *TOPIC_STATES, "resolved"):
        if status not in ("open", "parked"):
            assert find(f"errors.record.is_{status}"), status
