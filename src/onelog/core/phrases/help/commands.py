"""What a command of every day or of looking back does: a sentence, and under it what else there is to know."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "onelog": (
        """A private journal of 1-on-1 meetings. On its own, onelog shows your day.

Begin with: onelog log mia""",
        """1on1を自分だけで記録するための道具です。onelog だけで、今日の予定が出ます。

まずは：onelog log mia""",
    ),
    "log": (
        """Record a meeting in your own words.

Labels pick out what matters; everything else is the note:

\b
a: an action item   who, when, why: @them due:fri why: …
aha: an aha moment   because: what led to it
p: praise   gr: growth   c: concern   d: decision
w: win   t: a topic for next time   x: private
g: a check-in on a goal: g: mau 950000 wrote the plan

Without WORDS, onelog reads a pipe or asks you, which keeps them out of
your shell's history. log + WORDS adds to today's meeting.""",
        """1on1を自分の言葉で記録します。

大事なところにはラベルを付けます。それ以外はメモになります。

\b
宿題：案を送る @相手 期限：金曜 理由：…
気づき：先に聞くと早い きっかけ：…
称賛：　成長：　懸念：　決定：　成果：　非公開：
次回：次に話すこと
目標：mau 950000 計画を書いた（目標の進捗）

WORDS を省くと、パイプから読むか、入力欄で尋ねます。シェルの履歴に残りません。
log + WORDS は今日の1on1に書き足します。""",
    ),
    "prep": (
        "See all you need before a meeting: promises, topics, goals, mood.",
        "1on1の前に必要なものを1画面に：宿題、話題、目標、気分。",
    ),
    "team": (
        """See how your reports are doing, one line each, the worst first.

First come warnings, then promises that are late, overdue meetings, a
low mood, and whom you have not praised for long. onelog prep --all has
everybody in the order of the next meetings.""",
        """部下の状況を1行ずつ、気になる順に表示します。

早めのサイン、遅れた宿題、予定を過ぎた1on1、低い気分、しばらく称賛していない相手の順です。
次に会う順の全員は onelog prep --all。""",
    ),
    "next": (
        "See who is due, overdue, coming up or paused.",
        "1on1の時期が来た相手、これからの相手、休止中の相手を表示します。",
    ),
    "skip": (
        "Skip the meeting that is due, or pause until a day.",
        "次の1on1を見送るか、再開する日を決めて休止します。",
    ),
    "move": (
        """Plan the coming meeting for another day or hour.

\b
onelog move mia thu 15:00
onelog move mia 15:00     the same day at another hour
onelog skip mia           it does not take place after all

It is due then, until you log a meeting near that day. The cadence goes
on from the day it was moved from.""",
        """次の1on1を別の日や時刻に変えます。

\b
onelog move mia 木曜 15:00
onelog move mia 15:00     同じ日の別の時刻
onelog skip mia           行わないことになった

その日の近くの1on1を記録するまで、その日が予定日になります。頻度は元の日から数えます。""",
    ),
    "note": (
        """Save something for the next meeting with somebody.

It uses the grammar of log, and becomes part of that meeting's document.""",
        """相手との次の1on1のために書き留めます。

書き方は log と同じで、次の1on1の文書に入ります。""",
    ),
    "topic": (
        """Park a topic for the next meeting with somebody.

With --every it is a standing topic: once it was raised, it comes
back in the first meeting on its next day or after it, until you
drop it.""",
        """相手との次の1on1で話すことを入れます。

--every を付けると定例の話題になり、取り上げたあとも、時期が来た次の1on1に戻ります。
drop でやめるまで続きます。""",
    ),
    "topics": (
        """List parked topics; onelog done ID ticks one off.

A standing topic says how often it comes back, and when.""",
        """次回の話題の一覧。済んだら onelog done ID。

定例の話題には、頻度と次の日が出ます。""",
    ),
    "actions": ("List action items, overdue first; add some.", "宿題の一覧（期限超過が先）。追加もできます。"),
    "actions add": ("Add an action item outside a meeting.", "1on1とは別に宿題を追加します。"),
    "done": (
        "Mark action items as done; also settles a concern or ticks off a topic.",
        "宿題を完了にします。懸念の解決、話題の済みにも使えます。",
    ),
    "drop": ("Drop action items or topics, and say why.", "宿題や話題を、理由を添えて取りやめます。"),
    "reopen": ("Reopen what was done, dropped or settled.", "完了・取りやめ・解決にしたものを戻します。"),
    "change": (
        """Change records in one line, without the editor.

The keys are those of the grammar; `none` takes a thing away, and
relative days count from the day that is there:

\b
due:fri  due:+1w  due:none  @bea  why:"she asked"
text:"new words"  +tag  -tag  with:mia  on:yesterday
len:45m  mode:video  mood:4  energy:4  from:mia
by:eoq  from:10  target:20  unit:users  under:ID""",
        """エディターを使わず、1行で記録を変更します。

項目の名前は記録のときと同じです。`none`（なし）で消し、+1w などは今ある日から数えます。

\b
期限：金曜　期限：+1w　期限：なし　@bea　理由："頼まれたため"
本文："新しい言葉"　+タグ　-タグ　相手：佐藤　日時：昨日
所要時間：45分　形式：対面　気分：4　元気：4　から：佐藤
期日：四半期末　開始値：10　目標値：20　単位：人　上位目標：ID""",
    ),
    "aha": ("Save an aha moment; because: says what led to it.", "気づきを残します。きっかけ：でいきさつも。"),
    "win": ("Save a win; +tag makes it evidence for a skill.", "成果を残します。+タグ でスキルの裏付けになります。"),
    "praise": (
        """Save praise, given or received.

A manager, peer or mentor gives it to you; you give it to a report.
from: and to: say otherwise.""",
        """称賛を残します（伝えたもの・受けたもの）。

上司・同僚・メンターからは受けたもの、部下へは伝えたものになります。違うときは from: と to: で。""",
    ),
    "growth": (
        "Save feedback on what to work on, given or received.",
        "改善の助言を残します（伝えたもの・受けたもの）。",
    ),
    "concern": (
        "Save a concern, open until onelog done ID; private.",
        "懸念を残します（非公開）。onelog done ID で解決。",
    ),
    "fact": (
        "Save what to know about somebody: a hobby, a birthday (12 Mar); private.",
        "相手について覚えておくことを残します（非公開）。趣味、誕生日（3月12日）など。",
    ),
    "decision": ("Save a decision.", "決定を残します。"),
    "review": (
        """Sum up a period: promised, done, learned, next.

me: everything but concerns and private notes, which --private adds.

manager: your promises and what they owe you, goals, aha moments, wins,
decisions, their feedback to you; your reports by first name.

skip: goals, wins and decisions; the names of your team.

hr: your promises and goals, feedback you received, wins, skills;
everybody else by initials.

handover: for the next manager of --with: their goals, open promises
both ways, strengths with evidence, how often you met; of the last
year. No mood, no concern, nothing private.""",
        """期間を振り返ります：約束したこと、したこと、学んだこと、これから。

me：懸念と非公開以外のすべて（--private で追加）。

manager：自分の宿題と上司の宿題、目標、気づき、成果、決定、受けたフィードバック。部下は名前だけ。

skip：目標、成果、決定。チームの名前。

hr：自分の宿題と目標、受けたフィードバック、成果、スキル。ほかの人はイニシャル。

handover：--with の人を引き継ぐ上司向け。目標、両方の未完了の宿題、裏付けのある強み、1on1の回数（この1年）。気分、懸念、非公開は入りません。""",
    ),
    "nominate": (
        """Gather somebody's strengths, wins and goals reached, ready to paste.

Without a person, your own. Praise and evidence only: no growth feedback,
no concerns, nothing private.""",
        """強み、成果、達成した目標を、そのまま貼れる形で集めます。

相手を省くと自分のもの。称賛と裏付けだけで、改善の助言、懸念、非公開は入りません。""",
    ),
    "stats": (
        """Show a period in numbers: meetings, promises, concerns, moods, feedback.

Each number says what it is out of, next to the period before.
It holds no text of a concern, and no number is a grade.""",
        """期間を数字で見ます：1on1、宿題、懸念、気分、フィードバック。

どの数字にも母数があり、前の期間と並びます。懸念の本文は入らず、数字は評価ではありません。""",
    ),
    "thread": (
        """Find what goes with high ratings, and try it.

It shows only what chance alone would rarely bring, and how small a difference your meetings can show.""",
        """充実度の高い1on1に多いものを見つけて、試します。

偶然ではめったに起きないものだけを、回数からどれほどの差まで分かるかと一緒に表示します。""",
    ),
    "watch": ("See early warnings, and the records behind them.", "早めのサインと、もとの記録を表示します。"),
    "feedback": (
        "See praise and growth feedback, given and received, by quarter.",
        "称賛と改善の助言（伝えた・受けた）を四半期ごとに表示します。",
    ),
    "skills": (
        """See the evidence for your skills, or for somebody else's with --with.

A tag on praise, growth feedback, a win or an aha moment is evidence for that skill.""",
        """自分のスキルの裏付けを表示します（--with で相手のもの）。

称賛、改善の助言、成果、気づきに付けたタグが、そのスキルの裏付けです。""",
    ),
    "timeline": (
        "Look back, newest first: what was said, promised, kept.",
        "新しい順に振り返ります：話したこと、約束、その結果。",
    ),
    "search": (
        """Find what was said, in English and Japanese.

All words have to be there; `a OR b` takes one side or the other, and
-word leaves out what has it. :NAME is a search you saved.""",
        """話したことを検索します（日本語・英語）。

すべての言葉を含むものを探します。`A OR B` はどちらか、-語 はその語を
含むものを除きます。:名前 は保存した検索です。""",
    ),
    "show": (
        """Show one record in full, or a person.

A meeting comes without its concerns and private notes unless you add --private.
A concern comes with its follow-ups, on a terminal or with --private.""",
        """記録1件、または相手のすべてを表示します。

1on1の懸念と非公開は --private を付けたときだけ出ます。懸念には、その後の対応が付きます（端末、または --private）。""",
    ),
    "moments": (
        "List aha moments, wins, praise and so on, newest first.",
        "気づき、成果、称賛などの一覧（新しい順）。",
    ),
    "export": (
        """Export a period's notes as Markdown, a web page, tables, a calendar or tasks.

Without a period it is the current quarter; "all" is the whole journal.
Concerns and private notes stay out unless you add --private. JSON without a
period and a person is the whole journal, private notes included. Markdown is
for people to read; --format folder writes one document for each record, and
loses nothing. --format ics has the 1-on-1s of the next 12 weeks, too.
--format todo and taskwarrior have your promises, of all time unless you name
a period; import brings back what you ticked there.""",
        """期間の記録を、Markdown、Webページ、表、カレンダー、タスクに書き出します。

期間を省くと今四半期、all ですべてです。懸念と非公開は --private を付けたときだけ入ります。
期間も相手も指定しないJSONは、非公開も含むすべてです。Markdownは人が読むためのもの、
--format folder は記録ごとの文書で、何も失いません。--format ics には今後12週間の1on1も入ります。
--format todo と taskwarrior は自分の宿題で、期間を省くとすべてです。そこで済みにしたものは import で戻ります。""",
    ),
}
