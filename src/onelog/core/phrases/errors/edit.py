"""What is said when a record or a document cannot be changed in the editor."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "editor_failed_kept": (
        "The editor ended with code {code}; nothing was written.\nThe words are kept: onelog recover",
        None,
    ),
    "left_empty": (
        "The document was left empty; nothing was changed.\nonelog delete {id} takes a record away.",
        None,
    ),
    "empty": (
        "The document is empty; nothing was changed.\nonelog delete {id} takes a record away.",
        None,
    ),
    "changed_meanwhile": (
        "{id} was changed meanwhile, in the same lines; nothing was written.\n"
        "Your text is kept: onelog recover shows it. Edit again, and take over from there what you need.",
        None,
    ),
    "one_line": (
        "This document is one record: one line under the front matter.\nonelog note PERSON takes more.",
        None,
    ),
    "kind_in_meeting": (
        "{id} is a line of a meeting; its kind changes there.\nonelog edit {meeting}",
        None,
    ),
    "editor_failed": (
        "The editor ended with code {code}; nothing was changed.\n"
        "Choose one with ONELOG_EDITOR, for example ONELOG_EDITOR=nano.",
        None,
    ),
    "words_kept": (
        "{error}\nThe words are kept: onelog recover",
        None,
    ),
    "no_editor": (
        "The editor {command!r} could not be started.\nChoose one with ONELOG_EDITOR, for example ONELOG_EDITOR=nano.",
        None,
    ),
    "saved": (
        "What the editor saved",
        None,
    ),
    "left_untouched": (
        "The document was left {how}; nothing was written.\n"
        "Write below its head, save, then leave; an editor in a window has to be told to wait, as in 'code --wait'.",
        None,
    ),
    "as_it_was": (
        "as it was",
        None,
    ),
    "as_empty": (
        "empty",
        None,
    ),
}
