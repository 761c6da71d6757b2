"""What the demo says between its screens. What is typed there stays as it is: the journal is somebody's, in English and Japanese."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "import": (
        "Two years of somebody's 1-on-1s, read from Markdown documents",
        "ある人の2年分の1on1を、Markdownの文書から取り込みます",
    ),
    "today": ("It is Friday morning. What does the day bring?", "金曜の朝です。今日の予定を見ます"),
    "timeline": ("Mia is my manager. What did we talk about lately?", "Miaは上司です。最近の1on1を見ます"),
    "overdue": ("What is overdue, mine and theirs?", "期限を過ぎた宿題を、自分のものも相手のものも見ます"),
    "goals": ("How are the goals doing?", "目標の進み具合を見ます"),
    "search": ("Who was afraid, and of what?", "誰が何を恐れていたかを探します"),
    "search_japanese": ("What did we say about words, in Japanese?", "「言葉」について話したことを探します"),
    "log": ("This morning's meeting, in my own words:", "今朝の1on1を、自分の言葉で記録します"),
    "after": ("What became of it?", "どう記録されたかを見ます"),
    "undo": ("And if that was a mistake:", "間違えたときは"),
    "look_around": (
        "Now look around; this journal is a copy to play with",
        "あとはご自由に。この記録は試すためのものです",
    ),
    "throw_away": ("{command}  deletes it", "{command}  で削除できます"),
    "begin": ("Start your own journal:  {command}", "自分の記録を始めるには：  {command}"),
}
