"""One person before a meeting, and a line for each on the team."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from onelog.core.kinds import Record
from onelog.core.results.common import Standing
from onelog.core.results.prep import Brief, Mood, Prep
from onelog.core.scales import ScaleLine
from onelog.formats import cells
from onelog.formats.json_records import held_json, record_json
from onelog.formats.json_results import fields_json
from onelog.formats.presenters.goals import course_json
from onelog.formats.presenters.standing import standing_json


def _prep(seen: Prep, today: date) -> tuple[str, ...]:
    noted = (cells.number(seen.noted or None), cells.number(seen.warnings or None))
    return "prep", *_due(seen.standing), *noted, *_moods(seen.moods)


def _brief(one: Brief, today: date) -> tuple[str, ...]:
    counts = (one.mine, one.mine_late, one.theirs, one.theirs_late, one.topics, one.concerns)
    return (
        "brief",
        *_due(one.standing),
        *map(str, counts),
        cells.day(one.worried),
        *_moods(one.moods),
        str(one.risky),
        str(one.warnings),
        cells.day(one.praised),
        ", ".join(f"{line.name} {' '.join(str(value) for _, value in line.values)}" for line in one.scales),
    )


def _due(one: Standing) -> tuple[str, ...]:
    late, until, met = cells.number(one.late or None), cells.day(one.until), cells.day(one.person.last_met)
    return one.person.id, cells.day(one.due), one.person.name, "", one.state, late, until, met


def _moods(moods: Iterable[Mood]) -> tuple[str, str]:
    """Mine and theirs with blanks between, the oldest first, a dash where none was noted."""
    pairs = [(str(mood.mine or "-"), str(mood.theirs or "-")) for mood in moods]
    return " ".join(mine for mine, _ in pairs), " ".join(theirs for _, theirs in pairs)


def _scale_line(one: ScaleLine, today: date) -> tuple[str, ...]:
    values = " ".join(str(value) for _, value in one.values)
    return "scale", one.name, cells.day(one.values[-1][0]), "", "", str(one.low), str(one.high), values


CELLS: dict[str, cells.LineWriter] = {"prep": _prep, "brief": _brief, "scale": _scale_line}


# --- JSON


def _prep_json(seen: Prep, today: date) -> dict[str, Any]:
    """All of the screen, nothing left out; a concern's words are null where they are not to be told."""

    def told(records: Iterable[Record]) -> list[dict[str, Any]]:
        return [record_json(one, today) for one in records]

    risks = [{"at_risk": one.goal.uid in seen.risky, "untouched_since_met": seen.untouched(one)} for one in seen.goals]
    return {
        "kind": "prep",
        "standing": standing_json(seen.standing, today),
        "warnings": seen.warnings,
        "last": record_json(seen.last, today) if seen.last else None,
        "mine": told(seen.mine),
        "theirs": told(seen.theirs),
        "topics": told(seen.topics),
        "feedback": told(seen.feedback),
        "handed_over": {
            one.id: held_json(seen.held[one.uid]) for one in (*seen.mine, *seen.theirs) if one.uid in seen.held
        },
        "noted": seen.noted,
        "coming": seen.coming.label if seen.coming else None,
        "concerns": told(seen.concerns),
        "facts": told(seen.facts),
        "days": [fields_json(day, today) for day in seen.days],
        "goals": [course_json(one, today) | risk for one, risk in zip(seen.goals, risks, strict=True)],
        "moods": [_mood(mood) for mood in seen.moods],
        "questions": [fields_json(q, today) for q in seen.questions],
        "experiments": [fields_json(one, today) for one in seen.experiments],
        "remembered": record_json(seen.remembered, today) if seen.remembered else None,
        "scales": [_scale_json(one) for one in seen.scales],
    }


def _brief_json(one: Brief, today: date) -> dict[str, Any]:
    return {
        "kind": "brief",
        "standing": standing_json(one.standing, today),
        "mine": one.mine,
        "mine_overdue": one.mine_late,
        "theirs": one.theirs,
        "theirs_overdue": one.theirs_late,
        "topics": one.topics,
        "concerns": one.concerns,
        "oldest_concern": one.worried.isoformat() if one.worried else None,
        "moods": [_mood(mood) for mood in one.moods],
        "goals_at_risk": one.risky,
        "warnings": one.warnings,
        "praised": one.praised.isoformat() if one.praised else None,
        "scales": [_scale_json(line) for line in one.scales],
    }


def _scale_json(one: ScaleLine) -> dict[str, Any]:
    return one._asdict() | {"values": [{"day": day.isoformat(), "value": value} for day, value in one.values]}


def _mood(mood: Mood) -> dict[str, Any]:
    return mood._asdict() | {"day": mood.day.isoformat()}


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"prep": _prep_json, "brief": _brief_json}
