"""What Tab offers of what onelog has found: sparks, warnings, the readers of a review."""

from collections.abc import Iterator

from onelog.cli.complete import offer_people
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.insight import spark, watch
from onelog.insight.review.audiences import PROFILES


def sparks(asked: Asked) -> Offers:
    return (Offer(topic.id, topic.text) for topic in spark.list_sparks(asked.app.store))


def people_and_sparks(asked: Asked) -> Iterator[Offer]:
    yield from offer_people(asked)
    yield from sparks(asked)


def warnings(asked: Asked) -> Iterator[Offer]:
    app = asked.app
    for one in watch.find_all_warnings(app.store, app.today, app.settings.watch):
        yield Offer(one.name, one.person.label if one.person else "")


def readers(_: Asked) -> Offers:
    return (Offer(name) for name in PROFILES)
