"""What is said of a document that cannot be read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown_kind": (
        "there is no kind of document {kind!r}\nkind is meeting, aside, goal or person",
        None,
    ),
    "not_an_id": (
        "{id!r} is no id of onelog.\nTake the line id: away.",
        None,
    ),
    "twice": (
        "this is {id} once more, and not as in {file}, line {line}.\nKeep the one that is right.",
        None,
    ),
    "with_whom": (
        "This document does not say whom it is with.\nAdd a line `with: NAME`, or --with NAME.",
        None,
    ),
    "no_day": (
        "This document does not say which day it is from.\n"
        "Add a line `at: DAY`, or --on DAY; --undated today takes it as one of today.",
        None,
    ),
    "notes_there": (
        "Notes for the next meeting with {person} are here already.\nGive the document a line at: DAY.",
        None,
    ),
    "aside_is_one_line": (
        "A document of kind aside is one record in one line.\nWrite a meeting, or several asides.",
        None,
    ),
    "unknown_line_of_aside": (
        "The line {line!r} is not understood.\nKnown are kind, at, with and meeting.",
        None,
    ),
    "person_has_no_text": (
        "A person's document has no text under its front matter.\nLog or note what you want to say.",
        None,
    ),
    "goal_needs_title": (
        "A goal's document needs a title.\ntitle: One million users",
        None,
    ),
    "goal_state": (
        "A goal cannot be {status!r}.\nIt is one of {states}.",
        None,
    ),
    "unknown_line": (
        "The line {line!r} is not understood.\nKnown are {keys}.",
        None,
    ),
    "not_1_to_5": (
        "{key} goes from 1 to 5; this is {value!r}.\nFor example: {key}:4",
        None,
    ),
    "unknown_mode": (
        "There is no mode {mode!r}.\nIt is one of {modes}.",
        None,
    ),
    "heading_without_year": (
        "the heading “{heading}” says a day without its year; nothing was taken.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        None,
    ),
    "heading_without_day": (
        "the heading “{heading}” says no day; nothing was taken.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        None,
    ),
    "heading_trouble": (
        "{trouble}; nothing was taken.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        None,
    ),
    "said_at": (
        "{file}, line {line}: {error}\n{error.hint}",
        None,
    ),
    "not_a_day_in_line": (
        "{what} (line {line}).\nFor example: at: 2026-11-17T10:00",
        None,
    ),
    "no_document": (
        "{id} is {kind}, which has no document.\nonelog delete {id} takes it back.",
        None,
    ),
    "head_open": (
        "The head of the document has no end; nothing was changed.\n"
        "Each field stands on a line of its own, with a line --- above them and one below.",
        None,
    ),
    "head_broken": (
        "The head of the document is broken; nothing was changed.\n"
        "Each field stands on a line of its own, with a line --- above them and one below.",
        None,
    ),
    "heading_no_day": (
        "the heading {heading!r} says no day; nothing was taken.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        None,
    ),
    "heading_two_people": (
        "who is it with: {one!r} or {other!r}? Nothing was taken.\n"
        "A meeting begins with its day and its person: ## 2026-03-24 · John. A heading of the note is a smaller one: ###",
        None,
    ),
    "bad_day": (
        "{trouble}; nothing was taken.\nAdd a line `at: DAY`, or --on DAY; --undated today takes it as one of today.",
        None,
    ),
    "several_people": (
        "it names several people ({people}), and a 1-on-1 is with one.\n"
        'Add a line `with: NAME`, or --with NAME; --people "NAME=new" where a file or a folder is called so.',
        None,
    ),
    "note_with_whom": (
        "This document does not say whom it is with.\n"
        'Add a line `with: NAME`, or --with NAME; --people "NAME=new" where a file or a folder is called so.',
        None,
    ),
}
