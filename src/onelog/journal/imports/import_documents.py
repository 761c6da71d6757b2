"""Bringing documents and exports into a journal: all of them in one change, or none."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from onelog.core.errors import OnelogError, Wrong, check_none, kept_in
from onelog.core.results.common import Brought, IncomingDocument
from onelog.journal.imports.import_asides import take_aside
from onelog.journal.imports.import_cards import link_parents, take_goal, take_person
from onelog.journal.imports.import_meetings import take_meeting
from onelog.journal.imports.import_people import NOBODY, Whom
from onelog.journal.imports.import_state import Import, said_of
from onelog.markdown import document, entities
from onelog.store.database import Store
from onelog.store.transaction import writing

__all__ = ["IncomingDocument", "Rehearsed", "documents"]


class Rehearsed(Exception):
    """Ends a dry run: nothing of it stays."""


def _uncounted(_number: int, _all: int) -> None:
    """Nobody is shown how far it is."""


def documents(
    store: Store,
    pages: Sequence[IncomingDocument],
    now: datetime,
    *,
    who: str | None = None,
    rehearse: bool = False,
    called: Mapping[str, str] = NOBODY,
    on: datetime | None = None,
    counted: Callable[[int, int], object] = _uncounted,
) -> Brought:
    """Takes documents in: people and goals first, then meetings and the rest in the order of their days.

    A document whose id is known changes that record; one that was taken in before changes nothing. `called` says who is
    meant by a name (`whom.NEW`: somebody new), `on` is when a meeting was that does not say it. `counted` is told how many of
    how many pages were looked at.
    Raises `NotTaken` for all the pages that cannot be taken, or the error of the one that cannot, with its file and
    line: `Damaged` where it says what cannot be, else `Refused`; `Resembles` for names that may be somebody's. Then
    nothing was taken.
    """
    taking = Import(store, now, who, Whom(store, called), on)
    taking.keys = frozenset(page.origin.key for page in pages if page.origin)
    refused: list[OnelogError] = []
    with contextlib.suppress(Rehearsed), writing(store, "import", now) as change:
        taking.change = taking.whom.change = change
        for number, page in enumerate(sorted(pages, key=_order), 1):
            counted(number, len(pages))
            with kept_in(refused), said_of(page):
                _take(taking, page)
        check_none(refused)
        link_parents(taking)
        taking.whom.check()
        if rehearse:
            raise Rehearsed
    return Brought(
        made=dict(taking.made),
        changed=taking.changed,
        same=taking.same,
        troubles=tuple(taking.troubles),
        new_people=tuple(taking.new_people),
        mended_in=tuple(dict.fromkeys(taking.mended_in)),
        documents=tuple(taking.documents),
    )


def _order(page: IncomingDocument) -> tuple[int, str, str, int]:
    kind = entities.kind_of_text(page.text)
    place = {"person": 0, "goal": 1}.get(kind, 2)
    day = next((line[3:].strip() for line in page.text.split("\n")[:12] if line.startswith("at:")), "")
    return place, day, page.file, page.line


_TAKE = {"person": take_person, "goal": take_goal, "aside": take_aside, "meeting": take_meeting}
"""How the document of each kind is taken in."""


def _take(taking: Import, page: IncomingDocument) -> None:
    taking.troubles += [(page.file, line, what) for line, what in page.troubles]
    document.check_head(page.text)
    kind = entities.kind_of_text(page.text)
    take = _TAKE.get(kind)
    if take is None:
        raise Wrong("document.unknown_kind", kind=kind[:20])
    take(taking, page)
