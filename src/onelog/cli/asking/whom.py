"""Who is meant by a name that is nearly somebody's: asked where somebody sits at a terminal."""

import contextlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from onelog.cli.app import App
from onelog.cli.asking import answers
from onelog.core.errors import Ambiguous, Message, OnelogError, Refused, Resembles, Unnamed, stopped
from onelog.core.names import name_matching, name_words
from onelog.core.regexes import pattern
from onelog.core.sanitize import quoted_name, safe
from onelog.insight import resolve
from onelog.journal import drafts
from onelog.store import people

LONGEST = 3
"""Words of a name that is typed where one is asked for; more are a sentence."""
Name = TypeVar("Name", str, str | None)


def settled(app: App, word: Name, new: bool) -> tuple[Name, bool]:
    """The name to use and whether it is somebody new, after asking; as they are where nobody can be asked."""
    if not word or new or not app.can_ask:
        return word, new
    try:
        resolve.meant(app.store, word, insist=False)
    except Ambiguous as error:
        return pick(app, error), False
    except Resembles as error:
        found = chosen(app, error)
        if not found:
            return word, True
        return _longer(app, found, word), False
    return word, new


_WORD = r"[^\W_]+(?:['’.‐-][^\W_]+)*[.,]?"
"""One word of a name."""


def is_name(app: App, words: Sequence[str]) -> bool:
    """Whether all of these words are somebody's name, or are like one; a second person and an id are none."""
    if not all(map(pattern(_WORD).fullmatch, words)):
        return False
    everybody, name = people.everybody(app.store), " ".join(words)
    if name_matching.fitting(everybody, name):
        return True
    others = any(name_matching.exact(everybody, word) for word in words[1:])
    return bool(not others and name_matching.fitting(everybody, words[0]) and name_matching.resembling(everybody, name))


def join_name(app: App, command: str, words: list[str], *, new: bool) -> list[str]:
    """The words of a command with those of the person's name as the first one.

    Where the next ones may be of a longer name it is asked on a terminal. Where nobody can be asked a lone word without a
    capital stays a word, and that is said; for others it raises `Refused`.
    """
    everybody = people.everybody(app.store)
    count = name_words.name_length(everybody, words)
    if count > 1 or len(words) < 2:
        return [" ".join(words[:count]).rstrip(",."), *words[count:]]
    count = name_words.longer_name(everybody, words)
    if not count:
        return words
    name, rest = " ".join(words[:count]), words[count:]
    said = " ".join(words[1:])
    with keeping(app, command, said, {"person": words[0]}):
        if new or (app.can_ask and app.confirm(app.screen.say("prompt.is_name", name=safe(name, newlines=False)[:40]))):
            return [name, *rest]
    if app.can_ask:
        return words
    shown = safe(words[0], newlines=False)[:40], safe(" ".join(words[1:]), newlines=False)[:40]
    if not rest and not words[1][:1].isupper():  # `log mia hello` in a script: the word is kept, and it is said
        quoted = quoted_name(safe(name, newlines=False)[:40])
        app.remark = app.said("talk.taken_for_words", words=shown[1], command=command, name=quoted)
        return words
    raise Refused(
        "person.name_or_words",
        name=safe(name, newlines=False)[:40],
        said=shown[1],
        command=command,
        quoted=quoted_name(safe(name, newlines=False)[:40]),
        first=quoted_name(shown[0]),
    )


def addressed(
    app: App, command: str, person: str | None, words: list[str] | None, options: Mapping[str, object], *, new: bool
) -> tuple[str, bool]:
    """As `needed`. Raises `Refused` where words stand for the person's name; they are kept then."""
    if person is not None and not new and (words != ["-"] if words else sys.stdin.isatty()):
        try:
            resolve.meant(app.store, person, insist=False)
        except Unnamed as error:
            draft = drafts.begin(app.path, command, app.now, {**options, "person": None, "typed": True})
            draft.write(" ".join([person, *(words or [])]))
            draft.release()
            drafts.say_way_back(error, draft, " --with PERSON")
            raise
        except (Ambiguous, Refused, Resembles):  # said where the words are safe
            pass
    with keeping(app, command, " ".join(words or []), {**options, "person": person}):
        return needed(app, person, new)


@contextlib.contextmanager
def keeping(app: App, command: str, said: str, options: Mapping[str, object]) -> Iterator[None]:
    """Keeps words that came with a command where a question about the name is broken off, and says so."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        if said and said != "-":
            draft = drafts.begin(app.path, command, app.now, {**options, "typed": True})
            draft.write(said)
            draft.release()
            app.talk(stopped(drafts.way_back(draft, " --with PERSON").said(app.spoken)))
        raise


def chosen(app: App, error: Resembles) -> str:
    """Whose name was meant; "" for nobody's."""
    app.talk(error.plainly.said(app.spoken))
    offered = [(app.said("prompt.is_this", name=name), name) for name in error.names]
    return answers.meant(app, offered, lambda said: named(app, said), "prompt.wants_name") or ""


def pick(app: App, error: Ambiguous) -> str:
    """Which of several people was meant, by number or by more of the name. Raises the error for none."""
    app.talk(error.said(app.spoken))
    if found := answers.choose(app, error.names, lambda said: named(app, said)):
        return found
    raise error


def named(app: App, said: str) -> str | None:
    """The name of the one person that somebody typed; None where it is nobody's or several people's."""
    try:
        return resolve.person(app.store, said).name
    except OnelogError:
        return None


def needed(app: App, word: str | None, new: bool) -> tuple[str, bool]:
    """As `settled`, of a name that may be left out: asked for at a terminal; "" where nobody can be asked."""
    if word is not None or not app.can_ask:
        return settled(app, word or "", new)
    while said := _asked(app):
        found, is_new = settled(app, said, new)
        if new or is_new or named(app, found) or app.confirm(app.said("prompt.new_here", name=found)):
            return found, is_new
    raise Unnamed("person.nobody_named")


def _asked(app: App) -> str:
    """The name that is picked from the list of people, or typed where nobody is there yet; "" for none."""
    question, wants = app.said("prompt.with_whom"), Message("prompt.wants_a_name")
    if not (app.on_terminal and people.names(app.store)):
        return answers.until(app, question, lambda said: _name(app, said), none="", wants=wants)
    from onelog.cli.asking import picks  # noqa: PLC0415 - only where nobody is named

    while said := picks.pick_or_type(app):
        if found := _name(app, said):
            return found
        answers.keep(app, said, wants)
    return ""


def _name(app: App, said: str) -> str | None:
    """A name that was typed; None for what is a sentence, or cannot be one."""
    if named(app, said):
        return said
    try:
        resolve.check_new(said)
        resolve.check_several(said)
    except OnelogError:
        return None
    return said if len(said.split()) <= LONGEST else None


def _longer(app: App, name: str, word: str) -> str:
    """The name to use for somebody, who may take the longer one that was typed."""
    word = " ".join(word.split())
    person = resolve.person(app.store, name)
    if name_matching.extends(word, person) and app.confirm(app.said("prompt.whole_name", word=word, name=name)):
        app.rename(name, word)
        return word
    return name


def is_new(app: App, name: str, new: bool) -> bool:
    """Whether somebody to be added is new, after asking. Raises `Refused` where it is somebody who is there."""
    if app.can_ask and (found := name_matching.named(people.everybody(app.store), name)):
        raise Refused("person.already_there", name=found[0].name)
    if new or not app.can_ask:
        return new
    try:
        resolve.check_unlike(app.store, name, insist=False)
    except Resembles as error:
        if theirs := chosen(app, error):
            raise Refused("person.already_there", name=theirs) from None
        return True
    return False
