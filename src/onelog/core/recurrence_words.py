"""The Japanese words for a cadence, and those that screens write, as the English ones that `cadence.rule` reads."""

import re

from onelog.core.day_words import NUMBER_WORDS
from onelog.core.regexes import pattern

_EVERY = {"毎日": "1d", "毎週": "1w", "隔週": "2w", "毎月": "1m", "隔月": "2m", "毎四半期": "3m", "四半期": "3m"}
_UNITS = {"日": "d", "週": "w", "月": "m"}
_DAY = r"(?:(?:第[1-4一二三四]|最終)?[月火水木金土日](?:曜日?)?)"
_WORDS = (
    rf"(?P<often>毎日|毎週|隔週|毎月|隔月|毎四半期|(?P<unit>[週月])(?:に)?[1一]回|四半期(?:ごと|毎|に[1一]回)"
    rf"|(?P<count>\d{{1,3}}|[一二三四五六七八九十])(?P<each>日|週間?|[かカヶケヵ]月)(?:ごと|毎|に[1一]回))"
    rf"(?:の|、)?\(?(?P<days>{_DAY}(?:[・、,と]{_DAY})*)?\)?"
)
_ORDINALS = {
    "1": "1st",
    "2": "2nd",
    "3": "3rd",
    "4": "4th",
    "一": "1st",
    "二": "2nd",
    "三": "3rd",
    "四": "4th",
    "最終": "last",
}


def in_english(words: str) -> tuple[str, str | None] | None:
    """How often and on which days: 隔週火曜 as `2w` and `火`, 毎月第1月曜 as `1m` and `1st 月`; None for other words."""
    found = pattern(_WORDS).fullmatch(words)
    if not found:
        return None
    days = [_day(day) for day in re.findall(_DAY, found["days"] or "")]
    return _often(found), ",".join(days) or None


def _often(found: re.Match[str]) -> str:
    if found["unit"]:
        return f"1{_UNITS[found['unit']]}"
    if found["count"]:
        unit = "m" if found["each"].endswith("月") else _UNITS[found["each"][0]]
        return f"{NUMBER_WORDS.get(found['count'], found['count'])}{unit}"
    return _EVERY.get(found["often"], "3m")


def _day(words: str) -> str:
    ordinal = re.match("第(.)|(最終)", words)
    name = re.sub("^(?:第.|最終)|曜日?$", "", words)
    return f"{_ORDINALS[ordinal[1] or ordinal[2]]} {name}" if ordinal else name
