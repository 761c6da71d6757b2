"""Days that come back each year, as they stand in a sentence: a birthday, the start of work, any other date.

Only written dates are read (`12 Mar`, `1 Apr 2024`, 3月12日); what is counted from today (`fri`, `next week`) is no date to
keep. A year that was not written is not made up.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from onelog.core.calendar.calendar_words import MONTH_NUMBERS
from onelog.core.calendar.dates import plain
from onelog.core.calendar.day_words import Unclear
from onelog.core.calendar.written_days import written_parts
from onelog.core.conventions import USUAL, Conventions
from onelog.core.model import Moment
from onelog.core.regexes import pattern
from onelog.core.results.facts import NearDay

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATE = (
    rf"(?<![\w/.-])(?:\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)? ?(?:of )?(?:{_MONTH})\b\.?(?:,? \d{{4}}(?!\d))?"
    rf"|(?:{_MONTH})\.? ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}}(?!\d))?)(?![\w/:%-])"
    r"|(?:(?:\d{4}|(?:令和|平成|昭和)(?:\d{1,2}|元))年)?\d{1,2}月\d{1,2}日"
)
"""What looks like a written date inside a sentence that was made plain."""
OCCASIONS = {
    "birthday": r"birthday|b-?day|born|誕生日|生まれ",
    "work": r"start of work|started|joined|hired|first day|入社|着任",
    "anniversary": r"anniversary|wedding|married|記念日|結婚",
}
"""The words that tell what a date is of; with one of these it comes back each year, also where its year was written."""
_MORE = r"\b(?:his|her|their|is|was|on|the|a|at|here|work|of|s)\b|お|は|が|に|です|[\W_]"
_DOUBTFUL = r"\b(?:may|march) \d"
"""Words of their own that are a month, too, where it is written large."""
_NAMED = r"\b(?:May|March)\b"


class Occasion(NamedTuple):
    """A date in a sentence: `month` and `day`, and the year where it was written."""

    month: int
    day: int
    year: int | None = None
    kind: str = ""
    """A key of OCCASIONS; "" for any other date."""
    is_bare: bool = False
    """Whether the sentence says nothing beside the date and its kind: then it is the person's own."""

    @property
    def is_yearly(self) -> bool:
        return self.year is None or bool(self.kind)

    def nearest(self, first: date) -> date | None:
        """The first day from `first` on on which it is; None when it is over. 29 February is the 28th in other years."""
        if not self.is_yearly:
            once = self._in(self.year or 0)
            return once if once and once >= first else None
        years = range(max(first.year, self.year or 0), max(first.year, self.year or 0) + 2)
        return next((day for year in years if (day := self._in(year)) and day >= first), None)

    def _in(self, year: int) -> date | None:
        is_short = (self.month, self.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
        return date(year, self.month, 28 if is_short else self.day) if 1 <= year <= 9999 else None


def read(text: str, conventions: Conventions = USUAL) -> list[Occasion]:
    """The dates of a sentence, in its order; one that could be two days (`12/5`, without an order set) is left out."""
    return list(_found(text, conventions))


def near(facts: Iterable[Moment], first: date, last: date, conventions: Conventions) -> list[NearDay]:
    """The days of facts about people from `first` to `last`, the nearest first."""
    found = []
    for fact in facts:
        for one in read(fact.text, conventions):
            day = one.nearest(first)
            if day and day <= last and fact.person:
                years = day.year - one.year if one.year and one.year < day.year else None
                found.append(NearDay(fact.id, day, fact.person.label, one.kind if one.is_bare else "", years))
    return sorted(found, key=lambda near_day: near_day.day)


def unclear(text: str, conventions: Conventions = USUAL) -> str:
    """The first date of a sentence that could be two days, as it was written; "" where there is none."""
    for match in pattern(_DATE).finditer(_plain(text)):
        try:
            written_parts(match[0], conventions.date_order)
        except Unclear:
            return match[0]
    return ""


def _plain(text: str) -> str:
    return " ".join(plain(part) for part in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that are short enough to be read as the grammar of days reads them."""
    words, piece = text.split(), ""
    for word in words:
        if piece and len(piece) + len(word) > 60:
            yield piece
            piece = ""
        piece = f"{piece} {word}".strip()
    yield piece


def _found(text: str, conventions: Conventions) -> Iterator[Occasion]:
    words = _plain(text)
    kind = next((kind for kind, said in OCCASIONS.items() if pattern(said).search(words)), "")
    for match in pattern(_DATE).finditer(words):
        try:
            parts = written_parts(match[0], conventions.date_order)
        except Unclear:
            continue
        if parts is None or (not kind and pattern(_DOUBTFUL).match(match[0]) and not pattern(_NAMED).search(text)):
            continue
        year, month, day = parts
        yield Occasion(month, day, year or None, kind, bool(kind) and not _rest(words.replace(match[0], " "), kind))


def _rest(words: str, kind: str) -> str:
    """What a sentence says beside its date, the words for the kind of date and those without a meaning of their own."""
    for said in (OCCASIONS[kind], _MORE):
        words = pattern(said).sub("", words)
    return words
