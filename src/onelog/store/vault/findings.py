"""What a look at the journal finds: what is wrong, how bad it is, and what mends it."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from onelog.core.errors import Message, Notice, notice
from onelog.core.results.safety.doctor import Finding

MOST = 20
"""Findings of one check that are told one by one; the others are counted."""
MEND = "onelog doctor --mend"
CLOCK = Message("errors.doctor.set_clock")
RESTORE = Message("errors.doctor.restore")


class Examination:
    """What a look at a journal finds, check by check."""

    def __init__(self) -> None:
        self.checked: dict[str, int | None] = {}
        """The checks that were made, in order, and how much each looked at."""
        self.newest: datetime | None = None
        """When the journal was changed last; None where it never was, or cannot tell."""
        self._found: list[Finding] = []
        self._times: Counter[str] = Counter()

    def check(self, name: str, count: int | None = None) -> None:
        self.checked[name] = count

    def count(self, name: str) -> None:
        self.checked[name] = (self.checked.get(name) or 0) + 1

    def add(self, name: str, level: str, message: Message, mend: Message | str = "") -> None:
        """What is wrong, and what mends it: a command, or a sentence."""
        self._times[name] += 1
        if self._times[name] <= MOST:
            mended_by = Notice(mend) if isinstance(mend, Message) else mend
            self._found.append(Finding(name, level, Notice(message), mended_by))

    def has(self, *names: str) -> bool:
        """Whether one of these checks has found something."""
        return any(self._times[name] for name in names)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of the checks."""
        place = {name: number for number, name in enumerate(self.checked)}
        found = sorted([*self._found, *self._uncounted()], key=lambda one: place.get(one.check, len(place)))
        return tuple(found)

    def _uncounted(self) -> Iterator[Finding]:
        for name, times in self._times.items():
            if times > MOST:
                last = next(one for one in reversed(self._found) if one.check == name)
                yield last._replace(message=notice("doctor.more", n=times - MOST))
