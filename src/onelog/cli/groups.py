"""A command that lists when it is called alone, and has commands of its own: `actions aiko`, `actions add …`."""

from typing import Any

from typer._click.core import Context, Parameter
from typer.core import TyperGroup


class Listing(TyperGroup):
    """A group whose own arguments are read unless the first word is one of its commands."""

    allow_interspersed_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if args and args[0] in self.commands:
            ctx._protected_args, ctx.args = args[:1], args[1:]  # noqa: SLF001 - as TyperGroup.parse_args does
            return ctx.args
        ctx.allow_extra_args = False
        return super(TyperGroup, self).parse_args(ctx, args)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The list's own arguments are no part of the usage of its commands, which is asked for with their context."""
        params = super().get_params(ctx)
        return params if ctx.command is self else [param for param in params if param.param_type_name != "argument"]

    def invoke(self, ctx: Context) -> Any:
        if not ctx._protected_args:  # noqa: SLF001 - as TyperGroup.invoke does
            return super(TyperGroup, self).invoke(ctx)
        name = ctx._protected_args[0]  # noqa: SLF001 - as above
        with ctx:
            ctx.invoked_subcommand = name
            command = self.commands[name]
            with command.make_context(name, ctx.args, parent=ctx) as inner:
                return command.invoke(inner)
