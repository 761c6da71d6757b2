"""What is said of passphrases, keys and encrypted files."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "key_unseen": (
        "A recovery key is made, and nobody is here to see it.\nName a file for it: --recovery-key-file",
        None,
    ),
    "key_file_there": (
        "{file} is there already.\nName a new file for the recovery key.",
        None,
    ),
    "passphrase_empty": (
        "The passphrase is empty; nothing was made.\nSeveral words are better than one.",
        None,
    ),
    "passphrases_differ": (
        "The two are not the same; nothing was made.\nTry again.",
        None,
    ),
    "passphrase_needs_terminal": (
        "A passphrase is asked for on a terminal only.\nElsewhere name a file: --passphrase-file FILE",
        None,
    ),
    "needs_pyrage": (
        "Encrypted backups need pyrage.\nInstall it: {how}",
        None,
    ),
    "key_unreadable": (
        "{file} cannot be read.\nMove it away, then the next encrypted backup asks for a passphrase.",
        None,
    ),
    "chosen_meanwhile": (
        "Another onelog has just chosen a passphrase.\nTry again: that one counts.",
        None,
    ),
    "copy_differs": (
        "The encrypted copy in {folder} is not what was encrypted.\nTry again.",
        None,
    ),
    "age_alone": (
        "{path} is encrypted with age alone.\nDecrypt it first: age -d -o journal.db FILE",
        None,
    ),
    "wrong_key": (
        "This key does not open {path}.\nIt was encrypted with another one.",
        None,
    ),
    "does_not_open": (
        "This does not open {what}.\nIt takes the passphrase or the recovery key, exactly as it was.",
        None,
    ),
    "too_slow": (
        "This machine is too slow, or too busy, to open {what} with the passphrase: a faster one made it.\n"
        "The recovery key opens it on any machine, and so does age itself: README.txt in the file says how.",
        None,
    ),
    "not_written": (
        "{folder} cannot be written to.\nMake room, then try again.",
        None,
    ),
    "first_line_empty": (
        "The first line of {what} is empty.\nIt is to hold the passphrase.",
        None,
    ),
}
