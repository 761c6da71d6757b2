"""What is said of patterns and experiments."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "why_ends": (
        "--why says why an experiment ends.\nonelog thread --end ID --why TEXT",
        None,
    ),
    "with_needs_try": (
        "--with belongs to --try.\nonelog thread --try walk --with PERSON",
        None,
    ),
    "cannot_plan": (
        "{word!r} cannot be planned.\n"
        "What can be tried: {traits}. What happens in a talk is no cause, so it is no experiment.",
        None,
    ),
    "no_experiment": (
        "{id} is no experiment.\nonelog thread --tried has them.",
        None,
    ),
    "planned_already": (
        "{id} plans that already.\nonelog thread --end {id}",
        None,
    ),
    "rests_already": (
        "{id} rests already.\nonelog thread --tried",
        None,
    ),
    "has_ended": (
        "{id} has ended.\nonelog thread --tried",
        None,
    ),
}
