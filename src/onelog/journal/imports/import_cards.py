"""Taking in the document of a person or a goal."""

from dataclasses import replace

from onelog.core.model import Checkin, Goal
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument
from onelog.insight import goal_names, resolve
from onelog.journal import goals
from onelog.journal.imports.import_state import Import, said_of
from onelog.journal.people import check_free
from onelog.markdown import entities


def take_person(taking: Import, page: IncomingDocument) -> None:
    card = entities.read_person(page.text, taking.now)
    old = taking.known(taking.own(card.id, page), "person") or taking.whom.known(card.name, is_whole=True)
    if old:
        taking.take_over(old, page)
        return
    for word in (card.name, *name_forms.names(card)):
        resolve.check_name(word)
    check_free(card, taking.whom.called_so(card.name, *card.aliases))
    first = min((day for day, _ in card.relations), default=taking.now.date())
    uid, id_ = taking.change.name("person", card.id, taking.change.absent("person", card.id))
    taking.put(replace(card, uid=uid, id=id_, added=card.added or first))
    taking.say(page, "taken", id_)


def take_goal(taking: Import, page: IncomingDocument) -> None:
    card = entities.read_goal(page.text, taking.now, decimal=taking.store.conventions.decimal)
    old = taking.known(taking.own(card.id, page), "goal")
    if old:
        taking.take_over(old, page)
        return
    opened = card.opened or taking.now.date()
    uid = taking.uid("goal", card.id, page)
    if taking.change.stands(uid) or _is_here(taking, card, page):
        taking.say(page, "same")
        return
    person = taking.met(card.person, card.id or card.person in page.names).ref if card.person else None
    _, id_ = taking.change.name("goal", card.id, uid)
    goal = Goal(
        uid=uid,
        id=id_,
        title=card.title,
        person=person,
        by=card.by,
        metric=card.metric,
        start=card.start,
        target=card.target,
        unit=card.unit,
        status=card.status,
        parent=None,
        opened=opened,
        closed=card.closed or (None if card.status == "open" else taking.now.date()),
        tags=card.tags,
    )
    taking.put(goal)
    if card.under:
        taking.under.append((goal, card.under, page))
    for line in card.checkins:
        checkin_uid, checkin_id = taking.change.name("checkin", line.id, taking.change.absent("checkin", line.id))
        words = goals.measured_words(taking.store, goal.ref, line.look.unit, line.look.words)
        taking.put(
            Checkin(uid=checkin_uid, id=checkin_id, goal=goal.ref, at=line.at, value=line.look.value, text=words)
        )
    taking.listed(page, card.troubles, id_)
    taking.say(page, "taken", id_)


def _is_here(taking: Import, card: entities.GoalCard, page: IncomingDocument) -> bool:
    """Whether a goal without an id is one that is here: digests of two quarters have the same goals."""
    id_ = taking.goal_titled(card.title) if page.is_partial and not page.ids else ""
    found = taking.known(id_, "goal")
    return isinstance(found, Goal) and found.opened == card.opened


def link_parents(taking: Import) -> None:
    """Goals find the goals they are under once all are there."""
    for goal, word, page in taking.under:
        with said_of(page):
            title = dict(page.goals).get(word, "")
            parent = goal_names.goal(taking.store, taking.goal_titled(title) if title else word)
            taking.change.put(goals.check_under(taking.store, replace(goal, parent=parent)))
