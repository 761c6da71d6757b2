"""prep: one screen before a meeting, and the team a line a person."""

import json
import re
import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import Onelog, at, with_settings

pytestmark = pytest.mark.posix

DOCUMENTS = {
    "p-mia": "kind: person\nname: Mia Tanaka\nrelation: manager\nevery: 2w\non: tue\n---\n",
    "p-ben": "kind: person\nname: Ben Okafor\nrelation: report\nevery: 1w\n---\n",
    "p-aiko": "kind: person\nname: 佐藤 愛子\nrelation: report\nevery: monthly\non: 1st mon\n---\n",
    "p-zoe": "kind: person\nname: Zoë\nalias: zoe\nrelation: report\nevery: 1w\non: wed\n---\n",
    "p-daniel": "kind: person\nname: Daniel\nrelation: mentor\n---\n",
    "p-old": "kind: person\nname: Old Friend\nrelation: peer\nevery: 1w\n---\n",
    "g-ads": "kind: goal\ntitle: Half of all ads are served from our own stack\nwith: Ben Okafor\nby: 2026-12-31\nmetric: share\n"
    "from: 0\nto: 50\nopened: 2026-07-01\n---\n",
    "m-ben-1": "with: Ben Okafor\nat: 2026-08-05T10:00+09:00\nmood: 4\nseen: 4\n---\n\nsummer\n\n- **Praise:** you let the "
    "silence do the asking\n- [x] a promise kept long ago done:2026-08-20\n",
    "m-ben-2": "with: Ben Okafor\nat: 2026-09-02T10:00+09:00\nmood: 4\nseen: 2\n---\n\n- **Aha:** said on their bad day\n",
    "m-ben-3": "with: Ben Okafor\nat: 2026-09-09T10:00+09:00\nmood: 2\nseen: 4\n---\n\n- **Praise:** said on my bad day\n",
    "m-ben-4": "with: Ben Okafor\nat: 2026-11-04T10:00+09:00\nmood: 4\n---\n\n- [ ] read his draft twice before I say a word about "
    "it, and then only about what is missing due:2026-11-13 why: mine needs no reason here\n"
    "- [ ] draft the proposal for the spring meeting @them due:2026-11-30 why: whoever presents it should have written it\n"
    "- [x] ask Mia about the panel done:2026-11-10\n- [x] ask Mia for the list done:2026-11-12\n- [x] ticked in it done:2026-11-11\n"
    "- [-] book the big room @them due:2026-11-20 dropped:2026-11-14 why: the talk is online\n",
    "m-ben-5": "with: Ben Okafor\nat: 2026-11-11T10:00+09:00\nlen: 35m\nmode: walk\nmood: 3\nseen: 5\nrating: 4\n---\n\nTwo "
    "minutes without one acronym. He did them standing.\n\n- [ ] call the venue @them\n- **Concern:** the nights on call wear him "
    "down\n- **Private:** nobody else may read this\n",
    "m-mia-1": "with: Mia Tanaka\nat: 2026-11-03T10:00+09:00\n---\n\nwe met\n",
    "m-aiko-1": "with: 佐藤 愛子\nat: 2026-11-04T10:00+09:00\nmood: 4\n---\n\n来期の体制について話した\n\n- [ ] 評価シートの下書きを"
    "読む due:2026-12-04\n",
    "m-zoe-1": "with: Zoë\nat: 2026-11-04T10:00+09:00\n---\n\nwe met\n",
}
NAMES = {
    "read his draft": "READ", "draft the proposal": "WRIT", "ask Mia for": "LIST", "call the venue": "CALL", "book the": "ROOM",
    "who stands in": "STND", "the nights": "CARE", "Half of": "GOAL", "you let": "LETS", "評価": "HYOK",
}  # fmt: skip
"""The beginning of what a record says, and what stands for its id below."""


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """A manager and three reports, one of them on leave; a mentor never met; somebody archived. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    folder = run.folder / "documents"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.md").write_text(f"---\n{text}", encoding="utf-8")
    run("import", str(folder))
    goal = run.json("goals")[0]["id"]
    run("goals", "checkin", goal, "20", "half of the way", ONELOG_NOW="2026-10-09T09:00:00+09:00")
    run("people archive old")
    run("topic ben who stands in for him in spring", ONELOG_NOW="2026-11-18T09:00:00+09:00")
    run("skip ben --why 'he was ill'", ONELOG_NOW="2026-11-18T09:00:00+09:00")
    run("skip zoe --until 2027-01-11 --why 育休")
    run("note", "ben", "he has two offers of talks\nd: thanks for the calm on Friday")
    run("praise", "the calm on Friday", "--with", "ben")
    return run


def named(run: Onelog, text: str) -> str:
    """A screen or lines with a fixed word of four letters for each id."""
    whole = json.loads(run("export", "--format", "json", "--private"))
    inside = [*whole["meetings"], {"moments": whole["moments"], "actions": whole["actions"], "topics": whole["topics"]}]
    records = [r for m in inside for kind in ("actions", "moments", "topics") for r in m[kind]]
    for record in records:
        for begins, name in NAMES.items():
            text = text.replace(record["id"], name) if record["text"].startswith(begins) else text
    meetings = {m["id"]: f"M{(m['at'] or 'COMI')[5:10].replace('-', '') or 'COM'}"[:4] for m in whole["meetings"]}
    for id_, name in {**meetings, whole["goals"][0]["id"]: "GOAL"}.items():
        text = text.replace(id_, name)
    return text


def sections(screen: str) -> dict[str, list[str]]:
    """The lines of a screen by the label in their margin; those of the head stand under ""."""
    labels = ("Last", "I owe", "They owe", "Topics", "Concerns", "Goals", "Mood", "Ask", "Remember")
    found: dict[str, list[str]] = {"": []}
    at = ""
    for line in screen.split("\n"):
        at = next((label for label in labels if re.match(rf"{label}  ", line)), at)
        if line:
            found.setdefault(at, []).append(line)
    return found


# --- one person

BEN = """\
Ben Okafor · report · every week                          in 3 days · Wed 25 Nov
skipped Wed 18 Nov: he was ill
! 1 warning: onelog watch ben
Last      11 days ago · Wed 11 Nov · walk · 35m · mood 3 · theirs 5 · rated 4
          Two minutes without one acronym. He did them standing.            M111
I owe     ! READ  read his draft twice before I say a word about  9 days overdue
                  it, and then only about what is missing
          ✓ LIST  ask Mia for the list                           kept Thu 12 Nov
They owe  ☐ WRIT  draft the proposal for the spring meeting       due Mon 30 Nov
                  why: whoever presents it should have written it
          ☐ CALL  call the venue
          ✗ ROOM  book the big room                           dropped Sat 14 Nov
                  why: the talk is online
Topics    · STND  who stands in for him in spring                     4 days ago
          + 2 lines noted for it: onelog show MCOM
Concerns  · 1 open: onelog prep ben --private
"""


def test_one_person_on_one_screen(team: Onelog) -> None:
    screen = named(team, team.screen("prep ben"))
    shown = sections(screen)
    assert screen.startswith(BEN)
    assert shown["Goals"][0].startswith("Goals     ! GOAL  Half of all ads")
    assert shown["Goals"][0].endswith("  71 days behind, -19.3")
    assert "untouched for 6 weeks" in "".join(shown["Goals"])
    assert shown["Mood"] == ["Mood      me ▄▄▂▄▃ 4 4 2 4 3   Ben ▄▂▄–▅ 4 2 4 – 5"]
    assert shown["Remember"] == ["Remember  Praise to Ben, 3 months ago: you let the silence do the asking    LETS"]
    asked = [one["text"] for one in team.json("prep ben")["questions"]]
    assert asked == [one["text"] for one in team.json("ask ben --count 2")]
    assert re.sub(r"\s+", " ", "".join(shown["Ask"])).replace("Ask · ", "").replace(" · ", "") == "".join(asked)


def test_goals_at_risk_come_first_then_those_that_nothing_has_touched_since_we_met(onelog: Onelog) -> None:
    onelog("people add Mia", **at("2026-09-01"))
    for title, by in (("near", "2027-01-31"), ("far", "2027-02-28"), ("late", "2026-11-19")):
        onelog("goals", "add", title, "--with", "mia", "--by", by, **at("2026-09-01"))
    onelog("log mia talked", **at("2026-11-01"))
    onelog("goals checkin near began", **at("2026-11-10"))
    onelog("goals checkin late began", **at("2026-11-10"))
    assert [one["title"] for one in onelog.json("prep mia", **at("2026-11-20"))["goals"]] == ["late", "far", "near"]


def test_on_a_narrow_screen_less_is_shown_and_the_rest_counted(team: Onelog) -> None:
    shown = sections(named(team, team.screen("prep ben", columns=60, rows=20)))
    assert shown["They owe"] == [
        "They owe  ☐ WRIT  draft the proposal for th…  due Mon 30 Nov",
        "          … and 2 more: onelog actions --theirs ben --all",
    ]
    assert shown["Goals"][0] == "Goals     ! GOAL  Half of all ads are serve…  71 days behind"
    assert shown["Goals"][1] == "                  untouched for 6 weeks"


def test_in_a_pipe_a_line_a_record(team: Onelog) -> None:
    done = team.run("prep ben")
    person = team.json("show ben")["id"]
    lines = [line.split("\t") for line in named(team, done.out.replace(person, "BENN")).splitlines()]
    assert done.err == "Without the words of 1 concern (--private shows them).\n"
    assert [line[:3] for line in lines if line[0] != "question"] == [
        ["prep", "BENN", "2026-11-25"], ["meeting", "M111", "2026-11-11"], ["action", "READ", "2026-11-13"],
        ["action", "LIST", ""], ["action", "WRIT", "2026-11-30"], ["action", "CALL", ""], ["action", "ROOM", "2026-11-20"],
        ["topic", "STND", "2026-11-18"], ["concern", "CARE", "2026-11-11"], ["goal", "GOAL", "2026-12-31"],
        ["praise", "LETS", "2026-08-05"],
    ]  # fmt: skip
    assert lines[0][3:] == ["Ben Okafor", "", "due", "", "", "2026-11-11", "2", "1", "4 4 2 4 3", "4 2 4 - 5"]
    assert [len(line) for line in lines if line[0] == "question"] == [7, 7]
    assert lines[8][4] == ""


def test_in_json_all_of_it(team: Onelog) -> None:
    ben = team.json("prep ben")
    (goal,) = ben["goals"]
    assert (goal["pace"], goal["days_ahead"], goal["at_risk"], goal["untouched_since_met"]) == (
        "behind",
        -71,
        True,
        True,
    )
    assert (ben["standing"]["state"], ben["standing"]["skip"]["why"], ben["warnings"], ben["noted"]) == (
        "due", "he was ill", 1, 2,
    )  # fmt: skip
    assert [(a["status"], a["overdue"]) for a in ben["mine"]] == [("open", True), ("done", False)]
    assert [a["status"] for a in ben["theirs"]] == ["open", "open", "dropped"]
    assert ben["moods"][-1] == {"day": "2026-11-11", "mine": 3, "theirs": 5}
    assert (ben["last"]["rating"], ben["remembered"]["from"], ben["remembered"]["kind"]) == (4, "me", "praise")


@pytest.mark.parametrize("words", ["prep ben", "prep ben --json", "prep ben --md", "prep --all", "prep --all --json"])
def test_what_is_private_is_shown_where_it_was_asked_for(team: Onelog, words: str) -> None:
    assert not re.search("wear him|nobody else", team(words))
    assert ("wear him" in team(f"{words} --private")) == ("--all" not in words)


def test_what_was_left_out_is_said(team: Onelog) -> None:
    concern = "Without the words of 1 concern (--private shows them).\n"
    assert team.run("prep ben").err == concern
    assert team.run("prep ben --json").err == f"{concern}Left out: 1 private (--private shows them too).\n"
    assert team.run("prep ben --json --private").err == ""


def test_on_a_terminal_concerns_are_counted_and_shown_where_they_are_asked_for(team: Onelog) -> None:
    """Minutes before one sits beside that person, somebody else may see the screen."""
    screen = team.screen("prep ben")
    assert sections(screen)["Concerns"] == ["Concerns  · 1 open: onelog prep ben --private"]
    assert "wear him" not in screen
    shown = sections(named(team, team.screen("prep ben --private")))
    assert shown["Concerns"] == ["Concerns  · CARE  the nights on call wear him down                   11 days ago"]
    assert "nobody else" not in screen


def test_in_japanese(team: Onelog, tmp_path: Path) -> None:
    run = Onelog(tmp_path)
    run.journal.write_bytes(team.journal.read_bytes())
    with_settings(run, 'language = "ja"\n')
    lines = named(run, run.screen("prep 愛子")).split("\n")
    assert lines[0] == "佐藤 愛子 · 部下 · 毎月(第1月曜)                           2週間後 · 12月7日(月)"
    assert lines[1].startswith("前回        2週間前 · 11月4日(水) · 気分4")
    assert "自分の宿題  ☐ HYOK  評価シートの下書きを読む                    期限 12月4日(金)" in lines
    assert "気分        自分 ▄ 4" in lines
    (text, _) = (one["text"] for one in run.json("prep 愛子")["questions"])
    assert any("\u3040" <= letter <= "\u30ff" for letter in text)


def test_signs_are_plain_where_the_encoding_has_none_of_them(team: Onelog) -> None:
    plain = team.screen("prep ben", PYTHONIOENCODING="ascii", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert plain.isascii()
    assert re.search(r"Mood +me (\S{5}) 4 4 2 4 3   Ben (\S\S\S-\S) 4 2 4 - 5", plain)


# --- those who are another case


def test_a_first_meeting_says_so(team: Onelog) -> None:
    lines = team.screen("prep daniel").split("\n")
    assert lines[0] == "Daniel · mentor                                                       no cadence"
    assert lines[1] == "Your first meeting with Daniel: onelog guide first says how to begin."
    assert lines[2].startswith("Ask  · ")
    daniel = team.json("prep daniel")
    assert (daniel["last"], daniel["moods"], daniel["mine"], daniel["remembered"]) == (None, [], [], None)
    assert [one["theme"] for one in daniel["questions"]] == ["opening", "opening"]
    assert not any(re.search(r"\b(last|lately|since)\b", one["text"]) for one in daniel["questions"])


def test_overdue_on_leave_and_archived(team: Onelog) -> None:
    assert team.screen("prep mia").startswith(
        "Mia Tanaka · manager · every 2 weeks on Tue          5 days overdue · Tue 17 Nov\n"
    )
    head = (
        "Zoë · report · every week on Wed                         paused until Mon 11 Jan\nnext due Wed 13 Jan: 育休\n"
    )
    assert team.screen("prep zoe").startswith(head)
    assert team.screen("prep old").split("\n")[0].endswith("  archived Sun 22 Nov")


def test_wrong_words_are_refused(team: Onelog) -> None:
    assert team.fails("prep", code=2).startswith("onelog: Who are you meeting?\n  onelog prep PERSON")
    assert "one person or the team" in team.fails("prep ben --all", code=2)
    assert "one person or the team" in team.fails("prep ben --on mon", code=2)
    assert "'florb' is not a day" in team.fails("prep --all --on florb", code=2)
    assert "Nobody is called 'florb'" in team.fails("prep florb")


def test_the_word_in_a_command_means_nobody_else(onelog: Onelog) -> None:
    onelog("people", "add", "Mia Miller")
    onelog("log", "--new", "Mia Tanaka", "a: one\na: two\na: three")
    id_ = onelog.json("show", "Mia Tanaka")["id"]
    assert f"more: onelog actions --mine {id_}" in onelog.screen("prep", id_, rows=6)


def test_an_old_promise_that_was_kept_since_is_told(onelog: Onelog) -> None:
    (old,) = (one["id"] for one in onelog.json("log", "ben", "--on", "2023-01-10", "a: write the book")["actions"])
    onelog("log", "ben", "--on", "2026-11-10", "a: name the day")
    onelog("done", old, "--on", "2026-11-17")
    assert [one["text"] for one in onelog.json("prep ben")["mine"]] == ["name the day", "write the book"]


# --- the past


def test_one_past_moment_the_same_all_day_and_never_from_a_bad_one(demo: Onelog) -> None:
    low = {m["id"] for m in demo.json("timeline mia --limit 0") if 0 < min(m.get("mood") or 9, m.get("seen") or 9) <= 2}
    assert low
    seen = []
    for days in range(0, 75, 15):
        today = date(2026, 11, 20) + timedelta(days=days)
        past = demo.json("prep mia", ONELOG_NOW=f"{today}T08:00:00+09:00")["remembered"]
        assert past["kind"] in ("aha", "praise", "win")
        assert past["at"][:10] <= str(today - timedelta(days=7))
        assert past["meeting"] not in low
        seen.append(past["id"])
    assert len(set(seen)) == 5
    assert demo.json("prep mia", ONELOG_NOW="2026-11-20T23:00:00+09:00")["remembered"]["id"] == seen[0]


def test_a_moment_of_a_bad_day_is_never_remembered(team: Onelog) -> None:
    low = {m["id"] for m in team.json("timeline ben --limit 0") if 0 < min(m.get("mood") or 9, m.get("seen") or 9) <= 2}
    assert low
    for day in range(1, 29, 3):
        past = team.json("prep ben", ONELOG_NOW=f"2026-12-{day:02}T09:00:00+09:00")["remembered"]
        assert past["meeting"] not in low


# --- the team

TEAM = """\
               Due        Met I owe They owe Topics Concerns Mood    Goals
! Mia Tanaka   5 days ago 2w  –     –        –      –        –       –
· Ben Okafor ⚑ in 3 days  11d 1 (1) 2        1      1 · 11d  ▄▂▄–▅ 5 1
  佐藤 愛子    in 2 weeks 2w  1     –        –      –        ▄ 4*    –
– Zoë          paused     2w  –     –        –      –        –       –
  1 person without a cadence: onelog next --all
  ⚑: see onelog watch · (1): how many are overdue · *: my own, not theirs
"""
NARROW = """\
               Due    Met I owe They Top Con Mood  Goal
! Mia Tanaka   5d ago 2w  –     –    –   –   –     –
· Ben Okafor ⚑ in 3d  11d 1 (1) 2    1   11d ▄▂▄–▅ 1
  佐藤 愛子    in 2w  2w  1     –    –   –   ▄*    –
– Zoë          paused 2w  –     –    –   –   –     –
  1 person without a cadence: onelog next --all
  ⚑: see onelog watch · (1): how many are overdue
  *: my own, not theirs
"""


def test_the_team_a_line_a_person(team: Onelog) -> None:
    assert team.screen("prep --all") == TEAM
    assert team.screen("prep --all", columns=60, rows=20) == NARROW
    done = team.run("prep --all")
    assert done.err == "1 without a cadence: onelog next --all\n"
    assert [line.split("\t")[3:] for line in done.out.splitlines()][:2] == [
        ["Mia Tanaka", "", "overdue", "5", "", "2026-11-03", *"000000", "", "", "", "0", "0", "", ""],
        [
            "Ben Okafor",
            "",
            "due",
            "",
            "",
            "2026-11-11",
            *"112011",
            "2026-11-11",
            "4 4 2 4 3",
            "4 2 4 - 5",
            "1",
            "1",
            "2026-11-22",
            "",
        ],
    ]
    ben = team.json("prep --all")[1]
    assert ben["standing"]["name"] == "Ben Okafor"
    assert (ben["mine"], ben["mine_overdue"], ben["theirs"], ben["theirs_overdue"]) == (1, 1, 2, 0)
    assert (ben["topics"], ben["concerns"], ben["oldest_concern"], ben["goals_at_risk"]) == (1, 1, "2026-11-11", 1)


@pytest.mark.parametrize(("when", "names"), [
    ("mon", ["Mia Tanaka"]), ("tue", ["Mia Tanaka"]), ("wed", ["Mia Tanaka", "Ben Okafor"]),
    ("2026-11-04", ["佐藤 愛子", "Zoë"]), ("this week", ["Mia Tanaka"]), ("this month", ["Mia Tanaka", "Ben Okafor", "佐藤 愛子", "Zoë"]),
    ("2026-11-01..2026-12-08", ["Mia Tanaka", "Ben Okafor", "佐藤 愛子", "Zoë"]),
    ("2027-01-13", ["Mia Tanaka", "Ben Okafor", "佐藤 愛子", "Zoë"]),
])  # fmt: skip
def test_on_a_day_those_who_are_due_by_then_or_were_met(team: Onelog, when: str, names: list[str]) -> None:
    assert [one["standing"]["name"] for one in team.json("prep", "--on", when)] == names


def test_nobody_is_due(onelog: Onelog) -> None:
    assert onelog.screen("prep --all") == "Nobody has a cadence yet. Set one: onelog people edit Mia --every 2w\n"
    onelog("people", "add", "Mia", "--every", "2w on tue")
    assert onelog.screen("prep --on mon") == "Nobody is due then. Everybody with a cadence: onelog prep --all\n"


# --- screens of two sizes


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Twelve reports with names of all lengths; much of everything with the first. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("busy"))
    folder = run.folder / "documents"
    folder.mkdir()
    for n in range(12):
        name = f"Report{n:02} {'von und zu ' * (n % 4)}{'長い名前' * (n % 3)}".strip()
        text = f"---\nkind: person\nname: {name}\nrelation: report\nevery: {n + 1}w\n---\n"
        (folder / f"p{n:02}.md").write_text(text, encoding="utf-8")
        many = 9 if n == 0 else 1
        lines = [
            f"- [ ] write the long page number {n} {k} that everybody waits for due:2026-11-{10 + n}\n"
            f"- [ ] @them reads all of number {n} {k} twice, 最初から最後まで due:2026-11-{11 + n} why: it is all that there is\n"
            f"- **Topic:** the topic number {n} {k}\n- **Concern:** 心配 number {n} {k} of many that go on\n"
            for k in range(many)
        ]
        text = f"---\nwith: {name}\nat: 2026-11-{5 + n:02}T10:00+09:00\nmood: 3\nseen: 4\n---\n\nwe met\n\n{''.join(lines)}"
        (folder / f"q{n:02}.md").write_text(text, encoding="utf-8")
    for n in range(6):
        text = f"---\nkind: goal\ntitle: Goal number {n} of many, with a long title\nwith: Report00\nby: 2026-12-0{n + 1}\nopened: 2026-01-01\n---\n"
        (folder / f"z{n}.md").write_text(text, encoding="utf-8")
    run("import", str(folder))
    return run


def check(screen: str, seen: dict[str, list[object]], columns: int, rows: int) -> None:
    """That it fits, with the prompt after it, and that what is shown and what is counted is all there is."""
    lines = screen.split("\n")[:-1]
    assert len(lines) < rows
    assert all(sum(1 + (letter > "\u2e7f") for letter in line) <= columns for line in lines)
    shown = sections(screen)
    keys = {"I owe": "mine", "They owe": "theirs", "Topics": "topics", "Concerns": "concerns", "Goals": "goals"}
    for label, key in keys.items():
        said = shown.get(label, [])
        marked = sum(bool(re.match(r"(?:\w[\w ]*|) {2,}[!☐✓✗·] [a-z0-9]{4} ", line)) for line in said)
        counted = sum(int(found[1]) for line in said if (found := re.search("… and ([0-9]+) more", line)))
        untold = re.search("· ([0-9]+) open: onelog prep .* --private", said[0]) if said else None
        assert marked + counted + (int(untold[1]) if untold else 0) == len(seen[key])
        assert bool(marked or untold) == bool(seen[key])
        assert bool(untold) == (key == "concerns" and bool(seen[key]))


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_one_with_much_fits_and_is_counted(busy: Onelog, columns: int, rows: int) -> None:
    seen = busy.json("prep report00")
    assert {key: len(seen[key]) for key in ("mine", "theirs", "topics", "concerns", "goals")} == {
        "mine": 9, "theirs": 9, "topics": 9, "concerns": 9, "goals": 6,
    }  # fmt: skip
    screen = busy.screen("prep report00", columns=columns, rows=rows)
    check(screen, seen, columns, rows)
    assert "Mood" in sections(screen)
    lines = busy.screen("prep --all", columns=columns, rows=rows).split("\n")[:-1]
    assert len(lines) < rows
    assert sum(" Report" in line for line in lines) == 12
    assert all(sum(1 + (letter > "\u2e7f") for letter in line) <= columns for line in lines)


def test_everybody_of_the_demo_fits(demo: Onelog) -> None:
    people = demo.json("people")
    assert len(people) == 6
    for person in people:
        seen = demo.json("prep", person["id"])
        for columns, rows in ((80, 24), (60, 20)):
            check(demo.screen("prep", person["id"], columns=columns, rows=rows), seen, columns, rows)


def test_people_who_do_not_fit_are_counted(busy: Onelog) -> None:
    lines = busy.screen("prep --all", rows=10).split("\n")[:-1]
    assert len(lines) == 9
    assert lines[-2] == "… and 6 more: onelog next"
    assert sum(" Report" in line for line in lines) == 6


# --- what the numbers mean, and the document


def test_the_numbers_explain_themselves(team: Onelog) -> None:
    one = [line.split("\t")[1] for line in team("prep ben --explain").splitlines()]
    assert {"due", "met", "mood-line", "age", "at-risk", "ahead", "untouched", "noted", "asked", "warnings"} <= set(one)
    everybody = [line.split("\t")[1] for line in team("prep --all --explain").splitlines()]
    assert {"due", "met", "open", "overdue", "parked", "age", "mood-line", "at-risk"} <= set(everybody)


def test_the_document_of_the_next_meeting(team: Onelog) -> None:
    done = team.run("prep ben --md")
    assert done.out.startswith("---\n")
    assert "with: Ben Okafor\n" in done.out
    assert done.err == "Left out: 1 concern (--private shows them too).\n"


PLANNED = {
    "moved, with an hour": (("move ben '2026-11-26 15:00'",), "2026-11-26T15:00+09:00"),
    "moved, at the usual hour": (("people edit ben --at 10:00", "move ben 2026-11-26"), "2026-11-26T10:00+09:00"),
    "moved to a day": (("move ben 2026-11-26",), ""),
    "moved to this afternoon": (("move ben '2026-11-22 15:00'",), "2026-11-22T15:00+09:00"),
    "on leave": (("people edit ben --at 10:00", "skip ben --until 2026-12-20 --why leave"), ""),
}


@pytest.mark.parametrize(("lines", "at"), PLANNED.values(), ids=PLANNED.keys())
def test_the_document_has_the_time_for_which_the_meeting_is_planned(
    onelog: Onelog, lines: tuple[str, ...], at: str
) -> None:
    onelog("people add Ben --every 2w --on tue")
    for line in lines:
        onelog(*shlex.split(line))
    document = onelog("prep ben --md")
    assert f"\nat: {at}".rstrip() in document.split("\nlen:")[0]
    if at:
        later = f"{at[:10]}T18:00:00+09:00"
        met = onelog.json("log", "ben", "-", input=f"{document}\nwe met\n", ONELOG_NOW=later)
        assert met["at"] == at.replace("+", ":00+")


@pytest.mark.parametrize(("columns", "said"), [(80, "on track, 1 day behind"), (60, "on track")])
def test_a_goal_that_is_on_track_is_said_to_be(onelog: Onelog, columns: int, said: str) -> None:
    onelog("people add Ben --relation report")
    goal = onelog.json("goals add Fifty talks --with Ben --by 2027-01-11 --from 0 --to 50")["id"]
    onelog.env["ONELOG_NOW"] = "2026-12-17T14:00:00+09:00"  # day 25 of 50
    onelog("goals", "checkin", goal, "24")
    assert sections(onelog.screen("prep ben", columns=columns))["Goals"][0].endswith(f"  {said}")


# --- by relation


@pytest.mark.parametrize(("words", "names"), [
    ("prep --all --relation report", ["Ben Okafor", "佐藤 愛子", "Zoë"]), ("team --relation Reports", ["Ben Okafor", "佐藤 愛子", "Zoë"]),
    ("team", ["Ben Okafor", "佐藤 愛子", "Zoë"]), ("prep --relation manager", ["Mia Tanaka"]),
    ("team --relation manager --relation report", ["Ben Okafor", "Mia Tanaka", "佐藤 愛子", "Zoë"]),
    ("team --relation manager,peer", ["Mia Tanaka"]), ("prep --all --relation report --on wed", ["Ben Okafor"]),
    ("team --relation mentor", ["Daniel"]),
])  # fmt: skip
def test_the_team_of_some_relations(team: Onelog, words: str, names: list[str]) -> None:
    assert [one["standing"]["name"] for one in team.json(words)] == names


def test_a_relation_that_there_is_not_is_refused(team: Onelog) -> None:
    assert "There is no relation 'friend'." in team.fails("team --relation friend", code=2)
    assert "one person or the team" in team.fails("prep mia --relation report", code=2)


def test_nobody_has_the_relation(team: Onelog) -> None:
    assert team.screen("prep --all --relation mentor") == (
        "None of them has a cadence. Everybody who has one: onelog prep --all\n"
        "  1 person without a cadence: onelog next --all\n"
    )
    assert (
        team.screen("prep --all --relation peer")
        == "None of them has a cadence. Everybody who has one: onelog prep --all\n"
    )


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("One. Two. Three.", "One. Two. …"),
        ("One. Two.", "One. Two."),
        ("一つ目。二つ目。三つ目。", "一つ目。二つ目。 …"),
        ("One\n\nTwo\n\nThree", "One · Two …"),
        ("word " * 120, "…"),
        ("長い話" * 120, "…"),
    ],
)
@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("command", [("timeline",), ("prep", "mia")])
def test_a_note_that_goes_on_ends_with_dots(
    onelog: Onelog, command: tuple[str, ...], columns: int, note: str, shown: str
) -> None:
    onelog("people add mia")
    onelog("log", "mia", "-", input=note)
    lines = onelog.screen(*command, columns=columns).split("\n")
    begin = next(n for n, line in enumerate(lines) if note[:3].strip() in line)
    last = next(n for n, line in enumerate(lines) if n >= begin and not (lines[n + 1]).strip())
    said = " ".join(line.strip() for line in lines[begin : last + 1])
    assert re.sub(r"\s{2,}\w{4}$", "", said).endswith(shown)
