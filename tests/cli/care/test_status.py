"""status: what a shell prompt says. Counts alone, never an error, and quiet where there is nothing to say."""

import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

SCRIPTS = Path(__file__).parents[3] / "docs" / "scripts.md"
SILENT = ("", "")


def short(run: Onelog, **env: str) -> tuple[str, str, int]:
    """What `status --short` prints, what it says, and its exit code."""
    done = run.run("status", "--short", **env)
    return done.out, done.err, done.code


@pytest.fixture(scope="module")
def team_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Today is Sunday 22 November 2026. Ann is overdue, Bob due today, Cyd tomorrow; promises of both sides."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    notes = (
        ("Ann", "2026-11-10", "we met"), ("Bob", "2026-11-15", "we met"), ("Cyd", "2026-11-16", "we met"),
        ("Dot", "2026-11-01", "- [ ] me due:2026-11-21\n- [ ] today due:2026-11-22\n- [ ] her @them due:2026-11-02\n- [x] did due:2026-11-03"),
    )  # fmt: skip
    documents = [f"---\nwith: {who}\nat: {day}\n---\n\n{note}\n" for who, day, note in notes]
    (run.folder / "told.md").write_text("\n".join(documents), encoding="utf-8")
    run("import", str(run.folder / "told.md"))
    for who in ("ann", "bob", "cyd"):
        run("people", "edit", who, "--every", "1w")
    return run.journal


@pytest.fixture
def team(team_file: Path, onelog: Onelog) -> Onelog:
    """onelog on a copy of that journal."""
    shutil.copy2(team_file, onelog.journal)
    return onelog


def test_due_is_who_is_due_today_or_was_and_overdue_what_is_past_its_day(team: Onelog) -> None:
    assert short(team) == ("2 due · 2 overdue\n", "", 0)
    assert team.json("status") == {"kind": "status", "due": 2, "late": 1, "overdue": 2, "mine": 1, "theirs": 1}
    assert team("status") == "status\t\t2026-11-22\t\t\t2\t1\t2\t1\t1\n"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-01", ""),
        ("2026-11-02", ""),
        ("2026-11-03", "1 overdue\n"),
        ("2026-11-16", "1 overdue\n"),
        ("2026-11-17", "1 due · 1 overdue\n"),
        ("2026-11-22", "2 due · 2 overdue\n"),
        ("2026-11-23", "3 due · 3 overdue\n"),
    ],
)
def test_it_follows_the_days(team: Onelog, now: str, said: str) -> None:
    assert short(team, ONELOG_NOW=f"{now}T23:59:00+09:00") == (said, "", 0)


def test_who_is_archived_or_in_a_pause_does_not_nag(team: Onelog) -> None:
    team("people archive bob")
    assert short(team)[0] == "1 due · 2 overdue\n"
    team("skip", "ann", "--until", "2026-12-01", "--why", "away")
    assert short(team)[0] == "2 overdue\n"
    assert short(team, ONELOG_NOW="2026-12-01T09:00:00+09:00")[0].startswith("2 due")


def test_it_speaks_japanese(team: Onelog) -> None:
    config = team.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    team.env["ONELOG_CONFIG"] = str(config)
    assert short(team) == ("1on1 2・超過2\n", "", 0)
    assert "1on1の時期：2人（うち予定超過1人）" in team.screen("status")


def test_on_a_terminal_it_says_where_to_look(team: Onelog) -> None:
    assert team.screen("status", columns=60) == (
        "2 meetings due: 1 overdue                        onelog next\n"
        "2 promises overdue: 1 mine          onelog actions --overdue\n"
    )
    assert team.screen("status", ONELOG_NOW="2026-11-02T09:00:00+09:00") == "Nothing is due, and nothing is overdue.\n"


def test_its_numbers_explain_themselves(onelog: Onelog) -> None:
    assert [row["name"] for row in onelog.json("status --explain")] == ["status", "overdue", "due"]


# ── a prompt is drawn again and again: no error is said there, and nothing of the journal's words


def test_no_name_and_no_word_of_the_journal_is_in_it(demo: Onelog) -> None:
    for words in ("status --short", "status", "status --json"):
        told = demo(words)
        assert re.fullmatch(r"[\d\W]*", re.sub(r"status|kind|due|late|overdue|mine|theirs", "", told)), told


def test_without_a_journal_it_says_nothing_and_makes_none(onelog: Onelog) -> None:
    assert short(onelog) == ("", "", 0)
    assert list(onelog.folder.iterdir()) == []


def test_a_damaged_journal_is_silence_and_an_exit_code(onelog: Onelog) -> None:
    onelog.journal.write_bytes(b"no journal at all")
    assert short(onelog) == ("", "", 3)
    assert "is not a journal" in onelog.fails("status", code=3)


def test_a_damaged_page_is_silence_too(team: Onelog) -> None:
    data = bytearray(team.journal.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    team.journal.write_bytes(data)
    assert short(team) == ("", "", 3)


@pytest.mark.parametrize("text", ["language = ", 'language = "fr"', "colour = 1"])
def test_bad_settings_are_silence_too(team: Onelog, text: str) -> None:
    config = team.folder / "config.toml"
    config.write_text(text, encoding="utf-8")
    out, err, code = short(team, ONELOG_CONFIG=str(config))
    assert (out, err) == SILENT
    assert code in (2, 3)


def test_a_value_that_onelog_cannot_have_written_is_silence_too(team: Onelog) -> None:
    db = sqlite3.connect(team.journal)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("UPDATE person SET rule = 'FREQ=SECRET'")
    db.commit()
    db.close()
    out, err, code = short(team)
    assert (out, err) == SILENT
    assert code != 0


@pytest.mark.long
def test_it_does_not_wait_for_a_journal_that_is_held(team: Onelog) -> None:
    db = sqlite3.connect(team.journal, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    assert short(team) == ("", "", 3)
    db.execute("ROLLBACK")
    db.close()
    assert short(team)[0]


def test_words_that_wait_to_be_recovered_are_not_mentioned(team: Onelog) -> None:
    drafts = Path(f"{team.journal}.drafts")
    drafts.mkdir()
    (drafts / "20261122T140000-1.md").write_text("secret words", encoding="utf-8")
    assert short(team) == ("2 due · 2 overdue\n", "", 0)


# ── the prompts of the docs


def shell_blocks(language: str) -> list[str]:
    text = SCRIPTS.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_the_prompt_of_the_docs_works_in_bash(team: Onelog, tmp_path: Path) -> None:
    (block,) = [block for block in shell_blocks("bash") if "status --short" in block]
    from conftest import ONELOG  # noqa: PLC0415 - only here

    program = tmp_path / "onelog"
    program.write_text(f'#!/bin/sh\nexec {" ".join(ONELOG)} "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    script = f"PS1='$ '\n{block}\nfalse\nprintf '[%s]' \"${{PS1@P}}\" \"$?\""
    env = team.env | {"PATH": f"{tmp_path}:{team.env['PATH']}"}
    done = subprocess.run(
        [shutil.which("bash") or "", "--norc", "-c", script], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[2 due · 2 overdue $ ][1]"
    assert done.stderr == ""
