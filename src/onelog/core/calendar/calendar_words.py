"""The words of the calendar, English and Japanese, in tables that all of days, periods and cadences read.

Days of the week, months, numbers and eras; and what is so many units before or after this one: last, next, 先, 来, 翌.
"""

from datetime import date

ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
KANJI_DAYS = "月火水木金土日"
WEEKDAYS = {
    word: number
    for number, (english, kanji) in enumerate(zip(ENGLISH_DAYS, KANJI_DAYS, strict=True))
    for word in (english, english[:3], kanji, f"{kanji}曜", f"{kanji}曜日")
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
"""Every word for a day of the week, Monday being 0 as in `date.weekday`."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_NUMBERS = {word: n for n, name in enumerate(MONTHS, 1) for word in (name, name[:3])} | {"sept": 9}

NUMBER_WORDS = (
    {"a": 1, "an": 1}
    | {
        word: n
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
        )
    }
    | {kanji: n for n, kanji in enumerate("一二三四五六七八九十", 1)}
)

AWAY = {"last": -1, "this": 0, "next": 1}
AWAY_JA = {
    "先々": -2, "一昨": -2,
    "先": -1, "前": -1, "昨": -1,
    "今": 0, "当": 0, "本": 0,
    "来": 1, "翌": 1, "次": 1,
    "再来": 2,
}  # fmt: skip  # a line for each distance
"""How many weeks, months, quarters or years after this one: a word that stands before the unit."""
AWAY_JA_PATTERN = "|".join(AWAY_JA)
YEARS_JA = {"おととし": -2, "去年": -1} | {
    f"{word}年": away for word, away in AWAY_JA.items() if word not in ("先", "先々", "当", "翌", "次")
}
"""The same of calendar years, which are names of periods by themselves: 昨年, 再来年."""

ERAS = {"令和": date(2019, 5, 1), "平成": date(1989, 1, 8), "昭和": date(1926, 12, 25)}
ERAS |= {"r": ERAS["令和"], "h": ERAS["平成"], "s": ERAS["昭和"]}
"""The first day of each era; its first year is that one's."""

UNITS_JA = {"日": "d", "週": "w", "年": "y"} | dict.fromkeys("かカヶケヵ箇", "m")
"""The unit that the first sign of 日, 週間, か月, 年 means."""
