"""recover: words that never reached the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import clarify, editing, whom
from onelog.cli.care.edit import say_stay
from onelog.cli.options import Json, New, With
from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.errors import NotFound, OnelogError, Refused, Wrong
from onelog.core.model import MOMENT_KINDS
from onelog.core.presenter import Listed
from onelog.core.results.safety.drafts import Waiting
from onelog.journal import drafts, edit, follow_up, goal_plan
from onelog.journal.log import add_to, log_meeting, note_for_next
from onelog.journal.private_labels import private_label
from onelog.journal.saved_draft import SavedDraft
from onelog.markdown import document, labels, section_lines
from onelog.markdown.document import Fields
from onelog.markdown.families import LABELS
from onelog.markdown.privacy import is_private
from onelog.store import records

LINES = {"topic": "topic", "actions add": "action"} | {kind: kind for kind in MOMENT_KINDS}
"""Commands whose words are one line, and the kind of record that it becomes."""
REASONS = ("done", "drop", "skip", "move", "watch", "thread", "spark")
"""Commands whose words are the reason behind `--why`."""
FIELDS = {"on": "at", "len": "minutes"} | {name: name for name in ("mode", "mood", "seen", "rating")}
"""The options of `log` that say something of the meeting as a whole, and their fields."""


Number = Annotated[int | None, typer.Argument(metavar="[N]", help="draft_number", show_default=False)]
Show = Annotated[bool, typer.Option("--show", help="draft_show")]
Edit = Annotated[bool, typer.Option("--edit", "-e", help="draft_edit")]
Discard = Annotated[bool, typer.Option("--discard", help="draft_discard")]


def recover(
    ctx: Ctx,
    number: Number = None,
    who: With = None,
    new: New = False,
    show: Show = False,
    edit: Edit = False,
    discard: Discard = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    app.say_late()
    if number is None:
        waiting = [_waiting(app, draft) for draft in drafts.waiting(app.store)]
        _list(app, waiting if show else [one._replace(text="") for one in waiting], json)
        return
    draft = drafts.chosen(app.store, number)
    draft.options |= {"new": True} if new else {}
    if show:
        if json:
            app.show(_waiting(app, draft), json)
        else:
            app.text(f"{draft.text.replace(drafts.APART, '')}\n")  # with --json the words are exact
    elif discard:
        draft.discard()
        app.tell("care.thrown_away")
    else:
        with drafts.keeping(draft):
            if edit:
                editing.mend(app, draft)
            who = _settled(app, draft, who)
            app.next_change = draft.uid
            if edit:
                editing.retried(app, draft, draft.text, lambda text: _bring_back(app, draft, text, number, who, json))
            else:
                _bring_back(app, draft, draft.text, number, who, json)


def _settled(app: App, draft: SavedDraft, who: str | None) -> str | None:
    """Whom the words go to instead, after asking where a name resembles somebody's; the draft's own name changes in it."""
    key = next((key for key in ("person", "with") if draft.options.get(key)), "person")
    named = who or _text(draft.options.get(key))
    word, is_new = whom.settled(app, named, bool(draft.options.get("new")))
    draft.options |= {"new": is_new} if named else {}
    if who is None and word:
        draft.options |= {key: word}
    return word if who else who


# --- what waits ----------------------------------------------------------------------------------------------------


def _waiting(app: App, draft: SavedDraft) -> Waiting:
    said = draft.options
    command = f"{draft.command} {said['id']}" if said.get("id") else draft.command
    person = _text(said.get("person") or said.get("with"))
    lines = sum(bool(line.strip()) for line in draft.text.split("\n"))
    return Waiting(
        number=draft.number, at=draft.begun(app.now), command=command, person=person, text=draft.text, lines=lines
    )


def _list(app: App, waiting: Sequence[Waiting], json: bool) -> None:
    drawn = app.on_terminal and not json
    if waiting or drawn or json:
        app.show(Listed(Waiting, waiting), json)
    else:
        app.tell("care.no_drafts")
    if not drawn:
        _say_left_out(app, waiting)
    if waiting and not drawn and not json:
        app.tell("care.bring_back")


def _say_left_out(app: App, waiting: Sequence[Waiting]) -> None:
    n = sum(one.lines for one in waiting if not one.text)
    if n:
        app.tell("care.lines_left_out", n=n)


# --- bringing back -------------------------------------------------------------------------------------------------


def _bring_back(app: App, draft: SavedDraft, text: str, number: int, who: str | None, json: bool) -> None:
    """Does with the words what was to be done when they were typed, at the time they were typed.

    The change log has that time too: a command has one clock, and the one that the days are counted from matters more.
    """
    kind, when = draft.command, draft.begun(app.now)
    if kind in LINES and "\n" in text.strip():
        if not who:
            raise _several_lines(LINES[kind], number)
        app.logged(note_for_next(app.journal, who, _labelled(LINES[kind], text), when), json)
    elif kind in LINES and who and not is_private(LINES[kind]) and private_label(text):
        app.logged(note_for_next(app.journal, who, _labelled(LINES[kind], text), when), json)
    elif kind in LINES:
        _add(app, draft, text, when, who, json)
    elif kind == "edit" and not who:
        _edit(app, draft, text, when, json)
    elif kind == "reflect" and not who:
        app.changed(add_to(app.journal, str(draft.options.get("id")), text, when, "reflect"), json)
    elif kind == "goals plan":
        _plan(app, draft, text, when, json)
    elif kind == "goals checkin" and not who:
        _check_in(app, draft, text, when, json)
    elif kind in REASONS and not who:
        raise Refused("draft.was_reason", command=kind, number=number)
    elif kind in ("log", "note", "") or who:
        _log_again(app, draft, text, when, number, who, json)
    else:
        raise NotFound("draft.unknown_command", command=kind, number=number)


def _labelled(kind: str, text: str) -> str:
    """Words that were to be of a kind, as they are read among other records: with its label, unless they have their own."""
    first, *rest = text.strip().split("\n")
    is_plain = rest and not any(labels.heading(line) or section_lines.opens(line) for line in rest)
    own = labels.heading(first) or section_lines.opens(first)
    return text if own or is_plain else f"{LABELS[kind].words[0]}: {text.strip()}"


def _several_lines(kind: str, number: int) -> Refused:
    return Refused("draft.several_lines", command=kind, number=number)


def _add(app: App, draft: SavedDraft, text: str, when: datetime, who: str | None, json: bool) -> None:
    said, new = draft.options, bool(draft.options.get("new"))
    if draft.command == "topic":
        app.changed(
            follow_up.park(app.journal, str(who or said.get("person")), text, when, new=new, rule=_rule(said)), json
        )
        return
    person = who or _text(said.get("with"))
    added = follow_up.add(app.journal, LINES[draft.command], text, when, person, new=new)
    app.changed(added, json)
    clarify.say_unlinked(app, added)


def _rule(said: Mapping[str, object]) -> str | None:
    """How often a topic was to come back."""
    every = _text(said.get("every"))
    return recurrence.rule(every) if every and recurrence.is_cadence(every) else None


def _plan(app: App, draft: SavedDraft, text: str, when: datetime, json: bool) -> None:
    said = draft.options
    goal, who, before = str(said.get("id")), _text(said.get("with")), str(said.get("before") or "")
    app.changed(goal_plan.apply_plan(app.journal, goal, text, when, who, before=before), json)


def _check_in(app: App, draft: SavedDraft, text: str, when: datetime, json: bool) -> None:
    look = numbers.begin(text.strip(), app.settings.conventions.decimal)
    goal = str(draft.options.get("id"))
    app.changed(follow_up.check_in(app.journal, goal, look.value, look.words, when, look.unit), json)


def _edit(app: App, draft: SavedDraft, text: str, when: datetime, json: bool) -> None:
    record = records.by_id(app.store, str(draft.options.get("id")))
    before = str(draft.options.get("before") or "")
    stay = edit.gone_from(record, text, when, app.settings.conventions.decimal)
    app.changed(edit.apply_edit(app.journal, record, text, when, before=before, language=app.language), json)
    say_stay(app, stay)


def _log_again(
    app: App, draft: SavedDraft, text: str, when: datetime, number: int, who: str | None, json: bool
) -> None:
    said = draft.options
    person = who or _text(said.get("person"))
    if not person:
        raise Wrong("draft.for_whom", number=number)
    new = bool(said.get("new"))
    if more := _text(said.get("more")):
        app.changed(add_to(app.journal, more, text, when, typed=not said.get("document")), json)
        return
    if draft.command == "note":
        app.logged(note_for_next(app.journal, person, text, when, new=new), json)
        return
    raw, typed = bool(said.get("raw")), not said.get("document")
    text = text.replace(drafts.APART, "")
    fields, troubles = _fields_again(app, said, when)
    logged = log_meeting(app.journal, person, text, when, fields, raw=raw, new=new, typed=typed)
    app.logged(logged, json)
    for name, error in troubles:
        app.tell("care.option_left_out", name=name, error=error, id=logged.meeting.id)


def _fields_again(app: App, said: Mapping[str, object], when: datetime) -> tuple[Fields, list[tuple[str, OnelogError]]]:
    """The fields that were options; one that cannot be taken is left out, and said: the words come back without it."""
    fields, troubles = Fields(), list[tuple[str, OnelogError]]()
    for name, field in FIELDS.items():
        value = _text(said.get(name))
        try:
            fields = replace(fields, **{field: _field(app, name, value, when)} if value else {})
        except OnelogError as error:
            troubles.append((name, error))
    return fields, troubles


def _field(app: App, name: str, value: str, when: datetime) -> Any:
    if name == "on":
        return dates.moment(value, when, looking="back", conventions=app.settings.conventions)
    if name == "len":
        return dates.minutes(value)
    return document.mode(value) if name == "mode" else document.score(name, value)


def _text(value: object) -> str | None:
    return str(value) if value else None
