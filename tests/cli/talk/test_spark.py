"""spark: small discoveries for the next meeting, parked as topics; and how often they landed."""

import sys

import pexpect
import pytest
from conftest import UNASKED, Onelog, at

pytestmark = pytest.mark.posix

NOW = at("2026-11-22")


@pytest.fixture
def kept(onelog: Onelog) -> Onelog:
    """Thanks of a year ago, a goal of Mia's, and an a-ha that fits it."""
    onelog("people", "add", "Mia", "--relation", "manager", **at("2025-01-01"))
    onelog("log", "mia", "p: you asked before you answered +listening", **at("2025-11-22"))
    onelog("aha", "small teams decide faster +hiring", **at("2026-05-01"))
    onelog("goals", "add", "hiring for the lab", "--with", "mia", **at("2026-06-01"))
    return onelog


def test_each_way_has_its_turn(kept: Onelog) -> None:
    one, two, three = kept.json("spark mia", **NOW)
    assert (one["why"], one["years"], one["text"]) == (
        "thanks",
        1,
        "thank Mia for these words: “you asked before you answered”",
    )
    assert (two["why"], two["words"], len(two["about"])) == ("goal", ["hiring"], 2)
    assert "small teams decide faster" in two["text"]
    assert three["why"] == "question"
    assert [one["n"], two["n"], three["n"]] == [1, 2, 3]
    assert kept("spark mia", **NOW).splitlines()[0].split("\t")[:2] == ["proposal", "1"]


def test_a_spark_that_is_taken_is_a_topic_and_not_proposed_again(kept: Onelog) -> None:
    kept("spark mia --take 1 --on fri", **NOW)
    (topic,) = kept.json("topics mia")
    assert topic["text"] == "thank Mia for these words: “you asked before you answered” (2026-11-27) +spark-thanks"
    assert "thanks" not in [one["why"] for one in kept.json("spark mia", **at("2026-11-23"))]
    kept("undo")
    assert kept.json("topics mia") == []
    assert kept.json("spark mia", **NOW)[0]["why"] == "thanks"


def test_numbers_stand_for_the_whole_day(kept: Onelog) -> None:
    before = kept.json("spark mia", **NOW)
    kept("spark mia --take 1", **NOW)
    after = kept.json("spark mia", **NOW)
    assert [one | {"taken": None} for one in after] == before
    (topic,) = kept.json("topics mia")
    assert [one["taken"] for one in after] == [topic["id"], None, None]
    assert f"parked as {topic['id']}" in kept.screen("spark", "mia", **NOW)
    assert f"Number 1 is parked already, as {topic['id']}." in kept.fails("spark mia --take 1", **NOW)
    assert len(kept.json("topics mia")) == 1


def test_a_spark_is_shown_by_its_id(kept: Onelog) -> None:
    kept("spark mia --take 1", **NOW)
    (topic,) = kept.json("topics mia")
    assert [one["id"] for one in kept.json("spark", topic["id"])] == [topic["id"]]
    assert "not said yet whether it landed" in kept.screen("spark", topic["id"])


def test_what_a_talk_brought_and_a_win_are_said_as_what_they_are(onelog: Onelog) -> None:
    onelog("log", "mia", "aha: I answer too fast\nwin: the pilot runs", **at("2025-11-22"))
    said = {one["why"]: one["text"] for one in onelog.json("spark mia", **NOW)}
    assert said["aha"] == "tell mia what our talk brought me: “I answer too fast”"
    assert said["win"] == "look back with mia on: “the pilot runs”"


@pytest.mark.parametrize(("relation", "told"), [("manager", False), ("skip", False), ("peer", True)])
def test_what_was_said_above_is_told_to_nobody_else(onelog: Onelog, relation: str, told: bool) -> None:
    onelog("people", "add", "Ken", "--relation", relation)
    onelog(
        "log", "ken", "aha: pay bands come first +hiring\nwin: the kestrel pilot convinced finance", **at("2026-11-01")
    )
    onelog("log", "mia", "kestrel and finance again", **at("2026-11-20"))
    onelog("goals", "add", "hiring for the lab", "--with", "mia")
    whys = [one["why"] for one in onelog.json("spark mia", **NOW)]
    assert ("goal" in whys, "touch" in whys) == (told, told)


def test_whether_it_landed(kept: Onelog) -> None:
    kept("spark mia --take 1", **NOW)
    kept("spark mia --take 2", **NOW)
    first, second = (topic["id"] for topic in kept.json("topics mia"))
    logged = kept.screen("log", "mia", "we met", **NOW, ONELOG_CONFIG=UNASKED["ONELOG_CONFIG"])
    assert all(f"Did the spark {id_} land?" in logged for id_ in (first, second))
    assert "All: 2, not said yet whether they landed\n" in kept.screen("spark --list")
    kept("spark", first, "--landed", "--why", "she laughed", **NOW)
    kept("spark", second, "--missed", **NOW)
    counts = {
        one["why"]: (one["landed"], one["missed"], one["open"])
        for one in kept.json("spark --list")
        if one["kind"] == "sparks"
    }
    assert counts[""] == (1, 1, 0)
    assert counts["thanks"] == (1, 0, 0)
    assert "All: 1 of 2 landed\n" in kept.screen("spark --list")
    said = kept("spark --list").splitlines()[-1]
    assert ("she laughed" in said) != (second in said)
    kept.fails("spark", first, "--landed", **NOW)
    kept("spark", first, "--missed", **NOW)
    assert kept.json("spark --list")[0] == {"kind": "sparks", "why": "", "landed": 0, "missed": 2, "open": 0}
    kept("undo 2", **NOW)
    assert kept.json("spark --list")[0]["landed"] == 1
    assert kept.run("doctor").code == 0


def test_it_can_be_said_in_the_document(kept: Onelog) -> None:
    kept("topic", "mia", "bring tea +spark +landed", **NOW)
    kept("topic", "mia", "bring cake +spark", **NOW)
    assert kept.json("spark --list")[0] == {"kind": "sparks", "why": "", "landed": 1, "missed": 0, "open": 1}


def test_no_percentage_under_five(onelog: Onelog) -> None:
    for n in range(4):
        onelog("topic", "mia", f"number {n} +spark +{'landed' if n else 'missed'}")
    assert "3 of 4 landed\n" in onelog.screen("spark --list")
    onelog("topic", "mia", "number 5 +spark +landed")
    assert "4 of 5 landed (80 %)" in onelog.screen("spark --list")


def test_nothing_private_and_nothing_low(onelog: Onelog) -> None:
    onelog("log", "mia", "mood:1 p: low praise", **at("2025-11-22"))
    onelog("log", "mia", "c: a worry\nx: mine alone", **at("2025-11-22"))
    told = onelog("spark mia", **NOW)
    assert [line.split("\t")[5] for line in told.splitlines()] == ["question"] * 3


def test_two_facts_that_touch(onelog: Onelog) -> None:
    onelog("log", "ben", "win: the kestrel pilot convinced finance", **at("2026-11-20"))
    onelog("log", "ben", "gr: kestrel finance slides are long", **at("2026-11-20"))
    onelog("log", "mia", "kestrel and finance again", **at("2026-11-22"))
    (touch,) = [one for one in onelog.json("spark mia", **NOW) if one["why"] == "touch"]
    assert touch["text"] == "tell mia of: “the kestrel pilot convinced finance”"
    assert set(touch["words"]) == {"kestrel", "finance"}


def test_what_cannot_be(kept: Onelog) -> None:
    assert "Who are you meeting?" in kept.fails("spark", code=2)
    assert "There is no number 9" in kept.fails("spark mia --take 9", code=2, **NOW)
    kept.fails("spark zzzz")
    kept("topic", "mia", "not a spark")
    assert "not a spark" in kept.fails("spark", kept.json("topics mia")[0]["id"], "--landed")
    kept.fails("spark mia --landed --missed", code=2)
    assert "--take 1 --on fri" in kept.fails("spark mia --on fri", code=2, **NOW)


def test_with_nothing_written_down(onelog: Onelog) -> None:
    assert onelog("spark --list") == ""
    assert "No sparks yet" in onelog.screen("spark --list")
    onelog("people", "add", "Mia")
    assert len(onelog.json("spark mia")) == 3


def test_a_terminal_asks_which(kept: Onelog) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "onelog", "spark", "mia"],
        env={**kept.env, "ONELOG_NOW": NOW["ONELOG_NOW"]},
        cwd=str(kept.folder),
        encoding="utf-8",
        timeout=30,
    )
    child.expect("Which one")
    child.sendline("1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [topic["text"] for topic in kept.json("topics mia")] == [
        "thank Mia for these words: “you asked before you answered” +spark-thanks"
    ]


def test_in_japanese(kept: Onelog) -> None:
    (kept.folder / "ja.toml").write_text('language = "ja"\n')
    screen = kept.screen("spark", "mia", ONELOG_CONFIG=str(kept.folder / "ja.toml"), **NOW)
    assert "Miaさんの言葉にお礼" in screen


def test_a_question_that_is_taken_keeps_its_number(onelog: Onelog) -> None:
    onelog("people", "add", "Bo")
    before = [one["text"] for one in onelog.json("spark bo")]
    onelog("spark bo --take 1")
    assert [one["text"] for one in onelog.json("spark bo")] == before
    onelog("spark bo --take 2")
    assert [topic["text"] for topic in onelog.json("topics bo")] == [f"{text} +spark-question" for text in before[:2]]
    onelog.fails("spark bo --take 1")


@pytest.mark.parametrize("text", ["we are +1 and #1 in rank", "aim for a\\why: b", "`code #x` stays"])
def test_what_looks_like_signs_is_known_again(onelog: Onelog, text: str) -> None:
    onelog("log", "ken", f"aha: {text}", **at("2025-11-22"))
    (one,) = [one for one in onelog.json("spark ken", **NOW) if one["why"] == "aha"]
    onelog("spark", "ken", "--take", str(one["n"]), **NOW)
    assert next(one["taken"] for one in onelog.json("spark ken", **NOW) if one["why"] == "aha")
    assert "aha" not in [one["why"] for one in onelog.json("spark ken", **at("2026-11-23"))]


def test_what_was_said_with_them_this_year_is_nothing_to_tell(onelog: Onelog) -> None:
    onelog("log", "ken", "d: the migration checklist belongs to platform", **at("2026-10-20"))
    onelog("log", "ken", "of the migration checklist again, and platform", **at("2026-11-10"))
    assert "touch" not in [one["why"] for one in onelog.json("spark ken", **NOW)]


def test_what_a_former_manager_said_stays_with_them(onelog: Onelog) -> None:
    onelog("people", "add", "Boss", "--relation", "manager", **at("2026-01-01"))
    onelog("log", "boss", "d: reorganisation merges kubernetes squads", **at("2026-10-20"))
    onelog("log", "ken", "reorganisation, kubernetes", **at("2026-11-10"))
    onelog("people", "edit", "boss", "--relation", "peer", **at("2026-11-15"))
    assert "touch" not in [one["why"] for one in onelog.json("spark ken", **NOW)]


def test_what_somebody_said_before_they_became_my_manager_stays_with_them(onelog: Onelog) -> None:
    onelog("people", "add", "Boss", "--relation", "peer", **at("2026-01-01"))
    onelog("log", "boss", "d: reorganisation merges kubernetes squads", **at("2026-10-20"))
    onelog("log", "ken", "reorganisation, kubernetes", **at("2026-11-10"))
    assert "touch" in [one["why"] for one in onelog.json("spark ken", **NOW)]
    onelog("people", "edit", "boss", "--relation", "manager", **at("2026-11-15"))
    assert "touch" not in [one["why"] for one in onelog.json("spark ken", **NOW)]


def test_who_is_meant_and_what_is_none(kept: Onelog) -> None:
    mia = kept.json("people")[0]["id"]
    assert kept("spark", mia, **NOW) == kept("spark mia", **NOW)
    kept("topic", "mia", "plain")
    assert "is not a spark" in kept.fails("spark", kept.json("topics mia")[0]["id"])
    assert "is past" in kept.fails("spark mia --take 1 --on 2020-01-01", code=2, **NOW)
    assert "do not go together" in kept.fails("spark --list --on fri", code=2)


def test_a_spark_counts_once(onelog: Onelog) -> None:
    onelog("topic", "mia", "one +spark-thanks +landed +missed", "--new")
    assert onelog.json("spark --list")[0] | {"kind": "sparks"} == {
        "kind": "sparks", "why": "", "landed": 1, "missed": 0, "open": 0,
    }  # fmt: skip
    onelog("topic", "mia", "two +spark +missed")
    said = onelog.screen("spark --list")
    assert "All: 1 of 2 landed\n  their praise: 1 of 1 landed\n" in said


def test_dropped_ones_are_counted_nowhere(kept: Onelog) -> None:
    kept("spark mia --take 1", **NOW)
    kept("drop", kept.json("topics mia")[0]["id"], "--why", "not now")
    assert "All" not in kept.screen("spark --list")


def test_nobody_has_two_titles(onelog: Onelog) -> None:
    onelog("log", "田中さん", "aha: 早く言う", **at("2025-11-22"))
    (onelog.folder / "ja.toml").write_text('language = "ja"\n')
    said = onelog("spark 田中さん", ONELOG_CONFIG=str(onelog.folder / "ja.toml"), **NOW)
    assert "田中さんとの1on1で" in said
    assert "さんさん" not in said
