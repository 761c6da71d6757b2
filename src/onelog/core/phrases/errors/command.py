"""What is said of the command line itself."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "not_together": (
        "{one} and {other} do not go together.\nLeave one out.",
        "{one} と {other} は一緒に使えません。\nどちらかを外してください。",
    ),
    "trust_clock_alone": (
        "--trust-clock says how to mend.\nonelog doctor --mend --trust-clock",
        "--trust-clock は修復の方法を指定するものです。\nonelog doctor --mend --trust-clock",
    ),
    "mine_or_theirs": (
        "--mine and --theirs exclude each other.\nLeave both out to see all.",
        "--mine と --theirs は一緒に使えません。\n両方外すと、すべて表示します。",
    ),
    "person_or_team": (
        "Choose one person or the team.\nonelog prep PERSON, or onelog prep --all --on mon",
        "1人かチーム全体のどちらかです。\nonelog prep 相手、または onelog prep --all --on mon",
    ),
    "prep_whom": (
        "Who are you meeting?\nonelog prep PERSON; onelog prep --all has everybody",
        "誰との1on1ですか。\nonelog prep 相手　全員分：onelog prep --all",
    ),
    "color": (
        "--color is auto, always or never, not {color!r}.\nFor example: onelog --color never timeline",
        "--color は auto、always、never のどれかです（「{color}」は使えません）。\n例：onelog --color never timeline",
    ),
    "part_missing": (
        "A part of onelog is missing.\nInstall onelog again.",
        "onelog の一部のファイルがありません。\nonelog をインストールし直してください。",
    ),
    "not_with_on": (
        "--on and {other} do not go together.\nLeave one out.",
        "--on と {other} は一緒に使えません。\nどちらかを外してください。",
    ),
    "did_you_mean": (
        "Did you mean {names}?",
        "もしかして：{names}",
    ),
    "no_help": (
        "There is no help on {word!r}.\n{hint}",
        "「{word}」についてのヘルプはありません。\n{hint}",
    ),
    "prep_or_raw": (
        "--prep begins in the editor; --raw reads nothing.\nLeave one out.",
        "--prep はエディターで始めますが、--raw は読み取りをしません。\nどちらかを外してください。",
    ),
    "prep_or_file": (
        "--prep begins in the editor; --file has its own document.\nLeave one out.",
        "--prep はエディターで始めますが、--file には別の文書があります。\nどちらかを外してください。",
    ),
    "not_utf8": (
        "{what} is not UTF-8 text; nothing was changed.\n"
        "Convert it: printf '%s' WORDS | iconv -f latin1 -t utf-8, and - for the words of a pipe.",
        "{what} の内容が UTF-8 の文字ではないため、何も変更していません。\n"
        "変換してください：printf '%s' WORDS | iconv -f latin1 -t utf-8　パイプの内容は - で渡せます。",
    ),
    "answer_lost": (
        "The command worked, but its output could not be written: {reason}.\n"
        "Do not repeat it; onelog history shows what was changed.",
        "処理は完了しましたが、結果を出力できませんでした：{reason}。\n"
        "もう一度実行しないでください。変更の内容：onelog history",
    ),
    "nobody_takes_it": (
        "nobody is reading it",
        "出力先が閉じられています",
    ),
}
