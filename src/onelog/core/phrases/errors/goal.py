"""What is said of goals and their plans."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "how_ended": (
        "How did it end?\nonelog goals close {goal} --as achieved, missed or dropped",
        "結果はどうでしたか。\nonelog goals close {goal} --as achieved、missed、dropped のどれか",
    ),
    "plan_one_source": (
        "The steps come from one place: options, or --edit.\nLeave the others out.",
        "ステップは1か所から渡してください：オプションか --edit のどちらか。\nほかは外してください。",
    ),
    "plan_no_place": (
        "--{option} has no place in the plan of {id}: its day is past, or after that of an earlier step.\n"
        "onelog goals plan {id} shows the days there are.",
        "{id} の計画に --{option} は入れられません。その日が過ぎているか、前のステップより後です。\n"
        "計画の日付を見るには：onelog goals plan {id}",
    ),
    "unknown_or_new": (
        "No goal fits {word!r}.\nonelog goals lists them; onelog goals add TITLE makes one.",
        "「{word}」に当てはまる目標はありません。\n一覧：onelog goals　追加：onelog goals add タイトル",
    ),
    "unknown": (
        "No goal fits {word!r}.\nonelog goals lists them.",
        "「{word}」に当てはまる目標はありません。\n一覧：onelog goals",
    ),
    "empty_checkin": (
        "A check-in needs a value, some words, or both.\nFor example: onelog goals checkin mau 950000",
        "進捗記録には、値か内容、またはその両方が必要です。\n例：onelog goals checkin mau 950000",
    ),
    "plan_step_done": (
        '{title!r} ({id}) is done; it stays what it was.\nonelog goals plan {goal} --at "{day} WORDS" adds a step of that day.',
        '「{title}」（{id}）は達成済みで、そのまま残ります。\n同じ日にステップを足すには：onelog goals plan {goal} --at "{day} 言葉"',
    ),
    "plan_at_without_words": (
        '--at {said!r} is a day and what must be true then.\nFor example: --at "2028-06-30 two leads run their teams"',
        '--at {said!r} には、日付とその日までに実現することを書きます。\n例：--at "2028-06-30 リーダーが二人いる"',
    ),
    "plan_line_unknown": (
        "Line {line} is not understood.\nA step is written like: - 2027-01-31 what must be true",
        "{line}行目を読み取れません。\nステップの書き方：- 2027-01-31 その日までに実現すること",
    ),
    "plan_line_past": (
        "Line {line}: {day} is past.\nA step of a plan is still to come.",
        "{line}行目：{day} は過ぎています。\n計画のステップには、これからの日を書きます。",
    ),
    "plan_line_not_before": (
        "Line {line}: {day} is not before {by}, the day of {id}.\nA plan goes back from there.",
        "{line}行目：{day} は、{id} の期日 {by} より前ではありません。\n計画は期日から逆算します。",
    ),
    "plan_step_without_words": (
        "There are no words for the next step in line {line}.\nSay what it is.",
        "{line}行目：次のステップの内容がありません。\n内容を書いてください。",
    ),
    "plan_topic_with_whom": (
        "A topic is for the next meeting with somebody.\nonelog goals plan {id} … --with PERSON",
        "話題は、誰かとの次回の1on1で話すことです。\nonelog goals plan {id} … --with 相手",
    ),
    "needs_title": (
        'A goal needs a title.\nFor example: onelog goals add "One million users" --by eoq',
        '目標にはタイトルが必要です。\n例：onelog goals add "利用者100万人" --by eoq',
    ),
    "unknown_end": (
        "A goal cannot end as {status!r}.\n--as achieved, missed or dropped",
        "目標の結果に「{status}」はありません。\n--as achieved、missed、dropped のどれか",
    ),
    "under_itself": (
        "{id} would be under itself.\nPut it under another goal, or under none.",
        "{id} が自分自身の下位目標になってしまいます。\n別の目標の下に置くか、どこにも置かないでください。",
    ),
    "several_fit": (
        "Several goals fit {word!r}: {goals}.\nName the goal by its id.",
        "「{word}」に当てはまる目標が複数あります：{goals}\n目標の ID を指定してください。",
    ),
    "ended_already": (
        "{id} is {status} already (since {since}).\nonelog reopen {id}",
        "{id} はすでに「{status}」です（{since}から）。\nonelog reopen {id}",
    ),
    "plan_without_day": (
        "{id} has no day to plan backwards from.\nonelog change {id} by:{year}-03-31 gives it a day.",
        "{id} には期日がないため、逆算して計画できません。\n期日を付けるには：onelog change {id} by:{year}-03-31",
    ),
    "plan_day_past": (
        "The day of {id} is past ({by}), so there is nothing to plan back from.\n"
        "onelog change {id} by:{year}-03-31 gives it a day.",
        "{id} の期日（{by}）は過ぎているため、逆算して計画できません。\n"
        "期日を変えるには：onelog change {id} by:{year}-03-31",
    ),
    "plan_next_kind": (
        "Line {line} is a {kind}; the next step is an action or a topic.\n- [ ] words, or - topic: words",
        "{line}行目は{kind}です。次のステップは宿題か話題にします。\n「- [ ] 内容」か「- topic: 内容」",
    ),
    "plan_line": (
        "Line {line}: {error}.\n{error.hint}",
        "{line}行目：{error}。\n{error.hint}",
    ),
}
