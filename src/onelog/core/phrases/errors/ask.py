"""What is said of questions, guides and measures."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "park_one": (
        "--park parks one question for one person.\nFor example: onelog ask mia --park",
        None,
    ),
    "guide_language": (
        "There is no guide in {language!r}.\n--language is en or ja.",
        None,
    ),
    "several_guides": (
        "Several guides fit {word!r}: {guides}.\nSay more of the topic.",
        None,
    ),
    "unknown_theme": (
        "There is no theme {word!r}.\nIt is one of {themes}.",
        None,
    ),
    "unknown_measure": (
        "There is no number called {name!r}.\n{near}",
        None,
    ),
    "list_measures": (
        "onelog explain lists them.",
        None,
    ),
    "unknown_guide": (
        "There is no guide about {word!r}.\n{near}",
        None,
    ),
    "list_guides": (
        "onelog guide lists them.",
        None,
    ),
    "unknown_skill": (
        "There is no evidence for {word!r}.\n{near}",
        None,
    ),
    "list_skills": (
        "onelog skills lists all.",
        None,
    ),
}
