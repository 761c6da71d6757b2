"""What is said when a record cannot be changed in one line, and which command can."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "no_record": (
        "Say what to change.\nonelog change ID due:+1w; lists show the ids, and last is the newest.",
        "何を変えるか指定されていません。\nonelog change ID due:+1w（ID は一覧にあります。last は最新の記録）",
    ),
    "no_changes": (
        "Say how to change it.\nFor example: onelog change {id} due:+1w",
        "どう変えるか指定されていません。\n例：onelog change {id} due:+1w",
    ),
    "said_twice": ("{key}: appears twice.\nUse it once.", "{key}：が2回書かれています。\n1回だけ書いてください。"),
    "no_value": (
        "{key}: has nothing after it.\n{key}:none removes it.",
        "{key}：の後に何もありません。\n消すには：{key}:none",
    ),
    "no_option": ("{option} is not an option here.\nUse {key}:…", "{option} は使えません。\n{key}:… と書きます。"),
    "says_nothing": (
        '{word!r} is not a change.\nTo change the words of a record: text:"…"',
        '「{word}」が何の変更か分かりません。\n記録の言葉を変えるには：text:"…"',
    ),
    "no_key": ("{key}: cannot be changed.\nKnown: {known}", "{key}：は変えられません。\n使えるもの：{known}"),
    "no_key_near": (
        "{key}: cannot be changed.\nDid you mean {near}:?",
        "{key}：は変えられません。\n{near}：ですか。",
    ),
    "not_here": (
        "{id} is {kind}; it has no {key}: to change.\nIt has: {known}",
        "{id} は{kind}のため、{key}：は使えません。\n使えるもの：{known}",
    ),
    "not_here_meeting": (
        "{id} is {kind}; it has no {key}: to change.\n"
        "onelog change {meeting} {key}:{words} changes the meeting it is in.",
        "{id} は{kind}のため、{key}：は使えません。\n含まれている1on1を変えるには：onelog change {meeting} {key}:{words}",
    ),
    "not_here_inside": (
        "{id} is {kind}; it has no {key}: to change.\nThe records in it have one ({ids}): onelog change {one} …",
        "{id} は{kind}のため、{key}：は使えません。\n中の記録（{ids}）にはあります：onelog change {one} …",
    ),
    "move": (
        "{id} plans the next meeting with {name}. To change it, plan it again.\nonelog move {quoted} {when}",
        "{id} は{name}との次の1on1の予定です。変えるには、もう一度予定を入れてください。\nonelog move {quoted} {when}",
    ),
    "nothing_changes": (
        "{id} is {kind} and cannot be changed.\nonelog delete {id} removes it; then record it again.",
        "{id} は{kind}で、変えられません。\n削除してから記録し直してください：onelog delete {id}",
    ),
    "person": (
        "{id} is {name}, a person.\nonelog people edit {quoted} {options}",
        "{id} は {name}（人）です。\nonelog people edit {quoted} {options}",
    ),
    "status": (
        "change does not set the status of {id}.\nonelog done {id}, onelog drop {id} or onelog reopen {id}",
        "{id} の状態はここでは変えられません。\nonelog done {id}、onelog drop {id}、onelog reopen {id}",
    ),
    "status_goal": (
        "change does not set the status of {id}.\nonelog goals close {id} --as achieved, missed or dropped; onelog reopen {id}",
        "{id} の状態はここでは変えられません。\nonelog goals close {id} --as achieved（missed、dropped）、onelog reopen {id}",
    ),
    "note": (
        "Change the note of {id} in its document.\nonelog edit {id}",
        "{id} の本文は文書の中で変えます。\nonelog edit {id}",
    ),
    "checkin": (
        "{id} is a check-in; {key}: belongs to its goal.\nonelog change {goal} {key}:{words}",
        "{id} は目標の記録です。{key}：は目標のものです。\nonelog change {goal} {key}:{words}",
    ),
    "goal_value": (
        "The value of {id} comes from its check-ins.\nonelog goals checkin {id} {words}",
        "{id} の値は目標の記録から決まります。\nonelog goals checkin {id} {words}",
    ),
    "no_feedback": (
        "{word!r} is neither praise nor growth.\nas:praise, as:growth, or as:none for a plain topic.",
        "「{word}」は称賛でも成長でもありません。\nas:praise、as:growth、ただの話題にするには as:none",
    ),
    "not_to_give": (
        "{id} has ended; it is no longer feedback to give.\nonelog reopen {id}",
        "{id} はもう終わっています。これから伝えることにはできません。\nonelog reopen {id}",
    ),
    "not_ended": (
        "{id} is still open.\n{command}",
        "{id} はまだ終わっていません。\n{command}",
    ),
    "ends_before": (
        "{id} began on {day}; it cannot end before that.\nName a later day.",
        "{id} の始まりは{day}です。それより前に終えることはできません。\nそれ以降の日を指定してください。",
    ),
    "needed": (
        "{id} needs its {key}.\nonelog show {id} shows it.",
        "{id} の {key} は消せません。\nonelog show {id}",
    ),
    "with_somebody": (
        "{id} has to be with somebody.\nonelog change {id} with:NAME gives it to somebody else.",
        "{id} には相手が必要です。\n別の人に移すには：onelog change {id} with:名前",
    ),
    "nobody_is_them": (
        "{id} is with nobody, so there is no @them.\nonelog change {id} with:NAME @them",
        "{id} には相手がいないため、@相手 は使えません。\nonelog change {id} with:名前 @相手",
    ),
    "name_doubtful": ("{doubt}.\nonelog people lists everybody.", "{doubt}。\n全員を見るには：onelog people"),
    "to_themselves": (
        "{id} would be from and to the same person.\nfrom:NAME says who gave it, to:NAME who got it.",
        "{id} の送り手と受け手が同じ人になります。\nfrom:名前 は送り手、to:名前 は受け手です。",
    ),
    "empty_checkin": (
        "A check-in needs a value, some words, or both.\nonelog delete {id} deletes it.",
        "目標の記録には値か言葉が必要です。\n削除するには：onelog delete {id}",
    ),
    "no_return": (
        "{id} has ended; it does not come back.\nonelog reopen {id}",
        "{id} は終わっているため、繰り返せません。\nonelog reopen {id}",
    ),
    "no_cadence": (
        "{id} does not come back.\nonelog change {id} every:4w makes it a standing topic.",
        "{id} は繰り返しません。\n定例の話題にするには：onelog change {id} every:4w",
    ),
    "out_of_scale": (
        "{doubt}.\nFor example: {name}:{high}",
        "{doubt}。\n例：{name}:{high}",
    ),
    "nothing_there": (
        "There is nothing to pick from.\nonelog timeline and onelog actions --all show what there is.",
        "選べるものがありません。\n記録を見るには：onelog timeline、onelog actions --all",
    ),
    "nobody_there": (
        "There is nobody to pick.\nonelog people add NAME adds somebody.",
        "選べる人がいません。\n追加するには：onelog people add 名前",
    ),
    "nothing_picked": ("Nothing was picked; nothing was changed.", "何も選ばれなかったため、何も変更していません。"),
    "of_key": ("{key}: {error}\n{error.hint}", "{key}: {error}\n{error.hint}"),
    "nothing_last": (
        "There is no last record: nothing you made or changed is still there.\nonelog timeline and onelog actions show the ids.",
        "最後に記録したものがありません。\nID を見るには：onelog timeline、onelog actions",
    ),
    "several_last": (
        "The last change has several records that fit: {ids}.\nName one by its id.",
        "最後の変更で当てはまる記録が複数あります：{ids}\nID で1つ指定してください。",
    ),
    "never_met": (
        "You have not met {name} yet.\nonelog log {quoted} records one.",
        "{name} との1on1はまだありません。\n記録するには：onelog log {quoted}",
    ),
}
