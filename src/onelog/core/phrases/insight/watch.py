"""Early warnings: what each rule is called, when it warns, and what it says."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "mood": ("My mood", "自分の気分"),
    "seen": ("Their mood, as I saw it", "相手の様子（印象）"),
    "promise": ("My promises, late", "自分の宿題の遅れ"),
    "waiting": ("Promises of others, late", "相手の宿題の遅れ"),
    "concern": ("The same concern again", "繰り返す懸念"),
    "praise": ("No praise lately", "称賛が途絶えている部下"),
    "goal": ("Goals untouched", "更新のない目標"),
    "skips": ("Skipped again and again", "見送りの連続"),
    "cadence": ("Further and further apart", "間隔の広がり"),
    "when_mood": (
        "{running} running at {low} or lower, or {falling} averaging {fall} lower",
        "{running}回連続で{low}以下、または最近{falling}回の平均が{fall}以上低下",
    ),
    "when_late": (("overdue by {n} day or more", "overdue by {n} days or more"), "期限から{n}日以上"),
    "when_concern": ("open then, or settled fewer than {n} days before", "前のものが未解決、または解決から{n}日未満"),
    "when_praise": ("a report, more than {n} days", "{n}日超"),
    "when_goal": (("for {n} week or more", "for {n} weeks or more"), "{n}週間以上"),
    "when_skips": ("{n} or more, and no meeting between", "1on1をはさまず{n}回以上"),
    "when_cadence": (
        "median of {n} gaps over {factor} times the cadence",
        "最近{n}回の中央値が、決めた間隔の{factor}倍を超過",
    ),
    "mood_low": ("low: {values}", "低め：{values}"),
    "mood_falling": ("falling: {values}", "低下：{values}"),
    "mood_low_falling": ("low and falling: {values}", "低めで低下：{values}"),
    "none_in": (("none in {n} day", "none in {n} days"), "{n}日なし"),
    "n_running": ("{n} running", "{n}回連続"),
    "gap_days": ("{n} days, the median of {values}", "{n}日（{values}の中央値）"),
    "last_praise": ("last praise {day}", "最後の称賛は{day}"),
    "first_met": ("first met {day}", "初めての1on1は{day}"),
    "last_touched": ("last touched {day}", "最終更新は{day}"),
    "quiet_until": ("quiet until {day}", "{day}まで表示しない"),
    "n_quiet": ("{n} quiet: {command}", "非表示 {n}件：{command}"),
    "seen_on": ("seen {day}", "{day}に確認"),
    "no_warnings": ("No warnings.", "早めのサインはありません。"),
    "answer": ("{command} silences one.", "{command} でしばらく非表示にできます。"),
    "private": ("{command} shows the words of concerns.", "{command} で懸念の内容も表示します。"),
}
