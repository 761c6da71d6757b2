"""Text laid into lines: nothing lost, nothing too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onelog.terminal.kit.layout import clip, clipped, pad, pieces, row, wrap

BITS = [
    "a",
    "word",
    " ",
    "  ",
    "計画",
    "を",
    "、",
    "。",
    "「",
    "🎉",
    "👩\u200d💻",
    "❤\ufe0f",
    "é",
    "e\u0301",
    "x" * 50,
    "-",
    "한글",
    "\u3000",
]
texts = st.lists(st.sampled_from(BITS), max_size=25).map("".join)


def drawn(lines: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 8, [""]),
        ("as it is", 8, ["as it is"]),
        ("as it was", 8, ["as it", "was"]),
        ("two  blanks stay", 12, ["two  blanks", "stay"]),
        ("a-very-long-word-that-is-cut", 10, ["a-very-lon", "g-word-tha", "t-is-cut"]),
        ("来期の目標を決める。", 8, ["来期の", "目標を決", "める。"]),
        ("次の面談の超過と見送り", 6, ["次の", "面談の", "超過と", "見送り"]),
        ("計画です。", 8, ["計画で", "す。"]),
        ("これは「計画」です", 8, ["これは", "「計画」", "です"]),
        ("Miaと計画", 6, ["Miaと", "計画"]),
        ("期日は9月14日と12回", 9, ["期日は", "9月14日と", "12回"]),
        ("👩\u200d💻👩\u200d💻👩\u200d💻", 5, ["👩\u200d💻👩\u200d💻", "👩\u200d💻"]),
    ],
)
def test_a_text_is_wrapped_where_its_writing_allows(text: str, width: int, expected: list[str]) -> None:
    assert drawn(wrap([(text, "")], width)) == expected


@given(texts, st.integers(2, 40))
def test_wrapping_loses_nothing_but_blanks_and_keeps_the_width(text: str, width: int) -> None:
    lines = drawn(wrap([(text, "")], width))
    assert bare("".join(lines)) == bare(text)
    assert all(cell_len(line) <= width for line in lines)


@given(st.lists(st.tuples(texts, st.sampled_from(["", "late", "quiet"])), max_size=4), st.integers(2, 40))
def test_wrapped_words_keep_their_styles(parts: list[tuple[str, str]], width: int) -> None:
    styled = [(sign, style) for line in wrap(parts, width) for text, style in line for sign in bare(text)]
    assert styled == [(sign, style) for text, style in parts for sign in bare(text)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("a word cut", 7, "a word…"),
        ("目標設定", 8, "目標設定"),
        ("目標設定", 7, "目標設…"),
        ("目標設定", 6, "目標…"),
        ("two\nlines", 20, "two⏎lines"),
        ("any", 1, "…"),
        ("any", 0, ""),
    ],
)
def test_a_text_is_clipped_to_cells(text: str, width: int, expected: str) -> None:
    assert clip(text, width) == expected


@given(texts, st.integers(0, 30))
def test_padding_fills_exactly(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width


def test_what_is_clipped_keeps_the_styles_before_the_cut() -> None:
    assert clipped([("Mia", "name"), (" · every week", "quiet")], 9) == [
        ("Mia", "name"),
        (" · ev", "quiet"),
        ("…", "quiet"),
    ]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            60,
            [
                "k7qf  write the plan and show it to those who     Tue 17 Nov",
                "      live with it",
            ],
        ),
        (
            40,
            [
                "k7qf  write the plan and show it to",
                "      those who live with it  Tue 17 Nov",
            ],
        ),
        (
            37,
            [
                "k7qf  write the plan and show it to",
                "      those who live with it",
                "                           Tue 17 Nov",
            ],
        ),
        (
            12,
            [
                "k7qf  write",
                "  the plan",
                "  and show",
                "  it to",
                "  those who",
                "  live with",
                "  it",
                "  Tue 17 Nov",
            ],
        ),
    ],
)
def test_a_row_gives_way_as_the_screen_narrows(width: int, expected: list[str]) -> None:
    lines = row(["k7qf  "], ["write the plan and show it to those who live with it"], ["Tue 17 Nov"], width)
    assert drawn(lines) == expected


def test_with_a_limit_of_lines_the_tail_stays_whole() -> None:
    assert drawn(row(["k7qf  "], ["write the plan and show it"], ["Tue 17 Nov"], 30, most=1)) == [
        "k7qf  write the…    Tue 17 Nov"
    ]


@given(texts, texts, texts, st.integers(20, 60), st.integers(0, 3))
def test_no_row_is_wider_than_the_screen(lead: str, body: str, tail: str, width: int, most: int) -> None:
    lines = drawn(row([lead], [body], [tail], width, most))
    assert all(cell_len(line) <= width for line in lines)


@given(texts, texts, texts, st.integers(20, 60))
def test_a_row_loses_nothing(lead: str, body: str, tail: str, width: int) -> None:
    assert sorted(bare("".join(drawn(row([lead], [body], [tail], width))))) == sorted(bare(lead + body + tail))


def test_pieces_are_made_safe_before_they_are_measured() -> None:
    assert pieces(["a\x1b[2J\u202eb", "", ("x\ty", "late")]) == [("a␛[2J\\u202eb", ""), ("x y", "late")]
