"""The common thread: found where it was planted, not claimed where there is none, and counted as it is defined."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import planted
import pytest
import random_journal
from planted import HIGH_WITH, HIGH_WITHOUT, SHAPES, Made

from onelog.core.kinds import Record
from onelog.core.model import Meeting, Moment, Person
from onelog.core.results.patterns import Feature, Thread
from onelog.core.selection import Selection
from onelog.core.statistics import exact_test
from onelog.core.statistics.exact_test import CountTable
from onelog.insight.patterns import pattern_features, pattern_search
from onelog.insight.patterns.pattern_search import FIRST_LOOK
from onelog.journal import follow_up, log
from onelog.markdown.document import Fields
from onelog.store.database import Store
from onelog.store.people import everybody
from onelog.store.queries import patterns as read


@pytest.fixture
def store() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


@pytest.fixture(scope="module")
def bare() -> Iterator[Store]:
    """A journal that is as empty as before after each of many."""
    with random_journal.empty() as opened:
        yield opened


def looked(store: Store, made: Made, *, everything: bool = False) -> Thread:
    with planted.kept(store, made.records):
        return pattern_search.find_patterns(store, TODAY, everything=everything)


def feature(found: Thread, name: str) -> Feature | None:
    return next((one for one in found.features if one.feature == name), None)


# --- what is there is found, and what is not is not claimed


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_planted_is_found(bare: Store, shape: str) -> None:
    """Eight in ten against one in four; `test_pattern_rates.py` has the rates of smaller differences."""
    found = [feature(looked(bare, Made(seed, shape, meetings=150)), shape) for seed in range(5)]
    assert sum(one is not None and one.state == "more" for one in found) >= 4


def test_all_people_thrown_together_would_claim_what_is_not_there(bare: Store) -> None:
    """So the test has something to withstand: what is usual with one person goes with what their talks are rated."""
    claimed = 0
    for seed in range(8):
        told = looked(bare, Made(seed, apart=True, meetings=150), everything=True)
        tables = [CountTable(one.high_with, one.with_, told.high, told.compared) for one in told.features]
        claimed += min(exact_test.two_sided([table]) for table in tables) <= 0.05 / len(tables)
    assert claimed >= 5


def test_what_goes_with_the_others_is_told_as_such(bare: Store) -> None:
    made = Made(3, "mode:walk", meetings=150)
    made.records = [_turned(record) for record in made.records]
    found = feature(looked(bare, made), "mode:walk")
    assert found is not None
    assert found.state == "less"
    assert found.difference is not None and found.difference < 0
    assert found.high_expected is not None and found.high_with < found.high_expected


def _turned(record: Record) -> Record:
    return replace(record, rating=6 - record.rating) if isinstance(record, Meeting) and record.rating else record


@pytest.mark.long
def test_the_difference_is_the_one_that_was_made(bare: Store) -> None:
    """On the average of many journals, as many points as was meant."""
    found = [feature(looked(bare, Made(seed, "mode:walk", meetings=150)), "mode:walk") for seed in range(8)]
    told = [one.difference for one in found if one and one.difference is not None]
    assert sum(told) / len(told) == pytest.approx(HIGH_WITH - HIGH_WITHOUT, abs=0.1)


# --- small journals by hand

ZONE = timezone(timedelta(hours=9))
MONDAY = date(2026, 1, 5)
TODAY = date(2200, 1, 1)
"""After all that is made here."""
BEFORE = datetime(2026, 1, 1, tzinfo=ZONE)


class Hand:
    """Meetings written down one by one: `meet("mia", 5, mode="walk", tags="+a")`, one a week."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.people: dict[str, Person] = {}
        self.day = MONDAY

    def name(self) -> tuple[str, str]:
        return f"uid{len(self.records):05}", f"y{len(self.records):05}"

    def meet(self, who: str, rating: int | None, **fields: object) -> None:
        if who not in self.people:
            self.people[who] = Person(*self.name(), who, added=MONDAY)
            self.records.append(self.people[who])
        at = datetime.combine(self.day, time(9), ZONE)
        given = {"at": at, "rating": rating, "created": at} | {k: v for k, v in fields.items() if v is not None}
        self.records.append(Meeting(*self.name(), self.people[who].ref, **given))  # type: ignore[arg-type]
        self.day += timedelta(weeks=1)

    def look(self, store: Store, *, since: date | None = None, before: date | None = None) -> Thread:
        with planted.kept(store, self.records):
            return pattern_search.find_patterns(store, TODAY, Selection(since=since, before=before), everything=True)


def walks(store: Store, *pairs: tuple[str, int, str | None]) -> Thread:
    hand = Hand()
    for who, rating, mode in pairs:
        hand.meet(who, rating, mode=mode)
    return hand.look(store)


@pytest.mark.parametrize(
    ("ratings", "cut", "high"),
    [
        ([], None, 0), ([4], None, 0), ([4, 4, 4], None, 0), ([4, 5], 5, 1), ([3, 4, 5], 5, 1), ([3, 4, 4, 5], 5, 1),
        ([3, 3, 4, 4, 5], 4, 3), ([3, 3, 3, 4, 5], 4, 2), ([1, 5, 5, 5], 5, 3), ([4, 4, 4, 4, 5], 5, 1), ([1, 2, 2, 2, 2], 2, 4),
    ],
)  # fmt: skip
def test_high_is_what_parts_the_talks_with_somebody_nearest_to_half(
    bare: Store, ratings: list[int], cut: int | None, high: int
) -> None:
    hand = Hand()
    for rating in ratings:
        hand.meet("mia", rating)
    found = hand.look(bare, since=MONDAY)
    assert [(one.rating, one.high, one.n) for one in found.cuts] == ([(cut, high, len(ratings))] if ratings else [])
    assert (found.compared, found.high) == (len(ratings), high)


def test_a_generous_eye_makes_no_difference(bare: Store) -> None:
    """Mia is always met on a walk and always rated high; with her nothing goes with walks, and she says nothing of them."""
    found = walks(bare, *[("mia", 5, "walk"), ("mia", 4, "walk"), ("ben", 2, "office"), ("ben", 1, "office")] * 15)
    assert [(one.person, one.rating, one.high, one.n) for one in found.cuts] == [("ben", 2, 15, 30), ("mia", 5, 15, 30)]
    one = feature(found, "mode:office")
    assert one is not None
    assert (one.state, one.chance, one.difference, one.people, one.same[:1]) == (
        "person",
        None,
        None,
        (),
        ("mode:walk",),
    )


def test_meetings_of_which_it_is_not_known_are_on_neither_side(bare: Store) -> None:
    some: list[tuple[str, int, str | None]] = [
        ("mia", 5, "walk"),
        ("mia", 3, "office"),
        ("mia", 4, None),
        ("mia", 2, None),
    ]
    found = walks(bare, *some * 15)
    one = feature(found, "mode:walk") or feature(found, "mode:office")
    assert one is not None
    assert one.with_ + one.without == 30
    assert found.rated == found.compared == 60


def test_it_says_on_whom_it_rests(bare: Store) -> None:
    mia: list[tuple[str, int, str | None]] = [("mia", 5, "walk"), ("mia", 3, "office")] * 16
    ben: list[tuple[str, int, str | None]] = [("ben", rating, mode) for rating in (5, 3) for mode in ("walk", "office")]
    one = feature(walks(bare, *mia, *ben * 8), "mode:office")
    assert one is not None
    assert (one.state, one.rests_on) == ("differs", ("mia",)), "with Ben it makes no difference"
    assert [(side.person, side.difference, side.with_, side.without) for side in one.people] == [
        ("mia", -1, 16, 16), ("ben", 0, 14, 14),
    ]  # fmt: skip
    both = feature(walks(bare, *mia, *[("ben", rating, mode) for _, rating, mode in mia]), "mode:office")
    assert both is not None
    assert (both.state, both.rests_on) == ("less", ())
    alone = feature(walks(bare, *mia), "mode:office")
    assert alone is not None
    assert (alone.state, alone.rests_on) == ("less", ())


def test_opposite_effects_are_told_with_each(bare: Store) -> None:
    """Walks go well with Mia and badly with Ben; asked about one of them, it is theirs that is told."""
    pairs: list[tuple[str, int, str | None]] = [
        ("mia", 5, "walk"),
        ("mia", 3, "office"),
        ("ben", 2, "walk"),
        ("ben", 4, "office"),
    ]
    hand = Hand()
    for who, rating, mode in pairs * 15:
        hand.meet(who, rating, mode=mode)
    told = hand.look(bare)
    one = feature(told, "mode:walk") or feature(told, "mode:office")
    assert one is not None
    assert (one.state, sorted(one.rests_on)) == ("differs", ["ben", "mia"])
    for who, state in (("mia", "less"), ("ben", "more")):
        with planted.kept(bare, hand.records):
            own = feature(
                pattern_search.find_patterns(bare, TODAY, Selection(person=hand.people[who]), everything=True),
                one.feature,
            )
        assert own is not None
        assert own.state == (state if one.feature == "mode:office" else {"less": "more", "more": "less"}[state])


def test_what_was_left_unrated_may_be_why(bare: Store) -> None:
    """Bad talks on video were not rated: those that were look better than they are, and that is said instead."""
    hand = Hand()
    for number in range(90):
        video = number % 2
        good = number // 2 % 3 > 0
        hand.meet("mia", (4 if good else None) if video else (4 if good else 2), mode="video" if video else "office")
    told = hand.look(bare)
    one = feature(told, "mode:video") or feature(told, "mode:office")
    assert one is not None
    assert one.state == "unrated"
    assert [(share.mode, share.rated, share.met) for share in told.shares] == [("video", 30, 45), ("office", 45, 45)]


def test_what_parts_the_meetings_alike_is_tested_once(bare: Store) -> None:
    found = walks(bare, *[("mia", 5, "walk"), ("mia", 3, "office")] * 16)
    assert [one.feature for one in found.features if one.feature.startswith("mode:")] == ["mode:office"]
    one = feature(found, "mode:office")
    assert one is not None
    assert "mode:walk" in one.same


# --- what a meeting has


def traits(store: Store, *, private: bool = False) -> dict[str, tuple[int, int]]:
    """What some of the rated meetings have, with how many do and how many do not, or less of it."""
    met = read.meetings(store)
    places = [place for place, one in enumerate(met) if one.rating is not None]
    known = pattern_features.of(
        met, pattern_features.gaps(met), list(read.lines(store, private=private)), list(read.topics(store)), places
    )
    values = {name: [one.values[place] for place in places] for one in known for name in (one.name, *one.same)}
    return {name: (some.count(1), some.count(0) + some.count(-1)) for name, some in values.items()}


def test_lengths_and_gaps_are_beside_the_middle_one_of_the_person(bare: Store) -> None:
    hand = Hand()
    for rating, minutes in zip((5, 3, 5, 3, 5), (20, 30, 30, 30, None), strict=True):
        hand.meet("mia", rating, minutes=minutes)
    for rating, minutes in zip((5, 3, 5, 3), (30, 60, 61, 90), strict=True):
        hand.meet("ben", rating, minutes=minutes)
    with planted.kept(bare, hand.records):
        assert traits(bare)["length"] == (2, 6), "two are longer, two are shorter, four as usual"


def test_a_gap_counts_from_the_meeting_before_whether_that_one_is_rated_or_not(bare: Store) -> None:
    hand = Hand()
    days = (0, 7, 14, 30, 37, 44)
    for number, after in enumerate(days):
        hand.day = MONDAY + timedelta(days=after)
        hand.meet("mia", None if number == 2 else 3 + number % 2)
    with planted.kept(bare, hand.records):
        assert traits(bare)["gap"] == (1, 3), "the first has none before it, the third is not rated"


def test_longer_and_shorter_are_one_finding(bare: Store) -> None:
    hand = Hand()
    for number in range(60):
        hand.meet("mia", (2, 3, 4)[number % 3], minutes=(15, 30, 45)[number % 3])
    told = [one for one in hand.look(bare).features if one.feature.startswith("length")]
    assert [(one.feature, one.planned, one.state) for one in told] == [("length", False, "more")]


def test_the_days_of_a_period_both_count(bare: Store) -> None:
    hand = Hand()
    for number in range(8):
        hand.meet("mia", 3 + number % 2)
    found = hand.look(bare, since=MONDAY + timedelta(weeks=2), before=MONDAY + timedelta(weeks=5))
    assert (found.meetings, found.rated, found.look) == (3, 3, None)
    assert (found.since, found.until) == (date(2026, 1, 19), date(2026, 2, 8))


def at(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), ZONE)


def rate(store: Store, day: str, rating: int, text: str = "we met") -> None:
    log.log_meeting(store, "mia", text, at(day), Fields(rating=rating), new=True)


def test_prepared_is_what_was_begun_before_its_time(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    rate(store, "2026-11-03", 3)
    assert "prepared" not in traits(store)
    log.note_for_next(store, "mia", "ask about the budget", at("2026-11-04"))
    rate(store, "2026-11-05", 5)
    assert traits(store)["prepared"] == (1, 2)
    rate(store, "2026-11-06", 3, "on:2026-10-31 t: the budget again")
    assert traits(store)["prepared"] == (1, 3), "a topic parked in it is for the next one"


def test_prepared_is_also_what_holds_a_line_of_an_earlier_day(bare: Store) -> None:
    """So it stays after an import, which makes every meeting anew."""
    hand = Hand()
    for number in range(4):
        hand.meet("mia", 3 + number % 2, created=datetime(2026, 9, 1, tzinfo=ZONE) if number else None)
    with planted.kept(bare, hand.records):
        assert "prepared" not in traits(bare)
    met = hand.records[2]
    assert isinstance(met, Meeting)
    for days, expected in ((0, None), (1, (1, 1))):
        noted = (met.at or BEFORE) - timedelta(days=days)
        hand.records.append(Moment(*hand.name(), "aha", "ask", None, None, None, met.person, met.ref, noted))
        with planted.kept(bare, hand.records):
            assert traits(bare).get("prepared") == expected, "of the two others that came by an import it is not known"


def test_a_topic_that_is_raised_on_the_day_it_came_up_has_not_waited(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    parked = follow_up.park(store, "mia", "pay", at("2026-11-03", 8)).records[0]
    rate(store, "2026-11-03", 3)
    follow_up.close(store, [parked.id], date(2026, 11, 3), None, "done", at("2026-11-03", 12))
    seen = traits(store)
    assert "topic:raised" not in seen
    assert "topic:open" not in seen
    assert seen["topic:parked"] == (1, 1)


def test_a_topic_that_had_waited_is_raised(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    parked = follow_up.park(store, "mia", "pay", at("2026-11-03")).records[0]
    rate(store, "2026-11-04", 3)
    assert "topic:raised" not in traits(store)
    follow_up.close(store, [parked.id], date(2026, 11, 4), None, "done", at("2026-11-04", 12))
    rate(store, "2026-11-05", 5, "t: pay once more")
    seen = traits(store)
    assert (seen["topic:raised"], seen["topic:parked"]) == ((1, 2), (1, 2))
    assert seen["topic:open"] == (1, 2), "it waited on the second day, whether it was raised or not"


def test_kinds_of_line_and_tags_in_them(store: Store) -> None:
    said = "aha: slow is smooth +calm\np: clear +talks from:me to:mia\ngr: shorter from:mia to:me\na: draft\na: @mia sends it"
    rate(store, "2026-11-02", 5, said)
    rate(store, "2026-11-03", 3, "d: one change\nw: shipped +calm")
    seen = traits(store)
    one, other = ("aha", "praise_given", "growth_received", "mine", "theirs"), ("decision", "win")
    assert {name for name in seen if name.startswith("line:")} == {f"line:{kind}" for kind in (*one, *other)}
    assert "tag:talks" in seen
    assert "tag:calm" not in seen, "both have it"


def test_nothing_of_a_private_line_is_looked_at_unless_asked_for(store: Store) -> None:
    rate(store, "2026-11-02", 5, "c: tired +health\nx: a secret +secret")
    rate(store, "2026-11-03", 3, "+work")
    public, private = traits(store), traits(store, private=True)
    assert set(public) == {name for name in public if not name.endswith(("health", "secret", "concern", "private"))}
    assert {"tag:health", "tag:secret", "line:concern", "line:private"} <= set(private)
    assert "tag:work" in public


# --- what so many can show


def test_an_empty_journal_says_when_the_first_look_comes(store: Store) -> None:
    found = pattern_search.find_patterns(store, TODAY, everything=True)
    assert (found.meetings, found.rated, found.look, found.next_look, found.detects) == (0, 0, 0, FIRST_LOOK, None)
    assert found.features == ()
    assert found.more > 100


def test_what_was_not_rated_is_counted_but_not_looked_at(store: Store) -> None:
    log.log_meeting(store, "mia", "we met", at("2026-11-02"), new=True)
    found = pattern_search.find_patterns(store, TODAY, everything=True)
    assert (found.meetings, found.rated) == (1, 0)
    assert [(one.mode, one.rated, one.met) for one in found.shares] == [("", 0, 1)]
    rate(store, "2026-11-03", 4)
    assert pattern_search.find_patterns(store, TODAY, Selection(person=everybody(store)[0])).person == "mia"


def test_the_more_talks_the_smaller_a_difference_they_show(bare: Store) -> None:
    """And so many more as it says are enough for the difference that it names."""
    told = {}
    for n in (30, 60, 120, 240, 480):
        hand = Hand()
        for number in range(n):
            hand.meet("mia", 2 + number * 7 % 4, mode="walk" if number * 5 % 3 else "office")
        told[n] = hand.look(bare)
    detects = [one.detects for one in told.values() if one.detects is not None]
    assert detects == sorted(detects, reverse=True)
    assert len(detects) == 5
    assert [one.look for one in told.values()] == [1, 3, 5, 7, 9]
    needed = 60 + told[60].more
    assert needed == pytest.approx(120 + told[120].more, rel=0.15)
    assert (told[120].detects or 1) > pattern_search.GOAL if needed > 120 else told[240].more == 0


@pytest.mark.parametrize("n", [1, 6, 7, 40])
def test_where_all_are_rated_alike_nothing_can_be_said(bare: Store, n: int) -> None:
    found = walks(bare, *[("mia", 4, "walk" if place % 2 else "office") for place in range(n)])
    assert (found.rated, found.detects) == (n, None)
    assert {one.state for one in found.features} <= {"person"}


def test_what_is_still_to_come_is_not_looked_at(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    rate(store, "2026-11-03", 3)
    assert [pattern_search.find_patterns(store, date(2026, 11, day)).meetings for day in (1, 2, 3, 4)] == [0, 1, 2, 2]
