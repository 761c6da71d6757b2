"""Feedback that is still to be given: parked until it was said in a meeting, praise or growth feedback from then on."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog, at, with_settings

PARKED, LATER = at("2026-11-18"), at("2026-11-30")


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, who reports to me, and Yuki, a peer."""
    onelog("people add Mia --relation report --every 2w --on mon", **PARKED)
    onelog("people add Yuki --relation peer", **PARKED)
    return onelog


def parked(run: Onelog, *words: str) -> list[dict[str, Any]]:
    return [one for one in run.json("topics", *words, **LATER) if one["as"]]


def told(run: Onelog, *words: str) -> list[dict[str, Any]]:
    """The feedback that was given or received."""
    found = run.json("moments", *words, **LATER)
    return [one for one in found if one["kind"] in ("praise", "growth")]


def park(run: Onelog) -> str:
    run("topic", "mia", "p: great demo +talking because: calm in the storm", **PARKED)
    return str(parked(run)[-1]["id"])


# --- what is parked


@pytest.mark.long
@pytest.mark.parametrize(
    ("command", "said", "there"),
    [
        (["topic", "mia"], "p: great demo", ("praise", "great demo", "")),
        (
            ["topic", "mia"],
            "growth: speak slower because: they were lost",
            ("growth", "speak slower", "they were lost"),
        ),
        (["topic", "mia"], "称賛: 落ち着いた発表 きっかけ: 質問", ("praise", "落ち着いた発表", "質問")),
        (["topic", "mia"], "成長：結論から話す", ("growth", "結論から話す", "")),
        (["topic", "mia"], "great demo as:praise why: calm", ("praise", "great demo", "calm")),
        (["topic", "mia"], "発表 種類:称賛", ("praise", "発表", "")),
        (["topic", "yuki"], "p: clear paper", ("praise", "clear paper", "")),
        (["topic", "yuki"], "p: clear paper to:them", ("praise", "clear paper", "")),
        (["note", "mia"], "the board liked it gr: speak slower", ("growth", "speak slower", "")),
        (["note", "mia"], "p: great demo to:mia", ("praise", "great demo", "")),
        (["note", "yuki"], "p: clear paper from:me", ("praise", "clear paper", "")),
        (["note", "mia"], "t: p: great demo", ("praise", "great demo", "")),
        (["log", "mia"], "we met t: gr: speak slower", ("growth", "speak slower", "")),
    ],
)
def test_feedback_of_mine_is_parked(mia: Onelog, command: list[str], said: str, there: tuple[str, str, str]) -> None:
    mia(*command, said, **PARKED)
    (one,) = parked(mia)
    assert (one["as"], one["text"], one["status"]) == (*there[:2], "parked")
    assert (mia.json(f"show {one['id']}")["text"], told(mia)) == (there[1], [])
    assert there[2] in mia(f"show {one['id']} --md")


@pytest.mark.parametrize(
    ("command", "said", "topics", "moments"),
    [
        (["note", "yuki"], "p: your paper was clear", [], ["your paper was clear"]),  # a peer's praise is for me
        (["note", "mia"], "p: you listen from:mia", [], ["you listen"]),
        (["note", "mia"], "p: great help to:yuki", [], ["great help"]),
        (["topic", "mia"], "p: from:yuki great help", ["p: from:yuki great help"], []),
        (["topic", "mia"], r"\p: is a label", ["p: is a label"], []),
        (["topic", "mia"], "great demo as:win", ["great demo as:win"], []),
        (["topic", "mia"], "the same as: before", ["the same as: before"], []),
        (["log", "mia"], "p: great demo", [], ["great demo"]),  # in a meeting it was said
    ],
)
def test_anything_else_is_what_it_was(
    mia: Onelog, command: list[str], said: str, topics: list[str], moments: list[str]
) -> None:
    mia(*command, said, **PARKED)
    assert parked(mia) == []
    assert [one["text"] for one in mia.json("topics")] == topics
    assert [one["text"] for one in told(mia)] == moments


def test_what_is_no_feedback_is_said(mia: Onelog) -> None:
    assert "as: 'win' is neither praise nor growth" in mia.run("topic", "mia", "great demo as:win").err


# --- before it was said


def test_prep_has_it_under_its_own_head_and_says_how_long_it_waits(mia: Onelog) -> None:
    id_ = park(mia)
    mia("topic mia the budget", **PARKED)
    screen = mia.screen("prep mia", **LATER)
    line = next(line for line in screen.splitlines() if id_ in line)
    assert line.startswith("To give ") and "Praise: great demo" in line and "waiting 12 days" in line
    assert "waiting since today" in mia.screen("prep mia", **PARKED)
    prep = mia.json("prep mia", **LATER)
    assert [one["text"] for one in prep["topics"]] == ["the budget"]
    assert [one["as"] for one in prep["feedback"]] == ["praise"]
    assert f"## Feedback to give\n- [ ] **Topic:** great demo +talking as:praise why: calm in the storm ^{id_}" in mia(
        "prep mia --md", **LATER
    )
    assert "praise to give: great demo" in mia.screen("topics mia", **LATER)
    assert "waiting 12 days" in mia.screen(f"show {id_}", **LATER)


def test_on_a_narrow_screen_it_still_says_how_long(mia: Onelog) -> None:
    mia("topic", "mia", "gr: say what you want to reach before you say how you would do it", **PARKED)
    screen = mia.screen("prep mia", columns=60, **LATER)
    assert "waiting 12 days" in screen and "To give " in screen
    assert max(map(len, screen.splitlines())) <= 60


def test_nothing_counts_it_before_it_was_said(mia: Onelog) -> None:
    mia("log mia talked", **PARKED)
    before = [mia.json(words, **LATER) for words in ("stats", "skills", "feedback mia", "nominate mia", "watch --all")]
    park(mia)
    after = [mia.json(words, **LATER) for words in ("stats", "skills", "feedback mia", "nominate mia", "watch --all")]
    assert after == before
    assert mia.json("team", **LATER)[0]["praised"] is None


def test_no_other_reader_of_a_review_is_told_of_it(mia: Onelog) -> None:
    mia("people edit yuki --relation manager", **PARKED)
    mia("log yuki talked", **PARKED)
    mia("topic", "yuki", "gr: let us finish", **PARKED)
    assert "let us finish" in mia("review 2026Q4", **LATER)
    for reader in ("manager", "skip", "hr"):
        assert "let us finish" not in mia(f"review 2026Q4 --for {reader}", **LATER)


# --- once it was said


def check_given(run: Onelog, meeting: str | None) -> dict[str, Any]:
    """It is feedback from me to Mia, in that meeting, and no topic any more."""
    (one,) = told(run)
    assert (one["kind"], one["text"], one["because"]) == ("praise", "great demo +talking", "calm in the storm")
    assert (one["from"], one["to"], one["person"], one["meeting"]) == ("me", "Mia", "Mia", meeting)
    assert (parked(run), one["tags"]) == ([], ["talking"])
    return one


def document(run: Onelog, *changes: tuple[str, str]) -> Path:
    text = run("prep mia --md", **LATER).replace("at:\n", "at: 2026-11-30 10:00\n", 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = run.folder / "met.md"
    file.write_text(text, encoding="utf-8")
    return file


TICK = ("- [ ] **Topic:** great demo", "- [x] **Topic:** great demo")


def test_ticked_in_the_document_of_the_meeting_it_is_given_there(mia: Onelog) -> None:
    id_ = park(mia)
    document(mia, TICK)
    mia("log mia --file met.md", **LATER)
    (meeting,) = mia.json("timeline mia --kind meeting", **LATER)
    one = check_given(mia, meeting["id"])
    assert one["at"] == meeting["at"]
    written = mia(f"show {meeting['id']} --md")
    assert f"- **Praise:** great demo +talking to:them because: calm in the storm ^{one['id']}" in written
    assert id_ not in written and meeting["topics"] == []
    assert mia.run("doctor", **LATER).code == 0


def test_its_words_can_be_changed_while_it_is_ticked(mia: Onelog) -> None:
    park(mia)
    document(mia, ("- [ ] **Topic:** great demo", "- [x] **Topic:** a very clear demo"))
    mia("log mia --file met.md", **LATER)
    assert [one["text"] for one in told(mia)] == ["a very clear demo +talking"]


def test_left_alone_or_dropped_it_is_not_given(mia: Onelog) -> None:
    id_ = park(mia)
    document(mia, ("## Notes\n", "## Notes\nwe talked\n"))
    mia("log mia --file met.md", **LATER)
    assert (told(mia), [one["id"] for one in parked(mia)]) == ([], [id_])
    mia(f"drop {id_} --why late", **LATER)
    assert (told(mia), mia.json(f"show {id_}")["status"]) == ([], "dropped")


def test_done_after_the_meeting_was_logged_gives_it_there(mia: Onelog) -> None:
    id_ = park(mia)
    mia("log mia we talked", **LATER)
    (meeting,) = mia.json("timeline mia --kind meeting", **LATER)
    assert "Given" in mia.screen(f"done {id_}", **LATER)
    one = check_given(mia, meeting["id"])
    assert f"^{one['id']}" in mia(f"show {meeting['id']} --md")
    assert id_ not in mia(f"show {meeting['id']} --md")


def test_done_without_a_meeting_it_is_given_outside_one(mia: Onelog) -> None:
    id_ = park(mia)
    mia(f"done {id_} --on yesterday", **LATER)
    assert check_given(mia, None)["at"].startswith("2026-11-29")
    assert id_ not in mia("prep mia --md", **LATER)


def test_done_on_the_day_of_another_meeting_gives_it_there(mia: Onelog) -> None:
    mia("log mia we talked", **LATER)
    (meeting,) = mia.json("timeline mia --kind meeting", **LATER)
    id_ = park(mia)
    mia(f"done {id_}", **LATER)
    check_given(mia, meeting["id"])


def test_ticked_in_the_editor_of_the_meeting_it_is_given(mia: Onelog) -> None:
    id_ = park(mia)
    mia("log mia we talked", **LATER)
    (meeting,) = mia.json("timeline mia --kind meeting", **LATER)
    text = mia(f"show {meeting['id']} --md")
    assert f"as:praise added:2026-11-18 why: calm in the storm ^{id_}" in text
    (mia.folder / "new.md").write_text(text.replace("as:praise", "as:praise raised:2026-11-30"), encoding="utf-8")
    mia(f"edit {meeting['id']}", ONELOG_EDITOR=f"cp {mia.folder / 'new.md'}", **LATER)
    check_given(mia, meeting["id"])
    assert mia.run("doctor", **LATER).code == 0


def test_a_standing_one_comes_back(mia: Onelog) -> None:
    mia("topic", "mia", "p: thank her for the week", "--every", "4w", **PARKED)
    mia(f"done {parked(mia)[0]['id']}", **LATER)
    assert [(one["as"], one["next"]) for one in parked(mia)] == [("praise", "2026-12-28")]
    assert [one["text"] for one in told(mia)] == ["thank her for the week"]


def test_why_stays_among_the_words(mia: Onelog) -> None:
    mia(f"done {park(mia)} --why gladly", **LATER)
    assert [one["text"] for one in told(mia)] == ["great demo +talking outcome: gladly"]


# --- taken back


def test_undo_and_redo_take_all_of_it(mia: Onelog) -> None:
    park(mia)
    before = mia("export --format json")
    document(mia, TICK)
    mia("log mia --file met.md", **LATER)
    after = mia("export --format json")
    mia("undo")
    assert mia("export --format json") == before
    mia("redo")
    assert mia("export --format json") == after


@pytest.mark.parametrize("way", ["document", "done"])
def test_a_deleted_meeting_returns_it(mia: Onelog, way: str) -> None:
    id_ = park(mia)
    if way == "document":
        document(mia, TICK)
        mia("log mia --file met.md", **LATER)
    else:
        mia("log mia we talked", **LATER)
        mia(f"done {id_}", **LATER)
    (meeting,) = mia.json("timeline mia --kind meeting", **LATER)
    whole = mia("export all --format json --private")
    mia(f"delete {meeting['id']}", **LATER)
    (one,) = parked(mia)
    assert (one["id"], one["status"], one["added"], told(mia)) == (id_, "parked", "2026-11-18", [])
    assert id_ in mia("prep mia --md", **LATER)
    assert mia.run("doctor", **LATER).code == 0
    mia("undo")
    assert mia("export all --format json --private") == whole


@pytest.mark.parametrize("is_logged", [True, False])
def test_reopened_it_is_parked_again_and_not_given(mia: Onelog, *, is_logged: bool) -> None:
    id_ = park(mia)
    if is_logged:
        mia("log mia we talked", **LATER)
    mia(f"done {id_}", **LATER)
    mia(f"reopen {id_}", **LATER)
    (one,) = parked(mia)
    assert (one["id"], told(mia)) == (id_, [])
    assert id_ in mia("prep mia --md", **LATER)
    assert mia.run("doctor", **LATER).code == 0


# --- every way out


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_way_out_brings_it_back_in(mia: Onelog, language: str) -> None:
    with_settings(mia, f'language = "{language}"\n')
    park(mia)
    mia("note", "mia", "gr: speak slower", **PARKED)
    mia("log mia talked", **at("2026-11-20"))
    mia("topic", "mia", "t: gr: ask first", "--every", "4w", **PARKED)
    whole = mia("export all --format json --private")
    mia("export all --format folder --private -o notes")
    mia("export all --ids --private -o book.md")
    (mia.folder / "all.json").write_text(whole, encoding="utf-8")
    wanted = sorted((one["text"], one["as"]) for one in parked(mia))
    assert [kind for _, kind in wanted] == ["growth", "praise", "growth"]
    for source in ("all.json", "notes", "book.md"):
        other = {"ONELOG_JOURNAL": str(mia.folder / f"{source}.db")}
        mia(f"import {source}", **other)
        assert sorted((one["text"], one["as"]) for one in mia.json("topics", **other)) == wanted, source
    assert mia("export all --format json --private", ONELOG_JOURNAL=str(mia.folder / "all.json.db")) == whole


def test_a_pipe_and_csv_say_it_at_their_ends(mia: Onelog) -> None:
    park(mia)
    assert mia("topics").rstrip("\n").split("\t")[-1] == "praise"
    head, *rows = mia("export all --format csv").splitlines()
    assert [row.split(",")[head.split(",").index("as")] for row in rows if "great demo" in row] == ["praise"]


def test_change_says_what_it_is(mia: Onelog) -> None:
    id_ = park(mia)
    assert "as Praise → Growth" in mia.screen(f"change {id_} as:growth", **LATER)
    mia(f"change {id_} as:none", **LATER)
    assert parked(mia) == []
    mia(f"change {id_} 種類:称賛", **LATER)
    assert [one["as"] for one in parked(mia)] == ["praise"]
    assert "neither praise nor growth" in mia.fails(f"change {id_} as:win", code=2, **LATER)
    mia(f"drop {id_} --why late", **LATER)
    assert "no longer feedback to give" in mia.fails(f"change {id_} as:growth", **LATER)


def test_search_finds_it_before_and_after(mia: Onelog) -> None:
    id_ = park(mia)
    assert [hit["id"] for hit in mia.json("search demo", **LATER)] == [id_]
    mia(f"done {id_}", **LATER)
    assert [hit["kind"] for hit in mia.json("search demo", **LATER)] == ["praise"]


def test_in_japanese(mia: Onelog) -> None:
    with_settings(mia, 'language = "ja"\n')
    id_ = park(mia)
    screen = mia.screen("prep mia", **LATER)
    assert "伝えること" in screen and "称賛：great demo" in screen and "12日前から" in screen
    assert "伝える称賛" in mia.screen("topics mia", **LATER)
    assert "## 伝えること" in mia("prep mia --md", **LATER)
    assert "伝達済み" in mia.screen(f"done {id_}", **LATER)
