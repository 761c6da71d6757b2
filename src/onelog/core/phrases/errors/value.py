"""What is said of days, periods, lengths, cadences and numbers that cannot be read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "clock_out_of_time": (
        "ONELOG_NOW is {told!r}, which is no time to live in\nSet ONELOG_NOW to a year from 1970 on.",
        None,
    ),
    "not_a_length": (
        "{text!r} is not a length that onelog understands\n"
        "Lengths: 45m, 45, 1h, 1h30m, 1:30, 1.5h, 90分; from 1 minute to 24 hours.",
        None,
    ),
    "length_too_long": (
        "{text!r} is not a length between 1 minute and 24 hours\n"
        "Lengths: 45m, 45, 1h, 1h30m, 1:30, 1.5h, 90分; from 1 minute to 24 hours.",
        None,
    ),
    "not_a_period": (
        "{text!r} is not a period that onelog understands\n"
        "Periods: 2026Q3, Q3, this week, last month, 2026-08, Aug, 2026H1, 2026, FY2026, 2026-01-01..2026-01-31, 30d.",
        None,
    ),
    "period_backwards": (
        "{text!r} ends before it begins\nPut the earlier day first.",
        None,
    ),
    "names_its_day": (
        "{every!r} names its day itself\nLeave out the other one, {on!r}.",
        None,
    ),
    "unknown_cadence": (
        "{every!r} is not a cadence that onelog understands\n"
        'Say 2w, 10d, 3m, weekly, biweekly, monthly, quarterly, "1st mon", "last fri"; weeks on tue,thu.',
        None,
    ),
    "days_on_weekday": (
        "A cadence counted in days cannot be on {on!r}\nCount in weeks: 1w, 2w.",
        None,
    ),
    "which_of_month": (
        "{on!r} does not say which day of the month\nSay '1st tue' or 'last tue'.",
        None,
    ),
    "not_a_weekday": (
        "{on!r} is not a weekday\nSay tue, or several with commas between: tue,thu.",
        None,
    ),
    "whole_rule": (
        "{rule!r} is a whole rule\nLeave out {on!r}, or use BYDAY.",
        None,
    ),
    "rule_too_long": (
        "{rule!r} is a rule for more than two years\n"
        'Say 2w, 10d, 3m, weekly, biweekly, monthly, quarterly, "1st mon", "last fri"; weeks on tue,thu.',
        None,
    ),
    "unknown_rule": (
        "{rule!r} is not a rule that onelog can keep\n"
        "A rule is FREQ=DAILY, WEEKLY or MONTHLY, with INTERVAL; BYDAY=TU,TH by week, 1MO,-1FR by month.",
        None,
    ),
    "clock_without_offset": (
        "ONELOG_NOW is {told!r}, which is not a time with its offset\n"
        "Set it like ONELOG_NOW=2026-01-31T09:00+01:00, or unset it.",
        None,
    ),
    "too_far": (
        "{text!r} is too far away\nDays from {first} to {years} years from today can be used.",
        None,
    ),
    "not_a_day": (
        "{text!r} is not a day that onelog understands\nDays: {examples}.",
        None,
    ),
    "not_a_time": (
        "{text!r} is not a time that onelog understands\n"
        "Times: 14:00, 5pm, 2026-01-31T14:00, yesterday 9:30; or a day: {near}2026-01-31, today, fri, -3d, 12 Jan.",
        None,
    ),
    "two_days": (
        "{words!r} may be {either}\nSay {either}, or set it once: onelog config date_order {ways}.",
        None,
    ),
    "another_weekday": (
        "{day} is a {right}, not a {wrong}\nLeave the {wrong} out, or say another day.",
        None,
    ),
    "to_come": (
        "{of_day}; a meeting is logged when it took place.\n"
        'Say the day it took place, or onelog note "{name}" for the next one.',
        None,
    ),
    "two_numbers": (
        "{written!r} could be {first} or {second}.\nWrite {first}, or {second}.",
        None,
    ),
    "not_a_number": (
        "{written!r} is not a number.\nFor example: 950000, 1,200,000, 1.2M, 950k, 60%, 95万, €1,200.",
        None,
    ),
    "no_number_kept": (
        "{written!r} is not a number.\n"
        "For example: 950000, 1,200,000, 1.2M, 950k, 60%, 95万, €1,200. A backslash before it keeps it among the words.",
        None,
    ),
    "too_many_digits": (
        "{written!r} has more digits than can be kept exactly.\n"
        "At most {whole} before the point and {fraction} after it.",
        None,
    ),
    "way": (
        "{order} ({day})",
        "{order}（{day}）",
    ),
    "weekday_0": (
        "Monday",
        "月曜日",
    ),
    "weekday_1": (
        "Tuesday",
        "火曜日",
    ),
    "weekday_2": (
        "Wednesday",
        "水曜日",
    ),
    "weekday_3": (
        "Thursday",
        "木曜日",
    ),
    "weekday_4": (
        "Friday",
        "金曜日",
    ),
    "weekday_5": (
        "Saturday",
        "土曜日",
    ),
    "weekday_6": (
        "Sunday",
        "日曜日",
    ),
    "not_begun": (
        "{period} has not begun.\nThe quarter that runs is {running}.",
        None,
    ),
    "day_to_come": (
        "{day} is yet to come ({away})",
        None,
    ),
}
