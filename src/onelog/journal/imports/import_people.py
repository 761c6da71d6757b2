"""Whom the names in what is imported mean: nobody is made twice, and nobody is taken for somebody else in silence."""

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from onelog.core.errors import Ambiguous, Message, Refused, Resembles, fold, joined_by_or
from onelog.core.model import Person
from onelog.core.names import name_forms, name_matching
from onelog.core.sanitize import safe
from onelog.insight.resolve import check_several
from onelog.store import people
from onelog.store.database import Store
from onelog.store.transaction import Writing

NOBODY: Mapping[str, str] = MappingProxyType({})
"""Nothing is said about any name."""
NEW = "new"
"""Says of a name that it is somebody new."""
_SHOWN = 5


class Whom:
    """The people that the names of one import mean; collects the names that are not clear."""

    def __init__(self, store: Store, called: Mapping[str, str] = NOBODY) -> None:
        """`called` says of a name whose it is, by the name as it is compared."""
        self.store, self.called = store, called
        self.change: Writing | None = None
        """The import, once it has begun: the people whom it brings are known from then on."""
        self._people: dict[str, Person] = {}
        self._uids: defaultdict[str, set[str]] = defaultdict(set)
        """The uids of people by their keys, so that an import of very many is no comparison of all with all."""
        self._seen = 0
        for person in people.everybody(store):
            self._add(person)
        self.before = {*self._people}
        self.unclear: dict[str, tuple[str, list[str]]] = {}

    def _add(self, person: Person) -> None:
        self._people[person.uid] = person
        for key in name_matching.keys(person):
            self._uids[key].add(person.uid)

    def everybody(self) -> dict[str, Person]:
        """Those who are here, and those who came meanwhile, by uid."""
        lines = self.change.lines if self.change else []
        for kind, uid, *_ in lines[self._seen :]:
            if kind == "person" and (person := people.by_uid(self.store, uid)):
                self._add(person)
        self._seen = len(lines)
        return self._people

    def called_so(self, *words: str) -> list[Person]:
        """Those who may be called by one of these names in whole, in whatever way it is written."""
        everybody = self.everybody()
        uids = {uid: None for word in words for key in name_matching.keys_of(word) for uid in self._uids.get(key, ())}
        return [everybody[uid] for uid in uids]

    def name(self, word: str) -> str:
        """The name that somebody new gets for a word."""
        said = self.called.get(name_forms.normalize(word), "")
        return said if said and said != NEW else word

    def known(self, word: str, *, is_whole: bool = False) -> Person | None:
        """Who is meant; None for somebody new. `is_whole`: onelog wrote it, and those it wrote beside it are others.

        Raises `Ambiguous`, and `Refused` for a name of several people.
        """
        said = self.called.get(name_forms.normalize(word), "")
        name = self.name(word)
        found = name_matching.named(self.called_so(name), name)
        if not found and said != NEW:
            everybody = self.everybody()
            others = [everybody[uid] for uid in self.before] if is_whole else [*everybody.values()]
            found = name_matching.fitting(others, name)
            if not found and not said:
                if not is_whole:
                    self._refuse_several(word)
                self._look(others, word)
        if len(found) > 1:
            fitting = ", ".join(p.name for p in found[:4])
            raise Ambiguous("person.fits_several", name=safe(word)[:40], fitting=fitting)
        return found[0] if found else None

    def _refuse_several(self, word: str) -> None:
        """Raises `Refused` for several names in one word."""
        try:
            check_several(word)
        except Refused as error:
            raise Refused("person.say_who", error=error, name=safe(word)[:40]) from None

    def _look(self, others: list[Person], word: str) -> None:
        """Notes a name that is nearly somebody's."""
        if near := name_matching.resembling(others, word):
            self.unclear.setdefault(name_forms.normalize(word), (word, [p.name for p in near[:3]]))

    def check(self) -> None:
        """Raises `Resembles` where names were not clear."""
        if not self.unclear:
            return
        shown = [(safe(word, newlines=False)[:40], near) for word, near in self.unclear.values()]
        listed = [
            Message("errors.person.unclear_name", name=word, near=joined_by_or(near)) for word, near in shown[:_SHOWN]
        ]
        more = Message("errors.person.and_more", n=len(shown) - _SHOWN) if len(shown) > _SHOWN else ""
        pairs = " ".join(f'--people "{word}={near[0]}"' for word, near in shown[:_SHOWN])
        first, near = next(iter(self.unclear.values()))
        raise Resembles(
            "person.nobody_taken",
            listed=fold("talk.semicolon", listed),
            more=more,
            pairs=pairs,
            first=shown[0][0],
            word=first,
            names=near,
        )
