"""Experiments; `docs/claims.md` says what permits each sentence that draws a conclusion."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "none": (
        "You are not trying anything yet: onelog thread --try walk",
        "まだ何も試していません：onelog thread --try walk",
    ),
    "begun": "feedback.since_day",
    "everybody": (
        "with everybody",
        "全員と",
    ),
    "so_far": (
        "Rated high: {high_with} of {with_} with it, {high_without} of {without} without.",
        "該当する回は{with_}回中{high_with}回、ほかは{without}回中{high_without}回が高評価。",
    ),
    "for": (
        "After {with_} with it and {without} without, the evidence is {odds} to 1 for it; {settles} to 1 settles it.",
        "該当{with_}回とほか{without}回で、証拠は{odds}対1で支持しています。{settles}対1で確定します。",
    ),
    "against": (
        "After {with_} with it and {without} without, the evidence is {odds} to 1 against it; you can let it rest or end it.",
        "該当{with_}回とほか{without}回で、証拠は{odds}対1で否定的です。休止か終了にできます。",
    ),
    "even": (
        "After {with_} with it and {without} without, there is no evidence yet; {settles} to 1 settles it.",
        "該当{with_}回とほか{without}回では、まだ証拠はありません。{settles}対1で確定します。",
    ),
    "settled": (
        "Settled: after {with_} with it and {without} without, the evidence reached {settles} to 1 for it.",
        "確定：該当{with_}回とほか{without}回で、証拠が{settles}対1に達しました。",
    ),
    "next_with": (
        "Next time: with it.",
        "次回：行う",
    ),
    "next_without": (
        "Next time: without it.",
        "次回：行わない",
    ),
    "now_with": (
        "yes this time",
        "今回は行う",
    ),
    "now_without": (
        "not this time",
        "今回は行わない",
    ),
    "resting": (
        "resting",
        "休止中",
    ),
    "ended": (
        "ended {day}",
        "{day}に終了",
    ),
    "later": (
        "only later meetings count",
        "これからの回だけを数えます",
    ),
    "walk": (
        "a walk",
        "散歩",
    ),
    "office": (
        "in the office",
        "対面",
    ),
    "phone": (
        "by phone",
        "電話",
    ),
    "chat": (
        "a chat",
        "チャット",
    ),
    "mon": (
        "on a Monday",
        "月曜",
    ),
    "tue": (
        "on a Tuesday",
        "火曜",
    ),
    "wed": (
        "on a Wednesday",
        "水曜",
    ),
    "thu": (
        "on a Thursday",
        "木曜",
    ),
    "fri": (
        "on a Friday",
        "金曜",
    ),
    "sat": (
        "on a Saturday",
        "土曜",
    ),
    "sun": (
        "on a Sunday",
        "日曜",
    ),
    "prepared": (
        "prepared",
        "準備あり",
    ),
    "later_gap": (
        "after a longer gap",
        "間を長めに",
    ),
    "waiting": (
        "with a topic waiting",
        "話題を待たせて",
    ),
}
