"""Commands that are given names of people: what was typed in a wrong place is refused and not repeated."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand


class Discreet(TyperCommand):
    """A command on whose line a name may stand: what belongs to no option never comes back in an error.

    The parser's own error repeats it, as of a name of two words without quotation marks.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line; refuse those that belong to nothing."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(
                "Something stands here that belongs to no option; it is not repeated, for it may be a name. "
                "Put what has blanks in it between quotation marks."
            )
        return rest
