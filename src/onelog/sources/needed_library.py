"""The libraries that some sources need: each is loaded where its source is read, and how to install it is said."""

from importlib import import_module
from types import ModuleType

from onelog.core import installed
from onelog.core.errors import Refused


def needed(module: str, extra: str, library: str) -> ModuleType:
    """A library of an extra. Raises `Refused` where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise Refused("import_.needs_library", library=library, how=installed.way_to_add(extra, library)) from error
