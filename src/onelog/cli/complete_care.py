"""What Tab offers of the care of a journal: drafts, backups, settings."""

from collections.abc import Iterator

from onelog.cli.care import config_file
from onelog.cli.complete import OFFERS
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core.settings import WARNINGS
from onelog.journal import drafts
from onelog.store.vault import snapshots


def offer_drafts(asked: Asked) -> Iterator[Offer]:
    for draft in drafts.numbered(drafts.left(asked.app.path)):
        yield Offer(str(draft.number), f"{draft.command.split(' ')[0]} {draft.begun(asked.app.now):%Y-%m-%d %H:%M}")


def backups(asked: Asked) -> Iterator[Offer]:
    for number, copy in enumerate(snapshots.listed(asked.app.path), 1):
        yield Offer(str(number), f"{copy.path.name}")


def setting_keys(asked: Asked) -> Offers:
    return (Offer(key, _value(value)) for key, value in config_file.in_force(asked.app.settings).items())


def setting_values(asked: Asked) -> Iterator[Offer]:
    """What the setting that stands before takes, where it is one of few words."""
    key = asked.given[0] if asked.command == "config" else str(asked.params.get("key"))
    usual = config_file.defaults().get(key)
    if isinstance(usual, bool):
        yield from (Offer("on"), Offer("off"))
    elif key == "language":
        yield from (Offer("en"), Offer("ja"))
    elif key == "watch.off":
        yield from map(Offer, WARNINGS)
    elif key.startswith("cadences."):
        yield from OFFERS["CADENCE"](asked)


def _value(value: object) -> str:
    return (
        ("off", "on")[value] if isinstance(value, bool) else " ".join(value) if isinstance(value, list) else str(value)
    )


def settings(asked: Asked) -> Offers:
    return setting_values(asked) if asked.given else setting_keys(asked)
