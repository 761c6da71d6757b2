"""What somebody types who keeps the journal in Japanese: titles, widths, relations, names that fit several people."""

import pytest
from conftest import Onelog

from onelog.core import numbers
from onelog.core.names import name_forms, name_words


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("鈴木さん", "鈴木"), ("だいすけさん", "だいすけ"), ("田中 様", "田中"), ("林くん", "林"), ("宇治氏", "宇治"), ("Ｓｍｉｔｈさん", "Ｓｍｉｔｈ"),
        ("Tanaka-san", "Tanaka"), ("高橋課長", "高橋課長"), ("お客様", "お客様"), ("奥さん", "奥さん"), ("さん", "さん"), ("Mia", "Mia"),
    ],
)  # fmt: skip
def test_an_honorific_is_no_part_of_a_name(typed: str, name: str) -> None:
    assert name_forms.without_honorific(typed) == name


def test_somebody_new_is_kept_without_it_by_every_door(onelog: Onelog) -> None:
    assert "鈴木 is new" in onelog.run("log", "鈴木さん", "宿題：図 ＠だいすけさん").err
    onelog("people", "add", "高橋課長")
    onelog("people", "add", "山田様")
    assert {p["name"] for p in onelog.json("people")} == {"鈴木", "だいすけ", "高橋課長", "山田"}
    assert onelog.json("timeline", "鈴木さん")


@pytest.mark.parametrize("word", ["相手", "相手方", "先方", "本人", "本人さん"])
def test_whom_a_meeting_is_with_has_several_words(word: str) -> None:
    assert name_words.is_them(word)


def test_a_name_that_fits_several_people_finds_what_is_with_any(onelog: Onelog) -> None:
    onelog("people", "add", "佐藤健太", "--reading", "さとうけんた")
    onelog("log", "佐藤健太", "残業の話")
    onelog("log", "--new", "佐藤愛", "残業 宿題：図")
    onelog("log", "林", "残業は無い")
    onelog("people", "edit", "佐藤愛", "--reading", "さとうあい")
    for name in ("佐藤", "さとう"):
        assert {hit["person"] for hit in onelog.json("search", f"{name} 残業")} == {"佐藤健太", "佐藤愛"}
    assert {hit["person"] for hit in onelog.json("search", "佐藤健太 残業")} == {"佐藤健太"}


@pytest.mark.parametrize(
    ("word", "relation"), [("上司", "manager"), ("部下", "report"), ("同僚", "peer"), ("ＰＥＥＲ", "peer")]
)
def test_a_relation_has_its_japanese_word(onelog: Onelog, word: str, relation: str) -> None:
    onelog("people", "add", "林", "--relation", word)
    assert onelog.json("people")[0]["relation"] == relation


def test_an_id_and_a_tag_may_be_typed_in_full_width(onelog: Onelog) -> None:
    onelog("log", "林", "宿題：図\n成果：速い ＃図")
    (action,) = onelog.json("actions")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in action["id"])
    onelog("done", wide)
    assert onelog.json("actions") == []
    assert "速い" in onelog.run("skills", "＃図").out


@pytest.mark.parametrize("words", ["約１億円 y", "百万", "五千万円 x", "数百万円", "約95万"])
def test_words_that_begin_like_a_number_that_is_none_are_said(words: str) -> None:
    found = numbers.cut(words)
    assert (found.value, found.words) == (None, words)
    assert "is not a number" in found.trouble


@pytest.mark.parametrize("words", ["約束した", "一人で", "万全の備え", "千葉へ行く", "約二人"])
def test_other_words_are_words(words: str) -> None:
    assert numbers.cut(words) == numbers.Number(None, "", words)


def test_people_with_readings_are_listed_in_the_order_of_the_fifty_sounds(onelog: Onelog) -> None:
    """Everywhere people stand in no other order: in the list, in JSON, in an export."""
    for name, reading in (
        ("森", "もり"),
        ("佐藤健太", "さとうけんた"),
        ("後藤", "ごとう"),
        ("小林花子", "こばやし はなこ"),
        ("青木", "アオキ"),
        ("神田", "かんだ"),
        ("賀東", "がとう"),
    ):
        onelog("people", "add", name, "--reading", reading)
    order = ["青木", "賀東", "神田", "後藤", "小林花子", "佐藤健太", "森"]
    assert [one["name"] for one in onelog.json("people")] == order
    shown = onelog.screen("people")
    assert sorted(order, key=shown.index) == order


def test_a_document_has_the_japanese_keys_and_reads_back_as_it_is(onelog: Onelog) -> None:
    (onelog.folder / "config.toml").write_text('language = "ja"\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    onelog("people", "add", "佐藤", "--relation", "部下")
    onelog(
        "log",
        "佐藤",
        "話した 宿題：図を描く @相手 期限：月末 理由：急ぐ 気づき：速い きっかけ：雑談 称賛：良い から：相手",
    )
    text = onelog("show", "last", "--md")
    for said in ("@相手 期限：2026-11-30 理由：急ぐ", "速い きっかけ：雑談", "良い から：相手"):
        assert said in text
    before = onelog("export", "--format", "json")
    onelog("edit", "last", ONELOG_EDITOR="true")
    onelog("edit", "last", ONELOG_EDITOR="touch")
    assert onelog("export", "--format", "json") == before
