"""What is said of the journal's file."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "none_yet": (
        "There is no journal yet at {path}.\nThe first onelog log makes it.",
        None,
    ),
    "in_use": (
        "The journal is in use.",
        None,
    ),
    "cannot_be_made": (
        "{path} cannot be made: {reason}.\nChoose another place with --journal.",
        None,
    ),
    "unwritable": (
        "{path} cannot be written to.\nLook at the permissions of the file and its folder.",
        None,
    ),
    "unreadable": (
        "{path} cannot be read: {reason}.\nLook at its folder, owner and permissions.",
        None,
    ),
    "not_a_file": (
        "{path} is not a file.\nName your journal with --journal or ONELOG_JOURNAL.",
        None,
    ),
    "empty": (
        "{path} is empty: this is not a journal.\nRestore a copy, or move the file away to begin anew.",
        None,
    ),
    "not_one": (
        "{path} is not a journal.\nName another file with --journal, or restore a copy of yours.",
        None,
    ),
    "another_program": (
        "{path} is another program's database.\nName your journal with --journal or ONELOG_JOURNAL.",
        None,
    ),
    "newer": (
        "{path} is from a newer onelog (version {version}).\nUpdate onelog to read it.",
        None,
    ),
    "busy": (
        "{path} is in use by another program for longer than {seconds:.0f} s.\nTry again when it is done.",
        None,
    ),
    "disk_full": (
        "The disk is full; nothing was written to {path}.\nMake room, then try again.",
        None,
    ),
    "disk_failed": (
        "The disk failed while {path} was read or written.\nLook at the disk; then onelog doctor tells how it is.",
        None,
    ),
    "too_much_text": (
        "This is more text than a journal can keep in one record.\nSplit it.",
        None,
    ),
    "unusable": (
        "{path} could not be used: {why}.\nONELOG_DEBUG=1 shows the details.",
        None,
    ),
    "unknown_moment": (
        "The journal has a moment of a kind that this onelog does not know: {kind}.\nUpdate onelog.",
        None,
    ),
    "nul": (
        "A text holds a NUL character, which no journal can keep.\nTake it out, then try again.",
        None,
    ),
    "became_newer": (
        "{path} has become version {version} meanwhile; this onelog writes version {ours}.\n"
        "Do it again with the onelog that is newer.",
        None,
    ),
    "link_leads_nowhere": (
        "{path} is not there: {link} is a link to {target}, where nothing is.\n"
        "Bring back what it points to (a stick, a mount), or take the link away; a new journal begins at another path: --journal PATH.",
        None,
    ),
    "not_mounted": (
        "{path} is not there: nothing is mounted at {disk}.\n"
        "Plug in or mount it; a new journal begins at another path: --journal PATH.",
        None,
    ),
    "foreign_trigger": (
        "{path} has a trigger of another program's ({name}); nothing was changed.\n"
        "onelog doctor --mend takes it out, after a backup.",
        None,
    ),
    "foreign_leftover": (
        "{file} is not of this journal: it was left beside another copy of it; nothing was changed.\n"
        "Move it away, then try again.",
        None,
    ),
    "needs_newer": (
        "onelog needs {oldest} or newer",
        None,
    ),
    "needs_fts5": (
        "onelog needs its full-text search, FTS5, which this one was built without",
        None,
    ),
    "old_sqlite": (
        "The SQLite of this Python is {version}; {needed}.\n"
        "Install onelog with a newer Python than {python}: that brings its own SQLite. Your journal is as it was.",
        None,
    ),
    "damaged": (
        "{path} is damaged; {state}.\nonelog doctor says more; onelog restore brings back a backup.",
        None,
    ),
    "is_in_it": (
        "what you entered is in it",
        None,
    ),
    "unchanged": (
        "nothing was changed",
        None,
    ),
    "bad_value": (
        "{path} holds a value that cannot be read; {state}.\nonelog doctor tells which.",
        None,
    ),
    "other_tables": (
        "{path} is not built as a journal of onelog is; {state}.\n"
        "onelog doctor says more; onelog restore brings back a backup.",
        None,
    ),
    "folder_strange": (
        "{place} {why}; nothing is written there.\nMove it away, then try again.",
        None,
    ),
    "folder_is_a_link": (
        "is a link",
        None,
    ),
    "folder_is_somebody_elses": (
        "belongs to somebody else",
        None,
    ),
    "unknown_kind": (
        "This onelog knows no kind of moment {kind!r}.\nDo it again with the onelog that is newer.",
        None,
    ),
}
