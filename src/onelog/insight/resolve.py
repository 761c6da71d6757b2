"""Who and what somebody means by a word: a person, a record."""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from onelog.core import name_matching, sanitize
from onelog.core.errors import Ambiguous, NotFound, Refused, Resembles, Unnamed
from onelog.core.model import Person, Record, kind_of
from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.store import people, records
from onelog.store.database import Store

if TYPE_CHECKING:  # naming somebody is reading; only who makes a person comes with a change to write
    from onelog.store.transaction import Writing

_NAME = r'^[^\s@"`:][^"\n\t]*$'
_COLONS = r"(?<![^\W\d_]):|:(?![^\W\d_])"
"""A colon that is no part of a name: not between two letters."""
LONGEST_NAME = 100


def check_name(name: str) -> str:
    """The name as it will be kept, blanks at its ends taken off. Raises `Refused` for what cannot be a name."""
    name = " ".join(name.split())
    if not name:
        raise Refused("A person needs a name.", 'For example: onelog people add "Mia Tanaka"')
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} characters; this one has {len(name)}.", "Use a shorter one.")
    if not pattern(_NAME).match(name) or sanitize.safe(name) != name or name.startswith("-") or _has_key(name):
        raise Refused(
            f'{sanitize.safe(name)[:40]!r} cannot be a name: it holds a control character, a ", a colon as in due:fri, or begins with @ ` or -.',
            "Letters of any language, blanks, dots and hyphens are fine.",
        )
    if name.casefold() in ("me", "them"):
        raise Refused(f"{name!r} has a meaning of its own here (@me, @them).", "Give the person another name.")
    return name


def _has_key(name: str) -> bool:
    """Whether there is a colon in a name as behind a label or a key, for which the name was left out: `due:fri`."""
    if ":" not in name:
        return False
    before = [part.split()[-1] for part in name.split(":")[:-1] if part.strip()]
    return bool(pattern(_COLONS).search(name)) or any(map(families.means_something, before))


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
        raise Resembles(f"Nobody is called {shown!r}.", f"Did you mean {listed(called)}?", word, called)
    raise NotFound(f"Nobody is called {shown!r}.", "onelog people lists everybody; onelog log NAME makes a new person.")


def _ambiguous(fitting: Sequence[Person], shown: str) -> Ambiguous:
    return Ambiguous(
        f"Several people fit {shown!r}: {', '.join(p.name for p in fitting[:8])}.", "Say more of the name.",
        [p.name for p in fitting[:9]],
    )  # fmt: skip


def listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _an(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def new_person(change: "Writing", name: str, now: datetime) -> Person:
    """A person by name alone."""
    uid, id_ = change.name("person")
    made = Person(uid, id_, check_new(name), added=now.date())
    change.put(made)
    return made


def check_new(name: str) -> str:
    """As `check_name`, of a name that nobody has yet: words for me and for them are none."""
    if name_matching.is_me(name) or name_matching.is_them(name):
        raise Refused(f"{name!r} has a meaning of its own here (@me, @them).", "Give the person another name.")
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
            raise Resembles(
                f"{error.message} Nothing was logged.", f"{error.hint}{_longer(everybody, error)} For somebody new: --new",
                word, error.names,
            ) from None  # fmt: skip
        except NotFound:
            check_several(word)
    check_new(word)
    return None


def _longer(everybody: Sequence[Person], error: Resembles) -> str:
    """How somebody gets the longer name that was given."""
    short = next((p.name for p in everybody if p.name == error.names[0] and name_matching.extends(error.word, p)), "")
    word = " ".join(error.word.split())
    return f' Their whole name: onelog people edit "{short}" --name "{word}".' if short else ""


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
        error = Resembles("", "", name, near[:3])
        raise Resembles(
            f"{name[:40]!r} may be {listed(near[:3])}. Nobody was added.", f"{_longer(everybody, error)} For somebody new: --new".strip(),
            name, near[:3],
        )  # fmt: skip


def check_several(word: str) -> None:
    """Raises `Refused` where a name that is to be made is a sentence, holds several people's, or stands for all of them."""
    shown = sanitize.safe(word, newlines=False)[:40]
    if name_matching.is_sentence(word):
        raise Unnamed(
            f"{shown!r} is no name.", "Name the person first: onelog log PERSON WORDS. Somebody who is called so: --new"
        )
    if found := name_matching.several(word):
        each = ", ".join(f"onelog log {sanitize.quoted_name(name)} …" for name in found[:3])
        raise Refused(f"{shown!r} names several people, and a talk is with one.", f"Log each of them: {each}")
    if name_matching.normalize(word) in name_matching.EVERYBODY:
        raise Refused(f"{shown!r} is nobody in particular.", "Name one person. Somebody who is called so: --new")


def met_person(store: Store, change: "Writing", word: str, now: datetime, *, insist: bool) -> tuple[Person, bool]:
    """The person a meeting is with, and whether they are new. Raises as `meant`."""
    known = meant(store, word, insist=insist)
    return (known, False) if known else (new_person(change, name_matching.without_honorific(word), now), True)


def record(store: Store, word: str, *kinds: str) -> Record:
    """The record with this id, if it is of one of `kinds` (any, if none is given).

    Raises `NotFound` for an unknown id (with the nearest one), `Refused` for a kind that makes no sense here.
    """
    try:
        found = records.by_id(store, word)
    except NotFound as error:
        given = records.handle(store, word) is not None  # to a record that was deleted: no other one is meant
        near = [] if given else get_close_matches(word.lower(), _open_ids(store), 1, 0.7)
        raise NotFound(error.message, f"Did you mean {near[0]}?" if near else error.hint) from None
    if kinds and kind_of(found) not in kinds:
        meant_for = listed([_an(kind) for kind in kinds])
        raise Refused(f"{found.id} is {_an(kind_of(found))}; this is for {meant_for}.", f"onelog show {found.id}")
    return found


def _open_ids(store: Store) -> list[str]:
    return [a.id for a in records.actions(store)[:500]]
