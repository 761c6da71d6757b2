"""What is said when words, a meeting or a note cannot be logged."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "one_source": (
        "The words come from one place: arguments, a pipe, or --file.\nLeave the others out.",
        None,
    ),
    "no_words": (
        "There are no words; nothing was written.\nGive them as arguments, through a pipe or at the prompt.",
        None,
    ),
    "live_needs_prompt": (
        "--live counts while you type at the prompt.\nLeave the words out, or say how long: --len 45m",
        None,
    ),
    "nothing_written": (
        "Nothing was written in this document; nothing was logged.\nTick a box, or write what was said.",
        None,
    ),
    "prepared_document": (
        "This document was prepared for a meeting.\nonelog log PERSON takes it, when you have met.",
        None,
    ),
    "note_has_no_day": (
        "A note is for the next meeting and has no day of its own.\n"
        "Write \\on: to keep it as words; onelog log PERSON takes what was said.",
        None,
    ),
    "day_already": (
        "This meeting has its day already.\nonelog edit {id} moves it; \\on: keeps the word.",
        None,
    ),
    "document_with_another": (
        "The document says it is with {name!r}, and you said {person}.\n"
        "Change its `with:` line, or the name in the command.",
        None,
    ),
    "private_label": (
        "There is a label for what is private in these words ({label}), and this {kind} is not.\n"
        "{keeps} keeps it to yourself; \\{label} says that it is no label.",
        None,
    ),
    "words_with_another": (
        "The document says it is with {name!r}, and you said {person}.\n"
        "Change that name in it, or the one in the command.",
        None,
    ),
}
