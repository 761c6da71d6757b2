"""What is said of a document that cannot be read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown_kind": (
        "there is no kind of document {kind!r}\nkind is meeting, aside, goal or person",
        "「{kind}」という種類の文書はありません\nkind は meeting、aside、goal、person のどれかです。",
    ),
    "not_an_id": (
        "{id!r} is not a onelog id.\nRemove the line id:.",
        "「{id}」は onelog の ID ではありません。\nid: の行を取り除いてください。",
    ),
    "twice": (
        "{id} appears again, and not as in {file}, line {line}.\nKeep the one that is right.",
        "{id} が重複していて、{file}の{line}行目と内容が違います。\n正しいほうだけを残してください。",
    ),
    "with_whom": (
        "This document does not say whom it is with.\nAdd a line `with: NAME`, or --with NAME.",
        "この文書には相手が書かれていません。\n「with: 名前」の行か --with 名前 を付けてください。",
    ),
    "no_day": (
        "This document does not say which day it is from.\n"
        "Add a line `at: DAY`, or --on DAY; --undated today takes it as one of today.",
        "この文書には日付が書かれていません。\n"
        "「at: 日付」の行か --on 日付 を付けてください。--undated today なら今日の記録として取り込みます。",
    ),
    "notes_there": (
        "Notes for the next meeting with {person} are here already.\nGive the document a line at: DAY.",
        "{person}さんとの次回のメモはすでにあります。\n文書に「at: 日付」の行を付けてください。",
    ),
    "aside_is_one_line": (
        "A document of kind aside is one record in one line.\nWrite a meeting, or several asides.",
        "aside の文書には、1件を1行で書きます。\nmeeting にするか、aside を複数に分けてください。",
    ),
    "unknown_line_of_aside": (
        "The line {line!r} is not understood.\nKnown are kind, at, with and meeting.",
        "「{line}」の行を読み取れません。\n使えるもの：kind、at、with、meeting",
    ),
    "person_has_no_text": (
        "A person's document has no text under its front matter.\nLog or note what you want to say.",
        "人の文書には、先頭の項目の下に本文を書けません。\n内容は log か note で記録してください。",
    ),
    "goal_needs_title": (
        "A goal's document needs a title.\ntitle: One million users",
        "目標の文書にはタイトルが必要です。\ntitle: 利用者100万人",
    ),
    "goal_state": (
        "A goal cannot be {status!r}.\nIt is one of {states}.",
        "目標の状態に「{status}」はありません。\n使えるもの：{states}",
    ),
    "unknown_line": (
        "The line {line!r} is not understood.\nKnown are {keys}.",
        "「{line}」の行を読み取れません。\n使えるもの：{keys}",
    ),
    "not_1_to_5": (
        "{key} goes from 1 to 5; this is {value!r}.\nFor example: {key}:4",
        "{key} は1〜5です（「{value}」は使えません）。\n例：{key}:4",
    ),
    "unknown_mode": (
        "There is no mode {mode!r}.\nIt is one of {modes}.",
        "「{mode}」という方法はありません。\n使えるもの：{modes}",
    ),
    "heading_without_year": (
        "the heading “{heading}” says a day without its year; nothing was imported.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        "見出し「{heading}」の日付に年がないため、何も取り込んでいません。\n"
        "1on1は日付と相手で始めます：## 2026-03-24 · 田中。メモの見出しは、それより小さいもの（###）にします。",
    ),
    "heading_without_day": (
        "the heading “{heading}” has no day; nothing was imported.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        "見出し「{heading}」に日付がないため、何も取り込んでいません。\n"
        "1on1は日付と相手で始めます：## 2026-03-24 · 田中。メモの見出しは、それより小さいもの（###）にします。",
    ),
    "heading_trouble": (
        "{trouble}; nothing was imported.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        "{trouble}。何も取り込んでいません。\n"
        "1on1は日付と相手で始めます：## 2026-03-24 · 田中。メモの見出しは、それより小さいもの（###）にします。",
    ),
    "said_at": (
        "{file}, line {line}: {error}\n{error.hint}",
        "{file}の{line}行目：{error}\n{error.hint}",
    ),
    "not_a_day_in_line": (
        "{what} (line {line}).\nFor example: at: 2026-11-17T10:00",
        "{what}（{line}行目）。\n例：at: 2026-11-17T10:00",
    ),
    "not_a_day_of_meeting": (
        "{what!r} in line {line} is no day that onelog understands.\n"
        "For example: at: 2026-11-17T10:00; a meeting that is yet to come: onelog move {name} DAY",
        "{line}行目の「{what}」は日付として読み取れません。\n例：at: 2026-11-17T10:00。次回の予定は：onelog move {name} 日付",
    ),
    "no_document": (
        "{id} is {kind}, which has no document.\nonelog delete {id} takes it back.",
        "{id} は{kind}です。文書の形にはなりません。\n取り消すには：onelog delete {id}",
    ),
    "head_open": (
        "The head of the document has no end; nothing was changed.\n"
        "Each field stands on a line of its own, with a line --- above them and one below.",
        "文書の先頭の項目が閉じられていないため、何も変更していません。\n"
        "項目は1行に1つずつ、上下を --- の行で囲みます。",
    ),
    "head_broken": (
        "The head of the document is broken; nothing was changed.\n"
        "Each field stands on a line of its own, with a line --- above them and one below.",
        "文書の先頭の項目が壊れているため、何も変更していません。\n項目は1行に1つずつ、上下を --- の行で囲みます。",
    ),
    "heading_no_day": (
        "the heading {heading!r} has no day; nothing was imported.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        "見出し「{heading}」に日付がありません。何も取り込んでいません。\n"
        "1on1は日付と相手で始めます：## 2026-03-24 · 田中。メモの見出しは、それより小さいもの（###）にします。",
    ),
    "heading_two_people": (
        "who is it with: {one!r} or {other!r}? Nothing was imported.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        "相手は「{one}」と「{other}」のどちらですか。何も取り込んでいません。\n"
        "1on1は日付と相手で始めます：## 2026-03-24 · 田中。メモの見出しは、それより小さいもの（###）にします。",
    ),
    "bad_day": (
        "{trouble}; nothing was imported.\nAdd a line `at: DAY`, or --on DAY; --undated today takes it as one of today.",
        "{trouble}。何も取り込んでいません。\n"
        "「at: 日付」の行か --on 日付 を付けてください。--undated today なら今日の記録として取り込みます。",
    ),
    # what looks like a day and is none; what was not taken in
    "no_such_day": ("there is no day {day}", "「{day}」という日付はありません"),
    "no_such_time": ("there is no time {time}", "「{time}」という時刻はありません"),
    "other_weekday": ("{day} is a {weekday}, not a {said}", "{day} は{weekday}です（{said}ではありません）"),
    "more_than_day": ("{text!r} is more than a day", "「{text}」には日付以外も書かれています"),
    "without_year": ("{text!r} is not a day with its year", "「{text}」は年の入った日付ではありません"),
    "not_in_format": ("{text!r} does not match {format}", "「{text}」は {format} の形ではありません"),
    "of_key": ("{key}: {why}", "{key}：{why}"),
    "of_file_name": ("the file name: {why}", "ファイル名：{why}"),
    "two_names": ("is it with {one!r} or {other!r}?", "相手は「{one}」と「{other}」のどちらですか"),
    "in_no_meeting": (
        "these lines belong to no meeting, so they were left out",
        "どの1on1のものでもない行のため、取り込んでいません",
    ),
    "line_unread": (
        "{line!r} was not understood, so it was left out",
        "「{line}」は読み取れなかったため、取り込んでいません",
    ),
    "several_people": (
        "it names several people ({people}), and a 1-on-1 is with one.\n"
        'Add a line `with: NAME`, or --with NAME; --people "NAME=new" where a heading, a file or a folder is called so.',
        "複数の人（{people}）が書かれています。1on1の相手は1人です。\n"
        '「with: 名前」の行か --with 名前 を付けてください。見出し、ファイル、フォルダーの名前が相手の名前なら：--people "名前=new"',
    ),
    "note_with_whom": (
        "This document does not say whom it is with.\n"
        'Add a line `with: NAME`, or --with NAME; --people "NAME=new" where a heading, a file or a folder is called so.',
        "この文書には相手が書かれていません。\n"
        '「with: 名前」の行か --with 名前 を付けてください。見出し、ファイル、フォルダーの名前が相手の名前なら：--people "名前=new"',
    ),
}
