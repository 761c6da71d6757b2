"""Feedback given and received, counted a second time from an export; and who has had none lately."""

import json
from typing import Any

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

Facts = dict[str, Any]
WAYS = ("given", "received")


def settings(run: Onelog, text: str) -> str:
    file = run.folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


# --- a second calculation


def way_of(moment: Facts) -> str:
    if moment["from"] == moment["to"]:
        return "neither"
    return "given" if moment["from"] == "me" else "received" if moment["to"] == "me" else "neither"


def exported(run: Onelog) -> list[Facts]:
    whole = json.loads(run("export", "--format", "json"))
    moments = [*whole["moments"], *(moment for met in whole["meetings"] for moment in met["moments"])]
    return [moment for moment in moments if moment["kind"] in ("praise", "growth")]


def tally(found: list[Facts]) -> Facts:
    people = {moment["from"] for moment in found} | {moment["to"] for moment in found}
    kinds = [moment["kind"] for moment in found]
    return {"praise": kinds.count("praise"), "growth": kinds.count("growth"), "people": len(people - {"me"})}


def quarter_of(day: str, start: int) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year if month >= start else year - 1}Q{(month - start) % 12 // 3 + 1}"


@pytest.mark.parametrize(
    ("words", "who", "since", "start"),
    [("", None, "", 1), ("", None, "", 4), ("mia", "Mia Tanaka", "", 1), ("--since 2026-03-05", None, "2026-03-05", 2),
     ("aiko --since 2026", "Aiko Sato", "2026-01-01", 1)],
)  # fmt: skip
def test_the_demo_adds_up(demo: Onelog, words: str, who: str | None, since: str, start: int) -> None:
    told = demo.json("feedback", *words.split(), ONELOG_CONFIG=settings(demo, f"fiscal_year_start = {start}\n"))
    found = [m for m in exported(demo) if m["at"] >= since and (who is None or who in (m["from"], m["to"]))]
    ways = {way: [m for m in found if way_of(m) == way] for way in (*WAYS, "neither")}
    assert {way: told[way] for way in WAYS} == {way: tally(ways[way]) for way in WAYS}
    assert (told["neither"], told["person"], told["since"]) == (len(ways["neither"]), who, since or None)
    assert told["given"]["praise"] > 0 < told["received"]["praise"]
    days = [m["at"] for way in WAYS for m in ways[way]]
    names = [one["quarter"] for one in told["quarters"]]
    assert (names[0], names[-1]) == (quarter_of(min(days), start), quarter_of("2026-11-20", start))
    for one in told["quarters"]:
        inside = {way: [m for m in ways[way] if quarter_of(m["at"], start) == one["quarter"]] for way in WAYS}
        assert {way: one[way] for way in WAYS} == {way: tally(inside[way]) for way in WAYS}
    newest = [
        m["id"] for way in WAYS for m in sorted(ways[way], key=lambda m: m["at"], reverse=True)[: 6 if who else 3]
    ]
    assert sorted(m["id"] for m in told["newest"]) == sorted(newest)


def test_what_is_between_others_or_has_no_direction_is_counted_apart(onelog: Onelog) -> None:
    onelog("people", "add", "Mia Tanaka", "--relation", "manager")
    onelog("people", "add", "Ben Okafor", "--relation", "report")
    onelog("log", "mia", "p: to me p: for him from:mia to:ben gr: to her to:mia")
    onelog("praise", "to nobody")
    told = onelog.json("feedback")
    assert [told[way] for way in WAYS] == [
        {"praise": 0, "growth": 1, "people": 1},
        {"praise": 1, "growth": 0, "people": 1},
    ]
    assert told["neither"] == 2
    assert onelog.json("feedback ben")["neither"] == 1
    assert onelog.json("feedback ben")["quarters"] == []
    assert "2 more between others, or without a direction" in onelog.screen("feedback")


# --- none lately


@pytest.mark.parametrize(
    ("relation", "last", "met", "quiet"),
    [
        ("report", "p", 60, []),
        ("report", "p", 61, ["given"]),
        ("report", "gr", 61, ["given"]),
        ("report", "", 61, ["given"]),
        ("report", "", 60, []),
        ("manager", "p", 60, []),
        ("manager", "p", 61, ["received"]),
        ("mentor", "", 61, ["received"]),
        ("peer", "", 61, []),
        ("peer", "p", 61, []),
        ("peer", "p", 61.1, ["received"]),
        ("report", "p from:ben", 60, ["given"]),
    ],
)
def test_who_has_had_none_in_sixty_days(onelog: Onelog, relation: str, last: str, met: float, quiet: list[str]) -> None:
    """`met` is how many days ago the feedback was (or they were added); with a fraction we have met again since."""
    day = {60: "2026-09-23", 61: "2026-09-22"}[int(met)]
    early = {"ONELOG_NOW": "2026-05-01T09:00+09:00" if last else f"{day}T09:00+09:00"}
    onelog("people", "add", "Ben", "--relation", relation, **early)
    if last:
        kind, _, more = last.partition(" ")
        onelog("log", "ben", f"{kind}: about the talk {more}", ONELOG_NOW=f"{day}T10:00+09:00")
    if met % 1:
        onelog("log", "ben", "just talked", ONELOG_NOW="2026-11-20T10:00+09:00")
    told = onelog.json("feedback")["quiet"]
    assert [one["direction"] for one in told] == quiet
    for one in told:
        known = last and not (quiet == ["given"] and "from" in last)
        assert (one["person"], one["last"], one["days"]) == ("Ben", day if known else None, int(met) if known else None)


def test_nobody_who_is_archived_is_quiet_and_one_person_is_told_of_alone(onelog: Onelog) -> None:
    for name in ("Ben", "Mia", "Zoë"):
        onelog("people", "add", name, "--relation", "report", ONELOG_NOW="2026-05-01T09:00+09:00")
    onelog("people", "archive", "mia")
    assert [one["person"] for one in onelog.json("feedback")["quiet"]] == ["Ben", "Zoë"]
    assert [one["person"] for one in onelog.json("feedback zoë")["quiet"]] == ["Zoë"]


# --- the screen

PAGE = """\
Feedback                                                     3 given or received

         2026Q1 2026Q2 2026Q3 2026Q4  all
I gave (to 1 person)
  Praise      ·      ·      ·      ·    0
  Growth      ·      ·      ·      1    1
I received (from 2 people)
  Praise      ·      ·      1      ·    1
  Growth      1      ·      ·      ·    1

Newest
Growth    to Ben: 結論を先に言う                                 Mon 2 Nov  G002
Praise    from 田中: 分かりやすい                                Tue 7 Jul  P001
Growth    from Mia: say it in one line                      Wed 4 Feb 2026  G001

None noted in 60 days
  to me    Mia Tanaka                         last 9 months ago · Wed 4 Feb 2026
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    onelog = Onelog(tmp_path_factory.mktemp("small"))
    for name, relation in (("Mia Tanaka", "manager"), ("Ben", "report"), ("田中 花子", "peer")):
        onelog("people", "add", name, "--relation", relation, ONELOG_NOW="2026-01-05T09:00+09:00")
    onelog("growth", "say it in one line", "--with", "mia", ONELOG_NOW="2026-02-04T09:00+09:00")
    onelog("praise", "分かりやすい", "--with", "田中", ONELOG_NOW="2026-07-07T09:00+09:00")
    onelog("growth", "結論を先に言う", "--with", "ben", ONELOG_NOW="2026-11-02T09:00+09:00")
    return onelog


def drawn(run: Onelog, **more: Any) -> str:
    text = run.screen("feedback", **more)
    for one, name in zip(run.json("feedback")["newest"], ("G002", "P001", "G001"), strict=True):
        text = text.replace(one["id"], name)
    return text


def test_the_screen_at_80_columns(small: Onelog) -> None:
    assert drawn(small) == PAGE


def test_the_screen_in_japanese(small: Onelog) -> None:
    text = drawn(small, columns=60, ONELOG_CONFIG=settings(small, 'language = "ja"\n'))
    assert text.startswith("フィードバック                          伝えた・受けた 計3件\n")
    assert "\n伝えた （1人へ）\n" in text
    assert "\n60日以上フィードバックなし\n  受けた  Mia Tanaka        最後は9か月前 · 2026年2月4日(水)\n" in text


def test_lines_for_a_pipe(small: Onelog) -> None:
    lines = [line.split("\t") for line in small("feedback").splitlines()]
    assert [line[:5] for line in lines] == [
        ["quarter", "2026Q1", "2026-01-01", "", ""],
        ["quarter", "2026Q2", "2026-04-01", "", ""],
        ["quarter", "2026Q3", "2026-07-01", "", ""],
        ["quarter", "2026Q4", "2026-10-01", "", ""],
        ["quiet", "", "2026-02-04", "Mia Tanaka", "received"],
        *(
            [one["kind"], one["id"], one["at"][:10], one["person"], one["text"]]
            for one in small.json("feedback")["newest"]
        ),
    ]
    assert [line[5:] for line in lines[:5]] == [
        ["0", "0", "0", "1"],
        ["0"] * 4,
        ["0", "0", "1", "0"],
        ["0", "1", "0", "0"],
        ["291"],
    ]


@pytest.mark.parametrize("words", ["", "mia", "--since 2026Q3"])
def test_no_share_is_made_of_it(demo: Onelog, words: str) -> None:
    assert "%" not in demo.screen("feedback", *words.split(), rows=100)


def test_an_empty_journal_and_explain(onelog: Onelog) -> None:
    assert "No feedback yet. A first one: onelog praise" in onelog.screen("feedback")
    assert onelog("feedback") == ""
    told = onelog.screen("feedback --explain", rows=100)
    assert " feedback\n" in told
    assert " quiet\n" in told
