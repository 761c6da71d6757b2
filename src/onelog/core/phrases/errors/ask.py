"""What is said of questions, guides, measures and sparks."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "park_one": (
        "--park parks one question for one person.\nFor example: onelog ask mia --park",
        "--park で次の話題にできるのは、1人への質問1つです。\n例：onelog ask 美香 --park",
    ),
    "guide_language": (
        "There is no guide in {language!r}.\n--language is en or ja.",
        "「{language}」のガイドはありません。\n--language は en か ja です。",
    ),
    "several_guides": (
        "Several guides fit {word!r}: {guides}.\nSay more of the topic.",
        "「{word}」に当てはまるガイドが複数あります：{guides}。\nもう少し詳しく書いてください。",
    ),
    "unknown_theme": (
        "There is no theme {word!r}.\nIt is one of {themes}.",
        "「{word}」というテーマはありません。\n使えるもの：{themes}",
    ),
    "unknown_measure": (
        "There is no number called {name!r}.\n{near}",
        "「{name}」という数字はありません。\n{near}",
    ),
    "list_measures": (
        "onelog explain lists them.",
        "一覧：onelog explain",
    ),
    "unknown_guide": (
        "There is no guide about {word!r}.\n{near}",
        "「{word}」についてのガイドはありません。\n{near}",
    ),
    "list_guides": (
        "onelog guide lists them.",
        "一覧：onelog guide",
    ),
    "unknown_skill": (
        "There is no evidence for {word!r}.\n{near}",
        "「{word}」の裏付けはありません。\n{near}",
    ),
    "list_skills": (
        "onelog skills lists all.",
        "一覧：onelog skills",
    ),
    "bank_unreadable": ("cannot be read: {reason}", "読み取れません（{reason}）"),
    "bank_not_utf8": ("this is not UTF-8 text", "UTF-8 のテキストではありません"),
    "bank_no_relation": (
        "{word!r} is not a relation; use any, {known}",
        "「{word}」という関係はありません。使えるもの：any、{known}",
    ),
    "bank_for_nobody": (
        "say whom the question is for: any, {known}",
        "誰への質問かを書いてください。使えるもの：any、{known}",
    ),
    "bank_form": (
        "write a question as: relations | English | Japanese, or: relations | your words",
        "質問は「関係 | 英語 | 日本語」か「関係 | 質問」の形で書いてください",
    ),
    "spark_which": (
        "Which spark was it?\nonelog spark --list has their ids.",
        "どの話の種ですか。\nID の一覧：onelog spark --list",
    ),
    "spark_whom": (
        "Who are you meeting?\nonelog spark PERSON; onelog spark --list has all there were.",
        "誰との1on1ですか。\nonelog spark 相手　これまでの一覧：onelog spark --list",
    ),
    "spark_why_landed": (
        "--why says why a spark landed or not.\nAdd --landed or --missed, or leave it out.",
        "--why は、話の種が響いたかどうかの理由です。\n--landed か --missed を付けるか、--why を外してください。",
    ),
    "spark_day_past": (
        "{day} is past.\n--on is the day that a spark is meant for.",
        "{day} は過ぎています。\n--on には話の種を使う日を指定します。",
    ),
    "spark_on_needs_take": (
        "--on is the day of what is parked.\nonelog spark {person} --take 1 --on {on}",
        "--on は、話題にするものの日を指定します。\nonelog spark {person} --take 1 --on {on}",
    ),
    "spark_no_number": (
        "There is no number {number}: there are {n} today.\nonelog spark {person}",
        "{number} 番はありません（今日は {n} 件）。\nonelog spark {person}",
    ),
    "spark_not_one": (
        "{id} is not a spark.\nonelog spark --list has them.",
        "{id} は話の種ではありません。\n一覧：onelog spark --list",
    ),
    "spark_parked_already": (
        "Number {number} is parked already, as {id}.\nonelog spark {id}",
        "{number} 番はすでに {id} として話題になっています。\nonelog spark {id}",
    ),
    "spark_noted_already": (
        "{id} is noted as {how} already.\nonelog history {id}",
        "{id} はすでに「{how}」と記録されています。\nonelog history {id}",
    ),
    "spark_as_landed": "spark.landed",
    "spark_as_missed": (
        "missed",
        "響かなかった",
    ),
}
