"""What is said of sparks."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "which": (
        "Which spark was it?\nonelog spark --list has their ids.",
        None,
    ),
    "whom": (
        "Whom do you meet?\nonelog spark PERSON; onelog spark --list has all there were.",
        None,
    ),
    "why_landed": (
        "--why says why a spark landed or not.\nAdd --landed or --missed, or leave it out.",
        None,
    ),
    "day_past": (
        "{day} is past.\n--on is the day that a spark is meant for.",
        None,
    ),
    "on_needs_take": (
        "--on is the day of what is parked.\nonelog spark {person} --take 1 --on {on}",
        None,
    ),
    "no_number": (
        "There is no number {number}: there are {n} today.\nonelog spark {person}",
        None,
    ),
    "not_one": (
        "{id} is no spark.\nonelog spark --list has them.",
        None,
    ),
    "parked_already": (
        "Number {number} is parked already, as {id}.\nonelog spark {id}",
        None,
    ),
    "noted_already": (
        "{id} is noted as {how} already.\nonelog history {id}",
        None,
    ),
    "as_landed": "spark.landed",
    "as_missed": (
        "missed",
        "響かなかった",
    ),
}
