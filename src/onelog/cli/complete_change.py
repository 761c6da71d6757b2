"""What Tab offers behind the ids of `change`: the keys that these records have, and the values of each."""

from collections.abc import Callable, Iterator

from onelog.cli import complete, complete_days
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core.model import FEEDBACK, MODES
from onelog.journal.change.change_words import FORMS
from onelog.journal.change.unchangeable import KEYS_OF
from onelog.store import records

_DAYS_AHEAD, _DAYS_BACK = ("due", "by"), ("on", "closed")
_SCORES = ("mood", "seen", "rating")


def changes(asked: Asked) -> Iterator[Offer]:
    """Keys, or behind a key its values; nothing before an id is there."""
    kinds = [kind for word in asked.given if (kind := _kind(asked, word))]
    if not kinds:
        return
    if asked.typed[:1] in ("@", "+", "-"):
        yield from _signed(asked)
        return
    key, sign, value = asked.typed.partition(":")
    keys = [key for key in KEYS_OF.get(kinds[0], {}) if all(key in KEYS_OF.get(kind, {}) for kind in kinds)]
    if not sign:
        said = {word.partition(":")[0] for word in asked.given}
        yield from (Offer(f"{key}:", FORMS[key]) for key in keys if key not in said and key != "owner")
    elif key in keys:
        for offer in _values(asked._replace(typed=value, given=()), key):
            yield Offer(f"{key}:{offer.word}", offer.says, f"{key}:{offer.found_by or offer.word}")


def _kind(asked: Asked, word: str) -> str:
    """The kind of a record by its id; of a moment which one it is."""
    found = records.handle(asked.app.store, word)
    record = records.by_uid(asked.app.store, *found) if found and found[0] == "moment" else None
    return str(getattr(record, "kind", found[0])) if found else ""


def _signed(asked: Asked) -> Iterator[Offer]:
    """Owners behind @, tags behind + and -."""
    sign = asked.typed[0]
    inner = asked._replace(typed=asked.typed[1:])
    for offer in complete.offer_people(inner) if sign == "@" else complete.tags(inner):
        if " " not in offer.word:
            yield Offer(f"{sign}{offer.word}", offer.says, f"{sign}{offer.found_by or offer.word}")
    yield from (Offer("@me"),) if sign == "@" else ()


def _values(asked: Asked, key: str) -> Offers:
    none = (Offer("none", asked.app.said("prompt.offer_none")),)
    if key in _DAYS_AHEAD:
        return (*complete_days.days_ahead(asked), *none)
    if key in _DAYS_BACK:
        return complete_days.days_back(asked)
    if key in _SCORES:
        return (*map(Offer, "12345"), *none)
    if key == "as":
        return (*map(Offer, FEEDBACK), *none)
    found: dict[str, Callable[[Asked], Offers]] = {
        "with": complete.offer_people,
        "from": complete.offer_people,
        "to": complete.offer_people,
        "goal": complete.goals,
        "under": complete.goals,
        "len": complete.OFFERS["LENGTH"],
        "mode": complete.words(*MODES),
    }
    return found[key](asked) if key in found else ()
