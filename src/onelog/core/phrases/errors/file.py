"""What is said of files and folders that cannot be read or written."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "not_a_file": (
        "{path} is not a file.\nCopy it into a file first.",
        None,
    ),
    "unreadable": (
        "{path} cannot be read: {reason}.\nLook at its name and permissions.",
        None,
    ),
    "editor_failed": (
        "The editor ended with code {code}.\nLook into {file}.",
        None,
    ),
    "config_unreadable": (
        "{file} cannot be read: {reason}.\nLook what it is, and at its permissions.",
        None,
    ),
    "missing": (
        "There is no file {path}.\nLook at its name.",
        None,
    ),
    "no_home_for_man": (
        "There is no home folder for the man pages.\nSet HOME.",
        None,
    ),
    "there_already": (
        "{path} is there already.\nChoose another name, or move it away.",
        None,
    ),
    "no_folder": (
        "There is no folder {folder}.\nMake it, or choose another one.",
        None,
    ),
    "unwritable": (
        "{path} cannot be written: {reason}.\nLook at the folder, or choose another one.",
        None,
    ),
    "home_not_set": (
        "There is no home folder: HOME is not set.\nSet it, or name a journal with --journal.",
        None,
    ),
    "home_is": (
        "There is no home folder: HOME is {home}.\nSet it, or name a journal with --journal.",
        None,
    ),
    "not_whole": (
        "{variable} is {path!r}, which is not a whole path.\nLet it begin at the root: /…",
        None,
    ),
    "nobodys_home": (
        "{path} begins with nobody's home.\nName it by its whole path.",
        None,
    ),
    "unreadable_to_you": (
        "{path} cannot be read: {reason}.\nLook at its owner and permissions.",
        None,
    ),
    "no_room": (
        "{place} cannot be written to: {reason}.\nMake room, then try again.",
        None,
    ),
    "folder_unreadable": (
        "{path} cannot be read: {reason}.\nLook at its permissions.",
        None,
    ),
    "place_unwritable": (
        "{place} cannot be written to: {reason}.\nLook at its permissions.",
        None,
    ),
    "target_unwritable": (
        "{path} cannot be written: {reason}.\nMake room, or name another place.",
        None,
    ),
    "place_unusable": (
        "{place} cannot be used: {reason}.\nLook at its permissions.",
        None,
    ),
    "too_large": (
        "{what} has more than {megabytes} MB.\nSplit it into several.",
        None,
    ),
    "pipe": (
        "What came through the pipe",
        None,
    ),
}
