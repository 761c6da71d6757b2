"""A period in numbers beside the one before, then the year up to its end in pictures with their numbers."""

from collections.abc import Sequence
from datetime import date

from onelog.core import progress
from onelog.core.calendar.dates import day_text
from onelog.core.phrases import spoken
from onelog.core.results.stats import ModeMoods, OwnScale, Quantity, Stats, Strip
from onelog.terminal.insight import months, prep
from onelog.terminal.kit import sparklines
from onelog.terminal.kit.layout import Words, cells, pad, pieces
from onelog.terminal.kit.screen import Screen, narrow
from onelog.terminal.records import goals

EXPLAIN, LOG = "onelog stats --explain", "onelog log PERSON"
LABEL, NARROW, NAME = 24, 22, 14
"""Cells of a label, of one on less than `ROOMY` columns, and of the longest name beside a strip; a longer one is cut."""
ROOMY = 50
MOST_TAGS = 8


_PROMISES = ("kept", "late", "days_late", "undated", "overdue", "dropped", "open")
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("meetings_head", ("meetings", "meetings_kept", "meetings_skipped", "meetings_missed")),
    ("mine_head", tuple(f"mine_{name}" for name in _PROMISES)),
    ("theirs_head", tuple(f"theirs_{name}" for name in _PROMISES)),
    ("made_head", ("made_mine", "made_theirs")),
    ("how_head", ("mood", "seen", "rating")),
    ("feedback_head", ("praise_given", "growth_given", "praise_received", "growth_received")),
    ("concerns_head", ("concern_days", "concerns_open", "concern_age")),
    ("learned_head", ("ahas",)),
)
"""What stands under which heading."""
DAYS = ("mine_days_late", "theirs_days_late", "concern_days", "concern_age")
SCORES = ("mood", "seen", "rating")
ALONE = ("meetings", "mine_open", "theirs_open", "concerns_open", "ahas")
"""Counts that are out of nothing."""


def draw(screen: Screen, stats: Stats, today: date) -> None:
    """The groups that have something to say in either period; then strips, promises, moods and goals."""
    title = "title_with" if stats.person else "title"
    note = screen.say("stats.so_far" if stats.running else "stats.over", before=_before(screen, stats))
    screen.heading(
        screen.say(
            f"stats.{title}", period=spoken.period(stats.period, stats.since, screen.language), name=stats.person
        ),
        (note, "quiet"),
    )
    shown = [(head, names) for head, names in GROUPS if any(_says(stats, name) for name in names)]
    if not shown and not stats.scales:
        screen.blank()
        screen.text(*screen.phrase("stats.nothing", LOG))
    for head, names in shown:
        screen.blank()
        screen.heading(screen.say(f"stats.{head}"))
        for name in names:
            _draw_figure(screen, stats, name)
            _draw_spread(screen, stats, name)
        if head == "learned_head":
            _draw_tags(screen, stats)
    _draw_modes(screen, stats.modes)
    _draw_scales(screen, stats.scales)
    draw_strips(screen, [one for one in stats.strips if set(one.weeks) != {"none"}])
    months.draw_promises(screen, stats.months)
    months.draw_moods(screen, stats.months)
    months.draw_scales(screen, stats)
    _draw_goals(screen, stats)
    if shown:
        screen.blank()
        screen.text(*screen.phrase("stats.means", EXPLAIN))


def _before(screen: Screen, stats: Stats) -> str:
    """The name of the period before; of a part of one its days."""
    if not stats.running:
        return spoken.period(stats.before, stats.before_since, screen.language)
    days = (stats.before_since, stats.before_until)
    first, last = (day_text(day, screen.language, year=day.year != stats.until.year) for day in days)
    return screen.say("stats.window", first=first, last=last)


def _says(stats: Stats, name: str) -> bool:
    """Whether there is something in either period; none of so many is told of what was kept alone."""
    both = stats.figure(name)[1:]
    if name.endswith("_kept"):
        return any(one.n for one in both)
    return any(one.value or one.values for one in both) or (name == "ahas" and bool(stats.skills))


def _draw_figure(screen: Screen, stats: Stats, name: str) -> None:
    """Label, number, and the number before; nothing where there is nothing in both periods."""
    figure = stats.figure(name)
    if not _says(stats, name):
        return
    label = screen.say(f"stats.{_word(name)}")
    said, was = _number(screen, name, figure.now), _number(screen, name, figure.before)
    screen.row(["  ", pad(label, _label(screen))], [said], [(screen.say("stats.was", said=was), "quiet")])


def _draw_spread(screen: Screen, stats: Stats, name: str) -> None:
    """Below a mean how often each value was noted."""
    found = next((one for one in stats.spreads if one.name == name), None)
    if found and stats.figure(name).now.value is not None:
        lead = (pad(screen.say("stats.how_often"), _label(screen)), "quiet")
        screen.row(["  ", lead], [sparklines.spread(found.counts)], [])


def _label(screen: Screen) -> int:
    return LABEL if screen.measure >= ROOMY else NARROW


def _number(screen: Screen, name: str, number: Quantity) -> str:
    """`18 of 20`, `3.7, mean of 7`, `4 days, median of 7`, `2, 3` of fewer values, `–` of none."""
    if name in DAYS or name in SCORES:
        return _middle(screen, number, days=name in DAYS)
    if name in ALONE:
        return spoken.number(number.value or 0)
    if not number.n:
        return screen.say("stats.no_values")
    key = "stats.n_of_meetings" if name.startswith("meetings") else "stats.n_of"
    return screen.say(key, value=spoken.number(number.value or 0), n=number.n)


def _middle(screen: Screen, number: Quantity, *, days: bool) -> str:
    if not number.n:
        return screen.say("stats.no_values")
    if number.value is None:
        listed = screen.say("stats.and" if days else "comma").join(map(str, number.values))
        return _days(screen, listed) if days else listed
    if days:
        return screen.say("stats.days", value=_days(screen, spoken.number(number.value)), n=number.n)
    return screen.say("stats.mean", value=spoken.mean(number.value), n=number.n)


def _days(screen: Screen, said: str) -> str:
    """`1 day`, `4.5 days`, `2 and 3 days`."""
    return screen.say("n_day", n=1 if said == "1" else said)


def _word(name: str) -> str:
    """The key of a quantity's label: what I promised and what others did is counted in the same words."""
    whose, _, what = name.partition("_")
    return what if whose in ("mine", "theirs") else name


def _draw_modes(screen: Screen, modes: Sequence[ModeMoods]) -> None:
    """`walk  me 4.1, mean of 7 · theirs 3, 4`: how the meetings of each mode were, and how many there were."""
    if not modes:
        return
    screen.blank()
    screen.heading(screen.say("stats.modes"), (screen.say("stats.modes_note"), "quiet"))
    names = [screen.say(one.mode or "stats.no_mode") for one in modes]
    width = max(cells([name]) for name in names) + 2
    for name, one in zip(names, modes, strict=True):
        mine, theirs = (_middle(screen, number, days=False) for number in (one.mood, one.seen))
        said = screen.say("stats.mode_moods", mine=mine, theirs=theirs)
        screen.row(["  ", pad(name, width)], [said], [(screen.say("n_meeting", n=one.met), "quiet")])


def _draw_scales(screen: Screen, scales: Sequence[OwnScale]) -> None:
    """Label, number, and the number before, of each scale of one's own."""
    scales = [one for one in scales if one.now.n or one.before.n]
    if not scales:
        return
    screen.blank()
    screen.heading(screen.say("scales_head"))
    width = max(_label(screen), *(cells([months.scale_name(one)]) + 2 for one in scales))
    for one in scales:
        said, was = (_middle(screen, number, days=False) for number in (one.now, one.before))
        lead = ["  ", pad(months.scale_name(one), width)]
        screen.row(lead, [said], [(screen.say("stats.was", said=was), "quiet")])


def _draw_tags(screen: Screen, stats: Stats) -> None:
    if stats.skills:
        said = [f"#{one.tag} {one.n}" for one in stats.skills[:MOST_TAGS]]
        rest = len(stats.skills) - MOST_TAGS
        said += [screen.say("stats.more_tags", n=rest)] if rest > 0 else []
        screen.row(["  ", pad(screen.say("stats.skills"), _label(screen))], [screen.say("stats.comma").join(said)])


# --- weeks


def draw_strips(screen: Screen, strips: Sequence[Strip], *, named: bool = True) -> None:
    """Everybody's weeks, one below the other; on a narrow screen in two rows each. The counts are those of the signs."""
    if not strips:
        return
    signs = {word: narrow(sign) for word, (sign, _) in sparklines.SIGNS.items()}
    screen.blank()
    screen.heading(screen.say("stats.strips"), (screen.say("stats.legend_counts", **signs), "quiet"))
    went = any(value for one in strips for value in one.went)
    low_high = {"low": narrow(prep.LEVELS[0]), "high": narrow(prep.LEVELS[-1])}
    legend = f"{screen.say('stats.legend_went', **low_high) if went else ''}{screen.say('stats.legend', **signs)}"
    screen.row(["  "], [(legend, "quiet")])
    weeks, tails = len(strips[0].weeks), [_tail(screen, one) for one in strips]
    margin = min(max(cells([screen.first_name(one.person)]) for one in strips), NAME) + 4 if named else 2
    wide = margin + weeks + 2 + max(map(cells, tails)) <= screen.measure
    if wide:
        screen.line(" " * margin, (sparklines.months_above(strips[0].first, range(weeks), screen.language), "quiet"))
    for one, tail in zip(strips, tails, strict=True):
        if wide:
            lead = pad(f"  {screen.first_name(one.person)}" if named else "", margin)
            screen.line((lead, "name"), *sparklines.strip(one.weeks, one.went), "  ", *tail)
        else:
            _draw_folded(screen, one, tail, named=named)


def _draw_folded(screen: Screen, one: Strip, tail: Sequence[Words], *, named: bool) -> None:
    screen.row(["  "], [(screen.first_name(one.person) if named else "", "name")], tail)
    for row in sparklines.rows_of(len(one.weeks), screen.measure - 2):
        screen.line("  ", (sparklines.months_above(one.first, row, screen.language), "quiet"))
        span = slice(row.start, row.stop)
        screen.line("  ", *sparklines.strip(one.weeks[span], one.went[span]))


def _tail(screen: Screen, one: Strip) -> list[Words]:
    """How many weeks of each kind, in the order of the legend."""
    if not one.cadence:
        return [f"{one.count('met'):>2}", (f" {screen.say('stats.no_cadence')}", "quiet")]
    return [" ".join(f"{one.count(word):>2}" for word in ("met", "skipped", "missed"))]


# --- goals


def _draw_goals(screen: Screen, stats: Stats) -> None:
    """How far each goal with a measure is, and whether that is fast enough."""
    if not stats.goals:
        return
    screen.blank()
    screen.heading(screen.say("stats.goals"))
    for goal in stats.goals:
        speed = goals.speed(screen, progress.course(goal, stats.until)) if goal.status == "open" else []
        screen.row(["  "], [goal.title], [(goal.id, "quiet")])
        for part in (goals.measure(goal), speed):
            if pieces(part):
                screen.row(["    "], part)
