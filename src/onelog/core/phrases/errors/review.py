"""What is said when a review or a nomination cannot be written."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "whose_strengths": (
        "Whose strengths?\nonelog nominate PERSON, or onelog nominate for your own.",
        None,
    ),
    "json_or_format": (
        "It is --json or --format {format}, not both.\nLeave one out.",
        None,
    ),
    "unknown_format": (
        "A review has no format {format!r}.\nIt is one of md, html, json.",
        None,
    ),
    "private_for_others": (
        "Concerns and private notes are in no review for others.\nLeave out --private, or leave out --for.",
        None,
    ),
    "unknown_reader": (
        "There is no reader {word!r}.\n--for takes {readers}.",
        None,
    ),
}
