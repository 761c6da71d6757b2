"""What is said when an id is unknown, or a record is not what the command is for."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown_moment": (
        "There is no kind of moment {kind!r}.\nIt is one of {kinds}.",
        "「{kind}」という種類の記録はありません。\n使えるもの：{kinds}",
    ),
    "unknown_kind": (
        "There is no kind {kind!r}.\nIt is one of {kinds}.",
        "「{kind}」という種類はありません。\n使えるもの：{kinds}",
    ),
    "drop_needs_why": (
        'Say why you drop it.\nonelog drop {ids} --why "the plan changed"',
        '取りやめる理由を書いてください。\nonelog drop {ids} --why "計画が変わった"',
    ),
    "ends_before_promise": (
        "{id} was promised on {day}; it cannot end before that.\nName a later --on day.",
        "{id} は{day}に約束したものです。それより前に終えることはできません。\n--on でそれ以降の日を指定してください。",
    ),
    "ends_before_raised": (
        "{id} was raised on {day}; it cannot end before that.\nName a later --on day.",
        "{id} は{day}に記録したものです。それより前に終えることはできません。\n--on でそれ以降の日を指定してください。",
    ),
    "open_already": (
        "{id} is open already.\nonelog show {id}",
        "{id} はすでに未完了の状態です。\nonelog show {id}",
    ),
    "deleted_for_good": (
        "{id} was deleted for good.\nonelog search finds by words, onelog timeline by time.",
        "{id} は完全に削除されています。\n言葉で探すには onelog search、時系列で見るには onelog timeline を使います。",
    ),
    "deleted": (
        "{id} was deleted.\nonelog reopen {id} brings it back; onelog history {id} shows what it was.",
        "{id} は削除されています。\n元に戻す：onelog reopen {id}　内容を見る：onelog history {id}",
    ),
    "unknown": (
        "There is nothing with the id {id!r}.\nonelog search finds by words, onelog timeline by time.",
        "ID「{id}」の記録はありません。\n言葉で探すには onelog search、時系列で見るには onelog timeline を使います。",
    ),
    "near": (
        "{error}\nDid you mean {near}?",
        "{error}\nもしかして：{near}",
    ),
    "another_kind": (
        "{id} is {kind}; this is for {meant_for}.\nonelog show {id}",
        "{id} は{kind}です。このコマンドは{meant_for}に使います。\nonelog show {id}",
    ),
    "cannot_end": (
        "{id} is {kind}; only an action, a concern or a topic ends.\nonelog show {id}",
        "{id} は{kind}です。終えられるのは宿題、懸念、話題だけです。\nonelog show {id}",
    ),
    "a_person": (
        "a person",
        "相手",
    ),
    "a_meeting": (
        "a meeting",
        "1on1の記録",
    ),
    "a_action": (
        "an action",
        "宿題",
    ),
    "a_topic": (
        "a topic",
        "話題",
    ),
    "a_goal": (
        "a goal",
        "目標",
    ),
    "a_moment": (
        "a moment",
        "要点",
    ),
    "a_checkin": (
        "a check-in",
        "目標の記録",
    ),
    "a_skip": (
        "a skip",
        "見送り",
    ),
    "a_answer": (
        "an answer",
        "確認メモ",
    ),
    "a_aha": (
        "an aha moment",
        "気づき",
    ),
    "a_praise": (
        "praise",
        "称賛",
    ),
    "a_growth": (
        "growth feedback",
        "成長",
    ),
    "a_concern": (
        "a concern",
        "懸念",
    ),
    "a_win": "spark.win",
    "a_decision": (
        "a decision",
        "決定",
    ),
    "a_private": (
        "a private note",
        "非公開のメモ",
    ),
    "a_fact": (
        "a fact",
        "覚え書き",
    ),
    "no_page": (
        "{id} is {kind}, and only people have a page.\nonelog show {id} --md",
        "{id} は{kind}です。ページがあるのは相手だけです。\nonelog show {id} --md",
    ),
    "one_format": (
        "It is one of {formats}, not all of them.\nLeave the others out.",
        "{formats} は一緒に使えません。\nどれか一つにしてください。",
    ),
    "unknown_format": (
        "A record has no format {format!r}.\nIt is one of md, html, json.",
        "記録に「{format}」という形式はありません。\n使えるもの：md、html、json",
    ),
    "json_into_file": (
        "JSON goes to standard output.\nLeave out -o, and send it into a file: > FILE",
        "JSONは標準出力に書かれます。\n-o を外し、> ファイル名 で保存してください。",
    ),
    "private": (
        "{id} is {kind}, shown here with --private only.\nonelog show {id} --private",
        "{id} は{kind}です。ここでは --private を付けたときだけ表示します。\nonelog show {id} --private",
    ),
    "a_answer_about_concern": (
        "an answer about a concern",
        "懸念の確認メモ",
    ),
    "a_fact_about_somebody": (
        "a fact about somebody",
        "相手についての覚え書き",
    ),
    "a_private_note": "errors.record.a_private",
    "this_action": (
        "action",
        "宿題",
    ),
    "this_topic": (
        "topic",
        "話題",
    ),
    "this_goal": (
        "goal",
        "目標",
    ),
    "this_aha": (
        "aha",
        "気づき",
    ),
    "this_praise": "errors.record.a_praise",
    "this_growth": (
        "growth",
        "成長",
    ),
    "this_concern": (
        "concern",
        "懸念",
    ),
    "this_win": (
        "win",
        "成果",
    ),
    "this_decision": (
        "decision",
        "決定",
    ),
    "this_fact": (
        "fact",
        "覚え書き",
    ),
    "this_private": ("private", "非公開"),
    "this_note": (
        "note",
        "メモ",
    ),
    "this_answer": (
        "answer",
        "確認メモ",
    ),
    "this_outcome": (
        "outcome",
        "結果",
    ),
    "this_reason": (
        "reason",
        "理由",
    ),
    "ended_already": (
        "{id} is {status} already (since {since}).\nonelog reopen {id} opens it again.",
        "{id} はすでに「{status}」です（{since}から）。\nもう一度開くには：onelog reopen {id}",
    ),
    "is_open": "open",
    "is_done": "done",
    "is_dropped": "dropped",
    "is_parked": "parked",
    "is_raised": "raised",
    "is_resolved": "change.field_resolved",
    "no_words": (
        "There are no words for this {kind}.\nFor example: onelog {word} 'what it is'",
        "{kind}の内容がありません。\n例：onelog {word} '内容'",
    ),
    "several_lines": (
        "This {kind} is one line, and there are {lines}.\n"
        "Log several lines with onelog note PERSON, or write it in one.",
        "{kind}は1行で書きます（今は{lines}行あります）。\n"
        "複数行なら onelog note 相手 で記録するか、1行にまとめてください。",
    ),
    "only_keys": (
        "There are no words for this {kind}: {why}.\nSay what it is, not only its keys.",
        "{kind}の内容がありません：{why}。\nキーだけでなく、内容も書いてください。",
    ),
    "nothing_left": (
        "nothing is left beside its keys",
        "キーのほかに何も書かれていません",
    ),
    "this_checkin": (
        "check-in",
        "進捗記録",
    ),
    "this_person": (
        "person",
        "相手",
    ),
    "this_meeting": (
        "meeting",
        "1on1の記録",
    ),
    "this_moment": (
        "moment",
        "要点",
    ),
    "this_skip": (
        "skip",
        "見送り",
    ),
}
