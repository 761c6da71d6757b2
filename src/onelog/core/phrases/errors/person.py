"""What is said when a name is nobody's, several people's, or cannot be a name, and when nothing is due with somebody."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "name_or_words": (
        "{name!r} may be somebody's name, or {said!r} what was said. Nothing was logged.\n"
        "The name: onelog {command} {quoted} --new …  What was said: onelog {command} {first} -- …",
        "「{name}」が名前なのか、「{said}」が話した内容なのか分かりません。記録していません。\n"
        "名前なら：onelog {command} {quoted} --new …　話した内容なら：onelog {command} {first} -- …",
    ),
    "nobody_named": (
        "Nobody was named; nothing was written.\nName the person: onelog log PERSON",
        "相手が指定されなかったため、何も記録していません。\n相手を指定してください：onelog log 相手",
    ),
    "already_there": (
        '{name} is already in the journal; nobody was added.\nonelog people edit "{name}" changes it.',
        "{name}さんはすでに登録されています。新しい登録はしていません。\n"
        '登録内容を変えるには：onelog people edit "{name}"',
    ),
    "with_whom": (
        "Say whom it is with.\nName the person first: onelog log PERSON",
        "誰との記録かが指定されていません。\n先に相手を書いてください：onelog log 相手",
    ),
    "several_names": (
        "These are several names; a person has one.\nAdd each: {each}",
        "名前が複数あります。一度に登録できるのは1人です。\n1人ずつ登録してください：{each}",
    ),
    "needs_name": (
        'A person needs a name.\nFor example: onelog people add "Mia Tanaka"',
        '相手の名前が必要です。\n例：onelog people add "田中 美香"',
    ),
    "name_too_long": (
        "A name has at most {most} characters; this one has {length}.\nUse a shorter one.",
        "名前は{most}文字までです（今は{length}文字）。\n短くしてください。",
    ),
    "bad_name": (
        '{name!r} cannot be a name: it holds a control character, a ", a colon as in due:fri, or begins with @ ` or -.\n'
        "Letters of any language, blanks, dots and hyphens are fine.",
        '「{name}」は名前に使えません。制御文字、"、due:fri のようなコロンを含むか、@ ` - で始まっています。\n'
        "文字、空白、ピリオド、ハイフンが使えます。",
    ),
    "name_has_meaning": (
        "{name!r} already means something here (@me, @them).\nGive the person another name.",
        "「{name}」は onelog では別の意味を持つ言葉です（@me、@them）。\n別の名前にしてください。",
    ),
    "unknown": (
        "Nobody is called {name!r}.\nonelog people lists everybody; onelog log NAME makes a new person.",
        "「{name}」という人は登録されていません。\n一覧：onelog people　新しい相手として記録：onelog log 名前",
    ),
    "no_name": (
        "{name!r} is not a name.\nName the person first: onelog log PERSON WORDS. Somebody who is called so: --new",
        "「{name}」は名前として読み取れません。\n"
        "先に相手を書いてください：onelog log 相手 内容　そのとおりの名前なら：--new",
    ),
    "several_people": (
        "{names!r} names several people; a 1-on-1 is with one.\nLog each of them: {each}",
        "「{names}」は複数の人を指しています。1on1の相手は1人です。\n1人ずつ記録してください：{each}",
    ),
    "nobody_particular": (
        "{name!r} is nobody in particular.\nName one person. Somebody who is called so: --new",
        "「{name}」は特定の人を指していません。\n1人を指定してください。そのとおりの名前なら：--new",
    ),
    "fact_about_whom": (
        'A fact is about somebody, and nobody was named.\nSay whom: onelog fact "…" --with PERSON',
        '誰について知ったことかが指定されていません。\n相手を指定してください：onelog fact "…" --with 相手',
    ),
    "both_the_same": (
        "Both are {name}.\nonelog people lists everybody.",
        "どちらも{name}さんです。\n一覧：onelog people",
    ),
    "unknown_relation": (
        "There is no relation {word!r}.\nIt is one of {relations}.",
        "「{word}」という関係はありません。\n使えるもの：{relations}",
    ),
    "unknown_hour": (
        "There is no hour {word!r}.\nFor example: 14:00, 2pm, 午後2時",
        "「{word}」という時刻はありません。\n例：14:00、2pm、午後2時",
    ),
    "nothing_different": (
        "Nothing about {name} is different.\nonelog people edit --help lists what can change.",
        "{name}さんの登録内容は変わっていません。\n変更できる項目：onelog people edit --help",
    ),
    "weekday_without_cadence": (
        "A weekday needs to know how often.\nFor example: --every 2w --on tue",
        "曜日だけでなく、頻度も必要です。\n例：--every 2w --on tue",
    ),
    "name_taken": (
        "{name!r} is {owner}'s name or alias already.\nChoose another one.",
        "「{name}」はすでに{owner}さんの名前か別名です。\n別の名前にしてください。",
    ),
    "resembles": (
        "Nobody is called {name!r}.\nDid you mean {names}?",
        "「{name}」という人は登録されていません。\nもしかして：{names}",
    ),
    "several_fit": (
        "Several people fit {name!r}: {shown}.\nSay more of the name.",
        "「{name}」に当てはまる人が複数います：{shown}\n名前をもう少し詳しく書いてください。",
    ),
    "nothing_logged": (
        "{error} Nothing was logged.\n{error.hint}{longer} For somebody new: --new",
        "{error}記録していません。\n{error.hint}　{longer}新しい相手なら：--new",
    ),
    "longer": (
        ' Their whole name: onelog people edit "{name}" --name "{word}".',
        'フルネームとして登録するには：onelog people edit "{name}" --name "{word}"　',
    ),
    "may_be": (
        "{name!r} may be {names}.",
        "「{name}」は{names}さんかもしれません。",
    ),
    "nobody_added": (
        "{error} Nobody was added.\n{longer} For somebody new: --new",
        "{error}新しい登録はしていません。\n{longer}新しい相手なら：--new",
    ),
    "nobody_taken": (
        '{listed}{more}: nothing was imported.\nSay who: {pairs}  Somebody new: --people "{first}=new"',
        '{listed}{more}。何も取り込んでいません。\n指定：{pairs}　新しい相手なら：--people "{first}=new"',
    ),
    "unclear_name": (
        "{name!r} may be {near}",
        "「{name}」は{near}かもしれません",
    ),
    "and_more": (
        "; and {n} more",
        "、ほか{n}件",
    ),
    "fits_several": (
        '{name!r} fits {fitting}.\nSay who: --people "{name}=NAME"',
        '「{name}」に当てはまる人が複数います：{fitting}\n指定：--people "{name}=名前"',
    ),
    "say_who": (
        '{error}\n--people "{name}=NAME" says who, --people "{name}=new" that it is one.',
        '{error}\n誰かを指定：--people "{name}=名前"　1人の新しい相手なら：--people "{name}=new"',
    ),
    "not_archived": (
        "{name} is not archived.\nonelog people --all lists everybody.",
        "{name}さんはアーカイブされていません。\n全員の一覧：onelog people --all",
    ),
    "archived_already": (
        "{name} is archived already.\nonelog people --all lists everybody.",
        "{name}さんはすでにアーカイブ済みです。\n全員の一覧：onelog people --all",
    ),
    "skip_archived": (
        '{name} is archived: nothing is due.\nonelog people archive "{name}" --back brings them back.',
        '{name}さんはアーカイブ済みで、1on1の予定がありません。\n元に戻すには：onelog people archive "{name}" --back',
    ),
    "skip_pause_past": (
        "A pause ends on a future day; {day} is not one.\nFor example: --until 'in 3 weeks'",
        "休止の終わりには、これからの日を指定します（{day} は使えません）。\n例：--until '3週間後'",
    ),
    "skip_no_cadence": (
        '{name} has no cadence: nothing is due.\nonelog people edit "{name}" --every 2w sets one.',
        "{name}さんは頻度が未設定のため、1on1の予定がありません。\n"
        '設定するには：onelog people edit "{name}" --every 2w',
    ),
    "skip_nothing_due": (
        "Nothing is due with {name}.\nonelog next lists who is due.",
        "{name}さんとの1on1の時期ではありません。\n時期が来た相手の一覧：onelog next",
    ),
    "skip_move_past": (
        "Plan a meeting for a future time; {at} is past.\nonelog log PERSON --on WHEN logs it.",
        "1on1を決められるのはこれからの日時です。{at}は過ぎています。\n記録するには：onelog log 相手 --on 日時",
    ),
    "skip_there_already": (
        "The next meeting with {name} is on {day} already.\nonelog next lists who is due.",
        "{name}さんとの次の1on1は、すでに{day}です。\n予定の一覧：onelog next",
    ),
}
