"""The question bank and the guides: whole, in both languages, and each text of the kind it should be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations
from textwrap import wrap
from typing import NamedTuple

import pytest

from onelog.cli import COMMANDS
from onelog.cli.main import group
from onelog.core.sanitize import one_line
from onelog.markdown.labels import heading

DATA = files("onelog") / "core" / "data"
BANK = (DATA / "questions.txt").read_text(encoding="utf-8")
THEMES = ["opening", "work", "growth", "career", "feedback", "wellbeing", "team", "remote", "discovery", "closing"]
ASKED = ("manager", "report", "peer", "mentor", "skip")
RELATIONS = {"any", *ASKED, "other"}
TOPICS = {
    "first-meeting", "listening", "praise", "growth-feedback", "receiving-feedback", "delegating", "worries",
    "career-talks", "remote", "skipped-meetings", "quarters-end", "discovery", "leading-up",
}  # fmt: skip
POINTS = {
    "en": ["- Before: ", "- During: ", "- After: ", "- Say: ", "- Avoid: "],
    "ja": ["- 前に：", "- その場で：", "- あとで：", "- たとえば：", "- 避けたいこと："],
}
LAST = {"en": "In onelog: ", "ja": "onelogでは："}


class Question(NamedTuple):
    theme: str
    relations: tuple[str, ...]
    en: str
    ja: str


def questions(text: str) -> Iterator[Question]:
    """The questions of a bank; a line of another form is left to its own test."""
    theme = ""
    for line in text.splitlines():
        if line.startswith("# "):
            theme = line[2:].split(" | ")[0]
        elif not line.startswith("##") and line.count(" | ") == 2:
            relations, en, ja = line.split(" | ")
            yield Question(theme, tuple(relations.split(" ")), en, ja)


QUESTIONS = list(questions(BANK))


def guides() -> dict[tuple[str, str], str]:
    """The guides by topic and language."""
    found = {}
    for language in (DATA / "guides").iterdir():
        for file in language.iterdir():
            topic, suffix = file.name.split(".")
            assert suffix == "txt"
            found[topic, language.name] = file.read_text(encoding="utf-8")
    return found


GUIDES = guides()


def fit(question: Question, relation: str) -> bool:
    return relation in question.relations or "any" in question.relations


def letters(text: str) -> str:
    """What is left without case, blanks and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "FW" else 1 for c in line)


def lines_on_80(text: str) -> int:
    """How many lines a text takes on a terminal of 80 columns, wrapped at blanks or at any wide sign."""
    return sum(max(1, len(wrap(line, 80)), -(-columns(line) // 79)) for line in text.splitlines())


def commands(text: str) -> list[str]:
    return re.findall(r"`onelog ([^`]+)`", text)


# ── questions


def test_every_line_is_a_comment_a_theme_or_a_question_in_two_languages() -> None:
    for line in BANK.split("\n"):
        one = r"[^|\s](?:[^|]*[^|\s])?"
        assert re.fullmatch(rf"|##.*|# [a-z]+ \| {one}|[a-z]+(?: [a-z]+)* \| {one} \| {one}", line), line
    assert BANK.endswith("\n")
    assert "\r" not in BANK


def test_the_themes_are_there_in_their_order() -> None:
    assert re.findall(r"^# ([a-z]+) \| .+$", BANK, re.MULTILINE) == THEMES
    assert list(dict.fromkeys(question.theme for question in QUESTIONS)) == THEMES


def test_there_are_enough_questions_for_everybody_in_every_theme() -> None:
    assert len(QUESTIONS) >= 190
    for theme in THEMES:
        here = [question for question in QUESTIONS if question.theme == theme]
        assert len(here) >= 14, theme
        assert sum("any" not in question.relations for question in here) >= 4, theme
        for relation in ASKED:
            assert sum(fit(question, relation) for question in here) >= 11, (theme, relation)
            assert sum(relation in question.relations for question in here) >= 2, (theme, relation)


def test_questions_are_for_relations_that_people_have() -> None:
    for _, relations, en, _ in QUESTIONS:
        assert set(relations) <= RELATIONS, en
        assert len(set(relations)) == len(relations), en
        assert "any" not in relations or len(relations) == 1, en


def test_questions_are_short() -> None:
    assert [question for question in QUESTIONS if len(question.en) > 110 or len(question.ja) > 60] == []


def test_questions_are_single_and_cannot_be_answered_with_yes_or_no() -> None:
    yes_or_no = r"(?:is|are|was|were|do|does|did|have|has|can|could|would|should|will)\b"
    # 何か and 誰か are "something" and "somebody": they ask for nothing; どれから asks
    asks = r"(?:何|誰|どなた|どれ|どの|どこ|どんな|どう|いつ)(?!か(?![。ら]))"
    for _, _, en, ja in QUESTIONS:
        assert en.find("?") == len(en) - 1, en
        assert not re.match(yes_or_no, en.lower()), en
        assert re.search(r"\b(?:what|which|who|whose|when|where|how)\b", en.lower()), en
        assert ja.endswith(("か。", "ください。")), ja
        assert ja.count("。") == 1, ja
        assert re.search(asks, ja), ja


def test_questions_have_no_sign_that_a_document_or_a_screen_would_stumble_over() -> None:
    for question in QUESTIONS:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9 ,'\"-]+\?", question.en), question
        assert re.fullmatch(r"[ぁ-ゖァ-ヺー々一-鿿0-9、。「」A-Za-z]+", question.ja), question
        for text in (question.en, question.ja):
            assert unicodedata.normalize("NFC", text) == text
            assert one_line(text) == text
            assert "  " not in text
            assert heading(text) is None


def test_questions_speak_as_people_do() -> None:
    jargon = r"leverage|synerg|stakeholder|align|bandwidth|proactive|impactful"
    assert [question.en for question in QUESTIONS if re.search(jargon, question.en.lower())] == []
    assert [question.ja for question in QUESTIONS if re.search(r"あなた|貴方|貴殿|彼ら|彼女", question.ja)] == []


def test_questions_ask_for_nothing_that_is_nobodys_business() -> None:
    en = r"salary|\bpay\b|married|children|pregnan|illness|doctor|religio|politic|union|resign|\bquit\b|applying"
    ja = r"給料|給与|結婚|恋人|子供|妊娠|病気|病院|宗教|政治|組合|退職|転職"
    assert [question.en for question in QUESTIONS if re.search(en, question.en.lower())] == []
    assert [question.ja for question in QUESTIONS if re.search(ja, question.ja)] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_two_questions_are_the_same(language: str) -> None:
    seen = Counter(letters(getattr(question, language)) for question in QUESTIONS)
    assert [text for text, n in seen.items() if n > 1] == []


def test_no_two_questions_are_almost_the_same() -> None:
    """Fewer than seven words of ten are shared, and fewer than seven pairs of signs in Japanese."""
    for first, second in combinations(QUESTIONS, 2):
        for a, b in (
            (set(first.en.lower().strip("?").split()), set(second.en.lower().strip("?").split())),
            (
                {first.ja[i : i + 2] for i in range(len(first.ja))},
                {second.ja[i : i + 2] for i in range(len(second.ja))},
            ),
        ):
            assert len(a & b) / len(a | b) < 0.7, (first, second)


# ── guides


def test_every_guide_is_there_in_both_languages() -> None:
    topics = {topic for topic, _ in GUIDES}
    assert topics >= TOPICS
    assert set(GUIDES) == {(topic, language) for topic in topics for language in ("en", "ja")}
    for language in ("en", "ja"):
        titles = [text.split("\n")[0] for (_, spoken), text in GUIDES.items() if spoken == language]
        assert len(set(titles)) == len(topics)


@pytest.mark.parametrize(("topic", "language"), sorted(GUIDES))
class TestAGuide:
    def test_has_a_title_a_beginning_five_points_and_what_helps(self, topic: str, language: str) -> None:
        text = GUIDES[topic, language]
        title, beginning, points, last = text.removesuffix("\n").split("\n\n")
        assert 2 <= len(title) <= 50
        assert title[-1] not in ".。"
        assert "\n" not in beginning
        assert [point.startswith(label) for point, label in zip(points.split("\n"), POINTS[language], strict=True)] == [
            True
        ] * 5
        assert re.search(r'"[^"]+[.?]"$' if language == "en" else r"「.+」$", points.split("\n")[3])
        assert last.startswith(LAST[language])
        assert "\n" not in last
        assert commands(last)

    def test_is_half_a_page(self, topic: str, language: str) -> None:
        text = GUIDES[topic, language]
        _, body = text.split("\n\n", 1)
        if language == "en":
            assert 130 <= len(body.split()) <= 220
        else:
            assert 300 <= len("".join(body.split())) <= 600
        assert lines_on_80(text) <= 23, "one screen, with the prompt under it"

    def test_is_plain_text(self, topic: str, language: str) -> None:
        text = GUIDES[topic, language]
        assert text.endswith("\n")
        assert text.count("`") % 2 == 0
        assert not re.search(r"あなた|貴方|貴殿", text)
        for line in text.splitlines():
            assert line == line.strip()
            assert "  " not in line
            assert one_line(line) == line
            assert unicodedata.normalize("NFC", line) == line
            assert not re.search(r"[*_#|\t]|https?:", line)
            assert language == "ja" or line.isascii()

    def test_names_commands_and_options_that_there_are(self, topic: str, language: str) -> None:
        known = {row.name for row in COMMANDS}
        for command in commands(GUIDES[topic, language]):
            words = command.split()
            name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
            assert name in known, command
            assert set(re.findall(r"--\w+", command)) <= options(name), command


@pytest.mark.parametrize("topic", sorted({topic for topic, _ in GUIDES}))
def test_both_languages_name_the_same_commands(topic: str) -> None:
    named = [sorted(re.findall(r"`[^`]+`", GUIDES[topic, language])) for language in ("en", "ja")]
    assert named[0] == named[1]


def options(name: str) -> set[str]:
    """The options of a command, or of a command of a command."""
    outer, _, inner = name.partition(" ")
    command = group().commands[outer]
    if inner:
        command = command.commands[inner]  # type: ignore[attr-defined]
    return {option for parameter in command.params for option in parameter.opts}
