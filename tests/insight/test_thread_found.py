"""The common thread: found where it was planted, not claimed where there is none, and counted as it is defined."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import planted
import pytest
import random_journal
from planted import HIGH_WITH, HIGH_WITHOUT, SHAPES, Made

from onelog.core import exact_test
from onelog.core.exact_test import LEVEL, CountTable
from onelog.core.model import Meeting, Moment, Person, Record
from onelog.core.results.patterns import Feature, Thread
from onelog.insight import patterns
from onelog.journal import follow_up, log
from onelog.markdown.document import Fields
from onelog.store.database import Store
from onelog.store.people import everybody


@pytest.fixture
def store() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


@pytest.fixture(scope="module")
def bare() -> Iterator[Store]:
    """A journal that is as empty as before after each of many."""
    with random_journal.empty() as opened:
        yield opened


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> range:
    return range(1000 if request.config.getoption("--full") else 100)


def looked(store: Store, made: Made, *, everything: bool = False) -> Thread:
    with planted.kept(store, made.records):
        return patterns.of(store, TODAY, everything=everything)


def feature(found: Thread, name: str) -> Feature | None:
    return next((one for one in found.features if one.feature == name), None)


# --- what is there is found, and what is not is not claimed


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_planted_is_found_in_95_of_100(bare: Store, seeds: range, shape: str) -> None:
    found = [feature(looked(bare, Made(seed, shape)), shape) for seed in seeds]
    assert sum(one is not None and one.state == "more" for one in found) >= 0.95 * len(seeds)


EMPTY: tuple[dict[str, int], ...] = (
    {"meetings": 120, "people": 4, "apart": True}, {"meetings": 120, "people": 4}, {"meetings": 40, "people": 2, "apart": True},
    {"meetings": 16, "people": 1},
)  # fmt: skip


def test_where_nothing_was_planted_something_is_claimed_in_5_of_100_at_most(
    bare: Store, seeds: range, request: pytest.FixtureRequest
) -> None:
    """Though every person has ways and ratings of their own. With a thousand seeds it holds for each kind of journal."""
    claimed = [sum(bool(looked(bare, Made(seed, **kind)).features) for seed in seeds) for kind in EMPTY]  # type: ignore[arg-type]  # bools are ints
    assert sum(claimed) <= 0.05 * len(seeds) * len(EMPTY)
    if request.config.getoption("--full"):
        assert max(claimed) <= 0.05 * len(seeds)


@pytest.mark.parametrize("kind", EMPTY, ids=str)
def test_in_these_journals_something_could_have_been_found(bare: Store, kind: dict[str, int]) -> None:
    assert looked(bare, Made(1, **kind)).tested > 3  # type: ignore[arg-type]  # as above


def test_all_people_thrown_together_would_claim_what_is_not_there(bare: Store) -> None:
    """So the test above has something to withstand: what is usual with one person goes with what their talks are rated."""
    claimed = 0
    for seed in range(20):
        features = looked(bare, Made(seed, apart=True), everything=True).features
        values = [exact_test.two_sided([_together(one)]) for one in features if one.people]
        claimed += min(exact_test.corrected(values)) <= LEVEL
    assert claimed >= 10


def _together(one: Feature) -> CountTable:
    n = one.with_ + one.without
    return CountTable(one.high_with, one.with_, one.high_with + one.high_without, n)


def test_what_goes_with_the_others_is_told_as_such(bare: Store) -> None:
    made = Made(3, "mode:walk")
    made.records = [_turned(record) for record in made.records]
    found = feature(looked(bare, made), "mode:walk")
    assert found is not None
    assert found.state == "less"
    assert found.high_with * found.without < found.high_without * found.with_


def _turned(record: Record) -> Record:
    return replace(record, rating=6 - record.rating) if isinstance(record, Meeting) and record.rating else record


def test_the_counts_are_those_that_were_made(bare: Store) -> None:
    """On the average of many journals, as often high as was meant."""
    found = [feature(looked(bare, Made(seed, "tag:courage")), "tag:courage") for seed in range(10)]
    ones = [one for one in found if one]
    with_ = sum(one.high_with for one in ones) / sum(one.with_ for one in ones)
    without = sum(one.high_without for one in ones) / sum(one.without for one in ones)
    assert with_ == pytest.approx(HIGH_WITH, abs=0.08)
    assert without == pytest.approx(HIGH_WITHOUT, abs=0.08)


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
        given = {"at": at, "rating": rating, "created": at} | fields
        self.records.append(Meeting(*self.name(), self.people[who].ref, **given))  # type: ignore[arg-type]
        self.day += timedelta(weeks=1)

    def look(self, store: Store, *, since: date | None = None, before: date | None = None) -> Thread:
        with planted.kept(store, self.records):
            return patterns.of(store, TODAY, None, since, before, everything=True)


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
    found = walks(bare, *(("mia", rating, None) for rating in ratings))
    assert [(one.rating, one.high, one.n) for one in found.cuts] == ([(cut, high, len(ratings))] if ratings else [])
    assert (found.compared, found.high) == (len(ratings) if cut else 0, high)


def test_a_generous_eye_makes_no_difference(bare: Store) -> None:
    """Mia is always met on a walk and always rated high; with her nothing goes with walks, and she says nothing of them."""
    found = walks(bare, *[("mia", 5, "walk"), ("mia", 4, "walk"), ("ben", 2, "office"), ("ben", 1, "office")] * 10)
    assert [(one.person, one.rating, one.high, one.n) for one in found.cuts] == [("ben", 2, 10, 20), ("mia", 5, 10, 20)]
    one = feature(found, "mode:office")
    assert one is not None
    assert (one.state, one.chance, one.people, one.same[:1]) == ("person", None, (), ("mode:walk",))


def test_one_table_is_fisher_s_test(bare: Store) -> None:
    """The lady's cups of tea, as talks: three of four walks were good ones, and one of the other four."""
    found = walks(
        bare, *[("mia", 5, "walk")] * 3, ("mia", 3, "walk"), ("mia", 5, "office"), *[("mia", 3, "office")] * 3
    )
    one = feature(found, "mode:walk") or feature(found, "mode:office")
    assert one is not None
    assert (one.high_with + one.high_without, one.with_ + one.without) == (4, 8)
    assert found.tested == 0 or one.chance == pytest.approx(34 / 70)


def test_meetings_of_which_it_is_not_known_are_on_neither_side(bare: Store) -> None:
    some: list[tuple[str, int, str | None]] = [
        ("mia", 5, "walk"),
        ("mia", 3, "office"),
        ("mia", 4, None),
        ("mia", 2, None),
    ]
    found = walks(bare, *some * 6)
    one = feature(found, "mode:walk") or feature(found, "mode:office")
    assert one is not None
    assert one.with_ + one.without == 12
    assert found.rated == found.compared == 24


def test_it_says_on_whom_it_rests(bare: Store) -> None:
    mia: list[tuple[str, int, str | None]] = [("mia", 5, "walk"), ("mia", 3, "office")] * 8
    ben: list[tuple[str, int, str | None]] = [("ben", rating, mode) for rating in (5, 3) for mode in ("walk", "office")]
    one = feature(walks(bare, *mia, *ben * 4), "mode:office")
    assert one is not None
    assert (one.state, one.rests_on) == ("less", ("mia",))
    assert [(side.person, side.high_with, side.with_, side.high_without, side.without) for side in one.people] == [
        ("mia", 0, 8, 8, 8), ("ben", 4, 8, 4, 8),
    ]  # fmt: skip
    both = feature(walks(bare, *mia, *[("ben", rating, mode) for _, rating, mode in mia]), "mode:office")
    assert both is not None
    assert both.rests_on == ()
    alone = feature(walks(bare, *mia), "mode:office")
    assert alone is not None
    assert (alone.state, alone.rests_on) == ("less", ())


def test_what_parts_the_meetings_alike_is_tested_once(bare: Store) -> None:
    found = walks(bare, *[("mia", 5, "walk"), ("mia", 3, "office")] * 8)
    assert [one.feature for one in found.features if one.feature.startswith("mode:")] == ["mode:office"]
    one = feature(found, "mode:office")
    assert one is not None
    assert "mode:walk" in one.same


# --- what a meeting has


def having(found: Thread, name: str) -> tuple[int, int]:
    one = feature(found, name)
    return (one.with_, one.without) if one else (0, 0)


def test_lengths_and_gaps_are_beside_the_middle_one_of_the_person(bare: Store) -> None:
    hand = Hand()
    for rating, minutes in zip((5, 3, 5, 3, 5), (20, 30, 30, 30, None), strict=True):
        hand.meet("mia", rating, minutes=minutes)
    for rating, minutes in zip((5, 3, 5, 3), (30, 60, 61, 90), strict=True):
        hand.meet("ben", rating, minutes=minutes)
    found = hand.look(bare)
    assert having(found, "length:shorter") == (1 + 2, 3 + 2)
    assert having(found, "length:longer") == (2, 2), "of Mia's none is longer: with her it tells nothing"


def test_a_gap_counts_from_the_meeting_before_whether_that_one_is_looked_at_or_not(bare: Store) -> None:
    hand = Hand()
    days = (0, 7, 14, 30, 37, 44)
    for number, after in enumerate(days):
        hand.day = MONDAY + timedelta(days=after)
        hand.meet("mia", None if number == 2 else 3 + number % 2)
    assert having(hand.look(bare), "gap:longer") == (1, 3), "the first has none before it, the third is not rated"
    assert having(hand.look(bare, since=MONDAY + timedelta(days=7)), "gap:longer") == (1, 3)
    assert having(hand.look(bare, since=MONDAY + timedelta(days=31)), "gap:longer") == (0, 0)


def test_the_days_of_a_period_both_count(bare: Store) -> None:
    hand = Hand()
    for number in range(8):
        hand.meet("mia", 3 + number % 2)
    found = hand.look(bare, since=MONDAY + timedelta(weeks=2), before=MONDAY + timedelta(weeks=5))
    assert (found.meetings, found.rated) == (3, 3)
    assert (found.since, found.until) == (date(2026, 1, 19), date(2026, 2, 8))


def at(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), ZONE)


def told(store: Store, *, private: bool = False) -> dict[str, tuple[int, int]]:
    """The features that some of the meetings have, with how many do and how many do not."""
    found = patterns.of(store, TODAY, everything=True, private=private)
    names = [(name, one) for one in found.features for name in (one.feature, *one.same)]
    return {name: (one.with_, one.without) for name, one in names}


def rate(store: Store, day: str, rating: int, text: str = "we met") -> None:
    log.log_meeting(store, "mia", text, at(day), Fields(rating=rating), new=True)


def test_prepared_is_what_was_begun_before_its_time(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    rate(store, "2026-11-03", 3)
    assert "prepared" not in told(store)
    log.note(store, "mia", "ask about the budget", at("2026-11-04"))
    rate(store, "2026-11-05", 5)
    assert told(store)["prepared"] == (1, 2)
    rate(store, "2026-11-06", 3, "on:2026-10-30 t: the budget again")
    assert told(store)["prepared"] == (1, 3), "a topic parked in it is for the next one"


def test_prepared_is_also_what_holds_a_line_of_an_earlier_day(bare: Store) -> None:
    """So it stays after an import, which makes every meeting anew."""
    hand = Hand()
    for number in range(4):
        hand.meet("mia", 3 + number % 2, created=datetime(2026, 9, 1, tzinfo=ZONE))
    assert "prepared" not in {one.feature for one in hand.look(bare).features}
    met = hand.records[2]
    assert isinstance(met, Meeting)
    for days, expected in ((0, (0, 0)), (1, (1, 3))):
        noted = (met.at or BEFORE) - timedelta(days=days)
        hand.records.append(Moment(*hand.name(), "aha", "ask", None, None, None, met.person, met.ref, noted))
        names = {name: one for one in hand.look(bare).features for name in (one.feature, *one.same)}
        found = names.get("prepared")
        assert ((found.with_, found.without) if found else (0, 0)) == expected


def test_a_topic_that_is_raised_on_the_day_it_came_up_has_not_waited(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    parked = follow_up.park(store, "mia", "pay", at("2026-11-03", 8)).records[0]
    rate(store, "2026-11-03", 3)
    follow_up.close(store, [parked.id], date(2026, 11, 3), None, "done", at("2026-11-03", 12))
    seen = told(store)
    assert "topic:raised" not in seen
    assert seen["topic:parked"] == (1, 1)


def test_a_topic_that_had_waited_is_raised(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    parked = follow_up.park(store, "mia", "pay", at("2026-11-03")).records[0]
    rate(store, "2026-11-04", 3)
    assert "topic:raised" not in told(store)
    follow_up.close(store, [parked.id], date(2026, 11, 4), None, "done", at("2026-11-04", 12))
    rate(store, "2026-11-05", 5, "t: pay once more")
    seen = told(store)
    assert (seen["topic:raised"], seen["topic:parked"]) == ((1, 2), (1, 2))


def test_kinds_of_line_and_tags_in_them(store: Store) -> None:
    said = "aha: slow is smooth +calm\np: clear +talks from:me to:mia\ngr: shorter from:mia to:me\na: draft\na: @mia sends it"
    rate(store, "2026-11-02", 5, said)
    rate(store, "2026-11-03", 3, "d: one change\nw: shipped +calm")
    seen = told(store)
    one, other = ("aha", "praise_given", "growth_received", "mine", "theirs"), ("decision", "win")
    assert {name for name in seen if name.startswith("line:")} == {f"line:{kind}" for kind in (*one, *other)}
    assert "tag:talks" in seen
    assert "tag:calm" not in seen, "both have it"


def test_nothing_of_a_private_line_is_looked_at_unless_asked_for(store: Store) -> None:
    rate(store, "2026-11-02", 5, "c: tired +health\nx: a secret +secret")
    rate(store, "2026-11-03", 3, "+work")
    public, private = told(store), told(store, private=True)
    assert set(public) == {name for name in public if not name.endswith(("health", "secret", "concern", "private"))}
    assert {"tag:health", "tag:secret", "line:concern", "line:private"} <= set(private)
    assert "tag:work" in public


# --- not enough yet


def test_an_empty_journal_needs_seven(store: Store) -> None:
    found = patterns.of(store, TODAY, everything=True)
    assert (found.meetings, found.rated, found.tested, found.more, found.features) == (0, 0, 0, exact_test.fewest(), ())


def test_what_was_not_rated_is_counted_but_not_looked_at(store: Store) -> None:
    log.log_meeting(store, "mia", "we met", at("2026-11-02"), new=True)
    found = patterns.of(store, TODAY, everything=True)
    assert (found.meetings, found.rated, found.more) == (1, 0, 7)
    rate(store, "2026-11-03", 4)
    assert patterns.of(store, TODAY).more == 6
    assert patterns.of(store, TODAY, everybody(store)[0]).person == "mia"


def test_so_many_more_are_needed_as_it_says(bare: Store) -> None:
    """Meetings that go on as they were: nothing is tested until about as many have come as were foretold."""
    hand, foretold = Hand(), list[int]()
    modes = ("walk", "office", "video")
    while not foretold or foretold[-1]:
        n = len(foretold)
        hand.meet(
            "mia", 3 + (n // 3) % 2, mode=modes[n % 3], minutes=30 + 15 * (n % 2), tags=("a",) if n % 4 == 0 else ()
        )
        found = hand.look(bare)
        assert (found.more is None) == (found.tested > 0)
        foretold.append(found.more or 0)
    needed = len(foretold)
    assert needed >= exact_test.fewest()
    assert all(more >= 1 for more in foretold[:-1])
    assert all(abs(n + more - needed) <= 3 for n, more in enumerate(foretold, 1))


@pytest.mark.parametrize("n", [1, 6, 7, 40])
def test_where_all_are_rated_alike_nothing_can_be_said(bare: Store, n: int) -> None:
    found = walks(bare, *[("mia", 4, "walk" if place % 2 else "office") for place in range(n)])
    assert (found.rated, found.compared, found.features, found.tested) == (n, 0, (), 0)
    assert found.more == max(1, 7 - n)


def test_what_is_still_to_come_is_not_looked_at(store: Store) -> None:
    rate(store, "2026-11-02", 5)
    rate(store, "2026-11-03", 3)
    assert [patterns.of(store, date(2026, 11, day)).meetings for day in (1, 2, 3, 4)] == [0, 1, 2, 2]
