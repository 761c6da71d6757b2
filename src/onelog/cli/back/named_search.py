"""A search under a name: kept with its options, found again by `:NAME`, listed and deleted."""

import shlex
from typing import NamedTuple

from onelog.cli.app import App, Ctx
from onelog.core.errors import Refused
from onelog.journal import saved_searches

USUAL = 20
"""So many hits where nobody says how many."""


class SearchWords(NamedTuple):
    """What is looked for, and what narrows it, as it was typed."""

    words: list[str]
    who: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    tag: str | None = None
    limit: int = USUAL
    private: bool = False


_OPTIONS = {
    "who": "--with",
    "kind": "--kind",
    "since": "--since",
    "until": "--until",
    "tag": "--tag",
    "limit": "--limit",
}


def is_name(words: list[str]) -> bool:
    """Whether the words name a saved search."""
    return len(words) == 1 and saved_searches.is_called(words[0])


def saved_as(ctx: Ctx, name: str, asked: SearchWords) -> SearchWords:
    """What the search of this name asks for; what was typed beside the name comes first."""
    name = saved_searches.check_name(name.strip()[1:])
    saved = ctx.command.make_context(
        str(ctx.info_name), saved_searches.split(saved_searches.named(name)), parent=ctx.parent
    ).params
    if not saved["words"] or is_name(saved["words"]):
        raise Refused("search.saved_empty", name=name)
    typed = {
        key for key in SearchWords._fields if str(getattr(ctx.get_parameter_source(key), "name", "")) == "COMMANDLINE"
    }
    return SearchWords(
        **{key: getattr(asked, key) if key in typed - {"words"} else saved[key] for key in SearchWords._fields}
    )


def save(app: App, name: str, asked: SearchWords) -> None:
    """Keeps what the search asks for under a name, as it is typed."""
    words, usual = " ".join(asked.words), SearchWords([])
    given = [key for key in _OPTIONS if getattr(asked, key) != getattr(usual, key)]
    options = [part for key in given for part in (_OPTIONS[key], str(getattr(asked, key)))]
    options += ["--private"] if asked.private else []
    saved_searches.save(name, shlex.join([*options, *(["--"] if words.startswith("-") else []), words]))
    app.acted = True
    app.tell("talk.search_saved", name=saved_searches.check_name(name))


def remove(app: App, name: str, *, json: bool) -> None:
    search = saved_searches.remove(name)
    app.acted = True
    if json:
        app.json({"name": saved_searches.check_name(name), "search": search})
    app.tell("talk.search_removed", name=saved_searches.check_name(name), search=search)


def show(app: App, *, json: bool) -> None:
    """The saved searches, a line each."""
    saved = saved_searches.load()
    if json:
        app.json([{"name": name, "search": search} for name, search in saved.items()])
        return
    for name, search in saved.items():
        app.write(f":{name}  {search}\n" if app.on_terminal else f"{name}\t{search}\n")
    if not saved:
        app.tell("talk.no_searches_saved")
