"""forms: your own form for a 1-on-1, a Markdown file a relation or a person."""

from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.asking import editing
from onelog.cli.groups import Listing
from onelog.cli.options import Json
from onelog.core.errors import Refused
from onelog.core.presenter import Listed
from onelog.core.results.forms import ListedForm
from onelog.insight import form_files
from onelog.insight.forms import describe_trouble, read_form_file
from onelog.store.vault import atomic_file

forms = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)

Name = Annotated[
    str,
    typer.Argument(metavar="RELATION|PERSON", help="form_for"),
]


@forms.callback()
def listed(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    app.show(Listed(ListedForm, form_files.listed(app.store)), json)


def edit(
    ctx: Ctx,
    name: Name,
    like: Annotated[str | None, typer.Option(metavar="EXAMPLE", help="form_like", show_default=False)] = None,
) -> None:
    app = ctx.obj
    file = form_files.file_for(app.store, name)
    if not file.exists():
        _begin(file, form_files.example(app.store, like or name, app.language, is_named=bool(like)))
    elif like:
        raise Refused("settings.form_there", file=file, name=name)
    while True:
        if code := editing.run_editor(app, file):
            raise Refused("file.editor_failed", code=code, file=file)
        one = read_form_file(file)
        if one.is_sound:
            break
        if not (app.can_ask and app.confirm(app.said("prompt.edit_again", what=describe_trouble(one)))):
            raise Refused("settings.form_broken", what=describe_trouble(one), name=name)
    app.acted = True
    app.tell("talk.in_use", file=file)


def _begin(file: Path, text: str) -> None:
    """Writes a new form, whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_file.write(file, text.encode())
