"""The options that many commands share, each said once."""

from typing import Annotated

import typer

Who = Annotated[
    str | None,
    typer.Argument(metavar="[PERSON]", help="Name, alias or the beginning of a name.", show_default=False),
]
Period = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PERIOD]",
        help="2026Q3, last quarter, 2026-08, 2026; this quarter if you leave it out.",
        show_default=False,
    ),
]
Person = Annotated[
    str,
    typer.Argument(metavar="PERSON", help="Name, alias or the beginning of a name.", show_default=False),
]
Whom = Annotated[
    str | None,
    typer.Argument(metavar="PERSON", help="Name, alias or the beginning of a name.", show_default=False),
]
"""A person who is asked for at a terminal when left out."""
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...", help="Your own words; without any, from a pipe or a prompt.", show_default=False
    ),
]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Ids, as lists show them.", show_default=False),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="An id, as lists show it.", show_default=False)]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="PERSON", help="The person it is with.", show_default=False),
]
Since = Annotated[str | None, typer.Option(metavar="WHEN", help="From this day or period on.", show_default=False)]
Until = Annotated[str | None, typer.Option(metavar="WHEN", help="Up to this day or period.", show_default=False)]
Kind = Annotated[str | None, typer.Option(metavar="KIND", help="Only records of this kind.", show_default=False)]
Tag = Annotated[str | None, typer.Option(metavar="TAG", help="Only records with this tag.", show_default=False)]
On = Annotated[
    str | None, typer.Option(metavar="WHEN", help="The day it happened (weekdays look back).", show_default=False)
]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The reason.", show_default=False)]
New = Annotated[bool, typer.Option("--new", help="Make a new person even if the name resembles somebody's.")]
All = Annotated[bool, typer.Option("--all", help="Include closed and archived ones.")]
Private = Annotated[bool, typer.Option("--private", help="Include concerns, facts and private notes.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Explain = Annotated[bool, typer.Option("--explain", help="Explain the numbers shown here.")]
