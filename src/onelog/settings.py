"""What a person has set in config.toml."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from onelog.errors import Damaged, Wrong
from onelog.model import RELATIONS


class Settings(NamedTuple):
    """Every setting with its default."""

    fiscal_year_start: int = 1
    """The month (1 to 12) in which the year begins, and with it the quarters."""
    editor: str = ""
    language: str = "en"
    """ "en" or "ja": headings and labels that are written out."""
    me: str = ""
    cadences: Mapping[str, str] = MappingProxyType({})
    """Relation -> cadence of a new person of that relation, such as "2w"."""


def folder(kind: str) -> Path:
    """The platform's folder for our "data" or "config" (the XDG base directories on Linux)."""
    if sys.platform == "linux":  # what platformdirs would say, without its import
        variable, default = {"data": ("XDG_DATA_HOME", ".local/share"), "config": ("XDG_CONFIG_HOME", ".config")}[kind]
        base = os.environ.get(variable, "")
        return Path(base if base.startswith("/") else home() / default) / "onelog"
    import platformdirs

    return Path(platformdirs.user_data_dir("onelog") if kind == "data" else platformdirs.user_config_dir("onelog"))


def home() -> Path:
    """Raises `Wrong` where there is none."""
    try:
        return Path.home().absolute()
    except RuntimeError as error:
        raise Wrong("There is no home folder.", "Set HOME, or name a journal with --journal.") from error


def path() -> Path:
    named = os.environ.get("ONELOG_CONFIG")
    return Path(named) if named else folder("config") / "config.toml"


def load() -> Settings:
    """The settings in force. Raises `Wrong` for an unknown key or a bad value, `Damaged` for a broken file."""
    file = path()
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        if os.environ.get("ONELOG_CONFIG"):
            raise Wrong(f"There is no {file}, which ONELOG_CONFIG names.", "Make it, or unset ONELOG_CONFIG.") from None
        return Settings()
    except OSError as error:
        raise Damaged(f"{file} cannot be read: {error.strerror}.", "Look at its permissions.") from error
    import tomllib

    try:
        said = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Damaged(f"{file} is not TOML: {error}.", 'For example: language = "ja"') from error
    return _checked(said, file)


def _checked(said: dict[str, object], file: Path) -> Settings:
    known = {"fiscal_year_start": int, "editor": str, "language": str, "me": str, "cadences": dict}
    for key, value in said.items():
        if key not in known:
            raise Wrong(f"{file}: there is no setting {key!r}.", f"Known are {', '.join(known)}.")
        if not isinstance(value, known[key]) or isinstance(value, bool):
            raise Wrong(
                f"{file}: {key} is not {'a number' if known[key] is int else 'a text'}.",
                f"Known are {', '.join(known)}.",
            )
    settings = Settings(**said)  # type: ignore[arg-type]  # each one was checked above
    if not 1 <= settings.fiscal_year_start <= 12:
        raise Wrong(f"{file}: fiscal_year_start is a month, 1 to 12.", "fiscal_year_start = 4")
    if settings.language not in ("en", "ja"):
        raise Wrong(f"{file}: language is en or ja.", 'language = "ja"')
    for relation in settings.cadences:
        if relation not in RELATIONS:
            raise Wrong(f"{file}: there is no relation {relation!r}.", f"Known are {', '.join(RELATIONS)}.")
    return settings
