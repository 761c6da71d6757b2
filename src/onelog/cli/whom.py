"""Who is meant by a name that is nearly somebody's: asked where somebody sits at a terminal."""

from typing import TypeVar

from onelog import matching
from onelog.cli import answers
from onelog.cli.app import App
from onelog.errors import Ambiguous, OnelogError, Refused, Resembles, Unnamed
from onelog.journal import names, people

LONGEST = 3
"""Words of a name that is typed where one is asked for; more are a sentence."""
Name = TypeVar("Name", str, str | None)


def settled(app: App, word: Name, new: bool) -> tuple[Name, bool]:
    """The name to use and whether it is somebody new, after asking; as they are where nobody can be asked."""
    if not word or new or not app.can_ask:
        return word, new
    try:
        names.meant(app.store, word, insist=False)
    except Ambiguous as error:
        return pick(app, error), False
    except Resembles as error:
        found = chosen(app, error)
        if not found:
            return word, True
        return _longer(app, found, word), False
    return word, new


def chosen(app: App, error: Resembles) -> str:
    """Whose name was meant; "" for nobody's."""
    app.talk(error.message.partition(". Nothing was")[0].partition(". Nobody was")[0].rstrip(".") + ".")
    offered = [(f"Is this {name}?", name) for name in error.names]
    return answers.meant(app, offered, lambda said: named(app, said), "the name") or ""


def pick(app: App, error: Ambiguous) -> str:
    """Which of several people was meant, by number or by more of the name. Raises the error for none."""
    app.talk(error.message)
    if found := answers.choose(app, error.names, lambda said: named(app, said)):
        return found
    raise error


def named(app: App, said: str) -> str | None:
    """The name of the one person that somebody typed; None where it is nobody's or several people's."""
    try:
        return names.person(app.store, said).name
    except OnelogError:
        return None


def needed(app: App, word: str | None, new: bool) -> tuple[str, bool]:
    """As `settled`, of a name that may be left out: asked for at a terminal; "" where nobody can be asked."""
    if word is not None or not app.can_ask:
        return settled(app, word or "", new)
    while said := answers.until(app, "With whom?", lambda said: _name(app, said), none="", wants="a name"):
        found, is_new = settled(app, said, new)
        if new or is_new or named(app, found) or app.confirm(f"{found} is new here. Is the name right?"):
            return found, is_new
    raise Unnamed("Nobody was named; nothing was written.", "Name the person: onelog log PERSON")


def _name(app: App, said: str) -> str | None:
    """A name that was typed; None for what is a sentence, or cannot be one."""
    if named(app, said):
        return said
    try:
        names.check_new(said)
        names.check_several(said)
    except OnelogError:
        return None
    return said if len(said.split()) <= LONGEST else None


def _longer(app: App, name: str, word: str) -> str:
    """The name to use for somebody, who may take the longer one that was typed."""
    word = " ".join(word.split())
    person = names.person(app.store, name)
    if matching.extends(word, person) and app.confirm(f"Is {word} the whole name of {name}, to be kept?"):
        people.edit(app.journal, name, app.now, name=word)
        return word
    return name


def is_new(app: App, name: str, new: bool) -> bool:
    """Whether somebody to be added is new, after asking. Raises `Refused` where it is somebody who is there."""
    if new or not app.can_ask:
        return new
    try:
        names.check_unlike(app.store, name, insist=False)
    except Resembles as error:
        if found := chosen(app, error):
            raise Refused(
                f"{found} is in the journal already; nobody was added.",
                f'onelog people edit "{found}" changes what is known.',
            ) from None
        return True
    return False
