"""A second calculation of the early warnings: from an export, walking along the days, with nothing of onelog's."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from statistics import median
from typing import Any, NamedTuple

Json = dict[str, Any]
DAY = timedelta(days=1)

LIMITS = {
    "mood_low": 2, "mood_running": 3, "mood_falling": 4, "promise_days": 14, "waiting_days": 21, "concern_days": 90,
    "praise_days": 60, "goal_weeks": 4, "skips_running": 2, "cadence_factor": 1.5,
}  # fmt: skip
MONTH = Fraction(146097, 4800)
"""Days: the calendar repeats itself after 400 years, which are 146,097 days."""


class Found(NamedTuple):
    """A warning: its rule, what it is about, the number, and the ids of its records."""

    rule: str
    about: str
    number: Fraction | int
    records: tuple[str, ...]


class Book:
    """An export, seen on a day."""

    def __init__(self, export: Json, today: date, common: Collection[str] = ()) -> None:
        self.today, self.common = today, set(common)
        self.meetings = sorted(
            (m for m in export["meetings"] if m["at"] and day(m) <= today), key=lambda m: (m["at"], m["uid"])
        )
        every = export["meetings"]
        self.actions = [*export["actions"], *(a for m in every for a in m["actions"])]
        self.moments = [*export["moments"], *(x for m in every for x in m["moments"])]
        self.moments.sort(key=lambda x: (x["at"], x["uid"]))
        self.goals, self.skips = export["goals"], export["skips"]
        self.people = {p["name"]: p for p in export["people"] if not p["archived"]}

    def warnings(self, limits: Mapping[str, float]) -> Iterator[Found]:
        for name, person in self.people.items():
            met = [m for m in self.meetings if m["person"] == name]
            for rule in ("mood", "seen"):
                yield from self.moods(rule, person["id"], met, limits)
            if person["relation"] == "report":
                yield from self.no_praise(person, met, limits)
            if not self.is_paused(name, met):
                yield from self.skipped(person, met, limits)
                yield from self.apart(person, met, limits)
            yield from self.concerns(name, limits)
        yield from self.promises(limits)
        yield from self.untouched(limits)

    # --- people

    def moods(self, rule: str, about: str, met: list[Json], limits: Mapping[str, float]) -> Iterator[Found]:
        """How long the row of low ones is, and how far the average of the last is below that of at most nine before."""
        known = [one for one in met if one[rule] is not None and day(one) >= self.today - 26 * 7 * DAY]
        low, rows = list[Json](), list[list[Json]]()
        for one in known:
            low = [*low, one] if one[rule] <= limits["mood_low"] else []
        if len(low) >= limits["mood_running"]:
            rows.append(low[-int(limits["mood_running"]) :])
        last, before = known[-int(limits["mood_falling"]) :], known[: -int(limits["mood_falling"])][-9:]
        averages = [Fraction(sum(one[rule] for one in some), len(some) or 1) for some in (last, before)]
        if len(before) >= 4 and averages[1] - averages[0] >= Fraction(3, 2):
            rows.append([*before, *last])
        if rows:
            row = max(rows, key=len)
            yield Found(rule, about, min(one[rule] for one in row), ids(row))

    def no_praise(self, person: Json, met: list[Json], limits: Mapping[str, float]) -> Iterator[Found]:
        """Days are counted one by one; praise, or becoming a report, begins anew."""
        anew: dict[str, str] = {one["since"]: "" for one in person["relations"] if one["relation"] == "report"}
        for moment in self.moments:
            if moment["kind"] == "praise" and moment["to"] == person["name"] and moment["from"] == "me":
                anew[str(day(moment))] = moment["id"]
        if not met or not any(self.today - limits["praise_days"] * DAY <= day(one) for one in met):
            return
        at, last, count = day(met[0]), met[0]["id"], 0
        while at < self.today:
            at, count = at + DAY, count + 1
            if str(at) in anew:
                count = 0
        told = [id_ for when, id_ in sorted(anew.items()) if id_ and str(day(met[0])) <= when <= str(self.today)]
        if count > limits["praise_days"]:
            yield Found("praise", person["id"], count, (told[-1] if told else last,))

    def is_paused(self, name: str, met: list[Json]) -> bool:
        last = str(day(met[-1])) if met else ""
        ends = [s["until"] for s in self.skips if s["person"] == name and s["until"]]
        return any(end > max(last, str(self.today)) for end in ends)

    def skipped(self, person: Json, met: list[Json], limits: Mapping[str, float]) -> Iterator[Found]:
        """Along the days due: a meeting takes away all that came before it."""
        said = [s for s in self.skips if s["person"] == person["name"] and not s["until"]]
        days = [(s["due"] or s["at"], 1, s["id"]) for s in said]
        row = list[str]()
        for _, is_skip, id_ in sorted([*days, *((str(day(one)), 2, "") for one in met)]):
            row = [*row, id_] if is_skip == 1 else []
        if len(row) >= limits["skips_running"]:
            yield Found("skips", person["id"], len(row), tuple(row))

    def apart(self, person: Json, met: list[Json], limits: Mapping[str, float]) -> Iterator[Found]:
        last = {day(one): one["id"] for one in met}
        days = sorted(last)
        gaps = []
        for n in range(1, len(days)):
            inside = {str(days[n - 1] + m * DAY) for m in range((days[n] - days[n - 1]).days)}
            if not inside & self.away(person["name"]):
                gaps.append((days[n - 1], days[n]))
        gaps = gaps[-3:]
        if not person["rule"] or len(gaps) < 3:
            return
        middle = Fraction(median((end - begin).days for begin, end in gaps))
        if middle > Fraction(str(limits["cadence_factor"])) * usual(person["every"], person["rule"]):
            yield Found(
                "cadence", person["id"], middle, tuple(last[one] for one in sorted({d for g in gaps for d in g}))
            )

    def away(self, name: str) -> set[str]:
        """The days on which a pause lay, its last one not counted."""
        found = set()
        for skip in self.skips:
            at = date.fromisoformat(skip["at"])
            while skip["person"] == name and skip["until"] and str(at) < skip["until"]:
                found.add(str(at))
                at += DAY
        return found

    # --- concerns, promises, goals

    def concerns(self, name: str, limits: Mapping[str, float]) -> Iterator[Found]:
        said = [x for x in self.moments if x["kind"] == "concern" and x["person"] == name]
        found = []
        for second in said:
            earlier = [x for x in said if day(x) < day(second) and self.goes_on(x, second, limits)]
            before = [x for x in earlier if self.alike(x, second)]
            if before and not second["resolved"]:
                found.append((second, before))
        gone = {x["id"] for _, before in found for x in before}
        for second, before in found:
            if second["id"] not in gone:
                yield Found("concern", second["id"], len(before) + 1, ids([*before, second]))

    def goes_on(self, first: Json, second: Json, limits: Mapping[str, float]) -> bool:
        """Whether fewer days than the limit lie between the end of the first and the second."""
        settled = first["resolved"]
        return not settled or date.fromisoformat(settled) + limits["concern_days"] * DAY > day(second)

    def alike(self, first: Json, second: Json) -> bool:
        if set(first["tags"]) & set(second["tags"]):
            return True
        one, other = (set(re.findall(r"\w+", x["text"].lower())) - self.common for x in (first, second))
        return bool(one and other) and Fraction(len(one & other), min(len(one), len(other))) >= Fraction(1, 2)

    def promises(self, limits: Mapping[str, float]) -> Iterator[Found]:
        for one in self.actions:
            rule = "promise" if one["owner"] == "me" else "waiting"
            if one["status"] == "open" and one["due"]:
                at, late = date.fromisoformat(one["due"]), 0
                while at < self.today:
                    at, late = at + DAY, late + 1
                if late >= limits[f"{rule}_days"]:
                    yield Found(rule, one["id"], late, (one["id"],))

    def untouched(self, limits: Mapping[str, float]) -> Iterator[Found]:
        """Of goals that no text names: check-ins and promises touch a goal, and those above it."""
        touched: dict[str, set[str]] = defaultdict(set)
        above = {goal["id"]: goal["parent"] for goal in self.goals}
        for goal in self.goals:
            own = {goal["opened"], goal["closed"], *(c["at"][:10] for c in goal["checkins"])}
            own |= {when for a in self.actions if a["goal"] == goal["id"] for when in (a["opened"], a["closed"])}
            up: str | None = goal["id"]
            while up:
                touched[up] |= own - {None}
                up = above[up]
        long, told = dict[str, bool](), dict[str, int]()
        for goal in self.goals:
            weeks, at = 0, date.fromisoformat(max(touched[goal["id"]]))
            while at + 7 * DAY <= self.today:
                at, weeks = at + 7 * DAY, weeks + 1
            long[goal["id"]] = goal["status"] == "open" and weeks >= limits["goal_weeks"]
            told[goal["id"]] = weeks
        for goal in self.goals:
            if long[goal["id"]] and not any(long[one["id"]] for one in self.goals if one["parent"] == goal["id"]):
                weeks = told[goal["id"]]
                yield Found("goal", goal["id"], weeks, (goal["id"],))


def usual(every: str, rule: str) -> Fraction:
    """The days between meetings, by the words of a cadence, and by how many days of the week (or month) its rule has."""
    count = {"monthly": "1m"}.get(every, every)
    unit = {"d": Fraction(1), "w": Fraction(7), "m": MONTH}[count[-1]]
    return unit * int(count[:-1]) / max(1, len(re.findall("MO|TU|WE|TH|FR|SA|SU", rule.partition("BYDAY")[2])))


def day(record: Json) -> date:
    return date.fromisoformat(record["at"][:10])


def ids(records: list[Json]) -> tuple[str, ...]:
    return tuple(one["id"] for one in records)
