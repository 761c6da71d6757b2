"""onelog alone: the picture of the day."""

from onelog.cli.app import App


def today(app: App, json: bool, explain: bool = False) -> None:
    """Who is due, what I owe, what I wait for, goals at risk, one past a-ha."""
    if explain:
        app.explain("due", "overdue", "at-risk", "ahead", "warnings", "more", "away", json=json)
        return
    from onelog.insight.today import compute_today  # noqa: PLC0415 - not for every command

    seen = compute_today(app.store, app.today, app.settings)
    app.show(seen, json)
