"""What is said when an export cannot be written or read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "folder_without_name": (
        "A folder needs a name.\nonelog export --format folder -o NAME",
        "フォルダーの名前が必要です。\nonelog export --format folder -o 名前",
    ),
    "alarm_without_calendar": (
        "An alarm is for a calendar.\nLeave it out, or --format ics",
        "通知を付けられるのはカレンダーだけです。\n外すか、--format ics を付けてください。",
    ),
    "theirs_without_tasks": (
        "--theirs is for tasks.\nLeave it out, or --format todo, or --format taskwarrior",
        "--theirs はタスクの書き出しのときだけ使えます。\n外すか、--format todo または --format taskwarrior を付けてください。",
    ),
    "obsidian_without_folder": (
        "--obsidian is for a folder.\nLeave it out, or --format folder",
        "--obsidian はフォルダーに書き出すときだけ使えます。\n外すか、--format folder を付けてください。",
    ),
    "unknown_style": (
        "--obsidian is not {word!r}.\n--obsidian emoji (for Tasks), or --obsidian dataview",
        "--obsidian に「{word}」は使えません。\n--obsidian emoji（Tasks 用）か --obsidian dataview",
    ),
    "unknown_order": (
        "There is no order by {order!r}.\n--by day, or --by person",
        "「{order}」という並べ方はありません。\n--by day か --by person",
    ),
    "only_markdown": (
        "--by and --ids are for Markdown.\nLeave them out, or --format md",
        "--by と --ids は Markdown のときだけ使えます。\n外すか、--format md にしてください。",
    ),
    "unknown_format": (
        "There is no format {word!r}.\nIt is one of {formats}.",
        "「{word}」という形式はありません。\n使えるもの：{formats}",
    ),
    "folder_there": (
        "{path} is there already.\nName a new folder, an empty one, or one that the same export has made.",
        "{path} はすでにあります。\n新しいフォルダー、空のフォルダー、同じ書き出しで作ったフォルダーを指定してください。",
    ),
    "folder_of_another": (
        "{path} holds another export.\nName another folder, or refresh it: onelog export{asked} --format folder -o {path}",
        "{path} には別の書き出しがあります。\n別のフォルダーを指定するか、更新してください：onelog export{asked} --format folder -o {path}",
    ),
    "holds_no_text": (
        "{file} has characters that are not text: NUL, or half a character.\nRemove it, and import the result.",
        "{file} に文字でないもの（NUL や文字の半分）が含まれています。\n取り除いてから取り込んでください。",
    ),
    "unknown_list": (
        "{file}: {name} is not a list that this onelog knows; nothing was imported.\nExport again, and import that.",
        "{file}：{name} はこの onelog が知らないリストです。何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "not_a_list": (
        "{file}: {name} is not a list; nothing was imported.\nExport again, and import that.",
        "{file}：{name} がリストではないため、何も取り込んでいません。\nもう一度書き出してから取り込んでください。",
    ),
    "not_a_record": (
        "{file}: {name}, record {n}: it is not a record; nothing was imported.\nExport again, and import that.",
        "{file}：{name} の {n} 件目が記録ではないため、何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "under_itself": (
        "{file}: goals, record {n}: it is under itself; nothing was imported.\nExport again, and import that.",
        "{file}：goals の {n} 件目が自分自身の下にあるため、何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "not_one_because": (
        "{file} is not an export of onelog: {why}.\nExport again, and import that.",
        "{file} は onelog の書き出しではありません（{why}）。\nもう一度書き出してから取り込んでください。",
    ),
    "newer": (
        "{file} is from a newer onelog.\nUpdate onelog.",
        "{file} は新しい onelog の書き出しです。\nonelog を更新してください。",
    ),
    "line_unreadable": (
        "line {line} cannot be read",
        "{line}行目を読み取れません",
    ),
    "key_twice": ("a key appears twice in one record", "1件の記録に同じ項目が2回あります"),
    "not_in_json": ("{name} is not a number", "{name} は数値ではありません"),
    "cannot_read": ("it cannot be read", "読み取れません"),
    "too_deep": (
        "it is nested too deeply",
        "入れ子が深すぎます",
    ),
    "line": (
        ", line {line}",
        "の{line}行目",
    ),
    "bad_record": (
        "{file}{at}: {name}, record {n}: {why}.\nNothing was imported. Export again, and import that.",
        "{file}{at}：{name} の {n} 件目：{why}。\n何も取り込んでいません。もう一度書き出してから取り込んでください。",
    ),
    # what is wrong with a record: the end of a sentence that says where it stands
    "missing": ("{key} is missing", "{key} がありません"),
    "wrong": ("{key} is wrong", "{key} の値が正しくありません"),
    "several_lines": ("{key} has several lines", "{key} が複数行になっています"),
    "empty": ("{key} is empty", "{key} が空です"),
    "no_id": ("{key} is not a onelog id", "{key} が onelog のIDではありません"),
    "no_uuid": ("{key} is not a UUID", "{key} がUUIDではありません"),
    "none_of": ("{key} is none of {choices}", "{key} は次のいずれかです（{choices}）"),
    "out_of_range": ("{key} goes from 1 to {most}", "{key} は1から{most}までです"),
    "no_number": ("{key} is not a number that can be stored", "{key} が保存できる数ではありません"),
    "twice": ("{key} has a value twice", "{key} に同じものが2回あります"),
    "no_day": ("{key} is not a day (2026-01-31)", "{key} が日付として正しくありません（例：2026-01-31）"),
    "no_time": (
        "{key} is not a time with its offset (2026-01-31T14:00:00+09:00)",
        "{key} が時差付きの日時ではありません（例：2026-01-31T14:00:00+09:00）",
    ),
    "no_cadence": ("{key} is not a cadence", "{key} が頻度として読めません"),
    "no_hour": ("{key} is not a time of day (14:00)", "{key} が時刻ではありません（例：14:00）"),
    "ends_front": ("{key} holds the end of a front matter", "{key} に前付け（front matter）の終わりが含まれています"),
    "bad_value": ("{key} has an impossible value", "{key} にありえない値があります"),
    "label_taken": ("{key} is another one's too", "{key} がほかの記録と重なっています"),
    "unknown_key": ("{word} is not a key that this onelog knows", "{word} はこの onelog が知らない項目です"),
    "id_taken": ("its id or uid is another record's too", "id または uid がほかの記録と重なっています"),
    "not_in_file": (
        "{key} is {label}, which this file does not have",
        "{key} の {label} がこのファイルにありません",
    ),
    "other_meeting": ("meeting is not the one it stands in", "meeting が、含まれている1on1と違います"),
    "every_and_rule": ("every and rule do not go together", "every と rule が合っていません"),
    "name_taken": ("its name or alias is another one's too", "名前または別名がほかの相手と重なっています"),
    "two_next": (
        "its person has notes for the next meeting already",
        "この相手には次回のメモがすでにあります",
    ),
    "other_goal": ("goal is not the one it stands with", "goal が、含まれている目標と違います"),
    "until_before": ("until is not after at", "until が at より後ではありません"),
    "about_two": ("about and about_uid are not of one record", "about と about_uid が同じ記録を指していません"),
    "first_alias": ("alias is not the first of aliases", "alias が aliases の先頭ではありません"),
    "no_record_there": (
        "body has a place for a record that is not there",
        "body に、存在しない記録の場所があります",
    ),
}
