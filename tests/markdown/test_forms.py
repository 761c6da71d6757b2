"""A form of one's own: what can stand in one, what cannot (with its line and its sentence), and the examples we give."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onelog
from onelog.core.errors import in_language
from onelog.core.scales import Scale
from onelog.markdown.forms.form import PLACES, read_form

EXAMPLES = sorted((Path(onelog.__file__).parent / "core" / "data" / "forms").glob("*/*.md"))

ASKS: tuple[tuple[str, list[tuple[str, int, int]]], ...] = (
    ("ask: energy 1-5", [("energy", 1, 5)]),
    ("Ask: nps 0-10", [("nps", 0, 10)]),
    ("- ask: energy 1–5", [("energy", 1, 5)]),
    ("ask：元気 １〜５", [("元気", 1, 5)]),
    ("聞く: 元気 1-5", [("元気", 1, 5)]),
    ("尺度：仕事量　1-5", [("仕事量", 1, 5)]),
    ("ask: energy 1-5, workload 1-5, english 1-5", [("energy", 1, 5), ("workload", 1, 5), ("english", 1, 5)]),
    ("ask: energy 1-5 How is it, as they say it?", [("energy", 1, 5)]),
    ("ask: work-load 1 to 5", [("work-load", 1, 5)]),
    ("\ufeffask: energy 1-5\r\n", [("energy", 1, 5)]),
)


@pytest.mark.parametrize(("text", "scales"), ASKS, ids=[row[0] for row in ASKS])
def test_a_scale_is_asked_for_in_many_ways(text: str, scales: list[tuple[str, int, int]]) -> None:
    form, troubles = read_form(text)
    assert (list(form.scales), troubles) == ([Scale(*one) for one in scales], ())


def test_the_words_behind_a_scale_are_its_question() -> None:
    form, _ = read_form("ask: energy 1-5 How is it?\nask: workload 1-5")
    assert [one.words for one in form.asks] == ["How is it?", ""]


BROKEN: tuple[tuple[str, int, str], ...] = (
    ("ask: mood 1-5", 1, "mood already means something; call the scale something else, such as my-mood"),
    ("## Hi\nask: energy", 2, "“energy” is not a scale; write a name and its range: ask: energy 1-5"),
    ("ask:", 1, "name a scale and its range: ask: energy 1-5"),
    ("ask: energy 5-1", 1, "energy goes from 5 to 1; a scale goes up, from 0 or more to 100 or less"),
    ("ask: energy 1-500", 1, "energy goes from 1 to 500; a scale goes up, from 0 or more to 100 or less"),
    ("ask: team spirit 1-5", 1, "“team spirit 1-5” is not a scale; its name has to be one word: ask: team-spirit 1-5"),
    ("ask: energy 1-5\nask: Ｅnergy 1-5", 2, "Energy is asked for twice"),
    ("\n".join(f"ask: s{n} 1-5" for n in range(9)), 9, "that is too many scales; a form has at most 8"),
    (
        "## A\n{promisses}", 2,
        "there is no {promisses}; you can use {promises}, {mine}, {theirs}, {topics}, {concerns}, {goals}, {questions}, {last}",
    ),
    ("{topics", 1, "there is a { without its }"),
    ("we talk of {topics} first", 1, "put {topics} on a line of its own"),
    ("{topics}\n{話すこと}", 2, "{話すこと} is in the form twice"),
    ("{promises}\n{mine}", 2, "{mine} is in the form twice"),
    ("{questions 12}", 1, "only {questions} takes a number, from 1 to 9"),
    ("# A\n\n- [ ] send the agenda", 3, "“- [ ] send the agenda” would be recorded in every meeting; a form has only headings and questions"),
    ("決定: いつも", 1, "“決定: いつも” would be recorded in every meeting; a form has only headings and questions"),
    ("## Private notes\nWhat worries me?", 2, "“What worries me?” would become a private note, because of its heading; put questions under another one"),
    ("## 懸念\n- 何が心配?", 2, "“- 何が心配?” would become a concern, because of its heading; put questions under another one"),
    ("What? ^k7qf", 1, "an id (^k7qf) belongs to one record; leave it out"),
    ("We talk, len:30m", 1, "“len:30m” would be recorded for every meeting; leave it out"),
    ("---\ntitle: mine\n---", 1, "a form has no front matter; for a field of its own, write ask: energy 1-5"),
    ("# A\n```\ncode", 2, "this code block is never closed"),
    ("<!-- mine -->", 1, "documents keep no comments; leave it out"),
    ("What\x1b[31m?", 1, "this line has characters that are not text"),
    (" \n\n", 0, "the form is empty"),
    ("x" * 30_000, 0, "30,000 characters are too many; a form has at most 20,000"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "line", "what"), BROKEN, ids=[row[2][:50] for row in BROKEN])
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, what: str) -> None:
    _, troubles = read_form(text)
    assert [tuple(one) for one in troubles] == [(line, what)]
    japanese = in_language(troubles[0].what, "ja")
    assert not japanese.isascii() and not re.search(r"[{}]{2}| is | a form ", japanese)


SOUND = (
    "## Private notes\n\n## Wins\n\n## 懸念",
    "## How are you?\n- What went well?\n1. And what did not?",
    "# With {person}\n# {相手}さんと\nA set {1, 2} of numbers",
    "```\n{code}\na: b\n```",
    "## Topics\n- {topics}",
)


@pytest.mark.parametrize("text", SOUND)
def test_headings_and_questions_are_what_a_form_has(text: str) -> None:
    form, troubles = read_form(text)
    assert (len(form.lines), troubles) == (text.count("\n") + 1, ())


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    _, troubles = read_form(text)
    assert all(0 <= one.line <= text.count("\n") + 1 and one.what for one in troubles)


@pytest.mark.parametrize("path", EXAMPLES, ids=["/".join(path.parts[-2:]) for path in EXAMPLES])
def test_the_examples_are_sound_and_ask_for_something(path: Path) -> None:
    form, troubles = read_form(path.read_text(encoding="utf-8"))
    assert troubles == ()
    assert form.asks and {line.place for line in form.lines} & {"topics", "promises"}


def test_each_language_has_the_same_examples_with_the_same_places() -> None:
    english, japanese = ([path for path in EXAMPLES if path.parent.name == language] for language in ("en", "ja"))
    assert [path.name for path in english] == [path.name for path in japanese]
    for one, other in zip(english, japanese, strict=True):
        both = [read_form(path.read_text(encoding="utf-8"))[0] for path in (one, other)]
        places = [[line.place for line in form.lines if line.place] for form in both]
        assert places[0] == places[1]
        assert len(both[0].asks) == len(both[1].asks)


def test_every_place_has_a_name_in_both_languages() -> None:
    assert all(english.isascii() and not japanese.isascii() for english, japanese in PLACES.values())
