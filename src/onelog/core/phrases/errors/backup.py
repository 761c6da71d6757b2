"""What is said when a backup cannot be made, found or restored."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "key_needs_encrypt": (
        "Only an encrypted backup has a recovery key.\nonelog backup --encrypt",
        None,
    ),
    "looks_like_option": (
        "A backup is not called {path}.\nonelog backup --list lists them; ./{path} names a file.",
        None,
    ),
    "list_takes_no_path": (
        "--list tells of the backups beside the journal; it takes no PATH.\nonelog backup --list",
        None,
    ),
    "another_journal": (
        "This backup is of another journal: they have no record in common.\n--yes restores it.",
        None,
    ),
    "not_restored": (
        "Not restored; nothing was changed.",
        None,
    ),
    "is_the_journal": (
        "{file} is the journal itself.\nName another file, or a folder.",
        None,
    ),
    "name_of_databases": (
        "{name} is a name that databases keep for themselves.\nName it otherwise.",
        None,
    ),
    "no_folder": (
        "There is no folder {folder}.\nMake it, or name another place.",
        None,
    ),
    "in_use_by_program": (
        "{file} lies there: some program uses {name}.\nName another file.",
        None,
    ),
    "no_number": (
        "There is no backup {number}; there are {n}.\nonelog backup --list names them.",
        None,
    ),
    "source_is_journal": (
        "{file} is the journal itself.\nonelog backup --list names its copies.",
        None,
    ),
    "damaged_copy": (
        "{path} is damaged.\nNothing was changed; onelog backup --list names the other copies.",
        None,
    ),
    "damaged_unchanged": (
        "{path} is damaged.\nNothing was changed.",
        None,
    ),
    "damaged": (
        "{path} is damaged.\nonelog backup --list names the other copies.",
        None,
    ),
    "left_alone": (
        "{file} lies there without its journal.\nMove it away, then try again.",
        None,
    ),
    "journal_damaged": (
        "{path} is damaged; no backup was made of it, and those that are there were left as they are.\n"
        "onelog doctor tells what is wrong; onelog backup --list and onelog restore N bring a copy back.",
        None,
    ),
    "copy_differs": (
        "The copy of {path} does not hold what the journal holds.\nTry again.",
        None,
    ),
    "file_there": (
        "{file} is there already; it was left as it is.\nName another file, or take that one away first.",
        None,
    ),
    "file_not_whole": (
        "{file} is there and is not a whole copy of this journal; it was left as it is.\n"
        "Name another file, or take that one away first.",
        None,
    ),
    "file_holds_more": (
        "{file} holds what the journal does not hold now; it was left as it is.\n"
        "Name another file, or take that one away first.",
        None,
    ),
    "not_a_file": (
        "{path} is not a file.\nonelog backup --list names the backups of this journal.",
        None,
    ),
    "not_there": (
        "{path} is not there.\nonelog backup --list names the backups of this journal.",
        None,
    ),
    "copy_not_a_file": (
        "{path} is not a file.\nonelog backup --list names the copies of this journal.",
        None,
    ),
    "copy_not_there": (
        "{path} is not there.\nonelog backup --list names the copies of this journal.",
        None,
    ),
    "damaged_alone": (
        "{path} is damaged.",
        None,
    ),
    "copy_refused": (
        "{error}\nNothing was changed; onelog backup --list names the copies of this journal.",
        None,
    ),
    "file_not_rewritten": (
        "{done}, but its file could not be written anew: {why}\n"
        "The free room in it may still hold the words. Do the same once more.",
        None,
    ),
}
