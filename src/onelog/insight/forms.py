"""One's own forms: a Markdown file a relation or a person in `forms/`, beside the settings; the nearest one is taken.

A person's own form comes before that of the relation, and that before the plain one (`plain.md`). A form that is broken, or
no file, is not used; what is wrong with it is told.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from onelog.core import files, relations, settings
from onelog.core.errors import Message, NoHome
from onelog.core.model import Person
from onelog.core.scales import Scale, key_of
from onelog.markdown.forms.form import read_form
from onelog.markdown.forms.own_form import FormTrouble, OwnForm
from onelog.markdown.forms.scale_fields import keyed

PLAIN = "plain"
"""The name of the form for everybody who has no nearer one."""
FOLDER, SUFFIX = "forms", ".md"
LARGEST = 200_000
"""Bytes that are read of a form."""
JAPANESE = {word: relation for word, relation in relations.WORDS.items() if not word.isascii()} | {"標準": PLAIN}


class FormFile(NamedTuple):
    """A form as it is kept."""

    path: Path
    form: OwnForm
    troubles: tuple[FormTrouble, ...] = ()

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def key(self) -> str:
        """The name as forms are told apart: a relation in English, else small and in its usual width."""
        key = " ".join(key_of(self.name).split())
        return JAPANESE.get(key, key)

    @property
    def is_sound(self) -> bool:
        return not self.troubles


def folder() -> Path | None:
    """Where one's own forms are: beside the settings, where these can be."""
    try:
        return settings.path().parent / FOLDER
    except NoHome:
        return None


def every() -> list[FormFile]:
    """All forms by their names, the broken ones too; of two with the same name the second one says so."""
    place = folder()
    try:
        names = sorted(name for name in os.listdir(place) if _is_form(name)) if place else []
    except OSError:
        return []
    found: list[FormFile] = []
    for name in names:
        one = read_form_file(Path(place or "", name))
        same = next((other for other in found if other.key == one.key), None)
        if same and one.is_sound:
            one = one._replace(troubles=(FormTrouble.of(0, "forms.taken_by", file=same.path.name),))
        found.append(one)
    return found


def _is_form(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith((".", "~", "#"))


def read_form_file(path: Path) -> FormFile:
    """A form with what is wrong with it."""
    try:
        text = files.read(path, LARGEST).decode()
    except UnicodeDecodeError:
        return FormFile(path, OwnForm(), (FormTrouble.of(0, "forms.not_utf8"),))
    except OSError as error:
        is_link = path.is_symlink() and not path.exists()
        key = "forms.dead_link" if is_link else "forms.is_folder" if path.is_dir() else ""
        why = FormTrouble.of(0, key) if key else FormTrouble.of(0, "forms.unreadable", reason=error.strerror)
        return FormFile(path, OwnForm(), (why,))
    form, troubles = read_form(text)
    return FormFile(path, form, troubles)


def nearest(person: Person | None, forms: Sequence[FormFile] | None = None) -> FormFile | None:
    """The form for somebody: their own, else that of their relation, else the plain one; None where there is none."""
    known = {one.key: one for one in reversed(every() if forms is None else forms) if one.is_sound}
    names = [person.name, *person.aliases, person.id] if person else []
    relation = [person.relation] if person and person.relation else []
    keys = [" ".join(key_of(name).split()) for name in names if name] + [*relation, PLAIN]
    return next((known[key] for key in keys if key in known), None)


def passed_over(person: Person | None, forms: Sequence[FormFile]) -> list[FormFile]:
    """The broken forms that would be nearer to somebody than the one that is used."""
    used = nearest(person, forms)
    as_if = [one._replace(troubles=()) for one in forms]
    wanted = nearest(person, as_if)
    return (
        [] if not wanted or (used and wanted.path == used.path) else [one for one in forms if one.path == wanted.path]
    )


def broken(person: Person | None) -> list[FormFile]:
    """The form that would be used for somebody, if it were not broken."""
    found = every()
    if not any(one.troubles for one in found):
        return []
    return passed_over(person, found)


def describe_trouble(one: FormFile) -> Message:
    """`report.md, line 3: this code block is never closed (and 2 more)`."""
    (line, what), *others = one.troubles
    more = Message("forms.and_more", n=len(others)) if others else ""
    if line:
        return Message("forms.in_line", file=one.path.name, line=line, what=what, more=more)
    return Message("forms.in_file", file=one.path.name, what=what, more=more)


def scales_for(person: Person | None) -> dict[str, Scale]:
    """The scales that may be said of a meeting with somebody: those of their form, then those of all others."""
    forms = every()
    near = nearest(person, forms)
    return keyed(near.form.scales if near else (), *(one.form.scales for one in forms if one.is_sound))
