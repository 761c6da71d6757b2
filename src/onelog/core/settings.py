"""What a person has set in config.toml."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from onelog.core import files
from onelog.core.conventions import Conventions
from onelog.core.errors import Damaged, Message, NoHome, OnelogError, Wrong
from onelog.core.model import RELATIONS

WARNINGS = ("mood", "seen", "promise", "waiting", "concern", "praise", "goal", "skips", "cadence")
"""The rules of `watch`, in the order in which their warnings are shown."""


class Watch(NamedTuple):
    """When `watch` warns: the table `[watch]`."""

    mood_low: int = 2
    """A mood so low, or lower, is low."""
    mood_running: int = 3
    """So many low moods running."""
    mood_falling: int = 4
    """So many of the last moods are compared with those before them."""
    promise_days: int = 14
    """Days that a promise of mine is overdue."""
    waiting_days: int = 21
    """Days that a promise of somebody else's is."""
    concern_days: int = 90
    """A concern is the same one again in fewer days after it was settled."""
    praise_days: int = 60
    """More days than these without praise to a report."""
    goal_weeks: int = 4
    """Weeks in which nothing touched a goal."""
    skips_running: int = 2
    cadence_factor: float = 1.5
    """So many times the cadence's interval, and more, is too long between meetings."""
    off: tuple[str, ...] = ()
    """Rules that do not warn, of `WARNINGS`."""


class Settings(NamedTuple):
    """Every setting with its default."""

    fiscal_year_start: int = 1
    """The month (1 to 12) in which the year begins, and with it the quarters."""
    date_order: str = ""
    """What `12/5` is: "month-first" or "day-first"; "" asks, but in Japanese the month comes first."""
    decimal: str = ""
    """The sign before a fraction, "." or ","; "" asks what `1.200` is."""
    holidays: str = ""
    """The country whose holidays are no business days: "JP", or with a part of it "DE-BY"; "" counts Monday to Friday."""
    editor: str = ""
    language: str = "en"
    """ "en" or "ja": headings and labels that are written out."""
    ambiguous_width: int = 1
    """The cells (1 or 2) in which the terminal draws signs such as …, ※ and ①."""
    me: str = ""
    cadences: Mapping[str, str] = MappingProxyType({})
    """Relation -> cadence of a new person of that relation, such as "2w"."""
    watch: Watch = Watch()
    hints: bool = True
    """Whether a line on the terminal says now and then what would help."""
    reflect: bool = True
    """Whether three short questions follow a meeting that was logged on a terminal."""
    resurface: bool = True
    """Whether one a-ha, thanks or win of the past comes back in bare `onelog` and `prep`."""
    milestones: bool = True
    """Whether a line on the terminal says after `log` that it was the tenth meeting, or a year of them."""

    @property
    def conventions(self) -> Conventions:
        """How days and numbers are written, and what the keeper is called."""
        order = self.date_order or ("month-first" if self.language == "ja" else "")
        return Conventions(self.fiscal_year_start, order, self.decimal, self.holidays, self.me)


def place(kind: str, name: str) -> Path:
    """Where a file of ours is, or would be, in the platform's folders for "data" or "config".

    It is where an earlier version put it, if it is there and not where it would be put today. Raises `NoHome`, and
    `Damaged` for a home that depends on where one stands.
    """
    places = [folder / name for folder in _folders(kind)]
    return next((path for path in places if os.path.lexists(path)), places[0])


def _folders(kind: str) -> list[Path]:
    """Our folder of a kind, and after it those that were ours before or with another version of a library."""
    variable, default = {"data": ("XDG_DATA_HOME", ".local/share"), "config": ("XDG_CONFIG_HOME", ".config")}[kind]
    if sys.platform == "win32":
        import platformdirs  # of Windows and macOS

        files.home()
        ours = Path(platformdirs.user_data_dir("onelog", appauthor=False))
        return [ours, ours / "onelog"]
    base = os.environ.get(variable, "")
    named = [files.whole(variable, base) / "onelog"] if base else []
    if sys.platform == "darwin":  # where it depends on the version of platformdirs whether the variable counts
        return [*named, files.home() / "Library" / "Application Support" / "onelog"]
    return named or [files.home() / default / "onelog"]


def path() -> Path:
    """Where config.toml is, or would be. Raises as `place`."""
    named = os.environ.get("ONELOG_CONFIG")
    return Path(named) if named else place("config", "config.toml")


def load() -> Settings:
    """The settings in force. Raises `Wrong` for an unknown key or a bad value, `Damaged` for a broken file."""
    try:
        file = path()
    except NoHome:  # nothing can be set where nothing can be
        return Settings()
    try:
        text = files.read(file)
    except FileNotFoundError:
        if os.environ.get("ONELOG_CONFIG"):
            raise Wrong("settings.no_file", file=file) from None
        return Settings()
    except OSError as error:
        raise Damaged("file.config_unreadable", file=file, reason=error.strerror) from error
    import tomllib  # only where there is a file of settings

    try:
        said = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Damaged("settings.not_toml", file=file, why=error) from error
    return checked(said, file)


def spoken() -> str:
    """The language that is set, also where other settings cannot be taken; "en" where none can be read."""
    with suppress(OSError, ValueError, OnelogError):
        text = files.read(path()).decode()
        import tomllib  # as above

        said = tomllib.loads(text).get("language")
        if said in ("en", "ja"):
            return str(said)
    return "en"


def checked(said: Mapping[str, object], file: Path | None = None) -> Settings:
    """The settings that are said in a file. Raises `Wrong` for an unknown key or a bad value."""
    said = dict(said)
    place = Message("errors.settings.in_file", file=file) if file else ""
    known = {
        "fiscal_year_start": int,
        "editor": str,
        "language": str,
        "me": str,
        "cadences": dict,
        "watch": dict,
        "hints": bool,
        "reflect": bool,
        "resurface": bool,
        "milestones": bool,
        "date_order": str,
        "decimal": str,
        "holidays": str,
        "ambiguous_width": int,
    }
    _check_kinds(said, known, place)
    watch = _watch(dict(cast("dict[str, object]", said.pop("watch", {}))), file)
    settings = Settings(**said, watch=watch)  # type: ignore[arg-type]  # each one was checked above
    if not 1 <= settings.fiscal_year_start <= 12:
        raise Wrong("settings.fiscal_year_start", place=place)
    if settings.ambiguous_width not in (1, 2):
        raise Wrong("settings.ambiguous_width", place=place)
    if settings.language not in ("en", "ja"):
        raise Wrong("settings.language", place=place)
    if settings.date_order not in ("", "month-first", "day-first"):
        raise Wrong("settings.date_order", place=place)
    if settings.decimal not in ("", ".", ","):
        raise Wrong("settings.decimal", place=place)
    if not re.fullmatch("(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?", settings.holidays):
        raise Wrong("settings.holidays", place=place)
    for relation, every in settings.cadences.items():
        if relation not in RELATIONS:
            raise Wrong("settings.unknown_relation", place=place, relation=relation, relations=", ".join(RELATIONS))
        if not isinstance(every, str):
            raise Wrong("settings.cadence_not_text", place=place, relation=relation)
    return settings


_KINDS: Mapping[type, str] = {
    int: "number",
    float: "number",
    bool: "true_or_false",
    str: "text",
    dict: "table",
    list: "list",
}


def _check_kinds(said: Mapping[str, object], known: Mapping[str, type], place: object, table: str = "") -> None:
    """Raises `Wrong` for a key that is not known, and for a value that is not of its kind."""
    for key, value in said.items():
        if key not in known:
            raise Wrong("settings.unknown_in_file", place=place, key=table + key, known=", ".join(known))
        kinds = (int, float) if known[key] is float else known[key]
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            kind = Message(f"errors.settings.kind_{_KINDS[known[key]]}")
            raise Wrong("settings.another_kind", place=place, key=table + key, kind=kind, known=", ".join(known))


def _watch(said: dict[str, object], place: object) -> Watch:
    usual = Watch()
    known = {key: list if key == "off" else type(value) for key, value in usual._asdict().items()}
    _check_kinds(said, known, place, "watch.")
    off = tuple(cast("list[object]", said.pop("off", [])))
    for rule in off:
        if rule not in WARNINGS:
            raise Wrong("settings.unknown_warning", place=place, rule=rule, known=", ".join(WARNINGS))
    limits = cast("dict[str, float]", said)
    for key, value in limits.items():
        least, most = _WITHIN.get(key, (1, 9999))
        if not least <= value <= most:
            raise Wrong("settings.watch_range", place=place, key=key, least=least, most=most, usual=getattr(usual, key))
    return usual._replace(**limits, off=off)  # type: ignore[arg-type]  # each one was checked above


_WITHIN = {"mood_low": (1, 5), "mood_running": (1, 100), "mood_falling": (2, 100), "cadence_factor": (0.1, 100)}
"""The least and the most that a limit may be, where it is not 1 to 9999."""
