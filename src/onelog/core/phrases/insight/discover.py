"""What comes back, belongs together, was left lying."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "none": (
        "Nothing to discover yet: it grows with what you write down.",
        "まだ見つかるものがありません。記録が増えると表示されます。",
    ),
    "back": ("Comes back", "思い出す"),
    "related": ("Shares words", "同じ言葉が出てくるもの"),
    "left": ("Maybe left open", "フォローが残っているかもしれないもの"),
    "week_today": ("a week ago today", "ちょうど1週間前"),
    "month_today": ("30 days ago today", "ちょうど30日前"),
    "quarter_today": ("91 days ago today", "ちょうど91日前"),
    "week": ("more than a week ago", "1週間以上前"),
    "month": ("more than a month ago", "1か月以上前"),
    "quarter": ("more than a quarter ago", "3か月以上前"),
    "half_today": ("half a year ago today", "ちょうど半年前"),
    "half": ("more than half a year ago", "半年以上前"),
    "year_today": ("on this day, a year ago", "1年前の今日"),
    "years_today": ("on this day, {n} years ago", "{n}年前の今日"),
    "year": ("more than a year ago", "1年以上前"),
    "years": ("more than {n} years ago", "{n}年以上前"),
    "not_before": ("not before {day}", "{day}以降"),
    "never": ("never; {command} lets it come back", "今後なし（{command} で再び表示）"),
    "lets": ("{command} lets it come back", "{command} で再び表示"),
    "shares": ("{words}: as in {id} of {day}", "{words}：{day}の {id} にも"),
    "topic": ("raised; no promise noted", "話したが、宿題の記録がない"),
    "aha": ("no promise noted", "宿題の記録がない"),
    "growth": ("no promise and no later praise noted", "宿題も、その後の称賛も記録がない"),
}
