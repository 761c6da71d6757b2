"""The team before a round of meetings."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "who": ("", ""),
    "due": ("Due", "予定"),
    "met": ("Met", "前回"),
    "mine": ("I owe", "自分"),
    "theirs": ("They owe", "相手"),
    "topics": ("Topics", "話題"),
    "mood": "day.prep_mood",
    "theirs_short": ("They", "相手"),
    "topics_short": ("Top", "話題"),
    "concerns_short": ("Con", "懸念"),
    "mood_short": "day.prep_mood",
    "goals_short": "goal",
    "paused": ("paused", "休止"),
    "praised": ("Praised", "称賛"),
    "order": (
        "Worst first: ⚑, late promises, days overdue, mood, praise.",
        "気になる順：⚑、期限超過、1on1の遅れ、気分、称賛。",
    ),
    "late": ("(1): how many are overdue", "（ ）内は期限超過"),
    "mine_mood": ("*: my own, not theirs", "＊は自分の気分"),
    "warned": ("⚑: see onelog watch", "⚑は早めのサイン：onelog watch"),
    "in_brief": ("in {length}", "{length}後"),
    "ago_brief": ("{length} ago", "{length}前"),
    "no_team": (
        "Nobody is due then. Everybody with a cadence: {command}",
        "その日までに予定の相手はいません。頻度を設定した相手の一覧：{command}",
    ),
    "nobody": ("Nobody is one of these. Say who is: {command}", "該当する人がいません。関係を決めるには：{command}"),
    "no_relation": (
        "None of them has a cadence. Everybody who has one: {command}",
        "その中に頻度を設定した相手はいません。頻度を設定した相手の一覧：{command}",
    ),
}
