"""thread: what the best talks have in common, counted a second time from an export, and how it is told."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from statistics import median
from typing import Any

import planted
import pytest
from conftest import Onelog

from onelog.core.phrases import area, say
from onelog.insight.patterns.pattern_features import ORDERS
from onelog.store.database import Store

pytestmark = pytest.mark.posix

Facts = dict[str, Any]


def settings(run: Onelog, text: str) -> str:
    file = run.folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


# --- a second calculation, from the export of the demo's journal


def exported(run: Onelog, *, private: bool = False) -> list[Facts]:
    whole = json.loads(run("export", "--format", "json"))
    met = sorted((m for m in whole["meetings"] if m["at"]), key=lambda m: m["at"])
    for one in met:
        one["topics_of_all"] = [t for m in whole["meetings"] for t in m["topics"]] + whole["topics"]
        if not private:
            one["moments"] = [m for m in one["moments"] if m["kind"] not in ("concern", "private")]
    return met


def values(met: list[Facts]) -> dict[str, list[int | None]]:
    """By feature what each meeting has: 1 or 0, for lengths and gaps -1 too; None where it is not known."""
    lengths, gaps = dict[str, float](), dict[str, tuple[int, float]]()
    for who in {one["person"] for one in met}:
        own = [one for one in met if one["person"] == who]
        lengths[who] = median([one["minutes"] for one in own if one["minutes"]] or [0])
        days = {b["id"]: (day(b) - day(a)).days for a, b in pairwise(own)}
        gaps |= {id_: (n, median(days.values())) for id_, n in days.items()}
    rows = [facts(one, lengths[one["person"]], gaps.get(one["id"])) for one in met]
    names = {name for row in rows for name in row}
    return {
        name: [row.get(name, None if name.partition(":")[0] in UNSURE - kinds_of(row) else 0) for row in rows]
        for name in names
    }


UNSURE = {"mode", "length", "gap", "prepared"}
"""Of these it may not be known; what else is not there is not there."""


def kinds_of(row: dict[str, int]) -> set[str]:
    return {name.partition(":")[0] for name in row}


def facts(one: Facts, usual: float, gap: tuple[int, float] | None) -> dict[str, int]:
    today, found = one["at"][:10], dict[str, int]()
    topics = [t for t in one["topics_of_all"] if t["person"] == one["person"]]
    raised = any(t["status"] == "raised" and t["added"] < today == t["closed"] for t in topics)
    older = [r for r in (*one["actions"], *one["topics"], *one["moments"], *one["checkins"]) if said(r) < today]
    if one["mode"]:
        found["mode:" + one["mode"]] = 1
    if one["minutes"]:
        found["length"] = beside(one["minutes"], usual)
    if gap:
        found["gap"] = beside(*gap)
    found[f"weekday:{day(one):%a}".lower()] = 1
    begun, made = datetime.fromisoformat(one["at"]), datetime.fromisoformat(one["created"])
    if raised or older or made < begun:
        found["prepared"] = 1
    elif made <= begun + timedelta(days=7):
        found["prepared"] = 0
    waited = any(t["added"] < today <= (t["closed"] or "9") for t in topics)
    parked = any(topic["added"] == today for topic in topics)
    found |= {f"topic:{name}": 1 for name, there in (("open", waited), ("raised", raised), ("parked", parked)) if there}
    inside = (one, *one["actions"], *one["moments"], *one["topics"])
    return (
        found
        | {f"line:{name}": 1 for name in lines(one)}
        | {f"tag:{tag}": 1 for record in inside for tag in record["tags"]}
    )


def day(one: Facts) -> date:
    return date.fromisoformat(one["at"][:10])


def said(record: Facts) -> str:
    return str(record.get("opened") or record.get("added") or record["at"])[:10]


def beside(value: float, usual: float) -> int:
    return (value > usual) - (value < usual)


def lines(one: Facts) -> Iterator[str]:
    yield from ("checkin" for _ in one["checkins"])
    yield from ("mine" if action["owner"] == "me" else "theirs" for action in one["actions"])
    for moment in one["moments"]:
        if moment["kind"] not in ("praise", "growth"):
            yield moment["kind"]
        elif (moment["from"] == "me") != (moment["to"] == "me"):
            yield f"{moment['kind']}_{'given' if moment['from'] == 'me' else 'received'}"


def neighbours(met: list[Facts]) -> Iterator[list[int]]:
    """The places of each person's blocks of about ten."""
    for who in sorted({one["person"] for one in met}):
        own = [place for place, one in enumerate(met) if one["person"] == who]
        parts = max(1, round(len(own) / 10))
        yield from (own[len(own) * n // parts : len(own) * (n + 1) // parts] for n in range(parts))


def difference(met: list[Facts], has: list[int | None]) -> float | None:
    """Ranks in each block beside what has more of it, by the weights of van Elteren; 1 where all comparisons are won."""
    over = whole = Fraction(0)
    for block in neighbours(met):
        known = [place for place in block if has[place] is not None]
        n, ratings = len(block), [met[place]["rating"] for place in block]
        mean = Fraction(sum(has[place] or 0 for place in known), len(known) or 1)
        if len(set(ratings)) > 1:
            for place in known:
                mine = met[place]["rating"]
                rank = Fraction(sum((mine > one) - (mine < one) for one in ratings), 2)
                over += 2 * rank * ((has[place] or 0) - mean) / (n + 1)
        pairs = sum(abs((has[one] or 0) - (has[other] or 0)) for one, other in combinations(known, 2))
        whole += Fraction(n * pairs, (n + 1) * (len(known) or 1))
    return float(over / whole) if whole else None


@pytest.mark.long
@pytest.mark.parametrize("private", [False, True])
def test_every_difference_is_that_of_the_export(demo: Onelog, private: bool) -> None:
    met = exported(demo, private=private)
    assert all(one["rating"] for one in met)
    told = demo.json("thread --all" + (" --private" if private else ""))
    assert (told["meetings"], told["rated"], told["compared"], told["look"]) == (len(met), len(met), 120, 5)
    had = values(met[:120])
    expected = {name: difference(met[:120], some) for name, some in had.items() if len(set(some) - {None}) > 1}
    shown = {one["feature"]: one for one in told["features"]}
    hidden = {name for one in told["features"] for name in one["same"]}
    assert expected.keys() == shown.keys() | hidden
    for name, one in shown.items():
        if one["difference"] is not None:
            assert one["difference"] == pytest.approx(expected[name], abs=1e-5), name
        assert one["with"] == had[name].count(1), name
        assert one["without"] == had[name].count(0) + had[name].count(-1), name


@pytest.mark.long
def test_what_is_found_is_what_passes_the_level(demo: Onelog) -> None:
    told = demo.json("thread --all")
    levels = {True: 0.018, False: 0.002}
    assert told["level"] == pytest.approx(sum(levels.values()))
    for one in told["features"]:
        tested = one["chance"] is not None
        assert (one["state"] == "person") != tested
        if tested:
            assert (one["chance"] <= levels[one["planned"]]) == (
                one["state"] in ("more", "less", "differs", "unrated")
            ), one
            assert (one["low"] > 0 or one["high"] < 0) == (one["state"] in ("more", "less")), one
    assert [one["feature"] for one in demo.json("thread")["features"]] == [
        one["feature"] for one in told["features"] if one["state"] in ("more", "less", "differs")
    ]
    assert demo("thread --all") == demo("thread --all"), "the same all day"


# --- where there is little or nothing


def test_a_journal_with_nothing_in_it(onelog: Onelog) -> None:
    assert "No meetings are rated yet. The first look comes at 30: onelog log PERSON --rating 4" in " ".join(
        onelog.screen("thread").split()
    )
    told = onelog.json("thread")
    assert (told["rated"], told["look"], told["next_look"], told["features"], told["cuts"]) == (0, 0, 30, [], [])
    assert onelog("thread").split("\t")[4] == "not enough"


def test_a_journal_with_few_meetings_says_what_they_can_show(onelog: Onelog) -> None:
    onelog("log", "mia", "we met", "--rating", "4", "--mode", "walk")
    drawn = onelog.screen("thread")
    assert "1 rated meeting of 1\n" in drawn
    assert "1 meeting is too few to show any difference." in drawn
    for rating in "3545435":
        onelog("log", "mia", "we met", "--rating", rating, "--mode", "walk" if rating == "5" else "office")
    told = onelog.json("thread mia --all")
    assert (told["person"], told["rated"], told["look"], told["features"]) == ("mia", 8, 0, [])
    drawn = " ".join(onelog.screen("thread").split())
    assert "8 meetings are too few to show any difference. A difference of 30 points takes about" in drawn
    assert "The first look comes at 30 rated meetings." in drawn
    assert "none" not in drawn.lower()


def test_a_period(demo: Onelog) -> None:
    met = exported(demo)
    spring = [one for one in met if "2026-04-01" <= one["at"][:10] < "2026-07-01"]
    told = demo.json("thread --since 2026Q2 --until 2026Q2")
    assert (told["meetings"], told["since"], told["until"]) == (len(spring), "2026-04-01", "2026-06-30")
    assert "nobody" in demo.fails("thread nobody")


# --- how it is told

LEFT = "Left out: 35 concerns (--private looks at them too).\n"
LEFT_JA = "対象にしていないもの：懸念35件（--private で対象にしま\n  す）\n"
PAGE = """\
The common thread                                      124 rated meetings of 140
High: 4 or more                                                        65 of 120
Rated: Video 22 of 26; Office 11 of 13; Phone 15 of 18; Walk 49 of 54; Chat 15
of 16; no mode 12 of 13

What you can plan
  Walk                                                      +35 points (3 to 60)
    35 rated high; 27 would be expected.
    By chance alone, about 1 time in 100.
    Not there without Aiko.
    Try it: onelog thread --try walk

120 meetings can show only differences above 36 points.
A difference of 30 points takes about 50 more rated meetings.

Checked 30 things in 120 meetings (5th look; the next comes at 170 rated
meetings).
Where there is no pattern, a look still shows one in 20 of 1,000 journals.
Points: in 100 comparisons with a nearby meeting, how many more are won than
lost.
See everything that was checked: onelog thread --all
A pattern is not a cause: onelog explain thread
"""
JAPANESE = """\
よい1on1の共通点           1on1 140回中、評価のある124回
高評価：4以上                                120回中65回
評価のある回数：ビデオ 22/26回；対面 11/13回；電話
15/18回；散歩 49/54回；チャット 15/16回；形式なし
12/13回

前もって選べること
  散歩                              +35ポイント（3〜60）
    高評価は35回（見込み27回）
    偶然でも100回に1回ほど起こります。
    Aikoさんを除くと、この傾向は出ません。
    試す：onelog thread --try walk

120回で分かるのは、36ポイントを超える差だけです。
30ポイントの差には、評価のある1on1があと50回ほど必要で
す。

1on1 120回について30項目を調べました（5回目の集計。次は
評価170回のとき）。
何の関係もない記録でも、1回の集計につき1000件中20件で何
かを示します。
ポイント：前後の回と100組比べて、勝ちが負けより何組多い
か。
調べたものの一覧：onelog thread --all
同時に起きていても、原因とは限りません：onelog explain
thread
"""


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Two people with whom walks go well."""
    run = Onelog(tmp_path_factory.mktemp("walks"))
    made = planted.Made(7, "mode:walk", people=2, meetings=140)
    with Store(run.journal, write=True) as store:
        store.db.execute("BEGIN")
        for record in made.records:
            planted.insert(store, record)
        store.db.execute("COMMIT")
    return run


def test_in_a_pipe_a_line_for_the_whole_and_one_for_each(walks: Onelog) -> None:
    told = walks.json("thread")
    first, *rest = [line.split("\t") for line in walks("thread").splitlines()]
    assert first[:5] == ["thread", "", "", "", "found"]
    counts = ("meetings", "rated", "compared", "high", "looked_at", "planned", "look", "level", "next_look")
    assert first[6:15] == [str(told[name]) for name in counts]
    assert first[-1] == told["method"]
    assert [line[1] for line in rest] == [one["feature"] for one in told["features"]]
    numbers = ("difference", "low", "high", "with", "without", "high_with")
    assert [line[5:11] for line in rest] == [[str(one[name]) for name in numbers] for one in told["features"]]
    everything = walks("thread --all").splitlines()
    assert len(everything) == 1 + told["looked_at"]


def test_the_report_states_its_n_its_method_and_its_budget(walks: Onelog) -> None:
    told = walks.json("thread")
    assert "van Elteren 1960" in told["method"]
    assert "Westfall and Young 1993" in told["method"]
    drawn = " ".join(walks.screen("thread").split())
    assert f"{told['rated']} rated meetings of {told['meetings']}" in drawn
    assert f"Checked {told['looked_at']} things in {told['compared']} meetings (5th look;" in drawn
    walk = next(one for one in told["features"] if one["feature"] == "mode:walk")
    points = [round(100 * walk[name]) for name in ("difference", "low", "high")]
    assert f"What you can plan Walk {points[0]:+d} points ({points[1]} to {points[2]})" in drawn
    assert f"{walk['high_with']} rated high; {round(walk['high_expected'])} would be expected." in drawn
    assert "A pattern is not a cause: onelog explain thread" in drawn
    assert "%" not in drawn


def test_how_many_were_rated_stands_beside_it(walks: Onelog) -> None:
    told = walks.json("thread")
    assert sum(one["met"] for one in told["shares"]) == told["meetings"]
    assert sum(one["rated"] for one in told["shares"]) == told["rated"]
    share = next(one for one in told["shares"] if one["mode"] == "walk")
    assert f"Walk {share['rated']} of {share['met']}" in " ".join(walks.screen("thread").split())


def test_the_screen_at_80_columns(walks: Onelog) -> None:
    assert walks.screen("thread") == f"{PAGE}{LEFT}"


def test_the_screen_in_japanese_at_56_columns(walks: Onelog) -> None:
    assert (
        walks.screen("thread", columns=56, ONELOG_CONFIG=settings(walks, 'language = "ja"\n')) == f"{JAPANESE}{LEFT_JA}"
    )


@pytest.mark.long
@pytest.mark.parametrize("columns", [80, 60, 40])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_cut_on_a_narrow_screen(walks: Onelog, language: str, columns: int) -> None:
    config = settings(walks, f'language = "{language}"\n')
    drawn = walks.screen("thread --all", columns=columns, rows=200, ONELOG_CONFIG=config)
    for one in walks.json("thread --all")["features"]:
        name = one["feature"]
        label = f"#{name[4:]}" if name.startswith("tag:") else say(language, f"thread.{name}")
        assert "".join(label.split()) in "".join(drawn.split()), name
    assert "…" not in drawn


def test_without_unicode_it_is_ascii(walks: Onelog) -> None:
    drawn = walks.screen("thread", PYTHONIOENCODING="ascii:backslashreplace", PYTHONUTF8="0")
    assert re.sub(r"\\u....", "", drawn).isascii()
    assert "Walk" in drawn


def test_what_is_private_is_not_told(walks: Onelog) -> None:
    names = {one["feature"] for one in walks.json("thread --all")["features"]}
    assert "line:concern" not in names
    assert "line:concern" in {one["feature"] for one in walks.json("thread --all --private")["features"]}


def test_each_feature_has_a_word() -> None:
    names = {f"{kind}:{value}" if value else kind for kind, values in ORDERS.items() for value in values}
    assert names <= area("thread").keys()
