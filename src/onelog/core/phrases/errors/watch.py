"""What is said of warnings."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "needs_seen": (
        "--why and --until belong to --seen.\nonelog watch --seen RULE:ID --why TEXT",
        "--why と --until は --seen と一緒に使います。\nonelog watch --seen RULE:ID --why 理由",
    ),
    "until_past": (
        "A warning stays quiet until a day to come; {day} is not one.\n--until 'in 3 weeks'",
        "非表示の期限には、これからの日を指定します（{day} は使えません）。\n--until '3週間後'",
    ),
    "unknown": (
        "There is no warning {name!r} today.\n{hint}",
        "今日は「{name}」という早めのサインはありません。\n{hint}",
    ),
    "list_all": (
        "onelog watch --all lists them by their names.",
        "名前の一覧：onelog watch --all",
    ),
}
