"""backup and restore: copies of the journal, and bringing one back."""

import os
import shlex
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from onelog.cli import output
from onelog.cli.app import App, Ctx
from onelog.cli.asking.words import read_file
from onelog.cli.options import Json
from onelog.core import files
from onelog.core.errors import Message, Refused, Wrong, fold
from onelog.core.presenter import Listed
from onelog.core.results.safety.backups import COUNTS, Backup, Contents, Restored
from onelog.safety import backups, encryption
from onelog.safety.backups import Coming
from onelog.safety.encryption import Key
from onelog.store.database import there

_ONE = {name: name[:-1] for name in (*COUNTS, "changes")} | {"people": "person"}

Target = Annotated[
    str | None,
    typer.Argument(metavar="[PATH]", help="backup_path", show_default=False),
]
Passphrase = Annotated[
    str | None,
    typer.Option("--passphrase-file", metavar="FILE", help="passphrase_file", show_default=False),
]


def backup(
    ctx: Ctx,
    path: Target = None,
    list_: Annotated[bool, typer.Option("--list", help="backup_list")] = False,
    encrypt: Annotated[bool, typer.Option("--encrypt", help="encrypt")] = False,
    passphrase_file: Passphrase = None,
    recovery_key_file: Annotated[
        str | None,
        typer.Option("--recovery-key-file", metavar="FILE", help="recovery_key", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    if list_:
        _list(app, path, json)
        return
    if recovery_key_file and not encrypt:
        raise Wrong("backup.key_needs_encrypt")
    if path in ("list", "ls"):
        raise Wrong("backup.looks_like_option", path=path)
    target = files.expanded(path).absolute() if path else None
    if encrypt:
        key, identity = _key(app, passphrase_file, recovery_key_file)
        made = backups.make_encrypted(
            app.path, app.now, key, target, identity=identity, waiting=lambda: _waiting(app), less=lambda: _less(app)
        )
    else:
        made = backups.make(app.path, app.now, target, waiting=lambda: _waiting(app), less=lambda: _less(app))
    app.acted = True
    _made(app, made, json)


def restore(
    ctx: Ctx,
    which: Annotated[str, typer.Argument(metavar="PATH|N", help="which_backup")],
    yes: Annotated[bool, typer.Option("--yes", help="yes")] = False,
    passphrase_file: Passphrase = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    source = backups.chosen(app.path, which)
    with backups.coming(app.path, source, lambda: _secret(app, passphrase_file), lambda: _waiting(app)) as copy:
        for name in copy.left_out:
            app.tell("care.trigger_left_out", name=name[:40])
        _agreed(app, copy, yes)
        done = backups.put_back(app.path, source, copy, app.now, lambda: _waiting(app))
    app.acted = True
    if not done.kept:
        app.tell_of_folder()
    _restored(app, done, json)


# --- the list ------------------------------------------------------------------------------------------------------


def _list(app: App, path: str | None, json: bool) -> None:
    if path:
        raise Wrong("backup.list_takes_no_path")
    there = backups.listed(app.path)
    if there or json or app.on_terminal:
        app.show(Listed(Backup, there), json)
    else:
        app.tell("care.none_yet")


def _made(app: App, made: Backup, json: bool) -> None:
    if json or not app.on_terminal:
        app.show(made, json)
    else:
        app.show(Listed(Backup, [made]), made=True)


def _waiting(app: App) -> None:
    app.tell("talk.waiting_at_work")


def _less(app: App) -> None:
    app.tell("care.holds_less")


# --- back ----------------------------------------------------------------------------------------------------------


def _agreed(app: App, copy: Coming, yes: bool) -> None:
    """Asks on a terminal; elsewhere only for another journal, since everything else can be taken back."""
    if yes:
        return
    asks = _is_asked()
    if not copy.related:
        if not asks:
            raise Refused("backup.another_journal")
        app.tell("care.another_journal")
    if asks and app.path.exists():
        app.tell("care.journal_holds", what=_told(copy.now))
        app.tell("care.backup_holds", what=_told(copy.holds))
        if not app.confirm(app.said("prompt.restore")):
            raise Refused("backup.not_restored")


def _is_asked() -> bool:
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def _told(held: Contents | None) -> object:
    if held is None:
        return Message("care.holds_unreadable")
    counts = [
        Message("care.n_change" if name == "changes" else f"n_{_ONE[name]}", n=getattr(held, name))
        for name in (*COUNTS, "changes")
        if getattr(held, name)
    ]
    return fold("talk.comma", counts) if counts else Message("care.holds_none")


def _restored(app: App, done: Restored, json: bool) -> None:
    kept = done.kept
    app.show(done, json)
    if json or app.on_terminal:
        return
    if kept and kept.reason == "damaged":
        app.tell("care.damaged_kept", path=kept.path)
    elif kept:
        app.tell("care.restore_back", command=f"onelog restore {shlex.quote(kept.path.name)}")


# --- passphrases ---------------------------------------------------------------------------------------------------


def _key(app: App, passphrase_file: str | None, recovery_file: str | None) -> tuple[Key, Any]:
    """The key of this journal's backups, made at the first one; and what opens it, where a passphrase was given."""
    encryption.age()
    key = encryption.key_of(app.path)
    if key and not passphrase_file and not recovery_file:
        return key, None
    if key:
        identity = encryption.opened(
            key.wrapped.encode(), _secret(app, passphrase_file), Message("errors.encryption.key_of_backups")
        )
        if recovery_file:
            _write_recovery(app, Path(recovery_file), str(identity))
        return key, identity
    if not there(app.path):
        raise Refused("journal.none_yet", path=app.path)
    if not recovery_file and not sys.stderr.isatty():
        raise Refused("encryption.key_unseen")
    if recovery_file and os.path.lexists(recovery_file):  # said before the key takes its seconds
        raise Refused("encryption.key_file_there", file=recovery_file)
    return _new_key(app, passphrase_file, recovery_file)


def _new_key(app: App, passphrase_file: str | None, recovery_file: str | None) -> tuple[Key, Any]:
    passphrase = _from_file(passphrase_file) if passphrase_file else _new_passphrase(app)
    key, recovery = encryption.new_key(passphrase)
    if recovery_file:
        _write_recovery(app, Path(recovery_file), recovery)
    encryption.save_key(app.path, key)
    if recovery_file:
        app.tell("care.key_in_file", file=recovery_file)
    else:
        app.tell("care.key_shown")
        app.tell("care.key_shown_once")
        app.talk(recovery)
    return key, encryption.opened(b"", recovery, Message("errors.encryption.own_key"))


def _write_recovery(app: App, path: Path, recovery: str) -> None:
    text = f"# {app.said('care.recovery_file')}\n{recovery}\n"
    output.put_text(path, lambda out: out.write(text))


def _secret(app: App, passphrase_file: str | None) -> str:
    if passphrase_file:
        return _from_file(passphrase_file)
    return encryption.secret_in(_typed(app.said("prompt.passphrase")), Message("errors.encryption.typed"))


def _from_file(name: str) -> str:
    return encryption.secret_in(read_file(files.expanded(name)), name)


def _new_passphrase(app: App) -> str:
    first = _typed(app.said("prompt.new_passphrase"))
    if not first.strip():
        raise Refused("encryption.passphrase_empty")
    if _typed(app.said("prompt.once_more")) != first:
        raise Refused("encryption.passphrases_differ")
    return first


def _typed(prompt: str) -> str:
    """What is typed at the terminal, unseen."""
    if not _is_asked():
        raise Refused("encryption.passphrase_needs_terminal")
    try:
        return getpass(prompt)
    except EOFError:
        return ""
