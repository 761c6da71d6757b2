"""What is said of warnings."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "needs_seen": (
        "--why and --until belong to --seen.\nonelog watch --seen RULE:ID --why TEXT",
        None,
    ),
    "until_past": (
        "A warning stays quiet until a day to come; {day} is not one.\n--until 'in 3 weeks'",
        None,
    ),
    "unknown": (
        "There is no warning {name!r} today.\n{hint}",
        None,
    ),
    "list_all": (
        "onelog watch --all lists them by their names.",
        None,
    ),
}
