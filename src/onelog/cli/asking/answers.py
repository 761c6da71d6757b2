"""Short questions at a terminal. What is typed and is no answer is kept, and the question is asked again."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from onelog.cli.app import App
from onelog.core.errors import Message

T = TypeVar("T")
YES = ("y", "yes", "yep", "yeah", "ok", "はい")
NO = ("n", "no", "nope", "いいえ")


def until(app: App, question: str, read: Callable[[str], T | None], *, none: T, wants: Message) -> T:
    """What `read` makes of the line that is typed after a question; asked again until it makes something of it.

    `none` is the answer of Enter alone, of Ctrl-D, and where nobody can be asked. Behind words that were no answer Enter is
    not taken, since whoever types without looking ends a text with an empty line. `wants` says what can be typed.
    """
    strays = False
    while app.can_ask:
        typed = app.ask_line(question)
        said = (typed or "").strip()
        if typed is None or (not said and (not strays or app.terminal is None)):
            return none
        if said and "\n" not in said and (found := read(said)) is not None:
            return found
        strays = keep(app, said, wants) or strays
    return none


def keep(app: App, said: str, wants: Message) -> bool:
    """Keeps what was typed and is no answer, where it is more than a letter, and says what can be typed; whether it was kept."""
    is_kept = bool(app.terminal) and len(said) > 1
    if app.terminal and is_kept:
        app.terminal.late += f"{said}\n"
    app.tell("prompt.no_answer_kept" if len(said) > 1 else "prompt.no_answer", wants=wants)
    return is_kept


def yes_or_no(said: str) -> bool | None:
    """Whether it says yes; None where it says neither."""
    word = unicodedata.normalize("NFKC", said).casefold().rstrip(".!。")
    return True if word in YES else False if word in NO else None


def confirm(app: App, question: str) -> bool:
    """Yes or no; no for Enter alone."""
    return until(app, f"{question} [y/N]", yes_or_no, none=False, wants=Message("prompt.wants_yes_or_no"))


def meant(app: App, offered: Sequence[tuple[str, T]], read: Callable[[str], T | None], wants: str) -> T | None:
    """What was meant of what is offered, each with its question, or something else that was typed instead of yes or no."""
    for question, value in offered:
        if (found := _meant(app, question, value, read, wants)) is not None:
            return found
    return None


def _meant(app: App, question: str, value: T, read: Callable[[str], T | None], wants: str) -> T | None:
    def take(said: str) -> tuple[T | None] | None:
        answer = yes_or_no(said)
        if answer is not None:
            return (value if answer else None,)
        own = read(said)
        return None if own is None else (own,)

    nothing: tuple[T | None] = (None,)
    (found,) = until(
        app, f"{question} [y/N]", take, none=nothing, wants=Message("prompt.wants_yes_no_or", wants=Message(wants))
    )
    return found


def choose(app: App, offered: Sequence[str], read: Callable[[str], str | None]) -> str:
    """One of a numbered list, by its number or as `read` understands what is typed; "" for none."""
    for number, one in enumerate(offered, 1):
        app.talk(f"  {number} {one}")

    def take(said: str) -> str | None:
        number = unicodedata.normalize("NFKC", said)
        if number.isdecimal():
            return offered[int(number) - 1] if 1 <= int(number) <= len(offered) else None
        return read(said)

    question = app.said("prompt.which_one", n=len(offered))
    return until(app, question, take, none="", wants=Message("prompt.wants_number"))
