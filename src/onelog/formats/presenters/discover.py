"""What comes back from the past, and sparks."""

from datetime import date

from onelog.core.kinds import kind_of
from onelog.core.model import Moment
from onelog.core.results.discover import Discovery
from onelog.core.results.sparks import Proposal
from onelog.formats import cells
from onelog.markdown.body import words_of


def _discovery(one: Discovery, today: date) -> tuple[str, ...]:
    kind = one.record.kind if isinstance(one.record, Moment) else kind_of(one.record)
    whom = cells.label(one.record.person)
    return (
        kind,
        one.record.id,
        cells.day(one.day),
        whom,
        words_of(one.record),
        one.why,
        cells.number(one.years or None),
        one.to or "",
        " ".join(one.words),
    )


def _proposal(one: Proposal, today: date) -> tuple[str, ...]:
    return (
        "proposal",
        str(one.n),
        cells.day(one.day),
        one.person,
        one.text,
        one.why,
        cells.number(one.years or None),
        " ".join(one.about),
        one.taken or "",
    )


CELLS: dict[str, cells.LineWriter] = {"discovery": _discovery, "proposal": _proposal}
