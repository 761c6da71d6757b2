"""What the prompt says and colours while somebody types: as the grammar reads it, and the words stay the words."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.markdown import document
from onelog.markdown.preview import painted, preview
from onelog.terminal.preview_pieces import preview_pieces

NOW = datetime.fromisoformat("2026-11-22T14:00:00+09:00")

SAID = {
    "a: one due:fri": ("1 action · due Fri 27 Nov", "宿題1件 · 期限 11月27日(金)"),
    "a: one due:fri\na: two due:2026-12-04\naha: small": ("2 actions · 1 aha · due Fri 27 Nov · due Fri 4 Dec", None),
    "a: 1 due:fri\na: 2 due:sat\na: 3 due:sun": ("3 actions · due Fri 27 Nov · due Sat 28 Nov · and 1 more", None),
    "we met": ("", ""),
    "mood:4 len:45m mode:walk we met": ("45m · walk · mood 4", "45分 · 散歩 · 気分4"),
    "a: one due:blub": ("! · 1 action", "! · 宿題1件"),
    "称賛: 話が明快\n次回: 給料": ("1 praise · 1 topic", None),
}


@pytest.mark.parametrize("text", SAID)
def test_one_line_says_what_will_become_of_a_text(text: str) -> None:
    found = preview(document.read(text, NOW, typed=True))
    for language, expected in zip(("en", "ja"), SAID[text], strict=True):
        said = "".join(
            "!" if style == "bar.doubt" else one for style, one in preview_pieces(found, NOW.date(), language)
        )
        assert expected in (None, said), language


def test_what_is_not_understood_is_said_first() -> None:
    found = preview(document.read("we met\na: one due:blub", NOW))
    style, text = preview_pieces(found, NOW.date(), "en")[0]
    assert style == "bar.doubt"
    assert text.startswith("Line 2: ")
    assert "blub" in text


PAINTED = {
    "we met": [("", "we met")],
    "a: draft it due:fri now": [("label", "a:"), ("", " draft it "), ("day", "due:fri"), ("", " now")],
    "a: ask @mia why: she knows": [
        ("label", "a:"), ("", " ask "), ("person", "@mia"), ("", " "), ("key", "why: she knows"),
    ],
    "we met a: one aha: two because: three": [
        ("", "we met "), ("label", "a:"), ("", " one "), ("label", "aha:"), ("", " two "), ("key", "because: three"),
    ],
    "mood:4 we met #ads": [("field", "mood:4"), ("", " we met "), ("tag", "#ads")],
    "宿題: 図を書く due:2026-12-01": [("label", "宿題:"), ("", " 図を書く "), ("day", "due:2026-12-01")],
    "  - [x] sent it": [("", "  "), ("label", "- [x]"), ("", " sent it")],
    "a: one due:blub": [("label", "a:"), ("", " one "), ("doubt", "due:blub")],
    "re: the offer at 10:30": [("", "re: the offer at 10:30")],
    "\\a: no label": [("", "\\a: no label")],
}  # fmt: skip


@pytest.mark.parametrize("line", PAINTED)
def test_a_line_is_coloured_as_it_is_understood(line: str) -> None:
    assert painted(line, document.read(line, NOW, typed=True)) == PAINTED[line]


TOKENS = st.sampled_from(
    ["a:", "aha: ", "due:fri", "@mia ", '@"Mia T" ', "why:", "#tag", "mood:4", "宿題：", "\\a:", "- [x] ", "because: ", " ", "　", "word",
     "\t", "::", "due:", "g: mau 3", "on:today", '"', "x\\", "a: a:", "@", "#"]
)  # fmt: skip


@given(st.lists(TOKENS | st.text(max_size=4), max_size=12).map("".join).map(lambda text: text.replace("\n", " ")))
def test_the_pieces_of_a_line_are_the_line(line: str) -> None:
    assert "".join(text for _, text in painted(line, document.read(line, NOW, typed=True))) == line
