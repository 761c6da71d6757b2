"""What onelog writes into a document for somebody to fill in, and into a calendar."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    # the parts of a prepared document
    "topics": ("## Topics", "## 話すこと"),
    "feedback": ("## Feedback to give", "## 伝えること"),
    "mine": ("## I owe", "## 自分の宿題"),
    "theirs": ("## They owe", "## 相手の宿題"),
    "concerns": ("## Concerns", "## 懸念"),
    "questions": ("## Questions", "## 質問"),
    "notes": ("## Notes", "## メモ"),
    # hints, which go again
    "hand_over": (
        "<!-- To hand something over, say what for: - [ ] @them the task due:fri why: what it is for -->",
        "<!-- 任せるときは理由も: - [ ] @相手 頼むこと 期限：金曜 理由：何のために -->",
    ),
    "boxes": (
        "<!-- [x] done, raised or settled; [-] dropped; what stays [ ] or is taken out stays as it was. -->",
        "<!-- [x] 完了・話した・解決、[-] 取りやめ。[ ] のままの行や削除した行は、変更されません。 -->",
    ),
    "unused": (
        "<!-- A question with nothing written beneath it goes, and so does a heading with nothing under it. -->",
        "<!-- 下に何も書かなかった質問と見出しは、記録に残りません。 -->",
    ),
    # what the answer to a question after a meeting begins with
    "differently": ("I will do differently:", "次回変えてみること："),
    # entries of a calendar
    "calendar": ("1-on-1s", "1on1"),
    "met": ("1-on-1 with {name}", "{name}との1on1"),
    "owes": ("{name}: {text}", "{name}: {text}"),
    "goal": ("Goal: {text}", "目標: {text}"),
}
