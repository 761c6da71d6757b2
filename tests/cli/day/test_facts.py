"""fact: what one should know about somebody, from the words that are typed to prep, the day and forget."""

import json
from pathlib import Path

import pytest
from conftest import Onelog, at, with_settings

pytestmark = pytest.mark.posix


@pytest.fixture
def known(onelog: Onelog) -> Onelog:
    """Mia, met every two weeks, with facts said outside meetings and in the last one; Ben, archived."""
    onelog("people", "add", "Mia Tanaka", "--relation", "report", "--every", "2w", **at("2026-09-01"))
    onelog("people", "add", "Ben Okafor", **at("2026-09-01"))
    for words in (
        "likes to be thanked in private",
        "birthday 29 Nov",
        "start of work 1 Dec 2024",
        "surgery 3 December 2026",
    ):
        onelog("fact", words, "--with", "mia", **at("2026-10-01"))
    onelog("log", "mia", "we talked f: her sister moves to Oslo on 30 Nov a: call the bank", **at("2026-11-17"))
    onelog("fact", "birthday 25 Nov", "--with", "ben", **at("2026-10-01"))
    onelog("people", "archive", "ben")
    return onelog


def test_a_fact_is_kept_with_the_talk_it_was_said_in_and_is_private(known: Onelog) -> None:
    met = known.json("show", known.json("timeline mia")[0]["id"], "--private")
    (fact,) = met["moments"]
    assert (fact["kind"], fact["text"], fact["meeting"]) == ("fact", "her sister moves to Oslo on 30 Nov", met["id"])
    assert "Oslo" not in known("show", met["id"]) + known("timeline") + known("search Oslo") + known("export all")
    assert "Oslo" in known("export all --private")
    assert "Oslo" in known.screen("moments mia --kind fact")
    assert known.run("moments mia").err == "Left out: 5 facts (--private shows them too).\n"


def test_prep_has_near_days_and_what_was_said_last_time(known: Onelog) -> None:
    said = known.screen("prep mia")
    assert [line.split() for line in said.splitlines() if "  · " in line or line.startswith("Facts")][-5:-1] or said
    assert "birthday" in said
    assert "in 7 days · Sun 29 Nov" in said
    assert "start of work · 2 years" in said
    assert said.count("a date") == 2
    for secret in ("Oslo", "surgery", "thanked"):
        assert secret not in said
    told = known.screen("prep mia --private")
    for words in ("her sister moves to Oslo", "surgery 3 December 2026", "birthday 29 Nov"):
        assert words in told
    assert "thanked" not in told  # it was said long ago, and no day of it is near


def test_prep_in_json_has_no_words_unless_asked(known: Onelog) -> None:
    run = known.run("prep mia --json")
    seen = json.loads(run.out)
    assert [one["text"] for one in seen["facts"]] == [None] * 4
    assert [(one["day"], one["occasion"], one["years"]) for one in seen["days"]] == [
        ("2026-11-29", "birthday", None), ("2026-11-30", "", None), ("2026-12-01", "work", 2), ("2026-12-03", "", None),
    ]  # fmt: skip
    assert "Without the words of 4 facts (--private shows them).\n" in run.err
    assert "surgery 3 December 2026" in [one["text"] for one in known.json("prep mia --private")["facts"]]


def test_today_has_the_dates_of_the_week_without_a_word_of_the_fact(known: Onelog) -> None:
    said = known.screen("", **at("2026-11-26"))
    assert "Days to remember" in said
    days = said.split("Days to remember\n")[1].split("\n\n")[0].splitlines()
    assert [line.split("  ")[2].strip() for line in days] == [
        "Mia · birthday", "Mia · a date", "Mia · start of work · 2 years", "Mia · a date",
    ]  # fmt: skip
    assert "Oslo" not in said
    assert "Ben" not in said  # he is archived
    assert [one["day"] for one in known.json("", **at("2026-11-26"))["days"]] == [
        "2026-11-29", "2026-11-30", "2026-12-01", "2026-12-03",
    ]  # fmt: skip
    assert [one["day"] for one in known.json("", **at("2027-11-26"))["days"]] == [
        "2027-11-29",
        "2027-11-30",
        "2027-12-01",
    ]
    assert "Days to remember" not in known.screen("", **at("2027-06-01"))


def test_a_birthday_on_29_february_is_on_the_28th_in_other_years(onelog: Onelog) -> None:
    onelog("people", "add", "Mia")
    onelog("fact", "birthday 29 Feb", "--with", "mia")
    assert [d["day"] for d in onelog.json("", **at("2027-02-26"))["days"]] == ["2027-02-28"]
    assert [d["day"] for d in onelog.json("", **at("2028-02-26"))["days"]] == ["2028-02-29"]


REFUSED = {
    ("fact", "likes tea"): "A fact is about somebody, and nobody was named.",
    ("aha", "tea f: she likes it", "--with", "mia"): "These words have a private label (f:), and this aha is not private.",
}  # fmt: skip


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_no_fact_is_refused_and_kept(onelog: Onelog, words: tuple[str, ...]) -> None:
    onelog("people", "add", "Mia")
    run = onelog.run(*words)
    assert run.code == 1
    assert REFUSED[words] in run.err
    assert onelog.json("moments --private") == []


def test_words_without_a_person_come_back_with_recover(onelog: Onelog) -> None:
    onelog("people", "add", "Mia")
    assert onelog.run("fact", "-", input="likes tea").code == 1
    onelog("recover 1 --with mia")
    assert [one["text"] for one in onelog.json("moments --private")] == ["likes tea"]


NOTICED = {
    "@ben likes tea": "a fact is about whom you met; onelog fact … --with ben is about ben",
    "birthday 12/5": "12/5 may be two days",
}


@pytest.mark.parametrize("words", NOTICED)
def test_what_was_not_understood_in_a_fact_is_said(onelog: Onelog, words: str) -> None:
    onelog("people", "add", "Ben")
    run = onelog.run("log", "Mia", f"hello f: {words}", "--new")
    assert NOTICED[words] in run.err
    assert [one["text"] for one in onelog.json("moments --private")] == [words]


def test_the_day_that_was_understood_is_said_back(onelog: Onelog) -> None:
    onelog("people", "add", "Mia")
    assert "birthday 12 Mar  Fri 12 Mar\n" in onelog.screen("fact", "birthday 12 Mar", "--with", "mia")


def test_undo_history_edit_export_and_import(known: Onelog, tmp_path: Path) -> None:
    whole = known("export --format json")
    (tmp_path / "all.json").write_text(whole, encoding="utf-8")
    (fact, *_) = known.json("moments mia --kind fact --private")
    known("delete", fact["id"])
    known("undo")
    assert known("export --format json") == whole
    assert "Oslo" not in known("history", fact["id"], "--json")
    assert "Oslo" in known("history", fact["id"], "--json", "--private")
    known.env["ONELOG_JOURNAL"] = str(tmp_path / "new.db")
    known("import", str(tmp_path / "all.json"))
    assert known("export --format json") == whole


def test_forget_takes_facts(known: Onelog) -> None:
    known("forget", "mia", "--confirm", "Mia Tanaka")
    assert "Oslo" not in known("export --format json")
    assert b"Oslo" not in (known.folder / "journal.db").read_bytes()


def test_in_japanese(onelog: Onelog) -> None:
    with_settings(onelog, 'language = "ja"\n')
    onelog("log", "田中", "話した 覚え書き: 誕生日 11月27日。 覚え書き：猫が二匹", "--new")
    facts = onelog.json("moments --kind fact --private")
    assert sorted(one["text"] for one in facts) == ["猫が二匹", "誕生日 11月27日。"]
    said = onelog.screen("prep 田中")
    assert "誕生日" in said
    assert "猫" not in said
    assert "覚えておく日" in onelog.screen("")


def test_facts_noted_for_the_next_talk_have_one_place_in_prep_and_leave_no_gap(onelog: Onelog) -> None:
    onelog("log", "mia", "we met")
    for words in ("t: pay", "f: birthday 24 Nov", "f: likes tea", "and the budget"):
        onelog("note", "mia", words)
    assert "+ 1 line noted for it" in onelog.screen("prep mia")
    (coming,) = (one for one in onelog.json("timeline", "mia") if one["at"] is None)
    shown = onelog.screen("show", coming["id"])
    assert "and the budget" in shown and "\n\n\n" not in shown
