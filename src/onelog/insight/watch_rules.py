"""The rules of early warnings: what each looks at, and when it is one. They know values only, no journal."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from math import inf

from onelog.core.calendar import recurrence
from onelog.core.model import Moment, Ref
from onelog.core.results.watch import FALL
from onelog.core.settings import Watch

GAPS = 3
"""So many of the newest gaps between meetings are looked at."""


BEFORE, FEW = 9, 4
"""With at most so many before them they are compared, and with no fewer than that."""


# --- moods


def mood(values: Sequence[int], limits: Watch) -> tuple[str, ...]:
    """How moods, oldest first, warn: the last ones "low", or "falling" against those before them; neither, or both.

    Limits by measurement (`tests/insight/test_watch_rates.py`): how often somebody steady is warned of, and a fall is seen.
    """
    low, (before, last) = values[-limits.mood_running :], _compared(values, limits)
    is_low = len(low) == limits.mood_running and max(low) <= limits.mood_low
    falls = bool(before) and sum(before) * len(last) - sum(last) * len(before) >= FALL * len(before) * len(last)
    return (*(("low",) if is_low else ()), *(("falling",) if falls else ()))


def _compared(values: Sequence[int], limits: Watch) -> tuple[Sequence[int], Sequence[int]]:
    """The moods before the last ones, and these; none before where there are fewer than `FEW` of them."""
    last = values[-limits.mood_falling :]
    before = values[: -limits.mood_falling][-BEFORE:]
    return (before if len(before) >= FEW else ()), last


def most_looked_at(limits: Watch) -> int:
    """Into so many of the newest moods the rule looks."""
    return max(limits.mood_running, limits.mood_falling + BEFORE)


def looked_at(how: Iterable[str], limits: Watch) -> int:
    """From how many of the newest moods a warning comes, at most."""
    return max({"low": limits.mood_running, "falling": limits.mood_falling + BEFORE}[one] for one in how)


# --- meetings further and further apart


def gaps(days: Sequence[date], pauses: Iterable[tuple[date, date]] = ()) -> list[tuple[date, date]]:
    """The last `GAPS` gaps between days of meetings in which no pause lay, as (earlier, later), oldest first.

    Pauses are (from, until): nobody was late who was on leave.
    """
    pauses = list(pauses)
    between = [pair for pair in pairwise(days) if not any(a < pair[1] and pair[0] < b for a, b in pauses)]
    return between[-GAPS:]


def slipping(between: Sequence[tuple[date, date]], rule: str, factor: float) -> int | None:
    """The median of these gaps in days, where it is more than `factor` intervals of the rule.

    None with fewer gaps than `GAPS`.
    """
    last = [(later - earlier).days for earlier, later in between]
    median = sorted(last)[len(last) // 2] if len(last) == GAPS else 0
    return median if median > longest(rule, factor) else None


def longest(rule: str, factor: float) -> float:
    """The days between meetings up to which a cadence is kept: `factor` intervals."""
    return round(factor * interval(rule), 6)  # 1.4 times 45 is a little less than 63 to a computer


def interval(rule: str) -> float:
    """The days from one meeting to the next that a rule asks for, on average: a month has 365.2425 / 12.

    What is no rule of ours (an export may hold anything) asks for none: infinitely many.
    """
    if recurrence.every_text(rule) == rule:
        return inf
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    unit = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 365.2425 / 12}[parts["FREQ"]]
    return unit * int(parts.get("INTERVAL", "1")) / len(parts.get("BYDAY", "any").split(","))


# --- the same concern again


def again(concerns: Sequence[Moment], names: Mapping[str, str], days: int) -> list[list[Moment]]:
    """Each open concern that was there before, after those that it is like, oldest first.

    Earlier is on a day before, with the same person, and still open on the later one's day or settled less than `days`
    before it. Of concerns that go on in a later one only that one is told. `names` are those of people, by uid: they say
    nothing of what a concern is about.
    """
    with_them: dict[Ref | None, list[Moment]] = {}
    for one in concerns:
        with_them.setdefault(one.person, []).append(one)
    chains = [
        [*(first for first in with_them[one.person] if _is_again(first, one, names, days)), one]
        for one in concerns
        if one.resolved is None
    ]
    gone_on = {first.uid for chain in chains for first in chain[:-1]}
    return [chain for chain in chains if len(chain) > 1 and chain[-1].uid not in gone_on]


def _is_again(first: Moment, second: Moment, names: Mapping[str, str], days: int) -> bool:
    if not (first.at and second.at and first.person) or first.at.date() >= second.at.date():
        return False
    if first.resolved and (second.at.date() - first.resolved).days >= days:
        return False
    return are_alike(first, second, names.get(first.person.uid, ""))


def are_alike(first: Moment, second: Moment, name: str) -> bool:
    """Whether two concerns share a tag, or half of the words of the one that has fewer; or the later names the earlier."""
    if set(first.tags) & set(second.tags) or re.search(rf"\bre:{first.id}\b", second.text, re.IGNORECASE):
        return True
    one, other = content(first.text, name), content(second.text, name)
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


@cache
def content(text: str, name: str) -> frozenset[str]:
    """The words that say what a text is about, as the search index has them: none of the commonest, no name of the person.

    Japanese is in pairs of characters there (採用の遅れ: 採用 用の の遅 遅れ れ). Those that begin in hiragana are left out,
    and those of the end of a noun and what follows it (用の).
    """
    from onelog.store.search.tokenizer import index_text  # noqa: PLC0415 - where two worries are compared

    tokens = index_text(text).split()
    said = {token for before, token in pairwise(["", *tokens]) if len(token) > 1 and not _is_between(before, token)}
    return frozenset(said - _COMMON - set(index_text(name).split()))


def _is_between(before: str, token: str) -> bool:
    """Whether a pair of characters, after the one before it, is none of a word's own."""
    if _is_kana(token[0]):
        return True
    return _is_kana(token[1]) and before[1:] == token[0] and not _is_kana(before[0])


def _is_kana(letter: str) -> bool:
    """Whether it is hiragana."""
    return "\u3040" <= letter <= "\u309f"


_COMMON = frozenset(
    re.findall(
        "[a-z]+",
        """about after again all also am an and any are aren as at be because been before being between both but by can
        cannot could couldn did didn do does doesn doing don down during each even ever every few for from further get gets
        got had has hasn have haven having he her here hers him his how if in into is isn it its itself just ll may me might
        more most much must my need never no none nor not now of off on once one only or other our out over own re same say
        says she should so some still such than that the their them then there these they this those though to too under
        until up ve very was wasn we were weren what when where whether which while who whom whose why will with within
        without won would yet you your""",
    )
)
"""English words that say nothing of what a text is about."""
