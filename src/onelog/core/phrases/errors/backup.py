"""What is said when a backup cannot be made, found or restored."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "key_needs_encrypt": (
        "Only an encrypted backup has a recovery key.\nonelog backup --encrypt",
        "復元キーがあるのは、暗号化したバックアップだけです。\nonelog backup --encrypt",
    ),
    "looks_like_option": (
        "A backup is not called {path}.\nonelog backup --list lists them; ./{path} names a file.",
        "{path} というバックアップはありません。\n一覧：onelog backup --list　ファイル名として使うには：./{path}",
    ),
    "list_takes_no_path": (
        "--list lists the backups next to the journal; it takes no PATH.\nonelog backup --list",
        "--list は記録の横にあるバックアップの一覧です。パスは指定できません。\nonelog backup --list",
    ),
    "another_journal": (
        "This backup is of another journal: they have no record in common.\n--yes restores it.",
        "別の記録のバックアップです。共通する記録がありません。\nそれでも復元するには：--yes",
    ),
    "not_restored": (
        "Not restored; nothing was changed.",
        "復元していません。何も変更していません。",
    ),
    "is_the_journal": (
        "{file} is the journal itself.\nName another file, or a folder.",
        "{file} は記録そのものです。\n別のファイルかフォルダーを指定してください。",
    ),
    "name_of_databases": (
        "{name} is a name that databases use themselves.\nChoose another name.",
        "{name} はデータベースが自分で使う名前です。\n別の名前にしてください。",
    ),
    "no_folder": (
        "There is no folder {folder}.\nMake it, or name another place.",
        "{folder} というフォルダーはありません。\nフォルダーを作るか、別の場所を指定してください。",
    ),
    "in_use_by_program": (
        "{file} is there, so some program is using {name}.\nName another file.",
        "{file} があるため、ほかのプログラムが {name} を使っています。\n別のファイルを指定してください。",
    ),
    "no_number": (
        "There is no backup {number}; there are {n}.\nonelog backup --list lists them.",
        "バックアップ {number} はありません（全部で {n} 件）。\n一覧：onelog backup --list",
    ),
    "source_is_journal": (
        "{file} is the journal itself.\nonelog backup --list lists its copies.",
        "{file} は記録そのものです。\nコピーの一覧：onelog backup --list",
    ),
    "damaged_copy": (
        "{path} is damaged.\nNothing was changed; onelog backup --list lists the other copies.",
        "{path} は壊れています。\n何も変更していません。ほかのコピーの一覧：onelog backup --list",
    ),
    "damaged_unchanged": (
        "{path} is damaged.\nNothing was changed.",
        "{path} は壊れています。\n何も変更していません。",
    ),
    "damaged": (
        "{path} is damaged.\nonelog backup --list lists the other copies.",
        "{path} は壊れています。\nほかのコピーの一覧：onelog backup --list",
    ),
    "left_alone": (
        "{file} is there without its journal.\nMove it away, then try again.",
        "{file} だけが残っていて、その記録がありません。\n移してから、もう一度お試しください。",
    ),
    "journal_damaged": (
        "{path} is damaged; no backup was made, and the ones you have were left alone.\n"
        "onelog doctor tells what is wrong; onelog backup --list and onelog restore N bring a copy back.",
        "{path} は壊れているため、バックアップを作っていません。今あるバックアップはそのままです。\n"
        "状態を見るには onelog doctor、コピーを戻すには onelog backup --list と onelog restore 番号。",
    ),
    "copy_differs": (
        "The copy of {path} does not match the journal.\nTry again.",
        "{path} のコピーの内容が記録と一致しません。\nもう一度お試しください。",
    ),
    "file_there": (
        "{file} already exists; it was left alone.\nName another file, or move that one away first.",
        "{file} はすでにあります。そのまま残しました。\n別のファイルを指定するか、先にそのファイルを移してください。",
    ),
    "file_not_whole": (
        "{file} exists and is not a complete copy of this journal; it was left alone.\n"
        "Name another file, or move that one away first.",
        "{file} はすでにあり、この記録の完全なコピーではありません。そのまま残しました。\n"
        "別のファイルを指定するか、先にそのファイルを移してください。",
    ),
    "file_holds_more": (
        "{file} has records that the journal no longer has; it was left alone.\n"
        "Name another file, or move that one away first.",
        "{file} には、今の記録にない内容があります。そのまま残しました。\n"
        "別のファイルを指定するか、先にそのファイルを移してください。",
    ),
    "not_a_file": (
        "{path} is not a file.\nonelog backup --list lists the backups of this journal.",
        "{path} はファイルではありません。\nこの記録のバックアップの一覧：onelog backup --list",
    ),
    "not_there": (
        "{path} is not there.\nonelog backup --list lists the backups of this journal.",
        "{path} はありません。\nこの記録のバックアップの一覧：onelog backup --list",
    ),
    "copy_not_a_file": (
        "{path} is not a file.\nonelog backup --list lists the copies of this journal.",
        "{path} はファイルではありません。\nこの記録のコピーの一覧：onelog backup --list",
    ),
    "copy_not_there": (
        "{path} is not there.\nonelog backup --list lists the copies of this journal.",
        "{path} はありません。\nこの記録のコピーの一覧：onelog backup --list",
    ),
    "damaged_alone": (
        "{path} is damaged.",
        "{path} は壊れています。",
    ),
    "copy_refused": (
        "{error}\nNothing was changed; onelog backup --list lists the copies of this journal.",
        "{error}\n何も変更していません。この記録のコピーの一覧：onelog backup --list",
    ),
    "file_not_rewritten": (
        "{done}, but its file could not be rewritten: {why}\n"
        "Its free space may still hold the text. Run the command again.",
        "{done}が、ファイルを書き直せませんでした：{why}\n"
        "ファイルの空き領域に、まだ内容が残っている可能性があります。もう一度同じ操作をしてください。",
    ),
}
