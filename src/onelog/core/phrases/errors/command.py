"""What is said of the command line itself."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "not_together": (
        "{one} and {other} do not go together.\nLeave one out.",
        None,
    ),
    "trust_clock_alone": (
        "--trust-clock says how to mend.\nonelog doctor --mend --trust-clock",
        None,
    ),
    "mine_or_theirs": (
        "--mine and --theirs exclude each other.\nLeave both out to see all.",
        None,
    ),
    "person_or_team": (
        "It is one person or the team.\nonelog prep PERSON, or onelog prep --all --on mon",
        None,
    ),
    "prep_whom": (
        "Whom do you meet?\nonelog prep PERSON; onelog prep --all has everybody",
        None,
    ),
    "color": (
        "--color is auto, always or never, not {color!r}.\nFor example: onelog --color never timeline",
        None,
    ),
    "part_missing": (
        "A part of onelog is missing.\nInstall onelog again.",
        None,
    ),
    "not_with_on": (
        "--on and {other} do not go together.\nLeave one out.",
        None,
    ),
    "semicolon": (
        "{one}; {other}",
        "{one}、{other}",
    ),
    "or": (
        "{one} or {other}",
        "{one}または{other}",
    ),
    "did_you_mean": (
        "Did you mean {names}?",
        None,
    ),
    "no_help": (
        "There is no help on {word!r}.\n{hint}",
        None,
    ),
    "prep_or_raw": (
        "--prep begins in the editor; --raw reads nothing.\nLeave one out.",
        None,
    ),
    "prep_or_file": (
        "--prep begins in the editor; --file has its own document.\nLeave one out.",
        None,
    ),
    "not_utf8": (
        "What stands for {what} is not UTF-8 text; nothing was changed.\n"
        "Convert it: printf '%s' WORDS | iconv -f latin1 -t utf-8, and - for the words of a pipe.",
        None,
    ),
    "answer_lost": (
        "It is done, and the answer could not be written: {reason}.\n"
        "Do not do it again; onelog history tells what was changed.",
        None,
    ),
    "nobody_takes_it": (
        "nobody takes it",
        None,
    ),
}
