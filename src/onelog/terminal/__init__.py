"""What is seen on a terminal: values in, a screen out. Nothing here reads or changes the journal."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from onelog.core.presenter import Listed, presenter_of

if TYPE_CHECKING:  # Rich is loaded by what draws
    from onelog.terminal.kit.screen import Screen


def draw(screen: "Screen", value: Any, today: date, **more: Any) -> None:
    """Draws a value or a list as it stands on `today`, in the view that its type names; its module is loaded now."""
    if isinstance(value, Listed):
        presenter = presenter_of(value.of)
        view, value = presenter.listed if presenter else "", value.values
    else:
        presenter = presenter_of(type(value))
        view = presenter.view if presenter else ""
    import_module(f"onelog.terminal.{view}").draw(screen, value, today=today, **more)
