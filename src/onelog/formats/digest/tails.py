"""What a line of a digest says behind its words: `— due 10 Jul, done 9 Jul, because they asked → it was quick`."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from onelog.core.calendar import recurrence
from onelog.core.model import FEEDBACK
from onelog.core.phrases import LANGUAGES, say, spellings
from onelog.core.values import value
from onelog.formats.digest.marks import SIGNS, by_name, read_plain_words
from onelog.formats.digest.times import CLOCK, read_day


@value(frozen=True, slots=True)
class Tail:
    """What a line says behind its words."""

    opened: date | None = None
    added: date | None = None
    noted: date | None = None
    clock: str = ""
    """The time of day of `noted`."""
    rule: str = ""
    """How often a topic comes back."""
    next: date | None = None
    becomes: str = ""
    """What feedback is once it was given: praise or growth."""
    due: date | None = None
    state: str = ""
    """Done, dropped, raised or resolved."""
    ended: date | None = None
    goal: str = ""
    person: str = ""
    reason: str = ""

    @property
    def is_topics(self) -> bool:
        """Whether only a topic says it."""
        return bool(self.rule or self.next or self.becomes)


_ORDER = (
    "opened",
    "added",
    "noted",
    "as",
    "every",
    "next",
    "due",
    "done",
    "dropped",
    "raised",
    "resolved",
    "goal",
    "with",
    "why",
)
_MANY = 20
"""Nobody writes so many dashes; in a text that has more, none parts anything."""
_ENDS = ("done", "dropped", "raised", "resolved")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    comma = re.escape(say(language, "digest.comma")) + (" ?" if language == "ja" else "")
    kind = "|".join(re.escape(say(language, f"digest.{one}")) for one in FEEDBACK)
    day, every = r"[^,、—→：&;]{1,40}?", r"[^、—→：&]{1,80}?"

    def one(key: str) -> str:
        phrase = re.escape(say(language, f"digest.{key}")).replace(r"\{", "{").replace(r"\}", "}").replace(r"\ ", " ")
        value = day if "{day}" in phrase else every if "{every}" in phrase else kind if "{kind}" in phrase else ".+?"
        value += f"(?: {CLOCK})?" if key == "noted" else ""
        return re.sub(r"\{\w+\}", lambda _: f"(?P<{key}>{value})", phrase)

    parts = []
    for key in _ORDER:
        said = one(key)
        if key in ("done", "dropped", "raised"):
            said = f"(?:{said}|(?P<{key}_undated>{re.escape(say(language, f'digest.{key}_undated'))}))"
        if key == "why":
            because = re.escape(say(language, "digest.because").removesuffix("{text}"))
            why = re.escape(say(language, "digest.why").removesuffix("{text}"))
            said = f"(?:{why}|{because})(?P<why>.+)"
        parts.append(rf"(?:(?:\A|{comma}){said})?")
    return re.compile("".join(parts), re.IGNORECASE)


def read_tail(text: str, base: date, today: date) -> Tail | None:
    """What stands behind a dash, where all of it is understood."""
    for language in LANGUAGES:
        found = _pattern(language).fullmatch(text) if text else None
        if found and (tail := _tail(found.groupdict(), base, today)):
            return tail
    return None


def _tail(said: Mapping[str, str | None], base: date, today: date) -> Tail | None:
    days: dict[str, date | None] = {}
    clock = ""
    for key in ("opened", "added", "noted", "next", "due", *_ENDS):
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
        day = read_day(words, first, is_past=key not in ("due", "next"), today=today)
        if day is None:
            return None
        days[key] = day
    every = said.get("every")
    if every and not recurrence.is_cadence(every):
        return None
    state = next((key for key in _ENDS if days.get(key) or said.get(f"{key}_undated")), "")
    return Tail(
        opened=days.get("opened"),
        added=days.get("added"),
        noted=days.get("noted"),
        clock=clock,
        rule=recurrence.rule(every) if every else "",
        next=days.get("next"),
        becomes=_feedback(said.get("as") or ""),
        due=days.get("due"),
        state=state,
        ended=days.get(state),
        goal=read_plain_words(said["goal"] or ""),
        person=read_plain_words(said["with"] or ""),
        reason=said["why"] or "",
    )


def _feedback(word: str) -> str:
    """The kind of feedback that a phrase names; "" where it names none."""
    return next((kind for kind in FEEDBACK if word.casefold() in map(str.casefold, spellings(f"digest.{kind}"))), "")


def split_tail(line: str, base: date, today: date) -> tuple[str, Tail]:
    """A line parted at the last dash behind which all is understood."""
    at, left = len(line), 3 * _MANY
    while (left := left - 1) and (at := line.rfind(" — ", 0, at)) > 0:
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
    if text.count(" — ") > _MANY:
        return by_name(text, "—")
    text = f" {text}"  # a dash at its beginning follows words as well
    at = len(text)
    while (at := text.rfind(" — ", 0, at)) >= 0:
        if read_tail(text[at + 3 :], base, today):
            text = f"{text[:at]} {SIGNS['—']} {text[at + 3 :]}"
    return text[1:]
