"""What is said of goals and their plans."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "how_ended": (
        "How did it end?\nonelog goals close {goal} --as achieved, missed or dropped",
        None,
    ),
    "plan_one_source": (
        "The steps come from one place: options, or --edit.\nLeave the others out.",
        None,
    ),
    "plan_no_place": (
        "--{option} has no place in the plan of {id}: its day is past, or after that of an earlier step.\n"
        "onelog goals plan {id} shows the days there are.",
        None,
    ),
    "unknown_or_new": (
        "No goal fits {word!r}.\nonelog goals lists them; onelog goals add TITLE makes one.",
        None,
    ),
    "unknown": (
        "No goal fits {word!r}.\nonelog goals lists them.",
        None,
    ),
    "empty_checkin": (
        "A check-in is a value, some words, or both.\nFor example: onelog goals checkin mau 950000",
        None,
    ),
    "plan_line_unknown": (
        "Line {line} is not understood.\nA step is written like: - 2027-01-31 what must be true",
        None,
    ),
    "plan_line_past": (
        "Line {line}: {day} is past.\nA step of a plan is still to come.",
        None,
    ),
    "plan_line_not_before": (
        "Line {line}: {day} is not before {by}, the day of {id}.\nA plan goes back from there.",
        None,
    ),
    "plan_step_without_words": (
        "There are no words for the next step in line {line}.\nSay what it is.",
        None,
    ),
    "plan_topic_with_whom": (
        "A topic is for the next talk with somebody.\nonelog goals plan {id} … --with PERSON",
        None,
    ),
    "needs_title": (
        'A goal needs a title.\nFor example: onelog goals add "One million users" --by eoq',
        None,
    ),
    "unknown_end": (
        "A goal does not end as {status!r}.\n--as achieved, missed or dropped",
        None,
    ),
    "under_itself": (
        "{id} would be under itself.\nPut it under another goal, or under none.",
        None,
    ),
    "several_fit": (
        "Several goals fit {word!r}: {goals}.\nName the goal by its id.",
        None,
    ),
    "ended_already": (
        "{id} is {status} already (since {since}).\nonelog reopen {id}",
        None,
    ),
    "plan_without_day": (
        "{id} has no day to plan backwards from.\nonelog edit {id} gives it a day (by: {year}-03-31).",
        None,
    ),
    "plan_day_past": (
        "The day of {id} is not to come ({by}); there is no way back from it.\n"
        "onelog edit {id} gives it a day (by: {year}-03-31).",
        None,
    ),
    "plan_next_kind": (
        "Line {line} is a {kind}; the next step is an action or a topic.\n- [ ] words, or - topic: words",
        None,
    ),
    "plan_line": (
        "Line {line}: {error}.\n{error.hint}",
        None,
    ),
}
