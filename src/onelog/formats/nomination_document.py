"""A nomination as a document, ready to be pasted: strengths in the words of those who praised them, wins, goals reached."""

from collections.abc import Iterable, Iterator

from onelog.core.phrases import say
from onelog.core.results.blocks import Block, Heading, ListItem, Text
from onelog.core.results.review import Claim, Nomination, Strength
from onelog.formats.review_document import Written, without_tags
from onelog.formats.review_phrases import day_text


def of_nomination(case: Nomination, language: str, *, ids: bool = False) -> list[Block]:
    """The whole document, its title first; `ids` names the record and the meeting of each claim, to check them."""
    return [*_Case(case, language, ids=ids).document()]


class _Case(Written):
    def __init__(self, case: Nomination, language: str, *, ids: bool) -> None:
        super().__init__(case.day, language)
        self.case, self.ids = case, ids
        self.quoted = set[str]()
        """The ids of praise that stands above already."""

    def source(self, one: Claim) -> str:
        return super().source(one) if self.ids else self.day(one.day)

    def document(self) -> Iterator[Block]:
        case = self.case
        name = case.name if case.mine else self.name(case.name)
        yield Heading(1, say(self.language, "review.case", name=name) if name else self.say("case_mine"))
        yield Text(" · ".join(self.span()))
        if case.strengths:
            yield Heading(2, self.say("strengths"))
        yield from self.praised(case.strengths)
        if case.wins:
            yield Heading(2, self.say("wins"))
            yield from map(self.win, case.wins)
        if case.goals:
            yield Heading(2, self.say("reached"))
            reached = (self.goal(look)._replace(below=()) for look in case.goals)
            yield from (goal if self.ids else goal._replace(source="") for goal in reached)
        if not (case.strengths or case.wins or case.goals):
            yield Text(self.say("no_case"))

    def span(self) -> Iterator[str]:
        period, day = self.case.period, self.case.day
        first, last = (day_text(one, self.language) for one in (period.start, period.last))
        yield self.say("span", first=first, last=last)
        if day < period.last:
            yield self.say("so_far", day=day_text(day, self.language))

    def praised(self, strengths: Iterable[Strength]) -> Iterator[ListItem]:
        """Each with its praise, which is quoted once, under the first of its tags, and tells what else it was for.

        What several people praised has its heading also where all of its quotes stand above.
        """
        for one in strengths:
            new = [claim for claim in one.claims if claim.id not in self.quoted]
            self.quoted |= {claim.id for claim in new}
            about = [self.say("n_praise", n=len(one.claims))]
            about += [self.say("praised_by", n=one.people)] if one.people > 1 else []
            if len(new) < len(one.claims):
                about += [self.say("above" if new else "all_above", n=len(one.claims) - len(new))]
            if new or one.people > 1:
                said = tuple(self.quote(claim, one.tag) for claim in new)
                yield ListItem(one.tag or self.say("no_tag"), tuple(about), strong=True, below=said)

    def quote(self, one: Claim, tag: str) -> ListItem:
        also = [other for other in one.tags if other != tag]
        about = [self.say("from", name=one.giver)] if one.giver else []
        about += [self.say("also", tags=self.say("comma").join(also))] if also else []
        return ListItem(self.say("quote", text=without_tags(one)), tuple(about), self.source(one))

    def win(self, one: Claim) -> ListItem:
        """Without praise that is quoted above."""
        beside = tuple(near for near in one.beside if near.id not in self.quoted)
        return self.item(one._replace(person=None, beside=beside))

    def direction(self, one: Claim) -> str:
        """Who gave it; whom it is to, the title says."""
        return self.say("from", name=one.giver) if one.giver else ""
