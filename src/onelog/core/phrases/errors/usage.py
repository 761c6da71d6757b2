"""What is said of a command line that cannot be read, and of what goes wrong inside."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "missing_argument": (
        "Missing argument '{name}'.",
        "引数「{name}」が足りません。",
    ),
    "missing_option": (
        "Missing option '{name}'.",
        "オプション「{name}」が足りません。",
    ),
    "no_command": (
        "No such command '{name}'.",
        "「{name}」というコマンドはありません。",
    ),
    "no_option": (
        "No such option: {name}.",
        "{name} というオプションはありません。",
    ),
    "extra": (
        "Got unexpected extra argument(s) ({words}).",
        "余分な引数「{words}」があります。",
    ),
    "needs_value": (
        "Option '{name}' requires an argument.",
        "オプション {name} には値が必要です。",
    ),
    "takes_no_value": (
        "Option '{name}' does not take a value.",
        "オプション {name} に値は付けられません。",
    ),
    "not_a_number": (
        "Invalid value for '{name}': {value} is not a valid {kind}.",
        "{name} の値 {value} は整数ではありません。",
    ),
    "out_of_range": (
        "Invalid value for '{name}': {value} is not in the range {range}.",
        "{name} の値 {value} は範囲外です（{range}）。",
    ),
    "how_used": (
        "{command} --help shows how it is used.",
        "使い方：{command} --help",
    ),
    "and_how_used": (
        "{mean} {command} --help shows how it is used.",
        "{mean}　使い方：{command} --help",
    ),
    "every_command": (
        "onelog help --all lists every command.",
        "コマンドの一覧：onelog help --all",
    ),
    "somebody": (
        "onelog show {name}, or onelog prep {name}?",
        "onelog show {name} か onelog prep {name} ですか。",
    ),
    "system": (
        "{what}.\nNothing more was written.",
        "{what}。\nこれ以上は書き込んでいません。",
    ),
    "system_file": (
        "{what}: {file}.\nNothing more was written.",
        "{what}：{file}。\nこれ以上は書き込んでいません。",
    ),
    "system_refused": (
        "The system refused",
        "システムに拒否されました",
    ),
    "no_text": (
        "There is something among the words that is not text.\nWrite it as UTF-8.",
        "文字でないものが含まれています。\nUTF-8 で書いてください。",
    ),
    "too_large": (
        "This is too large to be understood.\nSplit it.",
        "大きすぎて読み取れません。\n分けてください。",
    ),
    "inside": (
        "Something went wrong inside onelog ({kind}).\nONELOG_DEBUG=1 shows where; please report it.",
        "onelog の内部で問題が起きました（{kind}）。\n"
        "ONELOG_DEBUG=1 を付けて実行すると場所が分かります。ご報告ください。",
    ),
}
