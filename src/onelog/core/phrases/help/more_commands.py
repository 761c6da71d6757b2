"""What the other commands do: those of people and goals, of conversations, of the care of a journal."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "people": (
        "List people and how often you meet; add and edit them.",
        "相手と1on1の頻度の一覧。登録と変更もできます。",
    ),
    "people add": ("Add a person.", "相手を登録します。"),
    "people edit": (
        "Change a name, aliases, relation or cadence; an empty value removes it.",
        "名前、別名、関係、頻度を変えます。空の値で消します。",
    ),
    "people archive": (
        "Hide somebody from everyday lists; nothing is deleted.",
        "普段の一覧に出さなくします。記録は消えません。",
    ),
    "people merge": (
        """Merge two people: the first one's records and names go to the second.

onelog people merge Aron "Aaron Blythe\"""",
        """二人を一人にまとめます。一人目の記録と名前が二人目に移ります。

onelog people merge 田中 田中美香""",
    ),
    "goals": (
        "List goals with their pace; add, check in, plan, close them.",
        "目標と進み具合の一覧。追加、進捗、計画、終了もできます。",
    ),
    "goals add": ("Add a goal.", "目標を追加します。"),
    "goals checkin": (
        "Check in on a goal: its value now, and a few words.",
        "目標の進捗を記録します：今の値とひとこと。",
    ),
    "goals close": ("End a goal as achieved, missed or dropped.", "目標を終えます：達成、未達、取りやめ。"),
    "goals plan": (
        """Plan a goal backwards, from its day to the next step.

On a terminal it asks step by step. It shows your earlier answers, and changes them.
The next step goes to the person of the goal or of --with; without a person, or with --with me, it is yours.""",
        """目標を期日から逆算し、次の一歩を決めます。

端末では順に尋ねます。前の答えを表示し、変更もできます。
次の一歩は目標の相手（または --with の相手）へ。相手がいないとき、または --with me なら自分の宿題です。""",
    ),
    "forms": (
        """List your own forms, for whom each is, and what is wrong with one.

A form is a Markdown file in the folder forms, next to your settings.""",
        """自分の書式の一覧。誰用か、誤りがあればそれも。

書式は、設定の隣にある forms フォルダーの Markdown ファイルです。""",
    ),
    "forms edit": (
        """Open a form in your editor; a new one starts from an example.

In it, ask: energy 1-5 is a scale of your own, {topics} alone in a line
a place for what onelog knows; all other lines are yours.""",
        """書式をエディターで開きます。新しいものは見本から始まります。

ask: energy 1-5 は自分の尺度、{topics} だけの行は onelog が書き込む場所です。ほかの行は自由です。""",
    ),
    "ask": (
        """Find a question that fits somebody and that you haven't asked lately.

It knows how it stands: somebody new, three low moods, an open concern, a long
time without a meeting. It says why it chose a question for that.""",
        """相手に合い、最近尋ねていない質問を出します。

初めて間もない相手、3回続けて低い気分、未解決の懸念、長く会っていないことを踏まえて選び、その理由も示します。""",
    ),
    "guide": (
        "Read half a page on one kind of conversation: listening, praise, a worried person …",
        "会話の手引きを半ページで：傾聴、称賛、悩みのある相手 など。",
    ),
    "discover": (
        """Rediscover the past: what comes back, what belongs together, what was left open.

It says why each was chosen; nothing private, nothing from a low mood.
--later rests one of them, for three months at first; --never keeps it from coming back, until you say --later.""",
        """過去を再発見します：繰り返すこと、つながること、残ったままのこと。

選んだ理由も出ます。非公開のものや、気分の低い回のものは出ません。
--later でしばらく（最初は3か月）休み、--never で --later とするまで出なくなります。""",
    ),
    "spark": (
        "Plan a small discovery for the next meeting; say later whether it landed.",
        "次の1on1の話のタネを決めます。うまくいったかは後で記録します。",
    ),
    "explain": (
        "Explain a number: how it is counted, from how many, and what it does not mean.",
        "数字を説明します：数え方、母数、何を意味しないか。",
    ),
    "edit": (
        "Edit a record in your editor; only what you change is changed.",
        "記録をエディターで編集します。変えたところだけが変わります。",
    ),
    "delete": ("Delete a record; onelog undo brings it back.", "記録を削除します。onelog undo で戻せます。"),
    "undo": ("Undo the last change, or the last N.", "直前の変更（N個まで）を元に戻します。"),
    "redo": ("Redo what was undone last.", "元に戻した変更をやり直します。"),
    "history": (
        """List all changes, or those to one record.

The text of concerns and private notes, also of earlier ones, needs --private.""",
        """すべての変更、または記録1件の変更の一覧。

懸念と非公開の本文は、以前のものも --private を付けたときだけ出ます。""",
    ),
    "import": (
        "Import notes, or a JSON export; a second time changes nothing.",
        "メモや書き出したJSONを取り込みます。二度取り込んでも変わりません。",
    ),
    "recover": (
        """Bring back text that never reached the journal.

The list leaves the text out, since it may be private; --show prints it.
Each text keeps its number while it waits.
Days in it (yesterday, due:fri) count from when you typed it.
With --with PERSON, several lines that were meant for one record become a note.""",
        """保存されなかった言葉を取り戻します。

非公開かもしれないため、一覧に本文は出ません（--show で表示）。番号は、待っている間は変わりません。
日付（昨日、期限：金曜）は入力したときから数えます。
--with PERSON を付けると、記録1件のための複数の行がメモになります。""",
    ),
    "status": ("Count what is due and overdue; no names, no text.", "予定と期限超過の件数。名前も本文も出ません。"),
    "backup": (
        """Back up the journal next to it or elsewhere, and check the copy.

Next to the journal, onelog keeps all of today's, then 7 daily, 4 weekly and 12 monthly ones.""",
        """記録を同じ場所または別の場所にバックアップし、写しを確かめます。

同じ場所には、今日のものすべてと、日ごとに7、週ごとに4、月ごとに12を残します。""",
    ),
    "restore": (
        """Restore a backup; the journal that was there is kept.

onelog backup --list numbers them. An encrypted one asks for its passphrase or recovery key.""",
        """バックアップから復元します。それまでの記録も残ります。

番号は onelog backup --list で。暗号化したものは、パスフレーズか復旧キーを尋ねます。""",
    ),
    "doctor": (
        """Check that the journal is intact, private and backed up.

It changes nothing without --mend. The exit code is 3 if text may be lost, 1 if there is something to do.""",
        """記録が壊れていないか、ほかの人に見えないか、バックアップがあるかを確かめます。

--mend がなければ何も変えません。終了コードは、本文が失われた恐れがあれば 3、することがあれば 1。""",
    ),
    "forget": (
        """Erase a person and everything recorded about them, for good.

Meetings with them and everything in those, their promises and feedback elsewhere, every older version,
drafts (also in an open editor), and the backups next to the journal. Nothing brings it back.
onelog cannot look into encrypted or damaged backups: it names them, and you delete the files.""",
        """相手と、相手についての記録すべてを完全に消去します。

1on1とその中のすべて、ほかにある相手の宿題とフィードバック、過去の版、下書き（開いているエディターのものも）、
記録と同じ場所のバックアップが消えます。元には戻せません。
暗号化や破損したバックアップの中は見られないため、名前を挙げます。ファイルはご自身で消してください。""",
    ),
    "config": (
        """List the settings; read or set one.

onelog config reflect off""",
        """設定の一覧。1つを見る、変えることもできます。

onelog config reflect off""",
    ),
    "config list": ("List all settings with their values.", "すべての設定と値の一覧。"),
    "config path": ("Print where config.toml is.", "config.toml の場所を表示します。"),
    "config get": ("Print one setting.", "設定を1つ表示します。"),
    "config set": (
        "Change one setting; the rest of config.toml stays as you wrote it.",
        "設定を1つ変えます。config.toml のほかの部分はそのままです。",
    ),
    "config edit": (
        "Open config.toml in your editor, and check it afterwards.",
        "config.toml をエディターで開き、終わったら確かめます。",
    ),
    "db": ("Show where the journal is and what is in it.", "記録の場所と中身を表示します。"),
    "db path": ("Print the journal's path.", "記録の場所を表示します。"),
    "db info": ("Count what is in the journal.", "記録の中身を数えます。"),
    "db schema": ("Describe the journal's tables.", "記録のテーブルを説明します（英語）。"),
    "demo": ("Explore a sample journal; yours is not touched.", "サンプルの記録を試します。自分の記録には触れません。"),
    "help": ("Show how to use a command, or a page of the docs.", "コマンドの使い方、または解説のページを表示します。"),
}
