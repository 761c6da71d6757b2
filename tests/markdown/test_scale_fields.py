"""Scales of one's own in a text: what is read, what stays text and what is said about it; and the way back."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.model import Meeting, Ref
from onelog.core.scales import Scale, ScaleValue, lines_of, read_value
from onelog.markdown import document
from onelog.markdown.forms.scale_fields import cut_front, front_lines, keyed
from onelog.markdown.parsed import Anything, Draft

NOW = datetime.fromisoformat("2026-11-22T14:00:00+09:00")
SCALES = (
    Scale("energy", 1, 5),
    Scale("workload", 1, 5),
    Scale("nps", 0, 10),
    Scale("元気", 1, 5),
    Scale("仕事量", 1, 5),
)


class Knowing(Anything):
    scales: Mapping[str, Scale] = keyed(SCALES)


def read(text: str, *, typed: bool = True) -> Draft:
    return document.read(text, NOW, Knowing(), typed=typed)


def note(draft: Draft) -> str:
    return "\n".join(line.text for line in draft.lines if not hasattr(line, "kind"))


READ: tuple[tuple[str, dict[str, int], str], ...] = (
    ("energy:4 we met", {"energy": 4}, "we met"),
    ("we met energy:4", {"energy": 4}, "we met"),
    ("we met, energy:4, then left", {"energy": 4}, "we met, then left"),
    ("talked, energy:4.", {"energy": 4}, "talked."),
    ("Energy: 4", {"energy": 4}, ""),
    ("energy: 4 workload: 2", {"energy": 4, "workload": 2}, ""),
    ("energy:4/5 workload:2/5", {"energy": 4, "workload": 2}, ""),
    ("energy: 4. We met", {"energy": 4}, "We met"),
    ("nps:0 we met", {"nps": 0}, "we met"),
    ("元気：４、仕事量：２ 話した", {"元気": 4, "仕事量": 2}, "話した"),
    ("話した。元気：４", {"元気": 4}, "話した。"),
    ("ＥＮＥＲＧＹ：４", {"energy": 4}, ""),
    ("energy:4 mood:3 x", {"energy": 4}, "x"),
)


@pytest.mark.parametrize(("text", "scales", "left"), READ, ids=[row[0] for row in READ])
def test_what_is_read(text: str, scales: dict[str, int], left: str) -> None:
    draft = read(text)
    assert ({one.name: one.value for one in draft.fields.scales}, note(draft), draft.troubles) == (scales, left, ())


TEXT: tuple[tuple[str, str, str], ...] = (
    ("energy:7 x", "energy:7 x", "energy goes from 1 to 5, in whole numbers; this is '7'"),
    ("energy:0", "energy:0", "energy goes from 1 to 5, in whole numbers; this is '0'"),
    ("energy:3.5 x", "energy:3.5 x", "energy goes from 1 to 5, in whole numbers; this is '3.5'"),
    ("energy:-1", "energy:-1", "energy goes from 1 to 5, in whole numbers; this is '-1'"),
    ("energy:4/10", "energy:4/10", "energy goes from 1 to 5, in whole numbers; this is '4/10'"),
    ("energy:high", "energy:high", "energy goes from 1 to 5, in whole numbers; this is 'high'"),
    ("energy: 4 people left", "energy: 4 people left", "“energy: 4” was read as text; energy:4 is the scale"),
    ("energy:4 energy:5", "energy:5", "energy: appears twice; the second one stays in the note"),
    ("今日は元気：４", "今日は元気：４", "“元気：４” was read as text; a space before it makes it the scale"),
    ("we met\n\nenergy:4", "we met\n\nenergy:4", "“energy:4” was read as text; scales go in the first paragraph"),
    ("her energy: she was tired", "her energy: she was tired", ""),
    (r"\energy:4 x", "energy:4 x", ""),
    ("synergy:4 x", "synergy:4 x", ""),
    ("english:4 x", "english:4 x", ""),
    ("energy://4 x", "energy://4 x", ""),
)


@pytest.mark.parametrize(("text", "left", "said"), TEXT, ids=[row[0] for row in TEXT])
def test_what_stays_text_and_what_is_said(text: str, left: str, said: str) -> None:
    draft = read(text)
    assert (note(draft), [what for _, what in draft.troubles]) == (left, [said] if said else [])


def test_in_a_document_a_scale_stands_in_the_front_matter_alone() -> None:
    draft = read("---\nwith: Mia\nenergy: 4\n---\nworkload:2 of five", typed=False)
    assert [str(one) for one in draft.fields.scales] == ["energy 4/5"]
    assert (note(draft), draft.troubles, draft.extra) == ("workload:2 of five", (), "")


FRONT: tuple[tuple[str, str, str, list[str]], ...] = (
    ("energy: 4", "energy 4/5", "", []),
    ('"energy": "4"', "energy 4/5", "", []),
    ("Energy: ４/5", "energy 4/5", "", []),
    ("energy: # 1-5", "", "", []),
    ("gone: 4 # 1-5", "gone 4/5", "", []),
    ("gone: 7 # 0-10", "gone 7 (0-10)", "", []),
    ("energy: 4 # 1-10", "energy 4/10", "", []),
    ("gone: 4", "", "gone: 4", []),
    ("energy: 9", "", "energy: 9", ["energy goes from 1 to 5, in whole numbers; this is '9'"]),
    ("mood: 4 # 1-5", "", "mood: 4 # 1-5", []),
    ("energy: 4\nenergy: 5", "energy 4/5", "energy: 5", ["energy: appears twice"]),
    ("cssclasses: [wide]", "", "cssclasses: [wide]", []),
)


@pytest.mark.parametrize(("lines", "said", "rest", "troubles"), FRONT, ids=[row[0] for row in FRONT])
def test_what_a_front_matter_says(lines: str, said: str, rest: str, troubles: list[str]) -> None:
    found = cut_front(lines, Knowing.scales)
    assert (", ".join(map(str, found.values)), found.rest, [what for _, what in found.troubles]) == (
        said,
        rest,
        troubles,
    )


ranges = st.tuples(st.integers(0, 99), st.integers(1, 100)).map(lambda two: (min(two), max(max(two), min(two) + 1)))


@st.composite
def values(draw: st.DrawFn) -> ScaleValue:
    low, high = draw(ranges)
    return ScaleValue(
        draw(st.sampled_from(["energy", "元気", "work-load", "nps", "élan", "x1"])),
        draw(st.integers(low, high)),
        low,
        high,
    )


@given(values())
def test_a_value_is_read_as_it_is_written(value: ScaleValue) -> None:
    assert read_value(str(value)) == value
    assert cut_front("\n".join(front_lines([value])), {}).values == (value,)


@given(st.lists(values(), max_size=5, unique_by=lambda one: one.key))
def test_a_document_says_what_was_said(said: list[ScaleValue]) -> None:
    met = Meeting("u", "k7qf", Ref("p", "Mia"), NOW, scales=tuple(said), body="we met energy:3")
    written = document.write(met)
    draft = document.read(written, NOW, Knowing())
    assert (draft.fields.scales, note(draft), draft.extra) == (tuple(said), "we met energy:3", "")


def test_two_ranges_of_a_scale_are_two_lines() -> None:
    days = [NOW.date().replace(day=day) for day in (1, 2, 3)]
    said = [ScaleValue("energy", 4, 1, 5), ScaleValue("energy", 5, 1, 5), ScaleValue("Energy", 9, 1, 10)]
    found = lines_of((day, (one,)) for day, one in zip(days, said, strict=True))
    assert [(one.name, one.high, [value for _, value in one.values]) for one in found] == [
        ("Energy", 10, [9]),
        ("energy", 5, [4, 5]),
    ]
