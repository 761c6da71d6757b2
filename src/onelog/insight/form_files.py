"""The files of one's own forms: which there are, where one goes, and what a new one starts from."""

from pathlib import Path

from onelog.core.errors import NotFound, Refused
from onelog.core.model import RELATIONS, Person
from onelog.core.names import name_matching
from onelog.core.results.forms import ListedForm
from onelog.core.scales import key_of
from onelog.insight import forms, resolve
from onelog.insight.forms import JAPANESE, PLAIN, FormFile
from onelog.store import people
from onelog.store.database import Store

EXAMPLES = Path(__file__).parents[1] / "core" / "data" / "forms"
METHODS = ("learning-cycle",)
"""Examples that are no relation's."""
_METHODS_IN_JAPANESE = {"経験学習": "learning-cycle"}
_NO_FILE_NAME = '/\\:*?"<>|'


def listed(store: Store) -> list[ListedForm]:
    """Every form, with whom it is for."""
    everybody = people.everybody(store)
    return [_listed(one, everybody) for one in forms.every()]


def _listed(one: FormFile, everybody: list[Person]) -> ListedForm:
    words = [line.words.strip() for line in one.form.lines if not line.place]
    return ListedForm(
        name=one.name,
        whom=_whom(one, everybody),
        is_relation=one.key in RELATIONS,
        path=str(one.path),
        scales=tuple(tuple(scale) for scale in one.form.scales),  # type: ignore[misc]  # name, low, high
        questions=sum(bool(line) and not line.startswith("#") for line in words),
        troubles=tuple(tuple(trouble) for trouble in one.troubles),  # type: ignore[misc]  # line, what
    )


def _whom(one: FormFile, everybody: list[Person]) -> str:
    if one.key in RELATIONS:
        return one.key
    if one.key == PLAIN:
        return "everybody"
    return next((p.name for p in everybody if one.key in map(_key, (p.name, *p.aliases, p.id))), "")


def _key(name: str) -> str:
    return " ".join(key_of(name).split())


def file_for(store: Store, word: str) -> Path:
    """The file of the form for a relation, a person or everybody: the one that is there, else a new one.

    Raises `NotFound` or `Ambiguous` for a person who is not in the journal, `Refused` where there can be no file.
    """
    key = _key(word)
    key = JAPANESE.get(key, key)
    known = next((one for one in forms.every() if one.key == key), None)
    if known:
        return known.path
    name = key
    if key not in (*RELATIONS, PLAIN):
        person = resolve.person(store, word)
        keys = [*map(_key, (person.name, *person.aliases, person.id))]
        known = next((one for one in forms.every() if one.key in keys), None)
        if known:
            return known.path
        name = "".join("-" if sign in _NO_FILE_NAME else sign for sign in person.name).strip(" .") or person.id
    folder = forms.folder()
    if folder is None:
        raise Refused("settings.no_folder_for_forms")
    return folder / f"{name}{forms.SUFFIX}"


def example(store: Store, word: str, language: str, *, is_named: bool = False) -> str:
    """What a new form starts from: the one for the relation that is meant, or that the person has; `is_named`: that example.

    Raises `NotFound` for an example that there is not.
    """
    key = (JAPANESE | _METHODS_IN_JAPANESE).get(_key(word), _key(word))
    if is_named and key not in (*RELATIONS, PLAIN, *METHODS):
        raise NotFound("settings.no_example", name=word[:40], examples=", ".join(examples()))
    if key not in (*RELATIONS, PLAIN) and not is_named:
        fitting = name_matching.fitting(people.everybody(store), word)
        key = (fitting[0].relation or PLAIN) if fitting else PLAIN
    key = {"skip": "manager"}.get(key, key)
    found = EXAMPLES / language / f"{key}.md"
    return (found if found.exists() else EXAMPLES / language / f"{PLAIN}.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    """What a new form can start from, by name."""
    return sorted(path.stem for path in (EXAMPLES / "en").iterdir())
