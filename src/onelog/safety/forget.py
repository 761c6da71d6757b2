"""Forgetting a person, or a single record, for good: in the journal, in drafts and in our own backups.

The order is such that a command that is killed anywhere leaves a whole journal, and the same command completes it:

1. a copy of the journal is kept, so that nothing is lost by a failure in what follows;
2. drafts and saved searches go;
3. every older backup is made anew without them, aside, and takes the place of the old one;
4. the journal is erased in one transaction, and its file written anew; the log tells until then that this is under way;
5. the copy of 1, and any backup that another command made meanwhile, is made anew like the others.

Up to 4 the journal still knows who is meant. After it, the name or the id is looked for in the backups.
"""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from onelog.core.errors import Damaged, Message, NotFound, OnelogError, Refused
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.core.results.safety.forgotten import Erasure
from onelog.core.scales import key_of
from onelog.insight import forms, resolve
from onelog.journal import drafts, saved_searches
from onelog.journal.saved_draft import SavedDraft
from onelog.safety import forgotten_searches
from onelog.safety.forgotten_searches import SearchesOf
from onelog.store import gathered, meetings, people, records
from onelog.store.database import Store
from onelog.store.vault import erasure, snapshots
from onelog.store.vault.atomic_file import sweep


class Aim(NamedTuple):
    """What is to be erased, and where it is."""

    title: str
    """The person's full name, or the record's id: what has to be typed."""
    kind: str
    uids: frozenset[str]
    extent: erasure.Extent
    drafts: tuple[SavedDraft, ...]
    held: tuple[SavedDraft, ...]
    """Drafts that running commands hold, most of them in an editor."""
    searches: SearchesOf
    told: "Erasure"
    met: bool = False
    """It is a meeting that took place: what was gathered for somebody before it stays."""


# --- what is meant -------------------------------------------------------------------------------------------------


def aim_at_person(store: Store, word: str) -> Aim:
    """A person who stands, was deleted, or is in our backups only. Raises as `names.person`."""
    return _aim_at_person(store, *_who(store, word))


def aim_at_record(store: Store, id_: str) -> Aim:
    """A record of any kind that stands, was deleted, or is in our backups only. Raises `NotFound`."""
    id_ = id_.lower()
    for known in _everywhere(store):
        handle = records.handle(known, id_)
        if handle and handle[0] == "person":
            return _aim_at_person(store, *_who(known, id_))
        if handle and handle[0] != erasure.FORGOTTEN:
            return _aim(store, id_, handle[0], frozenset([handle[1]]), met=erasure.took_place(known, handle[1]))
    records.by_id(store, id_)
    raise NotFound("history.nothing_left", id=id_)


def _aim_at_person(store: Store, uid: str, name: str) -> Aim:
    """Together with whoever had one of their names before and is gone: an entry that was taken back and made again."""
    called = {name, *erasure.extent(store, [uid]).names}
    return _aim(store, name, "person", frozenset([uid, *erasure.namesakes(store, called, _standing(store))]))


def _everywhere(store: Store) -> Iterator[Store]:
    """The journal, then its backups from the newest on, as far as they can be read."""
    yield store
    for copy in snapshots.listed(store.path):
        if not copy.sealed:
            try:
                with Store(copy.path) as known:
                    yield known
            except (Damaged, Refused):
                continue


def _who(store: Store, word: str) -> tuple[str, str]:
    """The uid and the name of who is meant: who stands, unless several words are exactly the name of one who is gone."""
    missing: NotFound | None = None
    try:
        found = resolve.person(store, word)
        if _same(word, found.name) or len(word.split()) < 2:
            return found.uid, found.name
    except NotFound as error:
        missing = error
    for known in _everywhere(store):
        everybody = {uid: Person(uid, id_, name) for uid, id_, name in erasure.people(known)}
        exact = [uid for uid, p in everybody.items() if _same(word, p.name)]
        fitting = exact or ([p.uid for p in name_matching.fitting([*everybody.values()], word)] if missing else [])
        if len(fitting) == 1:
            now = people.by_uid(store, fitting[0])
            return fitting[0], (now or everybody[fitting[0]]).name
    if missing:
        raise missing
    return found.uid, found.name


def _same(one: str, other: str) -> bool:
    """Whether two names are one, however their accents are put together."""
    return " ".join(normalize("NFC", one).split()).casefold() == normalize("NFC", other).casefold()


def _standing(store: Store) -> frozenset[str]:
    return frozenset(p.uid for p in people.everybody(store))


def _aim(store: Store, title: str, kind: str, uids: frozenset[str], *, met: bool = False) -> Aim:
    standing = [found for uid in uids if met and (found := meetings.by_uid(store, uid))]
    extent = erasure.extent(store, uids, {uid for one in standing for uid in gathered.look(store, one).uids})
    called = {title, *extent.names} if kind == "person" else set()
    ours, held = _drafts(store, extent, uids)
    backups, left = [], {}
    for copy in snapshots.listed(store.path):
        try:
            if copy.sealed:
                left[copy.path] = "encrypted"
            elif erasure.in_copy(copy.path, {*uids, *extent.ids}, called, _standing(store)):
                backups.append(copy.path)
        except Damaged:
            left[copy.path] = "damaged"
    searches = SearchesOf()
    if kind == "person":
        names = frozenset({*called, title})
        searches = forgotten_searches.find(names, _words_of(names), lambda word: _means(store, word, extent, uids))
        left |= _beside_settings(names, searches)
    told = Erasure(
        title=title,
        kind=kind,
        records=dict(extent.standing),
        deleted=extent.deleted,
        drafts=len(ours),
        backups=len(backups),
        held=len(held),
        searches=len(searches.gone),
        left=tuple(left.items()),
    )
    return Aim(
        title=title,
        kind=kind,
        uids=uids,
        extent=extent,
        drafts=tuple(ours),
        held=tuple(held),
        searches=searches,
        told=told,
        met=met,
    )


def _beside_settings(names: Collection[str], searches: SearchesOf) -> dict[Path, str]:
    """The files beside the settings that may still hold somebody, each with the reason."""
    found = {one.path: "form" for one in forms.every() if one.key in map(key_of, names)}
    return found | ({saved_searches.path(): "damaged"} if searches.is_damaged else {})


# --- drafts --------------------------------------------------------------------------------------------------------


def _drafts(store: Store, extent: erasure.Extent, uids: frozenset[str]) -> tuple[list[SavedDraft], list[SavedDraft]]:
    """The drafts that are about what goes: those that wait, and those that a running command holds."""
    both = (drafts.left(store.path, untouched=True), drafts.held(store.path))
    waiting, held = ([draft for draft in some if _is_about(store, draft, extent, uids)] for some in both)
    return waiting, held


def _taken_away(store: Store, aim: Aim) -> None:
    """Takes the words of drafts away: of those that wait, that an editor may have in a window, that commands hold now."""
    for draft in aim.drafts:
        if draft.options.get("opened"):
            draft.forget()
        else:
            draft.discard()
    for draft in {draft.path: draft for draft in (*aim.held, *_drafts(store, aim.extent, aim.uids)[1])}.values():
        with contextlib.suppress(FileNotFoundError):  # it has ended, and its words are in what goes, or were refused
            draft.forget()


def _is_about(store: Store, draft: SavedDraft, extent: erasure.Extent, uids: frozenset[str]) -> bool:
    """Whether words were for one of these: by whom they are for, by the record they change, else by what they say.

    Words for somebody else stay, though they name one of these, as other people's notes do.
    """
    try:
        text = draft.text
    except OSError:  # no word of it is on disk yet
        text = ""
    if id_ := draft.options.get("id"):
        ids = set(extent.ids.values())
        return id_ in ids or any(f"^{gone}" in f"{text}{draft.options.get('before')}" for gone in ids)
    if word := draft.options.get("person") or draft.options.get("with"):
        return _means(store, str(word), extent, uids)
    return any(name.casefold() in text.casefold() for name in extent.names)


def _means(store: Store, word: str, extent: erasure.Extent, uids: frozenset[str]) -> bool:
    """Whether a word means one of those that go: by what they are called now, else by what they ever were."""
    try:
        return resolve.person(store, word).uid in uids
    except OnelogError:
        return bool(name_matching.fitting([Person("", "", name) for name in extent.names], word))


# --- doing it ------------------------------------------------------------------------------------------------------


def is_name(typed: str, aim: Aim) -> bool:
    """Whether somebody typed the full name, or the id, of what is to be erased."""
    return " ".join(normalize("NFC", typed).split()) == normalize("NFC", aim.title)


def carry_out(store: Store, aim: Aim, command: str, now: datetime) -> Erasure:
    """Erases it everywhere we can; the order is told at the head of this file. What is left is named in the answer."""
    if aim.extent.ids and not (store.writable and os.access(store.path.resolve().parent, os.W_OK)):
        raise Refused("journal.unwritable", path=store.path)
    left = dict(aim.told.left)
    kept = snapshots.keep(store.path, now, "forget", waiting=store.waiting).path if aim.extent.ids else None
    _taken_away(store, aim)
    if aim.searches.gone:
        saved_searches.take_out(aim.searches.gone)
    anew = set(_made_anew(store, aim, command, now, left, but=kept))
    if aim.extent.ids:
        erasure.erase(store, aim.uids, command, now, met=aim.met)
        erasure.rewrite_file(store, Message("errors.history.is_out", title=aim.title))
    anew |= set(_made_anew(store, aim, command, now, left))
    sweep(snapshots.folder(store.path))
    words = _words(aim)
    mentions = ((word, erasure.mentions(store, word)) for word in words)
    return aim.told._replace(
        backups=len(anew - {kept}),
        left=tuple(left.items()),
        mentions=tuple((word, n) for word, n in mentions if n),
        older=erasure.mentioned_before(store, words),
        searches_left=aim.searches.left,
        done=True,
    )


def _made_anew(
    store: Store, aim: Aim, command: str, now: datetime, left: dict[Path, str], but: Path | None = None
) -> Iterator[Path]:
    """Erases in backups, `but` one; those that are damaged go to what is `left`."""
    called = {aim.title, *aim.extent.names} if aim.kind == "person" else set()
    for copy in snapshots.listed(store.path):
        if copy.path in left or copy.path == but:
            continue
        try:
            if copy.sealed:
                left[copy.path] = "encrypted"
            elif found := erasure.in_copy(copy.path, {*aim.uids, *aim.extent.ids}, called, _standing(store) - aim.uids):
                erasure.from_copy(copy.path, found, command, now, met=aim.met)
                yield copy.path
        except Damaged:
            left[copy.path] = "damaged"


def _words(aim: Aim) -> list[str]:
    """The words by which others may mention a person; those of two Latin letters are left out."""
    return _words_of((*sorted(aim.extent.names), aim.title)) if aim.kind == "person" else []


def _words_of(names: Iterable[str]) -> list[str]:
    said = {word.casefold(): word for name in names for word in name.split()}
    return [word for word in said.values() if len(word) > 2 or not word.isascii()]


def complete(store: Store) -> None:
    """Does what is left in the journal's file of an erasure that was interrupted."""
    erasure.rewrite_file(store, Message("errors.history.erased_before_out"))
