"""What lists and screens show, as JSON."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from onelog.core.model import Record
from onelog.core.progress import Course, Plan
from onelog.core.results.common import Brought, Standing, Today
from onelog.core.results.history import Change
from onelog.core.results.search import Hit

if TYPE_CHECKING:  # formats and journal do not know one another
    from onelog.core.results.prep import Brief, Mood, Prep
    from onelog.core.results.watch import Warned

RecordJson = Callable[[Record, date], dict[str, Any]]


def view_json(value: Any, today: date, record_json: RecordJson) -> Any:
    """The JSON of a hit, a change, the picture of a day, or a record."""
    match value:
        case Hit():
            return {
                "kind": value.kind, "id": value.id, "person": value.person, "at": value.at or None,
                "snippet": value.snippet, "record": record_json(value.record, today),
            }  # fmt: skip
        case Change():
            return _change(value)
        case Today():
            return _today(value, record_json)
        case Standing():
            return _standing(value, today, record_json)
        case Course():
            return _course(value, today, record_json)
        case Plan():
            return _plan(value, today, record_json)
        case Brought():
            troubles = [{"file": f, "line": n, "what": w} for f, n, w in value.troubles]
            counts = {"made": dict(value.made), "changed": value.changed, "same": value.same}
            return counts | {"troubles": troubles, "new_people": list(value.new_people)}
    if type(value).__name__ in ("Prep", "Brief"):
        return (_prep if type(value).__name__ == "Prep" else _brief)(value, today, record_json)
    if type(value).__name__ == "Warned":
        return _warned(value, today, record_json)
    return _told(value, today, record_json) if type(value).__name__ in _TOLD else record_json(value, today)


_TOLD = {
    "Explained": "measure", "Question": "question", "Theme": "theme", "Guide": "guide", "Status": "status",
    "Skill": "skill", "Feedback": "feedback", "Thread": "thread", "Discovery": "discovery",
    "Proposal": "proposal", "Sparks": "sparks", "Stats": "stats",
}  # fmt: skip
"""The kinds of what onelog/telling.py and journal/status.py hold, by the name of the type: daily commands load neither."""


def _told(value: Any, today: date, record_json: RecordJson) -> dict[str, Any]:
    """The fields as they are."""

    def plain(field: Any) -> Any:
        if isinstance(field, date):
            return field.isoformat()
        if hasattr(field, "_asdict"):
            return {key.rstrip("_"): plain(one) for key, one in field._asdict().items()}
        if isinstance(field, tuple | list):
            return [plain(one) for one in field]
        return record_json(field, today) if isinstance(field, Record) else field

    return {"kind": _TOLD[type(value).__name__], **plain(value)}


def _change(change: Change) -> dict[str, Any]:
    return {
        "n": change.n, "at": change.at.isoformat(timespec="seconds"), "command": change.command, "device": change.device,
        "op": change.op, "target": change.target, "undone": change.undone,
        "records": [
            {"id": line.id, "uid": line.uid, "kind": line.kind, "before": line.before, "after": line.after}
            for line in change.lines
        ],
    }  # fmt: skip


def _today(seen: Today, record_json: RecordJson) -> dict[str, Any]:
    return {
        "day": seen.day.isoformat(),
        "due": [_standing(one, seen.day, record_json) for one in seen.due],
        "mine": [record_json(a, seen.day) for a in seen.mine],
        "theirs": [record_json(a, seen.day) for a in seen.theirs],
        "goals": [record_json(g, seen.day) for g in seen.goals],
        "moment": record_json(seen.moment, seen.day) if seen.moment else None,
        "warnings": seen.warnings,
    }


def _standing(one: Standing, today: date, record_json: RecordJson) -> dict[str, Any]:
    """The person, with how it stands; the last skip and what was kept where they were asked for (else null)."""
    return record_json(one.person, today) | {
        "state": one.state, "days_late": one.late, "paused_until": one.until.isoformat() if one.until else None,
        "skip": record_json(one.skip, today) if one.skip else None,
        "kept": {**one.kept._asdict(), "n": one.kept.n} if one.kept else None,
    }  # fmt: skip


def _prep(seen: "Prep", today: date, record_json: RecordJson) -> dict[str, Any]:
    """All of the screen, nothing left out; a concern's words are null where they are not to be told."""

    def told(records: Iterable[Record]) -> list[dict[str, Any]]:
        return [record_json(one, today) for one in records]

    risks = [{"at_risk": one.goal.uid in seen.risky, "untouched_since_met": seen.untouched(one)} for one in seen.goals]
    return {
        "kind": "prep", "standing": _standing(seen.standing, today, record_json), "warnings": seen.warnings,
        "last": record_json(seen.last, today) if seen.last else None, "mine": told(seen.mine), "theirs": told(seen.theirs),
        "topics": told(seen.topics), "noted": seen.noted, "coming": seen.coming.label if seen.coming else None,
        "concerns": told(seen.concerns),
        "goals": [_course(one, today, record_json) | risk for one, risk in zip(seen.goals, risks, strict=True)],
        "moods": [_mood(mood) for mood in seen.moods], "questions": [_told(q, today, record_json) for q in seen.questions],
        "remembered": record_json(seen.remembered, today) if seen.remembered else None,
    }  # fmt: skip


def _brief(one: "Brief", today: date, record_json: RecordJson) -> dict[str, Any]:
    return {
        "kind": "brief", "standing": _standing(one.standing, today, record_json), "mine": one.mine,
        "mine_overdue": one.mine_late, "theirs": one.theirs, "theirs_overdue": one.theirs_late, "topics": one.topics,
        "concerns": one.concerns, "oldest_concern": one.worried.isoformat() if one.worried else None,
        "moods": [_mood(mood) for mood in one.moods], "goals_at_risk": one.risky,
        "warnings": one.warnings,
    }  # fmt: skip


def _mood(mood: "Mood") -> dict[str, Any]:
    return mood._asdict() | {"day": mood.day.isoformat()}


def _warned(one: "Warned", today: date, record_json: RecordJson) -> dict[str, Any]:
    """The warning with the records that fired it; words of concerns are null where they are not to be told."""
    return {
        "kind": "warning", "name": one.name, "rule": one.rule, "about": one.about.label,
        "person": one.person.label if one.person else None, "day": one.day.isoformat() if one.day else None,
        "text": one.text, "number": _rounded(one.number), "limit": _rounded(one.limit), "n": one.n, "how": list(one.how),
        "records": [fired._asdict() | {"day": fired.day.isoformat() if fired.day else None} for fired in one.records],
        "quiet_until": one.answer.until.isoformat() if one.answer else None,
        "answer": record_json(one.answer, today) if one.answer else None,
    }  # fmt: skip


def _course(one: Course, today: date, record_json: RecordJson) -> dict[str, Any]:
    """The goal, with how it goes; days, amount and part ahead are null where the pace is unknown."""
    by = one.ahead
    return record_json(one.goal, today) | {
        "days_ahead": by.days if by else None, "amount_ahead": _rounded(by.amount) if by else None,
        "fraction_ahead": _rounded(by.fraction) if by else None,
        "touched": one.touched.isoformat() if one.touched else None, "weeks_untouched": one.weeks,
        "done_below": one.done, "goals_below": one.below,
    }  # fmt: skip


def _plan(plan: Plan, today: date, record_json: RecordJson) -> dict[str, Any]:
    """The goal, its steps (the last day first; `goal` is null where nothing was said yet), and what comes next."""
    steps = [
        {"when": s.when or None, "day": s.day.isoformat(), "goal": record_json(s.goal, today) if s.goal else None}
        for s in plan.steps
    ]
    return {
        "goal": record_json(plan.goal, today), "steps": steps, "next": [record_json(n, today) for n in plan.next],
    }  # fmt: skip


def _rounded(value: float) -> int | float:
    """To six places, a whole number without any."""
    near = round(value, 6)
    return int(near) if near == int(near) else near
