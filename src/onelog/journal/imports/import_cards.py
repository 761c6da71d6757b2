"""Taking in the document of a person or a goal, and what stands outside any meeting."""

from dataclasses import replace

from onelog.core.errors import Refused, Wrong
from onelog.core.model import Checkin, Goal
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument
from onelog.core.sanitize import safe
from onelog.insight import goal_names, resolve
from onelog.journal import goals
from onelog.journal.imports.import_state import Import, said_of, without_ids
from onelog.journal.people import check_free
from onelog.journal.record_builder import Placing, relation_on
from onelog.markdown import document, entities
from onelog.markdown.body import Note
from onelog.markdown.document import Item


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


def take_aside(taking: Import, page: IncomingDocument) -> None:
    known = taking.names(page)
    draft = document.read(taking.with_goals(page, page.text), taking.now, known)
    draft = draft if page.ids else without_ids(draft)
    items = [line for line in draft.lines if isinstance(line, Item)]
    if len(items) != 1 or any(isinstance(line, Note) and line.text.strip() for line in draft.lines):
        raise Refused("document.aside_is_one_line")
    taking.dated(draft, page)
    if draft.extra:
        line = safe(draft.extra.split("\n")[0])[:40]
        raise Wrong("document.unknown_line_of_aside", line=line)
    own = taking.own(items[0].id, page)
    kind = items[0].kind if items[0].kind in ("action", "topic", "checkin") else "moment"
    old = taking.known(own, kind)
    if old:
        taking.take_over(old, page)
        return
    at = draft.fields.at or taking.now
    uid = taking.uid(kind, own, page)
    if taking.change.stands(uid):
        taking.say(page, "same")
        return
    said = draft.fields.person
    person = taking.met(said, own or said in page.names) if said else None
    relation = relation_on(person.relations, at.date(), person.relation) if person else None
    placing = Placing(
        change=taking.change,
        names=known,
        now=at,
        person=person.ref if person else None,
        meeting=None,
        relation=relation,
    )
    record = placing.record(replace(items[0], id=""), uid=uid, wanted=own)
    taking.put(record)
    taking.met_first(known.made)
    taking.listed(page, draft.troubles, record.id)
    taking.say(page, "taken", record.id)
