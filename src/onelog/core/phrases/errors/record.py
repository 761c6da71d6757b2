"""What is said when an id is unknown, or a record is not what the command is for."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown_moment": (
        "There is no kind of moment {kind!r}.\nIt is one of {kinds}.",
        None,
    ),
    "unknown_kind": (
        "There is no kind {kind!r}.\nIt is one of {kinds}.",
        None,
    ),
    "drop_needs_why": (
        'Say why you drop it.\nonelog drop {ids} --why "the plan changed"',
        None,
    ),
    "ends_before_promise": (
        "{id} was promised on {day}; it cannot end before that.\nName a later --on day.",
        None,
    ),
    "ends_before_raised": (
        "{id} was raised on {day}; it cannot end before that.\nName a later --on day.",
        None,
    ),
    "open_already": (
        "{id} is open already.\nonelog show {id}",
        None,
    ),
    "deleted_for_good": (
        "{id} was deleted for good.\nonelog search finds by words, onelog timeline by time.",
        None,
    ),
    "deleted": (
        "{id} was deleted.\nonelog reopen {id} brings it back; onelog history {id} shows what it was.",
        None,
    ),
    "unknown": (
        "There is nothing with the id {id!r}.\nonelog search finds by words, onelog timeline by time.",
        None,
    ),
    "near": (
        "{error}\nDid you mean {near}?",
        None,
    ),
    "another_kind": (
        "{id} is {kind}; this is for {meant_for}.\nonelog show {id}",
        None,
    ),
    "cannot_end": (
        "{id} is {kind}; only an action, a concern or a topic ends.\nonelog show {id}",
        None,
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
        "記録",
    ),
    "a_skip": (
        "a skip",
        "見送り",
    ),
    "a_answer": (
        "an answer",
        "返事",
    ),
    "a_aha": (
        "an aha",
        "気づき",
    ),
    "a_praise": (
        "a praise",
        "称賛",
    ),
    "a_growth": (
        "a growth",
        "改善の助言",
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
        "a private",
        "非公開のメモ",
    ),
    "a_fact": (
        "a fact",
        "相手について知ったこと",
    ),
    "private": (
        "{id} is {kind}, shown here with --private only.\nonelog show {id} --private",
        None,
    ),
    "a_answer_about_concern": (
        "an answer about a concern",
        "懸念への返事",
    ),
    "a_fact_about_somebody": (
        "a fact about somebody",
        "相手について知ったこと",
    ),
    "a_private_note": (
        "a private note",
        "非公開のメモ",
    ),
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
    "this_praise": (
        "praise",
        "称賛",
    ),
    "this_growth": (
        "growth",
        "改善の助言",
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
        "相手について知ったこと",
    ),
    "this_note": (
        "note",
        "メモ",
    ),
    "this_answer": (
        "answer",
        "返事",
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
        None,
    ),
    "is_open": "open",
    "is_done": "done",
    "is_dropped": "dropped",
    "is_parked": (
        "parked",
        "保留中",
    ),
    "is_raised": (
        "raised",
        "話題にした",
    ),
    "is_resolved": (
        "resolved",
        "解消",
    ),
    "no_words": (
        "There are no words for this {kind}.\nFor example: onelog {word} 'what it is'",
        None,
    ),
    "several_lines": (
        "This {kind} is one line, and there are {lines}.\n"
        "Log several lines with onelog note PERSON, or write it in one.",
        None,
    ),
    "only_keys": (
        "There are no words for this {kind}: {why}.\nSay what it is, not only its keys.",
        None,
    ),
    "nothing_left": (
        "nothing is left beside its keys",
        None,
    ),
    "this_checkin": (
        "check-in",
        "進捗記録",
    ),
}
