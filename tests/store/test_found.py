"""What was logged is found by its words: short and long, English and Japanese, with accents, hyphens and quotes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty
from strategies import note_text

from onelog.journal import follow_up, goals, log
from onelog.store import changelog
from onelog.store.search import operators
from onelog.store.search.search import find_hits
from onelog.store.search.tokenizer import match, signs

TEXT = 'She asked about the ads move: naïve café plans, well-known-vendor x9 「目標」の設定を田中さんと話した。 O\'Neil said "half of all ads".'

FOUND = (
    "ads", "she", "ASKED", "x9", "naive", "naïve", "cafe", "CAFÉ", "well-known", "well known vendor", "known-vendor", "目", "目標",
    "設定を", "田中", "田中さん", "の", "O'Neil", "neil", '"half of all"', "half ads", "pla*", "ve*", "“half of”", "ａｄｓ",
    "話した 目標", 'ads"',
)  # fmt: skip
NOT_FOUND = ("adz", "目的", '"all half"', "中田", "pl", "ads zebra", "", "  ", '""', "---", "!?", "*")


def _found(query: str, text: str = TEXT) -> bool:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", text, BEGIN).meeting
        return meeting.id in [hit.id for hit in find_hits(store, query)]


@pytest.mark.long
@pytest.mark.parametrize("query", FOUND)
def test_a_meeting_is_found_by_its_words(query: str) -> None:
    assert _found(query)


@pytest.mark.long
@pytest.mark.parametrize("query", NOT_FOUND)
def test_a_meeting_is_not_found_by_words_that_it_has_not(query: str) -> None:
    assert not _found(query)


@pytest.mark.long
@pytest.mark.walk(20)
@pytest.mark.parametrize(
    "how", ["note", "action", "moment", "because", "why", "topic", "goal", "metric", "checkin", "coming"]
)
@pytest.mark.parametrize("word", ["zebra", "縞馬", "zé", "q7", "🚀", "%_\\", "launch 🎉"])
def test_every_kind_of_text_is_found_and_no_longer_after_undo_and_again_after_redo(how: str, word: str) -> None:
    with empty() as store:
        goal = goals.add(store, "something else", BEGIN).records[0]
        match how:
            case "note":
                log.log_meeting(store, "Mia", f"the {word} came", BEGIN)
            case "action" | "topic":
                log.log_meeting(store, "Mia", f"{how}: the {word} comes", BEGIN)
            case "moment":
                follow_up.add(store, "aha", f"the {word} decides", BEGIN)
            case "because":
                follow_up.add(store, "aha", f"faster because: the {word} was there", BEGIN)
            case "why":
                follow_up.add(store, "action", f"draft it why: the {word} asked", BEGIN)
            case "goal":
                goals.add(store, f"one {word} a day", BEGIN)
            case "metric":
                goals.add(store, "many", BEGIN, metric=word)
            case "checkin":
                follow_up.check_in(store, goal.id, 3, f"the {word} did it", BEGIN)
            case "coming":
                log.note_for_next(store, "Mia", f"ask for the {word}", BEGIN)
        assert len(find_hits(store, word)) == 1
        assert len(find_hits(store, f"{word} 🎈")) == 0
        changelog.undo(store, 1, BEGIN)
        assert find_hits(store, word) == []
        changelog.redo(store, 1, BEGIN)
        assert len(find_hits(store, word)) == 1


WORD = st.text("abcdxyzé", min_size=1, max_size=6) | st.text("目標設定田中会議のをカナ", min_size=1, max_size=6)


@given(st.lists(WORD, min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_a_note_is_found_by_every_word_in_it_and_by_all_of_them(words: list[str], random: object) -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", "said: " + " ".join(words), BEGIN, raw=True).meeting
        for query in [*words, " ".join(words), f'"{" ".join(words)}"', " ".join(reversed(words))]:
            assert [hit.id for hit in find_hits(store, query)] == [meeting.id], query


@given(note_text)
@settings(max_examples=30)
def test_anything_can_be_searched_for_and_a_note_is_found_by_itself(text: str) -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", f"{text}\nand one word more", BEGIN, raw=True).meeting
        hits = find_hits(store, text)
        if operators.apart(text) != operators.Operators((text,)):  # OR and -word are no words
            return
        assert [hit.id for hit in hits] == ([meeting.id] if match(text) or signs(text) else [])
        for hit in hits:
            assert all(0 <= a < b <= len(hit.snippet) for a, b in hit.spans)
