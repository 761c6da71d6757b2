"""Feedback and skills."""

from datetime import date

from onelog.core.results.feedback import Quarter
from onelog.core.results.skills import Skill
from onelog.formats import cells


def _skill(skill: Skill, today: date) -> tuple[str, ...]:
    grown = map(cells.day, skill.grown) if skill.grown else ("", "")
    counts = (skill.n, skill.praise, skill.growth, skill.win, skill.aha, len(skill.people))
    unnamed = "unnamed" if skill.unnamed else ""
    return (
        "skill",
        skill.tag,
        cells.day(skill.last),
        skill.person or "",
        ", ".join(skill.people),
        *map(str, counts),
        cells.day(skill.first),
        *grown,
        unnamed,
    )


def _quarter(one: Quarter, today: date) -> tuple[str, ...]:
    return (
        "quarter",
        one.quarter,
        cells.day(one.start),
        "",
        "",
        *(str(n) for way in (one.given, one.received) for n in way[:2]),
    )


CELLS: dict[str, cells.LineWriter] = {"skill": _skill, "quarter": _quarter}
