"""What is said when a record or a document cannot be changed in the editor."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "editor_failed_kept": (
        "The editor ended with code {code}; nothing was written.\nThe words are kept: onelog recover",
        "エディターがコード {code} で終了したため、何も保存していません。\n入力した内容は残っています：onelog recover",
    ),
    "left_empty": (
        "The document was left empty; nothing was changed.\nonelog delete {id} takes a record away.",
        "文書が空のままのため、何も変更していません。\n記録を削除するには：onelog delete {id}",
    ),
    "empty": (
        "The document is empty; nothing was changed.\nonelog delete {id} takes a record away.",
        "文書が空のため、何も変更していません。\n記録を削除するには：onelog delete {id}",
    ),
    "changed_meanwhile": (
        "{id} was changed meanwhile, in the same lines; nothing was written.\n"
        "Your text is kept: onelog recover shows it. Edit again, and take over from there what you need.",
        "編集している間に {id} の同じ行が変更されたため、保存していません。\n"
        "入力した内容は onelog recover で見られます。もう一度編集して、必要な部分を移してください。",
    ),
    "one_line": (
        "This document is one record: one line under the front matter.\nonelog note PERSON takes more.",
        "この文書は1件の記録です。先頭の項目の下に1行だけ書けます。\n複数行なら：onelog note 相手",
    ),
    "kind_in_meeting": (
        "{id} is a line of a meeting; its kind changes there.\nonelog edit {meeting}",
        "{id} は1on1の記録の中の1行です。種類はそちらで変更します。\nonelog edit {meeting}",
    ),
    "editor_failed": (
        "The editor ended with code {code}; nothing was changed.\n"
        "Choose one with ONELOG_EDITOR, for example ONELOG_EDITOR=nano.",
        "エディターがコード {code} で終了したため、何も変更していません。\n"
        "ONELOG_EDITOR で選べます。例：ONELOG_EDITOR=nano",
    ),
    "words_kept": (
        "{error}\nThe words are kept: onelog recover",
        "{error}\n入力した内容は残っています：onelog recover",
    ),
    "no_editor": (
        "The editor {command!r} could not be started.\nChoose one with ONELOG_EDITOR, for example ONELOG_EDITOR=nano.",
        "エディター「{command}」を起動できませんでした。\nONELOG_EDITOR で選べます。例：ONELOG_EDITOR=nano",
    ),
    "saved": (
        "What the editor saved",
        "エディターが保存した内容",
    ),
    "left_untouched": (
        "The document was left {how}; nothing was written.\n"
        "Write below its head, save, then leave; an editor in a window has to be told to wait, as in 'code --wait'.",
        "文書が{how}のため、何も保存していません。\n"
        "先頭の項目の下に書き、保存してから閉じてください。ウィンドウで開くエディターは 'code --wait' のように、閉じるまで待つ設定が必要です。",
    ),
    "as_it_was": (
        "as it was",
        "元のまま",
    ),
    "as_empty": (
        "empty",
        "空",
    ),
}
