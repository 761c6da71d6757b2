"""What is said of a command line that cannot be read, and of what goes wrong inside."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "missing_argument": (
        "Missing argument '{name}'.",
        "引数「{name}」が足りません。",
    ),
    "missing_option": (
        "Missing option '{name}'.",
        "オプション「{name}」が足りません。",
    ),
    "no_command": (
        "No such command '{name}'.",
        "「{name}」というコマンドはありません。",
    ),
    "no_option": (
        "No such option: {name}.",
        "{name} というオプションはありません。",
    ),
    "extra": (
        "Got unexpected extra argument(s) ({words}).",
        "余分な引数「{words}」があります。",
    ),
    "needs_value": (
        "Option '{name}' requires an argument.",
        "オプション {name} には値が必要です。",
    ),
    "takes_no_value": (
        "Option '{name}' does not take a value.",
        "オプション {name} に値は付けられません。",
    ),
    "out_of_range": (
        "Invalid value for '{name}': {value} is not in the range {range}.",
        "{name} の値 {value} は範囲外です（{range}）。",
    ),
    "in_words": (
        "Write it in the words: {form}",
        "言葉の中に書きます：{form}",
    ),
    "how_used": (
        "{command} --help shows how it is used.",
        "使い方：{command} --help",
    ),
    "and_how_used": (
        "{mean} {command} --help shows how it is used.",
        "{mean}　使い方：{command} --help",
    ),
    "every_command": (
        "onelog help --all lists every command.",
        "コマンドの一覧：onelog help --all",
    ),
    "somebody": (
        "onelog show {name}, or onelog prep {name}?",
        "onelog show {name} か onelog prep {name} ですか。",
    ),
    "system": (
        "{what}.\nNothing more was written.",
        "{what}。\nこれ以上は書き込んでいません。",
    ),
    "system_file": (
        "{what}: {file}.\nNothing more was written.",
        "{what}：{file}。\nこれ以上は書き込んでいません。",
    ),
    "system_refused": (
        "The system refused",
        "システムに拒否されました",
    ),
    "no_text": (
        "Some of the words are not text.\nWrite it as UTF-8.",
        "文字でないものが含まれています。\nUTF-8 で書いてください。",
    ),
    "too_large": (
        "This is too large to read.\nSplit it.",
        "大きすぎて読み取れません。\n分けてください。",
    ),
    "inside": (
        "Something went wrong inside onelog ({kind}).\nONELOG_DEBUG=1 shows where; please report it.",
        "onelog の内部で問題が起きました（{kind}）。\n"
        "ONELOG_DEBUG=1 を付けて実行すると場所が分かります。ご報告ください。",
    ),
    "todo": (
        "onelog actions lists promises; onelog actions add WORDS adds one.",
        "宿題の一覧：onelog actions　追加：onelog actions add 内容",
    ),
    "list": (
        "onelog timeline lists meetings, newest first; onelog people lists people.",
        "1on1の一覧（新しい順）：onelog timeline　相手の一覧：onelog people",
    ),
    "new": (
        "onelog log PERSON records a meeting; onelog people add NAME adds somebody.",
        "1on1を記録：onelog log 相手　相手を登録：onelog people add 名前",
    ),
    "report": (
        "onelog review looks back on a period; onelog export writes its notes.",
        "期間の振り返り：onelog review　メモの書き出し：onelog export",
    ),
    "save": (
        "onelog export writes a period's notes: --format md, html, csv, json, ics …",
        "期間のメモの書き出し：onelog export --format md、html、csv、json、ics …",
    ),
    "sync": (
        "onelog backup PATH copies the journal; onelog export and import carry words.",
        "記録のコピー：onelog backup パス　内容の持ち運び：onelog export と import",
    ),
    "agenda": (
        "onelog prep PERSON has the agenda; onelog ask has questions.",
        "準備：onelog prep 相手　質問の例：onelog ask",
    ),
    "due": (
        "onelog next says whom to meet; onelog skip PERSON leaves a meeting out.",
        "次に会う相手：onelog next　見送り：onelog skip 相手",
    ),
    "search_person": (
        "onelog show PERSON shows somebody; onelog people lists everybody.",
        "相手の記録：onelog show 相手　相手の一覧：onelog people",
    ),
    "reports_list": (
        "onelog team has everybody at a glance.",
        "全員の様子：onelog team",
    ),
    "find": (
        "onelog search WORDS finds what was said.",
        "話した内容を探す：onelog search 言葉",
    ),
    "remove": (
        "onelog delete ID takes a record out; onelog forget PERSON erases somebody.",
        "記録の削除：onelog delete ID　相手の完全な消去：onelog forget 相手",
    ),
    "close": (
        "onelog done ID closes it.",
        "終えるには：onelog done ID",
    ),
    "cancel": (
        "onelog drop ID gives a promise up; onelog skip PERSON leaves a meeting out.",
        "宿題の取りやめ：onelog drop ID　1on1の見送り：onelog skip 相手",
    ),
    "update": (
        "onelog change ID due:fri changes one; onelog edit ID opens your editor.",
        "1か所を変える：onelog change ID due:金曜　エディターで編集：onelog edit ID",
    ),
    "revert": (
        "onelog undo takes the last change back.",
        "最後の変更の取り消し：onelog undo",
    ),
    "changes": (
        "onelog history lists what was changed.",
        "変更の一覧：onelog history",
    ),
    "rename": (
        "onelog people edit PERSON --name, --alias, --relation, --every",
        "onelog people edit 相手 --name、--alias、--relation、--every",
    ),
    "merge": (
        "onelog people merge FROM INTO makes two people one.",
        "2人を1人にまとめる：onelog people merge 元 先",
    ),
    "check_in": (
        "onelog goals checkin ID VALUE says how a goal stands.",
        "目標の進捗を記録：onelog goals checkin ID 値",
    ),
    "okr": (
        "onelog goals lists goals; onelog goals add TITLE adds one.",
        "目標の一覧：onelog goals　追加：onelog goals add タイトル",
    ),
    "tag": (
        "onelog skills counts tags; onelog timeline --tag TAG lists them.",
        "タグの数：onelog skills　タグの付いた記録：onelog timeline --tag タグ",
    ),
    "insight": (
        "onelog aha WORDS keeps an insight.",
        "気づきを残す：onelog aha 内容",
    ),
    "worry": (
        "onelog concern WORDS keeps a worry; onelog moments --kind concern lists them.",
        "懸念を残す：onelog concern 内容　一覧：onelog moments --kind concern",
    ),
    "kudos": (
        "onelog praise WORDS --with PERSON keeps praise.",
        "称賛を残す：onelog praise 内容 --with 相手",
    ),
    "criticism": (
        "onelog growth WORDS --with PERSON keeps feedback on what to work on.",
        "改善の助言を残す：onelog growth 内容 --with 相手",
    ),
    "achievement": (
        "onelog win WORDS keeps a win; onelog nominate gathers them.",
        "成果を残す：onelog win 内容　成果をまとめる：onelog nominate",
    ),
    "mood": (
        "onelog stats counts a period.",
        "期間の集計：onelog stats",
    ),
    "warnings": (
        "onelog watch shows early warnings.",
        "早めのサイン：onelog watch",
    ),
    "today": (
        "onelog alone says what today brings.",
        "今日の予定：onelog だけで表示します。",
    ),
    "settings": (
        "onelog config list shows your settings, onelog config set NAME VALUE sets one.",
        "設定の一覧：onelog config list　設定：onelog config set 名前 値",
    ),
    "init": (
        "There is nothing to set up: onelog log PERSON begins.",
        "準備は要りません。すぐに始められます：onelog log 相手",
    ),
    "completion": (
        "onelog --install-completion sets it up for your shell.",
        "シェルの補完を設定：onelog --install-completion",
    ),
    "version": (
        "onelog --version says it.",
        "バージョン：onelog --version",
    ),
    "path": (
        "onelog db path says where the journal is.",
        "記録の場所：onelog db path",
    ),
    "drafts": (
        "onelog recover lists words that did not reach the journal.",
        "保存されていない下書きの一覧：onelog recover",
    ),
    "examples": (
        "onelog demo shows a sample journal.",
        "サンプルの記録：onelog demo",
    ),
    "after_list": (
        "onelog {command} alone lists them.",
        "一覧は引数なしで表示します：onelog {command}",
    ),
    "after_all": (
        "onelog {command} --all has the others too.",
        "すべて表示：onelog {command} --all",
    ),
    "after_new": (
        "onelog {command} add WORDS makes one.",
        "追加：onelog {command} add 内容",
    ),
    "together_show_all": (
        "onelog timeline --limit 0 shows all meetings.",
        "すべての1on1を表示：onelog timeline --limit 0",
    ),
    "together_topics_add": (
        "onelog topic PERSON WORDS parks one.",
        "話題を残す：onelog topic 相手 内容",
    ),
    "together_people_show": (
        "onelog show PERSON shows somebody.",
        "相手の記録：onelog show 相手",
    ),
    "together_people_rename": (
        "onelog people edit PERSON --name NAME",
        "onelog people edit 相手 --name 名前",
    ),
    "together_people_delete": (
        "onelog people archive PERSON hides; onelog forget PERSON erases somebody.",
        "一覧から外す：onelog people archive 相手　完全な消去：onelog forget 相手",
    ),
    "together_moments_aha": (
        "onelog moments --kind {kind} lists them.",
        "一覧：onelog moments --kind {kind}",
    ),
    "log_prep_or_show": (
        "onelog log {name}, onelog prep {name}, or onelog show {name}?",
        "onelog log {name}、onelog prep {name}、onelog show {name} のどれですか。",
    ),
    "own_command": (
        "onelog {word} is a command of its own: onelog help {word}",
        "onelog {word} は独立したコマンドです：onelog help {word}",
    ),
    "snooze": (
        "onelog change ID due:+1w puts it off; onelog change ID @bea hands it over.",
        "延ばす：onelog change ID due:+1w　任せる：onelog change ID @相手",
    ),
    "not_an_int": (
        "Invalid value for '{name}': {value} is not a valid int.",
        "{name} の値 {value} は整数ではありません。",
    ),
    "not_in_int_range": (
        "Invalid value for '{name}': {value} is not a valid int range.",
        "{name} の値 {value} は整数ではありません。",
    ),
}
