"""Anything a person might type, and any record made of it."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from onelog.core.model import FEEDBACK, MODES, MOMENT_KINDS, Action, Checkin, Meeting, Moment, Ref, Topic
from onelog.markdown.body import Note, Slot, body_of, tidy

BITS = [
    "a:", "aha:", "action:", "because:", "why:", "due:fri", "due:2026-12-01", "goal:g4mu", "g:", "goal:", "mood:4",
    "mood:9", "on:fri", "len:45m", "mode:walk", "@them", "@me", '@"Mia Tanaka"', "@", "^k7qf", "^abcd", "#tag", "+ops",
    "#1", "(#x)", "`#code`", "`", "``", "```", "~~~", "````", "- [ ]", "- [x]", "[x]", "- ", "* ", "1. ", "---", "with:",
    "with: x", "<!--", "<script>", "**Aha:**", "宿題:", "気づき：", "目標:", "\\", "\\a:", "\\#tag", "\\\\mood:4", "from:me",
    "to:them", "resolved:2026-01-01", "done:2026-01-01", "words", "950000", "3.5", "\\3", "mail@example.org", "10:30",
    "http://x", "「#計画」", "計画を書く", "👩\u200d💻", "\x1b[31m", "\u202e", "\r", "\x1d", "\u3000", "\xa0", "é", "[/]", "#",
    "A:", "a:send", "a：", "b:", "option a:", "goal：g4mu", "【決定】", "【決定事項】", "・", "■", "○", "> ", "## ", "・宿題：", "　", "\u2009",
    "## Decisions", "■決定事項", "**Actions**", "## Private notes", "Actions:", "## Goals", "\\- ", "- none", "## Other", "__",
    "due: fri", "due:next", "thursday", "due：金曜", "期限：", "理由：", "きっかけ：", "きっかけ：", "気づき：", "on:", "on: fri", "mood: 4",
    "mood：４", "mode: remote", "mode:face", "＠相手", "＠", "@自分", "@3pm", "@types/node", "@mia.", "@mia,", "@ben/x", "＃計画", "＋ops",
    "#c++", "#c#", "#node.js", "#tag.", "[x](#tag)", "。宿題：", "、due:fri", "#café", "+c#", "５", "2.", "，",
    "\u200fשלום", "\u2067עברית\u2069", "می\u200cخواهم", "\u200e", "\ufeff", "\u200b", "\u2060a:", "#a\u200f", "\u200f#tag", "\xad",
    "（非公開）", "懸念", "非公開", "- Private notes", "  - she", "・懸念", "- [ ] c: she", "宿題：非公開：母", "《懸念》", "［宿題］", "①", "３）", "☐", "☑ ", "※", "every:4w", "as:praise", "種類：成長", "as:", "every:", "2 weeks on tue", "next:2026-12-28", "頻度：隔週", "報告書＠佐藤", "電話＃対応", "（＠相手）", "担当：", "宿題 ： ", "なし",
]  # fmt: skip

word = st.one_of(
    st.sampled_from(BITS), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\0"), max_size=8)
)
one_line = st.lists(st.one_of(word, st.sampled_from([" ", "  ", "\t"])), max_size=8).map(
    lambda w: "".join(w)
) | st.lists(word, max_size=8).map(" ".join)
note_text = st.lists(one_line, max_size=7).map("\n".join)
words = one_line.map(str.strip).filter(bool)

ID = st.text("bcdfghjkmnpqrstvwxyz", min_size=4, max_size=4)
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
zones = st.integers(-12, 14).map(lambda h: timezone(timedelta(hours=h))) | st.just(UTC)
times = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=zones).map(
    lambda t: t.replace(microsecond=0)
)
names = st.text("abc XYZ田中'-.[]/é", min_size=1, max_size=12).map(str.strip).filter(bool)
MIA, BEN = Ref("uid-mia", "Mia Tanaka"), Ref("uid-ben", "Ben")
other = st.sampled_from([None, MIA, BEN])
tags = st.lists(st.sampled_from(["tag", "ops", "計画", "c++", "c#", "node.js", "café"]), unique=True, max_size=2).map(
    tuple
)
optional_words = st.none() | words


@st.composite
def actions(draw: st.DrawFn, id_: str) -> Action:
    status = draw(st.sampled_from(["open", "done", "dropped"]))
    return Action(
        uid=id_, id=id_, text=draw(words), owner=draw(other), person=MIA, due=draw(st.none() | days), status=status,
        goal=draw(st.sampled_from([None, Ref("uid-goal", "g4mu")])), opened=draw(days),
        closed=None if status == "open" else draw(days), why=draw(optional_words), tags=draw(tags),
    )  # fmt: skip


@st.composite
def moments(draw: st.DrawFn, id_: str) -> Moment:
    kind = draw(st.sampled_from(MOMENT_KINDS))
    giver, receiver = (draw(other), draw(other)) if kind in FEEDBACK else (None, None)
    return Moment(
        uid=id_, id=id_, kind=kind, text=draw(words), because=draw(optional_words), giver=giver, receiver=receiver,
        person=MIA, resolved=draw(st.none() | days) if kind == "concern" else None, tags=draw(tags),
    )  # fmt: skip


RULES = (
    "FREQ=WEEKLY;INTERVAL=4", "FREQ=DAILY;INTERVAL=10", "FREQ=MONTHLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,-1FR", "FREQ=WEEKLY;BYDAY=MO;WKST=SU",
)  # fmt: skip


@st.composite
def topics(draw: st.DrawFn, id_: str) -> Topic:
    status = draw(st.sampled_from(["parked", "raised", "dropped"]))
    return Topic(
        uid=id_, id=id_, text=draw(words), person=MIA, added=draw(days), status=status,
        closed=None if status == "parked" else draw(days), why=draw(optional_words), tags=draw(tags),
        rule=draw(st.none() | st.sampled_from(RULES)), next=draw(st.none() | days), becomes=draw(st.sampled_from([None, None, "praise", "growth"])),
    )  # fmt: skip


@st.composite
def checkins(draw: st.DrawFn, id_: str) -> Checkin:
    value = draw(st.none() | st.integers(-(10**9), 10**9).map(float) | st.decimals(-1000, 1000, places=3).map(float))
    return Checkin(
        uid=id_, id=id_, goal=Ref("uid-goal", "g4mu"), at=draw(times), value=value, text=draw(st.just("") | words)
    )  # fmt: skip


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    ids = draw(st.lists(ID, unique=True, max_size=5))
    made = [draw(st.one_of(actions(i), moments(i), topics(i), checkins(i))) for i in ids]
    notes = [Note(line) for line in draw(note_text).split("\n")]
    lines: list[Note | Slot] = list(notes)
    for record in made:
        lead = draw(st.sampled_from(["- ", "* ", "  - ", "1. ", "+ ", "\t- "]))
        lines.insert(draw(st.integers(0, len(lines))), Slot(lead, record.id))
    return Meeting(
        uid="m", id="m2m2", person=Ref("uid-mia", draw(names)), at=draw(times), minutes=draw(st.none() | st.integers(1, 1440)),
        mode=draw(st.none() | st.sampled_from(MODES)), mood=draw(st.none() | st.integers(1, 5)),
        rating=draw(st.none() | st.integers(1, 5)), tags=draw(tags), body=tidy(body_of(lines)),
        actions=tuple(r for r in made if isinstance(r, Action)), moments=tuple(r for r in made if isinstance(r, Moment)),
        topics=tuple(r for r in made if isinstance(r, Topic)), checkins=tuple(r for r in made if isinstance(r, Checkin)),
    )  # fmt: skip
