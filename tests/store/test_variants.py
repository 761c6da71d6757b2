"""A Japanese word is found in each of the ways in which it is written; what only looks like it is not."""

from collections.abc import Iterator

import pytest
from random_journal import BEGIN, empty

from onelog.core.model import Meeting
from onelog.core.selection import Selection
from onelog.journal import log, people
from onelog.store.database import Store
from onelog.store.search.search import find_hits
from onelog.store.search.variants import MOST, spelled, ways

# (what was written, what is looked for)
PAIRS = [
    ("打ち合わせ", "打合せ"), ("打合せ", "打ち合わせ"), ("打合わせ", "打合せ"), ("打ち合せ", "打合わせ"), ("取組", "取り組み"), ("取り組み", "取組"),
    ("引継ぎ", "引き継ぎ"), ("引き継ぎ", "引継"), ("申込み", "申し込み"), ("見積", "見積もり"), ("見積り", "見積もり"), ("問合せ", "問い合わせ"),
    ("受け入れ", "受入れ"), ("立上げ", "立ち上げ"), ("ふりかえり", "振り返り"), ("振り返り", "振返り"), ("売上", "売り上げ"), ("くり返し", "繰り返し"),
    ("割当", "割り当て"), ("締切", "締め切り"), ("〆切", "締切"), ("すり合わせ", "擦り合わせ"), ("手続", "手続き"), ("取扱い", "取り扱い"),
    ("切替", "切り替え"), ("聞き取り", "聞取り"), ("気付き", "気づき"), ("気づき", "気付き"), ("申送り", "申し送り"), ("絞込み", "絞り込み"),
    ("サーバー", "サーバ"), ("サーバ", "サーバー"), ("ユーザ", "ユーザー"), ("メンバ", "メンバー"), ("プリンタ", "プリンター"), ("フォルダ", "フォルダー"),
    ("マネジャー", "マネージャー"), ("マネージャー", "マネジャー"), ("マネジメント", "マネージメント"), ("インタフェース", "インターフェース"), ("ウエブ", "ウェブ"),
    ("シュミレーション", "シミュレーション"), ("バイオリン", "ヴァイオリン"), ("レポート", "リポート"), ("りんご", "リンゴ"), ("リンゴ", "りんご"),
    ("ランチ", "らんち"), ("ｻｰﾊﾞｰ", "サーバ"), ("サーバー移行", "サーバ移行"), ("サーバ移行", "サーバー移行"), ("できる", "出来る"), ("分かる", "わかる"),
    ("ください", "下さい"), ("子ども", "子供"), ("ありがとう", "有難う"), ("行なう", "行う"), ("面白い", "おもしろい"), ("ワンオンワン", "1on1"),
    ("渡邊", "渡辺"), ("髙橋", "高橋"), ("斎藤", "齋藤"), ("見送り", "見送"), ("打合せ資料", "打ち合わせ資料"), ("来週の打合わせ", "来週の打合せ"),
]  # fmt: skip
# (what was written, what is looked for and is not it)
OTHERS = [
    ("打ち上げ", "打合せ"), ("待ち合わせ", "打ち合わせ"), ("打ち明ける", "打ち合わせ"), ("組織", "取組"), ("取り決め", "取り組み"), ("引き出し", "引継ぎ"),
    ("引き算", "引き継ぎ"), ("申告", "申し込み"), ("見込み", "見積もり"), ("問題", "問い合わせ"), ("受験", "受け入れ"), ("立場", "立ち上げ"), ("振替", "振り返り"),
    ("振込", "振返り"), ("売店", "売上"), ("繰り上げ", "繰り返し"), ("割引", "割り当て"), ("締結", "締め切り"), ("閉め切り", "締切"), ("すり抜け", "すり合わせ"),
    ("手順", "手続き"), ("取材", "取り扱い"), ("切手", "切り替え"), ("聞き手", "聞き取り"), ("気分", "気づき"), ("気配", "気付き"), ("送り状", "申し送り"),
    ("絞り出す", "絞り込み"), ("サービス", "サーバ"), ("サーフィン", "サーバー"), ("サーカス", "サーバー"), ("ユーモア", "ユーザー"), ("メンテ", "メンバー"),
    ("プリン", "プリンター"), ("フォーム", "フォルダー"), ("マネー", "マネージャー"), ("マニュアル", "マネジャー"), ("インターン", "インターフェース"), ("ウエスト", "ウェブ"),
    ("シミュレータ", "シミュレーション"), ("バイク", "ヴァイオリン"), ("サポート", "リポート"), ("りんせつ", "リンゴ"), ("ランク", "ランチ"), ("エラい", "エラー"),
    ("コード", "コーヒー"), ("サーバ移行", "サーバー更新"), ("出来事", "出来る"), ("分ける", "分かる"), ("下水", "下さい"), ("子会社", "子供"), ("有無", "有難う"),
    ("行列", "行う"), ("面談", "面白い"), ("1対1", "1on1"), ("渡米", "渡辺"), ("高松", "高橋"), ("斎場", "斎藤"), ("見本", "見送り"), ("カタログ", "カテゴリー"),
    ("打ち合わせ", '"打合せ"'), ("サーバー", '"サーバ移行"'), ("リンゴ", '"りんご"'), ("ボール", "ボーナス"),
]  # fmt: skip
TEXTS = [*dict.fromkeys(text for text, _ in (*PAIRS, *OTHERS))]


@pytest.fixture(scope="module", name="store")
def _store() -> Iterator[Store]:
    """A journal with a meeting for each text."""
    with empty() as opened:
        for number, text in enumerate(TEXTS):
            log.log_meeting(opened, f"Person {number}", f"{text}の話", BEGIN, new=True, raw=True)
        yield opened


def found(store: Store, query: str) -> set[str]:
    """The texts that a search finds."""
    hits = find_hits(store, query, Selection(limit=200))
    return {meeting.body.removesuffix("の話") for hit in hits if isinstance(meeting := hit.record, Meeting)}


def test_there_are_sixty_of_each() -> None:
    assert len({*PAIRS}) >= 60
    assert len({*OTHERS}) >= 60


@pytest.mark.long
@pytest.mark.parametrize(("text", "query"), PAIRS, ids=[f"{query} {text}" for text, query in PAIRS])
def test_a_word_is_found_in_its_other_ways(store: Store, text: str, query: str) -> None:
    assert text in found(store, query)


@pytest.mark.parametrize(("text", "query"), OTHERS, ids=[f"{query} {text}" for text, query in OTHERS])
def test_what_only_looks_like_it_is_not_found(store: Store, text: str, query: str) -> None:
    assert text not in found(store, query)
    assert query.strip('"') not in TEXTS or query.strip('"') in found(store, query.strip('"'))


@pytest.mark.parametrize(
    "text", ["goals", "林", "目標 設定", "エラ", '0"¹', '"林', '"打合せ"', "", "  ", "1on", "なに"]
)
def test_most_words_have_one_way(text: str) -> None:
    assert spelled(text)[0] == text
    assert len(spelled(text)) <= 2


def test_so_many_ways_are_looked_for_and_no_more() -> None:
    assert len(spelled(" ".join(["マネージャー"] * 6))) <= MOST
    assert all(len(ways(text)) <= MOST for text in TEXTS)


def test_a_reading_finds_what_is_said_of_its_people() -> None:
    with empty() as store:
        people.add_person(store, "佐藤健太", BEGIN, reading="さとうけんた")
        people.add_person(store, "林", BEGIN, reading="はやし")
        log.log_meeting(store, "林", "佐藤さんの話", BEGIN)
        log.log_meeting(store, "林", "健太くんの話", BEGIN)
        log.log_meeting(store, "林", "別の話", BEGIN)
        for query, texts in (
            ("さとう", {"佐藤さん"}),
            ("けんた", {"健太くん"}),
            ("サトウ", {"佐藤さん"}),
            ("すずき", set[str]()),
        ):
            assert found(store, query) == texts
