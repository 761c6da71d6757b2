"""The people and goals that a text names: looked up while it is read, made when it is kept."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from onelog.core.errors import Ambiguous, Doubt, Message, NotFound, Refused
from onelog.core.model import Person, Ref
from onelog.core.names import name_forms, name_matching, name_words
from onelog.core.numbers import begins_like_number
from onelog.core.scales import Scale
from onelog.insight import goal_names
from onelog.insight.resolve import check_new, check_several, new_person
from onelog.markdown import grammar
from onelog.store import people, records
from onelog.store.database import Store

if TYPE_CHECKING:  # reading a text is reading; only who makes a person comes with a change to write
    from onelog.store.transaction import Writing

_MOST_WORDS = 12


def cut_goal(store: Store, text: str) -> tuple[str, str]:
    """The words at the beginning of a check-in that name a goal, and the rest as it was written.

    Several words are a name where they are all of a title or metric, or begin one and a number follows.
    """
    ends = [found.end() for found in re.finditer(r"\S+", text)][:_MOST_WORDS]
    refs = records.goal_refs(store) if len(ends) > 1 and text[0] not in "\"'" else []
    if refs and not goal_names.with_id(refs, text[: ends[0]]):
        for end in reversed(ends[1:]):
            rest = text[end:].lstrip()
            if goal_names.called(refs, text[:end]) or (
                begins_like_number(rest) and goal_names.beginning(refs, text[:end])
            ):
                return text[:end], rest
    return grammar.first_word(text)


class Names:
    """Answers a reader of documents which names can be taken, and turns them into people and goals afterwards."""

    def __init__(
        self,
        store: Store,
        called: Mapping[str, str] | None = None,
        *,
        alone: bool = False,
        scales: Mapping[str, Scale] = MappingProxyType({}),
    ) -> None:
        """`called` says of a name whose it is; `alone`: what is read is with nobody, and @them is nobody.

        `scales` are those of one's own that may be said.
        """
        self.scales = scales
        self.store = store
        self.called = called or {}
        self.alone = alone
        self.conventions = store.conventions
        self._keeper = [Person("", "", self.conventions.me)] if self.conventions.me else []
        self.made: list[Person] = []
        self._new: dict[str, Person] = {}
        """The people whom this text names and nobody knows yet."""

    @property
    def new(self) -> list[str]:
        """The names in what was read that are nobody's yet."""
        return [*self._new]

    def person(self, word: str) -> Doubt:
        """ "" when `word` is somebody, or somebody new; else why not."""
        word = self._named(word)
        everybody = [*people.everybody(self.store), *self._new.values()]
        fitting = name_matching.fitting(everybody, word)
        if self._is_mine(word, fitting):
            return ""
        if len(fitting) > 1:
            return Message("errors.notice.could_be", word=word[:20], names=tuple(p.name for p in fitting[:4]))
        if fitting:
            return ""
        if name_words.is_them(word):
            return Message("errors.notice.nobody_here", word=word[:20]) if self.alone else ""
        return self._why_not_new(everybody, word)

    def named(self, word: str) -> tuple[str, ...]:
        """Those whose whole name, or whole word or part of it, a word is: `me` and `them` too."""
        word = self._named(word)
        if name_words.is_me(word) or (name_words.is_them(word) and not self.alone):
            return ("me",) if name_words.is_me(word) else ("them",)
        those = name_matching.called_whole([*people.everybody(self.store), *self._keeper], word)
        return tuple("me" if p in self._keeper else p.name for p in those)

    def _is_mine(self, word: str, fitting: Sequence[Person]) -> bool:
        """Whether a word is me, or the keeper's name: the whole of it, or a part that fits nobody else."""
        if fitting and name_matching.exact(fitting, word):
            return False
        is_whole = not fitting or name_matching.exact(self._keeper, word)
        return name_words.is_me(word) or bool(is_whole and name_matching.called_whole(self._keeper, word))

    def _named(self, word: str) -> str:
        said = self.called.get(name_forms.normalize(word), "")
        return said if said and said != "new" else word

    def _why_not_new(self, everybody: Sequence[Person], word: str) -> Doubt:
        is_new = self.called.get(name_forms.normalize(word)) == "new"
        near = [] if is_new else [p.name for p in name_matching.resembling(everybody, word)]
        if meaning := near[0] if near else f"@{them}" if (them := name_words.mistyped(word)) else "":
            return Message("errors.notice.nobody_called", word=word[:20], name=meaning)
        try:
            name = check_new(_without_point(word))
            check_several(name)
        except Refused as error:
            return error.text
        self._new[name] = Person("", "", name)
        return ""

    def goal(self, word: str) -> Doubt:
        """ "" when `word` is a goal; else why not."""
        try:
            goal_names.goal(self.store, word)
        except (Ambiguous, NotFound) as error:
            return error.text
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
        fitting = name_matching.fitting(people.everybody(self.store), word)
        if self._is_mine(word, fitting):
            return None
        if fitting:
            return fitting[0].ref
        if name_words.is_them(word):
            return them
        self.made.append(new_person(change, name_forms.without_honorific(_without_point(word)), now))
        return self.made[-1].ref


def _without_point(word: str) -> str:
    """A name that ends a sentence or a part of one, without the sign for that."""
    return word.rstrip(".,;:!?)]}、。！？，）」』") or word
