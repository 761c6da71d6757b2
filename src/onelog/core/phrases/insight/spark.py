"""Sparks for the next meeting."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "none": (
        "No sparks yet: onelog spark PERSON proposes some.",
        "話の種はまだありません。onelog spark PERSON が提案します。",
    ),
    "thanks": ("their praise", "相手からの称賛"),
    "aha": ("your aha moment", "自分の気づき"),
    "win": ("a win", "成果"),
    "goal": ("for their goal", "相手の目標に"),
    "touch": ("two things that touch", "つながる二つ"),
    "question": ("never asked", "まだ聞いていない"),
    "try": ("what you try", "試していること"),
    "shares": ("both have {words}", "共通：{words}"),
    "all": ("All", "全体"),
    "n_of": ("{n} of {of} landed", "{of}件中{n}件が響いた"),
    "percent": ("{n} of {of} landed ({percent} %)", "{of}件中{n}件が響いた（{percent}%）"),
    "open": ("{n} not said yet", "未記入{n}件"),
    "only_open": ("{n}, not said yet whether they landed", "{n}件、結果未記入"),
    "years": ("{n} years ago", "{n}年前"),
    "landed": ("landed", "響いた"),
    "missed": ("did not land", "響かなかった"),
    "waits": ("not said yet whether it landed", "結果未記入"),
    "taken": ("parked as {id}", "{id} として追加済み"),
    # what is said in a spark
    "say_thanks": ("thank {name} for these words: “{text}”", "{name}の言葉にお礼：「{text}」"),
    "say_aha": ("tell {name} what our talk brought me: “{text}”", "{name}との1on1で得た気づきを伝える：「{text}」"),
    "say_win": ("look back with {name} on: “{text}”", "{name}と振り返る：「{text}」"),
    "say_goal": ("an aha moment for “{goal}”: “{text}”", "目標「{goal}」に役立つ気づき：「{text}」"),
    "try_with": ("as an experiment: {trait}", "試すこと：{trait}"),
    "try_without": ("as an experiment: not {trait}", "試すこと：{trait}以外"),
    "say_touch": ("tell {name} of: “{text}”", "{name}に話す：「{text}」"),
}
