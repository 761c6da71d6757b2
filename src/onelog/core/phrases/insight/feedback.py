"""Feedback and skills."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "by_people": ("by {names}", "{names}から"),
    "from_growth": ("growth {growth} → praise {praise}", "成長 {growth} → 称賛 {praise}"),
    "skills_mine": ("Skills I have evidence for", "自分のスキルの裏付け記録"),
    "skills_theirs": ("Skills of {name}, as noted", "{name}のスキル（記録から）"),
    "n_tagged": ("{n} of {all} with a tag", "{all}件中{n}件にタグ"),
    "n_evidence": (("{n} piece of evidence", "{n} pieces of evidence"), "裏付け{n}件"),
    "no_skills": (
        "No evidence yet: tag praise, growth feedback, a win or an aha moment. {command}",
        "まだ裏付けがありません。称賛・成長・成果・気づきに付けたタグが裏付けになります。{command}",
    ),
    "unnamed": ("Others see it; I haven't named it", "人は認めているが、自分では挙げていない強み"),
    "in_meeting": ("meeting {id}", "1on1 {id}"),
    "feedback_with": ("Feedback with {name}", "{name}とのフィードバック"),
    "n_feedback": ("{n} given or received", "伝えた・受けた 計{n}件"),
    "given_people": (("(to {n} person)", "(to {n} people)"), "（{n}人へ）"),
    "received_people": (("(from {n} person)", "(from {n} people)"), "（{n}人から）"),
    "since_day": ("since {day}", "{day}から"),
    "newest": ("Newest", "最近のもの"),
    "example": (
        "onelog praise 'heard everybody before deciding' --with {name}",
        "onelog praise '全員の話を聞いてから決めた' --with {name}",
    ),
    "no_feedback": ("No feedback yet. A first one: {command}", "まだフィードバックがありません。最初の一つ：{command}"),
    "n_neither": ("{n} more between others, or without a direction", "このほか、第三者間・方向不明 {n}件"),
    "quiet_given": ("from me", "伝えた"),
    "quiet_received": ("to me", "受けた"),
    "quiet_last": ("last {day}", "最後は{day}"),
    "quiet_never": ("none yet", "まだなし"),
}
