"""A period in numbers beside the one before, then the year up to its end in pictures with their numbers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from onelog.core import progress
from onelog.core.dates import month_text
from onelog.core.results.stats import Ended, Month, Quantity, Stats, Strip
from onelog.terminal.kit import phrases, sparklines
from onelog.terminal.kit.layout import Line, Words, cells, pad, pieces
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import goals

EXPLAIN, LOG = "onelog stats --explain", "onelog log PERSON"
LABEL, NARROW, NAME = 24, 22, 14
"""Cells of a label, of one on less than `ROOMY` columns, and of the longest name beside a strip; a longer one is cut."""
ROOMY = 50
COLUMN = 5
"""Cells of a month in the lines of moods."""
MOST_TAGS = 8

STATS_WORDS: Mapping[str, Mapping[str, phrases.Phrase]] = {
    "en": {
        "title": "{period} in numbers", "title_with": "{period} in numbers, with {name}",
        "so_far": "so far · before: {before}", "over": "before: {before}", "was": "before {said}",
        "nothing": "Nothing to count in these days. A meeting: {command}",
        "means": "What each number means, and what it does not: {command}", "n_of": "{value} of {n}",
        "median": "{value}, median of {n}", "values": "{values}", "days": ("{value} day, median of {n}", "{value} days, median of {n}"),
        "day_values": ("{values} day", "{values} days"), "no_values": "–", "comma": ", ", "and": " and ",
        "meetings_head": "Meetings", "meetings": "Took place", "meetings_kept": "Held, of those due",
        "meetings_skipped": "Skipped", "meetings_missed": "Missed",
        "mine_head": "What I promised", "theirs_head": "What others promised", "kept": "Kept in time", "late": "Kept late",
        "days_late": "How late", "overdue": "Overdue", "dropped": "Dropped", "open": "Still open",
        "made_head": "Who took on what", "made_mine": "Promises made by me", "made_theirs": "By others",
        "feedback_head": "Feedback", "praise_given": "Given: praise", "growth_given": "Given: to work on",
        "praise_received": "Received: praise", "growth_received": "Received: to work on",
        "concerns_head": "Concerns", "concern_days": "Settled after", "concerns_open": "Open", "concern_age": "Age of the open ones",
        "how_head": "How the meetings were, 1 to 5", "mood": "My mood", "seen": "Theirs, as I saw it", "rating": "How useful",
        "learned_head": "Learned", "ahas": "Aha moments", "skills": "Tags of evidence", "more_tags": "{n} more",
        "strips": "Week by week", "legend": "{met} met  {skipped} skipped  {missed} missed  {none} nothing due",
        "legend_counts": "weeks {met} {skipped} {missed}", "no_cadence": "no cadence",
        "promises": "Promises month by month", "window": "{first} – {last}", "bars": "{kept} in time  {late} late  {overdue} overdue  {dropped} dropped",
        "mine": "Mine", "theirs": "Theirs", "done_of": "{done} of {n}",
        "moods": "Moods month by month", "ahas_head": "Aha moments month by month", "moods_note": "{window} · median; of two both", "seen_short": "Theirs", "goals": "Goals",
    },
    "ja": {
        "title": "数で見る {period}", "title_with": "数で見る {period}（{name}）",
        "so_far": "途中 · 前の期間: {before}", "over": "前の期間: {before}", "was": "前期 {said}",
        "nothing": "この期間に数えるものはありません。面談の記録: {command}",
        "means": "それぞれの数の意味と、意味しないこと: {command}", "n_of": "{n}件中{value}件",
        "median": "{value}（{n}回の中央値）", "values": "{values}", "days": "{value}日（{n}件の中央値）",
        "day_values": "{values}日", "no_values": "–", "comma": "、", "and": "日と",
        "meetings_head": "面談", "meetings": "行った面談", "meetings_kept": "予定日に行った面談",
        "meetings_skipped": "見送り", "meetings_missed": "未実施",
        "mine_head": "自分の宿題", "theirs_head": "相手の宿題", "kept": "期限内に完了", "late": "遅れて完了",
        "days_late": "遅れ", "overdue": "期限超過", "dropped": "取りやめ", "open": "継続中",
        "made_head": "引き受けた人", "made_mine": "自分の新しい宿題", "made_theirs": "相手の新しい宿題",
        "feedback_head": "フィードバック", "praise_given": "伝えた称賛", "growth_given": "伝えた改善の助言",
        "praise_received": "受けた称賛", "growth_received": "受けた改善の助言",
        "concerns_head": "懸念", "concern_days": "解決まで", "concerns_open": "未解決", "concern_age": "未解決の経過",
        "how_head": "面談の様子（1から5）", "mood": "自分の気分", "seen": "相手の気分（印象）", "rating": "役立ち度",
        "learned_head": "学んだこと", "ahas": "気づき", "skills": "裏づけのタグ", "more_tags": "ほか{n}件",
        "strips": "週ごと", "legend": "{met} 実施  {skipped} 見送り  {missed} 未実施  {none} 予定なし",
        "legend_counts": "週数 {met} {skipped} {missed}", "no_cadence": "間隔なし",
        "promises": "月ごとの宿題", "window": "{first}〜{last}", "bars": "{kept} 期限内  {late} 遅れ  {overdue} 超過  {dropped} 取りやめ",
        "mine": "自分", "theirs": "相手", "done_of": "{n}件中{done}件",
        "moods": "月ごとの気分", "ahas_head": "月ごとの気づき", "moods_note": "{window} · 中央値、2回なら両方", "seen_short": "相手の気分", "goals": "目標",
    },
}  # fmt: skip
"""The words of this screen alone, in English and Japanese; tags, titles and names are people's own."""

_PROMISES = ("kept", "late", "days_late", "overdue", "dropped", "open")
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
MEDIANS = (*DAYS, "mood", "seen", "rating")
ALONE = ("meetings", "mine_open", "theirs_open", "concerns_open", "ahas")
"""Counts that are out of nothing."""


def draw(screen: Screen, stats: Stats, today: date) -> None:
    """The groups that have something to say in either period; then strips, promises, moods and goals."""
    title = "title_with" if stats.person else "title"
    note = _say(screen, "so_far" if stats.running else "over", before=stats.before)
    screen.heading(_say(screen, title, period=stats.period, name=stats.person), (note, "quiet"))
    shown = [(head, names) for head, names in GROUPS if any(_says(stats, name) for name in names)]
    if not shown:
        screen.blank()
        screen.text(*_phrase(screen, "nothing", LOG))
    for head, names in shown:
        screen.blank()
        screen.heading(_say(screen, head))
        for name in names:
            _draw_figure(screen, stats, name)
        if head == "learned_head":
            _draw_tags(screen, stats)
    draw_strips(screen, [one for one in stats.strips if set(one.weeks) != {"none"}])
    _draw_promises(screen, stats.months)
    _draw_moods(screen, stats.months)
    _draw_goals(screen, stats)
    if shown:
        screen.blank()
        screen.text(*_phrase(screen, "means", EXPLAIN))


def _says(stats: Stats, name: str) -> bool:
    """Whether there is something in either period; none of so many is told of what was kept alone."""
    both = stats.figure(name)[1:]
    if name.endswith("_kept"):
        return any(one.n for one in both)
    return any(one.value or one.values for one in both) or (name == "ahas" and bool(stats.skills))


def _window(screen: Screen, months: Sequence[Month]) -> str:
    """From which month to which: the pictures go back further than the period."""
    first, last = (month_text(one.first, screen.language, year=True) for one in (months[0], months[-1]))
    return _say(screen, "window", first=first, last=last)


def _draw_figure(screen: Screen, stats: Stats, name: str) -> None:
    """Label, number, and the number before; nothing where there is nothing in both periods."""
    figure = stats.figure(name)
    if not _says(stats, name):
        return
    label = _say(screen, name if name in STATS_WORDS["en"] else name.partition("_")[2])
    said, was = _number(screen, name, figure.now), _number(screen, name, figure.before)
    screen.row(["  ", pad(label, _label(screen))], [said], [(_say(screen, "was", said=was), "quiet")])


def _label(screen: Screen) -> int:
    return LABEL if screen.measure >= ROOMY else NARROW


def _number(screen: Screen, name: str, number: Quantity) -> str:
    """`18 of 20`, `4, median of 7`, `2, 3` of fewer values, `–` of none."""
    if name in MEDIANS:
        return _middle(screen, number, days=name in DAYS)
    if name in ALONE:
        return phrases.number(number.value or 0)
    if not number.n:
        return _say(screen, "no_values")
    return _say(screen, "n_of", value=phrases.number(number.value or 0), n=number.n)


def _middle(screen: Screen, number: Quantity, *, days: bool) -> str:
    if not number.n:
        return _say(screen, "no_values")
    if number.value is None:
        listed = _say(screen, "and" if days else "comma").join(map(str, number.values))
        return _say(screen, "day_values" if days else "values", values=listed)
    return _say(screen, "days" if days else "median", value=phrases.number(number.value), n=number.n)


def _draw_tags(screen: Screen, stats: Stats) -> None:
    if stats.skills:
        said = [f"#{one.tag} {one.n}" for one in stats.skills[:MOST_TAGS]]
        rest = len(stats.skills) - MOST_TAGS
        said += [_say(screen, "more_tags", n=rest)] if rest > 0 else []
        screen.row(["  ", pad(_say(screen, "skills"), _label(screen))], [_say(screen, "comma").join(said)])


# --- weeks


def draw_strips(screen: Screen, strips: Sequence[Strip], *, named: bool = True) -> None:
    """Everybody's weeks, one below the other; on a narrow screen in two rows each. The counts are those of the signs."""
    if not strips:
        return
    signs = {word: sign for word, (sign, _) in sparklines.SIGNS.items()}
    screen.blank()
    screen.heading(_say(screen, "strips"), (_say(screen, "legend_counts", **signs), "quiet"))
    screen.row(["  "], [(_say(screen, "legend", **signs), "quiet")])
    weeks, tails = len(strips[0].weeks), [_tail(screen, one) for one in strips]
    margin = min(max(cells([screen.first_name(one.person)]) for one in strips), NAME) + 4 if named else 2
    wide = margin + weeks + 2 + max(map(cells, tails)) <= screen.measure
    if wide:
        screen.line(" " * margin, (sparklines.months_above(strips[0].first, range(weeks), screen.language), "quiet"))
    for one, tail in zip(strips, tails, strict=True):
        if wide:
            lead = pad(f"  {screen.first_name(one.person)}" if named else "", margin)
            screen.line((lead, "name"), *sparklines.strip(one.weeks), "  ", *tail)
        else:
            _draw_folded(screen, one, tail, named=named)


def _draw_folded(screen: Screen, one: Strip, tail: Sequence[Words], *, named: bool) -> None:
    screen.row(["  "], [(screen.first_name(one.person) if named else "", "name")], tail)
    for row in sparklines.rows_of(len(one.weeks), screen.measure - 2):
        screen.line("  ", (sparklines.months_above(one.first, row, screen.language), "quiet"))
        screen.line("  ", *sparklines.strip(one.weeks[row.start : row.stop]))


def _tail(screen: Screen, one: Strip) -> list[Words]:
    """How many weeks of each kind, in the order of the legend."""
    if not one.cadence:
        return [f"{one.count('met'):>2}", (f" {_say(screen, 'no_cadence')}", "quiet")]
    return [" ".join(f"{one.count(word):>2}" for word in ("met", "skipped", "missed"))]


# --- months


def _draw_promises(screen: Screen, months: Sequence[Month]) -> None:
    """A bar a month for mine and for theirs, where there are any, and how many were done of those that ended."""
    both = [(side, [getattr(one, side) for one in months]) for side in ("mine", "theirs")]
    sides = [(side, ended) for side, ended in both if any(one.n for one in ended)]
    if not sides:
        return
    months = _from_first(months, lambda one: one.mine.n or one.theirs.n)
    most = max(one.n for _, ended in sides for one in ended)
    screen.blank()
    screen.heading(_say(screen, "promises"), (_window(screen, months), "quiet"))
    signs = {word: sign for word, (sign, _) in sparklines.PARTS.items()}
    screen.row(["  "], [(_say(screen, "bars", **signs), "quiet")])
    counts = max(cells([_done(screen, one)]) for _, ended in sides for one in ended)
    width = min(max((screen.measure - 8 - 2 * (counts + 3)) // 2, 1), max(most, 6))
    screen.line(" " * 8, *(pad(_say(screen, side), width + counts + 3) for side, _ in sides))
    for one in months:
        line: list[Words] = ["  ", pad(month_text(one.first, screen.language), 6)]
        for ended in (getattr(one, side) for side, _ in sides):
            line += [*_bar(ended, most, width), " ", pad(_done(screen, ended), counts + 2)]
        screen.line(*line)


def _from_first(months: Sequence[Month], says: Callable[[Month], object]) -> Sequence[Month]:
    """Without the months before the first that has something."""
    return months[next((number for number, one in enumerate(months) if says(one)), 0) :]


def _bar(ended: Ended, most: int, width: int) -> Line:
    return sparklines.bar(list(ended._asdict().items()), most, width)


def _done(screen: Screen, ended: Ended) -> str:
    return _say(screen, "done_of", done=ended.kept + ended.late, n=ended.n) if ended.n else ""


def _draw_moods(screen: Screen, months: Sequence[Month]) -> None:
    """A column and its number a month, as many months as fit; a-has as numbers below."""
    names = [name for name in ("mood", "seen", "rating") if any(getattr(one, name).n for one in months)]
    ahas = any(one.ahas for one in months)
    if not names and not ahas:
        return
    labels = {
        name: _say(screen, "seen_short" if name == "seen" else name) for name in (*names, *(["ahas"] if ahas else []))
    }
    width = max(cells([label]) for label in labels.values()) + 2
    shown = _from_first(months, lambda one: one.ahas or any(getattr(one, name).n for name in names))
    shown = shown[-max((screen.measure - width - 2) // COLUMN, 1) :]
    screen.blank()
    if names:
        screen.heading(_say(screen, "moods"), (_say(screen, "moods_note", window=_window(screen, shown)), "quiet"))
    else:
        screen.heading(_say(screen, "ahas_head"), (_window(screen, shown), "quiet"))
    heads = (pad(month_text(one.first, screen.language), COLUMN) for one in shown)
    screen.line(" " * (width + 2), *((head, "quiet") for head in heads))
    for name, label in labels.items():
        said = (str(one.ahas or "–") if name == "ahas" else _column(getattr(one, name)) for one in shown)
        screen.line("  ", pad(label, width), *(pad(one, COLUMN) for one in said))


def _column(number: Quantity) -> str:
    """`▃3.5` of three or more, `▃2/4` of two, `–` of none."""
    if not number.n:
        return "–"
    values = number.values if number.value is None else (number.value,)
    return f"{sparklines.level(values)}{'/'.join(phrases.number(value) for value in values)}"


def _draw_goals(screen: Screen, stats: Stats) -> None:
    """How far each goal with a measure is, and whether that is fast enough."""
    if not stats.goals:
        return
    screen.blank()
    screen.heading(_say(screen, "goals"))
    for goal in stats.goals:
        speed = goals.speed(screen, progress.course(goal, stats.until)) if goal.status == "open" else []
        screen.row(["  "], [goal.title], [(goal.id, "quiet")])
        for part in (goals.measure(goal), speed):
            if pieces(part):
                screen.row(["    "], part)


def _say(screen: Screen, key: str, **values: object) -> str:
    phrase = STATS_WORDS[screen.language][key]
    if isinstance(phrase, tuple):
        phrase = phrase["1" not in (values.get("value"), values.get("values"))]
    return phrase.format(**values) if values else phrase


def _phrase(screen: Screen, key: str, command: str) -> Iterator[Words]:
    """A phrase that names a command, the command in its own colour."""
    before, after = _say(screen, key, command="\0").split("\0", 1)
    yield from (before, (command, "command"), after)
