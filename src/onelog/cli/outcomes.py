"""What a command did, said: the records in JSON or in a pipe, a word and a way back on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from onelog.cli.app import App
from onelog.core.model import Meeting
from onelog.core.results.common import Changed, FieldChange, Logged
from onelog.markdown import privacy
from onelog.store.database import Store


def show_changed(app: App, changed: Changed, json: bool) -> None:
    """What a command did: see `App.changed`."""
    is_line = bool(changed.fields) or not any(isinstance(one, Meeting) for one in changed.records)
    named = app.on_terminal and not json and is_line
    records, left, id_ = (changed.records, {}, "") if named else _discreet(app.store, changed.records)
    fields = changed.fields if named else _discreet_fields(changed)
    _show(app, changed._replace(records=records, fields=fields), json)
    app.without_words(left, f"onelog {'history' if changed.verb == 'deleted' else 'show'} {id_} --private")


def _show(app: App, changed: Changed, json: bool) -> None:
    if json:
        records = [app.as_json(r) for r in changed.records]
        app.json(records[0] if len(records) == 1 else records)
    elif app.on_terminal:
        app.draw(changed)
        return
    else:
        from onelog.formats.tsv import line  # noqa: PLC0415 - only for a pipe

        for record in changed.records:
            app.write(line(record, app.today) + "\n")
        _talk_of_fields(app, changed.fields)
    app.talk_of(changed.troubles, changed.new_people, changed.mended_in)
    app.way_back(json)


def _talk_of_fields(app: App, fields: Sequence[FieldChange]) -> None:
    from onelog.core.results.field_changes import say_change  # noqa: PLC0415 - few changes are of fields

    for one in fields:
        app.talk(f"{one.id}: {say_change(one, app.today, app.language)}")


def show_logged(app: App, logged: Logged, json: bool) -> Logged:
    """What came of a meeting or a note, and what of it was shown: see `App.logged`."""
    (meeting,), left, id_ = _discreet(app.store, [logged.meeting])
    decided, others, other = _discreet(app.store, logged.decided)
    logged = logged._replace(meeting=meeting, decided=decided)
    if app.on_terminal and not json:
        app.draw(logged)
    else:
        app.show(logged.meeting, json)
        app.talk_of(logged.troubles, logged.new_people, logged.meeting.id)
        app.way_back(json)
    app.left_out(left, command=f"onelog show {id_} --private")
    app.without_words({} if json else others, f"onelog show {other} --private")
    return logged


def _discreet(store: Store, records: Sequence[Any]) -> tuple[tuple[Any, ...], Mapping[str, int], str]:
    """The records without private words but those of this run, how many are left out by kind, and the first id."""
    named = store.named
    left = {one.uid: privacy.private_kind(one) for record in records for one in privacy.hidden(record, named)}
    first = next((record.id for record in records if privacy.hidden(record, named)), "")
    kinds = list(left.values())
    return tuple(privacy.discreet(r, named) for r in records), {kind: kinds.count(kind) for kind in kinds}, first


def _discreet_fields(changed: Changed) -> tuple[FieldChange, ...]:
    """The changes of fields, without what is private in them."""
    hidden = {one.id for one in changed.records if privacy.private_kind(one)}
    return tuple(one._replace(before=None, after=None) if one.id in hidden else one for one in changed.fields)
