"""The words on the screen: complete in both languages, and right about days and numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_sample import TODAY

from onelog.core.model import ACTION_STATES, GOAL_STATES, MODES, MOMENT_KINDS, RELATIONS, TOPIC_STATES
from onelog.core.phrases import find, say, spoken


def test_every_word_of_a_record_can_be_said() -> None:
    known = (*RELATIONS, *MODES, *MOMENT_KINDS, *ACTION_STATES, *TOPIC_STATES, *GOAL_STATES)
    assert [word for word in known if not find(word)] == []


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [("en", 0, "0 actions"), ("en", 1, "1 action"), ("en", 2, "2 actions"), ("ja", 1, "宿題1件")],
)
def test_one_thing_and_several(language: str, n: int, expected: str) -> None:
    assert say(language, "n_action", n=n) == expected


def test_what_people_wrote_is_never_a_format() -> None:
    assert say("en", "why", text="{n} {0} {text}") == "why: {n} {0} {text}"


@pytest.mark.parametrize(
    ("days", "en", "ja"),
    [
        (0, "Sun 22 Nov", "11月22日(日)"),
        (-5, "Tue 17 Nov", "11月17日(火)"),
        (60, "Thu 21 Jan", "1月21日(木)"),
        (183, "Mon 24 May", "5月24日(月)"),
        (184, "Tue 25 May 2027", "2027年5月25日(火)"),
        (-184, "Fri 22 May 2026", "2026年5月22日(金)"),
    ],
)
def test_a_day_has_its_year_where_it_could_be_in_doubt(days: int, en: str, ja: str) -> None:
    day = TODAY + timedelta(days=days)
    assert (spoken.short_day(day, TODAY), spoken.short_day(day, TODAY, "ja")) == (en, ja)


@pytest.mark.parametrize(
    ("days", "en", "ja"),
    [(1, "1 day overdue", "1日超過"), (5, "5 days overdue", "5日超過"), (20, "2 weeks overdue", "2週間超過")],
)
def test_how_late_something_is(days: int, en: str, ja: str) -> None:
    due = TODAY - timedelta(days=days)
    assert (spoken.late(due, TODAY), spoken.late(due, TODAY, "ja")) == (en, ja)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (950000.0, "950,000"),
        (-2.5, "-2.5"),
        (0.125, "0.125"),
        (1234.5, "1,234.5"),
        (1e20, "1e+20"),
        (1e-9, "0"),
    ],
)
def test_numbers_are_written_to_be_read(value: float, expected: str) -> None:
    assert spoken.number(value) == expected


@pytest.mark.parametrize(
    ("rule", "en", "ja"),
    [
        ("FREQ=WEEKLY", "every week", "毎週"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tue", "2週間ごと(火)"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every week on Tue and Thu", "毎週(火・木)"),
        ("FREQ=MONTHLY;BYDAY=1MO", "every month on the 1st Mon", "毎月(第1月曜)"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "every 3 months on the last Fri", "3か月ごと(最終金曜)"),
        ("FREQ=YEARLY;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3"),
    ],
)
def test_a_cadence_in_words(rule: str, en: str, ja: str) -> None:
    assert (spoken.every(rule), spoken.every(rule, "ja")) == (en, ja)


@pytest.mark.parametrize(
    ("minutes", "en", "ja"), [(45, "45m", "45分"), (60, "1h", "1時間"), (90, "1h30m", "1時間30分")]
)
def test_the_length_of_a_meeting(minutes: int, en: str, ja: str) -> None:
    assert (spoken.length(minutes), spoken.length(minutes, "ja")) == (en, ja)


@pytest.mark.parametrize(
    ("name", "expected"), [("Mia Tanaka", "Mia"), ("田中 花子", "田中"), ("Ben", "Ben"), ("", ""), (" ", " ")]
)
def test_people_are_called_by_the_first_word_of_their_name(name: str, expected: str) -> None:
    assert spoken.first_names([name]) == {name: expected}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ben Carter", "Ben Acme", "Mia Ito"], ["Ben C.", "Ben A.", "Mia"]),
        (["Ben Carter", "Ben Cole"], ["Ben Carter", "Ben Cole"]),
        (["Ben Carter", "Ben Cole", "Ben Acme"], ["Ben Carter", "Ben Cole", "Ben A."]),
        (["Ben", "Ben Carter"], ["Ben", "Ben C."]),
        (["ben carter", "Ben Acme"], ["ben carter", "Ben A."]),
        (["Zoë Quinn", "Zoe Ray"], ["Zoë Q.", "Zoe R."]),
        (["田中 花子", "田中 健"], ["田中 花子", "田中 健"]),
        (["Ben Carter", "Ben C."], ["Ben Carter", "Ben C."]),
    ],
)
def test_people_who_share_a_first_name_are_told_apart(names: list[str], expected: list[str]) -> None:
    assert [*spoken.first_names(names).values()] == expected


@given(st.lists(st.text("abAB é", min_size=1), unique_by=lambda name: " ".join(name.split()).casefold()))
def test_no_two_people_are_called_the_same(names: list[str]) -> None:
    short = spoken.first_names(names)
    assert len({*short.values()}) == len({*names})


def test_months_have_their_names() -> None:
    assert (spoken.month(date(2026, 1, 5)), spoken.month(date(2026, 12, 5), "ja")) == (
        "January 2026",
        "2026年12月",
    )
