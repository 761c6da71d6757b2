"""Who and what somebody means by a word: a person, a goal, a record."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from onelog import grammar, matching, plain
from onelog.errors import Ambiguous, NotFound, Refused, Resembles, Unnamed
from onelog.model import Goal, Person, Record, Ref, kind_of
from onelog.numbers import begins_like_number
from onelog.store import people, records
from onelog.store.file import Store

if TYPE_CHECKING:  # naming somebody is reading; only who makes a person comes with a change to write
    from onelog.store.writing import Writing

_NAME = re.compile(r'^[^\s@"`:][^"`:\n\t]*$')
LONGEST_NAME = 100


def check_name(name: str) -> str:
    """The name as it will be kept, blanks at its ends taken off. Raises `Refused` for what cannot be a name."""
    name = " ".join(name.split())
    if not name:
        raise Refused("A person needs a name.", 'For example: onelog people add "Mia Tanaka"')
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} characters; this one has {len(name)}.", "Use a shorter one.")
    if not _NAME.match(name) or plain.safe(name) != name or name.startswith("-"):
        raise Refused(
            f'{plain.safe(name)[:40]!r} cannot be a name: it holds a control character or one of " ` : or begins with @ or -.',
            "Letters of any language, blanks, dots and hyphens are fine.",
        )
    if name.casefold() in ("me", "them"):
        raise Refused(f"{name!r} has a meaning of its own here (@me, @them).", "Give the person another name.")
    return name


def person(store: Store, word: str) -> Person:
    """The person a word means: by id, alias, name or reading, however it is written, or by a part or beginning of it.

    Raises `Ambiguous` with the candidates, `Resembles` with the nearest names, or `NotFound`.
    """
    return _one(people.everybody(store), word)


def _one(everybody: Sequence[Person], word: str) -> Person:
    fitting = matching.fitting(everybody, word)
    if len(fitting) == 1:
        return fitting[0]
    shown = plain.safe(word, newlines=False)[:40]
    if fitting:
        raise _ambiguous(fitting, shown)
    if near := matching.resembling(everybody, word)[:3]:
        called = [p.name for p in near]
        raise Resembles(f"Nobody is called {shown!r}.", f"Did you mean {_or(called)}?", word, called)
    raise NotFound(f"Nobody is called {shown!r}.", "onelog people lists everybody; onelog log NAME makes a new person.")


def _ambiguous(fitting: Sequence[Person], shown: str) -> Ambiguous:
    return Ambiguous(
        f"Several people fit {shown!r}: {', '.join(p.name for p in fitting[:8])}.", "Say more of the name.",
        [p.name for p in fitting[:9]],
    )  # fmt: skip


def _or(names: list[str]) -> str:
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
    if matching.is_me(name) or matching.is_them(name):
        raise Refused(f"{name!r} has a meaning of its own here (@me, @them).", "Give the person another name.")
    return check_name(name)


def meant(store: Store, word: str, *, insist: bool) -> Person | None:
    """The person a word means; None for somebody new: a name that can be one, and that resembles nobody's.

    With `insist` it is somebody new unless it is somebody's whole name. Raises `Ambiguous`, `Resembles`, `Refused`.
    """
    everybody = people.everybody(store)
    if insist:
        if found := matching.named(everybody, word):
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
    short = next((p.name for p in everybody if p.name == error.names[0] and matching.extends(error.word, p)), "")
    word = " ".join(error.word.split())
    return f' Their whole name: onelog people edit "{short}" --name "{word}".' if short else ""


def check_unlike(store: Store, name: str, *, insist: bool) -> None:
    """Raises `Resembles` where a name that is to be made may be somebody's, `Refused` where it holds several people's."""
    if insist:
        return
    everybody = people.everybody(store)
    near = [p.name for p in matching.fitting(everybody, name)] or [p.name for p in matching.resembling(everybody, name)]
    check_several(name)
    if near:
        error = Resembles("", "", name, near[:3])
        raise Resembles(
            f"{name[:40]!r} may be {_or(near[:3])}. Nobody was added.", f"{_longer(everybody, error)} For somebody new: --new".strip(),
            name, near[:3],
        )  # fmt: skip


def check_several(word: str) -> None:
    """Raises `Refused` where a name that is to be made is a sentence, holds several people's, or stands for all of them."""
    shown = plain.safe(word, newlines=False)[:40]
    if matching.is_sentence(word):
        raise Unnamed(
            f"{shown!r} is no name.", "Name the person first: onelog log PERSON WORDS. Somebody who is called so: --new"
        )
    if found := matching.several(word):
        each = ", ".join(f"onelog log {shlex_quote(name)} …" for name in found[:3])
        raise Refused(f"{shown!r} names several people, and a talk is with one.", f"Log each of them: {each}")
    if matching.normalize(word) in matching.EVERYBODY:
        raise Refused(f"{shown!r} is nobody in particular.", "Name one person. Somebody who is called so: --new")


def shlex_quote(name: str) -> str:
    """A name as one word of a command."""
    return f'"{name}"' if " " in name else name


def met_person(store: Store, change: "Writing", word: str, now: datetime, *, insist: bool) -> tuple[Person, bool]:
    """The person a meeting is with, and whether they are new. Raises as `meant`."""
    known = meant(store, word, insist=insist)
    return (known, False) if known else (new_person(change, matching.without_honorific(word), now), True)


Goals = Sequence[tuple[Ref, str, str | None, bool]]
"""The goals to look among: reference, title, metric, and whether it is open."""
_MOST_WORDS = 12


def goal(store: Store, word: str) -> Ref:
    """The goal a word means: by id, by its whole title or metric (open goals first), or by the beginning of a word of them.

    Raises `Ambiguous` or `NotFound`.
    """
    fitting = _fitting(records.goal_refs(store), word)
    if len(fitting) == 1:
        return fitting[0][0]
    shown = plain.safe(word, newlines=False)[:40]
    if fitting:
        several = ", ".join(f"{ref.label} {title}" for ref, title in fitting[:4])
        raise Ambiguous(f"Several goals fit {shown!r}: {several}.", "Name the goal by its id.")
    raise NotFound(f"No goal fits {shown!r}.", "onelog goals lists them; onelog goals add TITLE makes one.")


def cut_goal(store: Store, text: str) -> tuple[str, str]:
    """The words at the beginning of a check-in that name a goal, and the rest as it was written.

    Several words are a name where they are all of a title or metric, or begin one and a number follows.
    """
    ends = [found.end() for found in re.finditer(r"\S+", text)][:_MOST_WORDS]
    refs = records.goal_refs(store) if len(ends) > 1 and text[0] not in "\"'" else []
    if refs and not _with_id(refs, text[: ends[0]]):
        for end in reversed(ends[1:]):
            rest = text[end:].lstrip()
            if _called(refs, text[:end]) or (begins_like_number(rest) and _beginning(refs, text[:end])):
                return text[:end], rest
    return grammar.first_word(text)


def _fitting(refs: Goals, word: str) -> list[tuple[Ref, str]]:
    """The goals that words fit best: by id, those that are called so (open ones first), else all that they begin."""
    return _with_id(refs, word) or _called(refs, word) or _beginning(refs, word)


def _with_id(refs: Goals, word: str) -> list[tuple[Ref, str]]:
    return [(ref, title) for ref, title, *_ in refs if ref.label == word.lower()]


def _called(refs: Goals, words: str) -> list[tuple[Ref, str]]:
    key = _key(words)
    called = [one for one in refs if key and key in (_key(one[1]), _key(one[2] or ""))]
    return [(ref, title) for ref, title, *_ in [one for one in called if one[3]] or called]


def _beginning(refs: Goals, words: str) -> list[tuple[Ref, str]]:
    begun = re.compile(rf"(?:^|[\s/.,:;()-]){re.escape(_key(words))}")
    return [
        (ref, title) for ref, title, metric, _ in refs if _key(words) and begun.search(_key(f"{title} {metric or ''}"))
    ]


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


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
        meant_for = _or([_an(kind) for kind in kinds])
        raise Refused(f"{found.id} is {_an(kind_of(found))}; this is for {meant_for}.", f"onelog show {found.id}")
    return found


def _open_ids(store: Store) -> list[str]:
    return [a.id for a in records.actions(store)[:500]]


def goal_named(store: Store, word: str) -> Goal:
    """The goal itself, with its check-ins."""
    found = records.by_uid(store, "goal", goal(store, word).uid)
    if not isinstance(found, Goal):
        raise NotFound(f"No goal fits {word[:40]!r}.", "onelog goals lists them.")
    return found


class Names:
    """Answers a reader of documents which names can be taken, and turns them into people and goals afterwards."""

    def __init__(self, store: Store, called: Mapping[str, str] | None = None, *, alone: bool = False) -> None:
        """`called` says of a name whose it is; `alone`: what is read is with nobody, and @them is nobody."""
        self.store = store
        self.called = called or {}
        self.alone = alone
        self.conventions = store.conventions
        self.made: list[Person] = []
        self._new: dict[str, Person] = {}
        """The people whom this text names and nobody knows yet."""

    @property
    def new(self) -> list[str]:
        """The names in what was read that are nobody's yet."""
        return [*self._new]

    def person(self, word: str) -> str:
        """ "" when `word` is somebody, or somebody new; else why not."""
        word = self._named(word)
        everybody = [*people.everybody(self.store), *self._new.values()]
        fitting = matching.fitting(everybody, word)
        if len(fitting) > 1:
            return f"@{word[:20]} could be {_or([p.name for p in fitting[:4]])}"
        if fitting or matching.is_me(word):
            return ""
        if matching.is_them(word):
            return f"@{word[:20]} is nobody here: --with PERSON says who" if self.alone else ""
        return self._why_not_new(everybody, word)

    def _named(self, word: str) -> str:
        said = self.called.get(matching.normalize(word), "")
        return said if said and said != "new" else word

    def _why_not_new(self, everybody: Sequence[Person], word: str) -> str:
        is_new = self.called.get(matching.normalize(word)) == "new"
        near = [] if is_new else [p.name for p in matching.resembling(everybody, word)]
        if meaning := near[0] if near else f"@{them}" if (them := matching.mistyped(word)) else "":
            return f"nobody is called {word[:20]}; did you mean {meaning}"
        try:
            name = check_new(_without_point(word))
            check_several(name)
        except Refused as error:
            return error.message
        self._new[name] = Person("", "", name)
        return ""

    def goal(self, word: str) -> str:
        """ "" when `word` is a goal; else why not."""
        try:
            goal(self.store, word)
        except (Ambiguous, NotFound) as error:
            return error.message
        return ""

    def cut_goal(self, text: str) -> tuple[str, str]:
        """The goal that a check-in begins with, and the rest."""
        return cut_goal(self.store, text)

    def ref(self, word: str, them: Ref | None, change: "Writing", now: datetime) -> Ref | None:
        """The person of `@word`; None is me. Makes a person who is new."""
        word = self._named(word)
        if word.lower() == "me":
            return None
        if word.lower() == "them":
            return them
        if fitting := matching.fitting(people.everybody(self.store), word):
            return fitting[0].ref
        if matching.is_me(word) or matching.is_them(word):
            return them if matching.is_them(word) else None
        self.made.append(new_person(change, matching.without_honorific(_without_point(word)), now))
        return self.made[-1].ref


def _without_point(word: str) -> str:
    """A name that ends a sentence or a part of one, without the sign for that."""
    return word.rstrip(".,;:!?)]}、。！？，）」』") or word
