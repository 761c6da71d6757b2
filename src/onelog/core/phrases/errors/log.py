"""What is said when words, a meeting or a note cannot be logged."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "one_source": (
        "The words come from one place: arguments, a pipe, or --file.\nLeave the others out.",
        "内容は1か所から渡してください：引数、パイプ、--file のどれか。\nほかは外してください。",
    ),
    "no_words": (
        "There are no words; nothing was written.\nGive them as arguments, through a pipe or at the prompt.",
        "内容がないため、何も記録していません。\n引数、パイプ、プロンプトのどれかで渡してください。",
    ),
    "more_has_day": (
        "--more adds to a meeting of today; another day is another meeting.\nLeave --on out, or --more.",
        "--more は今日の1on1への追記です。別の日なら新しい記録になります。\n--on か --more のどちらかを外してください。",
    ),
    "more_alone": (
        "--more and {option} do not go together.\nLeave one out.",
        "--more と {option} は一緒に使えません。\nどちらかを外してください。",
    ),
    "nobody_today": (
        "There is no meeting today to add to.\nonelog log PERSON WORDS records one.",
        "今日の1on1がまだないので、書き足せません。\n記録：onelog log 相手 言葉",
    ),
    "several_today": (
        "Today there were meetings with {names}.\nSay with whom: onelog log {quoted} + WORDS",
        "今日は{names}との1on1がありました。\n相手を指定してください：onelog log {quoted} + 言葉",
    ),
    "none_today": (
        "There is no meeting with {name} today to add to.\nonelog log {quoted} records one.",
        "今日の {name} との1on1はまだありません。\n記録するには：onelog log {quoted}",
    ),
    "live_needs_prompt": (
        "--live counts while you type at the prompt.\nLeave the words out, or say how long: --len 45m",
        "--live は、プロンプトで入力している間の時間を計ります。\n内容を外すか、長さを指定してください：--len 45m",
    ),
    "nothing_written": (
        "You wrote nothing in this document; nothing was logged.\nTick a box, or write what was said.",
        "文書に何も書かれていないため、記録していません。\n項目にチェックを入れるか、話したことを書いてください。",
    ),
    "prepared_document": (
        "This document was prepared for a meeting.\nonelog log PERSON takes it, when you have met.",
        "この文書は1on1の準備用です。\n実施したあとに onelog log 相手 で取り込めます。",
    ),
    "note_has_no_day": (
        "A note is for the next meeting and has no day of its own.\n"
        "Write \\on: to keep it as words; onelog log PERSON takes what was said.",
        "メモは次回の1on1のためのもので、日付を持ちません。\n"
        "言葉として残すなら \\on: と書きます。話したことは onelog log 相手 で記録します。",
    ),
    "day_already": (
        "This meeting has its day already.\nonelog change {id} on:DAY moves it; \\on: keeps the word.",
        "この1on1にはすでに日付があります。\n日付を変えるには：onelog change {id} on:DAY　言葉として残すなら：\\on:",
    ),
    "document_with_another": (
        "The document says it is with {name!r}, and you said {person}.\n"
        "Change its `with:` line, or the name in the command.",
        "文書の相手は「{name}」ですが、指定された相手は{person}さんです。\n"
        "文書の `with:` の行か、コマンドの名前を直してください。",
    ),
    "private_label": (
        "These words have a private label ({label}), and this {kind} is not private.\n"
        "{keeps} keeps it to yourself; \\{label} says that it is no label.",
        "非公開のラベル（{label}）が含まれていますが、{kind}は非公開ではありません。\n"
        "自分だけに残すには：{keeps}　ラベルでないなら：\\{label}",
    ),
    "words_with_another": (
        "The document says it is with {name!r}, and you said {person}.\n"
        "Change that name in it, or the one in the command.",
        "文書の相手は「{name}」ですが、指定された相手は{person}さんです。\n"
        "文書の名前か、コマンドの名前を直してください。",
    ),
}
