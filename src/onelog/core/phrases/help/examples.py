"""What may follow the name of a command, where it has words of a language in it."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "log": ("mia 'on the move a: plan it due:fri'", "mia '移転の話 宿題：計画を立てる 期限：金曜'"),
    "skip": ("mia --why 'she is ill'", "mia --why '体調不良'"),
    "move": ("mia thu 15:00", "mia 木曜 15:00"),
    "note": ("mia 'ask how the launch went'", "mia '公開の様子を尋ねる'"),
    "topic": ("mia 'who joins the ads team?'", "mia '広告チームには誰が入る？'"),
    "actions add": ("'call the bank due:fri' --with mia", "'銀行に電話 期限：金曜' --with mia"),
    "done": ("k7qf --why 'sent it'", "k7qf --why '送付済み'"),
    "drop": ("k7qf --why 'nobody needs it'", "k7qf --why '不要になった'"),
    "change": ("k7qf due:+1w @bea why:'she knows her'", "k7qf 期限：+1w @bea 理由：'面識がある'"),
    "aha": ("'small is fast because: we were two'", "'少人数は速い きっかけ：二人で進めた'"),
    "win": ("'the first talk in Japanese +speaking'", "'初めて英語で発表 +発表'"),
    "praise": ("'calm in the storm +care' --with mia", "'慌てず対応 +気配り' --with mia"),
    "growth": ("'say it sooner from:mia'", "'もっと早く言う from:mia'"),
    "concern": ("'he looks tired' --with ben", "'疲れて見える' --with ben"),
    "fact": ("'birthday 12 Mar' --with mia", "'誕生日 3月12日' --with mia"),
    "decision": ("'we hire in March' --with mia", "'3月に採用' --with mia"),
    "stats": ("'last quarter'", "前四半期"),
    "watch": ("--seen praise:k7qf --why 'thanked him'", "--seen praise:k7qf --why 'お礼を伝えた'"),
    "timeline": ("mia --since 'last month'", "mia --since 先月"),
    "search": ("'budget freeze'", "'予算 凍結'"),
    "people add": ("'Mia Tanaka' --every 2w --on tue", "田中美香 --every 2w --on 火曜"),
    "people edit": ("mia --every 3w --on tue", "mia --every 3w --on 火曜"),
    "goals add": ("'A million users' --by eoq --to 1000000", "'利用者100万人' --by 四半期末 --to 1000000"),
    "goals checkin": ("mau 950000 'new onboarding'", "mau 950000 '新しい初回案内'"),
}
