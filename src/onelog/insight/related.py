"""What two texts have in common that few others have: rare words that are no names, no dates and nothing of every day."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from onelog.core.kinds import kind_of
from onelog.core.model import Meeting, Moment, Topic
from onelog.core.names import name_forms
from onelog.core.selection import Selection
from onelog.markdown import privacy
from onelog.markdown.body import notes_of
from onelog.store import meetings, people
from onelog.store.database import Store
from onelog.store.queries import discover
from onelog.store.search import search, tokenizer

EVERYDAY = Path(__file__).parents[1] / "core" / "data" / "everyday.txt"
Shares = Moment | Topic | Meeting

RARE = 8
"""A word in more records than so many is not rare."""
ENOUGH = 2
"""So many rare words make two texts related."""
_LOOKED_AT = 80
_KINDS = ("meeting", "aha", "win", "praise", "decision", "topic")
_DATES = "〇一二三四五六七八九十百千年月日時分曜"


def with_newest(store: Store, person_uid: str | None) -> tuple[Meeting | None, list[tuple[Shares, tuple[str, ...]]]]:
    """The newest meeting with somebody, or with anybody, and what shares rare words with what is not private in it."""
    newest = meetings.last(store, person_uid)
    if newest is None:
        return None, []
    said, _ = privacy.public(newest)
    inside = {one.uid for group in (said.actions, said.moments, said.topics, said.checkins) for one in group}
    text = "\n".join([notes_of(said.body), *(one.text for one in said.moments)])
    return said, related(store, text, {said.uid, *inside})


def related(store: Store, text: str, but: set[str]) -> list[tuple[Shares, tuple[str, ...]]]:
    """Records that share at least two rare words with a text, and the words; the most shared first, then the newest."""
    shared: dict[str, list[str]] = {}
    records: dict[str, Shares] = {}
    for word in _rare(store, text):
        hits, _ = search.find_public_hits(store, f'"{word}"', Selection(limit=RARE))
        for hit in hits:
            record = hit.record
            if isinstance(record, Shares) and hit.kind in _KINDS and record.uid not in but:
                shared.setdefault(record.uid, []).append(word)
                records[record.uid] = record
    whole = {uid: whole_words(some, text) for uid, some in shared.items()}
    best = [uid for uid, some in whole.items() if len(some) >= ENOUGH and not _of_a_bad_day(store, records[uid])]
    best.sort(key=lambda uid: (str(day_of(records[uid])), uid), reverse=True)
    best.sort(key=lambda uid: -len(whole[uid]))
    return [(records[uid], whole[uid]) for uid in best]


def day_of(record: Shares) -> date | None:
    if isinstance(record, Topic):
        return record.added
    return record.at.date() if record.at else None


def whole_words(tokens: Sequence[str], text: str) -> tuple[str, ...]:
    """The words that index tokens are of: pairs of Japanese signs that follow one another in the text are one word."""
    order = [token for token in tokenizer.index_text(text).split() if token in set(tokens)]
    made: list[str] = []
    last = ""
    for token in order:
        if last and not token.isascii() and last[-1] == token[0] and f"{last}{token[1:]}" in text:
            made[-1] = last = f"{last}{token[1:]}"
        else:
            made.append(token)
            last = "" if token.isascii() else token
    first = {word: place for place, word in reversed([*enumerate(made)])}
    rank = {token: place for place, token in enumerate(tokens)}
    return tuple(sorted(first, key=lambda word: min((rank[t] for t in tokens if t in word), default=0)))


@cache
def everyday() -> frozenset[str]:
    """English words that tell nothing, as the index has them."""
    lines = EVERYDAY.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _of_a_bad_day(store: Store, record: Shares) -> bool:
    return discover.archived_or_low(store, kind_of(record), record.uid)


def _rare(store: Store, text: str) -> list[str]:
    """The words of a text that few records have, the rarest first."""
    known = names(store)
    tokens = [
        token for token in dict.fromkeys(tokenizer.index_text(text).split()) if may_tell(token) and token not in known
    ]
    counts = {
        token: discover.how_many(store, match, RARE + 1)
        for token in tokens[:_LOOKED_AT]
        if (match := tokenizer.match(token))
    }
    return sorted((token for token, n in counts.items() if 2 <= n <= RARE), key=lambda token: counts[token])


def names(store: Store) -> set[str]:
    """The words that people's names are made of, as the index has them."""
    known: Iterable[str] = (" ".join(name_forms.names(one)) for one in people.everybody(store))
    return set(tokenizer.index_text(" ".join(known)).split())


def share_a_word(one: str, other: str, names: Collection[str]) -> bool:
    """Whether two texts share a word that tells something; `released` and `release` are one."""
    first, second = (
        {t for t in tokenizer.index_text(text).split() if may_tell(t) and t not in names} for text in (one, other)
    )
    return any(a == b or (a.isascii() and (a.startswith(b) or b.startswith(a))) for a in first for b in second)


def may_tell(token: str) -> bool:
    """Whether a word can mean something: four letters that are not of every day, or a pair of signs that is no date.

    Pairs with kana in hiragana are mostly endings.
    """
    if token.isascii():
        return len(token) > 3 and not token.isdigit() and token not in everyday()
    return len(token) > 1 and not re.search(r"[\u3041-\u309f]", token) and not set(token) <= set(_DATES)
