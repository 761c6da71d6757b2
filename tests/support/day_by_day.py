"""Who is due and what was kept, counted a second time: one day after the other, as somebody with a wall calendar would.

Nothing of onelog.core.calendar.recurrence or onelog.core.attendance is used here. A rule is read by its parts; every other question is answered by
looking at each day in turn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Rule:
    """`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU` in its parts."""

    freq: str
    interval: int
    days: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Rule":
        said = dict(part.split("=") for part in text.split(";"))
        return cls(
            said["FREQ"], int(said.get("INTERVAL", 1)), tuple(said["BYDAY"].split(",")) if "BYDAY" in said else ()
        )

    def span(self, day: date) -> int:
        """The number of the week (they begin on Monday) or month."""
        return (day.toordinal() - 1) // 7 if self.freq == "WEEKLY" else day.year * 12 + day.month

    def names(self, day: date) -> bool:
        code = CODES[day.weekday()]
        last = (day + 7 * DAY).month != day.month
        return any(
            said in (code, f"{(day.day + 6) // 7}{code}") or (last and said == f"-1{code}") for said in self.days
        )

    def stands_for(self, met: date) -> date:
        """The day of the rule in the week or month of a meeting that is nearest, looking earlier first."""
        if not self.days:
            return met
        for away in range(40):
            for day in (met - away * DAY, met + away * DAY):
                if self.names(day) and self.span(day) == self.span(met):
                    return day
        raise AssertionError

    def after(self, day: date, base: int = 0) -> date:
        """The day due after a meeting (or a day due) on a day; months count from the day `base` of a month."""
        held = self.stands_for(day)
        wanted = max(held.day, base) if (held + DAY).month != held.month else held.day
        for later in _days(held + DAY):
            if self.days:
                if self.names(later) and (self.span(later) - self.span(held)) % self.interval == 0:
                    return later
            elif self.freq == "MONTHLY":
                months = (later.year - held.year) * 12 + later.month - held.month
                ends = (later + DAY).month != later.month
                if months == self.interval and (later.day == wanted or (ends and later.day < wanted)):
                    return later
            elif (later - held).days == self.interval * (7 if self.freq == "WEEKLY" else 1):
                return later
        raise AssertionError

    def not_before(self, day: date, until: date, base: int) -> tuple[date, int]:
        """The day due after a pause, when `day` would be, and the day of the month that counts since."""
        if not self.days:
            return (until, until.day) if day < until else (day, base)
        while day < until:
            day = self.after(day)
        return day, base

    def first(self, today: date) -> date:
        """Due with somebody who was never met."""
        return next(day for day in _days(today) if not self.days or self.names(day))


def _days(start: date) -> Iterator[date]:
    while True:
        yield start
        start += DAY


@dataclass(frozen=True)
class Left:
    """A skip or (with `until`) a pause: said on a day, of a day due."""

    said: date
    due: date | None
    until: date | None


def due(rule: Rule, met: Sequence[date], left: Sequence[Left], today: date) -> date:
    """The day due with somebody, as `next` tells it on a day."""
    last = max((day for day in met if day <= today), default=None)
    day = rule.first(today) if last is None else rule.after(last)
    base = last.day if last else 0
    for one in left:
        if one.said > today or (last and max(filter(None, (one.until or one.due or one.said,))) <= last):
            continue
        if one.until:
            day, base = rule.not_before(day, one.until, base)
        elif one.due and (last is None or day <= one.due):
            base = base or one.due.day
            day = rule.after(one.due, base)
    return day


@dataclass
class Calendar:
    """What is crossed out on the wall: days due that came, and what became of them."""

    rule: Rule
    left: Sequence[Left]
    came: list[date] = field(default_factory=list)
    """Days due since the last meeting, the newest of which is open."""
    coming: date = date.min
    base: int = 0
    """The day of the month on which a rule of months alone comes, where the month has it."""
    counted: date = date.min
    """What the last meeting that counted stands for."""
    done: list[tuple[date, str, date]] = field(default_factory=list)
    """(day due, what became of it, day on which it counts)."""

    def begin(self, held: date, today: date) -> None:
        """Days due are counted from a meeting; those that are past already came at once."""
        self.came, self.base = [], held.day
        self.coming = self._free(self.rule.after(held))
        while self.coming <= today:
            self.turn(self.coming)

    def turn(self, today: date) -> None:
        """A day begins."""
        if today == self.coming:
            self.came.append(today)
            self.coming = self._next(today)

    def _free(self, day: date) -> date:
        """The day, or the first one due after the pauses in which it lies."""
        while ends := self.pauses(day):
            day, self.base = self.rule.not_before(day, max(ends), self.base)
        return day

    def pauses(self, day: date) -> list[date]:
        return [one.until for one in self.left if one.until and one.said < day < one.until]

    def _next(self, day: date) -> date:
        following = self.rule.after(day, self.base)
        if named := self.skips(day, following):
            following = self.rule.after(max(named), self.base)
        pauses = [one.until for one in self.left if one.until and day <= one.said < following]
        if pauses:
            following, self.base = self.rule.not_before(day, max(pauses), self.base)
        return self._free(following)

    def skips(self, day: date, following: date) -> list[date]:
        return [one.due for one in self.left if one.due and day <= one.due < following]

    def meet(self, today: date) -> None:
        held = self.rule.stands_for(today)
        if self.counted == date.min:
            self.counted = held
        else:
            other = Calendar(self.rule, self.left)
            other.begin(self.counted, date.min)
            if held - self.counted >= other.coming - held and not self.pauses(held):
                self._keep(held, today)
        self.begin(held, today)

    def _keep(self, held: date, today: date) -> None:
        choice = [*self.came, self.coming]
        best = min(choice, key=lambda day: (abs((day - held).days), day))
        if self.known(best):
            return
        for day in choice:
            if day < best:
                self.close(day)
        self.done.append((best, "kept", today))
        self.counted = held

    def known(self, day: date) -> bool:
        return any(due >= day for due, _, _ in self.done)

    def close(self, day: date) -> None:
        if self.known(day):
            return
        self.done.append((day, "skipped" if self.skips(day, self.rule.after(day, self.base)) else "missed", day))


def slots(rule: Rule, met: Sequence[date], left: Sequence[Left], today: date) -> list[tuple[date, str, date]]:
    """What became of every day due since the first meeting."""
    wall = Calendar(rule, left)
    for day in _days(min(met, default=today)):
        if day > today:
            break
        wall.turn(day)
        if day in met:
            wall.meet(day)
    for day in wall.came[:-1]:
        wall.close(day)
    return wall.done
