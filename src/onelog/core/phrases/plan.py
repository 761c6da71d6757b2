"""A plan, backwards from a goal's day."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    # a plan, backwards from a goal's day
    "half": ("Half a year before", "半年前"),
    "year": ("A year before", "1年前"),
    "month": ("This month", "今月"),
    "quarter2": ("Next quarter", "来四半期"),
    "months_before": ("{n} months before", "{n}か月前"),
    "years_before": ("{n} years before", "{n}年前"),
    "quarter": ("This quarter", "今四半期"),
    "when": ("{when}, {day}", "{when}（{day}）"),
    "ask": ("{when}: what must be true?", "{when}までに、何ができていればよいですか。"),
    "ask_with": (
        "The next step, for your next meeting with {name}?",
        "次の一歩として、{name}との次の1on1で何を話しますか。",
    ),
    "ask_me": ("Your next step?", "次の一歩として、自分は何をしますか。"),
    "already": ("Open already:", "すでにあるもの："),
    "there": ("Already there: {text} (Enter keeps it)", "すでにあるもの：{text}（Enterでそのまま）"),
    "skip": ("Enter skips a step, Ctrl-C changes nothing.", "Enter：スキップ　Ctrl-C：変更せずに終了"),
    "stale": ("Another day is offered", "別の日の候補"),
    "ask_again": ("{text} was to be true by {day}. By when now?", "{text}（{day}まで）。いつまでにしますか。"),
    "offers": ("{day} is free. Enter leaves it as it is.", "{day}が空いています。Enterでそのまま。"),
    "no_day": ("That is not a day; it stays as it was.", "日付として読めないため、そのままにします。"),
    "done": ("Done: {text}", "達成済み：{text}"),
    "next": ("Next step", "次の一歩"),
    "open": ("Not said yet", "まだ決めていないもの"),
    # the document of a plan
    "guide_1": (
        "What must be true on the way, backwards from that day? A line is a day and a sentence; an empty one is left out.",
        "その日からさかのぼって、いつまでに何ができていればよいですか。1行に日付と一文。空の行は無視されます。",
    ),
    "guide_2": (
        "Below them the next step: `- [ ] words` is yours, `- topic: words` waits for the next meeting with somebody.",
        "その下に次の一歩：`- [ ] 言葉` は自分ですること、`- 次回：言葉` は次の1on1で話すことです。",
    ),
    "guide_3": (
        "A line that you take out changes nothing: onelog goals close ends a step.",
        "行を消しても何も変わりません。終えるには onelog goals close を使います。",
    ),
}
