"""What is said when files cannot be taken in."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "export_and_documents": (
        "A JSON export and documents are taken in one after the other.\nImport them in two commands.",
        None,
    ),
    "undated_today": (
        "--undated is not {said!r}.\n--undated today; any other day is --on DAY.",
        None,
    ),
    "two_days": (
        "--on and --undated say two days.\nLeave one of them out.",
        None,
    ),
    "not_a_pair": (
        "{pair!r} does not say who a name is.\nFor example: --people 'Aron=Aaron Blythe'",
        None,
    ),
    "only_written": (
        "{path} is {about}: onelog writes {name}, and does not read it.\nIt reads {readable}.",
        None,
    ),
    "no_export": (
        "{path} is not an export of onelog.\nonelog export --format json writes one.",
        None,
    ),
    "empty": (
        "{path} is empty; nothing was taken.\nWrite it again, or leave it out.",
        None,
    ),
    "no_text": (
        "{path}, line {line}: this is no text; nothing was taken.\nLook at what kind of file it is.",
        None,
    ),
    "no_documents": (
        "There are no documents there.\nA document ends in .md, an export in .json.",
        None,
    ),
    "notes_in_both": (
        "Both journals have notes for the next meeting with {person}; nothing was taken.\n"
        "Log that meeting first, or delete {id} there.",
        None,
    ),
    "name_with_blanks": (
        "{name!r} is a name with more blanks than it needs.\nWrite it with one between its words.",
        None,
    ),
    "two_are_one": (
        "{one} and {other} are two people there, and {here} is one here; nothing was taken.\n"
        'Say who is somebody else: --people "{other}=new"',
        None,
    ),
    "not_utf8": (
        "{file} is not UTF-8 text (line {line}).\nConvert it first, for example with iconv.",
        None,
    ),
    "unknown_source": (
        "There is no source {name!r}.\nKnown are {sources}, and json for an export.",
        None,
    ),
    "transcript_without_day": (
        "{file} does not say which day it is from.\nPut the day into its name, or say --on DAY.",
        None,
    ),
    "too_many_files": (
        "{folder} has more than {most:,} files.\nImport its folders one by one.",
        None,
    ),
    "too_many_in_zip": (
        "{name} has more than {most:,} files.\nImport it in parts.",
        None,
    ),
    "damaged_zip": (
        "{name} is a damaged zip.\nMake it again, or unpack it first.",
        None,
    ),
    "zip_outside": (
        "{name} names a file outside of it: {inside!r}.\nMake the zip again.",
        None,
    ),
    "zip_encrypted": (
        "{name} is encrypted.\nUnpack the zip with its password first.",
        None,
    ),
    "unpacks_too_large": (
        "{name} unpacks to more than a note can be.\nLeave it out of the zip.",
        None,
    ),
    "zip_in_zip": (
        "{name} is a zip in a zip in a zip.\nUnpack it first.",
        None,
    ),
    "not_taken": (
        "{n} documents cannot be taken in; nothing was taken.\n{error.hint}",
        None,
    ),
    "said_of": (
        "{file}: {error}\n{error.hint}",
        None,
    ),
    "said": (
        "{error}\n{error.hint}",
        "{error}\n{error.hint}",
    ),
    "not_read": (
        "{name} looks like {about}, which onelog does not read.\n"
        "onelog import --list tells what it reads; --format md takes it as notes.",
        None,
    ),
    "two_sources": (
        "{name} may be {about}, or {other}.\nSay which: --format {format}",
        None,
    ),
    "transcript_with_whom": (
        "{file}: {people} people speak; whom is it with?\n"
        'Say it with --with NAME. Your own name is set by: onelog config me "NAME"',
        None,
    ),
    "transcript_names_nobody": (
        "{file}: nobody is named; whom is it with?\n"
        'Say it with --with NAME. Your own name is set by: onelog config me "NAME"',
        None,
    ),
}
