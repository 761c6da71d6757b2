"""onelog alone: the picture of the day."""

from onelog.cli.app import App


def today(app: App, json: bool) -> None:
    """Who is due, what I owe, what I wait for, one past a-ha."""
    from onelog.journal import today as journal_today  # noqa: PLC0415 - not for every command

    seen = journal_today.today(app.store, app.today)
    app.show(seen, "today", json)
