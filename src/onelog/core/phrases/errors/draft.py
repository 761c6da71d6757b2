"""What is said of words that have not reached the journal."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown_command": (
        "These words came from {command!r}, which is not known here.\nonelog recover {number} --with PERSON logs them.",
        None,
    ),
    "several_lines": (
        "These words were to be one line ({command}), and they are several.\n"
        "onelog recover {number} --with PERSON keeps them as a note for that person.",
        None,
    ),
    "for_whom": (
        "Whom were these words for?\nonelog recover {number} --with PERSON",
        None,
    ),
    "forgotten_meanwhile": (
        "What these words are about was forgotten meanwhile; they were not taken in, and are not kept.\n"
        "What is not about that can be written anew.",
        None,
    ),
    "place_unusable": (
        "{place} cannot be used: {reason}.\nChoose another place with --journal.",
        None,
    ),
    "place_unmakable": (
        "{place} cannot be made.\nChoose another place with --journal.",
        None,
    ),
    "cannot_keep": (
        "Your words cannot be kept in {folder}: {reason}.\nMake room, then try again.",
        None,
    ),
    "unknown": (
        "There is no draft {number}; {there}.\nonelog recover lists them.",
        None,
    ),
    "waiting": (
        ("{numbers} waits", "{numbers} wait"),
        None,
    ),
    "none": (
        "none waits",
        None,
    ),
    "way_back": (
        "Your words are kept: {command}",
        None,
    ),
    "editor_failed": (
        "The editor ended with code {code}; nothing was brought back.\nonelog recover lists what is kept.",
        None,
    ),
    "left_empty": (
        "The words were left empty; nothing was brought back.\nonelog recover lists what is kept.",
        None,
    ),
}
