"""What can stand where a value is typed: what the shell offers after Tab.

What a parameter takes is told by the metavar that its help shows. A new one is a row in `OFFERS`, or in `FREE`.
"""

import re
from collections.abc import Callable, Iterator

from onelog.cli.complete_days import (
    WEEKDAYS,
    days_ahead,
    days_back,
    days_or_periods,
    days_to_come,
    offer_periods,
)
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core.model import GOAL_STATES, MODES, MOMENT_KINDS, RELATIONS, Person
from onelog.core.names import name_forms, name_matching
from onelog.core.sanitize import safe
from onelog.core.settings import WARNINGS
from onelog.markdown.families import PRIVATE
from onelog.store import offered, people

LONGEST = 60
"""Characters of what is said of a word."""


def offers(asked: Asked, name: str, metavar: str) -> list[Offer]:
    """What fits where Tab was pressed: the parameter of this name and metavar. Letters of either case are alike."""
    found = _offering(asked.command, name, metavar)
    typed = name_forms.normalize(asked.typed)
    fitting = (
        offer
        for offer in (found(asked) if found else ())
        if name_forms.normalize(offer.found_by or offer.word).startswith(typed) and offer.word not in asked.given
    )
    return [
        *{offer.word: _shown(offer) for offer in fitting if safe(offer.word, newlines=False) == offer.word}.values()
    ]


def takes_files(metavar: str) -> bool:
    """Whether a file or folder can stand there."""
    return not {"FILE", "PATH"}.isdisjoint(kinds_of(metavar))


def _offering(command: str, name: str, metavar: str) -> Callable[[Asked], Offers] | None:
    if (command, name) in SPECIAL:
        return SPECIAL[command, name]
    glossary = [OFFERS[kind] for kind in kinds_of(metavar) if kind in OFFERS]
    return (lambda asked: (offer for each in glossary for offer in each(asked))) if glossary else None


def kinds_of(metavar: str) -> list[str]:
    """What a metavar says can stand there: PERSON and ID of `[PERSON|ID]`."""
    return [metavar] if metavar in OFFERS else re.findall(r"[^][|. ]+", metavar)


def _shown(offer: Offer) -> Offer:
    says = safe(" ".join(offer.says.split()), newlines=False)
    return offer._replace(says=says if len(says) <= LONGEST else f"{says[: LONGEST - 1]}…")


# --- from the journal ------------------------------------------------------------------------------------------------


def offer_people(asked: Asked) -> Iterator[Offer]:
    """Everybody by the shortest word that begins as typed and means them alone: an alias, a word of the name, all of it."""
    everybody = people.everybody(asked.app.store)
    typed = name_forms.normalize(asked.typed)
    hidden = asked.command != "people archive"
    for person in everybody:
        if not (hidden and person.archived):
            offer = _called(everybody, person, typed)
            if offer:
                yield offer


def _called(everybody: list[Person], person: Person, typed: str) -> Offer | None:
    parts = [part for name in name_forms.names(person) for part in (*name.split(), *name_forms.form(name).parts)]
    ways = dict.fromkeys([*person.aliases, *parts, *name_forms.names(person)])
    fitting = [way for way in ways if name_forms.normalize(way).startswith(typed)]
    own = next((way for way in fitting if name_matching.fitting(everybody, way) == [person]), None)
    if not fitting:
        return None
    word = own or person.name
    says = " · ".join(filter(None, (person.name if word != person.name else "", person.relation))) or person.id
    return Offer(word, says, fitting[0])


def renamed(asked: Asked) -> Iterator[Offer]:
    """Whose name another one is, once that one and `=` are typed."""
    name, sign, typed = asked.typed.partition("=")
    for offer in offer_people(asked._replace(typed=typed)) if sign else ():
        yield Offer(f"{name}={offer.word}", offer.says, f"{name}={offer.found_by}")


def open_ids(asked: Asked) -> Offers:
    return (*_with_words(offered.open_ids(asked.app.store, asked.typed.lower())), *_last(asked))


def closed_ids(asked: Asked) -> Offers:
    return (*_with_words(offered.closed_ids(asked.app.store, asked.typed.lower())), *_last(asked))


def ids(asked: Asked) -> Offers:
    if asked.command == "change" and any(":" in word or word[:1] in "@+-" for word in asked.given):
        return ()
    return (*_with_words(offered.ids(asked.app.store, asked.typed.lower())), *_last(asked))


def _last(asked: Asked) -> Offers:
    """`last`, once it is begun: before that the ids come with their words."""
    return (Offer("last", "what was made or changed last"),) if asked.typed and not asked.given else ()


def _with_words(rows: list[offered.OfferedRow]) -> Iterator[Offer]:
    """Ids with their words; of what is private the kind alone, for whoever looks over one's shoulder."""
    for id_, kind, text in rows:
        hidden = "private note" if kind == "private" else kind
        yield Offer(id_, hidden if kind in PRIVATE else f"{kind}: {text}" if text else kind)


def goals(asked: Asked) -> Iterator[Offer]:
    glossary = offered.goals(asked.app.store, asked.typed)
    yield from (Offer(id_, title) for id_, title, _ in glossary)
    yield from (Offer(metric, title) for _, title, metric in glossary if metric)


def sparks(asked: Asked) -> Offers:
    from onelog.insight import spark  # noqa: PLC0415 - only after `spark`

    return (Offer(topic.id, topic.text) for topic in spark.list_sparks(asked.app.store))


def people_and_sparks(asked: Asked) -> Iterator[Offer]:
    yield from offer_people(asked)
    yield from sparks(asked)


def tags(asked: Asked) -> Offers:
    return (Offer(name, _times(n)) for name, n in offered.tags(asked.app.store))


def skills(asked: Asked) -> Offers:
    return (Offer(name, _times(n)) for name, n in offered.tags(asked.app.store, skills=True))


def _times(n: int) -> str:
    return "once" if n == 1 else f"{n} times"


def warnings(asked: Asked) -> Iterator[Offer]:
    from onelog.insight import watch  # noqa: PLC0415 - only after `watch --seen`

    app = asked.app
    for one in watch.find_all_warnings(app.store, app.today, app.settings.watch):
        yield Offer(one.name, one.person.label if one.person else "")


def offer_drafts(asked: Asked) -> Iterator[Offer]:
    from onelog.journal import drafts  # noqa: PLC0415 - only after `recover`

    for draft in drafts.numbered(drafts.left(asked.app.path)):
        yield Offer(str(draft.number), f"{draft.command.split(' ')[0]} {draft.begun(asked.app.now):%Y-%m-%d %H:%M}")


def backups(asked: Asked) -> Iterator[Offer]:
    from onelog.store.vault import snapshots  # noqa: PLC0415 - only after `restore`

    for number, copy in enumerate(snapshots.listed(asked.app.path), 1):
        yield Offer(str(number), f"{copy.path.name}")


# --- fixed words -----------------------------------------------------------------------------------------------------


def words(*fixed: str) -> Callable[[Asked], Offers]:
    return lambda _: (Offer(word) for word in fixed)


def kinds(asked: Asked) -> Offers:
    """The kinds of records that this command knows."""
    from onelog.cli.back import search, timeline  # noqa: PLC0415 - only after --kind

    glossary = {"search": search.KINDS, "timeline": timeline.KINDS}.get(asked.command, MOMENT_KINDS)
    return (Offer(kind) for kind in glossary)


def formats(asked: Asked) -> Offers:
    from onelog.formats import FORMATS  # noqa: PLC0415 - only after --format

    if asked.command == "review":
        return (Offer(name) for name in ("md", "html", "json"))
    return (Offer(form.name, form.about) for form in FORMATS.values() if form.reader or asked.command != "import")


def readers(_: Asked) -> Offers:
    from onelog.insight.review.audiences import PROFILES  # noqa: PLC0415 - only after `review`

    return (Offer(name) for name in PROFILES)


def themes(_: Asked) -> Offers:
    from onelog.insight import questions  # noqa: PLC0415 - only after `ask`

    return (Offer(name) for name in questions.bank(questions.own_file()).themes)


def topics(_: Asked) -> Offers:
    from onelog.insight import guides  # noqa: PLC0415 - only after `guide`

    return (Offer(topic) for topic in guides.TOPICS)


def helped(_: Asked) -> Offers:
    from onelog.cli import COMMANDS, GROUPS, manual  # noqa: PLC0415 - only after `help`

    return (Offer(word) for word in (*(row.name for row in COMMANDS), *GROUPS, *manual.pages()))


def setting_keys(asked: Asked) -> Offers:
    from onelog.cli.care import config_file  # noqa: PLC0415 - only after `config`

    return (Offer(key, _value(value)) for key, value in config_file.in_force(asked.app.settings).items())


def setting_values(asked: Asked) -> Iterator[Offer]:
    """What the setting that stands before takes, where it is one of few words."""
    from onelog.cli.care import config_file  # noqa: PLC0415 - as above

    key = asked.given[0] if asked.command == "config" else str(asked.params.get("key"))
    usual = config_file.defaults().get(key)
    if isinstance(usual, bool):
        yield from (Offer("on"), Offer("off"))
    elif key == "language":
        yield from (Offer("en"), Offer("ja"))
    elif key == "watch.off":
        yield from map(Offer, WARNINGS)
    elif key.startswith("cadences."):
        yield from OFFERS["CADENCE"](asked)


def _value(value: object) -> str:
    return (
        ("off", "on")[value] if isinstance(value, bool) else " ".join(value) if isinstance(value, list) else str(value)
    )


def settings(asked: Asked) -> Offers:
    return setting_values(asked) if asked.given else setting_keys(asked)


def changes(asked: Asked) -> Offers:
    from onelog.cli import complete_change  # noqa: PLC0415 - only after `change`

    return complete_change.changes(asked)


def measures(_: Asked) -> Offers:
    from onelog.core import glossary  # noqa: PLC0415 - only after `explain`

    return (Offer(name) for name in glossary.known())


OFFERS: dict[str, Callable[[Asked], Offers]] = {
    "PERSON": offer_people, "NAME=PERSON": renamed, "ID": ids, "TAG": tags, "SKILL": skills, "RULE:ID": warnings,
    "WHEN": days_back, "PERIOD": offer_periods, "WEEKDAY": words(*WEEKDAYS),
    "CADENCE": words("weekly", "2w", "3w", "4w", "monthly", "quarterly", "1st mon", "last fri"),
    "LENGTH": words("15m", "30m", "45m", "1h", "1h30m"), "AGE": words("90d", "1y", "2y"), "1-5": words(*"12345"),
    "MODE": words(*MODES), "KIND": kinds, "WHO": words(*RELATIONS), "HOW": words(*GOAL_STATES[1:]), "READER": readers,
    "RELATION": words(*RELATIONS), "THEME": themes, "TOPIC": topics, "COMMAND": helped, "KEY": setting_keys, "en|ja": words("en", "ja"),
    "day|person": words("day", "person"), "HH:MM": words("9:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00"), "today": words("today"), "CHANGES": changes, "TRAIT": words(*MODES, *WEEKDAYS, "prepared", "later", "waiting"),
}  # fmt: skip  # short pairs in lines
"""What can stand where, by metavar."""
SPECIAL: dict[tuple[str, str], Callable[[Asked], Offers]] = {
    ("", "color"): words("auto", "always", "never"),
    ("done", "ids"): open_ids, ("drop", "ids"): open_ids, ("reopen", "ids"): closed_ids,
    ("actions", "goal"): goals, ("goals add", "under"): goals, ("goals checkin", "goal"): goals,
    ("goals close", "goal"): goals, ("goals plan", "goal"): goals,
    ("goals add", "by"): days_ahead, ("prep", "on"): days_ahead, ("skip", "until"): days_to_come, ("move", "when"): days_ahead,
    ("spark", "on"): days_ahead, ("spark", "who"): people_and_sparks, ("watch", "until"): days_to_come,
    **{(name, "since"): days_or_periods for name in ("actions", "thread", "feedback", "timeline", "search", "moments")},
    **{(name, "until"): days_or_periods for name in ("thread", "timeline", "search", "moments")},
    ("review", "format_"): formats, ("export", "format_"): formats, ("import", "format_"): formats,
    ("explain", "names"): measures, ("recover", "number"): offer_drafts, ("restore", "which"): backups,
    ("config", "words"): settings, ("config set", "value"): setting_values,
    ("delete", "confirm"): words(), ("forget", "confirm"): words(),
}  # fmt: skip  # short pairs in lines
"""The same of parameters of which their metavar does not tell it: by command and name."""
FREE = {
    "WORDS",
    "TEXT",
    "TITLE",
    "NAME",
    "WORD",
    "UNIT",
    "VALUE",
    "N",
    "KANA",
    "FILE",
    "PATH",
}
"""Metavars of one's own words, of numbers, and of files, which the shell itself completes."""
