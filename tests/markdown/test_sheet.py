"""The head of a sheet: its day is the meeting's, and what else a field would say is told of."""

from datetime import datetime

import pytest
from conftest import Onelog

from onelog.markdown import document

NOW = datetime.fromisoformat("2026-11-22T14:00+09:00")
DAYS = [
    ("■日時：２０２６年２月１２日　１５：００\n■相手：田中\n\n話した", "2026-02-12T15:00", None),
    ("日時：2026年2月12日（木） 15:00〜15:30\n話した", "2026-02-12T15:00", 30),
    ("日時：2026年2月12日（木）15時〜15時半\n話した", "2026-02-12T15:00", 30),
    ("日時：2026年2月12日15時30分～16時15分\n話した", "2026-02-12T15:30", 45),
    ("【日時】2026/02/12 15:00\n話", "2026-02-12T15:00", None),
    ("■日付　2026年2月12日\n話", "2026-02-12T00:00", None),
    ("■相手：田中\n\n■日時：2月12日 15時\n話", "2026-02-12T15:00", None),
    ("実施日：先週の金曜\n話", "2026-11-13T00:00", None),
    ("# 1on1\n**Date:** 12 Feb 2026\nWe met", "2026-02-12T00:00", None),
]
TEXT = [
    ("話した\n\n日時：2026年2月12日", "on: says when it was"),
    ("日時：2026年13月12日\n話", "on: says when it was"),
    ("We spoke\nDate: 2026-12-24 is the launch", "on: says when it was"),
    ("話\n■気分：４", "mood:4 is yours, seen:4 theirs"),
    ("懸念：疲れ 体調：３", "mood:4 is yours, seen:4 theirs"),
    ("【コンディション】3\n話", "mood:4 is yours, seen:4 theirs"),
    ("話\n\n形式：対面", "mode: says where it was"),
    ("話\n\n所要時間：45分", "len:45m says how long it was"),
]
SILENT = [
    "日時：未定\n話",
    "a: book date: 3",
    "\\日時：2026年2月12日\n話",
    "気分がよい",
    "気分：よい",
    "up to date: all 3",
]


@pytest.mark.parametrize(("text", "at", "minutes"), DAYS, ids=[row[0] for row in DAYS])
def test_its_day_is_the_meetings(text: str, at: str, minutes: int | None) -> None:
    draft = document.read(text, NOW, typed=True)
    assert draft.fields.at == datetime.fromisoformat(f"{at}+09:00")
    assert draft.fields.minutes == minutes


@pytest.mark.parametrize(("text", "told"), TEXT, ids=[row[0] for row in TEXT])
def test_what_is_not_read_is_said(text: str, told: str) -> None:
    draft = document.read(text, NOW, typed=True)
    assert draft.fields == document.Fields()
    assert [what for _, what in draft.troubles if told in what]


@pytest.mark.parametrize("text", SILENT)
def test_what_says_nothing_is_text(text: str) -> None:
    draft = document.read(text, NOW, typed=True)
    assert (draft.fields, draft.troubles) == (document.Fields(), ())


def test_the_day_of_a_document_with_front_matter_is_that_of_its_head() -> None:
    draft = document.read("---\nwith: mia\n---\n\n日時：2026年2月12日", NOW)
    assert draft.fields.at is None
    assert "on: says when it was" in draft.troubles[0][1]


def test_blocks_that_begin_with_a_day_are_meetings_of_their_own(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(
        "■2026年4月1日（水）　15:00\n話した\n・宿題：図\n\n■２０２６年４月８日（水）\nまた話した\n", encoding="utf-8"
    )
    onelog("import", "a.md", "--with", "田中")
    assert [m["at"][:16] for m in onelog.json("timeline")] == ["2026-04-08T00:00", "2026-04-01T15:00"]


HEADS = [
    "■相手：田中さん",
    "相手：田中 美香",
    "【相手】田中",
    "- 相手: 田中美香",
    "**相手：** 田中美香様（営業部）",
    "■日時：2026年2月12日\n■面談相手：田中",
]
OTHERS = [
    "話した\n\n相手：田中",
    "■相手：自分",
    "■相手：営業部の人",
    "\\相手：田中",
    "相手に田中を紹介した",
    "a: 相手：田中に聞く",
]


@pytest.mark.parametrize("text", HEADS)
def test_a_sheet_about_somebody_else_is_refused_and_waits(onelog: Onelog, text: str) -> None:
    onelog("people", "add", "田中美香")
    onelog("people", "add", "林")
    for command in ("log", "note"):
        said = onelog.fails(command, "林", "-", input=f"{text}\n話した\n")
        assert "The document says it is with" in said
    assert onelog.json("timeline") == []
    onelog("recover", "1", "--with", "田中")
    (talk,) = onelog.json("timeline")
    assert (talk["person"], talk["notes"].rpartition("\n")[2]) == ("田中美香", "話した")


@pytest.mark.parametrize("text", OTHERS)
def test_words_that_name_nobody_else_are_the_note(onelog: Onelog, text: str) -> None:
    onelog("people", "add", "田中美香")
    onelog("log", "林", "-", input=f"{text}\n")
    assert onelog.json("timeline")[0]["person"] == "林"


def test_a_sheet_is_imported_with_its_person_its_day_and_its_length(onelog: Onelog) -> None:
    """The lines that say them stay in the note, and nothing is said of them."""
    sheet = "■日時：２０２６年２月１２日（木）　１５：００〜１５：３０\n■相手：田中さん\n\n話した\n■決定事項\n・行く\n"
    onelog("people", "add", "田中美香")
    (onelog.folder / "a.md").write_text(sheet, encoding="utf-8")
    (onelog.folder / "b.md").write_text("【日時】2026年2月13日\n【相手】田中\n話\n", encoding="utf-8")
    for name, said in {
        "2026-02-10.md": "2026年2月10日（火）14:00〜14:30", "d.md": "2026年2月9日15時〜15時45分", "e.md": "2026年2月8日(日)　9時半",
    }.items():  # fmt: skip
        (onelog.folder / name).write_text(f"■日時：{said}\n■相手：田中\n\n話\n", encoding="utf-8")
    (onelog.folder / "c.md").write_text("**Date:** 14 Feb 2026 15:00-16:00\n**With:** 田中\n\nhi\n", encoding="utf-8")
    files = ("a.md", "b.md", "c.md", "d.md", "e.md", "2026-02-10.md")
    done = onelog.run("import", *files)
    assert (done.code, "was read as text" in done.err) == (0, False)
    found = [(m["person"], m["at"][:16], m["minutes"]) for m in onelog.json("timeline")]
    assert found == [
        ("田中美香", "2026-02-14T15:00", 60), ("田中美香", "2026-02-13T00:00", None), ("田中美香", "2026-02-12T15:00", 30),
        ("田中美香", "2026-02-10T14:00", 30), ("田中美香", "2026-02-09T15:00", 45), ("田中美香", "2026-02-08T09:30", None),
    ]  # fmt: skip
    assert onelog.json("timeline")[2]["notes"].startswith(
        "■日時：２０２６年２月１２日（木）　１５：００〜１５：３０\n■相手：田中さん\n"
    )
    onelog("import", *files)
    assert len(onelog.json("timeline")) == 6


@pytest.mark.parametrize("text", ["## ４月９日　田中\n話\n", "just words\n"])
def test_a_file_that_says_no_day_is_refused(onelog: Onelog, text: str) -> None:
    """No day is invented, and none is completed."""
    (onelog.folder / "a.md").write_text(text, encoding="utf-8")
    said = onelog.run("import", "a.md", "--with", "田中")
    assert (said.code, "does not say which day it is from" in said.err) == (1, True)
    assert onelog.json("timeline") == []
