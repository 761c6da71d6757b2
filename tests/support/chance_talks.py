"""Talks made by chance as values, without a journal: true to life in one way each, with something planted or nothing."""

from datetime import date, timedelta
from random import Random

from onelog.core.model import MODES, Ref
from onelog.insight.patterns.pattern_search import Talks
from onelog.store.queries.patterns import PatternRow, RatedMeeting, TopicDays

BEGIN = date(2022, 1, 3)
NAMES = ("Mia Tanaka", "Aiko Sato", "Ben Okafor", "田中 花子")
KINDS = ("decision", "win", "aha", "praise", "growth", "mine", "theirs", "checkin")
TAGS = ("delivery", "hiring", "courage", "craft", "計画")
HIGH_WITH, HIGH_WITHOUT = 0.75, 0.35
"""How often a talk is rated above the usual on a walk, and elsewhere, where that is planted."""
GRADED = 0.8
"""So much higher, of five, is a walk rated where that is planted."""


class ChanceTalks:
    """`n` talks with so many people in turn, one with each every two weeks; `kind` says what they are like.

    Everybody has habits of their own. A part is not rated, and of a part the mode was not noted; where something is
    planted, all were.
    """

    def __init__(self, seed: int, kind: str = "habits", n: int = 135, people: int = 4) -> None:
        self.random, self.kind, self.n, self.people = Random(f"{kind} {n} {people} {seed}"), kind, n, people  # noqa: S311 - chance that repeats itself
        self.whole = kind in ("planted", "graded", "opposite")
        self.tags = [f"tag{number}" for number in range(40)] if kind == "many tags" else list(TAGS)
        self.ways = [self.way() for _ in range(people)]
        self.last = [0.0] * people
        self.met: list[RatedMeeting] = []
        self.lines: list[PatternRow] = []
        self.topics: list[TopicDays] = []
        for number in range(n):
            self.meet(number)
        self.talks = Talks(self.met, self.lines, self.topics)

    def first(self, rated: int) -> Talks:
        """The talks up to the one with which so many are rated."""
        places = [place for place, one in enumerate(self.met) if one.rating]
        return Talks(self.met[: places[rated - 1] + 1], self.lines, self.topics)

    @property
    def rated(self) -> int:
        return sum(one.rating is not None for one in self.met)

    def way(self) -> dict[str, list[float]]:
        chance = self.random.random
        return {
            "modes": [0.1 + chance() ** 3 for _ in MODES], "days": [0.1 + chance() ** 3 for _ in range(5)],
            "tags": [0.1 + 0.4 * chance() for _ in self.tags], "lines": [0.1 + 0.4 * chance() for _ in KINDS],
            "given": [0.02 + chance() ** 2 for _ in range(5)], "prepared": [0.2 + 0.5 * chance()],
            "open": [0.2 + 0.5 * chance()], "high": [0.3 + 0.4 * chance()],
        }  # fmt: skip

    def meet(self, number: int) -> None:
        pick, who, past = self.random, number % self.people, number / self.n
        way = self.ways[who]
        person = Ref(f"p{who}", NAMES[who])
        days = pick.choices(range(5), way["days"])[0]
        day = BEGIN + timedelta(weeks=2 * (number // self.people), days=days)
        late = past >= 0.5
        mode = self.mode(way, past, late=late)
        walk = mode == "walk"
        rating = self.rate(who, past, late=late, walk=walk)
        rated = self.whole or pick.random() < 0.9
        if self.kind == "bad video unrated" and mode == "video" and rating <= 2 and pick.random() < 0.7:
            rated = False
        known = self.whole or pick.random() < (0.6 if self.kind == "modes missing" else 0.9)
        more = 0.5 * past if self.kind == "habit grows" else 0.0
        share = 0.1 + more if self.kind == "habit grows" else way["prepared"][0]
        tags = tuple(tag for tag, often in zip(self.tags, way["tags"], strict=True) if pick.random() < often)
        uid = f"m{number:05}"
        self.met.append(
            RatedMeeting(
                uid=uid, person=person, day=day, minutes=pick.choice((25, 30, 30, 45)), mode=mode if known else None,
                rating=rating if rated else None, tags=tags, begun=pick.random() < share,
            )
        )  # fmt: skip
        for kind, often in zip(KINDS, way["lines"], strict=True):
            if pick.random() < (0.1 + more if self.kind == "habit grows" else often):
                given = pick.random() < 0.5
                self.lines.append(PatternRow(uid, kind, given=given, received=not given, tags=(), before=False))
        if pick.random() < way["open"][0]:
            self.topics.append(TopicDays(person.uid, day, day + timedelta(days=18), raised=pick.random() < 0.5))

    def mode(self, way: dict[str, list[float]], past: float, *, late: bool) -> str:
        pick = self.random
        if self.whole:
            return pick.choices(("walk", "video", "office", "phone", "chat"), (0.4, 0.2, 0.2, 0.1, 0.1))[0]
        if self.kind == "joint drift":
            return "office" if pick.random() < past else "video"
        if self.kind == "step":
            return pick.choices(("office", "video", "walk"), (0.7, 0.2, 0.1) if late else (0.2, 0.7, 0.1))[0]
        if self.kind == "bad video unrated":
            return pick.choices(("video", "office", "walk"), (0.5, 0.3, 0.2))[0]
        return pick.choices(MODES, way["modes"])[0]

    def rate(self, who: int, past: float, *, late: bool, walk: bool) -> int:
        pick, way = self.random, self.ways[who]
        if self.kind in ("planted", "opposite"):
            turned = self.kind == "opposite" and who % 2
            return 3 + (pick.random() < (HIGH_WITH if walk != bool(turned) else HIGH_WITHOUT))
        if self.kind == "graded":
            return _clipped(pick.gauss(2.9 + GRADED * walk, 1))
        if self.kind == "ties":
            return 4 + (pick.random() < way["high"][0])
        if self.kind in ("joint drift", "habit grows"):
            return _clipped(pick.gauss(2.5 + 1.5 * past, 0.8))
        if self.kind == "drift of ratings":
            return _clipped(pick.gauss(2 + 2 * past, 0.8))
        if self.kind == "step":
            return _clipped(pick.gauss(3 + 0.9 * late, 0.8))
        if self.kind == "bad video unrated":
            return _clipped(pick.gauss(3.3, 1))
        if self.kind == "runs":
            self.last[who] = 0.7 * self.last[who] + pick.gauss(0, 0.7)
            return _clipped(3.3 + self.last[who])
        return pick.choices(range(1, 6), way["given"])[0]


def _clipped(value: float) -> int:
    return min(max(round(value), 1), 5)
