"""Goals as a user sees them: the list, the tree, what hangs together with them, and how they end."""

from typing import Any

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

LIST = """\
☐ x5dv  All ads served from our own stack · Chloé        in 3 weeks · Tue 15 Dec
        ████████░░░░░░░░ 50%  58 days behind, -35  0 → 50 → 100 percent

☐ c2gr  Lead a group of 20 in three years         in 14 months · Mon 31 Jan 2028
        2 of 5 below done
  ☐ s7kg  Twelve presentations in Japanese, without a   in 2 months · Sun 31 Jan
          script
          ███████████████░ 92%  on track, 16 days ahead, +0.3  0 → 11 → 12 talks
  ☐ h3rn  Hire four engineers for search and ads        in 4 months · Wed 31 Mar
          ████████████░░░░  on track, 19 days ahead, +0.17  0 → 3 → 4 people
          untouched for 5 weeks
"""
TREE = """\
☐ x5dv  All ads served from our own stack · Chloé        in 3 weeks · Tue 15 Dec
        50% · 58 days behind, -35

☐ c2gr  Lead a group of 20 in three years         in 14 months · Mon 31 Jan 2028
│       2 of 5 below done
├─ ☐ s7kg  Twelve presentations in Japanese, without a  in 2 months · Sun 31 Jan
│          script
│          92% · on track, 16 days ahead, +0.3
├─ ☐ h3rn  Hire four engineers for search and ads       in 4 months · Wed 31 Mar
│          0 → 3 → 4 people · on track, 19 days ahead, +0.17 · untouched for 5
│          weeks
└─ ✓ g4mx  One million monthly active users · Mia            achieved Thu 24 Sep
   │       103% · 1 of 2 below done · 6 days early
   ├─ ✗ p95k  Search answers in a quarter of a second      missed Tue 1 Jul 2025
   │          64% · 1 day after its day
   └─ ✓ p95n  A quarter of a second, second try         achieved Tue 17 Mar 2026
              111% · 14 days early
"""
MIAS_TREE_60_JA = """\
☐ c2gr  Lead a group of 20 in three years
│                               14か月後 · 2028年1月31日(月)
│       下位目標 2/5件達成
└─ ✓ g4mx  One million monthly active       9月24日(木) 達成
   │       users · Mia
   │       103% · 下位目標 1/2件達成 · 期日の6日前
   ├─ ✗ p95k  Search answers in a quarter of a second
   │                                   2025年7月1日(火) 未達
   │          64% · 期日の1日後
   └─ ✓ p95n  A quarter of a second, second try
                                      2026年3月17日(火) 達成
              111% · 期日の14日前
"""


def japanese(run: Onelog) -> dict[str, str]:
    settings = run.folder / "config.toml"
    settings.write_text('language = "ja"\n')
    return {"ONELOG_CONFIG": str(settings)}


# --- the list and the tree


def test_the_list_says_how_it_goes(demo: Onelog) -> None:
    assert demo.screen("goals") == LIST


def test_the_tree_has_what_is_closed_below_what_is_open(demo: Onelog) -> None:
    assert demo.screen("goals --tree") == TREE


def test_the_tree_of_a_person_is_what_is_above_and_below_theirs_narrow_and_japanese(demo: Onelog) -> None:
    assert demo.screen("goals --tree mia --all", columns=60, rows=20, **japanese(demo)) == MIAS_TREE_60_JA
    assert demo.json("goals mia") == []
    assert [one["id"] for one in demo.json("goals mia --all")] == ["g4mx"]


def test_a_terminal_without_such_signs_gets_plain_branches(demo: Onelog) -> None:
    drawn = demo.screen("goals --tree", PYTHONIOENCODING="ascii:replace")
    assert "o x5dv" in drawn
    assert "+- o h3rn  Hire four" in drawn
    assert "`- x g4mx  One million" in drawn
    assert "   |       103% | 1 of 2 below done | 6 days early" in drawn
    assert drawn.isascii()


def test_a_pipe_has_the_numbers_in_columns(demo: Onelog) -> None:
    rows = [line.split("\t") for line in demo("goals").splitlines()]
    assert [(row[0], row[1], row[6], *row[16:]) for row in rows] == [
        ("goal", "x5dv", "behind", "-58", "-35.02994", "0", "0", "0"),
        ("goal", "s7kg", "on track", "16", "0.289552", "1", "0", "0"),
        ("goal", "h3rn", "on track", "19", "0.167038", "5", "0", "0"),
        ("goal", "c2gr", "unknown", "", "", "1", "2", "5"),
    ]


def test_json_has_the_keys_of_a_goal_and_how_it_goes(demo: Onelog) -> None:
    listed = {one["id"]: one for one in demo.json("goals --all")}
    more = ("days_ahead", "amount_ahead", "fraction_ahead", "touched", "weeks_untouched", "done_below", "goals_below")
    assert [listed["h3rn"][key] for key in more] == [19, 0.167038, 0.041759, "2026-10-13", 5, 0, 0]
    assert [listed["c2gr"][key] for key in more] == [None, None, None, "2026-11-11", 1, 2, 5]
    assert [listed["p95k"][key] for key in more] == [-62, 62, -0.364706, "2025-07-01", 0, 0, 0]
    shown = demo.json("show h3rn")
    assert {key: value for key, value in listed["h3rn"].items() if key not in more} == shown


def test_every_number_of_the_list_explains_itself(demo: Onelog) -> None:
    told = demo.json("goals --explain")
    assert [one["name"] for one in told] == ["way", "pace", "ahead", "untouched", "below", "early", "away"]
    assert "straight line" in told[2]["definition"]
    assert "まっすぐな線" in demo("goals --explain", **japanese(demo))


# --- a check-in comes through three doors


def test_three_doors_make_the_same_check_in(onelog: Onelog) -> None:
    def looks() -> list[dict[str, Any]]:
        (goal,) = onelog.json("goals")
        return [{key: one[key] for key in ("kind", "goal", "value", "text")} for one in goal["checkins"]]

    goal = onelog.json("goals add One million users --metric mau --from 900000 --to 1000000 --by 2026-12-31")["id"]
    onelog("log", "mia", "numbers g: mau 950,000 wrote the plan goal:x")
    alone = looks()
    onelog("undo")
    onelog("goals", "checkin", "mau", "950000", "wrote the plan goal:x")
    assert looks() == alone
    onelog("undo")
    document = onelog.folder / "goal.md"
    document.write_text(onelog("show", goal, "--md") + "\n- 2026-11-22T14:00 950000 wrote the plan goal:x\n")
    onelog("import", str(document))
    assert looks() == alone == [{"kind": "checkin", "goal": goal, "value": 950000, "text": "wrote the plan goal:x"}]
    assert onelog.json("goals")[0]["pace"] == "ahead"


# --- what hangs together


@pytest.fixture
def linked(onelog: Onelog) -> Onelog:
    """A goal with a promise, a look at it, and words that name it."""
    onelog.env["ONELOG_NOW"] = "2026-11-02T09:00:00+09:00"
    goal = onelog.json("goals add hire four engineers --by 2027-03-31")["id"]
    onelog.env |= {"GOAL": goal, "ONELOG_NOW": "2026-11-22T14:00:00+09:00"}
    return onelog


def related(run: Onelog, word: str, *more: str) -> list[str]:
    """The lines under "Related", cut after their first words; "" where there are none."""
    drawn = run.screen("show", word, *more).partition("Related\n")[2].splitlines()
    return [" ".join(line.split()[:3]) for line in drawn if line and not line.startswith(" ")]


def test_what_is_about_a_goal_is_shown_both_ways(linked: Onelog) -> None:
    goal = linked.env["GOAL"]
    above = linked.json("goals add lead a group of twenty")["id"]
    linked("goals", "add", "sign the first one", "--under", goal)
    meeting = linked.json("log", "mia", f"we met\na: write the advert goal:{goal}\ng: hire two calls")
    noted = linked.json("log", "ben", f"he asked about goal:{goal} twice")
    win = linked.json("win", f"the band is wide enough (goal: {goal.upper()})")["id"]
    topic = linked.json("topic", "mia", f"the second interview goal:{goal}")["id"]
    other = linked.json("win", f"no goals{goal} here")["id"]
    linked("edit", goal, ONELOG_EDITOR=f"sed -i 's/^under:.*/under: {above}/'")

    assert related(linked, goal) == [
        "Goal sign the", "☐ me write", "Topic the second", "Win the band", "Meeting mia ·", "Meeting ben ·",
    ]  # fmt: skip
    assert f"Under      lead a group of twenty  {above}" in linked.screen("show", goal)
    assert f"Goal     hire four engineers  {goal}" in linked.screen("show", meeting["actions"][0]["id"])
    for word in (meeting["id"], noted["id"], win, topic):
        assert related(linked, word) == ["Goal hire four"]
    check = meeting["checkins"][0]["id"]
    assert f"hire four engineers  {goal}" in linked.screen("show", check)
    assert related(linked, other) == []


def test_a_worry_that_names_a_goal_is_private_there_too(linked: Onelog) -> None:
    goal = linked.env["GOAL"]
    linked("concern", f"they may not come goal:{goal}")
    assert related(linked, goal) == []
    assert related(linked, goal, "--private") == ["Concern they may"]


# --- the end


@pytest.mark.parametrize(
    ("how", "on", "said"),
    [
        ("achieved", "2026-11-16", "  4 days early · onelog undo takes it back"),
        ("achieved", "2026-11-21", "  1 day late · onelog undo takes it back"),
        ("achieved", "2026-11-20", "  on its day · onelog undo takes it back"),
        ("missed", "2026-11-22", "  2 days after its day · onelog undo takes it back"),
        ("dropped", "2026-11-19", "  1 day before its day · onelog undo takes it back"),
    ],
)
def test_closing_says_how_early_or_late(onelog: Onelog, how: str, on: str, said: str) -> None:
    goal = onelog.json("goals add ship it --by 2026-11-20")["id"]
    drawn = onelog.screen("goals", "close", goal, "--as", how, "--on", on)
    assert drawn.splitlines()[1] == said


def test_a_goal_without_a_day_is_neither_early_nor_late(onelog: Onelog) -> None:
    goal = onelog.json("goals add ship it")["id"]
    drawn = onelog.screen("goals", "close", goal, "--as", "achieved")
    assert drawn.splitlines() == [f"✓ Achieved {goal}: ship it", "  onelog undo takes it back"]


def test_a_closed_goal_stays_as_fast_as_it_was(onelog: Onelog) -> None:
    goal = onelog.json("goals add ship it --by 2026-12-02 --from 0 --to 10")["id"]
    later = {"ONELOG_NOW": "2026-11-27T14:00:00+09:00"}
    onelog("goals", "checkin", goal, "7", **later)
    assert onelog.json("goals", **later)[0]["days_ahead"] == 2
    onelog("goals", "close", goal, "--as", "achieved", **later)
    (closed,) = onelog.json("goals --all", ONELOG_NOW="2027-05-01T14:00:00+09:00")
    assert (closed["pace"], closed["days_ahead"], closed["weeks_untouched"]) == ("ahead", 2, 0)


# --- by which word a goal is meant


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("teams", "teams now"), ("team", None), ("three", "three teams run on it"), ("grow", None), ("seats", "seats then"),
        ("now", None),
    ],
)  # fmt: skip
def test_a_whole_metric_goes_before_the_beginning_of_a_word_and_an_open_goal_of_it_before_a_closed_one(
    onelog: Onelog, word: str, means: str | None
) -> None:
    for title, *options in (
        ("teams now", "--metric", "teams"), ("three teams run on it",), ("grow now",), ("grow then",), ("teams then", "--metric", "teams"),
        ("seats then", "--metric", "seats"),
    ):  # fmt: skip
        id_ = onelog.json("goals", "add", title, "--from", "0", "--to", "9", *options)["id"]
        if title.endswith("then"):
            onelog("goals", "close", id_, "--as", "missed")
    if means is None:
        assert "Several goals fit" in onelog.fails("goals", "checkin", word, "3")
        return
    onelog("goals", "checkin", word, "3")
    assert [goal["title"] for goal in onelog.json("goals --all") if goal["checkins"]] == [means]


# --- a goal named by several words, its numbers said back


@pytest.fixture
def rates(onelog: Onelog) -> Onelog:
    for title in ("Deals --metric 'win rate' --from 40% --to 60%", "Bookings", "Q1 bookings", "Hire four engineers"):
        onelog(f"goals add {title}")
    return onelog


@pytest.mark.long
@pytest.mark.parametrize(
    ("said", "title", "value", "text"),
    [
        ("win rate 55% better", "Deals", 55, "better"),
        ("win rate 58 % nice", "Deals", 58, "nice"),
        ("win rate better", "Deals", None, "better"),
        ("Win Rate", "Deals", None, ""),
        ("win 58 % nice", "Deals", 58, "nice"),
        ("bookings 300k", "Bookings", 300000, ""),
        ("q1 bookings 300k", "Q1 bookings", 300000, ""),
        ("hire four 3 signed", "Hire four engineers", 3, "signed"),
        ("hire four of them signed", "Hire four engineers", None, "four of them signed"),
    ],
)
def test_a_goal_is_named_by_one_word_or_several(
    rates: Onelog, said: str, title: str, value: float | None, text: str
) -> None:
    def looks() -> list[tuple[str, float | None, str]]:
        return [(one["title"], look["value"], look["text"]) for one in rates.json("goals") for look in one["checkins"]]

    rates("log", "mia", f"we met g: {said}")
    assert looks() == [(title, value, text)]
    (met,) = rates.json("timeline")
    document = rates.folder / "met.md"
    document.write_text(rates("show", met["id"], "--md"))
    rates("import", str(document))  # reading it back changes nothing
    assert looks() == [(title, value, text)]
    rates("undo")
    if value is not None or text:
        rates("goals", "checkin", *said.split())
        assert looks() == [(title, value, text)]


def test_the_numbers_of_a_goal_are_said_back(rates: Onelog) -> None:
    added = rates.screen("goals", "add", "Sales", "--from", "€1M", "--to", "€2.5M", "--by", "2026-12-31")
    assert added.splitlines()[0].split(": ", 1)[1].startswith("Sales (from €1,000,000, target €2,500,000)")
    assert "due Thu 31 Dec" in added
    looked = rates.screen("goals", "checkin", "win", "rate", "55%", "better")
    assert looked.splitlines()[0].split(": ", 1)[1] == "Deals: 55% (from 40%, target 60%) · better"
    assert "Deals：56%（開始 40%、目標 60%）" in rates.screen(
        "goals checkin 'win rate' 56%", columns=80, rows=24, **japanese(rates)
    )


def test_a_check_in_of_a_meeting_is_said_back_with_the_goal_and_all_its_numbers(onelog: Onelog) -> None:
    onelog("goals", "add", "One million users", "--metric", "mau", "--to", "1000000")
    said = onelog.screen("log", "mia", "numbers g: mau 950k wrote the plan")
    assert "  Goal: One million users: 950,000 (target 1,000,000) · wrote the plan\n" in said
