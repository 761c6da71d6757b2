"""Forms of one's own."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "everybody": ("everybody without a closer one", "ほかに書式のない全員"),
    "nobody": ("nobody in the journal", "記録にいない人"),
    "broken": ("line {line}: {what}. This form is not used.", "{line}行目：{what}。この書式は使われません。"),
    "broken_file": "errors.doctor.form_not_used",
    "mend": ("One for a relation or a person: {command}", "関係や人ごとの書式：{command}"),
    "none": (
        "No forms of your own yet. Start from an example: {command}",
        "自分の書式はまだありません。見本から始める：{command}",
    ),
    # what is wrong with one
    "in_line": ("{file}, line {line}: {what}{more}", "{file}の{line}行目：{what}{more}"),
    "in_file": ("{file}: {what}{more}", "{file}：{what}{more}"),
    "and_more": (" (and {n} more)", "（ほか{n}件）"),
    "taken_by": ("{file} is for the same people, and is used instead", "対象が同じ {file} が使われます"),
    "not_utf8": "errors.ask.bank_not_utf8",
    "dead_link": ("this link leads nowhere", "リンク先のファイルがありません"),
    "is_folder": ("this is a folder", "フォルダーです"),
    "unreadable": ("it cannot be read: {reason}", "読み取れません（{reason}）"),
    "too_long": (
        "{n:,} characters are too many; a form has at most {most:,}",
        "{n:,}文字あります。書式は{most:,}文字までです",
    ),
    "empty": ("the form is empty", "書式が空です"),
    "asks_nothing": ("the form asks nothing and says nothing", "質問も見出しもありません"),
    "code_open": ("this code block is never closed", "コードブロックが閉じられていません"),
    "bad_characters": ("this line has characters that are not text", "文字でないものが含まれています"),
    "front_matter": (
        "a form has no front matter; for a field of its own, write ask: energy 1-5",
        "書式の先頭に --- の項目は書けません。項目を作るには「聞く：元気 1-5」と書きます",
    ),
    "empty_ask": (
        "name a scale and its range: ask: energy 1-5",
        "尺度の名前と範囲を書いてください（例：聞く：元気 1-5）",
    ),
    "scale_twice": ("{name} is asked for twice", "「{name}」が2回あります"),
    "many_scales": ("that is too many scales; a form has at most {most}", "尺度が多すぎます。{most}個までです"),
    "no_scale": (
        "“{words}” is not a scale; write a name and its range: ask: energy 1-5",
        "「{words}」は尺度として読み取れません。名前と範囲を書いてください（例：聞く：元気 1-5）",
    ),
    "scale_of_words": (
        "“{words}” is not a scale; its name has to be one word: ask: {example}",
        "「{words}」は尺度として読み取れません。名前は1語にしてください（例：聞く：{example}）",
    ),
    "scale_reserved": (
        "{name} already means something; call the scale something else, such as my-{example}",
        "「{name}」はすでに別の意味で使われています。my-{example} など、別の名前にしてください",
    ),
    "scale_range": (
        "{name} goes from {low} to {high}; a scale goes up, from {least} or more to {most} or less",
        "「{name}」の範囲が{low}〜{high}です。小さい数から大きい数へ、{least}〜{most}の間で書いてください",
    ),
    "unknown_place": (
        "there is no {{{name}}}; you can use {known}",
        "{{{name}}} はありません。使えるもの：{known}",
    ),
    "place_number": (
        "only {{questions}} takes a number, from 1 to {most}",
        "数を書けるのは {{質問}} だけです（1〜{most}）",
    ),
    "place_twice": ("{{{name}}} is in the form twice", "{{{name}}} が重複しています"),
    "place_open": ("there is a {{ without its }}", "{{ が閉じられていません"),
    "place_inside": (
        "put {{{name}}} on a line of its own",
        "{{{name}}} は、それだけで1行に書いてください",
    ),
    "would_record": (
        "“{words}” would be recorded in every meeting; a form has only headings and questions",
        "「{words}」は毎回の1on1に記録されます。書式に書けるのは見出しと質問だけです",
    ),
    "would_be_kind": (
        "“{words}” would become {kind}, because of its heading; put questions under another one",
        "「{words}」は見出しのために{kind}になります。質問は別の見出しの下に書いてください",
    ),
    "would_be_said": (
        "“{words}” would be recorded for every meeting; leave it out",
        "「{words}」は毎回の1on1に記録されます。外してください",
    ),
    "has_id": ("an id (^k7qf) belongs to one record; leave it out", "ID（^k7qf）は1件の記録のものです。外してください"),
    "comment": ("documents keep no comments; leave it out", "コメントは文書に残りません。外してください"),
}
