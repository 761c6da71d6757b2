"""watch: early warnings on a terminal, in a pipe and as JSON; answering one, and what stays private."""

import json
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, Onelog, with_settings

pytestmark = pytest.mark.posix

DAYS = {
    "Mia Tanaka": {
        "2026-10-09": "mood: 2\n---\n\nwe met\n",
        "2026-10-23": "mood: 2\n---\n\n- [ ] send the numbers due:2026-11-08 ^prm2\n",
        "2026-11-06": "mood: 2\n---\n\n- [ ] 予算を確かめる due:2026-10-30 @them ^wt22\n",
    },
    "Ben Okafor": {
        "2026-07-01": "seen: 5\n---\n\nwe met\n",
        "2026-08-12": "seen: 5\n---\n\nwe met\n",
        "2026-09-23": "seen: 4\n---\n\n- **Praise:** clear talk ^prs2\n",
        "2026-10-07": "seen: 2\n---\n\n- **Concern:** the pager wakes her ^cnc2\n",
        "2026-10-21": "seen: 2\n---\n\n- **Praise:** he thanked me from:them ^prs3\n",
        "2026-11-04": "seen: 1\n---\n\n- **Concern:** again the pager ^cnc3\n",
    },
    "佐藤 愛子": {
        "2026-09-02": "seen: 4\n---\n\n- **称賛:** 話が明快 ^prs4\n",
        "2026-11-02": "mood: 4\n---\n\n- **懸念:** 採用の遅れ ^cnc4\n",
        "2026-11-16": "mood: 4\n---\n\n- **懸念:** 採用がまた止まった ^cnc5\n",
    },
}
"""The end of the front matter and the text of each meeting."""
PEOPLE = {
    "Mia Tanaka": "relation: manager\nevery: 2w\non: fri\nid: mk22\n",
    "Ben Okafor": "relation: report\nevery: 1w\non: wed\nid: bn22\n",
    "佐藤 愛子": "relation: report\nevery: 1w\non: mon\nid: sk22\n",
}


@pytest.fixture(scope="module")
def team_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A manager and two reports, with something for every rule; on 22 November. Copy it."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    folder = run.folder / "documents"
    folder.mkdir()
    for number, (name, more) in enumerate(PEOPLE.items()):
        text = f"---\nkind: person\nname: {name}\n{more}---\n"
        (folder / f"a{number}.md").write_text(text, encoding="utf-8")
    for number, (name, met) in enumerate(DAYS.items()):
        for turn, (day, rest) in enumerate(met.items()):
            text = f"---\nid: m{'bcd'[number]}{'234567'[turn]}2\nwith: {name}\nat: {day}T10:00+09:00\n{rest}"
            (folder / f"m{number}-{day}.md").write_text(text, encoding="utf-8")
    run("import", str(folder))
    for day in ("2026-11-10", "2026-11-12"):
        run("skip", "ben", "--why", "he was ill", ONELOG_NOW=f"{day}T09:00:00+09:00", ONELOG_SEED=day)
    run("goals", "add", "hire four engineers", ONELOG_NOW="2026-10-01T09:00:00+09:00")
    return run.journal


@pytest.fixture
def team(team_file: Path, onelog: Onelog) -> Onelog:
    onelog.journal.write_bytes(team_file.read_bytes())
    onelog.journal.chmod(0o600)
    return onelog


ENGLISH = """\
My mood                        3 running at 2 or lower, or 4 averaging 1.5 lower
! Mia Tanaka · low: 2, 2, 2                                            mood:mk22
    Fri 9 Oct mb22 · Fri 23 Oct mb32 · Fri 6 Nov mb42

Their mood, as I saw it        3 running at 2 or lower, or 4 averaging 1.5 lower
! Ben Okafor · low: 2, 2, 1                                            seen:bn22
    Wed 7 Oct mc52 · Wed 21 Oct mc62 · Wed 4 Nov mc72

My promises, late                                     overdue by 14 days or more
! send the numbers · Mia                                            promise:prm2
    2 weeks overdue · due Sun 8 Nov

Promises of others, late                              overdue by 21 days or more
! Mia: 予算を確かめる                                               waiting:wt22
    3 weeks overdue · due Fri 30 Oct

The same concern again           open then, or settled fewer than 90 days before
! Ben Okafor · 2 times                                              concern:cnc3
    Wed 7 Oct cnc2 · Wed 4 Nov cnc3
! 佐藤 愛子 · 2 times                                               concern:cnc5
    Mon 2 Nov cnc4 · Mon 16 Nov cnc5

No praise lately                                     a report, more than 60 days
! 佐藤 愛子 · none in 81 days                                        praise:sk22
    last praise Wed 2 Sep prs4

Goals untouched                                              for 4 weeks or more
! hire four engineers · untouched for 7 weeks                          goal:d5wb
    last touched Thu 1 Oct

Skipped again and again                        2 or more, and no meeting between
! Ben Okafor · 2 running                                              skips:bn22
    Wed 11 Nov cpt8 · Wed 18 Nov 9yv4

Further and further apart            median of 3 gaps over 1.5 times the cadence
! Ben Okafor · 14 days, the median of 14, 14, 14 · every week on    cadence:bn22
  Wed
    Wed 23 Sep mc42 · Wed 7 Oct mc52 · Wed 21 Oct mc62 · Wed 4 Nov mc72

onelog watch --seen NAME --why TEXT silences one.
onelog watch --private shows the words of concerns.
"""
NARROW = """\
My mood    3 running at 2 or lower, or 4 averaging 1.5 lower
! Mia Tanaka · low: 2, 2, 2                        mood:mk22
    Fri 9 Oct mb22 · Fri 23 Oct mb32 · Fri 6 Nov mb42

Their mood, as I saw it
           3 running at 2 or lower, or 4 averaging 1.5 lower
! Ben Okafor · low: 2, 2, 1                        seen:bn22
    Wed 7 Oct mc52 · Wed 21 Oct mc62 · Wed 4 Nov mc72

My promises, late                 overdue by 14 days or more
! send the numbers · Mia                        promise:prm2
    2 weeks overdue · due Sun 8 Nov

Promises of others, late          overdue by 21 days or more
! Mia: 予算を確かめる                           waiting:wt22
    3 weeks overdue · due Fri 30 Oct

The same concern again
             open then, or settled fewer than 90 days before
! Ben Okafor · 2 times                          concern:cnc3
    Wed 7 Oct cnc2: the pager wakes her
    Wed 4 Nov cnc3: again the pager
! 佐藤 愛子 · 2 times                           concern:cnc5
    Mon 2 Nov cnc4: 採用の遅れ
    Mon 16 Nov cnc5: 採用がまた止まった

No praise lately                 a report, more than 60 days
! 佐藤 愛子 · none in 81 days                    praise:sk22
    last praise Wed 2 Sep prs4

Goals untouched                          for 4 weeks or more
! hire four engineers · untouched for 7 weeks      goal:d5wb
    last touched Thu 1 Oct

Skipped again and again    2 or more, and no meeting between
! Ben Okafor · 2 running                          skips:bn22
    Wed 11 Nov cpt8 · Wed 18 Nov 9yv4

Further and further apart
                 median of 3 gaps over 1.5 times the cadence
! Ben Okafor · 14 days, the median of 14, 14,   cadence:bn22
  14 · every week on Wed
    Wed 23 Sep mc42 · Wed 7 Oct mc52 · Wed 21 Oct mc62 ·
    Wed 4 Nov mc72

onelog watch --seen NAME --why TEXT silences one.
"""
JAPANESE = """\
自分の気分                      3回連続で2以下、または最近4回の平均が1.5以上低下
! Mia Tanaka · 低め：2、2、2                                           mood:mk22
    10月9日(金) mb22 · 10月23日(金) mb32 · 11月6日(金) mb42

相手の様子（印象）              3回連続で2以下、または最近4回の平均が1.5以上低下
! Ben Okafor · 低め：2、2、1                                           seen:bn22
    10月7日(水) mc52 · 10月21日(水) mc62 · 11月4日(水) mc72

自分の宿題の遅れ                                                期限から14日以上
! send the numbers · Mia                                            promise:prm2
    2週間超過 · 期限 11月8日(日)

相手の宿題の遅れ                                                期限から21日以上
! Mia: 予算を確かめる                                               waiting:wt22
    3週間超過 · 期限 10月30日(金)

繰り返す懸念                            前のものが未解決、または解決から90日未満
! Ben Okafor · 2回                                                  concern:cnc3
    10月7日(水) cnc2 · 11月4日(水) cnc3
! 佐藤 愛子 · 2回                                                   concern:cnc5
    11月2日(月) cnc4 · 11月16日(月) cnc5

称賛が途絶えている部下                                                    60日超
! 佐藤 愛子 · 81日なし                                               praise:sk22
    最後の称賛は9月2日(水) prs4

更新のない目標                                                         4週間以上
! hire four engineers · 7週間更新なし                                  goal:d5wb
    最終更新は10月1日(木)

見送りの連続                                               1on1をはさまず2回以上
! Ben Okafor · 2回連続                                                skips:bn22
    11月11日(水) cpt8 · 11月18日(水) 9yv4

間隔の広がり                          最近3回の中央値が、決めた間隔の1.5倍を超過
! Ben Okafor · 14日（14、14、14の中央値） · 毎週(水)                cadence:bn22
    9月23日(水) mc42 · 10月7日(水) mc52 · 10月21日(水) mc62 · 11月4日(水) mc72

onelog watch --seen NAME --why TEXT でしばらく非表示にできます。
onelog watch --private で懸念の内容も表示します。
"""
PIPED = """\
warning|mood:mk22|2026-11-06|Mia Tanaka||mood|2|2|3|meeting:mb22 meeting:mb32 meeting:mb42|2 2 2|low||
warning|seen:bn22|2026-11-04|Ben Okafor||seen|1|2|3|meeting:mc52 meeting:mc62 meeting:mc72|2 2 1|low||
warning|promise:prm2|2026-11-08|Mia Tanaka|send the numbers|promise|14|14||action:prm2||||
warning|waiting:wt22|2026-10-30|Mia Tanaka|予算を確かめる|waiting|23|21||action:wt22||||
warning|concern:cnc3|2026-11-04|Ben Okafor||concern|2|2||concern:cnc2 concern:cnc3||||
warning|concern:cnc5|2026-11-16|佐藤 愛子||concern|2|2||concern:cnc4 concern:cnc5||||
warning|praise:sk22|2026-09-02|佐藤 愛子||praise|81|60||praise:prs4||||
warning|goal:d5wb|2026-10-01||hire four engineers|goal|7|4||goal:d5wb||||
warning|skips:bn22|2026-11-18|Ben Okafor||skips|2|2||skip:cpt8 skip:9yv4||||
warning|cadence:bn22|2026-11-04|Ben Okafor|FREQ=WEEKLY;BYDAY=WE|cadence|14|10.5|3|meeting:mc42 meeting:mc52 meeting:mc62 meeting:mc72|14 14 14|||
"""


def test_a_team_that_has_it_all(team: Onelog) -> None:
    assert team.screen("watch") == ENGLISH


def test_a_narrow_screen_with_the_words_of_concerns(team: Onelog) -> None:
    assert team.screen("watch --private", columns=60) == NARROW


def test_in_japanese(team: Onelog) -> None:
    with_settings(team, 'language = "ja"\n')
    assert team.screen("watch") == JAPANESE


def test_a_line_a_warning_in_a_pipe_the_same_in_both_languages(team: Onelog) -> None:
    assert team("watch").replace("\t", "|") == PIPED
    with_settings(team, 'language = "ja"\n')
    assert team("watch").replace("\t", "|") == PIPED


def test_json_has_the_numbers_and_the_records_of_each(team: Onelog) -> None:
    found = {one["name"]: one for one in team.json("watch")}
    assert list(found) == [line.split("|")[1] for line in PIPED.splitlines()]
    assert found["seen:bn22"] == {
        "kind": "warning", "name": "seen:bn22", "rule": "seen", "about": "bn22", "person": "Ben Okafor", "day": "2026-11-04",
        "text": None, "number": 1, "limit": 2, "n": 3, "how": ["low"],
        "records": [
            {"kind": "meeting", "id": id_, "day": day, "value": value, "text": None}
            for id_, day, value in (
                ("mc52", "2026-10-07", 2), ("mc62", "2026-10-21", 2), ("mc72", "2026-11-04", 1),
            )
        ],
        "quiet_until": None, "answer": None,
    }  # fmt: skip
    assert found["cadence:bn22"] | {"records": None} == {
        "kind": "warning", "name": "cadence:bn22", "rule": "cadence", "about": "bn22", "person": "Ben Okafor",
        "day": "2026-11-04", "text": "FREQ=WEEKLY;BYDAY=WE", "number": 14, "limit": 10.5, "n": 3, "how": [], "records": None,
        "quiet_until": None, "answer": None,
    }  # fmt: skip


def test_one_person_alone(team: Onelog) -> None:
    names = {who: [one["name"] for one in team.json("watch", who)] for who in ("mia", "ben", "佐藤")}
    assert names == {
        "mia": ["mood:mk22", "promise:prm2", "waiting:wt22"],
        "ben": ["seen:bn22", "concern:cnc3", "skips:bn22", "cadence:bn22"],
        "佐藤": ["concern:cnc5", "praise:sk22"],
    }
    assert "Did you mean" in team.fails("watch", "miaa")


# --- what stays private


@pytest.mark.parametrize("option", [["--all"], ["--all", "--json"]], ids=" ".join)
def test_words_of_concerns_are_told_only_where_they_are_asked_for(team: Onelog, option: list[str]) -> None:
    team("watch", "--seen", "concern:cnc3", "--why", "the pager moves")
    words = ("pager", "採用", "\\u63a1\\u7528")
    shown = team.run("watch", *option)
    assert "concern:cnc3" in shown.out
    assert not [word for word in words if word in shown.out + shown.err]
    said = team("watch", "--private", *option)
    assert said.count("the pager moves") == 1
    assert any(word in said for word in words[1:])


# --- answering


def test_what_is_answered_is_quiet_for_its_time_and_can_be_taken_back(team: Onelog) -> None:
    done = team.run("watch", "--seen", "PROMISE:prm2", "--why", "she  has\nthem", "--until", "2026-12-01")
    (record,) = [line.split("\t") for line in done.out.splitlines()]
    assert [record[0], *record[2:]] == ["answer", "2026-11-22", "prm2", "she has them", "promise", "2026-12-01"]
    assert done.err == "onelog undo takes it back.\n"
    assert "promise:prm2" not in team("watch")
    assert "promise:prm2" not in team("watch", ONELOG_NOW="2026-11-30T23:59:00+09:00")
    assert "promise:prm2" in team("watch", ONELOG_NOW="2026-12-01T00:00:00+09:00")
    (quiet,) = [one for one in team.json("watch --all") if one["answer"]]
    assert (quiet["name"], quiet["quiet_until"], quiet["answer"]["text"]) == (
        "promise:prm2",
        "2026-12-01",
        "she has them",
    )
    screen = team.screen("watch", "mia", "--all").splitlines()
    at = screen.index("– send the numbers · Mia                                            promise:prm2")
    assert screen[at + 2] == f"    quiet until Tue 1 Dec · seen Sun 22 Nov · she has them · {record[1]}"
    assert team.screen("watch", "mia").splitlines()[-1] == "1 quiet: onelog watch --all"
    team("undo")
    assert "promise:prm2" in team("watch")


def test_on_a_terminal_it_says_what_was_done(team: Onelog) -> None:
    lines = team.screen("watch", "--seen", "promise:prm2", "--why", "she has them").splitlines()
    assert lines[0].startswith("✓ Seen ")
    assert lines[0].endswith(": My promises, late · prm2 · quiet until Sun 20 Dec · she has them")
    assert "onelog undo" in lines[1]
    assert len(lines) == 2


def test_on_a_terminal_the_reason_is_asked_for(team: Onelog) -> None:
    env = {name: value for name, value in team.env.items() if name not in ("COLUMNS", "LINES")}
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "watch", "--seen", "praise:sk22"], env=env, cwd=str(team.folder), encoding="utf-8", timeout=60
    )  # fmt: skip
    child.expect_exact("Seen, because? (Enter: no reason) ")
    child.sendline("I thanked her on Friday")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    (quiet,) = [one for one in team.json("watch --all") if one["answer"]]
    assert (quiet["name"], quiet["answer"]["text"]) == ("praise:sk22", "I thanked her on Friday")


@pytest.mark.parametrize(
    "why", ["c: SECRETQ", "we talk x: SECRETQ", "懸念：SECRETQ", "【非公開】SECRETQ", "f: SECRETQ"]
)
def test_a_private_label_in_a_reason_is_refused_but_for_a_concern(team: Onelog, why: str) -> None:
    """An answer is shown to everybody; that to a warning about a concern is private with it."""
    said = team.fails("watch", "--seen", "skips:bn22", "--why", why)
    assert "These words have a private label" in said
    assert team.json("watch --all --private") == team.json("watch --private")
    team("watch", "--seen", "concern:cnc3", "--why", why)
    assert "SECRETQ" in team("watch", "--all", "--private")
    assert "SECRETQ" not in team("watch", "--all") + team("export", "--format", "csv") + team("history")


@pytest.mark.parametrize("why", ["the c: drive is full", "\\c: no label", "we did: all of it"])
def test_what_is_no_private_label_is_a_reason(team: Onelog, why: str) -> None:
    assert team.json("watch", "--seen", "skips:bn22", "--why", why)["text"] == why


def test_an_answer_can_be_shown_and_deleted(team: Onelog) -> None:
    answer = team.json("watch", "--seen", "skips:bn22", "--why", "we talk on Monday")
    assert (answer["kind"], answer["rule"], answer["until"]) == ("answer", "skips", "2026-12-20")
    shown = team.screen("show", answer["id"])
    assert "Skipped again and again · Ben Okafor" in shown
    assert "we talk on Monday" in shown
    team("delete", answer["id"])
    assert "skips:bn22" in team("watch")


@pytest.mark.parametrize(("words", "code", "said", "hint"), [
    (["--seen", "promise:zzzz"], 1, "no warning 'promise:zzzz' today", "Did you mean promise:prm2?"),
    (["--seen", "promise:prm2", "--until", "2026-11-22"], 2, "2026-11-22 is not one", "in 3 weeks"),
    (["--seen", "promise:prm2", "--until", "soon"], 2, "soon", ""),
    (["--why", "x"], 2, "--why and --until belong to --seen", "--seen RULE:ID"),
    (["--until", "fri"], 2, "--why and --until belong to --seen", "--seen RULE:ID"),
])  # fmt: skip
def test_refusals(team: Onelog, words: list[str], code: int, said: str, hint: str) -> None:
    before = team.journal.read_bytes()
    lines = team.fails("watch", *words, code=code).splitlines()
    assert said in lines[0]
    assert hint in lines[1]
    assert team.journal.read_bytes() == before


# --- nothing, settings, explain


def test_nothing_to_warn_of(onelog: Onelog) -> None:
    for language, said in (("en", "No warnings."), ("ja", "早めのサインはありません。")):
        (onelog.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
        onelog.env["ONELOG_CONFIG"] = "config.toml"
        assert onelog.screen("watch") == f"{said}\n"
    assert onelog.run("watch") == ("", "", 0)
    assert onelog.json("watch") == []
    assert not onelog.journal.exists()
    onelog("log", "mia", "a: send it due:2026-11-01", "--on", "2026-10-20")
    (one,) = onelog.json("watch")
    onelog("watch", "--seen", one["name"])
    assert onelog.screen("watch") == "早めのサインはありません。 非表示 1件：onelog watch --all\n"


def test_limits_are_set_and_rules_switched_off(team: Onelog) -> None:
    file = with_settings(team, '[watch]\noff = ["mood", "seen", "concern", "skips", "goal"]\npromise_days = 15\n')
    assert [one["rule"] for one in team.json("watch")] == ["waiting", "praise", "cadence"]
    file.write_text("[watch]\npraise_days = 59\ncadence_factor = 3\nskips_running = 3\n", encoding="utf-8")
    names = [one["name"] for one in team.json("watch")]
    assert [name for name in names if name.startswith(("praise", "cadence", "skips"))] == ["praise:sk22", "praise:bn22"]


def test_explain_tells_every_rule_in_both_languages(team: Onelog) -> None:
    names = [row["name"] for row in team.json("watch --explain")]
    assert names == [
        "warnings", "low-mood", "late-promise", "same-concern", "no-praise", "long-untouched", "untouched", "skips-running",
        "slipping", "away",
    ]  # fmt: skip
    assert "Mood low or falling" in team.screen("watch --explain")
    with_settings(team, 'language = "ja"\n')
    assert "低い、または下がる気分" in team.screen("watch --explain")


def test_answers_go_along_with_what_they_are_about(team: Onelog) -> None:
    for name in ("promise:prm2", "waiting:wt22", "concern:cnc3", "praise:sk22"):
        team("watch", "--seen", name, "--why", f"seen {name}")
    team("delete", "wt22")
    whole = team("export", "--format", "json")
    told = ["promise:prm2", "concern:cnc3", "praise:sk22"]
    assert [one["text"] for one in json.loads(whole)["answers"]] == [f"seen {name}" for name in told]
    (team.folder / "book.json").write_text(whole, encoding="utf-8")
    team("--journal", "other.db", "import", "book.json")
    assert team("--journal", "other.db", "export", "--format", "json") == whole
    assert [one["name"] for one in team.json("--journal other.db watch --all") if one["answer"]] == told
    team("undo")
    assert "waiting:wt22" not in team("watch")  # what it says to the record that is back


def test_an_export_with_an_answer_to_nothing_is_refused(team: Onelog) -> None:
    team("watch", "--seen", "promise:prm2", "--why", "she has them")
    whole = json.loads(team("export", "--format", "json"))
    whole["answers"][0]["about_uid"] = whole["answers"][0]["uid"]
    (team.folder / "book.json").write_text(json.dumps(whole), encoding="utf-8")
    said = team.fails("--journal", "other.db", "import", "book.json", code=3)
    assert "answers, record 1: about is 'prm2', which this file does not have" in said


# --- where else it is said


def test_the_morning_says_how_many_warn(team: Onelog) -> None:
    many = len(team.json("watch"))
    for columns in (80, 60, 30):
        top = team.screen("", columns=columns, rows=20).splitlines()[:2]
        assert f"{many} warnings: onelog watch" in (top[0] if columns > 30 else top[1])
        assert top[0].startswith("Sun 22 Nov 2026")
    assert team.json("")["warnings"] == many
    names = [one["name"] for one in team.json("watch")]
    team("watch", "--seen", names[0])
    assert f"{many - 1} warnings: onelog watch" in team.screen("")
    for name in names[1:-1]:
        team("watch", "--seen", name)
    assert "1 warning: onelog watch" in team.screen("")
    team("watch", "--seen", names[-1])
    assert "onelog watch" not in team.screen("")
    assert team.json("")["warnings"] == 0


def test_the_morning_says_it_in_japanese(team: Onelog) -> None:
    (team.folder / "ja.toml").write_text('language = "ja"\n', encoding="utf-8")
    said = team.screen("", ONELOG_CONFIG=str(team.folder / "ja.toml")).splitlines()[0]
    assert said.endswith(f"早めのサイン{len(team.json('watch'))}件：onelog watch")


def test_the_team_marks_of_whom_a_warning_is(team: Onelog) -> None:
    warned = [one["person"] for one in team.json("watch") if one["person"]]
    told = {one["standing"]["name"]: one["warnings"] for one in team.json("prep --all")}
    assert told == {name: warned.count(name) for name in told}
    assert all(told.values())
    drawn = team.screen("prep --all").splitlines()
    assert [line.split(" ⚑")[0][2:] for line in drawn[1:4]] == ["Mia Tanaka", "佐藤 愛子", "Ben Okafor"]
    assert drawn[-1].startswith("  ⚑: see onelog watch")
    for name in [one["name"] for one in team.json("watch Ben")]:
        team("watch", "--seen", name)
    drawn = team.screen("prep --all", columns=60).splitlines()
    assert ["⚑" in line for line in drawn[1:4]] == [True, True, False]
