"""Who is meant by a name that is nearly somebody's: asked where somebody sits at a terminal."""

from typing import TypeVar

from onelog import matching
from onelog.cli.app import App
from onelog.errors import Refused, Resembles
from onelog.journal import names, people

Name = TypeVar("Name", str, str | None)


def settled(app: App, word: Name, new: bool) -> tuple[Name, bool]:
    """The name to use and whether it is somebody new, after asking; as they are where nobody can be asked."""
    if not word or new or not app.can_ask:
        return word, new
    try:
        names.meant(app.store, word, insist=False)
    except Resembles as error:
        found = chosen(app, error)
        if not found:
            return word, True
        return _longer(app, found, word), False
    return word, new


def chosen(app: App, error: Resembles) -> str:
    """Whose name was meant; "" for nobody's."""
    app.talk(error.message.partition(". Nothing was")[0].partition(". Nobody was")[0].rstrip(".") + ".")
    return next((name for name in error.names if app.confirm(f"Is this {name}?")), "")


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
