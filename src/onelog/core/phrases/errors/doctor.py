"""What the doctor finds."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "set_clock": (
        "Set the clock; where it is right: onelog doctor --mend --trust-clock",
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
        "SQLite cannot read the file to its end: it is damaged.",
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
        "The file has a trigger of another program's ({name}), which would change or copy what is written.",
        "ほかのプログラムのトリガー（{name}）があります。書き込む内容を変えたり、写したりするおそれがあります。",
    ),
    "old_version": (
        "The journal is of version {version}; the next command that writes makes it version {ours}.",
        "記録はバージョン {version} です。次に書き込むときにバージョン {ours} になります。",
    ),
    "keep_as_it_is": (
        "onelog backup keeps it as it is now.",
        "今のまま残すには：onelog backup",
    ),
    "table_missing": (
        "{name} is missing in the file, or is not as onelog makes it.",
        "ファイルに {name} がないか、onelog の作るものと違います。",
    ),
    "others": (
        "The file has a {kind} of another program's ({name}), which onelog leaves alone: forget, too.",
        "ほかのプログラムの {kind}（{name}）があります。onelog は触れません（forget でも同じです）。",
    ),
    "reference_gone": (
        (
            "{n} row of {table} points at a {parent} that is not there.",
            "{n} rows of {table} point at a {parent} that is not there.",
        ),
        "{table} の{n}行が、存在しない {parent} を指しています。",
    ),
    "search_damaged": (
        "The search index is damaged; the records are not.",
        "検索の索引が壊れています。記録は無事です。",
    ),
    "search_stray": (
        "The search index has {count} entries of no record.",
        "検索の索引に、記録のない項目が{count}件あります。",
    ),
    "change_time": (
        "The change {number} has a time that cannot be read.",
        "変更 {number} の日時を読み取れません。",
    ),
    "change_bytes": (
        "The change {number} has bytes in it that are no text (UTF-8).",
        "変更 {number} に文字でないデータ（UTF-8 以外）があります。",
    ),
    "erasure_cut_off": (
        "An erasure was cut off: the free room in the file may still hold the words.",
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
        "Took back what a command had begun that was cut off.",
        "途中で止まったコマンドの変更を取り消しました。",
    ),
    "not_mended": (
        "Not mended: {error}",
        "修復していません：{error}",
    ),
    "kept": (
        "Kept the journal as it was: {path}",
        "元の記録を残しました：{path}",
    ),
    "wrote_anew": (
        "Wrote the file anew, without what was erased before.",
        "消去済みの内容を除いて、ファイルを書き直しました。",
    ),
    "closed": (
        "Closed {path} to other people.",
        "{path} をほかの人から読めないようにしました。",
    ),
    "took_away": (
        "Took away {path}.",
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
        "The journal lies in {folder}, in which {who} may write.",
        "記録の入っている {folder} には、{who}が書き込めます。",
    ),
    "unwritable": (
        "{path} cannot be written to.",
        "{path} に書き込めません。",
    ),
    "synced": (
        "The journal lies in {folder}, which a service copies to other places, half-written files as well.",
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
        "The journal lies on another computer ({disk}), where locks may not hold: two that write at once can spoil it.",
        "記録が別のコンピューター（{disk}）にあり、ロックが効かないことがあります。同時に書き込むと壊れるおそれがあります。",
    ),
    "in_memory": (
        "The journal lies in memory ({disk}); after a restart it is gone.",
        "記録がメモリ上（{disk}）にあり、再起動すると消えます。",
    ),
    "windows_store": (
        "Python comes from the Microsoft Store, which may keep the journal in a folder of its own, and removes it with Python.",
        "Microsoft Store の Python は記録を専用のフォルダに置くことがあり、Python を削除すると記録も消えます。",
    ),
    "name_itself": (
        "Name the file itself: --journal {path}",
        "ファイルそのものを指定してください：--journal {path}",
    ),
    "is_a_link": (
        "{link} is a link to {path}; drafts and backups lie beside the link.",
        "{link} は {path} へのリンクです。下書きとバックアップはリンクの横に置かれます。",
    ),
    "hard_link": (
        "{path} has another name (a hard link); who writes under that one can spoil it.",
        "{path} には別の名前（ハードリンク）があります。そちらから書き込むと壊れるおそれがあります。",
    ),
    "find_link": (
        "find / -samefile {path} shows it; remove one of the two.",
        "find / -samefile {path} で見つかります。どちらかを削除してください。",
    ),
    "conflict": (
        "{file} seems to be made by a synced folder, of words that were written elsewhere.",
        "{file} は、別の場所で書いた内容から同期フォルダが作ったもののようです。",
    ),
    "leftover": (
        "{path} was left by a command that was killed.",
        "{path} は強制終了されたコマンドの残したものです。",
    ),
    "little_room": (
        "There are {free:,.0f} MB free on the disk, and the journal has {size:,.0f} MB.",
        "ディスクの空きは {free:,.0f} MB です（記録は {size:,.0f} MB）。",
    ),
    "make_room": (
        "Make room.",
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
        "A command was cut off while it wrote; what it began is taken back by the next one.",
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
        "A text of the {name} has bytes in it that are no text (UTF-8).",
        "{name} に文字でないデータ（UTF-8 以外）があります。",
    ),
    "mend_changed": (
        "onelog show {id} shows what is there. {restore}",
        "今の内容：onelog show {id}　{restore}",
    ),
    "mend_foreign": (
        "onelog edit {id}: whatever is changed there gives it one.",
        "onelog edit {id} で何か変更すると付きます。",
    ),
    "called_elsewhere": (
        "The {name} is called {other} elsewhere in the journal.",
        "{name} が、記録の別の場所では {other} と呼ばれています。",
    ),
    "log_off": (
        "The change log of the {name} is not in step with it.",
        "{name} と履歴が一致していません。",
    ),
    "mend_log": (
        "onelog history {id} shows what it tells.",
        "履歴の内容：onelog history {id}",
    ),
    "unknown_kind": (
        "The {name} is of a kind that this onelog does not know: {kind}.",
        "{name} は、この onelog が知らない種類です：{kind}。",
    ),
    "update": (
        "Update onelog: a newer one may know it.",
        "onelog を更新すると読めることがあります。",
    ),
    "far_ahead": (
        "The {name} lies over a year ahead.",
        "{name} の日付が1年以上先です。",
    ),
    "set_day": (
        "onelog change {id} on:DAY sets its day.",
        "日付を直すには：onelog change {id} on:日付",
    ),
    "search_off": (
        "The search index is not in step with the {name}.",
        "検索の索引が {name} と一致していません。",
    ),
    "tags_off": (
        "The tags of the {name} are not in step with it.",
        "{name} のタグが内容と一致していません。",
    ),
    "no_line": (
        "{id} belongs to the meeting {meeting} and has no line in its note.",
        "{id} は1on1の記録 {meeting} のものですが、本文に行がありません。",
    ),
    "stray_line": (
        "A line in the meeting {meeting} stands for {id}, which is not in that meeting.",
        "1on1の記録 {meeting} に、そこに属さない {id} の行があります。",
    ),
    "mend_stray_line": (
        "onelog history {id} tells what became of it; onelog edit {meeting} takes the line out.",
        "経緯：onelog history {id}　行を消すには：onelog edit {meeting}",
    ),
    "trigger_out": (
        "Took out the trigger {name}.",
        "トリガー {name} を取り除きました。",
    ),
    "index_anew": (
        "Made the index {name} anew.",
        "索引 {name} を作り直しました。",
    ),
    "search_anew": (
        "Made the search index anew, of {count} texts.",
        "検索の索引を作り直しました（{count}件）。",
    ),
    "tags_anew": (
        "Made the list of tags anew, of {count} entries.",
        "タグの一覧を作り直しました（{count}件）。",
    ),
    "dated_again": (
        ("Dated {n} change again that was dated ahead.", "Dated {n} changes again that were dated ahead."),
        "先の日時になっていた変更{n}件の日時を直しました。",
    ),
    "rows_put_back": (
        ("Put {n} record back as the change log has it.", "Put {n} records back as the change log has them."),
        "記録{n}件を履歴のとおりに戻しました。",
    ),
    "sums_anew": (
        ("Made {n} checksum anew.", "Made {n} checksums anew."),
        "チェックサム{n}件を作り直しました。",
    ),
}
