"""What is asked, refused or said about days, numbers and persons that a text leaves unclear, in every door."""

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog, at

from onelog.core.calendar import dates
from onelog.core.sanitize import quoted_name

pytestmark = pytest.mark.posix

NEVER = 60


def answered(run: Onelog, words: tuple[str, ...], *answers: tuple[str, str]) -> str:
    """What a command says on a terminal where each question (a part of it) gets its answer."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *words], env=run.env | UNASKED | {"COLUMNS": "200"}, cwd=str(run.folder), timeout=NEVER, encoding="utf-8",
        dimensions=(24, 200),
    )  # fmt: skip
    said = ""
    for question, answer in answers:
        child.expect_exact(question)
        said += str(child.before) + question
        child.send(answer if answer == "\x04" else f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    run.env["CODE"] = str(child.exitstatus)
    return said + str(child.before)


# --- numbers: three doors, read whole, refused with both, asked about


@pytest.fixture
def goal(onelog: Onelog) -> Onelog:
    onelog("goals add One million users --metric mau --from 0 --to 2M --by 2026-12-31")
    return onelog


def looks(run: Onelog) -> list[tuple[float | None, str]]:
    (one,) = run.json("goals")
    return [(look["value"], look["text"]) for look in one["checkins"]]


@pytest.mark.parametrize(
    ("words", "value", "text"),
    [
        (["1 200 000"], 1200000, ""),
        (["1", "200", "000"], 1200000, ""),
        (["1 200", "wrote it"], 1200, "wrote it"),
        (["1.2M"], 1200000, ""),
        (["950k", "the", "plan", "worked"], 950000, "the plan worked"),
        (["60%"], 60, "%"),
        (["95万", "届いた"], 950000, "届いた"),
        (["1200000eur"], 1200000, "eur"),
        (["¥950000"], 950000, "¥"),
        (["3 people joined"], 3, "people joined"),
        (["\\3 people joined"], None, "3 people joined"),
        (["on hold"], None, "on hold"),
    ],
)
def test_a_check_in_is_read_whole(goal: Onelog, words: list[str], value: float | None, text: str) -> None:
    goal("goals", "checkin", "mau", *words)
    assert looks(goal) == [(value, text)]


@pytest.mark.parametrize("words", ["1.200", "1,5 wrote it", "5m", "3rd try", "1on1 with Bea", "~950k", "3人が参加"])
def test_what_is_no_number_or_could_be_two_is_refused_and_kept_as_words_in_a_meeting(goal: Onelog, words: str) -> None:
    said = goal.fails("goals", "checkin", "mau", words, code=2)
    assert words.split()[0] in said
    assert looks(goal) == []
    done = goal.run("log", "mia", f"we met g: mau {words}")
    assert looks(goal) == [(None, words)]
    assert done.err.splitlines()[1].startswith(f"line 1: {words.split()[0]!r} ")


def test_the_settings_decide_what_could_be_two_numbers(goal: Onelog) -> None:
    (goal.folder / "point.toml").write_text('decimal = "."\n')
    (goal.folder / "comma.toml").write_text('decimal = ","\n')
    goal("goals checkin mau 1.200", ONELOG_CONFIG="point.toml")
    goal("goals checkin mau 1.200", ONELOG_CONFIG="comma.toml")
    goal("log", "mia", "g: mau 1,5 it is", ONELOG_CONFIG="comma.toml")
    assert looks(goal) == [(1.2, ""), (1200, ""), (1.5, "it is")]


@pytest.mark.long
def test_on_a_terminal_it_is_asked_which_number_was_meant(goal: Onelog) -> None:
    asked = "'1.200' could be", "1.200: do you mean 1200?", "1.200: do you mean 1.2?"
    said = answered(goal, ("goals", "checkin", "mau", "1.200", "it is"), (asked[1], "n"), (asked[2], "y"))
    assert "One million users: 1.2 (" in said and "it is" in said
    assert asked[0] in answered(goal, ("goals", "checkin", "mau", "1.200"), (asked[1], ""), (asked[2], ""))
    assert looks(goal) == [(1.2, "it is")]


def test_a_goal_takes_its_unit_from_its_numbers_and_a_check_in_in_it_says_it_once(onelog: Onelog) -> None:
    made = onelog.json("goals", "add", "sell more", "--metric", "sales", "--from", "€900,000", "--to", "1.2M€")
    assert (made["start"], made["target"], made["unit"]) == (900000, 1200000, "€")
    for words in ("950000eur", "960k EUR", "€970,000", "980000"):
        onelog("goals", "checkin", "sales", words)
    onelog("goals", "checkin", "sales", "$990,000")
    assert looks(onelog) == [(950000, ""), (960000, ""), (970000, ""), (980000, ""), (990000, "$")]


def test_what_a_goal_document_says_is_read_in_the_same_way(goal: Onelog) -> None:
    (one,) = goal.json("goals")
    goal("edit", one["id"], ONELOG_EDITOR="sed -i -e 's/^to:.*/to: 1.5M/' -e 's/^from:.*/from: 900 000/'")
    (one,) = goal.json("goals")
    assert (one["start"], one["target"]) == (900000, 1500000)
    said = goal.fails("edit", one["id"], code=2, ONELOG_EDITOR="sed -i 's/^to:.*/to: 1.500/'")
    assert "'1.500' could be 1500 or 1.5." in said
    (goal.folder / "one.md").write_text(
        goal("show", one["id"], "--md") + "- 2026-11-20 1,5 tried\n- 2026-11-21 95万 it is\n"
    )
    brought = goal.json("import one.md")
    assert [one["what"].partition(" could")[0] for one in brought["troubles"]] == ["'1,5'"]
    assert looks(goal) == [(None, "1,5 tried"), (950000, "it is")]


# --- days: an option, a field, a promise


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "asks", "day"),
    [
        (("log", "ben", "we met", "--on", "yesterdy"), "Do you mean Sat 21 Nov 2026?", "2026-11-21"),
        (("log", "ben", "we met on:yesterdy"), "Do you mean Sat 21 Nov 2026?", "2026-11-21"),
        (("log", "ben", "we met on:blub"), "When was it? (Enter: today)", "2026-11-22"),
    ],
)
def test_a_day_that_is_none_is_asked_about(onelog: Onelog, words: tuple[str, ...], asks: str, day: str) -> None:
    answered(onelog, words, (asks, "" if "When" in asks else "y"))
    (meeting,) = onelog.json("timeline")
    assert (meeting["at"][:10], meeting["notes"]) == (day, "we met on:blub" if "blub" in words[2] else "we met")


@pytest.mark.long
@pytest.mark.parametrize(
    ("answers", "day", "notes"),
    [
        (["fri"], "2026-11-20", "we met"),
        (["blob", "\x04"], "2026-11-22", "we met on:blub"),
        (["blob", "fri"], "2026-11-20", "we met"),
    ],
)
def test_it_is_asked_until_it_is_known_when_a_meeting_was(
    onelog: Onelog, answers: list[str], day: str, notes: str
) -> None:
    said = answered(onelog, ("log", "ben", "we met on:blub"), *(("When was it?", answer) for answer in answers))
    (meeting,) = onelog.json("timeline")
    assert meeting["at"][:10] == day
    assert meeting["notes"].splitlines()[0] == notes
    assert said.count("When was it?") == len(answers)


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "asks", "due", "words"),
    [
        ("a: send it due:tomorow", "due:tomorow is not a day. Do you mean Mon 23 Nov 2026?", "2026-11-23", "send it"),
        (
            "a: send it due:next fryday",
            "due:next fryday is not a day. Do you mean Fri 27 Nov 2026?",
            "2026-11-27",
            "send it",
        ),
        (
            "a: send it due:12/5",
            "due:12/5 may be Sat 5 Dec 2026 or Wed 12 May 2027. Do you mean Sat 5 Dec 2026?",
            "2026-12-05",
            "send it",
        ),
    ],
)
def test_a_promise_for_a_day_that_is_none_is_asked_about(
    onelog: Onelog, text: str, asks: str, due: str, words: str
) -> None:
    answered(onelog, ("log", "ben", text), (asks, "y"))
    assert [(a["text"], a["due"]) for a in onelog.json("actions")] == [(words, due)]
    onelog("undo")
    answered(onelog, ("actions", "add", text.removeprefix("a: ")), (asks, "y"))
    assert [(a["text"], a["due"]) for a in onelog.json("actions")] == [(words, due)]


@pytest.mark.parametrize("answer", ["12 may", "2027-05-12"])
def test_a_question_about_a_day_takes_a_day_for_an_answer(onelog: Onelog, answer: str) -> None:
    answered(onelog, ("log", "ben", "a: send it due:12/5"), ("Do you mean Sat 5 Dec 2026?", answer))
    assert [a["due"] for a in onelog.json("actions")] == ["2027-05-12"]


def test_a_day_in_either_order_names_the_setting_that_decides_it(onelog: Onelog) -> None:
    said = answered(
        onelog, ("log", "ben", "a: send it due:12/5"), ("Sat 5 Dec 2026? [y/N]", "n"), ("Wed 12 May 2027? [y/N]", "y")
    )
    assert "onelog config date_order day-first reads such days so without asking." in said
    assert (
        "line 1: due: '5/10' may be 10 May or 5 Oct. Say 10 May or 5 Oct, or set it once:"
        " onelog config date_order month-first (10 May) or day-first (5 Oct)."
    ) in onelog.run("log", "ben", "a: send it due:5/10").err
    onelog("config", "date_order", "day-first")
    onelog("log", "ben", "a: send it due:5/10")
    assert [a["due"] for a in onelog.json("actions")].count("2027-10-05") == 1


def test_words_for_a_day_that_are_two_words_are_taken_from_a_line(onelog: Onelog) -> None:
    onelog("log", "ben", "a: one due:the 25th for them a: two due: tmrw early a: three due:eod a: four due: the deck")
    assert [(a["text"], a["due"]) for a in onelog.json("actions")] == [
        ("three", "2026-11-22"), ("two early", "2026-11-23"), ("one for them", "2026-11-25"), ("four due: the deck", None),
    ]  # fmt: skip


def test_a_promise_is_counted_from_the_day_of_its_meeting(onelog: Onelog) -> None:
    asks = "due:tomorow is not a day. Do you mean Tue 17 Nov 2026?"
    answered(onelog, ("log", "ben", "on:mon a: send it due:tomorow"), (asks, "y"))
    assert [a["due"] for a in onelog.json("actions")] == ["2026-11-17"]


def test_on_a_terminal_what_is_not_understood_is_followed_by_the_command_that_puts_it_right(onelog: Onelog) -> None:
    drawn = onelog.screen("log", "ben", "we met a: send it due:someday")
    (meeting,) = onelog.json("timeline")
    assert drawn.splitlines()[-1] == f"  onelog change last, or onelog edit {meeting['id']}, fixes it"


def test_where_nobody_can_be_asked_the_words_are_kept_and_what_was_not_understood_is_said(onelog: Onelog) -> None:
    done = onelog.run("log", "ben", "we met on:blub a: send it due:someday")
    assert done.code == 0
    (meeting,) = onelog.json("timeline")
    assert (meeting["at"][:10], meeting["actions"][0]["due"]) == ("2026-11-22", None)
    assert "on:blub" in meeting["notes"]
    assert "due:someday" in meeting["actions"][0]["text"]
    assert "line 1: on: 'blub' is not a time" in done.err
    assert f"onelog change last, or onelog edit {meeting['id']}, fixes it." in done.err
    assert "'someday' is not a day" in done.err


def test_what_could_be_two_days_is_refused_with_both_and_decided_by_the_settings(onelog: Onelog) -> None:
    said = onelog.fails("log", "ben", "we met", "--on", "5/10", code=2)
    assert "'5/10' may be 10 May or 5 Oct" in said
    assert "date_order" in said
    (onelog.folder / "day.toml").write_text('date_order = "day-first"\n')
    (onelog.folder / "ja.toml").write_text('language = "ja"\n')
    onelog("log", "ben", "we met", "--on", "5/10", ONELOG_CONFIG="day.toml")
    onelog("log", "ben", "会った", "--on", "5/10", ONELOG_CONFIG="ja.toml")
    assert [m["at"][:10] for m in onelog.json("timeline")] == ["2026-10-05", "2026-05-10"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('date_order = "ymd"\n', "date_order is month-first or day-first"),
        ('decimal = ";"\n', "decimal is a point or a comma"),
        ("decimal = 1\n", "decimal is not a text"),
    ],
)
def test_wrong_settings_for_days_and_numbers_are_named(onelog: Onelog, text: str, message: str) -> None:
    (onelog.folder / "wrong.toml").write_text(text)
    assert message in onelog.fails("timeline", code=2, ONELOG_CONFIG="wrong.toml")


# --- a meeting that is yet to come


@pytest.mark.parametrize(
    "words", [("we met", "--on", "2028-11-20"), ("we met on:tomorrow",), ("we met", "--on", "+2w")]
)
def test_a_meeting_that_is_yet_to_come_is_refused_and_its_words_are_kept(
    onelog: Onelog, words: tuple[str, ...]
) -> None:
    said = onelog.fails("log", "ben", *words)
    assert "is in the future (" in said
    assert "onelog note" in said
    assert onelog.json("timeline") == []
    piped = onelog.fails("log", "ben", "-", *words[1:], input=words[0])
    assert "onelog recover" in piped
    assert onelog.json("recover")[0]["command"] == "log"


def test_on_a_terminal_it_is_asked_whether_to_log_what_is_yet_to_come(onelog: Onelog) -> None:
    asks = "Mon 20 Nov 2028 is in the future (in 23 months). Log it?"
    assert "log a meeting once it took place" in answered(
        onelog, ("log", "ben", "x", "--on", "2028-11-20"), (asks, "n")
    )
    assert onelog.json("timeline") == []
    answered(onelog, ("log", "ben", "x", "--on", "2028-11-20"), (asks, "y"))
    assert [m["at"][:10] for m in onelog.json("timeline")] == ["2028-11-20"]


@pytest.mark.parametrize(
    ("on", "meant"),
    [("today 17:00", "2026-11-22T17:00"), ("2026-11-22T23:59", "2026-11-22T23:59"), ("17:00", "2026-11-21T17:00"),
     ("sun 17:00", "2026-11-15T17:00"), ("2026-11-23T00:30+14:00", "2026-11-23T00:30")],
)  # fmt: skip
def test_a_later_hour_of_today_is_no_day_to_come(onelog: Onelog, on: str, meant: str) -> None:
    onelog("log", "ben", "we met", "--on", on)
    assert [m["at"][:16] for m in onelog.json("timeline")] == [meant]


def test_an_import_keeps_what_is_yet_to_come_and_says_so(onelog: Onelog) -> None:
    (onelog.folder / "one.md").write_text("---\nwith: Ben\nat: 2028-11-20T10:00+09:00\n---\n\nwe met\n")
    brought = onelog.json("import one.md")
    assert [one["what"] for one in brought["troubles"]] == [
        "2028-11-20 is in the future; the meeting was recorded on that day"
    ]
    assert len(onelog.json("timeline")) == 1


# --- whom a moment is with


@pytest.fixture
def bea(onelog: Onelog) -> Onelog:
    onelog("people", "add", "Bea Tanaka", "--relation", "report", "--alias", "bt")
    onelog("people", "add", "田中美香")
    onelog("people add Will --relation peer")
    return onelog


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "words", "name"),
    [
        ("praise", "bea great demo", "Bea Tanaka"),
        ("win", "bea closed it", "Bea Tanaka"),
        ("win", "Bea's deal is closed", "Bea Tanaka"),
        ("aha", "bt: small teams decide", "Bea Tanaka"),
        ("win", "Bea Tanaka, great demo +presenting", "Bea Tanaka"),
        ("growth", "田中さん ゆっくり話す", "田中美香"),
        ("win", "田中さんが契約を取った", "田中美香"),
        ("decision", "WILL, then me", "Will"),
    ],
)
def test_a_moment_that_begins_with_somebody_is_asked_about_or_the_command_that_links_it_is_said(
    bea: Onelog, kind: str, words: str, name: str
) -> None:
    done = bea.run(kind, words)
    (made,) = bea.json("moments")
    assert (made["person"], made["text"]) == (None, words)
    assert f"It is with nobody yet: onelog change {made['id']} with:{quoted_name(name)} links it." in done.err
    bea("change", made["id"], f"with:{name}")
    assert bea.json("moments")[0]["person"] == name
    bea("undo 2")
    answered(bea, (kind, words), (f"With {name}?", "y"))
    (made,) = bea.json("moments")
    assert (made["person"], made["text"]) == (name, words)


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("praise", "be brief"),  # begins a name, and is none
        ("win", "beautiful demo"),
        ("win", "we closed it with bea"),
        ("praise", "great demo from:bea"),
        ("win", "William closed it"),
    ],
)
def test_other_words_are_not_taken_for_a_name(bea: Onelog, kind: str, words: str) -> None:
    assert "with nobody yet" not in bea.run(kind, words).err
    assert "With " not in answered(bea, (kind, words))


def test_what_begins_with_somebody_and_is_with_nobody_is_never_mine_in_a_nomination(bea: Onelog) -> None:
    bea("win", "bea closed it")
    bea("win", "I closed mine")
    done = bea.run("nominate")
    assert "I closed mine" in done.out
    assert "bea closed it" not in done.out
    (left,) = [m["id"] for m in bea.json("moments") if m["text"] == "bea closed it"]
    assert f"Left out: 1 with somebody's name and with nobody. onelog change {left} with:NAME links it." in done.err


@pytest.mark.parametrize(
    ("kind", "words", "giver", "receiver", "text"),
    [
        ("growth", "from bea: be brief", "Bea Tanaka", "me", "be brief"),
        ("praise", "From Bea Tanaka: clear", "Bea Tanaka", "me", "clear"),
        ("praise", "to bea: clear because: short", "me", "Bea Tanaka", "clear"),
        ("growth", "from 田中さん： ゆっくり", "田中美香", "me", "ゆっくり"),
    ],
)
def test_feedback_that_begins_from_somebody_is_theirs_and_said(
    bea: Onelog, kind: str, words: str, giver: str, receiver: str, text: str
) -> None:
    done = bea.run(kind, words)
    (made,) = bea.json("moments")
    assert (made["from"], made["to"], made["text"]) == (giver, receiver, text)
    assert "is read as" in done.err


@pytest.mark.parametrize("words", ["from nobody: be brief", "from now on: be brief"])
def test_feedback_from_nobody_who_is_known_keeps_its_words_and_is_said(bea: Onelog, words: str) -> None:
    done = bea.run("growth", words)
    assert bea.json("moments")[0]["text"] == words
    assert "stays in the words; from:NAME says whose feedback it is" in done.err


# --- a milestone never counts what is yet to come


def test_a_milestone_is_reached_by_meetings_that_took_place(onelog: Onelog) -> None:
    for week in range(9):
        onelog("log", "mia", "we met", **at(f"2026-09-{week * 3 + 1:02}"))
    (onelog.folder / "one.md").write_text("---\nwith: mia\nat: 2028-11-20T10:00+09:00\n---\n\nwe met\n")
    onelog("import one.md")
    assert "10" in onelog.screen("log mia we met")
    assert dates.CLOCK in onelog.env


def test_a_meeting_that_is_moved_to_a_day_to_come_is_refused_as_log_refuses_it(onelog: Onelog) -> None:
    before = onelog.json("log mia we met")
    done = onelog.run("edit", before["id"], ONELOG_EDITOR="sed -i 's/^at:.*/at: 2028-11-20T10:00+09:00/'")
    assert done.code == 1
    assert "Mon 20 Nov 2028 is in the future (in 23 months); log a meeting once it took place" in done.err
    assert "onelog recover" in done.err
    assert onelog.json("timeline") == [before]


def test_on_a_terminal_it_is_asked_whether_it_stays_on_a_day_to_come(onelog: Onelog) -> None:
    id_ = onelog.json("log mia we met")["id"]
    editor = {"ONELOG_EDITOR": "sed -i 's/^at:.*/at: 2028-11-20T10:00+09:00/'"}
    onelog.env |= editor
    answered(onelog, ("edit", id_), ("Mon 20 Nov 2028 is in the future (in 23 months). Keep that day?", "y"))
    assert onelog.json("timeline")[0]["at"][:16] == "2028-11-20T10:00"


@pytest.mark.parametrize(
    ("at", "meant"),
    [("2026-11-19", "2026-11-19T15:00"), ("yesterday", "2026-11-21T15:00"), ("2026-11-19 00:00", "2026-11-19T00:00"),
     ("2026-11-19 09:30", "2026-11-19T09:30"), ("2026-11-20", "2026-11-20T00:00")],
)  # fmt: skip
def test_another_day_keeps_the_hour_of_a_meeting(onelog: Onelog, at: str, meant: str) -> None:
    id_ = onelog.json("log mia we met --on 2026-11-20T15:00")["id"]
    onelog("edit", id_, ONELOG_EDITOR=f"sed -i 's/^at:.*/at: {at}/'")
    assert onelog.json("timeline")[0]["at"][:16] == meant


# --- the day that was understood is said with its weekday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("log", "ben", "x", "--on", "1w"), "Sun 15 Nov 2026"),
        (("log", "ben", "x on:おととい"), "Fri 20 Nov 2026"),
        (("actions", "add", "send it due:eom"), "Mon 30 Nov"),
        (("goals", "add", "grow", "--by", "eoy"), "Thu 31 Dec"),
        (("done", "{action}", "--on", "yesterday"), "Sat 21 Nov"),
        (("drop", "{action}", "--why", "no", "--on", "fri"), "Fri 20 Nov"),
        (("goals", "close", "{goal}", "--as", "missed", "--on", "金曜"), "Fri 20 Nov"),
        (("skip", "mia", "--why", "ill", "--until", "来月10日"), "Thu 10 Dec"),
    ],
)
def test_the_day_that_was_understood_is_said(onelog: Onelog, words: tuple[str, ...], day: str) -> None:
    onelog("people add mia --every 2w")
    action = onelog.json(
        "actions", "add", "send the plan of the whole year with all its numbers to all", **at("2026-11-01")
    )
    goal = onelog.json("goals add ship it", **at("2026-11-01"))
    words = tuple(word.format(action=action["id"], goal=goal["id"]) for word in words)
    assert day in onelog.screen(*words)


@pytest.mark.parametrize(
    ("words", "first"), [("2w", "2026-11-09"), ("last month", "2026-10-01"), ("Oct", "2026-10-01")]
)
def test_a_list_begins_with_the_first_day_of_a_period(onelog: Onelog, words: str, first: str) -> None:
    for day in ("2026-09-30", "2026-10-01", "2026-11-08", "2026-11-09", "2026-11-22"):
        onelog("log", "mia", "we met", "--on", day)
    assert onelog.json("timeline", "--since", words)[-1]["at"][:10] == first


def test_the_team_of_next_week_is_that_of_the_whole_week(onelog: Onelog) -> None:
    onelog("people add mia --every 1w --on thu")
    assert len(onelog.json("prep", "--all", "--on", "next week")) == 1
    assert onelog.json("prep", "--all", "--on", "来週月曜") == []
