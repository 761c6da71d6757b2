"""The months of a year in the terminal: promises as bars, moods and scales of one's own as columns with their means and counts."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onelog.core.calendar.dates import month_text
from onelog.core.phrases import spoken
from onelog.core.results.stats import Ended, Month, OwnScale, Quantity, Stats
from onelog.core.statistics.median import median
from onelog.terminal.insight import prep
from onelog.terminal.kit import sparklines
from onelog.terminal.kit.layout import Line, Words, cells, pad
from onelog.terminal.kit.screen import Screen, narrow

COLUMN = 5
"""The fewest cells of a month in the lines of moods."""


class _MonthRow(NamedTuple):
    """What a scale was in each month."""

    label: str
    months: Sequence[Quantity]
    low: int = 1
    high: int = 5


def _window(screen: Screen, months: Sequence[Month]) -> str:
    """From which month to which: the pictures go back further than the period."""
    first, last = (month_text(one.first, screen.language, year=True) for one in (months[0], months[-1]))
    return screen.say("stats.window", first=first, last=last)


def draw_promises(screen: Screen, months: Sequence[Month]) -> None:
    """A bar a month for mine and for theirs, where there are any, and how many were done of those that ended."""
    both = [(side, [getattr(one, side) for one in months]) for side in ("mine", "theirs")]
    sides = [(side, ended) for side, ended in both if any(one.n for one in ended)]
    if not sides:
        return
    months = _from_first(months, lambda one: one.mine.n or one.theirs.n)
    most = max(one.n for _, ended in sides for one in ended)
    screen.blank()
    screen.heading(screen.say("stats.promises"), (_window(screen, months), "quiet"))
    signs = {word: narrow(sign) for word, (sign, _) in sparklines.PARTS.items()}
    screen.row(["  "], [(screen.say("stats.bars", **signs), "quiet")])
    counts = max(cells([_done(screen, one)]) for _, ended in sides for one in ended)
    width = min(max((screen.measure - 8 - 2 * (counts + 3)) // 2, 1), max(most, 6))
    screen.line(" " * 8, *(pad(screen.say(f"stats.{side}"), width + counts + 3) for side, _ in sides))
    for one in months:
        line: list[Words] = ["  ", pad(month_text(one.first, screen.language), 6)]
        for ended in (getattr(one, side) for side, _ in sides):
            line += [*_bar(ended, most, width), " ", pad(_done(screen, ended), counts + 2)]
        screen.line(*line)


def _from_first(months: Sequence[Month], says: Callable[[Month], object]) -> Sequence[Month]:
    """Without the months before the first that has something."""
    return months[next((number for number, one in enumerate(months) if says(one)), 0) :]


def _bar(ended: Ended, most: int, width: int) -> Line:
    counts = ended._asdict()
    return sparklines.bar([(part, counts[part]) for part in sparklines.PARTS], most, width)


def _done(screen: Screen, ended: Ended) -> str:
    return screen.say("stats.done_of", done=ended.done, n=ended.n) if ended.n else ""


def draw_moods(screen: Screen, months: Sequence[Month]) -> None:
    """A column and its mean a month for each score, with their counts where there are means; a-has as numbers below."""
    words = {"mood": "stats.mood", "seen": "stats.seen_short", "rating": "stats.rating"}
    rows = [_MonthRow(screen.say(word), [getattr(one, name) for one in months]) for name, word in words.items()]
    rows = [row for row in rows if any(one.n for one in row.months)]
    ahas = [str(one.ahas or "–") for one in months] if any(one.ahas for one in months) else []
    if rows or ahas:
        _draw_columns(screen, "stats.moods" if rows else "stats.ahas_head", months, rows, ahas)


def draw_scales(screen: Screen, stats: Stats) -> None:
    """The same for each scale of one's own, as high as the value stands in its range."""
    rows = [_MonthRow(scale_name(one), one.months, one.low, one.high) for one in stats.scales]
    if rows := [row for row in rows if any(one.n for one in row.months)]:
        _draw_columns(screen, "stats.scales_months", stats.months, rows)


def scale_name(one: OwnScale) -> str:
    """`energy (1–5)`."""
    return f"{one.name} ({one.low}–{one.high})"


def _draw_columns(
    screen: Screen, head: str, months: Sequence[Month], rows: Sequence[_MonthRow], ahas: Sequence[str] = ()
) -> None:
    """As many months as fit, from the first that has something, the newest last; below a row with means of how many values."""
    lines: list[tuple[str, str, Sequence[str]]] = []
    for row in rows:
        lines.append((row.label, "", [_column(one, row) for one in row.months]))
        if any(one.value is not None for one in row.months):
            counts = [str(one.n) if one.n else "" for one in row.months]
            lines.append((screen.say("stats.of_how_many"), "quiet", counts))
    lines += [(screen.say("stats.ahas"), "", ahas)] if ahas else []
    width = max(cells([label]) for label, _, _ in lines) + 2
    column = max(COLUMN, *(cells([said]) + 1 for _, _, columns in lines for said in columns))
    first = next(n for n in range(len(months)) if any(columns[n].strip("–") for _, _, columns in lines))
    first = max(first, len(months) - max((screen.measure - width - 2) // column, 1))
    window = _window(screen, months[first:])
    screen.blank()
    screen.heading(screen.say(head), (screen.say("stats.moods_note", window=window) if rows else window, "quiet"))
    names = [month_text(one.first, screen.language) for one in months[first:]]
    screen.line(" " * (width + 2), (_spread(names, column), "quiet"))
    for label, style, columns in lines:
        screen.line("  ", (pad(label, width) + _spread(columns[first:], column), style))


def _spread(columns: Iterable[str], width: int) -> str:
    return "".join(pad(one, width) for one in columns).rstrip()


def _column(number: Quantity, row: _MonthRow) -> str:
    """`▃3.5` of three or more, `▃2/4` of two, `–` of none."""
    if not number.n:
        return "–"
    if number.value is None:
        return f"{_level(median(number.values), row)}{'/'.join(map(str, number.values))}"
    return f"{_level(number.value, row)}{spoken.mean(number.value)}"


def _level(value: float, row: _MonthRow) -> str:
    if (row.low, row.high) == (1, len(prep.LEVELS)):
        return sparklines.level([value])
    return prep.LEVELS[prep.step(value, row.low, row.high)]
