"""What the shell offers after Tab: names of people, ids of what is open."""

import os

from onelog.cli.app import App
from onelog.model import Action, Topic
from onelog.plain import safe
from onelog.store import people as store_people
from onelog.store import records


def _app() -> App:
    return App(os.environ.get("ONELOG_JOURNAL"))


def people(incomplete: str) -> list[str]:
    """Aliases and first names, lower case as they are typed."""
    words = [p.alias or p.name.split()[0] for p in store_people.everybody(_app().store, archived=False)]
    return sorted({word.lower() for word in words if word.lower().startswith(incomplete.lower())})


def open_ids(incomplete: str) -> list[tuple[str, str]]:
    """Open actions and parked topics, each with its words."""
    store = _app().store
    found: list[Action | Topic] = [*records.actions(store), *records.topics(store)]
    return [(r.id, safe(r.text[:50], newlines=False)) for r in found if r.id.startswith(incomplete.lower())]
