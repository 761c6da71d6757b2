"""What is said when an export cannot be written or read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "folder_without_name": (
        "A folder needs a name.\nonelog export --format folder -o NAME",
        "フォルダの名前が必要です。\nonelog export --format folder -o 名前",
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
        "--obsidian はフォルダに書き出すときだけ使えます。\n外すか、--format folder を付けてください。",
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
        "{path} はすでにあります。\n新しいフォルダ、空のフォルダ、同じ書き出しで作ったフォルダを指定してください。",
    ),
    "folder_of_another": (
        "{path} holds another export.\nName another folder, or refresh it: onelog export{asked} --format folder -o {path}",
        "{path} には別の書き出しがあります。\n別のフォルダを指定するか、更新してください：onelog export{asked} --format folder -o {path}",
    ),
    "holds_no_text": (
        "{file} holds what is no text: NUL, or half a character.\nTake it out, and bring that in.",
        "{file} に文字でないもの（NUL や文字の半分）が含まれています。\n取り除いてから取り込んでください。",
    ),
    "unknown_list": (
        "{file}: {name} is no list that this onelog knows; nothing was taken.\nExport again, and bring that in.",
        "{file}：{name} はこの onelog が知らないリストです。何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "not_a_list": (
        "{file}: {name} is not a list; nothing was taken.\nExport again, and bring that in.",
        "{file}：{name} がリストではないため、何も取り込んでいません。\nもう一度書き出してから取り込んでください。",
    ),
    "not_a_record": (
        "{file}: {name}, record {n}: it is no record; nothing was taken.\nExport again, and bring that in.",
        "{file}：{name} の {n} 件目が記録ではないため、何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "under_itself": (
        "{file}: goals, record {n}: it is under itself; nothing was taken.\nExport again, and bring that in.",
        "{file}：goals の {n} 件目が自分自身の下にあるため、何も取り込んでいません。\n"
        "もう一度書き出してから取り込んでください。",
    ),
    "not_one_because": (
        "{file} is not an export of onelog: {why}.\nExport again, and bring that in.",
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
    "too_deep": (
        "it is nested too deeply",
        "入れ子が深すぎます",
    ),
    "line": (
        ", line {line}",
        "の{line}行目",
    ),
    "bad_record": (
        "{file}{at}: {name}, record {n}: {why}; nothing was taken.\nExport again, and bring that in.",
        "{file}{at}：{name} の {n} 件目：{why}。何も取り込んでいません。\nもう一度書き出してから取り込んでください。",
    ),
}
