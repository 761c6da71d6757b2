"""What is said when a change cannot be taken back, or something cannot be erased."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "prune_is_for_all": (
        "--prune is for the whole log, not for one record.\nonelog delete {id} --for-good erases one.",
        None,
    ),
    "prune_how_old": (
        "How old may a change be that stays?\nFor example: onelog history --prune 1y",
        None,
    ),
    "prune_unasked": (
        "Nothing was taken out of the log.\n--yes does it without asking.",
        None,
    ),
    "part_of_deleted": (
        "{id} belonged to something that was deleted as well.\nonelog history {id} tells to what.",
        None,
    ),
    "name_taken": (
        "{name} is {owner} now.\nonelog history {id} tells since when.",
        None,
    ),
    "nothing_left": (
        "There is nothing left of {id}.\nonelog search finds by words, onelog timeline by time.",
        None,
    ),
    "changed_outside": (
        "{id} was changed outside onelog, so change {change} cannot be taken back exactly.\n"
        "onelog show {id} and onelog history {id} show what is there.",
        None,
    ),
    "erase_unasked": (
        'Nobody can be asked here for the {what}; nothing was erased.\n--confirm "{title}" does it without asking.',
        None,
    ),
    "erase_another": (
        "That is not the {what}; nothing was erased.\nIt is: {title}",
        None,
    ),
    "full_name": (
        "full name",
        None,
    ),
    "an_id": (
        "id",
        None,
    ),
    "undo_nothing": (
        "There is nothing to undo.\nonelog history lists what was done.",
        None,
    ),
    "redo_nothing": (
        "There is nothing to redo.\nonelog history lists what was done.",
        None,
    ),
    "person_stands_in": (
        (
            '{name} stands in {n} record.\nonelog people archive "{name}" hides somebody and keeps what was said.',
            '{name} stands in {n} records.\nonelog people archive "{name}" hides somebody and keeps what was said.',
        ),
        None,
    ),
    "old_changes_out": (
        "The old changes are out of the log",
        None,
    ),
    "erased_out": (
        "What was erased is out of the journal",
        None,
    ),
    "is_out": (
        "{title} is out of the journal",
        None,
    ),
    "erased_before_out": (
        "What was erased before is out of the journal",
        None,
    ),
}
