"""The line for a shell's prompt."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "due": (("{n} meeting due", "{n} meetings due"), "1on1の時期：{n}人"),
    "late": ("{n} overdue", "予定超過{n}人"),
    "promises": (("{n} promise overdue", "{n} promises overdue"), "期限超過の宿題：{n}件"),
    "mine": ("{n} mine", "自分{n}件"),
    "of_these": (": {said}", "（うち{said}）"),
    "nothing": ("Nothing is due, and nothing is overdue.", "今日の1on1も、期限超過の宿題もありません。"),
    "short_due": ("{n} due", "1on1 {n}"),
    "short_overdue": ("{n} overdue", "超過{n}"),
    "short_dot": (" · ", "・"),
}
