"""What is said when files cannot be taken in."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "export_and_documents": (
        "A JSON export and documents cannot be imported together.\nImport them in two commands.",
        "JSON の書き出しと文書は、別々に取り込みます。\n2回に分けて取り込んでください。",
    ),
    "undated_today": (
        "--undated is not {said!r}.\n--undated today; any other day is --on DAY.",
        "--undated に「{said}」は使えません。\n--undated today　ほかの日なら：--on 日付",
    ),
    "two_days": (
        "--on and --undated give two days.\nLeave one of them out.",
        "--on と --undated で2つの日が指定されています。\nどちらかを外してください。",
    ),
    "not_a_pair": (
        "{pair!r} does not say whose name it is.\nFor example: --people 'Aron=Aaron Blythe'",
        "「{pair}」では、誰の名前か分かりません。\n例：--people 'アロン=Aaron Blythe'",
    ),
    "only_written": (
        "{path} is {about}: onelog writes {name}, and does not read it.\nIt reads {readable}.",
        "{path} は{about}です。onelog は {name} を書き出せますが、読み取れません。\n読み取れるもの：{readable}",
    ),
    "no_export": (
        "{path} is not an export of onelog.\nonelog export --format json writes one.",
        "{path} は onelog の書き出しではありません。\n書き出すには：onelog export --format json",
    ),
    "empty": (
        "{path} is empty; nothing was imported.\nExport it again, or leave it out.",
        "{path} は空のため、何も取り込んでいません。\nもう一度書き出すか、外してください。",
    ),
    "no_text": (
        "{path}, line {line}: this is not text; nothing was imported.\nLook at what kind of file it is.",
        "{path}の{line}行目が文字として読めないため、何も取り込んでいません。\nファイルの種類を確認してください。",
    ),
    "no_documents": (
        "There is nothing there to import.\nonelog import --list lists what it reads.",
        "そこに取り込めるものはありません。\n読み取れるもの：onelog import --list",
    ),
    "notes_in_both": (
        "Both journals have notes for the next meeting with {person}; nothing was imported.\n"
        "Log that meeting first, or delete {id} there.",
        "{person}さんとの次回のメモが両方の記録にあるため、何も取り込んでいません。\n"
        "先にその1on1を記録するか、もう一方で {id} を削除してください。",
    ),
    "name_with_blanks": (
        "{name!r} has more spaces than it needs.\nWrite one between its words.",
        "「{name}」という名前には余分な空白があります。\n空白は1つずつにしてください。",
    ),
    "two_are_one": (
        "{one} and {other} are two people there, and {here} is one here; nothing was imported.\n"
        'Say who is somebody else: --people "{other}=new"',
        "{one}さんと{other}さんは取り込み元では2人ですが、ここでは{here}さん1人です。何も取り込んでいません。\n"
        '別の人なら：--people "{other}=new"',
    ),
    "not_utf8": (
        "{file} is not UTF-8 text (line {line}).\nConvert it first, for example with iconv.",
        "{file} は UTF-8 の文字ではありません（{line}行目）。\n先に iconv などで変換してください。",
    ),
    "unknown_source": (
        "There is no source {name!r}.\nKnown are {sources}, and json for an export.",
        "「{name}」という取り込み元はありません。\n使えるもの：{sources}、書き出しなら json",
    ),
    "transcript_without_day": (
        "{file} does not say which day it is from.\nPut the day into its name, or say --on DAY.",
        "{file} がいつのものか分かりません。\nファイル名に日付を入れるか、--on 日付 を付けてください。",
    ),
    "too_many_files": (
        "{folder} has more than {most:,} files.\nImport its folders one by one.",
        "{folder} にはファイルが {most:,} 件以上あります。\n中のフォルダーごとに取り込んでください。",
    ),
    "too_many_in_zip": (
        "{name} has more than {most:,} files.\nImport it in parts.",
        "{name} にはファイルが {most:,} 件以上あります。\n分けて取り込んでください。",
    ),
    "damaged_zip": (
        "{name} is a damaged zip.\nMake it again, or unpack it first.",
        "{name} は壊れた zip です。\n作り直すか、先に展開してください。",
    ),
    "zip_outside": (
        "{name} points to a file outside itself: {inside!r}.\nMake the zip again.",
        "{name} に、zip の外を指すファイルがあります：「{inside}」。\nzip を作り直してください。",
    ),
    "zip_encrypted": (
        "{name} is encrypted.\nUnpack the zip with its password first.",
        "{name} は暗号化されています。\n先にパスワードで展開してください。",
    ),
    "unpacks_too_large": (
        "{name} is too large for a note once unpacked.\nLeave it out of the zip.",
        "{name} は展開すると大きすぎます。\nzip から外してください。",
    ),
    "zip_in_zip": (
        "{name} is a zip in a zip in a zip.\nUnpack it first.",
        "{name} は zip の中の zip の中の zip です。\n先に展開してください。",
    ),
    "not_taken": (
        "{n} documents cannot be imported; nothing was imported.\n{error.hint}",
        "{n}件の文書を取り込めないため、何も取り込んでいません。\n{error.hint}",
    ),
    "said_of": (
        "{file}: {error}\n{error.hint}",
        "{file}：{error}\n{error.hint}",
    ),
    "said": (
        "{error}\n{error.hint}",
        "{error}\n{error.hint}",
    ),
    "not_read": (
        "{name} looks like {about}, which onelog does not read.\n"
        "onelog import --list lists what it reads; --format md reads it as notes.",
        "{name} は{about}のようですが、onelog では読み取れません。\n"
        "読み取れるもの：onelog import --list　メモとして取り込むには：--format md",
    ),
    "save_as": (
        "{name} is {about}, which onelog does not read.\nSave it as {form} there, and import that.",
        "{name} は{about}のため、onelog では読み取れません。\n元のアプリで {form} として保存してから取り込んでください。",
    ),
    "two_sources": (
        "{name} may be {about}, or {other}.\nSay which: --format {format}",
        "{name} は{about}か{other}のどちらかです。\n指定してください：--format {format}",
    ),
    "task_day": (
        "{file}, line {line}: there is no day {day}.\nFix it there.",
        "{file}の{line}行目：「{day}」という日付はありません。\n元のファイルを直してください。",
    ),
    "bad_task": (
        "{file}, line {line}: this is not a Taskwarrior task.\nExport it again: task export",
        "{file}の{line}行目は Taskwarrior のタスクではありません。\n書き出し直してください：task export",
    ),
    "broken_json": (
        "{file}, line {line}: this is broken JSON.\nExport it again from the program that it is from.",
        "{file}の{line}行目：JSON が壊れています。\n元のアプリから書き出し直してください。",
    ),
    "transcript_with_whom": (
        "{file}: {people} people speak; whom is it with?\n"
        'Say it with --with NAME. Your own name is set by: onelog config me "NAME"',
        "{file} では{people}人が話しています。1on1の相手は誰ですか。\n"
        '--with 名前 で指定してください。自分の名前を設定するには：onelog config me "名前"',
    ),
    "transcript_names_nobody": (
        "{file}: nobody is named; whom is it with?\n"
        'Say it with --with NAME. Your own name is set by: onelog config me "NAME"',
        "{file} には名前がありません。1on1の相手は誰ですか。\n"
        '--with 名前 で指定してください。自分の名前を設定するには：onelog config me "名前"',
    ),
    # why a file or some of its lines were left out
    "is_template": ("it is a template", "ひな形です"),
    "no_one_on_one": ("it is no 1-on-1", "1on1ではありません"),
    "profile_rest": ("what is known of somebody is not taken", "その人について知っていることは取り込みません"),
    "others_refused": ("something else cannot be taken", "ほかに取り込めないものがあります"),
    "is_empty": ("it is empty", "空です"),
    "is_link": ("it is a link", "リンクです"),
    "is_hidden": ("it is hidden", "隠しファイルです"),
    "is_no_file": ("it is not a file", "ファイルではありません"),
    "is_no_text": ("it is not text", "テキストではありません"),
    "too_large": ("it has more than {most} MB", "{most} MB を超えています"),
    "several_people": ("it is with several people: {people}", "複数の人との記録です：{people}"),
    "no_meeting": (
        "nothing says whether it is a 1-on-1, or with whom",
        "1on1かどうかも、誰との1on1かも書かれていません",
    ),
    "no_day": ("it has no day", "日付がありません"),
    "heading_no_day": ("its heading has no day", "見出しに日付がありません"),
    "in_no_meeting": ("it belongs to no meeting", "どの1on1にも入っていません"),
    "no_tasks": ("there are no tasks in it", "タスクがありません"),
    "no_entries": ("there are no entries in it", "記入がありません"),
    "no_rows": ("there are no rows in it", "行がありません"),
    "no_row_taken": ("no row of it is imported", "取り込む行がありません"),
    "no_commits": ("there are no commits in it", "コミットがありません"),
    "no_event": ("there are no events in it", "予定がありません"),
    "no_past_meeting": ("there are no past 1-on-1s in it", "過去の1on1がありません"),
    "heading_skipped": ("your rules skip {heading!r}", "「{heading}」は規則で除外されています"),
    "skipped_by_rule": ("{column} is {word!r}", "{column} が「{word}」です"),
    "is_merge": ("it is a merge", "マージです"),
    "is_pattern": ("it is the template of a repeating task", "繰り返すタスクのひな形です"),
    "was_declined": ("it was declined", "辞退した予定です"),
    "was_cancelled": ("it was cancelled", "取り消された予定です"),
    "yet_to_come": ("it is in the future", "まだ先の予定です"),
    "with_several": ("it is with several people", "複数の人との予定です"),
    "who_are_you": (
        "it does not say which of the two is you (onelog config me NAME)",
        "2人のどちらが自分か分かりません（onelog config me 名前）",
    ),
    "own_calendar": ("onelog wrote it, so it has nothing new", "onelog が書き出したもので、内容はすでにあります"),
    # why a document was kept as it is here
    "known_that_day": ("it is already here as {id}, a meeting of that day", "同じ日の1on1がすでに {id} にあります"),
    "deleted_here": (
        "it was deleted here, and stays so; onelog undo takes that back",
        "ここで削除されているため、取り込んでいません。onelog undo で削除を取り消せます",
    ),
    "known_word_for_word": ("it is already here as {id}, word for word", "同じ内容がすでに {id} にあります"),
    "before_is_lost": (
        "it was edited in the source, but its earlier text is no longer known here; yours is kept",
        "取り込み元で編集されていますが、前の内容がここに残っていないため、こちらの内容を残しました",
    ),
    "both_edited": (
        "it was edited both in the source and here; yours is kept",
        "取り込み元とこちらの両方で編集されているため、こちらの内容を残しました",
    ),
    "promise_gone": ("the promise it came from is no longer here", "元の宿題がもうありません"),
    "meeting_to_come": (
        "{day} is in the future; the meeting was recorded on that day",
        "{day} は先の日付です。その日の1on1として記録しました",
    ),
    "meeting_undated": (
        "there is no day, so this was recorded as a meeting of today, {day}; for another day, add a line at: DAY",
        "日付がないため、今日（{day}）の1on1として記録しました。別の日なら「at: 日付」の行を足してください",
    ),
    "no_words": ("it has no words", "本文がありません"),
    "needs_library": (
        "That needs the library {library}.\n{how}",
        "それにはライブラリ {library} が必要です。\n{how}",
    ),
    "broken_calendar": (
        "{file}, line {line}: this is a broken calendar.\nExport it again from the program that it is from.",
        "{file}の{line}行目：カレンダーが壊れています。\n元のアプリから書き出し直してください。",
    ),
    "event_too_often": (
        "{file}, line {line}: this event comes more than once a day.\nTake it out of the calendar first.",
        "{file}の{line}行目：1日に何度も繰り返す予定です。\n先にカレンダーから外してください。",
    ),
    "too_many_meetings": (
        "{file}, line {line}: there are more than {most:,} past 1-on-1s.\nExport a shorter time.",
        "{file}の{line}行目：過去の1on1が {most:,} 件以上あります。\n期間を短くして書き出してください。",
    ),
    "needs_rules": (
        "{file} is a table, and nothing says what its columns are.\n"
        "onelog import {file} --guess-rules > rules.toml; look at it; then: onelog import {file} --rules rules.toml",
        "{file} は表ですが、どの列が何か分かりません。\n"
        "onelog import {file} --guess-rules > rules.toml を確認してから：onelog import {file} --rules rules.toml",
    ),
    "no_such_column": (
        "{file} has no column {column!r}.\nIt has: {columns}",
        "{file} に「{column}」という列はありません。\nある列：{columns}",
    ),
    "row_too_long": (
        "{file}, line {line}: {cells} cells, and the first row has {columns}.\nFix the table, or its quotes.",
        "{file}の{line}行目：セルが{cells}個ありますが、1行目は{columns}個です。\n表か引用符を直してください。",
    ),
    "broken_table": (
        "{file}, line {line}: the quotes of this table are broken.\nFix them, or export the table again.",
        "{file}の{line}行目：表の引用符が壊れています。\n直すか、書き出し直してください。",
    ),
    "rules_unreadable": (
        "{file} is not TOML: {why}.\nonelog import FILE --guess-rules shows how rules are written.",
        "{file} は TOML ではありません（{why}）。\n書き方は onelog import ファイル --guess-rules で確認できます。",
    ),
    "unknown_rule": (
        "{file}: there is no rule {rule!r}.\nRules are {rules}.",
        "{file}：「{rule}」という規則はありません。\n使えるもの：{rules}",
    ),
    "bad_rule": (
        "{file}: {rule} has a wrong value.\nFor example: {wanted}",
        "{file}：{rule} の書き方が違います。\n例：{wanted}",
    ),
    "broken_org": (
        "{file} cannot be read as Org.\nOpen it in Emacs, and save it again.",
        "{file} を Org として読み取れません。\nEmacs で開いて保存し直してください。",
    ),
    "broken_docx": (
        "{file} is a broken Word document.\nOpen it in Word, and save it again.",
        "{file} は壊れた Word 文書です。\nWord で開いて保存し直してください。",
    ),
    "choose_commits": (
        "{file} is a git log of {n} commits: choose those that are wins.\n"
        "git log … | onelog import - --dry-run > wins.md; delete the others there; then: onelog import wins.md",
        "{file} は{n}件のコミットの git log です。成果にするものを選んでください。\n"
        "git log … | onelog import - --dry-run > wins.md で書き出し、不要なものを消してから：onelog import wins.md",
    ),
    "commit_without_day": (
        "{file}, line {line}: this commit does not say its day.\ngit log without --format and --date says it.",
        "{file}の{line}行目：コミットの日付が分かりません。\n--format や --date を付けずに git log を実行してください。",
    ),
    "too_many_records": (
        "{file} has more than {most:,} records.\nImport it in parts.",
        "{file} には {most:,} 件以上の記録があります。\n分けて取り込んでください。",
    ),
}
