"""What is said when a meeting cannot be skipped or moved."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "archived": (
        '{name} is archived: nothing is due.\nonelog people archive "{name}" --back brings them back.',
        None,
    ),
    "pause_past": (
        "A pause ends on a day to come; {day} is not one.\nFor example: --until 'in 3 weeks'",
        None,
    ),
    "no_cadence": (
        '{name} has no cadence: nothing is due.\nonelog people edit "{name}" --every 2w sets one.',
        None,
    ),
    "nothing_due": (
        "Nothing is due with {name}.\nonelog next lists who is due.",
        None,
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
