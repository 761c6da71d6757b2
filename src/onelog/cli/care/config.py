"""config: what is set, and setting it, one line of config.toml at a time."""

from pathlib import Path
from typing import Annotated, Any

import typer

from onelog.cli.app import Ctx
from onelog.cli.asking import editing
from onelog.cli.care import config_file
from onelog.cli.groups import Listing
from onelog.cli.options import Json
from onelog.core import files, settings
from onelog.core.errors import OnelogError, Refused
from onelog.store.vault import atomic_file

config = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)

Key = Annotated[str, typer.Argument(metavar="KEY", help="setting_key", show_default=False)]
Value = Annotated[list[str], typer.Argument(metavar="VALUE", help="setting_value", show_default=False)]


@config.callback()
def configured(
    ctx: Ctx,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY [VALUE]]", help="a_setting", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    if words and len(words) > 1:
        set_(ctx, words[0], words[1:], json)
    elif words:
        get(ctx, words[0], json)
    else:
        list_(ctx, json)


def path(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    file = str(settings.path())
    if json:
        app.json({"path": file})
    else:
        app.write(f"{file}\n")


def list_(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    found = config_file.in_force(app.settings)
    if json:
        app.json(found)
        return
    width = max(map(len, found))
    for key, value in found.items():
        app.write(f"{key:<{width}}  {_said(value)}".rstrip() + "\n" if app.on_terminal else f"{key}\t{_said(value)}\n")


def get(ctx: Ctx, key: Key, json: Json = False) -> None:
    app = ctx.obj
    value = config_file.in_force(app.settings)[config_file.check_key(key)]
    if json:
        app.json({key: value})
    else:
        app.write(f"{_said(value)}\n")


def set_(ctx: Ctx, key: Key, value: Value, json: Json = False) -> None:
    app = ctx.obj
    read = config_file.read_value(key, " ".join(value))
    file = settings.path()
    before = _data(file).decode("utf-8", "replace")
    if before:
        settings.load()  # what is broken is not written again
    after = config_file.with_value(before, key, read, file)
    if after != before:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = file.resolve()  # a file that is linked to stays where it is
        atomic_file.write(target, after.encode(), replace=True)
    app.acted = True
    if json:
        app.json({key: read})
    elif app.on_terminal:
        value_now = _said(read) or '""'
        app.write(f"{app.said('talk.setting_is', key=key, value=value_now, file=file)}\n")
    else:
        app.write(f"{key}\t{_said(read)}\n")


def edit(ctx: Ctx) -> None:
    app = ctx.obj
    try:
        app.settings  # noqa: B018 - the editor may be set in it
    except OnelogError:
        app.__dict__["settings"] = settings.Settings()  # it is opened to be mended
    file = settings.path()
    _data(file)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    if code := editing.run_editor(app, file):
        raise Refused("file.editor_failed", code=code, file=file)
    settings.load()


def _data(file: Path) -> bytes:
    """What stands in the file; nothing where there is none. Raises `Refused` for what is no file, or cannot be read."""
    try:
        return files.read(file)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Refused("file.config_unreadable", file=file, reason=error.strerror) from error


def _said(value: Any) -> str:
    """A value as `config set` takes it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, (list, tuple)):
        return " ".join(value)
    return str(value)
