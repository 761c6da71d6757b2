"""What a screen writes in Japanese or English is read back as the same value: days, spans, lengths, periods, cadences, words."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onelog.core import relations
from onelog.core.calendar import dates, recurrence
from onelog.core.calendar.periods import Period, period
from onelog.core.conventions import Conventions
from onelog.core.model import FEEDBACK, GOAL_STATES, MODES, MOMENT_KINDS, RELATIONS
from onelog.core.phrases import key_said, say, spoken
from onelog.journal.change.change_words import FORMS
from onelog.markdown.families import CHANGES, FIELD_NAMES, KEYS, KIND_OF_HEADING, called
from onelog.markdown.parsed import HEADINGS, mode

TODAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
LANGUAGE = st.sampled_from(("en", "ja"))
JAPAN = timezone(timedelta(hours=9))
KINDS = ("meeting", "action", "topic", "goal", *MOMENT_KINDS)


@given(
    TODAYS,
    st.integers(-900, 900),
    LANGUAGE,
    st.sampled_from((spoken.short_day, None, spoken.long_day, spoken.bare_day)),
)
def test_a_day(today: date, away: int, language: str, way: Callable[..., str] | None) -> None:
    day = today + timedelta(days=away)
    assume(dates.in_range(day, today))
    looking: dates.Looking = "ahead" if away >= 0 else "back"
    if way is None:
        text = dates.day_text(day, language, weekday=True, year=False) if abs(away) < 180 else str(day)
    else:
        text = way(day, today, language) if way is spoken.short_day else way(day, language)
    assert dates.day(text, today, looking=looking) == day
    assert dates.day(text, today, looking="ahead" if looking == "back" else "back") == day or "(" not in text


@given(TODAYS, st.integers(-13, 13), LANGUAGE)
def test_how_far_away_a_day_is(today: date, away: int, language: str) -> None:
    day = today + timedelta(days=away)
    looking: dates.Looking = "ahead" if away >= 0 else "back"
    assert dates.day(dates.spoken(day, today, language), today, looking=looking) == day


@given(st.integers(1, 1440), LANGUAGE)
def test_a_length(minutes: int, language: str) -> None:
    assert dates.minutes(spoken.length(minutes, language)) == minutes


@given(TODAYS, st.integers(0, 86399), LANGUAGE)
def test_a_time(day: date, second: int, language: str) -> None:
    at = datetime.combine(day, time(second // 3600, second // 60 % 60), JAPAN)
    text = f"{spoken.long_day(day, language)} {at:%H:%M}"
    assert dates.moment(text, at + timedelta(days=3)) == at


@given(TODAYS, st.integers(1, 12), LANGUAGE, st.data())
def test_a_period(today: date, year_start: int, language: str, data: st.DataObject) -> None:
    """Its name, and what a screen calls it, wherever the fiscal year begins."""
    april = Conventions(year_start=year_start)
    words = ("this quarter", "last quarter", "今半期", "前期", "今月", "先月", "last week", "今年", "30d", "上期")
    found = period(data.draw(st.sampled_from(words)), today, conventions=april)
    assert period(found.name, today, conventions=april) == found
    said = spoken.period(found.name, found.start, language)
    assert _same_days(period(said, today, conventions=april), found)


@pytest.mark.parametrize(
    ("words", "year_start", "en", "ja"),
    [
        ("2025", 4, "2025", "2025年"), ("FY2025", 4, "FY2025", "2025年度"), ("2025Q4", 4, "FY2025Q4", "2025年度第4四半期"),
        ("2025H1", 4, "FY2025H1", "2025年度上期"), ("2025-01", 4, "2025-01", "2025年1月"),
        ("2025Q4", 1, "2025Q4", "2025年第4四半期"), ("FY2025", 1, "2025", "2025年"),
    ],
)  # fmt: skip
def test_no_heading_has_two_readings_of_a_year(words: str, year_start: int, en: str, ja: str) -> None:
    found = period(words, date(2026, 2, 3), conventions=Conventions(year_start=year_start))
    assert [spoken.period(found.name, found.start, language) for language in ("en", "ja")] == [en, ja]


def _same_days(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


RULES = st.one_of(
    st.integers(1, 731).map(lambda n: "FREQ=DAILY" + (f";INTERVAL={n}" if n > 1 else "")),
    st.builds(
        lambda n, days: (
            "FREQ=WEEKLY" + (f";INTERVAL={n}" if n > 1 else "") + (f";BYDAY={','.join(days)}" if days else "")
        ),
        st.integers(1, 105),
        st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])).map(
            lambda days: sorted(days, key=["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index)
        ),
    ),
    st.builds(
        lambda n, days: (
            "FREQ=MONTHLY" + (f";INTERVAL={n}" if n > 1 else "") + (f";BYDAY={','.join(days)}" if days else "")
        ),
        st.integers(1, 24),
        st.lists(
            st.builds(str.__add__, st.sampled_from(("1", "2", "3", "4", "-1")), st.sampled_from(("MO", "WE", "SU"))),
            max_size=2,
            unique=True,
        ),
    ),
)


@given(RULES, LANGUAGE)
def test_a_cadence(rule: str, language: str) -> None:
    assert recurrence.rule(spoken.every(rule, language)) == rule


@pytest.mark.parametrize("language", ["en", "ja"])
def test_relations_modes_kinds_and_states(language: str) -> None:
    assert [relations.check_relation(spoken.relation(word, language)) for word in RELATIONS] == [*RELATIONS]
    assert [mode(say(language, word)) for word in MODES] == [*MODES]
    assert [key_said(say(language, kind), KINDS) for kind in KINDS] == [*KINDS]
    states = GOAL_STATES[1:]
    assert [key_said(say(language, state), states) for state in states] == [*states]
    assert key_said("blub", KINDS) == ""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_labels_keys_and_fields(language: str) -> None:
    assert {kind: KIND_OF_HEADING[word.casefold()] for kind, word in HEADINGS[language].items()} == {
        kind: kind for kind in HEADINGS[language]
    }
    assert all(called(key)(language).isascii() == (language == "en") for key in ("due", "why", "because", "from", "to"))
    assert all(called(field)(language) in FIELD_NAMES[field] for field in ("mode", "mood", "seen", "rating"))
    assert {key for key in KEYS if called(key)(language) not in KEYS[key]} == set()
    assert set(FORMS) <= set(CHANGES) and FEEDBACK


FIELDS_SHOWN = ("By", "Due", "Why", "Because")


@pytest.mark.parametrize("word", FIELDS_SHOWN)
def test_what_a_record_shows_is_a_key_of_change(word: str) -> None:
    """The first column of `show` in Japanese can be typed behind `change`."""
    names = {name for names in CHANGES.values() for name in names}
    assert say("ja", f"record.{word}").strip("：") in names
