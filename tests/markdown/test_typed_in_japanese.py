"""One table of what a Japanese manager types: what it becomes, or the sentence that refuses it.

`typed_in_japanese.tsv` has a row for each: what it is, what is typed (a slash is a new line in a section and a field), and
what comes of it; `! …` stands for a part of what is said. Each is typed composed and decomposed.
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from office import APRIL, NOW, PEOPLE, Office, lines

from onelog.core import numbers, relations
from onelog.core.calendar import dates, recurrence
from onelog.core.calendar.periods import period
from onelog.core.errors import OnelogError, in_language
from onelog.core.names import name_matching
from onelog.core.names.honorifics import titled
from onelog.markdown import document

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("typed_in_japanese.tsv").read_text(encoding="utf-8").splitlines()
]


def section(text: str) -> str:
    heading, *rest = text.split("/", 1)
    under = rest[0].replace("/１", "\n１").replace("/２", "\n２").replace("/・", "\n・")
    return lines(f"{heading}\n{under}").removeprefix(f"note {heading} | ")


def fields(text: str) -> str:
    whole = text.replace("/■", "\n■")
    draft = document.read(f"{whole}\n\n話した", NOW, Office(), typed=True)
    names = ("at", "minutes", "mode", "mood", "seen", "rating")
    values = {name: found for name in names if (found := getattr(draft.fields, name)) is not None}
    if draft.fields.at:
        values["at"] = f"{draft.fields.at:%Y-%m-%d %H:%M}"
    said = "".join(f"\n! {in_language(what, 'ja')}" for _, what in draft.troubles)
    return " ".join(f"{name}={value}" for name, value in values.items()) + said


def name(text: str) -> str:
    return "、".join(one.name for one in name_matching.fitting(PEOPLE, text))


def number(text: str) -> str:
    value, unit = numbers.number(text)
    return f"{numbers.number_text(value)} {unit}".strip()


def day(text: str) -> str:
    return str(dates.day(text, NOW.date(), conventions=APRIL))


READ: dict[str, Callable[[str], str]] = {
    "label": lines,
    "section": section,
    "key": lines,
    "owner": lines,
    "field": fields,
    "name": name,
    "titled": titled,
    "number": number,
    "day": day,
    "back": lambda text: str(dates.day(text, NOW.date(), looking="back", conventions=APRIL)),
    "time": lambda text: f"{dates.moment(text, NOW, conventions=APRIL):%Y-%m-%d %H:%M}",
    "length": lambda text: str(dates.minutes(text)),
    "period": lambda text: period(text, NOW.date(), conventions=APRIL).name,
    "cadence": recurrence.rule,
    "relation": relations.check_relation,
}


def outcome(kind: str, text: str) -> str:
    try:
        return READ[kind](text)
    except OnelogError as error:
        return f"! {error.said('ja')}"


@pytest.mark.long
@pytest.mark.parametrize(("kind", "typed", "meant"), ROWS, ids=[f"{kind} {typed}" for kind, typed, _ in ROWS])
def test_what_is_typed_becomes_what_is_meant(kind: str, typed: str, meant: str) -> None:
    found = outcome(kind, typed)
    if meant.startswith("!"):
        assert "! " in found and meant[1:].strip() in found.partition("! ")[2], found
        return
    assert found.partition("\n")[0].strip() == meant.strip()
    if kind not in ("titled",):
        decomposed = outcome(kind, unicodedata.normalize("NFD", typed))
        assert unicodedata.normalize("NFC", decomposed).partition("\n")[0].strip() == meant.strip()


def test_the_table_is_as_long_as_it_was_promised_to_be() -> None:
    assert len(ROWS) >= 300
    assert len({(kind, typed) for kind, typed, _ in ROWS}) == len(ROWS)
    assert {kind for kind, _, _ in ROWS} == set(READ)
    assert sum(meant.startswith("!") for _, _, meant in ROWS) >= 20
