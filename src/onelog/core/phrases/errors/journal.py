"""What is said of the journal's file."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "none_yet": (
        "There is no journal yet at {path}.\nThe first onelog log makes it.",
        "{path} に記録はまだありません。\n最初の onelog log で作られます。",
    ),
    "in_use": (
        "The journal is in use.",
        "記録は使用中です。",
    ),
    "cannot_be_made": (
        "{path} cannot be made: {reason}.\nChoose another place with --journal.",
        "{path} を作れません：{reason}。\n--journal で別の場所を指定してください。",
    ),
    "unwritable": (
        "{path} cannot be written to.\nLook at the permissions of the file and its folder.",
        "{path} に書き込めません。\nファイルとフォルダーの権限を確認してください。",
    ),
    "unreadable": (
        "{path} cannot be read: {reason}.\nLook at its folder, owner and permissions.",
        "{path} を読み取れません：{reason}。\nフォルダー、所有者、権限を確認してください。",
    ),
    "not_a_file": (
        "{path} is not a file.\nName your journal with --journal or ONELOG_JOURNAL.",
        "{path} はファイルではありません。\n--journal か ONELOG_JOURNAL で記録を指定してください。",
    ),
    "empty": (
        "{path} is empty: this is not a journal.\nRestore a copy, or move the file away to begin anew.",
        "{path} は空で、onelog の記録ではありません。\nバックアップから戻すか、ファイルを移して新しく始めてください。",
    ),
    "not_one": (
        "{path} is not a journal.\nName another file with --journal, or restore a copy of yours.",
        "{path} は onelog の記録ではありません。\n"
        "--journal で別のファイルを指定するか、バックアップから戻してください。",
    ),
    "another_program": (
        "{path} is another program's database.\nName your journal with --journal or ONELOG_JOURNAL.",
        "{path} はほかのプログラムのデータベースです。\n--journal か ONELOG_JOURNAL で記録を指定してください。",
    ),
    "newer": (
        "{path} is from a newer onelog (version {version}).\nUpdate onelog to read it.",
        "{path} は新しい onelog の記録です（バージョン {version}）。\nonelog を更新してください。",
    ),
    "busy": (
        "{path} has been in use by another program for more than {seconds:.0f} s.\nTry again when it is done.",
        "{path} は {seconds:.0f} 秒以上、ほかのプログラムが使用しています。\n終わってからもう一度お試しください。",
    ),
    "disk_full": (
        "The disk is full; nothing was written to {path}.\nFree some space, then try again.",
        "ディスクに空きがないため、{path} に何も書き込んでいません。\n空き容量を確保してから、もう一度お試しください。",
    ),
    "disk_failed": (
        "The disk failed while {path} was read or written.\nCheck the disk, then run onelog doctor.",
        "{path} の読み書き中にディスクのエラーが起きました。\n"
        "ディスクを確認してから、onelog doctor で記録の状態を見てください。",
    ),
    "too_much_text": (
        "This is more text than a journal can keep in one record.\nSplit it.",
        "1件の記録に保存できる長さを超えています。\n分けてください。",
    ),
    "unusable": (
        "{path} could not be used: {why}.\nONELOG_DEBUG=1 shows the details.",
        "{path} を使えません：{why}。\n詳しくは ONELOG_DEBUG=1 を付けて実行してください。",
    ),
    "unknown_moment": (
        "The journal has a moment of a kind that this onelog does not know: {kind}.\nUpdate onelog.",
        "この onelog が知らない種類の記録があります：{kind}。\nonelog を更新してください。",
    ),
    "nul": (
        "A text holds a NUL character, which no journal can keep.\nTake it out, then try again.",
        "文中に、保存できない NUL 文字があります。\n取り除いてから、もう一度お試しください。",
    ),
    "became_newer": (
        "{path} has become version {version} meanwhile; this onelog writes version {ours}.\n"
        "Do it again with the onelog that is newer.",
        "{path} がその間にバージョン {version} になりました（この onelog は {ours}）。\n"
        "新しいほうの onelog でもう一度実行してください。",
    ),
    "link_leads_nowhere": (
        "{path} is missing: {link} is a link to {target}, and nothing is there.\n"
        "Bring back what it points to (a stick, a mount), or take the link away; a new journal begins at another path: --journal PATH.",
        "{path} がありません。{link} はリンクで、指している {target} には何もありません。\n"
        "リンク先を戻す（USB メモリやマウント）か、リンクを外してください。別の場所で新しく始めるには：--journal パス",
    ),
    "not_mounted": (
        "{path} is not there: nothing is mounted at {disk}.\n"
        "Plug in or mount it; a new journal begins at another path: --journal PATH.",
        "{path} がありません。{disk} に何もマウントされていません。\n"
        "接続するかマウントしてください。別の場所で新しく始めるには：--journal パス",
    ),
    "foreign_trigger": (
        "{path} has a trigger from another program ({name}); nothing was changed.\n"
        "onelog doctor --mend removes it, after a backup.",
        "{path} にほかのプログラムのトリガー（{name}）があるため、何も変更していません。\n"
        "onelog doctor --mend で、バックアップのあとに取り除けます。",
    ),
    "foreign_leftover": (
        "{file} does not belong to this journal: another copy left it; nothing was changed.\n"
        "Move it away, then try again.",
        "{file} はこの記録のものではなく、別のコピーの横に残されたものです。何も変更していません。\n"
        "移してから、もう一度お試しください。",
    ),
    "needs_newer": (
        "onelog needs {oldest} or newer",
        "onelog には {oldest} 以降が必要です",
    ),
    "needs_fts5": (
        "onelog needs its full-text search, FTS5, which this one was built without",
        "onelog に必要な全文検索 FTS5 が含まれていません",
    ),
    "old_sqlite": (
        "The SQLite of this Python is {version}; {needed}.\n"
        "Install onelog with a newer Python than {python}: that brings its own SQLite. Your journal is as it was.",
        "この Python の SQLite は {version} です。{needed}。\n"
        "{python} より新しい Python で onelog をインストールしてください（新しい SQLite が付いてきます）。記録は元のままです。",
    ),
    "damaged": (
        "{path} is damaged; {state}.\nonelog doctor says more; onelog restore brings back a backup.",
        "{path} は壊れています。{state}。\n"
        "詳しくは onelog doctor、バックアップから戻すには onelog restore を使います。",
    ),
    "is_in_it": (
        "what you entered is in it",
        "入力した内容は保存されています",
    ),
    "unchanged": (
        "nothing was changed",
        "何も変更していません",
    ),
    "bad_value": (
        "{path} holds a value that cannot be read; {state}.\nonelog doctor tells which.",
        "{path} に読み取れない値があります。{state}。\nどの値かは onelog doctor で分かります。",
    ),
    "other_tables": (
        "{path} does not have the tables of a onelog journal; {state}.\n"
        "onelog doctor says more; onelog restore brings back a backup.",
        "{path} は onelog の記録の形になっていません。{state}。\n"
        "詳しくは onelog doctor、バックアップから戻すには onelog restore を使います。",
    ),
    "folder_strange": (
        "{place} {why}; nothing is written there.\nMove it away, then try again.",
        "{place} は{why}ため、何も書き込みません。\n移してから、もう一度お試しください。",
    ),
    "folder_is_a_link": (
        "is a link",
        "リンクである",
    ),
    "folder_is_somebody_elses": (
        "belongs to somebody else",
        "ほかの人のものである",
    ),
    "unknown_kind": (
        "This onelog knows no kind of moment {kind!r}.\nDo it again with the onelog that is newer.",
        "この onelog は「{kind}」という種類の記録を知りません。\n新しいほうの onelog でもう一度実行してください。",
    ),
}
