"""What is noticed in a text: what was not understood, or was read otherwise than it may be meant."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "read_as_text": (
        "“{token}” was read as text; {why}",
        "「{token}」は文章として読みました。{why}",
    ),
    "tag_letter": (
        "a tag begins with a letter",
        "タグは文字で始めます",
    ),
    "private_before": (
        "private: before it keeps it to yourself",
        "前に 非公開： と書くと自分だけのメモになります",
    ),
    "public_in_private": (
        "“{words}” is under a private heading, but its label ({label}) makes it public; x: keeps it to yourself",
        "「{words}」は非公開の見出しの下にありますが、ラベル（{label}）のため公開されます。非公開にするには x: を使います",
    ),
    "private_heading": (
        "“{shown}” begins with a word for what is private: what stands under it is, up to the next heading ({kept} says that it is not)",
        "「{shown}」は非公開を表す言葉で始まるため、次の見出しまでを非公開にしました（非公開でないなら {kept}）",
    ),
    "to_or_from": (
        "to:{name} or from:{name} says whose it is",
        "誰のものかは へ：{name} か から：{name} と書きます",
    ),
    "fact_of_other": (
        "a fact is about whom you met; onelog fact … --with {name} is about {name}",
        "ここに書けるのは1on1の相手についてのことです。{name}さんについてなら：onelog fact … --with {name}",
    ),
    "begins_line_here": (
        "a label begins its line here",
        "ここではラベルを行の先頭に書きます",
    ),
    "due_belongs_to": (
        "it belongs to an action",
        "宿題にだけ使えます",
    ),
    "why_belongs_to": (
        "it belongs to an action or a topic",
        "宿題か話題にだけ使えます",
    ),
    "because_belongs_to": (
        "it belongs to a moment",
        "気づきや称賛などの記録にだけ使えます",
    ),
    "no_day_follows": (
        "no day follows it",
        "後に日付がありません",
    ),
    "key_after_blank": (
        "a key needs a space before it, not a bracket",
        "キーの前には、かっこではなく空白を入れます",
    ),
    "code_open": (
        "the code that begins here is never closed; the label in line {line} was read as text",
        "ここから始まるコードが閉じられていないため、{line}行目のラベルは文章として読みました",
    ),
    "is_the_box": (
        "- [ ] is an open action",
        "やることは - [ ] と書きます",
    ),
    "is_the_label": (
        "{label}: is the label",
        "ラベルは {label}： です",
    ),
    "either_label": (
        "{one}: or {other}: says what it is",
        "{one}： か {other}： と書くと記録になります",
    ),
    "label_before_blank": (
        "a label needs a space after it",
        "ラベルの後には空白を入れます",
    ),
    "owner_of_action": (
        "an owner belongs to an action: a: {owner} …",
        "担当は宿題に書きます（例：宿題：{owner} …）",
    ),
    "owner_unknown": (
        "“{name}” stays in the words, and the action is yours: onelog change {id} {owner} makes it theirs",
        "「{name}」は本文に残し、自分の宿題としました。担当にするには：onelog change {id} {owner}",
    ),
    "day_in_words": (
        "“{words}” stays in the words and is no day by which it is due: {key} would be",
        "「{words}」は本文に残り、期限にはなりません。期限にするには：{key}",
    ),
    "owner_could_be": (
        "“{name}” could be {names}; it stays in the words, and the action is yours: onelog change {id} {owner}",
        "「{name}」は{names}のことかもしれません。本文に残し、自分の宿題としました。担当にするには：onelog change {id} {owner}",
    ),
    "mean_label": (
        "did you mean {label}:?",
        "もしかして {label}： ですか",
    ),
    "begins_line": (
        "in a document a label begins its line",
        "文書ではラベルを行の先頭に書きます",
    ),
    "makes_it_one": (
        "{label}: makes it one",
        "{label}： と書くとラベルになります",
    ),
    "due_of_action": (
        "it belongs to an action, which begins with a label",
        "ラベルで始まる宿題にだけ使えます",
    ),
    "no_moment_before": (
        "there is no moment before it",
        "前に気づきや称賛などの記録がありません",
    ),
    "fields_first": (
        "fields go in the first paragraph",
        "項目は最初の段落に書きます",
    ),
    "field_twice": (
        "{key}: appears twice; the second one stays in the note",
        "「{key}：」が2回あります。2つ目はメモに残しました",
    ),
    "of_key": (
        "{key}: {error}",
        "{key}：{error}",
    ),
    "no_feedback": (
        "as: {value!r} is neither praise nor growth",
        "種類：「{value}」は称賛でも成長でもありません",
    ),
    "of_key_with_hint": (
        "{key}: {error}. {error.hint}",
        "{key}：{error}。{error.hint}",
    ),
    "not_understood": (
        "{text} is not understood",
        "「{text}」を読み取れません",
    ),
    "label_alone": (
        "{label} has nothing after it, so it stays in the note",
        "「{label}」の後に何もないため、メモとして残しました",
    ),
    "nothing_after": (
        "{key}: has nothing after it",
        "「{key}：」の後に何もありません",
    ),
    "key_twice": (
        "{key} appears twice; the second one stays in the words",
        "「{key}」が2回あります。2つ目は本文に残しました",
    ),
    "kept_as_it_is": (
        "{what}; it is kept as it is",
        "{what}。そのまま残しました",
    ),
    "front_kept": (
        "{key}: {value} is not understood; it is kept as it is",
        "「{key}: {value}」は読み取れませんでした。そのまま残しました",
    ),
    "two_days_a_year": (
        "{text} may be two days; a date with the name of its month comes back each year",
        "「{text}」は2通りの日付に読めます。月の名前を付けた日付なら、毎年思い出せます",
    ),
    "no_words": (
        "{kind}: has no words of its own; the line stays in the note",
        "{kind}: の内容がありません。行はメモに残しました",
    ),
    "and_more": (
        "and {n} more from here on; all of it stays as it is",
        "ここから先にもあと{n}件あります。どれもそのまま残しました",
    ),
    "not_a_value": (
        "{error} {error.hint}",
        "{error}{error.hint}",
    ),
    "is_the_scale": (
        "{scale}:{value} is the scale",
        "尺度は {scale}:{value} と書きます",
    ),
    "scale_after_blank": (
        "a space before it makes it the scale",
        "前に空白を入れると尺度になります",
    ),
    "scales_first": (
        "scales go in the first paragraph",
        "尺度は最初の段落に書きます",
    ),
    "scale_twice": (
        "{scale}: appears twice",
        "{scale}: が2回あります",
    ),
    "another_id": (
        "^{id} is another record's id; this line got its own",
        "^{id} は別の記録の ID です。この行には新しい ID を付けました",
    ),
    "another_kind": (
        "{id} was {was} and is the {kind} {new} now",
        "{id} は{was}でしたが、{kind} {new} になりました",
    ),
    "taken_as_from": (
        "{kind} is taken as from {name}, whose relation is not known: onelog people edit {quoted} --relation report turns it",
        "{name}さんとの関係が未登録のため、{name}さんからの{kind}としました。部下なら：onelog people edit {quoted} --relation report",
    ),
    "deleted_meanwhile": (
        "^{id} was deleted meanwhile; its line is left out",
        "^{id} はその間に削除されたため、この行は取り込んでいません",
    ),
    "prepared_for_other": (
        "this document was prepared for somebody else; what was noted for them stays theirs",
        "別の人のために準備した文書です。その人についてのメモはそのまま残しています",
    ),
    "anothers_now": (
        "^{id} is another person's now; it stays there as it is",
        "^{id} は別の人の記録になったため、そのまま残しています",
    ),
    "could_be": (
        "@{word} could be {names}",
        "@{word} に当てはまる人が複数います：{names}",
    ),
    "nobody_here": (
        "@{word} is nobody here: --with PERSON says who",
        "@{word} が誰か分かりません。--with 相手 で指定してください",
    ),
    "nobody_called": (
        "nobody is called {word}; did you mean {name}",
        "「{word}」という人は登録されていません。もしかして：{name}",
    ),
    "out_of_scale": (
        "{scale} goes from {low} to {high}, in whole numbers; this is {said!r}",
        "{scale} は{low}〜{high}の整数です（「{said}」は使えません）",
    ),
    "sheet_on": (
        "on: says when it was",
        "日付として読み取れません（例：日時：11月20日 14:00）",
    ),
    "sheet_mood": (
        "mood:4 is yours, seen:4 theirs",
        "自分の気分は 気分：4、相手の様子は 相手の様子：4 と、最初の段落に1〜5で書きます",
    ),
    "sheet_len": (
        "len:45m says how long it was",
        "長さは 所要時間：45分 と、最初の段落に書きます",
    ),
    "sheet_mode": (
        "mode: says where it was",
        "形式は 形式：対面 のように、最初の段落に書きます",
    ),
    "yet_to_come": (
        "{day} is in the future; log a meeting once it took place",
        "{day} はまだ先の日です。1on1は実施してから記録します",
    ),
    "stays_among_words": (
        "{key} {name}: stays in the words; {key}:NAME says whose feedback it is",
        "「{key} {name}:」は本文に残しました。誰のものかは {key}:名前 と書きます",
    ),
    "read_as": (
        "{key} {name}: is read as {key}:{whole}",
        "「{key} {name}:」は {key}:{whole} として読みました",
    ),
}
