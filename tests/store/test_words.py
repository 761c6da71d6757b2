"""What was logged is found by what people type, in English and Japanese, in a real full-text table."""

import sqlite3
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.store.search.snippets import snippet
from onelog.store.search.tokenizer import holds, index_text, match, signs


@pytest.fixture(name="table", scope="module")
def _table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
        yield db


Table = sqlite3.Connection


def found(table: Table, text: str, query: str) -> bool:
    """As `search` finds: the words in the full-text table, the signs in the text itself."""
    expression, wanted = match(query), signs(query)
    if expression is None or not holds(text, wanted):
        return expression is None and wanted != () and holds(text, wanted)
    table.execute("DELETE FROM words")
    table.execute("INSERT INTO words VALUES (?)", (index_text(text),))
    return bool(table.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchall())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        # English
        ("We agreed on quarterly goals.", "goals"),
        ("We agreed on quarterly GOALS.", "Goals"),
        ("We agreed on quarterly goals.", "goals agreed"),
        ("We agreed on quarterly goals.", '"quarterly goals"'),
        ("We agreed on quarterly goals.", "“quarterly goals”"),
        ("We agreed on quarterly goals.", "goa*"),
        ("We agreed on quarterly goals.", "qu* goals"),
        ("We agreed on quarterly goals.", '"quarterly goa"*'),
        ("We agreed on quarterly goals 🎉.", "goals 🎉"),
        ("the launch🎉went well", "launch 🎉"),
        ("a party 🎉 at the launch", "launch🎉"),
        ("❤️ from all of them", "❤"),
        ("❤ from all of them", "❤️"),
        ("well done 👍🏽", "👍"),
        ("👩\u200d💻 of the year", "👩‍💻"),
        ("🚀🚀", "🚀"),
        ("costs €500", "€500"),
        ("draft → review", "→"),
        ("a path C:%_\\temp", "%_\\"),
        ("100 ％ of it", "%"),
        ("we met :)", ":)"),
        ("a -> b", '"->"'),
        ("she said - -  twice", '"- -"'),
        ("5 * 3", "*"),
        ('he said "yes"', '"'),
        ("We agreed on quarterly goals.", '"goals'),
        ("We agreed on quarterly goals.", "goals -"),
        ("We agreed on quarterly goals.", "**goals**"),
        ("We agreed on quarterly goals.", "goals? (agreed)"),
        ("We agreed on quarterly goals.", "agreed\x00\x07"),
        ("two\nlines", '"two lines"'),
        ("the follow-up went well", "follow-up"),
        ("the follow-up went well", "follow up"),
        ("the follow-up went well", "follow-u*"),
        ("the follow up went well", "follow-up"),
        ("I don't know", "don't"),
        ("I don\u2019t know", "don't"),
        ("I don't know", "don"),
        ("learn C++ and C#", "C++"),
        ("asked for node.js at 10:30", "node.js 10:30"),
        ("write to a.b@example.com", "a.b@example.com"),
        ("snake_case names", "snake_case"),
        ("salt AND pepper", "salt AND pepper"),
        ("near (door)", "NEAR(door"),
        ("title: text", "title:text"),
        ('he said "yes" twice', 'said "yes"'),
        ('he said "yes" twice', 'said"yes"twice'),
        ('5" screen', '5"'),
        # accents, case and width
        ("met Zoë at the café", "zoe cafe"),
        ("met Zoe at the cafe", "Zoë CAFÉ"),
        ("cafe\u0301 with Łukasz", "café"),
        ("Nguyễn Thị", "nguyen"),
        ("Straße", "STRASSE"),
        ("İstanbul office", "istanbul"),
        ("re\xadport", "report"),
        ("ＭＡＵ９５００００", "mau950000"),
        ("MAU", "ＭＡＵ"),
        ("ﬁnished the ﬂow", "finished flow"),
        ("goals", "ｇｏａ＊"),
        ("① first", "1"),
        # Japanese
        ("今期の目標設定について話した。", "目標"),
        ("今期の目標設定について話した。", "標設"),
        ("今期の目標設定について話した。", "目標設定"),
        ("今期の目標設定について話した。", "目標設"),
        ("今期の目標設定について話した。", "標設定"),
        ("今期の目標設定について話した。", "今"),
        ("今期の目標設定について話した。", "た"),
        ("今期の目標設定について話した。", "標"),
        ("今期の目標設定について話した。", "話した 目標"),
        ("今期の目標設定について話した。", "話した\u3000目標"),
        ("今期の目標設定について話した。", '"目標設定について"'),
        ("今期の目標設定について話した。", "目標*"),
        ("今期の目標設定について話した。", "「目標設定」"),
        ("目標、設定", "目標、設定"),
        ("目標、設定", "目標 設定"),
        ("佐々木さん、〆切は〇月", "佐々木"),
        ("佐々木さん、〆切は〇月", "々"),
        ("佐々木さん、〆切は〇月", "〆切"),
        ("𠮷野家で昼", "𠮷野"),
        ("𠮷野家で昼", "𠮷"),
        ("𠀋𠮷さん", "𠮷さん"),
        ("𛀂𛀃", "𛀃"),
        ("﨑﨑", "﨑"),
        ("葛\U000e0100城さん", "葛城"),
        ("⽬標", "目標"),
        ("マネージャーと話す", "マネージャー"),
        ("マネージャーと話す", "ージ"),
        ("ﾏﾈｰｼﾞｬｰと話す", "マネージャー"),
        ("マネージャーと話す", "ﾏﾈｰｼﾞｬｰ"),
        ("パワー・ポイント", "パワー・ポイント"),
        ("か\u3099んばる", "がん"),
        ("がんばる", "か\u3099ん"),
        ("あ゙っと言う", "あ゙っ"),
        ("あ゙っと言う", "あっと言"),
        ("㈱の㌔", "(株) キロ"),
        ("한국어를 배운다", "국어"),
        ("ㄱㅏ나다", "가나"),
        # mixed
        ("1on1の目標を決めた", "1on1の目標"),
        ("1on1の目標を決めた", "1on1"),
        ("1on1の目標を決めた", "1on1の"),
        ("1on1の目標を決めた", "目標 1on1"),
        ("次の目標MAUは95万", "目標MAU"),
        ("次の目標MAUは95万", "標MAUは"),
        ("次の目標MAUは95万", "MAU*"),
        ("次の目標MAUは95万", "目標MA*"),
        ("次の目標MAUは95万", "95万"),
        ("次の目標MAUは95万", "ＭＡＵは"),
        ("Aikoさんとlunch", "aikoさんとlunch"),
        ("Aikoさんとlunch", '"さんと LUNCH"'),
        ("目標🎉達成", "目標🎉達成"),
    ],
)
def test_found(table: Table, text: str, query: str) -> None:
    assert found(table, text, query)
    assert snippet(text, query)[1]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("We agreed on quarterly goals.", "goal"),
        ("We agreed on quarterly goals.", "oals"),
        ("We agreed on quarterly goals.", "goals missed"),
        ("We agreed on quarterly goals.", '"goals quarterly"'),
        ("We agreed on quarterly goals.", "“goals quarterly”"),
        ("cats and dogs", "C++*"),
        ("We agreed on quarterly goals.", "* goal"),
        ("We agreed on quarterly goals.", "agr*ed"),
        ("follow the way up", "follow-up"),
        ("the followup", "follow-up"),
        ("pepper", "salt OR pepper"),
        ("goals 2025", "goals NOT 2026"),
        ("かんばる", "が"),
        ("がんばる", "か"),
        ("はなす", "ばな"),
        ("バラ", "パラ"),
        ("今期の目標設定", "設標"),
        ("今期の目標設定", "目標定"),
        ("今期の目標設定", "目設"),
        ("目標と設定", "目標設定"),
        ("目標、標設、設定", "目標設定"),
        ("目標 設定", "標設"),
        ("マネジャー", "マネージャー"),
        ("1on1で目標", "1on1の目標"),
        ("目標1on1の", "1on1の目標"),
        ("目標はMAU", "目標MAU"),
        ("目標 標MAU", "目標MAU"),
        ("目標MAUS", "目標MAU"),
    ],
)
def test_not_found(table: Table, text: str, query: str) -> None:
    assert match(query) is not None
    assert not found(table, text, query)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("the launch went well", "launch 🎉"),
        ("the launch went well", "launch🎉"),
        ("the launch 🚀", "launch 🎉"),
        ("the launch", "🚀"),
        ("100 percent", "%"),
        ("%_ and \\", "%_\\"),
        ("a - > b", "->"),
        ("->", "-> <-"),
        ("-> -", '"- ->"'),
        ("🇯🇴🇵🇸", "🇯🇵"),
    ],
)
def test_a_sign_that_is_not_there_is_not_dropped(table: Table, text: str, query: str) -> None:
    assert signs(query)
    assert not found(table, text, query)


@pytest.mark.parametrize(
    "query", ["", " \t\n", '"', '""', '" "*', "*", "-", "+++ (?!)", "。、", "🎉👍🏽", "\x00", "\ud800", "゛"]
)
def test_nothing_to_search_for(query: str) -> None:
    assert match(query) is None
    assert snippet("the beginning", query) == ("the beginning", ())


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("goals", '"goals"'),
        ("Goals  agreed", '"goals" "agreed"'),
        ('"weekly report" goa*', '"weekly report" "goa"*'),
        ("目", '"目"*'),
        ("目標", '"目標"'),
        ("目標設定", '"目標 標設 設定"'),
        ("目標MAU", '"目標 標 mau"'),
        ("1on1の", '"1on1 の"*'),
        ("goals goals", '"goals"'),
        ("don't", '"don t"'),
    ],
)
def test_the_expression(query: str, expression: str) -> None:
    assert match(query) == expression


def test_what_the_table_holds() -> None:
    assert index_text("Goals: 目標設定、KPI が ﾊﾟ") == "goals 目標 標設 設定 定 kpi が パ"
    assert index_text("🎉 …") == ""


@pytest.mark.long
def test_a_query_of_any_length_is_accepted(table: Table) -> None:
    assert not found(table, "目標", " ".join(f"w{number}" for number in range(20_000)))
    assert found(table, "目標設定" * 5_000, "目標設定" * 5_000)
    assert found(table, "goals", "goals " * 20_000)


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5)
JAPANESE = st.text(st.sampled_from("目標設定々かがー"), min_size=1, max_size=6)
SYNTAX = "\"*-+:(){}^'“”\x00\ud800🎉 。、\n"
MELTING = "\u200b\ufe0f\u3099\u0301ﾞ゛ㄱㅏ\u11a8"  # combine with what stands before them
SIGNS = st.text(st.sampled_from(SYNTAX + MELTING), max_size=3)
ANY_TEXT = st.one_of(
    st.lists(st.one_of(WORDS, JAPANESE, SIGNS, st.sampled_from(["AND", "NOT ", "NEAR("]))).map("".join),
    st.text(st.characters()),
)
PLAIN = st.text(st.sampled_from("目標設が ab-"), max_size=12)


@given(text=ANY_TEXT, query=ANY_TEXT)
def test_any_query_is_accepted(table: Table, text: str, query: str) -> None:
    if found(table, text, query):
        assert snippet(text, query)[1]


@given(text=ANY_TEXT)
def test_every_word_of_a_text_finds_it(table: Table, text: str) -> None:
    for query in [text, *text.split()]:
        assert match(query) is None or found(table, text, query)
        assert match(query) is None or snippet(text, query)[1]


@given(before=ANY_TEXT, inside=JAPANESE, after=PLAIN)
def test_every_part_of_a_japanese_run_finds_it(table: Table, before: str, inside: str, after: str) -> None:
    assert found(table, f"{before}{inside}{after}", inside)


@given(words=st.lists(WORDS, min_size=1, max_size=5), start=st.integers(0, 4), end=st.integers(1, 5))
def test_every_phrase_of_a_text_finds_it(table: Table, words: list[str], start: int, end: int) -> None:
    query = f'"{" ".join(words[start:end])}"'
    assert match(query) is None or found(table, " ".join(words), query)


@given(text=st.text(st.sampled_from("目標設が 、a")), query=st.text(st.sampled_from("目標設が"), min_size=1))
def test_japanese_is_found_where_it_is_and_nowhere_else(table: Table, text: str, query: str) -> None:
    assert found(table, text, query) == (query in text)


@given(text=st.one_of(PLAIN, ANY_TEXT), query=st.one_of(PLAIN.map('"{}"'.format), PLAIN.map('"{}"*'.format)))
def test_the_snippet_and_the_table_agree_on_what_is_a_find(table: Table, text: str, query: str) -> None:
    shown, spans = snippet(text, query, 10_000)
    assert bool(spans) == found(table, text, query)
    assert all(found(table, shown[start:end], query) for start, end in spans)


@given(text=ANY_TEXT, query=ANY_TEXT, width=st.integers(-1, 40))
def test_a_snippet_is_a_piece_of_the_text(text: str, query: str, width: int) -> None:
    shown, spans = snippet(text, query, width)
    flat = " ".join(text.split())
    assert shown.removeprefix("…").removesuffix("…") in flat
    assert len(shown) <= max(width, 10)
    assert (shown == flat) or "…" in shown
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(shown) for start, end in spans)


LONG = "We talked about the roadmap, the hiring plan and the budget for the next year; then about goals again"


def cut_out(text: str, query: str, width: int = 80) -> tuple[str, list[str]]:
    shown, spans = snippet(text, query, width)
    return shown, [shown[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "query", "width", "shown", "hits"),
    [
        ("Zoë’s goals", "GOALS zoe", 80, "Zoë’s goals", ["Zoë", "goals"]),
        ("cafe\u0301!", "café", 80, "cafe\u0301!", ["cafe\u0301"]),
        ("Straße", "strasse", 80, "Straße", ["Straße"]),
        ("ﾏﾈｰｼﾞｬｰ と ＭＡＵ", "マネージャー mau", 80, "ﾏﾈｰｼﾞｬｰ と ＭＡＵ", ["ﾏﾈｰｼﾞｬｰ", "ＭＡＵ"]),
        ("葛\U000e0100城さん", "葛", 80, "葛\U000e0100城さん", ["葛\U000e0100"]),
        ("５㌔走った", "キロ", 80, "５㌔走った", ["㌔"]),
        ("goals and\n\n - goaltender", "goa*", 80, "goals and - goaltender", ["goa", "goa"]),
        ("1on1の 目標", '"1on1 の 目標"', 80, "1on1の 目標", ["1on1の 目標"]),
        ("がんばるか", "か", 80, "がんばるか", ["か"]),
        ("ああああ", "ああ", 80, "ああああ", ["ああああ"]),
        ("目標目標", "目標", 80, "目標目標", ["目標", "目標"]),
        ("目標設定", "標 目標設定", 80, "目標設定", ["目標設定"]),
        ("目標設定について話した", "目標設定について話した", 10, "目標設定について…", ["目標設定について"]),
        ("予算あああああ設定会議した", "予算 設定会議", 12, "予算あああああ設定会…", ["予算"]),
        (LONG, "budget", 40, "…plan and the budget for the next…", ["budget"]),
        (LONG, "we", 30, "We talked about the roadmap,…", ["We"]),
        (LONG, "again", 30, "…year; then about goals again", ["again"]),
        (LONG, "talked goals again", 30, "…year; then about goals again", ["goals", "again"]),
        (LONG, "hiring goals", 30, "…the hiring plan and…", ["hiring"]),
        (LONG, "elephant", 30, "We talked about the roadmap,…", []),
        (LONG, "", 30, "We talked about the roadmap,…", []),
        ("one\r\ntwo\tthree", "two", 80, "one two three", ["two"]),
        ("今期の目標設定について" * 3, "設定", 12, "…期の目標設定について…", ["設定"]),
        ("今期の目標設定。次は資料を作ることにした", "資料", 10, "…次は資料を作る…", ["資料"]),
        ("see " + "y" * 60 + " goal", "goal", 30, f"…{'y' * 23} goal", ["goal"]),
        ("x" * 40, "x*", 12, "xxxxxxxxxx…", ["x"]),
    ],
)
def test_the_snippet(text: str, query: str, width: int, shown: str, hits: list[str]) -> None:
    assert cut_out(text, query, width) == (shown, hits)


def test_a_snippet_tears_no_sign() -> None:
    family, flag, accent = "👩\u200d👩\u200d👧", "🇯🇵", "e\u0301"
    for sign in (family, flag, accent, "👍🏽"):
        for width in range(10, 30):
            shown, _ = snippet(f"{sign} " * 20, "", width)
            assert set(shown.removesuffix("…").split()) == {sign}


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize(
    "line",
    [
        "we talked about the plan for it\n",
        "we talked about the plan for it ",
        "目標の見直しについて話した。plan\n",
        "naïve 🎉 目標 plan\n",
    ],
    ids=["English", "one line", "Japanese", "all sorts"],
)
@pytest.mark.parametrize("query", ["plan kestrel", "🎈"])
def test_a_long_text_takes_a_few_times_its_size(line: str, query: str) -> None:
    text = line * (200_000 // len(line)) + "kestrel"
    tracemalloc.start()
    try:
        holds(text, signs(query))
        shown, _ = snippet(text, query)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(shown) <= 80
    assert peak < 9 * sys.getsizeof(text)
