"""What goes with talks that were rated high: the counts on both sides, with whom, and how sure that is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil

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
        "more": "Goes with high ratings", "less": "Goes with lower ratings", "nothing": "No more than by chance",
        "few": "Too few to tell", "person": "Always or never so with each person",
        "counts": "{high} of {n} rated high, without it {other} of {rest}", "chance": "p {chance}, corrected {corrected}",
        "alone": ("Chance alone does this less than once in 1,000 times.", "Chance alone does this about once in {n} times."),
        "side": "{name} {brief}", "brief": "{high}/{n}, else {other}/{rest}", "tiny": "under 0.001",
        "rests_on": ("Without {names} it does not show.", "Without any one of {names} it does not show."),
        "same": "The same meetings, or all but these: {names}",
        "none_rated": "No meeting is rated yet; it takes {n}: {command}",
        "not_enough": ("Not enough yet: about {n} more rated meeting.", "Not enough yet: about {n} more rated meetings."),
        "forecast": "That is at the rate so far; with fewer, nothing can be told from chance.",
        "nothing_found": ("One thing could be tested. It does not stand out.", "{n} things could be tested. None stands out."),
        "tested": "Of {all} looked at, {n} could be tested: {command} lists them.",
        "method": "Fisher's exact test, two-sided, each person's talks among themselves; corrected for {n} tests (Holm).",
        "but": "Going together is not yet a cause: {command}",
        "comma": ", ", "semicolon": "; ",
        "mode:video": "Video", "mode:office": "Office", "mode:phone": "Phone", "mode:walk": "Walk", "mode:chat": "Chat",
        "length:longer": "Longer than usual", "length:shorter": "Shorter than usual",
        "gap:longer": "Later after the last one", "gap:shorter": "Sooner after the last one",
        "weekday:mon": "Monday", "weekday:tue": "Tuesday", "weekday:wed": "Wednesday", "weekday:thu": "Thursday",
        "weekday:fri": "Friday", "weekday:sat": "Saturday", "weekday:sun": "Sunday",
        "prepared": "Prepared", "topic:raised": "A waiting topic raised", "topic:parked": "A topic parked",
        "line:decision": "A decision", "line:win": "A win", "line:aha": "An aha moment", "line:praise_given": "Praise from me",
        "line:praise_received": "Praise to me", "line:growth_given": "Growth from me", "line:growth_received": "Growth to me",
        "line:checkin": "A look at a goal", "line:mine": "A promise of mine", "line:theirs": "A promise of theirs",
        "line:concern": "A concern", "line:private": "A private line",
    },
    "ja": {
        "title": "よい面談の共通点", "title_with": "{name}とのよい面談の共通点",
        "n_rated": "面談{all}回中、評価のある{n}回",
        "high": "高評価: {cuts}", "cut": "{n}以上", "top": "5", "cut_with": "{names}は{cut}",
        "n_high": "{n}回中{high}回", "alike": "評価がすべて同じで比べられない人: {names}",
        "more": "高評価とともに多い", "less": "低めの評価とともに多い", "nothing": "偶然の範囲",
        "few": "少なすぎて分からない", "person": "相手ごとに常に同じ",
        "counts": "{n}回中{high}回が高評価、ほかは{rest}回中{other}回", "chance": "p {chance}、補正後 {corrected}",
        "alone": ("偶然だけなら1000回に1回未満です。", "偶然だけなら{n}回に1回ほどです。"),
        "side": "{name} {brief}", "brief": "{high}/{n}、ほかは{other}/{rest}", "tiny": "0.001未満",
        "rests_on": ("{names}を除くと、この傾向は出ません。", "{names}のうち1人でも除くと、この傾向は出ません。"),
        "same": "分け方が同じもの: {names}",
        "none_rated": "評価のある面談がまだありません。{n}回要ります: {command}",
        "not_enough": "まだ足りません。評価のある面談があと{n}回ほど必要です。",
        "forecast": "これまでと同じ調子で続いた場合です。それより少ないと、どんな結果でも偶然と区別できません。",
        "nothing_found": "{n}項目を調べましたが、目立つものはありません。",
        "tested": "{all}項目のうち、調べられたのは{n}項目。一覧: {command}",
        "method": "フィッシャーの正確検定（両側、相手ごとに比較）。{n}回の検定に対する補正済み（ホルム）。",
        "but": "ともに起きても、原因とは限りません: {command}",
        "comma": "、", "semicolon": "、",
        "mode:video": "ビデオ", "mode:office": "対面", "mode:phone": "電話", "mode:walk": "散歩", "mode:chat": "チャット",
        "length:longer": "いつもより長い", "length:shorter": "いつもより短い",
        "gap:longer": "前回からの間が長い", "gap:shorter": "前回からの間が短い",
        "weekday:mon": "月曜", "weekday:tue": "火曜", "weekday:wed": "水曜", "weekday:thu": "木曜",
        "weekday:fri": "金曜", "weekday:sat": "土曜", "weekday:sun": "日曜",
        "prepared": "準備あり", "topic:raised": "待っていた話題", "topic:parked": "次回の話題を追加",
        "line:decision": "決定", "line:win": "成果", "line:aha": "気づき", "line:praise_given": "自分からの称賛",
        "line:praise_received": "自分への称賛", "line:growth_given": "自分からの改善の助言", "line:growth_received": "自分への改善の助言",
        "line:checkin": "目標の記録", "line:mine": "自分の宿題", "line:theirs": "相手の宿題",
        "line:concern": "懸念", "line:private": "非公開",
    },
}  # fmt: skip
"""The words of this screen alone, in English and Japanese; tags are people's own."""


def draw(screen: Screen, thread: Thread, today: date, *, everything: bool = False) -> None:
    """What was found, else that there is nothing or not enough; with `everything` all that was looked at."""
    title = _say(screen, "title_with", name=thread.person) if thread.person else _say(screen, "title")
    screen.heading(title, (_say(screen, "n_rated", n=thread.rated, all=thread.meetings), "quiet"))
    if not thread.rated:
        screen.blank()
        screen.text(*_phrase(screen, "none_rated", LOG, n=thread.more))
        return
    _draw_cuts(screen, thread)
    found = [one for one in thread.features if one.found]
    for state in ("more", "less"):
        _draw_found(screen, state, [one for one in found if one.state == state], everything=everything)
    if thread.more is not None:
        screen.blank()
        screen.text(_say(screen, "not_enough", n=thread.more))
        screen.text((_say(screen, "forecast"), "quiet"))
    elif not found:
        screen.blank()
        screen.text(_say(screen, "nothing_found", n=thread.tested))
    if everything:
        _draw_rest(screen, [one for one in thread.features if not one.found])
    _draw_method(screen, thread, everything=everything)


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


def _draw_found(screen: Screen, state: str, found: Sequence[Feature], *, everything: bool) -> None:
    if not found:
        return
    screen.blank()
    screen.heading(_say(screen, state))
    for one in found:
        screen.row(["  "], [(_label(screen, one.feature), "strong")], [_counts(screen, one)])
        for line in _below(screen, one, everything=everything):
            screen.row(["    "], [(line, "quiet")])


def _below(screen: Screen, one: Feature, *, everything: bool) -> Iterator[str]:
    """What chance alone would do, in words; with `everything` by the numbers, and with whom it was so."""
    yield _chance(screen, one) if everything else _alone(screen, one)
    if everything and len(one.people) > 1:
        yield " · ".join(_side(screen, side) for side in one.people)
    if one.rests_on:
        known = [screen.first_name(name) for name in one.rests_on]
        one_alone = len(known) == 1 and screen.language == "ja"
        yield _say(
            screen, "rests_on", n=len(known), names=_listed(screen, [*map(titled, known)] if one_alone else known)
        )
    if one.same:
        yield _say(screen, "same", names=_listed(screen, [_label(screen, name) for name in one.same]))


def _draw_rest(screen: Screen, rest: Sequence[Feature]) -> None:
    """What was tested a line each, the smallest chance first; what could not be told by its names."""
    tested = sorted((one for one in rest if one.state == "nothing"), key=lambda one: one.chance or 0.0)
    if tested:
        screen.blank()
        screen.heading(_say(screen, "nothing"))
    width = min(max((cells([_label(screen, one.feature)]) for one in tested), default=0), LABEL) + 2
    for one in tested:
        lead: list[Words] = ["  ", pad(_label(screen, one.feature), width)]
        screen.row(lead, [_brief(screen, one)], [(_chance(screen, one), "quiet")])
    for state in ("few", "person"):
        if names := [_label(screen, one.feature) for one in rest if one.state == state]:
            screen.blank()
            screen.heading(_say(screen, state))
            screen.row(["  "], [(_listed(screen, names), "quiet")])


def _draw_method(screen: Screen, thread: Thread, *, everything: bool) -> None:
    screen.blank()
    if not everything and thread.tested:
        screen.text(*_phrase(screen, "tested", ALL, n=thread.tested, all=thread.looked_at))
    if thread.tested:
        screen.text((_say(screen, "method", n=thread.tested), "quiet"))
    screen.text(*_phrase(screen, "but", EXPLAIN))


def _counts(screen: Screen, one: Feature) -> str:
    return _say(screen, "counts", high=one.high_with, n=one.with_, other=one.high_without, rest=one.without)


def _side(screen: Screen, one: Side) -> str:
    return _say(screen, "side", name=screen.first_name(one.person), brief=_brief(screen, one))


def _brief(screen: Screen, one: Side | Feature) -> str:
    return _say(screen, "brief", high=one.high_with, n=one.with_, other=one.high_without, rest=one.without)


def _chance(screen: Screen, one: Feature) -> str:
    values = (one.chance, one.corrected)
    chance, corrected = (_say(screen, "tiny") if (value or 0.0) < 0.001 else _rounded(value or 0.0) for value in values)
    return _say(screen, "chance", chance=chance, corrected=corrected)


def _alone(screen: Screen, one: Feature) -> str:
    """How often chance does as much in so many tests; never told as less often than it is."""
    times = int(1 / one.corrected) if one.corrected else MOST
    return _say(screen, "alone", n=1 if times >= MOST else times)


def _rounded(value: float) -> str:
    """`0.034`, `0.31`: rounded up, so that what is just beyond the bar does not look as if it were on it."""
    places = 3 if value < 0.1 else 2
    return f"{ceil(round(value * 10**places, 6)) / 10**places:.{places}f}"


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
