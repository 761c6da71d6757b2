"""What text looks like when it is shown: nothing hidden, nothing that commands a terminal, nothing lost."""

import sys
import unicodedata
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.sanitize import one_line, safe

if TYPE_CHECKING:
    from _typeshed import TraceFunction

FAMILY = "👩\u200d👩\u200d👧"
HEART_ON_FIRE = "❤\ufe0f\u200d🔥"
KANJI_OF_A_NAME = "葛\U000e0100城"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        # controls
        ("\x00", "␀"),
        ("\x07", "␇"),
        ("\x0b\x0c", "␋␌"),
        ("\r", "␍"),
        ("a\r\nb", "a␍\nb"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;cm0=\x07", "␛]52;c;cm0=␇"),
        ("\x1b]8;;http://a.example\x1b\\b", "␛]8;;http://a.example␛\\b"),
        ("\x1f", "␟"),
        ("\x7f", "␡"),
        ("\x80", r"\u0080"),
        ("\x85", r"\u0085"),
        ("\x9b2J", r"\u009b2J"),
        ("\x9f", r"\u009f"),
        # direction
        ("\u061c", r"\u061c"),
        ("\u200e\u200f", r"\u200e\u200f"),
        ("\u202aa\u202e", r"\u202aa\u202e"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        # drawn as nothing
        ("pay\u200bpal", r"pay\u200bpal"),
        ("a\u200cb", r"a\u200cb"),
        ("a\u200db", r"a\u200db"),
        ("目\u200d標", r"目\u200d標"),
        ("a\u2060\u2064\u206fb", r"a\u2060\u2064\u206fb"),
        ("\ufeff# note", r"\ufeff# note"),
        ("re\xadport", r"re\u00adport"),
        ("a\u034fb\u180ec", r"a\u034fb\u180ec"),
        ("\u115f\u1160\u3164\uffa0", r"\u115f\u1160\u3164\uffa0"),
        ("\ufff9目\ufffaめ\ufffb", r"\ufff9目\ufffaめ\ufffb"),
        ("ok\U000e0041\U000e007f", r"ok\U000e0041\U000e007f"),
        ("\U000e0000\U000e0fff", r"\U000e0000\U000e0fff"),
        ("\U0001d173", r"\U0001d173"),
        # line ends that only some programs know
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        # no characters at all
        ("\ud800", "\ufffd"),
        ("a\udfffb", "a\ufffdb"),
        ("\ufdd0\uffff", r"\ufdd0\uffff"),
        ("\U0001fffe\U0010ffff", r"\U0001fffe\U0010ffff"),
        # joiners and selectors away from home
        ("👩\u200d", r"👩\u200d"),
        ("\u200d👩", r"\u200d👩"),
        ("👩\u200da", r"👩\u200da"),
        ("👩\u200d\u200d👧", r"👩\u200d\u200d👧"),
        ("a\ufe0f\u200d🔥", "a\ufe0f" + r"\u200d🔥"),
        ("می\u200c", r"می\u200c"),
        ("a\u200cخ", r"a\u200cخ"),
        ("\ufe0f", r"\ufe0f"),
        ("a\ufe01\ufe02\U000e0101", "a\ufe01" + r"\ufe02\U000e0101"),
    ],
)
def test_what_hides_or_commands_is_made_visible(typed: str, shown: str) -> None:
    assert safe(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "goals: 3 of 4 done (75 %) [/] ${HOME} \\u202e",
        "a\tb\n\nc\n",
        "目標設定、々〆〇 カタカナー ﾊﾟ か\u3099 「引用」\u3000全角",
        "Zoë naïve e\u0301 Łódź İstanbul",
        "안녕하세요 שלום مرحبا हिन्दी ไทย",
        "می\u200cخواهم",
        "क्\u200dष",
        "🎉👍🏽🇯🇵1\ufe0f⃣",
        FAMILY,
        HEART_ON_FIRE,
        "🏴\u200d☠\ufe0f",
        "👨🏽\u200d💻",
        KANJI_OF_A_NAME,
        "𠮷野家 \U000f0001\ue000",
        "␛ ⏎ \ufffd",
    ],
)
def test_ordinary_text_comes_back_as_the_same_object(text: str) -> None:
    assert safe(text) == text
    if not any(sign in text for sign in "\u200c\u200d\ufe0f\U000e0100"):
        assert safe(text) is text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("one\ntwo", "one⏎two"),
        ("a\tb", "a b"),
        ("a\r\n\tb\n", "a␍⏎ b⏎"),
        ("plain", "plain"),
        ("\n\u200d👩", r"⏎\u200d👩"),
    ],
)
def test_without_newlines_it_is_one_line(typed: str, shown: str) -> None:
    assert safe(typed, newlines=False) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("one\ntwo", r"one\ntwo"),
        ("a\tb", r"a\tb"),
        ("a\r\nb", r"a␍\nb"),
        (r"C:\temp", r"C:\temp"),
        ("\x1b[2J\u2028", r"␛[2J\u2028"),
        ("目標", "目標"),
    ],
)
def test_a_field_of_a_tab_separated_line(typed: str, shown: str) -> None:
    assert one_line(typed) == shown


# Signs that mean something to each other, next to anything at all.
TRICKY = st.text(
    st.sampled_from("a目👩🔥❤می\u061c\u200b\u200c\u200d\ufe0e\ufe0f\U000e0100\U000e0041\x1b\n\t\r\ud800⏎␛")
)
ANY_TEXT = st.one_of(TRICKY, st.text(st.characters()))


@given(ANY_TEXT)
def test_safe_text_is_left_alone(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    flat = safe(text, newlines=False)
    assert safe(flat, newlines=False) == flat
    assert safe(flat) == flat
    assert one_line(one_line(text)) == one_line(text)


@given(ANY_TEXT)
def test_nothing_dangerous_is_left(text: str) -> None:
    visible_marks = set(range(0x600, 0x606)) | {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    for sign in safe(text):
        if sign in "\n\t\u200c\u200d" or ord(sign) in visible_marks:
            continue
        assert unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    safe(text).encode()
    assert not set("\n\t") & set(safe(text, newlines=False) + one_line(text))


@given(ANY_TEXT)
def test_no_sign_is_dropped(text: str) -> None:
    assert len(safe(text)) >= len(text)
    assert len(safe(text, newlines=False)) >= len(text)


def steps(what: Callable[[], object]) -> int:
    """How many lines of Python something goes through, and how often it goes into a function or back into a generator."""
    count = 0

    def counted(_frame: FrameType, _event: str, _arg: object) -> "TraceFunction":
        nonlocal count
        count += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        what()
    finally:
        sys.settrace(before)
    return count


def test_long_text_is_searched_not_walked() -> None:
    line = "目標設定について話した。 Talked about goals.\n"
    text = line * 700
    safe(line)  # the pattern is compiled at first use
    assert safe(text) is text
    assert steps(lambda: safe(text)) == steps(lambda: safe(line))
    assert steps(lambda: any(sign == "\x1b" for sign in text)) > len(text)
