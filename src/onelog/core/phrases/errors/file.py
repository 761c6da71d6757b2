"""What is said of files and folders that cannot be read or written."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "not_a_file": (
        "{path} is not a file.\nCopy it into a file first.",
        "{path} はファイルではありません。\n先に内容をファイルにコピーしてください。",
    ),
    "unreadable": (
        "{path} cannot be read: {reason}.\nLook at its name and permissions.",
        "{path} を読み取れません：{reason}。\n名前と権限を確認してください。",
    ),
    "editor_failed": (
        "The editor ended with code {code}.\nLook into {file}.",
        "エディターがコード {code} で終了しました。\n{file} を確認してください。",
    ),
    "config_unreadable": (
        "{file} cannot be read: {reason}.\nLook what it is, and at its permissions.",
        "{file} を読み取れません：{reason}。\nファイルの種類と権限を確認してください。",
    ),
    "missing": (
        "There is no file {path}.\nLook at its name.",
        "{path} というファイルはありません。\n名前を確認してください。",
    ),
    "no_home_for_man": (
        "There is no home folder for the man pages.\nSet HOME.",
        "マニュアルページを置くホームフォルダーがありません。\nHOME を設定してください。",
    ),
    "there_already": (
        "{path} is there already.\nChoose another name, or move it away.",
        "{path} はすでにあります。\n別の名前にするか、先に移してください。",
    ),
    "no_folder": (
        "There is no folder {folder}.\nMake it, or choose another one.",
        "{folder} というフォルダーはありません。\nフォルダーを作るか、別の場所を指定してください。",
    ),
    "unwritable": (
        "{path} cannot be written: {reason}.\nLook at the folder, or choose another one.",
        "{path} に書き込めません：{reason}。\nフォルダーを確認するか、別の場所を指定してください。",
    ),
    "home_not_set": (
        "There is no home folder: HOME is not set.\nSet it, or name a journal with --journal.",
        "ホームフォルダーがありません（HOME が設定されていません）。\n"
        "HOME を設定するか、--journal で記録の場所を指定してください。",
    ),
    "home_is": (
        "There is no home folder: HOME is {home}.\nSet it, or name a journal with --journal.",
        "ホームフォルダーがありません（HOME は {home} です）。\n"
        "HOME を設定するか、--journal で記録の場所を指定してください。",
    ),
    "not_whole": (
        "{variable} is {path!r}, which is not a whole path.\nLet it begin at the root: /…",
        "{variable} の「{path}」は完全なパスではありません。\n/ から始まるパスにしてください。",
    ),
    "nobodys_home": (
        "{path} begins with nobody's home.\nName it by its whole path.",
        "{path} は存在しない人のホームフォルダーを指しています。\n完全なパスで指定してください。",
    ),
    "unreadable_to_you": (
        "{path} cannot be read: {reason}.\nLook at its owner and permissions.",
        "{path} を読み取れません：{reason}。\n所有者と権限を確認してください。",
    ),
    "no_room": (
        "{place} cannot be written to: {reason}.\nFree some space, then try again.",
        "{place} に書き込めません：{reason}。\n空き容量を確保してから、もう一度お試しください。",
    ),
    "folder_unreadable": (
        "{path} cannot be read: {reason}.\nLook at its permissions.",
        "{path} を読み取れません：{reason}。\n権限を確認してください。",
    ),
    "place_unwritable": (
        "{place} cannot be written to: {reason}.\nLook at its permissions.",
        "{place} に書き込めません：{reason}。\n権限を確認してください。",
    ),
    "target_unwritable": (
        "{path} cannot be written: {reason}.\nFree some space, or name another place.",
        "{path} に書き込めません：{reason}。\n空き容量を確保するか、別の場所を指定してください。",
    ),
    "place_unusable": (
        "{place} cannot be used: {reason}.\nLook at its permissions.",
        "{place} を使えません：{reason}。\n権限を確認してください。",
    ),
    "too_large": (
        "{what} has more than {megabytes} MB.\nSplit it into several.",
        "{what} は {megabytes} MB を超えています。\n分けてください。",
    ),
    "it_is_too_large": ("it is too large", "大きすぎます"),
    "it_is_no_file": "errors.import_.is_no_file",
    "knows_no_locks": ("it cannot lock files", "ファイルをロックできません"),
    "pipe": (
        "What came through the pipe",
        "パイプで渡された内容",
    ),
}
