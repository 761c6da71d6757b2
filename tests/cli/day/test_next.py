"""next, skip, and what onelog alone says of people: who is due, who is not, and why."""

import signal
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, Onelog, with_settings

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def team_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A manager and three reports, of whom one is on leave and one archived; somebody without a cadence. Copy it."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    folder = run.folder / "documents"
    folder.mkdir()
    for name, more in (
        ("Mia Tanaka", "relation: manager\nevery: 2w\non: tue\n"), ("Ben Okafor", "relation: report\nevery: 1w\n"),
        ("佐藤 愛子", "relation: report\nevery: monthly\non: 1st mon\n"), ("Zoë", "alias: zoe\nevery: 1w\non: wed\n"),
        ("Daniel", "relation: mentor\n"), ("Old", "relation: peer\nevery: 1w\n"),
    ):  # fmt: skip
        (folder / f"p{name}.md").write_text(f"---\nkind: person\nname: {name}\n{more}---\n", encoding="utf-8")
    days = {
        "Mia Tanaka": ("09-22", "10-06", "10-20", "11-03"),
        "Ben Okafor": ("10-14", "10-21", "11-04", "11-11"),
        "佐藤 愛子": ("10-05", "11-04"),
        "Zoë": ("10-28", "11-04"),
    }
    for name, met in days.items():
        for number, day in enumerate(met):
            text = f"---\nwith: {name}\nat: 2026-{day}T10:00+09:00\n---\n\nwe met\n"
            (folder / f"m{name}{number}.md").write_text(text, encoding="utf-8")
    run("import", str(folder))
    run("people archive old")
    run("skip", "ben", "--why", "he was ill", ONELOG_NOW="2026-11-18T09:00:00+09:00")
    run("skip", "zoe", "--until", "2027-01-11", "--why", "育休", ONELOG_NOW="2026-11-09T09:00:00+09:00")
    return run.journal


@pytest.fixture
def team(team_file: Path, onelog: Onelog) -> Onelog:
    onelog.journal.write_bytes(team_file.read_bytes())
    onelog.journal.chmod(0o600)
    return onelog


NEXT = """\
! Mia Tanaka  every 2 weeks on Tue · met 2w ago      5 days overdue · Tue 17 Nov
· Ben Okafor  every week · met 11 days ago                in 3 days · Wed 25 Nov
              skipped Wed 18 Nov: he was ill
  佐藤 愛子   every month on the 1st Mon · met 2w ago     in 2 weeks · Mon 7 Dec
– Zoë         every week on Wed · met 2 weeks ago        paused until Mon 11 Jan
              next due Wed 13 Jan: 育休
  1 person without a cadence: onelog next --all

  In 26 weeks kept 8 of 9, 89% (1 missed)
"""
NARROW = """\
! Mia Tanaka  met 2 weeks ago                 5 days overdue
              kept 3 of 3
· Ben Okafor  met 11 days ago                      in 3 days
              skipped Wed 18 Nov: he was ill · kept 3 of 4
              (1 missed)
  佐藤 愛子   met 2 weeks ago                     in 2 weeks
              kept 1 of 1
– Zoë         met 2 weeks ago        paused until Mon 11 Jan
              next due Wed 13 Jan: 育休 · kept 1 of 1
  Daniel      not met yet                         no cadence

  In 26 weeks kept 8 of 9, 89% (1 missed)
"""
JAPANESE = """\
! Mia Tanaka  2週間ごと(火) · 前回 2週間前                5日超過 · 11月17日(火)
· Ben Okafor  毎週 · 前回 11日前                            3日後 · 11月25日(水)
              11月18日(水)は見送り：he was ill
  佐藤 愛子   毎月(第1月曜) · 前回 2週間前                 2週間後 · 12月7日(月)
– Zoë         毎週(水) · 前回 2週間前                1月11日(月)に再開（休止中）
              次回は1月13日(水)：育休
  頻度が未設定の相手1人：onelog next --all

  直近26週間 9回中8回実施、89%（未実施1回）
"""


def test_who_is_due(team: Onelog) -> None:
    assert team.screen("next") == NEXT
    assert team.screen("next --all", columns=60, rows=20) == NARROW
    with_settings(team, 'language = "ja"\n')
    assert team.screen("next") == JAPANESE


def test_in_a_pipe_and_in_json(team: Onelog) -> None:
    done = team.run("next")
    ids = {p["name"]: p["id"] for p in team.json("people --all")}
    assert done.err == "1 without a cadence: onelog next --all\n"
    assert [line.replace("\t", "|") for line in done.out.splitlines()] == [
        f"due|{ids['Mia Tanaka']}|2026-11-17|Mia Tanaka||overdue|5||2026-11-03|FREQ=WEEKLY;INTERVAL=2;BYDAY=TU|3|0|0",
        f"due|{ids['Ben Okafor']}|2026-11-25|Ben Okafor|he was ill|due|||2026-11-11|FREQ=WEEKLY|3|0|1",
        f"due|{ids['佐藤 愛子']}|2026-12-07|佐藤 愛子||coming|||2026-11-04|FREQ=MONTHLY;BYDAY=1MO|1|0|0",
        f"due|{ids['Zoë']}|2027-01-13|Zoë|育休|paused||2027-01-11|2026-11-04|FREQ=WEEKLY;BYDAY=WE|1|0|0",
    ]
    mia, ben, _, zoe, daniel = team.json("next --all")
    assert mia == team.json("show mia") | {
        "state": "overdue", "days_late": 5, "paused_until": None, "skip": None,
        "kept": {"kept": 3, "skipped": 0, "missed": 0, "n": 3},
    }  # fmt: skip
    assert (ben["skip"]["due"], ben["skip"]["why"]) == ("2026-11-18", "he was ill")
    assert (zoe["state"], zoe["paused_until"], zoe["next_due"]) == ("paused", "2027-01-11", "2027-01-13")
    assert (daniel["state"], daniel["next_due"], daniel["kept"]) == ("none", None, None)


def test_next_explains_its_numbers(onelog: Onelog) -> None:
    assert [row["name"] for row in onelog.json("next --explain")] == ["due", "planned", "met", "kept", "counts", "away"]
    assert not onelog.journal.exists()


def test_nobody_has_a_cadence_yet(onelog: Onelog) -> None:
    hint = "Nobody has a cadence yet. Set one: onelog people edit Mia --every 2w\n"
    assert onelog.screen("next") == hint
    assert onelog("next") == ""
    assert onelog.json("next") == []
    onelog("people add Mia")
    assert onelog.screen("next") == f"{hint}  1 person without a cadence: onelog next --all\n"


def test_onelog_alone_does_not_nag_about_a_pause(team: Onelog) -> None:
    assert [(one["name"], one["state"], one["days_late"]) for one in team.json("--color", "auto")["due"]] == [
        ("Mia Tanaka", "overdue", 5), ("Ben Okafor", "due", 0),
    ]  # fmt: skip
    assert "Zoë" not in team.screen("--color", "never")
    back = team.json("--color", "auto", ONELOG_NOW="2027-01-11T09:00:00+09:00")["due"]
    assert [one["state"] for one in back if one["name"] == "Zoë"] == ["due"]


# --- skip


def test_a_skip_is_said_back_and_undone(team: Onelog) -> None:
    said = team.screen("skip", "mia", "--why", "she is in Osaka")
    first, second = said.rstrip("\n").split("\n")
    assert first[:10] == "✓ Skipped "
    assert first[14:] == ": Mia Tanaka, Tue 17 Nov · she is in Osaka"
    assert second == "  next due Tue 1 Dec · every 2 weeks on Tue · onelog undo takes it back"
    assert team.json("show mia")["next_due"] == "2026-12-01"
    (skip,) = [hit["record"] for hit in team.json("search", "Osaka", "--with", "mia")]
    assert (skip["kind"], skip["at"], skip["due"], skip["until"]) == ("skip", "2026-11-22", "2026-11-17", None)
    assert team("undo", "--json")
    assert team.json("show mia")["next_due"] == "2026-11-17"


def test_a_pause_is_said_back(team: Onelog) -> None:
    first, second = team.screen("skip", "愛子", "--until", "2027-02-15", "--why", "出張").rstrip("\n").split("\n")
    assert first[13:] == ": 佐藤 愛子, until Mon 15 Feb · 出張"
    assert second == "  next due Mon 1 Mar · every month on the 1st Mon · onelog undo takes it back"
    line = team("skip", "mia", "--until", "in 3 weeks").split("\t")
    assert line[2:] == ["2026-11-22", "Mia Tanaka", "", "2026-11-17", "2026-12-13\n"]
    assert team.json("skip", "daniel", "--until", "in 3 weeks")["due"] is None


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            "skip daniel",
            1,
            'Daniel has no cadence: nothing is due.\n  onelog people edit "Daniel" --every 2w sets one.',
        ),
        ("skip old", 1, 'Old is archived: nothing is due.\n  onelog people archive "Old" --back brings them back.'),
        ("skip nobody", 1, "Nobody is called 'nobody'."),
        ("skip mia --until yesterday", 2, "A pause ends on a future day; 2026-11-21 is not one."),
        ("skip mia --until whenever", 2, "'whenever' is not a day"),
    ],
)
def test_what_cannot_be_skipped_is_said_and_nothing_is_written(team: Onelog, words: str, code: int, said: str) -> None:
    before = len(team.json("history"))
    assert said in team.fails(words, code=code)
    assert len(team.json("history")) == before


def heeding_ctrl_c() -> None:
    """In the new process: tests that run in the background are born deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.long
@pytest.mark.parametrize(
    ("keys", "code", "why"), [("she is ill\r", 0, "she is ill"), ("\r", 0, ""), ("she\x03", 130, None)]
)
def test_on_a_terminal_the_reason_is_asked_for(team: Onelog, keys: str, code: int, why: str | None) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "skip", "mia"], env=team.env, cwd=str(team.folder), timeout=30, encoding="utf-8",
        preexec_fn=heeding_ctrl_c,
    )  # fmt: skip
    child.expect("Why")
    child.send(keys)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert [s["why"] for s in team.json("export")["skips"] if s["person"] == "Mia Tanaka"] == (
        [] if why is None else [why]
    )


def test_a_meeting_makes_a_skip_past(team: Onelog) -> None:
    team("skip", "mia", "--why", "she is ill")
    team("log", "mia", "--on", "2026-11-19", "we met all the same")
    (mia,) = [one for one in team.json("next") if one["name"] == "Mia Tanaka"]
    assert (mia["next_due"], mia["skip"], mia["kept"]["kept"]) == ("2026-12-01", None, 4)


def test_show_tells_of_skips_and_of_what_was_kept(team: Onelog) -> None:
    shown = team.screen("show", "zoe")
    assert "Next due  Wed 13 Jan 2027 · in 7 weeks\n" in shown
    assert "Paused    until Mon 11 Jan 2027 · in 7 weeks\n" in shown
    assert "Wed 11 Nov until Mon 11 Jan  育休" in shown
    (skip,) = [s["id"] for s in team.json("export")["skips"] if s["person"] == "Zoë"]
    assert team.screen("show", skip).startswith("育休")
    assert "kept 3 of 4 (1 missed)" in team.screen("show", "ben", columns=60)


# --- people add and edit


def test_a_new_cadence_is_said_back_in_words(team: Onelog) -> None:
    def second(*words: str) -> str:
        return team.screen(*words).split("\n")[1]

    undo = " · onelog undo takes it back"
    assert (
        second("people", "add", "Eva", "--every", "2w on tue") == f"  next due Tue 24 Nov · every 2 weeks on Tue{undo}"
    )
    assert second("people", "edit", "mia", "--on", "thu") == f"  next due Thu 19 Nov · every 2 weeks on Thu{undo}"
    assert second("people", "edit", "mia", "--on", "") == f"  next due Tue 17 Nov · every 2 weeks{undo}"
    assert (
        second("people", "edit", "mia", "--every", "1st mon")
        == f"  next due Mon 7 Dec · every month on the 1st Mon{undo}"
    )
    assert second("people", "edit", "mia", "--every", "") == f"  no cadence{undo}"
    assert second("people", "edit", "mia", "--alias", "m") == "  onelog undo takes it back"


def test_a_day_in_the_words_of_a_cadence_can_be_changed_alone(onelog: Onelog) -> None:
    (onelog.folder / "mia.md").write_text("---\nkind: person\nname: Mia\nevery: 2w on tue\n---\n", encoding="utf-8")
    onelog("import mia.md")
    assert onelog.json("show mia")["rule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert onelog.json("people edit mia --on wed")["rule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"
    assert "is already a complete rule" in onelog.fails("people edit mia --every FREQ=WEEKLY --on tue", code=2)
    assert "needs to know how often" in onelog.fails("people edit mia --every '' --on tue", code=2)


def test_a_relation_brings_its_cadence_with_its_day(onelog: Onelog) -> None:
    with_settings(onelog, '[cadences]\nmanager = "2w on tue"\nreport = "weekly"\n')
    found = [
        onelog.json("people", "add", "Mia", "--relation", "manager"),
        onelog.json("people", "add", "Ana", "--relation", "manager", "--on", "thu"),
        onelog.json("people", "add", "Ben"),
        onelog.json("people", "edit", "ben", "--relation", "report"),
        onelog.json("people", "edit", "mia", "--relation", "report"),
        onelog.json("people", "edit", "ben", "--every", ""),
    ]
    assert [(p["every"], p["rule"]) for p in found] == [
        ("2w", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), ("2w", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"), (None, None),
        ("weekly", "FREQ=WEEKLY"), ("2w", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), (None, None),
    ]  # fmt: skip


# --- onelog alone, on screens of two sizes


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Twelve reports, all of them due, thirty promises, four goals that are behind. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("busy"))
    folder = run.folder / "documents"
    folder.mkdir()
    for n in range(12):
        (folder / f"p{n:02}.md").write_text(
            f"---\nkind: person\nname: Report{n:02}\nrelation: report\nevery: 1w\n---\n", encoding="utf-8"
        )
        (folder / f"q{n:02}.md").write_text(
            f"---\nwith: Report{n:02}\nat: 2026-{10 if n < 6 else 11}-{12 + n % 6}T10:00+09:00\n---\n\nwe met about "
            f"one thing and another\n\n- [ ] write the long page number {n} that everybody waits for due:2026-11-{10 + n}\n"
            f"- [ ] @them reads all of number {n} twice due:2026-11-{11 + n}\n- **Aha:** number {n} was the one\n",
            encoding="utf-8",
        )
    for n in range(4):
        (folder / f"z{n}.md").write_text(
            f"---\nkind: goal\ntitle: Goal number {n}\nby: 2026-11-0{n + 1}\nstatus: open\nopened: 2026-01-01\n---\n",
            encoding="utf-8",
        )
    run("import", str(folder))
    return run


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_the_day_fits_the_screen_with_twelve_reports(busy: Onelog, columns: int, rows: int) -> None:
    drawn = busy.screen("--color", "never", columns=columns, rows=rows, ONELOG_NOW="2026-12-17T09:00:00+09:00").split(
        "\n"
    )[:-1]
    assert len(drawn) < rows
    day = busy.json("--color", "auto", ONELOG_NOW="2026-12-17T09:00:00+09:00")
    for heading, key in (
        ("Who is due", "due"),
        ("I owe", "mine"),
        ("I wait for", "theirs"),
        ("Goals at risk", "goals"),
    ):
        lines = drawn[drawn.index(heading) + 1 :]
        shown = next(n for n, line in enumerate(lines) if not line.startswith(("  !", "  ·", "  ☐")))
        assert shown >= 1
        counted = int(lines[shown].split()[2]) if lines[shown].startswith("  … and ") else 0
        assert shown + counted == len(day[key]) == {"due": 12, "mine": 12, "theirs": 12, "goals": 4}[key]
    assert any(line.startswith("Remember · Aha") for line in drawn)


@pytest.mark.long
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_the_day_of_the_demo_fits_the_screen(demo: Onelog, columns: int, rows: int) -> None:
    drawn = demo.screen("--color", "never", columns=columns, rows=rows).split("\n")[:-1]
    assert len(drawn) < rows
    assert [line for line in drawn if line and not line.startswith(" ")][1:5] == [
        "Who is due", "I owe", "I wait for", "Goals at risk",
    ]  # fmt: skip
