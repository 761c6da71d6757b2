"""What is said when a name is nobody's, several people's, or cannot be a name."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "name_or_words": (
        "{name!r} may be somebody's name, or {said!r} what was said. Nothing was logged.\n"
        "The name: onelog {command} {quoted} --new …  What was said: onelog {command} {first} -- …",
        None,
    ),
    "nobody_named": (
        "Nobody was named; nothing was written.\nName the person: onelog log PERSON",
        None,
    ),
    "already_there": (
        '{name} is in the journal already; nobody was added.\nonelog people edit "{name}" changes what is known.',
        None,
    ),
    "with_whom": (
        "It is not said with whom.\nName the person first: onelog log PERSON",
        None,
    ),
    "several_names": (
        "These are several names, and a person has one.\nAdd each: {each}",
        None,
    ),
    "needs_name": (
        'A person needs a name.\nFor example: onelog people add "Mia Tanaka"',
        None,
    ),
    "name_too_long": (
        "A name has at most {most} characters; this one has {length}.\nUse a shorter one.",
        None,
    ),
    "bad_name": (
        '{name!r} cannot be a name: it holds a control character, a ", a colon as in due:fri, or begins with @ ` or -.\n'
        "Letters of any language, blanks, dots and hyphens are fine.",
        None,
    ),
    "name_has_meaning": (
        "{name!r} has a meaning of its own here (@me, @them).\nGive the person another name.",
        None,
    ),
    "unknown": (
        "Nobody is called {name!r}.\nonelog people lists everybody; onelog log NAME makes a new person.",
        None,
    ),
    "no_name": (
        "{name!r} is no name.\nName the person first: onelog log PERSON WORDS. Somebody who is called so: --new",
        None,
    ),
    "several_people": (
        "{names!r} names several people, and a talk is with one.\nLog each of them: {each}",
        None,
    ),
    "nobody_particular": (
        "{name!r} is nobody in particular.\nName one person. Somebody who is called so: --new",
        None,
    ),
    "fact_about_whom": (
        'A fact is about somebody, and nobody was named.\nSay whom: onelog fact "…" --with PERSON',
        None,
    ),
    "both_the_same": (
        "Both are {name}.\nonelog people lists everybody.",
        None,
    ),
    "unknown_relation": (
        "There is no relation {word!r}.\nIt is one of {relations}.",
        None,
    ),
    "nothing_different": (
        "Nothing about {name} is different.\nonelog people edit --help lists what can change.",
        None,
    ),
    "weekday_without_cadence": (
        "A weekday needs to know how often.\nFor example: --every 2w --on tue",
        None,
    ),
    "name_taken": (
        "{name!r} is {owner}'s name or alias already.\nChoose another one.",
        None,
    ),
    "resembles": (
        "Nobody is called {name!r}.\nDid you mean {names}?",
        None,
    ),
    "several_fit": (
        "Several people fit {name!r}: {shown}.\nSay more of the name.",
        None,
    ),
    "nothing_logged": (
        "{error} Nothing was logged.\n{error.hint}{longer} For somebody new: --new",
        None,
    ),
    "longer": (
        ' Their whole name: onelog people edit "{name}" --name "{word}".',
        None,
    ),
    "may_be": (
        "{name!r} may be {names}.",
        None,
    ),
    "nobody_added": (
        "{error} Nobody was added.\n{longer} For somebody new: --new",
        None,
    ),
    "nobody_taken": (
        '{listed}{more}: nothing was taken.\nSay who: {pairs}  Somebody new: --people "{first}=new"',
        None,
    ),
    "unclear_name": (
        "{name!r} may be {near}",
        None,
    ),
    "and_more": (
        "; and {n} more",
        None,
    ),
    "fits_several": (
        '{name!r} fits {fitting}.\nSay who: --people "{name}=NAME"',
        None,
    ),
    "say_who": (
        '{error}\n--people "{name}=NAME" says who, --people "{name}=new" that it is one.',
        None,
    ),
    "not_archived": (
        "{name} is not archived.\nonelog people --all lists everybody.",
        None,
    ),
    "archived_already": (
        "{name} is archived already.\nonelog people --all lists everybody.",
        None,
    ),
}
