"""What can stand where a value is typed: what the shell offers after Tab.

What a parameter takes is told by the metavar that its help shows. A new one is a row in `OFFERS`, or in `FREE`.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module

from onelog.cli.complete_days import (
    WEEKDAYS,
    days_ahead,
    days_back,
    days_or_periods,
    days_to_come,
    offer_periods,
)
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core.model import GOAL_STATES, MODES, PRIVATE, RELATIONS, Person
from onelog.core.names import name_forms, name_matching
from onelog.core.sanitize import safe
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
    return (Offer("last", asked.app.said("prompt.offer_last")),) if asked.typed and not asked.given else ()


def _with_words(rows: list[offered.OfferedRow]) -> Iterator[Offer]:
    """Ids with their words; of what is private the kind alone, for whoever looks over one's shoulder."""
    for id_, kind, text in rows:
        hidden = "private note" if kind == "private" else kind
        yield Offer(id_, hidden if kind in PRIVATE else f"{kind}: {text}" if text else kind)


def goals(asked: Asked) -> Iterator[Offer]:
    glossary = offered.goals(asked.app.store, asked.typed)
    yield from (Offer(id_, title) for id_, title, _ in glossary)
    yield from (Offer(metric, title) for _, title, metric in glossary if metric)


def tags(asked: Asked) -> Offers:
    return (Offer(name, _times(asked, n)) for name, n in offered.tags(asked.app.store))


def skills(asked: Asked) -> Offers:
    return (Offer(name, _times(asked, n)) for name, n in offered.tags(asked.app.store, skills=True))


def _times(asked: Asked, n: int) -> str:
    return asked.app.said("prompt.offer_times", n=n)


# --- fixed words -----------------------------------------------------------------------------------------------------


def late(module: str, name: str) -> Callable[[Asked], Offers]:
    """What a function of another module offers; the module is loaded when Tab is pressed there."""
    return lambda asked: getattr(import_module(f"onelog.cli.{module}"), name)(asked)


def words(*fixed: str) -> Callable[[Asked], Offers]:
    return lambda _: (Offer(word) for word in fixed)


OFFERS: dict[str, Callable[[Asked], Offers]] = {
    "PERSON": offer_people, "NAME=PERSON": renamed, "ID": ids, "TAG": tags, "SKILL": skills, "RULE:ID": late("complete_found", "warnings"),
    "WHEN": days_back, "PERIOD": offer_periods, "WEEKDAY": words(*WEEKDAYS),
    "CADENCE": words("weekly", "2w", "3w", "4w", "monthly", "quarterly", "1st mon", "last fri"),
    "LENGTH": words("15m", "30m", "45m", "1h", "1h30m"), "AGE": words("90d", "1y", "2y"), "1-5": words(*"12345"),
    "MODE": words(*MODES), "KIND": late("complete_named", "kinds"), "WHO": words(*RELATIONS), "HOW": words(*GOAL_STATES[1:]), "READER": late("complete_found", "readers"),
    "RELATION": words(*RELATIONS), "THEME": late("complete_named", "themes"), "TOPIC": late("complete_named", "topics"), "COMMAND": late("complete_named", "helped"), "KEY": late("complete_care", "setting_keys"), "en|ja": words("en", "ja"),
    "day|person": words("day", "person"), "emoji|dataview": words("emoji", "dataview"), "HH:MM": words("9:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00"), "today": words("today"), "EXAMPLE": late("complete_named", "form_examples"), "CHANGES": late("complete_change", "changes"), "TRAIT": words(*MODES, *WEEKDAYS, "prepared", "later", "waiting"),
}  # fmt: skip  # short pairs in lines
"""What can stand where, by metavar."""
SPECIAL: dict[tuple[str, str], Callable[[Asked], Offers]] = {
    ("", "color"): words("auto", "always", "never"),
    ("done", "ids"): open_ids, ("drop", "ids"): open_ids, ("reopen", "ids"): closed_ids,
    ("actions", "goal"): goals, ("goals add", "under"): goals, ("goals checkin", "goal"): goals,
    ("goals close", "goal"): goals, ("goals plan", "goal"): goals,
    ("goals add", "by"): days_ahead, ("prep", "on"): days_ahead, ("skip", "until"): days_to_come, ("move", "when"): days_ahead,
    ("spark", "on"): days_ahead, ("spark", "who"): late("complete_found", "people_and_sparks"), ("watch", "until"): days_to_come,
    **{(name, "since"): days_or_periods for name in ("actions", "thread", "feedback", "timeline", "search", "moments")},
    **{(name, "until"): days_or_periods for name in ("thread", "timeline", "search", "moments")},
    ("review", "format_"): late("complete_named", "formats"), ("export", "format_"): late("complete_named", "formats"), ("import", "format_"): late("complete_named", "formats"),
    ("explain", "names"): late("complete_named", "measures"), ("recover", "number"): late("complete_care", "offer_drafts"), ("restore", "which"): late("complete_care", "backups"),
    ("goals plan", "at"): words(), ("config", "words"): late("complete_care", "settings"), ("config set", "value"): late("complete_care", "setting_values"),
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
