"""The goals at the end of a digest, read back: one a line, those below it and what was measured beneath."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from onelog.core.model import Checkin, Goal, Ref
from onelog.core.phrases import LANGUAGES, phrase, say
from onelog.core.regexes import pattern
from onelog.formats.digest import times
from onelog.formats.digest.marks import read_plain_words
from onelog.formats.digest.measured import read_measured
from onelog.markdown import grammar

_STATES = ("achieved", "missed", "dropped")


class ReadGoal(NamedTuple):
    """A goal that was read; the goal above it is a reference with its title for a uid and its id, where it has one."""

    number: int
    """Of its line, counted from 0."""
    goal: Goal
    unknown: tuple[tuple[int, str], ...] = ()
    """(number of a line, what was not understood in it)."""


_GOAL = r"^(?P<indent>[ \t]*)[-*+] \*\*(?P<title>.+?)\*\*(?: · (?P<facts>.*))?$"
_LOOK = r"^(?P<indent>[ \t]*)[-*+] (?P<when>.+?)(?: · (?P<rest>.*))?$"
_NUMBER = r"-?[\d,]+(?:\.\d+)?"


def read_goals(lines: Sequence[str], today: date, offset: timedelta | None) -> list[ReadGoal]:
    """The goals of the lines under their heading; what is no goal is said with the one before it."""
    found: list[ReadGoal] = []
    above: list[tuple[int, Ref]] = []
    for number, line in enumerate(lines):
        bare, id_ = grammar.split_id(line)
        if not bare.strip():
            continue
        if head := pattern(_GOAL).match(bare):
            depth = len(head["indent"].expandtabs(4))
            above = [one for one in above if one[0] < depth]
            title = read_plain_words(head["title"])
            goal, unknown = _with_facts(Goal("", id_, title), (head["facts"] or "").split(" · "), today)
            parent = above[-1][1] if above else None
            found.append(ReadGoal(number, replace(goal, parent=parent), tuple((number, what) for what in unknown)))
            above.append((depth, Ref(title, id_)))
        elif found and (checkin := _read_checkin(bare, id_, offset, today)):
            last = found[-1]
            found[-1] = last._replace(goal=replace(last.goal, checkins=(*last.goal.checkins, checkin)))
        elif found:
            found[-1] = found[-1]._replace(unknown=(*found[-1].unknown, (number, bare.strip())))
    return found


def _read_checkin(line: str, id_: str, offset: timedelta | None, today: date) -> Checkin | None:
    head = pattern(_LOOK).match(line)
    parts = re.fullmatch(rf"(.+?)(?: ({times.CLOCK}))?", head["when"]) if head else None
    day = times.read_day(parts[1], today) if parts else None
    if not head or not parts or not day:
        return None
    clock, own = (times.read_clock(parts[2]) or (time(), None)) if parts[2] else (time(), None)
    zone = own if own is not None else offset
    at = datetime.combine(day, clock, None if zone is None else timezone(zone))
    value, text = read_measured(head["rest"] or "")
    return Checkin(uid="", id=id_, goal=Ref("", ""), at=at, value=value, text=text)


def _with_facts(goal: Goal, facts: Sequence[str], today: date) -> tuple[Goal, list[str]]:
    unknown: list[str] = []
    for fact in facts:
        if not fact.strip():
            continue
        said = next(
            (said for language in LANGUAGES if (said := _fact(fact.strip(), language, goal, today)) is not None), None
        )
        if said is None:
            unknown.append(fact.strip())
        else:
            goal = replace(goal, **said)  # type: ignore[arg-type]  # each is a field of a goal
    return goal, unknown


def _fact(fact: str, language: str, goal: Goal, today: date) -> dict[str, object] | None:
    """The fields of a goal that a fact says; None where it is none of this language."""
    if re.fullmatch(r"#\S+", fact):
        return {"tags": (*goal.tags, fact[1:])}
    for key in ("way", "start", "target"):
        if said := _said(key, fact, language):
            return {name: float(value.replace(",", "")) for name, value in said.items() if name != "unit"} | (
                {"unit": read_plain_words(said["unit"])} if said.get("unit") else {}
            )
    if _said("now", fact, language) or fact in _paces(language) or re.fullmatch(_pace_pattern(language), fact):
        return {}
    for key, field in (("unit", "unit"), ("measure", "metric")):
        if said := _said(key, fact, language):
            return {field: read_plain_words(said["text"])}
    for state in _STATES:
        if fact == say(language, f"digest.{state}_undated"):
            return {"status": state}
        if (said := _said(state, fact, language)) and (day := times.read_day(said["day"], today)):
            return {"status": state, "closed": day}
    for key, field in (("by", "by"), ("since", "opened")):
        if (said := _said(key, fact, language)) and (day := times.read_day(said["day"], today)):
            return {field: day}
    if said := _said("with", fact, language):
        name = read_plain_words(said["name"])
        return {"person": Ref(name, name)}
    return None


def _said(key: str, fact: str, language: str) -> dict[str, str]:
    phrase = re.escape(say(language, f"digest.{key}")).replace(r"\{", "{").replace(r"\}", "}")
    numbers = key in ("way", "start", "target", "now")
    pattern = re.sub(r"\{(\w+)\}", lambda m: f"(?P<{m[1]}>{_NUMBER if numbers else '.+'})", phrase)
    found = re.fullmatch(f"{pattern}(?: (?P<unit>.+))?" if numbers else pattern, fact)
    return found.groupdict() if found else {}


def _paces(language: str) -> tuple[str, ...]:
    return (say(language, "digest.on track"),)


def _pace_pattern(language: str) -> str:
    found = phrase(language, "digest.n_day")
    forms = (found,) if isinstance(found, str) else found
    days = "|".join(re.escape(form).replace(r"\{n\}", r"\d+") for form in forms)
    how = "|".join(
        re.escape(say(language, f"digest.{key}")).replace(r"\{days\}", f"(?:{days})") for key in ("ahead", "behind")
    )
    return f"(?:{re.escape(say(language, 'digest.on track'))}{re.escape(say(language, 'digest.comma'))})?(?:{how})"
