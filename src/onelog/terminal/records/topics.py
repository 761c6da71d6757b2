"""Topics parked for the next meeting, by person."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.model import Topic
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, topics: Sequence[Topic], today: date) -> None:
    """Topics under the name of the person they are for; standing ones that have not come back yet stand last."""
    if not topics:
        screen.text(*screen.phrase("no_topics", screen.say("example.topic")))
    for number, person in enumerate(dict.fromkeys(topic.person for topic in topics)):
        group = [topic for topic in topics if topic.person == person]
        group.sort(key=lambda topic: topic.next if topic.next and topic.waits(today) else date.min)
        if number:
            screen.blank()
        parked = sum(topic.status == "parked" and not topic.waits(today) for topic in group)
        note = screen.say("n_parked", n=parked) if parked else ""
        screen.heading(person.label if person else screen.say("anybody"), (note, "quiet"))
        for topic in group:
            _draw_one(screen, topic, today)


def _draw_one(screen: Screen, topic: Topic, today: date) -> None:
    style = "kept" if topic.status == "raised" else "dropped" if topic.status == "dropped" else ""
    lead: list[Words] = [(entry.MARKS[topic.status], style), " ", (topic.id, "quiet"), "  "]
    tail = entry.standing(screen, topic, today)
    if not tail and topic.added:
        tail = dates.spoken(topic.added, today, screen.language), "quiet"
    screen.row(lead, entry.body(screen, topic), [tail])
    if why := entry.reason(screen, topic):
        screen.row([" " * cells(lead)], [(why, "quiet")])
