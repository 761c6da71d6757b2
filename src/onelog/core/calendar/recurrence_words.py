"""The Japanese words for a cadence, and those that screens write, as the English ones that `cadence.rule` reads."""

import re

from onelog.core.calendar.calendar_words import NUMBER_WORDS
from onelog.core.regexes import pattern

_EVERY = {"毎日": "1d", "毎週": "1w", "隔週": "2w", "毎月": "1m", "隔月": "2m", "毎年": "12m"}
_BEGINNINGS = {
    "四半期": "3m",
    "毎四半期": "3m",
    "半": "6m",
    "年": "12m",
    "1年": "12m",
    "一年": "12m",
    "1週": "2w",
    "一週": "2w",
    "月": "2w",
}
"""How often, by what the words begin with; every week but one, and twice a month, are every two weeks."""
_UNITS = {"日": "d", "週": "w", "月": "m"}
_NTH = "(?:第[1-4一二三四]|最終)"
_DAY = rf"(?:(?:{_NTH}(?:[・、,と]{_NTH})*)?[月火水木金土日](?:曜日?)?)"
_ONCE = "(?:に)?(?:[1一]回|一度|1度|一|イチ|いち)"
_WORDS = (
    rf"(?P<often>毎日|毎週|隔週|毎月|隔月|毎四半期|毎年|[1一]週(?:間)?おき|月(?:に)?[2二]回|(?P<unit>[週月])(?:{_ONCE})"
    rf"|四半期(?:ごと|毎|{_ONCE})|(?:半年|半期)(?:ごと|毎|{_ONCE})|[1一]?年(?:ごと|毎|{_ONCE})"
    rf"|(?P<count>\d{{1,3}}|[一二三四五六七八九十])(?P<each>日|週間?|[かカヶケヵ]月)(?:ごと|毎|{_ONCE})"
    rf"|(?P<monthly>(?={_NTH})))"
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
    days = [one for day in re.findall(_DAY, found["days"] or "") for one in _days(day)]
    return _often(found), ",".join(days) or None


def _often(found: re.Match[str]) -> str:
    if found["unit"]:
        return f"1{_UNITS[found['unit']]}"
    if found["count"]:
        unit = "m" if found["each"].endswith("月") else _UNITS[found["each"][0]]
        return f"{NUMBER_WORDS.get(found['count'], found['count'])}{unit}"
    often = found["often"]
    begun = next((every for start, every in _BEGINNINGS.items() if often.startswith(start)), "1m")
    return _EVERY.get(often, begun)


def _days(words: str) -> list[str]:
    """`1st 火` and `3rd 火` of 第1・第3火曜; 火 alone of 火曜."""
    ordinals = re.findall("第(.)|(最終)", words)
    name = re.sub(f"^(?:{_NTH}[・、,と]?)*|曜日?$", "", words)
    return [f"{_ORDINALS[number or last]} {name}" for number, last in ordinals] or [name]
