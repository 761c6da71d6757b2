"""What the doctor finds."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "set_clock": (
        "Set the clock; if it is right: onelog doctor --mend --trust-clock",
        "時計を合わせてください。時計が正しいなら：onelog doctor --mend --trust-clock",
    ),
    "restore": (
        "onelog backup --list shows the copies, onelog restore brings one back.",
        "コピーの一覧：onelog backup --list　コピーから戻す：onelog restore",
    ),
    "more": (
        "{n} more of this kind.",
        "同じものがほかに{n}件あります。",
    ),
    "unreadable": (
        "The file is damaged: SQLite cannot read all of it.",
        "SQLite がファイルを最後まで読み取れません。壊れています。",
    ),
    "change_ahead": (
        "The newest change is dated {made}, ahead of this clock, which says {here}.",
        "最後の変更の日時（{made}）が、このコンピューターの時計（{here}）より先です。",
    ),
    "index_off": (
        "An index of the file is out of step: {fault}.",
        "ファイルの索引が一致していません：{fault}。",
    ),
    "file_damaged": (
        "The file is damaged: {fault}.",
        "ファイルが壊れています：{fault}。",
    ),
    "trigger": (
        "Another program added a trigger ({name}) that would change or copy what onelog writes.",
        "ほかのプログラムのトリガー（{name}）があります。書き込む内容を変えたり、写したりするおそれがあります。",
    ),
    "old_version": (
        "The journal has version {version}; the next change updates it to version {ours}.",
        "記録はバージョン {version} です。次に書き込むときにバージョン {ours} になります。",
    ),
    "keep_as_it_is": (
        "onelog backup keeps it as it is now.",
        "今のまま残すには：onelog backup",
    ),
    "table_missing": (
        "{name} is missing from the file, or is not as onelog creates it.",
        "ファイルに {name} がないか、onelog の作るものと違います。",
    ),
    "others": (
        "Another program added a {kind} ({name}); onelog leaves it alone, even in forget.",
        "ほかのプログラムの {kind}（{name}）があります。onelog は触れません（forget でも同じです）。",
    ),
    "reference_gone": (
        (
            "{n} row of {table} points to a {parent} that does not exist.",
            "{n} rows of {table} point to a {parent} that does not exist.",
        ),
        "{table} の{n}行が、存在しない {parent} を指しています。",
    ),
    "search_damaged": (
        "The search index is damaged; the records are not.",
        "検索の索引が壊れています。記録は無事です。",
    ),
    "search_stray": (
        "The search index has {count} entries without a record.",
        "検索の索引に、記録のない項目が{count}件あります。",
    ),
    "change_time": (
        "Change {number} has a time that cannot be read.",
        "変更 {number} の日時を読み取れません。",
    ),
    "change_bytes": (
        "Change {number} contains bytes that are not UTF-8 text.",
        "変更 {number} に文字でないデータ（UTF-8 以外）があります。",
    ),
    "erasure_cut_off": (
        "An erasure was interrupted: free space in the file may still hold the text.",
        "消去が途中で止まりました。ファイルの空き領域に、まだ内容が残っている可能性があります。",
    ),
    "no_backup": (
        "There is no backup of the journal.",
        "バックアップがありません。",
    ),
    "old_backup": (
        "The newest backup is from {day}, and the journal was changed since.",
        "最新のバックアップは{day}のもので、その後に記録が変更されています。",
    ),
    "damaged_backup": (
        "The newest backup, {path}, is damaged.",
        "最新のバックアップ {path} が壊れています。",
    ),
    "make_backup": (
        "onelog backup makes a new one.",
        "新しく作るには：onelog backup",
    ),
    "took_back": (
        "Rolled back what an interrupted command had begun.",
        "途中で止まったコマンドの変更を取り消しました。",
    ),
    "not_mended": (
        "Not fixed: {error}",
        "修復していません：{error}",
    ),
    "kept": (
        "Kept the journal as it was: {path}",
        "元の記録を残しました：{path}",
    ),
    "wrote_anew": (
        "Rewrote the file without what was erased.",
        "消去済みの内容を除いて、ファイルを書き直しました。",
    ),
    "closed": (
        "Closed {path} to other people.",
        "{path} をほかの人から読めないようにしました。",
    ),
    "took_away": (
        "Removed {path}.",
        "{path} を削除しました。",
    ),
    "gave_line": (
        "Gave {id} its line in the meeting {meeting}.",
        "1on1の記録 {meeting} に {id} の行を加えました。",
    ),
    "no_modes": (
        "This disk keeps no permissions: mount it for you alone (umask=077), or keep the journal on another one.",
        "このディスクは権限を保存できません。自分だけが読めるようにマウントする（umask=077）か、別のディスクに記録を置いてください。",
    ),
    "open_to_others": (
        "{path} is open to other people on this computer (its mode is {mode}).",
        "{path} はこのコンピューターのほかの人にも読めます（権限 {mode}）。",
    ),
    "everybody": (
        "everybody",
        "全員",
    ),
    "the_group": (
        "the group",
        "グループ",
    ),
    "others_may_write": (
        "The journal is in {folder}, where {who} can write.",
        "記録の入っている {folder} には、{who}が書き込めます。",
    ),
    "unwritable": (
        "{path} cannot be written to.",
        "{path} に書き込めません。",
    ),
    "synced": (
        "The journal is in {folder}, which a service copies elsewhere, even half-written files.",
        "記録の入っている {folder} は、同期サービスが書きかけのファイルも含めて別の場所にコピーします。",
    ),
    "move_out": (
        "Move it out of there and name it with --journal or ONELOG_JOURNAL; onelog backup PATH puts copies there.",
        "記録を外に移し、--journal か ONELOG_JOURNAL で指定してください。コピーをそこに置くには：onelog backup パス",
    ),
    "keep_here": (
        "Keep it on a disk of this computer, and name it with --journal or ONELOG_JOURNAL; onelog backup PATH puts copies elsewhere.",
        "このコンピューターのディスクに置き、--journal か ONELOG_JOURNAL で指定してください。コピーを別の場所に置くには：onelog backup パス",
    ),
    "another_computer": (
        "The journal is on another computer ({disk}), where locks may fail: two commands that write at once can damage it.",
        "記録が別のコンピューター（{disk}）にあり、ロックが効かないことがあります。同時に書き込むと壊れるおそれがあります。",
    ),
    "in_memory": (
        "The journal is in memory ({disk}); a restart deletes it.",
        "記録がメモリ上（{disk}）にあり、再起動すると消えます。",
    ),
    "windows_store": (
        "Python comes from the Microsoft Store, which may keep the journal in a folder of its own, and removes it with Python.",
        "Microsoft Store の Python は記録を専用のフォルダーに置くことがあり、Python を削除すると記録も消えます。",
    ),
    "name_itself": (
        "Name the file itself: --journal {path}",
        "ファイルそのものを指定してください：--journal {path}",
    ),
    "is_a_link": (
        "{link} is a link to {path}; drafts and backups are next to the link.",
        "{link} は {path} へのリンクです。下書きとバックアップはリンクの横に置かれます。",
    ),
    "hard_link": (
        "{path} has another name (a hard link); writing to that one can damage it.",
        "{path} には別の名前（ハードリンク）があります。そちらから書き込むと壊れるおそれがあります。",
    ),
    "find_link": (
        "find / -samefile {path} shows it; remove one of the two.",
        "find / -samefile {path} で見つかります。どちらかを削除してください。",
    ),
    "conflict": (
        "{file} looks like a conflicted copy from a synced folder, with text written elsewhere.",
        "{file} は、別の場所で書いた内容から同期フォルダーが作ったもののようです。",
    ),
    "leftover": (
        "{path} was left by a command that was killed.",
        "{path} は強制終了されたコマンドの残したものです。",
    ),
    "little_room": (
        "The disk has {free:,.0f} MB free, and the journal is {size:,.0f} MB.",
        "ディスクの空きは {free:,.0f} MB です（記録は {size:,.0f} MB）。",
    ),
    "make_room": (
        "Free some space.",
        "空き容量を確保してください。",
    ),
    "drafts": (
        ("{n} text has not reached the journal.", "{n} texts have not reached the journal."),
        "保存されていない下書きが{n}件あります。",
    ),
    "form_not_used": (
        "{what}. This form is not used.",
        "{what}。この書式は使われません。",
    ),
    "write_ahead": (
        "Another program has switched the file to write-ahead logging, which is not safe to copy.",
        "ほかのプログラムがファイルを write-ahead logging に切り替えました。そのままでは安全にコピーできません。",
    ),
    "cut_off": (
        "A command was interrupted while writing; the next one rolls it back.",
        "書き込みの途中で止まったコマンドがあります。書きかけの変更は、次のコマンドが取り消します。",
    ),
    "name": (
        "{kind} {id}",
        "{kind} {id}",
    ),
    "record_put_back": (
        "The {name} is not what was written; the change log still has it.",
        "{name} が書き込んだ内容と違います。履歴には正しい内容が残っています。",
    ),
    "record_brought_back": (
        "The {name} is missing; the change log still has it.",
        "{name} がありません。履歴には残っています。",
    ),
    "record_bad_sum": (
        "The checksum of the {name} is wrong; the record is what the change log says.",
        "{name} のチェックサムが違います。内容は履歴と一致しています。",
    ),
    "record_no_sum": (
        "The {name} has no checksum; the record is what the change log says.",
        "{name} にチェックサムがありません。内容は履歴と一致しています。",
    ),
    "record_changed": (
        "The {name} is not what was written.",
        "{name} が書き込んだ内容と違います。",
    ),
    "record_missing": (
        "The {name} is missing.",
        "{name} がありません。",
    ),
    "record_foreign": (
        "The {name} was not written by onelog: it has no checksum and is not in the change log.",
        "{name} は onelog が書いたものではありません。チェックサムがなく、履歴にもありません。",
    ),
    "record_bytes": (
        "The {name} contains bytes that are not UTF-8 text.",
        "{name} に文字でないデータ（UTF-8 以外）があります。",
    ),
    "mend_changed": (
        "onelog show {id} shows what is there. {restore}",
        "今の内容：onelog show {id}　{restore}",
    ),
    "mend_foreign": (
        "onelog edit {id}: any change there gives it one.",
        "onelog edit {id} で何か変更すると付きます。",
    ),
    "called_elsewhere": (
        "The {name} is called {other} elsewhere in the journal.",
        "{name} が、記録の別の場所では {other} と呼ばれています。",
    ),
    "log_off": (
        "The change log does not match the {name}.",
        "{name} と履歴が一致していません。",
    ),
    "mend_log": (
        "onelog history {id} shows what it says.",
        "履歴の内容：onelog history {id}",
    ),
    "unknown_kind": (
        "This onelog does not know the kind of the {name}: {kind}.",
        "{name} は、この onelog が知らない種類です：{kind}。",
    ),
    "update": (
        "Update onelog: a newer one may know it.",
        "onelog を更新すると読めることがあります。",
    ),
    "far_ahead": (
        "The {name} is more than a year in the future.",
        "{name} の日付が1年以上先です。",
    ),
    "set_day": (
        "onelog change {id} on:DAY sets its day.",
        "日付を直すには：onelog change {id} on:日付",
    ),
    "search_off": (
        "The search index does not match the {name}.",
        "検索の索引が {name} と一致していません。",
    ),
    "tags_off": (
        "The list of tags does not match the {name}.",
        "{name} のタグが内容と一致していません。",
    ),
    "no_line": (
        "{id} belongs to the meeting {meeting} but has no line in its note.",
        "{id} は1on1の記録 {meeting} のものですが、本文に行がありません。",
    ),
    "stray_line": (
        "The meeting {meeting} has a line for {id}, which is not part of it.",
        "1on1の記録 {meeting} に、そこに属さない {id} の行があります。",
    ),
    "mend_stray_line": (
        "onelog history {id} shows what happened to it; onelog edit {meeting} removes the line.",
        "経緯：onelog history {id}　行を消すには：onelog edit {meeting}",
    ),
    "trigger_out": (
        "Removed the trigger {name}.",
        "トリガー {name} を取り除きました。",
    ),
    "index_anew": (
        "Rebuilt the index {name}.",
        "索引 {name} を作り直しました。",
    ),
    "search_anew": (
        "Rebuilt the search index: {count} texts.",
        "検索の索引を作り直しました（{count}件）。",
    ),
    "tags_anew": (
        "Rebuilt the list of tags: {count} entries.",
        "タグの一覧を作り直しました（{count}件）。",
    ),
    "dated_again": (
        (
            "Corrected the date of {n} change that was in the future.",
            "Corrected the dates of {n} changes that were in the future.",
        ),
        "先の日時になっていた変更{n}件の日時を直しました。",
    ),
    "rows_put_back": (
        ("Restored {n} record from the change log.", "Restored {n} records from the change log."),
        "記録{n}件を履歴のとおりに戻しました。",
    ),
    "sums_anew": (
        ("Recomputed {n} checksum.", "Recomputed {n} checksums."),
        "チェックサム{n}件を作り直しました。",
    ),
}
