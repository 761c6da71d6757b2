"""A review as a document: headings, tables and items in one language, for Markdown and for the terminal alike."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onelog.core.calendar.periods import Period
from onelog.core.names.honorifics import titled
from onelog.core.phrases import find, say, spoken
from onelog.core.results.blocks import Block, Heading, ListItem, Table, Text
from onelog.core.results.review import HANDOVER, Claim, Count, GoalLook, Review, Section, Strength
from onelog.formats.review_phrases import day_text, number_text, reckoned_text


def of_review(review: Review, language: str) -> list[Block]:
    """The whole document, its title first."""
    return [*Written(review.day, language, review.profile, running=review.running).review(review)]


class Written:
    """The parts of a document as it is told on a day."""

    def __init__(self, day: date, language: str, reader: str = "me", *, running: bool = False) -> None:
        self.now, self.language, self.reader, self.running = day, language, reader, running

    def say(self, key: str, **values: object) -> str:
        """The phrase, in the words for this reader where there are such."""
        own = f"{self.reader}_{key}"
        people = {place: self.name(str(values[place])) for place in ("name", "other") if place in values}
        return say(self.language, f"review.{own if find(f'review.{own}') else key}", **values | people)

    def name(self, name: str) -> str:
        """Somebody who is spoken of; in Japanese nobody is without a title."""
        return titled(name) if self.language == "ja" else name

    def day(self, day: date | None) -> str:
        return day_text(day, self.language, self.now) if day else ""

    # --- a review

    def review(self, review: Review) -> Iterator[Block]:
        key = "title_me" if review.me else "title"
        yield Heading(1, self.say(key, me=review.me, period=self.period(review.period), name=review.person or ""))
        yield Text(" · ".join(self.facts(review)))
        if not review.sections and not any(count.now or count.of for count in review.counts):
            yield Text(self.say("nothing_shown" if any(n for _, n in review.left_out) else "nothing"))
            return
        yield from self.numbers(review)
        for section in review.sections:
            if section.key != "met":  # it stands with the numbers
                yield Heading(2, self.say(section.key))
            yield from self.section(section, review)

    def facts(self, review: Review) -> Iterator[str]:
        """Which days, for whom, with whom, and as of when."""
        first, last = (day_text(day, self.language) for day in (review.period.start, review.period.last))
        yield self.say("span", first=first, last=last)
        yield self.say(f"for_{review.profile}")
        if review.person:
            yield self.say("with", name=review.person)
        yield self.say("so_far" if review.running else "as_of", day=day_text(review.day, self.language))

    def numbers(self, review: Review) -> Iterator[Block]:
        """The counts beside those of the period before; what there was in neither is left out."""
        shown = [one for one in review.counts if one.now or one.of or one.before or one.of_before]
        if shown:
            named = self.period(review.period)
            now = self.say("so_far_short", period=named) if review.running else named
            yield Heading(2, self.say("numbers"))
            rows = tuple(self.count(one) for one in shown)
            if self.reader == HANDOVER:  # nothing to compare with
                yield Table(("", named), tuple(row[:2] for row in rows))
            else:
                yield Table(("", now, self.before(review)), rows)

    def period(self, period: Period) -> str:
        return spoken.period(period.name, period.start, self.language)

    def before(self, review: Review) -> str:
        """The name of the period before; of a part of one its days."""
        if not review.running:
            return self.period(review.before)
        return self.say("span", first=self.day(review.before.start), last=self.day(review.before.last))

    def count(self, one: Count) -> tuple[str, ...]:
        both = ((one.now, one.of, one.late), (one.before, one.of_before, one.late_before))
        return self.say(one.name), *(self.amount(one.name, *side) for side in both)

    def amount(self, name: str, n: int, of: int | None, late: int | None) -> str:
        """A number, out of how many where there are any; of promises with how many of them were late."""
        if not of:
            return str(n)
        key = "n_of_late" if late else "n_of_meetings" if name == "meetings_kept" else "n_of"
        return self.say(key, n=n, of=of, late=late)

    def section(self, section: Section, review: Review) -> Iterator[Block]:
        if section.key == "promises":
            yield from self.promises(section, review)
            return
        if section.key == "goals":
            yield from self.goals(section.looks)
            return
        yield from (self.strength(one) for one in section.strengths)
        for part in section.parts:
            if part.key != section.key and part.key != "ahas":
                yield Heading(3, self.say(part.key))
            yield from (self.item(claim) for claim in part.claims)

    # --- promises

    def promises(self, section: Section, review: Review) -> Iterator[Block]:
        """The counts side by side, then what was accomplished and what was not."""
        both = (("mine", review.mine), ("theirs", review.theirs))
        undated = any(counts and counts.undated for _, counts in both)
        heads = ("kept", "late", *(["undated"] if undated else []), "overdue", "dropped", "open")
        rows = tuple(
            (self.say(whose), *(str(getattr(counts, head)) for head in heads))
            for whose, counts in both
            if counts and sum(counts)
        )
        if rows:
            yield Table(("", *(self.say({"open": "still_open"}.get(head, head)) for head in heads)), rows)
        for whose, _ in both:
            for came, states in (("done", ("kept", "late", "undated")), ("not", ("overdue", "dropped"))):
                parts = [part for part in section.parts if part.key in {f"{whose}_{state}" for state in states}]
                if parts:
                    yield Heading(3, self.say(f"{whose}_{came}"))
                    claims = (claim for part in parts for claim in part.claims)
                    yield from map(self.item, sorted(claims, key=lambda one: str(one.closed or one.due)))

    def action(self, one: Claim) -> Iterator[str]:
        """Whose it is, when it was due and what became of it; how late others were is told to me alone."""
        days = 0 if one.owner and self.reader != "me" else one.days or 0
        yield self.name(one.owner or "")
        yield self.say("with", name=one.person) if one.person and one.person != one.owner else ""
        if one.state in ("kept", "late", "undated"):
            yield self.say("done_late" if days else "done_on", day=self.day(one.closed), n=days)
        elif one.state == "dropped":
            yield self.say("dropped_why" if one.why else "dropped_on", day=self.day(one.closed), text=one.why)
        elif one.state == "overdue":
            yield self.say("is_overdue" if days else "was_due", day=self.day(one.due), n=days)
        else:
            yield self.say("was_due", day=self.day(one.due)) if one.due else self.say("no_due")
            yield self.say("for_goal", id=one.goal) if one.goal else ""
        yield self.since(one)

    def since(self, one: Claim) -> str:
        return self.say(f"since_{one.since[0]}", day=self.day(one.since[1])) if one.since else ""

    # --- goals

    def goals(self, looks: Sequence[GoalLook]) -> Iterator[ListItem]:
        """Those under a goal stand below it, two deep; what is deeper stands with them."""
        waiting = [(look.depth, self.goal(look)) for look in looks]
        while waiting:
            depth, item = waiting.pop(0)
            under = []
            while waiting and waiting[0][0] > depth:
                under.append(waiting.pop(0)[1])
            yield item._replace(below=(*item.below, *under))

    def goal(self, look: GoalLook) -> ListItem:
        one = look.claim
        about = [self.say("with", name=one.person) if one.person else "", *self.course(look)]
        checkins = tuple(self.checkin(claim, look.unit) for claim in look.checkins)
        shown = tuple(part for part in about if part)
        state = look.pace if one.state == "open" else {"achieved": "done"}.get(one.state, one.state)
        return ListItem(without_tags(one), shown, one.id, state=state, strong=True, below=checkins)

    def course(self, look: GoalLook) -> Iterator[str]:
        """How it ended, or how far it is against its line."""
        one = look.claim
        if one.state != "open":
            yield (
                self.say(one.state, day=self.day(one.closed))
                if one.closed and one.state != "dropped"
                else self.say(f"{one.state}_no_day")
            )
            if look.early is not None and one.state == "achieved":
                word = "early" if look.early > 0 else "after" if look.early < 0 else "on_its_day"
                yield self.say(word, n=abs(look.early))
        elif look.days is not None:
            close = look.pace == "on track" or not look.days
            yield self.say("on track") if close else self.say("ahead" if look.days > 0 else "behind", n=abs(look.days))
        yield from self.way(look)
        if one.state == "open" and one.due:
            yield self.say("by", day=day_text(one.due, self.language))

    def way(self, look: GoalLook) -> Iterator[str]:
        unit = f" {look.unit}" if look.unit else ""
        if look.current is not None and look.target is not None:
            yield self.say("way", now=number_text(look.current) + unit, target=number_text(look.target))
        if look.expected is not None and look.claim.state == "open":
            yield self.say("expected_now" if self.running else "expected", value=reckoned_text(look.expected))

    def checkin(self, one: Claim, unit: str = "") -> ListItem:
        value = "" if one.value is None else f"{number_text(one.value)} {unit}".strip()
        return ListItem(one.text or value, (), self.source(one), value if one.text else "")

    # --- claims

    def item(self, one: Claim) -> ListItem:
        if one.kind == "person":
            return self.person(one)
        below = (
            [ListItem(bare(one.why, one.tags), label=self.say("because"))] if one.why and one.kind != "action" else []
        )
        below += [self.beside(near) for near in one.beside]
        about = self.action(one) if one.kind == "action" else self.about(one)
        said = tuple(dict.fromkeys(word for word in about if word))
        return ListItem(without_tags(one), said, self.source(one), state=_drawn(one), below=tuple(below))

    def about(self, one: Claim) -> Iterator[str]:
        if one.kind in ("praise", "growth"):
            yield self.direction(one)
        elif one.kind == "goal":
            yield self.say("by", day=day_text(one.due, self.language)) if one.due else ""
        else:
            yield self.say("with", name=one.person) if one.person else ""
        if one.kind == "concern":
            yield self.say("settled", day=self.day(one.closed)) if one.closed else self.say("open")
        yield self.since(one)

    def direction(self, one: Claim) -> str:
        """Who is not me: whom feedback was from, or to."""
        if one.giver and one.receiver:
            return self.say("from_to", name=one.giver, other=one.receiver)
        way = "from" if one.giver else "to"
        return self.say(way, name=one.giver or one.receiver) if one.giver or one.receiver else ""

    def beside(self, near: Claim) -> ListItem:
        """What was noted with it: a measured value, or praise."""
        if near.kind != "checkin":
            return ListItem(without_tags(near), (self.direction(near),), self.source(near), self.say("praise"))
        value = "" if near.value is None else number_text(near.value)
        text = " ".join(part for part in (value, near.text) if part)
        return ListItem(text, (self.say("of_goal", id=near.goal),), self.source(near), self.say("measured"))

    def person(self, one: Claim) -> ListItem:
        met = self.say("last_met", day=self.day(one.day), n=one.days) if one.day else self.say("never_met")
        return ListItem(one.text, (met,), one.id)

    def source(self, one: Claim) -> str:
        key = "source" if one.meeting_id else "source_alone"
        return self.say(key, day=self.day(one.day), id=one.id, meeting=one.meeting_id)

    # --- skills

    def strength(self, one: Strength) -> ListItem:
        """One line a skill: who saw it, how often, and where that is written."""
        kinds = [claim.kind for claim in one.claims]
        about = [self.say("praised_by", n=one.people)] if one.people else []
        about += [self.say(f"n_{kind}", n=kinds.count(kind)) for kind in ("praise", "growth", "win") if kind in kinds]
        return ListItem(one.tag, tuple(about), ", ".join(claim.id for claim in one.claims), strong=True)


def _drawn(one: Claim) -> str:
    drawn = {"kept": "done", "late": "done", "undated": "done", "overdue": "late"}
    return drawn.get(one.state, one.state) if one.kind == "action" else ""


def without_tags(one: Claim) -> str:
    return bare(one.text, one.tags)


def bare(text: str, tags: Sequence[str]) -> str:
    """The words without the tags at their end: those are signs for the keeper, no part of the sentence."""
    text = text.rstrip()
    while (found := re.search(r"\s[#+](\S+)$", text)) and found[1].casefold() in {tag.casefold() for tag in tags}:
        text = text[: found.start()].rstrip()
    return text
