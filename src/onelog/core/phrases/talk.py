"""What is said beside the answer."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "undo": ("onelog undo takes it back.", "onelog undo で取り消せます。"),
    "redo": ("onelog redo does it again.", "onelog redo でやり直せます。"),
    "open_journal": (
        "Other people on this computer may read the journal: this disk keeps no permissions. onelog doctor says more.",
        "このディスクは権限を保存できないため、このコンピューターのほかの利用者も記録を読めます。詳しくは onelog doctor を見てください。",
    ),
    "open_folder": (
        "Other people on this computer may look into {folder}; the journal itself is closed to them.",
        "このコンピューターのほかの利用者も {folder} の中を見られます。記録のファイル自体は見られません。",
    ),
    "waiting_to_write": (
        "Another onelog is writing in the journal; waiting for it …",
        "ほかの onelog が記録に書き込んでいます。終わるのを待っています…",
    ),
    "waiting_at_work": (
        "Another onelog is at work in the journal; waiting for it …",
        "ほかの onelog が記録を使っています。終わるのを待っています…",
    ),
    "form_not_used": (
        "{what}. This form is not used; mend it: onelog forms edit {name}",
        "{what}。この書式は使われません。直すには：onelog forms edit {name}",
    ),
    "date_order": (
        "onelog config date_order {order} reads such days so without asking.",
        "onelog config date_order {order} を設定すると、確認せずにそう読みます。",
    ),
    "saved_late": (
        (
            "A text was saved after what it is about had been forgotten, and thrown away.",
            "{n} texts were saved after what it is about had been forgotten, and thrown away.",
        ),
        "完全に消去した記録についての文書が{n}件、あとから保存されたため、破棄しました。",
    ),
    "is_new": (
        "{name} is new: onelog people edit {quoted} says who they are.",
        "{name}さんを新しい相手として登録しました。関係などを書くには：onelog people edit {quoted}",
    ),
    "in_line": ("line {line}: {what}", "{line}行目：{what}"),
    "in_file_line": ("{file}, line {line}: {what}", "{file}の{line}行目：{what}"),
    "set_right": (
        "onelog change last, or onelog edit {id}, fixes it.",
        "直すには：onelog change last、または onelog edit {id}",
    ),
    "left_out": (
        "Left out: {listed} ({command} shows them too).",
        "表示していないもの：{listed}（{command} で表示します）",
    ),
    "left_out_of_file": (
        "Left out: {listed} ({command} writes them too).",
        "書き出していないもの：{listed}（{command} で書き出します）",
    ),
    "left_out_of_look": (
        "Left out: {listed} ({command} looks at them too).",
        "対象にしていないもの：{listed}（{command} で対象にします）",
    ),
    "without_words": (
        "Without the words of {listed} ({command} shows them).",
        "内容を省いたもの：{listed}（{command} で表示します）",
    ),
    "bad_characters": (
        "Some characters cannot be kept as text; each was replaced by �.",
        "文字として保存できない部分は � に置き換えました。",
    ),
    "same_words": (
        "The same words stand in {id} of that day: onelog delete {new} takes these out.",
        "同じ内容がその日の {id} にもあります。今回の分を削除するには：onelog delete {new}",
    ),
    "taken_for_words": (
        "{words!r} is taken for what was said. If it belongs to the name: onelog undo, then onelog {command} {name} --new …",
        "「{words}」は話した内容として記録しました。名前の一部なら、onelog undo のあとに：onelog {command} {name} --new …",
    ),
    "with_nobody": (
        "It is with nobody yet: onelog change {id} with:{name} links it.",
        "まだ誰とも結び付いていません。結び付けるには：onelog change {id} with:{name}",
    ),
    "without_cadence": ("{n} without a cadence: onelog next --all", "頻度が未設定の相手：{n}人（onelog next --all）"),
    "drafts_waiting": (
        (
            "{n} text has not reached the journal: onelog recover",
            "{n} texts have not reached the journal: onelog recover",
        ),
        "保存されていない下書きが{n}件あります：onelog recover",
    ),
    "kept_apart": (
        "What was typed after the end is kept apart: onelog recover",
        "入力を終えたあとに打たれた内容は、別に残してあります：onelog recover",
    ),
    "typed_kept": ("What else was typed is kept. {way_back}", "ほかに入力された内容は残してあります。{way_back}"),
    "not_logged": (
        "Not logged; the words are kept: onelog recover",
        "記録していません。入力した内容は残っています：onelog recover",
    ),
    "not_planned": (
        "Nothing was planned; the words are kept: onelog recover",
        "計画していません。入力した内容は残っています：onelog recover",
    ),
    "editor_at_once": (
        "The editor came back at once. If its window is still open, save in it, then: onelog recover ({path})",
        "エディターがすぐに終了しました。ウィンドウがまだ開いていれば、保存してから：onelog recover（{path}）",
    ),
    "nothing_changed": ("Nothing was changed.", "何も変更していません。"),
    "line_gone": (
        "{id} stays, though its line is gone: onelog delete {id} takes it away.",
        "{id} は行が消えても残っています。削除するには：onelog delete {id}",
    ),
    "lines_gone": (
        "{ids} stay, though their lines are gone: onelog delete ID takes one away.",
        "{ids} は行が消えても残っています。削除するには：onelog delete ID",
    ),
    "is_written": ("{file} is written.", "{file} に書き出しました。"),
    "in_use": ("{file} is in use.", "{file} を使うようにしました。"),
    "folder_refreshed": (
        (
            "{n} document in {path}: {new} written, {gone} removed.",
            "{n} documents in {path}: {new} written, {gone} removed.",
        ),
        "{path} の文書{n}件：{new}件を書き出し、{gone}件を削除しました。",
    ),
    "files_left": (
        (
            "{n} file is not as onelog wrote it and stays: {names}. To bring a change in: onelog import {path}",
            "{n} files are not as onelog wrote them and stay: {names}. To bring changes in: onelog import {path}",
        ),
        "onelog が書いた内容と違う{n}件はそのままです：{names}。変更を取り込むには：onelog import {path}",
    ),
    "n_document": (("{n} document in {path}.", "{n} documents in {path}."), "{path} に文書を{n}件書き出しました。"),
    "exported": ("{period}{meetings}{goals}{to_come}.", "{period}{meetings}{goals}{to_come}。"),
    "exported_promises": (("{n} promise.", "{n} promises."), "宿題{n}件。"),
    "of_period": ("{period}: ", "{period}："),
    "and_goals": ((", {n} goal", ", {n} goals"), "、目標{n}件"),
    "and_to_come": (", {n} to come", "、予定{n}件"),
    "for_your_eyes": (
        "Concerns and private notes are in it: it is for your eyes.",
        "懸念と非公開のメモが含まれています。自分だけで見てください。",
    ),
    "no_document": (
        "Not in it: {listed}; --format json has everything.",
        "含まれないもの：{listed}。--format json ならすべて含まれます。",
    ),
    "wins_with_nobody": (
        "Left out: {n} with somebody's name and with nobody. onelog change {id} with:NAME links it.",
        "含めていないもの：名前があるのに誰とも結び付いていない{n}件。結び付けるには：onelog change {id} with:名前",
    ),
    "another_nomination": (
        "Another time: onelog nominate PERSON 2026Q3; onelog praise WORDS --with PERSON notes what is good.",
        "別の期間：onelog nominate 相手 2026Q3　よかったことを残す：onelog praise 内容 --with 相手",
    ),
    "another_review": (
        "Another time: onelog review {period}; onelog log PERSON notes a meeting.",
        "別の期間：onelog review {period}　1on1を記録：onelog log 相手",
    ),
    "names_in_texts": (
        "Read it first: names that are not in the journal, and other spellings, stay in the texts.",
        "先に読み返してください。登録されていない名前や別の表記は、文中に残ります。",
    ),
    "nothing_fits": ("Nothing fits.", "見つかりませんでした。"),
    "only_left_out": (
        "A word with - before it leaves out what has it: say what to find as well.",
        "「-」を付けた言葉は除く言葉です。探す言葉も入力してください。",
    ),
    "search_saved": (
        "Saved: onelog search :{name} finds it again; --unsave {name} deletes it.",
        "保存しました。もう一度：onelog search :{name}　削除：--unsave {name}",
    ),
    "search_removed": ("Deleted the saved search {name}: {search}", "保存した検索「{name}」を削除しました：{search}"),
    "no_searches_saved": (
        "No search is saved yet: onelog search WORDS --save NAME",
        "保存した検索はまだありません：onelog search 言葉 --save 名前",
    ),
    "no_evidence": (
        "No evidence yet: tag praise, growth feedback, a win or an aha moment.",
        "裏付けがまだありません。称賛、改善の助言、成果、気づきにタグを付けてください。",
    ),
    "older_ones": (
        "{n} older ones are not shown: --limit 0 shows all.",
        "古い{n}件は表示していません。すべて表示：--limit 0",
    ),
    "questions_in_line": ("{file}, line {line}: {what}.", "{file}の{line}行目：{what}。"),
    "questions_file": ("{file} {what}.", "{file}：{what}。"),
    "feedback_to_now": (
        "{id} is {kind} to {name} now; if it is not: onelog change {id} from:them",
        "{id} は{name}さんへの{kind}になりました。違うときは：onelog change {id} from:them",
    ),
    "is_now": ("{was} is {name} now.", "{was}さんを{name}さんにまとめました。"),
    "is_now_with": ("{was} is {name} now; {counts} came along.", "{was}さんを{name}さんにまとめました（{counts}）。"),
    "to_themselves": (
        "{id} is {kind} from {name} to the same person now: onelog change {id} to:me",
        "{id} は{name}さんから同じ人への{kind}になりました：onelog change {id} to:me",
    ),
    "import_reading": (("Reading: {n:,} file", "Reading: {n:,} files"), "読み込み中：{n:,} 件"),
    "import_taking": ("Taking in: {n:,} of {many:,}", "取り込み中：{n:,} / {many:,}"),
    "import_more": ("And {n} more of these.", "ほか{n}件。"),
    "import_and_more": (" and {n} more", "、ほか{n}件"),
    "import_files_left_out": (
        ("Left out 1 file, because {why}: {names}{more}.", "Left out {n} files, because {why}: {names}{more}."),
        "取り込まなかったファイル{n}件（{why}）：{names}{more}",
    ),
    "import_code_page": (
        "Read as {page}: {names}{more}.",
        "{page} として読み取り：{names}{more}",
    ),
    "import_line": ("line {line}", "{line}行目"),
    "import_lines": ("lines {first} to {last}", "{first}〜{last}行目"),
    "import_lines_left_out": (
        "{file}, {lines}: left out, because {why}.",
        "{file}の{lines}：取り込んでいません（{why}）。",
    ),
    "import_parts_left_out": (
        "Left out {n} lines, because {why}: {names}{more}; --report FILE lists them.",
        "取り込まなかった行{n}行（{why}）：{names}{more}。一覧は --report ファイル名 で。",
    ),
    "import_rule_unused": (
        "No heading is called {headings}; check the rules.",
        "{headings}という見出しはありません。規則を確認してください。",
    ),
    "import_mend_in_file": (
        "Fix it in the file, or later with onelog change.",
        "ファイルで直すか、取り込んだあとに onelog change で直してください。",
    ),
    "import_more_records": (" (and {n} more records)", "（ほか{n}件）"),
    "import_set_right": (
        ("{commands} fixes it{more}.", "{commands} fix it{more}."),
        "直すには：{commands}{more}",
    ),
    "import_nothing_new": ("nothing new", "新しいものなし"),
    "import_changed": ("; {n} changed", "、変更{n}件"),
    "import_same": ("; {n} here already", "、すでにあるもの{n}件"),
    "import_brought": ("Imported {made}{changed}{same}.", "取り込みました：{made}{changed}{same}"),
    "import_would_bring": ("Would import {made}{changed}{same}.", "取り込む予定：{made}{changed}{same}"),
    "import_new_people": ("New people: {names}{more}.", "新しい相手：{names}{more}"),
    "import_kept": ("{file}, line {line}: {why} ({id}).", "{file}の{line}行目：{why}（{id}）。"),
    "setting_is": ("✓ {key} is now {value}\n  in {file}", "✓ {key} を {value} に設定しました\n  {file}"),
    "comma": ("{one}, {other}", "{one}、{other}"),
    "and": ("{one} and {other}", "{one}、{other}"),
    "or": ("{one} or {other}", "{one}または{other}"),
    "semicolon": ("{one}; {other}", "{one}、{other}"),
}
