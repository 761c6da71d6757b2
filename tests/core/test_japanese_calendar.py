"""Days, periods and cadences as Japanese offices say them, and business days: what is read, and what is refused."""

import unicodedata
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.calendar import dates, recurrence
from onelog.core.calendar.calendar_words import AWAY, AWAY_JA
from onelog.core.calendar.japanese_days import add_business_days
from onelog.core.calendar.periods import period
from onelog.core.conventions import Conventions
from onelog.core.errors import Wrong

SUNDAY = date(2026, 11, 22)
APRIL = Conventions(year_start=4, date_order="month-first")
NOW = datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=9)))

AHEAD = [
    # written out
    ("12/5", "2026-12-05"), ("１２／５", "2026-12-05"), ("2026/12/1", "2026-12-01"), ("2026-12-01(火)", "2026-12-01"),
    ("11月27日(金)", "2026-11-27"), ("１１月２７日（金）", "2026-11-27"), ("11月27日金曜", "2026-11-27"), ("12月5日", "2026-12-05"),
    ("十二月五日", "2026-12-05"), ("2026年12月1日", "2026-12-01"), ("2026年12月1日（火）", "2026-12-01"), ("令和8年12月1日", "2026-12-01"),
    ("R8.12.1", "2026-12-01"), ("r8/12/1", "2026-12-01"), ("25日", "2026-11-25"), ("10日", "2026-12-10"), ("二十五日", "2026-11-25"),
    ("来年1月10日", "2027-01-10"), ("来年の1月10日", "2027-01-10"), ("再来年4月1日", "2028-04-01"), ("来年3月", "2027-03-01"),
    ("来年3月末", "2027-03-31"), ("12月5日まで", "2026-12-05"), ("12月5日までに", "2026-12-05"), ("金曜まで", "2026-11-27"),
    # near
    ("本日", "2026-11-22"), ("今日中", "2026-11-22"), ("今夜", "2026-11-22"), ("あす", "2026-11-23"), ("翌日", "2026-11-23"),
    ("明日中", "2026-11-23"), ("明後日", "2026-11-24"), ("しあさって", "2026-11-25"),
    # weeks and days of the week
    ("(金)", "2026-11-27"), ("（金曜日）", "2026-11-27"), ("次の金曜", "2026-11-27"), ("今度の金曜", "2026-11-27"),
    ("来週の月曜", "2026-11-23"), ("来週月曜日", "2026-11-23"), ("再来週の月曜", "2026-11-30"), ("翌週", "2026-11-23"),
    ("翌週月曜", "2026-11-23"), ("来週", "2026-11-23"), ("週末", "2026-11-22"), ("今週末", "2026-11-22"), ("来週末", "2026-11-29"),
    ("今週中", "2026-11-22"), ("来週中", "2026-11-29"), ("週内", "2026-11-22"),
    # months
    ("来月", "2026-12-01"), ("翌月", "2026-12-01"), ("再来月", "2027-01-01"), ("来月10日", "2026-12-10"), ("翌月10日", "2026-12-10"),
    ("月末", "2026-11-30"), ("今月末", "2026-11-30"), ("今月中", "2026-11-30"), ("月内", "2026-11-30"), ("来月末", "2026-12-31"),
    ("来月中", "2026-12-31"), ("12月末", "2026-12-31"), ("3月末", "2027-03-31"), ("月初", "2026-12-01"), ("来月初", "2026-12-01"),
    ("12月初め", "2026-12-01"), ("1月頭", "2027-01-01"), ("上旬", "2026-12-10"), ("下旬", "2026-11-30"), ("来月上旬", "2026-12-10"),
    ("次月", "2026-12-01"), ("次週月曜", "2026-11-23"), ("当月25日", "2026-11-25"), ("翌月末", "2026-12-31"), ("当月末", "2026-11-30"),
    ("来月の中旬", "2026-12-20"), ("12月中旬", "2026-12-20"), ("2月下旬", "2027-02-28"),
    # quarters, halves and years; the year begins in April
    ("四半期末", "2026-12-31"), ("来四半期末", "2027-03-31"), ("上期末", "2027-09-30"), ("下期末", "2027-03-31"), ("半期末", "2027-03-31"),
    ("期末", "2027-03-31"), ("今期末", "2027-03-31"), ("来期末", "2028-03-31"), ("年度末", "2027-03-31"), ("来年度末", "2028-03-31"),
    ("年末", "2026-12-31"), ("年内", "2026-12-31"), ("今年中", "2026-12-31"), ("来年末", "2027-12-31"), ("来年中", "2027-12-31"), ("年明け", "2027-01-01"),
    ("年始", "2027-01-01"), ("今四半期中", "2026-12-31"), ("今期中", "2027-03-31"), ("翌年度末", "2028-03-31"), ("当年度のうち", "2027-03-31"),
    # so many on or back
    ("三日後", "2026-11-25"), ("十日後", "2026-12-02"), ("二十日後", "2026-12-12"), ("２週間後", "2026-12-06"), ("1ヵ月後", "2026-12-22"),
    ("一ヶ月後", "2026-12-22"), ("半年後", "2027-05-22"), ("1年半後", "2028-05-22"), ("一年後", "2027-11-22"),
    # business days, Monday to Friday
    ("1営業日後", "2026-11-23"), ("5営業日後", "2026-11-27"), ("六営業日後", "2026-11-30"), ("翌営業日", "2026-11-23"), ("次の営業日", "2026-11-23"),
    ("5 business days", "2026-11-27"), ("in 6 working days", "2026-11-30"), ("next business day", "2026-11-23"),
    ("3 business days from now", "2026-11-25"),
]  # fmt: skip
BACK = [
    ("おととい", "2026-11-20"), ("昨夜", "2026-11-21"), ("今朝", "2026-11-22"), ("先週の金曜", "2026-11-13"), ("前の金曜", "2026-11-20"),
    ("この前の金曜", "2026-11-20"), ("25日", "2026-10-25"), ("先月20日", "2026-10-20"), ("昨年3月", "2025-03-01"), ("去年の12月5日", "2025-12-05"),
    ("月初", "2026-11-01"), ("先月初", "2026-10-01"), ("年始", "2026-01-01"), ("先月末", "2026-10-31"), ("昨年末", "2025-12-31"),
    ("半年前", "2026-05-22"), ("3営業日前", "2026-11-18"), ("前の営業日", "2026-11-20"), ("2 business days ago", "2026-11-19"),
    ("先々週の月曜", "2026-11-02"), ("前週の月曜", "2026-11-09"), ("前月10日", "2026-10-10"), ("昨年度末", "2026-03-31"), ("一昨年末", "2024-12-31"), ("上旬", "2026-11-10"), ("上期末", "2026-09-30"),
]  # fmt: skip
NO_DAYS = [
    "次回まで", "夕方", "明後日の午後", "13月1日", "11月31日", "令和8年13月1日", "二十三十日", "来年13月", "0営業日後", "営業日", "まで", "(水)(木)",
    "来来週", "第1火曜", "中", "末", "R8年", "1000営業日後", "5 business", "business day",
]  # fmt: skip


def both_forms(words: str) -> set[str]:
    """As it was typed, decomposed as a Mac writes it, and in full width."""
    wide = words.translate({n: n + 0xFEE0 for n in range(0x21, 0x7F)})
    return {words, unicodedata.normalize("NFD", words), wide}


@pytest.mark.parametrize(("words", "meant"), AHEAD)
def test_days_ahead(words: str, meant: str) -> None:
    assert {str(dates.day(one, SUNDAY, conventions=APRIL)) for one in both_forms(words)} == {meant}


@pytest.mark.parametrize(("words", "meant"), BACK)
def test_days_back(words: str, meant: str) -> None:
    found = {str(dates.day(one, SUNDAY, looking="back", conventions=APRIL)) for one in both_forms(words)}
    assert found == {meant}


@pytest.mark.parametrize("words", NO_DAYS)
def test_no_days(words: str) -> None:
    with pytest.raises(Wrong):
        dates.day(words, SUNDAY, conventions=APRIL)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 12), st.data())
def test_a_unit_before_or_after_this_one_is_the_same_as_a_period_and_as_a_day(
    today: date, year_start: int, data: st.DataObject
) -> None:
    """What 来月 is for a report it is for a due day, whatever the word: one table has them."""
    conventions = Conventions(year_start=year_start)
    word = data.draw(st.sampled_from([*AWAY_JA]))
    for unit in ("週", "月", "四半期", "年度", "期"):
        named = period(f"{word}{unit}", today, conventions=conventions)
        assert dates.day(f"{word}{unit}末", today, conventions=conventions) == named.last, (word, unit)
        assert dates.day(f"{word}{unit}中", today, conventions=conventions) == named.last, (word, unit)
    assert dates.day(f"{word}週の月曜", today) == period(f"{word}週", today).start
    assert dates.day(f"{word}月1日", today) == period(f"{word}月", today).start
    assert dates.day(f"{word}月初", today) == period(f"{word}月", today).start
    away = data.draw(st.sampled_from([*AWAY]))
    for unit in ("week", "month", "quarter", "year"):
        named = period(f"{away} {unit}", today, conventions=conventions)
        assert dates.day(f"end of {away} {unit}", today, conventions=conventions) == named.last, (away, unit)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("14時", "22 14:00"), ("14時30分", "21 14:30"), ("午後2時", "22 14:00"), ("午後2時半", "21 14:30"), ("昨日の15時", "21 15:00"),
        ("今日の午後1時", "22 13:00"), ("11月18日(水)14:00", "18 14:00"), ("11月18日の14時", "18 14:00"), ("昨日 15:00", "21 15:00"),
        ("先週金曜の10時半", "13 10:30"), ("正午", "22 12:00"),
    ],
)  # fmt: skip
def test_times(words: str, meant: str) -> None:
    assert {f"{dates.moment(one, NOW, conventions=APRIL):%d %H:%M}" for one in both_forms(words)} == {meant}


PERIODS = [
    ("上期", "2026H1"), ("下期", "2026H2"), ("上半期", "2026H1"), ("2026年度上期", "2026H1"), ("2026年度の下期", "2026H2"),
    ("FY2026H1", "2026H1"), ("今年度上期", "2026H1"), ("昨年度下期", "2025H2"), ("来期上期", "2027H1"), ("今半期", "2026H2"),
    ("第3四半期", "2026Q3"), ("3Q", "2026Q3"), ("第2Q", "2026Q2"), ("2026年度第3四半期", "2026Q3"), ("2026年度3Q", "2026Q3"),
    ("今年度第1四半期", "2026Q1"), ("当四半期", "2026Q3"), ("今四半期", "2026Q3"), ("前四半期", "2026Q2"), ("来四半期", "2026Q4"),
    ("今期", "FY2026"), ("当期", "FY2026"), ("前期", "FY2025"), ("来期", "FY2027"), ("今年度", "FY2026"), ("前年度", "FY2025"),
    ("昨年度", "FY2025"), ("来年度", "FY2027"), ("令和8年度", "FY2026"), ("R8年度", "FY2026"), ("2026年度", "FY2026"),
    ("令和8年", "2026"), ("2026年", "2026"), ("今年", "2026"), ("去年", "2025"), ("前年", "2025"), ("一昨年", "2024"),
    ("8月", "2026-08"), ("12月", "2025-12"), ("2026年8月", "2026-08"), ("2026/08", "2026-08"), ("令和8年8月", "2026-08"), ("今月", "2026-11"),
    ("当月", "2026-11"), ("前月", "2026-10"), ("先々月", "2026-09"), ("来月", "2026-12"), ("先週", "2026-11-09..2026-11-15"),
    ("今週", "2026-11-16..2026-11-22"), ("30日", "2026-10-24..2026-11-22"), ("30日間", "2026-10-24..2026-11-22"),
    ("直近30日", "2026-10-24..2026-11-22"), ("過去2週間", "2026-11-09..2026-11-22"), ("3か月", "2026-08-23..2026-11-22"),
    ("直近三か月", "2026-08-23..2026-11-22"), ("半年", "2026-05-23..2026-11-22"), ("この1年", "2025-11-23..2026-11-22"),
    ("4月〜9月", "2026-04-01..2026-09-30"), ("4月から9月まで", "2026-04-01..2026-09-30"), ("4月-9月", "2026-04-01..2026-09-30"),
    ("2025年4月〜9月", "2025-04-01..2025-09-30"), ("2025年10月〜3月", "2025-10-01..2026-03-31"), ("11月1日〜11月20日", "2026-11-01..2026-11-20"),
    ("10月から", "2026-10-01..2026-11-22"), ("全期間", "1970-01-01..2026-11-22"), ("next quarter", "2026Q4"), ("all", "1970-01-01..2026-11-22"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), PERIODS)
def test_periods(words: str, name: str) -> None:
    assert {period(one, SUNDAY, conventions=APRIL).name for one in both_forms(words)} == {name}


@pytest.mark.parametrize(("words", "name"), PERIODS)
def test_the_name_of_a_period_is_read_back(words: str, name: str) -> None:
    assert period(name, SUNDAY, conventions=APRIL) == period(words, SUNDAY, conventions=APRIL)


@pytest.mark.parametrize(
    "words",
    ["第5四半期", "5Q", "中期", "13月", "半月", "0日", "今度", "令和8年上", "期", "直近", "から", "9月から4月まで"],
)
def test_no_periods(words: str) -> None:
    with pytest.raises(Wrong):
        period(words, SUNDAY, conventions=APRIL)


CADENCES = [
    ("毎日", "FREQ=DAILY"), ("毎週", "FREQ=WEEKLY"), ("週1回", "FREQ=WEEKLY"), ("週一", "FREQ=WEEKLY"), ("週に一度", "FREQ=WEEKLY"),
    ("隔週", "FREQ=WEEKLY;INTERVAL=2"), ("一週おき", "FREQ=WEEKLY;INTERVAL=2"), ("2週間ごと", "FREQ=WEEKLY;INTERVAL=2"),
    ("二週間に一度", "FREQ=WEEKLY;INTERVAL=2"), ("月2回", "FREQ=WEEKLY;INTERVAL=2"), ("月に二回", "FREQ=WEEKLY;INTERVAL=2"),
    ("隔週火曜", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), ("隔週の火曜日", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("2週間ごと(火)", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), ("毎週火・木", "FREQ=WEEKLY;BYDAY=TU,TH"), ("毎月", "FREQ=MONTHLY"),
    ("月1回", "FREQ=MONTHLY"), ("月イチ", "FREQ=MONTHLY"), ("隔月", "FREQ=MONTHLY;INTERVAL=2"), ("四半期ごと", "FREQ=MONTHLY;INTERVAL=3"),
    ("四半期に1回", "FREQ=MONTHLY;INTERVAL=3"), ("3か月ごと", "FREQ=MONTHLY;INTERVAL=3"), ("半年ごと", "FREQ=MONTHLY;INTERVAL=6"),
    ("半年に1回", "FREQ=MONTHLY;INTERVAL=6"), ("年1回", "FREQ=MONTHLY;INTERVAL=12"), ("毎年", "FREQ=MONTHLY;INTERVAL=12"),
    ("第1火曜", "FREQ=MONTHLY;BYDAY=1TU"), ("毎月第1火曜", "FREQ=MONTHLY;BYDAY=1TU"), ("第1・第3火曜", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    ("最終金曜", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"), ("every two weeks on tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("every other tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), ("tuesdays", "FREQ=WEEKLY;BYDAY=TU"), ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"),
    ("once every two weeks", "FREQ=WEEKLY;INTERVAL=2"), ("twice a month", "FREQ=WEEKLY;INTERVAL=2"), ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2"),
    ("first tuesday", "FREQ=MONTHLY;BYDAY=1TU"), ("every first tuesday of the month", "FREQ=MONTHLY;BYDAY=1TU"),
    ("first and third tuesday", "FREQ=MONTHLY;BYDAY=1TU,3TU"), ("once a quarter", "FREQ=MONTHLY;INTERVAL=3"),
    ("every half year", "FREQ=MONTHLY;INTERVAL=6"), ("yearly", "FREQ=MONTHLY;INTERVAL=12"), ("each week", "FREQ=WEEKLY"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rule"), CADENCES)
def test_cadences(words: str, rule: str) -> None:
    assert recurrence.rule(words) == rule
    assert recurrence.rule(unicodedata.normalize("NFD", words)) == rule


@pytest.mark.parametrize(
    "words", ["週2回", "月末", "毎月15日", "第5火曜", "たまに", "隔日曜", "twice a week", "weekdays", "every", "ones"]
)
def test_no_cadences(words: str) -> None:
    with pytest.raises(Wrong):
        recurrence.rule(words)


def test_holidays_are_no_business_days() -> None:
    """23 November 2026 is a holiday in Japan."""
    assert add_business_days(SUNDAY, 1) == date(2026, 11, 23)
    assert add_business_days(SUNDAY, 1, "JP") == date(2026, 11, 24)
    japan = APRIL._replace(holidays="JP")
    assert dates.day("5営業日後", SUNDAY, conventions=japan) == date(2026, 11, 30)
    assert dates.day("3営業日前", date(2027, 1, 5), conventions=japan) == date(2026, 12, 30)
    with pytest.raises(Wrong, match="knows no country XX"):
        add_business_days(SUNDAY, 1, "XX")


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_business_days_there_and_back(day: date, count: int) -> None:
    there = add_business_days(day, count)
    assert there.weekday() < 5
    assert sum((day + timedelta(days=n)).weekday() < 5 for n in range(1, (there - day).days + 1)) == count
    assert add_business_days(there + timedelta(days=1), -count) > day or day.weekday() < 5
