"""Questions for a 1-on-1: the bank, somebody's own ones, and those that fit a person and were not asked lately.

The banks are plain text (their form stands at the head of core/data/questions.txt), read line by line: `prep` has no time to
wait for more. What was asked is remembered by the documents: a question whose text stands in a note counts as asked.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from onelog.core import files, settings
from onelog.core.calendar.day_words import months_after
from onelog.core.errors import NoHome, Wrong, notice
from onelog.core.model import RELATIONS, Person
from onelog.core.results.lessons import PersonState, Question, Theme
from onelog.core.values import value
from onelog.store.database import Store
from onelog.store.queries import asked

BANK = Path(__file__).parents[2] / "core" / "data" / "questions.txt"
OWN = "own"
"""The theme of one's own questions that stand under none."""
MONTHS = 12
"""What was asked longer ago than this counts as not asked."""
_SHORT = 10
"""A question of fewer letters counts as asked only where it is a line of its own: "Why?" is in many notes."""
_BEFORE = r"(?i)\b(last|lately|since|reported)\b|\bour lists\b|前回|最近|ご報告|お互いが持ってきた"
"""In a question: it speaks of an earlier talk."""
_STEPS = (7, 11, 13, 5, 3, 1)


class BankEntry(NamedTuple):
    """One line of a bank."""

    theme: str
    relations: tuple[str, ...]
    en: str
    ja: str
    """The same as `en` where a question is written in one language only."""

    def text(self, language: str) -> str:
        return self.ja if language == "ja" else self.en

    def fits(self, relation: str | None) -> bool:
        return "any" in self.relations or relation in self.relations


@value(frozen=True, slots=True)
class Bank:
    """All questions, and what could not be read of one's own."""

    entries: tuple[BankEntry, ...]
    themes: Mapping[str, str]
    """Name -> its Japanese title, in the order of the bank."""
    troubles: tuple[tuple[int, str], ...] = ()
    """(line, what is wrong with it)."""

    def theme(self, word: str) -> str:
        """The theme that a word means: its name or its beginning, or its Japanese title. Raises `Wrong`."""
        key = word.strip().casefold()
        for name, title in self.themes.items():
            if key and (name.casefold().startswith(key) or title.startswith(key)):
                return name
        raise Wrong("ask.unknown_theme", word=word[:20], themes=", ".join(self.themes))

    def title(self, theme: str, language: str) -> str:
        return self.themes[theme] if language == "ja" else theme


# --- the banks


def own_file() -> Path | None:
    """One's own questions: beside the settings, where these can be."""
    try:
        return settings.path().with_name("questions.txt")
    except NoHome:
        return None


def bank(own: Path | None = None) -> Bank:
    """Our questions and one's own, in the file `own` where there is one; of two that are the same, one's own."""
    entries, themes, _ = read(BANK.read_text(encoding="utf-8"))
    troubles: list[tuple[int, str]] = []
    try:
        text = files.read(own).decode("utf-8-sig", "replace") if own else ""
    except FileNotFoundError:
        text = ""
    except OSError as error:
        text, troubles = "", [(0, notice("ask.bank_unreadable", reason=error.strerror))]
    if text:
        mine, titles, troubles = read(text)
        entries = list({_folded(entry.en): entry for entry in (*entries, *mine)}.values())
        themes = titles | themes
    return Bank(tuple(entries), themes, tuple(troubles))


def read(text: str) -> tuple[list[BankEntry], dict[str, str], list[tuple[int, str]]]:
    """The questions, the themes and the troubles of a bank; a line of another form is a trouble, and left out."""
    entries: list[BankEntry] = []
    themes: dict[str, str] = {}
    troubles: list[tuple[int, str]] = []
    theme = ""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line.startswith("##") or not line:
            continue
        if line.startswith("#"):
            theme, _, title = (part.strip() for part in line[1:].partition("|"))
            if theme:
                themes.setdefault(theme, title or theme)
            continue
        entry = _entry(line, theme)
        if isinstance(entry, str):
            troubles.append((number, entry))
        else:
            entries.append(entry)
    if any(not entry.theme for entry in entries):
        entries = [entry if entry.theme else entry._replace(theme=OWN) for entry in entries]
        themes.setdefault(OWN, "自分の質問")
    return entries, themes, troubles


def _entry(line: str, theme: str) -> BankEntry | str:
    """The question of a line, or what is wrong with it."""
    parts = [part.strip() for part in line.split("|")]
    if "\ufffd" in line:
        return notice("ask.bank_not_utf8")
    if len(parts) == 1:
        return BankEntry(theme, ("any",), line, line)
    relations = tuple(parts[0].casefold().split())
    unknown = [word for word in relations if word not in ("any", *RELATIONS)]
    if unknown or not relations:
        known = ", ".join(RELATIONS)
        if unknown:
            return notice("ask.bank_no_relation", word=unknown[0][:20], known=known)
        return notice("ask.bank_for_nobody", known=known)
    if len(parts) > 3 or not parts[1]:
        return notice("ask.bank_form")
    return BankEntry(theme, relations, parts[1], parts[-1] or parts[1])


# --- which one to ask


def suggest(
    store: Store,
    person: Person | None,
    today: date,
    n: int = 2,
    about: str | None = None,
    language: str = "en",
    own: Path | None = None,
    *,
    kept: bool = False,
    states: Sequence[PersonState] = (),
) -> list[Question]:
    """Up to `n` questions that fit the relation: those not asked in the last 12 months, then those asked longest ago.

    The same all day, others the next day; one that was asked or parked today makes room for the next, or stays where it
    was if `kept`. Without a person, questions for anybody. `about` is a theme. For each of `states` one that fits it comes
    first. Raises `Wrong` for an unknown theme.
    """
    known = bank(own)
    theme = known.theme(about) if about else None
    fitting = [entry for entry in _fitting(known, person) if theme in (None, entry.theme)]
    days = _asked(store, person, today, fitting)
    fresh = [entry for entry in fitting if days.get(entry, today) >= today]
    ordered = [entry for entry in _turned(fresh, person, today) if entry not in days or (kept and days[entry] == today)]
    ordered += sorted((entry for entry in days if entry not in ordered), key=lambda entry: days[entry])
    chosen = _for_states(fresh, ordered, days, states, person, today)
    first = [_shown(known, entry, days.get(entry), person, language, state) for entry, state in chosen.items()]
    rest = (entry for entry in ordered if entry not in chosen)
    return [*first, *(_shown(known, entry, days.get(entry), person, language) for entry in rest)][:n]


def _for_states(
    fresh: Sequence[BankEntry],
    ordered: Sequence[BankEntry],
    asked: Collection[BankEntry],
    states: Iterable[PersonState],
    person: Person | None,
    today: date,
) -> dict[BankEntry, PersonState]:
    """A question for each state, in the order of the states: of those that fit it another one each day, as of all."""
    found: dict[BankEntry, PersonState] = {}
    for state in states:
        turned = _turned([one for one in fresh if _fits_state(one, state)], person, today)
        first = [one for one in turned if one not in asked]
        later = [one for one in ordered if one not in first and _fits_state(one, state)]
        fitting = (one for one in (*first, *later) if one not in found)
        if (entry := next(fitting, None)) is not None:
            found[entry] = state
    return found


def _fits_state(entry: BankEntry, state: PersonState) -> bool:
    """Whether a question is for somebody new, somebody long unseen, or somebody who may not be well."""
    if state.name in ("moods", "concern"):
        return entry.theme == "wellbeing"
    return entry.theme == "opening" and speaks_of_before(entry.en) == (state.name == "absence")


def speaks_of_before(text: str) -> bool:
    """Whether a question speaks of an earlier talk."""
    return bool(re.search(_BEFORE, text))


def themes(store: Store, person: Person | None, today: date, language: str, own: Path | None = None) -> list[Theme]:
    """The themes, with how many questions each has, or has for somebody, and how many were asked in the last 12 months."""
    known = bank(own)
    fitting = _fitting(known, person) if person else list(known.entries)
    days = _asked(store, person, today, fitting)
    found = []
    for theme in known.themes:
        entries = [entry for entry in fitting if entry.theme == theme]
        name = person.name if person else None
        found.append(
            Theme(theme, known.title(theme, language), len(entries), sum(entry in days for entry in entries), name)
        )
    return found


def _fitting(known: Bank, person: Person | None) -> list[BankEntry]:
    return [entry for entry in known.entries if entry.fits(person.relation if person else None)]


def _shown(
    known: Bank,
    entry: BankEntry,
    day: date | None,
    person: Person | None,
    language: str,
    state: PersonState | None = None,
) -> Question:
    title = known.title(entry.theme, language)
    return Question(
        theme=entry.theme,
        title=title,
        text=entry.text(language),
        relations=entry.relations,
        asked=day,
        person=person.name if person else None,
        because=state.name if state else "",
        state=state,
    )


def _turned(entries: Sequence[BankEntry], person: Person | None, today: date) -> list[BankEntry]:
    """The questions in an order of this person's own, begun at another place each day.

    From one day to the next it moves on by a step that has no divisor in common with their number: every question
    comes first once before one comes first again.
    """
    whose = person.uid if person else ""
    mixed = sorted(entries, key=lambda entry: crc32(f"{whose} {entry.en}".encode("utf-8", "surrogatepass")))
    if not mixed:
        return []
    step = next((step for step in _STEPS if len(mixed) % step), 1)
    start = today.toordinal() * step % len(mixed)
    return mixed[start:] + mixed[:start]


# --- which ones were asked


def _asked(store: Store, person: Person | None, today: date, entries: Iterable[BankEntry]) -> dict[BankEntry, date]:
    """The day on which each question was last asked (or parked to be asked), of those that were lately."""
    if person is None:
        return {}
    notes = _Notes(asked.said_with(store, person.uid, months_after(today, -MONTHS)))
    found: dict[BankEntry, date] = {}
    known = list(entries)
    needles = _each_folded(text for entry in known for text in (entry.en, entry.ja))
    for entry, en, ja in zip(known, needles[::2], needles[1::2], strict=True):
        days = [day for day in map(notes.newest, {en, ja}) if day]
        if days:
            found[entry] = max(days)
    return found


class _Notes:
    """What was said with somebody, to look for questions in; the newest first."""

    def __init__(self, said: Sequence[tuple[date, str]]) -> None:
        self.said = said
        self.folded = [(day, _folded(text)) for day, text in said]
        self.everything = "\n".join(text for _, text in self.folded)
        """Most questions are nowhere; one look tells."""

    def newest(self, needle: str) -> date | None:
        """The newest day on which a question (folded) was asked."""
        if len(needle) < _SHORT:
            return self.lines.get(needle)
        if needle not in self.everything:
            return None
        return next(day for day, text in self.folded if needle in text)

    @cached_property
    def lines(self) -> dict[str, date]:
        """Every line on its own, with its newest day."""
        return {_folded(line): day for day, text in reversed(self.said) for line in text.split("\n")}


def _folded(text: str) -> str:
    """Letters and digits alone, full width and case evened out: however it was wrapped or marked, it is the same."""
    return re.sub(r"[\W_]+", "", _even(text))


def _each_folded(texts: Iterable[str]) -> list[str]:
    """Each of many texts of one line folded; in one go, which `prep` is glad of."""
    joined = "\n".join(texts)
    return re.sub(r"[^\w\n]+|_+", "", _even(joined)).split("\n") if joined else []


def _even(text: str) -> str:
    if not text.isascii():
        text = normalize("NFKC", text)
    return text.casefold()
