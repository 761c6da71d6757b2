"""What goes with talks that were rated high: the difference that was tested, with whom, and what so many talks can show."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onelog.core.honorifics import titled
from onelog.core.results.patterns import Feature, Side, Thread
from onelog.terminal.kit import phrases
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen

LOG, ALL, EXPLAIN = "onelog log PERSON --rating 4", "onelog thread --all", "onelog explain thread"
LABEL = 26
"""Cells of the longest name in a list; a longer one is cut."""
MOST = 1000
"""What chance does less often is told as that."""

THREAD_WORDS: Mapping[str, Mapping[str, phrases.Phrase]] = {
    "en": {
        "title": "The common thread", "title_with": "The common thread with {name}",
        "n_rated": ("{n} rated meeting of {all}", "{n} rated meetings of {all}"),
        "high": "High: {cuts}", "cut": "{n} or more", "top": "5", "cut_with": "{cut} with {names}",
        "n_high": "{high} of {n}", "alike": "Not compared, all rated alike: {names}",
        "share": "{mode} {rated} of {met}", "shares": "Rated: {shares}", "no_mode": "no mode",
        "planned": "Can be planned", "happened": "Happened in it, which is no cause",
        "points": "{points} points, {low} to {high}", "no_points": "{points} points",
        "expected": "{n} rated high, where {expected} would be expected.",
        "alone": ("Chance alone does this less than once in 1,000 times.", "Chance alone does this about once in {n} times."),
        "side": "{name} {points}",
        "rests_on": ("Without {names} it does not show.", "Without any one of {names} it does not show."),
        "differs": "Not alike with everybody:", "same": "The same meetings, or all but these: {names}",
        "try": "Try it: {command}",
        "nothing": "Not told from chance", "unrated": "May come from talks that were not rated",
        "person": "Always or never so among neighbours",
        "none_rated": "No meeting is rated yet; the first look comes at {n}: {command}",
        "before_look": "The first look comes at {n} rated talks.",
        "looked": ("Looked at {all} things in {n} talk, {look}.", "Looked at {all} things in {n} talks, {look}."),
        "look": "for the {n} time; the next look comes at {next} rated talks", "look_period": "in a period that you chose: one more look",
        "nth": "{n}th", "1st": "1st", "2nd": "2nd", "3rd": "3rd",
        "nothing_found": "Nothing was told from chance, which is not the same as nothing there.",
        "no_power": ("{n} talk can show no difference yet.", "{n} talks can show no difference yet."),
        "detects": ("{n} talk can show only differences above {points} points.", "{n} talks can show only differences above {points} points."),
        "more": ("For one of {points} points it takes about {n} more rated talk.", "For one of {points} points it takes about {n} more rated talks."),
        "often": "Where nothing is there, a look claims something in {n} of 1,000 journals.",
        "what_points": "Points: of 100 comparisons with a neighbouring talk, so many more were won than lost.",
        "tested": "{command} lists all that was looked at.", "but": "Going together is not yet a cause: {command}",
        "comma": ", ", "semicolon": "; ",
        "mode:video": "Video", "mode:office": "Office", "mode:phone": "Phone", "mode:walk": "Walk", "mode:chat": "Chat",
        "length": "Longer than usual", "gap": "Later after the last one",
        "weekday:mon": "Monday", "weekday:tue": "Tuesday", "weekday:wed": "Wednesday", "weekday:thu": "Thursday",
        "weekday:fri": "Friday", "weekday:sat": "Saturday", "weekday:sun": "Sunday",
        "prepared": "Prepared", "topic:open": "A topic was waiting", "topic:raised": "A waiting topic raised",
        "topic:parked": "A topic parked",
        "line:decision": "A decision", "line:win": "A win", "line:aha": "An aha moment", "line:praise_given": "Praise from me",
        "line:praise_received": "Praise to me", "line:growth_given": "Growth from me", "line:growth_received": "Growth to me",
        "line:checkin": "A look at a goal", "line:mine": "A promise of mine", "line:theirs": "A promise of theirs",
        "line:concern": "A concern", "line:private": "A private line",
    },
    "ja": {
        "title": "よい1on1の共通点", "title_with": "{name}とのよい1on1の共通点",
        "n_rated": "1on1 {all}回中、評価のある{n}回",
        "high": "高評価：{cuts}", "cut": "{n}以上", "top": "5", "cut_with": "{names}は{cut}",
        "n_high": "{n}回中{high}回", "alike": "評価がすべて同じで比べられない人：{names}",
        "share": "{mode} {rated}/{met}回", "shares": "評価のある回数：{shares}", "no_mode": "形式なし",
        "planned": "前もって選べること", "happened": "その場で起きたこと（原因ではありません）",
        "points": "{points}ポイント（{low}〜{high}）", "no_points": "{points}ポイント",
        "expected": "高評価は{n}回（見込み{expected}回）",
        "alone": ("偶然でも1000回に1回未満です。", "偶然でも{n}回に1回ほど起こります。"),
        "side": "{name} {points}",
        "rests_on": ("{names}を除くと、この傾向は出ません。", "{names}のうち1人でも除くと、この傾向は出ません。"),
        "differs": "相手によって異なります：", "same": "分け方が同じもの：{names}",
        "try": "試す：{command}",
        "nothing": "偶然と区別できないもの", "unrated": "評価しなかった回のせいかもしれないもの",
        "person": "前後の回と常に同じ",
        "none_rated": "評価のある1on1がまだありません。最初の集計は{n}回からです：{command}",
        "before_look": "最初の集計は、評価のある1on1が{n}回になったときです。",
        "looked": "1on1 {n}回について{all}項目を調べました（{look}）。",
        "look": "{n}の集計。次は評価{next}回のとき", "look_period": "期間を選んだ追加の集計",
        "nth": "{n}回目", "1st": "1回目", "2nd": "2回目", "3rd": "3回目",
        "nothing_found": "偶然と区別できるものはありません。何もないという意味ではありません。",
        "no_power": "{n}回では、まだどんな差も分かりません。",
        "detects": "{n}回で分かるのは、{points}ポイントを超える差だけです。",
        "more": "{points}ポイントの差には、評価のある1on1があと{n}回ほど必要です。",
        "often": "何の関係もない記録でも、1回の集計につき1000件中{n}件で何かを示します。",
        "what_points": "ポイント：前後の回と100組比べて、勝ちが負けより何組多いか。",
        "tested": "調べたものの一覧：{command}", "but": "同時に起きていても、原因とは限りません：{command}",
        "comma": "、", "semicolon": "；",
        "mode:video": "ビデオ", "mode:office": "対面", "mode:phone": "電話", "mode:walk": "散歩", "mode:chat": "チャット",
        "length": "いつもより長い", "gap": "前回からの間が長い",
        "weekday:mon": "月曜", "weekday:tue": "火曜", "weekday:wed": "水曜", "weekday:thu": "木曜",
        "weekday:fri": "金曜", "weekday:sat": "土曜", "weekday:sun": "日曜",
        "prepared": "準備あり", "topic:open": "話題が待っていた", "topic:raised": "待っていた話題を話した",
        "topic:parked": "次回の話題を追加",
        "line:decision": "決定", "line:win": "成果", "line:aha": "気づき", "line:praise_given": "自分からの称賛",
        "line:praise_received": "自分への称賛", "line:growth_given": "自分からの改善の助言", "line:growth_received": "自分への改善の助言",
        "line:checkin": "目標の進捗記録", "line:mine": "自分の宿題", "line:theirs": "相手の宿題",
        "line:concern": "懸念", "line:private": "非公開",
    },
}  # fmt: skip
"""The words of this screen alone, in English and Japanese; tags are people's own. `docs/claims.md` says what permits each
sentence that draws a conclusion."""


def draw(screen: Screen, thread: Thread, today: date, *, everything: bool = False) -> None:
    """What was found, and what so many talks can show; with `everything` all that was looked at."""
    title = _say(screen, "title_with", name=thread.person) if thread.person else _say(screen, "title")
    screen.heading(title, (_say(screen, "n_rated", n=thread.rated, all=thread.meetings), "quiet"))
    if not thread.rated:
        screen.blank()
        screen.text(*_phrase(screen, "none_rated", LOG, n=thread.next_look))
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
        _say(
            screen,
            "share",
            mode=_say(screen, f"mode:{one.mode}" if one.mode else "no_mode"),
            rated=one.rated,
            met=one.met,
        )
        for one in thread.shares
    ]
    screen.text((_say(screen, "shares", shares=_say(screen, "semicolon").join(told)), "quiet"))


def _draw_cuts(screen: Screen, thread: Thread) -> None:
    """`High: 4 or more with Mia; 5 with Aiko, Ben`, and how many of all are."""
    names: dict[int | None, list[str]] = {}
    for cut in thread.cuts:
        names.setdefault(cut.rating, []).append(screen.first_name(cut.person))
    alike = names.pop(None, [])
    cuts = {rating: _say(screen, "top" if rating == 5 else "cut", n=rating) for rating in sorted(names, key=str)}
    if len(cuts) > 1:
        cuts = {
            rating: _say(screen, "cut_with", cut=cut, names=_listed(screen, names[rating]))
            for rating, cut in cuts.items()
        }
    if cuts:
        said = _say(screen, "high", cuts=_say(screen, "semicolon").join(cuts.values()))
        screen.row((), [(said, "quiet")], [(_say(screen, "n_high", high=thread.high, n=thread.compared), "quiet")])
    if alike and thread.rated > 1:
        screen.text((_say(screen, "alike", names=_listed(screen, alike)), "quiet"))


def _draw_found(screen: Screen, found: Sequence[Feature], *, everything: bool) -> None:
    if not found:
        return
    screen.blank()
    screen.heading(_say(screen, "planned" if found[0].planned else "happened"))
    for one in found:
        told = _say(screen, "differs") if one.state == "differs" else _points(screen, one)
        screen.row(["  "], [(_label(screen, one.feature), "strong")], [told])
        for line in _below(screen, one, everything=everything):
            screen.row(["    "], [line if isinstance(line, tuple) else (line, "quiet")])


def _below(screen: Screen, one: Feature, *, everything: bool) -> Iterator[str]:
    """What would be expected, what chance alone would do, with whom it is so, and how it is tried."""
    if one.state == "differs" or (everything and len(one.people) > 1):
        named = [side for side in one.people if one.state != "differs" or side.person in one.rests_on] or one.people
        yield " · ".join(
            _say(screen, "side", name=screen.first_name(side.person), points=_points(screen, side)) for side in named
        )
    elif one.high_expected is not None:
        yield _say(screen, "expected", n=one.high_with, expected=round(one.high_expected))
    yield _alone(screen, one)
    if one.rests_on and one.state != "differs":
        known = [screen.first_name(name) for name in one.rests_on]
        one_alone = len(known) == 1 and screen.language == "ja"
        yield _say(
            screen, "rests_on", n=len(known), names=_listed(screen, [*map(titled, known)] if one_alone else known)
        )
    if one.same:
        yield _say(screen, "same", names=_listed(screen, [_label(screen, name) for name in one.same]))


def _draw_rest(screen: Screen, rest: Sequence[Feature]) -> None:
    """What was tested a line each; what could not be told by its names."""
    tested = [one for one in rest if one.state == "nothing"]
    width = min(max((cells([_label(screen, one.feature)]) for one in tested), default=0), LABEL) + 2
    for planned in (True, False):
        some = [one for one in tested if one.planned is planned]
        if some:
            screen.blank()
            screen.heading(_say(screen, "nothing"), (_say(screen, "planned" if planned else "happened"), "quiet"))
        for one in some:
            lead: list[Words] = ["  ", pad(_label(screen, one.feature), width)]
            screen.row(lead, [_points(screen, one)])
    for state in ("unrated", "person"):
        if names := [_label(screen, one.feature) for one in rest if one.state == state]:
            screen.blank()
            screen.heading(_say(screen, state))
            screen.row(["  "], [(_listed(screen, names), "quiet")])


def _draw_power(screen: Screen, thread: Thread, *, found: bool) -> None:
    """What so many talks can show, and how many it takes; never that there is nothing."""
    screen.blank()
    if thread.compared and not found:
        screen.text(_say(screen, "nothing_found"))
    n = thread.compared or thread.rated
    if thread.detects is None or not thread.compared:
        screen.text(_say(screen, "no_power", n=n))
    else:
        screen.text(_say(screen, "detects", n=n, points=_whole(thread.detects)))
    if thread.more:
        screen.text(_say(screen, "more", n=thread.more, points=30))
    if not thread.compared and thread.next_look:
        screen.text(_say(screen, "before_look", n=thread.next_look))


def _draw_method(screen: Screen, thread: Thread, *, everything: bool) -> None:
    screen.blank()
    if thread.looked_at:
        screen.text(
            (_say(screen, "looked", n=thread.compared, all=thread.looked_at, look=_look(screen, thread)), "quiet")
        )
        screen.text((_say(screen, "often", n=round(thread.level * 1000)), "quiet"))
        screen.text((_say(screen, "what_points"), "quiet"))
    if not everything and thread.looked_at:
        screen.text(*_phrase(screen, "tested", ALL))
    screen.text(*_phrase(screen, "but", EXPLAIN))


def _look(screen: Screen, thread: Thread) -> str:
    if thread.look is None:
        return _say(screen, "look_period")
    names = {1: "1st", 2: "2nd", 3: "3rd"}
    return _say(screen, "look", n=_say(screen, names.get(thread.look, "nth"), n=thread.look), next=thread.next_look)


def _points(screen: Screen, one: Feature | Side) -> str:
    """`+37 points, 18 to 53`; a number below 0 has a minus sign."""
    if one.difference is None or one.low is None or one.high is None:
        return ""
    values = {"points": _signed(one.difference), "low": _whole(one.low), "high": _whole(one.high)}
    return _say(screen, "points", **values)


def _signed(value: float) -> str:
    return f"{round(100 * value):+d}"


def _whole(value: float) -> str:
    return f"{round(100 * value):d}"


def _alone(screen: Screen, one: Feature) -> str:
    """How often chance does as much in one look at so many things; never told as less often than it is."""
    times = int(1 / one.chance) if one.chance else MOST
    return _say(screen, "alone", n=1 if times >= MOST else times)


def _label(screen: Screen, feature: str) -> str:
    kind, _, value = feature.partition(":")
    return f"#{value}" if kind == "tag" else _say(screen, feature)


def _listed(screen: Screen, names: Sequence[str]) -> str:
    return _say(screen, "comma").join(names)


def _say(screen: Screen, key: str, **values: object) -> str:
    phrase = THREAD_WORDS[screen.language][key]
    if isinstance(phrase, tuple):
        phrase = phrase[values.get("n") != 1]
    return phrase.format(**values) if values else phrase


def _phrase(screen: Screen, key: str, command: str, **values: object) -> list[Words]:
    """A phrase that names a command, the command in its own colour."""
    before, after = _say(screen, key, command="\0", **values).split("\0", 1)
    return [before, (command, "command"), after]
