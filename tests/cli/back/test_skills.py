"""Skills: what the tags on feedback, wins and a-has add up to, counted a second time from an export."""

import json
from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

Facts = dict[str, Any]


def exported(run: Onelog) -> list[Facts]:
    """Every moment of the journal, as the export has it."""
    whole = json.loads(run("export", "--format", "json"))
    return [*whole["moments"], *(moment for met in whole["meetings"] for moment in met["moments"])]


def settings(run: Onelog, text: str) -> str:
    file = run.folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


# --- a second calculation


def evidence_for(moments: list[Facts], who: str | None) -> dict[str, list[Facts]]:
    """By tag, what is evidence for me or for somebody, in the order of time."""
    found: dict[str, list[Facts]] = defaultdict(list)
    for moment in sorted(moments, key=lambda m: m["at"]):
        feedback = moment["kind"] in ("praise", "growth")
        mine = moment["kind"] in ("win", "aha") or (feedback and moment["to"] == "me" and moment["from"] != "me")
        if mine if who is None else feedback and moment["to"] == who:
            for tag in moment["tags"]:
                found[tag].append(moment)
    return found


def grown(evidence: list[Facts]) -> Facts | None:
    """Walks along the days: after the first growth, the first praise on another day."""
    growth = None
    for moment in evidence:
        day = moment["at"][:10]
        if growth and moment["kind"] == "praise" and day != growth:
            return {"growth": growth, "praise": day}
        if not growth and moment["kind"] == "growth":
            growth = day
    return None


def quarter_of(day: str, start: int) -> str:
    year, month = int(day[:4]), int(day[5:7])
    months = (month - start) % 12
    return f"{year if month >= start else year - 1}Q{months // 3 + 1}"


@pytest.mark.parametrize(("who", "start"), [(None, 1), (None, 4), ("Aiko Sato", 11)])
def test_the_demo_adds_up(demo: Onelog, who: str | None, start: int) -> None:
    config = settings(demo, f"fiscal_year_start = {start}\n")
    told = demo.json("skills", *(["--with", who] if who else []), ONELOG_CONFIG=config)
    expected = evidence_for(exported(demo), who)
    assert len(told) == len(expected) > 10
    for skill in told:
        evidence = expected[skill["tag"]]
        days = [moment["at"][:10] for moment in evidence]
        kinds = [moment["kind"] for moment in evidence]
        assert skill["n"] == len(evidence) == sum(skill[kind] for kind in ("praise", "growth", "win", "aha"))
        assert all(skill[kind] == kinds.count(kind) for kind in ("praise", "growth", "win", "aha"))
        assert (skill["first"], skill["last"]) == (min(days), max(days))
        assert set(skill["people"]) == {moment["from"] for moment in evidence} - {None}
        assert len(skill["people"]) == len(set(skill["people"]))
        assert skill["grown"] == grown(evidence)
        assert (skill["person"], skill["evidence"]) == (who, None)
        quarters = [one["quarter"] for one in skill["quarters"]]
        assert (quarters[0], quarters[-1]) == (quarter_of(days[0], start), quarter_of("2026-11-20", start))
        counted = {one["quarter"]: one["n"] for one in skill["quarters"]}
        assert counted == {name: sum(quarter_of(day, start) == name for day in days) for name in quarters}
        assert all(int(b[:4]) * 4 + int(b[-1]) == int(a[:4]) * 4 + int(a[-1]) + 1 for a, b in pairwise(quarters))
    order = [(-skill["n"], -date.fromisoformat(skill["last"]).toordinal(), skill["tag"]) for skill in told]
    assert order == sorted(order)


def test_strengths_of_the_demo_that_i_have_never_named(demo: Onelog) -> None:
    evidence = evidence_for(exported(demo), None)
    unnamed = {
        tag
        for tag, found in evidence.items()
        if any(m["kind"] == "praise" for m in found) and not any(m["kind"] in ("win", "aha") for m in found)
    }
    told = demo.json("skills")
    assert {skill["tag"] for skill in told if skill["praise"] and not skill["named"]} == unnamed == {"english"}
    assert demo("skills").count("\tunnamed\n") == 1
    assert demo.screen("skills").endswith(
        "\nOthers see it; I haven't named it\n  #english  1 praise · by Aiko · 11 Nov 2026\n"
    )


# --- what is evidence


@pytest.fixture
def people(onelog: Onelog) -> Onelog:
    onelog("people", "add", "Mia Tanaka", "--relation", "manager")
    onelog("people", "add", "Ben Okafor", "--relation", "report")
    return onelog


def counts(told: list[Facts]) -> dict[str, tuple[int, ...]]:
    return {skill["tag"]: tuple(skill[kind] for kind in ("praise", "growth", "win", "aha")) for skill in told}


def test_mine_is_what_i_received_and_my_wins_and_a_has(people: Onelog) -> None:
    said = "p: clear +talks p: +talks to:ben gr: shorter +talks w: shipped +ship aha: slower +ship c: tired +calm x: +calm d: +ship"
    people("log", "mia", said)
    people("log", "ben", "p: brave +calm gr: +talks more from:ben p: +calm from:mia to:ben")
    people("praise", "well said +talks")
    assert counts(people.json("skills")) == {"talks": (1, 2, 0, 0), "ship": (0, 0, 1, 1)}
    assert counts(people.json("skills --with ben")) == {"talks": (1, 0, 0, 0), "calm": (2, 0, 0, 0)}
    assert sorted(people.json("skills calm --with ben")["people"]) == ["Mia Tanaka", "me"]
    assert counts(people.json("skills --with mia")) == {}


@pytest.mark.long
@pytest.mark.parametrize(
    ("names", "named"),
    [
        (("win", "I spoke +clarity"), True),
        (("aha", "it was short +clarity", "--with", "ben"), True),
        (("goals", "checkin", "mine", "#Clarity in the first line"), True),
        (("goals", "checkin", "theirs", "#clarity in the first line"), False),
        (("goals", "checkin", "mine", "clarity"), False),
        (("growth", "more +clarity", "--with", "mia"), False),
        (("note", "mia", "+clarity is what I want"), False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_strength_is_named_on_a_win_an_a_ha_or_a_check_in_of_mine(
    people: Onelog, names: tuple[str, ...], named: bool
) -> None:
    people("goals", "add", "Mine")
    people("goals", "add", "Theirs", "--with", "ben")
    people("praise", "well said +clarity", "--with", "mia")
    assert people.json("skills clarity")["named"] is False
    people(*names)
    assert people.json("skills clarity")["named"] is named
    assert ("Others see it" in people.screen("skills")) is not named


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("gr1", None),
        ("p1 gr2", None),
        ("gr2 p2", None),
        ("gr1 p2", (1, 2)),
        ("gr2 p1 p4 p3", (2, 3)),
        ("gr3 gr1 p2 gr4 p5", (1, 2)),
    ],
)
def test_from_growth_to_praise(people: Onelog, said: str, expected: tuple[int, int] | None) -> None:
    for word in said.split():
        people("log", "mia", "--on", f"2026-11-0{word[-1]}", f"{word[:-1]}: about it +talks")
    told = people.json("skills talks")["grown"]
    assert told == (expected and {"growth": f"2026-11-0{expected[0]}", "praise": f"2026-11-0{expected[1]}"})


# --- one skill


@pytest.mark.parametrize("word", ["delegation", "+delegation", "#Delegation"])
def test_one_skill_lists_its_evidence_whole(demo: Onelog, word: str) -> None:
    expected = evidence_for(exported(demo), None)["delegation"]
    told = demo.json("skills", word)
    assert sorted(one["id"] for one in told["evidence"]) == sorted(one["id"] for one in expected)
    times = [one["at"] for one in told["evidence"]]
    assert times == sorted(times, reverse=True)
    assert told["n"] == len(expected) == 16
    lines = [one.split("\t") for one in demo("skills", word).splitlines()]
    assert lines[0][:5] == [
        "skill",
        "delegation",
        "2026-10-28",
        "",
        "Mia Tanaka, Yuki Hayashi, Daniel Weiss, Aiko Sato",
    ]
    assert lines[0][5:] == ["16", "3", "6", "2", "5", "4", "2025-01-17", "2025-02-05", "2026-01-30", ""]
    assert [one[1] for one in lines[1:]] == [one["id"] for one in told["evidence"]]
    drawn = " ".join(demo.screen("skills", word, rows=200).split())
    assert all(f"meeting {one['meeting']}" in drawn and one["id"] in drawn for one in told["evidence"])


def test_an_unknown_skill_brings_the_nearest(demo: Onelog) -> None:
    assert "There is no evidence for 'delegate'.\n  Did you mean delegation?" in demo.fails("skills delegate")
    assert "Did you mean presenting?" in demo.fails("skills pres")
    assert "onelog skills lists all." in demo.fails("skills xyz")


# --- the screen

PAGE = """\
Skills I have evidence for                                     5 of 6 with a tag

       2026Q1 2026Q2 2026Q3 2026Q4  all
#talks      1      ·      1      1    3
  2 praise · 1 growth · by Mia, 田中
  4 Feb 2026 to 2 Nov 2026 · growth 4 Feb 2026 → praise 7 Jul 2026
#勇気       ·      ·      ·      2    2
  1 win · 1 aha
  2 Nov 2026

Others see it; I haven't named it
  #talks  2 praise · by Mia, 田中 · 4 Feb 2026 to 2 Nov 2026
"""
JAPANESE = """\
自分のスキルの裏付け記録                  6件中5件にタグ

       2026年度1Q 2026年度2Q 2026年度3Q 2026年度4Q   計
#talks          1          ·          1          1    3
  称賛2件 · 成長1件 · Mia、田中から
  2026年2月4日〜2026年11月2日 · 成長 2026年2月4日 → 称賛
  2026年7月7日
#勇気           ·          ·          ·          2    2
  成果1件 · 気づき1件
  2026年11月2日

人は認めているが、自分では挙げていない強み
  #talks  称賛2件 · Mia、田中から · 2026年2月4日〜
          2026年11月2日
"""
ONE = """\
#talks                                                      3 pieces of evidence

Evidence         2 praise · 1 growth · 4 Feb 2026 to 2 Nov 2026
By whom          Mia, 田中
Growth → praise  Wed 4 Feb 2026 → Tue 7 Jul 2026
                 Others see it; I haven't named it

 2026Q1 2026Q2 2026Q3 2026Q4  all
      1      ·      1      1    3

Praise    from Mia: heard at the back +talks · meeting MEET      Mon 2 Nov  P001
Praise    from 田中: 分かりやすい +talks                         Tue 7 Jul  P002
Growth    from Mia: say it in one line +talks               Wed 4 Feb 2026  G001
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Six pieces of evidence, one of them without a tag."""
    onelog = Onelog(tmp_path_factory.mktemp("small"))
    for name in ("Mia Tanaka", "田中 花子"):
        onelog("people", "add", name, "--relation", "peer")
    onelog("growth", "say it in one line +talks", "--with", "mia", ONELOG_NOW="2026-02-04T09:00+09:00")
    onelog("praise", "分かりやすい +talks", "--with", "田中", ONELOG_NOW="2026-07-07T09:00+09:00")
    onelog(
        "log",
        "mia",
        "p: heard at the back +talks\nw: 言えた +勇気\naha: +勇気 is a habit",
        ONELOG_NOW="2026-11-02T09:00+09:00",
    )
    onelog("win", "shipped it")
    return onelog


def test_the_screen_at_80_columns(small: Onelog) -> None:
    assert small.screen("skills") == PAGE


def test_the_screen_in_japanese_at_56_columns(small: Onelog) -> None:
    assert small.screen("skills", columns=56, ONELOG_CONFIG=settings(small, 'language = "ja"\n')) == JAPANESE


def test_quarters_that_do_not_fit_are_counted_as_before_and_none_is_cut(small: Onelog) -> None:
    drawn = small.screen("skills", columns=34)
    assert "\n       before 2026Q3 2026Q4  all\n#talks      1      1      1    3\n" in drawn
    assert "\n#勇気       ·      ·      2    2\n" in drawn
    least = small.screen("skills", columns=22)
    assert "\n        all\n#talks    3\n" in least
    assert "…" not in least


def test_one_skill_at_80_columns(small: Onelog) -> None:
    found = small.json("skills talks")["evidence"]
    ids = dict(zip((one["id"] for one in found), ("P001", "P002", "G001"), strict=True)) | {found[0]["meeting"]: "MEET"}
    drawn = small.screen("skills talks")
    for id_, name in ids.items():
        drawn = drawn.replace(id_, name)
    assert drawn == ONE


def test_without_evidence_it_says_what_would_be_some(onelog: Onelog) -> None:
    assert "No evidence yet: tag praise, growth feedback, a win or an aha moment." in onelog.screen("skills")
    done = onelog.run("skills")
    assert (done.out, done.code) == ("", 0)
    assert onelog.json("skills") == []


def test_every_number_explains_itself(small: Onelog) -> None:
    told = small.screen("skills --explain", rows=200)
    for name in ("evidence", "seen-by", "growth-to-praise", "unnamed"):
        assert f" {name}\n" in told
    assert "%" not in small.screen("skills")
