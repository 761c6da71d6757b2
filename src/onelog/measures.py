"""What every number on a screen means: how it is counted, over which time, from how many, and what it does not mean.

A number that a screen shows has a row here; `onelog explain NAME` prints it, and so does `--explain` of the command
that shows it. `says` names the phrases of the screens (render/words.py) with that number in them; a test holds that no
phrase with a number is without a row.
"""

from typing import NamedTuple

from onelog.errors import NotFound
from onelog.telling import Explained

LEAST = 5
"""From fewer than this no share is said in percent, but as "3 of 4": one more or less would change too much of it."""


class Said(NamedTuple):
    """One measure in one language."""

    title: str
    definition: str
    window: str
    """Which days it looks at."""
    n: str
    """What is counted, and how many that are."""
    not_: str
    """What it does not mean."""


class Measure(NamedTuple):
    """One number, in both languages."""

    name: str
    """The word by which `explain` knows it."""
    en: Said
    ja: Said
    says: tuple[str, ...] = ()
    """The keys of the phrases in render/words.py that say it."""

    def explained(self, language: str) -> Explained:
        return Explained(self.name, *(self.ja if language == "ja" else self.en))


# fmt: off
_ROWS = (
    # --- promises: what I owe, what I wait for
    Measure("open", Said(
        "Open promises",
        "Actions that are neither done nor dropped; mine where I own them, else theirs.",
        "The whole journal, up to now.",
        "Every action in the list; n is the number itself.",
        "Not how much work they are: a small promise counts as much as a large one.",
    ), Said(
        "未完了の宿題",
        "完了も取りやめもしていない宿題の数。担当が自分なら自分の分、それ以外は相手の分です。",
        "記録の全期間、いま現在まで。",
        "一覧にあるすべての宿題。表示される数がそのまま n です。",
        "仕事の量ではありません。小さな約束も大きな約束も同じ1件です。",
    ), ("n_open", "n_action")),
    Measure("overdue", Said(
        "Overdue promises",
        "Open actions whose day is before today; one that is due today is not overdue yet. With a length, it is the days from that day to today.",
        "The whole journal, as of today.",
        "Open actions with a day; those without a day are never overdue.",
        "Not whose fault it is, nor that it still matters: a promise may be late because it was rightly put off.",
    ), Said(
        "期限超過",
        "期限が今日より前の、未完了の宿題。今日が期限のものはまだ超過ではありません。長さは、期限から今日までの日数です。",
        "記録の全期間、今日の時点。",
        "期限のある未完了の宿題。期限のないものは超過になりません。",
        "誰のせいか、まだ大事かどうかは表しません。先に延ばすのが正しかった約束もあります。",
    ), ("n_overdue", "late")),
    Measure("parked", Said(
        "Parked topics",
        "Topics kept for a next meeting that were neither raised nor dropped.",
        "The whole journal, up to now.",
        "Every topic with the person; n is the number itself.",
        "Not how urgent they are, nor how long they will take.",
    ), Said(
        "次回の話題",
        "次の面談のために残してあり、まだ話しても取りやめてもいない話題の数。",
        "記録の全期間、いま現在まで。",
        "その人とのすべての話題。表示される数がそのまま n です。",
        "急ぎかどうか、どれだけ時間がかかるかは表しません。",
    ), ("n_parked", "still_parked", "n_topic")),
    # --- meetings: who is due, how they were
    Measure("due", Said(
        "Next meeting due",
        "The day on which the cadence asks for the next meeting, counted from the last one that took place; "
        "a skip leaves out one due day, a pause all days before its end. Due is what lies within a week, overdue what is past.",
        "From the last meeting to today; of skips, those since that meeting.",
        "One person, one cadence, one last meeting.",
        "Not an appointment: nobody has agreed on that day. And not that the relation is good where it is kept.",
    ), Said(
        "次回の予定日",
        "実際に行った最後の面談から数えて、間隔のきまりが次の面談を求める日。見送りはその予定日を1回だけ飛ばし、"
        "休止は終わる日までの予定日をすべて飛ばします。1週間以内なら「そろそろ」、過ぎれば「超過」です。",
        "最後の面談から今日まで。見送りは、その面談より後のもの。",
        "1人の相手、一つの間隔、最後の1回の面談。",
        "約束した日時ではありません。間隔どおりでも、関係がよいことを示すものではありません。",
    ), ("in_brief", "ago_brief")),
    Measure("kept", Said(
        "Meetings kept",
        "Past days due for which a meeting was held; the others were skipped (`onelog skip`) or missed. A meeting "
        "keeps the day due that is nearest to it; one soon after another is extra and keeps none; in a pause nothing is due. "
        "The newest day due is open, and not counted, until the next one comes.",
        "The last 26 weeks, today included; the days due are counted from the last meeting before them, else from the first.",
        "Kept, skipped and missed together, by the cadence of today also where it was another one before; a person's own, "
        "or of all listed.",
        "Not how good the meetings were, nor who put them off. What was not logged looks missed.",
    ), Said(
        "実施した面談",
        "過ぎた予定日のうち、面談を行った回数。残りは見送り（`onelog skip`）と未実施です。面談は最も近い予定日のものとみなし、"
        "前の面談の直後の面談は数えません。休止中に予定日はありません。最新の予定日は、次の予定日が来るまで数えません。",
        "今日までの26週間。予定日は、その前の最後の面談から数え、なければ最初の面談から数えます。",
        "実施、見送り、未実施の合計。間隔が変わっていても、いまの間隔で数えます。1人分、または一覧の全員分です。",
        "面談の質や、誰の都合で流れたかは表しません。記録しなかった面談は、未実施に見えます。",
    ), ("kept_of", "n_skipped", "n_missed")),
    Measure("met", Said(
        "Last met",
        "The days from the newest meeting that took place to today; notes for a coming meeting are no meeting.",
        "The whole journal, up to today.",
        "Meetings that were logged with this person; the newest one counts.",
        "Not when you last spoke: what was not logged is not known here.",
    ), Said(
        "前回",
        "実際に行った最新の面談から今日までの日数。これからの面談のためのメモは面談に数えません。",
        "記録の全期間、今日まで。",
        "この人と記録した面談。そのうち最新の1回を見ます。",
        "最後に話した日とは限りません。記録していない会話は分かりません。",
    ), ("met",)),
    Measure("mood", Said(
        "Mood (mine, and theirs as I saw it)",
        "What you wrote after a meeting, 1 (low) to 5 (high): `mood:` is yours, `seen:` is theirs as you saw it.",
        "One meeting each.",
        "One value a meeting; meetings without one are left out, not counted as 3.",
        "Not a measurement of a person. Yours and theirs are seen by the same eyes; a 4 of one person is not a 4 of another.",
    ), Said(
        "気分（自分、そして自分から見た相手）",
        "面談のあとに自分で書いた1（低い）から5（高い）の値。`mood:` は自分、`seen:` は自分から見た相手の気分です。",
        "面談1回ごと。",
        "面談1回に値一つ。書かなかった面談は除き、3とはみなしません。",
        "人を測るものではありません。どちらも自分の目で見た値で、ある人の4と別の人の4は同じではありません。",
    ), ("mood", "seen")),
    Measure("rating", Said(
        "How useful the talk was",
        "What you wrote after a meeting as `rating:`, 1 (hardly) to 5 (very).",
        "One meeting each.",
        "One value a meeting; meetings without one are left out.",
        "Not what the other person would say, and not how pleasant it was.",
    ), Said(
        "面談の役立ち度",
        "面談のあとに `rating:` で書いた、1（ほとんど役立たず）から5（とても役立った）の値。",
        "面談1回ごと。",
        "面談1回に値一つ。書かなかった面談は除きます。",
        "相手がどう思ったか、楽しかったかどうかは表しません。",
    ), ("rating",)),
    Measure("length", Said(
        "Length of a meeting",
        "The hours and minutes that you wrote as `len:`.",
        "One meeting each.",
        "One value a meeting; none where none was written.",
        "Not a clock's time: onelog does not run along with your meetings.",
    ), Said(
        "面談の長さ",
        "`len:` で書いた時間と分。",
        "面談1回ごと。",
        "面談1回に値一つ。書かなければありません。",
        "時計で計った時間ではありません。onelog は面談中に動いているわけではありません。",
    )),
    Measure("counts", Said(
        "How many there are",
        "Records of each kind: meetings that took place, promises, decisions, wins, a-has, feedback, concerns, goals, people.",
        "What the list was asked for: the whole journal, or a person, a period, a tag. The counts with a heading are "
        "of what stands under it.",
        "Every record that stands; deleted ones are not counted.",
        "Not worth or effort: much is logged of what is logged easily.",
    ), Said(
        "件数",
        "種類ごとの記録の数。行った面談、宿題、決定、成果、気づき、フィードバック、懸念、目標、人を数えます。",
        "一覧で指定した範囲。指定がなければ記録全体、または人・期間・タグ。見出しの横の数は、その下にあるものの数です。",
        "残っているすべての記録。削除したものは数えません。",
        "価値や努力の大きさではありません。書きやすいものほど多く残ります。",
    ), (
        "n_meeting", "n_decision", "n_win", "n_aha", "n_praise", "n_growth", "n_concern", "n_private", "n_goal",
        "n_checkin", "n_person", "n_moment", "n_skip", "n_answer", "n_records", "without_cadence",
    )),
    Measure("more", Said(
        "And so many more",
        "Records that belong in the list and were not drawn, because the screen is full or --limit was reached.",
        "The same as that of the list.",
        "All records of the list; n is what is shown and what is not, together.",
        "Not that these matter less: the order is that of the list, mostly by day.",
    ), Said(
        "ほか何件",
        "一覧に入るが、画面に収まらないか --limit に達したため、描かなかった記録の数。",
        "一覧と同じ範囲。",
        "一覧のすべての記録。表示したものと、していないものの合計が n です。",
        "重要でないという意味ではありません。順番は一覧のもので、たいていは日付順です。",
    ), ("older", "more", "and_more")),
    Measure("rank", Said(
        "Order of what was found",
        "Best first by BM25, SQLite's measure of full-text search: a word counts more where it is rare in the journal, where "
        "it stands more than once, and where the text is short.",
        "The whole journal, or what --with, --kind, --since, --until and --tag leave of it.",
        "Every record in which all the words stand; --limit shows the best 20 unless you say otherwise.",
        "Not importance: the words decide, not what they meant to you.",
    ), Said(
        "検索結果の順番",
        "SQLite の全文検索の尺度 BM25 で、よく合うものから並べます。記録全体で珍しい言葉ほど、くり返し出るほど、"
        "文が短いほど上に来ます。",
        "記録の全期間、または --with、--kind、--since、--until、--tag で絞った範囲。",
        "すべての言葉を含む記録。--limit を指定しなければ、上位20件を表示します。",
        "大切さの順ではありません。決めるのは言葉であって、あなたにとっての意味ではありません。",
    )),
    Measure("status", Said(
        "Due and overdue, in the prompt",
        "Due: people whose next meeting is due today or was due before; overdue: open promises, mine and those of others, "
        "whose day is before today.",
        "The whole journal, as of today.",
        "Everybody with a cadence who is neither archived nor in a pause; every open promise with a day.",
        "Not what the coming days bring: who is due tomorrow is not in it. It says nothing where both are 0.",
    ), Said(
        "プロンプトの「面談」と「超過」",
        "面談は、次回の予定日が今日、または過ぎている人の数。超過は、期限が今日より前の未完了の宿題の数で、自分と相手の分を合わせます。",
        "記録の全期間、今日の時点。",
        "間隔が決まっていて、保管も休止もしていない人すべて。期限のある未完了の宿題すべて。",
        "これからの予定は含みません。明日が予定日の人は数えません。どちらも0なら何も表示しません。",
    ), ("status_due", "status_late", "status_promises", "status_mine", "short_due", "short_overdue")),
    # --- questions
    Measure("questions", Said(
        "Questions that fit",
        "Questions of the bank, ours and your own, for anybody or for the relation that you have with the person.",
        "As the bank stands and as the relation is today.",
        "Every question of the theme, or of all themes.",
        "Not that all of them suit this moment: choose, or ask another way.",
    ), Said(
        "合う質問",
        "質問集（付属のものと自分のもの）のうち、誰にでも聞けるもの、または相手との関係に合うものの数。",
        "いまの質問集と、今日の関係。",
        "その種類の、または全種類の質問。",
        "どれもいまの場面に合うとは限りません。選ぶか、言い方を変えてください。",
    ), ("n_question",)),
    Measure("asked", Said(
        "Asked lately",
        "Questions whose words, English or Japanese, stand in a note or a topic of a meeting with the person, or in what waits "
        "for the next one. Capitals, punctuation and line breaks make no difference.",
        "The last 12 months, at most the newest 53 meetings.",
        "Every question that fits; those never asked come first, then those asked longest ago.",
        "Not what you asked in other words, nor that it was answered.",
    ), Said(
        "最近聞いた質問",
        "相手との面談のメモか話題、または次回のために残したものに、英語か日本語の文がそのまま入っている質問の数。"
        "大文字・小文字、記号、改行の違いは気にしません。",
        "この12か月。新しいほうから53回の面談まで。",
        "合う質問すべて。まだ聞いていないもの、次に、聞いたのがいちばん前のものの順に出ます。",
        "別の言い方で聞いたものは分かりません。答えをもらったという意味でもありません。",
    ), ("n_asked", "asked")),
    # --- concerns
    Measure("age", Said(
        "Age of a concern",
        "The days from the day it was noted to today; of a settled one to the day it was settled, which is how long it took.",
        "From its day on, over the whole journal.",
        "One concern.",
        "Not how heavy it is, nor that nothing was done: follow-ups and what was said elsewhere do not shorten it.",
    ), Said(
        "懸念の経過日数",
        "書いた日から今日までの日数。解決したものは解決した日までで、解決にかかった日数になります。",
        "書いた日から。記録の全期間が対象。",
        "一つの懸念。",
        "重さを表すものではなく、何もしていないという意味でもありません。その後の対応があっても短くはなりません。",
    ), ("open_for", "after")),
    Measure("follow-ups", Said(
        "Follow-ups of a concern",
        "Other records with `re:` and the id of the concern in their words: promises, moments, topics, check-ins, and notes of meetings.",
        "The whole journal.",
        "Records, each once, however often it says the id.",
        "Not all that was done about it: what does not name the id is not known to belong to it.",
    ), Said(
        "懸念のその後",
        "文の中に `re:` と懸念のIDがあるほかの記録。宿題、出来事、次回の話題、目標の記録、面談のメモが対象です。",
        "記録の全期間。",
        "記録の数。一つの記録に何度IDが出ても1件です。",
        "対応のすべてではありません。IDを書いていないものは、つながりが分かりません。",
    ), ("n_follow_up",)),
    # --- skills, feedback
    Measure("evidence", Said(
        "Evidence for a skill",
        "Praise, growth feedback, wins and a-has with a tag; the tag is the skill. Mine are the feedback to me, and every win and "
        "a-ha; somebody else's the feedback to them that I have noted. A record with two tags counts for both.",
        "The whole journal, in fiscal quarters; `before` is what lies before the quarters that are shown.",
        "The number itself; beside the heading, how many of all such records have a tag.",
        "Not a grade: it counts what was noted, and a skill that nobody tags leaves no trace.",
    ), Said(
        "スキルの裏付け",
        "タグの付いた称賛・成長・成果・気づきの数で、タグがスキルです。自分の分は、自分へのフィードバックと、すべての成果と気づき。"
        "ほかの人の分は、自分が記録したその人へのフィードバック。タグが二つあれば、両方に数えます。",
        "記録の全期間を会計年度の四半期ごとに。「以前」は、表示した四半期より前の分です。",
        "表示される数がそのまま n です。見出しの横は、該当する記録のうちタグのあるものの数です。",
        "評価ではありません。書いたものだけを数えるので、タグを付けなければ残りません。",
    ), ("n_evidence", "n_tagged")),
    Measure("seen-by", Said(
        "By whom a skill was seen",
        "The different people who gave the praise and growth feedback with this tag; wins and a-has are my own words and count for nobody.",
        "The whole journal.",
        "People, each once.",
        "Not how many people think so: those who said nothing are not asked.",
    ), Said(
        "誰が認めたか",
        "このタグの称賛と成長のフィードバックをくれた人の数。成果と気づきは自分の言葉なので、誰にも数えません。",
        "記録の全期間。",
        "人数。同じ人は1回だけ数えます。",
        "そう思っている人の数ではありません。何も言わなかった人のことは分かりません。",
    )),
    Measure("growth-to-praise", Said(
        "From growth to praise",
        "The day of the first growth feedback with a tag, and the day of the first praise with it on a later day.",
        "The whole journal.",
        "Two records, one of each kind; nothing is said where one is missing.",
        "Not that the one led to the other, nor that there was no growth feedback afterwards: the evidence shows that.",
    ), Said(
        "成長から称賛へ",
        "そのタグの付いた最初の成長フィードバックの日と、その後の日に初めて受けた称賛の日。",
        "記録の全期間。",
        "それぞれ1件ずつの記録。どちらかがなければ表示しません。",
        "一方がもう一方の原因とは限りません。そのあとに成長のフィードバックがないとも限らず、それは裏付けの一覧で分かります。",
    )),
    Measure("unnamed", Said(
        "Strengths I have not named",
        "Tags on praise that I received, which stand on no win, no a-ha and no check-in of a goal of mine.",
        "The whole journal.",
        "Tags; with each, how much praise and from whom.",
        "Not that I do not know of it: I may have named it in other words, or in a note without a tag.",
    ), Said(
        "自分では挙げていない強み",
        "受けた称賛に付いているタグのうち、自分の成果・気づき・自分の目標の記録のどれにも付いていないもの。",
        "記録の全期間。",
        "タグの数。それぞれに称賛の件数と、くれた人が付きます。",
        "自覚がないという意味ではありません。別の言葉や、タグのないメモに書いたかもしれません。",
    )),
    Measure("feedback", Said(
        "Feedback given and received",
        "Praise and growth that I gave to somebody, and that somebody gave me; who, stands in the record (from, to). What was "
        "between two others, or has no direction, is counted apart.",
        "The whole journal or the days from --since on, in fiscal quarters; `before` is what lies before those that are shown.",
        "Records, and beside the heading the different people; no share is made of them, however many they are.",
        "Not how much was said, only what was noted; and more praise than growth, or less, is not better.",
    ), Said(
        "フィードバックの件数",
        "自分が誰かに伝えた、また誰かから受けた、称賛と成長の数。誰から誰へかは記録にあります。ほかの人どうしのものや、"
        "向きのないものは別に数えます。",
        "記録の全期間、または --since 以降を、会計年度の四半期ごとに。「以前」は、表示した四半期より前の分です。",
        "記録の数。見出しの横は人数です。件数が多くても、割合にはしません。",
        "口にした量ではなく、書いた量です。称賛と成長のどちらが多いほうがよい、というものでもありません。",
    ), ("n_feedback", "n_neither", "given_people", "received_people")),
    Measure("quiet", Said(
        "None noted lately",
        "The last feedback is more than 60 days ago, or there was none. From me: my reports; to me: my manager and mentors, where I "
        "know them for longer than that; and others with whom there was feedback before and whom I met in these days.",
        "The 60 days up to today, whatever --since says.",
        "People who are not archived, each with the day of the last one.",
        "Not that none was given: it may not have been noted. And not whose turn it is.",
    ), Said(
        "最近の記録なし",
        "最後のフィードバックが60日より前か、まだないこと。自分からは部下、自分へは上司とメンター（知り合って60日を超える人）。"
        "ほかの人は、以前にやりとりがあり、この間に面談した場合だけ挙げます。",
        "今日までの60日間。--since には関係ありません。",
        "保管していない人。それぞれ最後の日を示します。",
        "伝えていないとは限りません。書いていないだけかもしれません。誰の番かを示すものでもありません。",
    ), ("quiet",)),
    # --- goals: how far, how fast
    Measure("way", Said(
        "How much of the way is done",
        "(now - start) / (target - start), in percent; now is the newest measured value. It may be below 0 or above 100.",
        "From the day the goal was opened to its newest check-in.",
        "One goal, one measured value: it is a length, not a share of several things.",
        "Not how much work is left: the last tenth is often the longest.",
    ), Said(
        "どこまで進んだか",
        "（現在 − 開始）÷（目標 − 開始）をパーセントで表したもの。現在は最新の測定値です。0未満や100を超えることもあります。",
        "目標を立てた日から、最新の記録まで。",
        "一つの目標の、一つの測定値。いくつかのうちの割合ではなく、進んだ長さです。",
        "残りの仕事の量ではありません。最後の1割がいちばん長いこともよくあります。",
    )),
    Measure("pace", Said(
        "Pace: ahead, on track, behind",
        "The part of the way that is done against the part of the time that is gone, from the day the goal was opened to its "
        "day. Within five hundredths of each other is on track.",
        "From the day the goal was opened to today (to its day once that is past, to the day on which it was closed).",
        "One goal with a start, a target, a day and at least one measured check-in; else the pace is unknown.",
        "Not a forecast: it draws a straight line, and most work does not go along one.",
    ), Said(
        "進み具合：先行、順調、遅れ",
        "目標を立てた日から期日までについて、進んだ道のりの割合を、過ぎた時間の割合と比べたもの。差が100分の5以内なら順調です。",
        "目標を立てた日から今日まで。期日を過ぎていれば期日まで、終えた目標はその日まで。",
        "開始値、目標値、期日、1回以上の測定の記録がある目標。どれかが欠ければ不明です。",
        "予測ではありません。まっすぐな線と比べるだけで、仕事はたいてい線のとおりには進みません。",
    )),
    Measure("ahead", Said(
        "Days and amount ahead or behind",
        "Draw a straight line from the start, on the day the goal was opened, to the target on its day. The amount is the newest "
        "measured value less what the line says today. The days go from today to the day on which the line says that value, "
        "to the nearest whole day; the line ends at both ends, and after the last day the days behind go on growing.",
        "From the day the goal was opened to today; of a closed goal to the day on which it was closed.",
        "One goal with a start, a target, a day and at least one measured check-in; its newest value.",
        "Not when it will be reached. Where the measure is to fall, ahead has a minus before its amount.",
    ), Said(
        "先行と遅れの日数と量",
        "目標を立てた日の開始値から、期日の目標値まで、まっすぐな線を引きます。量は、最新の測定値から今日の線の値を引いたもの。"
        "日数は、今日から、線がその測定値になる日までで、いちばん近い日に丸めます。線は両端で終わり、期日を過ぎると遅れの日数は増え続けます。",
        "目標を立てた日から今日まで。終えた目標は、終えた日まで。",
        "開始値、目標値、期日、1回以上の測定の記録がある一つの目標の、最新の値。",
        "いつ達成できるかは表しません。減らす目標では、先行しているときの量は負になります。",
    ), ("days_ahead", "days_behind")),
    Measure("untouched", Said(
        "Untouched for so many weeks",
        "Whole weeks since the last check-in, the last promise for the goal that was made or ended, and the last moment, topic "
        "or note that names it as goal:ID. What touches a goal below touches those above it. Shown from two weeks on.",
        "From the day the goal was opened to today.",
        "One open goal; the newest of those days counts.",
        "Not that nothing was done: only that nothing was written here.",
    ), Said(
        "動きのない週数",
        "目標の記録、その目標の宿題の追加や終了、goal:ID と書いた出来事・話題・メモのうち、いちばん新しい日からの、まる何週間か。"
        "下の目標の動きは、上の目標の動きでもあります。2週間から表示します。",
        "目標を立てた日から今日まで。",
        "続いている一つの目標。いちばん新しい日を見ます。",
        "何もしていないという意味ではありません。ここに書かれていないだけです。",
    ), ("untouched",)),
    Measure("below", Said(
        "So many of those below done",
        "Goals under this one, however deep, that were closed as achieved, out of all that were not dropped.",
        "The whole journal, up to now.",
        "Goals below that are open, achieved or missed; n is the second number.",
        "Not how much of the goal is done: one step may be most of the way.",
    ), Said(
        "下の目標の達成数",
        "この目標の下にある、すべての深さの目標のうち、達成として終えたものの数。取りやめたものは数えません。",
        "記録の全期間、いま現在まで。",
        "続いているもの、達成したもの、未達のもの。その合計が n です。",
        "目標がどこまで進んだかではありません。一つの段階が道のりの大半ということもあります。",
    ), ("below_done", "n_of")),
    Measure("early", Said(
        "Days early or late",
        "The days from the one on which a goal was closed to the one by which it was to be reached.",
        "The day it was closed, and its day.",
        "One closed goal with a day.",
        "Not that it was reached: a goal that was missed or dropped can be closed early as well.",
    ), Said(
        "期日より早い・遅い日数",
        "目標を終えた日から期日までの日数。",
        "終えた日と期日。",
        "期日のある、終えた一つの目標。",
        "達成したとは限りません。未達や取りやめの目標も、期日より早く終えることがあります。",
    ), ("days_early", "days_late", "days_before", "days_after")),
    # --- before a meeting
    Measure("mood-line", Said(
        "Mood of the last meetings",
        "A bar and a number for each meeting, 1 (low) to 5 (high), the oldest first: mine, and theirs as I saw it; a dash where "
        "none was noted. For the team theirs (mine where theirs was never noted), with the newest number.",
        "The last eight meetings with the person in which at least one of the two was noted.",
        "Up to eight values a side; no average is made of them.",
        "Not a trend by itself: eight numbers go up and down by chance, and the days between them differ.",
    ), Said(
        "最近の面談の気分",
        "面談ごとの棒と数字。1（低い）から5（高い）で、古い順です。自分と、自分から見た相手。書かなかったところは横線です。"
        "チームの一覧では相手の気分（一度も書いていなければ自分）と、最新の数字です。",
        "その人との面談のうち、どちらかの気分を書いた最近の8回。",
        "それぞれ最大8個の値。平均はとりません。",
        "それだけでは傾向とは言えません。八つの数字は偶然でも上下し、間の日数も同じではありません。",
    )),
    Measure("noted", Said(
        "Noted for the coming meeting",
        "Lines of the note that waits for the next meeting, blank ones aside, with the a-has, feedback and check-ins in it. "
        "Promises, topics and concerns have places of their own.",
        "Since the last meeting, or as long as it has waited.",
        "Lines and records together; n is the number itself.",
        "Not how much there is to say.",
    ), Said(
        "次回のためのメモ",
        "次の面談を待つメモの行数（空行を除く）と、その中の気づき・フィードバック・目標の記録の数の合計。"
        "宿題・話題・懸念は、それぞれの欄にあります。",
        "前回の面談から後、またはメモが待っているあいだ。",
        "行と記録の合計。表示される数がそのまま n です。",
        "話すことの多さではありません。",
    ), ("n_noted",)),
    Measure("at-risk", Said(
        "Goals at risk",
        "Open goals whose pace is behind, and open ones whose day is past.",
        "The whole journal, as of today.",
        "For the team the goals of that person; with one person also those that our promises or the last meeting are about.",
        "Not that they will be missed, and not that the others are safe: a goal without a measure has no pace.",
    ), Said(
        "危うい目標",
        "進み具合が遅れている目標と、期日を過ぎても続いている目標。",
        "記録の全期間、今日の時点。",
        "チームの一覧では、その人の目標。1人のときは、二人の宿題や前回の面談に出てきた目標も入ります。",
        "達成できないとは限らず、ほかの目標が安全という意味でもありません。測るもののない目標には進み具合がありません。",
    )),
    # --- early warnings
    Measure("warnings", Said(
        "Early warnings, and quiet ones",
        "What a rule of `watch` sees today. One that you answered is quiet until the day that you named, four weeks if none; "
        "sooner it comes back where it got worse since: a mood still lower, one skip more, longer gaps.",
        "As of today; each rule has days of its own.",
        "Warnings of the rules that are on; quiet ones are counted apart. Of people who are archived only promises and goals.",
        "Not a verdict on anybody, nor that all is well where there is none: it sees what was written.",
    ), Said(
        "気がかりと、表示していないもの",
        "`watch` のきまりに、今日あてはまるもの。返事をしたものは、指定した日まで（なければ4週間）表示しません。"
        "その後に悪くなったとき（さらに低い気分、見送りの追加、間隔の広がり）は、その前でも表示します。",
        "今日の時点。見る期間は、きまりごとに違います。",
        "有効なきまりの気がかりの数。表示していないものは別に数えます。保管した人については、宿題と目標だけです。",
        "誰かを評価するものではありません。何もなくても、問題がないとは限りません。見ているのは書かれたものだけです。",
    ), ("n_warning", "n_quiet")),
    Measure("low-mood", Said(
        "Mood low or falling",
        "Mine or theirs, in the meetings with one person: the last two that have a value are 2 or lower, or each of the last "
        "four is below the one before (`mood_low`, `mood_running`, `mood_falling` in the settings).",
        "The last 26 weeks.",
        "The values that are shown, one a meeting; meetings without one are passed over.",
        "Not why it is so, and not that it has to do with the other person.",
    ), Said(
        "低い、または下がる気分",
        "1人との面談での自分または相手の気分。値のある最近の2回が2以下か、最近の4回が続けて下がっているもの"
        "（設定の `mood_low`、`mood_running`、`mood_falling`）。",
        "この26週間。",
        "表示された値。面談1回に一つで、値のない面談は飛ばします。",
        "理由は分かりません。相手のせいとも限りません。",
    ), ("mood_low", "mood_falling", "mood_low_falling", "when_mood")),
    Measure("late-promise", Said(
        "Promises late for weeks",
        "Open promises that are overdue: mine by 14 days or more, those of others by 21 (`promise_days`, `waiting_days`).",
        "The whole journal, as of today; the days from the day that was due to today.",
        "One open promise with a day; it is told alone.",
        "Not that it is forgotten, nor whose fault it is.",
    ), Said(
        "何週間も遅れた宿題",
        "期限を過ぎた未完了の宿題。自分のものは14日以上、相手のものは21日以上（設定の `promise_days`、`waiting_days`）。",
        "記録の全期間、今日の時点。期限から今日までの日数です。",
        "期限のある未完了の宿題一つ。一つずつ示します。",
        "忘れているとも、誰のせいとも限りません。",
    ), ("when_late",)),
    Measure("same-concern", Said(
        "The same concern again",
        "An open concern, and earlier ones with the same person that were still open on its day, or settled fewer than 90 days "
        "before it (`concern_days`). The same are two that share a tag, or half of the words of the shorter one (common words "
        "and the name aside), or where the later says `re:` with the id of the earlier.",
        "The whole journal.",
        "Concerns on different days, the open one included.",
        "Not that they mean the same: words decide. And other words for the same worry are not seen.",
    ), Said(
        "くり返す懸念",
        "未解決の懸念と、その日にまだ未解決か、解決から90日未満（`concern_days`）だった同じ人との懸念。同じとは、タグが同じか、"
        "短いほうの言葉の半分以上が同じか（よくある言葉と名前は除く）、`re:` で前の懸念のIDを書いたもの。",
        "記録の全期間。",
        "日の違う懸念の数。未解決のものも含みます。",
        "意味が同じとは限りません。言葉だけで決めるので、別の言葉で書いた同じ心配は分かりません。",
    ), ("n_times", "when_concern")),
    Measure("no-praise", Said(
        "No praise lately",
        "More than 60 days (`praise_days`) since I last praised a report, since our first meeting or since the day they became "
        "one, whichever is the latest; only of those whom I met in these days.",
        "From that day to today.",
        "Praise from me to them, in a meeting or alone; none is n = 0.",
        "Not that none was given: it may not have been noted. And praise given for the count is no praise.",
    ), Said(
        "称賛のない部下",
        "部下を最後に称賛した日、初めての面談、部下になった日のうち、いちばん新しい日から60日（`praise_days`）を超えたもの。"
        "その間に面談した人だけです。",
        "その日から今日まで。",
        "自分からその人への称賛。面談の中でも外でも数え、ここでは0件です。",
        "伝えていないとは限りません。書いていないだけかもしれません。数のための称賛は、称賛ではありません。",
    ), ("none_in", "when_praise")),
    Measure("long-untouched", Said(
        "Goals that nothing touches",
        "Open goals that were untouched for four weeks or more (`goal_weeks`), as `untouched` counts them.",
        "From the day the goal was opened to today.",
        "One open goal; it is told alone.",
        "Not that the goal is at risk: some have to wait for their time.",
    ), Said(
        "動きのない目標",
        "「動きのない週数」が4週間以上（`goal_weeks`）の、続いている目標。",
        "目標を立てた日から今日まで。",
        "続いている一つの目標。一つずつ示します。",
        "危ういとは限りません。時期を待つ目標もあります。",
    ), ("when_goal",)),
    Measure("skips-running", Said(
        "Skipped again and again",
        "Two meetings or more (`skips_running`) that were skipped with somebody and due after the last one that took place. A "
        "pause is no skip, and in a pause nothing is said.",
        "From the last meeting on.",
        "Skips, each once, also of days that are still to come.",
        "Not who put them off, nor that the reasons were bad.",
    ), Said(
        "続く見送り",
        "実際に行った最後の面談より後の予定日を、続けて2回以上（`skips_running`）見送ったもの。休止は見送りに数えず、"
        "休止中は何も示しません。",
        "最後の面談から後。",
        "見送りの回数。これからの予定日の見送りも数えます。",
        "誰の都合か、理由がよかったかどうかは表しません。",
    ), ("n_running", "when_skips")),
    Measure("slipping", Said(
        "Further and further apart",
        "The median of the last three gaps between meetings is over 1.5 times (`cadence_factor`) the interval that the cadence "
        "asks for, which is counted in days: a week 7, a month 30.4; with two days a week half of it.",
        "The last four days on which you met.",
        "Three gaps; with fewer nothing is said.",
        "Not that you are late now: that is what `next` tells. Skips and pauses are in the gaps, and so is what was due by an "
        "earlier cadence.",
    ), Said(
        "広がる間隔",
        "最近3回の面談の間隔の中央値が、きまりの間隔の1.5倍（`cadence_factor`）を超えたもの。きまりの間隔は、"
        "1週間を7日、1か月を30.4日と数え、週に2回ならその半分です。",
        "最近の、面談した4日間。",
        "三つの間隔。足りなければ何も示しません。",
        "いま遅れているという意味ではなく、それは `next` で分かります。見送りや休止、前のきまりの間隔も入ります。",
    ), ("gap_days", "when_cadence")),
)
# fmt: on

MEASURES = {row.name: row for row in _ROWS}
"""All measures by name, in the order of the list."""


def explained(name: str, language: str) -> Explained:
    """The measure that somebody means by a word: its name, else the beginning of a word of its name or title.

    Raises `NotFound` with the nearest names.
    """
    key = name.strip().casefold()
    row = MEASURES.get(key) or next((row for row in _ROWS if _fits(row, key)), None)
    if row is None:
        raise NotFound(f"There is no number called {name[:40]!r}.", _nearest(key))
    return row.explained(language)


def _fits(row: Measure, key: str) -> bool:
    """Whether a word begins a word of the name or of the English title, or stands in the Japanese one."""
    words = f" {row.name} {row.en.title}".casefold().replace("(", "").replace(",", "").replace(":", "")
    return bool(key) and (f" {key}" in words or (not key.isascii() and key in row.ja.title))


def _nearest(key: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where nothing fits

    near = get_close_matches(key, MEASURES, 3, 0.6)
    return f"Did you mean {' or '.join(near)}?" if near else "onelog explain lists them."


def everything(language: str) -> list[Explained]:
    """All measures, in the order of the list."""
    return [row.explained(language) for row in _ROWS]
