"""What is said when a meeting cannot be skipped."""

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
}
