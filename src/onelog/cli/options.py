"""The options that many commands share, each said once."""

from typing import Annotated

import typer

Who = Annotated[
    str | None,
    typer.Argument(metavar="[PERSON]", help="a_person", show_default=False),
]
Period = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PERIOD]",
        help="a_period",
        show_default=False,
    ),
]
Person = Annotated[
    str,
    typer.Argument(metavar="PERSON", help="a_person", show_default=False),
]
Whom = Annotated[
    str | None,
    typer.Argument(metavar="PERSON", help="a_person", show_default=False),
]
"""A person who is asked for at a terminal when left out."""
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help="own_words", show_default=False),
]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="many_ids", show_default=False),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="one_id", show_default=False)]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="PERSON", help="with_whom", show_default=False),
]
Since = Annotated[str | None, typer.Option(metavar="WHEN", help="since", show_default=False)]
Until = Annotated[str | None, typer.Option(metavar="WHEN", help="until", show_default=False)]
Kind = Annotated[str | None, typer.Option(metavar="KIND", help="of_kind", show_default=False)]
Tag = Annotated[str | None, typer.Option(metavar="TAG", help="of_tag", show_default=False)]
On = Annotated[str | None, typer.Option(metavar="WHEN", help="happened", show_default=False)]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="reason", show_default=False)]
New = Annotated[bool, typer.Option("--new", help="new_person")]
All = Annotated[bool, typer.Option("--all", help="closed_too")]
Private = Annotated[bool, typer.Option("--private", help="private_too")]
Json = Annotated[bool, typer.Option("--json", help="as_json")]
Explain = Annotated[bool, typer.Option("--explain", help="explain")]
