"""Settings in config.toml: what they change, and what is said when they are wrong."""

import re
from pathlib import Path

import pytest
from conftest import Onelog, with_settings

from onelog.core import settings
from onelog.core.errors import Wrong
from onelog.core.settings import Watch


def test_the_year_begins_in_the_month_that_is_set(onelog: Onelog) -> None:
    for day in ("2026-02-10", "2026-04-10", "2026-05-10", "2026-11-10"):
        onelog("log", "mia", f"on:{day} we met on {day[5:7]}")
    days = ("2026-02-10", "2026-04-10", "2026-05-10", "2026-11-10")

    def exported(period: str) -> list[str]:
        text = onelog("export", *period.split())
        return [day for day in days if f"we met on {day[5:7]}" in text]

    assert exported("Q1") == ["2026-02-10"]
    assert exported("") == ["2026-11-10"]
    with_settings(onelog, "fiscal_year_start = 4\n")
    assert exported("Q1") == ["2026-04-10", "2026-05-10"]
    assert exported("2026Q3") == ["2026-11-10"]
    assert exported("") == ["2026-11-10"]
    assert exported("Q4") == ["2026-02-10"]  # the latest that has begun: January to March
    assert exported("FY2026") == ["2026-04-10", "2026-05-10", "2026-11-10"]


TEXT = "異動の話 a: 計画を書く due:fri d: 決めた w: 終えた aha: 速い because: 二人 p: 明快 gr: ゆっくり c: 心配 t: 給料 x: 疲れ"
JAPANESE = """\
# 2026年第4四半期 · 1on1の記録

2026年10月1日〜12月31日（2026年11月22日現在）。miaと1回の1on1。自分の宿題1件：継続中1件。気づき1件、成果1件、決定1件。称賛：受けたもの1件。改善の助言：受けたもの1件。

*時刻はUTC+9。*

## 2026年11月22日(日) · mia

_14:00_

異動の話

- [ ] 計画を書く — 期限 11月27日
- **決定:** 決めた
- **成果:** 終えた
- **気づき:** 速い — きっかけ：二人
- **miaからの称賛:** 明快
- **miaからの助言:** ゆっくり
- **懸念:** 心配
- **次回:** 給料
- **非公開:** 疲れ
"""


def without_ids(text: str) -> str:
    return re.sub(r" \^\w{4}$", "", text, flags=re.MULTILINE)


def test_in_japanese_the_labels_are_written_in_japanese_and_read_back(onelog: Onelog) -> None:
    with_settings(onelog, 'language = "ja"\n')
    onelog("log", "mia", TEXT)
    written = onelog("export --private --ids")
    assert without_ids(written) == JAPANESE
    (onelog.folder / "book.md").write_text(written, encoding="utf-8")
    assert onelog.run("import book.md").err == "取り込みました：新しいものなし、すでにあるもの1件\n"
    onelog("--journal", "other.db", "import", "book.md")
    assert onelog("--journal", "other.db", "export", "--private", "--ids") == written


def test_a_journal_kept_in_one_language_is_written_in_the_other(onelog: Onelog) -> None:
    onelog("log", "mia", TEXT)
    assert "- **Aha:** 速い — because 二人" in onelog("export --private")
    with_settings(onelog, 'language = "ja"\n')
    assert without_ids(onelog("export --private")) == JAPANESE


def test_a_new_person_gets_the_cadence_of_the_relation(onelog: Onelog) -> None:
    with_settings(onelog, '[cadences]\nreport = "2w"\n')
    assert onelog.json("people add Ben --relation report")["every"] == "2w"
    assert onelog.json("people add Mia --relation manager")["every"] is None
    assert onelog.json("people add Chloe --relation report --every monthly")["every"] == "monthly"


def test_the_editor_that_is_set_is_used_unless_the_environment_names_one(onelog: Onelog) -> None:
    for name in ("set", "named", "visual"):
        (onelog.folder / f"{name}.sh").write_text(f'echo "by {name}" >> "$1"\n', encoding="utf-8")
    with_settings(onelog, 'editor = "sh set.sh"\n')
    onelog("log mia --edit", VISUAL="sh visual.sh", EDITOR="sh visual.sh")
    onelog("log mia --edit", ONELOG_EDITOR="sh named.sh", VISUAL="sh visual.sh")
    assert sorted(m["notes"] for m in onelog.json("timeline")) == ["by named", "by set"]


WRONG = (
    ('colour = "red"\n', 2, "there is no setting 'colour'", "fiscal_year_start, editor, language, me, cadences"),
    ("fiscal_year_start = 13\n", 2, "fiscal_year_start is a month, 1 to 12", "fiscal_year_start = 4"),
    ('fiscal_year_start = "April"\n', 2, "fiscal_year_start is not a number", "Known are"),
    ('language = "fr"\n', 2, "language is en or ja", 'language = "ja"'),
    ("editor = 3\n", 2, "editor is not a text", "Known are"),
    ('[cadences]\nboss = "2w"\n', 2, "there is no relation 'boss'", "manager, report"),
    ("[watch]\npatience = 3\n", 2, "there is no setting 'watch.patience'", "mood_low, mood_running"),
    ("language = \n", 3, "is not TOML", 'language = "ja"'),
    (b"\xff\xfe\x00", 3, "is not TOML", 'language = "ja"'),
)


@pytest.mark.parametrize(("text", "code", "message", "hint"), WRONG, ids=[str(row[0]) for row in WRONG])
@pytest.mark.parametrize("command", ["export Q1", "timeline --since fri"])
def test_wrong_settings_are_named_and_nothing_is_done(
    onelog: Onelog, text: str | bytes, code: int, message: str, hint: str, command: str
) -> None:
    file = with_settings(onelog, text)
    said = onelog.fails(command, code=code).splitlines()
    assert len(said) == 2
    assert str(file) in said[0]
    assert message in said[0]
    assert hint in said[1]
    assert not onelog.journal.exists()


def test_a_settings_file_that_is_named_must_be_there(onelog: Onelog) -> None:
    said = onelog.fails("export Q1", code=2, ONELOG_CONFIG=str(onelog.folder / "none.toml"))
    assert "none.toml, which ONELOG_CONFIG names" in said
    (onelog.folder / "mine.toml").write_text('language = "ja"\n', encoding="utf-8")
    onelog("log", "mia", "aha: 速い", ONELOG_CONFIG="mine.toml")
    assert "**気づき:** 速い" in onelog("export", ONELOG_CONFIG="mine.toml")


def test_the_current_quarter_begins_with_that_month_too(onelog: Onelog) -> None:
    onelog("log", "mia", "on:2026-10-15 we met")
    assert "## Thu 15 Oct 2026 · mia" in onelog("export")
    with_settings(onelog, "fiscal_year_start = 2\n")  # quarters: February, May, August, November
    assert onelog("export") == ""


def test_the_end_of_a_quarter_in_a_text_is_that_of_the_keepers_year(onelog: Onelog) -> None:
    file = onelog.folder / "config.toml"
    file.write_text("fiscal_year_start = 2\n", encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(file)
    onelog("log", "mia", "a: one due:eoq")
    assert [a["due"] for a in onelog.json("actions")] == ["2027-01-31"]


# --- the limits of early warnings


def watch_table(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Watch:
    """What is read from a config.toml with this text."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("ONELOG_CONFIG", str(file))
    return settings.load().watch


@pytest.mark.parametrize(("text", "changed"), [
    ("", {}), ("[watch]\n", {}), ("[watch]\nmood_low = 3\ncadence_factor = 2\n", {"mood_low": 3, "cadence_factor": 2}),
    ("[watch]\ncadence_factor = 1.25\n", {"cadence_factor": 1.25}), ("watch.promise_days = 1\n", {"promise_days": 1}),
    ('[watch]\noff = ["praise", "seen"]\n', {"off": ("praise", "seen")}), ("[watch]\noff = []\n", {}),
    ("[watch]\nmood_running = 2\nmood_falling = 5\nskips_running = 1\n", {"mood_running": 2, "mood_falling": 5, "skips_running": 1}),
    (
        "[watch]\nwaiting_days = 9999\nconcern_days = 30\npraise_days = 90\ngoal_weeks = 8\n",
        {"waiting_days": 9999, "concern_days": 30, "praise_days": 90, "goal_weeks": 8},
    ),
])  # fmt: skip
def test_limits_of_warnings_are_read_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, changed: dict[str, object]
) -> None:
    assert watch_table(tmp_path, monkeypatch, text)._asdict() == Watch()._asdict() | changed


@pytest.mark.parametrize(("text", "message", "hint"), [
    ("watch = 3", "watch is not a table", "fiscal_year_start"),
    ('watch.praise_days = "60"', "watch.praise_days is not a number", "praise_days"),
    ("watch.praise_days = true", "watch.praise_days is not a number", "praise_days"),
    ("watch.praise_days = 1.5", "watch.praise_days is not a number", "praise_days"),
    ("watch.praise_days = 0", "watch.praise_days is 1 to 9999", "watch.praise_days is 60 unless set"),
    ("watch.goal_weeks = 10000", "watch.goal_weeks is 1 to 9999", "4 unless set"),
    ("watch.mood_low = 6", "watch.mood_low is 1 to 5", "2 unless set"),
    ("watch.mood_falling = 1", "watch.mood_falling is 2 to 100", "4 unless set"),
    ("watch.mood_running = 101", "watch.mood_running is 1 to 100", "3 unless set"),
    ("watch.cadence_factor = nan", "watch.cadence_factor is 0.1 to 100", "1.5 unless set"),
    ("watch.cadence_factor = inf", "watch.cadence_factor is 0.1 to 100", "1.5 unless set"),
    ('watch.cadence_factor = "2"', "watch.cadence_factor is not a number", "cadence_factor"),
    ('watch.off = "praise"', "watch.off is not a list", "off"),
    ('watch.off = ["frost"]', "watch.off: there is no warning 'frost'", "mood, seen, promise"),
    ("watch.off = [3, []]", "watch.off: there is no warning 3", "mood, seen, promise"),
])  # fmt: skip
def test_wrong_limits_of_warnings_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str, hint: str
) -> None:
    with pytest.raises(Wrong) as said:
        watch_table(tmp_path, monkeypatch, text + "\n")
    assert message in said.value.message
    assert str(tmp_path / "config.toml") in said.value.message
    assert hint in said.value.hint


def test_limits_keep_days_within_the_calendar(onelog: Onelog) -> None:
    every = "".join(
        f"{name} = 9999\n" for name in ("promise_days", "waiting_days", "concern_days", "praise_days", "goal_weeks")
    )
    with_settings(onelog, f"[watch]\n{every}")
    onelog("log", "mia", "a: send it due:2026-11-01\nc: the release is late\nmood:1", "--on", "2026-10-20")
    onelog("goals", "add", "read 12 books")
    assert onelog("watch") == ""
