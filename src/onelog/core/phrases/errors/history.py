"""What is said when a change cannot be taken back, or something cannot be erased."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "prune_is_for_all": (
        "--prune is for the whole log, not for one record.\nonelog delete {id} --for-good erases one.",
        "--prune は履歴全体を対象とします。1件だけには使えません。\n1件を完全に消すには：onelog delete {id} --for-good",
    ),
    "prune_how_old": (
        "How old may a change be that stays?\nFor example: onelog history --prune 1y",
        "どれだけ前までの変更を残しますか。\n例：onelog history --prune 1y",
    ),
    "prune_unasked": (
        "Nothing was taken out of the log.\n--yes does it without asking.",
        "履歴からは何も消していません。\n確認なしで消すには：--yes",
    ),
    "part_of_deleted": (
        "{id} belonged to something that was deleted as well.\nonelog history {id} tells to what.",
        "{id} が属していた記録も削除されています。\nどの記録かは：onelog history {id}",
    ),
    "name_taken": (
        "{name} is {owner} now.\nonelog history {id} tells since when.",
        "{name} は今は{owner}さんの名前です。\nいつからかは：onelog history {id}",
    ),
    "nothing_left": (
        "There is nothing left of {id}.\nonelog search finds by words, onelog timeline by time.",
        "{id} の内容は何も残っていません。\n"
        "言葉で探すには onelog search、時系列で見るには onelog timeline を使います。",
    ),
    "changed_outside": (
        "{id} was changed outside onelog, so change {change} cannot be taken back exactly.\n"
        "onelog show {id} and onelog history {id} show what is there.",
        "{id} は onelog の外で変更されたため、変更 {change} を正確に取り消せません。\n"
        "今の内容は onelog show {id} と onelog history {id} で見られます。",
    ),
    "erase_unasked": (
        'Nobody can be asked here for the {what}; nothing was erased.\n--confirm "{title}" does it without asking.',
        'ここでは{what}を確認できないため、何も消去していません。\n確認なしで消去するには：--confirm "{title}"',
    ),
    "erase_another": (
        "That is not the {what}; nothing was erased.\nIt is: {title}",
        "{what}が一致しないため、何も消去していません。\n正しくは：{title}",
    ),
    "full_name": (
        "full name",
        "フルネーム",
    ),
    "an_id": (
        "id",
        "ID",
    ),
    "undo_nothing": (
        "There is nothing to undo.\nonelog history lists what was done.",
        "取り消せる変更はありません。\n変更の一覧：onelog history",
    ),
    "redo_nothing": (
        "There is nothing to redo.\nonelog history lists what was done.",
        "やり直せる変更はありません。\n変更の一覧：onelog history",
    ),
    "person_stands_in": (
        (
            '{name} stands in {n} record.\nonelog people archive "{name}" hides somebody and keeps what was said.',
            '{name} stands in {n} records.\nonelog people archive "{name}" hides somebody and keeps what was said.',
        ),
        '{name}さんの記録が{n}件あります。\n記録を残したまま一覧から外すには：onelog people archive "{name}"',
    ),
    "old_changes_out": (
        "The old changes are out of the log",
        "古い変更は履歴から消えました",
    ),
    "erased_out": (
        "What was erased is out of the journal",
        "消去した内容は記録から消えました",
    ),
    "is_out": (
        "{title} is out of the journal",
        "{title} は記録から消えました",
    ),
    "erased_before_out": (
        "What was erased before is out of the journal",
        "以前に消去した内容は記録から消えました",
    ),
}
