"""The words of a digest, English and Japanese, in pairs: how a value is said, and how it is read back in either language."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from typing import Final, NamedTuple

from onelog import dates, grammar
from onelog.body import ID
from onelog.days import day_text
from onelog.errors import OnelogError
from onelog.plain import safe

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "1-on-1 notes", "title_with": "1-on-1 notes with {name}", "between": "Between meetings", "goals": "Goals",
        "coming": "Next meeting", "me": "Me", "comma": ", ", "and": " and ", "stop": ". ", "nothing": "Nothing was written down in this time.",
        # what stands behind the dash
        "opened": "promised {day}", "added": "added {day}", "noted": "noted {day}", "due": "due {day}", "done": "done {day}", "done_undated": "done",
        "dropped": "dropped {day}", "dropped_undated": "dropped", "raised": "raised {day}", "raised_undated": "raised", "resolved": "settled {day}",
        "goal": "for “{text}”", "with": "with {name}", "why": "because {text}", "because": "because {text}",
        # labels
        "decision": "Decision", "win": "Win", "aha": "Aha", "praise": "Praise", "growth": "Growth", "concern": "Concern", "topic": "Topic",
        "private": "Private", "checkin": "Goal", "to_me": "{kind} from {giver}", "from_me": "{kind} for {receiver}",
        "of_others": "{kind} from {giver} for {receiver}",
        # facts
        "mood": "mood {n}", "seen": "theirs {n}", "rating": "rated {n}", "video": "video", "office": "office", "phone": "phone",
        "walk": "walk", "chat": "chat",
        # goals
        "by": "by {day}", "since": "since {day}", "measure": "measure: {text}", "unit": "unit: {text}", "way": "from {start} to {target}",
        "start": "from {start}", "target": "to {target}", "now": "now {value}", "achieved": "achieved {day}", "missed": "missed {day}",
        "achieved_undated": "achieved", "missed_undated": "missed", "on track": "on track", "ahead": "{days} ahead", "behind": "{days} behind",
        # the paragraph above
        "span": "{first} – {last}", "so_far": "{first} – {last}, as of {day}", "as_of": "As of {day}",
        "met": "{meetings} with {people}", "times": "{name} {n}", "mine": "I made {n}: {states}", "theirs": "Others made {n}: {states}",
        "n_praise": "Praise: {counts}", "n_growth": "To work on: {counts}", "clock": "Times are {offset}.", "unnamed": "A promise without a name is mine.",
    },
    "ja": {
        "title": "1on1の記録", "title_with": "{name}との1on1の記録", "between": "面談のあいだ", "goals": "目標",
        "coming": "次回の面談", "me": "自分", "comma": "、", "and": "、", "stop": "。", "nothing": "この期間の記録はありません。",
        "opened": "{day}に約束", "added": "{day}に追加", "noted": "{day}に記録", "due": "期限 {day}", "done": "{day}完了", "done_undated": "完了",
        "dropped": "{day}取りやめ", "dropped_undated": "取りやめ", "raised": "{day}に話した", "raised_undated": "話した", "resolved": "{day}解決",
        "goal": "目標「{text}」", "with": "相手 {name}", "why": "理由：{text}", "because": "きっかけ：{text}",
        "decision": "決定", "win": "成果", "aha": "気づき", "praise": "称賛", "growth": "助言", "concern": "懸念", "topic": "次回",
        "private": "非公開", "checkin": "目標", "to_me": "{giver}からの{kind}", "from_me": "{receiver}への{kind}",
        "of_others": "{giver}から{receiver}への{kind}",
        "mood": "気分{n}", "seen": "相手{n}", "rating": "評価{n}", "video": "ビデオ", "office": "対面", "phone": "電話", "walk": "散歩",
        "chat": "チャット",
        "by": "期日 {day}", "since": "{day}から", "measure": "指標：{text}", "unit": "単位：{text}", "way": "{start} → {target}",
        "start": "開始 {start}", "target": "目標値 {target}", "now": "現在 {value}", "achieved": "{day}達成", "missed": "{day}未達",
        "achieved_undated": "達成", "missed_undated": "未達", "on track": "予定どおり", "ahead": "{days}先行", "behind": "{days}遅れ",
        "span": "{first}〜{last}", "so_far": "{first}〜{last}（{day}現在）", "as_of": "{day}現在",
        "met": "{people}と{meetings}", "times": "{name} {n}回", "mine": "自分の{n}：{states}", "theirs": "相手の{n}：{states}",
        "n_praise": "称賛：{counts}", "n_growth": "改善の助言：{counts}", "clock": "時刻は{offset}。", "unnamed": "名前のない宿題は自分のもの。",
    },
}  # fmt: skip

COUNTS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "en": {
        "meeting": ("{n} meeting", "{n} meetings"), "person": ("{n} person", "{n} people"), "promise": ("{n} promise", "{n} promises"),
        "kept": ("{n} kept", "{n} kept"), "late": ("{n} kept late", "{n} kept late"), "dropped": ("{n} dropped", "{n} dropped"),
        "open": ("{n} open", "{n} open"), "overdue": ("{n} overdue", "{n} overdue"), "aha": ("{n} a-ha moment", "{n} a-ha moments"),
        "win": ("{n} win", "{n} wins"), "decision": ("{n} decision", "{n} decisions"),
        "received": ("{n} received", "{n} received"), "given": ("{n} given", "{n} given"), "goal": ("{n} goal", "{n} goals"),
        "day": ("{n} day", "{n} days"),
    },
    "ja": {
        key: (phrase, phrase) for key, phrase in {
            "meeting": "{n}回の面談", "person": "{n}人", "promise": "宿題{n}件", "kept": "期限内に完了{n}件", "late": "遅れて完了{n}件",
            "dropped": "取りやめ{n}件", "open": "継続中{n}件", "overdue": "期限超過{n}件", "aha": "気づき{n}件", "win": "成果{n}件",
            "decision": "決定{n}件", "received": "受けたもの{n}件", "given": "伝えたもの{n}件", "goal": "目標{n}件", "day": "{n}日",
        }.items()
    },
}  # fmt: skip
LANGUAGES = tuple(PHRASES)


def say(language: str, key: str, **values: object) -> str:
    return PHRASES[language][key].format(**values)


def count(language: str, key: str, n: int) -> str:
    return COUNTS[language][key][n != 1].format(n=n)


def spellings(key: str) -> tuple[str, ...]:
    """A phrase in every language."""
    return tuple(PHRASES[language][key] for language in LANGUAGES)


# --- days and times


def write_day(day: date, language: str, base: date | None = None) -> str:
    """The day; without its year where it is one of the base's year, on or after the base."""
    return day_text(day, language, year=base is None or day.year != base.year or day < base)


_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
    "|january|february|march|april|june|july|august|september|october|november|december"
)
_YEAR = r"(?:令和\s?\d{1,2}|\d{4})"
FULL_DAY = (
    rf"(?:\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}|\d{{4}}\.\d\d\.\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\.?,?\s\d{{4}}"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|{_YEAR}年\s?\d{{1,2}}月\s?\d{{1,2}}日)"
)
"""A day with its year, as people write it in headings."""
_WITHOUT_YEAR = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\.?|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}月\d{{1,2}}日)"
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: UTC(?:[+-]\d{1,2}(?::\d\d){0,2})?)?"


def read_day(text: str, base: date, *, is_past: bool = False, today: date | None = None) -> date | None:
    """The day in somebody's words; one without a year is the first one on or after the base (`is_past`: no later than today)."""
    words = text.strip()
    try:
        if re.fullmatch(FULL_DAY, words, re.IGNORECASE):
            return _full(words)
        if re.fullmatch(_WITHOUT_YEAR, words, re.IGNORECASE):
            found = dates.day(words, base)
            return dates.day(words, today, looking="back") if is_past and today and found > today else found
        return dates.day(words, base)
    except (OnelogError, ValueError):
        return None


def _full(words: str) -> date:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if re.match(r"\d{4}[-/.年]", words):
        return date(*parts)
    if words.startswith("令和"):
        return date(parts[0] + 2018, *parts[1:])
    return dates.day(words, date(2026, 1, 1))


def write_clock(at: datetime, offset: timedelta | None) -> str:
    """`10:30`, with its offset where that is another one than most have; "" for a day alone."""
    if at.time() == time() and at.utcoffset() == offset:
        return ""
    clock = f"{at.hour}:{at:%M}" + (f":{at:%S}" if at.second else "")
    return clock if at.utcoffset() == offset else f"{clock} {write_offset(at.utcoffset())}"


def read_clock(text: str) -> tuple[time, timedelta | None] | None:
    """The time of day and the offset that is said with it; None where it is no time."""
    if not re.fullmatch(CLOCK, text):
        return None
    clock, _, offset = text.partition(" ")
    hour, minute, second = [*(int(part) for part in clock.split(":")), 0][:3]
    try:
        return time(hour, minute, second), read_offset(offset) if offset else None
    except ValueError:
        return None


def write_offset(offset: timedelta | None) -> str:
    """`UTC`, `UTC+9`, `UTC-3:30`."""
    seconds = round((offset or timedelta()).total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    small = f":{minutes:02}" + (f":{rest:02}" if rest else "") if minutes or rest else ""
    return f"UTC{'-' if seconds < 0 else '+'}{hours}{small}" if seconds else "UTC"


def read_offset(text: str) -> timedelta:
    found = re.fullmatch(r"UTC(?:([+-])(\d{1,2})(?::(\d\d))?(?::(\d\d))?)?", text)
    if not found or not found[1]:
        return timedelta()
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0), seconds=int(found[4] or 0))
    timezone(size)  # raises ValueError for more than a day
    return -size if found[1] == "-" else size


def offset_said(paragraph: str) -> timedelta | None:
    """The offset that the paragraph above the meetings says."""
    for phrase in spellings("clock"):
        before, after = (re.escape(part) for part in phrase.split("{offset}"))
        if found := re.search(f"{before}(UTC\\S*?){after}", paragraph):
            try:
                return read_offset(found[1])
            except ValueError:
                return None
    return None


# --- texts inside a line

_INLINE = re.compile(
    r"[\\`*\[\]<>~|$_]|&(?=[#\w])|(?<=%)%|%(?=%)|(?<==)=|=(?==)|#(?=#*$)|:(?=\\?\*)|^(?:[-+#=](?=\s|$))"
)
_SIGNS = {"—": "&mdash;", "→": "&rarr;", "”": "&rdquo;", "·": "&middot;", "」": "&#12301;"}


def plain_words(text: str) -> str:
    """Words in which nothing is markup: a name, a title."""
    return _INLINE.sub(lambda found: f"\\{found[0]}", " ".join(safe(text, newlines=False).split(" ")))


def read_plain_words(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])|&(?:mdash|rarr|rdquo|middot|#12301);", _unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or html.unescape(found[0])


def by_name(text: str, signs: Iterable[str]) -> str:
    """The text with these signs written by their names, as HTML has them, so that they part nothing."""
    for sign in signs:
        text = text.replace(sign, _SIGNS[sign])
    return text


# --- what stands behind the dash


class Tail(NamedTuple):
    """What a line says behind its words."""

    opened: date | None = None
    added: date | None = None
    noted: date | None = None
    clock: str = ""
    """The time of day of `noted`."""
    due: date | None = None
    state: str = ""
    """Done, dropped, raised or resolved."""
    ended: date | None = None
    goal: str = ""
    person: str = ""
    reason: str = ""


_ORDER = ("opened", "added", "noted", "due", "done", "dropped", "raised", "resolved", "goal", "with", "why")
_ENDS = ("done", "dropped", "raised", "resolved")


def _pattern(language: str) -> re.Pattern[str]:
    comma = re.escape(PHRASES[language]["comma"]) + (" ?" if language == "ja" else "")
    day = r"[^,、—]{1,40}?"
    places = {"text": ".+?", "name": ".+?"}

    def one(key: str) -> str:
        phrase = re.escape(PHRASES[language][key]).replace(r"\{", "{").replace(r"\}", "}").replace(r"\ ", " ")
        value = (
            f"{day}(?: {CLOCK})?"
            if key == "noted"
            else day
            if "{day}" in phrase
            else places["name" if "{name}" in phrase else "text"]
        )
        return re.sub(r"\{\w+\}", lambda _: f"(?P<{key}>{value})", phrase)

    parts = []
    for key in _ORDER:
        said = one(key)
        if key in ("done", "dropped", "raised"):
            said = f"(?:{said}|(?P<{key}_undated>{re.escape(PHRASES[language][f'{key}_undated'])}))"
        if key == "why":
            because = re.escape(PHRASES[language]["because"].removesuffix("{text}"))
            why = re.escape(PHRASES[language]["why"].removesuffix("{text}"))
            said = f"(?:{why}|{because})(?P<why>.+)"
        parts.append(rf"(?:(?:\A|{comma}){said})?")
    return re.compile("".join(parts), re.IGNORECASE)


_PATTERNS: dict[str, re.Pattern[str]] = {}


def read_tail(text: str, base: date, today: date) -> Tail | None:
    """What stands behind a dash, where all of it is understood."""
    for language in LANGUAGES:
        pattern = _PATTERNS.setdefault(language, _pattern(language))
        found = pattern.fullmatch(text) if text else None
        if found and (tail := _tail(found.groupdict(), base, today)):
            return tail
    return None


def _tail(said: Mapping[str, str | None], base: date, today: date) -> Tail | None:
    days: dict[str, date | None] = {}
    clock = ""
    for key in ("opened", "added", "noted", "due", *_ENDS):
        words = said.get(key)
        if not words:
            continue
        if key == "noted" and (found := re.fullmatch(f"(.+?) ({CLOCK})", words)):
            words, clock = found[1], found[2]
        first = (
            base
            if key in ("opened", "added", "noted")
            else days.get("opened") or days.get("added") or days.get("noted") or base
        )
        day = read_day(words, first, is_past=key != "due", today=today)
        if day is None:
            return None
        days[key] = day
    state = next((key for key in _ENDS if days.get(key) or said.get(f"{key}_undated")), "")
    return Tail(
        days.get("opened"), days.get("added"), days.get("noted"), clock, days.get("due"), state, days.get(state),
        read_plain_words(said["goal"] or ""), read_plain_words(said["with"] or ""), said["why"] or "",
    )  # fmt: skip


def split_tail(line: str, base: date, today: date) -> tuple[str, Tail]:
    """A line parted at the last dash behind which all is understood."""
    at = len(line)
    while (at := line.rfind(" — ", 0, at)) > 0:
        if tail := read_tail(line[at + 3 :], base, today):
            return line[:at], tail
    return line, Tail()


def split_end(line: str, base: date, today: date) -> tuple[str, Tail, str]:
    """As `split_tail`, with what came of it: the words behind the last arrow, where something has ended before that."""
    left, arrow, outcome = line.rpartition(" → ")
    if arrow:
        text, tail = split_tail(left, base, today)
        if tail.state:
            return text, tail, outcome.strip()
    return *split_tail(line, base, today), ""


def without_tail(text: str, base: date, today: date) -> str:
    """The text with its dashes written by name where what follows would be read as something behind the words."""
    at = len(text)
    while (at := text.rfind(" — ", 0, at)) >= 0:
        if read_tail(text[at + 3 :], base, today):
            text = f"{text[:at]} {_SIGNS['—']} {text[at + 3 :]}"
    return text


# --- marks within the words of a record, which stay the markup that they are

_SITES = re.compile(
    r"(?P<slashes>\\*)(?P<sign><(?=[A-Za-z/!?])(?!(?:https?:|mailto:)[^\s<>]*>)|%(?=\\*%)|&(?=mdash;|rarr;|rdquo;|middot;|#12301;))"
)


def _outside_code(text: str, change: Callable[[re.Match[str]], str]) -> str:
    code = [m.span() for m in re.finditer(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)", text)]
    return _SITES.sub(lambda m: m[0] if any(a <= m.start("sign") < b for a, b in code) else change(m), text)


def write_words(text: str, place: grammar.Place, tags: Iterable[str]) -> str:
    """The words of a record as they stand in a digest."""
    guarded = grammar.guarded(safe(text, newlines="\n" not in text), place, frozenset(tags))
    return _outside_code(guarded, lambda m: "\\" * (2 * len(m["slashes"]) + 1) + m["sign"])


def read_words(text: str) -> str:
    """The words as a document has them."""
    found = re.sub(r"(?<!\\)&(?:mdash|rarr|rdquo|middot|#12301);", lambda m: html.unescape(m[0]), text)
    return _outside_code(found, lambda m: "\\" * ((len(m["slashes"]) - 1) // 2 if m["slashes"] else 0) + m["sign"])


# --- lengths


def write_minutes(n: int, language: str) -> str:
    """`45 min`, `1 h 30 min`, 1時間30分."""
    hours, rest = divmod(n, 60)
    hour, minute = ("{}時間", "{}分") if language == "ja" else ("{} h", "{} min")
    parts = [hour.format(hours) if hours else "", minute.format(rest) if rest else ""]
    return ("" if language == "ja" else " ").join(part for part in parts if part)


def read_minutes(text: str) -> int | None:
    found = re.fullmatch(r"(?:(\d{1,2}) h)?(?: ?(\d{1,4}) min)?", text) or re.fullmatch(
        r"(?:(\d{1,2})時間)?(?:(\d{1,4})分)?", text
    )
    if not found or not (found[1] or found[2]):
        return None
    n = int(found[1] or 0) * 60 + int(found[2] or 0)
    return n if 1 <= n <= 1440 else None


# --- ids at the ends of lines

_ID_LIKE = re.compile(rf"(?<![^ \t])(\\*)\^(?={ID}$)")


def with_id(line: str, id_: str) -> str:
    """The line with its id at its end; without one, what looks like an id there is text."""
    if id_:
        return f"{line} ^{id_}"
    return _ID_LIKE.sub(lambda m: "\\" * (2 * len(m[1]) + 1) + "^", line)


def cut_id(line: str) -> tuple[str, str]:
    """The inverse of `with_id`."""
    bare, id_ = grammar.cut_id(line)
    if not id_:
        bare = _ID_LIKE.sub(lambda m: "\\" * ((len(m[1]) - 1) // 2 if m[1] else 0) + "^", bare)
    return bare, id_
