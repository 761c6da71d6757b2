"""The experiments that are planned for the next talk with somebody."""

from datetime import date

from onelog.core.model import Person
from onelog.core.results.experiments import Experiment
from onelog.store import records
from onelog.store.database import Store

TAG = "experiment"


def planned(store: Store, person: Person, today: date) -> list[Experiment]:
    """Those that are planned for the next talk with `person`."""
    if not records.has_topic_tagged(store, f"{TAG}-"):
        return []
    from onelog.insight.patterns import experiments  # noqa: PLC0415 - most journals try nothing; statistics load for 4 ms

    return [one for one in experiments.tried(store, today) if one.next and one.person in ("", person.name)]
