"""The schema of a journal as a page to read, made from the schema itself."""

import re
from collections.abc import Iterator

from onelog.store import schema
from onelog.store.database import Store

_HEAD = f"""# What is in a journal

A journal is one SQLite file that any tool for SQLite can read: Datasette, litecli, `sqlite-utils rows journal.db timeline`.
Read as you like; leave the writing to onelog, which keeps a log of changes and a search index in step.

- `application_id` is {schema.APPLICATION_ID} ("onlg"), `user_version` is the number of migrations: {{version}}.
- A day is an ISO 8601 date, a time an ISO 8601 time with its offset, both as text; tags are words with blanks between them, in the views a JSON array.
- `uid` is a UUID of version 7, `id` the short name that people type; neither changes or is given again.
- Begin with the views `timeline`, `open_actions` and `records`; in `timeline` and `records` a 1 in `private` marks what is private.
"""
_TABLES = "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')"


def schema_page(store: Store) -> str:
    """The page in Markdown. Raises `KeyError` for a table that `schema.ABOUT` does not tell about."""
    version = store.db.execute("PRAGMA user_version").fetchone()[0] or schema.VERSION
    parts = [_HEAD.replace("{version}", str(version))]
    found = [one for one in store.db.execute(_TABLES).fetchall() if not _inner(one[0])]
    order = {name: n for n, name in enumerate(schema.ABOUT)}
    for name, kind, sql in sorted(found, key=lambda one: (one[1], order.get(one[0], len(order)))):
        parts.append("\n".join(_section(store, name, kind, sql)))
    return "\n".join(parts)


def _inner(name: str) -> bool:
    """Whether a table is SQLite's, sqlite-utils' or the search index's own."""
    return name.startswith(("sqlite_", "_sqlite", "search_"))


def _section(store: Store, name: str, kind: str, sql: str) -> Iterator[str]:
    yield from (f"## {name}{' (view)' if kind == 'view' else ''}", "", schema.ABOUT[name], "")
    if kind == "view":
        columns = [row[1] for row in store.db.execute(f"PRAGMA table_xinfo({name})")]
        yield from (f"Columns: {', '.join(f'`{column}`' for column in columns)}.", "")
        return
    yield from ("| Column | Type | Rules |", "|---|---|---|")
    for column, type_, rules in _columns(sql):
        yield f"| {column} | {type_} | {rules} |"
    yield ""
    indexes = list(_indexes(store, name))
    if indexes:
        yield from ("Indexes:", "", *(f"- {index}" for index in indexes), "")


def _columns(sql: str) -> Iterator[tuple[str, str, str]]:
    """(name, type, rules) of each column, and of a rule for the whole table, as the schema has them."""
    inside = sql[sql.index("(") + 1 : sql.rindex(")")]
    for part in re.split(r",\s*(?![^()]*\))", " ".join(inside.split())):
        name, _, rest = part.partition(" ")
        if name == "PRIMARY":
            yield "the table", "", part
        elif name == "tokenize":
            yield "the index", "", part
        else:
            type_, _, rules = rest.partition(" ")
            yield f"`{name}`", type_, rules.replace("|", r"\|")


def _indexes(store: Store, table: str) -> Iterator[str]:
    sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid"
    for (text,) in store.db.execute(sql, (table,)):
        unique, name, rest = re.findall(r"CREATE (UNIQUE )?INDEX (\S+) ON \S+ (.*)", text)[0]
        yield f"`{name}` {rest}{', unique' if unique else ''}"
