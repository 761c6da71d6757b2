"""What is said of questions, guides and measures."""

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
}
