"""guide: half a page on one kind of conversation, in the language one wants, wrapped to the screen."""

import re
from datetime import date
from io import StringIO

import pytest
from conftest import Onelog
from rich.cells import cell_len

from onelog.insight.talk import guides
from onelog.terminal.insight import guide as drawn_guide
from onelog.terminal.kit.screen import Screen

pytestmark = pytest.mark.posix

TODAY = date(2026, 11, 22)


def test_the_list_has_every_guide_there_is() -> None:
    files = {(file.parent.name, file.name) for file in guides.FOLDER.rglob("*.*")}
    assert {(language, f"{topic}.txt") for topic in guides.TOPICS for language in guides.LANGUAGES} == files
    assert len(guides.TOPICS) == len(set(guides.TOPICS))


def test_topics_and_titles_are_listed(onelog: Onelog) -> None:
    drawn = onelog.screen("guide").split("\n")
    assert drawn[0] == "first-meeting       The first 1-on-1"
    assert drawn[-2] == "onelog guide TOPIC shows one."
    assert len(drawn) == len(guides.TOPICS) + 3
    assert onelog("guide --language ja").split("\n")[2] == "guide\tlistening\t\t\t聞く"
    assert not onelog.journal.exists()


@pytest.mark.parametrize("language", guides.LANGUAGES)
def test_in_a_pipe_a_guide_is_its_text(onelog: Onelog, language: str) -> None:
    text = (guides.FOLDER / language / "worries.txt").read_text(encoding="utf-8")
    assert onelog("guide", "worries", "--language", language) == text
    assert onelog.json("guide", "worries", "--language", language) == {
        "kind": "guide", "topic": "worries", "title": text.split("\n")[0], "text": text
    }  # fmt: skip


def test_the_language_is_that_of_the_settings(onelog: Onelog) -> None:
    config = onelog.folder / "config.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    assert onelog("guide listening", ONELOG_CONFIG=str(config)).startswith("聞く\n")
    assert onelog("guide listening --language en", ONELOG_CONFIG=str(config)).startswith("Listening\n")
    assert "There is no guide in 'fr'." in onelog.fails("guide listening --language fr", code=2)


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("worries", "worries"), ("Worr", "worries"), ("quarter", "quarters-end"), ("first meeting", "first-meeting"),
        ("distance", "remote"), ("two minutes", "before-and-after"), ("聞く", "listening"), ("数年先", "career-talks"),
        ("receiving", "receiving-feedback"),
    ],
)  # fmt: skip
def test_a_guide_is_named_by_a_word_of_its_topic_or_title(word: str, topic: str) -> None:
    assert guides.guide(word, "en").topic == topic


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("listning", "Did you mean listening?"),
        ("feedbak", "Did you mean growth-feedback or receiving-feedback?"),
        ("feedback", "Several guides fit 'feedback': growth-feedback, receiving-feedback."),
        ("弁当", "onelog guide lists them."),
        (" ", "onelog guide lists them."),
    ],
)
def test_what_is_unknown_brings_the_nearest(onelog: Onelog, word: str, said: str) -> None:
    assert said in onelog.fails("guide", word)


@pytest.mark.parametrize("width", [36, 60, 80, 200])
@pytest.mark.parametrize("language", guides.LANGUAGES)
def test_a_guide_is_wrapped_to_the_screen_and_nothing_of_it_is_lost(language: str, width: int) -> None:
    for one in guides.everything(language):
        file = StringIO()
        drawn_guide.draw(Screen(file, language=language, color="never", width=width), one, TODAY)
        drawn = file.getvalue()
        assert max(cell_len(line) for line in drawn.split("\n")) <= min(width, 100), one.topic
        assert re.sub(r"\s", "", drawn) == re.sub(r"[\s`]", "", one.text), one.topic


def test_a_guide_on_a_terminal(onelog: Onelog) -> None:
    assert onelog.screen("guide listening", columns=60) == LISTENING


LISTENING = """\
Listening

Most people know what they want to say only after they have
said half of it. Listening means leaving them time for the
other half. It is work, and it can be practised one meeting
at a time.

- Before: clear your desk and your screen. Decide what you
  want to understand today rather than what you want to
  explain.
- During: ask one question, then count to five before you
  add anything. Repeat their last words when you want to
  hear more. From time to time say in one sentence what you
  have understood, and let them correct it.
- After: write down one thing that you had not known, in
  their words and not in yours.
- Say: "Let me check that I have it: the date is not the
  trouble, it is that nobody asked you. What have I missed?"
- Avoid: the advice that comes to you in the first minute.
  It mostly answers the question that you would have had in
  their place.

In onelog: onelog log PERSON keeps their words as you typed
them; onelog search WORDS finds them again.
"""
