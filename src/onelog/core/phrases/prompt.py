"""What is asked at the prompt, and said after a meeting."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "ask_ends": ("{what} (an empty line ends it, Ctrl-C leaves it):", "{what}（空の行で終わり、Ctrl-C で中止）:"),
    "ask_ends_live": (
        "{what} (Ctrl-D or two empty lines end it, Ctrl-C leaves it):",
        "{what}（Ctrl-D か空の行2つで終わり、Ctrl-C で中止）:",
    ),
    "ask_words": ("In your own words", "自分の言葉で"),
    "ask_topic": ("What to raise", "次に話すこと"),
    "ask_action": ("What was promised", "約束したこと"),
    "reflect": (
        "Three more, if you like. Enter: next · Ctrl-D: no more",
        "よければあと3つ。Enter で次へ · Ctrl-D で終わり",
    ),
    "pick_done": ("What is done?", "何が終わりましたか。"),
    "pick_drop": ("What do you drop?", "何をやめますか。"),
    "pick_reopen": ("What do you reopen?", "何を再開しますか。"),
    "pick_change": ("What do you change?", "何を変えますか。"),
    "pick_record": ("Which one?", "どれですか。"),
    "pick_goal": ("Which goal?", "どの目標ですか。"),
    "pick_person": ("With whom?", "誰とですか。"),
    "pick_somebody": ("Whom?", "誰ですか。"),
    "pick_keys_one": (
        "Type to narrow · ↑↓ move · Enter takes · Esc leaves",
        "入力で絞り込み · ↑↓ 移動 · Enter 決定 · Esc 中止",
    ),
    "pick_keys_many": (
        "Type to narrow · Space marks · Enter takes · Esc leaves",
        "入力で絞り込み · Space で印 · Enter 決定 · Esc 中止",
    ),
    "pick_nothing": ("nothing fits; Backspace takes a sign back", "一致なし。Backspace で1文字戻る"),
    "pick_what_changes": ("What changes? (due:+1w, @name, text:…)", "何に変えますか（期限:+1w、@名前、本文:…）"),
    "pick_why": ("Why?", "理由は？"),
    "is_name": ("Is {name} the name?", "{name} は名前ですか？"),
    "reflect_off": ("Turn these off: {command}", "今後聞かない：{command}"),
    "reflect_score": (
        "{said} is not a score: 1, 2, 3, 4 or 5, or Enter for none.",
        "{said} は点数ではありません。1〜5の数字か、Enter でなし。",
    ),
    "reflect_command": (
        "{said} is a command of the shell. Keep it as the answer?",
        "{said} はシェルのコマンドです。答えとして残しますか。",
    ),
    "ask_scale": ("{name} ({low}–{high})", "{name}（{low}〜{high}）"),
    "no_value": (
        "{said} is no value from {low} to {high}; Enter for none.",
        "{said} は{low}〜{high}の値ではありません。Enter でなし。",
    ),
    "reflect_surprised": ("What surprised me?", "意外だったことは?"),
    "reflect_differently": ("What will I do differently?", "次に変えることは?"),
    "reflect_seen": ("Their energy, 1 to 5?", "相手の元気は? 1〜5"),
    "spark_which": ("Which one should become a topic? (Enter for none)", "どれを話題にしますか（Enter：なし）"),
    "spark_landed": (
        "Did the spark {id} land? {command} (or --missed)",
        "話の種 {id} は響きましたか。{command}（または --missed）",
    ),
    "milestone_meetings": ("That was meeting number {n} with {about}.", "{about}との{n}回目の面談でした。"),
    "milestone_years": (
        ("A year of meetings with {about}.", "{n} years of meetings with {about}."),
        "{about}との面談が{n}年になりました。",
    ),
    "milestone_goal": (
        ("Reached a day early: {about}", "Reached {n} days early: {about}"),
        "予定より{n}日早く達成：{about}",
    ),
}
