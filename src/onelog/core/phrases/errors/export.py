"""What is said when an export cannot be written or read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "folder_without_name": (
        "A folder needs a name.\nonelog export --format folder -o NAME",
        None,
    ),
    "alarm_without_calendar": (
        "An alarm is for a calendar.\nLeave it out, or --format ics",
        "通知を付けられるのはカレンダーだけです。\n外すか、--format ics を付けてください。",
    ),
    "unknown_order": (
        "There is no order by {order!r}.\n--by day, or --by person",
        None,
    ),
    "only_markdown": (
        "--by and --ids are for Markdown.\nLeave them out, or --format md",
        None,
    ),
    "unknown_format": (
        "There is no format {word!r}.\nIt is one of {formats}.",
        None,
    ),
    "folder_there": (
        "{path} is there already.\nName a new folder, or an empty one.",
        None,
    ),
    "holds_no_text": (
        "{file} holds what is no text: NUL, or half a character.\nTake it out, and bring that in.",
        None,
    ),
    "unknown_list": (
        "{file}: {name} is no list that this onelog knows; nothing was taken.\nExport again, and bring that in.",
        None,
    ),
    "not_a_list": (
        "{file}: {name} is not a list; nothing was taken.\nExport again, and bring that in.",
        None,
    ),
    "not_a_record": (
        "{file}: {name}, record {n}: it is no record; nothing was taken.\nExport again, and bring that in.",
        None,
    ),
    "under_itself": (
        "{file}: goals, record {n}: it is under itself; nothing was taken.\nExport again, and bring that in.",
        None,
    ),
    "not_one_because": (
        "{file} is not an export of onelog: {why}.\nExport again, and bring that in.",
        None,
    ),
    "newer": (
        "{file} is from a newer onelog.\nUpdate onelog.",
        None,
    ),
    "line_unreadable": (
        "line {line} cannot be read",
        None,
    ),
    "too_deep": (
        "it is nested too deeply",
        None,
    ),
    "line": (
        ", line {line}",
        "の{line}行目",
    ),
    "bad_record": (
        "{file}{at}: {name}, record {n}: {why}; nothing was taken.\nExport again, and bring that in.",
        None,
    ),
}
