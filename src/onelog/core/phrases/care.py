"""The care of the journal: what goes for good, backups, what `doctor` looked at, words that never reached the journal."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    # words that never reached the journal
    "no_drafts": ("No drafts are waiting.", "保存待ちの下書きはありません。"),
    "draft_unknown": ("words", "言葉"),
    "draft_lines": (("{n} line", "{n} lines"), "{n}行"),
    "draft_back": ("{command} brings it back", "{command} で復元できます"),
    "draft_show": ("{command} prints all of it", "{command} で全文を見られます"),
    "draft_discard": ("{command} throws it away", "{command} で破棄できます"),
    # what goes for good
    "forgets": (
        "{name} and everything recorded about them will be erased for good:",
        "{name}と、その人についての記録をすべて完全に消去します：",
    ),
    "erases": (
        "{name} and everything in it will be erased for good:",
        "{name}と、その中の記録をすべて完全に消去します：",
    ),
    "forgotten": ("Forgotten", "完全に消去しました"),
    "erased": ("Erased", "消去しました"),
    "left_encrypted": (
        "{file} is encrypted and may still hold it: delete that file.",
        "{file} は暗号化されていて、まだ残っている可能性があります。そのファイルを削除してください。",
    ),
    "left_form": (
        "{file} is a form for them: delete that file.",
        "{file} はこの相手のフォームです。そのファイルを削除してください。",
    ),
    "left_damaged": (
        "{file} is damaged and may still hold it: delete that file.",
        "{file} は破損しているため、内容が残っている可能性があります。そのファイルを削除してください。",
    ),
    "left_held": (
        (
            "An open command (an editor?) still has text about this; it will not be saved.",
            "{n} open commands (editors?) still have text about this; it will not be saved.",
        ),
        "実行中のコマンド（エディターなど）{n}件に、関係する言葉があります。その内容は取り込まれません。",
    ),
    "mentioned": (
        ("{n} other record has that word: {command}", "{n} other records have that word: {command}"),
        "ほか{n}件の記録にその言葉があります：{command}",
    ),
    "mentioned_before": (
        "{n} more had it once; {command} removes old versions",
        "以前の版{n}件にもありました。{command} で古い版を消せます",
    ),
    "out_of_reach": (
        "Out of onelog's reach: backups and exports saved elsewhere, cloud backups such as Time Machine, snapshots of the disk, swap and undo files of your editor, the history of your shell.",
        "onelog の手が届かないもの：別の場所のバックアップや書き出し、Time Machine やクラウド上のバックアップ、ディスクのスナップショット、エディターの一時ファイル、シェルの履歴。",
    ),
    # backups
    "no_backups": ("There is no backup yet. Make one: {command}", "バックアップはまだありません。作るには：{command}"),
    "backup_made": ("Backup made", "バックアップしました"),
    "backup_back": ("{command} restores the newest", "{command} で最新のものに戻せます"),
    "encrypted": ("encrypted", "暗号化"),
    "unreadable": ("cannot be read", "読み取れません"),
    "in_folder": ("In {path}", "場所：{path}"),
    "no_records": ("no records yet", "まだ記録なし"),
    "before_migration": ("before an update", "更新の前"),
    "before_restore": ("before a restore", "復元の前"),
    "before_forget": ("before forgetting", "消去の前"),
    "before_mend": ("before mending", "修復の前"),
    "before_prune": ("before pruning", "履歴整理の前"),
    "before_damaged": ("the damaged journal as it was", "破損時の控え"),
    "restored": ("Restored", "復元しました"),
    "restored_back": "undo_hint",
    # doctor: what was looked at, and what is said of it where it is as it should be
    "doctor_no_journal": ("There is no journal yet.", "まだ記録がありません。"),
    "doctor_well": ("All is well.", "異常はありません。"),
    "doctor_file": ("File", "ファイル"),
    "doctor_is_file": (("{n:,} page, whole", "{n:,} pages, all whole"), "{n:,}ページ、すべて正常"),
    "doctor_references": ("References", "参照の整合性"),
    "doctor_is_references": ("none are broken", "問題なし"),
    "doctor_records": ("Records", "記録"),
    "doctor_is_records": (("{n:,}, as it was written", "{n:,}, as they were written"), "{n:,}件、改変なし"),
    "doctor_documents": ("Notes", "メモ"),
    "doctor_is_documents": ("{n:,}, each record in its line", "{n:,}件、本文と記録が一致"),
    "doctor_search": ("Search index", "検索の索引"),
    "doctor_is_search": (("{n:,} text, in step", "{n:,} texts, in step"), "{n:,}件、一致"),
    "doctor_tags": "record.Tags",
    "doctor_is_tags": (("{n:,} record has some, in step", "{n:,} records have some, in step"), "{n:,}件の記録、一致"),
    "doctor_changes": ("Change log", "変更の履歴"),
    "doctor_is_changes": (("{n:,} change, in step", "{n:,} changes, in step"), "{n:,}件、一致"),
    "doctor_clock": ("Clock", "時計"),
    "doctor_is_clock": ("no change is dated later than now", "正常（最後の変更より後）"),
    "doctor_private": ("Privacy", "権限"),
    "doctor_is_private": ("only you can read it", "ほかの人には読めません"),
    "doctor_synced": ("Place", "置き場所"),
    "doctor_is_synced": ("not in a synced folder", "同期フォルダーの外にあります"),
    "doctor_links": ("Links", "リンク"),
    "doctor_is_links": ("no hard links", "ハードリンクなし"),
    "doctor_conflicts": ("Conflicts", "競合"),
    "doctor_is_conflicts": ("no conflicted copies beside it", "競合コピーはありません"),
    "doctor_forms": ("Your own forms", "自分の書式"),
    "doctor_is_forms": (("{n}, usable", "{n}, all usable"), "{n}件、すべて使えます"),
    "doctor_leftovers": ("Leftovers", "不要な一時ファイル"),
    "doctor_is_leftovers": ("none", "ありません"),
    "doctor_room": ("Room", "空き容量"),
    "doctor_is_room": ("{size} free on the disk", "空き {size}"),
    "doctor_drafts": ("Drafts", "下書き"),
    "doctor_is_drafts": ("none waiting", "保存待ちの下書きはありません"),
    "doctor_backup": ("Backups", "バックアップ"),
    "doctor_is_backup": ("{n:,} kept", "{n:,}件"),
    "trigger_left_out": (
        "Left out a trigger of another program ({name}) that would have stopped onelog from writing.",
        "ほかのプログラムのトリガー（{name}）は、記録できなくなるため除きました。",
    ),
    "none_yet": (
        "There is no backup yet: onelog backup makes one.",
        "バックアップはまだありません。作るには：onelog backup",
    ),
    "holds_less": (
        "This backup has less in it than the one before, so no older one was removed.",
        "前回より内容が少ないため、古いバックアップは消していません。",
    ),
    "another_journal": (
        "This backup is of another journal: they have no record in common.",
        "別の記録のバックアップです。共通する記録がありません。",
    ),
    "journal_holds": ("The journal holds: {what}", "今の記録：{what}"),
    "backup_holds": ("The backup holds:  {what}", "バックアップ：{what}"),
    "holds_unreadable": ("nothing that can be read", "読み取れる内容なし"),
    "holds_none": ("no records", "記録なし"),
    "damaged_kept": ("The damaged journal is kept as it was: {path}", "壊れた記録はそのまま残してあります：{path}"),
    "restore_back": ("{command} takes it back.", "{command} で取り消せます。"),
    "key_in_file": (
        "The recovery key is in {file}: keep it away from the backups.",
        "復元キーを {file} に保存しました。バックアップとは別の場所に保管してください。",
    ),
    "recovery_file": (
        "The recovery key of encrypted onelog backups: keep it away from them.",
        "暗号化したonelogのバックアップの復元キーです。バックアップとは別の場所に保管してください。",
    ),
    "key_shown": (
        "Write this recovery key down, and keep it away from the backups. It opens them without the passphrase",
        "この復元キーを書き留め、バックアップとは別の場所に保管してください。パスフレーズなしで開けます。",
    ),
    "key_shown_once": ("and is not shown again:", "次回からは表示されません："),
    "nothing_wrong": ("Nothing is wrong.", "問題はありません。"),
    "no_journal_at": ("There is no journal yet at {path}.", "{path} に記録はまだありません。"),
    "erased_completed": (
        "An earlier erasure that was interrupted is now complete.",
        "以前に消去した内容を、記録のファイルからも消しました。",
    ),
    "for_good": ("For good: {title}; {counts}.", "完全に消去します：{title}（{counts}）。"),
    "nothing_itself": ("nothing in the journal itself", "記録自体には何もありません"),
    "left_why": (
        "{path} is {why} and may still hold it: delete that file.",
        "{path} は{why}のため、まだ残っている可能性があります。そのファイルを削除してください。",
    ),
    "why_encrypted": ("encrypted", "暗号化されている"),
    "why_form": ("a form for them", "この相手のフォームである"),
    "why_damaged": ("damaged", "壊れている"),
    "held_running": (
        "{n} running: an open command (an editor?) still has text about this; it will not be saved.",
        "実行中のコマンド（エディターなど）{n}件に、関係する言葉があります。その内容は取り込まれません。",
    ),
    "has_the_word": (
        ("{n} other record has the word {word}: {command}", "{n} other records have the word {word}: {command}"),
        "ほか{n}件の記録に「{word}」があります：{command}",
    ),
    "had_it_once": (
        "{n} more had it once: onelog history --prune AGE removes old versions.",
        "以前の版{n}件にもありました。古い版を消すには：onelog history --prune 期間",
    ),
    "searches_have": (
        (
            "{n} saved search has a word of the name ({names}): onelog search --unsave NAME takes it away.",
            "{n} saved searches have a word of the name ({names}): onelog search --unsave NAME takes one away.",
        ),
        "保存した検索{n}件に名前の一部が含まれています（{names}）。削除：onelog search --unsave 名前",
    ),
    "beyond_reach": (
        "Out of reach: copies and exports elsewhere, cloud backups, snapshots, editor files, shell history.",
        "onelog の手が届かないもの：別の場所のコピーや書き出し、クラウドのバックアップ、スナップショット、エディターのファイル、シェルの履歴。",
    ),
    "took_back": ("Took back: {command} ({ids})", "取り消しました：{command}（{ids}）"),
    "did_again": ("Did again: {command} ({ids})", "やり直しました：{command}（{ids}）"),
    "n_record": (("{n} record", "{n} records"), "記録{n}件"),
    "n_change": (("{n} change", "{n} changes"), "変更{n}件"),
    "pruned": (
        "Removed {changes} from the log; the file is now {size} (was {before}).",
        "{changes}を履歴から消しました。ファイルの大きさ：{before} → {size}",
    ),
    "backups_hold": (
        "Backups still have them: onelog backup --list lists those.",
        "バックアップにはまだ残っています。一覧：onelog backup --list",
    ),
    "none_before": ("The log has no changes from before {day}.", "{day}より前の変更は履歴にありません。"),
    "younger_stay": (
        "{changes} of that age come after newer ones and stay: the log is only cut at its start.",
        "新しい変更より後にある{changes}は残ります。履歴は先頭からしか切り取れません。",
    ),
    "thrown_away": ("Thrown away.", "破棄しました。"),
    "bring_back": (
        "onelog recover N brings one back; --show prints it, --discard throws it away.",
        "復元：onelog recover 番号　全文：--show　破棄：--discard",
    ),
    "lines_left_out": (
        (
            "Left out: {n} line of words (--show prints them too).",
            "Left out: {n} lines of words (--show prints them too).",
        ),
        "表示していない内容：{n}行（--show で表示します）",
    ),
    "option_left_out": (
        "--{name} is left out. {error} onelog change {id} fixes it.",
        "--{name} は反映していません。{error}直すには：onelog change {id}",
    ),
}
