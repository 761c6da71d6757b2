"""Who and what somebody means by a word: a person, a record."""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from onelog.core import sanitize
from onelog.core.errors import Ambiguous, Message, NotFound, Refused, Resembles, Unnamed
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Person
from onelog.core.names import name_forms, name_matching, name_words
from onelog.core.regexes import pattern
from onelog.store import people, records
from onelog.store.database import Store

if TYPE_CHECKING:  # naming somebody is reading; only who makes a person comes with a change to write
    from onelog.store.transaction import Writing

_NAME = r'^[^\s@"`:][^"\n\t]*$'
_COLONS = r"(?<![^\W\d_]):|:(?![^\W\d_])"
"""A colon that is no part of a name: not between two letters."""
LONGEST_NAME = 100


def check_name(name: str) -> str:
    """The name as it will be kept, without blanks or quotes around it. Raises `Refused` for what cannot be a name."""
    name = name_forms.unquoted(name)
    if not name:
        raise Refused("person.needs_name")
    if len(name) > LONGEST_NAME:
        raise Refused("person.name_too_long", most=LONGEST_NAME, length=len(name))
    if not pattern(_NAME).match(name) or sanitize.safe(name) != name or name.startswith("-") or _has_key(name):
        raise Refused("person.bad_name", name=sanitize.safe(name)[:40])
    if name.casefold() in ("me", "them"):
        raise Refused("person.name_has_meaning", name=name)
    return name


def _has_key(name: str) -> bool:
    """Whether there is a colon in a name as behind a label or a key, for which the name was left out: `due:fri`."""
    if ":" not in name:
        return False
    before = [part.split()[-1] for part in name.split(":")[:-1] if part.strip()]
    from onelog.markdown.families import means_something  # noqa: PLC0415 - hardly any name has a colon

    return bool(pattern(_COLONS).search(name)) or any(map(means_something, before))


def person(store: Store, word: str) -> Person:
    """The person a word means: by id, alias, name or reading, however it is written, or by a part or beginning of it.

    Raises `Ambiguous` with the candidates, `Resembles` with the nearest names, or `NotFound`.
    """
    return _one(people.everybody(store), word)


def _one(everybody: Sequence[Person], word: str) -> Person:
    fitting = name_matching.fitting(everybody, word)
    if len(fitting) == 1:
        return fitting[0]
    shown = sanitize.safe(word, newlines=False)[:40]
    if fitting:
        raise _ambiguous(fitting, shown)
    if near := name_matching.resembling(everybody, word)[:3]:
        called = [p.name for p in near]
        raise Resembles("person.resembles", name=shown, word=word, names=called)
    raise NotFound("person.unknown", name=shown)


def _ambiguous(fitting: Sequence[Person], shown: str) -> Ambiguous:
    called = [p.name for p in fitting[:9]]
    return Ambiguous("person.several_fit", name=shown, shown=", ".join(called[:8]), names=called)


def new_person(change: "Writing", name: str, now: datetime) -> Person:
    """A person by name alone."""
    uid, id_ = change.name("person")
    made = Person(uid, id_, check_new(name), added=now.date())
    change.put(made)
    return made


def check_new(name: str) -> str:
    """As `check_name`, of a name that nobody has yet: words for me and for them are none."""
    if name_words.is_me(name) or name_words.is_them(name):
        raise Refused("person.name_has_meaning", name=name)
    return check_name(name)


def meant(store: Store, word: str, *, insist: bool) -> Person | None:
    """The person a word means; None for somebody new: a name that can be one, and that resembles nobody's.

    With `insist` it is somebody new unless it is somebody's whole name. Raises `Ambiguous`, `Resembles`, `Refused`.
    """
    everybody = people.everybody(store)
    if insist:
        if found := name_matching.named(everybody, word):
            return _one(found, word)
    else:
        try:
            return _one(everybody, word)
        except Resembles as error:
            check_several(word)
            longer = _longer(everybody, word, error.names[0])
            raise Resembles("person.nothing_logged", error=error, longer=longer, word=word, names=error.names) from None
        except NotFound:
            check_several(word)
    check_new(word)
    return None


def _longer(everybody: Sequence[Person], word: str, name: str) -> Message | str:
    """How somebody of this name gets the longer one that was given."""
    if any(p.name == name and name_matching.extends(word, p) for p in everybody):
        return Message("errors.person.longer", name=name, word=" ".join(word.split()))
    return ""


def check_unlike(store: Store, name: str, *, insist: bool) -> None:
    """Raises `Resembles` where a name that is to be made may be somebody's, `Refused` where it holds several people's."""
    if insist:
        return
    everybody = people.everybody(store)
    near = [p.name for p in name_matching.fitting(everybody, name)] or [
        p.name for p in name_matching.resembling(everybody, name)
    ]
    check_several(name)
    if near:
        error = Message("errors.person.may_be", name=name[:40], names=tuple(near[:3]))
        longer = _longer(everybody, name, near[0])
        raise Resembles("person.nobody_added", error=error, longer=longer, word=name, names=near[:3])


def check_several(word: str) -> None:
    """Raises `Refused` where a name that is to be made is a sentence, holds several people's, or stands for all of them."""
    shown = sanitize.safe(word, newlines=False)[:40]
    if name_words.is_sentence(word):
        raise Unnamed("person.no_name", name=shown)
    if found := name_words.several(word):
        each = ", ".join(f"onelog log {sanitize.quoted_name(name)} …" for name in found[:3])
        raise Refused("person.several_people", names=shown, each=each)
    if name_forms.normalize(word) in name_words.EVERYBODY:
        raise Refused("person.nobody_particular", name=shown)


def met_person(store: Store, change: "Writing", word: str, now: datetime, *, insist: bool) -> tuple[Person, bool]:
    """The person a meeting is with, and whether they are new. Raises as `meant`."""
    known = meant(store, word, insist=insist)
    return (known, False) if known else (new_person(change, name_forms.without_honorific(word), now), True)


def record(store: Store, word: str, *kinds: str) -> Record:
    """The record with this id, if it is of one of `kinds` (any, if none is given).

    Raises `NotFound` for an unknown id (with the nearest one), `Refused` for a kind that makes no sense here.
    """
    try:
        found = records.by_id(store, word)
    except NotFound as error:
        given = records.handle(store, word) is not None  # to a record that was deleted: no other one is meant
        near = [] if given else get_close_matches(word.lower(), _open_ids(store), 1, 0.7)
        if not near:
            raise
        raise NotFound("record.near", error=error, near=near[0]) from None
    if kinds and kind_of(found) not in kinds:
        meant_for = tuple(a_kind(kind) for kind in kinds)
        raise Refused("record.another_kind", id=found.id, kind=a_kind(kind_of(found)), meant_for=meant_for)
    return found


def a_kind(kind: str) -> Message:
    """`an action`, 宿題: a kind of record or moment in a sentence."""
    return Message(f"errors.record.a_{kind}")


def _open_ids(store: Store) -> list[str]:
    return [a.id for a in records.actions(store)[:500]]
