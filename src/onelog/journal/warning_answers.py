"""Answering an early warning: seen, because …; it stays quiet until a day."""

from datetime import date, datetime, timedelta

from onelog.core.errors import Wrong
from onelog.core.model import Answer
from onelog.core.results.common import Changed
from onelog.core.settings import Watch
from onelog.insight import watch
from onelog.journal.private_labels import check_public
from onelog.markdown.privacy import is_private
from onelog.store.database import Store
from onelog.store.transaction import writing

QUIET = timedelta(weeks=4)
"""How long a warning stays quiet where nobody says."""


def answer(
    store: Store, name: str, now: datetime, limits: Watch, *, why: str = "", until: date | None = None
) -> Changed:
    """Keeps the warning of this name (`promise:k7qf`) quiet until a day, four weeks unless one is named.

    Raises `NotFound` where it does not warn today, `Wrong` for a day that is not to come, `Refused` where there is a
    label for what is private in the reason, but for a warning about a concern.
    """
    check(until, now.date())
    with writing(store, f"watch --seen {name[:40]}", now) as change:
        warned = watch.find_warning(store, name, now.date(), limits)
        if not is_private(None, warned.rule):
            check_public("reason", " ".join(why.split()))
        person = warned.person
        about = person if person and person.uid == warned.about.uid else warned.about  # as the journal reads it
        uid, id_ = change.name("answer")
        record = Answer(
            uid=uid,
            id=id_,
            rule=warned.rule,
            about=about,
            at=now.date(),
            until=until or now.date() + QUIET,
            text=" ".join(why.split()),
        )
        change.put(record)
    return Changed("seen", (record,))


def check(until: date | None, today: date) -> None:
    """Raises `Wrong` for a day that is not to come."""
    if until and until <= today:
        raise Wrong("review.watch_until_past", day=until)
