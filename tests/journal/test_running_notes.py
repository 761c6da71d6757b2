"""Running notes of one's own, one file with a heading a meeting, taken in as they are: no day and no person is invented."""

from typing import Any

import pytest
from conftest import Onelog

NOTES = """\
# 1:1 notes

Some words before.

## 2026-03-24 · John

Talked about the move.
- [ ] **John:** send the list — due Friday
- [x] Draft the plan — due 10 Apr, done 9 Apr
- [-] ask again — dropped 12 Apr, because nobody reads it
- [ ] **Budget:** check it
- **Decision:** we go — because we can
- **Praise from John:** clear talk

```
## 2020-01-01 · Nobody
```

## Fri 3 Jul 2026 · Yuki Hayashi

_10:30 · 45 min · video · mood 4_

### How it went

Hello

## 2026年7月3日(金)・林

気づき：短い
"""


def taken(onelog: Onelog, text: str, *words: str) -> Any:
    (onelog.folder / "notes.md").write_text(text, encoding="utf-8")
    return onelog.run("import", "notes.md", *words)


def test_they_are_meetings_with_their_promises_and_moments(onelog: Onelog) -> None:
    done = taken(onelog, NOTES)
    assert done.code == 0
    assert "line 3: left out, because it belongs to no meeting" in done.err
    john, yuki, hayashi = sorted(onelog.json("timeline"), key=lambda met: (met["at"], met["person"] == "林"))
    assert [met["person"] for met in (john, yuki, hayashi)] in ([
        "John", "林", "Yuki Hayashi"], ["John", "Yuki Hayashi", "林"])  # fmt: skip
    yuki, hayashi = (yuki, hayashi) if yuki["person"] == "Yuki Hayashi" else (hayashi, yuki)
    assert [
        (a["text"], a["owner"], a["due"], a["status"], a["closed"], a["why"]) for a in john["actions"]
    ] == [
        ("send the list", "John", "2026-03-27", "open", None, None),
        ("Draft the plan", "me", "2026-04-10", "done", "2026-04-09", None),
        ("ask again", "me", None, "dropped", "2026-04-12", "nobody reads it"),
        ("**Budget:** check it", "me", None, "open", None, None),
    ]  # fmt: skip
    assert [(m["kind"], m["text"], m["because"], m["from"]) for m in john["moments"]] == [
        ("decision", "we go", "we can", None), ("praise", "clear talk", None, "John"),
    ]  # fmt: skip
    assert john["notes"] == "Talked about the move.\n\n```\n## 2020-01-01 · Nobody\n```"
    assert (yuki["at"], yuki["minutes"], yuki["mode"], yuki["mood"]) == ("2026-07-03T10:30:00+09:00", 45, "video", 4)
    assert yuki["notes"] == "### How it went\n\nHello"
    assert [m["text"] for m in hayashi["moments"]] == ["短い"]
    assert {p["name"] for p in onelog.json("people")} == {"John", "Yuki Hayashi", "林"}
    assert "Imported nothing new; 3 here already." in taken(onelog, NOTES).err


@pytest.mark.parametrize(
    ("heading", "day", "person"),
    [
        ("2026-03-24 · John", "2026-03-24", "John"), ("2026/03/24 - John", "2026-03-24", "John"), ("John · 2026-03-24", "2026-03-24", "John"),
        ("3 July 2026 - Aiko", "2026-07-03", "Aiko"), ("Fri 3 Jul 2026 · Yuki Hayashi", "2026-07-03", "Yuki Hayashi"),
        ("Friday, 3rd July 2026: Yuki", "2026-07-03", "Yuki"), ("July 3, 2026 — Zoë O'Neill", "2026-07-03", "Zoë O'Neill"),
        ("1:1 with John, March 31, 2026", "2026-03-31", "John"), ("2026-03-24 10:30 John", "2026-03-24", "John"),
        ("2026年7月3日(金)・林", "2026-07-03", "林"), ("2026年7月3日（金曜日） 林さん", "2026-07-03", "林さん"), ("2026年7月3日・田中 花子", "2026-07-03", "田中 花子"),
        ("令和8年7月3日・林", "2026-07-03", "林"), ("2026-03-24 [[John Smith]]", "2026-03-24", "John Smith"),
    ],
)  # fmt: skip
def test_a_heading_says_a_day_and_a_person(onelog: Onelog, heading: str, day: str, person: str) -> None:
    done = taken(onelog, f"## {heading}\n\nwords\n")
    assert done.code == 0, done.err
    (met,) = onelog.json("timeline")
    assert (met["at"][:10], met["person"], met["notes"]) == (day, person, "words")


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Standup", "the heading 'Standup' has no day"), ("3 Jul · Bob", "the heading '3 Jul · Bob' has no day"),
        ("Friday · Bob", "has no day"), ("2026-13-45 · X", "there is no day 2026-13-45"), ("30 Feb 2026 · X", "there is no day 30 Feb 2026"),
        ("Thu 3 Jul 2026 · X", "2026-07-03 is a Friday, not a Thu"), ("Ann · 2026-03-04 · Bob", "who is it with: 'Ann' or 'Bob'?"),
        ("2026-03-04 25:61 Bob", "there is no time 25:61"), ("2026-03-04", "does not say whom it is with"),
    ],
)  # fmt: skip
def test_a_heading_that_is_not_understood_stops_with_its_line(onelog: Onelog, heading: str, says: str) -> None:
    done = taken(onelog, f"## 2026-03-24 · John\n\nhi\n\n## {heading}\n\nwords\n")
    assert done.code in (1, 3)
    assert "notes.md, line 5: " in done.err
    assert says in done.err
    assert not onelog.journal.exists()


def test_whom_headings_without_a_name_are_with_is_said_by_an_option(onelog: Onelog) -> None:
    onelog("people", "add", "John")
    assert taken(onelog, "# John\n\n## 2026-03-24\n\nhi\n\n## 2026-04-07\n\nagain\n", "--with", "john").code == 0
    assert [(met["person"], met["notes"]) for met in onelog.json("timeline")] == [("John", "again"), ("John", "hi")]


@pytest.mark.parametrize("line", ["- [x] sent it", "- [x] sent it — due 10 Apr", "- [-] nobody wants it"])
def test_what_ended_without_a_day_ended_in_its_meeting_and_not_today(onelog: Onelog, line: str) -> None:
    taken(onelog, f"# notes\n\n## 2026-03-24 · John\n\n{line}\n")
    (action,) = onelog.json("actions", "--all")
    assert (action["opened"], action["closed"]) == ("2026-03-24", "2026-03-24")
