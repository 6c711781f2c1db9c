"""`privacy-audit bundle`: all that the regulator asks for in one file, and whether such a file is whole."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

#: What `privacy-audit bundle MAP` does, though nobody types its name.
MAKE = "make"


class MakesByDefault(TyperGroup):
    """A group of commands whose first word may be left out: then a bundle is made.

    >>> MakesByDefault(name="bundle").parse_args.__name__
    'parse_args'
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the usual command before the arguments where no other is named."""
        asked = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if asked else [MAKE, *args])
