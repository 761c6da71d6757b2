"""What is said when a meeting cannot be skipped or moved."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "archived": (
        '{name} is archived: nothing is due.\nonelog people archive "{name}" --back brings them back.',
        '{name}さんはアーカイブ済みで、1on1の予定がありません。\n元に戻すには：onelog people archive "{name}" --back',
    ),
    "pause_past": (
        "A pause ends on a day to come; {day} is not one.\nFor example: --until 'in 3 weeks'",
        "休止の終わりには、これからの日を指定します（{day} は使えません）。\n例：--until '3週間後'",
    ),
    "no_cadence": (
        '{name} has no cadence: nothing is due.\nonelog people edit "{name}" --every 2w sets one.',
        "{name}さんは頻度が未設定のため、1on1の予定がありません。\n"
        '設定するには：onelog people edit "{name}" --every 2w',
    ),
    "nothing_due": (
        "Nothing is due with {name}.\nonelog next lists who is due.",
        "{name}さんとの1on1の時期ではありません。\n時期が来た相手の一覧：onelog next",
    ),
    "move_past": (
        "A meeting is planned for a time to come; {at} is past.\nonelog log PERSON --on WHEN logs it.",
        "面談を決められるのはこれからの日時です。{at}は過ぎています。\n記録するには：onelog log 相手 --on 日時",
    ),
    "there_already": (
        "The next meeting with {name} is on {day} already.\nonelog next lists who is due.",
        "{name}さんとの次の面談は、すでに{day}です。\n予定の一覧：onelog next",
    ),
}
