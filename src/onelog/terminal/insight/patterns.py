"""What goes with talks that were rated high: the difference that was tested, with whom, and what so many talks can show."""

from collections.abc import Iterator, Sequence
from datetime import date

from onelog.core.names.honorifics import titled
from onelog.core.results.patterns import Feature, Side, Thread
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen

LOG, ALL, EXPLAIN = "onelog log PERSON --rating 4", "onelog thread --all", "onelog explain thread"
TRIED = {"gap": "later", "topic:open": "waiting"}
"""What is tried under another word than its own."""
LABEL = 26
"""Cells of the longest name in a list; a longer one is cut."""
MOST = 1000
"""What chance does less often is told as that."""


def draw(screen: Screen, thread: Thread, today: date, *, everything: bool = False) -> None:
    """What was found, and what so many talks can show; with `everything` all that was looked at."""
    title = screen.say("thread.title_with", name=thread.person) if thread.person else screen.say("thread.title")
    screen.heading(title, (screen.say("thread.n_rated", n=thread.rated, all=thread.meetings), "quiet"))
    if not thread.rated:
        screen.blank()
        screen.text(*screen.phrase("thread.none_rated", LOG, n=thread.next_look))
        return
    _draw_cuts(screen, thread)
    _draw_shares(screen, thread)
    found = [one for one in thread.features if one.found]
    for planned in (True, False):
        _draw_found(screen, [one for one in found if one.planned is planned], everything=everything)
    if everything:
        _draw_rest(screen, [one for one in thread.features if not one.found])
    _draw_power(screen, thread, found=bool(found))
    _draw_method(screen, thread, everything=everything)


def _draw_shares(screen: Screen, thread: Thread) -> None:
    """How many were rated by mode: what is not rated may be what went badly."""
    if thread.rated == thread.meetings:
        return
    told = [
        screen.say(
            "thread.share",
            mode=screen.say(f"thread.mode:{one.mode}" if one.mode else "thread.no_mode"),
            rated=one.rated,
            met=one.met,
        )
        for one in thread.shares
    ]
    screen.text((screen.say("thread.shares", shares=screen.say("thread.semicolon").join(told)), "quiet"))


def _draw_cuts(screen: Screen, thread: Thread) -> None:
    """`High: 4 or more with Mia; 5 with Aiko, Ben`, and how many of all are."""
    names: dict[int | None, list[str]] = {}
    for cut in thread.cuts:
        names.setdefault(cut.rating, []).append(screen.first_name(cut.person))
    alike = names.pop(None, [])
    cuts = {
        rating: screen.say("thread.top" if rating == 5 else "thread.cut", n=rating) for rating in sorted(names, key=str)
    }
    if len(cuts) > 1:
        cuts = {
            rating: screen.say("thread.cut_with", cut=cut, names=_listed(screen, names[rating]))
            for rating, cut in cuts.items()
        }
    if cuts:
        said = screen.say("thread.high", cuts=screen.say("thread.semicolon").join(cuts.values()))
        screen.row((), [(said, "quiet")], [(screen.say("thread.n_high", high=thread.high, n=thread.compared), "quiet")])
    if alike and thread.rated > 1:
        screen.text((screen.say("thread.alike", names=_listed(screen, alike)), "quiet"))


def _draw_found(screen: Screen, found: Sequence[Feature], *, everything: bool) -> None:
    if not found:
        return
    screen.blank()
    screen.heading(screen.say("thread.planned" if found[0].planned else "thread.happened"))
    for one in found:
        told = screen.say("thread.differs") if one.state == "differs" else _points(screen, one)
        screen.row(["  "], [(_label(screen, one.feature), "strong")], [told])
        for line in _below(screen, one, everything=everything):
            screen.row(["    "], [line if isinstance(line, tuple) else (line, "quiet")])


def _below(screen: Screen, one: Feature, *, everything: bool) -> Iterator[str]:
    """What would be expected, what chance alone would do, with whom it is so, and how it is tried."""
    if one.state == "differs" or (everything and len(one.people) > 1):
        named = [side for side in one.people if one.state != "differs" or side.person in one.rests_on] or one.people
        yield " · ".join(
            screen.say("thread.side", name=screen.first_name(side.person), points=_points(screen, side))
            for side in named
        )
    elif one.high_expected is not None:
        yield screen.say("thread.expected", n=one.high_with, expected=round(one.high_expected))
    yield _alone(screen, one)
    if one.rests_on and one.state != "differs":
        known = [screen.first_name(name) for name in one.rests_on]
        one_alone = len(known) == 1 and screen.language == "ja"
        yield screen.say(
            "thread.rests_on", n=len(known), names=_listed(screen, [*map(titled, known)] if one_alone else known)
        )
    if one.planned:
        yield screen.say(
            "thread.try", command=f"onelog thread --try {TRIED.get(one.feature, one.feature.rpartition(':')[2])}"
        )
    if one.same:
        yield screen.say("thread.same", names=_listed(screen, [_label(screen, name) for name in one.same]))


def _draw_rest(screen: Screen, rest: Sequence[Feature]) -> None:
    """What was tested a line each; what could not be told by its names."""
    tested = [one for one in rest if one.state == "nothing"]
    width = min(max((cells([_label(screen, one.feature)]) for one in tested), default=0), LABEL) + 2
    for planned in (True, False):
        some = [one for one in tested if one.planned is planned]
        if some:
            screen.blank()
            screen.heading(
                screen.say("thread.nothing"), (screen.say("thread.planned" if planned else "thread.happened"), "quiet")
            )
        for one in some:
            lead: list[Words] = ["  ", pad(_label(screen, one.feature), width)]
            screen.row(lead, [_points(screen, one)])
    for state in ("unrated", "person"):
        if names := [_label(screen, one.feature) for one in rest if one.state == state]:
            screen.blank()
            screen.heading(screen.say(f"thread.{state}"))
            screen.row(["  "], [(_listed(screen, names), "quiet")])


def _draw_power(screen: Screen, thread: Thread, *, found: bool) -> None:
    """What so many talks can show, and how many it takes; never that there is nothing."""
    screen.blank()
    if thread.compared and not found:
        screen.text(screen.say("thread.nothing_found"))
    n = thread.compared or thread.rated
    if thread.detects is None or not thread.compared:
        screen.text(screen.say("thread.no_power", n=n))
    else:
        screen.text(screen.say("thread.detects", n=n, points=_whole(thread.detects)))
    if thread.more:
        screen.text(screen.say("thread.more", n=thread.more, points=30))
    if not thread.compared and thread.next_look:
        screen.text(screen.say("thread.before_look", n=thread.next_look))


def _draw_method(screen: Screen, thread: Thread, *, everything: bool) -> None:
    screen.blank()
    if thread.looked_at:
        screen.text(
            (screen.say("thread.looked", n=thread.compared, all=thread.looked_at, look=_look(screen, thread)), "quiet")
        )
        screen.text((screen.say("thread.often", n=round(thread.level * 1000)), "quiet"))
        screen.text((screen.say("thread.what_points"), "quiet"))
    if not everything and thread.looked_at:
        screen.text(*screen.phrase("thread.tested", ALL))
    screen.text(*screen.phrase("thread.but", EXPLAIN))


def _look(screen: Screen, thread: Thread) -> str:
    if thread.look is None:
        return screen.say("thread.look_period")
    names = {1: "1st", 2: "2nd", 3: "3rd"}
    return screen.say(
        "thread.look", n=screen.say(f"thread.{names.get(thread.look, 'nth')}", n=thread.look), next=thread.next_look
    )


def _points(screen: Screen, one: Feature | Side) -> str:
    """`+37 points, 18 to 53`; a number below 0 has a minus sign."""
    if one.difference is None or one.low is None or one.high is None:
        return ""
    values = {"points": _signed(one.difference), "low": _whole(one.low), "high": _whole(one.high)}
    return screen.say("thread.points", **values)


def _signed(value: float) -> str:
    return f"{round(100 * value):+d}"


def _whole(value: float) -> str:
    return f"{round(100 * value):d}"


def _alone(screen: Screen, one: Feature) -> str:
    """How often chance does as much in one look at so many things; never told as less often than it is."""
    times = int(1 / one.chance) if one.chance else MOST
    return screen.say("thread.alone", n=1 if times >= MOST else times)


def _label(screen: Screen, feature: str) -> str:
    kind, _, value = feature.partition(":")
    return f"#{value}" if kind == "tag" else screen.say(f"thread.{feature}")


def _listed(screen: Screen, names: Sequence[str]) -> str:
    return screen.say("thread.comma").join(names)
