"""Reading people, and finding the one that somebody means."""

from dataclasses import replace
from datetime import date

from onelog.model import Person
from onelog.store import rows
from onelog.store.file import Store

_LAST_MET = "(SELECT substr(max(m.at), 1, 10) FROM meeting m WHERE m.person_uid = p.uid)"
_WITH_LAST_MET = rows.PERSON.replace(" FROM", f", {_LAST_MET} FROM")


def everybody(store: Store, *, archived: bool = True) -> list[Person]:
    """All people by name, each with the day of the newest meeting."""
    only = "" if archived else " WHERE p.archived IS NULL"
    found = store.db.execute(f"{_WITH_LAST_MET}{only} ORDER BY p.name COLLATE NOCASE").fetchall()
    return [replace(rows.person(row[:-1]), last_met=_day(row[-1])) for row in found]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def by_uid(store: Store, uid: str) -> Person | None:
    row = store.db.execute(f"{_WITH_LAST_MET} WHERE p.uid = ?", (uid,)).fetchone()
    return replace(rows.person(row[:-1]), last_met=_day(row[-1])) if row else None


def meant(people: list[Person], word: str) -> list[Person]:
    """The people a word fits: one by id, alias or whole name, else all by the beginning of a word of their name."""
    from unicodedata import normalize  # noqa: PLC0415 - only needed where a name is looked up

    def plain(text: str) -> str:
        return normalize("NFKC", text).casefold().strip()

    key = plain(word)
    exact = [p for p in people if key in (p.id, plain(p.alias or ""), plain(p.name))]
    if exact or not key:
        return exact[:1]
    return [p for p in people if _starts(plain(p.name), key)]


def _starts(name: str, key: str) -> bool:
    return name.startswith(key) or any(name[n:].startswith(key) for n in range(1, len(name)) if not name[n - 1].isalnum())


def alike(people: list[Person], word: str) -> list[Person]:
    """The people whose name or alias resembles a word that fits nobody, nearest first."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only needed when nobody fits

    def likeness(person: Person) -> float:
        names = [person.name, *person.name.split(), *([person.alias] if person.alias else [])]
        return max(SequenceMatcher(None, name.casefold(), word.casefold()).ratio() for name in names)

    near = [(likeness(p), p.name, p) for p in people]
    return [p for ratio, _, p in sorted(near, reverse=True, key=lambda n: n[:2]) if ratio >= 0.7]
