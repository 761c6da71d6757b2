"""What is said of sparks."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "which": (
        "Which spark was it?\nonelog spark --list has their ids.",
        "どの話の種ですか。\nID の一覧：onelog spark --list",
    ),
    "whom": (
        "Whom do you meet?\nonelog spark PERSON; onelog spark --list has all there were.",
        "誰との1on1ですか。\nonelog spark 相手　これまでの一覧：onelog spark --list",
    ),
    "why_landed": (
        "--why says why a spark landed or not.\nAdd --landed or --missed, or leave it out.",
        "--why は、話の種が響いたかどうかの理由です。\n--landed か --missed を付けるか、--why を外してください。",
    ),
    "day_past": (
        "{day} is past.\n--on is the day that a spark is meant for.",
        "{day} は過ぎています。\n--on には話の種を使う日を指定します。",
    ),
    "on_needs_take": (
        "--on is the day of what is parked.\nonelog spark {person} --take 1 --on {on}",
        "--on は、話題にするものの日を指定します。\nonelog spark {person} --take 1 --on {on}",
    ),
    "no_number": (
        "There is no number {number}: there are {n} today.\nonelog spark {person}",
        "{number} 番はありません（今日は {n} 件）。\nonelog spark {person}",
    ),
    "not_one": (
        "{id} is no spark.\nonelog spark --list has them.",
        "{id} は話の種ではありません。\n一覧：onelog spark --list",
    ),
    "parked_already": (
        "Number {number} is parked already, as {id}.\nonelog spark {id}",
        "{number} 番はすでに {id} として話題になっています。\nonelog spark {id}",
    ),
    "noted_already": (
        "{id} is noted as {how} already.\nonelog history {id}",
        "{id} はすでに「{how}」と記録されています。\nonelog history {id}",
    ),
    "as_landed": "spark.landed",
    "as_missed": (
        "missed",
        "響かなかった",
    ),
}
