"""The words on the screen, in English and Japanese, and the ways in which days and numbers are said."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from onelog.core import dates, recurrence
from onelog.core.dates import day_text

Phrase = str | tuple[str, str]
"""A phrase with places for values; or two, the first for one thing, the second for any other number `n`."""

WORDS: Mapping[str, Mapping[str, Phrase]] = {
    "en": {
        # people
        "me": "me", "with": "with {name}", "from": "from {name}", "to": "to {name}",
        "from_to": "from {name} to {other}",
        "manager": "manager", "report": "report", "peer": "peer", "mentor": "mentor", "skip_level": "skip level",
        "other": "other", "since": "{word} since {day}", "archived": "archived {day}",
        "never_met": "not met yet", "met": "met {day}",
        # kinds, as they head a line
        "decision": "Decision", "win": "Win", "aha": "Aha", "praise": "Praise", "growth": "Growth",
        "concern": "Concern", "private": "Private", "topic": "Topic", "goal": "Goal", "checkin": "Goal",
        "person": "Person", "meeting": "Meeting", "action": "Action", "moment": "Moment", "skip": "Skip",
        "n_decision": ("{n} decision", "{n} decisions"), "n_win": ("{n} win", "{n} wins"), "n_aha": ("{n} aha", "{n} ahas"),
        "n_praise": "{n} praise", "n_growth": "{n} growth", "n_concern": ("{n} concern", "{n} concerns"),
        "n_private": "{n} private", "n_topic": ("{n} topic", "{n} topics"), "n_goal": ("{n} goal", "{n} goals"),
        "n_checkin": ("{n} check-in", "{n} check-ins"), "n_skip": ("{n} skip", "{n} skips"), "n_answer": ("{n} answer", "{n} answers"),
        "n_person": ("{n} person", "{n} people"),
        "n_moment": ("{n} moment", "{n} moments"),
        "n_meeting": ("{n} meeting", "{n} meetings"), "n_action": ("{n} action", "{n} actions"),
        "n_day": ("{n} day", "{n} days"), "n_open": "{n} open", "n_overdue": "{n} overdue", "n_parked": "{n} parked",
        # states
        "open": "open", "done": "done", "dropped": "dropped", "parked": "parked", "raised": "raised",
        "achieved": "achieved", "missed": "missed", "resolved": "settled", "overdue": "overdue",
        "on_day": "{word} {day}", "kept": "kept {day}", "due": "due {day}", "late": "{length} overdue",
        "no_day": "no day", "unsettled": "not settled",
        "ahead": "ahead", "on track": "on track", "behind": "behind", "unknown": "pace unknown",
        "days_ahead": ("{n} day ahead", "{n} days ahead"), "days_behind": ("{n} day behind", "{n} days behind"),
        "untouched": ("untouched for {n} week", "untouched for {n} weeks"), "below_done": "{done} of {n} below done",
        "days_early": ("{n} day early", "{n} days early"), "days_late": ("{n} day late", "{n} days late"),
        "on_its_day": "on its day", "n_of": "{done} of {n} done",
        "days_before": ("{n} day before its day", "{n} days before its day"),
        "days_after": ("{n} day after its day", "{n} days after its day"),
        # a plan, backwards from a goal's day
        "plan_half": "Half a year before", "plan_year": "A year before", "plan_quarter": "This quarter",
        "plan_when": "{when}, {day}", "plan_ask": "{when}: what must be true?",
        "plan_ask_with": "The next step, for your next meeting with {name}?", "plan_ask_me": "Your next step?", "plan_already": "Open already:",
        "plan_there": "Already there: {text} (Enter keeps it)", "plan_skip": "Enter skips a step, Ctrl-C changes nothing.",
        "plan_next": "Next step", "plan_open": "Not said yet", "did_planned": "Planned",
        # a meeting
        "mood": "mood {n}", "seen": "theirs {n}", "rating": "rated {n}",
        "video": "video", "office": "office", "phone": "phone", "walk": "walk", "chat": "chat",
        "coming": "Coming", "not_held": "not yet held", "next": "next",
        # labels of a record
        "Owner": "Owner", "Due": "Due", "With": "With", "Meeting": "Meeting", "Goal": "Goal", "Why": "Why",
        "Opened": "Opened", "Closed": "Closed", "Tags": "Tags", "Because": "Because", "From": "From", "To": "To",
        "Said": "Said", "Settled": "Settled", "Outcome": "Outcome", "Parked": "Parked", "Measure": "Measure", "By": "By", "Pace": "Pace",
        "Under": "Under", "Alias": "Alias", "Reading": "Reading", "Relation": "Relation", "Cadence": "Cadence", "Last met": "Last met",
        "Next due": "Next due", "Counts": "Counts", "Value": "Value", "Check-ins": "Check-ins", "Related": "Related",
        "Added": "Added", "State": "State", "Archived": "Archived", "Meetings": "Meetings", "Skipped": "Skipped", "Paused": "Paused",
        "Below": "Below", "Touched": "Touched", "Warning": "Warning", "Quiet": "Quiet",
        # actions
        "i_owe": "I owe", "owes": "{name} owes", "closed": "Closed", "why": "why: {text}", "because": "because: {text}",
        "outcome": "outcome: {text}",
        "no_actions": "Nothing is open. A new promise: {command}",
        # lists
        "no_entries": "Nothing here yet. A first meeting: {command}",
        "no_moments": "No moments here yet. A first one: {command}",
        "no_topics": "Nothing is parked. For the next meeting: {command}",
        "no_people": "Nobody here yet. Add somebody: {command}",
        "no_goals": "No goals here yet. A first one: {command}",
        "no_history": "Nothing has been changed yet.",
        "no_hits": "Nothing found. Fewer words find more; {command} finds beginnings.",
        "no_due": "Nobody has a cadence yet. Set one: {command}",
        "older": ("{n} older: {command} shows all", "{n} older: {command} shows all"),
        "anybody": "With anybody",
        # history
        "undone": "undone", "undo_of": "took back {n}", "redo_of": "did {n} again",
        "to_redo": "{command} redoes what was undone last", "was_added": "new {kind}", "lines_of_records": "the lines of its records", "was_deleted": "deleted {kind}",
        # today
        "today_due": "Who is due", "today_mine": "I owe", "today_theirs": "I wait for", "today_moment": "Remember",
        "more": "and {n} more: {command}", "nothing_today": "Nobody is due this week, and you owe nothing.",
        "welcome": "This journal is empty. To begin:",
        "welcome_log": "After a 1-on-1", "welcome_person": "A person", "welcome_demo": "A look around",
        # after a change
        "comma": ", ", "logged": "Logged", "noted": "Noted", "undo_hint": "{command} takes it back", "new_person": "New here: {name}",
        "trouble": "Line {n}: {text}", "sets_right": "{command} sets it right",
        "did_done": "Done", "did_dropped": "Dropped", "did_added": "Added", "from_n": "from {n}", "target_n": "target {n}", "in_brackets": " ({text})", "did_changed": "Changed",
        "did_archived": "Archived", "did_merged": "Merged", "did_brought back": "Brought back", "did_reopened": "Reopened",
        "did_parked": "Parked", "did_deleted": "Deleted", "did_achieved": "Achieved", "did_missed": "Missed",
        "did_resolved": "Settled", "did_skipped": "Skipped", "did_paused": "Paused", "did_seen": "Seen",
        # who is due
        "next_due": "next due {day}", "no_cadence": "no cadence", "until": "until {day}",
        "paused": "paused until {day}", "skipped_day": "skipped {day}", "in_half_a_year": "In 26 weeks",
        "kept_of": "kept {kept} of {n}", "n_skipped": "{n} skipped", "n_missed": "{n} missed",
        "without_cadence": ("{n} person without a cadence: {command}", "{n} people without a cadence: {command}"),
        "today_goals": "Goals at risk",
        "folded": ("{n} noted line folded in", "{n} noted lines folded in"),
        "still_parked": ("{n} topic still parked", "{n} topics still parked"),
        "and_more": "and {n} more",
        "say_why": "{name} has a task without its why: {command} (why: …)",
        "ask_ends": "{what} (an empty line ends it, Ctrl-C leaves it):", "ask_words": "In your own words",
        "ask_topic": "What to raise", "ask_action": "What was promised",
        "reflect": "Three more, if you like. Enter: next · Ctrl-D: no more",
        "reflect_off": "Turn these off: {command}", "reflect_score": "{said} is not a score: 1, 2, 3, 4 or 5, or Enter for none.",
        "reflect_command": "{said} is a command of the shell. Keep it as the answer?",
        "reflect_surprised": "What surprised me?", "reflect_differently": "What will I do differently?",
        "reflect_seen": "Their energy, 1 to 5?",
        "spark_which": "Which one should become a topic? (Enter for none)", "did_landed": "Landed", "did_flat": "Did not land",
        "spark_landed": "Did the spark {id} land? {command} (or --missed)",
        "milestone_meetings": "That was meeting number {n} with {about}.",
        "milestone_years": ("A year of meetings with {about}.", "{n} years of meetings with {about}."),
        "milestone_goal": ("Reached a day early: {about}", "Reached {n} days early: {about}"),
        # words that never reached the journal
        "no_drafts": "No text is waiting.", "draft_unknown": "words",
        "draft_lines": ("{n} line", "{n} lines"), "draft_back": "{command} brings it back", "draft_show": "{command} prints all of it",
        "draft_discard": "{command} throws it away",
        # concerns
        "open_new": "open since today", "open_for": "open for {length}",
        "after": "after {length}", "after_none": "on the same day",
        "n_follow_up": ("{n} follow-up", "{n} follow-ups"), "Follow-ups": "Follow-ups",
        # skills, feedback
        "earlier": "before", "all": "all", "first_last": "{first} to {last}",
        "by_people": "by {names}", "from_growth": "growth {growth} → praise {praise}",
        "skills_mine": "Skills I have evidence for", "skills_theirs": "Skills of {name}, as noted",
        "n_tagged": "{n} of {all} with a tag", "n_evidence": ("{n} piece of evidence", "{n} pieces of evidence"),
        "no_skills": "No evidence yet: tag praise, growth feedback, a win or an aha moment. {command}",
        "unnamed": "Others see it; I haven't named it", "in_meeting": "meeting {id}",
        "People": "By whom", "Evidence": "Evidence", "Growth → praise": "Growth → praise",
        "feedback": "Feedback", "feedback_with": "Feedback with {name}",
        "given": "I gave", "received": "I received", "n_feedback": "{n} given or received",
        "given_people": ("(to {n} person)", "(to {n} people)"), "received_people": ("(from {n} person)", "(from {n} people)"),
        "since_day": "since {day}", "newest": "Newest", "no_feedback": "No feedback yet. A first one: {command}",
        "n_neither": "{n} more between others, or without a direction",
        "quiet": "None noted in {n} days", "quiet_given": "from me", "quiet_received": "to me",
        "quiet_last": "last {day}", "quiet_never": "none yet",
        # explain
        "measure_definition": "Counted", "measure_window": "Over", "measure_n": "From", "measure_not_": "But",
        "measure_one": "{command} explains one.",
        # ask, guide, status
        "not_asked": "not asked in the last 12 months", "asked": "asked {day}", "n_asked": "{n} asked lately",
        "n_question": ("{n} question", "{n} questions"), "no_questions": "No question fits. {command} lists the themes.",
        "one_theme": "{command} asks one of a theme.", "one_guide": "{command} shows one.",
        "status_due": ("{n} meeting due", "{n} meetings due"), "status_late": "{n} overdue",
        "status_promises": ("{n} promise overdue", "{n} promises overdue"),
        "status_mine": "{n} mine",
        "status_nothing": "Nothing is due, and nothing is overdue.",
        "short_due": "{n} due", "short_overdue": "{n} overdue", "short_dot": " · ",
        # before a meeting
        "prep_last": "Last", "prep_theirs": "They owe", "prep_topics": "Topics", "prep_concerns": "Concerns",
        "prep_goals": "Goals", "prep_mood": "Mood", "prep_ask": "Ask",
        "first_meeting": "Your first meeting with {name}: {command} says how to begin.",
        "n_warning": ("{n} warning: {command}", "{n} warnings: {command}"),
        "n_untold": "{n} open: {command}",
        "n_noted": ("{n} line noted for it: {command}", "{n} lines noted for it: {command}"),
        "untouched_since": "not touched since", "touched": "touched {day}",
        "team_who": "", "team_due": "Due", "team_met": "Met", "team_mine": "I owe", "team_theirs": "They owe",
        "team_topics": "Topics", "team_concerns": "Concerns", "team_mood": "Mood", "team_goals": "Goals",
        "team_theirs_short": "They", "team_topics_short": "Top", "team_concerns_short": "Con", "team_mood_short": "Mood", "team_goals_short": "Goal",
        "team_paused": "paused", "team_late": "(1): how many are overdue",
        "team_mine_mood": "*: my own, not theirs", "team_warned": "⚑: see onelog watch",
        "in_brief": "in {length}", "ago_brief": "{length} ago",
        "no_team": "Nobody is due then. Everybody with a cadence: {command}",
        "no_relation": "None of them has a cadence. Everybody who has one: {command}",
        # early warnings: what each rule is called, when it warns, and what it says
        "answer": "Answer", "watch_mood": "My mood", "watch_seen": "Their mood, as I saw it",
        "watch_promise": "My promises, late", "watch_waiting": "Promises of others, late", "watch_concern": "The same concern again",
        "watch_praise": "No praise lately", "watch_goal": "Goals untouched", "watch_skips": "Skipped again and again",
        "watch_cadence": "Further and further apart",
        "when_mood": "{running} running at {low} or lower, or falling over {falling}",
        "when_late": ("overdue by {n} day or more", "overdue by {n} days or more"),
        "when_concern": "open then, or settled fewer than {n} days before", "when_praise": "a report, more than {n} days",
        "when_goal": ("for {n} week or more", "for {n} weeks or more"), "when_skips": "{n} or more, and no meeting between",
        "when_cadence": "median of {n} gaps over {factor} times the cadence",
        "mood_low": "low: {values}", "mood_falling": "falling: {values}", "mood_low_falling": "low and falling: {values}",
        "n_times": ("{n} time", "{n} times"), "none_in": ("none in {n} day", "none in {n} days"),
        "n_running": "{n} running", "gap_days": "{n} days, the median of {values}",
        "last_praise": "last praise {day}", "first_met": "first met {day}", "last_touched": "last touched {day}",
        "quiet_until": "quiet until {day}", "n_quiet": "{n} quiet: {command}", "seen_on": "seen {day}",
        "no_warnings": "No warnings.", "watch_answer": "{command} silences one.",
        "watch_private": "{command} shows the words of concerns.",
        # what goes for good
        "forgets": "{name} and everything recorded about them will be erased for good:",
        "erases": "{name} and everything in it will be erased for good:",
        "forgotten": "Forgotten", "erased": "Erased", "n_deleted": "{n} deleted before",
        "n_draft": ("{n} draft", "{n} drafts"), "n_backup": ("{n} backup", "{n} backups"),
        "left_encrypted": "{file} is encrypted and may still hold it: delete that file.",
        "left_damaged": "{file} is damaged and may still hold it: delete that file.",
        "left_held": ("An open command (an editor?) has words about it; it will take nothing in.", "{n} open commands (editors?) have words about it; they will take nothing in."),
        "mentioned": ("{n} other record has that word: {command}", "{n} other records have that word: {command}"),
        "mentioned_before": ("{n} more had it once; {command} takes old versions out", "{n} more had it once; {command} takes old versions out"),
        "out_of_reach": "Out of onelog's reach: backups and exports saved elsewhere, cloud backups such as Time Machine, snapshots of the disk, swap and undo files of your editor, the history of your shell.",
        # backups
        "no_backups": "There is no backup yet. Make one: {command}", "backup_made": "Backup made",
        "backup_back": "{command} restores the newest", "encrypted": "encrypted",
        "unreadable": "cannot be read", "in_folder": "In {path}", "no_records": "no records yet",
        "before_migration": "before an update", "before_restore": "before a restore", "before_forget": "before forgetting",
        "before_mend": "before mending", "before_prune": "before pruning", "before_damaged": "the damaged journal as it was",
        "restored": "Restored", "restored_back": "{command} takes it back",
        # doctor: what was looked at, and what is said of it where it is as it should be
        "doctor_no_journal": "There is no journal yet.", "doctor_well": "All is well.",
        "doctor_file": "File", "doctor_is_file": ("{n:,} page, whole", "{n:,} pages, all whole"),
        "doctor_references": "References", "doctor_is_references": "all that is pointed at is there",
        "doctor_records": "Records",
        "doctor_is_records": ("{n:,}, as it was written", "{n:,}, as they were written"),
        "doctor_documents": "Notes", "doctor_is_documents": "{n:,}, each record in its line",
        "doctor_search": "Search index", "doctor_is_search": ("{n:,} text, in step", "{n:,} texts, in step"),
        "doctor_tags": "Tags", "doctor_is_tags": ("{n:,} record has some, in step", "{n:,} records have some, in step"),
        "doctor_changes": "Change log",
        "doctor_is_changes": ("{n:,} change, in step", "{n:,} changes, in step"),
        "doctor_clock": "Clock", "doctor_is_clock": "not behind the newest change",
        "doctor_private": "Privacy", "doctor_is_private": "open to nobody else",
        "doctor_synced": "Place", "doctor_is_synced": "not in a synced folder",
        "doctor_links": "Links", "doctor_is_links": "the file has one name",
        "doctor_conflicts": "Conflicts", "doctor_is_conflicts": "no conflicted copies beside it",
        "doctor_leftovers": "Leftovers", "doctor_is_leftovers": "none",
        "doctor_room": "Room", "doctor_is_room": "{size} free on the disk",
        "doctor_drafts": "Drafts", "doctor_is_drafts": "no words are waiting",
        "doctor_backup": "Backups", "doctor_is_backup": "{n:,} kept",
    },
    "ja": {
        "me": "自分", "with": "{name}と", "from": "{name}から", "to": "{name}へ",
        "from_to": "{name}から{other}へ",
        "manager": "上司", "report": "部下", "peer": "同僚", "mentor": "メンター", "skip_level": "上司の上司",
        "other": "その他", "since": "{day}から{word}", "archived": "{day}に保管",
        "never_met": "まだ会っていない", "met": "{day}に面談",
        "decision": "決定", "win": "成果", "aha": "気づき", "praise": "称賛", "growth": "成長",
        "concern": "懸念", "private": "非公開", "topic": "次回", "goal": "目標", "checkin": "目標",
        "person": "人", "meeting": "面談", "action": "宿題", "moment": "出来事", "skip": "見送り",
        "n_decision": "決定{n}件", "n_win": "成果{n}件", "n_aha": "気づき{n}件",
        "n_praise": "称賛{n}件", "n_growth": "成長{n}件", "n_concern": "懸念{n}件",
        "n_private": "非公開{n}件", "n_topic": "次回{n}件", "n_goal": "目標{n}件",
        "n_checkin": "目標の記録{n}件", "n_skip": "見送り{n}件", "n_answer": "返事{n}件", "n_person": "{n}人",
        "n_moment": "出来事{n}件", "n_meeting": "面談{n}回", "n_action": "宿題{n}件",
        "n_day": "{n}日", "n_open": "未完了{n}件", "n_overdue": "期限超過{n}件", "n_parked": "次回{n}件",
        "open": "未完了", "done": "完了", "dropped": "取りやめ", "parked": "次回へ", "raised": "話した",
        "achieved": "達成", "missed": "未達", "resolved": "解決", "overdue": "期限超過",
        "on_day": "{day} {word}", "kept": "{day} 完了", "due": "期限 {day}", "late": "{length}超過",
        "no_day": "期限なし", "unsettled": "未解決",
        "ahead": "先行", "on track": "順調", "behind": "遅れ", "unknown": "進み具合は不明",
        "days_ahead": "{n}日先行", "days_behind": "{n}日遅れ",
        "untouched": "{n}週間動きなし", "below_done": "下の目標{n}件中{done}件達成",
        "days_early": "期日より{n}日早い", "days_late": "期日より{n}日遅い", "on_its_day": "期日どおり",
        "n_of": "{n}件中{done}件達成", "days_before": "期日の{n}日前", "days_after": "期日の{n}日後",
        "plan_half": "半年前", "plan_year": "1年前", "plan_quarter": "今四半期",
        "plan_when": "{when}（{day}）", "plan_ask": "{when}までに、何ができていればよいですか。",
        "plan_ask_with": "次の一歩は？ {name}との次の面談で話すこと", "plan_ask_me": "次の一歩は？ 自分ですること", "plan_already": "すでにあるもの:",
        "plan_there": "すでにあるもの: {text}（Enterでそのまま）", "plan_skip": "Enterで飛ばし、Ctrl-Cで何も変えずに終わります。",
        "plan_next": "次の一歩", "plan_open": "まだ決めていないもの", "did_planned": "計画",
        "mood": "気分{n}", "seen": "相手{n}", "rating": "評価{n}",
        "video": "ビデオ", "office": "対面", "phone": "電話", "walk": "散歩", "chat": "チャット",
        "coming": "これから", "not_held": "まだ開いていない", "next": "次回",
        "Owner": "担当", "Due": "期限", "With": "相手", "Meeting": "面談", "Goal": "目標", "Why": "理由",
        "Opened": "開始", "Closed": "終了", "Tags": "タグ", "Because": "きっかけ", "From": "誰から", "To": "誰へ",
        "Said": "日付", "Settled": "解決", "Outcome": "結果", "Parked": "追加", "Measure": "指標", "By": "期日", "Pace": "進み具合",
        "Under": "上の目標", "Alias": "別名", "Reading": "読み", "Relation": "関係", "Cadence": "間隔", "Last met": "前回",
        "Next due": "次回予定", "Counts": "件数", "Value": "値", "Check-ins": "記録", "Related": "関連",
        "Added": "追加", "State": "状態", "Archived": "保管", "Meetings": "実施", "Skipped": "見送り", "Paused": "休止",
        "Below": "下の目標", "Touched": "最後の動き", "Warning": "気がかり", "Quiet": "表示しない",
        "i_owe": "自分の宿題", "owes": "{name}の宿題", "closed": "終わったもの", "why": "理由: {text}",
        "because": "きっかけ: {text}", "outcome": "結果: {text}", "no_actions": "未完了の宿題はありません。追加: {command}",
        "no_entries": "まだ何もありません。最初の面談: {command}",
        "no_moments": "まだ何もありません。最初の一つ: {command}",
        "no_topics": "次回の話題はありません。追加: {command}",
        "no_people": "まだ誰もいません。追加: {command}",
        "no_goals": "まだ目標がありません。追加: {command}",
        "no_history": "まだ何も変更されていません。",
        "no_hits": "見つかりません。言葉を減らすと見つかりやすくなります。{command} は前方一致です。",
        "no_due": "まだ間隔が決まっていません。設定: {command}",
        "older": "ほか{n}件: {command} で全件",
        "anybody": "相手なし",
        "undone": "取り消し済み", "undo_of": "{n} を取り消し", "redo_of": "{n} をやり直し",
        "to_redo": "{command} で最後の取り消しをやり直せます", "was_added": "新しい{kind}", "lines_of_records": "記録の行", "was_deleted": "削除した{kind}",
        "today_due": "そろそろ面談", "today_mine": "自分の宿題", "today_theirs": "待っているもの", "today_moment": "思い出",
        "more": "ほか{n}件: {command}", "nothing_today": "今週の面談の予定も宿題もありません。",
        "welcome": "この記録はまだ空です。始め方:",
        "welcome_log": "1on1 のあと", "welcome_person": "会う相手", "welcome_demo": "見本を見る",
        "comma": "、", "logged": "記録", "noted": "メモ", "undo_hint": "{command} で取り消せます", "new_person": "新しい人: {name}",
        "trouble": "{n}行目: {text}", "sets_right": "{command} で直せます",
        "did_done": "完了", "did_dropped": "取りやめ", "did_added": "追加", "from_n": "開始 {n}", "target_n": "目標 {n}", "in_brackets": "（{text}）", "did_changed": "変更",
        "did_archived": "保管", "did_merged": "統合", "did_brought back": "復帰", "did_reopened": "再開",
        "did_parked": "次回へ", "did_deleted": "削除", "did_achieved": "達成", "did_missed": "未達", "did_resolved": "解決",
        "did_skipped": "見送り", "did_paused": "休止", "did_seen": "確認",
        "next_due": "次回は{day}", "no_cadence": "間隔なし", "until": "{day}まで",
        "paused": "{day}まで休止", "skipped_day": "{day}は見送り", "in_half_a_year": "この26週間",
        "kept_of": "{n}回中{kept}回実施", "n_skipped": "見送り{n}回", "n_missed": "未実施{n}回",
        "without_cadence": "間隔の決まっていない人{n}人: {command}",
        "today_goals": "遅れている目標",
        "folded": "メモ{n}行を取り込み", "still_parked": "次回の話題が残り{n}件",
        "and_more": "ほか{n}件",
        "say_why": "{name}への宿題に理由がありません: {command} (why: …)",
        "ask_ends": "{what}（空の行で終わり、Ctrl-C で中止）:", "ask_words": "自分の言葉で",
        "ask_topic": "次に話すこと", "ask_action": "約束したこと",
        "reflect": "よければあと3つ。Enter で次へ · Ctrl-D で終わり",
        "reflect_off": "今後聞かない：{command}", "reflect_score": "{said} は点数ではありません。1〜5の数字か、Enter でなし。",
        "reflect_command": "{said} はシェルのコマンドです。答えとして残しますか。",
        "reflect_surprised": "意外だったことは?", "reflect_differently": "次に変えることは?",
        "reflect_seen": "相手の元気は? 1〜5",
        "spark_which": "どれを話題にしますか（Enter：なし）", "did_landed": "響いた", "did_flat": "響かなかった",
        "spark_landed": "話の種 {id} は響きましたか。{command}（または --missed）",
        "milestone_meetings": "{about}との{n}回目の面談でした。",
        "milestone_years": "{about}との面談が{n}年になりました。",
        "milestone_goal": "予定より{n}日早く達成：{about}",
        "no_drafts": "残っている言葉はありません。", "draft_unknown": "言葉",
        "draft_lines": "{n}行", "draft_back": "{command} で取り戻せます", "draft_show": "{command} で全文を見られます",
        "draft_discard": "{command} で捨てられます",
        "open_new": "今日から未解決", "open_for": "{length}前から未解決",
        "after": "{length}後", "after_none": "その日のうち",
        "n_follow_up": "その後{n}件", "Follow-ups": "その後",
        "earlier": "以前", "all": "計", "first_last": "{first}〜{last}",
        "by_people": "{names}から", "from_growth": "成長 {growth} → 称賛 {praise}",
        "skills_mine": "自分のスキルの裏付け", "skills_theirs": "{name}のスキル（記録から）",
        "n_tagged": "{all}件中{n}件にタグ", "n_evidence": "裏付け{n}件",
        "no_skills": "まだ裏付けがありません。称賛・成長・成果・気づきに付けたタグが裏付けになります。{command}",
        "unnamed": "人は認めているが、自分では挙げていない強み",
        "in_meeting": "面談 {id}", "People": "誰から", "Evidence": "裏付け", "Growth → praise": "成長 → 称賛",
        "feedback": "フィードバック", "feedback_with": "{name}とのフィードバック",
        "given": "自分から", "received": "自分へ", "n_feedback": "自分から・自分へ計{n}件",
        "given_people": "（{n}人へ）", "received_people": "（{n}人から）",
        "since_day": "{day}から", "newest": "最近のもの", "no_feedback": "まだフィードバックがありません。最初の一つ: {command}",
        "n_neither": "ほかに、ほかの人どうし・向きなし{n}件",
        "quiet": "{n}日間の記録なし", "quiet_given": "自分から", "quiet_received": "自分へ",
        "quiet_last": "最後は{day}", "quiet_never": "まだなし",
        "measure_definition": "数え方", "measure_window": "期間", "measure_n": "対象", "measure_not_": "注意",
        "measure_one": "{command} で一つずつ説明します。",
        "not_asked": "この12か月は聞いていない", "asked": "{day}に聞いた", "n_asked": "最近聞いたもの{n}件",
        "n_question": "質問{n}件", "no_questions": "合う質問がありません。{command} で質問の種類が見られます。",
        "one_theme": "{command} で種類を選んで聞けます。", "one_guide": "{command} で一つ読めます。",
        "status_due": "面談の時期が来た人{n}人", "status_late": "超過{n}人",
        "status_promises": "期限超過の宿題{n}件",
        "status_mine": "自分{n}件",
        "status_nothing": "今日の面談も、期限超過の宿題もありません。",
        "short_due": "面談{n}", "short_overdue": "超過{n}", "short_dot": "・",
        "prep_last": "前回", "prep_theirs": "相手の宿題", "prep_topics": "次回の話題", "prep_concerns": "懸念",
        "prep_goals": "目標", "prep_mood": "気分", "prep_ask": "質問",
        "first_meeting": "{name}との初めての面談です。始め方: {command}",
        "n_warning": "気がかり{n}件: {command}",
        "n_untold": "未解決{n}件: {command}",
        "n_noted": "次回のためのメモ{n}行: {command}",
        "untouched_since": "前回から動きなし", "touched": "動きは{day}",
        "team_who": "", "team_due": "予定", "team_met": "前回", "team_mine": "自分", "team_theirs": "相手",
        "team_topics": "話題", "team_concerns": "懸念", "team_mood": "気分", "team_goals": "目標",
        "team_theirs_short": "相手", "team_topics_short": "話題", "team_concerns_short": "懸念", "team_mood_short": "気分", "team_goals_short": "目標",
        "team_paused": "休止", "team_late": "（1）はそのうちの期限超過",
        "team_mine_mood": "*は自分の気分", "team_warned": "⚑は気がかり: onelog watch",
        "in_brief": "{length}後", "ago_brief": "{length}前",
        "no_team": "その日までに予定のある人はいません。間隔のある人の一覧: {command}",
        "no_relation": "間隔の決まっている人はその中にいません。間隔のある人の一覧: {command}",
        "answer": "返事", "watch_mood": "自分の気分", "watch_seen": "自分から見た相手の気分",
        "watch_promise": "自分の宿題の遅れ", "watch_waiting": "相手の宿題の遅れ", "watch_concern": "くり返す懸念",
        "watch_praise": "称賛のない部下", "watch_goal": "動きのない目標", "watch_skips": "続く見送り",
        "watch_cadence": "広がる間隔",
        "when_mood": "続けて{running}回が{low}以下、または{falling}回にわたって低下",
        "when_late": "期限から{n}日以上",
        "when_concern": "前のものが未解決、または解決から{n}日未満", "when_praise": "{n}日を超えて",
        "when_goal": "{n}週間以上", "when_skips": "面談をはさまず{n}回以上",
        "when_cadence": "最近{n}回の中央値が、決めた間隔の{factor}倍を超過",
        "mood_low": "低め: {values}", "mood_falling": "低下: {values}", "mood_low_falling": "低めで低下: {values}",
        "n_times": "{n}回", "none_in": "{n}日間なし",
        "n_running": "続けて{n}回", "gap_days": "{n}日（{values}の中央値）",
        "last_praise": "最後の称賛は{day}", "first_met": "初めての面談は{day}", "last_touched": "最後の動きは{day}",
        "quiet_until": "{day}まで表示しない", "n_quiet": "表示していないもの{n}件: {command}", "seen_on": "{day}に確認",
        "no_warnings": "気がかりはありません。", "watch_answer": "{command} でしばらく表示しなくなります。",
        "watch_private": "{command} で懸念の内容も表示します。",
        "forgets": "{name}と、その人についての記録をすべて完全に消去します:",
        "erases": "{name}と、その中の記録をすべて完全に消去します:",
        "forgotten": "忘れました", "erased": "消去しました", "n_deleted": "削除済み{n}件",
        "n_draft": "下書き{n}件", "n_backup": "バックアップ{n}件",
        "left_encrypted": "{file} は暗号化されていて、まだ残っている可能性があります。そのファイルを削除してください。",
        "left_damaged": "{file} は壊れていて、まだ残っている可能性があります。そのファイルを削除してください。",
        "left_held": "実行中のコマンド（エディターなど）{n}件に、関係する言葉があります。その内容は取り込まれません。",
        "mentioned": "ほか{n}件の記録にその言葉があります: {command}",
        "mentioned_before": "以前の版{n}件にもありました。{command} で古い版を消せます",
        "out_of_reach": "onelog の手が届かないもの: 別の場所のバックアップや書き出し、Time Machine などのクラウド、ディスクのスナップショット、エディタの一時ファイル、シェルの履歴。",
        "no_backups": "バックアップはまだありません。作るには: {command}", "backup_made": "バックアップしました",
        "backup_back": "{command} で最新のものに戻せます", "encrypted": "暗号化",
        "unreadable": "読み取れません", "in_folder": "場所: {path}", "no_records": "まだ記録なし",
        "before_migration": "更新の前", "before_restore": "復元の前", "before_forget": "消去の前",
        "before_mend": "修復の前", "before_prune": "履歴整理の前", "before_damaged": "壊れた記録のまま",
        "restored": "復元しました", "restored_back": "{command} で取り消せます",
        "doctor_no_journal": "まだ記録がありません。", "doctor_well": "異常はありません。",
        "doctor_file": "ファイル", "doctor_is_file": "{n:,}ページ、すべて正常",
        "doctor_references": "つながり", "doctor_is_references": "参照先はすべてあります",
        "doctor_records": "記録", "doctor_is_records": "{n:,}件、書かれたとおり",
        "doctor_documents": "メモ", "doctor_is_documents": "{n:,}件、記録の行がそろっています",
        "doctor_search": "検索の索引", "doctor_is_search": "{n:,}件、一致",
        "doctor_tags": "タグ", "doctor_is_tags": "{n:,}件の記録、一致",
        "doctor_changes": "変更の履歴", "doctor_is_changes": "{n:,}件、一致",
        "doctor_clock": "時計", "doctor_is_clock": "最後の変更より後です",
        "doctor_private": "権限", "doctor_is_private": "ほかの人には読めません",
        "doctor_synced": "置き場所", "doctor_is_synced": "同期フォルダの外にあります",
        "doctor_links": "リンク", "doctor_is_links": "ファイルの名前は一つです",
        "doctor_conflicts": "競合", "doctor_is_conflicts": "競合コピーはありません",
        "doctor_leftovers": "残り物", "doctor_is_leftovers": "ありません",
        "doctor_room": "空き容量", "doctor_is_room": "空き {size}",
        "doctor_drafts": "下書き", "doctor_is_drafts": "残っている言葉はありません",
        "doctor_backup": "バックアップ", "doctor_is_backup": "{n:,}件",
    },
}  # fmt: skip

_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SAME_YEAR = 183
"""So many days away a day is said without its year: there is no other one it could be taken for."""


def say(language: str, key: str, **values: object) -> str:
    """The phrase in a language with its values put in; what people wrote is only ever a value."""
    phrase = WORDS[language][key]
    if isinstance(phrase, tuple):
        phrase = phrase[values.get("n") != 1]
    if values.get("day") in _NEAR_JA:
        phrase = phrase.replace("{day}に", "{day}")
    return phrase.format(**values) if values else phrase


_NEAR_JA = ("昨日", "今日", "明日")
"""Days after which Japanese says no に."""


# --- days


def short_day(day: date, today: date, language: str = "en") -> str:
    """`Tue 17 Nov`, 11月17日(火); with its year where that could be in doubt."""
    return day_text(day, language, weekday=True, year=abs((day - today).days) > _SAME_YEAR)


def long_day(day: date, language: str = "en") -> str:
    """`Tue 17 Nov 2026`, 2026年11月17日(火)."""
    return day_text(day, language, weekday=True)


def bare_day(day: date, language: str = "en") -> str:
    """`17 Nov 2026`, 2026年11月17日: for two days beside each other, where weekdays would not fit."""
    return day_text(day, language)


def month(day: date, language: str = "en") -> str:
    """`November 2026`, 2026年11月."""
    return f"{day.year}年{day.month}月" if language == "ja" else f"{_LONG_MONTHS[day.month - 1]} {day.year}"


def both(day: date, today: date, language: str = "en") -> str:
    """Relative and absolute: `5 days ago · Tue 17 Nov`."""
    return f"{dates.spoken(day, today, language)} · {short_day(day, today, language)}"


def stretch(since: date, until: date, language: str = "en") -> str:
    """How long it is from one day to a later one: `5 weeks`, 5週間."""
    days = (until - since).days
    if days <= 1:
        return say(language, "n_day", n=days)
    return dates.spoken(since, until, language).removesuffix(" ago").removesuffix("前")


def brief(since: date, until: date, language: str = "en") -> str:
    """As `stretch`, for a narrow column: `5w`, 5週."""
    length = stretch(since, until, language) if since < until else say(language, "n_day", n=0)
    if language == "ja":
        return length.removesuffix("間")
    count, _, unit = length.partition(" ")
    return f"{count}{'mo' if unit.startswith('month') else unit[:1]}"


def age(since: date, today: date, language: str = "en") -> str:
    """How long something is open: `open for 5 weeks`, 5週間前から未解決."""
    if since >= today:
        return say(language, "open_new")
    return say(language, "open_for", length=stretch(since, today, language))


def took(since: date, until: date, language: str = "en") -> str:
    """How long it took until something ended: `after 5 weeks`, 5週間後."""
    if since >= until:
        return say(language, "after_none")
    return say(language, "after", length=stretch(since, until, language))


def late(due: date, today: date, language: str = "en") -> str:
    """`5 days overdue`, 5日超過."""
    return say(language, "late", length=stretch(due, today, language))


# --- numbers and names


def length(minutes: int, language: str = "en") -> str:
    """`1h30m`, 1時間30分."""
    text = dates.minutes_text(minutes)
    return text.replace("h", "時間").replace("m", "分") if language == "ja" else text


def number(value: float) -> str:
    """`950,000`, `2.5`: a measured value for reading."""
    if abs(value) >= 1e15:
        return f"{value:g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0").rstrip(".")


def first_names(names: Iterable[str]) -> dict[str, str]:
    """The first word of each name, as people call one another (in Japanese the family's); told apart where it is shared.

    `Ben C.` where that is enough, else the whole name.
    """
    from onelog.core.name_matching import normalize  # noqa: PLC0415 - only where somebody is named

    names = [*dict.fromkeys(names)]
    ways = [(_first_word(name), _with_initial(name), name) for name in names]
    counts = [Counter(map(normalize, column)) for column in zip(*ways, strict=True)]
    return {
        name: next((one for one, count in zip(way, counts, strict=True) if count[normalize(one)] == 1), name)
        for name, way in zip(names, ways, strict=True)
    }


def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else name


def _with_initial(name: str) -> str:
    """`Ben C.` of Ben Carter; a name of one word, or of another script, whole."""
    parts = name.split()
    return f"{parts[0]} {parts[-1][0]}." if len(parts) > 1 and parts[-1][0].isupper() else name


def relation(word: str, language: str = "en") -> str:
    """What somebody is to me, in words: `skip` is my manager's manager (a skip by itself is a meeting left out)."""
    return say(language, "skip_level" if word == "skip" else word)


def every(rule: str, language: str = "en") -> str:
    """A cadence: `every 2 weeks on Tue`, 2週間ごと(火)."""
    if language != "ja":
        return recurrence.every_text(rule)
    found = re.fullmatch(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?(?:;BYDAY=([A-Z0-9,-]+))?", rule)
    if not found:
        return recurrence.every_text(rule)
    unit, each = _UNITS_JA[found[1]]
    days = re.sub(r"(-?\d?)([A-Z]{2})", _kanji, found[3]).replace(",", "・") if found[3] else ""
    return (f"{found[2]}{unit}ごと" if found[2] else each) + (f"({days})" if days else "")


_UNITS_JA = {
    "DAILY": ("日", "毎日"),
    "WEEKLY": ("週間", "毎週"),
    "MONTHLY": ("か月", "毎月"),
    "YEARLY": ("年", "毎年"),
}


def _kanji(code: re.Match[str]) -> str:
    """火 for `TU`, 第1火曜 for `1TU`, 最終火曜 for `-1TU`."""
    monday = date(2001, 1, 1)
    day = dates.weekday_text(monday + timedelta(days=("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(code[2])), "ja")
    if not code[1]:
        return day
    return ("最終" if code[1] == "-1" else f"第{code[1]}") + f"{day}曜"
